"""What a second draft changed, what it would change, and why."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

__all__ = ["Act", "Change"]

#: added: new in the model, and marked. updated: a number that nobody had touched says what the news says. suggested: a
#: person wrote or took out what the news would change; it stays as that person has it. unsupported: a number that
#: nobody had touched is no longer borne out by any statement; it stays.
Act: TypeAlias = Literal["added", "updated", "suggested", "unsupported"]


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that the news changes or would change.

    Attributes:
        act: What became of it.
        place: Where in the model: ("parties", "North", "scores", "Capital", "Stays").
        before: What stands, or stood, there; "" for nothing.
        after: What the news says; "" for nothing.
        statements: Ids of the statements that bear it out.
    """

    act: Act
    place: tuple[str, ...]
    before: str = ""
    after: str = ""
    statements: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """It in one line: "suggested: parties / North / scores / Capital / Stays: [10, 40] -> [60, 90]"."""
        change = " -> ".join(each for each in (self.before, self.after) if each)
        return f"{self.act}: {' / '.join(self.place)}" + (f": {change}" if change else "")
