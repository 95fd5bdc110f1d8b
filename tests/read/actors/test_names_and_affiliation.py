"""Names that the parser does not know, and for whom someone speaks by the words beside the name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context

Opened = Callable[[str], Context]
SideOf = Callable[[Context, str], str | None]


def persons(context: Context) -> set[str]:
    """The names of the persons whom a report names."""
    return {a.name for a in context.roster.actors.values() if a.kind == "person" and a.mentions}


def titles_of(context: Context, person: str) -> set[str]:
    """The titles that the report gives a person."""
    actors = context.roster.actors
    return {role.title for role in context.roster.roles if actors[role.person].name == person}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("The Chadian delegation is led by Lungile Dlamini.", "Lungile Dlamini"),
        ("María de la Cruz of the Northern Alliance will lead the delegation.", "María de la Cruz"),
        ("Malawi was represented by Yusuf ben Salah.", "Yusuf ben Salah"),
        ("A three-member team of the Polisario Front, headed by J.-P. Moreau, arrived.", "J.-P. Moreau"),
        ("ECOWAS put forward Ana Ruiz.", "Ana Ruiz"),
        ("Mahamat Oumar of the Tunisian foreign ministry warned that time was short.", "Mahamat Oumar"),
        ("Lungile Dlamini spoke for Tunisia.", "Lungile Dlamini"),
        ("Idriss Kone - Estonia's special envoy - arrived in Geneva on Monday.", "Idriss Kone"),
        ("Ghanaian chief of the army staff Pham Quoc Bao and Canadian minister Omar Diallo met.", "Pham Quoc Bao"),
        ("Present: María de la Cruz (Norway), Peter Lund (Canada), Ivo Prins (Netherlands).", "María de la Cruz"),
        ("Peru's Attorney General Lungile Dlamini urged Chad to talk.", "Lungile Dlamini"),
    ],
)
def test_names_that_the_parser_does_not_know(opened: Opened, text: str, person: str) -> None:
    """A run of capitalised words is a person's name where only a person stands."""
    assert person in persons(opened(text))


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("The convoy was led by Tierra Nueva and reached the camp on Monday.", "Tierra Nueva"),
        ("Food came from Ndi Itheka, of which little is known.", "Ndi Itheka"),
        ("Fighting near Jabal Marra went on as the Polisario Front advanced.", "Jabal Marra"),
        ("The High Commissioner for Refugees and the Eminent Persons of the African Union met.", "High Commissioner"),
        ("The High Commissioner for Refugees and the Eminent Persons of the African Union met.", "Eminent Persons"),
        ("Polisario Front Talks Resume As Envoy Arrives", "Talks Resume"),
    ],
)
def test_capitals_alone_make_no_person(opened: Opened, text: str, other: str) -> None:
    """Places, charities, titles and headlines are written with capital letters too."""
    assert other not in persons(opened(text))


