"""HTML for a notebook: compact, escaped, without script or style sheet, readable on light and on dark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from goodoffices.brief.build.phrases import day_words
from goodoffices.brief.model import Citation, DisputeView, Entry, passages
from goodoffices.brief.wording import wording
from goodoffices.desk.tables import Column, Row, Table
from goodoffices.desk.tables.plain import plain

__all__ = ["SHOWN_ROWS", "dispute_html", "finding_html", "table_html"]

SHOWN_ROWS = 20
"""Rows of a table that are shown; the caption says how many there are."""
_SHOWN_CHARACTERS = 240
_SHOWN_SENTENCES = 20
# No colour is named: a notebook's own, light or dark, shows through. Lines are the text's colour, made pale.
_ALIGNED = {
    "number": ";text-align:right;white-space:nowrap",
    "date": ";white-space:nowrap",
    "moment": ";white-space:nowrap",
}
_LINE = "1px solid rgba(128,128,128,.4)"
_CELL = f"padding:.3em .6em;text-align:left;vertical-align:top;border-bottom:{_LINE};white-space:normal"
_TABLE = "border-collapse:collapse;font-size:.9em;color:inherit;background:transparent"
_QUOTE = f"margin:.3em 0 .3em .2em;padding-left:.8em;border-left:3px {_LINE[4:]}"
_PALE = "opacity:.75;font-size:.9em"


def table_html(table: Table) -> str:
    """Write the first rows of a table.

    Args:
        table: The table; the columns that fit a screen are shown, and a long sentence opens in its cell.

    Returns:
        A table with a caption, heads of columns and rows, every text escaped.
    """
    shown = table.fitting
    heads = "".join(f'<th scope="col" style="{_CELL};font-weight:bold">{_t(c.label)}</th>' for c in shown.columns)
    rows = "".join(_row(shown.columns, row) for row in shown.rows[:SHOWN_ROWS])
    return (
        f'<table style="{_TABLE}"><caption style="text-align:left;padding:.3em .6em">{_caption(table)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _caption(table: Table) -> str:
    number = len(table)
    shown = f", the first {SHOWN_ROWS} shown" if number > SHOWN_ROWS else ""
    told = f"<strong>{_t(table.title)}</strong> ({number}{shown}) · {_t(table.marking.label)}"
    return f"{told} · made for {_t(table.audience.label)}" + (f" · {_t(table.note)}" if table.note else "")


def _row(columns: Sequence[Column], row: Row) -> str:
    cells = []
    for at, (column, cell) in enumerate(zip(columns, row, strict=True)):
        align = _ALIGNED.get(column.type, "")
        name = 'th scope="row"' if at == 0 else "td"
        weight = ";font-weight:normal" if at == 0 else ""
        text = _folded(plain(cell))
        cells.append(f'<{name} dir="auto" style="{_CELL}{align}{weight}">{text}</{name[:2]}>')
    return f"<tr>{''.join(cells)}</tr>"


def _folded(text: str) -> str:
    """Write a long text so that it opens where it is clicked."""
    if len(text) <= _SHOWN_CHARACTERS:
        return _t(text)
    head = text[:_SHOWN_CHARACTERS].rsplit(" ", 1)[0]
    return f"<details><summary>{_t(head)}…</summary>{_t(text)}</details>"


def finding_html(entry: Entry) -> str:
    """Write a finding with its sentences, what is said against it, and who may be shown it."""
    kind = wording().kinds[entry.kind].one
    lines = [f"<p><strong>{_t(entry.label)}</strong> {_t(kind)}: <strong>{_t(entry.says)}</strong></p>"]
    if entry.notes:
        lines.append(f'<p style="{_PALE}">{_t("; ".join(entry.notes))}</p>')
    lines.append(_sentences(entry.evidence))
    lines += [f"<p>Against: {_t(ref.label)} {_t(ref.says)}</p>" for ref in entry.against]
    lines.append(f'<p style="{_PALE}">{_t(_standing(entry))}</p>')
    return _block(lines)


def _standing(entry: Entry) -> str:
    sure = f"{entry.confidence:.0%} likely read right" if entry.confidence is not None else ""
    sources = f"{entry.sources} independent source{'s' if entry.sources != 1 else ''}"
    return " · ".join(
        part for part in (sources, sure, wording().verdicts[entry.verdict.value], entry.marking.label, entry.id) if part
    )


def dispute_html(dispute: DisputeView) -> str:
    """Write a disagreement with its sides, each with its sentences."""
    lines = [f"<p><strong>{_t(dispute.label)}</strong> disagreement: <strong>{_t(dispute.about)}</strong></p>"]
    for side in dispute.sides:
        who = f"{side.speaker or 'the report'}, {day_words(side.as_of)}"
        lines.append(f"<p>{_t(who)}: {_t(side.text)}</p>{_sentences(side.evidence)}")
    over_time = "every side is of another day: it can be a change · " if dispute.over_time else ""
    answers = "opposite answers, perhaps of two things · " if dispute.by_answers else ""
    lines.append(f'<p style="{_PALE}">{_t(over_time)}{_t(answers)}{_t(dispute.marking.label)} · {_t(dispute.id)}</p>')
    return _block(lines)


def _sentences(evidence: tuple[Citation, ...]) -> str:
    found = passages(evidence)
    quotes = []
    for passage in found[:_SHOWN_SENTENCES]:
        sources = "; ".join(dict.fromkeys(place.source for place in passage.places))
        place = passage.places[0]
        where = f"{sources} · {place.report} [{place.start}, {place.end})"
        quotes.append(
            f'<blockquote dir="auto" style="{_QUOTE}">“{_t(passage.quote)}”<br>'
            f'<span style="{_PALE}">{_t(where)}</span></blockquote>'
        )
    more = len(found) - _SHOWN_SENTENCES
    return "".join(quotes) + (f'<p style="{_PALE}">and {more} more</p>' if more > 0 else "")


def _block(lines: Iterable[str]) -> str:
    return f'<div style="color:inherit;background:transparent;max-width:60em">{"".join(lines)}</div>'


def _t(text: str) -> str:
    return escape(text, quote=True)
