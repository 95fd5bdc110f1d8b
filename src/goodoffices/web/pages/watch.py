"""The board of the watch room: where each obligation stands, what changed, what the alerts say; or a book to begin."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter
from fastapi import Query as Asked
from starlette.responses import Response

from goodoffices.brief.watching.html import families_of
from goodoffices.record.account import Role
from goodoffices.web.asking import Reader
from goodoffices.web.watching import Room, room_or_none
from goodoffices.web.watching.asked import all_changes, day_of, notices_of, state_of
from goodoffices.web.watching.beginning import may_mend, texts_of
from goodoffices.web.watching.rendering import watch_page

if TYPE_CHECKING:
    from goodoffices.brief.watching import StatePage
    from goodoffices.brief.watching.model import ChangeView, ObligationView

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_RECENT = dt.timedelta(days=14)
_CHANGES = 12
_ALERTS = 6
Short = Annotated[str, Asked(max_length=200)]


@router.get("/watch")
def board(
    who: Reader, party: Short = "", kind: Short = "", state: Short = "", on: Short = "", done: Short = ""
) -> Response:
    """The board on a day, narrowed down by party, kind and state."""
    room = room_or_none(who)
    if room is None:
        return watch_page(
            who,
            "watch_begin.html.j2",
            here="/watch",
            texts=texts_of(who) if who.may(Role.ANALYST) else (),
            may_begin=who.may(Role.ANALYST) and may_mend(who),
        )
    day = day_of(on)
    page = state_of(room, day)
    fitting = [each for each in page.obligations if _fits(each, party, kind, state)]
    columns = [
        (count, families_of(each for each in fitting if each.state == count.state))
        for count in page.states
        if any(each.state == count.state for each in fitting)
    ]
    return watch_page(
        who,
        "watch_board.html.j2",
        here="/watch",
        page=page,
        columns=columns,
        found=len(fitting),
        parties=_values(page, "owes"),
        kinds=_values(page, "kind"),
        address={"party": party, "kind": kind, "state": state, "on": on},
        chart=_chart(room, page),
        changes=_changes(page),
        alerts=notices_of(room, day)[:_ALERTS],
        done=done,
        marking=room.seen.marking,
    )


def _fits(each: ObligationView, party: str, kind: str, state: str) -> bool:
    return (
        (not party or party in each.owes or party in each.to)
        and (not kind or each.kind == kind)
        and (not state or each.state == state)
    )


def _values(page: StatePage, field: str) -> list[str]:
    """The values that obligations have, in the order in which they come."""
    found = [getattr(each, field) for each in page.obligations]
    flat = [one for each in found for one in (each if isinstance(each, tuple) else (each,))]
    return [one for one in dict.fromkeys(flat) if one]


def _changes(page: StatePage) -> Sequence[ChangeView]:
    """What changed of late, the latest first."""
    since = page.on - _RECENT
    found = [each for each in all_changes(page) if each.at >= since]
    return sorted(found, key=lambda each: (each.at, each.subject), reverse=True)[:_CHANGES]


def _chart(room: Room, page: StatePage) -> object:
    """The course of all obligations over time, drawn; each bar leads to its obligation."""
    from goodoffices.brief.watching.drawing import state_chart  # noqa: PLC0415  only where it is drawn

    anchors = {each.id: f"o-{number}" for number, each in enumerate(page.obligations)}
    return room.worked("chart", lambda _seen: state_chart(page, anchors), page.on)
