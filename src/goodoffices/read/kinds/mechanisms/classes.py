"""Classes: whole families of bodies, schemes, checks and grants by what they are for, where no narrower rule fits."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Sequence
from importlib import resources
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import MechanismKind

from .arranged import is_arranged
from .rule import Rule, any_of, base, rule_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["class_heads", "kind_by_class"]

_MOST_BEHIND = 14
_MOST_AROUND = 40


class _Class(msgspec.Struct, frozen=True, kw_only=True):
    """A rule with what stands around it; see `data/mechanism_classes.toml`."""

    rule: Rule
    near: re.Pattern[str] | None
    arranged: bool


@functools.cache
def class_heads() -> frozenset[str]:
    """The nouns with which these arrangements are named."""
    return frozenset(_classes())


def kind_by_class(token: Token, front: str, *, plural: bool, sought: bool) -> MechanismKind | None:
    """The kind of an arrangement by the class of its noun, the words of its phrase and what is done with it.

    Args:
        token: The head of the phrase.
        front: The words before it, as the rules compare them.
        plural: Whether the head is a plural.
        sought: Whether "a", "an" or "another" stands before it.
    """
    noun = base(token.text)
    classes = _classes().get(noun, ())
    if not classes:
        return None
    fore = f"{front} {_whose(token)}"
    behind = list(token.doc[token.i + 1 : min(token.right_edge.i + 1, token.i + _MOST_BEHIND)])
    rear = _forms(behind)
    for entry in classes:
        if not entry.rule.fits(noun, fore, rear, plural=plural, sought=sought):
            continue
        if entry.near is not None and entry.near.search(_around(token)) is None:
            continue
        if not entry.arranged or is_arranged(token):
            return entry.rule.kind
    return None


def _whose(token: Token) -> str:
    """The words of whose it is ("the compensation board's payments")."""
    owner = next((c for c in token.children if c.dep_ == "poss"), None)
    return (
        " ".join(base(t.text) for t in owner.subtree if t.is_alpha or t.text == "-").replace(" - ", "-")
        if owner is not None
        else ""
    )


def _forms(words: Sequence[Token]) -> str:
    """Base forms and lemmas; first the base forms in their order, so that phrases can be told."""
    return " ".join([*(base(t.text) for t in words), "|", *(t.lemma_.lower() for t in words)]).replace(" - ", "-")


def _around(token: Token) -> str:
    """The sentence, without the phrase's own noun."""
    first = max(token.sent.start, token.i - _MOST_AROUND)
    last = min(token.sent.end, token.i + _MOST_AROUND)
    return _forms([t for t in token.doc[first:last] if t.i != token.i])


@functools.cache
def _classes() -> dict[str, tuple[_Class, ...]]:
    text = resources.files("goodoffices.read.kinds").joinpath("data/mechanism_classes.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    found: dict[str, tuple[_Class, ...]] = {}
    for entry in data["class"]:
        near = any_of(entry["near"]) if "near" in entry else None
        one = _Class(rule=rule_of(entry, data["heads"]), near=near, arranged=entry.get("arranged", False))
        for head in one.rule.heads:
            found[head] = (*found.get(head, ()), one)
    return found
