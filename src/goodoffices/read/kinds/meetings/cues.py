"""Cues of meetings: the nouns and verbs of a sentence that can tell of one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...actors.lexicon import lexicon
from ..governing import verb_phrase
from ..outlook_words import outlook_words
from ..phrases import objects_behind
from .calls import is_call_with_somebody
from .cantonment import is_of_fighters
from .hearers import is_of_hearers
from .honours import is_of_one_honoured
from .missions import is_of_a_journey, is_of_a_movement
from .signing import is_signed
from .there_too import is_at_known
from .verbs import is_meeting_verb
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context
    from ...document import Sentence

__all__ = ["is_meeting_noun", "is_of_known", "is_which", "meeting_cues"]


_BEFORE = 60
"""Tokens before a sentence in which what it speaks of is looked for."""
_HEADS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "oprd", "pobj"})


def meeting_cues(
    context: Context, sentence: Sentence, *, follows: bool, near: bool = False, told: bool = False
) -> Iterator[Token]:
    """Find the words of a sentence that can tell of a meeting.

    Args:
        context: The report.
        sentence: One sentence.
        follows: Whether the sentence before told of a meeting, so that "it" can mean that one.
        near: Whether one of the sentences just before, in the same paragraph, did.
        told: Whether any sentence before did.
    """
    for token in sentence.span:
        if is_meeting_noun(token):
            follows = True
            yield token
        elif (
            is_meeting_verb(context, token)
            or (follows and (_is_it(token) or is_which(token)))
            or ((follows or near) and (is_of_known(token) or (is_which(token) and _may_be(token))))
            or ((follows or near) and is_at_known(context, token))
            or (told and (_is_observing(token) or _takes_part(token)))
        ):
            yield token


def is_meeting_noun(token: Token) -> bool:  # noqa: PLR0911  one answer a kind of noun
    """Is it a noun of a meeting, not the modifier of another ("the talks process") or a round of something else?"""
    words = meeting_words()
    lemma = token.lemma_.lower()
    if lemma == "table" and token.i > 0 and token.nbor(-1).lower_ == "round":
        return token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "attr"}
    if lemma in words.processes and _is_counted_in_days(token):
        return True
    headed = token.pos_ == "ADJ" and token.dep_ in _HEADS  # "the plenary"
    headed = headed or (token.pos_ == "ADJ" and token.dep_ == "ROOT" and lemma == "round")  # "First round, Geneva"
    if (
        not (token.pos_ in {"NOUN", "PROPN"} or headed)
        or not {lemma, token.lower_} & words.nouns
        or _is_in_a_name(token)
    ):
        return False
    if token.dep_ in {"compound", "amod"} and token.i + 1 < len(token.doc) and token.nbor().lower_ == "table":
        return False
    if lemma in words.signing:
        return _is_of_signing(token)
    if lemma in {"opening", "reopening"} and not _is_of_an_occasion(token):
        return False
    if (lemma == "talk" and token.tag_ == "NN" and not _is_before_talks(token)) or _is_of_something_else(token):
        return False  # "there is talk of bribes"
    before = {c.lower_ for c in token.children if c.dep_ in {"compound", "amod", "nmod"}}
    if lemma == "call":
        return bool(before & words.by_telephone) or is_call_with_somebody(token)
    if lemma in {"meeting", "session", "sitting"}:
        before -= {"plenary"}
    return not before & words.not_before and (lemma not in words.counted or _counts_talks(token))


def _asks_a_people(consultation: Token) -> bool:
    """ "The popular consultation", "the consultation of the voters": a vote."""
    if consultation.tag_ not in {"NN", "NNP"}:
        return False
    voters = {"people", "population", "voter", "electorate", "citizen", "inhabitant"}
    asked = objects_behind(consultation, {"of"})
    before = {c.lower_ for c in consultation.children if c.dep_ in {"compound", "amod", "nmod"}}
    return bool(before & {"popular", "public", "electoral"}) or any(t.lemma_.lower() in voters for t in asked)


def _is_before_talks(talk: Token) -> bool:
    """ "A first pre-talk"."""
    return talk.i > 1 and talk.nbor(-1).text == "-" and talk.nbor(-2).lower_ == "pre"


def _is_of_something_else(token: Token) -> bool:
    """ "An exchange of prisoners", and no exchange of views; what hearers are told; a mission that goes nowhere."""
    if token.lemma_.lower() == "mission":
        return not is_of_a_journey(token)
    if token.lemma_.lower() == "congress":
        return not is_of_a_movement(token)
    if token.lemma_.lower() == "consultation":
        return _asks_a_people(token)
    if token.lemma_.lower() == "exchange":
        return not any(t.lower_ == "views" for t in objects_behind(token, {"of"}))
    other = is_of_hearers(token) or is_of_fighters(token) or is_of_one_honoured(token)
    return other or (token.lemma_.lower() == "summit" and _is_of_a_mountain(token))


def _is_of_a_mountain(summit: Token) -> bool:
    """ "Troops on the summit of Mount Hermon"; "on the eve of the summit" is one of men."""
    of = [t.left_edge for t in objects_behind(summit, {"of"})]
    high = {"mount", "mountain", "hill", "peak", "pass", "ridge", "glacier"}
    named = any({t.lower_, t.head.lower_} & high for t in of)
    return named or (summit.dep_ == "pobj" and summit.head.lower_ in {"on", "onto", "atop"} and bool(of))


def _is_of_an_occasion(opening: Token) -> bool:
    """ "Will attend the reopening", "the opening had slipped by a day": of talks; not "the opening of the border"."""
    words, verb = meeting_words(), opening.head
    if not any(c.lower_ == "the" for c in opening.children) or opening.pos_ != "NOUN":
        return False
    of = [t for p in opening.children if p.lower_ == "of" for t in p.children]
    if of:
        return any({t.lemma_.lower(), t.lower_} & words.nouns for t in of)
    if opening.dep_ == "dobj":
        return verb.lemma_ in {"attend", "chair", "miss", "boycott", "address", "join", "witness"}
    off = {verb.lemma_.lower(), verb_phrase(verb)} & (outlook_words().called_off | outlook_words().slipped)
    return opening.dep_ in {"nsubj", "nsubjpass"} and bool(off)


def _is_of_signing(token: Token) -> bool:
    """ "The signing of the accord", "the formal signing takes place"; not "within 30 days of the signing"."""
    counted = token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.ent_type_ == "DATE"
    behind = [t for of in token.children if of.lower_ == "of" for t in of.children]
    itself = (
        token.dep_ in {"nsubj", "nsubjpass"} and token.tag_ == "NN" and any(c.dep_ == "det" for c in token.children)
    )
    return not counted and (any(is_signed(t) for t in behind) or (itself and not behind))


def _is_in_a_name(token: Token) -> bool:
    """Is it part of a longer noun, or of a body's name ("the Episcopal Conference")?"""
    if token.dep_ == "compound" and token.head.i > token.i:
        return True
    return token.pos_ == "PROPN" and (token.ent_type_ == "ORG" or token.i in token.doc.user_data["actors"])


