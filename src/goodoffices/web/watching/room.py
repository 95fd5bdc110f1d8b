"""The watch book of a case, opened for whoever asks: all pages and calls of the room begin here."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from goodoffices.record import InputError, NotInCase
from goodoffices.watch.book import Book
from goodoffices.watch.errors import WatchError
from goodoffices.watch.viewer import Viewer
from goodoffices.web.asking import Asking

from .apart import await_counts
from .working import WORKING

if TYPE_CHECKING:
    from goodoffices.watch.book.seen import Seen

__all__ = ["Room", "book_stands", "room_of", "room_or_none", "without_paths"]

T = TypeVar("T")

_KEPT = 6
_NOTHING = "no watch book is kept here yet; the watch page begins one"
_lock = threading.Lock()
_opened: OrderedDict[tuple[Any, ...], Seen] = OrderedDict()


class Room(msgspec.Struct, frozen=True, eq=False):
    """The book as one audience sees it."""

    who: Asking
    seen: Seen

    @property
    def book(self) -> Book:
        """The book itself, for what is set down."""
        return self.seen.book

    def worked(
        self,
        name: str,
        make: Callable[[Seen], T],
        *about: object,
        fresh_seconds: float | None = None,
        wait: float = 8.0,
    ) -> T:
        """Give an answer that is worked out once for all who see the same.

        Args:
            name: Of the question.
            make: Answers it.
            about: What else is asked.
            fresh_seconds: How long the answer holds, where it rests on the clock.
            wait: How long whoever asks waits.

        Raises:
            NotReady: It takes longer.
        """
        seen = self.seen
        await_counts(seen)
        key = (str(seen.book.folder), seen.standing, name, *map(str, about))
        return WORKING.answer(key, lambda: make(seen), wait_seconds=wait, fresh_seconds=fresh_seconds)


def book_stands(who: Asking) -> bool:
    """Is there an agreement, whoever may see it?"""
    return (who.bench.desk.book / "agreement.yaml").is_file()


def room_or_none(who: Asking) -> Room | None:
    """Open the book; None where there is none, or nothing in it that this audience may see.

    Raises:
        InputError: It cannot be read, and whoever asks may see all of it.
    """
    folder = who.bench.desk.book
    if not (folder / "agreement.yaml").is_file():
        return None
    viewer = Viewer.of(who.audience.marking, who.audience.circles)
    key = (str(folder), viewer, _stamps(folder))
    with _lock:
        if (known := _opened.get(key)) is not None:
            _opened.move_to_end(key)
            return Room(who, known)
    try:
        seen = Book(folder).seen(None, viewer)
        _ = seen.standing
    except (WatchError, InputError) as error:
        if not viewer.keeps:
            return None  # nobody knows who may be told what is wrong with it
        raise InputError(without_paths(str(error), folder)) from None
    with _lock:
        _opened[key] = seen
        while len(_opened) > _KEPT:
            _opened.popitem(last=False)
    return Room(who, seen)


def room_of(who: Asking, *, counted: bool = True) -> Room:
    """Open the book.

    Args:
        who: Who asks.
        counted: Are its incidents counted for what is asked? Very many are in a process of their own, before.

    Raises:
        NotInCase: There is none that this audience may see.
        NotReady: Its incidents are being counted.
    """
    room = room_or_none(who)
    if room is None:
        raise NotInCase(_NOTHING)
    if counted:
        await_counts(room.seen)
    return room


def without_paths(message: str, folder: Path) -> str:
    """A message without where the book lies: that is nobody's business but its keeper's."""
    return message.replace(f"{folder}/", "").replace(str(folder), "the watch book")


def _stamps(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """When the files of a book were last written: another stamp, another book."""
    places = [folder / "incidents" / "loads.jsonl", *sorted(folder.glob("*.*"))]
    found = []
    for place in places:
        try:
            stat = place.stat()
        except OSError:
            continue
        found.append((place.name, stat.st_mtime_ns, stat.st_size))
    return tuple(found)
