"""Item lists: persons who stand one an item under a line that names their side ("The Peruvian delegation:")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .delegations import LED
from .leadership import bodies_at
from .lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from .roster import Roster
    from .sides import Ties

__all__ = ["seat_items"]

_LONGEST_LINE = 12
"""Words of the line above the items, at most."""
_LONGEST_ITEM = 20
_OPENS = 3
"""Words of an item before the name that it opens with, at most ("Lieutenant General")."""


def seat_items(roster: Roster, ties: Ties) -> None:
    """Give those who are listed under "The Peruvian delegation:" or "For the Front:" that side."""
    side: str | None = None
    for passage in roster.passages:
        if passage.block.kind == "item" and passage.block.speaker is None:
            for person in _opening(roster, passage.doc) if side is not None else ():
                ties.vote(person, side or "", LED)
        else:
            side = _side_of_line(roster, passage.doc)


def _side_of_line(roster: Roster, doc: Doc) -> str | None:
    """The one side that a short line ending in a colon names, with a word for people or with "for"."""
    if not 1 < len(doc) <= _LONGEST_LINE or doc[-1].text != ":" or any(t.pos_ == "VERB" for t in doc):
        return None
    ids = {next(bodies_at(roster, t), None) for t in doc} - {None}
    words = lexicon()
    people = words.bodies | {"members", "signatories", "participants", "delegates", "attendees"}
    told = any(t.lower_ in people for t in doc) or doc[0].lower_ in {"for", "from"} or len(doc) <= _OPENS
    return next(iter(ids)) if len(ids) == 1 and told else None


def _opening(roster: Roster, doc: Doc) -> Iterator[str]:
    """Who an item opens with, where it goes on with an office or with nothing, and tells of no deed."""
    if len(doc) > _LONGEST_ITEM or any(t.pos_ in {"VERB", "AUX"} for t in doc):
        return
    ids = (a for t in doc[:_OPENS] for a in roster.at(t) if roster.actors[a].kind == "person")
    first = next(ids, None)
    if first is not None:
        yield first
