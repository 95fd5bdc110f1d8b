"""Drafts: what one cue tells of a meeting, and the drafts of a sentence that tell of the same one put together."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import Interval

from ..governing import Clause, clause_of, verb_phrase
from ..outlook import Prospect
from ..outlook_words import outlook_words
from .attachment import Reach
from .attendance import is_collective, participants
from .convening import conveners
from .cues import is_which
from .known import in_a_call, is_new_occasion
from .person_words import is_person_word
from .places import place_of
from .prospects import has_slipped, meeting_prospect
from .telling import intervals_of, time_of, topic_of
from .verbs import is_signed
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context
    from ...document import Sentence

__all__ = ["Draft", "draft_meetings", "is_counted"]

_APART = frozenset({"after", "before", "following", "since", "ahead", "until", "from", "despite"})
_OCCASIONS = frozenset({"time", "occasion"})
"""What hangs on these is the meeting's ("met for the first time in Addis Ababa")."""
_WEIGHT: dict[Prospect, int] = {
    "called_off": 6, "denied": 5, "happened": 4, "to_come": 3, "possible": 2, "going_on": 1, "unsaid": 0,
}  # fmt: skip


class Draft(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """What the words around one or more cues tell of a meeting.

    Attributes:
        reach: The first cue and its words.
        place: Where, or None.
        people: Ids of those whom the words name.
        convenors: Ids of those who convene it.
        when: Its time, or None.
        prospect: Whether it has happened.
        topic: What about, or None.
        occurs: Whether the words tell that it happens, not only mention it.
        collective: Whether its subject is "the teams" and the like, of whom nobody is named.
    """

    reach: Reach
    place: str | None
    people: tuple[str, ...]
    convenors: tuple[str, ...]
    when: Interval | None
    prospect: Prospect
    topic: str | None
    occurs: bool
    collective: bool

    @property
    def cue(self) -> Token:
        """The first word that tells of it."""
        return self.reach.cue


def draft_meetings(context: Context, sentence: Sentence, cues: Iterable[Token]) -> list[Draft]:
    """Draft the meetings that the cues of a sentence tell of, one for each meeting."""
    cues = list(cues)
    drafts: list[Draft] = []
    for cue in cues:
        clause = clause_of(cue, beside=meeting_words().beside)
        if _is_time_of_another(clause):
            clause = Clause(cue, clause.nouns, (), "", clause.asides)
        mine = {t.i for t in (*clause.nouns, *clause.verbs, *clause.asides)}
        others = frozenset(c.i for c in cues if c.i not in mine)
        reach = Reach(sentence, clause, others, partial(_carries, context, cue))
        draft = _draft(context, reach)
        same = next((n for n, before in enumerate(drafts) if _same(before, draft)), None)
        if same is None:
            drafts.append(draft)
        else:
            drafts[same] = _joined(drafts[same], draft)
    return drafts


def _carries(context: Context, cue: Token, word: Token) -> bool:
    """May what hangs on a word be the meeting's: on people, and on what they sign ("signed the accord in X")?"""
    return is_person_word(context, word) or (cue.pos_ == "VERB" and is_signed(word)) or word.lemma_ in _OCCASIONS


def _is_time_of_another(clause: Clause) -> bool:
    """Does the noun only say when something else was ("agreed after talks in ...", "before a session")?"""
    top = clause.nouns[-1] if clause.nouns else None
    return top is not None and top.dep_ == "pobj" and top.head.lower_ in _APART


def _draft(context: Context, reach: Reach) -> Draft:
    clause = reach.clause
    moved = (
        [when for root, when in intervals_of(context, reach) if root.i > clause.verbs[0].i]
        if has_slipped(clause)
        else []
    )
    near = _cut_off(reach)
    return Draft(
        reach=reach,
        place=place_of(context, near),
        people=participants(context, clause),
        convenors=conveners(context, clause),
        when=moved[0] if moved else time_of(context, near),
        prospect=meeting_prospect(reach),
        topic=topic_of(reach),
        occurs=_occurs(reach),
        collective=is_collective(clause),
    )


def _cut_off(reach: Reach) -> Reach:
    """Of "seeing" in "met X in Rome after seeing Y": its own words alone, for the place is the other meeting's."""
    clause = reach.clause
    apart = clause.relation == "verb" and clause.cue.dep_ == "pcomp" and clause.cue.head.lower_ in _APART
    return (
        msgspec.structs.replace(reach, clause=msgspec.structs.replace(clause, verbs=(clause.cue,))) if apart else reach
    )


def _since(reach: Reach) -> bool:
    """ "Since talks resumed": a time that is counted from, not a meeting that is told of."""
    return any(c.dep_ == "mark" and c.lower_ == "since" for verb in reach.clause.verbs for c in verb.children)


def _occurs(reach: Reach) -> bool:
    """Do the words tell that the meeting happens: by a verb of meeting, or a verb under which a meeting stands?"""
    words, clause = meeting_words(), reach.clause
    if clause.relation == "verb":
        return True
    if any(verb.lemma_.lower() in words.beside for verb in clause.asides):
        return True
    if (
        any(noun.lemma_.lower() in words.lengths for noun in clause.nouns[1:])
        or is_new_occasion(clause)
        or in_a_call(clause)
    ):
        return True
    if is_counted(clause):
        return True
    if not clause.verbs or _since(reach):
        return False
    return any(_makes_happen(reach, verb, first=n == 0) for n, verb in enumerate(clause.verbs))


def _makes_happen(reach: Reach, verb: Token, *, first: bool) -> bool:
    words, clause = meeting_words(), reach.clause
    outlook = outlook_words()
    lemma, phrase = verb.lemma_.lower(), verb_phrase(verb)
    if lemma == "take" and not any(c.lower_ in {"place", "part", "seats"} for c in verb.children):
        return False
    if lemma == "hold" and phrase != lemma:
        return False  # "a dispute held up the talks"
    if {lemma, phrase} & (outlook.called_off | outlook.fixed | outlook.moved | outlook.slipped):
        return clause.relation in {"subject", "object"}
    if clause.relation == "subject":
        doubtful = lemma == "be" and any(t.lower_ in words.doubtful for t in verb.subtree)
        due = any(c.lemma_.lower() in outlook.to_come_adjectives for c in verb.children if c.dep_ == "acomp")
        return lemma in words.itself or doubtful or due
    if clause.relation == "object":
        passive = any(c.dep_ == "nsubjpass" for c in verb.children)
        return lemma in words.attended | words.convened | words.itself or (passive and lemma in {"announce", "agree"})
    return first and lemma in words.attended | words.itself | {"invite"}


def is_counted(clause: Clause) -> bool:
    """ "The talks were the third round", "the session was their first meeting": told of as one of several."""
    verb = clause.verbs[0] if clause.verbs else None
    if verb is None or verb.lemma_ != "be" or clause.relation == "object":
        return False
    words = meeting_words()
    if clause.relation != "subject":  # "it was their first encounter"
        own = clause.cue.dep_ == "attr" and clause.cue.head == verb
        pointed = any(c.dep_ == "nsubj" and c.lower_ in {"it", "this", "these", "that", "they"} for c in verb.children)
        return own and pointed and any(c.lower_ in words.ordinals for c in clause.cue.children)
    named = (c for c in verb.children if c.dep_ == "attr" and {c.lemma_.lower(), c.lower_} & words.nouns)
    return any(c.lower_ in words.ordinals or c.ent_type_ == "ORDINAL" for attr in named for c in attr.children)


def _same(one: Draft, other: Draft) -> bool:
    """Do two cues of a sentence tell of the same meeting?"""
    if one.place and other.place and not _alike(one.place, other.place):
        return False
    if _apart(one, other) or _apart(other, one) or (is_which(other.cue) and not _linked(one.reach, other.reach)):
        return False
    if (one.prospect == "denied") != (other.prospect == "denied") and one.reach.clause.verbs[
        :1
    ] != other.reach.clause.verbs[:1]:
        return False
    if _linked(one.reach, other.reach):
        return True
    anaphor = other.place is None and (not other.people or set(other.people) <= set(one.people))
    return anaphor and (one.when is None or other.when is None or one.when.overlaps(other.when))


def _alike(one: str, other: str) -> bool:
    return one.casefold() in other.casefold() or other.casefold() in one.casefold()


def _apart(one: Draft, other: Draft) -> bool:
    """Does the second hang on the first by "after", "before", "follow": is it another meeting?"""
    token = other.reach.clause.nouns[-1] if other.reach.clause.nouns else other.cue
    for _ in range(3):
        if token.dep_ == "dobj" and token.head.lemma_ in {"follow", "precede"}:
            return True
        if token.dep_ in {"pobj", "pcomp"} and token.head.lower_ in _APART:
            return True
        token = token.head
    return any(
        c.dep_ == "mark" and c.lower_ in _APART for verb in other.reach.clause.verbs[:1] for c in verb.children
    ) and not _linked(one.reach, other.reach)


def _linked(one: Reach, other: Reach) -> bool:
    mine = {t.i for t in (*one.nouns, *one.clause.verbs, *one.clause.asides)}
    theirs = {t.i for t in (*other.nouns, *other.clause.verbs, *other.clause.asides)}
    place = other.where
    if place is None:
        return bool(mine & theirs)
    goal = place.head.head if place.dep_ == "pobj" else place.head  # "travels to Rome, where he will meet X"
    return bool(mine & theirs) or (place.dep_ in {"dobj", "pobj"} and goal in one.clause.verbs)


def _joined(one: Draft, other: Draft) -> Draft:
    stronger = one if _WEIGHT[one.prospect] >= _WEIGHT[other.prospect] else other
    return Draft(
        reach=one.reach,
        place=one.place or other.place,
        people=tuple(dict.fromkeys((*one.people, *other.people))),
        convenors=tuple(dict.fromkeys((*one.convenors, *other.convenors))),
        when=one.when or other.when,
        prospect=stronger.prospect,
        topic=one.topic or other.topic,
        occurs=one.occurs or other.occurs,
        collective=one.collective or other.collective,
    )
