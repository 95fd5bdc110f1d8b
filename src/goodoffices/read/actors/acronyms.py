"""Names that a bracket abbreviates: "the Karen National Union (KNU)"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from goodoffices.record import fold

from .gazetteer import Entity, entities
from .lexicon import lexicon
from .name_words import LINKS, MOST_WORDS, OPENERS
from .office_words import is_head
from .short_names import names_with_short_names

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["ACRONYM", "known_by_short_names", "names_with_acronyms", "own_acronyms", "translated_names"]

_LONGEST = 14
"""Words of a name in full, at most."""
_FEWEST = 3
"""Words that tell a name from others, of which most must be known."""
ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z][A-Za-z]*")


def known_by_short_names(doc: Doc) -> Iterator[tuple[str, Entity]]:
    """Short names that a text gives to bodies of the gazetteer in words ("the Special Deterrence Force, or Rada")."""
    for name, short in names_with_short_names(doc):
        entity = _by_form().get(name)
        if entity is not None and entity.kind != "state":
            yield short, entity


@functools.cache
def _by_form() -> dict[str, Entity]:
    return {form: entity for entity in entities().values() for form in (entity.name, *entity.names)}


def own_acronyms(docs: Sequence[Doc]) -> frozenset[str]:
    """Acronyms that the report spells out itself, as another body than the one that the gazetteer knows by them."""
    known = _by_form()
    spelled = {pair for doc in docs for pair in (*names_with_acronyms(doc), *names_with_short_names(doc))}
    ours = {acronym for name, acronym in spelled if acronym in known and known.get(name) is known[acronym]}
    return frozenset(acronym for _, acronym in spelled if acronym in known) - ours


def names_with_acronyms(doc: Doc) -> Iterator[tuple[str, str]]:
    """Names whose initials a bracket spells out."""
    for i in range(1, len(doc) - 2):
        if doc[i].text != "(" or doc[i + 2].text not in {")", ","}:
            continue
        acronym = doc[i + 1].text
        start = _start_of_name(doc, i)
        if acronym in _known_groups() and i - start >= 2:  # noqa: PLR2004  a name of two words at least
            yield doc[start:i].text, acronym  # "the Mozambican National Resistance (Renamo)"
        if not ACRONYM.fullmatch(acronym):
            continue
        start = _start_of_spelled(doc, start, i, acronym)
        if i - start >= 2:  # noqa: PLR2004  an acronym abbreviates at least two words
            yield doc[start:i].text, acronym


def translated_names(doc: Doc) -> Iterator[tuple[str, Entity]]:
    """Names in other words than the gazetteer's, with the body whose acronym stands behind them in brackets.

    "The Popular Front for the Rebirth of the Central African Republic (FPRC)": most of its words are those of one of
    the names by which the FPRC is known.
    """
    for i in range(2, len(doc) - 2):
        if doc[i].text != "(" or doc[i + 2].text not in {")", ","} or doc[i + 1].text not in _by_acronym():
            continue
        known = _by_acronym()[doc[i + 1].text]
        start = i
        while start > 0 and i - start < _LONGEST and _may_stand_within(doc[start - 1]):
            start -= 1
        while start < i and not doc[start].text[:1].isupper():
            start += 1
        name = doc[start:i].text
        own = _significant(name)
        if len(own) < _FEWEST or name in known.names or name == known.name:
            continue
        if any(2 * len(own & _significant(form)) > len(own | _significant(form)) for form in known.names):
            yield name, known


def _may_stand_within(token: Token) -> bool:
    return token.text[:1].isupper() or token.lower_ in LINKS | {"for", "the"} or token.text in {"-", "'s", "’s"}


def _significant(name: str) -> frozenset[str]:
    """The words of a name that tell it from others."""
    return frozenset(word for word in fold(name).split() if word not in LINKS)


@functools.cache
def _by_acronym() -> dict[str, Entity]:
    """Bodies and groups by the acronyms that they are known by."""
    bodies = (entity for entity in entities().values() if entity.kind != "state")
    return {form: e for e in bodies for form in (e.name, *e.names) if ACRONYM.fullmatch(form) and form.isupper()}


@functools.cache
def _known_groups() -> frozenset[str]:
    """Groups that are called by one word that is no acronym ("Renamo", "Polisario")."""
    groups = (entity for entity in entities().values() if entity.kind == "group")
    return frozenset(form for entity in groups for form in (entity.name, *entity.names) if form.istitle())


def _start_of_spelled(doc: Doc, start: int, end: int, acronym: str) -> int:
    """Where the name starts that an acronym stands for: with its first letter, else, in another language, whole."""
    start = first = _behind_office(doc, start, end)
    whole = doc[start:end].text
    if whole.isupper():  # a heading in capitals, where every word could belong to the name
        spelled = [
            i for i in range(start, end) if "".join(t.text[0] for t in doc[i:end] if t.lower_ not in LINKS) == acronym
        ]
        return spelled[-1] if spelled else end
    if spelled := [i for i in range(start, end) if doc[i].text[0].isupper() and _capitals(doc, i, end) == acronym]:
        return spelled[-1]  # "According to the Autonomous Bougainville Government (ABG)"
    while start < end and not (doc[start].text[0].isupper() and doc[start].text[0] == acronym[0]):
        start += 1
    initials = _capitals(doc, start, end)
    body = doc[first + 1 : first + 2].text.lower() in lexicon().organisations | lexicon().groups
    named = doc.user_data.get("named", {}).get(first)
    if start == end or initials[:2] == acronym[:2] or not body or named or doc[first].pos_ in OPENERS:
        return start
    return first  # "the National Commission for the Consolidation of Peace (COPAZ)"


def _capitals(doc: Doc, start: int, end: int) -> str:
    return "".join(t.text[0] for t in doc[start:end] if t.text[:1].isupper())


def _behind_office(doc: Doc, start: int, end: int) -> int:
    """Behind the words of an office: "Coordinator of the Government Peace Commission" is a person at a body."""
    for i in range(start, end - 2):
        if doc[i].lower_ not in LINKS and not is_head(doc, i):
            return start
        if is_head(doc, i) and doc[i + 1].lower_ in {"of", "for"}:
            return i + 3 if doc[i + 2].lower_ == "the" else i + 2
    return start


def _start_of_name(doc: Doc, end: int) -> int:
    start = end
    while start > 0 and end - start < MOST_WORDS:
        token = doc[start - 1]
        if not (token.text[:1].isupper() or token.lower_ in LINKS or token.text in {"-", "'s", "'"}):
            break
        start -= 1
    while start < end and (doc[start].lower_ in LINKS or not doc[start].text[:1].isupper()):
        start += 1
    return start
