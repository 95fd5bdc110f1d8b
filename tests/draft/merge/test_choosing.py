"""Accepting and rejecting what a bracket holds."""

from __future__ import annotations

import pytest

from goodoffices.draft.errors import EditError
from goodoffices.draft.merge import accept, brackets_of, reject
from goodoffices.draft.text import parse_text

SOURCE = """# Draft

1. The guns go back [North: thirty | South: sixty [or more]] miles. {#guns}

2. [All prisoners are released.] {#release}

[North:
3. The flag stays.
| South:
3. The flag goes.
]

4. Monitors [with arms] watch [by day | by night]{#when .private}. {#monitors}
"""
TEXT = parse_text(SOURCE, name="draft.md")


def test_an_alternative_takes_the_place_of_its_bracket() -> None:
    """By label, by party or by number: all else stays to the character."""
    expected = SOURCE.replace("[North: thirty | South: sixty [or more]]", "thirty")
    assert accept(TEXT, "guns", "North").source == expected
    assert accept(TEXT, 1, 1).source == expected
    assert accept(TEXT, 1, "north").source == expected


def test_inner_brackets_stay_open() -> None:
    """What is not agreed within an accepted alternative is still not agreed."""
    text = accept(TEXT, "guns", "South")
    assert "back sixty [or more] miles." in text.source
    assert "back sixty miles." in reject(text, 1).source


def test_a_bracket_with_a_name_of_its_own() -> None:
    """Its attributes go with it."""
    assert "watch by night. {#monitors}" in accept(TEXT, "when", 2).source


def test_what_remains_of_a_bracket_stays_in_brackets() -> None:
    """Rejecting one of two alternatives accepts nobody's words."""
    assert "go back [ South: sixty [or more]] miles." in reject(TEXT, "guns", "North").source
    assert "go back [North: thirty ] miles." in reject(TEXT, "guns", "South").source


def test_a_single_text_stands_or_falls() -> None:
    """Accepted it stands without its bracket; rejected it goes, with the space before it."""
    number = next(n for n, b in enumerate(brackets_of(TEXT), 1) if TEXT.source[b.start : b.end] == "[with arms]")
    assert "Monitors with arms watch" in accept(TEXT, number).source
    assert "Monitors watch" in reject(TEXT, number).source


def test_a_provision_with_no_words_left_goes() -> None:
    """Rejecting all that a provision says takes the provision out; accepting it keeps provision and id."""
    assert "release" not in reject(TEXT, "release").source
    assert "2. All prisoners are released. {#release}" in accept(TEXT, "release").source


def test_whole_provisions() -> None:
    """A bracket around provisions is resolved with its lines; rejecting one side leaves the other in its bracket."""
    number = next(n for n, b in enumerate(brackets_of(TEXT), 1) if b in TEXT.brackets)
    accepted = accept(TEXT, number, "South").source
    assert "{#release}\n\n3. The flag goes.\n\n4. Monitors" in accepted
    rejected = reject(TEXT, number, "North").source
    assert "[ South:\n3. The flag goes.\n]" in rejected
    assert "flag" not in reject(TEXT, number).source


@pytest.mark.parametrize(
    ("where", "choice", "says"),
    [
        ("nothing", None, "'nothing' is the id of no bracket and no provision"),
        ("monitors", None, "has 2 brackets"),
        (99, None, "there is no bracket 99"),
        ("guns", None, "say which one"),
        ("guns", "East", "names none of the alternatives"),
        ("guns", 3, "names none of the alternatives"),
    ],
)
def test_what_is_not_clear_is_an_error(where: str | int, choice: str | int | None, says: str) -> None:
    """The sentence says what the text has and what to give."""
    with pytest.raises(EditError, match=says):
        accept(TEXT, where, choice)
