"""Numbers, where they come from, and choices, as the plain data of a YAML file."""

from __future__ import annotations

from typing import TypeAlias, Union

from ..constraints import Choices
from ..numbers import Between, Exact, Number, Source, Spread, Unknown

__all__ = ["Fields", "Tree", "choices_tree", "number_tree", "plain", "source_tree"]

Tree: TypeAlias = Union[str, bool, int, float, "dict[str, Tree]", "list[Tree]"]
Fields: TypeAlias = "dict[str, Tree]"


def plain(value: float) -> int | float:
    """A whole number without its point."""
    return int(value) if value == int(value) and abs(value) < 1e15 else value  # noqa: PLR2004 - exact as a float


def source_tree(source: Source) -> Fields:
    """Write where something comes from."""
    fields: Fields = {}
    if source.statements:
        fields["sources"] = list(source.statements)
    for name, text in (("judged by", source.judged_by), ("note", source.note), ("drafted", source.drafted)):
        if text:
            fields[name] = text
    return fields


def number_tree(number: Number) -> Tree:
    """Write a number."""
    source = source_tree(number.source)
    match number:
        case Exact(value):
            return {"value": plain(value), **source} if source else plain(value)
        case Between(low, high):
            pair: Tree = [plain(low), plain(high)]
            return {"interval": pair, **source} if source else pair
        case Unknown():
            return {"value": "unknown", **source} if source else "unknown"
        case Spread(shape, parameters, within):
            fields: Fields = {shape: [plain(each) for each in parameters]}
            if within is not None:
                fields["within"] = [plain(each) for each in within]
            return {**fields, **source}


def choices_tree(choices: Choices) -> Fields:
    """Write options by issue."""
    return {issue: options[0] if len(options) == 1 else list(options) for issue, options in choices.items()}
