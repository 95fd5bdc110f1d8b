"""Positions that what a party does shows: it leaves the talks, answers vaguely, can live with a thing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from goodoffices.record import Stance

from ..document import Sentence, offset_of, sentence_of
from .claims import Claim, claim_issue
from .governing import tense_of
from .holders import holders_of_clause, speakers_of
from .interview import question_before
from .issues import issues_in
from .negation import is_negated
from .stances import frames

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from ..context import Context

__all__ = ["find_conduct"]

_ABLE = frozenset({"can", "could", "ca"})
_OURS = frozenset({"us", "ours", "me"})
_COPULAS = frozenset({"be", "remain", "stay", "appear", "seem"})
_UNREAL = frozenset({"if", "unless", "whether", "would", "could", "may", "might"})


def find_conduct(context: Context, doc: Doc) -> Iterator[Claim]:
    """Find the positions of one parsed block that what its parties do shows.

    Args:
        context: The report.
        doc: The parse of the block.
    """
    for token in doc:
        lemma = token.lemma_.lower()
        if token.pos_ not in {"VERB", "AUX"} or sentence_of(token).text.rstrip().endswith("?"):
            continue
        if lemma in frames().quit | frames().rejoin:
            yield from _taking_part(context, token, lemma)
        elif lemma in frames().live:
            yield from _lived_with(context, token, frames().live[lemma])
        elif (lemma in _COPULAS and any(_is_vague(c) for c in token.children)) or (
            lemma in frames().given and is_negated(token) and _object(token) in frames().answers
        ):
            yield from _left_open(context, token, holders_of_clause(context, token))
        elif lemma in frames().weighing and tense_of(token) == "present":
            yield from _weighed(context, token)
        if lemma in frames().staying:
            yield from _kept(context, token)


def _object(verb: Token) -> str:
    return next((c.lemma_.lower() for c in verb.children if c.dep_ == "dobj"), "")


def _is_vague(token: Token) -> bool:
    return token.dep_ in {"acomp", "oprd", "attr"} and token.lower_ in frames().unclear_parties


def _taking_part(context: Context, verb: Token, lemma: str) -> Iterator[Claim]:
    """ "suspended its participation in the talks", "do not intend to leave the table"."""
    thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
    words = {c.lower_ for c in verb.children if c.dep_ in {"aux", "mark"}}
    if thing is None or thing.lemma_.lower() not in frames().taking_part or words & _UNREAL:
        return
    own = any(c.dep_ == "poss" and c.lower_ in {"its", "their", "our"} for c in thing.children)
    above = verb.head.lemma_.lower() if verb.dep_ == "xcomp" else ""
    if above in frames().verbs or (lemma not in {"leave", "quit", "rejoin", "boycott"} and not own):
        return  # the verb above tells the stance; "ended the talks" is said of their close
    parties = holders_of_clause(context, verb)
    negated = is_negated(verb) or (verb.dep_ == "xcomp" and is_negated(verb.head))
    leaves = (lemma in frames().quit) != negated
    for party in parties if len(parties) == 1 else ():
        yield _claim(party, "rejects" if leaves else "accepts", verb, "process", "taking part in the talks")


def _lived_with(context: Context, verb: Token, behind: str) -> Iterator[Claim]:
    """ "We can live with this"."""
    able = any(c.dep_ == "aux" and c.lower_ in _ABLE for c in verb.children)
    if able and any(c.dep_ == "prep" and c.lower_ == behind for c in verb.children):
        stance: Stance = "rejects" if is_negated(verb) else "accepts"
        yield from _about(context, verb, holders_of_clause(context, verb), (stance, "can live with"))


def _left_open(context: Context, verb: Token, parties: tuple[str, ...]) -> Iterator[Claim]:
    """ "The rebels have been vague", "has not given a clear answer"."""
    negated = is_negated(verb) and verb.lemma_.lower() not in frames().given
    if not negated:
        yield from _about(context, verb, parties, ("ambiguous", "no clear answer"))


def _weighed(context: Context, verb: Token) -> Iterator[Claim]:
    """ "it is being studied", in the words of a party; "Baku is studying the text"."""
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    passive = any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children)
    if is_negated(verb) or not (verb.tag_ == "VBG" or "being" in auxiliaries):
        return
    parties = speakers_of(context, verb) if passive else holders_of_clause(context, verb)
    yield from _about(context, verb, parties, ("ambiguous", "being weighed"))


def _kept(context: Context, verb: Token) -> Iterator[Claim]:
    """ "The key stays with us": what someone says will stay theirs."""
    behind = [t for c in verb.children if c.dep_ in {"prep", "dative"} for t in c.children if t.dep_ == "pobj"]
    before = {t.head.lower_ for t in behind if t.lower_ in _OURS}
    subject = _own_subject(verb)
    if before & frames().staying_behind and subject is not None and subject.pos_ in {"NOUN", "PROPN"}:
        stance: Stance = "rejects" if is_negated(verb) else "demands"
        yield from _about(context, verb, speakers_of(context, verb), (stance, "what stays theirs"))


def _own_subject(verb: Token) -> Token | None:
    """The subject that stands at a verb itself."""
    return next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)


def _about(context: Context, verb: Token, parties: tuple[str, ...], reading: tuple[Stance, str]) -> Iterator[Claim]:
    """The claims of a clause, whose issue may stand in what was said before."""
    if not parties:
        return
    sentence = sentence_of(verb)
    start, end = _extent(verb, sentence)
    text, before = context.report.text, context.text_before(sentence)
    issue = claim_issue(text[start:end], sentence, question_before(context, sentence), start)
    issue = issue or next(iter(issues_in(before)), None)
    for party in dict.fromkeys(parties) if issue is not None else ():
        yield Claim(party, reading[0], start, end, issue or "other", sentence, reading[1])


def _claim(party: str, stance: Stance, verb: Token, issue: str, basis: str) -> Claim:
    sentence = sentence_of(verb)
    start, end = _extent(verb, sentence)
    return Claim(party, stance, start, end, issue, sentence, basis)


def _extent(verb: Token, sentence: Sentence) -> tuple[int, int]:
    left, right = verb.doc[verb.left_edge.i], verb.doc[verb.right_edge.i]
    return max(offset_of(left), sentence.start), min(offset_of(right) + len(right), sentence.end)
