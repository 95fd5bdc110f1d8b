"""Signing told: behind a signature, or a question of what was agreed, what will be is what was signed."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources
from typing import TYPE_CHECKING

from .frames import frames
from .negation import is_negated

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context
    from ..document import Sentence

__all__ = ["asks_what_was_agreed", "is_of_accord", "is_to_be", "tells_of_signing"]

_SIGNING = frozenset({"sign", "initial", "conclude", "reach", "strike", "adopt", "endorse", "seal", "approve"})
_LONGEST = 90
"""Characters of the longest question that only asks what was agreed."""
_UNREAL = frozenset({"if", "unless", "whether", "until", "before", "once", "when", "nearly", "almost"})
_FREE = frozenset({"free", "home", "back"})
_MADE_UP = frozenset({"have", "be", "run", "comprise", "contain", "consist", "take", "enter", "come"})
"""Verbs by which a text is described, or takes effect."""
_OF_SIGNING = frozenset({"implementation", "ceremony", "signing", "signature"})
_MOVING = frozenset({"go", "come", "return"})


@functools.cache
def _asking() -> re.Pattern[str]:
    text = resources.files(__package__).joinpath("data/points.toml").read_text(encoding="utf-8")
    patterns = "|".join(tomllib.loads(text)["sections"]["agreed"])
    return re.compile(rf"\W*(?:and |so |but )?(?:{patterns})\W*\?\W*$", re.IGNORECASE)


def asks_what_was_agreed(sentence: Sentence) -> bool:
    """Is it a question, in the midst of a text, that the sentences behind it answer ("What was agreed?")?

    Args:
        sentence: A sentence of a report.
    """
    text = sentence.text.strip()
    return len(text) <= _LONGEST and _asking().match(text) is not None


def tells_of_signing(sentence: Sentence) -> bool:
    """Does it tell that an agreement was signed or reached ("last night both signed an agreement of nine points")?

    Args:
        sentence: A sentence of a report.
    """
    root = sentence.span.root
    return any(_signs(verb) for verb in (root, *(c for c in root.children if c.dep_ == "conj")))


def _signs(verb: Token) -> bool:
    if verb.lemma_ not in _SIGNING or verb.tag_ not in {"VBD", "VBN"} or is_negated(verb):
        return False
    if any(c.tag_ in {"MD", "TO"} or c.lower_ in _UNREAL for c in verb.children):
        return False
    things = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    things += [c for t in things for c in t.children if c.dep_ == "conj"]
    return any(t.lemma_.lower() in frames().accords and not _is_of_none(t) for t in things)


def _is_of_none(noun: Token) -> bool:
    """ "No agreement was reached", "three agreements", "an earlier accord"."""
    words = {c.lower_ for c in noun.children}
    return bool(words & {"no", "earlier", "previous", "first", "old", "former", "such", "any", "similar", "separate"})


def is_of_accord(sentence: Sentence) -> bool:
    """Does it only tell more of the accord itself ("It has nine articles", "Implementation began on Monday")?

    Args:
        sentence: The sentence behind one of a signing or a term.
    """
    root = sentence.span.root
    subject = next((c for c in root.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None:
        return False
    itself = subject.lower_ == "it" and root.lemma_ in _MADE_UP
    return itself or subject.lemma_.lower() in frames().accords | _OF_SIGNING


def is_to_be(context: Context, sentence: Sentence) -> bool:
    """Does it tell what will be in the present ("There is to be a dialogue", "prisoners go free once ...")?

    Args:
        context: The report.
        sentence: A sentence of it.
    """
    root = sentence.span.root
    if context.is_said(sentence.start, sentence.start + 1) or root.tag_ not in {"VBZ", "VBP", "VB"}:
        return False
    if root.lemma_ == "be":
        return any(c.dep_ in {"xcomp", "attr"} and any(g.tag_ == "TO" for g in c.children) for c in root.children)
    return root.lemma_ in _MOVING and any(c.lower_ in _FREE for c in root.children)
