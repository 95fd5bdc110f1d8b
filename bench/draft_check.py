"""How long a check of a long agreement takes, and how well waits are found in the texts written for it.

    python bench/draft_check.py [--kilobytes 230] [TEXT...]

Without texts, a treaty of the given size is made up from a fixed seed.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

from goodoffices.draft.check import check
from goodoffices.draft.text import Point

_PARTIES = ("The Northern Party", "The Southern Party", "The Commission", "The Parties", "The Secretariat")
_ACTS = (
    "withdraw its heavy weapons from the {0} district",
    "release all persons detained in the {0} district",
    "hand over the maps of minefields in the {0} district to the Commission",
    "reopen the road through the {0} district to civilian traffic",
    "submit a report on the {0} district to the Commission",
)
_WHEN = (
    "within {1} days of the entry into force of this Agreement",
    "after the Commission has verified the implementation of Article {2}",
    "no later than {1} days after the withdrawal referred to in paragraph 1 of Article {2}",
    "provided that the obligations under Article {2} have been carried out",
    "until the {0} district has been returned to civilian administration",
    "by 31 March 2031",
)
_PLACES = tuple(
    f"{a}{b}"
    for a in ("Ar", "Bel", "Cor", "Dar", "El", "Fan", "Gor", "Hal")
    for b in ("ina", "ovo", "mark", "stan", "ley")
)


def made_up(size_bytes: int, seed: int = 7) -> list[Point]:
    """A treaty of about that size: articles of four paragraphs, each with a duty and what it waits for."""
    chance = random.Random(seed)  # noqa: S311  a fixed text, no secret
    points, at, number = [], 0, 0
    while at < size_bytes:
        number += 1
        for paragraph in range(1, 5):
            text = " ".join(_sentence(chance, number) for _ in range(3))
            points.append(Point(f"a{number}-{paragraph}", f"{number}.{paragraph}", text, at, at + len(text)))
            at += len(text) + 2
    return points


def _sentence(chance: random.Random, number: int) -> str:
    place, days, other = chance.choice(_PLACES), chance.randint(2, 90), chance.randint(1, max(1, number - 1))
    act = chance.choice(_ACTS).format(place, days, other)
    when = chance.choice(_WHEN).format(place, days, other)
    how = "acting in good faith and in close consultation with the local councils"
    return f"{chance.choice(_PARTIES)} shall {act}, {how}, {when}."


def main() -> None:
    """Print the seconds that each text takes."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--kilobytes", type=int, default=230)
    arguments.add_argument("texts", nargs="*", type=Path)
    given = arguments.parse_args()
    if not given.texts:
        _time("made up", made_up(given.kilobytes * 1000))
    for path in given.texts:
        from goodoffices.draft.imports import read_draft  # noqa: PLC0415  only where texts are given

        _time(path.name, read_draft(path))


def _time(name: str, text: object) -> None:
    start = time.perf_counter()
    report = check(text)  # type: ignore[arg-type]  a document or points
    seconds = time.perf_counter() - start
    print(f"{name}: {seconds:.2f} s, {len(report.sequence.waits)} waits, {len(report.problems)} problems")


if __name__ == "__main__":
    main()
