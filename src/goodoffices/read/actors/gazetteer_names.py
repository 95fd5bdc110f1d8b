"""Names of the gazetteer in a report: those that mean their bearer, and are no part of another name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .acronyms import own_acronyms
from .compass import compass_names, points_of
from .gazetteer import Name, adjectives, names_in
from .homonyms import is_foreign, is_shared
from .lexicon import lexicon
from .mastheads import names_a_building
from .portfolios import with_portfolios

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Span, Token

    from ..document import Passage

__all__ = ["names_in_report"]

_RIVERS = frozenset({"Jordan", "Niger"})
"""States that a river is called after, behind an article."""
_GIVEN_NAMES = frozenset({"Muslim", "Christian"})
"""What persons are called too, before a surname."""


def names_in_report(passages: Sequence[Passage]) -> list[list[Name]]:
    """Find the names of the gazetteer, without those that are a part of another name, and mark them in the parse.

    Afterwards ``doc.user_data["named"]`` maps token numbers to entities, and ``doc.user_data["actors"]`` is empty.

    Returns:
        The names of each passage, in the order of the text.
    """
    known = []
    theirs = own_acronyms([passage.doc for passage in passages])
    for passage in passages:
        doc = passage.doc
        inside = {t.i for ent in doc.ents if ent.label_ == "PERSON" and len(ent) > 1 for t in _without_asides(ent)}
        names = [n for n in names_in(doc) if not (_is_given(doc, n, inside) or _part_of_person(doc, n, inside))]
        names = [n for n in names if not _is_surname(doc, n)]
        names = [n for n in names if doc[n.start : n.end].text not in theirs and not _ends_a_name(doc, n)]
        names = [n for n in names if not (_names_a_landscape(doc, n) or _begins_a_name(doc, n) or _is_minority(doc, n))]
        names = list(with_portfolios(doc, names))
        doc.user_data["named"] = {i: name.entity for name in names for i in range(name.start, name.end)}
        doc.user_data["actors"] = {}
        known.append(names)
    _drop_loose(passages, known)
    _add_points(passages, known)
    return known


def _without_asides(name: Span) -> Span:
    """A person's name without what the parser adds behind a dash or a bracket ("Ana Ruiz - Peru's envoy")."""
    asides = (t.i for t in name if t.text == "(" or (t.text in {"-", "–", "—"} and t.whitespace_ and t.i > name.start))
    cut = next((i for i in asides if i - name.start > 1 and name.doc[i - 1].whitespace_), name.end)
    return name.doc[name.start : cut]


def _add_points(passages: Sequence[Passage], known: list[list[Name]]) -> None:
    """Let "the North" and "the South" be names where the report names one of two states that are called so."""
    points = points_of({name.entity for names in known for name in names if name.form != "metonym"})
    for passage, names in zip(passages, known, strict=True) if points else ():
        found = list(compass_names(passage.doc, points))
        names[:] = sorted((*names, *found), key=lambda name: name.start)
        passage.doc.user_data["named"] |= {name.start: name.entity for name in found}


def _drop_loose(passages: Sequence[Passage], known: list[list[Name]]) -> None:
    """Take away names that others bear too ("the junta"), where the report names neither the actor nor its home."""
    firm = {
        name.entity.name
        for passage, names in zip(passages, known, strict=True)
        for name in names
        if not is_shared(passage.doc[name.start : name.end].text, name.entity)
    }
    for passage, names in zip(passages, known, strict=True):
        for name in tuple(names):
            if is_foreign(passage.doc[name.start : name.end].text, name.entity, firm):
                names.remove(name)
                for i in range(name.start, name.end):
                    del passage.doc.user_data["named"][i]


def _is_given(doc: Doc, name: Name, inside: set[int]) -> bool:
    """ "Muslim Khan": what persons are called too, before a surname."""
    return doc[name.start].text in _GIVEN_NAMES and name.start in inside and name.end in inside


