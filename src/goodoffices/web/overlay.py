"""Words that analysts gave since a snapshot was made: shown beside its findings at once, before they are merged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from goodoffices.brief.model.entry import Entry
from goodoffices.record import Judgement
from goodoffices.record.findings.verdicts import standing

from .asking import Asking

__all__ = ["words_on", "words_since"]


def words_on(who: Asking, entry: Entry) -> tuple[Judgement, ...]:
    """All words that this audience may see on a finding or its statements, retractions too, the earliest first."""
    return who.view.judgements_on((*entry.statements, entry.id))


def words_since(who: Asking, entries: Iterable[Entry]) -> Mapping[str, tuple[Judgement, ...]]:
    """The words that stand on each of some findings: finding id -> words, the earliest first."""
    listed = list(entries)
    by_statement: dict[str, list[Judgement]] = {}
    for word in standing(who.view.judgements_on([each for entry in listed for each in entry.statements])):
        for target in {word.target, *word.statements, *word.other_statements, *([word.other] if word.other else [])}:
            by_statement.setdefault(target, []).append(word)
    return {
        entry.id: tuple(
            {w.id: w for each in (entry.id, *entry.statements) for w in by_statement.get(each, ())}.values()
        )
        for entry in listed
    }
