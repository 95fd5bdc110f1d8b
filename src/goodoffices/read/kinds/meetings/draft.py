"""Drafts: what one cue tells of a meeting, and the drafts of a sentence that tell of the same one put together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import Interval

from ..governing import Clause, clause_of, is_denied, verb_phrase
from ..outlook import Prospect, prospect_of
from ..outlook_words import outlook_words
from .attachment import Reach
from .attendance import conveners, is_collective, participants
from .known import in_a_call, is_known_occasion, is_new_occasion, is_occasion, is_offered
from .places import place_of
from .telling import intervals_of, time_of, topic_of
from .verbs import is_person_word, is_signed
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context
    from ...document import Sentence

__all__ = ["Draft", "draft_meetings", "is_counted"]

_APART = frozenset({"after", "before", "following", "since", "ahead", "until", "from", "despite"})
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
        reach = Reach(sentence, clause, others, lambda token: is_person_word(context, token) or is_signed(token))
        draft = _draft(context, reach)
        same = next((n for n, before in enumerate(drafts) if _same(before, draft)), None)
        if same is None:
            drafts.append(draft)
        else:
            drafts[same] = _joined(drafts[same], draft)
    return drafts


def _is_time_of_another(clause: Clause) -> bool:
    """Does the noun only say when something else was ("agreed after talks in ...", "before a session")?"""
    top = clause.nouns[-1] if clause.nouns else None
    return top is not None and top.dep_ == "pobj" and top.head.lower_ in _APART


def _draft(context: Context, reach: Reach) -> Draft:
    clause = reach.clause
    moved = (
        [when for root, when in intervals_of(context, reach) if root.i > clause.verbs[0].i]
        if _has_slipped(clause)
        else []
    )
    return Draft(
        reach=reach,
        place=place_of(context, reach),
        people=participants(context, clause),
        convenors=conveners(context, clause),
        when=moved[0] if moved else time_of(context, reach),
        prospect=_prospect(reach),
        topic=topic_of(reach),
        occurs=_occurs(reach),
        collective=is_collective(clause),
    )


def _prospect(reach: Reach) -> Prospect:  # noqa: PLR0911  one answer a case, the stronger first
    clause, words = reach.clause, meeting_words()
    if not clause.verbs and is_known_occasion(reach):
        return "happened"
    told = prospect_of(clause)
    if clause.verbs and clause.verbs[0].lemma_ == "depend" and told == "going_on" and clause.relation == "subject":
        return "possible"
    if _has_slipped(clause):
        return "to_come"
    if told == "called_off" and clause.relation == "object" and _adjourned(clause):
        return "happened"
    if clause.relation == "object" and clause.verbs and clause.verbs[0].lemma_ == "follow":
        return "happened"
    if told == "denied" and is_occasion(clause):
        return "happened"
    if told == "going_on" and is_offered(clause):
        return "to_come"
    if told == "denied" and clause.verbs:
        # a meeting that did not take place is one that was called off; one that nobody wants is none
        first = next((v for v in clause.verbs if is_denied(v)), clause.verbs[0])
        happens = clause.relation in {"subject", "object"} and first.lemma_.lower() in words.itself | {
            "hold",
            "materialise",
            "materialize",
        }
        return (
            "called_off"
            if happens and any(c.tag_ in {"VBD", "VBZ", "VBP"} for c in (first, *first.children))
            else "denied"
        )
    if clause.relation == "verb" or told not in {"unsaid", "going_on"}:
        return told
    before = {c.lower_ for noun in clause.nouns for c in noun.children if c.dep_ in {"amod", "compound"}}
    return "to_come" if before & outlook_words().before else told


def _has_slipped(clause: Clause) -> bool:
    """ "Has slipped to 21 November": put off to a day that is named."""
    verb = clause.verbs[0] if clause.verbs else None
    if verb is None or clause.relation not in {"subject", "object"}:
        return False
    outlook = outlook_words()
    to = any(c.dep_ == "prep" and c.lower_ in {"to", "until", "till"} for c in verb.children)
    return to and verb_phrase(verb) in outlook.slipped and not is_denied(verb)


def _adjourned(clause: Clause) -> bool:
    """ "The sides adjourned their summit": those who sat break off what they held."""
    verb = clause.verbs[0]
    active = not any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children)
    return verb.lemma_ == "adjourn" and active and verb.tag_ in {"VBD", "VBN"}


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
    if _apart(one, other) or _apart(other, one):
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
        if token.dep_ == "pobj" and token.head.lower_ in _APART:
            return True
        token = token.head
    return any(
        c.dep_ == "mark" and c.lower_ in _APART for verb in other.reach.clause.verbs[:1] for c in verb.children
    ) and not _linked(one.reach, other.reach)


def _linked(one: Reach, other: Reach) -> bool:
    mine = {t.i for t in (*one.nouns, *one.clause.verbs, *one.clause.asides)}
    theirs = {t.i for t in (*other.nouns, *other.clause.verbs, *other.clause.asides)}
    place = other.where
    return bool(mine & theirs) or (place is not None and place.dep_ == "dobj" and place.head in one.clause.verbs)


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
