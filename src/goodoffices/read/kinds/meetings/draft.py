"""Drafts: what one cue tells of a meeting, and the drafts of a sentence that tell of the same one put together."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import Interval

from ..governing import Clause, clause_of
from ..outlook import Prospect
from .absence import absent
from .attachment import Reach
from .attendance import is_collective, participants
from .bargaining import what_is_settled
from .convening import conveners
from .cues import is_which
from .encounters import is_thing_of_encounter
from .guests import guests_of
from .invitations import is_invitation
from .mended import is_joined_infinitive, mended
from .occurring import occurs
from .person_words import is_person_word
from .place_phrases import alike
from .placed import place_of
from .places import is_edge
from .prospects import has_slipped, meeting_prospect
from .signing import is_signed
from .telling import after_report, before_report, intervals_of, time_of, topic_of
from .vocabulary import encounter_words, meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context
    from ...document import Sentence

__all__ = ["Draft", "draft_meetings"]

_APART = frozenset({"after", "before", "following", "since", "ahead", "until", "from", "despite"})
_OVER = frozenset(
    {("over", meal) for meal in ("tea", "coffee", "breakfast", "lunch", "dinner", "supper", "drink", "meal")}
    | {("across", line) for line in ("border", "frontier", "river", "lake", "line")}
)
"""Over what, and across what, people meet: where that is, they are ("over tea at the Serena")."""
_OCCASIONS = frozenset({"time", "occasion"})
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
        guests: Ids of those who are there besides ("with the participation of X").
        collective: Whether its subject is "the teams" and the like, of whom nobody is named.
        all_parties: Whether its words name "both delegations" beside those whom they name.
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
    guests: tuple[str, ...] = ()
    all_parties: bool = False

    @property
    def cue(self) -> Token:
        """The first word that tells of it."""
        return self.reach.cue


def draft_meetings(context: Context, sentence: Sentence, cues: Iterable[Token]) -> list[Draft]:
    """Draft the meetings that the cues of a sentence tell of, one for each meeting."""
    cues = list(cues)
    drafts: list[Draft] = []
    for cue in cues:
        clause = mended(clause_of(cue, beside=meeting_words().beside))
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
    taken_up = word.dep_ == "dobj" and word.head == cue and cue.lemma_ in encounter_words().take_up
    taken_up = taken_up or word in what_is_settled(cue) or (is_invitation(word) and word.head == cue)
    if word.dep_ == "pobj" and (word.head.lower_, word.lemma_.lower()) in _OVER:
        return True
    of_verb = cue.pos_ in {"VERB", "AUX"} and (is_signed(word) or is_thing_of_encounter(word) or taken_up)
    return (
        of_verb or is_person_word(context, word) or word.lemma_ in _OCCASIONS or is_edge(word)
    )  # "for the first time in X"


def _is_time_of_another(clause: Clause) -> bool:
    """Does the noun only say when something else was ("agreed after talks in ...", "before a session")?"""
    top = clause.nouns[-1] if clause.nouns else None
    return top is not None and top.dep_ == "pobj" and top.head.lower_ in _APART


def _draft(context: Context, reach: Reach) -> Draft:
    clause = reach.clause
    moved = (
        [when for root, when in intervals_of(context, reach) if root.i > clause.verbs[0].i]
        if has_slipped(clause) or _opens_after_all(clause)
        else []
    )
    near = _cut_off(reach)
    guests = guests_of(context, clause)
    away = absent(context, clause)
    prospect = meeting_prospect(reach)
    when = moved[0] if moved else time_of(context, near)
    if prospect == "to_come" and is_joined_infinitive(clause):
        when = after_report(when, context.report.published)
    return Draft(
        reach=reach,
        place=place_of(context, near),
        people=tuple(a for a in participants(context, clause) if a not in guests and a not in away),
        convenors=conveners(context, clause),
        when=before_report(when, context.report.published) if prospect == "happened" else when,
        prospect=prospect,
        topic=topic_of(reach),
        occurs=occurs(reach),
        collective=is_collective(clause),
        guests=guests,
    )


def _opens_after_all(clause: Clause) -> bool:
    """ "Its next session, announced for May, will now open on 22 July": the day of the verb, not what was announced."""
    fixed = any(
        v.lemma_ in {"announce", "plan", "schedule", "set", "expect"} and v.tag_ == "VBN" for v in clause.asides
    )
    verb = clause.verbs[0] if clause.verbs else None
    now = verb is not None and any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children)
    return fixed and now and clause.relation == "subject"


def _cut_off(reach: Reach) -> Reach:
    """Of "seeing" in "met X in Rome after seeing Y": its own words alone, for the place is the other meeting's."""
    clause = reach.clause
    if clause.relation != "verb" or clause.cue.dep_ != "pcomp" or clause.cue.head.lower_ not in _APART:
        return reach
    return msgspec.structs.replace(reach, clause=msgspec.structs.replace(clause, verbs=(clause.cue,)))


def _same(one: Draft, other: Draft) -> bool:
    """Do two cues of a sentence tell of the same meeting?"""
    if one.place and other.place and not alike(one.place, other.place):
        return _comes_to(one.cue, other.reach)
    if (
        _are_two_in_turn(one, other)
        or _apart(one, other)
        or _apart(other, one)
        or (is_which(other.cue) and not _linked(one.reach, other.reach))
    ):
        return False
    if (one.prospect == "denied") != (other.prospect == "denied") and one.reach.clause.verbs[
        :1
    ] != other.reach.clause.verbs[:1]:
        return False
    if _linked(one.reach, other.reach):
        return True
    if _is_a_new_one(one.reach, other.reach):
        return False
    anaphor = other.place is None and (not other.people or set(other.people) <= set(one.people))
    return anaphor and (one.when is None or other.when is None or one.when.overlaps(other.when))


def _are_two_in_turn(one: Draft, other: Draft) -> bool:
    """ "Met X on Monday and is to see Y tomorrow": one that has been, and one that is to come, each with its people."""
    words = meeting_words()
    seeing = words.meet | words.receive | words.speak | words.telephone
    verbs = all(d.reach.clause.relation == "verb" and d.cue.lemma_.lower() in seeing for d in (one, other))
    objects = all(any(c.dep_ in {"dobj", "prep"} for c in d.cue.children) for d in (one, other))
    return verbs and objects and {one.prospect, other.prospect} == {"happened", "to_come"}


def _is_a_new_one(one: Reach, other: Reach) -> bool:
    """ "Had breakfast with X, and then chaired a meeting": done by a verb of its own, and not spoken of before."""
    new = any(c.lower_ in {"a", "another"} for c in other.cue.children) and other.clause.relation == "object"
    own = bool(other.clause.verbs) and other.clause.verbs[0].dep_ in {"conj", "ROOT"}
    return new and own and bool(one.clause.verbs) and one.clause.verbs[0] != other.clause.verbs[0]


def _comes_to(verb: Token, other: Reach) -> bool:
    """ "Gathered at the ministry for the Berlin conference": the noun says what they gathered for."""
    top = other.nouns[-1] if other.nouns else None
    return top is not None and top.dep_ == "pobj" and top.head.lower_ in {"for", "at"} and top.head.head == verb


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
    if one.reach.clause.relation == "verb" and other.reach.nouns and not one.people and other.occurs and other.place:
        one, other = other, one  # "the delegations travel on to Havana, where the first session opens"
    elif one.cue.lemma_.lower() in meeting_words().go and other.cue.lemma_.lower() in meeting_words().meet:
        one, other = other, one  # "I go to Cairo, where I shall meet X"
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
        guests=tuple(dict.fromkeys((*one.guests, *other.guests))),
    )
