"""What entries of the log name, and whether an audience may see all of it: an entry must not tell of what is hidden."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from goodoffices.record import Marking

from ..agreement import circles_of, markings_of
from ..errors import WatchError
from ..log import Attribution, Effort, Entry, Finding, Happening, Log, Pairing, Reading, Retraction, What

if TYPE_CHECKING:
    from ..viewer import Viewer
    from .book import Book
    from .seen import Seen

__all__ = ["confined_as_named", "incidents_named", "marking_named", "readable_log"]


def incidents_named(entry: Entry) -> tuple[str, ...]:
    """The incidents that an entry names, by id."""
    match entry:
        case Happening() | Finding():
            return entry.incidents
        case Attribution():
            return (entry.incident,)
        case Pairing():
            return (entry.left, entry.right)
        case _:
            return ()


def thing_named(entry: Entry) -> str:
    """The obligation, power or indicator that an entry is about; "" for an event, and for all that names none."""
    match entry:
        case Happening() if entry.what is not What.HAPPENED:
            return entry.subject.split("/", 1)[0]
        case Finding():
            return entry.obligation.split("/", 1)[0]
        case Reading():
            return entry.indicator
        case _:
            return ""


def readable_log(log: Log, seen: Seen) -> Log:
    """Leave out entries about what the audience may not see, and of the others the incidents that it may not see.

    Args:
        log: As it is known, and without entries that the audience may not see.
        seen: The book as the audience may see it.
    """
    if seen.viewer.keeps:
        return log
    there = _things(seen)
    hidden = _hidden_zones(seen)
    shown = _shown_incidents(seen, log)
    kept = {}
    for key, entry in log.entries.items():
        thing = thing_named(entry)
        if (thing and thing not in there) or (isinstance(entry, Effort) and entry.zone in hidden):
            continue
        if isinstance(entry, Attribution | Pairing) and not all(map(shown, incidents_named(entry))):
            continue
        kept[key] = _without_hidden(entry, shown)
    return Log(kept)


def _without_hidden(entry: Entry, shown: Callable[[str], bool]) -> Entry:
    if not isinstance(entry, Happening | Finding) or all(map(shown, entry.incidents)):
        return entry
    return replace(entry, incidents=tuple(filter(shown, entry.incidents)))


def _things(seen: Seen) -> set[str]:
    return set(markings_of(seen.agreement))


def _hidden_zones(seen: Seen) -> set[str]:
    """Zones of the book that the audience does not see, by id."""
    every = seen.book.zones(seen.known)
    return {zone.id for zone in every or ()} - {zone.id for zone in seen.zones or ()}


def _shown_incidents(seen: Seen, log: Log) -> Callable[[str], bool]:
    """Tell of an incident whether the audience sees it: of those alone that entries name."""
    named = {name for entry in log.entries.values() for name in incidents_named(entry)}
    there = named & set(seen.table["id"]) if named and seen.has_incidents else set()
    return there.__contains__


def marking_named(book: Book, entry: Entry) -> tuple[str, Marking]:
    """The most restricted thing that an entry names, and its marking.

    Args:
        book: The book.
        entry: What is to be set down.
    """
    thing = thing_named(entry)
    found = [(thing, marking) for own, marking in markings_of(book.agreement).items() if own == thing]
    found += list(_incident_markings(book, incidents_named(entry)))
    if isinstance(entry, Retraction):
        found += [(entry.entry, each.marking) for key, each in book.log().entries.items() if key == entry.entry]
    if isinstance(entry, Effort):
        found += [(zone.id, zone.marking) for zone in book.zones() or () if zone.id == entry.zone]
    return max(found, key=lambda each: each[1].rank, default=("", Marking.CLEAR))


def confined_as_named(book: Book, entry: Entry, viewer: Viewer) -> Entry:
    """Confine an entry as what it names is: who may not know of that may not read about it.

    Args:
        book: The book.
        entry: What is to be set down.
        viewer: Who sets it down: of the circles of a thing only their own count.

    Raises:
        WatchError: It names things of circles that have no member in common.
    """
    found = set(entry.circles)
    for named, circles in _circles_named(book, entry):
        own = set(viewer.within(circles)) or set(circles)
        found = found & own if found else own
        if not found:
            fault = f"the entry names {named!r} and what is confined to another circle: write an entry for each"
            raise WatchError(fault)
    return replace(entry, circles=tuple(sorted(found))) if found != set(entry.circles) else entry


def _circles_named(book: Book, entry: Entry) -> Iterable[tuple[str, tuple[str, ...]]]:
    """What an entry names that is confined, with its circles."""
    thing = thing_named(entry)
    if circles := circles_of(book.agreement).get(thing, ()):
        yield thing, circles
    if isinstance(entry, Retraction):
        back = book.log().entries.get(entry.entry)
        yield from ((entry.entry, each.circles) for each in (back,) if each is not None and each.circles)
    if isinstance(entry, Effort):
        yield from ((zone.id, zone.circles) for zone in book.zones() or () if zone.id == entry.zone and zone.circles)
    from ..incidents import circles_in  # noqa: PLC0415  tables are heavy

    wanted = incidents_named(entry)
    if wanted and any(circles for load in book.loads().loads for _, circles in load.borne):
        table = book.incidents()
        for name in wanted:
            for row in (table["id"] == name).nonzero()[0].tolist():
                if circles := circles_in(table["circles"][row]):
                    yield name, circles


def _incident_markings(book: Book, names: Iterable[str]) -> Iterable[tuple[str, Marking]]:
    wanted = tuple(names)
    if not wanted or book.loads().level(Marking.RED) is Marking.CLEAR:
        return
    table = book.incidents()
    for name in wanted:
        for row in (table["id"] == name).nonzero()[0].tolist():
            yield name, Marking(table["marking"][row])
