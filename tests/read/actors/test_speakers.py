"""Speakers whom the labels of a transcript alone name."""

from __future__ import annotations

from collections.abc import Callable

from goodoffices.read.context import Context
from goodoffices.read.kinds.quotes import find_quotes

Opened = Callable[[str], Context]

TRANSCRIPT = """Remarks to the press (transcript)

FOREIGN MINISTER ANA RUIZ OF CHILE: Thank you for coming. We have a text.

QUESTION: Mr Kohl, is it final?

MR. KOHL: It is not. We meet again in May.

ANA RUIZ: I agree with that.
"""


def test_labels_name_speakers(opened: Opened) -> None:
    """Those who answer are persons with their offices; who asks is not."""
    context = opened(TRANSCRIPT)
    persons = {a.name for a in context.roster.acting() if a.kind == "person"}
    assert persons == {"Ana Ruiz", "Kohl"}
    assert {r.title for r in context.roster.roles} == {"Foreign Minister"}


def test_each_turn_is_its_speakers(opened: Opened) -> None:
    """A turn is said by the one whom its label names, in full or by surname."""
    context = opened(TRANSCRIPT)
    said = [context.roster.actors[q.content.speaker].name for q in find_quotes(context)]  # type: ignore[union-attr]  # quotes alone
    assert sorted(said) == ["Ana Ruiz", "Ana Ruiz", "Kohl"]
