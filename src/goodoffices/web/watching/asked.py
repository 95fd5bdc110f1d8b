"""What is asked of the book on most pages: where it stands, the report, the trend, the score, the map."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import msgspec

from goodoffices.brief.watching import Backing
from goodoffices.record import InputError
from goodoffices.web.moments import now

from .room import Room

if TYPE_CHECKING:
    from goodoffices.brief.watching import ReportPage, ScorePage, StatePage, TrendPage
    from goodoffices.brief.watching.map import MapPage
    from goodoffices.brief.watching.model import ChangeView
    from goodoffices.watch.alerts import Notice
    from goodoffices.watch.book.seen import Seen
    from goodoffices.watch.report import Period
    from goodoffices.watch.state import Outlook

__all__ = [
    "MapChoice",
    "all_changes",
    "backing",
    "day_of",
    "incident_days",
    "map_of",
    "notices_of",
    "outlook_of",
    "report_of",
    "scores_of",
    "state_of",
    "trends_of",
]

_WAIT_SECONDS = 8.0
_FRESH_SECONDS = 240.0
"""How long an answer holds that rests on the clock."""
_MOST_DAYS = 20_000
_EPOCH = dt.date(1970, 1, 1)
_DAY_MINUTES = 24 * 60


def day_of(text: str, default: dt.date | None = None) -> dt.date | None:
    """Read a day of an address.

    Raises:
        InputError: It is none.
    """
    if not text:
        return default
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        msg = f"{text[:20]!r} is no day; write it as 2026-03-01"
        raise InputError(msg) from None


def instant_of(on: dt.date | None) -> dt.datetime:
    """The last minute of a day; this minute where no day is asked about."""
    if on is None:
        return now().replace(second=0, microsecond=0)
    return dt.datetime.combine(on, dt.time(23, 59), dt.UTC)


def backing(seen: Seen, *, incidents: bool = True, counted: bool = False) -> Backing:
    """What a page leads back to."""
    return Backing(
        log=seen.log,
        table=seen.table if incidents and seen.has_incidents else None,
        ledger=seen.counted if counted else None,
        zones={zone.id: zone.name for zone in seen.zones or ()},
        marking=seen.marking,
    )


def outlook_of(room: Room, on: dt.date | None = None, wait: float = _WAIT_SECONDS) -> Outlook:
    """The agreement on a day."""

    def make(seen: Seen) -> Outlook:
        from goodoffices.watch.state import state  # noqa: PLC0415  only where it is asked for

        return state(seen.agreement, seen.log, on=instant_of(on), counts=seen.ledger, audience=seen.viewer)

    return room.worked("outlook", make, on, fresh_seconds=_FRESH_SECONDS, wait=wait)


def state_of(room: Room, on: dt.date | None = None, wait: float = _WAIT_SECONDS) -> StatePage:
    """Where every obligation stands on a day, as a page shows it; who asks waits so many seconds at most."""
    outlook = outlook_of(room, on, wait)

    def make(seen: Seen) -> StatePage:
        from goodoffices.brief.watching.build import build_state  # noqa: PLC0415  the same

        return build_state(outlook, backing(seen, incidents=False))

    return room.worked("state", make, outlook.on)


def all_changes(page: StatePage) -> list[ChangeView]:
    """Every change of an obligation or power."""
    return [
        *(change for each in page.obligations for change in each.changes),
        *(change for each in page.powers for change in each.changes),
    ]


def notices_of(room: Room, on: dt.date | None = None) -> tuple[Notice, ...]:
    """What the alerts of the agreement say, the latest first."""

    def make(seen: Seen) -> tuple[Notice, ...]:
        from goodoffices.watch.alerts import notices  # noqa: PLC0415  the same

        return notices(seen.agreement, seen.log, on=instant_of(on), counts=seen.ledger)[::-1]

    return room.worked("notices", make, on, fresh_seconds=_FRESH_SECONDS)


def report_of(room: Room, period: Period) -> ReportPage:
    """The monitor's report of a day or a week."""

    def make(seen: Seen) -> ReportPage:
        from goodoffices.brief.watching.build import build_report  # noqa: PLC0415  the same
        from goodoffices.watch.report import monitor  # noqa: PLC0415  the same

        return build_report(monitor(seen.agreement, seen.log, seen.counted, period), backing(seen), whole=False)

    return room.worked("report", make, period.first, period.last)


