"""Measures, what each is to achieve and how one would see it: from the tables of reports."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from goodoffices.record.content import fold
from goodoffices.record.report import Evidence, Report

from .process_setting import Setting
from .process_words import process_words

__all__ = ["Measure", "measures"]

_ROW = re.compile(r"^[ \t]*\|(?P<cells>[^\n]*)\|[ \t]*$", re.MULTILINE)
_RULE = re.compile(r"[\s:|-]*")
_ROWS = 200
"""Rows of one table that are read."""


class Measure(msgspec.Struct, frozen=True, kw_only=True):
    """One row of a table of measures.

    Attributes:
        name: The measure.
        objective: What it is for, or empty.
        indicator: By what one would see it, or empty.
        baseline: Where it starts, or empty.
        result: What is expected of it, or empty.
        who: Who is to do it, in the table's words, or empty.
        when: By when, in the table's words, or empty.
        evidence: The row.
    """

    name: str
    evidence: Evidence
    objective: str = ""
    indicator: str = ""
    baseline: str = ""
    result: str = ""
    who: str = ""
    when: str = ""


def measures(setting: Setting) -> tuple[Measure, ...]:
    """Read the tables whose headings name measures and what they are for or lead to.

    Args:
        setting: The reports.

    Returns:
        The rows in order; a table without a column of measures, or with no column beside it that is known, has none.
    """
    copies = setting.findings.near_duplicates
    return tuple(
        measure for report in setting.findings.reports if report.id not in copies for measure in _of_report(report)
    )


def _of_report(report: Report) -> Iterator[Measure]:
    table: list[re.Match[str]] = []
    for row in _ROW.finditer(report.text):
        if table and report.text[table[-1].end() : row.start()].strip("\r \t") != "\n":
            yield from _of_table(report, table)
            table = []
        table.append(row)
    yield from _of_table(report, table)


def _of_table(report: Report, rows: Sequence[re.Match[str]]) -> Iterator[Measure]:
    if len(rows) < 2:  # noqa: PLR2004  a head and a row
        return
    head = [_column(cell) for cell in _cells(rows[0])]
    known = {name: at for at, name in reversed(list(enumerate(head))) if name}
    if "measure" not in known or not known.keys() & {"objective", "result", "indicator"}:
        return
    for row in rows[1 : _ROWS + 1]:
        cells = _cells(row)
        if not _RULE.fullmatch(row["cells"]) and len(cells) == len(head) and cells[known["measure"]]:
            yield _measure(report, row, {name: cells[at] for name, at in known.items()})


def _measure(report: Report, row: re.Match[str], said: Mapping[str, str]) -> Measure:
    start = row.start() + len(row[0]) - len(row[0].lstrip())
    return Measure(
        name=said["measure"],
        evidence=report.evidence(start, row.start() + len(row[0].rstrip())),
        objective=said.get("objective", ""),
        indicator=said.get("indicator", ""),
        baseline=said.get("baseline", ""),
        result=said.get("result", ""),
        who=said.get("who", ""),
        when=said.get("when", ""),
    )


def _cells(row: re.Match[str]) -> list[str]:
    return [cell.strip() for cell in row["cells"].split("|")]


def _column(heading: str) -> str:
    return _columns().get(fold(heading), "")


@functools.cache
def _columns() -> Mapping[str, str]:
    return {fold(word): name for name, words in process_words().columns.items() for word in words}
