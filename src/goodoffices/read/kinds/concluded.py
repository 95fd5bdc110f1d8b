"""Concluded: what was agreed, by common consent or without a word of who did it, each of the sides has accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..document import Sentence, offset_of, sentence_of
from .claims import Claim, claim_issue, is_secret
from .frames import frames
from .headed import label_of
from .holders import actors_of_phrase, holders_of_clause
from .issues import issues_in
from .negation import is_negated
from .pair import main_sides
from .readings import clause_span, extent
from .together import joint_parties
from .undertakings import signatories

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from ..context import Context

__all__ = ["CONCLUDED", "find_concluded"]

CONCLUDED = "what was agreed"
"""Basis of what nobody is named for who agreed to it."""
_UNREAL = frozenset({"if", "unless", "whether", "until", "before", "once", "when", "after", "as", "to"})
_HALF = frozenset({"nearly", "almost", "partly", "partially", "half", "provisionally", "only", "largely", "yet"})
_BY_ALL = re.compile(
    r"\b(?:by|with|through|in) (?:(?:common|mutual|general|joint|unanimous|tacit) "
    r"(?:consent|agreement|accord|understanding|assent)"
    r"|consensus|the (?:consent|agreement|assent) of (?:all|both|the (?:two|three|four|parties|sides)))\b",
    re.IGNORECASE,
)
_RULING = frozenset(
    {"take", "decide", "rule", "choose", "elect", "govern", "work", "operate", "act", "adopt", "function", "find"}
)
"""What a body does "by consensus" as its rule."""
_NAMES = frozenset({"name", "signature", "initial", "seal"})
_STANDING = frozenset(
    {"deadline", "date", "understanding", "commitment", "undertaking", "pledge", "offer", "timetable"}
)
"""What is kept to where it is said to stand, beside accords of all kinds."""
_GENERIC = frozenset({"minister", "leader", "president", "negotiator", "envoy", "official", "chief", "head", "team"})
"""Holders of offices who sign for the sides, where their plural is named alone."""
_YEAR = re.compile(r"(?:19|20)\d\d")


def find_concluded(context: Context, doc: Doc) -> Iterator[Claim]:
    """Find what one parsed block tells to be agreed by nobody in particular, by all, or still to stand.

    Args:
        context: The report.
        doc: The parse of the block.
    """
    for token in doc:
        if token.pos_ != "VERB":
            continue
        if token.tag_ == "VBN" and token.lemma_.lower() in frames().settling:
            yield from _passive(context, token)
        elif token.lemma_ in {"carry", "bear"} and not is_negated(token):
            yield from _named_under(context, token)
        elif token.lemma_ == "sign" and token.tag_ in {"VBZ", "VBP", "VBD"}:
            yield from _signed(context, token)
        elif token.lemma_ == "stand" and token.tag_ in {"VBZ", "VBP", "VBD"}:
            yield from _standing(context, token)
    for sentence in dict.fromkeys(
        sentence_of(token) for token in doc if token.lower_ in {"by", "with", "through", "in"}
    ):
        yield from _by_all(context, sentence)


def _passive(context: Context, verb: Token) -> Iterator[Claim]:
    """ "The return of refugees was agreed in October", "it has been agreed that ..."."""
    words = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass", "mark", "advmod"}}
    subject = next((c for c in verb.children if c.dep_ in {"nsubjpass", "csubjpass"}), None)
    if subject is None or not words & {"was", "were", "been", "is", "are"} or words & _UNREAL | words & _HALF:
        return
    if (subject.pos_ == "PRON" and subject.lower_ not in {"it", "this", "that"}) or _is_none(subject):
        return
    ahead = any(c.tag_ == "MD" or c.lower_ == "being" for c in verb.children)
    if (
        ahead
        or is_negated(verb)
        or verb.dep_ in {"relcl", "acl", "advcl", "amod"}
        or _is_of_another_year(context, verb)
    ):
        return
    sentence, at = sentence_of(verb), offset_of(verb)
    if context.said_by(at, at + len(verb)) or sentence.text.rstrip().endswith("?"):
        return
    thing = next((c for c in verb.children if c.dep_ in {"ccomp", "xcomp"} and c.i > verb.i), subject)
    parties = _agreeing(context, verb, sentence)
    yield from _made(context, sentence, parties, extent(thing))


def _is_none(subject: Token) -> bool:
    """ "Not one paragraph has been initialled", "three of the six chapters are settled"."""
    below = {t.lower_ for t in subject.subtree if t.i <= subject.i}
    counted = subject.pos_ == "NUM" or subject.lower_ in {
        "most",
        "some",
        "much",
        "all",
        "part",
        "half",
        "nothing",
        "little",
    }
    return counted or bool(below & {"no", "not", "none", "neither", "few", "hardly"})


def _is_of_another_year(context: Context, verb: Token) -> bool:
    published = context.report.published
    if published is None:
        return False
    below = [t for c in verb.children if c.i > verb.i and c.dep_ in {"prep", "npadvmod"} for t in c.subtree]
    years = [int(t.text) for t in below if _YEAR.fullmatch(t.text)]
    return bool(years) and max(years) < published.year


def _agreeing(context: Context, verb: Token, sentence: Sentence) -> tuple[str, ...]:
    """Who agreed: those behind "between" or "by", where these are the sides; else the sides of the accord or talks."""
    agents = [
        t
        for c in verb.children
        if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ in {"between", "among"})
        for t in c.children
        if t.dep_ == "pobj"
    ]
    named = tuple(
        context.roster.party(a) for t in agents for a in (actors_of_phrase(context, t) or joint_parties(context, t))
    )
    if named:
        return tuple(dict.fromkeys(named)) if len({*named}) > 1 else ()
    if any(not _is_generic(t) for t in agents):
        return ()  # "was agreed by parliament"
    return _sides(context, sentence)


def _is_generic(noun: Token) -> bool:
    """ "The foreign ministers", "the two armies": who signs for the sides, by what they are."""
    known = frames().joint | frames().joint_pairs | _GENERIC
    return (noun.tag_ in {"NNS", "NNPS"} and noun.lemma_.lower() in known) or noun.lower_ in {"both", "all"}


def _sides(context: Context, sentence: Sentence) -> tuple[str, ...]:
    signed, main = signatories(context, sentence), main_sides(context)
    sides = signed if len(signed) > len(main) else main
    return sides if len(sides) > 1 else ()


def _named_under(context: Context, verb: Token) -> Iterator[Claim]:
    """ "The accord bears the signatures of A for the government and of B for the rebels"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    names = next((c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in _NAMES), None)
    if subject is None or names is None or subject.lemma_.lower() not in frames().accords | frames().documents:
        return
    sentence = sentence_of(verb)
    inside = [t for t in verb.subtree if t.i > names.i and t.dep_ in {"pobj", "conj", "appos"}]
    parties = [p for t in inside for p in context.roster.parties_at(t)]
    bodies = [p for p in parties if context.roster.actors[p].kind in {"state", "group", "organisation"}]
    issue = claim_issue(sentence.text, sentence) or "process"
    for party in dict.fromkeys(bodies):
        yield Claim(party, "accepts", *clause_span(verb, sentence), issue, sentence, CONCLUDED)


