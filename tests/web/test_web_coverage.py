"""The table of what reports ask for: each row says where it is in the workbench, and that page is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.routing import compile_path
from starlette.testclient import TestClient

from goodoffices.web.app import PAGES

_TABLE = Path(__file__).parents[2] / "docs/reference/coverage.md"
_ROW = re.compile(r"^\| \d\d \| ")
_ROWS = [line for line in _TABLE.read_text(encoding="utf-8").splitlines() if _ROW.match(line)]


def addresses(row: str) -> list[str]:
    """The addresses in the last column of a row."""
    last = re.split(r"(?<!\\) \| ", row.rstrip(" |"))[-1]
    return re.findall(r"`(/[^`]*)`", last)


def test_there_are_eighty_rows() -> None:
    """None was lost."""
    assert len(_ROWS) == 80


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: re.split(r" \| ", row)[1][:40])
def test_every_row_is_reached_by_clicking(row: str) -> None:
    """It names at least one page, and each of them is one of the workbench."""
    import importlib  # noqa: PLC0415  the pages are loaded once, by the first row

    paths = [
        route.path
        for name in PAGES
        for route in importlib.import_module(f"goodoffices.web.pages.{name}").router.routes
        if "GET" in route.methods
    ]
    named = addresses(row)
    assert named
    for address in named:
        plain = address.split("?")[0].split("#")[0]
        assert any(compile_path(path)[0].match(plain) for path in paths), address


def test_what_needs_no_name_opens(client: TestClient) -> None:
    """Every page that needs no text, model, report or watch book stands in a case that has none of them."""
    needs = ("NAME", "ID", "/watch/")
    plain = {each for row in _ROWS for each in addresses(row) if not any(need in each for need in needs)}
    for address in sorted(plain):
        assert client.get(address).status_code in {200, 303}, address
