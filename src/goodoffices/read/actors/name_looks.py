"""The looks of a name: whether a run of words reads like a person's name, and which words open an office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .beside_offices import PARTICLES
from .lexicon import lexicon
from .whole_names import is_given_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

__all__ = ["names_of_address", "opens_an_office", "reads_like_a_name"]

_UNDER = frozenset(
    {"assistant", "deputy", "permanent", "executive", "principal", "under", "vice", "privy", "seal", "sub"}
)
"""Words of offices that are none by themselves."""

_SYLLABLE = 5
"""Letters of a Korean given name of one syllable, at most."""


def opens_an_office(doc: Doc, start: int, end: int) -> bool:
    """ "Executive Secretary Ana Ruiz", "Lord Privy Seal Ana Ruiz"."""
    if start + 2 < end and doc[start].lower_ in _UNDER and _is_of_an_office(doc[start + 1]):
        return True
    return start > 0 and doc[start].lower_ == "seal" and doc[start - 1].lower_ == "privy"


def _is_of_an_office(token: Token) -> bool:
    words = lexicon()
    return token.lower_ in words.offices or token.lower_ in words.ranks or token.lower_ in _UNDER


def reads_like_a_name(tokens: Sequence[Token]) -> bool:
    """Capital letters, no number, no small word in front, and no word of a body, a place or a document."""
    words = lexicon()
    plain = {token.lower_ for token in tokens}
    plain |= {token.lower_.removesuffix("s") for token in tokens if token.tag_ in {"NNS", "NNPS"}}  # not "Dumas"
    if plain & (words.not_persons | words.organisations | words.groups | words.bodies):
        return False
    opening = tokens[0]
    small = opening.pos_ in {"ADP", "DET", "PRON", "CCONJ"} and not is_given_name(tokens)
    if small or opening.lower_ in {"in", "at", "on"}:
        return False
    if opening.is_sent_start and opening.pos_ == "VERB" and opening.lower_.endswith("ing"):
        return False  # "Concerning Walvis Bay"
    return _is_written_so(tokens) and not (len(tokens) > 1 and all(_is_of_an_office(token) for token in tokens))


def _is_written_so(tokens: Sequence[Token]) -> bool:
    """Does every word have a capital, but for particles, and none a figure ("F-16s")?"""
    pairs = zip(("", *(token.text for token in tokens)), tokens, strict=False)
    written = all(
        t.text[:1].isupper() or t.lower_ in PARTICLES or before == "-" or t.text == "," for before, t in pairs
    )
    return written and not any(token.like_num or _has_digit(token.text) for token in tokens)


def _has_digit(text: str) -> bool:
    return not text.isalpha() and any(char.isdigit() for char in text)


def names_of_address(doc: Doc, start: int, end: int) -> frozenset[str]:
    """Forms of address that are names here: "Pak" in Jakarta, and in Pyongyang before two short given names.

    Args:
        doc: The parsed block.
        start: The first token of what may be a name.
        end: Behind its last token.
    """
    given = doc[start + 1 : end]
    korean = len(given) == 2 and all(len(token) <= _SYLLABLE and token.is_title for token in given)  # noqa: PLR2004
    return frozenset({"pak"}) if korean else frozenset()
