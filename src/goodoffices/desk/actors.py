"""The actors of a case by name or id, for whoever adds a finding by hand: out of a snapshot, or out of findings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from goodoffices.record import ActorContent, Findings, fold
from goodoffices.record.introducing import KnownActor, Lookup
from goodoffices.record.words import folded_words

if TYPE_CHECKING:
    from .snapshot import Snapshot

__all__ = ["actors_of_findings", "actors_of_snapshot"]

_ALIKE = 200
"""Actors whose names hold the words of a name, of which those are taken that bear it."""

_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)


def actors_of_findings(findings: Findings) -> Lookup:
    """Look actors up in findings as they were merged."""

    def look(word: str) -> tuple[KnownActor, ...]:
        actors = ((each, each.content) for each in findings.findings if isinstance(each.content, ActorContent))
        return _bearing(word, ((content, each.statements) for each, content in actors))

    return look


def actors_of_snapshot(snapshot: Snapshot) -> Lookup:
    """Look actors up in a snapshot."""
    from .query import Query  # noqa: PLC0415  SQLAlchemy: only where there are snapshots

    def look(word: str) -> tuple[KnownActor, ...]:
        name = _ARTICLE.sub("", snapshot.brief.names.get(word, word))
        words = " ".join(folded_words(name))
        if not words:
            return ()
        found = snapshot.find(Query(kind="actor", text=f'"{words}"', order="record"), limit=_ALIKE).entries
        actors = ((each.content, each.statements) for each in found if isinstance(each.content, ActorContent))
        return _bearing(word, actors)

    return look


def _bearing(word: str, actors: Iterable[tuple[ActorContent, tuple[str, ...]]]) -> tuple[KnownActor, ...]:
    """Those that have the id or bear the name: as their own before as another of their names."""
    wanted = fold(word)
    named: list[KnownActor] = []
    also: list[KnownActor] = []
    for content, statements in actors:
        known = KnownActor(id=content.actor, name=content.name, statements=statements)
        if content.actor == word:
            return (known,)
        if wanted and fold(content.name) == wanted:
            named.append(known)
        elif wanted and wanted in {fold(alias) for alias in content.aliases}:
            also.append(known)
    return tuple(named or also)
