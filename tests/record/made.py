"""Ready-made reports and statements of a made-up process, by number, so that a test knows what it put in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from goodoffices.record import (
    ActorContent,
    Marking,
    PositionContent,
    Report,
    Statement,
    actor_id,
    make_report,
    make_statement,
)

__all__ = ["DAY", "PARTY", "day", "report", "statements"]

PARTY = actor_id("state", "Arvenia")
DAY = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)


def day(number: int) -> dt.datetime:
    """Noon of a day, counted from the first of March."""
    return DAY + dt.timedelta(days=number)


def report(number: int, *, marking: Marking = Marking.CLEAR, words: str = "", dated: bool = True) -> Report:
    """The report with this number; each has a text of its own, with characters of one to four bytes."""
    text = f"Arvenia demands the Élysée’s “word” on bridge {number}. 🌉 It rejects point {number} of the plan. {words}"
    return make_report(
        text,
        path=f"reports/{number}.txt",
        title=f"Bridge {number}",
        outlet="Lindholm Post",
        published=dt.date(2026, 3, 1) + dt.timedelta(days=number % 20) if dated else None,
        language="en",
        marking=marking,
    )


def statements(of: Report, number: int = 3) -> list[Statement]:
    """An actor and `number` - 1 positions of it, with spans behind characters of several bytes."""
    spans: Iterable[tuple[int, int]] = ((0, 7), (of.text.index("It"), of.text.index("plan")))
    actor, sentence = (of.evidence(*span) for span in spans)
    made = [make_statement(ActorContent(actor=PARTY, name="Arvenia", kind="state"), (actor,), reader="made/1")]
    for each in range(number - 1):
        content = PositionContent(party=PARTY, issue="process", stance="rejects", text=f"point {each} of the plan")
        made.append(make_statement(content, (sentence, actor), reader="made/1", basis="rejects"))
    return made
