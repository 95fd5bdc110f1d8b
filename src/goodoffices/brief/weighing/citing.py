"""Sources numbered as they are cited, so that a page can list each once."""

from __future__ import annotations

from .model import Origin

__all__ = ["Citations"]


class Citations:
    """The sources cited so far, in the order of their first citation."""

    def __init__(self) -> None:
        self._numbers: dict[Origin, int] = {}

    def number(self, origin: Origin) -> int:
        """The number of a source, from 1; 0 where the model gives none."""
        if not origin.given:
            return 0
        return self._numbers.setdefault(origin, len(self._numbers) + 1)

    @property
    def listed(self) -> tuple[tuple[int, Origin], ...]:
        """Every source cited so far, with its number."""
        return tuple((number, origin) for origin, number in self._numbers.items())
