"""Terms of an accord: what a report says in its own voice that an agreement lays down, both sides have accepted."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import TYPE_CHECKING

import msgspec

from ..document import Passage, Sentence, offset_of
from .author import authors_of
from .claims import Claim, claim_issue
from .holders import holders_of_clause
from .issues import issue_of_head, issues_in
from .led_terms import is_thing_listed, leads_in_terms
from .pair import main_sides
from .signing_told import asks_what_was_agreed, is_of_accord, is_to_be, tells_of_signing
from .undertakings import signatories

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context

__all__ = [
    "ACCORD",
    "find_accord_terms",
    "is_binding",
    "issue_of_term",
    "main_verbs",
    "says_a_term",
    "terms_of_accords",
]

_TELLING = 0.9
"""Weight from which on a term is about another matter than the accord itself."""
_LABEL_WORDS = 3
_LEAD_CHARS = 240
"""Characters at the end of a lead in which it says what it leads in."""
_WAITING = frozenset({"once", "when", "after", "until"})
ACCORD = "a term of an accord"
"""Basis of what the parties of an accord have accepted with it."""


class Words(msgspec.Struct, frozen=True):
    """By what a report shows that it tells the terms of an accord.

    Attributes:
        under: What places a sentence under an accord ("under the pact, ...").
        asks: What a report asks before it tells the terms ("What was agreed?").
        says: What an accord does that tells a term of it ("the text promises ...").
        lead: What leads in the terms of an accord ("The main points:").
        unsettled: What makes of a text no accord yet ("the draft").
        shared: What tells in the lead of a list that both sides have accepted it.
        binding: Helping verbs of what is to come under it.
    """

    under: re.Pattern[str]
    asks: re.Pattern[str]
    says: re.Pattern[str]
    lead: re.Pattern[str]
    unsettled: re.Pattern[str]
    shared: re.Pattern[str]
    binding: frozenset[str]


@functools.cache
def _words() -> Words:
    text = resources.files(__package__).joinpath("data/points.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)["accord"]
    patterns = {
        key: re.compile("|".join(data[key]), re.IGNORECASE)
        for key in ("under", "asks", "says", "lead", "unsettled", "shared")
    }
    return Words(**patterns, binding=frozenset(data["binding"]))


def find_accord_terms(context: Context) -> Iterator[Claim]:
    """Find what both sides of an accord have accepted by the terms of it that the report tells.

    Args:
        context: The report.
    """
    leads = {passage.number: passage for passage in context.passages}
    for sentence in terms_of_accords(context):
        lead = leads.get(sentence.block.lead) if sentence.block.lead is not None else None
        if lead is not None and not signatories(context, sentence) and not _is_shared(lead):
            continue  # "Its main elements include:", of a text whose parties nobody has named
        parties = _bound(context, sentence)
        issue = issue_of_term(sentence) if parties else None
        for party in parties if issue is not None else ():
            yield Claim(party, "accepts", sentence.start, sentence.end, issue or "other", sentence, ACCORD)


def _is_shared(lead: Passage) -> bool:
    """ "Under the agreement the Parties:", "All of them now have a signed text:": does it tell that both accept it?"""
    return bool(lead.sentences) and _words().shared.search(lead.sentences[-1].text[-_LEAD_CHARS:]) is not None


def issue_of_term(sentence: Sentence) -> str | None:
    """Name the issue of a term: what it is about before the accord itself; None where its words tell of none.

    Args:
        sentence: The sentence or item that tells it.
    """
    found = claim_issue(sentence.text, sentence) if issues_in(sentence.text) else None
    if found != "process":
        return found
    weighed = issue_of_head(sentence.text).items()
    return next((issue for issue, weight in weighed if issue != "process" and weight >= _TELLING), found)


def says_a_term(sentence: Sentence) -> bool:
    """Does a sentence say what an accord does ("the text caps the number of soldiers")?

    Args:
        sentence: One that tells a term.
    """
    return _words().says.search(sentence.text) is not None


@functools.lru_cache(maxsize=2)
def terms_of_accords(context: Context) -> tuple[Sentence, ...]:
    """The sentences and items by which a report tells, in its own voice, what an accord lays down.

    Args:
        context: The report.

    Returns:
        They in the order of the text.
    """
    leads = {passage.number: passage for passage in context.passages}
    found: list[Sentence] = []
    signed = False
    for passage in context.passages:
        block = passage.block
        signed = signed and block.kind == "item"
        if not passage.sentences:
            continue
        if block.speaker is None and block.kind == "item":
            lead = leads.get(block.lead) if block.lead is not None else None
            led = lead is not None and _leads_in(context, lead) and not is_thing_listed(passage, lead)
            found += [_behind_label(passage)] if led or _is_formal(passage) else []
        elif block.speaker is None and block.kind == "paragraph":
            found += _of_paragraph(context, passage)
        behind, signed = _behind_signing(context, passage, signed=signed)
        found += [sentence for sentence in behind if sentence not in found[-len(behind) :]]
    return tuple(found)


def _behind_signing(context: Context, passage: Passage, *, signed: bool) -> tuple[list[Sentence], bool]:
    """The sentences right behind one of a signing that tell what will be, and whether they go on to its last.

    "The two signed an agreement of nine points. Fighting will cease for sixty days."
    """
    found: list[Sentence] = []
    for sentence in passage.sentences:
        if _words().unsettled.search(sentence.text) or sentence.text.rstrip().endswith("?"):
            signed = False
        elif signed and _is_term(context, sentence):
            found.append(sentence)
        else:
            signed = tells_of_signing(sentence) or (signed and is_of_accord(sentence))
    return found, signed


def _is_term(context: Context, sentence: Sentence) -> bool:
    """Does it tell, of the parties or of nobody, what will be, on another matter than the talks?"""
    verbs = tuple(main_verbs(sentence.span.root))
    ahead = any(c.dep_ in {"aux", "auxpass"} and c.lower_ in {"will", "shall"} for v in verbs for c in v.children)
    at = offset_of(sentence.span.root)
    if not (ahead or is_to_be(context, sentence)) or context.is_said(at, at + 1):
        return False
    doing = {*holders_of_clause(context, sentence.span.root)}
    return doing <= {*_parties(context, sentence)} and issue_of_term(sentence) not in {None, "process"}


def _parties(context: Context, sentence: Sentence) -> tuple[str, ...]:
    return signatories(context, sentence) or main_sides(context)


def _is_formal(passage: Passage) -> bool:
    """Is an item an article of a text, which alone says "shall" of others ("Combatants shall be entitled to ...")?"""
    verbs = list(main_verbs(passage.sentences[0].span.root))
    aux = {c.lower_ for verb in verbs for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    own = any(c.dep_ == "nsubj" and c.lower_ in {"we", "i"} for verb in verbs for c in verb.children)
    return "shall" in aux and not own


def _behind_label(passage: Passage) -> Sentence:
    """The sentence of an item that tells what its label names ("**Return.** The displaced ...")."""
    first, *rest = passage.sentences
    return rest[0] if rest and len(first.text.split()) <= _LABEL_WORDS else first


def _leads_in(context: Context, lead: Passage) -> bool:
    """ "The main points:", "In the first, the parties agreed on:": of an accord, and not of one side's wishes."""
    if not lead.sentences:
        return False
    words, sentence = _words(), lead.sentences[-1]
    last = sentence.text[-_LEAD_CHARS:]
    told = words.lead.search(last) is not None and words.unsettled.search(last) is None
    at = sentence.span.root
    if leads_in_terms(context, lead):
        told = True
        if any(c.dep_ == "nsubj" and c.lower_ == "it" for c in at.children):
            return True  # "it provides for": the accord, whoever was named before
    owners = holders_of_clause(context, at)
    return told and (not owners or len(owners) > 1)


