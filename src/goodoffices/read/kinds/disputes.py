"""Accounts that a report sets side by side: "X accuses Y; Y denies it", "X says five, Y speaks of seven".

Each dispute is two assertions of the act `disputed` or `figure` that carry the same words, so that they are found as a
pair whatever else is reported. What they are about is told by the clause at stake first, then by the words around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import AssertionContent, Statement

from ..document import Sentence
from ..pipeline import straighten
from .answered import Turns, whole
from .contrasts import contrasted, subject_of
from .dispute_issues import issue_at_stake
from .dispute_words import Cut, pattern
from .figures import counted, figures_in
from .flatly import answered_flatly
from .refused import grants_or_refuses, is_wish_refused
from .replies import half_of, replied
from .saying import telling
from .told_apart import is_observed, set_apart

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context

__all__ = ["find_disputes"]

_LONGEST = 600
"""Characters of the longest sentence that is looked at."""
_OPENING_DENIAL = re.compile(
    r"(?:The |Its |Their )?[\w' ’-]{2,40} (?:has |have |flatly |strongly )?"
    r"(?:den(?:ied|ies|y)|reject(?:s|ed)?|disput(?:es|ed)) "
    r"(?:this|that|it|the (?:charge|accusation|claim|allegation)s?)\b"
)
"""A paragraph that opens with a denial answers the one before ("The government denied this.")."""
_ASKED_TO = re.compile(
    r"\b(?:urg(?:es?|ed|ing)|call(?:s|ed|ing)?|ask(?:s|ed|ing)?|want(?:s|ed)?|told|order(?:s|ed)?|invit(?:es?|ed)|"
    r"appeal(?:s|ed)?|reserv\w+|free|right|vot(?:e|ed|es|ing)|decid\w+|inclined)\b[^,;.:]{0,60}? to $",
    re.IGNORECASE,
)
"""What somebody is asked to deny or to reject is denied by nobody yet."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_A_COUNT = "count"
"""What is counted where a number stands without its noun ("four, by the count of the army")."""
_HEARD = 4
"""Sentences of the turn before in which a number is looked for that this speaker has otherwise."""
_MANY_WORDS = 12
_CLAUSE_WORDS = 4
_VOICE_CHARS = 80


class _Dispute(msgspec.Struct, frozen=True):
    """Two accounts as they stand: the claim and what is set against it."""

    one: Cut
    other: Cut
    act: str = "disputed"
    mutual: bool = False
    apart: bool = False


def find_disputes(context: Context, known: AbstractSet[str]) -> Iterator[Statement]:
    """State the accounts that one sentence, or two neighbouring ones, set against each other.

    Args:
        context: The report.
        known: Ids of the actors that the report's other statements name; others are left in the report's words.
    """
    before: list[Sentence] = []
    turns = Turns()
    for sentence in context.sentences:
        put = turns.denied(sentence)
        if before and before[-1].block is not sentence.block:
            kept = 1 if _answers_turn(before[-1], sentence) else 2 if _OPENING_DENIAL.match(sentence.text) else 0
            before = before[-kept:] if kept else []
        if len(sentence.text) <= _LONGEST and not sentence.text.rstrip("\"'”’) ").endswith("?"):
            for dispute in [_Dispute(*put)] if put is not None else _disputes(sentence, before, turns.heard):
                yield from _stated(context, known, dispute)
        before = [*before[-1:], sentence]


def _disputes(sentence: Sentence, before: list[Sentence], heard: Sequence[Sentence] = ()) -> Iterator[_Dispute]:
    here = whole(sentence)
    mutual = pattern("mutual").search(here.text)
    if mutual is not None:
        yield _Dispute(here, here, mutual=True)
        return
    apart = set_apart(here, whole(before[-1]) if before and len(before[-1].text) <= _LONGEST else None)
    if apart is not None:
        yield _Dispute(apart[0], apart[1], act=apart[2], mutual=apart[0] is apart[1], apart=True)
        return
    denied = _denial(here, before)
    if denied is not None:
        yield denied
        return
    answered = replied(here, [whole(each) for each in before if len(each.text) <= _LONGEST])
    if answered is not None:
        yield _Dispute(*answered, apart=True)
        return
    held = pattern("embedded").search(here.text)
    if held is not None and not is_wish_refused(here.text, held):
        yield _Dispute(here.cut(held.start("claim") if held["claim"] else held.end(), len(here.text)), here)
        return
    figures = figures_in(here, whole(before[-1]) if before and len(before[-1].text) <= _LONGEST else None)
    told = (whole(each) for each in heard[:_HEARD] if len(each.text) <= _LONGEST)
    figures = figures or next((found for each in told if (found := figures_in(here, each, named=True))), None)
    if figures is not None:
        yield _Dispute(*figures, act="figure")
        return
    near = [whole(each) for each in before if len(each.text) <= _LONGEST]
    halves = contrasted(here, near) or answered_flatly(here, near)
    if halves is not None:
        yield _Dispute(*halves, apart=is_observed(halves[1].text))


def _answers_turn(before: Sentence, sentence: Sentence) -> bool:
    """Is a sentence the first of a turn that answers another speaker's?"""
    speakers = before.block.speaker, sentence.block.speaker
    return speakers[0] is not None and speakers[1] is not None and before.block is not sentence.block


