"""What tools answer: short, with the words that bear each thing out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from goodoffices.brief.model import DisputeView
from goodoffices.brief.model.entry import Citation, Entry, Line
from goodoffices.record import Judgement
from goodoffices.record.adding import Addition

__all__ = ["addition_shape", "dispute_shape", "finding_shape", "judgement_shape", "lines_shape", "quote_shape"]

_QUOTES = 5


def finding_shape(entry: Entry, *, whole: bool = False) -> dict[str, Any]:
    """A finding: what it says, how sure, since when, and its quotes (the first few, or all)."""
    cited = entry.evidence if whole else entry.evidence[:_QUOTES]
    shape: dict[str, Any] = {
        "id": entry.id,
        "kind": entry.kind,
        "says": entry.says,
        "issues": list(entry.issues),
        "when": entry.when_words,
        "as_of": entry.as_of.isoformat() if entry.as_of else None,
        "independent_sources": entry.sources,
        "probability_read_right": entry.confidence,
        "analysts_say": entry.verdict.value,
        "contradicted_by": [ref.id for ref in entry.against],
        "marking": entry.marking.value,
        "quotes": [quote_shape(each) for each in cited],
        "more_quotes": len(entry.evidence) - len(cited),
        "added_by_hand": [msgspec.to_builtins(each) for each in entry.added],
    }
    if whole:
        shape["content"] = msgspec.to_builtins(entry.content)
        shape["statements"] = list(entry.statements)
    return shape


def addition_shape(addition: Addition, findings: Sequence[Entry]) -> dict[str, Any]:
    """What was added by hand: the statement, whether the record had it already, and the findings that it comes to."""
    return {
        "statement": addition.statement.id,
        "known_already": addition.known,
        "findings": [finding_shape(each) for each in findings],
    }


def quote_shape(cited: Citation) -> dict[str, Any]:
    """A quote with its place: the characters of the report from `start` to `end`."""
    return {
        "quote": cited.quote,
        "report": cited.report,
        "start": cited.start,
        "end": cited.end,
        "source": cited.source,
    }


def dispute_shape(dispute: DisputeView) -> dict[str, Any]:
    """A disagreement: its sides, each with its day, its speaker and its quotes."""
    sides = [
        {
            "says": side.text,
            "speaker": side.speaker or "the report itself",
            "as_of": side.as_of.isoformat() if side.as_of else None,
            "finding": side.finding.id or None,
            "quotes": [quote_shape(each) for each in side.evidence[:_QUOTES]],
        }
        for side in dispute.sides
    ]
    return {
        "id": dispute.id,
        "about": dispute.about,
        "issue": dispute.issue,
        "may_be_a_change_over_time": dispute.over_time,
        "may_tell_of_two_things": dispute.by_answers,
        "marking": dispute.marking.value,
        "sides": sides,
    }


def judgement_shape(word: Judgement) -> dict[str, Any]:
    """An analyst's word."""
    return {
        "id": word.id,
        "target": word.target,
        "verdict": word.verdict.value,
        "by": word.by,
        "at": word.at.isoformat(),
        "why": word.why,
    }


def lines_shape(lines: tuple[Line, ...]) -> list[dict[str, Any]]:
    """Short sentences, each with the ids of the findings that it rests on."""
    return [{"text": line.whole, "findings": [ref.id for ref in line.refs]} for line in lines]
