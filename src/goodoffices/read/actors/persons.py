"""Persons: their names in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from .gazetteer import Name
from .lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

__all__ = ["SUFFIXES", "PersonName", "persons_in"]

_PARTICLES = frozenset(
    {"al", "el", "de", "del", "bin", "ibn", "van", "von", "der", "da", "dos", "la", "ould", "-", "'"}
)
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
"""Words behind a name that are no surname."""
_AT_A_PLACE = frozenset({"in", "at", "near", "around", "into", "outside", "across"})
"""Words before the name of a place, and hardly ever before a person's."""
_LONGEST = 5
_FARTHEST = 12


class PersonName(msgspec.Struct, frozen=True):
    """A name of a person in a text: tokens ``[start, end)``; `sure` where more than its looks speak for a person."""

    text: str
    start: int
    end: int
    sure: bool


def persons_in(doc: Doc, known: Sequence[Name], *, is_office: frozenset[str]) -> list[PersonName]:
    """Find what may be names of persons in one parsed block.

    Args:
        doc: The block.
        known: Names of the gazetteer in it; a lone one of them is no person.
        is_office: Heads of offices in lower case; a capitalised run behind one is a person.
    """
    taken = {i for name in known for i in range(name.start, name.end)}
    spans: dict[int, PersonName] = {}
    for first, last, sure in (
        *_entities(doc),
        *_behind_offices(doc, is_office),
        *_before_offices(doc, is_office),
        *_beside_offices(doc, is_office),
        *_named(doc),
    ):
        start, end = _trim(doc, _widen(doc, first, taken, is_office), last, is_office)
        while end + 1 < len(doc) and doc[end].text == "-" and not doc[end].whitespace_ and doc[end + 1].is_alpha:
            end += 2  # "Kim Yung-ho"
        while start < end and start in taken and end - start > 2:  # noqa: PLR2004  "of Finland Martti Ahtisaari"
            start += 1
        end = _with_suffix(doc, end)
        if start >= end or not _looks_like_person(doc, start, end, taken) or _at_a_place(doc, start):
            continue
        old = spans.get(start)
        if old is None or end > old.end or (end == old.end and sure and not old.sure):
            spans[start] = PersonName(doc[start:end].text, start, end, sure or (old is not None and old.sure))
    return _outermost(spans.values())


def _widen(doc: Doc, start: int, taken: set[int], is_office: frozenset[str]) -> int:
    """Take in given names that the parser left outside."""
    while start > 0 and start - 1 not in taken:
        token = doc[start - 1]
        given = token.pos_ == "PROPN" and token.text[:1].isupper() and token.is_alpha and token.dep_ == "compound"
        if not given or token.is_upper or token.head.i < start or token.lower_ in is_office | lexicon().not_persons:
            break
        start -= 1
    return start


def _entities(doc: Doc) -> Iterator[tuple[int, int, bool]]:
    for ent in doc.ents:
        if ent.label_ == "PERSON":
            yield ent.start, ent.end, len(ent) > 1 and not _may_be_a_place(ent)
        elif ent.label_ in {"ORG", "GPE", "FAC", "PRODUCT", "WORK_OF_ART", "LOC"}:
            yield ent.start, ent.end, False


def _at_a_place(doc: Doc, start: int) -> bool:
    return start > 0 and doc[start - 1].lower_ in _AT_A_PLACE


def _may_be_a_place(name: Span) -> bool:
    """Does a name stand where places stand (taken, shelled, behind "from"), or open as they do ("Ras ...")?"""
    words, root = lexicon().places, name.root
    while root.dep_ == "conj" and root.head.i != root.i:
        root = root.head
    behind = root.dep_ == "pobj" and root.head.lower_ in words.behind
    taken = root.dep_ == "dobj" and root.head.lemma_ in words.taken
    return behind or taken or name[0].lower_ in words.openings


def _with_suffix(doc: Doc, end: int) -> int:
    """Take in "Jr." behind a name, with or without its comma."""
    if end < len(doc) and doc[end].lower_ in SUFFIXES:
        return end + 1
    comma = end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].lower_ in SUFFIXES
    return end + 2 if comma else end


def _behind_offices(doc: Doc, is_office: frozenset[str]) -> Iterator[tuple[int, int, bool]]:
    for token in doc[:-1]:
        if token.lower_ in is_office or token.lower_ in lexicon().honorifics:
            start = token.i + 1
            end = start
            while end < len(doc) and end - start < _LONGEST and _in_name(doc, end, start):
                end += 1
            if (end > start and token.text[0].isupper() and not doc[start].is_sent_start) or end > start + 1:
                yield start, end, True


def _named(doc: Doc) -> Iterator[tuple[int, int, bool]]:
    """ "A former machine-gunner named Salik"."""
    for token in doc[1:-1]:
        noun = doc[token.i - 1]
        if token.lower_ != "named" or noun.pos_ != "NOUN" or noun.lower_ in lexicon().bodies or not _is_someone(noun):
            continue
        end = token.i + 1
        while end < len(doc) and end - token.i <= _LONGEST and _in_name(doc, end, token.i + 1):
            end += 1
        if end > token.i + 1:
            yield token.i + 1, end, True


def _is_someone(noun: Token) -> bool:
    """Is a noun one for a person, by its ending or by the words of offices and of the unnamed?"""
    words = lexicon()
    return noun.lower_ in words.unnamed | words.offices or noun.lower_.endswith(
        ("er", "or", "ist", "man", "woman", "boy", "girl")
    )


