"""The watch pages as HTML files that reach no network, in the style of the brief."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import msgspec

from goodoffices.brief.build.phrases import clip, counted, day_words, join_names
from goodoffices.brief.page_parts import FOLD, SHEET, filled_page, page_templates

from .build.moments import days_words, moment_words, short_day
from .build.rates import rates_of
from .build.report_opening import rate_words
from .model import ObligationView, ReportPage, ScorePage, StateCount, StatePage, TrendPage
from .wording import wording

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

__all__ = [
    "STYLES",
    "report_to_html",
    "scores_to_html",
    "sections_of",
    "shared_words",
    "state_to_html",
    "trends_to_html",
]

_BRIEF = "goodoffices.brief"
_HERE = "goodoffices.brief.watching"
STYLES = (
    *SHEET,
    (_HERE, "style/watch.css"),
    (_HERE, "style/board.css"),
    (_HERE, "style/charts.css"),
    (_HERE, "style/narrow.css"),
)
_LISTED = 1_500  # incidents that a page lists; the JSON has all
_OPENED = 12  # incidents below one number; the list has the rest
_GROUP = 60  # incidents below one day or week
_INSTANCES = 60  # of one obligation that arises anew

Contents = list[tuple[str, str, int | None, bool]]
Page = StatePage | ReportPage | TrendPage | ScorePage


class _Sheet(msgspec.Struct, frozen=True):
    """A page to be filled in: its template, what stands in its contents, and what else it shows."""

    template: str
    contents: Contents
    shown: dict[str, Any]


def sections_of(page: Page) -> Markup:
    """Write the sections of a page alone, for a page of another frame that has the styles of `STYLES`."""
    from markupsafe import Markup  # noqa: PLC0415  comes with jinja2, which only HTML needs

    sheet = _sheet_of(page)
    marked = page.marking if page.marking.rank else None
    shown = {"page": page, "marked": marked, "contents": _there(sheet.contents), **sheet.shown}
    return Markup(_sections().get_template(sheet.template).render(**shown))  # noqa: S704  our own templates, which escape


def _sheet_of(page: Page) -> _Sheet:
    match page:
        case StatePage():
            return _state(page)
        case ReportPage():
            return _report(page)
        case TrendPage():
            return _trends(page)
        case ScorePage():
            return _scores(page)


def state_to_html(page: StatePage) -> str:
    """Write the state on a day as a page: one file, no network, whole without its script."""
    return _rendered(page, _state(page))


def _state(page: StatePage) -> _Sheet:
    from .drawing import state_chart, target_chart  # noqa: PLC0415  only HTML needs it

    families = families_of(page.obligations)
    shown = {each.id for members in families for each in _shown(members)}
    anchors = {
        each.id: f"o-{number}-{place}" if each.id in shown else f"f-{number}"
        for number, members in enumerate(families)
        for place, each in enumerate(members)
    }
    doubts = sum(len(each.claims) + bool(each.or_else) + (not each.confirmed) for each in page.obligations)
    contents: Contents = [
        ("in-brief", "In brief", None, True),
        ("board", "The board", len(page.obligations), True),
        ("timeline", "The timeline", None, True),
        ("due", "What falls due next", len(page.next_due), True),
        ("waits", "What waits for what", sum(bool(each.waits_for) for each in page.obligations), True),
        ("powers", "Powers", len(page.powers), bool(page.powers)),
        ("numbers", "Numbers that are followed", len(page.indicators), bool(page.indicators)),
        ("doubts", "What is not sure", doubts + len(page.idle), True),
        ("obligations", "Each obligation", len(families), True),
    ]
    charts = {"state": state_chart(page, anchors), "targets": [target_chart(each) for each in page.indicators]}
    filled: dict[str, Any] = {
        "charts": charts,
        "anchors": anchors,
        "columns": _columns(page),
        "families": [(members, _shown(members)) for members in families],
        "by_id": {each.id: each for each in page.obligations},
    }
    return _Sheet("state.html.j2", contents, filled)


def _columns(page: StatePage) -> list[tuple[StateCount, list[list[ObligationView]]]]:
    """The columns of the board: in each state, what is one obligation of the agreement together, in its order."""
    return [
        (count, families_of(each for each in page.obligations if each.state == count.state)) for count in page.states
    ]


def families_of(obligations: Iterable[ObligationView]) -> list[list[ObligationView]]:
    """What is one obligation of the agreement together, in its order."""
    families: dict[str, list[ObligationView]] = {}
    for each in obligations:
        families.setdefault(each.family, []).append(each)
    return list(families.values())


def _shown(members: list[ObligationView]) -> list[ObligationView]:
    """The instances that a page shows one by one: the last of them, and of the earlier ones what is in breach."""
    early = [each for each in members[:-_INSTANCES] if each.state == "breached"]
    return [*early[-_INSTANCES:], *members[-_INSTANCES:]]


def report_to_html(page: ReportPage) -> str:
    """Write the monitor's report as a page: one file, no network, whole without its script."""
    return _rendered(page, _report(page))


