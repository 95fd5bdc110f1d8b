"""Mutual: what two sides promise each other, each accepts, whatever the words that deny it them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..document import sentence_of
from .frames import frames
from .holders import speakers_of
from .pair import main_sides

if TYPE_CHECKING:
    from spacy.tokens import Token

    from goodoffices.record import Stance

    from ..context import Context

__all__ = ["agreed_by_us", "renounced"]

_EACH_OTHER = frozenset({"other", "another"})
_OURS = frozenset({"ourselves", "together", "us", "jointly"})


def renounced(verb: Token, parties: tuple[str, ...]) -> tuple[Stance, str] | None:
    """Read what two promise not to do to each other ("neither will use force against the other").

    Args:
        verb: A verb of what will not be.
        parties: Whose clause it is.

    Returns:
        That they accept it, and why; None also for what two deny each other ("neither will recognise the other").
    """
    if len(parties) < 2:  # noqa: PLR2004  a promise to each other takes two
        return None
    words = frames().courses
    harm = verb.lemma_.lower() in words["violence"] | words["harming"]
    forced = verb.lemma_.lower() in words["forcing"] and any(t.lemma_.lower() in words["force"] for t in verb.subtree)
    mutual = forced or (harm and any(t.lower_ in _EACH_OTHER for t in verb.subtree))
    return ("accepts", "what neither will do to the other") if mutual else None


def agreed_by_us(context: Context, verb: Token) -> tuple[str, ...]:
    """Name the sides of "we agreed that ..." in the mouth of one of the two that negotiate.

    Args:
        context: The report.
        verb: A verb of agreeing.

    Returns:
        Both sides; none where the speaker may mean his own alone ("we agreed to leave it to a reform").
    """
    ours = any(c.dep_ == "nsubj" and c.lower_ == "we" for c in verb.children)
    if verb.lemma_ != "agree" or not ours or verb.tag_ not in {"VBD", "VBN"}:
        return ()
    told = any(c.dep_ == "ccomp" or (c.dep_ == "prep" and c.lower_ in {"on", "with"}) for c in verb.children)
    past = verb.tag_ == "VBD" and not any(c.dep_ == "aux" for c in verb.children)
    shared = any(c.dep_ == "xcomp" and _is_shared(c) for c in verb.children)
    sides = main_sides(context) if (told and past) or shared else ()
    speakers = speakers_of(context, verb) if sides and not sentence_of(verb).text.rstrip().endswith("?") else ()
    return sides if {*speakers} & {*sides} else ()


def _is_shared(clause: Token) -> bool:
    """ "Not to speak to the press", "to keep it among ourselves": what binds all who agreed."""
    return any(c.dep_ == "neg" for c in clause.children) or any(t.lower_ in _OURS for t in clause.subtree)
