"""Governments that a report leaves without a state."""

from __future__ import annotations

from goodoffices.record import ActorContent, actor_id, make_report, make_statement
from goodoffices.record.findings import build


def actors(*texts: tuple[str, str, tuple[str, ...]]) -> dict[str, str]:
    """The joined actors of reports that each name one body: name -> kind."""
    reports, statements = [], []
    for number, (name, kind, aliases) in enumerate(texts):
        report = make_report(f"{number} {name} spoke.", path=f"{number}.txt", title=name, language="en")
        content = ActorContent(actor=actor_id(kind, name), name=name, kind=kind, aliases=aliases)
        reports.append(report)
        statements.append(make_statement(content, (report.evidence(0, 3),), reader="test"))
    found = build(reports, statements).of_kind("actor")
    return {f.content.name: f.content.kind for f in found if isinstance(f.content, ActorContent)}


def test_it_is_the_only_state_whose_government_is_spoken_of() -> None:
    """ "The Government" of one report is Mali's where another speaks of Mali's government alone."""
    joined = actors(("Mali", "state", ("Malian government",)), ("Government", "organisation", ()))
    assert joined == {"Mali": "state"}


def test_of_several_states_nobody_is_guessed() -> None:
    """Two governments are spoken of: the unnamed one stays unnamed."""
    joined = actors(
        ("Mali", "state", ("Malian government",)),
        ("Chad", "state", ("Chadian government",)),
        ("Government", "organisation", ()),
    )
    assert set(joined) == {"Mali", "Chad", "Government"}


def test_a_state_alone_does_not_do() -> None:
    """A state whose government nobody speaks of lends nothing."""
    assert set(actors(("Mali", "state", ()), ("Government", "organisation", ()))) == {"Mali", "Government"}
