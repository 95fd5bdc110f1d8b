"""The collector of circles rests while a report is read, and only then."""

from __future__ import annotations

import gc

import pytest

from goodoffices.read.uncollected import uncollected

SHORT, LONG = 1_000, 1_000_000


@pytest.mark.parametrize(("chars", "awake"), [(SHORT, [False, True]), (LONG, [True, True])])
def test_it_rests_for_reports_of_usual_length(chars: int, awake: list[bool]) -> None:
    """Inside it does not run, but for a long text; behind it runs again."""
    with uncollected(chars):
        seen = [gc.isenabled()]
    assert [*seen, gc.isenabled()] == awake


def test_it_runs_again_after_an_error() -> None:
    """A fault in the reading does not leave the program without a collector."""
    with pytest.raises(ValueError, match="broken"), uncollected(SHORT):
        raise ValueError("broken")  # noqa: EM101  any error
    assert gc.isenabled()


def test_who_is_inside_another_leaves_it_alone() -> None:
    """A second reading inside the first, as in another thread, does not wake it."""
    with uncollected(SHORT):
        with uncollected(SHORT):
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
