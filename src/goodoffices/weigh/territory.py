"""Who gets which land under a package, and which claims it meets; also as GeoJSON, for a map."""

from __future__ import annotations

from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from .errors import WeighError
from .model import Area, Model
from .model.areas import counterclockwise

__all__ = ["Fate", "Holding", "Territory", "territory", "territory_geojson"]

Indices = NDArray[np.intp]


class Fate(msgspec.Struct, frozen=True, kw_only=True):
    """What becomes of one area.

    Attributes:
        area: The area.
        before: Who holds it without a deal, or None.
        after: Who has it under the package; more than one have it jointly. Empty where nobody does.
        unmet: The parties that claim it and do not get it.
    """

    area: Area
    before: str | None
    after: tuple[str, ...]
    unmet: tuple[str, ...]


class Holding(msgspec.Struct, frozen=True, kw_only=True):
    """What one party has of the areas; an area held jointly counts in equal parts.

    Attributes:
        party: Who.
        before_km2: What it holds without a deal.
        after_km2: What it has under the package.
        claimed_km2: What it claims.
        met: The share of that which it gets, in [0, 1]; None where it claims nothing.
    """

    party: str
    before_km2: float
    after_km2: float
    claimed_km2: float
    met: float | None


class Territory(msgspec.Struct, frozen=True, kw_only=True):
    """What a package does with land.

    Attributes:
        fates: One an area, in the order of the model.
        holdings: One a party, in the order of the model.
        unmeasured: Names of areas without a surface: they count for nothing in the holdings.
    """

    fates: tuple[Fate, ...]
    holdings: tuple[Holding, ...]
    unmeasured: tuple[str, ...]


def territory(model: Model, package: Indices) -> Territory:
    """Say who gets which area under a package, and what that makes of each claim.

    An area that no option of the package gives away stays with who holds it.

    Args:
        model: A described model with areas.
        package: ``(issues,)``, option indices.

    Raises:
        WeighError: If two options of the package give one area away differently.
    """
    given = _given(model, package)
    fates = tuple(_fate(area, given) for area in model.areas)
    return Territory(
        fates=fates,
        holdings=tuple(_holding(party.name, fates) for party in model.parties),
        unmeasured=tuple(area.name for area in model.areas if area.surface_km2 is None),
    )


def territory_geojson(model: Model, package: Indices) -> dict[str, Any]:
    """Write the areas under a package as a GeoJSON FeatureCollection (RFC 7946); those without an outline are left out.

    Raises:
        WeighError: If two options of the package give one area away differently.
    """
    return {
        "type": "FeatureCollection",
        "features": [_feature(fate) for fate in territory(model, package).fates if fate.area.outline],
    }


def _given(model: Model, package: Indices) -> dict[str, tuple[str, ...]]:
    """Area -> who gets it."""
    given: dict[str, tuple[str, ...]] = {}
    by: dict[str, str] = {}
    for issue, place in zip(model.issues, package, strict=True):
        option = issue.options[int(place)]
        for name in dict.fromkeys(name for names in option.gives.values() for name in names):
            to = tuple(party for party, names in option.gives.items() if name in names)
            if set(given.get(name, to)) != set(to):
                msg = (
                    f"{option.name!r} gives {name!r} to {' and '.join(to)}, and {by[name]!r} to "
                    f"{' and '.join(given[name])}: let a constraint keep the two apart"
                )
                raise WeighError(msg)
            given[name], by[name] = to, option.name
    return given


def _fate(area: Area, given: dict[str, tuple[str, ...]]) -> Fate:
    after = given.get(area.name, () if area.held_by is None else (area.held_by,))
    unmet = tuple(party for party in area.claimed_by if party not in after)
    return Fate(area=area, before=area.held_by, after=after, unmet=unmet)


def _holding(party: str, fates: tuple[Fate, ...]) -> Holding:
    before = sum(fate.area.surface_km2 or 0.0 for fate in fates if fate.before == party)
    after = {fate.area.name: (fate.area.surface_km2 or 0.0) / len(fate.after) for fate in fates if party in fate.after}
    claimed = [fate.area for fate in fates if party in fate.area.claimed_by]
    asked = sum(area.surface_km2 or 0.0 for area in claimed)
    got = sum(after.get(area.name, 0.0) for area in claimed)
    return Holding(
        party=party,
        before_km2=before,
        after_km2=sum(after.values()),
        claimed_km2=asked,
        met=got / asked if asked > 0 else None,
    )


def _feature(fate: Fate) -> dict[str, Any]:
    corners = fate.area.outline if counterclockwise(fate.area.outline) else fate.area.outline[::-1]
    ring = [list(corner) for corner in (*corners, corners[0])]
    return {
        "type": "Feature",
        "geometry": {"type": "Polygon", "coordinates": [ring]},
        "properties": {
            "name": fate.area.name,
            "before": fate.before,
            "after": list(fate.after),
            "claimed by": list(fate.area.claimed_by),
            "unmet": list(fate.unmet),
        },
    }
