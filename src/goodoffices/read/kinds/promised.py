"""Promised: what one side says will be done, and which nobody else is to do, it offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .frames import frames
from .pair import main_sides

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context

__all__ = ["is_promised"]

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
    if speakers[0] not in main_sides(context) or any(c.dep_ == "agent" for c in verb.children):
        return False
    others = {context.roster.party(a) for t in thing.subtree for a in context.roster.at(t)} - {*speakers}
    return not others and thing.pos_ in {"NOUN", "PROPN"} and not context.roster.at(thing)
