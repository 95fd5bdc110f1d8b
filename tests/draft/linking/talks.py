"""A made-up record and text of two states, Arvenia and Belmark, so that a test knows what it put in."""

from __future__ import annotations

from goodoffices.draft.text import Document, parse_text
from goodoffices.record import (
    ActorContent,
    Content,
    Findings,
    IssueStatusContent,
    PositionContent,
    Report,
    Statement,
    actor_id,
    make_report,
    make_statement,
)
from goodoffices.record.findings import build

__all__ = ["ARVENIA", "BELMARK", "TEXT", "document", "findings", "report", "statements"]

ARVENIA, BELMARK = actor_id("state", "Arvenia"), actor_id("state", "Belmark")

REPORT = """Arvenia rejects foreign troops on its soil. Belmark demands that prisoners be released within 30 days.
Arvenia demands compensation for the flooded valley. Belmark could accept a joint commission if the guns are withdrawn.
Belmark rejects abandoning its claim to the islands. Arvenia wants women to sit on the commission.
Officials said there was progress on prisoners. The plan was leaked to a newspaper in Arvenia last week.
"""

TEXT = """---
title: Peace on the Strait
parties: Arvenia, Belmark
---
# Peace on the Strait

## Article 1. Security

1. A multinational force of foreign troops is stationed on the soil of Arvenia. {#force}
2. No foreign troops shall be deployed on the soil of either Party. {#none}

## Article 2. People

3. Prisoners are released within [Belmark: 30 days | Arvenia: 90 days] of signature. {#people}
4. A joint commission is set up. {#commission}
5. Belmark renounces its claim to the islands. {#islands}
"""

_SAID: tuple[tuple[str, Content], ...] = (
    ("Arvenia", ActorContent(actor=ARVENIA, name="Arvenia", kind="state")),
    ("Belmark", ActorContent(actor=BELMARK, name="Belmark", kind="state")),
    (
        "Arvenia rejects foreign troops on its soil.",
        PositionContent(
            party=ARVENIA, issue="foreign-forces", stance="rejects", text="foreign troops on its soil", firm=True
        ),
    ),
    (
        "Belmark demands that prisoners be released within 30 days.",
        PositionContent(
            party=BELMARK, issue="detainees", stance="demands", text="that prisoners be released within 30 days"
        ),
    ),
    (
        "Arvenia demands compensation for the flooded valley.",
        PositionContent(party=ARVENIA, issue="economy", stance="demands", text="compensation for the flooded valley"),
    ),
    (
        "Belmark could accept a joint commission if the guns are withdrawn.",
        PositionContent(
            party=BELMARK,
            issue="monitoring",
            stance="conditional",
            text="a joint commission",
            condition="if the guns are withdrawn",
        ),
    ),
    (
        "Belmark rejects abandoning its claim to the islands.",
        PositionContent(party=BELMARK, issue="territory", stance="rejects", text="abandoning its claim to the islands"),
    ),
    (
        "Arvenia wants women to sit on the commission.",
        PositionContent(party=ARVENIA, issue="rights", stance="demands", text="women to sit on the commission"),
    ),
    (
        "Officials said there was progress on prisoners.",
        IssueStatusContent(issue="detainees", status="progress", text="there was progress on prisoners"),
    ),
)


def report() -> Report:
    """The one report."""
    return make_report(REPORT, path="strait.txt", title="Strait talks", outlet="Lindholm Post", language="en")


def statements() -> list[Statement]:
    """What it says; each statement has its own sentence."""
    of = report()
    made = []
    for quote, content in _SAID:
        start = of.text.index(quote)
        made.append(make_statement(content, (of.evidence(start, start + len(quote)),), reader="made/1"))
    return made


def findings() -> Findings:
    """What the report comes to."""
    return build([report()], statements())


def document(text: str = TEXT) -> Document:
    """A text, read."""
    return parse_text(text)
