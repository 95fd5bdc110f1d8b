"""How well reports of one incident are linked: precision and recall over pairs of reports.

    python bench/watch_duplicates.py [--viina FILE] [--rows 1000000]

1. VIINA strike reports (``--viina``; by default ../shared/watching/viina-2022.csv where it is there). Known clusters:
   rows of one link and one text. The weights were set while looking at the whole file.
2. Generated reports: incidents at random places and days, each told by one to four sources with the point moved within
   its precision, the day shifted by up to one, other words and other spellings. Three densities, two layouts, with and
   without texts; seeds not used for setting the weights.
3. Seconds for ``--rows`` generated reports.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import math
import random
import tempfile
import time
from pathlib import Path

import numpy as np

from goodoffices.watch.duplicates import duplicate_pairs, link_duplicates
from goodoffices.watch.duplicates.wording import plain_text
from goodoffices.watch.incidents import IncidentTable, read_incidents

_VIINA = Path(__file__).resolve().parents[2] / "shared" / "watching" / "viina-2022.csv"
_KINDS = {
    "shelling": ["shelling", "artillery fire", "mortar fire", "bombardment"],
    "drone strike": ["drone strike", "UAV attack", "unmanned aircraft attack", "kamikaze drone hit"],
    "airstrike": ["air strike", "aerial bombing", "bombs dropped by aircraft", "air raid"],
    "armed clash": ["armed clash", "firefight", "exchange of gunfire", "skirmish"],
    "mine": ["landmine blast", "mine explosion", "vehicle on a mine", "booby trap"],
}
_TARGETS = {
    "school": ["a school", "a school building", "classrooms"],
    "depot": ["an ammunition depot", "an ammo dump", "a weapons store"],
    "bridge": ["a bridge", "the river crossing", "a road bridge"],
    "house": ["a dwelling", "two houses", "a residential building"],
    "post": ["a checkpoint", "an army post", "a guard post"],
    "power": ["a substation", "power lines", "the electricity grid"],
}
_FRAMES = [
    "{kind} hits {target} near {place}, {harm}",
    "{harm} after {kind} against {target} in {place}",
    "Officials say {kind} struck {target} at {place}; {harm}",
    "Residents of {place} report {kind}. It damaged {target}, {harm}",
    "{place}: {kind}, {target} damaged, {harm} according to the mayor",
]
_HARM = [
    ["nobody hurt", "no casualties", "no injuries reported"],
    ["one dead", "one person killed", "a man died"],
    ["three dead", "three killed", "three people died"],
]
_SYLLABLES = ["ka", "no", "vi", "bel", "or", "sta", "gor", "ly", "man", "tes", "dra", "pol", "zhy", "ter", "ves", "hra"]
_EXCHANGED = [("y", "i"), ("h", "g"), ("k", "c"), ("ei", "ey"), ("o", "a")]


def main() -> None:
    """Print precision and recall, and the time for a large table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--viina", type=Path, default=_VIINA)
    parser.add_argument("--rows", type=int, default=0)
    settings = parser.parse_args()
    if settings.viina.exists():
        _viina(settings.viina)
    for density in (2, 14, 60):
        for layout in ("generic", "acled"):
            for texts in (True, False):
                _generated(365 * density, density, layout, seed=100 + density, texts=texts)
    if settings.rows:
        _quick(settings.rows)


def _viina(path: Path) -> None:
    table, _ = read_incidents(path)
    gold = [
        f"{plain_text(link)}|{plain_text(text)}" if text else str(row)
        for row, (link, text) in enumerate(zip(table["source_url"], table["text"], strict=True))
    ]
    even = table["earliest"].astype("datetime64[D]").astype(int) % 2 == 0
    for name, rows in {"even days": even, "odd days": ~even, "all days": even | ~even}.items():
        kept = np.flatnonzero(rows)
        _print(f"{path.name}, {name}", table.take(kept), [gold[row] for row in kept])


