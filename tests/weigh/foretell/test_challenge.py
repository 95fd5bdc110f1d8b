"""The challenge model gives what was published, and asks nothing of names or units."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.weigh import ModelError, WeighError
from goodoffices.weigh.foretell import Stakes, challenge_rounds, read_stakes, weighted_mean, weighted_median

SHARED = Path(__file__).parents[4] / "shared" / "weighing" / "emission_standards.csv"
PUBLISHED = [8.4, 9.9, 9.9, 9.9, 9.9, 7.4, 8.8, 9.6]


def made(positions: list[float], salience: float = 0.5) -> Stakes:
    """Parties of equal weight at these positions."""
    count = len(positions)
    names = tuple(f"p{n}" for n in range(count))
    return Stakes(names, np.array(positions), np.full(count, salience), np.ones(count))


@pytest.mark.skipif(not SHARED.exists(), reason="../shared is not here: the emission standards are read from there")
def test_published_medians_are_reproduced_but_for_the_second_round() -> None:
    """Seven of the eight printed medians, cut to a tenth, come out; the second is 9.61 here and 9.9 in print.

    After the second round the positions are 4, 7, 8.42, 9.61 and 10, so no party stands at 9.9 then.
    """
    medians = [after.median for after in challenge_rounds(read_stakes(SHARED), 8)]
    cut = [int(median * 10) / 10 for median in medians]
    assert [n for n in range(8) if cut[n] != PUBLISHED[n]] == [1]
    assert medians[1] == pytest.approx(9.611, abs=1e-3)


def test_all_of_one_mind_need_no_round() -> None:
    """Where all stand at one point nobody challenges anybody."""
    assert challenge_rounds(made([3.0, 3.0, 3.0])) == ()


@given(st.lists(st.integers(0, 20), min_size=3, max_size=8), st.randoms())
def test_moves_name_who_moved_and_start_where_it_stood(positions: list[int], chance: object) -> None:
    """Each move starts at the position of its party before the round, and ends at that after it."""
    del chance
    before = made([float(each) for each in positions])
    for after in challenge_rounds(before, 3):
        ends = {move.party: move for move in after.moves}
        for n, party in enumerate(before.parties):
            moved = ends.get(party)
            assert after.positions[n] == (moved.end if moved else before.positions[n])
            assert moved is None or moved.start == before.positions[n]
        before = Stakes(before.parties, after.positions, before.salience, before.capability)


@given(st.lists(st.integers(0, 20), min_size=2, max_size=8), st.floats(0.5, 4), st.floats(-50, 50))
def test_another_unit_gives_the_same_forecast(positions: list[int], factor: float, shift: float) -> None:
    """Positions in other units, rescaled and shifted, move in the same way, and so does the mean."""
    plain = made([float(each) for each in positions])
    other = made([each * factor + shift for each in positions])
    first, second = challenge_rounds(plain, 1), challenge_rounds(other, 1)
    assert len(first) == len(second)
    if first:
        assert second[0].mean == pytest.approx(first[0].mean * factor + shift, abs=1e-6)


def test_median_is_the_position_that_half_the_weight_reaches() -> None:
    """The weighted median is a position of a party, and heavy parties pull it."""
    stakes = Stakes(("a", "b", "c"), np.array([0.0, 50.0, 100.0]), np.array([1.0, 1.0, 1.0]), np.array([1.0, 1.0, 5.0]))
    assert weighted_median(stakes) == 100
    assert weighted_mean(stakes) == pytest.approx(550 / 7)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"positions": np.array([1.0])}, "1 numbers for 2 parties"),
        ({"positions": np.array([1.0, np.nan])}, "positions of 'b' is nan"),
        ({"salience": np.array([1.0, 2.0])}, "more than 1"),
        ({"capability": np.array([-1.0, 2.0])}, "capability of 'a' is -1.0"),
        ({"capability": np.zeros(2)}, "no position weighs anything"),
    ],
)
def test_numbers_that_cannot_be_are_refused(change: dict[str, np.ndarray], words: str) -> None:
    """A number out of its range is named with its party."""
    numbers = {"positions": np.array([0.0, 1.0]), "salience": np.ones(2), "capability": np.ones(2)} | change
    with pytest.raises(WeighError, match=words):
        Stakes(("a", "b"), **numbers)


def test_a_cell_that_is_no_number_is_named_with_its_line(tmp_path: Path) -> None:
    """The error says the file, the line, the party and the cell."""
    path = tmp_path / "issue.csv"
    path.write_text("actor,capability,position,salience\nNorland,1,4,80\nSudmark,1,far,80\n", encoding="utf-8")
    with pytest.raises(ModelError, match=r"issue\.csv:3: position of 'Sudmark' is 'far'"):
        read_stakes(path)


def test_no_rounds_are_refused() -> None:
    """Zero rounds are no forecast."""
    with pytest.raises(WeighError, match="0 rounds"):
        challenge_rounds(made([0.0, 1.0]), 0)
