"""Links: one thing hung on another ("linked its aid to disarmament", "made the release a condition for talks")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from goodoffices.record import Stance

from ..document import offset_of, sentence_of
from .claims import Claim
from .frames import frames
from .governing import LONGEST_SENTENCE
from .holders import holders_of_clause, speakers_of
from .issues import issues_in
from .negation import is_negated

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from ..context import Context

__all__ = ["find_links"]

_LINK = "what is hung on something"
_OBJECTS = frozenset({"pobj", "pcomp"})
_ENDINGS = ("al", "ance", "ence", "ion", "ment", "ure", "ing", "ness", "ship", "dom", "ity", "sal", "down", "over")
"""Endings of nouns for what is done."""
_ACTS = frozenset(
    {"consent", "support", "return", "aid", "vote", "answer", "hope", "release", "offer", "pledge", "relief", "deal"}
    | {"peace", "truce", "ceasefire", "presence", "help", "talk", "exchange", "pullback", "pull-out", "exit", "entry"}
    | {"step", "move", "progress", "future", "fate", "success", "outcome", "end", "seat", "yes", "promise", "access"}
    | {"retreat", "accord", "pact", "treaty", "summit", "round", "visit", "transfer", "handover", "trust", "word"}
)
_BODIES = frozenset(
    {"government", "parliament", "region", "nation", "population", "union", "station", "coalition", "institution"}
    | {
        "city",
        "community",
        "university",
        "hospital",
        "capital",
        "faction",
        "organisation",
        "organization",
        "delegation",
    }
    | {
        "livelihood",
        "million",
        "organization",
        "province",
        "generation",
        "regiment",
        "contingent",
        "garrison",
        "opposition",
    }
    | {"harvest", "electricity", "administration", "infrastructure", "agriculture", "mission", "division", "section"}
)
"""Nouns with such endings for people and things."""
_UNREAL = frozenset({"if", "unless", "would", "could", "may", "might", "whether"})


def find_links(context: Context, doc: Doc) -> Iterator[Claim]:
    """Find what the parties of one parsed block make depend on something else, and on what.

    Args:
        context: The report.
        doc: The parse of the block.
    """
    words = frames().linking | frames().hanging | frames().terms_nouns | {"subject"}
    for token in doc:
        lemma = token.lemma_.lower()
        if lemma not in words or len(sentence_of(token).span) > LONGEST_SENTENCE:
            continue
        if token.pos_ == "VERB" and lemma in frames().linking and not is_negated(token):
            yield from _linked(context, token)
        if token.pos_ == "VERB" and lemma in frames().hanging and not is_negated(token):
            yield from _hanging(context, token)
        elif lemma in frames().terms_nouns and token.pos_ == "NOUN":
            yield from _condition_for(context, token)
        elif lemma == "subject" and token.dep_ in {"oprd", "acomp", "ccomp", "amod", "dobj", "xcomp", "attr"}:
            yield from _subjected(context, token)


def _linked(context: Context, verb: Token) -> Iterator[Claim]:
    """ "The minister tied the vote to a census"; "the vote was tied to a census", in someone's words."""
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    subjects = {"nsubjpass"} if passive else {"dobj"}
    thing = next((c for c in verb.children if c.dep_ in subjects), None)
    if thing is None or any(c.lower_ in _UNREAL for c in verb.children):
        return
    parties = speakers_of(context, verb) if passive else holders_of_clause(context, verb)
    yield from _hung(context, parties, thing, _behind(verb, thing))


