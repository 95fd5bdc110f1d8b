"""Names whose last word is a common noun, and which many write with it in small letters ("the Unity alliance")."""

from __future__ import annotations

__all__ = ["in_small_letters"]

_COMMON = frozenset(
    {"Forces", "Coalition", "Alliance", "Movement", "Party", "Brigade", "Brigades", "Militia", "Cartel"}
)
"""Last words of the names of groups that many write in small letters ("the Unity Alliance", "the Unity alliance")."""
_MANY = 2
"""Words of a name that are too few to tell which without a capital behind them."""


def in_small_letters(name: str) -> str | None:
    """The name with its last word in small letters, where that is a common noun and two words at least tell which."""
    words = name.split()
    if len(words) <= _MANY or words[-1] not in _COMMON or words[0].lower() in {"the", "national", "armed"}:
        return None
    return " ".join([*words[:-1], words[-1].lower()])
