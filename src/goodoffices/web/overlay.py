"""Words that analysts gave, beside the findings they are about: at once, before they are merged."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping

from goodoffices.brief.model.entry import Entry
from goodoffices.desk.snapshot import Snapshot
from goodoffices.record import Judgement
from goodoffices.record.findings.verdicts import standing
from goodoffices.record.paging import Standing
from goodoffices.record.store import Store

from .asking import Asking

__all__ = ["words_on", "words_since"]


def words_on(who: Asking, snapshot: Snapshot, entry: Entry) -> tuple[Judgement, ...]:
    """All words that this audience may see on a finding, retractions too, the earliest first."""
    return who.view.judgements_on(sorted(_judged(who, snapshot).under([entry.id])[entry.id]))


def words_since(who: Asking, snapshot: Snapshot, entries: Iterable[Entry]) -> Mapping[str, tuple[Judgement, ...]]:
    """The words that stand on each of some findings: finding id -> words, the earliest first."""
    listed = list(entries)
    cut = [entry.id for entry in listed if entry.cut is not None]
    under = {entry.id: frozenset(entry.statements) for entry in listed}
    under |= _judged(who, snapshot).under(cut) if cut else {}
    ids = {each for found in under.values() for each in found}
    by_target: dict[str, list[Judgement]] = {}
    for word in standing(who.view.judgements_on(sorted(ids))) if ids else ():
        for target in {word.target, *word.statements, *word.other_statements, *([word.other] if word.other else [])}:
            by_target.setdefault(target, []).append(word)
    return {finding: _joined(by_target, (finding, *sorted(found))) for finding, found in under.items()}


def _joined(by_target: Mapping[str, list[Judgement]], targets: Iterable[str]) -> tuple[Judgement, ...]:
    words = {word.id: word for each in targets for word in by_target.get(each, ())}
    return tuple(sorted(words.values(), key=lambda word: (word.at, word.id)))


class _Judged:
    """Which statements of each finding anybody gave a word on: a finding may rest on thousands, and few are judged.

    It looks at no marking: what the words are, and whether there are any for an audience, its view says.
    """

    def __init__(self, store: Store, snapshot: Snapshot) -> None:
        self._store, self._snapshot = store, snapshot
        self._lock = threading.Lock()
        self._upto = Standing()
        self._under: dict[str, set[str]] = {}

    def under(self, findings: Iterable[str]) -> dict[str, frozenset[str]]:
        """The statements of each of some findings on which a word was given."""
        now = self._store.standing()
        with self._lock:
            if now.judgements != self._upto.judgements:
                for each, statements in self._snapshot.rested_on(self._store.judged_since(self._upto)).items():
                    self._under.setdefault(each, set()).update(statements)
                self._upto = now
            return {each: frozenset(self._under.get(each, ())) for each in findings}


def _judged(who: Asking, snapshot: Snapshot) -> _Judged:
    known = snapshot.kept.setdefault(_Judged, _Judged(who.bench.store, snapshot))
    assert isinstance(known, _Judged)  # noqa: S101  what stands under its own class
    return known
