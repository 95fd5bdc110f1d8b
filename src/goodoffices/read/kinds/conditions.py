"""Conditions: "only if ...", "until ...", "contingent on ...", the words on which something depends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Condition", "condition_in", "conditions_in"]

_CUE = re.compile(
    r"\b(?P<cue>(?:but )?only (?:if|when|once|after)|if and only if|provided(?: that)?|providing(?: that)?|on (?:the )?condition that|"
    r"on (?:the )?understanding that|as long as|so long as|unless|until|contingent (?:up)?on|conditional (?:up)?on|"
    r"conditioned (?:up)?on|dependent (?:up)?on|depend(?:s|ed|ing)? (?:up)?on|subject to|linked to|tied to|in exchange for|"
    r"in return for|pending|once|if|insofar as|assuming(?: that)?|in the event (?:of|that)|"
    r"(?:only )?after|following|upon|as soon as|when|before|without|the day|within (?:\w+[ -]){1,3}of)\b",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"only|provided|providing|condition|understanding|as long as|so long as|unless|until|contingent|depend|subject to|"
    r"linked to|tied to|exchange|return|once|^if|pending|assuming|event|as soon as",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.;:!?]|, (?:and|but|while|which|who|he|she|it|they|the|a|said|says|according)\b|\bsaid\b|[\"”]")
_LONGEST = 240


class Condition(msgspec.Struct, frozen=True):
    """On what something depends: offsets of the words, the words, and whether the cue alone makes it a condition."""

    start: int
    end: int
    text: str
    cue: str
    strong: bool


def condition_in(text: str, start: int, end: int, *, weak: bool = False) -> Condition | None:
    """Find the first condition in ``text[start:end]``.

    Args:
        text: The report's text.
        start: Where to begin.
        end: Where to stop.
        weak: Take "after", "following", "upon", "when", "before" for conditions too, as they are of what is to come.
    """
    return next(conditions_in(text, start, end, weak=weak), None)


def conditions_in(text: str, start: int, end: int, *, weak: bool = False) -> Iterator[Condition]:
    """Find all conditions in ``text[start:end]``; see `condition_in`."""
    for match in _CUE.finditer(text, start, end):
        strong = _STRONG.search(match["cue"]) is not None
        if not strong and not weak:
            continue
        if match["cue"].lower() in {"if", "when"} and re.search(
            r"\b(even|as|what|ask(?:ed)?|know|say)\s*$", text[start : match.start()]
        ):
            continue
        stop = _STOP.search(text, match.end(), min(end, match.end() + _LONGEST))
        close = stop.start() if stop else min(end, match.end() + _LONGEST)
        words = text[match.start() : close].rstrip(" ,")
        if len(words.split()) > len(match["cue"].split()):
            yield Condition(match.start(), match.start() + len(words), words, match["cue"].lower(), strong)
