"""Broken accords: who revokes a treaty, scraps a pact or suspends a truce rejects what it lays down."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..document import sentence_of
from .claims import Claim, claim_issue
from .frames import frames
from .holders import holders_of_clause
from .negation import is_negated
from .readings import extent

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from ..context import Context

__all__ = ["find_broken_accords", "is_ended"]

_ENDING = frozenset(
    {"revoke", "terminate", "rescind", "scrap", "cancel", "end", "suspend", "abandon", "invalidate", "nullify", "void"}
    | {"axe", "discontinue", "freeze", "quit", "shred", "tear", "rip"}
)
"""Verbs of ending; of those that take a particle, "tear up" and "rip up"."""
_WITH_UP = frozenset({"tear", "rip"})
_BOUND = frozenset({"convention", "cooperation", "disarmament", "decommissioning", "demobilisation", "demobilization"})
"""What is undertaken, beside accords of all kinds."""
_UNREAL = frozenset({"if", "unless", "whether", "would", "could", "may", "might", "once", "until", "before", "should"})


def find_broken_accords(context: Context, doc: Doc) -> Iterator[Claim]:
    """Find the sides of one parsed block that are told to end an accord ("revoked the defence pact with France").

    Args:
        context: The report.
        doc: The parse of the block.
    """
    for token in doc:
        if token.lemma_.lower() in _ENDING and token.pos_ == "VERB" and _is_told(token):
            thing = _accord_of(token)
            if thing is not None:
                yield from _made(context, token, thing)


def is_ended(accord: Token) -> bool:
    """Is an accord the thing of a verb of ending? What it laid down, nobody is told to accept.

    Args:
        accord: The noun.
    """
    return accord.dep_ == "dobj" and accord.head.lemma_.lower() in _ENDING


def _accord_of(verb: Token) -> Token | None:
    if verb.lemma_.lower() in _WITH_UP and not any(c.dep_ == "prt" and c.lower_ == "up" for c in verb.children):
        return None
    known = frames().accords | _BOUND
    return next((c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in known), None)


def _is_told(verb: Token) -> bool:
    """Is it told as done or being done by its subject, and not as wished, supposed or laid at someone's door?"""
    words = {c.lower_ for c in verb.children if c.dep_ in {"aux", "mark", "advmod"}}
    blamed = verb.tag_ == "VBG" and verb.dep_ == "pcomp" and verb.head.lower_ != "by"
    if verb.lemma_ == "end" and verb.tag_ == "VBG":
        return False  # "announced that it was ending its truce": it may be to let a new one begin
    above = verb.head.lemma_.lower() if verb.dep_ == "xcomp" else ""
    return not (words & _UNREAL or "to" in words or blamed or above in frames().verbs or is_negated(verb))


def _made(context: Context, verb: Token, thing: Token) -> Iterator[Claim]:
    sentence = sentence_of(verb)
    if sentence.text.rstrip().endswith("?"):
        return
    start, end = extent(thing)
    issue = claim_issue(context.report.text[start:end], sentence, at=start) or "process"
    parties = holders_of_clause(context, verb)
    for party in parties if len(parties) == 1 else ():
        if context.roster.actors[party].kind in {"state", "group", "organisation"}:
            yield Claim(party, "rejects", start, end, issue, sentence, "ending an accord")