def _counts_talks(token: Token) -> bool:
    """ "A round of talks", "the April session"; not "a round of strikes", "a session of parliament"."""
    words = meeting_words()
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            talks = words.nouns | words.processes
            long = inner is not None and inner.lemma_ in words.lengths | {"minute"}  # "a session of six hours"
            if inner is not None and not (long or {inner.lemma_.lower(), inner.lower_} & talks or _sits(inner)):
                return False
    return True


def _is_counted_in_days(process: Token) -> bool:
    """ "Ten days of diplomacy with the parties", "a week of mediation in Oslo": as long as talks are."""
    of = process.head
    return process.dep_ == "pobj" and of.lower_ == "of" and of.head.lemma_ in meeting_words().lengths - {"round"}


def _sits(body: Token) -> bool:
    """ "A session of the joint commission", "two rounds of the ministers": of those who can meet, no legislature."""
    words, lemma = meeting_words(), body.lemma_.lower()
    people = lemma in words.collective | lexicon().offices or body.lower_ in lexicon().offices
    several = (body.tag_ in {"NNS", "NNPS"} and people) or body.lower_ in words.several  # "the next round of the six"
    return lemma not in words.legislatures and (several or lemma in words.assemblies)


def _may_be(token: Token) -> bool:
    """ "An eighth, in Geneva, depends on the cabinet", "the first took place in May"."""
    if token.lower_ not in _ordinals() or any(c.dep_ == "prep" for c in token.children):
        return token.head.lemma_ == "depend"
    took = token.head.lemma_ == "take" and any(c.lower_ == "place" for c in token.head.children)
    return token.head.lemma_ == "depend" or took or token.head.lemma_ in {"hold", "convene"}


def _is_it(token: Token) -> bool:
    """ "It opened on Monday", "it had been put off twice"."""
    if token.lower_ == "they" and token.dep_ == "nsubj":  # "they will resume on Monday", of talks
        free = not any(c.dep_ in {"dobj", "xcomp", "ccomp"} for c in token.head.children)
        return free and token.head.lemma_.lower() in meeting_words().again and _follows_talks(token)
    if token.lower_ != "it" or token.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    verb, outlook = token.head, outlook_words()
    moved = {verb.lemma_.lower(), verb_phrase(verb)} & (outlook.called_off | outlook.slipped | {"reschedule"})
    held = token.dep_ == "nsubjpass" and verb.lemma_ in {"hold", "chair", "host", "convene", "schedule", "attend"}
    goes_on = {"open", "begin", "start", "take", "end", "last", "resume", "conclude", "break", "collapse", "close"}
    return bool(moved) or held or verb.lemma_ in goes_on or _will_be_there(verb)


