"""What was not loaded, and why: a listed row, with what to do about it."""

from __future__ import annotations

import msgspec

__all__ = ["IncidentRejection", "shown"]

_SHOWN_CHARS = 80


class IncidentRejection(msgspec.Struct, frozen=True):
    """A row of a file that was not loaded; the rest was.

    Attributes:
        row: Number of the data row, 1 for the first one under the header (in GeoJSON and JSON: of the object).
        line: Line of the file on which the row starts, 1 for the first; 0 where the format has no lines.
        reason: What is wrong, with the value.
        suggestion: What would mend it; never done without being asked for. Empty where nothing is to be said.
        value: The offending value, cut to 80 characters.
    """

    row: int
    line: int
    reason: str
    suggestion: str = ""
    value: str = ""

    def __str__(self) -> str:
        """Say it in one line."""
        where = f"row {self.row}" + (f" (line {self.line})" if self.line else "")
        return f"{where}: {self.reason}" + (f"; {self.suggestion}" if self.suggestion else "")


def shown(value: object) -> str:
    """Cut a value to what a message can carry."""
    text = value if isinstance(value, str) else str(value)
    text = " ".join(text[: 4 * _SHOWN_CHARS].split())
    text = text.encode("utf-8", "replace").decode("utf-8")
    return text if len(text) <= _SHOWN_CHARS else text[: _SHOWN_CHARS - 1] + "…"
