"""Merging loses no sentence, whatever two people did to the same version."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goodoffices.draft.merge import merge
from goodoffices.draft.text import Document, parse_text

WORDS = (
    "ceasefire",
    "withdrawal",
    "monitors",
    "artillery",
    "border",
    "election",
    "council",
    "harvest",
    "river",
    "veto",
)
WORDS += ("bridge", "school", "language", "amnesty", "convoy", "refugee", "customs", "archive", "harbour", "prisoners")
Provision = tuple[str, ...]
Text = tuple[Provision, ...]

sentences = st.lists(st.sampled_from(WORDS), min_size=3, max_size=8).map(
    lambda words: " ".join(words).capitalize() + "."
)
provisions = st.lists(sentences, min_size=1, max_size=3).map(tuple)
texts = st.lists(provisions, min_size=1, max_size=6).map(tuple)


@st.composite
def edits_of(draw: st.DrawFn, text: Text) -> Text:
    """Edit a text a few times, as people do."""
    edited = [list(provision) for provision in text]
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, max(0, len(edited) - 1)))
        operation = draw(st.sampled_from(["change", "cut", "add", "drop", "put in", "move", "split", "merge"]))
        if operation == "put in" or not edited:
            edited.insert(place, [draw(sentences)])
        elif operation == "drop":
            del edited[place]
        elif operation == "move":
            edited.insert(draw(st.integers(0, len(edited) - 1)), edited.pop(place))
        elif operation == "merge" and place + 1 < len(edited):
            edited[place] += edited.pop(place + 1)
        elif operation == "split" and len(edited[place]) > 1:
            edited.insert(place + 1, [edited[place].pop()])
        elif operation == "add":
            edited[place].append(draw(sentences))
        elif operation == "change":
            edited[place][draw(st.integers(0, len(edited[place]) - 1))] = draw(sentences)
        elif len(edited[place]) > 1:
            edited[place].pop(0)
    return tuple(tuple(provision) for provision in edited)


@st.composite
def two_edits(draw: st.DrawFn) -> tuple[Text, Text, Text]:
    """Draw a text and two edits of it."""
    text = draw(texts)
    return text, draw(edits_of(text)), draw(edits_of(text))


def written(text: Text, *, named: bool) -> Document:
    """Write a text with numbers; with stable ids where they are asked for (by what the provision opens with)."""
    used: set[str] = set()
    lines = ["# Draft", "We, the parties, agree."]
    for number, provision in enumerate(text, start=1):
        name = re.sub(r"\W+", "-", provision[0].lower()).strip("-")
        mark = f" {{#{name}}}" if named and name not in used else ""
        used.add(name)
        lines.append(f"{number}. {' '.join(provision)}{mark}")
    return parse_text("\n\n".join(lines) + "\n")


def said(text: Sequence[Provision]) -> set[str]:
    """List the sentences of a text."""
    return {sentence for provision in text for sentence in provision}


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(two_edits(), st.booleans())
def test_a_merge_of_any_two_edits_loses_no_sentence(three: tuple[Text, Text, Text], named: bool) -> None:  # noqa: FBT001
    """What either added or changed is in the result, and what neither took out; the result reads without a fault.

    A sentence that stands twice in one text may be changed in one place by the one and in the other by the other.
    """
    base, one, other = three
    merged = merge(written(base, named=named), {"Anna": written(one, named=named), "Ben": written(other, named=named)})
    result = " ".join(merged.document.source.split())
    kept = {each for each in said(base) if all(sum(p.count(each) for p in text) == 1 for text in three)}
    due = (said(one) - said(base)) | (said(other) - said(base)) | kept
    assert [sentence for sentence in sorted(due) if sentence not in result] == []
    assert merged.document.faults == ()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(two_edits())
def test_one_edit_alone_is_the_result(three: tuple[Text, Text, Text]) -> None:
    """Where only one person edited, the merge says what that person wrote, in that order, with no bracket."""
    base, one, _ = three
    mine = written(one, named=False)
    merged = merge(written(base, named=False), {"Anna": mine, "Ben": written(base, named=False)})
    assert merged.document.source.split() == mine.source.split()
    assert merged.clashes == ()


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(two_edits())
def test_who_comes_first_loses_nobody_a_sentence(three: tuple[Text, Text, Text]) -> None:
    """With the editors the other way round the result holds the same sentences."""
    base, one, other = (written(text, named=False) for text in three)
    forth = merge(base, {"Anna": one, "Ben": other}).document.source
    back = merge(base, {"Ben": other, "Anna": one}).document.source
    due = (said(three[1]) | said(three[2])) - said(three[0])
    assert all(each in " ".join(text.split()) for each in due for text in (forth, back))
