"""The matrix and the timeline: lists that are charts as well."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from goodoffices.brief import Brief
from goodoffices.brief.drawing import timeline_chart
from goodoffices.brief.model import Cell as MatrixCell
from goodoffices.brief.model import Matrix, MatrixRow, Timeline
from goodoffices.desk.tables import Table, grid, matrix_chart, to_png
from goodoffices.record import InputError

from .found import FoundFinding
from .frame import to_frame
from .listing import Listing
from .rich import table_html
from .saving import Place, saved

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["MatrixListing", "TimelineListing"]


class MatrixListing(Listing[MatrixCell]):
    """Who stands where: a row a party and issue. A notebook shows it with a column a party."""

    @property
    def grid(self) -> Table:
        """The same with a row an issue and a column a party."""
        return grid(self.table)

    def to_frame(self, *, wide: bool = False) -> pd.DataFrame:
        """Write it as a DataFrame; `wide` gives a row an issue and a column a party.

        Raises:
            InputError: If pandas is not installed.
        """
        return to_frame(self.grid if wide else self.table)

    def to_png(self, path: Place, *, width_px: int = 1_920, part: int = 1) -> None:
        """Draw it, the parties six at a time; needs ``goodoffices[pdf]``.

        Args:
            path: The file.
            width_px: Width of the picture, in pixels.
            part: Which six parties, from 1.

        Raises:
            InputError: If typst is not installed, there is no such part, or nothing can be written there.
        """
        parts = self._parts()
        if not 1 <= part <= len(parts):
            msg = f"there is no part {part}; the matrix has {len(parts)}"
            raise InputError(msg)
        chart = str(matrix_chart(parts[part - 1]))
        saved(to_png(chart, title=self.table.title, marking=self.table.marking, width_px=width_px), path)

    def _parts(self) -> list[Matrix]:
        """The parts of the brief's matrix, with the issues and parties that are left here."""
        kept = {(cell.issue, cell.party) for cell in self}
        issues, parties = ({pair[at] for pair in kept} for at in (0, 1))
        parts = [_cut(part, issues, parties) for part in _brief(self).matrices]
        return [part for part in parts if part.parties and part.rows]

    def _repr_html_(self) -> str:
        return table_html(self.grid)


def _cut(part: Matrix, issues: set[str], parties: set[str]) -> Matrix:
    places = [at for at, party in enumerate(part.parties) if party.id in parties]
    rows = (row for row in part.rows if row.issue in issues)
    return Matrix(tuple(part.parties[at] for at in places), tuple(_narrowed(row, places) for row in rows))


def _narrowed(row: MatrixRow, places: Sequence[int]) -> MatrixRow:
    return msgspec.structs.replace(row, cells=tuple(row.cells[at] for at in places))


class TimelineListing(Listing[FoundFinding]):
    """Meetings and events in order of time, unknown days last."""

    def to_png(self, path: Place, *, width_px: int = 1_920) -> None:
        """Draw it, a lane a track; needs ``goodoffices[pdf]``.

        Raises:
            InputError: If typst is not installed, nothing is left to draw, or nothing can be written there.
        """
        chart = timeline_chart(self._timeline())
        if chart is None:
            msg = "there is no meeting and no event to draw"
            raise InputError(msg)
        saved(to_png(str(chart), title=self.table.title, marking=self.table.marking, width_px=width_px), path)

    def _timeline(self) -> Timeline:
        kept = {finding.id for finding in self}
        whole = _brief(self).timeline
        meetings = tuple(view for view in whole.meetings if view.entry.id in kept)
        held = {view.track.id for view in meetings}
        return Timeline(
            tracks=tuple(track for track in whole.tracks if track.id in held),
            meetings=meetings,
            events=tuple(entry for entry in whole.events if entry.id in kept),
        )


def _brief(listing: MatrixListing | TimelineListing) -> Brief:
    brief = listing._ground.brief  # noqa: SLF001  both are lists of this room
    assert brief is not None  # noqa: S101  a matrix and a timeline are made from a brief
    return brief
