"""What a text is held against: the record as whoever asks may see it, and a deal model that they may see."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator

from goodoffices.brief.model.entry import Entry
from goodoffices.desk.gathered import gather, merged
from goodoffices.desk.query import Query
from goodoffices.desk.shelf import NotReady
from goodoffices.desk.snapshot import Snapshot
from goodoffices.record import Evidence, Finding, Findings
from goodoffices.web.asking import Asking

from .deal import model_for
from .tasks import Ground

__all__ = ["ground_of", "record_of"]

_WHOLE = 2_000
"""Statements up to which all findings are at hand; beyond, the newest positions, parties and claims."""
_KINDS = {"position": 3_000, "actor": 3_000, "issue_status": 1_000}
_PAGE = 500
_KEPT = 8

_lock = threading.Lock()
_known: OrderedDict[int, tuple[Snapshot, Findings]] = OrderedDict()


def ground_of(who: Asking, model: str = "") -> tuple[Ground, str]:
    """What a text is held against for whoever asks, and the name of its deal model: the first where none is named.

    Raises:
        NotInCase: If this audience may see no model of that name.
    """
    name, text = model_for(who, model)
    return Ground(findings=record_of(who), model=text), name


def record_of(who: Asking) -> Findings | None:
    """The findings of whoever asks; None while they are being put together, or where there are none."""
    try:
        snapshot = who.snapshot
    except NotReady:
        return None
    with _lock:
        held = _known.get(id(snapshot))
        if held is not None and held[0] is snapshot:
            _known.move_to_end(id(snapshot))
            return held[1]
    made = _made(who, snapshot)
    with _lock:
        _known[id(snapshot)] = (snapshot, made)
        while len(_known) > _KEPT:
            _known.popitem(last=False)
    return made


def _made(who: Asking, snapshot: Snapshot) -> Findings:
    if sum(who.view.tally().statements.values()) <= _WHOLE:
        return merged(gather(who.view))
    found = tuple(_finding(each) for kind, most in _KINDS.items() for each in _newest(snapshot, kind, most))
    return Findings(reports=(), findings=found)


def _newest(snapshot: Snapshot, kind: str, most: int) -> Iterator[Entry]:
    after: str | None = None
    left = most
    while left > 0:
        page = snapshot.find(Query(kind=kind), limit=min(_PAGE, left), after=after)
        yield from page.entries
        left -= len(page.entries)
        after = page.after
        if after is None:
            return


def _finding(entry: Entry) -> Finding:
    return Finding(
        id=entry.id,
        content=entry.content,
        evidence=tuple(Evidence(report=e.report, start=e.start, end=e.end, quote=e.quote) for e in entry.evidence[:1]),
        statements=entry.statements,
        sources=entry.sources,
        said_by=entry.said_by,
        when=entry.when,
        as_of=entry.as_of,
        first_reported=entry.first_reported,
        marking=entry.marking,
        verdict=entry.verdict,
        confidence=entry.confidence,
    )
