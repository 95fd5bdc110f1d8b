"""What became of each point between two versions."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from treaty_points import TREATY, changes, make_points

from goodoffices.draft.lineage import compare
from goodoffices.draft.text import Point, parse_text
from goodoffices.record.errors import InputError


def became(*texts: str, before: tuple[str, ...] = TREATY) -> set[tuple[str, str, str]]:
    """Compare the treaty with another version of it."""
    return changes(compare(make_points(before, "a"), make_points(texts, "b")))


def test_an_unchanged_text_stays_the_same() -> None:
    """Every point of a text compared with itself is the same, with similarity 1 and not moved."""
    comparison = compare(make_points(TREATY, "a"), make_points(TREATY, "b"))
    assert changes(comparison) == {(f"a{n}", "same", f"b{n}") for n in range(1, 9)}
    assert {(link.similarity, link.moved) for link in comparison.links} == {(1.0, False)}


def test_type_and_ends_of_items_change_nothing() -> None:
    """Other quotation marks, dashes, line ends and the mark that ends the item of a list leave a point the same."""
    found = became(
        "the “zone”\n is closed –\u00a0for now; and", "Guns go.", before=('The "zone" is closed - for now.', "Guns go.")
    )
    assert ("a1", "same", "b1") in found


@pytest.mark.parametrize(("old", "new"), [("heavy", "heavy,"), ("The Parties", "The parties")])
def test_a_capital_or_comma_is_a_change(old: str, new: str) -> None:
    """Whatever could change the meaning makes a point reworded, with a similarity below 1."""
    reworded = TREATY[0].replace(old, new)
    found = compare(make_points(TREATY, "a"), make_points([reworded, *TREATY[1:]], "b"))
    assert (found.links[0].a, found.links[0].change, found.links[0].b) == (("a1",), "reworded", ("b1",))
    assert 0.9 < found.links[0].similarity < 1


def test_what_shifts_because_points_come_and_go_has_not_moved() -> None:
    """A point put in front and one taken out make no other point move."""
    found = became("An envoy shall be named by the two churches.", *TREATY[:4], *TREATY[5:])
    assert found == {
        ("", "new", "b1"),
        ("a5", "dropped", ""),
        *((f"a{n}", "same", f"b{n + 1}") for n in range(1, 5)),
        *((f"a{n}", "same", f"b{n}") for n in range(6, 9)),
    }


def test_a_block_that_moves_takes_the_fewest_points_with_it() -> None:
    """Two points put behind four others moved; the four did not."""
    found = became(*TREATY[2:6], *TREATY[:2], *TREATY[6:])
    assert {each for each in found if each[1] == "moved"} == {("a1", "moved", "b5"), ("a2", "moved", "b6")}


def test_moved_and_reworded_is_reworded_with_the_mark() -> None:
    """A point that stands elsewhere with other words is reworded, and says that it moved."""
    reworded = "Within nine months both communities hold elections for local councils, under a law accepted by both."
    comparison = compare(make_points(TREATY, "a"), make_points([reworded, *TREATY[:3], *TREATY[4:]], "b"))
    link = next(link for link in comparison.links if link.a == ("a4",))
    assert (link.b, link.change, link.moved) == (("b1",), "reworded", True)


def test_half_of_the_words_may_change() -> None:
    """A point with synonyms, another order and a qualifier is found again among points with the same formulas."""
    found = became(
        "From the line of contact the Parties are to pull back every heavy artillery piece, by thirty km if feasible.",
        *TREATY[1:],
    )
    assert ("a1", "reworded", "b1") in found


def test_a_split_at_a_sentence_and_at_a_conjunction() -> None:
    """Each part of a point that was cut in two belongs to it, the short one too."""
    found = became(
        TREATY[0],
        "The Parties shall release all detainees.",
        "Families shall be told the place and the day of each release.",
        "The Monitoring Mission shall have access to all villages.",
        "It shall publish what it finds every week.",
        *TREATY[3:],
    )
    assert {("a2", "split", "b2 b3"), ("a3", "split", "b4 b5")} <= found


def test_neighbours_and_distant_points_that_merge() -> None:
    """Points that became one are merged, whether they stood together or not."""
    found = became(
        f"{TREATY[0]} {TREATY[7]}",
        f"{TREATY[1][:-1]}; {TREATY[2]}",
        *TREATY[3:7],
    )
    assert {("a1 a8", "merged", "b1"), ("a2 a3", "merged", "b2")} <= found


def test_a_shared_formula_is_no_lineage() -> None:
    """A point dropped and another put in, with nothing in common but how treaties speak, are not linked."""
    found = became(*TREATY[:6], TREATY[7], "The Parties shall open two border crossings.")
    assert {("a7", "dropped", ""), ("", "new", "b8")} <= found


def test_points_that_differ_by_a_number_keep_apart() -> None:
    """Near-identical points go to their own, whatever the order."""
    before = tuple(
        f"{calibre} mm guns are taken back by {km} kilometres;" for calibre, km in [(100, 9), (120, 8), (152, 33)]
    )
    after = (before[2], "122 mm howitzers are taken back by 16 kilometres;", before[0], before[1])
    found = became(*after, before=before)
    assert {("a3", "moved", "b1"), ("", "new", "b2"), ("a1", "same", "b3"), ("a2", "same", "b4")} == found


def test_equal_points_stay_in_their_turn() -> None:
    """Of many points with the same words, or with none, each goes to the one in its place."""
    before = (*("[Reserved]" if n % 2 else f"Point on subject {n} and no other." for n in range(40)), "", "—")
    comparison = compare(make_points(before, "a"), make_points(before, "b"))
    assert {link.change for link in comparison.links} == {"same"}
    assert all(link.a[0][1:] == link.b[0][1:] for link in comparison.links)


def test_ids_help_where_wording_leaves_it_open() -> None:
    """Where sure pairs have one id on both sides, an id decides between two points that read alike."""

    def version(*named: tuple[str, str]) -> list[Point]:
        return [Point(name, "", text, 0, 0) for name, text in named]

    sure = [("guns", TREATY[0]), ("release", TREATY[1]), ("funds", TREATY[4])]
    before = version(*sure, ("roads", "The council keeps the northern road open."))
    after = version(
        ("x", "The council keeps the southern road open."), ("roads", "The council keeps the western road open."), *sure
    )
    assert ("roads", "reworded", "roads") in changes(compare(before, after))


def test_wording_decides_against_an_id() -> None:
    """An id that went to another wording does not pull the link with it."""
    a = [Point("one", "", TREATY[0], 0, 0), Point("two", "", TREATY[3], 0, 0)]
    b = [Point("two", "", TREATY[0], 0, 0), Point("one", "", TREATY[3], 0, 0)]
    assert changes(compare(a, b)) == {("one", "same", "two"), ("two", "same", "one")}


def test_documents_are_compared_by_their_points() -> None:
    """Two texts are compared as they are, and spans lead into their sources."""
    old = parse_text("# Draft\n\n1. Guns go back thirty kilometres. {#guns}\n\n2. Prisoners are released at once.\n")
    new = parse_text("# Draft\n\n1. Prisoners are released at once.\n\n2. Guns go back sixty kilometres. {#guns}\n")
    comparison = compare(old, new)
    assert [(link.a[0], link.change, link.moved) for link in comparison.links][1] == ("guns", "reworded", True)
    assert all(new.source[point.start : point.end] == point.text for point in comparison.b)


def test_an_id_twice_is_an_error() -> None:
    """Two points of one text with the same id are refused in one sentence."""
    with pytest.raises(InputError, match="'a1' names 2 points"):
        compare([*make_points(TREATY, "a"), make_points(TREATY, "a")[0]], [])


def test_empty_texts() -> None:
    """Nothing against nothing has no links; against something all is new or dropped."""
    assert compare([], []).links == ()
    assert {link.change for link in compare([], make_points(TREATY, "b")).links} == {"new"}
    assert {link.change for link in compare(make_points(TREATY, "a"), []).links} == {"dropped"}


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([*TREATY, "", "[Reserved]", "条約は有効です。", "تنسحب القوات من المدينة."]), max_size=12),
    st.lists(st.sampled_from([*TREATY, f"{TREATY[0]} {TREATY[3]}", "", "条約は無効です。"]), max_size=12),
)
def test_every_point_stands_in_exactly_one_link(before: list[str], after: list[str]) -> None:
    """Whatever the texts, all points are told once, and a link has the shape that its name says."""
    comparison = compare(make_points(before, "a"), make_points(after, "b"))
    shapes = {"same": (1, 1), "moved": (1, 1), "reworded": (1, 1), "dropped": (1, 0), "new": (0, 1)}
    assert sorted(name for link in comparison.links for name in link.a) == sorted(p.id for p in comparison.a)
    assert sorted(name for link in comparison.links for name in link.b) == sorted(p.id for p in comparison.b)
    for link in comparison.links:
        assert 0 <= link.similarity <= 1
        assert shapes.get(link.change, (len(link.a), len(link.b))) == (len(link.a), len(link.b))
        assert (link.change == "split") == (len(link.b) > 1)
        assert (link.change == "merged") == (len(link.a) > 1)


@pytest.mark.slow
def test_hostile_points_take_no_time_to_speak_of() -> None:
    """A word two hundred thousand times in one point, and two thousand equal points, take seconds and no more."""
    begun = time.process_time()
    compare(make_points(["word " * 200_000, *TREATY], "a"), make_points([*TREATY, "word " * 199_999 + "end"], "b"))
    compare(make_points(["The same."] * 2_000, "a"), make_points(["The same."] * 1_999, "b"))
    assert time.process_time() - begun < 20


@pytest.mark.slow
def test_a_thousand_points_against_a_thousand() -> None:
    """Shuffled formulas, a thousand on each side, are compared in under three seconds."""
    chance = random.Random(5)  # noqa: S311 - not for secrets
    words = [
        f"{a}{b}" for a in ("guard", "harvest", "river", "border", "school", "mine") for b in ("", "s", "ing", "er")
    ]
    before = [f"The Parties shall {' '.join(chance.choices(words, k=25))}." for _ in range(1_000)]
    after = chance.sample(before, 1_000)
    begun = time.process_time()
    comparison = compare(make_points(before, "a"), make_points(after, "b"))
    assert time.process_time() - begun < 3
    assert {link.change for link in comparison.links} <= {"same", "moved"}
