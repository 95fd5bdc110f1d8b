"""The meetings of a report: which drafts tell of one, and who took part where a sentence leaves it to the reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from goodoffices.record import Interval, MeetingContent, MeetingState, Statement

from ...document import offset_of
from ..conditions import condition_in
from ..governing import LONGEST_SENTENCE
from ..saying import told_by
from ..times import is_only_time
from .cues import meeting_cues
from .draft import Draft, draft_meetings
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from ...context import Context
    from ...document import Sentence

__all__ = ["find_meetings"]

_PAIR = 2
_MET = 2
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
        drafts = draft_meetings(context, sentence, meeting_cues(context, sentence, follows=last == sentence.number - 1))
        kept = [draft for draft in drafts if _tells(context, draft)]
        if kept:
            told.append((sentence, kept))
            last = sentence.number
    table = _parties_of_talks(context, told)
    before: tuple[str, ...] = ()
    for sentence, kept in told:
        for draft in kept:
            who = _who(context, draft, before, table)
            yield _statement(context, sentence, draft, who)
            before = who if len(_sides(context, who)) >= _PAIR else before


def _sides(context: Context, people: tuple[str, ...]) -> frozenset[str]:
    return frozenset(context.roster.party(actor) for actor in people)


def _tells(context: Context, draft: Draft) -> bool:
    """Do the words tell of one meeting, rather than of talks as such?"""
    if draft.prospect == "denied":
        return False
    sides = len(_sides(context, draft.people))
    if draft.reach.clause.relation == "verb":
        return _verb_tells(draft, sides)
    if draft.cue.lemma_.lower() in meeting_words().weak and draft.when is None:
        return False
    if draft.occurs:
        own = (
            sides == 1 and draft.place is None and any(c.dep_ == "poss" for n in draft.reach.nouns for c in n.children)
        )
        told = draft.place is not None or (draft.when is not None and not own) or sides >= _PAIR
        return told or _is_singled_out(draft)
    return draft.place is not None and (draft.when is not None or sides >= _PAIR)


def _is_singled_out(draft: Draft) -> bool:
    """Without names, place and time, is it one meeting all the same ("the next round")?"""
    children = [c for n in draft.reach.nouns for c in n.children]
    if any(c.dep_ == "poss" for c in children) and not draft.collective:
        return False
    to_come = draft.prospect in {"to_come", "possible", "called_off"}
    if any(c.ent_type_ == "ORDINAL" or c.lower_ in {"next", "further"} for c in children):
        return to_come
    if (draft.convenors or draft.prospect == "called_off") and any(c.lower_ in {"the", "this"} for c in children):
        return True
    single = draft.cue.tag_ in {"NN", "NNP"} and any(c.lower_ in {"a", "an", "the", "another"} for c in children)
    held = draft.reach.clause.verbs and draft.reach.clause.verbs[0].lemma_ in {
        "hold",
        "convene",
        "organise",
        "organize",
        "schedule",
        "call",
        "host",
    }
    return bool(to_come and single and held and draft.reach.clause.relation == "object")


def _verb_tells(draft: Draft, sides: int) -> bool:
    words = meeting_words()
    lemma = draft.cue.lemma_.lower()
    if lemma in words.sign | words.speak | words.telephone:
        if lemma in words.sign:
            return (sides > 0 or draft.collective) and draft.place is not None
        return sides >= _PAIR or draft.collective
    if lemma in words.receive:
        return len(draft.people) >= _PAIR
    if lemma in words.visit and draft.when is None and draft.prospect == "happened":
        return False
    if sides >= _PAIR:
        return True
    # one side alone may meet within itself: a cabinet, a party congress
    return (draft.place is not None and sides > 0) or (draft.collective and (draft.place or draft.when) is not None)


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
            sides = _sides(context, draft.people)
            if len(sides) == _PAIR:
                spoken.update(dict.fromkeys(sides, _MET))
    for _, drafts in told:
        for actor in {a for draft in drafts for a in draft.convenors}:
            spoken.pop(context.roster.party(actor), None)
    parties = [a for a in spoken if context.roster.actors[a].kind in {"state", "group"}]
    parties.sort(key=lambda a: (-spoken[a], a))
    return tuple(sorted(parties[:_PAIR])) if len(parties) >= _PAIR else ()


def _who(context: Context, draft: Draft, before: tuple[str, ...], table: tuple[str, ...]) -> tuple[str, ...]:
    """Who took part: whom the words name; else, at the talks, the parties named before, else those of the report."""
    sides = _sides(context, draft.people)
    if len(sides) >= _PAIR or (sides and draft.reach.clause.relation == "verb"):
        return draft.people
    talks = (
        any({n.lemma_.lower(), n.lower_} & meeting_words().talks for n in draft.reach.nouns) or draft.cue.lower_ == "it"
    )
    between = any(n.lemma_.lower() in meeting_words().between for n in draft.reach.nouns)
    definite = any(c.lower_ in {"the", "this", "these"} for n in draft.reach.nouns for c in n.children)
    if not (talks or draft.collective or between):
        return draft.people
    if before and (draft.cue.lower_ == "it" or (definite and not draft.collective)):
        pair = before
    else:
        pair = _pair_in_sentence(context, draft) or table or before
    if sides and not sides & _sides(context, pair):
        return draft.people
    return tuple(dict.fromkeys((*draft.people, *pair)))


def _pair_in_sentence(context: Context, draft: Draft) -> tuple[str, ...]:
    sentence = draft.reach.sentence
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
