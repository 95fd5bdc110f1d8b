"""A made-up ledger for the tests of the map: around four places, some imprecise, some told twice, some astray."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from goodoffices.watch.incidents import IncidentTable
from goodoffices.watch.ledger import Ledger, ledger_of
from goodoffices.watch.zones import ZoneSet, locate, read_zones

sys.path.append(str(Path(__file__).parents[1] / "watch"))  # the tables of the watch room's tests

from watch_tables import table_of

KINDS = ("shelling", "drone_strike", "clash", "mine", "civilians", "access", "property", "stone_throwing")
PLACES = {"Vesk": (48.0, 37.8), "Orl": (49.9, 36.2), "Tamin": (46.6, 32.6), "Karsk": (47.8, 35.1)}
HOSTILE = "</script><script>alert(1)</script> & <b>bold</b>"


def made(count: int = 400, seed: int = 7) -> tuple[IncidentTable, Ledger]:
    """A table and its ledger; ten rows tell again of what others tell, three lie far away and one nowhere."""
    draw = np.random.default_rng(seed)
    names = list(PLACES)
    where, kind = draw.choice(4, count), draw.choice(len(KINDS), count)
    centres = np.array([PLACES[name] for name in names])
    latitude = centres[where, 0] + draw.normal(0, 0.2, count)
    longitude = centres[where, 1] + draw.normal(0, 0.25, count)
    latitude[:4], longitude[:4] = [40.7, -33.0, 1.3, 0.0], [-74.0, 151.0, 103.8, 0.0]
    minutes = (draw.random(count) * 120 * 1440).astype("timedelta64[m]")
    times = np.datetime64("2026-01-05T00:00") + minutes
    table = table_of(
        [(f"i{n}", KINDS[kind[n]], str(times[n])) for n in range(count)],
        latitude=latitude,
        longitude=longitude,
        place=[names[n] for n in where],
        actor=[("North", "South", "")[n % 3] for n in range(count)],
        source=[("Mission", "Hotline", "Paper")[n % 3] for n in range(count)],
        source_url=["javascript:alert(1)" if n == 4 else f"https://example.org/{n}" for n in range(count)],
        text=[HOSTILE if n == 5 else f"Residents of {names[where[n]]} heard it, report {n}." for n in range(count)],
        precision_km=[25.0 if n % 9 == 0 else np.nan for n in range(count)],
    )
    clusters = np.arange(count)
    clusters[30:40] = clusters[20:30]
    return table, ledger_of(table, None, clusters)


def zones_in(folder: Path) -> ZoneSet:
    """Three zones: an area with dates, a line, a point."""
    file = folder / "zones.geojson"
    file.write_text(
        """{"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"name": "North buffer", "kind": "buffer_zone", "valid_from": "2026-02-01",
         "valid_until": "2026-03-15"}, "geometry": {"type": "Polygon",
         "coordinates": [[[35.2, 49.6], [37.4, 49.6], [37.4, 50.4], [35.2, 50.4], [35.2, 49.6]]]}},
        {"type": "Feature", "properties": {"name": "Line of contact", "kind": "line_of_contact"}, "geometry":
         {"type": "LineString", "coordinates": [[33, 46.6], [35.3, 47.5], [38.1, 48.9]]}},
        {"type": "Feature", "properties": {"name": "Gate 4", "kind": "crossing"}, "geometry":
         {"type": "Point", "coordinates": [36.9, 47.9]}}]}""",
        encoding="utf-8",
    )
    return read_zones(file)


def zoned(table: IncidentTable, zones: ZoneSet) -> Ledger:
    """The ledger of a table with its zones."""
    return ledger_of(table, locate(table, zones))
