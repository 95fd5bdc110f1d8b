"""Keeping arms: an arrangement that a verb names ("weapons will be registered, stored and watched")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from goodoffices.record import MechanismState

from ...document import Sentence, offset_of
from ..saying import told_by
from .mention import Mention
from .naming import bare_name
from .triggers import trigger_of
from .vocabulary import base, mechanism_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["keepings_in"]

_CERTAIN = frozenset({"will", "shall"})


def keepings_in(context: Context, sentence: Sentence) -> Iterator[Mention]:
    """Find the keeping of arms that the verbs of a sentence name; the first of joined verbs stands for all.

    Args:
        context: The report.
        sentence: One sentence of it.
    """
    words = mechanism_words()
    for token in sentence.span:
        if token.pos_ != "VERB" or token.lemma_.lower() not in words.keeping or token.tag_ != "VBN":
            continue
        arms = next((c for c in token.children if c.dep_ == "nsubjpass" and base(c.text) in words.kept), None)
        modals = {c.lower_ for c in token.children if c.dep_ in {"aux", "auxpass"}}
        if arms is not None and modals & words.keeping_modals:
            yield _keeping(context, sentence, token, modals)
            return


def _keeping(context: Context, sentence: Sentence, verb: Token, modals: set[str]) -> Mention:
    state: MechanismState = "agreed" if modals & _CERTAIN else "proposed"
    at = offset_of(verb)
    return Mention(
        name="supervised storage of arms",
        noun="storage",
        kind="monitoring",
        words=frozenset({"storage", "arms"}),
        evidence=sentence.evidence(),
        state=state,
        trigger=trigger_of(context, sentence, bare_name(verb), sentence.end, state),
        said_by=told_by(context, at, at + len(verb)),
    )
