"""Surnames that mean one person wherever they stand: "Savimbi refused", "Museveni's envoys"."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import fold

from .lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["is_short", "is_surname", "side_of_surname", "stands_alone", "surnames"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_COMPANY = frozenset({"with", "between", "by", "to", "from", "for", "of"})
_TOWARDS = frozenset({"meet", "tell", "ask", "urge", "invite", "receive", "see", "call", "phone", "assure", "persuade"})
"""Verbs whose object is someone."""


class _Surnames(msgspec.Struct, frozen=True):
    """Forms as they are written: all; those that need the parser's word for it; folded ones -> the side, if told."""

    forms: frozenset[str]
    worded: frozenset[str]
    sides: dict[str, str]


@functools.cache
def _surnames() -> _Surnames:
    data = tomllib.loads(resources.files(__package__).joinpath("data/surnames.toml").read_text(encoding="utf-8"))
    told = [(name, side) for table in ("side", "worded") for side, names in data[table].items() for name in names]
    worded = frozenset(name for names in data["worded"].values() for name in names)
    forms = frozenset(data["names"]) | {name for name, _ in told}
    return _Surnames(forms, worded, {fold(name): side for name, side in told})


def surnames() -> frozenset[str]:
    """The surnames, as they are written."""
    return _surnames().forms


def is_surname(name: str) -> bool:
    """Is it a surname that means one person wherever it stands? An Arabic article before it may be left out."""
    return name in surnames() or _bare(name) in surnames()


def is_short(name: str) -> bool:
    """Is it a surname alone ("Savimbi", "de Klerk"), whoever bears it?"""
    return " " not in name or name in surnames()


def side_of_surname(name: str) -> str | None:
    """The side that the bearer is known for, where the lists of persons leave it open."""
    return _surnames().sides.get(fold(name)) or _surnames().sides.get(fold(_bare(name)))


def _bare(name: str) -> str:
    return name[3:] if name[:3].lower() in {"al-", "el-"} else name


def stands_alone(doc: Doc, start: int, end: int) -> bool:
    """Does a surname stand alone, for someone who acts: no part of a longer name, of a plan's or of a street's?

    Args:
        doc: The parsed block.
        start: First token of the surname.
        end: Behind its last token.
    """
    root = doc[start:end].root
    if doc[start:end].text in _surnames().worded and root.ent_type_ != "PERSON":
        return False
    before, behind = doc[start - 1] if start else None, doc[end] if end < len(doc) else None
    if before is not None and (before.text == "-" or (before.pos_ == "PROPN" and before.text[:1].isupper())):
        return False
    if behind is not None and (behind.text in {"-", "/"} or (behind.pos_ == "PROPN" and behind.text[:1].isupper())):
        return False
    return _acts(root) or (behind is not None and behind.text == ":" and doc[start].is_sent_start is True)


def _acts(root: Token) -> bool:
    while root.dep_ == "conj" and root.head.i != root.i:
        root = root.head
    if root.dep_ in _SUBJECTS:
        return root.head.pos_ in {"VERB", "AUX"}
    if root.dep_ == "pobj":
        return root.head.lower_ in _COMPANY and (root.head.dep_ == "agent" or root.head.head.pos_ in {"VERB", "NOUN"})
    if root.dep_ == "poss":
        return lexicon().owns(root.head.lower_) or root.head.lower_ in lexicon().followers
    return root.dep_ in {"dobj", "dative"} and root.head.lemma_ in _TOWARDS