def _standing(context: Context, verb: Token) -> Iterator[Claim]:
    """ "The understanding on languages stands", in a report; "the deadline stands", in the words of a party."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if subject is None or subject.lemma_.lower() not in _STANDING | frames().accords or is_negated(verb):
        return
    behind = [
        c
        for c in verb.children
        if c.i > verb.i and not c.is_punct and c.dep_ not in {"ccomp", "cc", "conj", "parataxis"}
    ]
    marked = any(c.lower_ in _UNREAL and c.dep_ in {"mark", "advmod"} for c in verb.children)
    if marked or any(c.dep_ != "advmod" for c in behind) or sentence_of(verb).text.rstrip().endswith("?"):
        return
    sentence, at = sentence_of(verb), offset_of(verb)
    speakers = tuple(dict.fromkeys(context.roster.party(a) for a in context.said_by(at, at + len(verb))))
    parties = speakers or _sides(context, sentence)
    owned = any(c.dep_ == "poss" for c in subject.children)
    if subject.lemma_.lower() in {"offer", "pledge"} or (owned and not speakers):
        return  # "its offer stands" is told by the words for it
    yield from _made(context, sentence, parties, clause_span(verb, sentence))


def _signed(context: Context, verb: Token) -> Iterator[Claim]:
    """ "The two delegations signed an hour before midnight": nothing is named that they signed."""
    things = [c for c in verb.children if c.dep_ in {"dobj", "ccomp", "xcomp", "prt", "auxpass"} and c.i > verb.i]
    behind = any(c.dep_ == "prep" and c.lower_ in {"for", "up", "off", "to", "away", "over"} for c in verb.children)
    unreal = any(c.lower_ in _UNREAL and c.dep_ in {"mark", "advmod"} for c in verb.children)
    sentence = sentence_of(verb)
    at = offset_of(verb)
    asked = sentence.text.rstrip().endswith("?") or verb.dep_ not in {"ROOT", "conj"} or context.is_said(at, at + 1)
    if things or behind or unreal or asked or is_negated(verb) or any(c.tag_ == "MD" for c in verb.children):
        return
    parties = holders_of_clause(context, verb)
    sides = _sides(context, sentence)
    for party in parties if {*parties} <= {*sides} else ():
        yield Claim(party, "accepts", *clause_span(verb, sentence), "process", sentence, CONCLUDED)


def _by_all(context: Context, sentence: Sentence) -> Iterator[Claim]:
    """ "By common consent, the text remains confidential"."""
    if sentence.block.kind == "heading" or sentence.text.rstrip().endswith("?"):
        return
    found = _BY_ALL.search(context.report.text, sentence.start, sentence.end)
    if found is None or sentence.block.speaker is not None or context.said_by(found.start(), found.end()):
        return
    cue = next((t for t in sentence.span if offset_of(t) >= found.start()), sentence.span.root)
    verb = cue.head
    while verb.pos_ not in {"VERB", "AUX"} and verb.head != verb:
        verb = verb.head
    if (
        (verb.lemma_ in _RULING and "consensus" in found[0])
        or is_negated(verb)
        or any(c.tag_ == "MD" and c.lower_ in {"must", "should", "can", "could", "may"} for c in verb.children)
    ):
        return  # "can only be changed by mutual consent"
    yield from _made(context, sentence, _sides(context, sentence), (sentence.start, sentence.end))


def _made(context: Context, sentence: Sentence, parties: tuple[str, ...], span: tuple[int, int]) -> Iterator[Claim]:
    words = context.report.text[slice(*span)]
    if is_secret(words):
        issue: str | None = "process"  # what is kept from readers is a matter of the talks
    else:
        label = issues_in(label_of(context, sentence))
        issue = claim_issue(words, sentence) if issues_in(words) else next(iter(label), None)
    for party in parties if issue is not None else ():
        yield Claim(party, "accepts", *span, issue or "other", sentence, CONCLUDED)
