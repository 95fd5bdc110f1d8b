"""Lookalikes: what the parser takes for a person's name, and is a place's, a ship's, a headline's, or of the dead."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from ..pipeline import text_of
from .known import known_side
from .lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from spacy.tokens import Doc, Token

    from ..document import Passage
    from .persons import PersonName

__all__ = ["lookalikes"]

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_INSIDE = re.compile(r"\b(?:in|near|around|outside) ((?:[A-Z][\w-]+ ?){2,4})(?!['’])")
_OF_THE_DEAD = frozenset(
    {"body", "remains", "corpse", "coffin", "grave", "tomb", "funeral", "burial", "murder", "assassination", "killing"}
    | {"death", "memory", "ashes", "execution", "murderer", "murderers", "killer", "killers", "assassin"}
)
"""Of whom these are spoken, that one does nothing any more."""


def lookalikes(
    passages: Sequence[Passage], found: Sequence[tuple[int, PersonName]], confirmed: AbstractSet[str]
) -> frozenset[str]:
    """The names of several words that are nobody's who takes part.

    Args:
        passages: The parsed report.
        found: The names, each with the number of its passage.
        confirmed: Names for which an office or a verb of speech speaks; these are persons' in any case.
    """
    places: dict[str, list[tuple[Doc, PersonName]]] = defaultdict(list)
    body: set[str] = set()
    for number, name in found:
        if name.end - name.start > 1 and name.text not in confirmed:
            places[name.text].append((passages[number].doc, name))
            body.update([name.text] if passages[number].block.kind != "heading" else ())
    unsure = {text: where for text, where in places.items() if known_side(text, titled=True) is None}
    inside = _whereabouts(passages) if unsure else frozenset()
    return frozenset(
        text
        for text, where in unsure.items()
        if any(_is_place(doc, name) or _is_vessel(doc, name) for doc, name in where)
        or all(_is_dead(doc, name) for doc, name in where)
        or text in inside
        or text not in body
    )


def _is_vessel(doc: Doc, name: PersonName) -> bool:
    """ "The bulk carrier Marlin Star"."""
    return name.start > 0 and doc[name.start - 1].lower_ in lexicon().places.vessels


def _is_place(doc: Doc, name: PersonName) -> bool:
    """ "The Ta Vong temples", "the district of San Pedro", "San Pedro and Tumaco" (which is a place)."""
    words, root = lexicon().places, doc[name.start : name.end].root
    behind = doc[name.end : name.end + 1].text.lower()
    if behind in words.sites and doc[name.end].is_lower:
        return True
    link = root.head
    if root.dep_ == "pobj" and link.lower_ in {"of", "to", "from"} and link.head.lower_ in words.sites:
        return True
    return any(t.ent_type_ in _PLACES and t.i not in doc.user_data["named"] for t in _joined(root))


def _joined(root: Token) -> Iterator[Token]:
    """The names that "and" sets beside one."""
    if root.dep_ == "conj" and root.head.i != root.i:
        yield root.head
    yield from (c for c in root.children if c.dep_ == "conj")


def _is_dead(doc: Doc, name: PersonName) -> bool:
    """ "The body of X", "the murder of X", "X's funeral"."""
    root = doc[name.start : name.end].root
    if root.dep_ == "poss":
        return root.head.lower_ in _OF_THE_DEAD
    return root.dep_ == "pobj" and root.head.lower_ == "of" and root.head.head.lower_ in _OF_THE_DEAD


def _whereabouts(passages: Sequence[Passage]) -> frozenset[str]:
    """Names of two words and more that stand behind "in" or "near"."""
    runs = (run.split() for passage in passages for run in _INSIDE.findall(text_of(passage.doc)))
    return frozenset(" ".join(run[:size]) for run in runs for size in range(2, len(run) + 1))
