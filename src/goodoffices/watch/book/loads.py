"""The incidents of a watch book: one file for each load, never changed, and a list of the loads.

So a view as of an earlier day is what had been loaded by then, with the content that the rows had then.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from pathlib import Path
from typing import IO

import msgspec
import numpy as np

from goodoffices.record import Marking, content_id, most_restricted

from ..errors import WatchError
from ..incidents import (
    IncidentTable,
    empty_table,
    load_incidents,
    markings_in,
    merge_tables,
    remarked,
    shown_to,
    write_incidents,
)
from ..log.alone import alone

__all__ = ["Load", "Loads"]

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
        numbers: How many of its rows bear each marking; empty where all may see all of them.
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

    def rows_for(self, audience: Marking) -> int:
        """How many rows it brought that an audience may see; 0 where it may not be told of the load."""
        if not audience.may_see(self.marking):
            return 0
        numbers = self.numbers or {Marking.CLEAR.value: self.rows}
        return sum(number for marking, number in numbers.items() if audience.may_see(Marking(marking)))

    def bears_on(self, audience: Marking) -> bool:
        """Does it change anything that an audience sees?"""
        return any(map(audience.may_see, self.markings))


class Loads:
    """The loads in a folder.

    Args:
        folder: Where they are; it is made with the first load.

    Raises:
        WatchError: The list of loads cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._list = folder / "loads.jsonl"
        self.loads = self._read()

    def level(self, audience: Marking) -> Marking:
        """The most restricted marking of all loads that an audience may see: those of one level see the same."""
        borne = {marking for load in self.loads for marking in load.markings}
        return most_restricted(marking for marking in borne if audience.may_see(marking))

    def key(self, known: dt.datetime | None = None, audience: Marking = Marking.RED) -> str:
        """A name for what had been loaded by an instant, as an audience sees it: the same loads, the same name."""
        loads = [(load.file, load.known) for load in self._by(known) if load.bears_on(audience)]
        anew = [load.file for load in self.loads if load.remarked and load.bears_on(audience)]
        named = (self.level(audience).value, loads, anew)
        return content_id("l", named if anew or named[0] != Marking.CLEAR.value else loads)

    def table(self, known: dt.datetime | None = None, audience: Marking = Marking.RED) -> IncidentTable:
        """The incidents that an audience may see, as they had been loaded by an instant; None: as they are now.

        What it may not see is left out before a later load corrects an earlier one, so that a restricted correction
        changes nothing for it. A row that was marked anew bears its marking of today, whatever the instant.
        """
        whole: IncidentTable | None = None
        anew = self._marked_anew()
        for load in self._by(known):
            if not load.bears_on(audience):
                continue
            part = load_incidents(self._folder / load.file)
            part = shown_to(remarked(part, anew) if anew else part, audience)
            whole = part if whole is None else merge_tables(whole, part).table
        return empty_table() if whole is None else whole

    def _marked_anew(self) -> dict[tuple[str, int], str]:
        """The markings of today of rows that were marked anew, by id and fingerprint."""
        found: dict[tuple[str, int], str] = {}
        for load in self.loads:
            if load.remarked:
                part = load_incidents(self._folder / load.file)
                rows = zip(part["id"], part["fingerprint"].tolist(), part["marking"], strict=True)
                found |= {(name, mark): marking for name, mark, marking in rows}
        return found

    def add(
        self,
        table: IncidentTable,
        *,
        source: str,
        known: dt.datetime,
        rejected: int,
        by: str = "",
        marking: Marking = Marking.CLEAR,
    ) -> Load:
        """Load a table: only rows that are new or changed are kept.

        Args:
            table: What was read.
            source: The file it was read from.
            known: Now.
            rejected: Rows that could not be read.
            by: Who loads it.
            marking: Of rows that did not say it.

        Raises:
            WatchError: The folder cannot be written to.
        """
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with alone(self._list) as file:
                self.loads = self._read()  # somebody else may have loaded since
                return self._add(
                    file, table, Load(file="", source=source, known=known, rejected=rejected, by=by, marking=marking)
                )
        except OSError as odd:
            fault = f"incidents cannot be kept there ({odd.strerror}): nothing was loaded"
            raise WatchError(fault, name=str(self._folder)) from odd

    def _add(self, file: IO[bytes], table: IncidentTable, begun: Load) -> Load:
        merged = merge_tables(self.table(), table)
        part = table.take(np.flatnonzero(merged.changed))
        load = msgspec.structs.replace(
            begun,
            file=self._free_name(),
            rows=len(part),
            repeated=merged.repeated,
            revised=len(merged.revised),
            remarked=merged.remarked,
            numbers=part["marking"].counts(),
            markings=_by_rank({*markings_in(part["marking"]), *merged.former}),
        )
        if len(part):
            self._keep(file, part, load)
        return load

    def _free_name(self) -> str:
        """A name that no load has; a file that a stopped load left behind is overwritten."""
        last = max((int(load.file.split(".")[0]) for load in self.loads), default=0)
        return f"{last + 1:05d}.npz"

    def _by(self, known: dt.datetime | None) -> list[Load]:
        return [load for load in self.loads if known is None or load.known <= known]

    def _keep(self, file: IO[bytes], part: IncidentTable, load: Load) -> None:
        """Write the rows, whole or not at all, and then the line that makes them count."""
        path = self._folder / load.file
        write_incidents(part, path)
        with path.open("rb+") as rows:
            os.fsync(rows.fileno())
        torn = self._list.read_bytes()
        if torn and not torn.endswith(b"\n"):
            whole = torn.rfind(b"\n") + 1
            if _load_of(torn[whole:]) is None:
                file.truncate(whole)  # what a stopped load had begun to write; nobody was told that it is there
            else:
                file.write(b"\n")
        file.write(msgspec.json.encode(load) + b"\n")
        file.flush()
        os.fsync(file.fileno())
        self.loads.append(load)

    def _read(self) -> list[Load]:
        try:
            lines = self._list.read_bytes().split(b"\n")
        except FileNotFoundError:
            return []
        except OSError as odd:
            fault = f"cannot be read ({odd.strerror})"
            raise WatchError(fault, name=str(self._list)) from odd
        found = []
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            load = _load_of(line)
            if load is None and number < len(lines):
                fault = "is no load of incidents; take the line out, and load the file again"
                raise WatchError(fault, name=str(self._list), line=number)
            found += [load] if load else []
        return found


def _by_rank(markings: set[Marking]) -> tuple[Marking, ...]:
    return tuple(sorted(markings, key=lambda marking: marking.rank))


def _load_of(line: bytes) -> Load | None:
    """The load that a line tells of; None where it tells of none."""
    try:
        load = msgspec.json.decode(line, type=Load)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None
    return load if _FILE.fullmatch(load.file) else None