def _report(page: ReportPage) -> _Sheet:
    from .drawing import day_chart  # noqa: PLC0415  only HTML needs it

    contents: Contents = [
        ("in-brief", "In brief", None, True),
        ("counts", "Incidents by area", page.lines[0].now.number, True),
        ("harm", "People hurt", page.harm.killed + page.harm.injured, True),
        ("access", "Effort and access", None, True),
        ("who", "Who did it", None, True),
        ("open", "Open attributions", len(page.questions), bool(page.questions)),
        ("remedies", "Breaches", len(page.remedies), True),
        ("findings", "Findings", len(page.findings), bool(page.findings)),
        ("changes", "Changes of state", len(page.changes), True),
        ("incidents", "The incidents", len(page.incidents), True),
    ]
    return _Sheet("report.html.j2", contents, {"charts": {"days": day_chart(page)}, **_opening(page)})


def trends_to_html(page: TrendPage) -> str:
    """Write trends as a page: one file, no network, whole without its script."""
    return _rendered(page, _trends(page))


def _trends(page: TrendPage) -> _Sheet:
    from .drawing import step_chart  # noqa: PLC0415  only HTML needs it

    contents: Contents = [("in-brief", "In brief", None, True)]
    contents += [(f"s-{n}", clip(each.label, 40), each.total, True) for n, each in enumerate(page.series)]
    contents += [("marks", "What was agreed", len(page.marks), bool(page.marks))]
    contents += [("incidents", "The incidents", len(page.incidents), bool(page.weeks))]
    charts = [step_chart(each, page) for each in page.series]
    return _Sheet("trends.html.j2", contents, {"charts": charts, **_opening(page)})


def scores_to_html(page: ScorePage) -> str:
    """Write compliance as a page: one file, no network, whole without its script."""
    return _rendered(page, _scores(page))


def _scores(page: ScorePage) -> _Sheet:
    from .drawing import total_chart  # noqa: PLC0415  only HTML needs it

    contents: Contents = [
        ("in-brief", "In brief", None, True),
        ("degrees", "Provision by provision", len(page.provisions), True),
        ("evidence", "What it rests on", None, True),
        ("method", "How it is scored", None, True),
    ]
    return _Sheet("scores.html.j2", contents, {"chart": total_chart(page)})


def _opening(page: ReportPage | TrendPage) -> dict[str, Any]:
    """What a page needs to open the incidents behind its numbers."""
    listed = page.incidents[-_LISTED:]
    return {
        "known": {each.id: each for each in page.incidents},
        "places": {each.id: f"i-{number}" for number, each in enumerate(listed)},
        "opened": _OPENED,
        "group": _GROUP,
    }


def _there(contents: Contents) -> list[tuple[str, str, int | None]]:
    return [(anchor, label, count) for anchor, label, count, there in contents if there]


def _rendered(page: Page, sheet: _Sheet) -> str:
    marking = page.marking
    return filled_page(
        _templates(),
        sheet.template,
        styles=STYLES,
        scripts=FOLD,
        label=marking.label if marking.rank else "",
        page=page,
        marked=marking if marking.rank else None,
        contents=_there(sheet.contents),
        **sheet.shown,
    )


def _is_link(words: str) -> bool:
    """Is a source an address that a page may lead to? Anything else stays words."""
    return words.startswith(("https://", "http://"))


@functools.cache
def _templates() -> Environment:
    return page_templates([_HERE, _BRIEF], shared_words())


@functools.cache
def _sections() -> Environment:
    """The same templates in a frame that adds nothing."""
    from jinja2 import ChoiceLoader, DictLoader  # noqa: PLC0415  only HTML needs it

    made = page_templates([_HERE, _BRIEF], shared_words())
    assert made.loader is not None  # noqa: S101  `page_templates` gives it one
    made.loader = ChoiceLoader([DictLoader({"frame.html.j2": "{% block main %}{% endblock %}"}), made.loader])
    return made


def shared_words() -> dict[str, Any]:
    """The functions and words that the templates of the watch pages use."""
    return {
        "clip": clip,
        "counted": counted,
        "day": day_words,
        "days": days_words,
        "is_link": _is_link,
        "join_names": join_names,
        "moment": moment_words,
        "rate_words": rate_words,
        "rates_of": rates_of,
        "short_day": short_day,
        "words": wording(),
    }
