"""Persons: their names in the text, and which short name is whose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import fold

from .gazetteer import Name
from .lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["PersonName", "name_persons", "persons_in", "surnames_in"]

_PARTICLES = frozenset(
    {"al", "el", "de", "del", "bin", "ibn", "van", "von", "der", "da", "dos", "la", "ould", "-", "'"}
)
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "'s"})
_LONGEST = 5


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
    for first, last, sure in (*_entities(doc), *_behind_offices(doc, is_office), *_before_offices(doc, is_office)):
        start, end = _trim(doc, _widen(doc, first, taken, is_office), last, is_office)
        while end + 1 < len(doc) and doc[end].text == "-" and not doc[end].whitespace_ and doc[end + 1].is_alpha:
            end += 2  # "Kim Yung-ho"
        if start >= end or not _looks_like_person(doc, start, end, taken):
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
            placed = ent.start > 0 and doc[ent.start - 1].lower_ in {"in", "at", "near", "around"}
            yield ent.start, ent.end, len(ent) > 1 and not placed
        elif ent.label_ in {"ORG", "GPE", "FAC", "PRODUCT", "WORK_OF_ART", "LOC"}:
            yield ent.start, ent.end, False


def _behind_offices(doc: Doc, is_office: frozenset[str]) -> Iterator[tuple[int, int, bool]]:
    for token in doc[:-1]:
        if token.lower_ in is_office or token.lower_ in lexicon().honorifics:
            start = token.i + 1
            end = start
            while end < len(doc) and end - start < _LONGEST and _in_name(doc, end, start):
                end += 1
            if (end > start and token.text[0].isupper() and not doc[start].is_sent_start) or end > start + 1:
                yield start, end, True


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
    while end > start and (not doc[end - 1].text[:1].isupper() or doc[end - 1].lower_ in _SUFFIXES):
        end -= 1
    return start, end


def _looks_like_person(doc: Doc, start: int, end: int, taken: set[int]) -> bool:
    tokens = doc[start:end]
    named = all(i in taken for i in range(start, end)) or end - 1 in taken
    if not 1 <= len(tokens) <= _LONGEST + 2 or named or tokens.text.isupper():
        return False
    opens_with_a_name = len(tokens) > 1 and start in taken and "-" not in tokens.text
    return tokens[0].is_alpha and not opens_with_a_name and _reads_like_a_name(list(tokens))


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
    written = all(t.text[:1].isupper() or t.lower_ in _PARTICLES or before == "-" for before, t in pairs)
    return written and not any(token.is_digit or token.like_num for token in tokens)


def _outermost(spans: Iterable[PersonName]) -> list[PersonName]:
    taken, kept = 0, []
    for span in sorted(spans, key=lambda name: (name.start, -name.end)):
        if span.start >= taken:
            kept.append(span)
            taken = span.end
    return kept


def name_persons(names: Iterable[PersonName], confirmed: Iterable[str]) -> dict[str, str]:
    """Say whose each form of a name is: form -> full name; forms that are nobody's are left out.

    Args:
        names: All that may be names, over the whole report.
        confirmed: Forms that an office or a verb of speech speaks for.

    Returns:
        Full names map to themselves; a surname, or another part, that only one full name has maps to that.
    """
    sure = set(confirmed)
    names = list(names)
    counts = Counter(name.text for name in names)
    labelled = {name.text for name in names if name.sure}
    full = [text for text in counts if len(text.split()) > 1 and (text in labelled or text in sure)]
    full = _longest_of_one_person(full)
    owners: dict[str, set[str]] = {}
    for text in full:
        for part in _parts(text):
            owners.setdefault(part, set()).add(text)
    meant = {text: text for text in full}
    for text in counts:
        if text in meant:
            continue
        candidates = _owners_of(text, owners)
        if len(candidates) == 1:
            meant[text] = next(iter(candidates))
        elif not candidates and text in sure and text not in meant:
            meant[text] = text
    return meant


def surnames_in(doc: Doc, meant: dict[str, str], taken: set[int]) -> Iterator[PersonName]:
    """Find the surnames, standing alone, of persons whose full names the report gives, wherever the parser saw none.

    Args:
        doc: One parsed block.
        meant: Forms of names -> full names, as `name_persons` gives them.
        taken: Tokens that name someone already.
    """
    owners: dict[str, set[str]] = {}
    for full in set(meant.values()):
        if len(full.split()) > 1:
            owners.setdefault(full.split()[-1], set()).add(full)
    for token in doc:
        if token.i not in taken and len(token) > 2 and len(owners.get(token.text, ())) == 1:  # noqa: PLR2004
            yield PersonName(token.text, token.i, token.i + 1, sure=True)


def _longest_of_one_person(full: list[str]) -> list[str]:
    """Drop full names whose words all stand in a longer one: "Min Aung" beside "Min Aung Hlaing"."""
    words = {text: set(fold(text).split()) for text in full}
    return [text for text in full if not any(words[text] < words[other] for other in full)]


def _parts(text: str) -> set[str]:
    parts = [part for part in text.split() if len(part) > 2 or part is text.rsplit(maxsplit=1)[-1]]  # noqa: PLR2004  initials
    tails = {" ".join(text.split()[n:]) for n in range(1, len(text.split()))}
    return {fold(part) for part in (*parts, *tails)}


def _owners_of(text: str, owners: dict[str, set[str]]) -> set[str]:
    folded = fold(text)
    if folded in owners:
        return owners[folded]
    shared = [owners.get(word, set()) for word in folded.split()]
    return set.intersection(*shared) if shared else set()
