"""Two tables into one: what is loaded twice is there once, and what was corrected is replaced and said."""

from __future__ import annotations

import msgspec
import numpy as np
from numpy.typing import NDArray

from goodoffices.record import Marking

from .columns import Column, LabelColumn, TextColumn
from .markings import marking_ranks, markings_in
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
        former: The markings that those bore before.
    """

    table: IncidentTable
    added: int
    repeated: int
    revised: tuple[str, ...]
    changed: NDArray[np.bool_] = np.zeros(0, dtype=bool)
    remarked: int = 0
    former: tuple[Marking, ...] = ()


def merge_tables(old: IncidentTable, new: IncidentTable) -> Merged:
    """Put a newly read table behind one that is there.

    A row is the same where id, content and marking are; a row with a known id and other content corrects the old one,
    and one with another marking marks it anew.

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
    changed = ~found | corrected
    if not changed.any():
        return Merged(old, 0, len(new), (), changed)
    order = np.arange(len(old), dtype=np.int64)
    order[at[corrected]] = len(old) + np.flatnonzero(corrected)
    order = np.concatenate([order, len(old) + np.flatnonzero(~found)])
    both = IncidentTable({name: _behind(old[name], new[name]) for name in old})
    return Merged(
        both.take(order),
        added=int((~found).sum()),
        repeated=int((found & ~corrected).sum()),
        revised=tuple(new["id"][corrected]),
        changed=changed,
        remarked=int(marked.sum()),
        former=markings_in(old["marking"][at[marked]]) if marked.any() else (),
    )


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
