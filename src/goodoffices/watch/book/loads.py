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

from goodoffices.record import content_id

from ..errors import WatchError
from ..incidents import IncidentTable, empty_table, load_incidents, merge_tables, write_incidents
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
    """

    file: str
    source: str
    known: dt.datetime
    rows: int
    repeated: int
    revised: int
    rejected: int


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

    def key(self, known: dt.datetime | None = None) -> str:
        """A name for what had been loaded by an instant: the same loads, the same name."""
        return content_id("l", [(load.file, load.known) for load in self._by(known)])

    def table(self, known: dt.datetime | None = None) -> IncidentTable:
        """All incidents as they had been loaded by an instant; None: as they are now."""
        whole: IncidentTable | None = None
        for load in self._by(known):
            part = load_incidents(self._folder / load.file)
            whole = part if whole is None else merge_tables(whole, part).table
        return empty_table() if whole is None else whole

    def add(self, table: IncidentTable, *, source: str, known: dt.datetime, rejected: int) -> Load:
        """Load a table: only rows that are new or changed are kept.

        Args:
            table: What was read.
            source: The file it was read from.
            known: Now.
            rejected: Rows that could not be read.

        Raises:
            WatchError: The folder cannot be written to.
        """
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with alone(self._list) as file:
                self.loads = self._read()  # somebody else may have loaded since
                return self._add(file, table, source=source, known=known, rejected=rejected)
        except OSError as odd:
            fault = f"incidents cannot be kept there ({odd.strerror}): nothing was loaded"
            raise WatchError(fault, name=str(self._folder)) from odd

    def _add(self, file: IO[bytes], table: IncidentTable, *, source: str, known: dt.datetime, rejected: int) -> Load:
        merged = merge_tables(self.table(), table)
        revised = set(merged.revised)
        before = len(merged.table) - merged.added
        keep = [row for row, name in enumerate(table["id"]) if name in revised] if revised else []
        fresh = merged.table.take(slice(before, None))
        part = fresh if not keep else merge_tables(fresh, table.take(np.array(keep))).table
        load = Load(
            file=self._free_name(),
            source=source,
            known=known,
            rows=len(part),
            repeated=merged.repeated,
            revised=len(revised),
            rejected=rejected,
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


def _load_of(line: bytes) -> Load | None:
    """The load that a line tells of; None where it tells of none."""
    try:
        load = msgspec.json.decode(line, type=Load)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None
    return load if _FILE.fullmatch(load.file) else None
