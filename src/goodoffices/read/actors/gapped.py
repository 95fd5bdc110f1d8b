"""Gapped clauses: who leads or speaks for the second side, where the verb is not said again ("and B by Y")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .delegations import LED
from .leadership import bodies_at
from .lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from .roster import Roster
    from .sides import Ties

__all__ = ["seat_gapped"]

_JOINING = frozenset({"and", ",", ";", "while", "but"})
_WITHOUT_NOUN = frozenset({"the", "that", "those", "of"})
"""Words before a side that stand for the noun that is not said again ("those of B")."""
_NEAR = 8
"""Words between "by" and the end of a name, at most, with its offices."""
_FAR = 40
"""Words before a gap within which the verb stands that it leaves out."""


def seat_gapped(roster: Roster, ties: Ties) -> None:
    """ "A was represented by X and B by Y", "the Peruvian one by Y", "X led A's team and Y that of B"."""
    for passage in roster.passages:
        for word in passage.doc[2:-1]:
            if word.lower_ == "by" and (side := _side_before(roster, word)) is not None:
                persons = list(_persons(roster, passage.doc[word.i : word.i + _NEAR]))
            elif word.lower_ == "that" and word.nbor().lower_ == "of":
                side = next((a for t in passage.doc[word.i + 2 : word.i + 4] for a in bodies_at(roster, t)), None)
                persons = list(_persons(roster, passage.doc[word.i - 1 : word.i])) if _is_led_before(word) else []
            else:
                continue
            if side is not None and persons:
                ties.vote(persons[0], side, 2 * LED)


def _persons(roster: Roster, words: Iterable[Token]) -> Iterator[str]:
    return (a for t in words for a in roster.at(t) if roster.actors[a].kind == "person")


def _side_before(roster: Roster, by: Token) -> str | None:
    """The side that stands alone before "by", behind a clause in which another was led or represented by someone."""
    doc, last = by.doc, by.i - 1
    last -= doc[last].lower_ == "one"  # "the Peruvian one"
    side = next(bodies_at(roster, doc[last]), None)
    if side is None:
        return None
    start = last
    while start > 0 and (doc[start - 1].lower_ in _WITHOUT_NOUN or side in roster.at(doc[start - 1])):
        start -= 1
    leading = lexicon().doing.leading | lexicon().doing.signing
    before = doc[max(by.sent.start, start - _FAR) : start]
    led = any(t.lower_ == "by" and t.head.lemma_ in leading for t in before)
    return side if led and start > 0 and doc[start - 1].lower_ in _JOINING else None


def _is_led_before(that: Token) -> bool:
    """Does a clause before a name tell who leads another team ("X led the first and Y that of B")?"""
    before = that.doc[max(that.sent.start, that.i - _FAR) : that.i]
    return any(t.pos_ == "VERB" and t.lemma_ in lexicon().doing.leading for t in before)
