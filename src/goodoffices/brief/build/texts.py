"""The full text of each report, cut into segments so that overlapping spans can each be marked."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from goodoffices.brief.model import (
    Citation,
    DisputeView,
    Entry,
    LineKind,
    NoteSection,
    Ref,
    ReportView,
    Segment,
    TextLine,
)
from goodoffices.record import Report

from .entries import Sources

__all__ = ["is_web_address", "report_views", "segments", "text_lines"]

_WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_LINE_KINDS: tuple[tuple[LineKind, re.Pattern[str]], ...] = (
    ("blank", re.compile(r"\s*\Z")),
    ("heading", re.compile(r"#{1,6}\s")),
    ("item", re.compile(r"\s*(?:[-*•]|\d{1,2}[.)])\s")),
    ("row", re.compile(r"\s*\|")),
)


class _Span(msgspec.Struct, frozen=True):
    """A span of one report and the finding that rests on it; `name` where it is an actor's name."""

    start: int
    end: int
    ref: Ref
    name: bool


def report_views(  # noqa: PLR0917  what a report view is made of
    reports: Sequence[Report],
    entries: Iterable[Entry],
    disputes: Iterable[DisputeView],
    near_duplicates: Mapping[str, str],
    sources: Sources,
    process: Iterable[NoteSection] = (),
) -> tuple[ReportView, ...]:
    """Show every report with every span marked."""
    spans: dict[str, dict[_Span, None]] = defaultdict(dict)
    for entry in entries:
        _collect(spans, entry.evidence, entry.ref, name=entry.kind == "actor")
    for dispute in disputes:
        for side in dispute.sides:
            _collect(spans, side.evidence, dispute.ref, name=False)
    counted = {report: len({span.ref.id for span in found}) for report, found in spans.items()}
    for section in process:
        for note in section.notes:
            _collect(spans, note.evidence, note.ref, name=False)
    return tuple(
        _view(report, list(spans[report.id]), near_duplicates, sources, counted.get(report.id, 0)) for report in reports
    )


def _collect(spans: dict[str, dict[_Span, None]], cited: Iterable[Citation], ref: Ref, *, name: bool) -> None:
    for c in cited:
        spans[c.report][_Span(c.start, c.end, ref, name)] = None


def _view(
    report: Report, spans: list[_Span], near_duplicates: Mapping[str, str], sources: Sources, findings: int
) -> ReportView:
    number = sources.numbers[report.id]
    copied = near_duplicates.get(report.id)
    return ReportView(
        id=report.id,
        number=number,
        anchor=f"r{number}",
        title=report.title,
        source=sources.names[report.id],
        outlet=report.outlet,
        author=report.author,
        link=report.url if report.url and is_web_address(report.url) else None,
        url=report.url,
        path=report.path,
        published=report.published,
        language=report.language,
        marking=report.marking,
        near_duplicate_of=copied if copied in sources.numbers else None,
        copy_of=sources.numbers.get(copied) if copied else None,
        findings=findings,
        text=report.text,
        lines=text_lines(segments(report.text, [(s.start, s.end, s.ref, s.name) for s in spans], number)),
    )


def is_web_address(url: str) -> bool:
    """May an address become a link? Only one of the web: a report can name any, ``javascript:`` too."""
    return _WEB.match(url) is not None


def segments(text: str, spans: Sequence[tuple[int, int, Ref, bool]], number: int) -> tuple[Segment, ...]:
    """Cut a text wherever a span starts or ends and behind every line end.

    Args:
        text: The report's text.
        spans: ``(start, end, finding, is the name of an actor)``; they may overlap in any way.
        number: The report's number, for the anchors.

    Returns:
        Segments that join to `text`. Each span's anchor stands on the segment where it starts; the label of each span
        stands behind the segment where it ends, save the innermost name, which is a link itself.
    """
    starting: dict[int, list[_Span]] = defaultdict(list)
    ending: dict[int, list[_Span]] = defaultdict(list)
    for one in (_Span(*span) for span in spans):
        starting[one.start].append(one)
        ending[one.end].append(one)
    line_ends = {match.end() for match in re.finditer(r"\n", text)}
    cuts = sorted({0, len(text), *starting, *ending, *line_ends})
    return _sweep(text, cuts, starting, ending, number)


def _sweep(
    text: str,
    cuts: Sequence[int],
    starting: Mapping[int, list[_Span]],
    ending: Mapping[int, list[_Span]],
    number: int,
) -> tuple[Segment, ...]:
    names: dict[_Span, None] = {}
    linked: set[_Span] = set()
    made: list[Segment] = []
    open_spans = 0
    for start, end in itertools.pairwise(cuts):
        for one in starting.get(start, ()):
            open_spans += 1
            if one.name:
                names[one] = None
        innermost = min(names, key=lambda one: (one.end - one.start, one.ref.id), default=None)
        if innermost:
            linked.add(innermost)
        closing = ending.get(end, ())
        made.append(
            Segment(
                text=text[start:end],
                start=start,
                marked=open_spans > 0,
                link=innermost.ref if innermost else None,
                anchors=tuple(dict.fromkeys(f"t{number}-{s.start}-{s.end}" for s in starting.get(start, ()))),
                ends=tuple(s.ref for s in closing if s not in linked),
            )
        )
        open_spans -= len(closing)
        for one in closing:
            names.pop(one, None)
    return tuple(made)


def text_lines(pieces: Sequence[Segment]) -> tuple[TextLine, ...]:
    """Put segments together line by line, each with what kind of line it is."""
    lines: list[TextLine] = []
    current: list[Segment] = []
    for piece in pieces:
        current.append(piece)
        if piece.text.endswith("\n"):
            lines.append(_line(current))
            current = []
    if current:
        lines.append(_line(current))
    return tuple(lines)


def _line(pieces: list[Segment]) -> TextLine:
    text = "".join(piece.text for piece in pieces[:8])
    kind: LineKind = next((kind for kind, pattern in _LINE_KINDS if pattern.match(text)), "paragraph")
    return TextLine(kind, tuple(pieces))
