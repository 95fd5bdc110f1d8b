"""Round-ups with items of several states, movements called by one noun, and whom a verb says that someone acts for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context

Opened = Callable[[str], Context]


def _sides(context: Context) -> dict[str, str | None]:
    """Persons -> the names of their sides."""
    actors = context.roster.actors
    persons = [actor for actor in actors.values() if actor.kind == "person"]
    return {a.name: actors[a.side].name if a.side in actors else None for a in persons}


def _acting(context: Context) -> dict[str, str]:
    """The names and kinds of those who act."""
    return {actor.name: actor.kind for actor in context.roster.acting()}


@pytest.mark.parametrize(
    ("text", "person", "side"),
    [
        ("The Houthis sent a delegation led by Karim Salloum to Muscat.", "Karim Salloum", "Houthis"),
        ("UNITA dispatched a team headed by General Jorge Lima.", "Jorge Lima", "UNITA"),
        ("Ana Ruiz, who sits on the executive of the Polisario Front, said no.", "Ana Ruiz", "Polisario Front"),
        (
            "The Karen National Union, for which General Jorge Lima signed, welcomed the text.",
            "Jorge Lima",
            "Karen National Union",
        ),
        (
            "The Coordination of Azawad Movements met. Moussa Ag Issa, who speaks for the Coordination, said no.",
            "Moussa Ag Issa",
            "Coordination of Azawad Movements",
        ),
        (
            "The Alliance for Peace met. Kofi Mensah, the Alliance's spokesman, said that it would sign.",
            "Kofi Mensah",
            "Alliance for Peace",
        ),
    ],
)
def test_who_is_sent_sits_or_signs_for_a_body(opened: Opened, text: str, person: str, side: str) -> None:
    """Someone speaks for the body that sends the team, on whose board they sit, or that they sign for."""
    assert _sides(opened(text))[person] == side


def test_what_someone_also_chairs_comes_second() -> None:
    """An office given first tells more of a person's side than what they chair besides; see the parse's word "also"."""
    from goodoffices.read.actors.leadership import _is_besides  # noqa: PLC0415  loads the parser's types
    from goodoffices.read.pipeline import parse  # noqa: PLC0415

    also, only = parse(["X, the army chief who also chairs the council, left.", "X, who chairs the council, left."])
    chairs = [next(t for t in doc if t.text == "chairs") for doc in (also, only)]
    assert [_is_besides(verb) for verb in chairs] == [True, False]


def test_items_of_a_round_up_have_states_of_their_own(opened: Opened) -> None:
    """In a round-up an office without a state is of the state at the head of its item."""
    context = opened(
        "World round-up\n\nJAPAN: waiting\n\nForeign Minister Taro Ueda said that the text was not ready. "
        '"We wait," the government\'s spokesman, Ken Mori, said.\n\n'
        "THAILAND: an envoy leaves\n\nForeign Minister Somchai Prasert said that talks had failed."
    )
    assert _sides(context) == {"Taro Ueda": "Japan", "Ken Mori": "Japan", "Somchai Prasert": "Thailand"}


def test_datelines_of_several_capitals_make_a_round_up(opened: Opened) -> None:
    """A capital alone at the head of two paragraphs gives its state to the offices behind it."""
    context = opened(
        "Tokyo. Foreign Minister Taro Ueda said that the text was not ready.\n\n"
        "Manila. Defence Minister Jose Abad said that it was."
    )
    assert _sides(context) == {"Taro Ueda": "Japan", "Jose Abad": "Philippines"}


def test_one_dateline_makes_no_round_up(opened: Opened) -> None:
    """Where a single story was written tells nothing of whose minister speaks in it."""
    context = opened("NAIROBI. Sudan and its rebels met. Sudan's army left. Foreign Minister Ali Hamad said so.")
    assert _sides(context)["Ali Hamad"] != "Kenya"


@pytest.mark.parametrize(
    ("text", "group", "found"),
    [
        ("The text lies here. On Monday the Platform rejected it. In Gao the Platform stayed away.", "Platform", True),
        ("It was told by the Coordination to wait. Now the Coordination has signed.", "Coordination", True),
        (
            "The state opened the Platform. In May the Platform was built, and in June the Platform fell.",
            "Platform",
            False,
        ),
        ("On Monday the Alliance rejected it.", "Alliance", False),
    ],
)
def test_movements_called_by_one_noun(opened: Opened, text: str, group: str, found: bool) -> None:  # noqa: FBT001
    """A noun with a capital letter is a movement where it acts twice, once as only people do."""
    assert (_acting(opened(text)).get(group) == "group") is found


def test_states_in_a_list_with_bodies_act(opened: Opened) -> None:
    """A state in one list with unions and organisations is a participant as they are."""
    context = opened("Those present were the African Union, ECOWAS, Chad, Mauritania and Niger.")
    assert {"African Union", "ECOWAS", "Chad", "Mauritania", "Niger"} <= _acting(context).keys()


def test_mission_known_by_its_acronym(opened: Opened) -> None:
    """ "The peacekeeping mission" is the one mission of the United Nations that the report names, by its acronym."""
    context = opened(
        'MINURSO said that the truce held. "Every week counts," said an officer of the peacekeeping mission.'
    )
    assert _sides(context) == {"officer of the peacekeeping mission": "MINURSO"}


def test_words_that_go_on_in_the_next_sentence(opened: Opened) -> None:
    """Someone without a name whose words come in the sentence behind is quoted all the same."""
    context = opened('The RSF met us. But a member of its delegation ruled out any pullback. "It is over," he said.')
    assert _sides(context) == {"member of its delegation": "Rapid Support Forces"}


def test_correspondent_is_no_actor(opened: Opened) -> None:
    """A byline with "our correspondent" names who wrote the report."""
    assert not _sides(opened("By our correspondent Halima Idriss in Nairobi\n\nThe RSF met."))


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("South Africa sent a team. Thabo Mbeki told reporters in Bujumbura that talks went on.", "South Africa"),
        ("The African Union sent a team. Thabo Mbeki told reporters in Juba that talks went on.", "African Union"),
    ],
)
def test_someone_who_spoke_for_a_state_and_a_union(opened: Opened, text: str, side: str) -> None:
    """Which of their sides the report names decides."""
    assert _sides(opened(text))["Thabo Mbeki"] == side
