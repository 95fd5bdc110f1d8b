"""The incidents of a watch book: one file for each load, never changed, and a list of the loads.

So a view as of an earlier day is what had been loaded by then, with the content that the rows had then.
"""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import msgspec
import numpy as np

from goodoffices.record import content_id

from ..errors import WatchError
from ..incidents import IncidentTable, empty_table, load_incidents, merge_tables, write_incidents

__all__ = ["Load", "Loads"]


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
        merged = merge_tables(self.table(), table)
        revised = set(merged.revised)
        before = len(merged.table) - merged.added
        keep = [row for row, name in enumerate(table["id"]) if name in revised] if revised else []
        fresh = merged.table.take(slice(before, None))
        part = fresh if not keep else merge_tables(fresh, table.take(np.array(keep))).table
        load = Load(
            file=f"{len(self.loads) + 1:05d}.npz",
            source=source,
            known=known,
            rows=len(part),
            repeated=merged.repeated,
            revised=len(revised),
            rejected=rejected,
        )
        if len(part):
            self._keep(part, load)
        return load

    def _by(self, known: dt.datetime | None) -> list[Load]:
        return [load for load in self.loads if known is None or load.known <= known]

    def _keep(self, part: IncidentTable, load: Load) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_incidents(part, self._folder / load.file)
            with self._list.open("ab") as file:
                file.write(msgspec.json.encode(load) + b"\n")
                file.flush()
                os.fsync(file.fileno())
        except OSError as odd:
            fault = f"incidents cannot be kept there ({odd.strerror})"
            raise WatchError(fault, name=str(self._folder)) from odd
        self.loads.append(load)

    def _read(self) -> list[Load]:
        if not self._list.exists():
            return []
        found = []
        for number, line in enumerate(self._list.read_bytes().splitlines(), 1):
            try:
                found.append(msgspec.json.decode(line, type=Load))
            except msgspec.MsgspecError as odd:
                fault = f"is no load of incidents ({odd}); take the line out, and load the file again"
                raise WatchError(fault, name=str(self._list), line=number) from odd
        return found
