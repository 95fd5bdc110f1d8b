"""Weighed: the meeting of a sentence in which no rule finds one, where its signs tell that there is one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from ..governing import is_speech
from ..phrases import objects_behind
from .acts_of_state import is_act_of_state, tells_listeners
from .cantonment import is_cantoned
from .cues import is_meeting_noun
from .draft import Draft
from .filled import filled
from .likely import is_ruled, likely_meeting
from .mentioned import is_mentioned_only, is_only_a_time
from .people import is_person
from .telling_apart import is_asked, sides_of
from .things_met import meets_a_thing
from .vocabulary import meeting_words
from .wished import is_wished_for, may_be_wished_for

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context
    from ...document import Sentence

__all__ = ["named_in", "weighed_meeting"]

_PAIR = 2
_NOWHERE_FROM = 1.5
"""On texts from which nothing was learnt, two of twelve below it, at no place and no time, were right."""
_HEADS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "pobj", "conj", "appos", "attr", "agent", "npadvmod"})
_BESIDE = frozenset({"with", "by", "between", "beside", "to", "from", "for", "before", "opposite", "and", "including"})
"""Behind these a side takes part; behind "in" or "of" it is where something is, or whose."""


def weighed_meeting(
    context: Context, sentence: Sentence, cues: Iterable[Token], drafts_of: Callable[[Token], Iterable[Draft]]
) -> Draft | None:
    """The meeting that is most likely told by a sentence in which no rule finds one, None where it tells of none.

    Args:
        context: The report.
        sentence: The sentence.
        cues: Its words that can tell of a meeting by the rules.
        drafts_of: What one of its words tells of a meeting.
    """
    likely = likely_meeting(context, sentence)
    if likely.cue is None or not likely.accepted(named=bool(context.actors_in(sentence.start, sentence.end))):
        return None
    if likely.cue.pos_ == "NOUN" and _means_something_else(likely.cue):
        return None
    if is_act_of_state(likely.cue) or tells_listeners(likely.cue) or is_cantoned(likely.cue):
        return None
    cues = list(cues)
    if any(is_wished_for(d.reach) for c in cues if c.pos_ == "NOUN" and may_be_wished_for(c) for d in drafts_of(c)):
        return None
    refused = [c for c in cues if c.pos_ == "VERB" and not is_ruled(c)]
    # not "the president", who "signed"
    first = refused[0] if refused and likely.cue not in refused else likely.cue
    for cue in dict.fromkeys((first, likely.cue)):
        for draft in drafts_of(cue):
            found = _with_named(context, filled(context, draft))
            none = draft.prospect == "denied" or meets_a_thing(draft.cue) or _appeals(draft.cue)
            none = none or is_only_a_time(draft.reach.clause) or is_asked(draft) or _says_who_chairs(draft)
            none = none or is_mentioned_only(draft)
            if not none and _is_of_somebody(found) and _is_settled(found, likely.log_odds):
                return found
    return None


def _is_settled(draft: Draft, log_odds: float) -> bool:
    """Does it name a place or a time? What no rule knows, told of nowhere and never, is seldom a meeting."""
    if draft.place is None and draft.cue.pos_ == "NOUN" and draft.cue.lemma_.lower() not in meeting_words().nouns:
        return False  # "the leader of the party", whatever the day: one in nine was right where nothing was learnt
    return draft.place is not None or draft.when is not None or log_odds >= _NOWHERE_FROM


def _means_something_else(noun: Token) -> bool:
    """ "A press conference", "the popular consultation", "the session of parliament": a noun in another sense."""
    words = meeting_words()
    known = noun.lemma_.lower() in (words.talks | words.meetings) - {"exchange"}
    theirs = (t.lower_ for t in (*objects_behind(noun, {"of"}), *noun.children))
    return known and (not is_meeting_noun(noun) or not words.legislatures.isdisjoint(theirs))


def _appeals(verb: Token) -> bool:
    """ "Called on the president to release them", "called for a truce"."""
    what = objects_behind(verb, {"on", "upon", "for"}) if verb.lemma_ == "call" else ()
    return any(t.ent_type_ not in {"DATE", "TIME"} for t in what)


def _says_who_chairs(draft: Draft) -> bool:
    """ "The council chaired by X", "a committee, which X will chair": what X is, at no place."""
    who = draft.cue.lemma_.lower() in meeting_words().chair and draft.cue.dep_ in {"acl", "relcl"}
    return who and draft.place is None


def _with_named(context: Context, draft: Draft) -> Draft:
    """The draft with all whom its sentence names, where its own words name fewer than two."""
    if len(sides_of(context, draft.people)) >= _PAIR:
        return draft
    people = tuple(dict.fromkeys((*draft.people, *named_in(context, draft.reach.sentence))))
    present = {context.roster.party(a) for a in people if is_person(context, a)}
    return msgspec.structs.replace(draft, people=tuple(a for a in people if is_person(context, a) or a not in present))


def named_in(context: Context, sentence: Sentence) -> Iterator[str]:
    """Those whom a sentence names as doing something, or to whom, with whom or by whom it is done; not who tells it."""
    for token in sentence.span:
        if token.pos_ != "PROPN" or token.dep_ not in _HEADS or _says(token):
            continue
        persons = [a for a in context.roster.at(token) if is_person(context, a)]
        yield from persons or (context.roster.at(token) if _takes_part(token) else ())


def _says(token: Token) -> bool:
    """ "X insists that", "according to X"."""
    told = token.dep_ == "pobj" and token.head.dep_ == "prep" and token.head.head.lower_ == "according"
    return told or (token.dep_ == "nsubj" and is_speech(token.head))


def _takes_part(side: Token) -> bool:
    """Does a side do something, or is it done with it? Not "in Rome", "the army of Togo", "Lusaka, Zambia"."""
    top = side
    while top.dep_ == "conj" and top.head != top:
        top = top.head
    if top.dep_ == "pobj":
        return top.head.lower_ in _BESIDE
    return top.dep_ in {"nsubj", "nsubjpass", "dobj", "dative"}


def _is_of_somebody(draft: Draft) -> bool:
    """Does it name anybody, or is it of the talks, whose parties are known? Not "protesters met riot police"."""
    return bool(draft.people) or draft.collective or draft.all_parties or draft.reach.clause.relation != "verb"