def _hanging(context: Context, verb: Token) -> Iterator[Claim]:
    """ "Honduras's return hinged on charges being dropped"; "the truce hangs on a release", in someone's words."""
    thing = next((c for c in verb.children if c.dep_ == "nsubj" and c.pos_ in {"NOUN", "PROPN"}), None)
    behind = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in {"on", "upon"}]
    on = next((t for c in behind for t in c.children if t.dep_ in _OBJECTS), None)
    if thing is None or on is None or any(c.lower_ in _UNREAL for c in verb.children):
        return
    if verb.lemma_.lower() == "depend" and not _is_act(thing):
        return  # "whose port depends on foreign cargo": how things are
    owners = tuple(p for c in thing.children if c.dep_ == "poss" for p in context.roster.parties_at(c))
    by = (g for c in thing.children if c.dep_ == "prep" and c.lower_ == "by" for g in c.children)
    speakers = speakers_of(context, verb)
    parties = owners or tuple(p for t in by for p in context.roster.parties_at(t)) or speakers
    hung = tuple(_claims(context, parties, thing, "conditional"))
    yield from hung or _claims(context, speakers, on, "demands")  # "its credibility depends on who takes part"


def _is_act(thing: Token) -> bool:
    """Is it something that one does or gives ("its consent", "a withdrawal"), and no port, bank or people?"""
    noun = thing.lemma_.lower()
    return noun in _ACTS or (noun.endswith(_ENDINGS) and noun not in _BODIES)


def _subjected(context: Context, word: Token) -> Iterator[Claim]:
    """ "Made relief subject to progress"."""
    verb = word.head
    if verb.lemma_.lower() not in {"make", "keep"}:
        return
    thing = next((c for c in (*verb.children, *word.children) if c.dep_ in {"dobj", "nsubj"} and c.i > verb.i), None)
    if thing is not None and thing.i < word.i:
        yield from _hung(context, holders_of_clause(context, verb), thing, _behind(word, word))


def _condition_for(context: Context, noun: Token) -> Iterator[Claim]:
    """ "Their return is a condition for any arrangement": the arrangement hangs on it."""
    verb = noun.head
    if noun.dep_ not in {"attr", "oprd", "dobj", "ccomp"} or is_negated(noun):
        return
    behind = [t for c in noun.children if c.dep_ == "prep" and c.lower_ in {"for", "of", "to"} for t in c.children]
    if verb.lemma_.lower() == "make":
        parties = holders_of_clause(context, verb)
    elif verb.lemma_.lower() in {"be", "remain"}:
        parties = speakers_of(context, verb)
    else:
        return
    for thing in (t for t in behind if t.dep_ in _OBJECTS):
        yield from _claims(context, parties, thing, "conditional")


def _behind(verb: Token, thing: Token) -> Token | None:
    """On what it is hung; the parser may put it under the thing that is."""
    prepositions = [c for t in (verb, thing) for c in t.children if c.dep_ == "prep" and c.lower_ in frames().hooks]
    return next((t for c in prepositions for t in c.children if t.dep_ in _OBJECTS), None)


def _hung(context: Context, parties: tuple[str, ...], thing: Token, on: Token | None) -> Iterator[Claim]:
    if on is None:
        return
    hung = list(_claims(context, parties, thing, "conditional", before=on))
    wanted = list(_claims(context, parties, on, "demands"))
    bound = on.pos_ != "PROPN" and thing.i < on.i and thing.head.lemma_.lower() in frames().binding_fast
    if hung and (wanted or bound):
        yield from hung
        yield from (claim for claim in wanted if claim.issue != hung[0].issue)


def _claims(
    context: Context, parties: tuple[str, ...], thing: Token, stance: Stance, before: Token | None = None
) -> Iterator[Claim]:
    words = [t for t in thing.subtree if before is None or not (t == before or (t.is_ancestor(before) and t != thing))]
    words = [t for t in words if before is None or thing.i > before.i or t.i < before.i]
    start, end = offset_of(words[0]), offset_of(words[-1]) + len(words[-1])
    issue = next(iter(issues_in(context.report.text[start:end])), None)
    for party in dict.fromkeys(parties) if issue is not None else ():
        yield Claim(party, stance, start, end, issue or "other", sentence_of(thing), _LINK)
