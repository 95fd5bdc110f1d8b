"""From the ledger to the map page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from goodoffices.brief.watching.build.incidents import kind_label
from goodoffices.record import Marking
from goodoffices.watch.incidents import IncidentTable
from goodoffices.watch.ledger import Ledger
from goodoffices.watch.zones import Zone

from .borders import Borders, borders_of, country_name, disputed_areas
from .extent import extent_of
from .furniture import grid_lines, scale_bar
from .gathering import gather
from .ground import Ground, ground_of
from .listed import views_of
from .marks import several_label, sign_of, signs
from .model import AreaView, KindView, Listed, MapPage, Sheet
from .names import Name, place_names
from .own import read_own_ground
from .projection import Projection, projection_for
from .tally import Tally
from .window import Window, window_for
from .world import world
from .zoning import zone_names, zone_views

__all__ = ["SHOWN", "Choices", "map_page"]

SHOWN = 3000
"""Incidents that the page lists unless told otherwise."""

_WIDTH, _TALLEST = 1000.0, 860.0  # of the sheet, pixels
_OUTSIDE = 50  # incidents outside the sheet that are listed
_NAMED_PLACES = 14  # names of places that incidents bear
_NEAR_PIXELS = 40.0  # a place whose incidents lie farther apart is not written
_EPOCH = dt.date(1970, 1, 1)
_DAY_MINUTES = 24 * 60

Rows = NDArray[np.int64]


class Choices(msgspec.Struct, frozen=True, kw_only=True):
    """What the reader of the map chooses.

    Attributes:
        borders: Whose borders: one of `VIEWS`, or a GeoJSON file.
        base: The user's own ground, a GeoJSON file; None for none.
        shown: How many incidents are listed at most, one or more.
        kinds: Only these kinds; empty for all.
        since: First day; None: from the first.
        until: Last day; None: to the last.
    """

    borders: str = "none"
    base: Path | None = None
    shown: int = SHOWN
    kinds: tuple[str, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None


class _Placed(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """Rows of the ledger by where they are: on the sheet, outside, nowhere."""

    window: Window
    chosen: Rows
    seen: Rows
    outside: Rows

    @property
    def placeless(self) -> int:
        return len(self.chosen) - len(self.seen) - len(self.outside)


def map_page(
    ledger: Ledger,
    *,
    title: str,
    table: IncidentTable | None = None,
    zones: Iterable[Zone] = (),
    choices: Choices | None = None,
    marking: Marking | None = None,
    generated: dt.datetime | None = None,
) -> MapPage:
    """Make the map of a ledger.

    Args:
        ledger: The incidents; each that is counted is drawn once.
        title: Of the page.
        table: The incident table of the ledger, for texts, links and precisions.
        zones: The zones to be drawn.
        choices: What the reader chooses.
        marking: The most restricted of all that the page rests on.
        generated: When the page is written.

    Raises:
        InputError: The borders or the base are no file that can be read.
    """
    choices, zones = choices or Choices(), tuple(zones)
    borders, own = borders_of(choices.borders), read_own_ground(choices.base)
    placed = _placed(ledger, zones, choices)
    window = placed.window
    names_of = {zone.id: zone.name or zone.id for zone in zones}
    gathered = gather(ledger, placed.seen, window.projection, table=table, zones=names_of, most=choices.shown)
    drawn = zone_views(zones, window, ledger, placed.chosen)
    ground = ground_of(window, borders, own, read_own_ground(borders.file or None))
    names = [*ground.names, *zone_names(drawn), *_places(ledger, placed.seen, window.projection)]
    first, last = _days(ledger, placed.chosen)
    return MapPage(
        title=title,
        marking=marking,
        generated=generated,
        first=first,
        last=last,
        counted=len(placed.seen),
        rows=int(np.isin(ledger.clusters, ledger.clusters[placed.chosen]).sum()),
        borders=borders.view,
        areas=_areas(borders, ground),
        sheet=_sheet(window, ground, names, gathered.one),
        tally=gathered.tally,
        levels=gathered.levels,
        level=gathered.level,
        cells=gathered.cells,
        kinds=_legend(gathered.tally),
        zones=tuple(view for view, _ in drawn),
        listed=gathered.listed,
        imprecise=gathered.imprecise,
        outside=_outside(ledger, table, placed.outside),
        outside_count=len(placed.outside),
        placeless=placed.placeless,
        own_file=own.file,
        own_left_out=own.left_out,
    )


def _placed(ledger: Ledger, zones: tuple[Zone, ...], choices: Choices) -> _Placed:
    """Choose the rows, and find what the sheet shows of them. A point at 0 degrees north and east is no place."""
    rows = ledger.select(kinds=choices.kinds, since=_minute(choices.since, 0), before=_minute(choices.until, 1))
    placed = rows[(ledger.latitude[rows] != 0) | (ledger.longitude[rows] != 0)]
    longitude, latitude = ledger.longitude[placed], ledger.latitude[placed]
    projection = projection_for(extent_of(longitude, latitude, [zone.shape for zone in zones]), _WIDTH, _TALLEST)
    window = window_for(projection)
    x, y = projection.place(longitude, latitude)
    on = window.bounds.holds(longitude, latitude)
    on &= (x >= 0) & (y >= 0) & (x <= projection.width) & (y <= projection.height)
    return _Placed(window=window, chosen=rows, seen=placed[on], outside=placed[~on])


def _minute(day: dt.date | None, later: int) -> int | None:
    return None if day is None else ((day - _EPOCH).days + later) * _DAY_MINUTES


def _days(ledger: Ledger, rows: Rows) -> tuple[dt.date | None, dt.date | None]:
    if not len(rows):
        return None, None
    minutes = ledger.minutes[rows]
    first, last = (_EPOCH + dt.timedelta(days=int(each) // _DAY_MINUTES) for each in (minutes.min(), minutes.max()))
    return first, last


def _sheet(window: Window, ground: Ground, names: list[Name], one: float) -> Sheet:
    projection = window.projection
    return Sheet(
        width=projection.width,
        height=round(projection.height, 1),
        projection=projection.name,
        bar=scale_bar(projection),
        grid=tuple(grid_lines(window)),
        ground=msgspec.structs.replace(ground, names=()),
        names=tuple(place_names(names, projection.width, projection.height)),
        one=round(one, 3),
    )


def _areas(borders: Borders, ground: Ground) -> tuple[AreaView, ...]:
    known = [disputed_areas()[area] for area in ground.seen]
    owners = [borders.owners.get(area.id, "") for area in known]
    return tuple(
        AreaView(area=area, drawn=country_name(world(), owner) if owner else "")
        for area, owner in zip(known, owners, strict=True)
    )


def _outside(ledger: Ledger, table: IncidentTable | None, rows: Rows) -> tuple[Listed, ...]:
    latest = rows[np.argsort(-ledger.minutes[rows], kind="stable")][:_OUTSIDE]
    views = views_of(ledger, table, {}, latest)
    return tuple(views[int(row)] for row in latest)


def _legend(tally: Tally) -> tuple[KindView, ...]:
    """The kinds on the sheet, the most frequent first; those without a sign of their own share one."""
    made = []
    for name, count in zip(map(tally.kind_name, range(len(tally.kinds))), tally.of_kind(), strict=True):
        sign = sign_of(name)
        label = kind_label(name) or "kind unknown"
        made.append(KindView(name=name, label=label, shape=sign.shape, colour=sign.colour, count=count))
    several = sign_of("")
    own = [kind for kind in made if kind.name in signs()]
    rest = sum(kind.count for kind in made if kind.name not in signs())
    shared = KindView(name="", label=several_label(), shape=several.shape, colour=several.colour, count=rest)
    return (*own, shared) if made else ()


def _places(ledger: Ledger, rows: Rows, projection: Projection) -> list[Name]:
    """Names of the places that most incidents name, where these lie close together."""
    if not len(rows):
        return []
    counts = np.bincount(ledger.places.codes[rows], minlength=len(ledger.places.labels))
    made = []
    for code in np.argsort(-counts, kind="stable")[: _NAMED_PLACES * 2].tolist():
        words, mine = ledger.places.labels[code], rows[ledger.places.codes[rows] == code]
        if not words or not len(mine):
            continue
        x, y = projection.place(ledger.longitude[mine], ledger.latitude[mine])
        if max(float(np.std(x)), float(np.std(y))) <= _NEAR_PIXELS:
            middle = float(np.median(x)), float(np.median(y))
            made.append(Name(words=words[:40], x=middle[0], y=middle[1], kind="place", size=float(len(mine))))
    return made[:_NAMED_PLACES]
