"""Ids made of a provision's first words: "Withdrawal of all heavy weapons" is ``withdrawal-heavy-weapons``."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources

__all__ = ["Names", "slug"]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_WORDS = 4
_HEAD_CHARS = 400
_LONGEST_WORD = 24


def slug(words: str, number: str = "") -> str:
    """Make an id of words.

    Args:
        words: Plain words; the first four that carry meaning count.
        number: What to fall back on where there are no words.

    Returns:
        An id; "p" where there are neither words nor a number.
    """
    found = [word.lower().replace("'", "").replace("’", "") for word in _WORD.findall(words[:_HEAD_CHARS])]
    telling = [word for word in found if word not in _empty()] or found
    name = "-".join(word[:_LONGEST_WORD] for word in telling[:_WORDS])
    return name or "-".join(_WORD.findall(number)).lower() or "p"


@functools.cache
def _empty() -> frozenset[str]:
    table = tomllib.loads(resources.files(__package__).joinpath("data", "naming.toml").read_text(encoding="utf-8"))
    return frozenset(table["empty"]["words"])


class Names:
    """Gives each provision an id of its own.

    Args:
        taken: Ids that are written in the text, which no other may have.
    """

    def __init__(self, taken: set[str]) -> None:
        self._taken = set(taken)
        self._next: dict[str, int] = {}

    def give(self, words: str, number: str = "") -> str:
        """Make an id that nobody has: the second of the same words ends in ``-2``."""
        base = slug(words, number)
        name, count = base, self._next.get(base, 1)
        while name in self._taken:
            count += 1
            name = f"{base}-{count}"
        self._next[base] = count
        self._taken.add(name)
        return name
