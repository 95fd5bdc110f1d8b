"""Who is meant: states, bodies, persons, their sides and offices."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context

Opened = Callable[[str], Context]
Named = Callable[[Context, str | None], str | None]


def names(context: Context) -> dict[str, str]:
    """The acting actors of a context by name, with their kinds."""
    return {actor.name: actor.kind for actor in context.roster.acting()}


def sides(context: Context) -> dict[str, str | None]:
    """The persons of a context with the names of their sides."""
    roster = context.roster
    persons = (actor for actor in roster.actors.values() if actor.kind == "person")
    return {p.name: roster.actors[p.side].name if p.side in roster.actors else None for p in persons}


def roles(context: Context) -> set[tuple[str, str, str | None, str]]:
    """The roles of a context as (person, title, of, tenure)."""
    roster = context.roster
    return {
        (roster.actors[r.person].name, r.title, roster.actors[r.of].name if r.of else None, r.tenure)
        for r in roster.roles
    }


def test_a_title_with_a_nationality_gives_office_and_side(opened: Opened) -> None:
    """ "Armenian Foreign Minister X" holds that office for Armenia."""
    context = opened("Armenian Foreign Minister Ararat Mirzoyan met Azerbaijani President Ilham Aliyev in Munich.")
    assert sides(context) == {"Ararat Mirzoyan": "Armenia", "Ilham Aliyev": "Azerbaijan"}
    assert ("Ararat Mirzoyan", "Foreign Minister", "Armenia", "current") in roles(context)


def test_an_apposition_gives_the_office_too(opened: Opened) -> None:
    """ "X, the president of Y," and "X, Y's former army chief," are read like titles."""
    context = opened(
        "Nikos Anastasiades, the President of Cyprus, spoke. Joan Baez, Kenya's former army chief, agreed."
    )
    assert ("Nikos Anastasiades", "President", "Cyprus", "current") in roles(context)
    assert ("Joan Baez", "army chief", "Kenya", "former") in roles(context)


def test_an_envoy_has_the_side_of_the_one_who_sent_him(opened: Opened) -> None:
    """A tie to a person lends that person's side."""
    context = opened("Sudanese General Omar Bakri spoke on Monday. Bakri's envoy Salah Idris left for Jeddah.")
    assert sides(context)["Salah Idris"] == "Sudan"


def test_a_list_of_ministers_shares_its_nationality(opened: Opened) -> None:
    """ "Georgian Foreign Minister X, Defence Minister Y" are both of Georgia."""
    context = opened(
        "The talks were attended by Norwegian Foreign Minister Ine Berg, Defence Minister Odd Lund and others."
    )
    assert sides(context) == {"Ine Berg": "Norway", "Odd Lund": "Norway"}


def test_who_leads_a_delegation_speaks_for_it(opened: Opened) -> None:
    """ "X, who heads the Houthi delegation" speaks for the Houthis."""
    context = opened("Mohammed Abdulsalam, who heads the Houthi delegation, said on Friday that talks would resume.")
    assert sides(context) == {"Mohammed Abdulsalam": "Houthis"}


def test_a_surname_alone_means_the_full_name(opened: Opened) -> None:
    """A later surname is the same person, and an alias."""
    context = opened("Secretary-General António Guterres arrived. Guterres urged calm.")
    persons = [a for a in context.roster.acting() if a.kind == "person"]
    assert [p.name for p in persons] == ["António Guterres"]
    assert "Guterres" in persons[0].aliases


def test_same_surname_of_two_persons_stays_apart(opened: Opened) -> None:
    """A surname that two persons share means neither of them for sure."""
    context = opened("President Raul Mora met negotiator Luis Mora. Mora left early.")
    assert {"Raul Mora", "Luis Mora"} <= set(sides(context))
    tokens = context.tokens_in(context.report.text.index("Mora left"), len(context.report.text))
    assert context.roster.at(tokens[0]) == ()


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Ankara rejected the proposal on Monday.", True),
        ("The delegations met in Ankara on Monday.", False),
        ("Pressure on Ankara grew, and remarks about Greenland followed.", False),
    ],
)
def test_a_capital_acts_or_is_a_place(opened: Opened, text: str, *, acts: bool) -> None:
    """A capital is an actor only where it acts."""
    assert ("Turkey" in names(opened(text))) is acts


def test_a_country_that_is_only_a_topic_is_no_actor(opened: Opened) -> None:
    """What is spoken about takes no part."""
    assert "Greenland" not in names(opened("France and Egypt discussed tariffs. Remarks in Iceland were heard."))
    assert "Iceland" not in names(opened("France and Egypt discussed tariffs. Remarks in Iceland were heard."))


def test_a_body_is_learnt_from_its_acronym(opened: Opened) -> None:
    """A name with its initials in brackets is a body, and the initials an alias."""
    context = opened("The Popular Accord Front (PAF) rejected the text. The PAF said it would not sign.")
    assert names(context).get("Popular Accord Front") == "group"


def test_both_sides_are_the_pair_last_spoken_of(opened: Opened, named: Named) -> None:
    """ "Both sides" means the two parties named together before."""
    context = opened(
        "Talks between Armenia and Azerbaijan opened. France hosted them. Both sides agreed to meet again."
    )
    token = next(t for t in context.tokens_in(0, len(context.report.text)) if t.text == "sides")
    assert {named(context, a) for a in context.roster.at(token)} == {"Armenia", "Azerbaijan"}


def test_the_government_without_a_state_is_kept_as_such(opened: Opened, named: Named) -> None:
    """Where a report does not say whose government it is, nobody guesses."""
    context = opened("The rebels and the government met again. Norway and Cuba and Chile sent envoys.")
    tokens = {t.text: t for t in context.tokens_in(0, len(context.report.text))}
    assert [named(context, actor) for actor in context.roster.at(tokens["government"])] == ["Government"]


def test_no_name_is_found_in_hostile_words(opened: Opened) -> None:
    """Capital letters, digits and signs do not make persons, and nothing breaks."""
    assert opened("A B C D E F G 1 2 3 ((( ))) ,,,, '' President , of of the . President").roster is not None


@pytest.mark.parametrize(
    ("text", "person", "side"),
    [
        (
            "With me is Dev Rai, a member of the Maoist negotiating team.",
            "Dev Rai",
            "Communist Party of Nepal (Maoist)",
        ),
        ("Upendra Rai of the Plains Rights Forum warned of a strike.", "Upendra Rai", "Plains Rights Forum"),
        (
            "Nepal's government met. Prime Minister Hari Rai spoke to Nepal. Rai's Nepali Congress is in the cabinet.",
            "Hari Rai",
            "Nepal",
        ),
        (
            "Bishop Juan Quezada and the commander of the Rebel Armed Forces, Pablo Solano, spoke for hours.",
            "Pablo Solano",
            "Rebel Armed Forces",
        ),
    ],
)
def test_whose_an_interviewee_is(opened: Opened, text: str, person: str, side: str) -> None:
    """A seat in a team, "of the Forum", an office of the state and an office set apart by commas tell the side."""
    assert sides(opened(text))[person] == side
