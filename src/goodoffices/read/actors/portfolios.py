"""Portfolios: where "Europe" in an office is what its holder looks after, or the Union whose office it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from .gazetteer import entities

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc

    from .gazetteer import Name

__all__ = ["with_portfolios"]

_EUROPE = "European governments"
_UNION = "European Union"
_HOLDERS = frozenset({"minister", "ministers", "secretary", "adviser", "advisor", "editor", "correspondent"})
"""Who looks after Europe for somebody else ("the Europe minister")."""
_FOR = frozenset({"for", "of", "on"})
_UNIONS = frozenset({"chief", "commissioner", "commissioners", "spokesperson"})
"""Who holds an office that among Europeans only the Union has ("the European foreign policy chief")."""
_LONGEST = 4
"""Words of such an office's title."""


def with_portfolios(doc: Doc, names: Iterable[Name]) -> Iterator[Name]:
    """Leave out "Europe" where it is a portfolio, and let the offices of the Union be the Union's."""
    for name in names:
        if name.entity.name != _EUROPE:
            yield name
        elif _is_of_union(doc, name):
            yield msgspec.structs.replace(name, entity=entities()[_UNION])
        elif not _is_looked_after(doc, name):
            yield name


def _is_looked_after(doc: Doc, name: Name) -> bool:
    """ "Europe minister", "the Minister for Europe"."""
    if doc[name.start].lower_ != "europe":
        return False
    if doc[name.end : name.end + 1].text.lower() in _HOLDERS:
        return True
    if name.start < 2 or doc[name.start - 1].lower_ not in _FOR:  # noqa: PLR2004  an office and "for"
        return False
    office = doc[name.start - 4 : name.start - 1].text.lower() if name.start > 3 else ""  # noqa: PLR2004
    return doc[name.start - 2].lower_ in _HOLDERS or office == "secretary of state"


def _is_of_union(doc: Doc, name: Name) -> bool:
    """ "European foreign policy chief", "the European trade commissioner"."""
    if doc[name.start].lower_ != "european" or name.end - name.start > 1:
        return False
    for token in doc[name.end : name.end + _LONGEST]:
        if token.lower_ in _UNIONS:
            return token.tag_ != "NNS" or token.lower_ == "commissioners"
        if token.pos_ not in {"NOUN", "ADJ", "PROPN", "CCONJ"} and token.text not in {"-", ","}:
            return False
    return False
