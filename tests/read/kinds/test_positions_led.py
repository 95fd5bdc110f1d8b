"""Positions of lists: whose terms, demands or paper the lead, the heading or the sentence before says they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context

Opened = Callable[[str], Context]
Positions = Callable[..., set[tuple[str, str, str]]]

_OPENING = "Armenia and Azerbaijan {did} on Tuesday after three days of talks in Geneva.\n"
_ITEMS = "- Release of all prisoners by June\n- Reopening of the railway\n"


@pytest.mark.parametrize(
    ("did", "lead"),
    [
        ("agreed on a ceasefire", "What Has Been Agreed\nKey elements of the package include:\n"),
        ("reached a deal", "The main elements of the deal are as follows:\n"),
        ("struck a deal", "According to officials, the understandings comprise:\n"),
        ("signed a memorandum", "Terms of the Memorandum\nAmong other things, it foresees:\n"),
        ("signed a roadmap", "The roadmap sets out three steps:\n"),
    ],
)
def test_what_an_accord_holds_both_accept(opened: Opened, positions: Positions, did: str, lead: str) -> None:
    """A word of the lead, the heading or a signing before shows that the items are those of an accord."""
    found = positions(opened(_OPENING.format(did=did) + lead + _ITEMS))
    assert {(side, "detainees", "accepts") for side in ("Armenia", "Azerbaijan")} <= found


@pytest.mark.parametrize(
    ("lead", "party"),
    [
        ("Key demands put forward by Azerbaijan include:\n", "Azerbaijan"),
        ("Demands presented by the Armenian delegation:\n", "Armenia"),
        ("The United Nations circulated a concept note with three principles. Among them are:\n", "United Nations"),
        ("The draft submitted by Russia foresees:\n", "Russia"),
    ],
)
def test_what_one_side_put_forward_it_demands(opened: Opened, positions: Positions, lead: str, party: str) -> None:
    """Demands and papers are of whoever is said to have made them, and nobody has accepted them."""
    found = positions(opened(_OPENING.format(did="held talks") + lead + _ITEMS))
    assert (party, "detainees", "demands") in found
    assert "accepts" not in {stance for _, _, stance in found}


def test_points_of_a_draft_are_no_terms(opened: Opened, positions: Positions) -> None:
    """What is only proposed has been accepted by nobody."""
    text = _OPENING.format(did="held talks") + "Key points of the draft agreement include:\n" + _ITEMS
    assert "accepts" not in {stance for _, _, stance in positions(opened(text))}


@pytest.mark.parametrize(
    ("cell", "stance"),
    [("Extended", "accepts"), ("Dialogue with them supported", "accepts"), ("Foreign judges refused", "rejects")],
)
def test_a_participle_at_the_end_of_a_cell_tells(opened: Opened, positions: Positions, cell: str, stance: str) -> None:
    """ "Truce | Extended": what was done with it, under the authorities that a head names without a name."""
    table = f"| Issue | Chad | Transitional authorities |\n| --- | --- | --- |\n| Truce | Rejected | {cell} |"
    assert ("Transitional authorities", "ceasefire", stance) in positions(opened(table))
