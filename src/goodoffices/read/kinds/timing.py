"""Timing: which of the times of a sentence is that of what a word or a clause of it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from goodoffices.record import Interval

from ..dates import TimeExpression, interval_of
from ..document import Sentence, offset_of
from .governing import is_speech
from .times import times_in

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context

__all__ = ["time_beside"]

_VERBAL = frozenset({"VERB", "AUX"})
_ASIDE = frozenset({"relcl", "acl", "advcl", "parataxis"})
_DOWN = frozenset({"xcomp", "ccomp", "conj", "pcomp"})
_OF_NOUN = frozenset({"compound", "nmod", "amod", "nummod", "poss", "npadvmod"})
_MOST_STEPS = 12
_MOST_TIMES = 12
_OWN, _BELOW, _JOINED, _SAID, _ABOVE, _BESIDE = range(6)
"""How near a time hangs on a clause: on its verb, on one under it or joined to it, on who says it, on one above it, and
last on what it only names: the day of a document, the time of a condition."""


def time_beside(context: Context, sentence: Sentence, start: int, end: int) -> Interval | None:
    """Find the time of what the words in ``[start, end)`` of the text tell.

    The year of a document ("the 2018 agreement") and the time of what a clause only adds ("who has ruled since 2011")
    are not the time of what the sentence tells.

    Args:
        context: The report.
        sentence: The sentence that holds the words.
        start: Where the words start.
        end: Where they end.

    Returns:
        The time that hangs nearest on their clause, None where none does.
    """
    cues = [token for token in context.tokens_in(start, end) if token.i >= sentence.span.start]
    verb = next((v for token in cues[:1] for v in _verbs_above(token)), None)
    ranked = []
    for number, time in enumerate(times_in(context, sentence.start, sentence.end)[:_MOST_TIMES]):
        interval = interval_of(time)
        if time.type in {"DURATION", "SET"} or not interval.known:
            continue
        rank = _rank(context, time, verb, (start, end))
        if rank is not None:
            ranked.append((rank, abs(time.span[0] - start), number, interval))
    return min(ranked)[3] if ranked else None


def _rank(context: Context, time: TimeExpression, verb: Token | None, inside: tuple[int, int]) -> int | None:
    """How near a time hangs on a verb; None where it is of something else."""
    tokens = context.tokens_in(*time.span)
    root = next((t for t in tokens if t.head not in tokens or t.head == t), None)
    if root is None or verb is None:
        return None if root is None else _ABOVE
    if _is_of_noun(root):
        return _BESIDE if root.dep_ == "pobj" and time.earliest == time.latest else None
    above = list(_verbs_above(root))
    if any(step.lower_ == "than" for step in _steps(root, above[0] if above else root)):
        return None  # "nearer than at any time since 1992"
    if not above:
        return _ABOVE
    return _between(above[0], verb, inside)


def _between(holder: Token, verb: Token, inside: tuple[int, int]) -> int | None:
    """How near the verb that holds a time is to the verb of what is told."""
    if holder == verb:
        return _OWN
    if holder.dep_ in _ASIDE:
        told = holder.is_ancestor(verb)
        if told or inside[0] <= offset_of(holder) < inside[1]:
            return _BELOW
        return _BESIDE if holder.dep_ == "advcl" and verb.is_ancestor(holder) else None
    if verb.is_ancestor(holder):
        return _BELOW if all(step.dep_ not in _ASIDE for step in _steps(holder, verb)) else None
    if holder.is_ancestor(verb):
        return _SAID if is_speech(holder) else _ABOVE
    return _JOINED if holder.head == verb.head and holder.dep_ in _DOWN else None


def _steps(low: Token, high: Token) -> list[Token]:
    steps = []
    token = low
    for _ in range(_MOST_STEPS):
        if token == high:
            break
        steps.append(token)
        token = token.head
    return steps


def _is_of_noun(root: Token) -> bool:
    """Is it part of a name or the date of a document ("the 2018 agreement", "the statement of November 2020")?"""
    if root.dep_ in {"compound", "nmod", "amod", "nummod", "poss"} and root.head.pos_ in {"NOUN", "PROPN"}:
        return True
    return root.dep_ == "pobj" and root.head.lower_ == "of" and root.head.head.pos_ in {"NOUN", "PROPN"}


def _verbs_above(token: Token) -> list[Token]:
    """The verbs over a word, itself included where it is one, the nearest first."""
    found = []
    for _ in range(_MOST_STEPS):
        if token.pos_ in _VERBAL:
            found.append(token)
        if token.head == token:
            break
        token = token.head
    return found
