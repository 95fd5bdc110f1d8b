"""Where a sentence names actors: by their names, by other forms of them, by what people call those of a state."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from goodoffices.record.content import ActorContent, fold

from .process_words import process_words

__all__ = ["Named", "Names"]

_TOKEN = re.compile(r"\w+")
_LONGEST = 7
"""Tokens of the longest name that is looked for."""
_SUFFIXES = ("ians", "ian", "eans", "ean", "ans", "an", "ns", "n", "is", "i", "ese", "ish", "s")
_SHORTEST_BASE = 4
_TAIL = 3
"""Letters of a state's name that may fall away before the ending ("Colombia", "Colombian"; "Somalia", "Somali")."""
_BARE = 3
"""Characters of a name in capitals up to which its case must be the same, so that "us" is no state."""


class Named(msgspec.Struct, frozen=True):
    """A stretch ``[start, end)`` of a text that names an actor."""

    start: int
    end: int
    actor: str


class Names:
    """The names of all actors of a set of findings, ready to be looked for."""

    def __init__(self, actors: Iterable[ActorContent]) -> None:
        """Take the names and aliases that mean one actor only."""
        known = list(actors)
        self._names = _unambiguous(known)
        self._states = {fold(one.name): one.actor for one in known if one.kind in {"state", "organisation"}}
        self._irregular = {
            fold(word): self._states[fold(state)]
            for state, words in process_words().demonyms.items()
            if fold(state) in self._states
            for word in words
        }
        self._bases: dict[str, str | None] = {}

    def find(self, text: str) -> tuple[Named, ...]:
        """The actors that a text names, in order; the longest name wins, and names do not overlap."""
        tokens = [(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text)]
        found, at = [], 0
        while at < len(tokens):
            named = self._longest(tokens, at) if tokens[at][0][0].isupper() else None
            if named is None:
                at += 1
                continue
            length, actor = named
            found.append(Named(tokens[at][1], tokens[at + length - 1][2], actor))
            at += length
        return tuple(found)

    def _longest(self, tokens: list[tuple[str, int, int]], at: int) -> tuple[int, str] | None:
        for length in range(min(_LONGEST, len(tokens) - at), 0, -1):
            words = tuple(fold(token[0]) for token in tokens[at : at + length])
            actor = self._names.get(words)
            if actor and _same_case(tokens[at : at + length]):
                return length, actor
        return self._demonym(tokens, at)

    def _demonym(self, tokens: list[tuple[str, int, int]], at: int) -> tuple[int, str] | None:
        """The state whose people are called so: "Colombian", "South Sudanese", "French"."""
        for length in (2, 1):
            if at + length <= len(tokens):
                word = " ".join(fold(token[0]) for token in tokens[at : at + length])
                actor = self._irregular.get(word) or self._of_base(word)
                if actor:
                    return length, actor
        return None

    def _of_base(self, word: str) -> str | None:
        if word not in self._bases:
            self._bases[word] = self._look(word)
        return self._bases[word]

    def _look(self, word: str) -> str | None:
        """The state whose name shares most with the word, its ending taken off."""
        fits: list[tuple[int, str]] = []
        for suffix in _SUFFIXES:
            base = word.removesuffix(suffix)
            if base == word or len(base) < _SHORTEST_BASE:
                continue
            fits += [
                (len(base), actor)
                for name, actor in self._states.items()
                if name.startswith(base) and len(name) - len(base) <= _TAIL
            ]
        best = max((fit[0] for fit in fits), default=0)
        owners = {actor for length, actor in fits if length == best}
        return owners.pop() if len(owners) == 1 else None


def _same_case(tokens: list[tuple[str, int, int]]) -> bool:
    word = "".join(token[0] for token in tokens)
    return len(word) > _BARE or word.isupper() or (word[0].isupper() and len(tokens) == 1 and not word.isupper())


def _unambiguous(actors: Iterable[ActorContent]) -> Mapping[tuple[str, ...], str]:
    owners: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for one in actors:
        for name in _forms(one):
            words = tuple(fold(token) for token in _TOKEN.findall(name))
            if words and len("".join(words)) > 1:
                owners[words].add(one.actor)
    return {name: next(iter(ids)) for name, ids in owners.items() if len(ids) == 1}


def _forms(one: ActorContent) -> Iterator[str]:
    """Its names; of a person the last word too, as reports name people after the first time."""
    for name in (one.name, *one.aliases):
        yield re.sub(r"^(?:the|The) ", "", name)
        words = name.split()
        if one.kind == "person" and len(words) > 1 and len(words[-1]) > _BARE:
            yield words[-1]
