"""Armies: an actor of their own where the reports tell of them, their state where they are named in passing."""

from __future__ import annotations

from goodoffices.record import ActorContent, Statement, actor_id, make_report, make_statement
from goodoffices.record.findings import build

TEXT = "The army spoke. The army moved. The army left. Kenya waited."


def joined(sentences: int, name: str = "Kenyan army") -> dict[str, str]:
    """The joined actors of a report that tells of a state, and of its army in so many sentences: name -> kind."""
    report = make_report(TEXT, path="1.txt", title="T", language="en")
    state = actor_id("state", "Kenya")
    army = actor_id("organisation", name)
    spans = [(0, 15), (16, 31), (32, 46)][:sentences]

    def said(content: ActorContent, evidence: list[tuple[int, int]]) -> Statement:
        return make_statement(content, tuple(report.evidence(*span) for span in evidence), reader="test")

    statements = [
        said(ActorContent(actor=state, name="Kenya", kind="state"), [(47, 60)]),
        said(ActorContent(actor=army, name=name, kind="organisation", side=state), spans),
    ]
    found = build([report], statements).of_kind("actor")
    return {f.content.name: f.content.kind for f in found if isinstance(f.content, ActorContent)}


def test_an_army_told_of_in_passing_is_its_state() -> None:
    """Two sentences about it make no actor beside the state."""
    assert joined(2) == {"Kenya": "state"}


def test_an_army_that_reports_tell_of_is_an_actor() -> None:
    """Three sentences about it do."""
    assert joined(3) == {"Kenya": "state", "Kenyan army": "organisation"}


def test_a_police_or_a_force_with_a_name_of_its_own_stays() -> None:
    """Only an army by its plain name is joined with its state."""
    assert "Kenyan police" in joined(1, "Kenyan police")
    assert "Kenya Navy Command" in joined(1, "Kenya Navy Command")
