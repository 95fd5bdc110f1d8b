"""The meetings of a report: which drafts tell of one, and who took part where a sentence leaves it to the reader."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import Interval, MeetingContent, MeetingState, Statement

from ...document import offset_of
from ..conditions import condition_in
from ..saying import told_by
from ..times import is_only_time
from .calendars import find_calendar_meetings
from .company import at_its_place, at_town_before, meant_by_group, stands_for_named
from .counterparts import are_others
from .cues import is_of_known, is_which
from .draft import Draft
from .invitations import with_hosts
from .known import is_their_occasion
from .likely import LONG
from .parties import is_of_talks, parties_of_talks
from .presence import holders, proposed_by
from .telling_apart import sides_of
from .there_too import is_at_known
from .told import NEAR, drafts_told
from .unnamed import whose_it_is
from .who import is_of_the_parties, is_theirs, present_besides, who_met

if TYPE_CHECKING:
    from ...context import Context
    from ...document import Sentence

__all__ = ["find_meetings"]

_PAIR = 2
_STATES: dict[str, MeetingState] = {
    "called_off": "cancelled",
    "to_come": "planned",
    "possible": "planned",
    "going_on": "under_way",
    "happened": "held",
    "unsaid": "held",
}


class _Met(msgspec.Struct, frozen=True, eq=False):
    """A meeting with those who took part, and the sentence that tells of it."""

    draft: Draft
    sentence: Sentence
    who: tuple[str, ...]


def find_meetings(context: Context) -> Iterator[Statement]:
    """State each meeting that a sentence tells of, held, under way, planned or cancelled."""
    told = drafts_told(context)
    table = parties_of_talks(context, told)
    yield from _statements(context, told, table)
    yield from find_calendar_meetings(context, table)


def _statements(
    context: Context, told: list[tuple[Sentence, list[Draft]]], table: tuple[str, ...]
) -> Iterator[Statement]:
    """State the drafts in the order of the text; who else was at a meeting is told of that meeting."""
    before: tuple[str, ...] = ()
    earlier: Draft | None = None
    met: list[_Met] = []
    for sentence, kept in told:
        for draft in kept:
            near = before if met and sentence.number - met[-1].sentence.number <= NEAR else ()
            same = bool(met) and sentence is met[-1].sentence
            if is_which(draft.cue) and same:
                near = met[-1].who  # "a summit of A and B has ended; the next is due in May"
            who = _who(context, draft, near if table else before, table, met)
            if same and _comes_after(draft) and len(met[-1].who) >= _PAIR:
                who = met[-1].who  # "saw X once more, after a session that began on Monday"
            placed = at_town_before(context, at_its_place(draft, earlier))
            known = _meant(met, draft) if _is_of_another(context, draft) else None
            if known is not None:
                met[known], again = _with_others(met[known], sentence, placed, who)
                met.append(again)
                continue
            met.append(_Met(placed, sentence, who))
            before = who if len(who) >= _PAIR and is_of_talks(draft) else before
            earlier = placed if placed.place is not None else earlier
    for one in met:
        statement = _statement(context, one, table)
        if statement is not None:
            yield statement


def _is_of_another(context: Context, draft: Draft) -> bool:
    """ "Who chaired them", "X led the government's team": of a meeting told before."""
    return is_of_known(draft.cue) or is_at_known(context, draft.cue) or _is_there(draft)


def _comes_after(draft: Draft) -> bool:
    """Is it told by "after" of another meeting of the sentence, without names of its own?"""
    top = draft.reach.nouns[-1] if draft.reach.nouns else None
    behind = top is not None and top.dep_ == "pobj" and top.head.lower_ in {"after", "following"}
    return behind and not draft.people and not draft.collective and not draft.convenors


def _is_there(draft: Draft) -> bool:
    """ "I will be there with or without cake": at the meeting told of before."""
    there = any(c.lower_ == "there" and c.dep_ == "advmod" and c.i > draft.cue.i for c in draft.cue.children)
    return draft.cue.lemma_ == "be" and there and draft.when is None


def _meant(met: list[_Met], draft: Draft) -> int | None:
    """Which of the meetings told before someone took part in: the last one, or the last that has been held."""
    past = draft.prospect == "happened"
    for n in range(len(met) - 1, max(-1, len(met) - 1 - NEAR), -1):
        if not past or met[n].draft.prospect not in {"to_come", "possible", "called_off"}:
            return n
    return None


def _with_others(met: _Met, sentence: Sentence, draft: Draft, who: tuple[str, ...]) -> tuple[_Met, _Met]:
    """The meeting told of before, and what another sentence tells of it: both with all who took part."""
    people = tuple(dict.fromkeys((*met.who, *who)))
    again = msgspec.structs.replace(draft, place=draft.place or met.draft.place, when=draft.when or met.draft.when)
    return msgspec.structs.replace(met, who=people), _Met(again, sentence, people)


def _who(
    context: Context, draft: Draft, before: tuple[str, ...], table: tuple[str, ...], met: list[_Met]
) -> tuple[str, ...]:
    """Who took part; "their first meeting" is that of those who were told to have met right before."""
    last = next(
        (one for one in reversed(met) if is_of_talks(one.draft) or one.draft.reach.clause.relation == "verb"), None
    )
    named = is_their_occasion(draft.reach.clause) and bool(draft.people)
    near = last is not None and draft.reach.sentence.number - last.sentence.number <= 1
    last_who = last.who if last is not None else ()
    others = is_of_the_parties(draft) and bool(table) and not sides_of(context, table) & sides_of(context, last_who)
    if last is not None and near and is_theirs(draft) and not named and not others:
        who = tuple(dict.fromkeys((*last.who, *present_besides(context, last.draft))))
        if len(who) >= _PAIR:
            return who
    who = who_met(context, draft, before, table) or meant_by_group(context, draft)
    several = stands_for_named(draft)
    if last is not None and near and len(who) < _PAIR and several is not None and not are_others(several):
        return tuple(dict.fromkeys((*who, *last.who)))  # "X sat with them for an hour"
    return who


def _state(context: Context, draft: Draft, when: Interval | None) -> MeetingState:
    state = _STATES[draft.prospect]
    published = context.report.published
    if state == "under_way" and published and when and when.latest and when.latest < published:
        return "held"
    if state in {"held", "under_way"} and published and when and when.earliest and when.earliest > published:
        return "planned"
    return state


def _condition(context: Context, sentence: Sentence) -> str | None:
    """On what a planned meeting depends; a time until which nothing happens is no condition."""
    found = condition_in(context.report.text, sentence.start, sentence.end)
    if found is None or is_only_time(context, found.start + len(found.cue), found.end):
        return None
    return found.text


def _statement(context: Context, met: _Met, table: tuple[str, ...]) -> Statement | None:
    draft, sentence = met.draft, met.sentence
    who = tuple(dict.fromkeys((*met.who, *present_besides(context, draft))))
    who = who or tuple(proposed_by(context, draft.reach.clause))
    who = (who or whose_it_is(context, draft, table) or draft.convenors) + holders(context, draft)
    who = with_hosts(context, draft, who, table) or draft.convenors
    if not who and draft.place is None and draft.when is None and len(sentence.span) >= LONG:
        return None  # nobody, nowhere, at no time
    state = _state(context, draft, draft.when)
    condition = _condition(context, sentence) if state == "planned" else None
    at = offset_of(draft.cue)
    content = MeetingContent(
        participants=tuple(sorted(set(who))),
        place=draft.place,
        status=state,
        topic=draft.topic,
        convenor=next(iter(draft.convenors), None),
        condition=condition,
    )
    return context.state(
        content,
        sentence.evidence(),
        said_by=told_by(context, at, at + len(draft.cue)),
        when=draft.when,
        basis=f"cue {draft.cue.lemma_!r}",
    )
