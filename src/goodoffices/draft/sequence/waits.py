"""The waits of a text: each cue with its event, and the provision that the event speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from .clauses import Clause, Outline
from .cues import Cue, find_cues, is_telling
from .events import Event, clock_of, read_event
from .matching import Acts
from .model import Deadline, Wait
from .places import Gazetteer
from .references import Reference, find_references
from .words import data

__all__ = ["Reading", "find_waits"]

_MODAL = re.compile(r"(?i)\b(?:shall|will|must|should|may|(?:is|are)\s+to)\b")
_HAPPENS = (
    r"(?i)\b(?:has|have|is|are|been|completed|by the end|enters?\s+into|takes?\s+effect|begins?|starts?|ends?)\b"
    r"|\w+ed\b|ation\b|ment\b|ure\b"
)
_NEAR_CHARS = 24
_INTO_FORCE = re.compile(r"(?i)\b(?:(?:enter|come)(?:s|ing)?\s+into\s+force|tak(?:es?|ing)\s+effect)\s+$")
_GOES_ON = re.compile(
    r"(?i)\s*(?:not\s+|only\s+)?(?:be\s+)?(?:begin|start|commence|completed?|carried\s+out|take\s+place|implemented|proceed|concluded?|resumed?"
    r"|take\s+effect|enter\s+into\s+force|launched|initiated|effected|finished)\b"
)
_OF_A_PROVISION = re.compile(
    r"(?:[\w’'-]+\s){1,6}(?:under|referred\sto\sin|provided\sfor\s(?:in|by|under)|set\s(?:out|forth)\sin|foreseen\sin|described\sin|pursuant\sto)(?:\sthe)?"
)
_BACKWARD = re.compile(r"(?i)^(?:thereafter|thereupon|whereupon)$")
_TIED = frozenset(
    ("completion", "implementation", "fulfilment", "fulfillment", "execution", "compliance", "performance")
)
_NOUN_BEHIND = re.compile(r"(?i)(?:\w+(?:ed|en)|held|made|left|lost|built|born|begun)$")
_PAST = re.compile(r"(?i)\b(?:was|were|had|had\s+been)\s+(?:\w+ly\s+)?$")
_AUXILIARY = re.compile(
    r"(?i)\b(?:be|been|being|is|are|to|shall|will|must|and|or|has|have|immediately|only|not|\w+ly)\s*,?\s*$"
)


class Reading(msgspec.Struct, frozen=True):
    """What is found in one pass over the clauses."""

    waits: tuple[Wait, ...]
    deadlines: tuple[Deadline, ...]


class _Found(msgspec.Struct, frozen=True):
    """One cue with its event, in its clause."""

    clause: Clause
    cue: Cue
    event: Event
    part: str


def find_waits(text: Outline, places: Gazetteer, acts: Acts) -> Reading:
    """Find what waits for what.

    Args:
        text: The text.
        places: Its provisions by number.
        acts: What its provisions bring about.
    """
    waits: dict[tuple[str, str, tuple[int, int]], Wait] = {}
    deadlines: list[Deadline] = []
    for clause in text.clauses:
        if not clause.provision or is_telling(clause.text):
            continue
        for found in _found(clause):
            if found.event.dated and found.cue.kind != "proviso":
                deadlines += _dated(found)
                continue
            for wait in _waits(found, text, places, acts):
                if wait.part != "term" or wait.kind != "before":
                    waits.setdefault((wait.provision, wait.waits_for, wait.span), wait)
                deadlines += _deadline(wait)
    return Reading(tuple(waits.values()), tuple(deadlines))


def _found(clause: Clause) -> Iterator[_Found]:
    cues = find_cues(clause.text)
    for cue, following in pairwise([*cues, None]):
        if cue is None or _BACKWARD.match(cue.words) or _tells_which(clause.text, cue):
            continue
        event = read_event(clause.text, cue, following.start if following else None)
        if event is None or _is_mere_place(event, cue):
            continue
        yield _Found(clause, cue, event, _part(clause.text, cue))


def _is_mere_place(event: Event, cue: Cue) -> bool:
    """ "when" needs a thing done ("has been withdrawn"); "subject to Article 5" only yields to it."""
    lower = cue.words.lower()
    if lower in {"when", "whenever", "provided", "no later than", "not later than", "the moment"}:
        return not re.search(
            _HAPPENS,
            event.words,
        )
    if cue.kind == "proviso" and re.search(r"(?i)\b(?:have|has|is|are|do|does)\s+(?:no|not)\b", event.words):
        return True  # what somebody is or has not is no event
    if lower == "subject to":
        refers = find_references(event.words)
        bare = (
            refers
            and refers[0].start <= _NEAR_CHARS
            and refers[0].unit in {"article", "section", "paragraph", "clause", "annex", "part"}
        )
        return (
            bool(bare)
            and not any(word in _TIED for word in event.words.lower().split())
            and not re.search(r"(?i)\b(?:been|implemented|fulfilled)\b", event.words)
        )
    return False


def _tells_which(text: str, cue: Cue) -> bool:
    """ "persons displaced after the war shall ...": the cue says which persons, not when."""
    before = text[: cue.start].rstrip()
    last = before.rsplit(None, 1)[-1] if before else ""
    if cue.kind not in {"after", "before", "until"} or not _NOUN_BEHIND.fullmatch(last):
        return False
    earlier = before[: -len(last)]
    if _PAST.search(earlier[-40:]):
        return True
    if _AUXILIARY.search(earlier[-40:]) or not earlier.strip():
        return False
    return not _MODAL.search(earlier) and bool(_MODAL.search(text, cue.end))


def _part(text: str, cue: Cue) -> str:
    """Which part of the provision a cue makes wait."""
    if cue.kind == "deadline":
        return "term"
    if cue.kind == "until":
        return "over"
    if cue.kind in {"after", "within", "proviso"}:
        said = re.findall(r"[a-z]+", text[max(0, cue.start - 40) : cue.start].lower())[-3:]
        said = [word for word in said if word not in {"and", "only", "immediately", "the", "not"}]
        if said and said[-1] in data("cues")["parts"]["end"]:
            return "end"
    return "start"


def _waits(found: _Found, text: Outline, places: Gazetteer, acts: Acts) -> Iterator[Wait]:
    """The waits that one cue makes, one for each provision that its event speaks of."""
    clause, event = found.clause, found.event
    targets = _targets(found, text, places, acts)
    for waiter in _waiters(found, text, places):
        above = places.above(waiter)
        fitting = [each for each in targets if each != waiter and each not in above]
        if targets and not fitting:
            continue
        for target in fitting or [""]:
            wait = Wait(
                provision=waiter,
                target=target,
                event=event.words,
                words=_words(found),
                span=_span(found),
                kind=found.cue.kind,
                part=found.part,
                reached=event.reached,
                days=found.cue.days,
                clock="" if target else event.clock,
            )
            yield from _directed(wait, clause)


def _directed(wait: Wait, clause: Clause) -> Iterator[Wait]:
    """ "before" and "is a precondition for" turn round: what they name waits for this provision."""
    if wait.kind not in {"before", "precondition"}:
        yield wait
    elif not wait.target:
        yield msgspec.structs.replace(wait, kind="before", part="term")
    else:
        first, second = wait.target, wait.provision
        yield msgspec.structs.replace(
            wait, provision=first, target=second, kind="before", part="start", reached="done", event=clause.text[:120]
        )


def _targets(found: _Found, text: Outline, places: Gazetteer, acts: Acts) -> tuple[str, ...]:
    references = find_references(found.event.words, title=text.title)
    named = [each for reference in references for each in places.resolve(reference, found.clause.provision)]
    if named:
        return tuple(dict.fromkeys(named))
    if any(reference.outside for reference in references) or found.event.clock in {"sign", "adopt", "d-day"}:
        return ()
    return acts.match(found.event.words, found.clause.provision)


def _waiters(found: _Found, text: Outline, places: Gazetteer) -> tuple[str, ...]:
    """The provision itself, or those that its subject names ("Point 4 shall begin after ...")."""
    clause = found.clause
    head = clause.text[: found.cue.start]
    if not re.search(r"\w", head):
        head = clause.text[found.event.end :]
    modal = _MODAL.search(head)
    subject = head[: modal.start()] if modal else head[:60]
    goes_on = modal is not None and bool(_GOES_ON.match(head, modal.end()))
    references = [
        each for each in find_references(subject, title=text.title) if _is_subject(each, subject, goes_on=goes_on)
    ]
    named = [each for reference in references for each in places.resolve(reference, clause.provision)]
    return tuple(dict.fromkeys(named)) or (clause.provision,)


def _is_subject(reference: Reference, subject: str, *, goes_on: bool) -> bool:
    """Is the reference what the clause is about ("The implementation of point 4 shall ...")?

    Of what a provision orders ("Returns under Article 9 shall ...") only where the clause says when that goes on.
    """
    before = re.sub(r"[\s,]+", " ", subject[: reference.start]).strip().lower().removeprefix("|").strip()
    if goes_on and _OF_A_PROVISION.fullmatch(before):
        return True
    return bool(
        re.fullmatch(
            r"(?:(?:the|of|in|under|measures|steps|provided|for|implementation|obligations|start|beginning|duties|and|\W)\s?)*",
            before,
        )
    ) and (
        reference.start == 0
        or not re.search(r"\b(?:in accordance|pursuant|under|in)\b", before)
        or "measures" in before
        or "obligations" in before
    )


def _words(found: _Found) -> str:
    start = _with_verb(found)
    return re.sub(r"\s+", " ", found.clause.text[start : found.event.end])


def _with_verb(found: _Found) -> int:
    """Take in "starting" or "ending" before the cue, and all of "enters into force"."""
    before = found.clause.text[: found.cue.start]
    if into := _INTO_FORCE.search(before[-_NEAR_CHARS:]):
        return found.cue.start - len(before[-_NEAR_CHARS:]) + into.start()
    parts = data("cues")["parts"]
    last = re.search(r"([A-Za-z]+)\s+$", before)
    return last.start() if last and last[1].lower() in {*parts["start"], *parts["end"]} else found.cue.start


def _span(found: _Found) -> tuple[int, int]:
    return found.clause.start + _with_verb(found), found.clause.start + found.event.end


def _deadline(wait: Wait) -> Iterator[Deadline]:
    if wait.kind in {"within", "deadline"} and wait.days is not None:
        clock = f"#{wait.target}" if wait.target else wait.clock or clock_of(wait.event) or wait.event.lower()
        yield Deadline(provision=wait.provision, clock=clock, days=wait.days, words=wait.words, span=wait.span)
    elif wait.kind == "before" and wait.part == "term":
        yield Deadline(provision=wait.provision, clock=wait.event.lower(), days=None, words=wait.words, span=wait.span)


def _dated(found: _Found) -> Iterator[Deadline]:
    if found.cue.kind in {"deadline", "before", "until"}:
        yield Deadline(
            provision=found.clause.provision, clock="calendar", days=None, words=_words(found), span=_span(found)
        )
