"""Is it being kept? The whole watch room in a line or two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from goodoffices.brief.build.phrases import clip, counted
from goodoffices.brief.model.entry import Line
from goodoffices.desk.shelf import NotReady
from goodoffices.record import InputError
from goodoffices.web.asking import Asking

from .asked import state_of
from .room import room_or_none

if TYPE_CHECKING:
    from goodoffices.brief.watching import StatePage

__all__ = ["kept_lines"]

_NAMED = 2
_WAIT_SECONDS = 0.5


def kept_lines(who: Asking) -> tuple[Line, ...]:
    """What is in breach and what falls due next; nothing where no book is kept, or it is being worked out."""
    try:
        room = room_or_none(who)
        return tuple(_lines(state_of(room, wait=_WAIT_SECONDS))) if room is not None else ()
    except (NotReady, InputError):
        return ()


def _lines(page: StatePage) -> list[Line]:
    breached = [each for each in page.obligations if each.state == "breached"]
    named = "; ".join(clip(each.act, 60) for each in breached[:_NAMED])
    rest = f"; and {len(breached) - _NAMED} more" if len(breached) > _NAMED else ""
    made = [Line(f"{named}{rest}", (), f"{counted(len(breached), 'obligation')} in breach")] if breached else []
    if not breached and page.obligations:
        made.append(Line(f"Nothing of {counted(len(page.obligations), 'obligation')} is in breach"))
    due = next((each for each in page.obligations if page.next_due and each.id == page.next_due[0]), None)
    if due is not None:
        made.append(Line(f"{clip(due.act, 70)}, {due.due_words}", (), "Next to fall due"))
    return made
