"""Occasions: two meetings that one verb tells of ("met in Tunis from 2 to 4 May and in Rome last Thursday")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from .draft import Draft
from .people import people_of
from .place_phrases import place_phrase
from .places import places_near
from .telling import intervals_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["occasions_of"]

_REACH = 16
"""Tokens between the two places, at most."""


def occasions_of(context: Context, draft: Draft) -> Iterator[Draft]:
    """Give the meetings that a draft tells of: itself, or two, where each has a place and a time of its own."""
    cut = _cut(context, draft)
    if cut is None:
        yield draft
        return
    first, last, border = cut
    times = intervals_of(context, draft.reach)
    early = [when for root, when in times if root.i < border.i]
    late = [when for root, when in times if root.i > border.i]
    if not early or not late or draft.prospect == "denied":
        yield draft
        return
    for place, when, beyond in ((first, early[-1], False), (last, late[0], True)):
        yield msgspec.structs.replace(
            draft, place=place_phrase(place), when=when, people=_people(context, draft, border, beyond=beyond)
        )


def _cut(context: Context, draft: Draft) -> tuple[Token, Token, Token] | None:
    """The two places, and the "and" between them."""
    places = [t for t in places_near(context, draft.reach) if t.i > draft.cue.i][:2]
    if len(places) < 2 or places[1].i - places[0].i > _REACH:  # noqa: PLR2004  two of them
        return None
    between = draft.cue.doc[places[0].i : places[1].i]
    borders = [t for t in between if t.lower_ in {"and", "then"}]
    verbs = any(t.pos_ in {"VERB", "AUX"} and t.dep_ not in {"amod", "compound"} for t in between)
    return (places[0], places[1], borders[-1]) if borders and not verbs else None


def _people(context: Context, draft: Draft, border: Token, *, beyond: bool) -> tuple[str, ...]:
    """Whom the words on this side of the border name; before the cue stand those who come to both."""
    if draft.reach.clause.relation != "verb":
        return _with_whom(context, draft, border, beyond=beyond)
    objects = [c for c in draft.cue.children if c.dep_ == "dobj"]
    there = [t for o in objects for t in o.subtree if t.dep_ in {"conj", "dobj"} and (t.i > border.i)]
    here = {a for o in objects if o.i < border.i for a in people_of(context, o)}
    others = {a for t in there for a in people_of(context, t)}
    left_out = (here - others if there else set()) if beyond else others
    return tuple(a for a in dict.fromkeys((*draft.people, *(others if beyond else ()))) if a not in left_out)


def _with_whom(context: Context, draft: Draft, border: Token, *, beyond: bool) -> tuple[str, ...]:
    """ "Held talks with X in Rome on Monday and with Y in Paris on Friday": the second "with" hangs on the first."""
    withs = [c for n in draft.reach.nouns for c in n.children if c.lower_ == "with" and c.i < border.i]
    later = border.nbor()
    if not withs or later.lower_ != "with":
        return draft.people
    sides = [
        {a for w in ws for c in w.children if c.dep_ == "pobj" for a in people_of(context, c)}
        for ws in (withs, [later])
    ]
    wanted, other = (sides[1], sides[0]) if beyond else (sides[0], sides[1])
    return tuple(a for a in dict.fromkeys((*draft.people, *sorted(wanted))) if a not in other - wanted)
