"""The ground of the map: land, water, borders and what is disputed, as paths in pixels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
import numpy as np

from .borders import Borders, country_name, disputed_areas, spelt
from .edges import edges_of
from .names import Name, name_of
from .own import OwnGround
from .paths import path_of
from .window import Window
from .world import STEP, World, world

__all__ = ["Ground", "Hatched", "ground_of"]

_RIVER_SHEET_KM = 6000.0  # a wider sheet shows no rivers
_DEGREE_KM, _LAKE_PIXELS = 111.2, 6.0  # a lake that is smaller across is left out
_UNIT_SHEET_KM = 2600.0  # a wider one no first-order units


class Hatched(msgspec.Struct, frozen=True, kw_only=True):
    """A disputed area that is seen, and drawn as nobody's.

    Attributes:
        id: Of the area.
        path: Its outline.
    """

    id: str
    path: str


class Ground(msgspec.Struct, frozen=True, kw_only=True):
    """What lies under the marks.

    Attributes:
        land: Path of all land.
        lines: Paths by class: ``coast``, ``borders``, ``disputed``, ``units``, ``rivers``, ``own-lines``.
        fills: Paths by class: ``lakes``, ``own-areas``.
        hatched: Disputed areas.
        seen: Ids of all disputed areas that are seen, hatched or not.
        countries: Codes of the countries that are seen, with their names.
        names: What may be written on it.
    """

    land: str
    lines: dict[str, str]
    fills: dict[str, str]
    hatched: tuple[Hatched, ...]
    seen: tuple[str, ...]
    countries: dict[str, str]
    names: tuple[Name, ...]


class _Piece(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """Land of one owner as it is seen: a country, or ``~`` and a disputed area; its shape in pixels."""

    owner: str
    shape: Any
    areas: frozenset[str]

    @property
    def nobodys(self) -> bool:
        return self.owner.startswith("~")


def ground_of(window: Window, borders: Borders, own: OwnGround, drawn_borders: OwnGround) -> Ground:
    """Draw the ground.

    Args:
        window: What may be seen.
        borders: Whose borders are drawn.
        own: The user's own ground.
        drawn_borders: The user's own borders; empty where a named point of view was chosen.
    """
    base = world()
    rows = np.flatnonzero(window.seen(base.shapes))
    owners = [borders.owner(base, int(row)) for row in rows]
    pieces = list(_pieces(window, base, rows, owners))
    mine = bool(borders.file)
    hatched = () if mine else tuple(Hatched(id=p.owner[1:], path=path_of(p.shape)) for p in pieces if p.nobodys)
    names = [] if mine else list(_land_names(window, base, pieces, rows))
    return Ground(
        land="".join(path_of(piece.shape) for piece in pieces),
        lines=_lines(window, base, rows, owners, mine=mine)
        | {
            "own-lines": own.lines_on(window),
            "own-borders": drawn_borders.areas_on(window) + drawn_borders.lines_on(window),
        },
        fills={"lakes": _joined(window, _large(window, base.lakes)), "own-areas": own.areas_on(window)},
        hatched=hatched,
        seen=tuple(sorted(set().union(*(piece.areas for piece in pieces)))) if not mine else (),
        countries={p.owner: country_name(base, p.owner) for p in pieces if not p.nobodys},
        names=(
            *names,
            *_cities(window, base),
            *own.names_on(window, "own"),
            *drawn_borders.names_on(window, "country"),
        ),
    )


def _pieces(window: Window, base: World, rows: Any, owners: Sequence[str]) -> Iterable[_Piece]:  # noqa: ANN401  an array
    import shapely  # noqa: PLC0415  geometry is heavy

    sheet = shapely.box(0, 0, window.projection.width, window.projection.height)
    by_owner: dict[str, list[int]] = {}
    for row, owner in zip(rows, owners, strict=True):
        by_owner.setdefault(owner, []).append(int(row))
    for owner, mine in by_owner.items():
        shape = window.drawn(shapely.union_all(base.shapes[mine], grid_size=STEP))
        if shape.intersects(sheet):
            areas = {base.areas[row] for row in mine if base.areas[row]}
            yield _Piece(owner=owner, shape=shape, areas=frozenset(areas))


def _lines(window: Window, base: World, rows: Any, owners: Sequence[str], *, mine: bool) -> dict[str, str]:  # noqa: ANN401  an array
    edges = edges_of(base.shapes[rows], owners)
    sheet_km = window.projection.width / window.projection.pixels_per_km
    lines = {"coast": path_of(window.drawn(edges.coast))}
    if sheet_km < _RIVER_SHEET_KM:
        lines["rivers"] = _joined(window, base.rivers)
    if not mine:
        if sheet_km < _UNIT_SHEET_KM:
            lines["units"] = path_of(window.drawn(edges.units))
        lines["borders"] = path_of(window.drawn(edges.borders))
        lines["disputed"] = path_of(window.drawn(edges.disputed))
    return lines


def _joined(window: Window, shapes: Any) -> str:  # noqa: ANN401  an array of shapes
    return "".join(path_of(window.drawn(shape)) for shape in shapes[window.seen(shapes)])


def _large(window: Window, lakes: Any) -> Any:  # noqa: ANN401  arrays of shapes
    """Lakes that are large enough to be seen as such."""
    import shapely  # noqa: PLC0415  geometry is heavy

    west, south, east, north = shapely.bounds(lakes).T
    km = np.hypot((east - west) * np.cos(np.radians(north)), north - south) * _DEGREE_KM
    return lakes[km * window.projection.pixels_per_km > _LAKE_PIXELS]


def _land_names(window: Window, base: World, pieces: Iterable[_Piece], rows: Any) -> Iterable[Name]:  # noqa: ANN401  an array
    import shapely  # noqa: PLC0415  geometry is heavy

    sheet = (0, 0, window.projection.width, window.projection.height)
    for piece in pieces:
        words = disputed_areas()[piece.owner[1:]].name if piece.nobodys else country_name(base, piece.owner)
        name = name_of(shapely.clip_by_rect(piece.shape, *sheet), words, "area" if piece.nobodys else "country")
        yield from [name] if name else []
    if window.projection.width / window.projection.pixels_per_km > _UNIT_SHEET_KM / 2:
        return
    for row in rows:
        shape = shapely.clip_by_rect(window.drawn(base.shapes[row]), *sheet)
        name = None if base.areas[row] else name_of(shape, spelt(base.names[row]), "unit")
        yield from [name] if name else []


def _cities(window: Window, base: World) -> Iterable[Name]:
    for words, longitude, latitude in base.cities:
        if window.bounds.holds(np.array([longitude]), np.array([latitude]))[0]:
            x, y = window.projection.place(np.array([longitude]), np.array([latitude]))
            yield Name(words=spelt(words), x=float(x[0]), y=float(y[0]), kind="city")
