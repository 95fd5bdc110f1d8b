"""What a state is called beside its name: "the Government of India", "Britain" where a report says only "British"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from .gazetteer import entities

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from ..document import Passage
    from .roster import Actor

__all__ = ["common_names", "formal_names"]

_RULED_BY = frozenset({"government", "authorities", "administration", "presidency", "delegation"})
_FORMS = frozenset({"government", "republic", "state", "kingdom", "federation", "delegation"})
_ALIKE = 2
"""Letters that the name of a state and that of its people share ("Britain", "British")."""
_LONGEST = 5
"""Words in front of a state's name in which its form is looked for ("Government of the Republic of X")."""


def formal_names(passages: Sequence[Passage], actor: Actor) -> frozenset[str]:
    """The longer forms in which a report names a state or its government, in its own words."""
    if actor.kind != "state":
        return frozenset()
    return frozenset(
        form
        for mention in actor.mentions
        for form in _around(passages[mention.passage].doc, mention.start, mention.end)
    )


def common_names(passages: Sequence[Passage], actor: Actor) -> frozenset[str]:
    """The short names of a state that a report speaks of by its people alone ("British officials": "Britain").

    Args:
        passages: The report.
        actor: Anyone; a body or a person has none.

    Returns:
        Its names of one word, none where the report uses one of its names.
    """
    entity = entities().get(actor.name) if actor.kind == "state" else None
    if entity is None:
        return frozenset()
    names = {entity.name, *entity.names}
    used = {passages[m.passage].doc[m.start : m.end].text for m in actor.mentions}
    alike = {word[:_ALIKE] for word in entity.adjectives}  # no foreign form of the name
    short = (name for name in entity.names if name.isalpha() and not name.isupper() and name[:_ALIKE] in alike)
    return frozenset(() if used & names else short)


def _around(doc: Doc, start: int, end: int) -> Iterator[str]:
    behind = end + 1 if end < len(doc) and doc[end].lower_ in {"'s", "'"} else end
    if behind < len(doc) and doc[behind].lower_ in _RULED_BY:
        yield doc[start : behind + 1].text
    first = start
    while first > max(0, start - _LONGEST) and _leads(doc, first - 1):
        first -= 1
        if doc[first].lower_ in _FORMS:
            yield doc[first:end].text


def _leads(doc: Doc, i: int) -> bool:
    return doc[i].lower_ in _FORMS | {"of", "the", "democratic", "islamic", "federal", "people's"}
