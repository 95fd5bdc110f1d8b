"""Witnesses: who else was there, told beside those who met ("watched by X", "to which X will come")."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..governing import Clause, is_denied
from ..phrases import objects_behind
from .people import is_person, people_of
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["witnesses"]

_WITH_OTHERS = frozenset({"attend", "witness", "accompany", "join"})
"""By whomever: "attended by the observer states"."""
_WITH_PERSONS = frozenset({"watch", "flank", "escort", "surround", "applaud", "observe", "assist"})
"""By persons only: a house is watched by an army, too."""
_UP = 8
"""Words from a participle up to the meeting, at most: the parser hangs it on the last noun before the comma."""
_ON_THEIR_WAY = frozenset({"agree", "promise", "accept", "intend", "hope", "plan", "expect", "want"})


def witnesses(context: Context, clause: Clause) -> Iterator[str]:
    """Ids of those whom a participle or a relative clause beside a meeting tells to be there.

    Args:
        context: The report.
        clause: The clause of the meeting.
    """
    own = {t.i for t in (*clause.nouns, clause.cue, *clause.verbs[:1])}
    for token in clause.cue.sent:
        if token.tag_ == "VBN" and token.lemma_ in _WITH_OTHERS | _WITH_PERSONS and _is_aside(token, own):
            found = (a for inner in objects_behind(token, {"by"}) for a in people_of(context, inner))
            yield from (a for a in found if token.lemma_ in _WITH_OTHERS or is_person(context, a))
        elif token.lower_ == "which" and clause.nouns and token.i > clause.cue.i:
            yield from _coming(context, clause, token)


def _is_aside(participle: Token, own: set[int]) -> bool:
    """Does a participle stand behind a comma or open the sentence, and hang on the meeting without a verb between?"""
    if any(c.dep_ in {"auxpass", "aux", "nsubjpass"} for c in participle.children):
        return False
    first = participle.i == participle.sent.start
    if not first and participle.nbor(-1).text not in {",", "-", "–", "—"}:
        return False
    for above in itertools.islice(participle.ancestors, _UP):
        if above.i in own:
            return True
        if above.pos_ in {"VERB", "AUX"}:
            return False
    return False


def _coming(context: Context, clause: Clause, which: Token) -> Iterator[str]:
    """ "A meeting in X on Friday, to which A and B have agreed to come", "a session at which A presented a draft"."""
    words, by = meeting_words(), which.head
    between = which.doc[clause.cue.i + 1 : which.i]
    if by.lower_ not in {"to", "at"} or any(t.pos_ in {"VERB", "AUX"} or t.lower_ in words.nouns for t in between):
        return
    verb = next((t for t in itertools.islice(which.ancestors, _UP) if t.dep_ == "relcl"), None)
    if verb is None or verb.i < which.i or is_denied(verb) or _is_away(verb):
        return
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    coming = {t.lemma_ for t in (verb, *(c for c in verb.children if c.dep_ == "xcomp"))}
    on_way = coming & (words.come | words.go | words.arrive | words.send)
    if (by.lower_ == "to" and not on_way) or (passive and not coming & (words.come | _ON_THEIR_WAY)):
        return
    subjects = (c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"})
    yield from (a for subject in subjects for a in people_of(context, subject))


def _is_away(verb: Token) -> bool:
    """ "At which X was absent", "at which X did not appear"."""
    return any(c.lower_ in {"absent", "missing", "never"} for c in verb.children) or verb.lemma_ in {"boycott", "miss"}
