"""What the map page shows."""

from __future__ import annotations

import datetime as dt

import msgspec

from goodoffices.brief.watching.model import IncidentView
from goodoffices.record import Marking

from .borders import DisputedArea, View
from .furniture import GridLine, ScaleBar
from .ground import Ground
from .marks import Mark
from .names import PlacedName
from .tally import Tally

__all__ = ["AreaView", "CellView", "KindView", "LevelView", "Listed", "MapPage", "Sheet", "ZoneView"]


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """An incident that the page lists.

    Attributes:
        view: The incident.
        precision_km: It was within so many km of the point; None where unknown.
        latitude: Of the point, degrees north.
        longitude: Degrees east.
        others: Who else reports it, with links: other rows that tell of the same incident.
        cell: Finest cell; -1 for one outside the sheet.
        kind: Place in the tally's kinds.
        actor: Place in the tally's actors.
        span: Place in the tally's spans.
        x: Pixels to the right.
        y: Pixels down.
        ring: Radius of the circle within which it was, pixels; 0 where that is no larger than a mark.
    """

    view: IncidentView
    precision_km: float | None
    latitude: float
    longitude: float
    others: tuple[tuple[str, tuple[str, ...]], ...] = ()
    cell: int = -1
    kind: int = -1
    actor: int = -1
    span: int = -1
    x: float = 0.0
    y: float = 0.0
    ring: float = 0.0


class CellView(msgspec.Struct, frozen=True, kw_only=True):
    """A cell of the level that is drawn first: what its marks open.

    Attributes:
        id: Anchor of its list.
        title: Where it is: places that its incidents name, or degrees.
        count: How many incidents.
        kinds: How many of each, in words.
        marks: On the sheet.
        incidents: Those that the page lists, the latest first.
    """

    id: str
    title: str
    count: int
    kinds: tuple[tuple[str, int], ...]
    marks: tuple[Mark, ...]
    incidents: tuple[Listed, ...]


class ZoneView(msgspec.Struct, frozen=True, kw_only=True):
    """A zone.

    Attributes:
        id: Anchor of its row.
        name: For people.
        kind: Of zone_kinds.toml, or the file's own word.
        label: The same for people.
        dates: When it holds, in words; "" for always.
        valid_from: First day; None for always.
        valid_until: Last day.
        party: Whose it is said to be.
        buffer_km: How far it was widened.
        count: Incidents in it that are counted.
        path: On the sheet, "" where it does not reach there.
        line: Is it a line?
    """

    id: str
    name: str
    kind: str
    label: str
    dates: str
    valid_from: dt.date | None
    valid_until: dt.date | None
    party: str
    buffer_km: float
    count: int
    path: str
    line: bool


class KindView(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of incident in the legend.

    Attributes:
        name: Its name; "" for several together.
        label: For people.
        shape: Of its mark.
        colour: Class of its colour.
        count: How many.
    """

    name: str
    label: str
    shape: str
    colour: str
    count: int


class AreaView(msgspec.Struct, frozen=True, kw_only=True):
    """A disputed area that is seen.

    Attributes:
        area: What is known of it.
        drawn: The country as which it is drawn; "" where it is hatched.
    """

    area: DisputedArea
    drawn: str


class LevelView(msgspec.Struct, frozen=True, kw_only=True):
    """A level of cells, for the script.

    Attributes:
        across: Pixels across a cell; 0 for single places.
        of: For each finest cell its cell.
        x: Pixels.
        y: Pixels.
    """

    across: float
    of: list[int]
    x: list[float]
    y: list[float]


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """The drawing.

    Attributes:
        width: Pixels.
        height: Pixels.
        projection: Its name.
        bar: Its scale bar.
        grid: Meridians and parallels.
        ground: What lies under the marks.
        names: What is written on it.
        one: Radius of the mark of a single incident before it is raised to the least, pixels.
    """

    width: float
    height: float
    projection: str
    bar: ScaleBar
    grid: tuple[GridLine, ...]
    ground: Ground
    names: tuple[PlacedName, ...]
    one: float


class MapPage(msgspec.Struct, frozen=True, kw_only=True):
    """The map.

    Attributes:
        title: Of the page.
        marking: The most restricted of all that it rests on.
        generated: When it was written; None leaves it out.
        first: First day of the incidents.
        last: Last day.
        counted: Incidents on the sheet, each counted once.
        rows: Rows that tell of them and of those outside.
        borders: Whose borders are drawn.
        areas: Disputed areas that are seen.
        sheet: The drawing.
        tally: Numbers that can be filtered.
        levels: Cells, from the coarsest to the finest.
        level: The one that is drawn first.
        cells: Of that level.
        kinds: Legend.
        zones: Zones.
        listed: How many incidents are listed.
        imprecise: Incidents that are known to no better than the size of a mark, of those listed.
        outside: Incidents that lie outside the sheet, listed up to a number.
        outside_count: How many there are.
        placeless: Incidents without a place, which no map can show.
        own_file: The user's own ground; "" for none.
        own_left_out: Features of it that could not be drawn.
    """

    title: str
    marking: Marking | None
    generated: dt.datetime | None
    first: dt.date | None
    last: dt.date | None
    counted: int
    rows: int
    borders: View
    areas: tuple[AreaView, ...]
    sheet: Sheet
    tally: Tally
    levels: tuple[LevelView, ...]
    level: int
    cells: tuple[CellView, ...]
    kinds: tuple[KindView, ...]
    zones: tuple[ZoneView, ...]
    listed: int
    imprecise: int
    outside: tuple[Listed, ...]
    outside_count: int
    placeless: int
    own_file: str = ""
    own_left_out: int = 0
