"""Timing: which of the times of a sentence is that of what a word or a clause of it tells."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from goodoffices.record import Interval

from ..dates import TimeExpression, interval_of
from ..document import Sentence, offset_of
from .clauses import clause_words
from .governing import is_speech
from .occasions import is_dated_by, is_fronted, is_of_an_hour, time_whereof
from .times import times_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from ..context import Context

__all__ = ["time_beside", "time_of_clause", "time_told"]

_VERBAL = frozenset({"VERB", "AUX"})
_ASIDE = frozenset({"relcl", "acl", "advcl", "parataxis"})
_DOWN = frozenset({"xcomp", "ccomp", "conj", "pcomp"})
_OF_NOUN = frozenset({"compound", "nmod", "amod", "nummod", "poss", "npadvmod"})
_DURING = frozenset({"in", "during"})
_AHEAD_OF = frozenset({"for", "until", "by"})
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
    above = list(_verbs_above(root))
    if _is_of_noun(root, tokens) and not (above and is_dated_by(root, above[0])):
        return _BESIDE if root.dep_ == "pobj" and time.earliest == time.latest else None
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
        return _aside(holder, verb, inside)
    if verb.is_ancestor(holder):
        steps = _steps(holder, verb)
        return _BELOW if all(step.dep_ not in _ASIDE for step in steps) and not _is_beside(steps) else None
    if holder.is_ancestor(verb):
        if _is_beside(_steps(verb, holder)):
            return None
        return _SAID if is_speech(holder) else _ABOVE
    return _JOINED if holder.head == verb.head and holder.dep_ in _DOWN else None


def _is_beside(steps: list[Token]) -> bool:
    """ "The one wants it by May; the other wants it now": two clauses beside each other, however they are parsed."""
    return any(step.dep_ == "ccomp" and step.i < step.head.i and not is_speech(step.head) for step in steps)


def _aside(holder: Token, verb: Token, inside: tuple[int, int]) -> int | None:
    """How near a clause that only adds something is to what is told."""
    told = holder.is_ancestor(verb)
    if not told and _is_bygone(holder):
        return None  # "territory seized since 2014", "the premier, who was named in 2005"
    if told or inside[0] <= offset_of(holder) < inside[1]:
        return _BELOW
    return _BESIDE if holder.dep_ == "advcl" and verb.is_ancestor(holder) else None


def _is_bygone(verb: Token) -> bool:
    """Does a clause that hangs on a noun tell what was, of that noun alone? What is "set for December" is to come."""
    to_come = any(
        (c.tag_ in {"MD", "TO"} and c.dep_ in {"aux", "auxpass"}) or (c.dep_ == "prep" and c.lower_ in _AHEAD_OF)
        for c in verb.children
    )
    return verb.dep_ in {"relcl", "acl"} and verb.tag_ in {"VBD", "VBN"} and not to_come


def _steps(low: Token, high: Token) -> list[Token]:
    steps = []
    token = low
    for _ in range(_MOST_STEPS):
        if token == high:
            break
        steps.append(token)
        token = token.head
    return steps


def _is_of_noun(root: Token, tokens: Sequence[Token]) -> bool:
    """Is it part of a name or the date of a document ("the 2018 agreement", "the statement of November 2020")?"""
    if root.dep_ in {"compound", "nmod", "amod", "nummod", "poss"} and root.head.pos_ in {"NOUN", "PROPN"}:
        return not is_fronted(tokens)
    of_noun = root.dep_ == "pobj" and root.head.lower_ == "of" and root.head.head.pos_ in {"NOUN", "PROPN"}
    return of_noun and not is_of_an_hour(root)


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


def time_of_clause(context: Context, token: Token) -> Interval | None:
    """The time that the clause of a word gives itself; joined clauses share that of the first.

    Args:
        context: The report.
        token: The head of the clause.
    """
    own = _own_time(context, token)
    head = token.head
    if own is not None or head == token or head.i in {t.i for t in clause_words(token)}:
        return own
    if (whereof := time_whereof(context, token)) is not None:
        return whereof
    if token.dep_ == "relcl":
        above = next(iter(_verbs_above(head)), None)
        return _own_time(context, above) if above is not None and _is_during(token) else None
    joined = token.dep_ == "conj" or (token.dep_ == "advcl" and any(c.lower_ == "when" for c in token.children))
    if not joined or head.pos_ not in _VERBAL:
        return None
    return _own_time(context, head) or (time_of_clause(context, head) if head.dep_ != "conj" else None)


def _is_during(verb: Token) -> bool:
    """ "A raid during which he died", "hit on Monday in a raid that killed two": of the time of what it hangs on."""
    if verb.head.dep_ == "pobj" and verb.head.head.lower_ in _DURING and verb.head.head.head.pos_ in _VERBAL:
        return True
    return any(
        c.dep_ == "prep" and c.lower_ in {"during", "in"} and any(p.lower_ == "which" for p in c.children)
        for c in verb.children
    )


def _own_time(context: Context, token: Token) -> Interval | None:
    words = clause_words(token)
    runs, start = [], words[0]
    for before, word in itertools.pairwise(words):
        if word.i != before.i + 1 and any(token.doc[i].pos_ in _VERBAL for i in range(before.i + 1, word.i)):
            runs.append((start, before))
            start = word
    runs.append((start, words[-1]))
    return next((when for run in runs if (when := time_told(context, token, *run)) is not None), None)


def _is_own(root: Token, head: Token) -> bool:
    """ "The fires of 22 March", "the January riots kept us here": the time of the very thing that is told of."""
    if is_dated_by(root, head):
        return True
    if root.dep_ == "pobj":
        return root.head.head == head
    return root.head == head and head.dep_ in {"nsubj", "nsubjpass", "ROOT"}


def time_told(context: Context, head: Token, first: Token, last: Token) -> Interval | None:
    """The first time from one word to another that is of what `head` tells, not of a thing that is only named.

    Args:
        context: The report.
        head: The verb or noun that tells of something.
        first: The first word that is looked at.
        last: The last one.
    """
    said: Interval | None = None
    for time in times_in(context, offset_of(first), offset_of(last) + len(last)):
        if time.type in {"DURATION", "SET"}:
            continue
        tokens = context.tokens_in(*time.span)
        root = next((t for t in tokens if t.head not in tokens or t.head == t), None)
        if root is not None and _is_of_noun(root, tokens) and not _is_own(root, head):
            continue  # "led last year's offensive", "the truce of August 2006 was extended"
        interval = interval_of(time)
        if interval.known:
            return interval
        said = said if said or time.value.endswith("_REF") else interval  # "now" and "recently" tell no time
    return said
