"""How fast reports are read: on one core against the parser alone, on all cores, and in how much memory.

Run it with ``python bench/speed.py``. ``--reports 3000`` reads more reports on all cores; ``--words 60`` makes them
short, so that ``--reports 20000`` ends within minutes. Seconds of one core are processor time, the best of three runs.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import spacy

sys.path.insert(0, str(Path(__file__).parent))
from duplicates import corpus

from goodoffices.read import read_report, readings
from goodoffices.read.ingest import ingest
from goodoffices.read.parallel import cores
from goodoffices.read.pipeline import model_name, parse
from goodoffices.record import Report, make_report

HERE = Path(__file__).parent
POLNEAR = HERE.parent.parent / "shared" / "reading" / "polnear-dev.jsonl"
MOST_ARTICLES = 30
RUNS = 3
SAMPLE_SECONDS = 2.0


def texts() -> dict[str, list[Report]]:
    """The reports to read on one core: our own, and news articles where they are at hand."""
    folders = [HERE / "reading" / "clusters" / "work", HERE.parent / "examples" / "paris"]
    sets = {"own reports": [each for each in ingest(folders) if isinstance(each, Report)]}
    if POLNEAR.exists():
        lines = POLNEAR.read_text(encoding="utf-8").splitlines()[:MOST_ARTICLES]
        articles = [json.loads(line) for line in lines]
        sets["news articles"] = [
            make_report(each["text"], path=each["id"], title=each["id"], language="en") for each in articles
        ]
    return sets


def seconds(work: Callable[[], object]) -> float:
    """Processor time of the best of some runs."""
    best = float("inf")
    for _ in range(RUNS):
        started = time.process_time()
        work()
        best = min(best, time.process_time() - started)
    return best


def one_core() -> None:
    """Compare reading (layout, parse, rules, verifier) with the spaCy pipeline on the same texts."""
    list(parse(["The envoy said so."]))
    nlp = spacy.load(model_name())
    print(f"{'one core':16} {'reports':>8} {'words':>8} {'parser':>8} {'reading':>8} {'ratio':>6} {'words/s':>8}")
    for name, reports in texts().items():
        words = sum(len(report.text.split()) for report in reports)
        parser = seconds(lambda some=reports: [nlp(each.text) for each in some])  # type: ignore[misc]
        reading = seconds(lambda some=reports: [read_report(each) for each in some])  # type: ignore[misc]
        figures = f"{parser:8.2f} {reading:8.2f} {reading / parser:6.2f} {words / reading:8.0f}"
        print(f"{name:16} {len(reports):8} {words:8} {figures}")


class Weighing(threading.Thread):
    """The memory of this program and of those that it started, looked at every other second (Linux)."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.samples: list[float] = []
        self._over = threading.Event()

    def run(self) -> None:
        """Look until it is over."""
        while not self._over.wait(SAMPLE_SECONDS):
            self.samples.append(sum(map(_megabytes, _family(os.getpid()))))

    def end(self) -> None:
        """Stop looking."""
        self._over.set()
        self.join()


def _family(process: int) -> list[int]:
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    except OSError:
        return []
    return [process, *(each for child in children for each in _family(int(child)))]


def _megabytes(process: int) -> float:
    """What a process holds, memory that it shares divided among those that share it."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def many(number: int, words: int | None) -> None:
    """Read made-up reports on one core and on all, and weigh the program meanwhile."""
    print(f"\n{'many reports':16} {'reports':>8} {'seconds':>8} {'each s':>8} {'MB half-way':>12} {'MB at most':>11}")
    with tempfile.TemporaryDirectory() as folder:
        for at, report in enumerate(corpus(number, number // 5, seed=1)[0]):
            text = " ".join(report.text.split()[:words]) if words else report.text
            Path(folder, f"{at:06}.txt").write_text(f"{text}\n", encoding="utf-8")
        for jobs in [*([1] if number <= 500 else []), cores()]:
            weighing = Weighing()
            weighing.start()
            started = time.perf_counter()
            count = sum(1 for _ in readings([folder], jobs=jobs))
            took = time.perf_counter() - started
            weighing.end()
            samples = weighing.samples or [0.0]
            half, most = samples[len(samples) // 2], max(samples)
            name = f"{jobs} processes" if jobs > 1 else "one process"
            print(f"{name:16} {count:8} {took:8.1f} {count / took:8.1f} {half:12.0f} {most:11.0f}")


def main() -> None:
    """Measure and print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=300, help="how many made-up reports to read")
    parser.add_argument("--words", type=int, help="cut each to so many words")
    given = parser.parse_args()
    one_core()
    many(given.reports, given.words)


if __name__ == "__main__":
    main()
