"""What provisions are called in messages: "8", "Article 5(2)", "2(a)(i)", or their first words."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from .vocabulary import marker_words, one_of

__all__ = ["Numbered", "call_provisions", "number_provisions"]

_FIRST_CHARS = 40
_PARTS = range(1, 5)
"""Ranks of the labels whose points may be numbered on and on: parts, titles, chapters, sections."""


class Numbered(Protocol):
    """What has a number, and stands under another."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def number(self) -> str:
        """As the text numbers it."""

    @property
    def parent(self) -> str:
        """Id of what it stands under."""

    @property
    def heading(self) -> str:
        """The words of its heading."""


def number_provisions(provisions: Iterable[Numbered]) -> dict[str, str]:
    """Write each number with those above it; one that holds them already ("2.1", "Article 5") comes first.

    Where the points are numbered on from part to part, a point is called "8", and not "Part II(8)".

    Args:
        provisions: In the order of the text.

    Returns:
        By id; "" for those without a number.
    """
    by_id = {each.id: each for each in provisions}
    inner = Counter(each.number for each in by_id.values() if _is_part(by_id.get(each.parent)))
    found: dict[str, str] = {}
    for each in by_id.values():
        above = by_id.get(each.parent)
        whole = "." in each.number or " " in each.number
        runs_on = each.number.isdigit() and inner[each.number] == 1 and _is_part(above)
        prefix = "" if above is None or whole or runs_on else _prefix(above, found, by_id)
        found[each.id] = f"{prefix}({each.number})" if prefix and each.number else each.number
    return found


def _prefix(above: Numbered, found: Mapping[str, str], by_id: Mapping[str, Numbered]) -> str:
    """The number above; past those that have none."""
    seen = set()
    while not above.number and above.parent in by_id and above.id not in seen:
        seen.add(above.id)
        above = by_id[above.parent]
    return found.get(above.id, above.number)


def _is_part(provision: Numbered | None) -> bool:
    return provision is not None and bool(_part().match(provision.number))


@functools.cache
def _part() -> re.Pattern[str]:
    words = [word for label in marker_words()["label"] if label["rank"] in _PARTS for word in label["words"]]
    return re.compile(rf"(?:{one_of(words)})(?:\W|$)", re.IGNORECASE)


def call_provisions(provisions: Iterable[Numbered], words: Callable[[str], str]) -> dict[str, str]:
    """Name each provision: by its number as `number_provisions` writes it, else by its first words in quotation marks.

    Args:
        provisions: In the order of the text.
        words: Gives the own words of a provision, by its id.

    Returns:
        By id; the id itself where there is nothing else.
    """
    listed = tuple(provisions)
    numbers = number_provisions(listed)
    return {each.id: numbers[each.id] or _quoted(each.heading or words(each.id)) or each.id for each in listed}


def _quoted(words: str) -> str:
    plain = " ".join(words[: 4 * _FIRST_CHARS].split())
    if len(plain) > _FIRST_CHARS:
        plain = plain[:_FIRST_CHARS].rsplit(" ", 1)[0].rstrip(",;:") + " ..."
    return f"“{plain}”" if plain else ""
