"""Points over many versions."""

from __future__ import annotations

import pytest
from treaty_points import TREATY, make_points

from goodoffices.draft.lineage import follow, stream_in_words
from goodoffices.record.errors import InputError

FIRST = TREATY[:4]
SECOND = (
    "Guarantors meet twice a year in the spa town.",
    TREATY[0].replace("thirty", "fifty"),
    TREATY[1],
    f"{TREATY[2]} {TREATY[3]}",
)
THIRD = (
    SECOND[0],
    SECOND[1],
    "The Parties shall release all detainees.",
    "Families shall be told the place and the day of each release.",
)
NAMES = ("draft 1", "draft 2", "draft 3")


def test_each_point_is_followed_from_where_it_rises() -> None:
    """Rewording, split, merging and dropping show in the stream of the point, with its ids."""
    river = follow([make_points(text, letter) for text, letter in zip((FIRST, SECOND, THIRD), "xyz", strict=True)])
    streams = {stream.id: stream for stream in river.streams}
    assert set(streams) == {"x1", "x2", "x3", "x4", "y1"}
    assert [step.ids for step in streams["x2"].steps] == [("x2",), ("y3",), ("z3", "z4")]
    assert streams["x2"].when("split") == (2,)
    assert [step.ids for step in streams["x4"].steps] == [("x4",), ("y4",), ()]
    assert (streams["x4"].when("merged"), streams["x4"].when("dropped")) == ((1,), (2,))
    assert streams["y1"].rises == 1
    assert {stream.id for stream in river.through(1, "y4")} == {"x3", "x4"}


def test_a_stream_in_words() -> None:
    """The way of a point is told by the names of the versions."""
    river = follow([make_points(text, letter) for text, letter in zip((FIRST, SECOND, THIRD), "xyz", strict=True)])
    told = {stream.id: stream_in_words(stream, NAMES) for stream in river.streams}
    assert told["x1"] == "In draft 1; reworded in draft 2."
    assert told["x3"] == "In draft 1; merged in draft 2; dropped in draft 3."
    assert told["y1"] == "In draft 2; unchanged up to draft 3."


def test_one_version_is_no_river() -> None:
    """Fewer than two versions are refused."""
    with pytest.raises(InputError, match="two versions or more"):
        follow([make_points(FIRST, "a")])
