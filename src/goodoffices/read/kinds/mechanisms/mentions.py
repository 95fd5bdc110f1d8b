"""Mentions: the places of a report that name an arrangement, and what each says of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import MechanismState

from ...document import Sentence, offset_of
from ...layout import Cell
from ...pipeline import read_words
from ..governing import LONGEST_SENTENCE, clause_of
from ..saying import told_by
from .acting import acts_in
from .beside import is_aside, without_their_people
from .doing import doings_in, returns_in
from .keeping import keepings_in
from .leaders import leaders_of
from .listed import listed_in
from .mention import Mention
from .naming import Named, bare_name, named_in_cell, named_in_sentence
from .phrasing import initials_of
from .standing import is_event, state_of
from .traded import traded_for
from .triggers import is_certain, trigger_in_row, trigger_of
from .vocabulary import base, mechanism_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["Mention", "abbreviated", "mentions_in"]

_OPEN = frozenset({"would", "could", "may", "might", "should", "to"})
_WORDS_OF_CELL = 40
_WORDS_OF_HEADING = 8
_MISSIONS = frozenset({"mission", "operation", "team", "group", "centre", "center"})
"""What else than the bodies that one can lead signs a paper of its own."""
_SHORTEST = 3
"""Letters of an abbreviation, at least."""


def mentions_in(context: Context) -> Iterator[Mention]:
    """Find the arrangements that the sentences, items and tables of a report name, each time that they do."""
    leads = {passage.number: passage.block for passage in context.passages}
    for sentence in context.sentences:
        if len(sentence.span) > LONGEST_SENTENCE:
            continue
        if sentence.block.kind == "heading":
            yield from _in_heading(sentence)
            continue
        lead = ""
        if sentence.block.kind == "item":
            above = (sentence.block.lead, sentence.block.heading)
            lead = " ".join(
                context.report.text[b.start : b.end] for n in above if n is not None and (b := leads.get(n))
            )
        asked = _only_asks(context, sentence)
        for mention in _in_sentence(context, sentence, lead):
            yield msgspec.structs.replace(mention, asked=True) if asked else mention
    for block in context.blocks:
        for row in block.rows[1:] if block.kind == "table" else ():
            yield from _in_row(context, row)


def _only_asks(context: Context, sentence: Sentence) -> bool:
    """Is it said by one who only asks, or an answer without a verb ("In the working groups, yes")?"""
    speaker = sentence.block.speaker
    if speaker is None:
        return False
    asks = context.roster.labels.get((speaker.start, speaker.end)) == () or sentence.text.endswith("?")
    return asks or not any(t.pos_ in {"VERB", "AUX"} for t in sentence.span)


def _in_heading(sentence: Sentence) -> Iterator[Mention]:
    """The body that a heading or a letterhead introduces: what then says "the Commission" means this one."""
    words = sentence.text.split()
    if len(words) > _WORDS_OF_HEADING or base(words[-1]) not in mechanism_words().bodies | _MISSIONS:
        return
    found = named_in_cell(read_words(sentence.text))
    if found is not None and found.kind is not None:
        yield Mention(
            name=found.name.title() if found.name.isupper() else found.name,
            noun=found.noun,
            kind=found.kind,
            words=found.words,
            evidence=sentence.evidence(),
            state="in_force",
            asked=True,
        )


def _in_row(context: Context, row: Sequence[Cell]) -> Iterator[Mention]:
    """The arrangement that labels a row, or those that its cells hold."""
    for n, cell in enumerate(row):
        text = context.report.text[cell.start : cell.end]
        words = mechanism_words()
        told = words.heads | words.labels
        if not any(base(word) in told or word in words.names for word in text.split()[:_WORDS_OF_CELL]):
            continue
        found = named_in_cell(read_words(text))
        if found is None or found.kind is None:
            continue
        yield Mention(
            name=found.name,
            noun=found.noun,
            kind=found.kind,
            words=found.words,
            evidence=context.report.evidence(row[0].start, row[-1].end),
            state="proposed",
            trigger=trigger_in_row(context, row, n),
        )
        if n == 0:
            return


def _in_sentence(context: Context, sentence: Sentence, lead: str) -> Iterator[Mention]:
    found = without_their_people(list(named_in_sentence(sentence.span)))
    waiting: list[Named] = []
    for n, named in enumerate(found):
        clause = clause_of(named.head)
        if is_event(clause):
            continue
        state = state_of(named, lead)
        aside = is_aside(named, found[:n])
        others = (other for other in found[n + 1 :] if other.kind is not None and not is_aside(other, (named,)))
        behind = next(others, None)
        following = behind.head.doc[behind.start] if behind is not None else None
        until = offset_of(following) if following is not None else sentence.end
        trigger = None if aside else trigger_of(context, sentence, named, until, state)
        if named.waits and not is_certain(trigger):
            waiting.append(named)
            continue
        at = offset_of(named.head)
        yield Mention(
            name=named.name,
            noun=named.noun,
            kind=named.kind,
            words=named.words,
            evidence=sentence.evidence(),
            state=state,
            led_by=leaders_of(context, named),
            trigger=trigger,
            said_by=told_by(context, at, at + len(named.head)),
        )
    if not any(named.kind == "exchange" for named in found):
        yield from _exchanges(context, sentence)
    kinds = frozenset(named.kind for named in found if named.kind is not None and named not in waiting)
    if "monitoring" not in kinds:
        yield from keepings_in(context, sentence)
    acted = list(doings_in(context, sentence, kinds))
    acted += acts_in(context, sentence, kinds | {mention.kind for mention in acted if mention.kind is not None})
    yield from acted
    yield from returns_in(context, sentence)
    if sentence.block.kind == "item":
        given = kinds | {mention.kind for mention in acted if mention.kind is not None}
        yield from listed_in(context, sentence, lead, given)


def _exchanges(context: Context, sentence: Sentence) -> Iterator[Mention]:
    """ "X would be exchanged for 50 fighters": an exchange that a verb names."""
    words = mechanism_words()
    for token in sentence.span:
        lemma = token.lemma_.lower()
        if token.pos_ != "VERB":
            continue
        if (other := traded_for(token)) is not None:
            yield _exchange(context, sentence, token, other)
            return
        if lemma not in words.exchanging | words.returning_dead:
            continue
        sought = words.exchanged if lemma in words.exchanging else words.dead
        people = next(
            (t for t in _exchanged(token) if {t.lemma_.lower(), t.lower_} & sought and t.lower_ != "body"), None
        )
        if people is not None:
            yield _exchange(context, sentence, token, people)
            return


def _exchange(context: Context, sentence: Sentence, verb: Token, people: Token) -> Mention:
    modal = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    state: MechanismState = "agreed" if modal & {"will", "shall"} else "proposed" if modal & _OPEN else "in_force"
    at = offset_of(verb)
    return Mention(
        name=f"exchange of {people.text.lower()}",
        noun="exchange",
        kind="exchange",
        words=frozenset({people.lemma_.lower()}),
        evidence=sentence.evidence(),
        state=state,
        trigger=trigger_of(context, sentence, bare_name(verb), sentence.end, state),
        said_by=told_by(context, at, at + len(verb)),
    )


def _exchanged(verb: Token) -> Iterator[Token]:
    if verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and verb.tag_ == "VBN":  # "hostages are to be swapped"
        for subject in (c for c in verb.head.children if c.dep_ == "nsubj"):
            yield subject
            yield from (c for c in subject.children if c.dep_ == "conj")
    for child in verb.children:
        if child.dep_ in {"dobj", "nsubjpass"}:
            yield child
        elif child.dep_ == "prep" and child.lower_ in {"for", "of"}:
            yield from (c for c in child.children if c.dep_ == "pobj")


def abbreviated(context: Context, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Find further mentions by the initials of a name alone: "IDB" for the "Independent Decommissioning Body"."""
    initials = {initials_of(m.name): m for m in mentions if m.kind is not None}
    known = {short: mention for short, mention in initials.items() if len(short) >= _SHORTEST}
    if not known:
        return
    for sentence in context.sentences:
        for token in sentence.span if sentence.block.kind != "heading" else ():
            full = known.get(token.text)
            if full is not None:
                state = state_of(bare_name(token))
                yield msgspec.structs.replace(
                    full,
                    evidence=sentence.evidence(),
                    state=state,
                    led_by=leaders_of(context, bare_name(token)),
                    trigger=None,
                )
