"""Persons: their names in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from .beside_offices import LONGEST, beside_any_office, in_name, is_initial, is_word
from .gazetteer import Name
from .known import known_persons
from .lexicon import lexicon
from .name_looks import names_of_address, opens_an_office, reads_like_a_name
from .whole_names import is_apart, is_office_and_owner, over_particles, whole_names

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

__all__ = ["SUFFIXES", "PersonName", "persons_in"]

SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
"""Words behind a name that are no surname."""
_DASHES = frozenset({"-", "–", "—"})
_OPENING = frozenset(
    {"upstairs", "downstairs", "outside", "inside", "afterwards", "later", "earlier", "meanwhile", "yesterday", "today"}
    | {"tonight", "nearby", "elsewhere", "privately", "publicly", "again", "then", "only", "even", "perhaps", "still"}
    | {"behind", "beside", "opposite", "eventually", "finally", "instead", "once", "twice", "there", "here", "now"}
)
"""Adverbs that open a sentence right before a name."""
_AT_A_PLACE = frozenset({"in", "at", "near", "around", "into", "outside", "across"})
"""Words before the name of a place, and hardly ever before a person's."""


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
        *beside_any_office(doc, is_office),
        *_named(doc),
        *_joined(doc),
        *((start, end, True) for start, end in known_persons(doc)),
        *whole_names(doc, taken),
    ):
        start, end = _trim(doc, _widen(doc, first, taken, is_office), last, is_office)
        while end + 1 < len(doc) and doc[end].text == "-" and not doc[end].whitespace_ and doc[end + 1].is_alpha:
            end += 2  # "Kim Yung-ho"
        while start < end and start in taken and end - start > 2:  # noqa: PLR2004  "of Finland Martti Ahtisaari"
            start += 1
        end = _with_suffix(doc, _widen_right(doc, end, taken))
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
        if (opening := over_particles(doc, start, taken)) is not None:
            start = opening
            continue
        initial = is_initial(token)
        given = token.text[:1].isupper() and token.is_alpha and token.dep_ == "compound"
        if (
            token.pos_ != "PROPN"
            or not (initial or given)
            or (token.is_upper and not initial)
            or (token.head.i < start and not initial)
            or token.lower_ in is_office
            or token.lower_ in lexicon().not_persons
        ):
            break
        start -= 1
    return start


def _widen_right(doc: Doc, end: int, taken: set[int]) -> int:
    """Take in a surname that the parser left outside, though it hangs the rest of the name on it."""
    last = doc[end] if end < len(doc) else None
    surname = last is not None and last.pos_ == "PROPN" and last.is_title and last.is_alpha and end not in taken
    hangs = doc[end - 1].dep_ == "compound" and doc[end - 1].head.i == end
    broken = last is not None and last.dep_ in {"nmod", "appos", "conj"} and not last.ent_type_ and end > 1
    broken = broken and doc[end - 1].ent_type_ == "PERSON" and doc[end - 2].ent_type_ == "PERSON"
    if last is None or not surname or not (hangs or broken):
        return end
    words = lexicon()
    body = last.lower_ in words.not_persons | words.organisations | words.groups | words.bodies | words.offices
    return end if body or last.ent_type_ not in {"", "PERSON"} else end + 1


def _entities(doc: Doc) -> Iterator[tuple[int, int, bool]]:
    for ent in doc.ents:
        if ent.label_ == "PERSON":
            yield ent.start, ent.end, len(ent) > 1 and not _may_be_a_place(ent)
            cut = next((t.i for t in ent if t.text == "(" or is_apart(t)), 0)
            if cut - ent.start > 1:
                yield ent.start, cut, False  # "Ana Ruiz - Peru's envoy - said"
        elif ent.label_ in {"ORG", "GPE", "FAC", "PRODUCT", "WORK_OF_ART", "LOC"} and not is_office_and_owner(ent):
            yield ent.start, ent.end, False


def _at_a_place(doc: Doc, start: int) -> bool:
    if start == 0:
        return False
    before = doc[start - 1]
    return before.lower_ in _AT_A_PLACE or (before.is_title and before.lower_ in lexicon().places.ways)


