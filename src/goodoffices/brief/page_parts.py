"""What every page is put together from: templates that escape what they are given, and the texts of a package."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import resources
from typing import TYPE_CHECKING, Any

from .build.phrases import sentence_case

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["package_text", "page_templates"]


def package_text(room: str, path: str) -> str:
    """Read a text that a package carries: a style, a script."""
    return resources.files(room).joinpath(path).read_text(encoding="utf-8")


def page_templates(rooms: Sequence[str], shared: Mapping[str, Any]) -> Environment:
    """Make the templates of a page; a name that is not given is an error, never a gap.

    Args:
        rooms: Packages with a folder ``templates``; what the first has goes before what the next has.
        shared: Functions and data that all templates see.
    """
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined  # noqa: PLC0415  only HTML needs it

    env = Environment(
        loader=ChoiceLoader([PackageLoader(room, "templates") for room in rooms]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # jinja2 types its globals by their defaults alone, so they go in as one untyped mapping
    env.globals.update(shared)
    env.filters["sentence_case"] = sentence_case
    return env
