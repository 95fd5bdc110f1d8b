"""How long a plan is to take: "elections within 12 to 18 months", "its timetable has slipped to two years"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from goodoffices.record.report import Report

from .measured import clause_of, is_wanted
from .measures import UNIT, Measure, in_days, looks_back, number_named, term_pattern
from .sentences import Sentence, sentences_of
from .stocks import number_pattern

__all__ = ["courses_of"]

_PLANS = r"(?:road ?maps?|plans?|texts?|drafts?|papers?|proposals?|frameworks?|timetables?|agreements?|accords?)"
_PLAN_WANTS = re.compile(
    rf"\b({_PLANS}(?: for [A-Z]\w+)?(?:,? (?:that|which))? (?:would |also )?)"
    r"(seeks?|sought|proposes?|proposed|calls? (?:for|on)|aims?(?: to)?|urges?|suggests?|should)\b",
    re.IGNORECASE,
)
"""What stands behind a plan is what the plan says."""
_OF_COURSE = re.compile(r"\b(?:road ?maps?|transition(?:al)?|elections?|interim|referendum)\b", re.IGNORECASE)
"""What plans run up to, and two of them must have in common."""
_COURSE = re.compile(
    r"\b(?:road ?maps?|timetables?|time-?lines?|time-?frames?|calendars?|schedules?|transition(?:al)?)\b", re.IGNORECASE
)
_LEADS_TO = re.compile(
    r"\b(?:elections?|polls?|votes?|vote|transition(?:al)?|referendum|completed?|end)\b", re.IGNORECASE
)
_COURSE_DAYS = 90
"""Days of the shortest plan; within less, a step of it is taken."""


def courses_of(report: Report) -> Iterator[Measure]:
    """The times that the sentences of a report give to a plan as a whole.

    Args:
        report: The report.
    """
    if _COURSE.search(report.text):
        for sentence in sentences_of(report):
            if not sentence.asks:
                yield from _courses(sentence)


def _courses(sentence: Sentence) -> Iterator[Measure]:
    """How long a plan, or what it leads to, is to take: "elections within 12 to 18 months", "a timetable of two years".

    What a plan seeks or proposes is what it says, and not what somebody merely wants.
    """
    text = _PLAN_WANTS.sub(lambda match: match[1] + " " * len(match[2]), sentence.said)
    if not _COURSE.search(text):
        return
    for match in term_pattern().finditer(text):
        value, start = in_days(match["n"], match["unit"]), clause_of(text, match.start())[0]
        clause = text[start : match.end()]
        if value is None or value < _COURSE_DAYS or is_wanted(text, match.start(), match.end()):
            continue
        if not looks_back(text, match) and _COURSE.search(clause) and _LEADS_TO.search(clause):
            least = in_days(match["low"], match["unit"]) if match["low"] else None
            yield _course(sentence, value, match, least)
    for match in _timetable().finditer(text):
        value = in_days(match["n"], match["unit"])
        if value is not None and value >= _COURSE_DAYS and not is_wanted(text, match.start(), match.end()):
            yield _course(sentence, value, match, None)


def _course(sentence: Sentence, value: float, match: re.Match[str], least: float | None) -> Measure:
    marks = frozenset(re.sub(r"\W", "", mark[0].casefold()).rstrip("s") for mark in _OF_COURSE.finditer(sentence.said))
    told = sentence.said[: match.end()]
    return Measure(sentence, "course", value, match[0].strip(), frozenset({"course"}), marks, frozenset(), told, least)


@functools.cache
def _timetable() -> re.Pattern[str]:
    """ "The timetable has slipped to 24 months", "a timeline of two years", "an 18-month transition"."""
    numbers = number_pattern().replace("(", "(?:", 1)
    nouns = r"(?:timetable|time-?line|time-?frame|calendar|schedule|road ?map|transition(?:al period)?)"
    return re.compile(
        rf"\b{nouns}\b(?: [\w’'-]+){{0,5}}? (?:to|of|at|for|over|is|runs|spans|lasts|lasting|takes?) "
        rf"(?:(?:now|about|some|around|up to|at least) )?(?:{numbers}(?: to | or |-|–))?"
        rf"{number_named('n')} (?P<unit>{UNIT})\b",
        re.IGNORECASE,
    )
