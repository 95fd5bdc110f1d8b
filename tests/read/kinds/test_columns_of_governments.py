"""Matrices in which a column is headed with a government that the head does not name by its state."""

from __future__ import annotations

import pytest

from goodoffices.read.reading import read_report
from goodoffices.record import ActorContent, PositionContent, make_report

TABLE = """The government of Chad and the rebels of the Blue Front met in Doha on Monday.

| Issue | {head} | Blue Front |
|---|---|---|
| Prisoners | Release after signature | Immediate release |
| Amnesty | Accepted | Rejected |
"""


@pytest.mark.parametrize("head", ["Transitional government", "Federal government", "Interim authorities"])
def test_its_column_is_the_states(head: str) -> None:
    """The state that the report tells of holds what stands in the column."""
    report = make_report(TABLE.format(head=head), path="1.txt", title="T", language="en")
    contents = [statement.content for statement in read_report(report).statements]
    names = {c.actor: c.name for c in contents if isinstance(c, ActorContent)}
    holders = {names[c.party] for c in contents if isinstance(c, PositionContent)}
    assert holders == {"Chad", "Blue Front"}


def test_the_government_of_a_region_is_itself() -> None:
    """A regional government is not its state."""
    report = make_report(TABLE.format(head="Regional government"), path="1.txt", title="T", language="en")
    contents = [statement.content for statement in read_report(report).statements]
    names = {c.actor: c.name for c in contents if isinstance(c, ActorContent)}
    assert "Regional government" in {names[c.party] for c in contents if isinstance(c, PositionContent)}
