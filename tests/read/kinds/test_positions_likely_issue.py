"""The issue of a position as learnt weights have it: a rule's, unless the words around speak for another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context
from goodoffices.read.kinds import likely_issue
from goodoffices.read.kinds.positions import find_positions
from goodoffices.record import PositionContent
from goodoffices.record import issue_weights as weighing
from goodoffices.record.issue_weights import Weights

Open = Callable[[str], Context]
ISSUES = ("ceasefire", "detainees", "economy")


class _Undecided:
    """An encoder that holds each issue for as likely as the others."""

    def weigh(self, text: str, start: int, end: int) -> dict[str, float]:
        """Give the same for each issue of any words of the text."""
        assert 0 <= start < end <= len(text)
        return dict.fromkeys(ISSUES, 0.0)


@pytest.fixture(autouse=True)
def _words_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """What words weigh is looked at as if the encoder, where it is heard, counted nothing; some tests bring one."""
    monkeypatch.setattr(likely_issue, "encoder", _Undecided)
    monkeypatch.setattr(likely_issue, "_HEARD", 0.0)


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


class _Deaf:
    """An encoder that must not be asked."""

    def weigh(self, text: str, start: int, end: int) -> dict[str, float]:
        """Fail."""
        pytest.fail(f"asked about {text[start:end]!r}")


class _Set:
    """An encoder that is sure of one issue, and keeps what it was asked about."""

    def __init__(self, issue: str) -> None:
        """Take the issue."""
        self.issue = issue
        self.asked: list[str] = []

    def weigh(self, text: str, start: int, end: int) -> dict[str, float]:
        """Give the issue."""
        self.asked.append(text[start:end])
        return {issue: 0.0 if issue == self.issue else -9.0 for issue in ISSUES}


def test_words_that_are_sure_are_not_held_against_the_encoder(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where rule and words agree and are sure, the encoder costs nothing."""
    learnt = Weights(ISSUES, (0, 0, 0), {"ruled=detainees": (1, 900)})
    monkeypatch.setattr(weighing, "weights", lambda: learnt)
    monkeypatch.setattr(likely_issue, "encoder", _Deaf)
    assert _issues(opened("Kenya demanded the release of its prisoners.")) == ["detainees"]


def test_the_encoder_decides_where_words_are_unsure(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is asked about what is wanted, in its sentence, without the condition; a doubtful word gives way to it."""
    learnt = Weights(ISSUES, (0, 0, 0), {})
    heard = _Set("economy")
    monkeypatch.setattr(weighing, "weights", lambda: learnt)
    monkeypatch.setattr(likely_issue, "encoder", lambda: heard)
    monkeypatch.setattr(likely_issue, "_HEARD", 0.5)
    told = "Kenya demanded the release of the seized copper held in the yard at Voi, if the price holds."
    assert "economy" in _issues(opened(told))
    assert heard.asked[0].startswith("the release of the seized copper")
    assert "price" not in heard.asked[0]


@pytest.mark.parametrize(("gap", "issue"), [(" ", "economy"), ("\n\n", "detainees")])
def test_what_only_points_is_heard_with_what_stands_before_it(
    opened: Open, monkeypatch: pytest.MonkeyPatch, gap: str, issue: str
) -> None:
    """The encoder is heard on "it" behind a sentence of the same paragraph; at its beginning the rule stands."""
    learnt = Weights(ISSUES, (0, 0, 0), {"ruled=detainees": (1, 900)})
    monkeypatch.setattr(weighing, "weights", lambda: learnt)
    monkeypatch.setattr(likely_issue, "encoder", lambda: _Set("economy"))
    assert _issues(opened(f"Chad proposed a release of prisoners.{gap}Kenya rejected it."))[-1] == issue


@pytest.mark.parametrize("told", ["Kenya has remained silent.", "Kenya has not given a clear answer."])
def test_silence_keeps_the_matter_told_before(opened: Open, monkeypatch: pytest.MonkeyPatch, told: str) -> None:
    """Words that leave open what was told before name nothing of their own that could be weighed."""
    learnt = Weights(ISSUES, (900, 0, 0), {"ruled=detainees": (1, 100)})
    monkeypatch.setattr(weighing, "weights", lambda: learnt)
    assert set(_issues(opened(f"Chad, it was said, has a list of prisoners. {told}"))) == {"detainees"}


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("Kenya proposed Italy as guarantor of the pact, which Chad has read.", "Italy as guarantor of the pact"),
        ("Kenya proposed Italy.", "Italy"),
    ],
)
def test_a_name_is_asked_about_with_what_it_is_put_forward_as(
    opened: Open, monkeypatch: pytest.MonkeyPatch, told: str, asked: str
) -> None:
    """The parser hangs "as guarantor" on the verb, yet it is what is wanted."""
    heard = _Set("economy")
    monkeypatch.setattr(weighing, "weights", lambda: Weights(ISSUES, (0, 0, 0), {}))
    monkeypatch.setattr(likely_issue, "encoder", lambda: heard)
    _issues(opened(f"A release of prisoners was discussed. {told}"))
    assert asked in heard.asked