def incident_days(room: Room, wait: float = _WAIT_SECONDS) -> tuple[dt.date, dt.date] | None:
    """First and last day of the incidents; None where there are none."""

    def make(seen: Seen) -> tuple[dt.date, dt.date] | None:
        minutes = seen.counted.minutes
        if not len(minutes):
            return None
        first, last = (_EPOCH + dt.timedelta(days=int(each) // _DAY_MINUTES) for each in (minutes.min(), minutes.max()))
        return first, last

    return room.worked("days", make, wait=wait)


def trends_of(room: Room, days: tuple[dt.date, dt.date], parts: tuple[str, ...]) -> TrendPage:
    """Changes of the rate of incidents.

    Raises:
        InputError: The days are no stretch that can be looked at.
    """
    if not 0 <= (days[1] - days[0]).days < _MOST_DAYS:
        msg = f"from {days[0]} to {days[1]} is no stretch of days that can be looked at; choose others"
        raise InputError(msg)

    def make(seen: Seen) -> TrendPage:
        from goodoffices.brief.watching.build import build_trends  # noqa: PLC0415  the same
        from goodoffices.watch.course import run  # noqa: PLC0415  the same
        from goodoffices.watch.trends import find_trends, marks_of  # noqa: PLC0415  the same

        course = run(seen.agreement, seen.log, until=instant_of(days[1]), counts=seen.counted)
        marks = marks_of(seen.agreement, seen.log, course)
        found = find_trends(seen.counted, seen.log, *days, marks=marks, by=parts)
        title = seen.agreement.name
        return build_trends(found, title=title, days=days, marks=marks, backing=backing(seen, counted=True))

    return room.worked("trend", make, *days, parts)


def scores_of(room: Room, days: tuple[dt.date, ...]) -> ScorePage:
    """How far each provision has come, on each of some days."""

    def make(seen: Seen) -> ScorePage:
        from goodoffices.brief.watching.build import build_scores  # noqa: PLC0415  the same
        from goodoffices.watch.compliance import score  # noqa: PLC0415  the same

        found = score(seen.agreement, seen.log, list(days), seen.ledger)
        return build_scores(found, seen.agreement, backing(seen, incidents=False))

    return room.worked("score", make, *days)


class MapChoice(msgspec.Struct, frozen=True, kw_only=True):
    """What the reader of the map chooses: whose borders, which kind, which days, how many are listed."""

    borders: str = "none"
    kind: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    shown: int = 600

    @property
    def address(self) -> dict[str, Any]:
        """The same as the values of an address."""
        return {
            "borders": self.borders if self.borders != "none" else "",
            "kind": self.kind,
            "from": self.since or "",
            "to": self.until or "",
        }


def map_of(room: Room, choice: MapChoice) -> MapPage:
    """The map of incidents and zones.

    Raises:
        InputError: There are no such borders: of this machine's files, none is read.
    """
    from goodoffices.brief.watching.map import VIEWS  # noqa: PLC0415  the same

    if choice.borders not in VIEWS:
        msg = f"there are no borders {choice.borders[:40]!r}; choose {', '.join(VIEWS)}"
        raise InputError(msg)

    def make(seen: Seen) -> MapPage:
        from goodoffices.brief.watching.map import Choices, map_page  # noqa: PLC0415  the same

        return map_page(
            seen.counted,
            title=seen.agreement.name,
            table=seen.table,
            zones=seen.zones or (),
            choices=Choices(
                borders=choice.borders,
                shown=choice.shown,
                kinds=(choice.kind,) if choice.kind else (),
                since=choice.since,
                until=choice.until,
            ),
            marking=seen.marking,
        )

    return room.worked("map", make, choice)
