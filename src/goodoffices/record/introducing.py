"""Whom somebody means who adds a finding by hand: an actor of the report, one of the case, or a new one.

What is added to a report is seen by whoever sees the report. So an actor is taken from other reports only where all of
them may know of it; otherwise the name is a new one, and whoever writes it down says what it is, and answers for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import get_args

import msgspec

from .content import ActorContent, ActorKind, actor_id, fold
from .errors import InputError, UnknownActors
from .report import Evidence
from .statement import Statement

__all__ = ["ActorsOfReport", "Introduced", "KnownActor", "Lookup"]

_LONGEST_NAME = 200
_KINDS: tuple[ActorKind, ...] = get_args(ActorKind)


class KnownActor(msgspec.Struct, frozen=True, kw_only=True):
    """An actor as the reports of a case come to it.

    Attributes:
        id: Its id in the findings.
        name: Its name.
        statements: Ids of the statements that say that there is such an actor.
    """

    id: str
    name: str
    statements: tuple[str, ...]


Lookup = Callable[[str], Collection[KnownActor]]
"""Finds the actors of a case, as the one who asks sees it, by an id or a name."""


class Introduced(msgspec.Struct, frozen=True):
    """An actor that is new to the report: what is said of it, and whether the case knew it before."""

    content: ActorContent
    evidence: Evidence
    known: bool


class ActorsOfReport:
    """The actors of one report, and those that are brought into it.

    Args:
        statements: What is known of the report.
        new: Name -> what it is, of actors that are new.
        elsewhere: Finds actors of other reports.
        open_to_all: Gives those of some statements that everybody sees who sees the report.
    """

    def __init__(
        self,
        statements: Iterable[Statement],
        *,
        new: Mapping[str, str],
        elsewhere: Lookup,
        open_to_all: Callable[[Iterable[str]], Iterable[Statement]],
    ) -> None:
        self._by_statement = {s.id: s.content for s in statements if isinstance(s.content, ActorContent)}
        self._ids = {each.actor for each in self._by_statement.values()}
        self._names: defaultdict[str, set[str]] = defaultdict(set)
        self._aliases: defaultdict[str, set[str]] = defaultdict(set)
        for each in self._by_statement.values():
            self._take(each)
        self._new = {fold(name): _kind(name, kind) for name, kind in new.items() if name.strip()}
        self._elsewhere, self._open_to_all = elsewhere, open_to_all
        self._unknown: dict[str, None] = {}
        self.introduced: list[Introduced] = []

    def _take(self, actor: ActorContent) -> None:
        self._ids.add(actor.actor)
        self._names[fold(actor.name)].add(actor.actor)
        for alias in actor.aliases:
            self._aliases[fold(alias)].add(actor.actor)

    def id_of(self, word: str, span: Evidence) -> str:
        """The id, in this report, of an actor that is named or given by its id; empty where nobody bears the name.

        Args:
            word: A name or an id.
            span: The words of the report that speak of it.

        Raises:
            InputError: If several bear the name.
        """
        if word in self._ids:
            return word
        own = self._names.get(fold(word)) or self._aliases.get(fold(word)) or set()
        if own:
            return _only(word, own)
        if kind := self._new.get(fold(word)):
            return self._introduce(ActorContent(actor=actor_id(kind, word), name=word, kind=kind), span, known=False)
        found = self._from_elsewhere(word, span)
        if not found:
            self._unknown[word] = None
        return found

    def own_id(self, kind: str, name: str) -> str:
        """The id of an actor that is itself what is added: the one that the report has of that name, or a new one."""
        own = self._names.get(fold(name)) or {actor_id(_kind(name, kind), name)}
        return _only(name, own)

    def require_all(self) -> None:
        """Make sure that everybody who was named is known.

        Raises:
            UnknownActors: If somebody is not.
        """
        if self._unknown:
            raise UnknownActors(tuple(self._unknown))

    def _from_elsewhere(self, word: str, span: Evidence) -> str:
        candidates = {each.id: each for each in self._elsewhere(word)}
        here = {
            self._by_statement[s].actor
            for each in candidates.values()
            for s in each.statements
            if s in self._by_statement
        }
        if here:
            return _only(word, here)
        told = {key: content for key, each in candidates.items() if (content := self._told_to_all(each)) is not None}
        if not told:
            return ""
        return self._introduce(told[_only(word, set(told))], span, known=True)

    def _told_to_all(self, known: KnownActor) -> ActorContent | None:
        """What everybody may know of an actor: its own name where they may, else another that they may."""
        shown = [s.content for s in self._open_to_all(known.statements) if isinstance(s.content, ActorContent)]
        named = [each for each in shown if each.name == known.name] or shown
        return min(named, key=lambda each: (each.actor, each.name), default=None)

    def _introduce(self, actor: ActorContent, span: Evidence, *, known: bool) -> str:
        bare = ActorContent(actor=actor.actor, name=actor.name, kind=actor.kind)
        self._take(bare)
        self.introduced.append(Introduced(bare, _where(actor.name, span), known))
        return actor.actor


def _kind(name: str, kind: str) -> ActorKind:
    if not fold(name) or len(name) > _LONGEST_NAME:
        msg = f"{name[:80]!r} is no name; write it with letters, {_LONGEST_NAME} characters at most"
        raise InputError(msg)
    for each in _KINDS:
        if each == kind:
            return each
    msg = f"{name[:80]!r} is said to be {kind[:40]!r}; say one of {', '.join(_KINDS)}"
    raise InputError(msg)


def _only(word: str, found: set[str]) -> str:
    if len(found) > 1:
        ids = ", ".join(sorted(found)[:6])
        msg = f"several actors are called {word[:80]!r}; give the id of the one that you mean: {ids}"
        raise InputError(msg)
    return next(iter(found))


def _where(name: str, span: Evidence) -> Evidence:
    """Where in the words a name stands; the words themselves where they name it otherwise."""
    at = span.quote.find(name)
    if at < 0:
        return span
    return Evidence(report=span.report, start=span.start + at, end=span.start + at + len(name), quote=name)
