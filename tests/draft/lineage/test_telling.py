"""A comparison in words, and for machines."""

from __future__ import annotations

import json
import re

from hypothesis import given, settings
from hypothesis import strategies as st
from treaty_points import TREATY, make_points

from goodoffices.draft.lineage import CHANGES, Comparison, change_terms, compare, in_words, link_in_words, to_json


def example() -> Comparison:
    """Compare the treaty with a version in which something of each kind happened."""
    after = [
        TREATY[7],
        TREATY[0].replace("thirty", "fifty"),
        "The Parties shall release all detainees.",
        "Families shall be told the place and the day of each release.",
        f"{TREATY[2]} {TREATY[3]}",
        TREATY[4],
        "A joint commission on the missing begins its work in spring.",
    ]
    return compare(make_points(TREATY, "a"), make_points(after, "b"))


def test_one_sentence_tells_every_point_once() -> None:
    """The counts before and after are those of the texts, and no point is told twice."""
    assert in_words(example()) == (
        "8 points became 7: 1 the same, 1 reworded, 1 moved, 1 split into 2, 2 merged into 1, 2 dropped, 1 new."
    )


def test_nothing_changed() -> None:
    """An unchanged text is told so, and a single point is no `points`."""
    assert in_words(compare(make_points(TREATY, "a"), make_points(TREATY, "b"))) == "8 points stayed the same."
    assert in_words(compare(make_points(TREATY[:1], "a"), [])) == "1 point became 0: 1 dropped."
    assert in_words(compare([], [])) == "0 points became 0."


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(TREATY), max_size=8), st.lists(st.sampled_from([*TREATY, "Peace."]), max_size=8))
def test_the_sums_come_out(before: list[str], after: list[str]) -> None:
    """All but the new add up to the first text, all but the dropped to the second."""
    told = in_words(compare(make_points(before, "a"), make_points(after, "b")))
    if "stayed" in told or ":" not in told:
        return
    counts = re.findall(r"(\d+) (?:the same|moved|reworded|split into|merged into|dropped|new)(?: (\d+))?", told)
    words = re.findall(r"\d+ (the same|moved|reworded|split into|merged into|dropped|new)", told)
    assert sum(int(n) for (n, _), word in zip(counts, words, strict=True) if word != "new") == len(before)
    assert sum(int(m or n) for (n, m), word in zip(counts, words, strict=True) if word != "dropped") == len(after)


def test_each_link_in_words() -> None:
    """Links are told with the numbers of the texts."""
    comparison = example()
    told = {link.change: link_in_words(comparison, link) for link in comparison.links}
    assert told["moved"] == "Point 8 was moved, now point 1."
    assert told["split"] == "Point 2 was split into points 3 and 4."
    assert told["merged"] == "Points 3 and 4 were merged into point 5."
    assert told["same"] == "Point 5 stayed the same, now point 6."
    assert told["new"] == "Point 7 is new."


def test_every_change_has_its_names() -> None:
    """The data file names each change, in the order in which they are told."""
    assert tuple(change_terms()) == CHANGES


def test_the_form_for_machines() -> None:
    """The JSON has the points with their spans and the links; `moved` stands only where it holds."""
    form = json.loads(json.dumps(to_json(example())))
    assert set(form) == {"a", "b", "links"}
    assert form["a"][0] == {"id": "a1", "number": "1", "text": TREATY[0], "start": 0, "end": len(TREATY[0])}
    split = next(link for link in form["links"] if link["change"] == "split")
    assert (set(split), split["a"], split["b"]) == ({"a", "b", "change", "similarity"}, ["a2"], ["b3", "b4"])
    assert {"a": ["a8"], "b": ["b1"], "change": "moved", "similarity": 1.0, "moved": True} in form["links"]
    assert {"a": [], "b": ["b7"], "change": "new", "similarity": 0.0} in form["links"]
