"""The meetings of a report: which drafts tell of one, and who took part where a sentence leaves it to the reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import Interval, MeetingContent, MeetingState, Statement

from ...document import offset_of
from ..conditions import condition_in
from ..governing import LONGEST_SENTENCE
from ..phrases import with_joined
from ..saying import told_by
from ..times import is_only_time
from .company import at_its_place, meant_by_group, speaker_of, stands_for_named
from .cues import is_meeting_noun, is_of_known, is_which, meeting_cues
from .draft import Draft, draft_meetings
from .occasions import occasions_of
from .telling_apart import sides_of, tells_of_meeting
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context
    from ...document import Sentence

__all__ = ["find_meetings"]

_PAIR = 2
_MET = 2
_NEAR = 3
"""Sentences of a paragraph over which a meeting is still the one that is spoken of."""
_HEAD_OF_TABLE = 10
"""How much more a side that meets another, or that heads a column, counts than one that a sentence names."""
_STATES: dict[str, MeetingState] = {
    "called_off": "cancelled",
    "to_come": "planned",
    "possible": "planned",
    "going_on": "under_way",
    "happened": "held",
    "unsaid": "held",
}


def find_meetings(context: Context) -> Iterator[Statement]:
    """State each meeting that a sentence tells of, held, under way, planned or cancelled."""
    told: list[tuple[Sentence, list[Draft]]] = []
    last = -2
    for sentence in context.sentences:
        if (
            sentence.block.kind == "heading"
            or len(sentence.span) > LONGEST_SENTENCE
            or sentence.text.rstrip("\"'”’ ").endswith("?")
        ):
            continue
        speaks = any(is_meeting_noun(token) for token in sentence.span)
        drafts = draft_meetings(context, sentence, _cues(context, sentence, last))
        kept = [
            one
            for draft in map(partial(_with_speaker, context), drafts)
            if tells_of_meeting(context, draft)
            for one in occasions_of(context, draft)
        ]
        if kept:
            told.append((sentence, kept))
        if kept or speaks:
            last = sentence.number
    table = _parties_of_talks(context, told)
    before: tuple[str, ...] = ()
    earlier: Draft | None = None
    last_told: Draft | None = None
    for sentence, kept in told:
        for draft in kept:
            who = _who(context, draft, before, table)
            placed = at_its_place(draft, earlier)
            if is_of_known(draft.cue) and last_told is not None:
                placed = _of_that(placed, last_told)
            last_told = placed
            yield _statement(context, sentence, placed, who)
            before = who if len(who) >= _PAIR else before
            earlier = placed if placed.place is not None else earlier


def _cues(context: Context, sentence: Sentence, last: int) -> Iterator[Token]:
    """The cues of a sentence, with the number of the last sentence before that told of a meeting."""
    apart = sentence.number - last
    near = 0 < apart <= _NEAR and last >= 0 and context.sentences[last].block is sentence.block
    return meeting_cues(context, sentence, follows=apart == 1, near=near)


def _of_that(draft: Draft, meeting: Draft) -> Draft:
    """The draft with the place and time of the meeting before, of which it says who else was there."""
    return msgspec.structs.replace(draft, place=draft.place or meeting.place, when=draft.when or meeting.when)


def _with_speaker(context: Context, draft: Draft) -> Draft:
    """The draft with those who say "I" or "we" of it, and those for whom "both ministers" stands."""
    speaker = speaker_of(context, draft)
    group = meant_by_group(context, draft) if draft.reach.clause.relation == "verb" else ()
    if not speaker and not group:
        return draft
    return msgspec.structs.replace(draft, people=tuple(dict.fromkeys((*speaker, *draft.people, *group))))


def _parties_of_talks(context: Context, told: list[tuple[Sentence, list[Draft]]]) -> tuple[str, ...]:
    """The two sides that meet most often in the report; where none are named, the two that it names most."""
    spoken: Counter[str] = Counter()
    for sentence in context.sentences:
        spoken.update(_sides_in(context, sentence))
    for block in context.blocks:
        if block.kind == "table" and block.rows:
            for cell in block.rows[0][1:]:
                spoken.update(dict.fromkeys(context.parties_named(cell.start, cell.end), _HEAD_OF_TABLE))
    for _, drafts in told:
        for draft in drafts:
            sides = sides_of(context, draft.people)
            if len(sides) == _PAIR:
                spoken.update(dict.fromkeys(sides, _MET))
    for _, drafts in told:
        for actor in {a for draft in drafts for a in draft.convenors}:
            spoken.pop(context.roster.party(actor), None)
    parties = [a for a in spoken if context.roster.actors[a].kind in {"state", "group"}]
    parties.sort(key=lambda a: (-spoken[a], a))
    return tuple(sorted(parties[:_PAIR])) if len(parties) >= _PAIR else ()


def _who(context: Context, draft: Draft, before: tuple[str, ...], table: tuple[str, ...]) -> tuple[str, ...]:  # noqa: PLR0911  one answer a case, the surest first
    """Who took part: whom the words name; else, at the talks, the parties named before, else those of the report."""
    if is_of_known(draft.cue) and before:
        return tuple(dict.fromkeys((*draft.people, *before)))
    sides = sides_of(context, draft.people)
    verb = draft.reach.clause.relation == "verb"
    if len(sides) >= _PAIR or (len(draft.people) >= _PAIR and verb):
        return draft.people
    if verb and sides and stands_for_named(draft) is not None:
        return tuple(dict.fromkeys((*draft.people, *(table or before))))
    if verb and sides:
        return draft.people
    talks = (
        is_which(draft.cue)
        or any({n.lemma_.lower(), n.lower_} & meeting_words().talks for n in draft.reach.nouns)
        or draft.cue.lower_ == "it"
    )
    between = any(n.lemma_.lower() in meeting_words().between for n in draft.reach.nouns)
    definite = any(
        c.lower_ in {"the", "this", "these"} | meeting_words().ordinals for n in draft.reach.nouns for c in n.children
    )
    if not (talks or draft.collective or between):
        return draft.people
    if before and (draft.cue.lower_ == "it" or is_which(draft.cue) or (definite and not draft.collective)):
        pair = before
    else:
        pair = _pair_in_sentence(context, draft) or table or before
    if sides and not sides & sides_of(context, pair):
        return draft.people
    return tuple(dict.fromkeys((*draft.people, *pair)))


def _pair_in_sentence(context: Context, draft: Draft) -> tuple[str, ...]:
    sentence = draft.reach.sentence
    root = sentence.span.root
    acting = [a for c in root.children if c.dep_ == "nsubj" for a in with_joined(context, c)]
    joined = tuple(sides_of(context, tuple(acting)) - set(draft.convenors))
    if len(joined) == _PAIR:  # "A and B agreed on ... after talks in the capital of C"
        return tuple(sorted(joined))
    parties = [a for a in _sides_in(context, sentence) if a not in draft.convenors]
    return tuple(parties) if len(parties) == _PAIR else ()


def _sides_in(context: Context, sentence: Sentence) -> list[str]:
    # "the two leaders" may stand for any two; only those count that the sentence names, or means one by one
    meant = (context.roster.at(token) for token in sentence.span if token.pos_ in {"PROPN", "ADJ", "PRON", "NOUN"})
    sides = dict.fromkeys(context.roster.party(ids[0]) for ids in meant if len(ids) == 1)
    return [a for a in sides if context.roster.actors[a].kind in {"state", "group"}]


def _state(context: Context, draft: Draft, when: Interval | None) -> MeetingState:
    state = _STATES[draft.prospect]
    published = context.report.published
    if state in {"held", "under_way"} and published and when and when.earliest and when.earliest > published:
        return "planned"
    return state


def _condition(context: Context, sentence: Sentence) -> str | None:
    """On what a planned meeting depends; a time until which nothing happens is no condition."""
    found = condition_in(context.report.text, sentence.start, sentence.end)
    if found is None or is_only_time(context, found.start + len(found.cue), found.end):
        return None
    return found.text


def _statement(context: Context, sentence: Sentence, draft: Draft, who: tuple[str, ...]) -> Statement:
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
