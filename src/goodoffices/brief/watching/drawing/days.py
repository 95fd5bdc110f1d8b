"""Incidents of each day of a report and of the period before, as bars that lead to their lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from goodoffices.brief.build.phrases import counted, day_words
from goodoffices.brief.drawing.svg import element, join, text
from goodoffices.brief.drawing.timeline import text_of
from goodoffices.brief.watching.build.moments import short_day
from goodoffices.brief.watching.model import DayView, ReportPage

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["day_chart"]

_WIDTH, _HEIGHT = 640, 204
_LEFT, _TOP, _BOTTOM = 4, 48, 30
_FONT = 12
_TITLE = "Incidents of each day, this period and the one before; the same as lists below"


def day_chart(page: ReportPage) -> Markup:
    """Draw the days.

    Args:
        page: The report.

    Returns:
        An SVG 640 units wide.
    """
    most = max([1, *(len(each.incidents) for each in page.days)])
    room = (_WIDTH - 2 * _LEFT) / len(page.days)
    ground = _HEIGHT - _BOTTOM
    unit = (ground - _TOP) / most
    start = _LEFT + room * sum(each.day < page.first for each in page.days)
    return element(
        "svg",
        element("title", text_of(_TITLE)),
        element("rect", x=start, y=8, width=_WIDTH - _LEFT - start, height=ground - 8, class_="period", fill="#f5f2ec"),
        text("before", x=_LEFT + 6, y=22, class_="tick", fill="#57534b"),
        text("this period", x=start + 6, y=22, class_="lane", fill="#1d1c1a"),
        join(
            _column(each, _LEFT + room * place, room=room, unit=unit, now=each.day >= page.first)
            for place, each in enumerate(page.days)
        ),
        element("line", x1=_LEFT, x2=_WIDTH - _LEFT, y1=ground, y2=ground, class_="axis", stroke="#57534b"),
        viewBox=f"0 0 {_WIDTH} {_HEIGHT}",
        role="group",
        aria_label=_TITLE,
        class_="chart days",
        font_size=_FONT,
    )


def _column(day: DayView, x: float, *, room: float, unit: float, now: bool) -> Markup:
    number, ground = len(day.incidents), _HEIGHT - _BOTTOM
    width = min(46.0, room * 0.72)
    bar = element(
        "rect",
        x=x + (room - width) / 2,
        y=ground - number * unit,
        width=width,
        height=number * unit,
        class_="bar now" if now else "bar before",
        fill="#17457a" if now else "#9db8d6",
    )
    count = text(
        f"{number}", x=x + room / 2, y=ground - number * unit - 5, text_anchor="middle", class_="lane", fill="#1d1c1a"
    )
    label = text(
        short_day(day.day), x=x + room / 2, y=_HEIGHT - 10, text_anchor="middle", class_="tick", fill="#57534b"
    )
    if not number:
        return join([label])
    says = f"{day_words(day.day)}: {counted(number, 'incident')}"
    return element("a", element("title", text_of(says)), bar, count, label, href=f"#day-{day.day}", aria_label=says)
