"""Who looks at the inbox, and which of its jobs they may see."""

from __future__ import annotations

import msgspec

from goodoffices.desk.audience import Audience
from goodoffices.record import Marking

__all__ = ["Onlooker"]


class Onlooker(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who looks at what was handed in.

    Attributes:
        audience: For whom the case is shown.
        name: Of who looks, who sees what they handed in themselves however restricted it is; empty where they look at
            the case as somebody who may see less.
    """

    audience: Audience
    name: str = ""

    def condition(self) -> tuple[str, list[str]]:
        """Write which rows of `job` they may see, as SQL with question marks, and the values."""
        allowed = [each.value for each in Marking if self.audience.marking.may_see(each)]
        inside, circles = "1", list[str]()
        if self.audience.marking is not Marking.RED or self.audience.circles:
            circles = list(self.audience.circles)
            inside = f"(circle = '' OR circle IN ({_marks(circles)}))"
        sql = f"((marking IN ({_marks(allowed)}) AND {inside}) OR (by = ? AND by <> ''))"
        return sql, [*allowed, *circles, self.name]


def _marks(values: list[str]) -> str:
    return ",".join("?" * len(values))
