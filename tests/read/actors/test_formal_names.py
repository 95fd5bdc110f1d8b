"""The longer forms in which a report names a state."""

from __future__ import annotations

from goodoffices.read.actors.formal_names import formal_names
from goodoffices.read.context import open_context
from goodoffices.record import make_report


def _forms(text: str, state: str) -> frozenset[str]:
    context = open_context(make_report(text, path="x.txt", title="x"))
    actor = next(a for a in context.roster.actors.values() if a.name == state)
    return formal_names(context.passages, actor)


def test_government_and_authorities_are_names_of_the_state() -> None:
    """Forms before and behind the name count, in the words of the report."""
    text = "The Government of India met the rebels. Chad's authorities said no."
    assert _forms(text, "India") == {"Government of India"}
    assert _forms(text, "Chad") == {"Chad's authorities"}


def test_a_bare_name_has_no_other_form() -> None:
    """Where a report only names the state, there is nothing to add."""
    assert _forms("India rejected the proposal.", "India") == frozenset()