def _denial(here: Cut, before: list[Sentence]) -> _Dispute | None:
    """The claim that a sentence denies: in its own first half, else in the sentence before."""
    for cue in pattern("denials").finditer(here.text):
        if _ASKED_TO.search(here.text, 0, cue.start()) or grants_or_refuses(here.text, cue):
            continue
        at = _turn(here.text, cue.start())
        first, second = here.cut(0, at), here.cut(at, len(here.text))
        inside = _claim(first, cue) if at else None
        if inside is not None:
            return _Dispute(inside, second)
        for back, sentence in enumerate(reversed(before)):
            told = whole(sentence)
            if len(told.text) > _LONGEST or sentence.text.rstrip("\"'”’) ").endswith("?"):
                break
            near = (
                back == 0
                or pattern("claiming_strong").search(told.text)
                or (_quotes(told) and pattern("claiming").search(cue[0]))
            )
            if near and _claim(told, cue) is not None:
                return _Dispute(half_of(told, cue[0]) or _last_claim(told), here)
    return None


def _quotes(told: Cut) -> bool:
    """Does a sentence give somebody's own words, which may run on before they are denied?"""
    return re.search(r"[\"'],? (?:said|says|\w+ said|\w+ says)\b", told.text) is not None


def _claim(cut: Cut, cue: re.Match[str]) -> Cut | None:
    """The words before a denial, where someone claims something in them and does not merely want it."""
    text = cut.text
    if not pattern("claiming").search(text) or pattern("denials").search(text):
        return None
    wanted = pattern("wanting").search(text) and not pattern("claiming_strong").search(text)
    return None if wanted and pattern("refusing").search(cue[0]) else cut


def _last_claim(cut: Cut) -> Cut:
    """The last part of a sentence that claims something."""
    turns = pattern("turning").finditer(cut.text)
    ends = [match.end() for match in turns if match[0].strip(" ,") not in {"who", "which"}]
    for at in reversed(ends):
        last = cut.cut(at, len(cut.text))
        if len(last.text.split()) >= _CLAUSE_WORDS and pattern("claiming").search(last.text):
            return last
    return cut


def _turn(text: str, cue: int) -> int:
    """Where the clause of a cue begins: behind the last turn before it, or at its comma; 0 at the sentence's head."""
    turns = [match for match in pattern("turning").finditer(text, 0, cue + 1) if match.end() <= cue + 1]
    if turns:
        start = turns[-1].start()
        return start + len(text[start:]) - len(text[start:].lstrip(" ,;:.-–—"))
    comma = text.rfind(", ", 0, cue)
    return comma + 2 if comma > 0 else 0


def _stated(context: Context, known: AbstractSet[str], dispute: _Dispute) -> Iterator[Statement]:
    issue = issue_at_stake(
        context, dispute.one, dispute.other, counted(dispute.one) or _A_COUNT if dispute.act == "figure" else ""
    )
    words = tuple(sorted({w.casefold() for w in _WORD.findall(straighten(dispute.one.text))})[:_MANY_WORDS])
    voices = _voices(context, known, dispute)
    if voices[0] == voices[1] and any(voices[0]) and not (dispute.mutual or dispute.apart):
        return
    for number, (cut, (speaker, voice)) in enumerate(zip((dispute.one, dispute.other), voices, strict=True)):
        content = AssertionContent(
            act=dispute.act,
            holds=not number,
            text=" ".join(context.report.text[cut.first : cut.last].split()).strip(" ,;"),
            words=words,
            issue=issue,
            voice=voice,
        )
        yield context.state(
            content, context.report.evidence(cut.first, cut.last), said_by=speaker, basis="set side by side"
        )


def _voices(context: Context, known: AbstractSet[str], dispute: _Dispute) -> list[tuple[str | None, str]]:
    if dispute.mutual:
        actors = [a for a in context.actors_in(dispute.one.first, dispute.one.last) if a in known]
        if len(actors) > 1:
            return [(actors[0], ""), (actors[1], "")]
        return [(None, "one side"), (None, "the other side")]
    voices = [_voice(context, known, dispute.one, "claiming"), _voice(context, known, dispute.other, "denials")]
    actor = voices[0][0]
    if voices[0] == voices[1] and actor is not None and context.roster.actors[actor].kind != "person":
        words = [_speaker_words(dispute.one, "claiming"), _speaker_words(dispute.other, "denials")]
        if all(words) and words[0] != words[1]:  # "the government" of one state, "Qatar's foreign ministry" of another
            return [(None, word) for word in words]
    return voices


def _speaker(cut: Cut, cue: str) -> Token | None:
    """The subject of the cue of a part, else of its word of telling."""
    for name in (cue, "telling"):
        match = pattern(name).search(cut.text)
        token = cut.verb_in(match.start(), match.end()) if match is not None else None
        subject = subject_of(token) if token is not None else None
        if subject is not None:
            return subject
    return None


def _speaker_words(cut: Cut, cue: str) -> str:
    subject = _speaker(cut, cue)
    return "" if subject is None or subject.pos_ == "PRON" else " ".join(t.text for t in subject.subtree)[:_VOICE_CHARS]


def _voice(context: Context, known: AbstractSet[str], cut: Cut, cue: str) -> tuple[str | None, str]:
    """Who speaks in a part: the subject of its cue, else whom the report has say it."""
    subject = _speaker(cut, cue)
    if subject is not None:
        actors = [actor for actor in context.roster.at(subject) if actor in known]
        return (actors[0], "") if actors else (None, " ".join(t.text for t in subject.subtree)[:_VOICE_CHARS])
    attribution = telling(context, cut.first, cut.first + 1)
    if attribution is not None:
        actors = [actor for actor in context.head_actors(attribution.source) if actor in known]
        words = " ".join(context.report.text[first:last] for first, last in attribution.source)
        return (actors[0], "") if actors else (None, words)
    return None, ""
