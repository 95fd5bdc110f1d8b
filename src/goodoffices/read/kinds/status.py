"""Issue status: what is said to be agreed, in progress, open or blocked, and who says so."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import TYPE_CHECKING, cast

from goodoffices.record import IssueState, IssueStatusContent, Statement

from .issues import issues_in

if TYPE_CHECKING:
    from ..context import Context

__all__ = ["find_status"]

_ORDER = ("blocked", "open", "agreed", "progress")


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    text = resources.files(__package__).joinpath("data/status.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return {
        status: re.compile(r"\b(?:" + "|".join(re.escape(p).replace(r"\*", r"\w*") for p in phrases) + r")\b", re.IGNORECASE)
        for status, phrases in data.items()
    }


def find_status(context: Context) -> Iterator[Statement]:
    """State each claim on how far the talks have come."""
    for sentence in context.sentences:
        if sentence.block.kind == "heading":
            continue
        text = sentence.text
        for status in _ORDER:
            match = _patterns()[status].search(text)
            if match is None:
                continue
            issue = next(iter(issues_in(text[match.end() :])), None) or next(iter(issues_in(text)), "process")
            start = sentence.start + match.start()
            speakers = context.said_by(start, sentence.start + match.end())
            yield context.state(
                IssueStatusContent(issue=issue, status=cast("IssueState", status), text=" ".join(text.split())),
                sentence.evidence(),
                said_by=speakers[0] if speakers else None,
                when=context.time_in(sentence.start, sentence.end),
                basis=f"phrase {match.group().lower()!r}",
            )
            break
