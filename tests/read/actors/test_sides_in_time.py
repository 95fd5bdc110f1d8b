"""For whom persons spoke in which year: `data/sides_in_time.toml`."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from goodoffices.read.actors.gazetteer import entities
from goodoffices.read.actors.times import side_at


def _spans() -> list[tuple[str, str, int, int]]:
    """Name, side, first and last year of each entry."""
    text = (resources.files("goodoffices.read.actors") / "data" / "sides_in_time.toml").read_text(encoding="utf-8")
    return [
        (name, side, first, last) for name, spans in tomllib.loads(text)["times"].items() for side, first, last in spans
    ]


def test_every_side_is_an_entity() -> None:
    """An alias in its place would be a side that nobody finds."""
    assert not [(name, side) for name, side, _, _ in _spans() if side not in entities()]


def test_spans_are_years_in_order() -> None:
    """A span that ends before it begins would say nothing, ever."""
    assert not [span for span in _spans() if not 1900 <= span[2] <= span[3] <= 2100]


@pytest.mark.parametrize(
    ("name", "year", "side"),
    [
        ("Martti Ahtisaari", 1979, "United Nations"),
        ("Martti Ahtisaari", 1996, "Finland"),
        ("Javier Solana", 1990, "Spain"),
        ("Javier Solana", 1997, "NATO"),
        ("Javier Solana", 2004, "European Union"),
        ("Cyrus Vance", 1978, "United States"),
        ("Cyrus Vance", 1992, "United Nations"),
        ("Eduard Shevardnadze", 1988, "Soviet Union"),
        ("Eduard Shevardnadze", 1995, "Georgia"),
        ("Paul Kagame", 1992, "Rwandan Patriotic Front"),
        ("Paul Kagame", 2004, "Rwanda"),
        ("Joaquim Chissano", 1970, "Frelimo"),
        ("Jalal Talabani", 1992, "Patriotic Union of Kurdistan"),
        ("Jalal Talabani", 2008, "Iraq"),
    ],
)
def test_a_person_speaks_for_the_side_of_the_year(name: str, year: int, side: str) -> None:
    """An envoy was a president before, a president a rebel."""
    found = side_at(name, year)
    assert found is not None
    assert found.name == side


def test_nothing_is_said_of_a_year_of_change_or_of_none() -> None:
    """Where two spans meet, or the day is not known, the other lists decide."""
    assert side_at("Paul Kagame", 1994) is None
    assert side_at("Paul Kagame", None) is None
