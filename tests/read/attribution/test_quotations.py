"""Quotation marks: curly, straight, doubled single, nested, unbalanced."""

from __future__ import annotations

import pytest

from goodoffices.read.attribution.quotations import quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “yes” and “no”.", ["“yes”", "“no”"]),
        ('He said "yes" and "no".', ['"yes"', '"no"']),
        ("He said ''yes'' twice.", ["''yes''"]),
        ("He said “she said ‘no’ to me” once.", ["“she said ‘no’ to me”"]),
        ("Talks are ‘close to collapse’, it said.", ["‘close to collapse’"]),
        ("The leaders' talks and the '90s weren't his.", []),
        ('A 5" gun and a 6" gun.', []),
        ("“It goes on and on", ["“It goes on and on"]),
        ("It ends here,” he said.", []),
    ],
    ids=["curly", "straight", "doubled", "nested", "single", "apostrophes", "inches", "unclosed", "unopened"],
)
def test_quotations_are_found(text: str, expected: list[str]) -> None:
    """The outermost quotations are found, and nothing else."""
    assert [text[one.start : one.end] for one in quotations(text)] == expected


def test_an_unclosed_quotation_says_so() -> None:
    """A quotation that its paragraph leaves open is marked."""
    assert [one.closed for one in quotations("“Yes,” he said. “No")] == [True, False]
