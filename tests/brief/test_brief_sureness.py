"""How sure a finding is, as the page says it."""

from __future__ import annotations

import msgspec
import pytest

from goodoffices.brief import build_brief, to_html
from goodoffices.brief.wording import sure_words
from goodoffices.record import Findings, Marking, Verdict


def page(findings: Findings, confidence: float, verdict: Verdict = Verdict.NO_JUDGEMENT) -> str:
    """The page, with all positions equally sure and all judged alike, and no other finding with a confidence."""
    changed = tuple(
        msgspec.structs.replace(one, confidence=confidence if one.kind == "position" else None, verdict=verdict)
        for one in findings.findings
    )
    return to_html(build_brief(msgspec.structs.replace(findings, findings=changed), audience=Marking.AMBER))


def test_a_doubtful_reading_is_marked_beside_the_finding(findings: Findings) -> None:
    """The note stands in words, its number in the title, and again with the evidence for who cannot hover."""
    shown = page(findings, 0.4)
    assert 'title="Probability that this is read right: 40 %">doubtful reading</span>' in shown
    assert "Read right: doubtful (40 %)." in shown


def test_a_likely_reading_is_told_with_its_evidence_alone(findings: Findings) -> None:
    """What is likely gets no note: a page full of notes says nothing."""
    shown = page(findings, 0.93)
    assert "Read right: likely (93 %)." in shown
    assert "doubtful reading" not in shown


def test_an_analysts_verdict_takes_the_place_of_doubt(findings: Findings) -> None:
    """Where a person has looked, the reader's doubt is no longer news."""
    shown = page(findings, 0.4, Verdict.CONFIRM)
    assert "confirmed by an analyst" in shown
    assert "doubtful reading" not in shown


@pytest.mark.parametrize("confidence", [0.0, 0.03, 0.55, 0.8, 0.97, 1.0])
def test_every_probability_has_its_word(confidence: float) -> None:
    """From 0 to 1 there is a word, and the surer it is the higher its step."""
    assert sure_words(confidence).at_least <= confidence
