"""Whole names: runs of capitalised words that the parser hangs on one another, whatever it takes them for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .beside_offices import LONGEST, PARTICLES, is_initial, is_word
from .lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from spacy.tokens import Doc, Span, Token

__all__ = ["is_apart", "is_given_name", "is_office_and_owner", "over_particles", "whole_names"]

_INSIDE = PARTICLES - {"-", "'", "y", "i", "e", "do"}
"""Small words that go on with a name of which the first word stands before them ("María de la Cruz")."""
_NO_PERSONS = frozenset({"GPE", "LOC", "FAC", "NORP", "DATE", "EVENT", "LAW", "TIME", "MONEY", "PERSON", "WORK_OF_ART"})
"""What the parser is surer of; persons it has found itself are brought in elsewhere."""
_DASHES = frozenset({"-", "–", "—"})
_MOSTLY = 0.5
"""Share of words with a capital letter from which a line is a heading, where capitals tell of no name."""


def whole_names(doc: Doc, taken: AbstractSet[int]) -> Iterator[tuple[int, int, bool]]:
    """Find runs of two and more words that may be a name of which the parser knows nothing ("Lungile Dlamini").

    Args:
        doc: One parsed block.
        taken: Tokens that name someone or something already.

    Yields:
        First token, the one behind the last, and that nothing is sure of it but its looks.
    """
    words = [token for token in doc if token.is_alpha]
    if sum(token.text[0].isupper() for token in words) > _MOSTLY * len(words) and not _tells(doc):
        return
    for last in doc:
        if last.tag_ != "NNP" or last.dep_ == "compound" or not _is_part(last) or last.i in taken or _is_title(last):
            continue
        start = _opens_name(doc, last.i, last.i, taken)
        run = doc[start : last.i + 1]
        capitals = [token for token in run if token.text[:1].isupper()]
        labels = {token.ent_type_ for token in run}
        if len(capitals) > 1 and len(run) <= LONGEST and not labels & _NO_PERSONS:
            yield start, last.i + 1, False


def _tells(doc: Doc) -> bool:
    """Is it a sentence, or a list of those present ("Present: Ana Ruiz (Peru), ..."), whatever its capitals?"""
    verbs = any(token.pos_ in {"VERB", "AUX"} and token.is_lower and token.tag_ != "VBG" for token in doc)
    return verbs or any(token.text == "(" for token in doc)


def _is_part(token: Token) -> bool:
    return (token.text[:1].isupper() and is_word(token.text) and not token.is_upper) or is_initial(token)


def _is_title(token: Token) -> bool:
    """Is it a word of an office or a form of address, and no part of a name?"""
    words = lexicon()
    plain = token.lower_
    return plain in words.offices or plain in words.ranks or plain in words.honorifics or plain in words.former


def _opens_name(doc: Doc, start: int, root: int, taken: AbstractSet[int]) -> int:
    """Where a name opens of which a part starts at a token: words that the parser hangs on it, with their particles.

    Args:
        doc: One parsed block.
        start: First token of the part.
        root: The token on which the words before it hang.
        taken: Tokens that name someone or something already.
    """
    while start > 0 and start - 1 not in taken:
        before = start - 1
        while before > 0 and doc[before].lower_ in _INSIDE and doc[before].is_lower:
            before -= 1
        given = doc[before]
        hangs = (
            given.pos_ == "PROPN" and given.dep_ in {"compound", "nmod"} and given.head.i in range(before + 1, root + 1)
        )
        if not hangs or not _is_part(given) or before in taken or doc[before + 1].is_sent_start or _is_title(given):
            break
        start = before
    return start


def over_particles(doc: Doc, start: int, taken: AbstractSet[int]) -> int | None:
    """Where the given name stands before particles that the parser left outside ("María de la Cruz")."""
    opening = _opens_name(doc, start, start, taken) if doc[start - 1].lower_ in PARTICLES else start
    return opening if opening < start else None


def is_apart(token: Token) -> bool:
    """Is it a dash with a space on either side?"""
    return token.text in _DASHES and bool(token.whitespace_) and token.i > 0 and bool(token.nbor(-1).whitespace_)


def is_given_name(tokens: Sequence[Token]) -> bool:
    """Is a word that is small in English a given name elsewhere ("Than Swe"), where an office stands before it?"""
    opening = tokens[0]
    person = len(tokens) > 1 and all(token.ent_type_ == "PERSON" for token in tokens)
    titled = opening.i > 0 and opening.nbor(-1).lower_ in lexicon().offices | lexicon().honorifics
    return person and titled and opening.is_title and not opening.is_sent_start


def is_office_and_owner(ent: Span) -> bool:
    """ "UN Resident Coordinator Ana Ruiz": does the parser take an office and its owner for a body?"""
    behind = ent.doc[ent.end : ent.end + 1].text
    return ent[-1].lower_ in lexicon().offices and behind[:1].isupper() and len(ent) > 1
