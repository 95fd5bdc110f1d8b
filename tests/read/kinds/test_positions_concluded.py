"""Tests of what nobody is named for: agreed, obliged, told by a table, a letterhead or a passive."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context
from goodoffices.read.kinds.author import authors_of
from goodoffices.read.kinds.matrix import find_matrix_positions
from goodoffices.read.kinds.scored import find_scored_positions

Opened = Callable[[str], Context]
Stand = tuple[str, str, str]
Positions = Callable[..., set[Stand]]
LEAD = (
    "OSLO, 9 January (Wire) - Delegations of the Government of Kenya and the Free Nubia Front (FNF) met in Oslo on "
    "Tuesday for talks on a ceasefire between the Government of Kenya and the FNF. John Abara leads the FNF team and "
    "Foreign Minister Musa Otieno the Kenyan one.\n\n"
)
K, F = "Kenya", "Free Nubia Front"


@pytest.mark.parametrize(
    ("sentence", "issue"),
    [
        ("The return of refugees was agreed in October.", "displacement"),
        ("An amnesty has been settled.", "justice"),
        ("The Agreement on Prisoners was initialled by the foreign ministers.", "detainees"),
        ("By mutual agreement the verification mission will report in May.", "monitoring"),
        ("By common consent, the text will remain confidential.", "process"),
        ("Both delegations still say in public that the truce stands.", "ceasefire"),
        ("The accord bears the signatures of Kenya and the FNF.", "process"),
        ("The agreement carries the names of John Abara for the FNF and Musa Otieno for Kenya.", "process"),
    ],
)
def test_what_nobody_is_named_for_both_have_accepted(
    opened: Opened, positions: Positions, sentence: str, issue: str
) -> None:
    """A passive without anyone who did it, common consent and names under an accord are a yes of each side."""
    assert {(K, issue, "accepts"), (F, issue, "accepts")} <= positions(opened(LEAD + sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The return of refugees was agreed by parliament in October.",
        "The return of refugees has yet to be agreed.",
        "The return of refugees was not agreed.",
        "The return of refugees will be agreed in May.",
        "Once the return of refugees was agreed, the envoy left.",
        "The return of refugees was nearly agreed.",
        "Not one paragraph on refugees has been initialled.",
        "The council on refugees takes decisions by consensus.",
        "The ceasefire can only be changed by mutual consent.",
        "The truce no longer stands.",
    ],
)
def test_what_is_not_agreed_is_no_yes(opened: Opened, positions: Positions, sentence: str) -> None:
    """What others agreed, what is denied, to come, supposed or half done is accepted by nobody."""
    assert not {stance for _, _, stance in positions(opened(LEAD + sentence))} & {"accepts"}


@pytest.mark.parametrize(
    ("sentence", "stand"),
    [
        ('"Our weapons will not be handed to the army," Abara said.', (F, "military-limits", "rejects")),
        ("The army would not be dissolved, Otieno said.", (K, "military-limits", "rejects")),
        (
            '"This is not, and will not be, a topic for Oslo," Otieno said of foreign troops.',
            (K, "foreign-forces", "rejects"),
        ),
        ("A UN force is no longer unthinkable, Otieno said.", (K, "foreign-forces", "ambiguous")),
        ("A UN force is conceivable if Kenya accepts it, the FNF said.", (F, "foreign-forces", "conditional")),
        ("The FNF is considering freeing the hostages.", (F, "detainees", "offers")),
        ("Kenya doubts that the FNF will honour the ceasefire.", (K, "ceasefire", "ambiguous")),
        ("The FNF has made a ceasefire its first condition.", (F, "ceasefire", "demands")),
        ("For the FNF, the release of prisoners comes first.", (F, "detainees", "demands")),
        ("Kenya has hardened its position on prisoners.", (K, "detainees", "rejects")),
        ("The FNF resigned itself to disarmament.", (F, "military-limits", "accepts")),
        ("The FNF never sat down.", (F, "process", "rejects")),
        ("The pact obliges Kenya to close the camps for refugees.", (K, "displacement", "accepts")),
        ("Constitution. Kenya: a referendum in May; FNF: an assembly elected by all.", (K, "government", "demands")),
        ("Sanctions were eased with the consent of the FNF.", (F, "sanctions", "accepts")),
    ],
)
def test_ways_of_saying_it(opened: Opened, positions: Positions, sentence: str, stand: Stand) -> None:
    """Judgements, passives, turns of phrase and asides show a stance, and whose it is."""
    assert stand in positions(opened(LEAD + sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The talks would not be finished by Friday, the envoy said.",
        "The rebels will not be defeated, Otieno said.",
        "Otieno moved on to the next subject, the ceasefire.",
        "An amnesty was not on the agenda.",
        "Otieno: We do not want that. Abara: Nor do we.",
        "Kenya asked not to be named.",
    ],
)
def test_ways_of_saying_nothing_of_it(opened: Opened, positions: Positions, sentence: str) -> None:
    """Forecasts, the order of the day, and words of the press show no stance."""
    assert not positions(opened(LEAD + sentence))


PLAIN = (
    "{lead}File | Status | Kenya | FNF\nPrisoners | {state} | wants a list | names first\n"
    "Oil | open | all of it | half\n"
)


def test_rows_with_bars_and_no_frame_are_a_table(opened: Opened, positions: Positions) -> None:
    """Three lines cut alike by bars are a table without a frame or a rule; two may be a menu."""
    text = PLAIN.format(lead=LEAD, state="agreed")
    assert (K, "detainees", "demands") in positions(opened(text), find_matrix_positions)
    assert not positions(opened(LEAD + "Kenya | FNF\nHome | Back\n"), find_matrix_positions)


@pytest.mark.parametrize(
    ("state", "agreed"), [("agreed in May", True), ("deadlocked", False), ("nearly agreed", False)]
)
def test_what_a_scorecard_calls_agreed(opened: Opened, positions: Positions, state: str, agreed: bool) -> None:  # noqa: FBT001
    """The sides of the columns have accepted a row whose status says so."""
    both = {(K, "detainees", "accepts"), (F, "detainees", "accepts")}
    assert positions(opened(PLAIN.format(lead=LEAD, state=state)), find_scored_positions) == (both if agreed else set())


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ("MINISTRY OF FOREIGN AFFAIRS OF THE RUSSIAN FEDERATION\nInformation Department\n\n", "Russia"),
        ("Embassy of the Republic of Kenya\nNairobi, 3 May\n\n", "Kenya"),
        ("MINISTRY OF FOREIGN AFFAIRS OF KENYA\nJoint communiqué of the parties\n\n", None),
        ("Ministry of fear: how the talks failed\n\n", None),
    ],
)
def test_a_letterhead_names_the_author(opened: Opened, head: str, author: str | None) -> None:
    """The office at the top speaks in a statement, but not in a joint text, and a headline is no office."""
    context = opened(
        head + "A delegation took part in the talks. The troops must leave the zone, and the camps stay.\n"
    )
    assert [context.roster.actors[actor].name for actor in authors_of(context)] == ([author] if author else [])