def _before_offices(doc: Doc, is_office: frozenset[str]) -> Iterator[tuple[int, int, bool]]:
    """Runs of capitalised words with an office in apposition: "Vera Grabe, head of delegation"."""
    for comma in doc[2:-1]:
        if comma.text != "," or not (doc[comma.i - 1].text[:1].isupper() and doc[comma.i - 1].is_alpha):
            continue
        start = comma.i
        while start > 0 and comma.i - start < _LONGEST and _in_name(doc, start - 1, -1):
            start -= 1
        if start > 0 and doc[start - 1].lower_ in {"in", "at", "near", "from", "around"}:
            continue  # a place
        behind = doc[comma.i + 1 : comma.i + 7]
        office = next((n for n, token in enumerate(behind) if token.lower_ in is_office | {"who", "whose"}), None)
        if (
            comma.i - start > 1
            and office is not None
            and not any(t.is_punct and t.text != "-" for t in behind[:office])
        ):
            yield start, comma.i, not any(t.pos_ == "VERB" for t in behind[:office])


def _beside_offices(doc: Doc, is_office: frozenset[str]) -> Iterator[tuple[int, int, bool]]:
    """Runs of capitalised words between commas behind an office: "the chairman of the Front, Pablo Sol, said"."""
    for comma in doc[2:-2]:
        if comma.text != "," or not _ends_an_office(doc, comma.i, is_office):
            continue
        end = comma.i + 1
        while end < len(doc) and end - comma.i <= _LONGEST and _in_name(doc, end, comma.i + 1):
            end += 1
        if end - comma.i > 2 and end < len(doc) and doc[end].text in {",", "."}:  # noqa: PLR2004  two words and more
            yield comma.i + 1, end, True


def _ends_an_office(doc: Doc, end: int, is_office: frozenset[str]) -> bool:
    """Does "the" or an owner's office, with what it is of, end right before a token?"""
    for i in range(end - 1, max(0, end - _FARTHEST), -1):
        token = doc[i]
        if token.lower_ in is_office:
            linked = i == end - 1 or doc[i + 1].lower_ in {"of", "for"}
            return linked and any(t.pos_ == "DET" or t.tag_ in {"POS", "PRP$"} for t in doc[max(0, i - 4) : i])
        if token.pos_ in {"VERB", "AUX", "PRON"} or token.text in {",", ";", ":", '"'} or token.is_sent_start:
            return False
    return False


def _in_name(doc: Doc, i: int, start: int) -> bool:
    token = doc[i]
    if token.lower_ in _PARTICLES and i + 1 < len(doc):
        return i > start and (doc[i + 1].text[:1].isupper() or doc[i + 1].text == "-") and token.text != "'"
    return bool(token.text[:1].isupper() and token.is_alpha) or _initial(token)


def _initial(token: Token) -> bool:
    return len(token.text) == 2 and token.text[0].isupper() and token.text[1] == "."  # noqa: PLR2004  "B."


def _trim(doc: Doc, start: int, end: int, is_office: frozenset[str]) -> tuple[int, int]:
    words = lexicon()
    while start < end and (
        doc[start].lower_ in is_office | words.honorifics | words.former | words.acting | {"the", "of", "state"}
        or not doc[start].text[:1].isupper()
    ):
        if doc[start].lower_ in {"al", "el"} and end - start > 2:  # noqa: PLR2004  "al-Houthi"
            break
        start += 1
    if start < end and doc[start].lower_ in words.rank_parts:  # "Rear Admiral X", "Lieutenant General X"
        ranks = [i for i in range(start, min(start + 3, end - 1)) if doc[i].lower_ in words.ranks]
        start = ranks[-1] + 1 if ranks else start
    while end > start and not doc[end - 1].text[:1].isupper():
        end -= 1
    return start, end


def _looks_like_person(doc: Doc, start: int, end: int, taken: set[int]) -> bool:
    tokens = doc[start:end]
    named = all(i in taken for i in range(start, end)) or end - 1 in taken
    if not 1 <= len(tokens) <= _LONGEST + 2 or named or tokens.text.isupper():
        return False
    opens_with_a_name = len(tokens) > 1 and start in taken and "-" not in tokens.text
    return (tokens[0].is_alpha or _initial(tokens[0])) and not opens_with_a_name and _reads_like_a_name(list(tokens))


def _reads_like_a_name(tokens: Sequence[Token]) -> bool:
    """Capital letters, no number, no small word in front, and no word of a body, a place or a document."""
    words = lexicon()
    plain = {token.lower_ for token in tokens} | {token.lower_.removesuffix("s") for token in tokens}
    if plain & (words.not_persons | words.organisations | words.groups | words.bodies):
        return False
    opening = tokens[0]
    if opening.pos_ in {"ADP", "DET", "PRON", "CCONJ"} or opening.lower_ in {"in", "at", "on"}:
        return False
    pairs = zip(("", *(token.text for token in tokens)), tokens, strict=False)
    written = all(
        t.text[:1].isupper() or t.lower_ in _PARTICLES or before == "-" or t.text == "," for before, t in pairs
    )
    return written and not any(token.is_digit or token.like_num for token in tokens)


def _outermost(spans: Iterable[PersonName]) -> list[PersonName]:
    taken, kept = 0, []
    for span in sorted(spans, key=lambda name: (name.start, -name.end)):
        if span.start >= taken:
            kept.append(span)
            taken = span.end
    return kept
