"""Labels: the place in front of an item of a diary or a list of tracks ("Moscow: both envoys were received")."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from ...actors.lexicon import lexicon
from .draft import Draft
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from ...context import Context

__all__ = ["at_labelled_place", "label_of"]

_LONGEST = 4
"""Words of a label, at most."""
_AROUND = 12
"""Sentences before and behind in which other items of the list are looked at."""
_PLACES = frozenset({"GPE", "LOC", "FAC"})


def at_labelled_place(context: Context, draft: Draft) -> Draft:
    """The draft with the place that its item begins with, where its own words give none."""
    label = label_of(draft.cue.doc) if draft.place is None else []
    if not label or any(context.roster.actors[a].kind != "state" for t in label for a in context.roster.at(t)):
        return draft
    if not (_is_known(label[-1]) or _stands_among_places(context, draft)):
        return draft
    return msgspec.structs.replace(draft, place=" ".join(t.text for t in label))


def label_of(doc: Doc) -> list[Token]:
    """The capitalised words in front of the first colon, none where there are none."""
    for token in doc[: _LONGEST + 1]:
        if token.text == ":":
            return list(doc[: token.i])
        known = token.i in doc.user_data["named"] and token.text.istitle()
        if token.pos_ != "PROPN" and not known:  # the parser takes "Colombo:" for a common noun
            return []
    return []


def _is_known(word: Token) -> bool:
    """Is it a city or a region? The name of a state in front of an item is more often a party."""
    named = word.doc.user_data["named"].get(word.i)
    return word.text in named.metonyms if named is not None else word.ent_type_ in _PLACES


def _stands_among_places(context: Context, draft: Draft) -> bool:
    """Do other items around begin with the name of a place, and is this label a name too ("Arawa", not "Envoy")?"""
    own = label_of(draft.cue.doc)
    topics = lexicon().offices | lexicon().bodies | meeting_words().collective
    if any(not word.ent_type_ or word.lower_ in topics for word in own):
        return False
    number = draft.reach.sentence.number
    around = context.sentences[max(0, number - _AROUND) : number + _AROUND]
    labels = (label_of(s.span.doc) for s in around if s.block is not draft.reach.sentence.block)
    return any(_is_known(label[-1]) for label in labels if label)
