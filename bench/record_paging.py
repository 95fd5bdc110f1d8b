"""How quickly a view answers what a screen asks of a large case, for each audience.

`python bench/record_paging.py CASE --make` first writes a case: 20,000 made-up reports, some hundred things of them
marked anew, retired and confined, judgements and rejections. Without `--make` it measures a case that is there, and
writes nothing. Times are of this process alone.
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import random
import statistics
import time
from collections.abc import Callable, Iterator, Sequence

import msgspec
from large_case import made_reports

from goodoffices.record import Marking, Rejection, Report, Statement, Verdict, make_judgement
from goodoffices.record.store import Store, create_case, open_case
from goodoffices.record.view import View

__all__ = ["calls", "make", "measure"]

_START = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
_SHARES = [Marking.CLEAR] * 12 + [Marking.GREEN] * 4 + [Marking.AMBER] * 2 + [Marking.AMBER_STRICT, Marking.RED]
_AUDIENCES: list[tuple[Marking, tuple[str, ...]]] = [*((each, ()) for each in Marking), (Marking.RED, ("track 1",))]


def _marked(
    found: Iterator[tuple[Report, list[Statement]]], draw: random.Random
) -> Iterator[tuple[Report, list[Statement]]]:
    for report, statements in found:
        own = [
            msgspec.structs.replace(each, marking=draw.choice(_SHARES)) if draw.random() < 0.1 else each
            for each in statements
        ]
        yield msgspec.structs.replace(report, marking=draw.choice(_SHARES)), own


def make(store: Store, reports: int, statements: int, *, moved: int = 300, judged: int = 10_000) -> None:
    """Fill a case.

    Args:
        store: An empty case.
        reports: How many reports.
        statements: How many statements each, about.
        moved: How many reports and how many statements are marked anew, retired and confined, each.
        judged: How many judgements; a tenth of that many rejections.
    """
    draw = random.Random(11)  # noqa: S311  made-up data
    made = _marked(made_reports(reports, statements), draw)
    ids: list[tuple[str, list[str]]] = []
    at = _START
    while batch := list(itertools.islice(made, 100)):
        with store.together() as writer:
            for report, found in batch:
                writer.add(report, found, at=at)
                ids.append((report.id, [each.id for each in found]))
        at += dt.timedelta(hours=6)
    with store.together() as writer:
        for number in range(moved):
            told = draw.choice(ids)
            for target in (told[0], draw.choice(told[1])):
                writer.mark(target, draw.choice(list(Marking)), at=at, by="Ana", why=str(number))
            told = draw.choice(ids)
            for target in (told[0], draw.choice(told[1])):
                writer.confine(target, f"track {number % 3}", by="Ana", why=str(number), at=at)
            for target in (draw.choice(ids)[0], draw.choice(told[1])):
                writer.retire(target, by="Ana", why=str(number), at=at)
        for number in range(judged):
            said_there = draw.choice(ids)[1]
            target, *others = draw.sample(said_there, min(3, len(said_there)))
            word = make_judgement(target, Verdict.CONFIRM, by="Bo", at=at, why=str(number), statements=tuple(others))
            writer.judge(word, at=at + dt.timedelta(seconds=number))
        for number in range(judged // 10):
            writer.reject(Rejection(f"made/{number}.pdf", "it is broken"), at=at)


def calls(view: View, draw: random.Random) -> dict[str, Callable[[], object]]:
    """Give what a screen asks a view for, by name."""
    lines = view.page_of_reports(200, order="newest")
    reports = [line.report.id for line in lines.found] or ["r-aaaaaaaaaaaaaaaa"]
    statements = [each.id for each in view.page_of_statements(200).found] or ["s-aaaaaaaaaaaaaaaa"]
    deep = view.page_of_reports(200, order="newest").next
    far = view.page_of_statements(200).next
    week, late = _START + dt.timedelta(days=43), _START + dt.timedelta(days=20)
    return {
        "tally": view.tally,
        "outlets": view.outlets,
        "page_of_reports newest": lambda: view.page_of_reports(50),
        "page_of_reports oldest": lambda: view.page_of_reports(50, order="oldest"),
        "page_of_reports added": lambda: view.page_of_reports(50, order="added"),
        "page_of_reports, fifth page": lambda: view.page_of_reports(50, deep),
        "page_of_reports of an outlet": lambda: view.page_of_reports(50, outlet="calder courier"),
        "page_of_reports with a common word": lambda: view.page_of_reports(50, text="talks"),
        "page_of_reports with a rare word": lambda: view.page_of_reports(50, text="1234"),
        "page_of_hits, a common word": lambda: view.page_of_hits("report", 20),
        "page_of_hits, a rare word": lambda: view.page_of_hits("1234", 20),
        "search, a common word": lambda: view.search("report"),
        "page_of_statements": lambda: view.page_of_statements(50),
        "page_of_statements, fifth page": lambda: view.page_of_statements(50, far),
        "page_of_statements of a kind": lambda: view.page_of_statements(50, kind="mechanism"),
        "page_of_statements of a kind that is not there": lambda: view.page_of_statements(50, kind="plan"),
        "page_of_statements of a report": lambda: view.page_of_statements(50, report=draw.choice(reports)),
        "page_of_statements with a common word": lambda: view.page_of_statements(50, text="of"),
        "page_of_statements with a rare word": lambda: view.page_of_statements(50, text='"number 1234"'),
        "page_of_statements, kind and words": lambda: view.page_of_statements(50, kind="withheld", text="kept the"),
        "report": lambda: view.report(draw.choice(reports)),
        "statements of a report": lambda: view.statements(report=draw.choice(reports)),
        "statement": lambda: view.statement(draw.choice(statements)),
        "statements_by_id, 50": lambda: view.statements_by_id(draw.sample(statements, min(50, len(statements)))),
        "judgements_on 50 statements": lambda: view.judgements_on(draw.sample(statements, min(50, len(statements)))),
        "since a week ago": lambda: view.since(week),
        "since half of it": lambda: view.since(late),
        "rejections": view.rejections,
        "judgements (all)": view.judgements,
    }


def measure(call: Callable[[], object], times: int) -> tuple[float, float]:
    """Call so many times; return the median and the 99th percentile, in milliseconds."""
    took = []
    for _ in range(times):
        before = time.perf_counter()
        call()
        took.append((time.perf_counter() - before) * 1000)
    took.sort()
    return statistics.median(took), took[min(len(took) - 1, int(len(took) * 0.99))]


def main(words: Sequence[str] | None = None) -> None:
    """Measure the case that the command line names, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("case")
    parser.add_argument("--make", action="store_true", help="write the case first")
    parser.add_argument("--reports", type=int, default=20_000)
    parser.add_argument("--statements", type=int, default=50)
    parser.add_argument("--times", type=int, default=20)
    given = parser.parse_args(words)
    if given.make:
        before = time.perf_counter()
        with create_case(given.case) as store:
            make(store, given.reports, given.statements)
        print(f"written in {time.perf_counter() - before:.0f} s")
    with open_case(given.case) as store:
        names = [f"{audience.value}{' ' + circles[0] if circles else ''}" for audience, circles in _AUDIENCES]
        print("| median / 99th percentile, ms |", " | ".join(names), "|")
        print("|---|", "---|" * len(names))
        views = [store.view(audience, circles=circles) for audience, circles in _AUDIENCES]
        first = [measure(view.tally, 1)[0] for view in views]
        print("| first call of all |", " | ".join(f"{each:.0f}" for each in first), "|")
        asked = [calls(view, random.Random(3)) for view in views]  # noqa: S311  made-up choices
        for name in asked[0]:
            figures = [measure(each[name], given.times) for each in asked]
            print(f"| {name} |", " | ".join(f"{middle:.1f} / {worst:.1f}" for middle, worst in figures), "|")


if __name__ == "__main__":
    main()
