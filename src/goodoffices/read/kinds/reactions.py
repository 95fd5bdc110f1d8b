"""Reactions: what a party calls a demand, whose protests a step was taken over, at whose request it was."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import TYPE_CHECKING, cast

import msgspec

from goodoffices.record import Stance

from ..document import offset_of, sentence_of
from .claims import Claim, claim_issue, is_secret
from .holders import actors_of_phrase, holders_of_clause, speakers_of
from .issues import issues_in
from .negation import is_negated
from .pointing import points_back
from .stances import frames

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from ..context import Context

__all__ = ["find_reactions"]
_OCCASIONS = frozenset(
    {"talk", "meeting", "discussion", "session", "round", "encounter", "visit", "conversation", "exchange",
     "consultation", "atmosphere", "summit", "it", "they", "outcome"}
)  # fmt: skip
"""What is judged by how it went: no proposal is accepted by it."""


class Words(msgspec.Struct, frozen=True):
    """The words of `data/reactions.toml`."""

    naming: frozenset[str]
    names: tuple[tuple[Stance, re.Pattern[str]], ...]
    criticising: frozenset[str]
    things: frozenset[str]
    violence: frozenset[str]
    asides: dict[str, Stance]
    before_asides: frozenset[str]
    asides_with: dict[str, Stance]
    undone: frozenset[str]
    reserving: frozenset[str]
    reserved: frozenset[str]
    required: re.Pattern[str]
    wars: frozenset[str]
    pacts: frozenset[str]
    over: re.Pattern[str]
    order: re.Pattern[str]


@functools.cache
def _words() -> Words:
    text = resources.files(__package__).joinpath("data/reactions.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    names = tuple(
        (cast("Stance", stance), re.compile(r"\b(?:" + "|".join(found) + r")\b", re.IGNORECASE))
        for stance, found in data["names"].items()
    )
    return Words(
        naming=frozenset(data["naming"]),
        names=names,
        criticising=frozenset(data["criticising"]),
        things=frozenset(data["things"]) | frames().documents | frames().lists,
        violence=frozenset(data["violence"]),
        asides={noun: cast("Stance", stance) for stance, nouns in data["asides"].items() for noun in nouns},
        before_asides=frozenset(data["before_asides"]),
        asides_with={each: cast("Stance", stance) for stance, found in data["asides_with"].items() for each in found},
        undone=frozenset(data["undone"]),
        reserving=frozenset(data["reserving"]),
        reserved=frozenset(data["reserved"]),
        required=re.compile(data["required"], re.IGNORECASE),
        wars=frozenset(data["wars"]),
        pacts=frozenset(data["pacts"]),
        over=re.compile(data["over"], re.IGNORECASE),
        order=re.compile("|".join(data["order"]), re.IGNORECASE),
    )


def find_reactions(context: Context, doc: Doc) -> Iterator[Claim]:
    """Find the stances of one parsed block that no verb of stance shows.

    Args:
        context: The report.
        doc: The parse of the block.
    """
    words = _words()
    for token in doc:
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and lemma in words.naming:
            yield from _called(context, token)
        elif token.pos_ == "VERB" and lemma in words.criticising and not is_negated(token):
            yield from _criticised(context, token)
        elif token.pos_ == "VERB" and lemma in words.reserving:
            yield from _reserved(context, token)
        elif token.pos_ == "NOUN" and token.dep_ == "pobj" and (stance := _stance_aside(token, lemma)) is not None:
            yield from _aside(context, token, stance)
    yield from _ordered(context, doc)


def _called(context: Context, verb: Token) -> Iterator[Claim]:
    """ "called the demand hostile", "described the plan as a trap"."""
    thing = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    inner = next((c for c in thing.children if c.dep_ == "nsubj"), None) if thing is not None else None
    thing = inner or thing  # "made their presence a condition", where the parser takes the name for the object
    if thing is None:
        clause = next(
            (c for c in verb.children if c.dep_ in {"ccomp", "oprd", "xcomp", "acomp"} and c.i > verb.i), None
        )
        thing = next((c for c in clause.children if c.dep_ == "nsubj"), None) if clause is not None else None
    if thing is None:
        return
    told = verb.doc[thing.i + 1 : verb.right_edge.i + 1].text
    lemma = thing.lemma_.lower()
    if lemma in _words().wars | _words().pacts and verb.lemma_ != "make" and _words().over.search(told):
        ended: Stance = "accepts" if (lemma in _words().wars) != is_negated(verb) else "rejects"
        yield from _about(context, verb, thing, (ended, "calling it over"))
        return
    if lemma in _words().violence or is_negated(verb):
        return
    if verb.lemma_ != "make" and _words().required.search(told):
        yield from _about(context, verb, thing, ("demands", "calling it required"))
        return
    for stance, pattern in _words().names:
        if stance == "accepts" and lemma in _OCCASIONS:
            continue  # "described the talks as constructive": how they went
        if (stance == "demands") == (verb.lemma_ == "make") and pattern.search(told):
            yield from _about(context, verb, thing, (stance, f"calling it {verb.lemma_!r}"))
            return


def _criticised(context: Context, verb: Token) -> Iterator[Claim]:
    """ "condemned the annex": a thing of the talks, not an attack."""
    thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if thing is not None and thing.lemma_.lower() in _words().things:
        yield from _about(context, verb, thing, ("rejects", f"verb {verb.lemma_!r}"))


def _about(context: Context, verb: Token, thing: Token, reading: tuple[Stance, str]) -> Iterator[Claim]:
    """The claims of those who say something of a thing; a thing that names no matter only points to one."""
    sentence = sentence_of(verb)
    start, end = _extent(thing)
    behind = next((c for c in thing.children if c.dep_ == "prep" and c.lower_ == "as"), None)
    if behind is not None:  # "described that initiative as a manoeuvre"
        end = offset_of(behind) - 1
    text = context.report.text
    issue = next(iter(issues_in(text[start:end])), None) or claim_issue("it", sentence, at=start)
    if points_back(text[start:end]):
        issue = ""  # what was wanted before tells it
    for party in holders_of_clause(context, verb) if issue is not None else ():
        yield Claim(party, reading[0], start, end, issue or "", sentence, reading[1])


def _reserved(context: Context, verb: Token) -> Iterator[Claim]:
    """ "reserves its answer"."""
    thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if thing is None or thing.lemma_.lower() not in _words().reserved:
        return
    sentence = sentence_of(verb)
    start, end = _extent(verb)
    before = context.text_before(sentence)
    issue = claim_issue(context.report.text[start:end], sentence, at=start) or next(iter(issues_in(before)), None)
    for party in holders_of_clause(context, verb) if issue is not None else ():
        yield Claim(party, "ambiguous", start, min(end, sentence.end), issue or "", sentence, "no answer")


def _stance_aside(noun: Token, lemma: str) -> Stance | None:
    """The stance that a noun tells with the preposition before it, if it tells one."""
    words, before = _words(), noun.head.lower_
    return words.asides_with.get(f"{before} {lemma}") or (
        words.asides.get(lemma) if before in words.before_asides else None
    )


def _aside(context: Context, noun: Token, stance: Stance) -> Iterator[Claim]:
    """ "at the request of both sides", "over Tiraspol's protests": how they stand to what the sentence tells."""
    owners = [c for c in noun.children if c.dep_ in {"poss", "amod", "nmod"} and context.roster.at(c)]
    owners += [t for c in noun.children if c.dep_ == "prep" and c.lower_ in {"of", "from", "by"} for t in c.children]
    parties = tuple(dict.fromkeys(context.roster.party(a) for t in owners for a in actors_of_phrase(context, t)))
    # "returned at their own wish": of their own affairs
    own = any(c.dep_ in {"acl", "relcl"} or c.lower_ in {"for", "to", "own"} for c in noun.children)
    if not parties or own or noun.head.head.lemma_.lower() in _words().undone:
        return
    sentence = sentence_of(noun)
    start, end = sentence.span[0], sentence.span[-1]
    secret = is_secret(sentence.text)  # "at the request of both, the annex will not be published"
    issue = "process" if secret else claim_issue(sentence.text, sentence)
    span = (max(offset_of(start), sentence.start), min(offset_of(end) + len(end), sentence.end))
    for party in parties if issue is not None else ():
        yield Claim(party, stance, *span, issue or "", sentence, f"aside {noun.lemma_!r}")


def _ordered(context: Context, doc: Doc) -> Iterator[Claim]:
    """ "Release first, then signature": what has to come first is a demand of whoever says so."""
    for sentence in dict.fromkeys(sentence_of(token) for token in doc if not token.is_space):
        match = _words().order.search(sentence.text)
        if match is None:
            continue
        name = match.lastgroup or "first"
        start = sentence.start + match.start(name)
        cue = next((t for t in sentence.span if offset_of(t) >= start), sentence.span[0])
        issue = next(iter(issues_in(match[name])), None)
        for party in speakers_of(context, cue) if issue is not None else ():
            yield Claim(
                party, "demands", start, sentence.start + match.end(name), issue or "", sentence, "what is first"
            )


def _extent(token: Token) -> tuple[int, int]:
    left, right = token.doc[token.left_edge.i], token.doc[token.right_edge.i]
    return offset_of(left), offset_of(right) + len(right)