def _will_be_there(verb: Token) -> bool:
    """ "It might be in Oslo": a meeting of which the report has just spoken."""
    modal = any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children)
    return verb.lemma_ == "be" and modal and any(t.ent_type_ == "GPE" for t in objects_behind(verb, {"in", "at"}))


def _follows_talks(token: Token) -> bool:
    """Are talks what the sentence before is about, so that "they" can mean them?"""
    start = token.sent.start
    subjects = (t for t in token.doc[max(0, start - _BEFORE) : start] if t.dep_ in {"nsubj", "nsubjpass", "dobj"})
    return any(t.lower_ in meeting_words().talks and t.tag_ == "NNS" for t in list(subjects)[-4:])


def is_which(token: Token) -> bool:
    """ "The last was held in May", "a third has been put off", "a new one is planned": one of several meetings."""
    if token.dep_ == "pobj" and token.head.lower_ == "at" and token.lower_ in _ordinals():
        return any(c.lower_ == "the" for c in token.children)  # "at the sixth, in Hakone"
    if token.dep_ == "dobj" and token.lower_ in _ordinals():
        article = any(c.lower_ in {"a", "the"} for c in token.children)
        return article and token.head.lemma_.lower() in {"host", "hold", "convene", "schedule", "chair", "attend"}
    if token.dep_ not in {"nsubj", "nsubjpass"} or token.lower_ not in _ordinals() | {"one", "last", "next", "latest"}:
        return False
    told = {c.lower_ for c in token.children}
    verbs, outlook = meeting_words().itself | meeting_words().beside | {"depend", "be"}, outlook_words()
    off = {token.head.lemma_.lower(), verb_phrase(token.head)} & (outlook.called_off | outlook.fixed)
    if token.lower_ == "one":  # "the one in Lisbon was cancelled"
        return bool(told & outlook.before) or (bool(off) and "the" in told and bool(told & {"in", "at", "for"}))
    return bool(told & {"a", "an", "the"}) and (bool(off) or token.head.lemma_.lower() in verbs)


def is_of_known(token: Token) -> bool:
    """ "Who chaired them", "the Swiss took part": a verb of taking part in a meeting that was told of before."""
    words = meeting_words()
    if token.pos_ not in {"VERB", "AUX"}:
        return False
    objects = [c for c in token.children if c.dep_ == "dobj" and c.lower_ not in {"part", "seats"}]
    if objects:
        return token.lemma_.lower() in words.chair and all(c.lower_ in {"them", "it", "us"} for c in objects)
    beside = {token.lemma_.lower(), verb_phrase(token)} | {f"{token.lemma_.lower()} {c.lower_}" for c in token.children}
    behind = any(_names_what(c) for c in token.children)
    part = any(
        p.dep_ == "prep" and p.lower_ in {"in", "at"} for c in token.children if c.dep_ == "dobj" for p in c.children
    )
    passive = any(c.dep_ == "auxpass" for c in token.children)
    return bool(beside & words.beside_it) and not behind and not part and not passive


def _is_observing(token: Token) -> bool:
    """ "The movement was present as an observer": at the meeting that the report tells of, however far above."""
    if token.pos_ not in {"VERB", "AUX"}:
        return False
    present = (c for c in token.children if c.dep_ == "acomp" and c.lower_ == "present")
    behind = (t for head in (token, *present) for t in objects_behind(head, {"as"}))
    return any(t.lemma_ == "observer" for t in behind) and is_of_known(token)


def _takes_part(token: Token) -> bool:
    """ "The representatives of X took part": in what the report tells of, for the words name nothing else."""
    if token.lemma_ != "take" or token.tag_ != "VBD" or token.dep_ != "ROOT":
        return False
    return any(c.dep_ == "dobj" and c.lower_ == "part" for c in token.children) and is_of_known(token)


def _names_what(word: Token) -> bool:
    """ "Took part in the round" names the meeting itself; "took part by telephone" does not."""
    if word.dep_ not in {"prep", "agent"} or word.lower_ not in {"in", "at", "by"}:
        return False
    return not any(c.lower_ in meeting_words().by_telephone for c in word.children)


def _ordinals() -> frozenset[str]:
    return meeting_words().ordinals
