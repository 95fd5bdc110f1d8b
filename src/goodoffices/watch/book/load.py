"""One load of incidents, as it is kept and as an audience may be told of it."""

from __future__ import annotations

import datetime as dt
import re

import msgspec

from goodoffices.record import Marking

from ..incidents.circles import circles_in
from ..viewer import Audience, viewer_of

__all__ = ["Load", "load_of", "release_of"]

_FILE = re.compile(r"\d{5,9}\.npz")


class Load(msgspec.Struct, frozen=True, kw_only=True):
    """One load of incidents.

    Attributes:
        file: Where its rows are, in the folder.
        source: The file that was read.
        known: When it was loaded.
        rows: Rows that it brought: new ones and corrected ones.
        repeated: Rows that stood there already.
        revised: Rows whose content changed.
        rejected: Rows that could not be read.
        by: Who loaded them.
        markings: The markings that its rows bear, and those that rows bore which it marked anew.
        remarked: Rows that it marked anew: what they say is the same.
        marking: That of rows which did not say it, and so of the name of the file.
        numbers: How many of its rows bear each marking, and circles where there are any (as ``AMBER circle; circle``);
            empty where all may see all of them.
        circles: Those of rows which did not say any, and so of the name of the file.
        former: What rows bore which it marked anew, in the same words.
        widened: Rows that stood there for fewer circles.
    """

    file: str
    source: str
    known: dt.datetime
    rows: int = 0
    repeated: int = 0
    revised: int = 0
    rejected: int = 0
    by: str = ""
    markings: tuple[Marking, ...] = (Marking.CLEAR,)
    remarked: int = 0
    marking: Marking = Marking.CLEAR
    numbers: dict[str, int] = {}
    circles: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    widened: int = 0

    @property
    def borne(self) -> tuple[tuple[Marking, tuple[str, ...]], ...]:
        """Each marking, with circles, that its rows bear, or bore before it marked them anew."""
        if not any(" " in each for each in (*self.numbers, *self.former)):
            return tuple((marking, ()) for marking in self.markings)
        return tuple(map(release_of, dict.fromkeys((*self.numbers, *self.former))))

    def rows_for(self, audience: Audience) -> int:
        """How many rows it brought that an audience may see; 0 where it may not be told of the load."""
        viewer = viewer_of(audience)
        if not viewer.may_see(self.marking, self.circles):
            return 0
        numbers = self.numbers or {Marking.CLEAR.value: self.rows}
        return sum(number for key, number in numbers.items() if viewer.may_see(*release_of(key)))

    def bears_on(self, audience: Audience) -> bool:
        """Does it change anything that an audience sees?"""
        viewer = viewer_of(audience)
        return any(viewer.may_see(*each) for each in self.borne)


def release_of(key: str) -> tuple[Marking, tuple[str, ...]]:
    """The marking and circles that `release_keys` wrote."""
    marking, _, label = key.partition(" ")
    return Marking(marking), circles_in(label)


def load_of(line: bytes) -> Load | None:
    """The load that a line tells of; None where it tells of none."""
    try:
        load = msgspec.json.decode(line, type=Load)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None
    return load if _FILE.fullmatch(load.file) else None
