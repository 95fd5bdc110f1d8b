"""Two tables into one: what is loaded twice is there once, and what was corrected is replaced and said."""

from __future__ import annotations

import msgspec
import numpy as np
from numpy.typing import NDArray

from .circles import joint_label
from .columns import Column, LabelColumn, TextColumn
from .markings import marking_ranks, release_keys
from .table import IncidentTable

__all__ = ["Merged", "merge_tables"]


class Merged(msgspec.Struct, frozen=True):
    """What came of loading more incidents.

    Attributes:
        table: The old rows in their order (corrected ones with their new content), then the new ones.
        added: How many rows are new.
        repeated: How many rows of the new table stood in the old one already.
        revised: Ids of the rows whose content or marking is another now; the old table still has the old one.
        changed: Which rows of the new table are new or revised, shape (new rows,).
        remarked: How many of the revised rows say the same as before, and bear another marking.
        former: What those bore before, as `release_keys` writes it.
        widened: How many rows of the new table say the same as before, and may be known of by more circles.
    """

    table: IncidentTable
    added: int
    repeated: int
    revised: tuple[str, ...]
    changed: NDArray[np.bool_] = np.zeros(0, dtype=bool)
    remarked: int = 0
    former: tuple[str, ...] = ()
    widened: int = 0


def merge_tables(old: IncidentTable, new: IncidentTable) -> Merged:
    """Put a newly read table behind one that is there.

    A row is the same where id, content and marking are; a row with a known id and other content corrects the old one,
    and one with another marking marks it anew. What two say alike the circles of both may know of.

    Args:
        old: What is there.
        new: What was read now.

    Returns:
        The table of both, and what came of each new row. Merging the same table again changes nothing.
    """
    known = {name: row for row, name in enumerate(old["id"])}
    at = np.fromiter((known.get(name, -1) for name in new["id"]), dtype=np.int64, count=len(new))
    found = at >= 0
    corrected = found.copy()
    corrected[found] = new["fingerprint"][found] != old["fingerprint"][at[found]]
    same = found & ~corrected
    marked = np.zeros(len(new), dtype=bool)
    marked[same] = marking_ranks(new["marking"])[same] != marking_ranks(old["marking"])[at[same]]
    corrected |= marked
    new, wider = _joined(old, new, at, same)
    wider &= ~corrected
    changed = ~found | corrected | wider
    if not changed.any():
        return Merged(old, 0, len(new), (), changed)
    order = np.arange(len(old), dtype=np.int64)
    order[at[corrected | wider]] = len(old) + np.flatnonzero(corrected | wider)
    order = np.concatenate([order, len(old) + np.flatnonzero(~found)])
    both = IncidentTable({name: _behind(old[name], new[name]) for name in old})
    return Merged(
        both.take(order),
        added=int((~found).sum()),
        repeated=int((found & ~corrected & ~wider).sum()),
        revised=tuple(new["id"][corrected]),
        changed=changed,
        remarked=int(marked.sum()),
        former=tuple(release_keys(old.take(at[marked]))) if marked.any() else (),
        widened=int(wider.sum()),
    )


def _joined(
    old: IncidentTable, new: IncidentTable, at: NDArray[np.int64], same: NDArray[np.bool_]
) -> tuple[IncidentTable, NDArray[np.bool_]]:
    """Let the circles of both know of rows that say the same; and tell which of them more may know of than before."""
    wider = np.zeros(len(new), dtype=bool)
    if not (any(old["circles"].labels) or any(new["circles"].labels)):
        return new, wider
    labels = new["circles"].tolist()
    was = old["circles"].tolist()
    for row in np.flatnonzero(same).tolist():
        before = was[int(at[row])]
        labels[row] = joint_label(before, labels[row])
        wider[row] = labels[row] != before
    return IncidentTable({name: new[name] if name != "circles" else LabelColumn.of(labels) for name in new}), wider


def _behind(old: Column, new: Column) -> Column:
    """Put one column behind another."""
    if isinstance(old, TextColumn) and isinstance(new, TextColumn):
        offsets = np.concatenate([old.offsets, new.offsets[1:] + old.offsets[-1]])
        return TextColumn(offsets, np.concatenate([old.data[: old.offsets[-1]], new.data]))
    if isinstance(old, LabelColumn) and isinstance(new, LabelColumn):
        known = {label: code for code, label in enumerate(old.labels)}
        codes = np.array([known.setdefault(label, len(known)) for label in new.labels] or [0], dtype=np.int32)
        return LabelColumn(np.concatenate([old.codes, codes[new.codes]]), tuple(known))
    return np.concatenate([np.asarray(old), np.asarray(new)])
