"""Bodies that a report brings in by the words beside: "a coalition known as X", "its mission, Y", "the Z militia"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from goodoffices.record import ActorKind

from .bodies_by_place import bodies_in_lists, bodies_of_officers, is_led_by
from .gazetteer import Entity
from .lexicon import lexicon
from .lone import lone_movements
from .name_words import FIRMS
from .persons import SUFFIXES
from .regions import regions_of_officers

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

__all__ = ["introduced_entities"]

_MOST_WORDS = 5
_SHORTEST_ACRONYM = 3
_LONGEST_ACRONYM = 8
_MOSTLY = 0.5
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
_ROMAN = re.compile(r"X{0,3}(IX|IV|V?I{0,3})")
"""A number, as behind the name of a pope or a king."""
_FIGHTING = frozenset({"rebel", "guerrilla", "insurgency"})
_ONE_OF_THEM = frozenset({"rebel", "guerrilla", "fighter", "militant"})


def introduced_entities(docs: Sequence[Doc]) -> Iterator[Entity]:
    """Find bodies by the small words around their names; a name is given once, with the kind that the words tell.

    Args:
        docs: The report's passages; ``user_data["named"]`` has the names of the gazetteer.
    """
    found: dict[str, ActorKind] = {}
    for doc in docs:
        brought = (_called, _beside_nouns, _before_nouns, _factions, _explained, _officered, _behind_nouns, _acronyms)
        for name, kind in (
            pair for find in (*brought, bodies_in_lists, bodies_of_officers, regions_of_officers) for pair in find(doc)
        ):
            found.setdefault(name, kind)
    for noun in lone_movements(docs):
        found.setdefault(noun, "group")
    full = {f"{name} {noun}": name for doc in docs for name, noun in _with_nouns(doc, found)}
    for name, kind in sorted(found.items()):
        yield Entity(name=name, kind=kind, names=tuple(long for long, short in sorted(full.items()) if short == name))


def _with_nouns(doc: Doc, names: Mapping[str, ActorKind]) -> Iterator[tuple[str, str]]:
    """The names of groups with the nouns behind them: "the Montana group" is called so as a whole."""
    for token in doc[1:]:
        if token.is_lower and _kind(token.lower_) == "group" and (before := doc[token.i - 1].text) in names:
            yield before, token.text


def _kind(noun: str) -> ActorKind | None:
    """Which kind of body a noun names, None where it names none."""
    words = lexicon()
    if noun in words.groups or noun in _FIGHTING:
        return "group"
    return "organisation" if noun in words.organisations or noun in words.plain.bodies or noun in FIRMS else None


def _called(doc: Doc) -> Iterator[tuple[str, ActorKind]]:
    """ "A coalition known as Taqaddum", "a group calling itself the Patriots"."""
    for token in doc[1:]:
        if token.lower_ not in lexicon().plain.called or doc[token.i - 1].lower_ in _ONE_OF_THEM:
            continue  # "a rebel known as Isaías" is one person
        if token.tag_ in {"VBD", "VBZ"} and any(c.dep_ == "nsubj" for c in token.children):
            continue  # "the ministry named Ana Ruiz as its envoy", "the committee called General Ruiz"
        kind = next((k for t in reversed(doc[max(0, token.i - 3) : token.i]) if (k := _kind(t.lower_))), None)
        start = token.i + 1
        while start < len(doc) and doc[start].lower_ in {"as", "itself", "themselves", "the", "'", '"'}:
            start += 1
        name = _name_at(doc, start)
        if kind is not None and name:
            yield name, kind


def _beside_nouns(doc: Doc) -> Iterator[tuple[str, ActorKind]]:
    """A name in apposition to a body: "the Union's naval mission, Irini, ...", "its armed wing, the Patani Army"."""
    for comma in doc[1:-1]:
        kind = _kind(doc[comma.i - 1].lower_) if comma.text == "," else None
        if kind is None or doc[comma.i - 1].text[:1].isupper() or _has_spokesman(doc[comma.i - 1]):
            continue
        start = comma.i + (2 if doc[comma.i + 1].lower_ == "the" else 1)
        name = _name_at(doc, start)
        end = start + len(name.split())
        closed = end < len(doc) and doc[end].text in {",", "."} and not _is_officer(doc, start, end)
        if name and closed and doc[start].dep_ in {"appos", "compound", "npadvmod", "nmod"}:
            yield name, kind


def _is_officer(doc: Doc, start: int, end: int) -> bool:
    """ "For the rebels, Colonel X", "of the commission, X, its chairman": a rank before a name, an office behind."""
    words = lexicon()
    ranks = words.ranks | words.honorifics | words.offices
    behind = doc[end + 1 : end + 4] if doc[end : end + 1].text == "," else doc[end:end]
    office = any(t.lower_ in words.offices and t.text[:1].isupper() for t in behind)
    return doc[start].lower_ in ranks or office


def _explained(doc: Doc) -> Iterator[tuple[str, ActorKind]]:
    """A name that an apposition explains: "Executive Outcomes, a security company", "COPAZ, a commission of both"."""
    for noun in doc:
        kind = _kind(noun.lower_) if noun.dep_ == "appos" and noun.tag_ == "NN" else None
        if kind is None or not any(c.lower_ in {"a", "an", "the"} for c in noun.children):
            continue
        last = noun.left_edge.i - 1
        end = last if last > 0 and doc[last].text == "," else 0
        start = end
        while start > 0 and end - start < _MOST_WORDS and _is_name(doc[start - 1]):
            start -= 1
        run = doc[start:end]
        if len(run) and not _of_another_kind(run, but_a={"NORP"}):
            yield run.text, kind


def _officered(doc: Doc) -> Iterator[tuple[str, ActorKind]]:
    """A name behind an office that only bodies have: "Tiny Rowland, the chairman of Lonrho"."""
    for link in doc[1:-1]:
        if link.lower_ not in {"of", "for"} or doc[link.i - 1].lower_ not in lexicon().plain.officers:
            continue
        name = _name_at(doc, link.i + 1 + (doc[link.i + 1].lower_ == "the"))
        at = link.i + 1 + (doc[link.i + 1].lower_ == "the")
        run = doc[at : at + len(name.split())]
        closed = doc[run.end : run.end + 1].text in {",", ".", ")", ""} and run.end <= len(doc)
        if name and closed and not _of_another_kind(run) and any(t.ent_type_ == "ORG" or t.is_upper for t in run):
            yield name, "organisation"


def _behind_nouns(doc: Doc) -> Iterator[tuple[str, ActorKind]]:
    """A name right behind the noun that says what it is: "the business federation CACIF", "the group Foro Penal"."""
    for noun in doc[:-1]:
        kind = _kind(noun.lower_) if noun.tag_ == "NN" and noun.is_lower else None
        if kind is None:
            continue
        token = noun.nbor()
        if token.is_sent_start or not token.text[:1].isupper():
            continue
        name = token.text if _is_acronym(token) else _name_at(doc, token.i)
        run = doc[token.i : token.i + len(name.split())]
        if not name:
            continue
        beside = noun.dep_ in {"compound", "nmod"} or run.root.dep_ == "appos"
        of_person = noun.dep_ == "compound" and noun.head == run.root and len(run) > 1 and not is_led_by(run)
        taken = {"PERSON"} if of_person else {"GPE", "NORP"} if noun.lower_ in FIRMS and len(run) == 1 else set()
        if (_is_acronym(token) or beside) and run.root.pos_ == "PROPN" and not _of_another_kind(run, but_a=taken):
            yield name, kind


def _of_another_kind(run: Span, *, but_a: AbstractSet[str] = frozenset()) -> bool:
    """Is a run of names a person's, a place's or an event's (but for what the parser takes it for), or common words?"""
    labels = {token.ent_type_ for token in run} - but_a
    words = lexicon()
    common = all(t.lower_ in words.not_persons | words.offices | words.bodies for t in run)
    return common or bool(labels & {"PERSON", "GPE", "LOC", "DATE", "EVENT", "NORP", "LAW", "FAC"})


