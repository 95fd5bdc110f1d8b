"""Terms of an accord, the two sides that "the parties" means, and stances that only seem to be some."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.kinds.positions import find_positions
from goodoffices.read.kinds.status import find_status
from goodoffices.record import IssueStatusContent, PositionContent, Statement

Told = list[tuple[Statement, dict[str, str]]]
Read = Callable[..., Told]

COLOMBIA = (
    "Colombia and the rebels of the National Liberation Army (ELN) signed an accord in Quito on Monday. "
    "The ELN said it was glad. The government of Colombia said so too. The ELN will stay in Quito. "
    "Observers from Norway, Kenya and Brazil watched.\n\n"
)


def stances(read_with: Read, text: str) -> set[tuple[str, str, str]]:
    """The positions of a text as (party, issue, stance)."""
    found = set()
    for statement, names in read_with(find_positions, text):
        content = statement.content
        assert isinstance(content, PositionContent)
        found.add((names[content.party], content.issue, content.stance))
    return found


def states(read_with: Read, text: str) -> set[tuple[str, str]]:
    """The issue status of a text as (issue, status)."""
    contents = [statement.content for statement, _ in read_with(find_status, text)]
    return {(c.issue, c.status) for c in contents if isinstance(c, IssueStatusContent)}


ITEMS = COLOMBIA + "The main points of the text:\n\n- Release of all hostages by May\n- A truth commission of five\n"


def test_listed_terms_are_accepted_by_both(read_with: Read) -> None:
    """What a list gives as the points of an accord both sides have accepted, and observers have not."""
    found = stances(read_with, ITEMS)
    assert {("Colombia", "detainees", "accepts"), ("ELN", "detainees", "accepts")} <= found
    assert {("Colombia", "justice", "accepts"), ("ELN", "justice", "accepts")} <= found
    assert not {party for party, _, _ in found} & {"Norway", "Kenya", "Brazil"}


@pytest.mark.parametrize(
    ("lead", "accepted"),
    [
        ("Under the agreement the parties are bound by these points:", True),
        ("The main points of the signed text:", True),
        ("Its main elements include:", False),
        ("Key points of the statement:", False),
        ("The position of Gabon, as set out in May, rests on three points:", False),
    ],
)
def test_a_list_of_a_text_that_nobody_signed_needs_a_sign_of_both(
    read_with: Read, lead: str, *, accepted: bool
) -> None:
    """Where no signing is told of, the lead must say that both accept what follows."""
    before = "Gabon and the rebels of the Kivu Front (KF) met in Quito. A roadmap of the hosts was read out.\n\n"
    text = f"{before}{lead}\n\n- Release of all hostages by May\n- A truth commission of five\n"
    found = {stance for stance in stances(read_with, text) if stance[1:] == ("detainees", "accepts")}
    assert bool(found) is accepted


def test_listed_terms_are_agreed(read_with: Read) -> None:
    """They are also how far the talks have come."""
    assert {("detainees", "agreed"), ("justice", "agreed")} <= states(read_with, ITEMS)


def test_demands_in_a_list_are_no_terms(read_with: Read) -> None:
    """The points of a draft bind nobody."""
    draft = ITEMS.replace("The main points of the text:", "The main points of the ELN's draft:")
    assert ("detainees", "agreed") not in states(read_with, draft)
    assert ("Colombia", "detainees", "accepts") not in stances(read_with, draft)


@pytest.mark.parametrize(
    "clause",
    [
        "Under the accord, all hostages will be freed by May.",
        "The text provides for the release of all hostages.",
        "Under the pact elections are to be held in June. All hostages will be freed by May.",
    ],
)
def test_told_terms_are_accepted_by_both(read_with: Read, clause: str) -> None:
    """What is to come under an accord, in the report's own words, both sides have accepted."""
    found = stances(read_with, COLOMBIA + clause)
    assert {("Colombia", "detainees", "accepts"), ("ELN", "detainees", "accepts")} <= found


def test_terms_of_a_proposal_are_not(read_with: Read) -> None:
    """A proposal lays down nothing."""
    found = stances(read_with, COLOMBIA + "Under the proposed text, all hostages would be freed by May.")
    assert not {("Colombia", "detainees", "accepts"), ("ELN", "detainees", "accepts")} & found


def test_each_side_is_the_state_and_the_movement(read_with: Read) -> None:
    """ "Each side" means those who negotiate, not those who were named together last."""
    found = stances(read_with, COLOMBIA + "Each side accepted the release of its prisoners.")
    assert {p for p, issue, stance in found if (issue, stance) == ("detainees", "accepts")} == {"Colombia", "ELN"}


def test_what_both_undertake_each_accepts(read_with: Read) -> None:
    """An undertaking of both is no offer of one."""
    found = stances(read_with, COLOMBIA + "The parties pledged to observe a ceasefire.")
    assert ("Colombia", "ceasefire", "accepts") in found
    assert ("Colombia", "ceasefire", "offers") not in found


@pytest.mark.parametrize(
    "text",
    [
        "France and Portugal will be invited to the talks as observers once the elections are over.",
        "The ELN did not walk out of the room.",
        "The ELN will have broken the truce if it attacks Cali.",
        "Colombia and the ELN could not even agree on the size of the foreign force.",
        "The parties will meet again in Quito in May to discuss the ceasefire.",
        "The weapons that belong to the army were sold, the ELN said.",
    ],
)
def test_what_only_seems_a_stance(read_with: Read, text: str) -> None:
    """A passive, a negated idiom, a breach to come, a joint failure, a date and a relative clause show no stance."""
    assert stances(read_with, "Colombia and the ELN are talking. " + text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ELN says no amnesty can cover the murder of judges.", ("ELN", "justice", "rejects")),
        ("The ELN asked for ministries. On Friday the ELN dropped the demand.", ("ELN", "government", "accepts")),
        ("The ELN no longer insists on a ceasefire.", ("ELN", "ceasefire", "accepts")),
        ("The ELN does not bargain over its weapons.", ("ELN", "military-limits", "rejects")),
        ("The ELN would agree to no amnesty, it said.", ("ELN", "justice", "rejects")),
        ("Colombia appealed to the ELN to free its hostages.", ("Colombia", "detainees", "demands")),
    ],
)
def test_stances_of_other_shapes(read_with: Read, text: str, expected: tuple[str, str, str]) -> None:
    """A negated subject or object, a demand that is given up, a refusal in the present, an appeal to do something."""
    assert expected in stances(read_with, text)


def test_old_accords_tell_nothing_of_today(read_with: Read) -> None:
    """What was agreed years before the report is no status of the talks."""
    assert states(read_with, "In 2005 Colombia and the ELN agreed on the release of all prisoners.") == set()
    assert ("detainees", "agreed") in states(
        read_with, "On Monday Colombia and the ELN agreed on the release of all prisoners."
    )
