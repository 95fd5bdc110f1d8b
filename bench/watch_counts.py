"""How well counts are read out of status reports in prose, on reports that nothing was made with.

    python bench/watch_counts.py [--misses] [--folder ../shared/watching/osce]

Labels: `bench/data/watch_counts.tsv`, made by reading the even reports of the folder before the program had been run
on them; they hold places in the files and numbers, no text. The odd reports are those that the reader was made with.
The reports 4, 8, ... 100 are `work`, the reports 2, 6, ... 98 `check`: each was first run without a look at its misses
(those first figures are in docs/explanation/watch-counts.md), and mended for afterwards.

An area or a period is right where both give none, or where half of all their telling words are the same; "optional"
counts (a second naming of one and the same) are neither missed nor wrong, and where the area is "loose" none is right
as well. A sentence is right where every count that it gives is found with its kind, area and period.
"""

from __future__ import annotations

import argparse
import csv
import sys
import time
from collections import defaultdict
from pathlib import Path

import msgspec

from goodoffices.watch.prose import Count, counts_in_prose
from goodoffices.watch.prose.sentences import sentences

ROOT = Path(__file__).resolve().parent.parent
LABELS = ROOT / "bench" / "data" / "watch_counts.tsv"
PARTS = {"work": range(4, 101, 4), "check": range(2, 101, 4)}
SAME = 0.5
_EMPTY = frozenset(
    [
        "the",
        "a",
        "an",
        "in",
        "on",
        "at",
        "of",
        "and",
        "during",
        "over",
        "for",
        "from",
        "between",
        "to",
        "by",
        "since",
        "as",
    ]
)


class Label(msgspec.Struct, frozen=True):
    """One labelled count: its sentence, its place, what it is, and the words of its area and period."""

    sentence: int
    span: tuple[int, int]
    count: int
    kinds: frozenset[str]
    area: str
    period: str
    note: str


class Tally(msgspec.Struct):
    """What was counted."""

    given: int = 0
    found: int = 0
    kind: int = 0
    area: int = 0
    period: int = 0
    right: int = 0
    extra: int = 0
    sentences: int = 0
    whole: int = 0
    silent: int = 0
    broken: int = 0


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="print what is missed or wrong")
    parser.add_argument("--folder", type=Path, default=ROOT.parent / "shared" / "watching" / "osce")
    settings = parser.parse_args()
    if not settings.folder.exists():
        sys.exit(f"no reports in {settings.folder}: nothing is measured")
    labels = _labels(settings.folder)
    for name, files in PARTS.items():
        tally, letters, started = Tally(), 0, time.perf_counter()
        for number in files:
            text = _text(settings.folder, number)
            letters += len(text)
            _measure(number, text, labels[number], tally, misses=settings.misses)
        _show(name, tally)
        print(f"  {letters:,} letters in {time.perf_counter() - started:.2f} s")


def _show(name: str, tally: Tally) -> None:
    print(name)
    print(f"  counts labelled             {tally.given}")
    for part in ("found", "kind", "area", "period", "right"):
        value = getattr(tally, part)
        print(f"    {part:26}{value} ({value / tally.given:.1%})")
    print(f"  counts found that are none  {tally.extra} (precision {tally.found / (tally.found + tally.extra):.1%})")
    share = tally.whole / tally.sentences
    print(f"  sentences that give one     {tally.sentences}, all right in {tally.whole} ({share:.1%})")
    print(f"  sentences that give none    {tally.silent}, with a count found in {tally.broken}")


def _text(folder: Path, number: int) -> str:
    return (folder / f"{number}.txt").read_bytes().decode("utf-8")


def _labels(folder: Path) -> dict[int, list[Label]]:
    found: dict[int, list[Label]] = defaultdict(list)
    with LABELS.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            number = int(row["file"])
            text = _text(folder, number)
            found[number].append(
                Label(
                    int(row["sentence"]),
                    (int(row["start"]), int(row["end"])),
                    int(row["count"]),
                    frozenset(row["kinds"].split("/")),
                    _words(text, row, "area"),
                    _words(text, row, "period"),
                    row["note"],
                )
            )
    return found


def _words(text: str, row: dict[str, str], name: str) -> str:
    start, end = row[f"{name}_start"], row[f"{name}_end"]
    return text[int(start) : int(end)] if start else ""


def _measure(number: int, text: str, labels: list[Label], tally: Tally, *, misses: bool) -> None:
    counts = counts_in_prose(text)
    by_place = {count.span[0]: count for count in counts}
    whole: dict[int, bool] = {}
    for label in labels:
        fits = _fits(label, by_place.get(label.span[0]))
        if label.note == "optional":
            continue
        tally.given += 1
        for name, value in fits.items():
            setattr(tally, name, getattr(tally, name) + value)
        whole[label.sentence] = whole.get(label.sentence, True) and fits["right"]
        if misses and not fits["right"]:
            print(f"{number}: {label} -> {by_place.get(label.span[0])}")
    tally.sentences += len(whole)
    tally.whole += sum(whole.values())
    known = {label.span[0] for label in labels}
    extra = [count for count in counts if count.span[0] not in known]
    tally.extra += len(extra)
    told = {label.sentence for label in labels}
    silent = [span for span in sentences(text) if span[0] not in told]
    tally.silent += len(silent)
    tally.broken += len({count.sentence for count in extra} & set(silent))
    for count in extra if misses else ():
        print(f"{number}: none, but {count} in {' '.join(text[slice(*count.sentence)].split())}")


def _fits(label: Label, count: Count | None) -> dict[str, bool]:
    """Which parts of a count are as labelled."""
    if count is None or count.count != label.count:
        return {"found": False, "kind": False, "area": False, "period": False, "right": False}
    kind = count.kind in label.kinds
    area = _same(label.area, count.area or "") or (label.note == "loose" and not count.area)
    period = _same(label.period, count.period or "")
    return {"found": True, "kind": kind, "area": area, "period": period, "right": kind and area and period}


def _same(one: str, other: str) -> bool:
    """Have two phrases half of their telling words in common?"""
    if not one or not other:
        return not one and not other
    left, right = _telling(one), _telling(other)
    return len(left & right) >= SAME * len(left | right)


def _telling(words: str) -> frozenset[str]:
    joined = words.casefold().replace("-\n", "").replace("-", "")
    return frozenset("".join(filter(str.isalnum, word)) for word in joined.split()) - _EMPTY - {""}


if __name__ == "__main__":
    main()