def _generated(incidents: int, a_day: int, layout: str, seed: int, *, texts: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "generated.csv"
        gold = write_reports(path, incidents, layout, seed, texts=texts)
        table, rejections = read_incidents(path)
        assert not rejections, rejections[0]
        words = "with texts" if texts else "no texts"
        _print(f"generated, {a_day} a day, {layout}, {words}", table, [gold[row - 1] for row in table["row"]])


def _print(name: str, table: IncidentTable, gold: list[object]) -> None:
    clusters = link_duplicates(table)
    precision, recall = pair_quality(gold, clusters)
    pairs = duplicate_pairs(table)
    true = len(set(gold))
    print(
        f"{name}: {len(table):,} reports of {true:,}, {int(clusters.max()) + 1:,} found; "
        f"P {precision:.3f} R {recall:.3f}; {int(pairs.look.sum()):,} pairs to look at"
    )


def pair_quality(gold: list[object], clusters: np.ndarray) -> tuple[float, float]:
    """Give precision and recall over pairs of rows."""
    known = np.unique([str(name) for name in gold], return_inverse=True)[1]
    both = _pairs(known.astype(np.int64) * (int(clusters.max()) + 1) + clusters)
    return both / max(_pairs(clusters), 1), both / max(_pairs(known), 1)


def _pairs(labels: np.ndarray) -> int:
    sizes = np.unique(labels, return_counts=True)[1]
    return int((sizes * (sizes - 1) // 2).sum())


def write_reports(path: Path, incidents: int, layout: str, seed: int, *, texts: bool = True) -> list[int]:
    """Write generated reports, shuffled; give the incident of each row."""
    chance = random.Random(seed)  # noqa: S311  made-up data
    towns = [
        ("".join(chance.choices(_SYLLABLES, k=3)).title(), 44 + 8 * chance.random(), 22 + 18 * chance.random())
        for _ in range(400)
    ]
    rows: list[tuple[int, dict[str, object]]] = []
    for incident in range(incidents):
        place, north, east = chance.choice(towns)
        told = {
            "place": place,
            "day": dt.date(2024, 1, 1) + dt.timedelta(days=chance.randrange(365)),
            "kind": chance.choice(list(_KINDS)),
            "target": chance.choice(list(_TARGETS)),
            "harm": chance.randrange(3),
            "north": north + chance.gauss(0, 0.03),
            "east": east + chance.gauss(0, 0.04),
        }
        for _ in range(chance.choices([1, 2, 3, 4], weights=[5, 3, 1, 1])[0]):
            rows.append((incident, _report(told, len(rows), layout, chance, texts=texts)))
    chance.shuffle(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0][1]))
        writer.writeheader()
        writer.writerows(row for _, row in rows)
    return [incident for incident, _ in rows]


def _report(told: dict, number: int, layout: str, chance: random.Random, *, texts: bool) -> dict[str, object]:
    precision = 5.0 if layout == "acled" else chance.choice([1.0, 2.0, 5.0])
    angle, away = chance.random() * 2 * math.pi, precision * math.sqrt(chance.random())
    latitude = told["north"] + away * math.sin(angle) / 111.2
    longitude = told["east"] + away * math.cos(angle) / (111.2 * math.cos(math.radians(told["north"])))
    day = told["day"] + dt.timedelta(days=chance.choice([0, 0, 0, 1]))
    kind = chance.choice(_KINDS[told["kind"]])
    place = _spelled(told["place"], chance)
    text = chance.choice(_FRAMES).format(
        kind=kind, target=chance.choice(_TARGETS[told["target"]]), place=place, harm=chance.choice(_HARM[told["harm"]])
    )
    text = text if texts else ""
    point = {"latitude": f"{latitude:.5f}", "longitude": f"{longitude:.5f}"}
    outlet = f"Outlet {chance.randrange(40)}"
    if layout == "acled":
        return {
            "event_id_cnty": f"ZZZ{number}", "event_date": day, "time_precision": 1, "sub_event_type": told["kind"],
            "actor1": "", "actor2": "", "location": place, **point, "geo_precision": 1, "source": outlet,
            "notes": text, "fatalities": (0, 1, 3)[told["harm"]],
        }  # fmt: skip
    return {
        "id": f"r{number}",
        "date": day,
        **point,
        "precision_km": precision,
        "kind": kind,
        "source": outlet,
        "text": text,
    }


def _spelled(name: str, chance: random.Random) -> str:
    old, new = chance.choice(_EXCHANGED)
    return name.replace(old, new, 1) if chance.random() < 0.3 else name


def _quick(rows: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.csv"
        write_reports(path, int(rows / 1.8), "generic", 5)
        table, _ = read_incidents(path)
    started = time.perf_counter()
    clusters = link_duplicates(table)
    print(
        f"{len(table):,} reports linked in {time.perf_counter() - started:.1f} s: {int(clusters.max()) + 1:,} incidents"
    )


if __name__ == "__main__":
    main()