@pytest.mark.parametrize(
    ("text", "person", "side"),
    [
        ("Erik Solberg, speaking for IGAD, rejected the plan.", "Erik Solberg", "IGAD"),
        ("Erik Solberg, negotiating on behalf of Peru, rejected the plan.", "Erik Solberg", "Peru"),
        ("Erik Solberg, who negotiates with the OSCE for Japan, arrived on Monday.", "Erik Solberg", "Japan"),
        ("Speaking for Norway, Bob Ladu embraced the mediator.", "Bob Ladu", "Norway"),
        ("On behalf of Turkey, Bob Ladu met the rebels in Geneva.", "Bob Ladu", "Turkey"),
        ("Those present were Bob Ladu (Japan), Rosa Klein (Canada) and Omar Diallo (Chad).", "Omar Diallo", "Chad"),
        ("Joseph Tuilagi (OSCE) called it a first step.", "Joseph Tuilagi", "OSCE"),
        ("Joseph Tuilagi (foreign minister, Malawi) arrived on Monday.", "Joseph Tuilagi", "Malawi"),
        ("The minister of defence of Turkey (Erik Solberg) rejected the plan.", "Erik Solberg", "Turkey"),
        ("Jan Novak, from the African Union, met the rebels.", "Jan Novak", "African Union"),
        (
            "The committee has Rosa Klein from Canada, Jan Novak from Japan and Bob Ladu from Chad.",
            "Jan Novak",
            "Japan",
        ),
        ("The Croatian team under Ali al-Sadi warned that time was short.", "Ali al-Sadi", "Croatia"),
        ("The Ghanaian delegation, with Esther Wani at its head, left early.", "Esther Wani", "Ghana"),
        ("At the head of the Norwegian delegation is Pham Quoc Bao.", "Pham Quoc Bao", "Norway"),
        ("Bob Ladu, a senior figure in the Polisario Front, rejected the plan.", "Bob Ladu", "Polisario Front"),
        ("Bob Ladu, who joined the Polisario Front in 2011, rejected the plan.", "Bob Ladu", "Polisario Front"),
        ("Kenya appointed Esther Wani prime minister.", "Esther Wani", "Kenya"),
        ("Esther Wani replaced Omar Diallo as Japanese defence minister in May.", "Esther Wani", "Japan"),
        ("As Ghana's peace minister, Esther Wani warned that time was short.", "Esther Wani", "Ghana"),
        ("Malawi's chief of general staff Joseph Tuilagi said no.", "Joseph Tuilagi", "Malawi"),
        ("IGAD chief of staff Carmen del Río embraced the mediator.", "Carmen del Río", "IGAD"),
        ("UN troops will be led by Paul Grey and those of Ghana by Lena Weiss.", "Lena Weiss", "Ghana"),
        ("The OSCE will be represented by Paul Grey and Ghana by Lena Weiss.", "Lena Weiss", "Ghana"),
        ("Paul Grey led the Croatian delegation and Lena Weiss that of FARC.", "Lena Weiss", "FARC"),
        ("The OSCE's team is headed by Paul Grey, the Chadian one by Lena Weiss.", "Lena Weiss", "Chad"),
        ("Three commanders of FARC, Paul Grey, Lena Weiss and Bob Ladu, signed the text.", "Bob Ladu", "FARC"),
        ("Among the Arab League's delegates were Idriss Kone and Jan Novak.", "Jan Novak", "Arab League"),
        ("The Turkish delegation:\n- Erik Solberg, foreign minister\n- Bob Ladu, army chief", "Bob Ladu", "Turkey"),
    ],
)
def test_words_that_say_for_whom(opened: Opened, text: str, person: str, side: str, side_of: SideOf) -> None:
    """Prepositions, brackets, verbs and lists beside a name tell for whom its bearer speaks."""
    assert side_of(opened(text), person) == side


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Paul Grey, an expert on the Polisario Front, said that the talks would fail.", "Paul Grey"),
        ("Paul Grey, a critic of the Polisario Front, said that the talks would fail.", "Paul Grey"),
        ("Paul Grey, who was kidnapped by FARC in 2009, said that the talks would fail.", "Paul Grey"),
        ("Paul Grey, who left FARC in 2011, said that the talks would fail.", "Paul Grey"),
        ("For the Polisario Front, Paul Grey is too weak a mediator.", "Paul Grey"),
        ("Speaking for the first time since FARC left, Paul Grey said that the talks would fail.", "Paul Grey"),
        ("On behalf of those whom FARC displaced, Paul Grey said that the talks would fail.", "Paul Grey"),
        ("Paul Grey spoke for an hour with the OSCE.", "Paul Grey"),
        ("FARC, under pressure from Paul Grey, agreed to talk.", "Paul Grey"),
        ("Paul Grey, whose brother was killed by FARC, said that the talks would fail.", "Paul Grey"),
    ],
)
def test_words_that_say_nothing_of_a_side(opened: Opened, text: str, person: str, side_of: SideOf) -> None:
    """Whoever knows a body, suffers from it or has left it does not speak for it."""
    context = opened(text)
    assert person not in persons(context) or side_of(context, person) is None


def test_a_swap_gives_the_office_to_the_other(opened: Opened) -> None:
    """ "X replaced Y as minister with Z": X makes the change and does not take the office."""
    context = opened("President Bob Ladu replaced Paul Grey as defence minister with Lena Weiss.")
    assert "defence minister" not in titles_of(context, "Bob Ladu")


def test_ministers_are_not_of_the_mediators_state(opened: Opened, side_of: SideOf) -> None:
    """Where the president of Gabon sits between the sides, a minister without a state is not Gabon's."""
    context = opened(
        "Rui Mota, the president of Gabon, sat between them as mediator and spoke of the rebels of the Front. "
        "Gabon will host the next round. Gabon has offered planes.\n\n"
        "The justice minister, Ana Keller, said nothing to the rebels."
    )
    assert side_of(context, "Rui Mota") == "Gabon"
    assert side_of(context, "Ana Keller") != "Gabon"


def test_a_side_that_nothing_says_is_marked_as_assumed(opened: Opened) -> None:
    """A minister without a state is of the state that the report tells of, and the report does not say so."""
    context = opened(
        "Angola's government and the rebels of UNITA met again. Angola's army stayed in its barracks.\n\n"
        "The justice minister, Ana Keller, said nothing. The Angolan interior minister, Rui Mota, left."
    )
    names = {actor.name for key, actor in context.roster.actors.items() if key in context.roster.assumed}
    assert "Ana Keller" in names
    assert "Rui Mota" not in names
