"""Where a meeting was: the place that its words name, wherever the parser hangs it, in the report's words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..governing import subject_of_clause
from ..phrases import objects_behind
from .attachment import Reach
from .margins import place_beside_occasion
from .place_phrases import PLACE_ENTITIES, place_phrase
from .places import is_place, places_near
from .toured import place_held, place_of_tour, toured
from .town_names import town_in_name
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["place_of"]

_WHERE = frozenset({"in", "at", "aboard", "near", "outside"})
_GOING = frozenset({"come", "go", "fly", "travel", "return", "drive"})
_COMING_BACK = frozenset({"return", "come", "fly", "travel", "arrive"})
_DAY_ABOVE = 3
"""Words from a clause with "when" up to the verb of its day ("came on the morning of 3 May, when")."""
_BEFORE_WHERE = 10
"""Words in front of "where" among which the place is looked for."""
_OUTCOMES = frozenset(
    {"sign", "announce", "reach", "conclude", "initial", "seal", "agree", "unveil", "strike", "clinch"}
)
_GIVEN_OUT = frozenset({"make", "issue", "release", "publish", "present", "adopt", "approve", "endorse", "disclose"})
"""How what came of talks is given out where they ended ("issued in Lima", "made public in Lima")."""
_OUTCOME = frozenset({"plan", "map", "proposal", "outcome", "result", "timetable", "list", "resolution", "conclusion"})
_LED = frozenset({"lead", "head", "chair", "accompany", "represent"})
"""Participles behind which the words of a meeting go on ("a team, led by X, in Y")."""


def place_of(context: Context, reach: Reach) -> str | None:
    """Find the place of a meeting.

    Args:
        context: The report.
        reach: The words that belong to the meeting.

    Returns:
        The report's words without an article, or None where they name no place.
    """
    found = [(reach.rank(token), token.i, token) for token in places_near(context, reach)]
    near = sorted((rank, abs(i - reach.cue.i), token.i, token) for rank, i, token in found if rank is not None)
    if near:
        return toured(context, near[0][3]) or place_phrase(near[0][3])
    place = _seat(reach) or _city_that_hosts(reach) or _place_left(context, reach) or _place_before(context, reach)
    place = (
        place
        or _place_of_outcome(context, reach)
        or _place_of_day(context, reach)
        or next(_in_order(context, reach), None)
    )
    return (
        place
        or place_of_tour(context, reach.cue)
        or place_held(context, reach.cue)
        or place_beside_occasion(context, reach)
        or town_in_name(context, reach)
    )


def _in_order(context: Context, reach: Reach) -> Iterator[str]:
    """ "Met nine times, first in Nampula", "met a team, led by X, in Ottawa", "a villa among pines, where they met"."""
    yield from (place_phrase(t) for t in _before_where(context, reach))
    if reach.clause.relation not in {"verb", "object", "subject"}:
        return
    for token in _rest(reach):
        if token.lower_ not in _WHERE or token.pos_ != "ADP" or token.i + 1 >= reach.sentence.span.end:
            continue
        named = _is_behind_person(context, token)
        town = _stands_in(token) if named else token.nbor()
        city = town is not None and town.pos_ == "PROPN" and town.ent_type_ == "GPE"
        if town is not None and (city or named) and (named or _stands_free(reach, token)) and is_place(context, town):
            yield place_phrase(town)
            return


def _before_where(context: Context, reach: Reach) -> Iterator[Token]:
    """The last place in front of "where", if the clause begins with it."""
    verb = reach.clause.verbs[0] if reach.clause.verbs else None
    where = next((c for c in verb.children if c.lower_ == "where"), None) if verb is not None else None
    if where is None or verb is None or verb.dep_ != "relcl":
        return
    front = where.doc[max(where.sent.start, where.i - _BEFORE_WHERE) : where.i]
    behind = (t for t in reversed(front) if t.dep_ == "pobj" and t.head.lower_ in _WHERE)
    yield from (t for t in behind if is_place(context, t))


def _rest(reach: Reach) -> Iterator[Token]:
    """The words behind the cue, up to the next clause."""
    own = {t.i for t in (reach.cue, *reach.clause.verbs[:1], *reach.clause.asides)}
    first = max(t.i for t in (reach.cue, *reach.clause.verbs[:1]))
    for token in reach.cue.doc[first + 1 : reach.sentence.span.end]:
        led = token.dep_ == "acl" and token.lemma_ in _LED
        if token.i in reach.others or token.text in {";", ":"} or token.is_quote or token.dep_ in {"nsubj", "mark"}:
            return
        if token.pos_ in {"VERB", "AUX"} and token.i not in own and not led:
            return
        yield token


def _is_behind_person(context: Context, preposition: Token) -> bool:
    """ "A team led by X in Lima": does a person's name stand right in front? No place is a person's own."""
    before = preposition.nbor(-1) if preposition.i > 0 else preposition
    return before.pos_ == "PROPN" and any(context.roster.actors[a].kind == "person" for a in context.roster.at(before))


def _stands_in(preposition: Token) -> Token | None:
    """The word behind "in" or "at" that it leads to ("at the Peace Palace")."""
    return next((c for c in preposition.children if c.dep_ == "pobj" and c.i > preposition.i), None)


def _stands_free(reach: Reach, preposition: Token) -> bool:
    """Does it stand behind a comma, a time, an adverb or the cue itself, so that no noun in between can own it?"""
    before = preposition.nbor(-1)
    if before.text == ",":
        return preposition.nbor(-2).ent_type_ not in PLACE_ENTITIES  # not "in Oslo, in Norway"
    light = before.pos_ in {"ADV", "PART"} or before.dep_ == "prt"
    return light or before == reach.cue or before.ent_type_ in {"DATE", "TIME"}


def _place_before(context: Context, reach: Reach) -> str | None:
    """ "Has been in Khartoum since Monday and saw X": where one was before the "and"; "shuttled between A and B"."""
    cue = reach.cue
    if reach.clause.relation != "verb":
        return None
    times = [t for t in objects_behind(cue, {"for", "in"}) if t.ent_type_ in {"DATE", "TIME"}]
    ends = [t for head in (cue, *times) for t in objects_behind(head, {"between"})]
    ends = [t for t in ends if t.pos_ == "PROPN" and is_place(context, t)]
    towns = [t for end in ends for t in (end, *end.conjuncts) if t.pos_ == "PROPN" and is_place(context, t)]
    if len(towns) > 1:
        return " and ".join(place_phrase(t) for t in towns)
    if cue.dep_ != "conj" or cue.head.lemma_ != "be" or any(c.dep_ == "nsubj" for c in cue.children):
        return None
    there = (t for t in objects_behind(cue.head, {"in", "at"}) if t.pos_ == "PROPN" and is_place(context, t))
    return next((place_phrase(t) for t in there), None)


def _place_left(context: Context, reach: Reach) -> str | None:
    """ "Left Doha, the Qatari capital, after talks with X", "called on X before he left Doha"."""
    top = reach.nouns[-1] if reach.nouns else None
    if top is not None and top.dep_ == "pobj" and top.head.lower_ in {"after", "following"}:
        left = [top.head.head]
    else:
        left = [c for v in reach.clause.verbs[:1] for c in v.children if c.dep_ in {"advcl", "prep"}]
        left = [t for c in left for t in (c, *c.children) if _is_before(c, t)]
    things = (c for v in left for c in v.children if c.dep_ == "dobj")
    goals = (c for c in things if (c.pos_ == "PROPN" or c.lemma_ == "capital") and is_place(context, c))
    goal = next(goals, None) if any(v.lemma_ in {"leave", "depart", "quit"} for v in left) else None
    if goal is None:  # "returned from Santiago after two days of talks with X"
        back = (t for v in left if v.lemma_ in _COMING_BACK for t in objects_behind(v, {"from"}))
        goal = next((t for t in back if t.pos_ == "PROPN" and is_place(context, t)), None)
    return place_phrase(goal) if goal is not None else None


def _place_of_outcome(context: Context, reach: Reach) -> str | None:
    """ "The accord was signed in Muscat after ten days of talks": where what came of them was announced."""
    top = reach.nouns[-1] if reach.nouns else None
    if top is None or top.dep_ != "pobj" or top.head.lower_ not in {"after", "following"}:
        return None
    verb = top.head.head
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    if not (verb.lemma_ in _OUTCOMES and passive) and not _is_given_out(verb):
        return None
    towns = (t for t in objects_behind(verb, {"in", "at"}) if t.pos_ == "PROPN" and is_place(context, t))
    return next((place_phrase(t) for t in towns), None)


def _is_given_out(verb: Token) -> bool:
    """ "The text was made public in Tunis", "the statement, issued in Tunis": of what comes of talks, no report."""
    if verb.lemma_ not in _OUTCOMES | _GIVEN_OUT or verb.tag_ != "VBN":
        return False
    passive = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    what = verb.head if verb.dep_ == "acl" else passive
    return what is not None and what.lemma_.lower() in meeting_words().signed | _OUTCOME


def _place_of_day(context: Context, reach: Reach) -> str | None:
    """ "Came to Vienna on Friday, when he met X", "is due in Lusaka soon, when he sees Y": where one was that day."""
    verb = reach.clause.verbs[0] if reach.clause.verbs else None
    if verb is None or verb.dep_ not in {"relcl", "advcl"} or reach.clause.relation not in {"verb", "object"}:
        return None
    when = next((c for c in verb.children if c.lower_ == "when" and c.dep_ == "advmod"), None)
    if when is None or when.i == when.sent.start or when.nbor(-1).text != ",":
        return None
    over = verb.head
    for _ in range(_DAY_ABOVE):
        if over.pos_ in {"VERB", "AUX"}:
            break
        over = over.head
    there = [t for t in objects_behind(over, _WHERE | ({"to"} if over.lemma_ in _GOING else set())) if t.i < when.i]
    return next((place_phrase(t) for t in there if is_place(context, t)), None)


def _is_before(joint: Token, verb: Token) -> bool:
    """ "Before he left", "before leaving": `joint` hangs on the verb of the meeting, and `verb` is it or below."""
    marked = joint == verb and any(c.lower_ == "before" and c.dep_ in {"mark", "advmod"} for c in verb.children)
    return marked or (joint.lower_ == "before" and verb.dep_ == "pcomp")


def _seat(reach: Reach) -> str | None:
    """ "Is expected on the island": where one side sits, whatever it is called."""
    if reach.clause.relation != "verb" or reach.cue.lemma_.lower() not in meeting_words().be:
        return None
    return next(
        (t.text for t in objects_behind(reach.cue, {"on", "in", "at"}) if t.lower_ in meeting_words().seats), None
    )


def _city_that_hosts(reach: Reach) -> str | None:
    """ "Washington held a seminar", "Doha hosted two rounds": the city, or the state, that hosts is the place."""
    subject = subject_of_clause(reach.clause) if reach.clause.relation in {"object", "verb"} else None
    verb = reach.clause.verbs[0] if reach.clause.verbs else None
    if subject is None or verb is None or verb.lemma_ not in {"hold", "host", "see", "receive"}:
        return None
    named = subject.doc.user_data["named"].get(subject.i)
    if named is None or subject.tag_ != "NNP":
        return None
    home = named.kind == "state" and verb.lemma_ in {"host", "receive"}
    if reach.clause.relation == "verb" and (not home or any(c.lower_ in {"that", "call"} for c in verb.children)):
        return None
    if not home and subject.text not in named.metonyms:
        return None
    first = subject.i
    while first > subject.sent.start and subject.doc.user_data["named"].get(first - 1) == named:
        first -= 1  # "the United States"
    return subject.doc[first : subject.i + 1].text.removeprefix("the ").removeprefix("The ")
