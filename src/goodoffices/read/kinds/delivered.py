"""Statements delivered: a text that one person says from end to end ("Remarks by the Special Envoy, as delivered")."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..context import Context
    from ..document import Passage

__all__ = ["author_of_statement", "delivered", "signed"]

_HEAD_BLOCKS = 5
"""Blocks within which a text says who delivers it."""
_TITLE = re.compile(
    r"\b(?:statement|remarks|address|message|speech|letter|intervention|declaration|testimony)\b"
    r"(?: [\w'’-]+){0,6}? (?:by|of|from)\b",
    re.IGNORECASE,
)
_LEADS_IN = re.compile(
    r"\b(?:statement|remarks|address|message|speech|letter|declaration|words)\b[^.?!]{0,80}:$", re.IGNORECASE
)
_OWN = re.compile(r"\b(?:I|[Mm]y|[Ww]e|[Oo]ur|me|us)\b")
_SELF = re.compile(r"\b(?:I|[Mm]y)\b")
_SIGNATURE = re.compile(r"(?:—|–|--)[ \t]*(?=[^\W\d_])")
_SIGNATURE_WORDS = 16
_LEAST = 2
_SHORTEST_WORDS = 5
_SHARE = 0.6
"""Of the paragraphs of a speech at least this share speak of "I" or "we"."""


@functools.lru_cache(maxsize=2)
def author_of_statement(context: Context) -> tuple[str, int] | None:
    """Who delivers the text of a report, by its title or the line that leads it in, and where that stands.

    Returns:
        The person's id and the offset behind that line; None where the report is no such text.
    """
    for passage in context.passages[:_HEAD_BLOCKS]:
        text = context.report.text[passage.block.start : passage.block.end]
        title = _TITLE.search(text)
        leads = _LEADS_IN.search(text.rstrip())
        if title is None and leads is None:
            continue
        first = passage.block.start + (title.end() if title is not None else 0)
        found = [p for p in _persons(context, first, passage.block.end) if p is not None]
        if found and (leads is not None or not text.rstrip().endswith((".", "?", "!"))):
            return found[0], passage.block.end
    return None


def _persons(context: Context, start: int, end: int) -> list[str]:
    roster = context.roster
    ids = (a for token in context.tokens_in(start, end) for a in roster.at(token))
    return [a for a in dict.fromkeys(ids) if roster.actors[a].kind == "person"]


def delivered(context: Context) -> tuple[str, Sequence[Passage]] | None:
    """Find the paragraphs of a statement in the first person, with who delivers it.

    Returns:
        The person's id and the paragraphs; None where the report holds no such statement.
    """
    told = author_of_statement(context)
    if told is None or any(block.speaker is not None for block in context.blocks):
        return None
    author, behind = told
    text = context.report.text
    here = [p for p in context.passages if p.block.start >= behind and p.block.kind in {"paragraph", "item"}]
    own = [n for n, p in enumerate(here) if _OWN.search(_unquoted(text[p.block.start : p.block.end]))]
    if not own:
        return None
    run = here[own[0] : own[-1] + 1]
    spoken = [p for p in run if len(text[p.block.start : p.block.end].split()) >= _SHORTEST_WORDS]
    selves = sum(len(_SELF.findall(_unquoted(text[p.block.start : p.block.end]))) for p in run)
    of_others = any(
        author in context.head_actors(a.source) for a in context.attributions if a.source and a.source[0][0] >= behind
    )
    return (author, spoken) if selves >= _LEAST and len(own) >= _SHARE * len(run) and not of_others else None


def signed(context: Context) -> Iterator[tuple[str, Passage]]:
    """Find the paragraphs under which a dash and a name stand ("— Blaise Compaoré, President of Burkina Faso").

    One such line alone may be the byline of a report: then the paragraph must be in the first person or in
    quotation marks.

    Yields:
        The person's id and the paragraph.
    """
    text = context.report.text
    found: list[tuple[str, Passage]] = []
    for above, line in pairwise(context.passages):
        words = text[line.block.start : line.block.end]
        if not _SIGNATURE.match(words) or len(words.split()) > _SIGNATURE_WORDS or above.block.kind == "heading":
            continue
        persons = _persons(context, line.block.start, line.block.end)
        if len(persons) == 1:
            found.append((persons[0], above))
    for person, above in found:
        said = text[above.block.start : above.block.end].strip()
        if len(found) >= _LEAST or _OWN.search(said) or said[:1] in '"“«':
            yield person, above


def _unquoted(text: str) -> str:
    return re.sub(r"[\"“«][^\"”»]*(?:[\"”»]|$)", "", text)
