"""A table as a pandas DataFrame, with types that fit: days as dates, stances as categories, unknown as missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from goodoffices.desk.tables import Cell, Column, Table
from goodoffices.record import InputError

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["to_frame"]


def to_frame(table: Table) -> pd.DataFrame:
    """Write a table as a DataFrame.

    Args:
        table: The table.

    Returns:
        One column a column, by name: text and ids as ``string``, columns of a vocabulary as categories in its order,
        counts as ``Int64`` and probabilities as ``float64``, days as ``datetime64[s]``, moments as
        ``datetime64[s, UTC]``, flags as ``boolean``, lists as tuples. What is unknown is missing (NA, NaN or NaT).
        ``attrs`` has the title, the marking, the audience and the note.

    Raises:
        InputError: If pandas is not installed.
    """
    try:
        import pandas as pd  # noqa: PLC0415  an extra of 70 MB
    except ImportError:
        msg = "a DataFrame needs pandas, which is not installed: pip install 'goodoffices[notebook]'; or take CSV"
        raise InputError(msg) from None
    columns = {column.name: _series(column, table.column(column.name)) for column in table.columns}
    frame = pd.DataFrame(columns, columns=list(table.names))
    frame.attrs = {
        "title": table.title,
        "marking": table.marking.label,
        "audience": table.audience.label,
        "note": table.note,
    }
    return frame


def _series(column: Column, cells: Sequence[Cell]) -> pd.Series:  # noqa: PLR0911  one line a type
    import pandas as pd  # noqa: PLC0415  as above

    if column.choices:
        seen = dict.fromkeys((*column.choices, *(str(cell) for cell in cells if cell is not None)))
        return pd.Series(cells, dtype=pd.CategoricalDtype(list(seen)))
    match column.type:
        case "number":
            return pd.Series(cells, dtype="float64" if _probabilities(cells) else "Int64")
        case "date":
            return pd.Series(_days(cells))
        case "moment":
            return pd.Series(_days([_in_utc(cell) for cell in cells])).dt.tz_localize("UTC")
        case "flag":
            return pd.Series(cells, dtype="boolean")
        case "list":
            return pd.Series(list(cells), dtype="object")
    return pd.Series(cells, dtype="string")


def _probabilities(cells: Sequence[Cell]) -> bool:
    # Of a column in which nothing is known, nobody can tell: it is taken for counts.
    return any(isinstance(cell, float) for cell in cells)


def _days(cells: Sequence[Cell]) -> object:
    import numpy as np  # noqa: PLC0415  comes with pandas

    # By seconds: nanoseconds, the default, end in 2262 and begin in 1677.
    return np.array([cell.isoformat() if isinstance(cell, dt.date) else "NaT" for cell in cells], dtype="datetime64[s]")


def _in_utc(cell: Cell) -> Cell:
    return cell.astimezone(dt.UTC).replace(tzinfo=None) if isinstance(cell, dt.datetime) else None
