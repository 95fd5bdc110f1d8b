"""Sentence by sentence: the meetings that the sentences of a report tell of, before it is asked who took part."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from ..governing import LONGEST_SENTENCE
from .answering import asked_of, draft_of_answer
from .company import meant_by_group, speaker_of
from .cues import is_meeting_noun, meeting_cues
from .datelines import at_dateline
from .draft import Draft, draft_meetings
from .entries import draft_of_entry
from .filled import filled
from .fragments import diary_day, is_entry, is_told_by_fragment, is_without_verb, with_place_beside
from .labels import at_labelled_place
from .likely import is_unlikely
from .marked import at_marked_place
from .occasions import occasions_of
from .stations import at_station, draft_of_station
from .telling_apart import tells_of_meeting
from .weighed import weighed_meeting

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context
    from ...document import Sentence

__all__ = ["NEAR", "drafts_told"]

NEAR = 3
"""Sentences of a paragraph over which a meeting is still the one that is spoken of."""


def drafts_told(context: Context) -> list[tuple[Sentence, list[Draft]]]:
    """The sentences of a report that tell of meetings, each with what it tells, in their order."""
    told: list[tuple[Sentence, list[Draft]]] = []
    last = -2
    asked: tuple[int, Draft] | None = None
    for sentence in context.sentences:
        if not _is_read(sentence):
            continue
        if sentence.text.rstrip("\"'”’ ").endswith("?"):
            question = asked_of(sentence, draft_meetings(context, sentence, _cues(context, sentence, last)))
            asked = (sentence.number, question) if question is not None else asked
            continue
        kept = _drafts_of(context, sentence, last)
        if not kept and asked is not None and asked[0] == sentence.number - 1:
            answer = draft_of_answer(context, sentence, asked[1])
            kept = [] if answer is None else [answer]
        kept = _weighed(context, sentence, kept, last)
        if kept:
            told.append((sentence, kept))
        if kept or any(is_meeting_noun(token) for token in sentence.span):
            last = sentence.number
    return told


def _is_read(sentence: Sentence) -> bool:
    return len(sentence.span) <= LONGEST_SENTENCE and (sentence.block.kind != "heading" or is_without_verb(sentence))


def _drafts_of(context: Context, sentence: Sentence, last: int) -> list[Draft]:
    """What the rules find in a sentence."""
    cues = _cues(context, sentence, last)
    drafts = [_completed(context, draft) for draft in draft_meetings(context, sentence, cues)]
    told = (at_marked_place(draft, drafts) for draft in drafts if _is_told(context, draft))
    kept = [one for draft in told for one in occasions_of(context, filled(context, draft))]
    if len(kept) > 1:  # what was agreed was agreed at the meeting that the sentence tells of besides
        kept = [draft for draft in kept if draft.cue.lemma_ != "agree"] or kept[:1]
    if not kept and (entry := draft_of_entry(context, sentence) or draft_of_station(context, sentence)):
        kept = [entry]
    return kept


def _weighed(context: Context, sentence: Sentence, kept: list[Draft], last: int) -> list[Draft]:
    """What the rules found; where they have nothing to say, the meeting that is most likely there."""
    if kept:
        return [] if all(draft.place is None for draft in kept) and is_unlikely(context, sentence) else kept
    if sentence.block.kind == "heading":
        return kept

    def drafts_of(cue: Token) -> Iterator[Draft]:
        return map(partial(_completed, context), draft_meetings(context, sentence, [cue]))

    found = weighed_meeting(context, sentence, _cues(context, sentence, last), drafts_of)
    return [] if found is None else [found]


def _completed(context: Context, draft: Draft) -> Draft:
    """The draft with what stands around it: who says "we", the label of its item, the place beside a verbless noun."""
    own = _on_its_day(context, _without_host(context, with_place_beside(context, _with_speaker(context, draft))))
    return at_dateline(context, at_labelled_place(context, at_station(context, own)))


def _on_its_day(context: Context, draft: Draft) -> Draft:
    """ "14 January: X talked by video with Y", "X receives Y": in an entry of a log, on the day that stands in front.

    A log or a diary tells in the present what has happened on its days.
    """
    day, published = context.entry_day(draft.reach.sentence.start), context.report.published
    if draft.prospect == "going_on" and draft.cue.tag_ in {"VBZ", "VBP"}:
        day = day or diary_day(context, draft.reach.sentence)
        if day is not None and (published is None or day.earliest is None or day.earliest <= published):
            return msgspec.structs.replace(draft, prospect="happened", when=draft.when or day)
    past = draft.prospect in {"unsaid", "happened", "going_on"}
    if draft.when is not None or not past or not is_entry(draft.reach.sentence):
        return draft
    return msgspec.structs.replace(draft, when=day)


def _without_host(context: Context, draft: Draft) -> Draft:
    """ "A second Irish round, in Dublin": the adjective says where it was, and not who met."""
    named = draft.cue.doc.user_data["named"]
    told = [named[c.i] for c in draft.cue.children if c.dep_ == "amod" and c.i in named]
    if len(told) != 1 or len(draft.people) != 1 or draft.place is None:
        return draft
    host = told[0].name == context.roster.actors[draft.people[0]].name
    return msgspec.structs.replace(draft, people=()) if host and draft.place in told[0].metonyms else draft


def _is_told(context: Context, draft: Draft) -> bool:
    heading = draft.reach.sentence.block.kind == "heading"
    return is_told_by_fragment(draft) or (not heading and tells_of_meeting(context, draft))


def _cues(context: Context, sentence: Sentence, last: int) -> Iterator[Token]:
    """The cues of a sentence, with the number of the last sentence before that told of a meeting."""
    apart = sentence.number - last
    near = 0 < apart <= NEAR and last >= 0 and context.sentences[last].block is sentence.block
    return meeting_cues(context, sentence, follows=apart == 1, near=near, told=last >= 0)


def _with_speaker(context: Context, draft: Draft) -> Draft:
    """The draft with those who say "I" or "we" of it, and those for whom "both ministers" stands."""
    speaker = speaker_of(context, draft)
    theirs = any(c.dep_ == "poss" and c.lower_ == "their" for c in draft.cue.children)
    group = meant_by_group(context, draft) if theirs or draft.reach.clause.relation == "verb" else ()
    if not speaker and not group:
        return draft
    return msgspec.structs.replace(draft, people=tuple(dict.fromkeys((*speaker, *draft.people, *group))))
