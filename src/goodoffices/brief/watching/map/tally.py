"""How many incidents of which kind, by whom as claimed, in which cell and when: what the page filters and adds up."""

from __future__ import annotations

import base64
import datetime as dt

import msgspec
import numpy as np
from numpy.typing import NDArray

from goodoffices.watch.incidents import LabelColumn

__all__ = ["NOT_SAID", "OTHERS", "Tally", "tally_of"]

NOT_SAID, OTHERS = "not said", "others"
_ACTORS = 10  # named in the filter; all others are one
_MOST = 400_000  # numbers that the page holds
_SPANS_WEEKS = (1, 2, 4, 13, 52, 520)
_WEEK_MINUTES = 7 * 24 * 60
_FIRST_MONDAY = dt.date(1970, 1, 5)
_MONDAY_MINUTES = 4 * 24 * 60  # 1 January 1970 was a Thursday

Rows = NDArray[np.int64]


class Tally(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """Numbers of incidents; arrays of equal length, shape (numbers,).

    Attributes:
        kinds: Names of the kinds, the most frequent first; `NOT_SAID` for none.
        actors: Who is said to have done it, the most frequent first; `OTHERS` and `NOT_SAID` last.
        starts: First day of each span of time.
        weeks: Weeks in a span.
        cell: Finest cell.
        kind: Place in `kinds`.
        actor: Place in `actors`.
        span: Place in `starts`.
        count: How many incidents.
    """

    kinds: tuple[str, ...]
    actors: tuple[str, ...]
    starts: tuple[dt.date, ...]
    weeks: int
    cell: Rows
    kind: Rows
    actor: Rows
    span: Rows
    count: Rows

    def kind_name(self, place: int) -> str:
        """A kind by its place; "" where the data name none."""
        name = self.kinds[place]
        return "" if name == NOT_SAID else name

    def of_kind(self) -> list[int]:
        """How many incidents of each kind."""
        return _summed(self.kind, self.count, len(self.kinds))

    def of_span(self) -> list[int]:
        """How many incidents in each span of time."""
        return _summed(self.span, self.count, len(self.starts))

    def place_of(self, kind: str, actor: str, minute: int) -> tuple[int, int, int]:
        """The places of an incident's kind, actor and span."""
        whose = actor if actor in self.actors else OTHERS
        week = (minute - _MONDAY_MINUTES) // _WEEK_MINUTES
        first = (self.starts[0] - _FIRST_MONDAY).days // 7
        return (
            self.kinds.index(kind or NOT_SAID),
            self.actors.index(whose if actor else NOT_SAID),
            (week - first) // self.weeks,
        )

    def packed(self) -> str:
        """All numbers for a script, in base64.

        Each number has a key, ``((cell * kinds + kind) * actors + actor) * spans + span``; keys rise. For each, the
        step from the key before and the count follow one another as whole numbers of seven bits a byte, the lowest
        first, with the eighth bit set in all but the last byte.
        """
        sizes = (len(self.kinds), len(self.actors), len(self.starts))
        keys = _keys(self.cell, self.kind, self.actor, self.span, sizes)
        pairs = np.column_stack([np.diff(keys, prepend=0), self.count]).ravel()
        return base64.b64encode(_sevens(pairs).tobytes()).decode("ascii")


def tally_of(cells: Rows, kinds: LabelColumn, actors: LabelColumn, minutes: Rows) -> Tally:
    """Count incidents.

    Args:
        cells: Finest cell of each, shape (incidents,).
        kinds: Kind of each.
        actors: Who is said to have done it.
        minutes: When, minutes since 1970, UTC.

    Returns:
        The numbers by week; by longer spans where there would be too many numbers for a page.
    """
    kind_names, kind = _ranked(kinds, len(kinds.labels))
    actor_names, actor = _ranked(actors, _ACTORS)
    week = (minutes - _MONDAY_MINUTES) // _WEEK_MINUTES
    first = int(week.min()) if len(week) else 0
    sizes = (max(1, len(kind_names)), max(1, len(actor_names)))
    for weeks in _SPANS_WEEKS:
        span = (week - first) // weeks
        spans = int(span.max()) + 1 if len(week) else 1
        found, count = np.unique(_keys(cells, kind, actor, span, (*sizes, spans)), return_counts=True)
        if len(found) <= _MOST:
            break
    rest, spanned = np.divmod(found, spans)
    rest, acted = np.divmod(rest, sizes[1])
    cell, kinded = np.divmod(rest, sizes[0])
    starts = tuple(_FIRST_MONDAY + dt.timedelta(weeks=first + number * weeks) for number in range(spans))
    return Tally(
        kinds=kind_names,
        actors=actor_names,
        starts=starts if len(week) else (),
        weeks=weeks,
        cell=cell,
        kind=kinded,
        actor=acted,
        span=spanned,
        count=count,
    )


def _keys(cell: Rows, kind: Rows, actor: Rows, span: Rows, sizes: tuple[int, int, int]) -> Rows:
    kinds, actors, spans = sizes
    keys: Rows = ((cell * kinds + kind) * actors + actor) * spans + span
    return keys


def _sevens(numbers: Rows) -> NDArray[np.uint8]:
    """Write whole numbers of seven bits a byte."""
    rest, columns = numbers.astype(np.uint64), []
    more = np.ones(len(rest), dtype=bool)
    while more.any():
        low, rest = (rest & 127).astype(np.uint8), rest >> np.uint64(7)
        further = rest > 0
        columns.append(np.where(more, np.where(further, low | 128, low), 255).astype(np.int16) - (~more) * 256)
        more = more & further
    table = np.column_stack(columns) if columns else np.zeros((0, 1), dtype=np.int16)
    return table[table >= 0].astype(np.uint8)


def _summed(places: Rows, counts: Rows, length: int) -> list[int]:
    return [int(n) for n in np.bincount(places, weights=counts, minlength=length)]


def _ranked(column: LabelColumn, most: int) -> tuple[tuple[str, ...], Rows]:
    """Number words by how often they stand there; those past `most` are one."""
    tally = column.counts()
    named = sorted((word for word in tally if word), key=lambda word: (-tally[word], word))
    kept = named[:most]
    names = (*kept, *([OTHERS] if len(named) > most else []), *([NOT_SAID] if "" in tally else []))
    place = {word: number for number, word in enumerate(kept)}
    none = len(names) - 1
    code = [place.get(word, len(kept)) if word else none for word in column.labels]
    codes = np.array(code or [0], dtype=np.int64)
    return names, codes[column.codes] if len(column.codes) else np.zeros(0, dtype=np.int64)