def _of_paragraph(context: Context, passage: Passage) -> Iterator[Sentence]:
    """The sentences under an accord, and those right behind one, or behind its signing, that tell what will be."""
    words, under, asked = _words(), False, False
    for sentence in passage.sentences:
        if sentence.text.rstrip().endswith("?"):
            under = asked = asks_what_was_agreed(sentence) or words.asks.search(sentence.text) is not None
            continue
        opens = words.under.search(sentence.text) is not None
        if words.unsettled.search(sentence.text):
            under = asked = False
            continue
        under = (opens or under) and (is_binding(context, sentence) or (asked and is_to_be(context, sentence)))
        if under or (says_a_term(sentence) and not authors_of(context)):
            yield sentence


def main_verbs(root: Token) -> Iterator[Token]:
    """The verb of a sentence and those joined to it.

    Args:
        root: The root of the sentence.

    Yields:
        Verbs, in the order of the text.
    """
    yield root
    yield from (c for c in root.children if c.dep_ == "conj" and c.pos_ in {"VERB", "AUX"})


def is_binding(context: Context, sentence: Sentence) -> bool:
    """Does a sentence say in the report's own words what is to come ("will", "shall", "is to", "may")?

    Args:
        context: The report.
        sentence: A sentence of it.
    """
    return any(_is_binding(context, verb) for verb in main_verbs(sentence.span.root))


def _is_binding(context: Context, verb: Token) -> bool:
    """ "will", "shall", "is to", "may": what is to come, in the report's own words."""
    at = offset_of(verb)
    if context.is_said(at, at + len(verb)) or authors_of(context):
        return False
    if any(c.dep_ in {"aux", "auxpass"} and c.lower_ in _words().binding for c in verb.children):
        return True
    to_be = any(c.dep_ == "xcomp" and any(g.tag_ == "TO" for g in c.children) for c in verb.children)
    return (verb.lemma_ == "be" and to_be) or _waits(verb)


def _waits(verb: Token) -> bool:
    """ "Prisoners go free once the Red Cross has a list": told in the present, of what waits for something."""
    if verb.tag_ not in {"VBP", "VBZ"} or any(c.dep_ in {"aux", "auxpass"} for c in verb.children):
        return False
    clauses = (c for c in verb.children if c.dep_ == "advcl")
    return any(m.lower_ in _WAITING for clause in clauses for m in clause.children if m.dep_ in {"mark", "advmod"})


def _bound(context: Context, sentence: Sentence) -> tuple[str, ...]:
    """Who has accepted it: the one who is to do it, where it is one of the parties, else all of them."""
    parties = _parties(context, sentence)
    root = sentence.span.root
    active = any(c.dep_ == "nsubj" for c in root.children)
    doing = holders_of_clause(context, root) if active and not says_a_term(sentence) else ()
    alone = tuple(party for party in parties if party in doing)
    return alone or (parties if len(parties) > 1 else ())
