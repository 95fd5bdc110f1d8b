"""Sentences of reports as they stand, for what no statement was made of; cut by rule, in linear time."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

import msgspec

from goodoffices.record.report import Report

from .wording import matter

__all__ = ["Sentence", "sentences_of"]

_LINE = re.compile(r"[^\n]+")
_END = re.compile(r"[.!?][\"'”’)\]]*(?=\s)")
_ABBREVIATED = re.compile(r"(?:\b(?:[A-Z]|[Mm]r|[Mm]rs|[Mm]s|Dr|Gen|Col|Lt|Sen|Gov|Rep|No|St|Jr|Sr|vs|[ap]\.m))\.$")
"""Behind these a full stop ends no sentence; "No." is kept with what follows, its number or its reason."""
_SPEAKER = re.compile(r"\s*[A-Z\u00c0-\u00de][^\n:.?!]{0,60}:\s+")
_LONGEST = 600
"""Characters of the longest sentence that is looked at."""
_MOST_WORDS = 25_000
"""Words of one report that are looked at: no less than a reader reads of it, whose limit counts marks as words, too."""


class Sentence(msgspec.Struct, frozen=True):
    """One sentence of a report.

    Attributes:
        report: Id of the report.
        start: Offset of its first character in the report's text.
        end: Offset behind its last.
        text: Its characters.
        line: Number of its line in the report: a paragraph, an item, a turn of a transcript.
    """

    report: str
    start: int
    end: int
    text: str
    line: int

    @property
    def asks(self) -> bool:
        """Is it a question?"""
        return self.text.rstrip("\"'”’) ").endswith("?")

    @property
    def words(self) -> frozenset[str]:
        """The stems that carry its matter."""
        return matter(self.text)

    @property
    def said(self) -> str:
        """Its words without the name of the speaker before them ("BELTRÁN: No.")."""
        speaker = _SPEAKER.match(self.text)
        return self.text[speaker.end() :] if speaker else self.text


def sentences_of(report: Report) -> Iterator[Sentence]:
    """Cut a report into its sentences, in order; rows of tables and what is too long for a sentence are left out.

    What stands behind the first 25,000 words is left out as well: a report that long is listed as not read to its end.
    """
    left = _MOST_WORDS
    for number, line in enumerate(_LINE.finditer(report.text)):
        if line[0].lstrip().startswith("|"):
            continue
        start = line.start()
        for end in itertools.chain(_ends(line), (line.end(),)):
            text = report.text[start:end]
            left -= len(text.split())
            if left < 0:
                return
            first, last = end - len(text.lstrip()), start + len(text.rstrip())
            if first < last and last - first <= _LONGEST:
                yield Sentence(report.id, first, last, report.text[first:last], number)
            start = end


def _ends(line: re.Match[str]) -> Iterator[int]:
    """Where the sentences of a line end, but for the last."""
    for mark in _END.finditer(line[0]):
        if not _ABBREVIATED.search(line[0][max(mark.start() - 5, 0) : mark.start() + 1]):
            yield line.start() + mark.end()
