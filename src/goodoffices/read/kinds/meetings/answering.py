"""Answering: what an interview says of a meeting in its answer alone ("When do you meet next?" "In Juba, in May.")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..governing import Clause
from .attachment import Reach
from .draft import Draft
from .place_phrases import place_phrase
from .places import is_place
from .telling import after_report, intervals_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context
    from ...document import Sentence

__all__ = ["asked_of", "draft_of_answer"]

_ASKING = frozenset({"when", "where"})
_FIXING = frozenset(
    {"propose", "suggest", "offer", "agree", "settle", "expect", "hope", "be", "think", "say", "foresee"}
)
_WHERE = frozenset({"in", "at"})
_OPENING = frozenset({"in", "at", "on", "before", "by", "next", "not", "early", "late"})


def asked_of(sentence: Sentence, drafts: list[Draft]) -> Draft | None:
    """The meeting that a question asks the time or the place of, None where it asks of none.

    Args:
        sentence: A question.
        drafts: What its cues tell.
    """
    asks = any(t.lower_ in _ASKING for t in sentence.span[:8])
    return drafts[0] if asks and drafts else None


def draft_of_answer(context: Context, sentence: Sentence, asked: Draft) -> Draft | None:
    """The meeting that was asked of, with the time and the place that the first sentence of the answer gives.

    Args:
        context: The report.
        sentence: The first sentence of an answer, in which nothing else tells of a meeting.
        asked: What the question asks of.

    Returns:
        What the answer tells, None where it says neither when nor where.
    """
    root = sentence.span.root
    fixing = sentence.span[0].lower_ in _OPENING or root.pos_ not in {"VERB", "AUX"} or root.lemma_.lower() in _FIXING
    if not fixing or any(c.dep_ == "neg" for c in root.children):
        return None
    reach = Reach(sentence, Clause(sentence.span[0], (), (), "", ()), frozenset(), lambda _: False)
    times = [when for _, when in intervals_of(context, reach)]
    places = [t for t in sentence.span if _stands_for_place(context, t)]
    if not times and not places:
        return None
    past = asked.prospect == "happened"
    when = times[0] if times else None
    return Draft(
        reach=Reach(sentence, Clause(root, (root,), (), "", ()), frozenset(), lambda _: False),
        place=place_phrase(places[0]) if places else None,
        people=tuple(dict.fromkeys((*asked.people, *_who_answers(context, sentence, asked)))),
        convenors=asked.convenors,
        when=when if past else after_report(when, context.report.published),
        prospect="happened" if past else "to_come",
        topic=asked.topic,
        occurs=True,
        collective=False,
    )


def _who_answers(context: Context, sentence: Sentence, asked: Draft) -> tuple[str, ...]:
    """ "When do you meet next?": whoever answers, and the one who is spoken to besides."""
    turn = sentence.block.speaker
    you = any(t.lower_ in {"you", "your"} for t in asked.reach.sentence.span)
    if not you or turn is None:
        return ()
    others = {b.speaker for b in context.blocks if b.speaker is not None}
    host = asked.reach.sentence.block.speaker
    here = {context.persons_named(t.start, t.end)[:1] for t in others}
    asks = context.persons_named(host.start, host.end)[:1] if host is not None else ()
    guests = sorted({p for ids in here for p in ids} - set(asks))
    own = context.persons_named(turn.start, turn.end)[:1]
    return tuple(guests) if len(guests) == 2 else own  # noqa: PLR2004  two who are asked together


def _stands_for_place(context: Context, token: Token) -> bool:
    return (
        token.dep_ == "pobj"
        and token.head.lower_ in _WHERE
        and token.pos_ == "PROPN"
        and token.ent_type_ in {"GPE", "LOC", "FAC", "ORG", ""}
        and is_place(context, token)
    )
