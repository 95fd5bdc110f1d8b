"""Bad and odd input: a clear error with its place, or a right result, and never more time than the length asks for."""

from __future__ import annotations

import time

import pytest

from goodoffices.draft.errors import DraftError, TextError
from goodoffices.draft.text import paragraphs, parse_text, plain_words, points, to_markdown


def test_an_unbalanced_bracket_at_line_400_is_named_there() -> None:
    """The fault is placed where the bracket stands, with the name of the text."""
    lines = [f"{number}. The forces leave zone {number}." for number in range(1, 501)]
    lines[399] = "400. The forces leave [zone 400."
    with pytest.raises(TextError, match=r"^draft\.md:400:23: this bracket does not close") as caught:
        parse_text("\n".join(lines), name="draft.md")
    assert (caught.value.line, caught.value.column) == (400, 23)


def test_a_bracket_that_closes_nothing_is_named() -> None:
    """A closing bracket alone is a fault at its own place."""
    with pytest.raises(TextError, match=r"^text:3:7: this bracket closes and none is open"):
        parse_text("1. One.\n\n2. Two] three.\n")


def test_windows_line_ends_count_as_one() -> None:
    r"""Lines that end in \\r\\n are counted once, and kept."""
    source = "1. One.\r\n\r\n2. Two [x.\r\n"
    with pytest.raises(TextError, match=r"^text:3:8:"):
        parse_text(source)
    assert to_markdown(parse_text(source.replace("[", ""))) == source.replace("[", "")


def test_a_windows_line_end_parts_no_paragraphs() -> None:
    r"""A line that ends in \\r\\n goes on in the next; only a blank line parts two paragraphs."""
    body = parse_text("1. One\r\ntwo.\r\n\r\nThree.\r\n").provisions[0].body
    assert [plain_words(each[0].text) for each in paragraphs(body)] == ["One two.", "Three."]  # type: ignore[union-attr]


def test_faults_are_listed_when_the_text_is_read_tolerantly() -> None:
    """All faults stand in the document, in order, and the text is read to its end."""
    document = parse_text("1. [a {#x}\n2. b] {#x}\n3. c {#y .foo}\n4. d {#z on=soon}\n", tolerant=True)
    assert [(fault.kind, fault.line) for fault in document.faults] == [
        ("unclosed-bracket", 1),
        ("unopened-bracket", 2),
        ("duplicate-id", 2),
        ("attribute", 3),
        ("attribute", 4),
    ]
    assert [each.id for each in document.provisions] == ["x", "x-2", "y", "z"]


def test_right_to_left_text_is_read() -> None:
    """An Arabic text with its own digits, marks of direction and party names is read like any other."""
    source = "\u200f1. تنسحب القوات خلال [الشمال: ٣٠ | الجنوب: ٦٠] يوماً. {#انسحاب}\n\u200f٢. تتحقق اللجنة.\n"
    document = parse_text(source)
    first = document["انسحاب"]
    assert [each.number for each in document.provisions] == ["1", "٢"]
    assert [alternative.parties for alternative in first.body[1].alternatives] == [("الشمال",), ("الجنوب",)]  # type: ignore[union-attr]
    assert points(document)[0].text == "تنسحب القوات خلال ٣٠ | ٦٠ يوماً."


@pytest.mark.parametrize(
    "unit",
    [
        "word ",
        "[",
        "]",
        "[[]",
        "[a|",
        "[a](",
        "{#x} ",
        "`",
        "``x ",
        "<!--",
        "[\n",
        "]\n",
        "[A: ",
        "|\n",
        '[a](b "',
        "**a",
        "x {#a}\n\n",
        "[A:\n1. x\n]\n",
        "(i) ",
        "\\",
        "[^a]: x\n",
        "1.1.1 x\n",
        "[x]{.private}",
    ],
)
@pytest.mark.parametrize("plain", [False, True])
def test_time_grows_with_the_length_and_no_faster(unit: str, plain: bool) -> None:  # noqa: FBT001  a parameter
    """Four times the text takes at most about four times as long (with room for a busy machine)."""

    def seconds(chars: int) -> float:
        source = unit * (chars // len(unit))
        start = time.process_time()
        document = parse_text(source, tolerant=True, plain=plain)
        points(document)
        to_markdown(document)
        return time.process_time() - start

    small = seconds(10_000)
    assert seconds(40_000) < 10 * small + 0.5


def test_a_text_of_five_megabytes_is_read() -> None:
    """A long ordinary text takes seconds, and keeps its last provision."""
    article = "\n".join(
        f"{line} of the words of this article, which says what the Parties do." for line in range(20, 60)
    )
    source = "".join(f"## Article {number % 900}. Title\n\n{article}\n\n" for number in range(1, 1921))
    assert len(source) > 5_000_000
    start = time.process_time()
    document = parse_text(source)
    assert time.process_time() - start < 30
    assert len(document.provisions) == 1920


def test_a_text_beyond_all_measure_is_refused() -> None:
    """What is longer than the limit is refused in one sentence."""
    with pytest.raises(DraftError, match="may hold 20,000,000; cut it into several"):
        parse_text("x" * 20_000_001)


def test_brackets_nested_too_deep_are_named() -> None:
    """Beyond forty levels a bracket is a fault, not a crash."""
    with pytest.raises(TextError, match="more than 40 deep"):
        parse_text("1. " + "[" * 60 + "x" + "]" * 60)
