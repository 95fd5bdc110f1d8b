"""The issue of a position as learnt weights have it: a rule's, unless the words around speak for another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context
from goodoffices.read.kinds.positions import find_positions
from goodoffices.record import PositionContent
from goodoffices.record import issue_weights as weighing
from goodoffices.record.issue_weights import Weights

Open = Callable[[str], Context]
ISSUES = ("ceasefire", "detainees", "economy")


def _issues(context: Context) -> list[str]:
    return [s.content.issue for s in find_positions(context) if isinstance(s.content, PositionContent)]


@pytest.mark.parametrize(
    ("weight", "issue"),
    [(100, "detainees"), (1900, "economy")],
)
def test_words_around_outweigh_a_rule(opened: Open, monkeypatch: pytest.MonkeyPatch, weight: int, issue: str) -> None:
    """A word of the sentence changes the issue where it weighs more than the rule does."""
    learnt = Weights(ISSUES, (0, 0, 0), {"ruled=detainees": (1, 200), "copper": (2, weight)})
    monkeypatch.setattr(weighing, "weights", lambda: learnt)
    assert _issues(opened("At the copper fair Kenya demanded the release of its prisoners.")) == [issue]


def test_a_label_stands_above_what_is_likely(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the label of a paragraph says it is about stays."""
    learnt = Weights(ISSUES, (0, 0, 900), {})
    monkeypatch.setattr(weighing, "weights", lambda: learnt)
    assert _issues(opened("Prisoners: Kenya demanded the release of all of them.")) == ["detainees"]


def test_what_only_points_keeps_what_it_means(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """What "it" is about was told before, and no word beside it speaks against that."""
    learnt = Weights(ISSUES, (0, 0, 900), {})
    monkeypatch.setattr(weighing, "weights", lambda: learnt)
    told = "Chad proposed a release of prisoners. Kenya rejected it."
    assert _issues(opened(told)) == ["economy", "detainees"]


@pytest.mark.parametrize(
    ("trait", "issue"), [("report=economy", "economy"), ("opening=releas", "economy"), ("-", "detainees")]
)
def test_the_report_and_the_first_words_tell(
    opened: Open, monkeypatch: pytest.MonkeyPatch, trait: str, issue: str
) -> None:
    """What the whole report speaks of, and the words that what is wanted opens with, weigh for an issue."""
    learnt = Weights(ISSUES, (0, 0, 0), {"ruled=detainees": (1, 200), trait: (2, 2000)})
    monkeypatch.setattr(weighing, "weights", lambda: learnt)
    told = "Trade and fisheries were spoken of all day. Kenya demanded the release of its prisoners."
    assert _issues(opened(told)) == [issue]


@pytest.mark.parametrize(
    ("told", "issue"),
    [
        ("At the copper fair Kenya demanded the release of its prisoners.", "detainees"),
        ("At the copper fair Kenya demanded the plan for a release of its prisoners.", "detainees"),
        (
            "At the copper fair Kenya demanded the early release of its prisoners from the camps along the river.",
            "economy",
        ),
    ],
)
def test_few_plain_words_hold_their_issue(opened: Open, monkeypatch: pytest.MonkeyPatch, told: str, issue: str) -> None:
    """Where a few words name one matter, what stands around them has to weigh much more to change it."""
    learnt = Weights(ISSUES, (0, 0, 0), {"ruled=detainees": (1, 200), "copper": (2, 1500)})
    monkeypatch.setattr(weighing, "weights", lambda: learnt)
    assert issue in _issues(opened(told))
