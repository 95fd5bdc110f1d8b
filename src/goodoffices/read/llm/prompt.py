"""What the model is told, and the report as a part of its own that cannot pass for an instruction."""

from __future__ import annotations

import datetime as dt
import functools
import hashlib
import tomllib
from collections.abc import Mapping
from importlib import resources

import msgspec

from goodoffices.record import issues, mechanisms, stances
from goodoffices.record.vocabulary import Term

from .answer import schema

__all__ = ["fenced", "instructions"]

_TAG = "report"


@functools.cache
def _texts() -> dict[str, str]:
    text = resources.files(__package__).joinpath("data/prompt.toml").read_text(encoding="utf-8")
    return {name: str(value).strip() for name, value in tomllib.loads(text).items()}


def _terms(vocabulary: Mapping[str, Term]) -> str:
    return "; ".join(f"{term.id} ({term.covers})" for term in vocabulary.values())


def _fill(template: str, **words: str) -> str:
    # str.format would read the braces of JSON as its own; a report goes in last, so that its own braces stay
    for name, word in words.items():
        template = template.replace("{" + name + "}", word)
    return template


@functools.cache
def instructions() -> str:
    """The instructions, the same for every report."""
    return _fill(
        _texts()["instructions"],
        issues=_terms(issues()),
        stances=_terms(stances()),
        mechanisms=_terms(mechanisms()),
        tag=f"{_TAG}-…",
        schema=msgspec.json.encode(schema()).decode(),
    )


def fenced(text: str, published: dt.date | None) -> str:
    """Write a part of a report as data between two lines that it cannot hold itself.

    Args:
        text: The characters of the report, sent as they are.
        published: Its day, or None.
    """
    # The tag is a hash of what it surrounds: nobody can write a text that holds its own hash.
    tag = f"{_TAG}-{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
    day = published.isoformat() if published else "an unknown day"
    return _fill(_texts()["data"], published=day, tag=tag, text=text)
