"""One inspection, several results: what each side found of the same thing, and where they differ.

Results of one inspection are findings of the same obligation over days that overlap (``find BOOK inspection/3 met --by
North``), or readings of one indicator at the same time, by different authors. The latest word of each author counts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

import msgspec

from ..log import Finding, Log, Reading, entry_id

__all__ = ["Comparison", "Result", "compare_results"]


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What one found.

    Attributes:
        by: Who.
        verdict: Met, breached, disputed or unknown; "" for a number.
        value: The number; None for a verdict.
        reasons: Why, in words.
        confidence: In [0, 1]; None where nobody says.
        entry: Its id in the log.
    """

    by: str
    verdict: str = ""
    value: float | None = None
    reasons: tuple[str, ...] = ()
    confidence: float | None = None
    entry: str = ""


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """The results of one inspection.

    Attributes:
        subject: The obligation or indicator, by id.
        first: First day that they speak of.
        last: Last day.
        results: One for each author, by name.
        agree: Do all say the same?
        spread: The greatest number less the smallest; None for verdicts.
    """

    subject: str
    first: dt.date
    last: dt.date
    results: tuple[Result, ...]
    agree: bool
    spread: float | None = None


def compare_results(log: Log, on: dt.datetime) -> tuple[Comparison, ...]:
    """Every inspection of which more than one author has a result, disagreement first, then by day.

    Args:
        log: As it is known, and for an audience.
        on: The instant; later results are left out.
    """
    found = [*_of_findings(log, on), *_of_readings(log, on)]
    return tuple(sorted(found, key=lambda each: (each.agree, each.first, each.subject)))


def _of_findings(log: Log, on: dt.datetime) -> Iterator[Comparison]:
    by_subject: dict[str, list[Finding]] = {}
    for each in log.of(Finding):
        if each.by and each.first <= on.date():
            by_subject.setdefault(each.obligation, []).append(each)
    for subject, findings in by_subject.items():
        for group in _overlapping(sorted(findings, key=lambda each: (each.first, each.last))):
            latest = {each.by: each for each in sorted(group, key=lambda each: each.known)}
            if len(latest) > 1:
                yield _compared(subject, latest.values())


def _overlapping(findings: Iterable[Finding]) -> Iterator[list[Finding]]:
    """Findings whose days run into each other."""
    group: list[Finding] = []
    for each in findings:
        if group and each.first > max(one.last for one in group):
            yield group
            group = []
        group.append(each)
    if group:
        yield group


def _compared(subject: str, findings: Iterable[Finding]) -> Comparison:
    findings = sorted(findings, key=lambda each: each.by)
    return Comparison(
        subject=subject,
        first=min(each.first for each in findings),
        last=max(each.last for each in findings),
        results=tuple(
            Result(
                by=each.by,
                verdict=each.verdict.value,
                reasons=each.reasons,
                confidence=each.confidence,
                entry=entry_id(each),
            )
            for each in findings
        ),
        agree=len({each.verdict for each in findings}) == 1,
    )


def _of_readings(log: Log, on: dt.datetime) -> Iterator[Comparison]:
    by_time: dict[tuple[str, dt.datetime], dict[str, Reading]] = {}
    for each in sorted(log.of(Reading), key=lambda each: each.known):
        if each.by and each.at <= on:
            by_time.setdefault((each.indicator, each.at), {})[each.by] = each
    for (indicator, at), readings in by_time.items():
        if len(readings) < 2:  # noqa: PLR2004  one author has nobody to differ from
            continue
        values = [each.value for each in readings.values()]
        yield Comparison(
            subject=indicator,
            first=at.date(),
            last=at.date(),
            results=tuple(
                Result(by=by, value=readings[by].value, entry=entry_id(readings[by])) for by in sorted(readings)
            ),
            agree=len(set(values)) == 1,
            spread=max(values) - min(values),
        )
