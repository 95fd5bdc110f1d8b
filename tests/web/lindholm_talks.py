"""A made-up round of talks: reports and what they say, for a case to be made of."""

from __future__ import annotations

import datetime as dt

from goodoffices.record import (
    ActorContent,
    Content,
    EventContent,
    Interval,
    IssueStatusContent,
    Marking,
    MeetingContent,
    PositionContent,
    QuoteContent,
    Report,
    Statement,
    WithheldContent,
    actor_id,
    make_report,
    make_statement,
)
from goodoffices.record.store import Store

__all__ = ["ARVENIA", "AT", "BELMARK", "add_talks", "told"]

AT = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
ARVENIA, BELMARK = actor_id("state", "Arvenia"), actor_id("state", "Belmark")


def told(report: Report, sentence: str, content: Content, *, when: Interval | None = None) -> Statement:
    """A statement that a sentence of a report bears out."""
    start = report.text.index(sentence)
    span = report.evidence(start, start + len(sentence))
    return make_statement(content, (span,), reader="made/1", when=when, basis="made")


def add_talks(store: Store, *, marking: Marking = Marking.CLEAR, words: str = "the port fees", day: int = 1) -> Report:
    """Add a report of a round of talks on `words`, and what it says; return it."""
    lines = (
        f"Arvenia demanded that Belmark drop {words}.",
        f"Belmark rejected {words} outright.",
        "The two delegations met in Lindholm.",
        f"“We will never accept {words},” Belmark’s envoy said.",
        f"Talks on {words} made progress.",
        f"A market was shelled over {words}.",
        f"The annex on {words} is kept secret.",
    )
    text = f"Talks on {words}\n\n" + " ".join(lines) + "\n"
    published = dt.date(2026, 2, day)
    report = make_report(
        text,
        path=f"talks/{marking.name}-{day}.txt",
        title=f"Talks on {words}",
        outlet="Lindholm Courier",
        published=published,
        language="en",
        marking=marking,
    )
    on = Interval(earliest=published, latest=published)
    met = MeetingContent(participants=tuple(sorted((ARVENIA, BELMARK))), place="Lindholm", status="held")
    contents: tuple[tuple[int, Content], ...] = (
        (0, ActorContent(actor=ARVENIA, name="Arvenia", kind="state")),
        (1, ActorContent(actor=BELMARK, name="Belmark", kind="state")),
        (0, PositionContent(party=ARVENIA, issue="economy", stance="demands", text=f"that Belmark drop {words}")),
        (1, PositionContent(party=BELMARK, issue="economy", stance="rejects", text=f"{words} outright", firm=True)),
        (2, met),
        (3, QuoteContent(speaker=BELMARK, text=f"We will never accept {words},", direct=True)),
        (4, IssueStatusContent(issue="economy", status="progress", text=f"Talks on {words} made progress")),
        (5, EventContent(kind="violence", actors=(), text=f"A market was shelled over {words}")),
        (6, WithheldContent(text=f"The annex on {words} is kept secret")),
    )
    found = [told(report, lines[line], content, when=on) for line, content in contents]
    store.add(report, found, at=AT + dt.timedelta(days=day))
    return report
