"""The standing of a provision as people read it in the margin: "agreed by North, United Front on 2026-11-01"."""

from __future__ import annotations

import functools
import re

import msgspec

from goodoffices.draft.text import Attributes, Status, status_label
from goodoffices.draft.text.attributes import split_names
from goodoffices.record import InputError, parse_day

__all__ = ["read_standing", "written_standing"]


def written_standing(attributes: Attributes) -> str:
    """Write status, who agreed and when; "" where nothing is said of them."""
    words = [status_label(attributes.status)] if attributes.status else []
    if attributes.by:
        words.append("by " + ", ".join(f'"{name}"' if _needs_quotes(name) else name for name in attributes.by))
    if attributes.on:
        words.append(f"on {attributes.on.isoformat()}")
    return " ".join(words)


def read_standing(words: str, attributes: Attributes) -> Attributes | None:
    """Read a standing that somebody changed in Word.

    Args:
        words: What stands in the margin now.
        attributes: What the provision had.

    Returns:
        The attributes with that standing; None where the words are no standing.
    """
    found = _pattern().fullmatch(" ".join(words.split()))
    if not found:
        return None
    try:
        day = parse_day(found["on"], where="on") if found["on"] else None
    except InputError:
        return None
    status = next((each for each in Status if status_label(each) == (found["status"] or "").lower()), None)
    return msgspec.structs.replace(attributes, status=status, by=split_names(found["by"] or ""), on=day)


@functools.cache
def _pattern() -> re.Pattern[str]:
    labels = "|".join(sorted(map(re.escape, map(status_label, Status)), key=len, reverse=True))
    return re.compile(
        rf"[—–-]?\s?(?P<status>{labels})?(?:\s?\bby (?P<by>.+?))?(?:\s?\bon (?P<on>\d{{4}}-\d\d-\d\d))?", re.IGNORECASE
    )


def _needs_quotes(name: str) -> bool:
    return "," in name or " on " in name
