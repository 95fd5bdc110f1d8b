"""The reference of the tables is what the tables are."""

from __future__ import annotations

from pathlib import Path

from goodoffices.desk.tables.describe import reference
from goodoffices.desk.tables.layout import layouts

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "tables.md"


def test_the_reference_is_current() -> None:
    """docs/reference/tables.md is what `python -m goodoffices.desk.tables.describe` writes."""
    assert PAGE.read_text(encoding="utf-8") == reference(), "run `python -m goodoffices.desk.tables.describe`"


def test_every_table_and_column_is_described() -> None:
    """Each table has its heading, each column its line, and none goes without a word."""
    text = reference()
    for of in layouts().values():
        assert f": `{of.name}`\n" in text
        for column in of.columns:
            assert f"| `{column.name}` |" in text
            assert column.about.endswith(".") or column.about.endswith("?")
