"""Short names that a report gives in words: "the Deterrence Force, or Rada", "the Staff Committee known as X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lexicon import lexicon
from .name_words import LINKS, MOST_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

__all__ = ["names_with_short_names"]

_ENDS = frozenset({",", ".", ";", ")", ":", "'s", "’s", "–", "—", "-"})
"""What may stand behind a short name after "or"; anything else goes on with a list ("the Front, or Togo and Benin")."""
_MANNERS = frozenset({"also", "better", "widely", "commonly", "locally", "formerly", "usually", "often", "generally"})
_INITIALS = frozenset({"initials", "acronym", "abbreviation"})
_FAR = 6
"""Words from "known by" to the initials ("known by its French initials CSP")."""
_QUOTES = frozenset({'"', "“", "'", "‘"})


def names_with_short_names(doc: Doc) -> Iterator[tuple[str, str]]:
    """Find bodies by a name that ends in a word for bodies, with the one word that the text calls them by for short.

    Args:
        doc: A parsed block.
    """
    for token in doc[2:-1]:
        if token.lower_ == "or" and token.nbor(-1).text == ",":
            end, at = token.i - 1, token.i + 1
        elif token.lower_ == "known":
            end = token.i - (token.nbor(-1).lower_ in _MANNERS)
            end -= doc[end - 1].text in {",", "("}
            at = _behind_known(doc, token.i + 1)
        else:
            continue
        at += at < len(doc) and doc[at].text in _QUOTES
        start = _start(doc, end)
        if end - start > 1 and _ends_in_body(doc, start, end) and _is_short_name(doc, at, listed=token.lower_ == "or"):
            yield doc[start:end].text, doc[at].text


def _behind_known(doc: Doc, i: int) -> int:
    """Where the short name stands behind "known as" or "known by its initials (as)"; the end where none does."""
    if doc[i].lower_ == "as":
        return i + 1 + (doc[i + 1 : i + 2].text == "the")
    if doc[i].lower_ == "by":
        last = next((t.i for t in doc[i + 1 : i + _FAR] if t.lower_ in _INITIALS), None)
        if last is not None:
            return last + 1 + (doc[last + 1 : last + 2].text in {"as", ","})
    return len(doc)


def _start(doc: Doc, end: int) -> int:
    """Where the capitalised words begin that end before a token."""
    start, named = end, doc.user_data.get("named", {})
    while start > 0 and end - start < MOST_WORDS:
        before = doc[start - 1]
        if before.lower_ == "and" and start - 2 in named:
            break  # "Togo and the Lakeland Front"
        if not (before.text[:1].isupper() or before.lower_ in LINKS or before.text in {"-", "'s", "'", "’s", "’"}):
            break
        start -= 1
    while start < end and (doc[start].lower_ in LINKS | {"the", "a", "an"} or not doc[start].text[:1].isupper()):
        start += 1
    return start


def _ends_in_body(doc: Doc, start: int, end: int) -> bool:
    """Is the last word one for bodies, or the last before "of", "for" and "in"?"""
    words = lexicon()
    of = next((t.i for t in doc[start + 1 : end] if t.lower_ in {"of", "for", "in"}), end)
    return doc[of - 1].lower_ in words.organisations | words.groups | words.plain.bodies


def _is_short_name(doc: Doc, at: int, *, listed: bool) -> bool:
    """One capitalised word, of which no more follows, and that is no state or person of its own."""
    if at >= len(doc) or not (doc[at].text[:1].isupper() and doc[at].is_alpha):
        return False
    named = doc.user_data.get("named", {}).get(at)
    behind = doc[at + 1].text if at + 1 < len(doc) else "."
    closed = behind in _ENDS if listed else not behind[:1].isupper()
    return closed and (named is None or named.kind != "state")
