"""Positions that conduct and the turns of a transcript show, in texts of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.kinds.positions import find_positions
from goodoffices.read.kinds.status import find_status

Told = Callable[..., list[tuple[object, dict[str, str]]]]


@pytest.fixture
def positions(read_with: Told) -> Callable[[str], set[tuple[str, str, str]]]:
    """Party, issue and stance of each position of a text."""

    def read(text: str) -> set[tuple[str, str, str]]:
        return {(n[s.content.party], s.content.issue, s.content.stance) for s, n in read_with(find_positions, text)}  # type: ignore[attr-defined]  # any content

    return read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad has suspended its participation in the talks.", ("Chad", "process", "rejects")),
        ("Chad does not intend to leave the talks.", ("Chad", "process", "accepts")),
        ("Japan proposed a referendum. China has remained silent.", ("China", "government", "ambiguous")),
        ("Japan proposed a referendum. China has not given a clear answer.", ("China", "government", "ambiguous")),
        (
            "Iraq wants the prisoners released. Iran refuses unless Iraq disarms first.",
            ("Iran", "detainees", "rejects"),
        ),
        ("Algeria never gave up its demand for a referendum.", ("Algeria", "government", "demands")),
        ("Kenya asked Uganda to send more observers.", ("Kenya", "monitoring", "demands")),
    ],
)
def test_conduct_shows_a_stance(
    positions: Callable[[str], set[tuple[str, str, str]]], text: str, expected: tuple[str, str, str]
) -> None:
    """What a party does, or leaves unsaid, is its stance."""
    assert expected in positions(text)


@pytest.mark.parametrize(
    "text",
    [
        "Iran and Iraq failed to agree on the border.",
        "Iran and Iraq adjourned the talks without agreeing on the border.",
        "Iran and Iraq have yet to agree on the border.",
    ],
)
def test_what_two_did_not_agree_is_no_refusal_of_each(
    positions: Callable[[str], set[tuple[str, str, str]]], text: str
) -> None:
    """A joint failure tells how the talks went, not where each side stands."""
    assert not positions(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The future of the monarchy remains in dispute: Nepal wants prisoners freed.", ("government", "open")),
        ("Iran and Iraq have agreed on most things, but weapons are the knot.", ("process", "agreed")),
        ("The annex on weapons is unfinished.", ("military-limits", "open")),
        ("The ceasefire agreement was brokered by Norway.", ("ceasefire", "agreed")),
    ],
)
def test_status_is_of_what_its_own_words_name(read_with: Told, text: str, expected: tuple[str, str]) -> None:
    """The subject, or the words behind a preposition, tell the issue; not a clause beside."""
    found = {(s.content.issue, s.content.status) for s, _ in read_with(find_status, text)}  # type: ignore[attr-defined]  # any content
    assert expected in found


def test_one_who_blocks_something_tells_no_status(read_with: Told) -> None:
    """ "Has blocked" is what someone does, "are blocked" how the talks stand."""
    assert not list(read_with(find_status, "Russia has blocked the admission of Kosovo to the United Nations."))
