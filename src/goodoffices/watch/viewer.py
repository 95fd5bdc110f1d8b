"""For whom a watch book is opened: how restricted a thing they may see, and of which circles."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TypeAlias

import msgspec

from goodoffices.record import Marking
from goodoffices.record.circle import circle_names, walls_hold

__all__ = ["Audience", "Viewer", "viewer_of"]


class Viewer(msgspec.Struct, frozen=True):
    """Who looks.

    Attributes:
        marking: The most restricted marking that they may see.
        circles: The circles that they belong to, as names are compared.
        walled: Is what is confined to other circles kept from them? From all but the case's keepers.
    """

    marking: Marking = Marking.RED
    circles: tuple[str, ...] = ()
    walled: bool = False

    @classmethod
    def of(cls, marking: Marking, circles: Collection[str] = ()) -> Viewer:
        """An audience of a case: walls hold for all but RED with no circle."""
        return cls(marking, circle_names(circles), walls_hold(marking, circles))

    @property
    def keeps(self) -> bool:
        """Do they see all there is?"""
        return self.marking is Marking.RED and not self.walled

    def enters(self, circles: Iterable[str]) -> bool:
        """May they know what is confined to some circles? Anybody may, to none."""
        confined = tuple(circles)
        return not confined or not self.walled or bool(set(confined) & set(self.circles))

    def may_see(self, marking: Marking, circles: Iterable[str] = ()) -> bool:
        """May they see what bears a marking and is confined to some circles?"""
        return self.marking.may_see(marking) and self.enters(circles)

    def within(self, circles: Iterable[str]) -> tuple[str, ...]:
        """Of the circles of a thing those that they may be told of: their own, and all of them for the keepers."""
        return tuple(each for each in circles if not self.walled or each in self.circles)


Audience: TypeAlias = Marking | Viewer
"""For whom: a marking alone is an audience of no circle."""


def viewer_of(audience: Audience) -> Viewer:
    """Who an audience is."""
    return audience if isinstance(audience, Viewer) else Viewer.of(audience)
