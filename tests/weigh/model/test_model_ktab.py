"""KTAB's CSV in and out: actors, influence, positions and saliences."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goodoffices.weigh import ModelError, as_problem, read_model, write_model
from goodoffices.weigh.model import Exact

TEXT = """\
Ferry talks ,"Who pays, and how much",2,2,
Actor,Description,Power,Pstn1,Sal1,Toll Position, Toll Salience,
Owners, The owners, 102.5, 75.5, 40,  0,  110,
Town,"Council, elected", 50, 20, 30, 100, 20,
"""


def test_a_file_is_read(tmp_path: Path) -> None:
    """Title row, column names, one row an actor; a final comma is nothing."""
    (tmp_path / "f.csv").write_text(TEXT)
    model = read_model(tmp_path / "f.csv")
    assert [issue.name for issue in model.issues] == ["Scale 1", "Toll"]
    assert [party.influence for party in model.parties] == [Exact(102.5), Exact(50.0)]
    assert (model.title, model.note) == ("Ferry talks", "Who pays, and how much")
    values = as_problem(model).tables[0].values[:, 0]
    assert np.argmax(values) in {75, 76}
    assert values[70] * 150 / 40 == pytest.approx(100 - 5.5)


def test_a_file_comes_back(tmp_path: Path) -> None:
    """Read, written and read again: the same model."""
    (tmp_path / "f.csv").write_text(TEXT)
    model = read_model(tmp_path / "f.csv")
    write_model(model, tmp_path / "g.csv")
    assert read_model(tmp_path / "g.csv") == model


cell = st.text(alphabet='abc ",;é', min_size=1, max_size=8).map(lambda text: " ".join(text.split())).filter(bool)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(cell, min_size=1, max_size=3, unique=True),
    st.lists(st.tuples(st.floats(0, 100), st.floats(1, 100)), min_size=1, max_size=2),
)
def test_any_actors_come_back(
    tmp_path_factory: pytest.TempPathFactory, actors: list[str], pairs: list[tuple[float, float]]
) -> None:
    """Names with commas and quotes, positions anywhere from 0 to 100."""
    folder = tmp_path_factory.mktemp("ktab")
    quoted = ['"' + actor.replace('"', '""') + '"' for actor in actors]
    pairs_text = ",".join(f"{position!r},{salience!r}" for position, salience in pairs)
    columns = ",".join(f"S{n} Position,S{n} Salience" for n in range(len(pairs)))
    rows = [f"{actor},x,1.5,{pairs_text}" for actor in quoted]
    (folder / "a.csv").write_text(f"T,D,{len(actors)},{len(pairs)}\nActor,D,I,{columns}\n" + "\n".join(rows))
    model = read_model(folder / "a.csv")
    write_model(model, folder / "b.csv")
    assert read_model(folder / "b.csv") == model
    assert [party.name for party in model.parties] == actors


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (", 20, 30, 100, 20,", ", 20, 30, 100,", r"f\.csv:4: 6 cells where 7 belong"),
        (" 20, 30,", " far, 30,", r"f\.csv:4: 'far' in column 4 is no number"),
        (" 20, 30,", " 120, 30,", r"f\.csv:4: a position of 120"),
        (" 20, 30,", " 20, nan,", r"f\.csv:4: 'nan' in column 5: it must be finite"),
        (" 50, 20", " -50, 20", r"f\.csv:4: '-50' in column 3"),
        ('much",2,2', 'much",3,2', r"f\.csv:1: it says 3 actors, and there are 2"),
        (",Toll Position, Toll Salience", ",Toll Position", r"f\.csv:2: the columns are"),
        ("Town,", "Owners,", "two partys are called 'Owners'|called 'Owners'"),
        (TEXT, "Ferry talks", "too short"),
    ],
)
def test_a_bad_row_is_told_with_its_line(tmp_path: Path, before: str, after: str, words: str) -> None:
    """Too few cells, no number, out of bounds, wrong counts, a name twice."""
    assert before in TEXT
    (tmp_path / "f.csv").write_text(TEXT.replace(before, after))
    with pytest.raises(ModelError, match=words):
        read_model(tmp_path / "f.csv")


def test_what_ktab_cannot_say_is_refused(tmp_path: Path) -> None:
    """Named options, constraints and inexact weights are not lost in silence."""
    for name in ("two-banks.yaml", "prisoners-and-corridor.yaml"):
        example = Path(__file__).resolve().parents[3] / "examples" / "weigh" / name
        with pytest.raises(ModelError, match="KTAB"):
            write_model(read_model(example), tmp_path / "x.csv")