def _part_of_person(doc: Doc, name: Name, inside: set[int]) -> bool:
    if doc[name.start - 1].text == "-" and name.start > 1 and doc[name.start - 2].lower_ in {"al", "el"}:
        return True
    if name.start > 0 and name.form != "name" and doc[name.start - 1].text in {"Latin", "Central", "New", "Northern"}:
        return True
    several = name.form == "name" and name.end - name.start > 1
    if several and (name.entity.kind == "state" or _ends_in_a_body(doc[name.end - 1])):
        return False  # "Sri Lanka's", "the Lakeland People's Front", which the parser may take for a person
    whole = name.start in inside and name.end - 1 in inside
    if name.form == "adjective" and name.end not in inside:
        return False  # no surname: "Frozen Russian assets"
    if whole and name.start - 1 not in inside and name.end not in inside:
        return False  # the parser took the whole name for a person's
    first = name.start not in inside or name.start - 1 not in inside
    return whole and not (first and name.form == "adjective" and name.end in inside) and not _titled(doc, name)


def _ends_in_a_body(last: Token) -> bool:
    """Is the last word of a name one for bodies ("... Front"), and no surname?"""
    words = lexicon()
    return last.lower_ in words.organisations or last.lower_ in words.groups


def _is_surname(doc: Doc, name: Name) -> bool:
    """Is a group's name of one word the surname behind a given one ("Thérèse Wagner")?"""
    if name.entity.kind != "group" or name.end - name.start > 1 or name.start == 0 or not doc[name.start].is_title:
        return False
    before, words = doc[name.start - 1], lexicon()
    given = before.pos_ in {"PROPN", "NOUN"} and before.is_title and before.is_alpha and before.dep_ == "compound"
    known = words.bodies | words.offices | words.organisations | words.groups | words.not_persons
    return given and before.head.i == name.start and before.lower_ not in known and before.text not in adjectives()


def _ends_a_name(doc: Doc, name: Name) -> bool:
    """Is it the end of another body's name ("National Security Council" is not the UN's)?"""
    before = doc[name.start - 1] if name.start > 0 else None
    if before is not None and before.tag_ == "POS" and before.i > 0 and doc[before.i - 1].text[:1].isupper():
        return name.form == "name" and doc[before.i - 1].lower_ in lexicon().plain.folk
    if name.form != "name" or name.entity.kind == "state" or before is None or before.is_sent_start:
        return False
    bodies = lexicon().organisations | lexicon().plain.bodies
    longer = before.pos_ in {"PROPN", "ADJ"} and before.is_title and before.dep_ in {"compound", "amod", "nmod"}
    return longer and doc[name.end - 1].lower_ in bodies and before.text not in adjectives()


def _begins_a_name(doc: Doc, name: Name) -> bool:
    """ "National Revolutionary Front for the Liberation of Haiti" is not any National Revolutionary Front."""
    if name.form != "name" or name.entity.kind == "state" or name.end - name.start < 2:  # noqa: PLR2004
        return False
    following = doc[name.end + 1 : name.end + 3]
    capital = any(token.text[:1].isupper() for token in following[: 1 + (following[:1].text == "the")])
    return doc[name.end : name.end + 1].text == "for" and capital and doc[name.end - 1].lower_ in lexicon().groups


def _names_a_landscape(doc: Doc, name: Name) -> bool:
    """Is a state's name that of a river or a valley ("the Niger Delta"), a body's that of a hall ("Congress Hall")?"""
    behind = doc[name.end : name.end + 1]
    if name.entity.kind != "state" and name.form == "name" and names_a_building(doc, name.start, name.end):
        return True
    river = name.entity.name in _RIVERS and name.start > 0 and doc[name.start - 1].lower_ == "the"
    if river and behind[:1].text[:1].islower() and behind[0].pos_ not in {"NOUN", "ADJ"}:
        return True  # "the banks of the Jordan"
    if river and behind[:1].text in {"'s", "’s", ".", ",", ";"}:
        return True
    return name.entity.kind == "state" and behind.text.istitle() and behind.text.lower() in lexicon().places.landscapes


def _is_minority(doc: Doc, name: Name) -> bool:
    """ "Kirkuk's Turkmen", "Abkhazia's Georgians": those of a people who live elsewhere are not its state."""
    if name.form != "adjective" or name.entity.kind != "state" or name.start < 2 or doc[name.start - 1].tag_ != "POS":  # noqa: PLR2004
        return False
    return doc[name.end - 1].dep_ not in {"amod", "compound", "nmod"} and doc[name.start - 2].pos_ == "PROPN"


def _titled(doc: Doc, name: Name) -> bool:
    """Is the name followed by an office within what the parser took for a person ("Hamas leader X")?"""
    return name.end < len(doc) and doc[name.end].lower_ in lexicon().offices | lexicon().bodies
