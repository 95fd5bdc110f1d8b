"""Reports that may tell of one incident: the doubtful pairs, what people said of them, and the way to take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter
from fastapi import Query as Asked
from starlette.responses import Response

from goodoffices.watch.log import Pairing
from goodoffices.web.asking import Reader
from goodoffices.web.watching import Room, room_of
from goodoffices.web.watching.rendering import watch_page

if TYPE_CHECKING:
    from goodoffices.watch.book.seen import Seen

__all__ = ["doubtful_pairs", "router"]

router = APIRouter(include_in_schema=False)

_PAGE = 20
_MOST = 2_000
Pair = tuple[float, dict[str, Any], dict[str, Any]]


def doubtful_pairs(room: Room) -> tuple[Pair, ...]:
    """Pairs of reports that may tell of one incident and of which nobody has spoken, the most doubtful first."""

    def make(seen: Seen) -> tuple[Pair, ...]:
        from goodoffices.watch.duplicates import duplicate_pairs  # noqa: PLC0415  only where it is asked for

        table = seen.table
        found = duplicate_pairs(table).to_look_at()
        decided = {frozenset((each.left, each.right)) for each in seen.log.of(Pairing)}
        made: list[Pair] = []
        for left, right, probability in zip(found.left, found.right, found.probability, strict=True):
            if frozenset((str(table["id"][int(left)]), str(table["id"][int(right)]))) not in decided:
                made.append((round(float(probability), 3), table.record(int(left)), table.record(int(right))))
            if len(made) == _MOST:
                break
        return tuple(made)

    return room.worked("pairs", make) if room.seen.has_incidents else ()


@router.get("/watch/pairs")
def pairs(
    who: Reader, start: Annotated[int, Asked(ge=0, le=100_000)] = 0, done: Annotated[str, Asked(max_length=40)] = ""
) -> Response:
    """The doubtful pairs, and those that were decided."""
    room = room_of(who)
    found = doubtful_pairs(room)
    decided = [(key, each) for key, each in room.seen.log.entries.items() if isinstance(each, Pairing)]
    return watch_page(
        who,
        "watch_pairs.html.j2",
        here="/watch/pairs",
        pairs=found[start : start + _PAGE],
        total=len(found),
        start=start,
        following=start + _PAGE if start + _PAGE < len(found) else None,
        decided=decided[::-1],
        done=done,
        marking=room.seen.marking,
    )
