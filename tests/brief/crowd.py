"""Many findings over many reports, for tests of size: positions, meetings, quotes and states of issues in turn."""

from __future__ import annotations

import datetime as dt

from goodoffices.record import (
    ActorContent,
    Content,
    Finding,
    Findings,
    Interval,
    IssueStatusContent,
    MeetingContent,
    PositionContent,
    QuoteContent,
    Report,
    actor_id,
    content_id,
    issues,
    make_report,
)

__all__ = ["crowd"]

_FIRST = dt.date(2025, 1, 1)
_STATES = ("agreed", "progress", "open", "blocked")
_STANCES = ("demands", "offers", "accepts", "rejects", "conditional", "ambiguous")


def crowd(reports: int, findings: int, actors: int = 60) -> Findings:
    """Make `findings` findings, spread over `reports` reports, by `actors` states."""
    texts = [_report(n, findings // reports) for n in range(reports)]
    names = [actor_id("state", f"State {n}") for n in range(actors)]
    made = [
        _finding(ActorContent(actor=names[n], name=f"State {n}", kind="state"), texts[n % reports], 0)
        for n in range(actors)
    ]
    made += [_finding(_content(n, names), texts[n % reports], n // reports) for n in range(findings - actors)]
    order = ("actor", "meeting", "position", "quote", "issue_status")
    made.sort(key=lambda finding: order.index(finding.kind))
    return Findings(reports=tuple(texts), findings=tuple(made))


def _report(number: int, sentences: int) -> Report:
    text = "\n".join(
        f"In report {number}, sentence {n} tells at some length what one of the parties to the talks wants."
        for n in range(sentences + 1)
    )
    day = _FIRST + dt.timedelta(days=number * 3)
    return make_report(text, path=f"{number}.txt", title=f"Report {number}", outlet=f"Outlet {number}", published=day)


def _content(number: int, names: list[str]) -> Content:
    issue = list(issues())[number % 19]
    party, other = names[number // 4 % len(names)], names[(number * 7 + 1) % len(names)]
    match number % 4:
        case 0:
            stance = _STANCES[number % 6]
            return PositionContent(
                party=party, issue=issue, stance=stance, text=f"thing {number}", firm=number % 9 == 0
            )  # type: ignore[arg-type]  # a literal of the tuple above
        case 1:
            return MeetingContent(participants=tuple(sorted({party, other})), place=f"Town {number}")
        case 2:
            return QuoteContent(speaker=party, text=f"word {number}", direct=True)
        case _:
            return IssueStatusContent(issue=issue, status=_STATES[number % 7 % 4], text=f"claim {number}")  # type: ignore[arg-type]  # the same


def _finding(content: Content, report: Report, sentence: int) -> Finding:
    lines = report.text.split("\n")
    start = sum(len(line) + 1 for line in lines[:sentence])
    evidence = report.evidence(start, start + len(lines[sentence]))
    meets = isinstance(content, MeetingContent)
    return Finding(
        id=content_id("f", content, report.id),
        content=content,
        evidence=(evidence,),
        statements=(content_id("s", content, report.id),),
        reports=(report.id,),
        when=Interval(earliest=report.published, latest=report.published) if meets else None,
        as_of=report.published,
        first_reported=report.published,
    )
