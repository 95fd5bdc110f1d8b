"""A small made-up process for the tables, with all that a file could choke on: formulas, markup, Hebrew, no date."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

from goodoffices.brief import Brief, build_brief
from goodoffices.desk.tables import Cell, Ground, Row, Table, layouts, make_table
from goodoffices.record import (
    ActorContent,
    Content,
    Findings,
    Interval,
    IssueStatusContent,
    Judgement,
    Marking,
    MeetingContent,
    PositionContent,
    QuoteContent,
    Report,
    Statement,
    Verdict,
    actor_id,
    make_judgement,
    make_report,
    make_statement,
)
from goodoffices.record.findings import build

__all__ = [
    "FORMULA",
    "HEAD",
    "MADE",
    "MARKUP",
    "NAMES",
    "brief",
    "findings",
    "ground",
    "judgements",
    "one_column",
    "reports",
    "rows_of",
    "statements",
]

FORMULA = '=HYPERLINK("http://evil.example","open me")'
MARKUP = "<img src=x onerror=alert(1)> & <script>alert(2)</script>"
NAMES = [name for name in layouts() if name != "hits"]
HEAD: Any = [("text", "Text", "text"), ("n", "N", "number"), ("day", "Day", "date"), ("all", "All", "list")]
MADE = dt.datetime(2026, 3, 17, 18, 30, tzinfo=dt.UTC)

_TEXT = f"""{MARKUP}
Orlia and Vesk met in Harn on 2 March.
{FORMULA} is what Orlia offers on sanctions.
Vesk rejects a border on the river. Orlia accepts the border on the river.
«שלום», said the delegate of Vesk.
Orlia called the ceasefire agreed; Vesk called the ceasefire blocked.
"""
_UNDATED = "Vesk demands, if one may believe it, the release of all prisoners.\n"

ORLIA, VESK = actor_id("state", "Orlia"), actor_id("state", "Vesk")


def reports() -> tuple[Report, ...]:
    """Two reports, one of them undated; the first has hostile words in its title and outlet."""
    first = make_report(
        _TEXT,
        path="01.txt",
        title=MARKUP,
        outlet='@Evil, "Gazette"',
        url="javascript:alert(1)",
        published=dt.date(2026, 3, 3),
        language="en",
    )
    second = make_report(_UNDATED, path="02.txt", title="-1+1", language="en", marking=Marking.GREEN)
    return first, second


def _said(report: Report, words: str, content: Content, **more: object) -> Statement:
    start = report.text.index(words)
    return make_statement(content, (report.evidence(start, start + len(words)),), reader="hand/1", **more)  # type: ignore[arg-type]


def statements() -> tuple[Statement, ...]:
    """What the reports say."""
    first, second = reports()
    march = Interval(dt.date(2026, 3, 2), dt.date(2026, 3, 2), "on 2 March")
    return (
        _said(first, "Orlia", ActorContent(actor=ORLIA, name="Orlia", kind="state", aliases=("the Republic",))),
        _said(first, "Vesk", ActorContent(actor=VESK, name="Vesk", kind="state")),
        _said(second, "Vesk", ActorContent(actor=VESK, name="Vesk", kind="state")),
        _said(
            first,
            "Orlia and Vesk met in Harn on 2 March.",
            MeetingContent(participants=tuple(sorted((ORLIA, VESK))), place="Harn"),
            when=march,
        ),
        _said(
            first,
            f"{FORMULA} is what Orlia offers on sanctions.",
            PositionContent(party=ORLIA, issue="sanctions", stance="offers", text=FORMULA),
        ),
        _said(
            first,
            "Vesk rejects a border on the river.",
            PositionContent(party=VESK, issue="territory", stance="rejects", text="a border on the river", firm=True),
        ),
        _said(
            first,
            "Orlia accepts the border on the river.",
            PositionContent(party=ORLIA, issue="territory", stance="accepts", text="the border on the river"),
        ),
        _said(first, "«שלום»", QuoteContent(speaker=VESK, text="שלום", direct=True), said_by=VESK),
        _said(
            first,
            "Orlia called the ceasefire agreed",
            IssueStatusContent(issue="ceasefire", status="agreed", text="the ceasefire agreed"),
            said_by=ORLIA,
        ),
        _said(
            first,
            "Vesk called the ceasefire blocked",
            IssueStatusContent(issue="ceasefire", status="blocked", text="the ceasefire blocked"),
            said_by=VESK,
        ),
        _said(
            second,
            _UNDATED.strip(),
            PositionContent(party=VESK, issue="detainees", stance="demands", text="the release of all prisoners"),
        ),
    )


def judgements() -> tuple[Judgement, ...]:
    """One word, taken back, and another that stands."""
    target = statements()[4].id
    first = make_judgement(target, Verdict.UNSURE, by="+Ana", at=MADE, why="is it so?")
    back = make_judgement(first.id, Verdict.RETRACT, by="Ana", at=MADE + dt.timedelta(hours=1), why="it is")
    stands = make_judgement(target, Verdict.CONFIRM, by="Ana", at=MADE + dt.timedelta(hours=2), why="read twice")
    return first, back, stands


def findings() -> Findings:
    """What it comes to."""
    return build(reports(), statements(), judgements=judgements())


def brief(audience: Marking = Marking.AMBER) -> Brief:
    """The brief of it."""
    return build_brief(findings(), audience=audience, generated=MADE)


def ground() -> Ground:
    """What tables of it are made from."""
    return Ground.of(brief(), judgements=judgements(), statements=statements(), note="case sample")


def one_column(*texts: Cell, kind: str = "text") -> Table:
    """A table of one column."""
    columns: Any = [("it", "It", kind)]
    return make_table(
        "sample", "Sample", columns, [(text,) for text in texts], audience=Marking.RED, marking=Marking.RED
    )


def rows_of(number: int) -> itertools.chain[Row]:
    """Rows that are made one by one, and may be taken once."""
    return itertools.chain((f"row {n}", n, dt.date(2026, 1, 1), ("a", "b")) for n in range(number))
