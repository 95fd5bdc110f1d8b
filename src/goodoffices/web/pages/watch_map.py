"""The map of the watch room: incidents and zones, on whose borders whoever looks chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter
from fastapi import Query as Asked
from starlette.responses import Response

from goodoffices.web.asking import Reader
from goodoffices.web.watching import room_of
from goodoffices.web.watching.asked import MapChoice, day_of, map_of
from goodoffices.web.watching.incidents import choices_of
from goodoffices.web.watching.rendering import watch_page

if TYPE_CHECKING:
    from markupsafe import Markup

    from goodoffices.watch.book.seen import Seen

__all__ = ["choice_of", "router"]

router = APIRouter(include_in_schema=False)
Short = Annotated[str, Asked(max_length=200)]


def choice_of(borders: str, kind: str, first: str, last: str) -> MapChoice:
    """What whoever looks at the map chooses."""
    return MapChoice(borders=borders or "none", kind=kind, since=day_of(first), until=day_of(last))


@router.get("/watch/map")
def show(
    who: Reader,
    borders: Annotated[str, Asked(max_length=20)] = "none",
    kind: Short = "",
    first: Annotated[str, Asked(alias="from", max_length=20)] = "",
    last: Annotated[str, Asked(alias="to", max_length=20)] = "",
) -> Response:
    """The map."""
    from goodoffices.brief.watching.map import map_sections  # noqa: PLC0415  geometry is heavy
    from goodoffices.brief.watching.map.borders import views  # noqa: PLC0415  the same

    room = room_of(who)
    choice = choice_of(borders, kind, first, last)
    made = map_of(room, choice)

    def write(_seen: Seen) -> tuple[Markup, Markup]:
        return map_sections(made)

    sections, numbers = room.worked("map written", write, choice)
    return watch_page(
        who,
        "watch_map.html.j2",
        here="/watch/map",
        page=made,
        sections=sections,
        numbers=numbers,
        choice=choice,
        address=choice.address,
        views=views(),
        choices=choices_of(room),
        marking=room.seen.marking,
    )
