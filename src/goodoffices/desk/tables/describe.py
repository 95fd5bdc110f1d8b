"""The reference of the tables, written from their layouts, so that it cannot be out of date.

``python -m goodoffices.desk.tables.describe`` writes docs/reference/tables.md to standard output.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from importlib import resources

from .layout import Layout, layouts
from .table import Column

__all__ = ["reference"]


def reference() -> str:
    """Write the reference in Markdown."""
    head = resources.files(__package__).joinpath("data/reference.md").read_text(encoding="utf-8")
    common = _common()
    return "\n".join(
        [head, *_every_finding(common), *(line for of in layouts().values() for line in _table(of, common))]
    )


def _common() -> tuple[Column, ...]:
    # What every finding carries stands at the end of the tables of findings, in the same order.
    whole = layouts()["findings"]
    return whole.columns[whole.keys.index("says") :]


def _every_finding(common: tuple[Column, ...]) -> Iterator[str]:
    yield "## What every finding carries\n"
    yield "The tables of findings end with these columns.\n"
    yield from _columns(common)


def _table(of: Layout, common: tuple[Column, ...]) -> Iterator[str]:
    own = of.columns
    ends_common = own[-len(common) :] == common
    if ends_common:
        own = own[: -len(common)]
    yield f"## {of.title}: `{of.name}`\n"
    more = " Behind these columns come those that every finding carries." if ends_common else ""
    yield f"A row is {of.row}.{more}\n"
    yield from _columns(own)


def _columns(columns: Iterable[Column]) -> Iterator[str]:
    yield "| column | in XLSX and DOCX | type | what stands in it |"
    yield "| --- | --- | --- | --- |"
    for column in columns:
        yield f"| `{column.name}` | {column.label} | {column.type} | {_about(column)} |"
    yield ""


def _about(column: Column) -> str:
    values = f" One of {', '.join(f'`{choice}`' for choice in column.choices)}." if column.choices else ""
    return (column.about + values).replace("|", "\\|")


if __name__ == "__main__":
    sys.stdout.write(reference())
