"""Incidents as they are listed and opened: found by kind, place, party, day and words, a page at a time."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from goodoffices.record import InputError

from .asked import backing
from .room import Room

if TYPE_CHECKING:
    from goodoffices.brief.watching.model import IncidentView
    from goodoffices.watch.book.seen import Seen
    from goodoffices.watch.incidents import TextColumn

__all__ = ["ORDERS", "Found", "Wanted", "choices_of", "find_incidents", "rows_wanted", "views_of"]

Rows = NDArray[np.int64]

PAGE = 50
ORDERS = {"newest": "Newest first", "oldest": "Oldest first", "killed": "Most killed first"}
_EPOCH = dt.date(1970, 1, 1)
_DAY_MINUTES = 24 * 60
_CHOICES = 60
_MOST_HITS = 200_000


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of the list.

    Attributes:
        kind: What happened.
        zone: A zone in which it lies, by id.
        party: To whom it is attributed; ``?`` for nobody.
        actor: Who is said to have done it.
        since: First day.
        until: Last day.
        text: Words of the report or the place, or an id.
        order: See `ORDERS`.
    """

    kind: str = ""
    zone: str = ""
    party: str = ""
    actor: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    text: str = ""
    order: str = "newest"

    @property
    def address(self) -> dict[str, Any]:
        """The same as the values of an address."""
        return {
            "kind": self.kind,
            "zone": self.zone,
            "party": self.party,
            "actor": self.actor,
            "from": self.since or "",
            "to": self.until or "",
            "q": self.text,
            "order": self.order if self.order != "newest" else "",
        }


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """One page of incidents; each is counted once, however many reports tell of it."""

    incidents: tuple[IncidentView, ...]
    total: int
    start: int

    @property
    def following(self) -> int | None:
        """Where the next page begins; None on the last."""
        end = self.start + PAGE
        return end if end < self.total else None


def rows_wanted(room: Room, wanted: Wanted) -> Rows:
    """The rows of the ledger that fit, in order.

    Raises:
        InputError: There is no such order.
    """
    if wanted.order not in ORDERS:
        msg = f"{wanted.order[:40]!r} is no order of incidents; use one of {', '.join(ORDERS)}"
        raise InputError(msg)
    return room.worked("rows", lambda seen: _rows(seen, wanted), wanted)


def _rows(seen: Seen, wanted: Wanted) -> Rows:
    ledger = seen.counted
    rows = ledger.select(
        kinds=(wanted.kind,) if wanted.kind else (),
        zones=(wanted.zone,) if wanted.zone else (),
        parties=(wanted.party,) if wanted.party not in {"", "?"} else (),
        since=_minute(wanted.since, 0),
        before=_minute(wanted.until, 1),
    )
    if wanted.party == "?":
        rows = rows[ledger.parties[rows] < 0]
    if wanted.actor:
        rows = rows[ledger.actors.isin([wanted.actor])[rows]]
    if wanted.text.strip() and len(rows):
        rows = rows[_with_words(seen, wanted.text.strip())[rows]]
    minutes = ledger.minutes[rows]
    keys = {"newest": -minutes, "oldest": minutes, "killed": -ledger.killed[rows]}
    found: Rows = rows[np.lexsort((-minutes, np.asarray(keys[wanted.order])))]
    return found


def _minute(day: dt.date | None, later: int) -> int | None:
    return None if day is None else ((day - _EPOCH).days + later) * _DAY_MINUTES


def _with_words(seen: Seen, words: str) -> NDArray[np.bool_]:
    """Which rows hold some words, in their text, their place or their id; small and large letters are one."""
    table = seen.table
    sought = words.casefold()
    hits = table["place"].isin([label for label in table["place"].labels if sought in label.casefold()])
    hits |= table["id"] == words
    for column in (table["text"], table["source_url"]):
        hits[_holding(column, sought)] = True
    # A report is listed under the row that is counted for it.
    clusters = seen.counted.clusters
    found: NDArray[np.bool_] = np.isin(clusters, clusters[hits])
    return found


def _holding(column: TextColumn, sought: str) -> Rows:
    whole, needle = column.data.tobytes().lower(), sought.encode("utf-8", "replace").lower()
    places: list[int] = []
    at = whole.find(needle)
    while at >= 0 and len(places) < _MOST_HITS:
        places.append(at)
        at = whole.find(needle, at + len(needle))
    starts = np.array(places, dtype=np.int64)
    rows = np.searchsorted(column.offsets, starts, side="right") - 1
    inside = starts + len(needle) <= column.offsets[rows + 1]  # words that run over into the next row are none
    found: Rows = np.unique(rows[inside])
    return found


def find_incidents(room: Room, wanted: Wanted, start: int = 0) -> Found:
    """Give one page of the incidents that fit."""
    rows = rows_wanted(room, wanted)
    shown = rows[start : start + PAGE]
    return Found(incidents=views_of(room.seen, shown), total=len(rows), start=start)


def views_of(seen: Seen, rows: Rows) -> tuple[IncidentView, ...]:
    """Some rows of the ledger as incidents, in their order."""
    from goodoffices.brief.watching.build.incidents import Incidents  # noqa: PLC0415  tables are heavy

    incidents = Incidents(seen.counted, backing(seen))
    incidents.ids(rows)
    by_id = {each.id: each for each in incidents.listed()}
    names = seen.counted.ids
    return tuple(by_id[names[int(row)]] for row in rows)


class Choices(msgspec.Struct, frozen=True, kw_only=True):
    """By what the list can be narrowed down: value, label and number of each."""

    kinds: tuple[tuple[str, str, int], ...]
    actors: tuple[tuple[str, str, int], ...]
    parties: tuple[tuple[str, str, int], ...]
    zones: tuple[tuple[str, str, int], ...]


def choices_of(room: Room) -> Choices:
    """By what the list can be narrowed down."""
    return room.worked("choices", _choices)


def _choices(seen: Seen) -> Choices:
    from goodoffices.brief.watching.build.incidents import kind_label  # noqa: PLC0415  as above

    ledger = seen.counted
    rows = np.flatnonzero(ledger.first)
    zones = {zone.id: zone.name for zone in seen.zones or ()}
    parties = np.bincount(ledger.parties[rows] + 1, minlength=len(ledger.party_names) + 1).tolist()
    inside = ledger.rows_of_zone(rows) if len(rows) else {}
    return Choices(
        kinds=_most({kind: n for kind, n in ledger.kinds[rows].counts().items() if kind}, kind_label),
        actors=_most({name: n for name, n in ledger.actors[rows].counts().items() if name}, str),
        parties=(
            *((name, name, parties[code + 1]) for code, name in enumerate(ledger.party_names) if parties[code + 1]),
            *((("?", "nobody", parties[0]),) if parties[0] and len(ledger) else ()),
        ),
        zones=tuple((zone, zones.get(zone, zone), len(found)) for zone, found in inside.items()),
    )


def _most(counts: dict[str, int], label: Any) -> tuple[tuple[str, str, int], ...]:  # noqa: ANN401  a function of a name
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:_CHOICES]
    return tuple((name, label(name), count) for name, count in ordered)
