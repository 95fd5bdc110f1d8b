"""Listed terms: items of a list that name by a noun what is to be done ("- Delivery of fuel to the hospitals")."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import MechanismKind

from ...document import Sentence
from .mention import Mention
from .naming import bare_name
from .standing import state_of
from .triggers import trigger_of
from .vocabulary import base

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["listed_in"]

_MOST_WORDS = 30
_NAME_WORDS = 6
_OF = frozenset({"of", "for"})


class _Term(msgspec.Struct, frozen=True, kw_only=True):
    """Nouns of doing with the words of what is done; see the data file."""

    kind: MechanismKind
    heads: frozenset[str]
    things: frozenset[str]
    """Any of them must stand in the item; empty where none need."""
    not_with: frozenset[str]


def listed_in(context: Context, sentence: Sentence, lead: str, named: frozenset[str]) -> Iterator[Mention]:
    """Find what an item of a list names by the noun that it begins with.

    Args:
        context: The report.
        sentence: One sentence of an item.
        lead: The words that lead to the list.
        named: Kinds of the arrangements that the item names otherwise; these say the same.
    """
    head = _head(sentence)
    if head is None:
        return
    words = {form for t in sentence.span for form in (t.lower_, t.lemma_.lower())}
    noun = base(head.text)
    for term in _terms():
        if term.kind in named or noun not in term.heads or words & term.not_with:
            continue
        if term.things and not words & term.things:
            continue
        state = state_of(bare_name(head), lead) if head.pos_ != "VERB" else "proposed"
        yield Mention(
            name=" ".join(sentence.span[head.i - sentence.span.start :].text.split()[:_NAME_WORDS]).rstrip(" .,;:"),
            noun=noun,
            kind=term.kind,
            words=frozenset({noun, *(words & term.things)}),
            evidence=sentence.evidence(),
            state=state,
            trigger=trigger_of(context, sentence, bare_name(head), sentence.end, state),
        )
        return


def _head(sentence: Sentence) -> Token | None:
    """The noun that an item without a verb of its own begins with, behind what only describes it."""
    span = sentence.span
    root = span.root if len(span) <= _MOST_WORDS else None
    if root is None:
        return None
    if any(c.dep_ in {"nsubj", "nsubjpass", "aux"} for c in root.children):
        return None
    if root.pos_ in {"NOUN", "PROPN"}:
        return root
    first = next((t for t in span if t.is_alpha), None)
    if first is None or first != root or first.i + 1 >= span.end:
        return None
    # "Release of ...", taken for a verb, and "Monitoring the truce"
    return root if first.nbor().lower_ in _OF or first.tag_ == "VBG" else None


@functools.cache
def _terms() -> tuple[_Term, ...]:
    text = resources.files("goodoffices.read.kinds").joinpath("data/mechanism_terms.toml").read_text(encoding="utf-8")
    return tuple(
        _Term(
            kind=entry["kind"],
            heads=frozenset(entry["heads"]),
            things=frozenset(entry.get("things", ())),
            not_with=frozenset(entry.get("not_with", ())),
        )
        for entry in tomllib.loads(text)["term"]
    )
