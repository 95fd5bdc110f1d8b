"""Owners of offices that are not whom the nearest name says: two for two persons, a chairmanship that is a body's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .offices import Office

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["is_only_from", "is_whose_turn", "two_owners"]

_SERVING = frozenset({"official", "diplomat", "officer", "judge"})


def two_owners(doc: Doc, office: Office) -> tuple[int, int] | None:
    """ "The ministers of Kenya and Uganda, X and Y": the two owners of an office in the plural, X's and Y's."""
    if not any(token.tag_ in {"NNS", "NNPS"} for token in doc[office.title[0] : office.title[1]]):
        return None
    named = doc.user_data["named"]
    owners: dict[str, int] = {}
    for i in sorted(office.of):
        if i in named:
            owners.setdefault(named[i].name, i)
    places = list(owners.values())
    return (places[0], places[1]) if len(places) == 2 else None  # noqa: PLR2004  one for each of two persons


def is_whose_turn(doc: Doc, i: int) -> bool:
    """Does a nationality only say whose turn it is to chair a body that is named behind it?"""
    head = doc[i].head
    turn = head.lower_ in {"chairmanship", "presidency", "chairpersonship"} and head.i > i
    return turn and any(c.lower_ == "of" for c in head.children)


def is_only_from(doc: Doc, i: int, office: Office) -> bool:
    """Does a nationality only say where somebody is from who serves a body: "a Dutch official of the EU Council"?"""
    end = office.title[1]
    serves = i < office.title[0] and doc[end - 1].lower_ in _SERVING and doc[end].lower_ in {"of", "with"}
    named = doc.user_data["named"]
    return serves and any(j >= end and j in named and named[j].kind == "organisation" for j in office.of)