def _may_be_a_place(name: Span) -> bool:
    """Does a name stand where places stand (taken, shelled, behind "from"), or open as they do ("Ras ...")?"""
    words, root = lexicon().places, name.root
    while root.dep_ == "conj" and root.head.i != root.i:
        root = root.head
    behind = root.dep_ == "pobj" and root.head.lower_ in words.behind
    way = root.dep_ == "pobj" and root.head.lower_ == "between" and root.head.head.lemma_.lower() in words.ways
    taken = root.dep_ == "dobj" and root.head.lemma_ in words.taken
    return behind or taken or way or name[0].lower_ in words.openings


def _with_suffix(doc: Doc, end: int) -> int:
    """Take in "Jr." behind a name, with or without its comma."""
    if end < len(doc) and doc[end].lower_ in SUFFIXES:
        return end + 1
    comma = end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].lower_ in SUFFIXES
    return end + 2 if comma else end


def _named(doc: Doc) -> Iterator[tuple[int, int, bool]]:
    """ "A former machine-gunner named Salik", "a rebel known as Isaías"."""
    for before in doc[1:-1]:
        token = _naming_word(before) if before.lower_ in {"named", "known"} else None
        if token is None:
            continue
        noun = doc[before.i - 1]
        if noun.pos_ != "NOUN" or noun.lower_ in lexicon().bodies or not _is_someone(noun):
            continue
        end = token.i + 1
        while end < len(doc) and end - token.i <= LONGEST and in_name(doc, end, token.i + 1):
            end += 1
        if end > token.i + 1:
            yield token.i + 1, end, True


def _joined(doc: Doc) -> Iterator[tuple[int, int, bool]]:
    """ "Led by Ana Ruiz and Jan Novak": a name of two words to which a person's is joined is a person's too."""
    for ent in doc.ents:
        first = ent.root.head
        joined = ent.label_ == "PERSON" and len(ent) > 1 and ent.root.dep_ == "conj"
        if not joined or first.ent_type_ or first.pos_ != "PROPN":
            continue
        start = first.i
        while start > 0 and first.i - start < LONGEST and doc[start - 1].pos_ == "PROPN" and doc[start - 1].is_title:
            start -= 1
        between = doc[first.i + 1 : ent.start]
        if start < first.i and len(between) == 1 and between[0].lower_ in {"and", ","}:
            yield start, first.i + 1, True


def _naming_word(token: Token) -> Token | None:
    """The word right before a name that "named" or "known as" brings in."""
    if token.lower_ == "named":
        return token
    behind = token.doc[token.i + 1] if token.i + 2 < len(token.doc) else None
    return behind if token.lower_ == "known" and behind is not None and behind.lower_ == "as" else None


def _is_someone(noun: Token) -> bool:
    """Is a noun one for a person, by its ending or by the words of offices and of the unnamed?"""
    words = lexicon()
    fights = noun.lower_ in {"rebel", "guerrilla", "militant"}
    return (
        fights
        or noun.lower_ in words.unnamed | words.offices
        or noun.lower_.endswith(("er", "or", "ist", "man", "woman", "boy", "girl"))
    )


def _trim(doc: Doc, start: int, end: int, is_office: frozenset[str]) -> tuple[int, int]:
    words = lexicon()
    while start + 2 < end and doc[start].is_sent_start and doc[start].lower_ in _OPENING:
        start += 1  # "Upstairs Jean-Marie Tjibaou and ... were correcting the same sheet"
    dashes = (i for i in range(start + 1, end - 1) if doc[i].text in _DASHES and doc[i].whitespace_)
    start = max((i + 1 for i in dashes if doc[i - 1].whitespace_), default=start)  # "KINGSTOWN - Ralph Gonsalves"
    while start < end and (
        opens_an_office(doc, start, end)
        or doc[start].lower_
        in is_office
        | (words.honorifics - names_of_address(doc, start, end))
        | words.former
        | words.acting
        | {"the", "of", "state"}
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
    if not 1 <= len(tokens) <= LONGEST + 2 or named or tokens.text.isupper():
        return False
    opens_with_a_name = len(tokens) > 1 and start in taken and "-" not in tokens.text
    return (
        (is_word(tokens[0].text) or is_initial(tokens[0])) and not opens_with_a_name and reads_like_a_name(list(tokens))
    )


def _outermost(spans: Iterable[PersonName]) -> list[PersonName]:
    taken, kept = 0, []
    for span in sorted(spans, key=lambda name: (name.start, -name.end)):
        if span.start >= taken:
            kept.append(span)
            taken = span.end
    return kept
