"""Two tables into one: what is loaded twice is there once, and what was corrected is replaced and said."""

from __future__ import annotations

import msgspec
import numpy as np

from .columns import Column, LabelColumn, TextColumn
from .table import IncidentTable

__all__ = ["Merged", "merge_tables"]


class Merged(msgspec.Struct, frozen=True):
    """What came of loading more incidents.

    Attributes:
        table: The old rows in their order (corrected ones with their new content), then the new ones.
        added: How many rows are new.
        repeated: How many rows of the new table stood in the old one already.
        revised: Ids of the rows whose content is another now; the old table still has the old content.
    """

    table: IncidentTable
    added: int
    repeated: int
    revised: tuple[str, ...]


def merge_tables(old: IncidentTable, new: IncidentTable) -> Merged:
    """Put a newly read table behind one that is there.

    A row is the same where id and content are; a row with a known id and other content corrects the old one.

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
    if found.all() and not corrected.any():
        return Merged(old, 0, len(new), ())
    order = np.arange(len(old), dtype=np.int64)
    order[at[corrected]] = len(old) + np.flatnonzero(corrected)
    order = np.concatenate([order, len(old) + np.flatnonzero(~found)])
    both = IncidentTable({name: _behind(old[name], new[name]) for name in old})
    return Merged(
        both.take(order),
        added=int((~found).sum()),
        repeated=int((found & ~corrected).sum()),
        revised=tuple(new["id"][corrected]),
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
