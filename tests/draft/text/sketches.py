"""Generated texts for property tests: sketches in the form in which a text that was read gives them."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from goodoffices.draft.text import Choice, ChoiceText, Clause, Links, Sketch, Status, escape, written_roman
from goodoffices.record import Marking

WORDS = st.sampled_from(
    [
        "forces",
        "leave",
        "zone",
        "commission",
        "verifies",
        "ceasefire",
        "North’s",
        "élan",
        "30",
        "days",
        "[sic]",
        "a|b",
        "`x",
        "{y}",
        "1.",
        "-",
        "#",
        "*",
        "**",
        "\\",
        "Article",
        "5.",
        "القوات",
        "تنسحب",
        "перемирие",
        "„Ruhe“",
        "(a)",
        "(i)",
        "<!--",
        "&",
        "<b>",
        "https://example.org/a_(b)",
        "___",
    ]
).map(escape)
NAMES = st.sampled_from(["North", "South", "United Front", "République", "Форум"])
LINES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)


def bracketed(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """A bracket around generated words: with or without labels, private or not."""
    alternative = st.tuples(st.lists(NAMES, max_size=2, unique=True), inner).map(
        lambda both: f"{', '.join(both[0])}: {both[1]}" if both[0] else both[1]
    )
    return st.tuples(
        st.lists(alternative, min_size=1, max_size=3), st.sampled_from(["", "{.private}", "{#b .private}"])
    ).map(lambda both: f"[{' | '.join(both[0])}]{both[1]}")


INLINE = st.recursive(
    LINES, lambda inner: st.one_of(bracketed(inner), st.tuples(inner, inner).map(" ".join)), max_leaves=5
)
PARAGRAPH = st.tuples(LINES, INLINE).map(lambda both: f"The {both[0]} {both[1]} stands.")
TOKENS = st.sampled_from(["s-1", "s-2", "long", "territory", "with space", "ärger"])
TUPLES = st.lists(TOKENS, max_size=2, unique=True).map(tuple)


def _marker(style: str, number: int) -> str:
    letter = chr(ord("a") + number - 1)
    return {
        "1.": f"{number}.", "1)": f"{number})", "(1)": f"({number})", "(a)": f"({letter})",
        "(i)": f"({written_roman(number)})", "A.": f"{letter.upper()}.", "-": "-", "": "",
    }[style]  # fmt: skip


@st.composite
def clauses(draw: st.DrawFn, ids: list[int], depth: int, *, headed: bool) -> tuple[Clause | Choice, ...]:
    """Some clauses of one level, each with an id of its own."""
    style = draw(st.sampled_from(["1.", "1)", "(1)", "(a)", "(i)", "A.", "-"]))
    found: list[Clause | Choice] = []
    count = draw(st.integers(1, 3))
    heads = headed and draw(st.booleans())
    for number in range(1, count + 1):
        ids.append(len(ids))
        name = f"p{len(ids)}"
        attributes = {
            "status": draw(st.none() | st.sampled_from(Status)),
            "agreed_by": draw(st.lists(NAMES, max_size=2, unique=True).map(tuple)),
            "agreed_on": draw(st.none() | st.dates(dt.date(1990, 1, 1), dt.date(2040, 1, 1))),
            "links": Links(draw(TUPLES), draw(TUPLES), draw(TUPLES), draw(TUPLES)),
            "marking": draw(st.none() | st.sampled_from(Marking)),
            "note": draw(st.sampled_from(["", "from Geneva, round 2"])),
        }
        under = draw(clauses(ids, depth - 1, headed=heads)) if depth and draw(st.booleans()) else ()
        if heads:
            words = tuple(draw(st.lists(PARAGRAPH, max_size=2)))
            found.append(
                Clause(
                    id=name,
                    marker=f"Article {number}.",
                    heading=draw(PARAGRAPH),
                    headed=True,
                    words=words,
                    under=under,
                    **attributes,
                )
            )
        else:
            words = tuple(draw(st.lists(PARAGRAPH, min_size=1, max_size=3)))
            found.append(Clause(id=name, marker=_marker(style, number), words=words, under=under, **attributes))
    if draw(st.integers(0, 4)) == 0:
        texts = tuple(
            ChoiceText(label=draw(st.sampled_from(["", "North", "South, United Front"])), clauses=(each,))
            for each in found
        )
        return (Choice(texts=texts, private=draw(st.booleans()), id=draw(st.sampled_from(["", "fence"]))),)
    return tuple(found)


@st.composite
def sketches(draw: st.DrawFn) -> Sketch:
    """A whole text."""
    ids: list[int] = []
    title = draw(st.sampled_from(["", "Framework for peace"]))
    return Sketch(
        title=title,
        meta=draw(st.sampled_from([(), (("round", "Geneva 2"), ("marking", "AMBER"))])),
        preamble=tuple(draw(st.lists(PARAGRAPH, max_size=2))),
        clauses=draw(clauses(ids, 2, headed=True)),
        closing=draw(st.sampled_from([(), ("Done at Port Selene.", "For North: A. Person")])),
    )
