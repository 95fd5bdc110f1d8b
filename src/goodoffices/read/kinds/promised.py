"""Promised: what one side says will be done, and which nobody else is to do, it offers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..document import sentence_of
from .frames import frames
from .holders import holders_of_clause, speakers_of
from .negation import is_negated
from .pair import main_sides
from .readings import Reading, claims_of_reading, clause_span, extent
from .turning import undoes

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from ..context import Context
    from .claims import Claim

__all__ = ["find_announced", "held_out", "is_promised"]

_LEAVING = frozenset(
    {"go", "move", "enter", "leave", "start", "begin", "help", "send", "share", "join", "host", "launch"}
    | {"end", "halt", "stop", "suspend", "cancel", "revoke", "cease"}
)
"""Verbs that tell of one's own course, or take a thing back, as often as they give."""


def is_promised(context: Context, verb: Token, speakers: tuple[str, ...]) -> bool:
    """Does one side say that a thing will be done ("the roadblocks would be lifted"), which nobody else is to do?

    Args:
        context: The report.
        verb: The verb of the clause, under "will" or "would".
        speakers: Who says it.
    """
    thing = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if thing is None or len(speakers) != 1 or verb.lemma_ not in frames().concede or verb.dep_ in {"relcl", "advcl"}:
        return False
    if undoes(verb):
        return False
    if speakers[0] not in main_sides(context) or any(c.dep_ == "agent" for c in verb.children):
        return False
    others = {context.roster.party(a) for t in thing.subtree for a in context.roster.at(t)} - {*speakers}
    return not others and thing.pos_ in {"NOUN", "PROPN"} and not context.roster.at(thing)


_GIVING_IN = frozenset({"surrender", "disarm", "defect", "demobilise", "demobilize", "desert"})
_LAYING = frozenset({"lay", "put", "hand", "give", "turn", "bring", "deliver", "drop", "renounce", "abandon", "bury"})
_ARMS = frozenset({"arm", "weapon", "gun", "rifle", "violence", "struggle"})
_PUNISHED = frozenset({"try", "prosecute", "jail", "punish", "face", "arrest", "kill", "stand", "hang", "intern"})


def find_announced(context: Context, doc: Doc) -> Iterator[Claim]:
    """Find what the sides of one parsed block say that they are giving ("announced that he was lifting the curfew").

    Args:
        context: The report.
        doc: The parse of the block.
    """
    for token in doc:
        if token.tag_ == "VBG" and token.pos_ == "VERB" and token.lemma_ in frames().concede and not is_negated(token):
            helped = any(c.dep_ == "aux" and c.lower_ in {"is", "are", "was", "were", "am"} for c in token.children)
            thing = any(c.dep_ == "dobj" for c in token.children)
            if not (helped and thing) or token.lemma_ in _LEAVING:
                continue
            speakers = speakers_of(context, token)
            own = tuple(p for p in holders_of_clause(context, token) if p in speakers)
            if own and {*own} <= {*main_sides(context)}:
                yield from claims_of_reading(
                    context, token, own, Reading("offers", "what is being done", extent(token))
                )


def held_out(context: Context, verb: Token) -> Iterator[Claim]:
    """Read what one side says those who give in may do ("fighters who lay down their arms could go home").

    Args:
        context: The report.
        verb: The verb of the clause, under "can", "could", "may" or "will".
    """
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    clauses = [c for c in subject.children if c.dep_ == "relcl"] if subject is not None else []
    if subject is None or not any(map(_gives_in, clauses)) or verb.lemma_ in _PUNISHED or is_negated(verb):
        return
    speakers = speakers_of(context, verb)
    own = {context.roster.party(a) for a in context.roster.at(subject)}
    if len(speakers) == 1 and speakers[0] in main_sides(context) and speakers[0] not in own:
        yield from claims_of_reading(
            context, verb, speakers, Reading("offers", "what is held out", clause_span(verb, sentence_of(verb)))
        )


def _gives_in(clause: Token) -> bool:
    things = {t.lemma_.lower() for t in clause.subtree}
    return clause.lemma_ in _GIVING_IN or (clause.lemma_ in _LAYING and bool(things & _ARMS))
