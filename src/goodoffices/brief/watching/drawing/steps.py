"""Incidents over time as steps: what was counted, the rate between changes, how well each change's day is known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from goodoffices.brief.build.phrases import counted, day_words
from goodoffices.brief.drawing.axis import Axis
from goodoffices.brief.drawing.svg import element, join, text
from goodoffices.brief.drawing.timeline import text_of
from goodoffices.brief.watching.build.moments import days_words
from goodoffices.brief.watching.model import MarkView, SeriesView, TrendPage, TurnView, WeekView

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["step_chart"]

_WIDTH, _HEIGHT = 760, 210
_LEFT, _RIGHT, _TOP, _BOTTOM = 34, 10, 40, 26
_FONT = 12
_BARS = 260  # at most: longer series are drawn by several days at once
_CLOSE = 15.0  # marks nearer than this share one sign
_DAY = dt.timedelta(days=1)


class _Scale(msgspec.Struct, frozen=True):
    """Days and counts on the drawing."""

    first: dt.date
    days: int
    step: int
    most: float

    def x(self, day: dt.date) -> float:
        """The left edge of a day."""
        return _LEFT + (_WIDTH - _LEFT - _RIGHT) * (day - self.first).days / self.days

    def y(self, per_day: float) -> float:
        """The height of so many incidents a day."""
        return _HEIGHT - _BOTTOM - (_HEIGHT - _BOTTOM - _TOP) * per_day / self.most


def step_chart(series: SeriesView, page: TrendPage) -> Markup:
    """Draw a series: bars for what was counted each day, a step for each rate, a band for each change.

    Args:
        series: The series.
        page: Its page, for the marks and for the weeks to which the bars lead.

    Returns:
        An SVG 760 units wide.
    """
    scale = _scale(series)
    title = f"Incidents a day, {series.label}; the same in words beside it"
    return element(
        "svg",
        element("title", text_of(title)),
        join(_band(turn, scale) for turn in series.turns),
        _frame(scale),
        *_bars(series, scale, page.weeks),
        join(_steps(series, scale)),
        join(_marks(page.marks, scale)),
        viewBox=f"0 0 {_WIDTH} {_HEIGHT}",
        role="group",
        aria_label=title,
        class_="chart steps",
        font_size=_FONT,
    )


def _scale(series: SeriesView) -> _Scale:
    days = len(series.counts)
    step = -(-days // _BARS)
    heights = [sum(part) / len(part) for part in _parts(series.counts, step)]
    return _Scale(series.first, days, step, max([1.0, *heights]))


def _parts(counts: Sequence[int], step: int) -> list[Sequence[int]]:
    return [counts[start : start + step] for start in range(0, len(counts), step)]


def _bars(series: SeriesView, scale: _Scale, weeks: Sequence[WeekView]) -> Iterator[Markup]:
    """One outline of all bars, and, where the incidents are at hand, an area a week that leads to them."""
    path, day = [], series.first
    for part in _parts(series.counts, scale.step):
        left, right = scale.x(day), scale.x(day + len(part) * _DAY)
        number = sum(part) / len(part)
        if number:
            ground, edge = scale.y(0), max(right - 0.5, left + 0.5)
            path.append(f"M{left:.1f},{ground:.1f}V{scale.y(number):.1f}H{edge:.1f}V{ground:.1f}z")
        day += len(part) * _DAY
    yield element("path", d="".join(path) or "M0,0", class_="bar", fill="#9db8d6")
    for place, week in enumerate(weeks):
        start = (week.first - series.first).days
        found = sum(series.counts[max(0, start) : start + (week.last - week.first).days + 1])
        if found:
            yield _week(week, place, found, scale, part=bool(series.zone or series.kind or series.party))


def _week(week: WeekView, place: int, number: int, scale: _Scale, *, part: bool) -> Markup:
    says = f"{days_words(week.first, week.last)}: {counted(number, 'incident')}"
    left, right = scale.x(week.first), scale.x(week.last + _DAY)
    area = element(
        "rect", x=left, y=_TOP, width=right - left, height=_HEIGHT - _BOTTOM - _TOP, class_="week", fill="none"
    )
    # the weeks of the whole can be reached by the keyboard; those of its parts lead to the same lists
    return element(
        "a",
        element("title", text_of(says)),
        area,
        href=f"#week-{place}",
        aria_label=says,
        tabindex="-1" if part else None,
    )


def _steps(series: SeriesView, scale: _Scale) -> Iterator[Markup]:
    points = []
    for each in series.stretches:
        y = scale.y(min(each.per_day, scale.most))
        points += [f"{scale.x(each.first):.1f},{y:.1f}", f"{scale.x(each.last + _DAY):.1f},{y:.1f}"]
    if not series.too_few:
        yield element(
            "polyline", points=" ".join(points), class_="rate", fill="none", stroke="#17457a", stroke_width=2.5
        )


def _band(turn: TurnView, scale: _Scale) -> Markup:
    left, right = scale.x(turn.earliest), scale.x(turn.latest + _DAY)
    says = f"{day_words(turn.day)}, {days_words(turn.earliest, turn.latest)} nineteen times in twenty"
    box = {"y": _TOP, "height": _HEIGHT - _BOTTOM - _TOP}
    return element(
        "g",
        element("title", text_of(says)),
        element("rect", x=left, width=right - left, class_="band", fill="#faf0db", **box),
        element(
            "line",
            x1=scale.x(turn.day),
            x2=scale.x(turn.day),
            y1=_TOP,
            y2=_HEIGHT - _BOTTOM,
            class_="turn",
            stroke="#7a4c00",
            stroke_dasharray="4 3",
        ),
    )


def _marks(marks: Sequence[MarkView], scale: _Scale) -> Iterator[Markup]:
    """The numbers of what was agreed, above the day; those that would touch share one sign."""
    groups: list[list[MarkView]] = []
    for mark in marks:
        if groups and scale.x(mark.day) - scale.x(groups[-1][0].day) < _CLOSE:
            groups[-1].append(mark)
        else:
            groups.append([mark])
    for place, group in enumerate(groups):
        x = scale.x(group[0].day)
        label = f"{group[0].number}" if len(group) == 1 else f"{group[0].number}–{group[-1].number}"
        says = "; ".join(f"{day_words(mark.day)}: {mark.words}" for mark in group)
        yield element(
            "a",
            element("title", text_of(says)),
            element(
                "line",
                x1=x,
                x2=x,
                y1=_TOP - 8,
                y2=_HEIGHT - _BOTTOM,
                class_="agreed",
                stroke="#57534b",
                stroke_dasharray="1 3",
            ),
            element("path", d=f"M{x - 4:.1f},{_TOP - 14}h8l-4,7z", class_="flag", fill="#57534b"),
            text(label, x=x, y=11 if place % 2 else _TOP - 17, text_anchor="middle", class_="tick", fill="#57534b"),
            href=f"#mark-{group[0].number}",
            aria_label=says,
            tabindex="-1",
        )


def _frame(scale: _Scale) -> Markup:
    axis = Axis(scale.first, scale.first + (scale.days - 1) * _DAY, _LEFT, _WIDTH - _RIGHT)
    parts = []
    for value in _values(scale.most):
        y = scale.y(value)
        parts.append(element("line", x1=_LEFT, x2=_WIDTH - _RIGHT, y1=y, y2=y, class_="grid", stroke="#e4e0d8"))
        parts.append(text(f"{value:g}", x=_LEFT - 6, y=y + 4, text_anchor="end", class_="tick", fill="#57534b"))
    for day, label in axis.ticks():
        x = scale.x(day)
        anchor = "end" if x > _WIDTH - 60 else "start" if x < _LEFT + 20 else "middle"
        parts.append(text(label, x=x, y=_HEIGHT - 8, text_anchor=anchor, class_="tick", fill="#57534b"))
    return join(parts)


def _values(most: float) -> list[float]:
    """Round values up the side: none, half and all of the greatest that fits."""
    step = next(each for each in (0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000, 1e5, 1e9) if most / each <= 4)  # noqa: PLR2004  lines at most
    return [step * number for number in range(int(most / step) + 1)]
