"""What the commands take alike: a case, an audience, a moment, a form of output."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TypeVar

import click
import msgspec

from goodoffices.record.errors import InputError
from goodoffices.record.release import Marking, parse_marking

__all__ = [
    "DAY",
    "MARKING",
    "MOMENT",
    "Effort",
    "F",
    "as_of_option",
    "audience_option",
    "case_argument",
    "effort_options",
    "format_option",
    "now",
]

F = TypeVar("F", bound=Callable[..., object])


class _MarkingType(click.ParamType[Marking]):
    name = "marking"

    def convert(self, value: str | Marking, param: click.Parameter | None, ctx: click.Context | None) -> Marking:
        try:
            return value if isinstance(value, Marking) else parse_marking(value)
        except InputError as error:
            self.fail(str(error), param, ctx)


class _DayType(click.ParamType[dt.date]):
    name = "date"

    def convert(self, value: str | dt.date, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        try:
            return value if isinstance(value, dt.date) else dt.date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a date; write it as YYYY-MM-DD", param, ctx)


class _MomentType(click.ParamType[dt.datetime]):
    name = "moment"

    def convert(
        self, value: str | dt.datetime, param: click.Parameter | None, ctx: click.Context | None
    ) -> dt.datetime:
        try:
            return value if isinstance(value, dt.datetime) else _read_moment(value.strip())
        except (ValueError, OverflowError):
            self.fail(f"{value!r} is no moment; write it as 2026-01-07 or 2026-01-07T18:30+01:00", param, ctx)


def _read_moment(text: str) -> dt.datetime:
    # A day means all of it, in UTC; a time without a zone is in UTC.
    moment = dt.datetime.fromisoformat(text)
    if len(text) <= len("2026-01-07"):
        moment = dt.datetime.combine(moment, dt.time.max)
    return (moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)).astimezone(dt.UTC)


MOMENT = _MomentType()
"""A day (to its end, UTC) or a time, in ISO 8601."""
MARKING = _MarkingType()
"""A release marking of TLP 2.0, as people write it."""
DAY = _DayType()
"""One day in ISO 8601."""


def now() -> dt.datetime:
    """The moment at which the record learns what a command brings."""
    return dt.datetime.now(dt.UTC)


def case_argument(command: F) -> F:
    """Take the place of a case: the path of a file or a postgresql:// URL."""
    return click.argument("case", metavar="CASE")(command)


def audience_option(command: F) -> F:
    """Take the audience that the answer is for."""
    return click.option(
        "--audience",
        type=MARKING,
        default=Marking.RED,
        show_default="RED, all of it",
        metavar="MARKING",
        help="Show only what may be shown to those cleared up to this marking.",
    )(command)


def as_of_option(command: F) -> F:
    """Take the moment as of which the record is shown."""
    return click.option(
        "--as-of",
        type=MOMENT,
        metavar="WHEN",
        help="Show the record as it was known then: a day (to its end, UTC) or a time, in ISO 8601.",
    )(command)


class Effort(msgspec.Struct, frozen=True, kw_only=True):
    """Who reads.

    Attributes:
        jobs: How many processes, or None for one where there are few reports and all cores where there are many.
        cluster: Address of a Dask scheduler whose workers read instead, or None.
    """

    jobs: int | None = None
    cluster: str | None = None


def effort_options(command: F) -> F:
    """Take who reads: so many processes, or a cluster."""
    command = click.option(
        "--cluster", metavar="ADDRESS", help="Read on a Dask cluster, by its scheduler's address: tcp://host:8786."
    )(command)
    return click.option(
        "--jobs",
        type=click.IntRange(min=1),
        metavar="N",
        show_default="all cores for many reports",
        help="How many processes read.",
    )(command)


def format_option(command: F) -> F:
    """Take the form of the answer."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        help="Text for people, or JSON for machines.",
    )(command)
