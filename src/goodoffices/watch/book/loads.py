"""The incidents of a watch book: one file for each load, never changed, and a list of the loads.

So a view as of an earlier day is what had been loaded by then, with the content that the rows had then.
"""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import IO

import msgspec
import numpy as np

from goodoffices.record import Marking, content_id, most_restricted

from ..errors import WatchError
from ..incidents import (
    IncidentRejection,
    IncidentTable,
    LabelColumn,
    empty_table,
    load_incidents,
    markings_in,
    merge_tables,
    release_keys,
    remarked,
    rows_by_circle,
    shown_to,
    write_incidents,
)
from ..incidents.circles import circles_in
from ..log.alone import alone
from ..viewer import Audience, Viewer, viewer_of
from .load import Load, load_of, release_of

__all__ = ["Load", "Loads", "of_own_circles"]


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

    def level(self, audience: Audience) -> Marking:
        """The most restricted marking of all rows that an audience may see."""
        return most_restricted(marking for marking, _ in self._entered(audience))

    def _entered(self, audience: Audience) -> set[tuple[Marking, tuple[str, ...]]]:
        """Each marking, with circles, that an audience may see of all loads: who sees the same sees the same rows."""
        viewer = viewer_of(audience)
        return {each for load in self.loads for each in load.borne if viewer.may_see(*each)}

    def key(self, known: dt.datetime | None = None, audience: Audience = Marking.RED) -> str:
        """A name for what had been loaded by an instant, as an audience sees it: the same loads, the same name."""
        loads = [(load.file, load.known) for load in self._by(known) if load.bears_on(audience)]
        anew = [load.file for load in self.loads if load.remarked and load.bears_on(audience)]
        named = (self.level(audience).value, loads, anew)
        if confined := sorted((m.value, circles) for m, circles in self._entered(audience) if circles):
            return content_id("l", (*named, confined))
        return content_id("l", named if anew or named[0] != Marking.CLEAR.value else loads)

    def table(self, known: dt.datetime | None = None, audience: Audience = Marking.RED) -> IncidentTable:
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
            for rows in rows_by_circle(part):
                some = part if len(rows) == len(part) else part.take(rows)
                whole = some if whole is None else merge_tables(whole, some).table
        return empty_table() if whole is None else whole

    def _marked_anew(self) -> dict[tuple[str, int, str], str]:
        """The markings of today of rows that were marked anew, by id, fingerprint and circles."""
        found: dict[tuple[str, int, str], str] = {}
        for load in self.loads:
            if load.remarked:
                part = load_incidents(self._folder / load.file)
                rows = zip(part["id"], part["fingerprint"].tolist(), part["circles"], part["marking"], strict=True)
                found |= {(name, mark, circles): marking for name, mark, circles, marking in rows}
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
        circles: tuple[str, ...] = (),
        loader: Viewer | None = None,
    ) -> Load:
        """Load a table: only rows that are new or changed are kept.

        Rows are compared with what whoever loads may know of, as far as circles go: what another circle has loaded
        neither takes rows from them nor shows in what came of it. A row without circles that stands there confined
        stays so, and one that corrects it is confined to the same.

        Args:
            table: What was read.
            source: The file it was read from.
            known: Now.
            rejected: Rows that could not be read.
            by: Who loads it.
            marking: Of rows that did not say it.
            circles: The same.
            loader: Who loads, as far as circles go; None for the case's keepers.

        Raises:
            WatchError: The folder cannot be written to.
        """
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with alone(self._list) as file:
                self.loads = self._read()  # somebody else may have loaded since
                begun = Load(file="", source=source, known=known, rejected=rejected, by=by, marking=marking)
                return self._add(file, table, msgspec.structs.replace(begun, circles=circles), loader)
        except OSError as odd:
            fault = f"incidents cannot be kept there ({odd.strerror}): nothing was loaded"
            raise WatchError(fault, name=str(self._folder)) from odd

    def _add(self, file: IO[bytes], table: IncidentTable, begun: Load, loader: Viewer | None) -> Load:
        base = self.table(None, _with_every_marking(loader))
        table = _kept_within(base, table)
        changed = np.zeros(len(table), dtype=bool)
        merges = []
        for rows in rows_by_circle(table):
            merged = merge_tables(base, table.take(rows))
            base, changed[rows] = merged.table, merged.changed
            merges.append(merged)
        part = table.take(np.flatnonzero(changed))
        former = tuple(dict.fromkeys(key for each in merges for key in each.former))
        load = msgspec.structs.replace(
            begun,
            file=self._free_name(),
            rows=len(part),
            repeated=sum(each.repeated for each in merges),
            revised=sum(len(each.revised) for each in merges),
            remarked=sum(each.remarked for each in merges),
            widened=sum(each.widened for each in merges),
            numbers=release_keys(part),
            former=former,
            markings=_by_rank({*markings_in(part["marking"]), *(release_of(key)[0] for key in former)}),
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
            if load_of(torn[whole:]) is None:
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
            load = load_of(line)
            if load is None and number < len(lines):
                fault = "is no load of incidents; take the line out, and load the file again"
                raise WatchError(fault, name=str(self._list), line=number)
            found += [load] if load else []
        return found


def _with_every_marking(loader: Viewer | None) -> Viewer:
    """Whoever loads, as if cleared for all that their circles may know."""
    return Viewer.of(Marking.RED) if loader is None else msgspec.structs.replace(loader, marking=Marking.RED)


def _kept_within(base: IncidentTable, table: IncidentTable) -> IncidentTable:
    """Confine rows that say nothing of circles as those of the same id that stand there: nothing opens by oversight."""
    if not any(base["circles"].labels):
        return table
    there = dict(zip(base["id"], base["circles"], strict=True))
    labels = [label or there.get(name, "") for name, label in zip(table["id"], table["circles"], strict=True)]
    return IncidentTable({name: table[name] if name != "circles" else LabelColumn.of(labels) for name in table})


def _by_rank(markings: set[Marking]) -> tuple[Marking, ...]:
    return tuple(sorted(markings, key=lambda marking: marking.rank))


def of_own_circles(
    table: IncidentTable, rejections: list[IncidentRejection], loader: Viewer
) -> tuple[IncidentTable, list[IncidentRejection]]:
    """Refuse rows that somebody would confine to circles to which they do not belong."""
    if not loader.walled:
        return table, rejections
    labels = table["circles"].labels or ("",)
    foreign = np.array([bool(set(circles_in(label)) - set(loader.circles)) for label in labels], dtype=bool)
    refused = foreign[table["circles"].codes] if len(table) else np.zeros(0, dtype=bool)
    if not refused.any():
        return table, rejections
    reason, suggestion = "names a circle to which you do not belong", "name one of your own, or none"
    rows = table["row"][refused].tolist()
    listed = [IncidentRejection(row, 0, reason, suggestion, "") for row in rows]
    return table.take(np.flatnonzero(~refused)), sorted([*rejections, *listed], key=lambda each: each.row)
