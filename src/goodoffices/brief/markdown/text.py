"""Pieces of Markdown in which nothing that a report says can become markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from goodoffices.brief.build.phrases import bare, clip
from goodoffices.brief.model import Line, Passage, Ref

__all__ = ["footnote", "heading", "item", "marks", "plain", "table"]

_SPECIAL = re.compile(r"([\\`*_\[\]|~^$])")
_BLOCK_START = re.compile(r"^([-+#=]|\d+[.)])")
_QUOTED_CHARACTERS = 600  # of a quote in a footnote
_PLACES = 6  # named behind one quote


def plain(text: str) -> str:
    """Write a text so that Markdown shows it as it is, on one line."""
    text = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = _SPECIAL.sub(r"\\\1", text)
    return _BLOCK_START.sub(lambda start: f"{start[0][:-1]}\\{start[0][-1]}", text).replace("://", ":&#47;&#47;")


def heading(level: int, text: str) -> Iterator[str]:
    """A heading between blank lines."""
    yield from ("", f"{'#' * level} {plain(text)}", "")


def marks(refs: Iterable[Ref]) -> str:
    """Footnote marks for findings; a disagreement has no footnote and is named."""
    return "".join(f" [^{ref.label}]" if not ref.label.startswith("D") else f" ({ref.label})" for ref in refs)


def item(line: Line) -> str:
    """A sentence of the opening as a list item."""
    lead = f"**{plain(line.lead)}{'' if line.lead.endswith('?') else ':'}** " if line.lead else ""
    return f"- {lead}{plain(line.text)}{marks(line.refs)}"


def footnote(label: str, passages: Sequence[Passage], tail: str = "") -> str:
    """The quotes that a finding rests on, each with where it stands."""
    quotes = [
        f"“{plain(bare(clip(passage.quote, _QUOTED_CHARACTERS)))}” — {_places(passage)}"
        for passage in passages[:_PLACES]
    ]
    more = [f"and {len(passages) - _PLACES} more"] if len(passages) > _PLACES else []
    return f"[^{label}]: {' · '.join([*quotes, *more])}{tail}"


def _quoted(passage: Passage) -> str:
    return f"“{plain(bare(clip(passage.quote, _QUOTED_CHARACTERS)))}” — {_places(passage)}"


def _places(passage: Passage) -> str:
    named = [f"{plain(c.source)} \\[{c.number}: {c.start}–{c.end}\\]" for c in passage.places[:_PLACES]]
    return "; ".join(
        [*named, *([f"and {len(passage.places) - _PLACES} more"] if len(passage.places) > _PLACES else [])]
    )


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table; cells are markup already."""
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
