"""The vocabularies of the record: issues, stances, kinds of mechanism, read from a data file, not from code."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources

import msgspec

__all__ = ["Term", "issues", "mechanisms", "stances"]


class Term(msgspec.Struct, frozen=True):
    """One word of a vocabulary: its id, the label shown to people, what it covers, and the issue that it serves."""

    id: str
    label: str
    covers: str
    issue: str | None = None


@functools.cache
def _vocabulary(name: str) -> dict[str, Term]:
    text = resources.files(__package__).joinpath("data/vocabulary.toml").read_text(encoding="utf-8")
    return {key: Term(id=key, **entry) for key, entry in tomllib.loads(text)[name].items()}


def issues() -> dict[str, Term]:
    """The issues by id, in the order in which they are shown."""
    return _vocabulary("issues")


def stances() -> dict[str, Term]:
    """The stances by id, in the order in which they are shown."""
    return _vocabulary("stances")


def mechanisms() -> dict[str, Term]:
    """The kinds of mechanism by id, in the order in which they are shown."""
    return _vocabulary("mechanisms")
