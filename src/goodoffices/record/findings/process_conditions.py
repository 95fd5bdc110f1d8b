"""Conditions, and what the record has on whether they are met; unknown where it has nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, TypeAlias

import msgspec

from goodoffices.record.content import IssueStatusContent, MechanismContent, MeetingContent, PositionContent
from goodoffices.record.finding import Finding

from .process_setting import Setting
from .process_words import any_of, process_words
from .wording import matter, shared

__all__ = ["ConditionState", "ConditionTest", "condition_tests", "threshold"]

ConditionState: TypeAlias = Literal["claimed_met", "claimed_unmet", "unknown"]
_LIKE = 0.6
"""Share of the words of a condition that a finding must repeat to speak to it."""
_WORDS = 2
_SHOWN = 4
_THRESHOLD = re.compile(
    r"(?:at least |more than |no more than |within |after )?"
    r"(?:\d[\d,.]*|two|three|four|five|six|seven|ten|twelve|thirty|sixty|ninety)[ -]"
    r"(?:per cent|percent|%|days?|weeks?|months?|years?|hours?|km|kilomet(?:re|er)s?|troops|soldiers|prisoners|votes)"
    r"(?: of \w+)?",
    re.IGNORECASE,
)


class ConditionTest(msgspec.Struct, frozen=True, kw_only=True):
    """A condition of a position, a meeting or a mechanism, and what speaks to it.

    Attributes:
        finding: Id of the finding that has it.
        holder: Ids of those whose condition it is.
        text: The condition in the report's words.
        threshold: The number in it ("90 days"), or empty.
        issue: Id of the issue that it names, or None.
        state: ``claimed_met`` where the latest claim on that issue is that it is agreed; ``claimed_unmet`` where the
            latest claim is any other; ``unknown`` where nothing is claimed. Never more than what someone claims.
        by: Ids of the claims on that issue, the latest first.
        speaks: Ids of findings in like words, which a reader should look at; they decide nothing.
    """

    finding: str
    holder: tuple[str, ...]
    text: str
    threshold: str
    issue: str | None
    state: ConditionState
    by: tuple[str, ...]
    speaks: tuple[str, ...]


def condition_tests(setting: Setting) -> tuple[ConditionTest, ...]:
    """Test each condition against what the record has.

    Args:
        setting: The findings.

    Returns:
        One test for each finding with a condition or trigger, in the order of the findings.
    """
    claims = [one for one in setting.findings.findings if isinstance(one.content, IssueStatusContent)]
    worded = [(one, matter(_says(one))) for one in setting.findings.findings if _says(one)]
    return tuple(
        _test(finding, text, holder, claims, worded)
        for finding in setting.findings.findings
        for text, holder in _conditions(finding)
    )


def _conditions(finding: Finding) -> Sequence[tuple[str, tuple[str, ...]]]:
    content = finding.content
    if isinstance(content, PositionContent) and content.condition:
        return [(content.condition, (content.party,))]
    if isinstance(content, MeetingContent) and content.condition:
        return [(content.condition, content.participants)]
    if isinstance(content, MechanismContent) and content.trigger:
        return [(content.trigger, content.led_by)]
    return []


def _says(finding: Finding) -> str:
    return finding.content.text if finding.kind in {"event", "issue_status", "position"} else ""  # type: ignore[union-attr]  # these kinds have a text


def _test(
    finding: Finding,
    text: str,
    holder: tuple[str, ...],
    claims: Sequence[Finding],
    worded: Sequence[tuple[Finding, frozenset[str]]],
) -> ConditionTest:
    issue = _issue(text)
    by = _latest([one for one in claims if one.content.issue == issue]) if issue else []  # type: ignore[union-attr]  # claims alone
    by = [one for one in by if not _same_words(one, finding)]
    words = matter(text)
    speaks = [
        one.id
        for one, said in worded
        if one.id != finding.id
        and len(words & said) >= _WORDS
        and shared(words, said) >= _LIKE
        and one not in by
        and not _same_words(one, finding)
    ]
    return ConditionTest(
        finding=finding.id,
        holder=holder,
        text=text,
        threshold=threshold(text),
        issue=issue,
        state=_state(by),
        by=tuple(one.id for one in by[:_SHOWN]),
        speaks=tuple(speaks[:_SHOWN]),
    )


def _same_words(one: Finding, other: Finding) -> bool:
    """Does a finding rest on nothing but the sentence of the condition itself?"""
    spans = [(e.report, e.start, e.end) for e in other.evidence]
    return all(any(e.report == r and e.start < end and start < e.end for r, start, end in spans) for e in one.evidence)


def _issue(text: str) -> str | None:
    """The issue that a condition names; None where it names none or more than one."""
    found = {
        issue
        for issue, words in process_words().condition_issues.items()
        if re.search(any_of(words), text, re.IGNORECASE)
    }
    return found.pop() if len(found) == 1 else None


def _latest(claims: Sequence[Finding]) -> list[Finding]:
    return sorted(claims, key=lambda one: (one.as_of is None, -one.as_of.toordinal() if one.as_of else 0, one.id))


def _state(claims: Sequence[Finding]) -> ConditionState:
    if not claims:
        return "unknown"
    latest = [one for one in claims if one.as_of == claims[0].as_of]
    states = {one.content.status for one in latest if isinstance(one.content, IssueStatusContent)}
    if states == {"agreed"}:
        return "claimed_met"
    return "claimed_unmet" if "agreed" not in states else "unknown"


def threshold(text: str) -> str:
    """The number that a condition sets ("after 90 days of calm"), in its words; empty where it sets none."""
    match = _THRESHOLD.search(text)
    return " ".join(match[0].split()) if match else ""
