"""Evidence with the words around it."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from goodoffices.brief.model.entry import Citation

from .asking import Asking

__all__ = ["Place", "head", "in_context", "tail"]

_AROUND = 220
"""Characters before and behind a quote."""
_PLACES = 24


class Place(msgspec.Struct, frozen=True):
    """A quote, the words before and behind it, and the title of its report."""

    cited: Citation
    before: str
    after: str
    title: str


def in_context(who: Asking, cited: Iterable[Citation]) -> tuple[Place, ...]:
    """Show quotes with the words around them, of reports that the audience still may see."""
    made: list[Place] = []
    shown = list(cited)[:_PLACES]
    reports = {each.id: each for each in who.view.reports_by_id(each.report for each in shown)}
    for each in shown:
        report = reports.get(each.report)
        if report is None:
            continue  # marked anew since the findings were merged
        text = report.text
        before = text[max(0, each.start - _AROUND) : each.start]
        after = text[each.end : each.end + _AROUND]
        made.append(Place(each, tail(before), head(after), report.title))
    return tuple(made)


def tail(text: str, length: int = _AROUND) -> str:
    """The words before a quote; with an ellipsis where they were cut."""
    if len(text) < length:
        return text
    _, _, rest = text.partition(" ")
    return f"… {rest}"


def head(text: str, length: int = _AROUND) -> str:
    """The words behind a quote; with an ellipsis where they were cut."""
    if len(text) < length:
        return text
    rest, _, _ = text.rpartition(" ")
    return f"{rest} …"
