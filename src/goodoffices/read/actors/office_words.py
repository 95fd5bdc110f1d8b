"""What an office is made of: the word that heads it, the words that it takes with it, whose it is, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import Tenure

from .lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["TO_BE", "Office", "extend_left", "is_head", "joins_owners", "tenure_of", "tenure_word"]

TO_BE = frozenset({"elect", "designate"})
"""What a hyphen joins to an office that is not taken up yet."""
_LEFT = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
_LONGEST = 12


_ONCE = frozenset({"once", "formerly", "previously"})
"""Words of time that open an apposition with an office that was held before ("X, once a commander of Y")."""
_HOUSES = frozenset({"ministry", "department", "parliament", "office", "senate", "assembly", "congress"})
"""What a title names as its own ("Foreign Ministry spokesman")."""


_RANKING = frozenset({"leading", "ranking", "founding", "presiding", "managing", "commanding", "governing", "standing"})
"""Participles that are a part of a title ("leading figure", "ranking member")."""


class Office(msgspec.Struct, frozen=True):
    """An office that a text gives a person.

    Attributes:
        title: Tokens ``[start, end)`` of the office's own words, without nationality and tenure.
        of: Tokens that may name whose office it is, nearest first (nationality, possessor, "of ...").
        tenure: Held, held before, for the time being, or about to be taken up.
        where: How it stands to the name: before it, beside it (a comma between), after it, or as a predicate.
    """

    title: tuple[int, int]
    of: tuple[int, ...]
    tenure: Tenure
    where: str


def is_head(doc: Doc, i: int) -> bool:
    """Is a word the head of an office: "minister", "chief negotiator"?"""
    words = lexicon()
    lower = doc[i].lower_
    if lower == "general" and doc[i].pos_ == "ADJ" and doc[i + 1 : i + 2].text.lower() == "staff":
        return False  # "the chief of general staff"
    if lower == "heads" and doc.user_data.get("named", {}).get(i + 1) is not None:
        return False  # "its present holder, X, heads Y": a verb, whatever the parser says
    if lower in words.offices or (
        lower.endswith("s") and lower[:-1] in words.offices and doc[i].tag_ in {"NNS", "NNPS"}
    ):
        return True
    return i > 0 and f"{doc[i - 1].lower_} {lower}" in words.offices


def tenure_word(token: Token) -> bool:
    """Does a word say when an office is held: former, acting, incoming?"""
    words = lexicon()
    return token.lower_ in words.former | words.acting | words.incoming


def tenure_of(doc: Doc, first: int) -> Tenure:
    """When the office that begins at `first` is held."""
    words = lexicon()
    if (
        first > 1
        and {t.lower_ for t in doc[max(0, first - 3) : first]} & _ONCE
        and "," in doc[max(0, first - 4) : first].text
    ):
        return "former"
    around = {doc[i].lower_ for i in range(max(0, first - 4), min(len(doc), first + 1)) if doc[i].text != ","}
    near = {doc[i].lower_ for i in range(max(0, first - 4), first)}
    if words.former & around:
        return "former"
    if words.acting & near:
        return "acting"
    return "incoming" if words.incoming & near else "current"


def extend_left(doc: Doc, head: int) -> tuple[int, tuple[int, ...]]:
    """Take in the modifiers of an office; whatever stands before them may say whose it is."""
    first = head
    words = lexicon()
    while first > 0 and head - first < _LONGEST:
        token = doc[first - 1]
        if token.text == "-" and first > 1:
            first -= 2
            continue
        if token.lower_ == "crown":
            first -= 1  # which the parser takes for the name of a "Crown Prince"
            continue
        if token.lower_ in _RANKING:
            first -= 1
            continue
        if (
            token.pos_ not in _LEFT
            or token.text in {",", "'s", "'"}
            or token.ent_type_ in {"GPE", "NORP", "PERSON", "DATE", "TIME"}
        ):
            break
        if token.text.isupper() and (token.ent_type_ == "ORG" or token.i in doc.user_data["actors"]):
            break
        if tenure_word(token) or token.lower_ in words.new or doc.user_data["named"].get(token.i):
            break
        if _ends_a_name(doc, token.i):
            break
        first -= 1
    return first, _owners_left(doc, first)


def _owners_left(doc: Doc, first: int) -> tuple[int, ...]:
    of: list[int] = []
    i = first - 1
    words = lexicon()
    while i >= 0 and first - i < _LONGEST:
        token = doc[i]
        if token.lower_ == "and" and i > 0 and is_head(doc, i - 1):
            i = extend_left(doc, i - 1)[0] - 1  # "the group's general secretary and chief negotiator"
            continue
        passed = tenure_word(token) or token.lower_ in words.new or joins_owners(doc, i) or _is_owning_office(doc, i)
        if passed or token.text in {"-", "'s", "'"}:
            i -= 1
            continue
        possessor = i + 1 < len(doc) and doc[i + 1].tag_ == "POS"
        owner = doc.user_data["named"].get(i) or token.ent_type_ or token.pos_ == "PROPN"
        owner = owner or possessor or token.tag_ in {"PRP$", "WP$"} or i in doc.user_data["actors"]
        if not owner or (token.pos_ in {"VERB", "ADP"} and i not in doc.user_data["named"]):
            break  # the parser takes some acronyms for verbs
        of.append(i)
        i -= 1
    # "the State Department's Cyprus coordinator": whoever possesses goes before whatever it is about
    return tuple(sorted(of, key=lambda j: doc[j + 1].tag_ != "POS")) if of else ()


def _ends_a_name(doc: Doc, i: int) -> bool:
    """Is a word the last of a body's name in several words ("National Liberation Army spokeswoman")?"""
    meant = doc.user_data["actors"]
    long = i > 0 and i in meant and meant.get(i - 1) == meant[i] and doc[i - 1].text[:1].isupper()
    return long and doc[i].is_title and doc[i].lower_ not in _HOUSES


def _is_owning_office(doc: Doc, i: int) -> bool:
    """Is a word in small letters the office whose holder owns another ("the UN secretary-general's envoy")?"""
    if not doc[i].is_lower or not is_head(doc, i):
        return False
    behind = doc[i + 1 : i + 4]
    return bool(len(behind)) and (behind[0].tag_ == "POS" or (behind[0].text == "-" and behind[-1].tag_ == "POS"))


def joins_owners(doc: Doc, i: int) -> bool:
    """Does an "and" stand between two known names?"""
    named = doc.user_data["named"]
    return doc[i].lower_ == "and" and (i - 1) in named and ((i + 1) in named or (i + 2) in named)
