"""How quickly a million incidents are loaded, and in how much room.

    python bench/watch_incidents.py [--rows 1000000]

Writes a CSV in ACLED's columns (made up: random places, days, kinds and notes of about 180 letters) to a temporary
folder, loads it in a process of its own, and prints seconds and the highest memory of that process.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_HEADER = """
    event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1
    actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location
    latitude longitude geo_precision source source_scale notes fatalities tags timestamp
""".split()  # noqa: SIM905  a list of 31 names is no better to read
_KINDS = ["Armed clash", "Shelling/artillery/missile attack", "Air/drone strike", "Attack", "Peaceful protest"]
_WORDS = [
    "patrol",
    "heard",
    "several",
    "bursts",
    "near",
    "the",
    "northern",
    "edge",
    "of",
    "village",
    "after",
    "midnight",
    "while",
    "crews",
    "repaired",
    "a",
    "line",
]
_TIMES_LISTED = 3


def main() -> None:
    """Write the file, load it elsewhere, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--load", help=argparse.SUPPRESS)
    settings = parser.parse_args()
    if settings.load:
        _load(settings.load)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "incidents.csv"
        _write(path, settings.rows)
        print(f"{settings.rows:,} rows, {path.stat().st_size / 1e6:,.0f} MB")
        told = subprocess.run(
            [sys.executable, __file__, "--load", str(path)], check=True, capture_output=True, text=True
        )
        print(told.stdout, end="")


def _write(path: Path, rows: int) -> None:
    chance = random.Random(7)  # noqa: S311  made-up data
    start = dt.date(2020, 1, 1)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_HEADER)
        for row in range(rows):
            day = start + dt.timedelta(days=chance.randrange(1800))
            place = f"Place {chance.randrange(20_000)}"
            notes = f"On {day}, " + " ".join(chance.choices(_WORDS, k=26))
            cells = [f"AAA{row}", str(day), day.year, 1, "Political violence", "Battles", chance.choice(_KINDS)]
            cells += [
                f"Force {chance.randrange(300)}",
                "",
                1,
                f"Group {chance.randrange(300)}",
                "",
                2,
                12,
                "",
                804,
                "Area",
            ]
            cells += ["Land", f"Oblast {chance.randrange(25)}", f"District {chance.randrange(400)}", "", place]
            cells += [f"{44 + 8 * chance.random():.4f}", f"{22 + 18 * chance.random():.4f}", chance.randrange(1, 4)]
            cells += [
                f"Outlet {chance.randrange(500)}",
                "National",
                notes,
                chance.randrange(4),
                "",
                1_700_000_000 + row,
            ]
            writer.writerow(cells)


def _load(path: str) -> None:
    from goodoffices.watch.incidents import load_incidents, merge_tables, read_incidents, write_incidents  # noqa: PLC0415

    started = time.perf_counter()
    table, rejections = read_incidents(path)
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 / 1024
    print(f"read: {len(table):,} rows, {len(rejections):,} rejections, {seconds:.1f} s, {peak:.2f} GiB at most")
    for rejection in rejections[:_TIMES_LISTED]:
        print(f"  {rejection}")
    stored = Path(path).with_suffix(".npz")
    started = time.perf_counter()
    write_incidents(table, stored)
    print(f"written in {time.perf_counter() - started:.1f} s, {stored.stat().st_size / 1e6:,.0f} MB")
    started = time.perf_counter()
    again = load_incidents(stored)
    print(f"loaded again in {time.perf_counter() - started:.2f} s")
    started = time.perf_counter()
    merged = merge_tables(table, again)
    figures = {"added": merged.added, "repeated": merged.repeated, "revised": len(merged.revised)}
    print(f"merged with itself in {time.perf_counter() - started:.1f} s: {json.dumps(figures)}")


if __name__ == "__main__":
    main()