def _has_spokesman(noun: Token) -> bool:
    """ "A spokesman for the rebels, Ana Ruiz, ...": the name behind is the office's and not the body's."""
    return noun.dep_ == "pobj" and noun.head.head.lower_ in lexicon().offices


def _factions(doc: Doc) -> Iterator[tuple[str, ActorKind]]:
    """ "The faction of Diakaye", "the Rome group": a part called after its place or camp."""
    for token in doc[1:-2]:
        if token.lower_ == "faction" and doc[token.i + 1].lower_ == "of":
            name = _name_at(doc, token.i + 2)
            last = doc[token.i + 1 + len(name.split())]
            owns = last.i + 1 < len(doc) and last.nbor(1).tag_ == "POS"
            if name and last.ent_type_ not in {"PERSON", "GPE", "NORP"} and not owns:
                yield name, "group"
        entity = doc.user_data["named"].get(token.i - 1) if token.lower_ in {"group", "platform"} else None
        if entity is None or token.i <= 1 or doc[token.i - 2].lower_ != "the":
            continue
        if doc[token.i - 1].text in entity.metonyms:
            yield doc[token.i - 1 : token.i + 1].text, "group"


def _before_nouns(doc: Doc) -> Iterator[tuple[str, ActorKind]]:
    """A name before a body in small letters: "the Fano militia", "the Twirwaneho armed group"."""
    for token in doc[2:]:
        if _kind(token.lower_) != "group" or token.lower_ in {"government", "forces", "force", "army"}:
            continue
        last = token.i - 1
        while last > 0 and doc[last].lower_ in {"armed", "rebel", "insurgent", "separatist"}:
            last -= 1
        start = last
        while start > 0 and last - start < _MOST_WORDS and _is_name(doc[start - 1]):
            start -= 1
        name = _name_at(doc, start)
        introduced = start > 0 and any(c.lower_ in {"the", "a"} for c in token.children)
        if (
            introduced
            and start + len(name.split()) == last + 1
            and doc[last].ent_type_ != "PERSON"
            and doc[last].pos_ == "PROPN"
        ):
            yield name, "group"


