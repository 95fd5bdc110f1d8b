"""What differs between two models, place by place."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from goodoffices.weigh.model import Model
from goodoffices.weigh.model.yaml.tree import Tree, tree_of

__all__ = ["Differing", "differing"]

_LONGEST = 300
_SELDOM = frozenset({"drafted"})
"""Marks of drafts say nothing to people."""


class Differing(msgspec.Struct, frozen=True, kw_only=True):
    """One place at which two models differ; "" where one of them has nothing there."""

    place: tuple[str, ...]
    before: str
    after: str


def differing(before: Model, after: Model) -> tuple[Differing, ...]:
    """Compare two models."""
    return tuple(_between((), tree_of(before), tree_of(after)))


def _between(place: tuple[str, ...], before: Tree | None, after: Tree | None) -> Iterator[Differing]:
    if before == after or (place and place[-1] in _SELDOM):
        return
    if isinstance(before, dict) and isinstance(after, dict):
        for key in dict.fromkeys((*before, *after)):
            yield from _between((*place, key), before.get(key), after.get(key))
        return
    named_before, named_after = _named(before), _named(after)
    if named_before is not None and named_after is not None:
        for key in dict.fromkeys((*named_before, *named_after)):
            yield from _between((*place, key), named_before.get(key), named_after.get(key))
        return
    yield Differing(place=place, before=_words(before), after=_words(after))


def _named(tree: Tree | None) -> dict[str, Tree] | None:
    """A list of things that have names, by name."""
    if not isinstance(tree, list) or not all(isinstance(each, dict) for each in tree):
        return None
    names = [_name(each) for each in tree if isinstance(each, dict)]
    return dict(zip(names, tree, strict=True)) if len(set(names)) == len(names) else None


def _name(thing: dict[str, Tree]) -> str:
    return str(next((thing[each] for each in ("id", "name", "words", "party") if each in thing), thing))[:80]


def _words(tree: Tree | None) -> str:
    if tree is None:
        return ""
    text = _plain(tree)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"


def _plain(tree: Tree) -> str:
    if isinstance(tree, dict):
        said = {name: each for name, each in tree.items() if name not in _SELDOM}
        only = next(iter(said.values())) if set(said) <= {"value", "interval"} and len(said) == 1 else None
        return _plain(only) if only is not None else ", ".join(f"{name}: {_plain(each)}" for name, each in said.items())
    if isinstance(tree, list):
        return f"[{', '.join(_plain(each) for each in tree)}]"
    return str(tree)