def _acronyms(doc: Doc) -> Iterator[tuple[str, ActorKind]]:
    """Unknown acronyms that act: "EUMA said", "the PCLU's spokesman", "led by the ZPRA"."""
    capitals = sum(token.is_upper and len(token) > 1 for token in doc)
    if capitals > _MOSTLY * len(doc):
        return  # a heading in capitals
    for token in doc:
        if _is_acronym(token) and _acts(token):
            noun = token.head.lower_ if token.dep_ in {"compound", "nmod"} else ""
            several = token.text.endswith("s")  # "the NNPGs"
            yield token.text, _kind(noun) or ("group" if several else "organisation")


def _is_acronym(token: Token) -> bool:
    plain = token.text.replace("-", "")
    fits = _SHORTEST_ACRONYM <= len(plain) <= _LONGEST_ACRONYM and plain.isalpha() and token.is_upper
    addressed = token.i > 0 and token.nbor(-1).lower_ in lexicon().honorifics
    return (
        fits
        and not addressed
        and not _ROMAN.fullmatch(plain)
        and token.text not in lexicon().plain.not_acronyms
        and token.lower_ not in SUFFIXES
        and not token.doc.user_data["named"].get(token.i)
    )


def _acts(token: Token) -> bool:
    if token.dep_ in _SUBJECTS:
        doing = lexicon().doing
        return token.head.lemma_ in doing.speech | doing.leading | doing.taking_part
    if token.dep_ == "pobj":
        of = token.head.head
        officer = token.head.lower_ in {"of", "for"} and (of.lower_ in lexicon().offices or of.ent_type_ == "PERSON")
        return token.head.dep_ == "agent" or token.head.lower_ == "between" or officer  # "the spokesman of FACT"
    if token.dep_ == "dobj" and token.head.lemma_ in lexicon().doing.leading:
        return True  # "X, who leads ORPA"
    return token.dep_ in {"poss", "compound", "nmod"} and token.head.lower_ in lexicon().offices | {
        "delegation",
        "team",
    }


def _name_at(doc: Doc, start: int) -> str:
    """The capitalised words that start at a token, none where another name is already known there."""
    end = start
    while end < len(doc) and end - start < _MOST_WORDS and _is_name(doc[end]):
        end += 1
    return str(doc[start:end].text) if end > start and "'" not in doc[start:end].text else ""


def _is_name(token: Token) -> bool:
    known = token.doc.user_data["named"].get(token.i)
    plain = token.is_alpha and token.text[:1].isupper() and not known
    return plain and token.pos_ not in {"DET", "PRON"} and token.ent_type_ != "DATE"
