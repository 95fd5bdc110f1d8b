"""A colon in the place of a verb of saying: "Krishna Sitaula, the home minister: 'We are close.'"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from ..pipeline import text_of
from .model import Attribution

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["find_colons"]

_COLON = re.compile(
    r"(?:^|(?<=[.!?\"”]\s))(?P<who>[^:\"“”;.!?\n]{2,120}):[ \t]+(?P<said>[\"“][^\"“”]{2,2000}[\"”])(?=\s|$)"
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def find_colons(docs: Sequence[tuple[int, Doc]], known: Iterable[Attribution]) -> Iterator[Attribution]:
    """Find the quotations behind a name and a colon, where the words before the colon tell of nothing by themselves.

    Args:
        docs: Offset in the text and parse of each paragraph, in their order.
        known: The attributions that are found already; a quotation that one of them gives to somebody is left to it.
    """
    told = {start for one in known if one.source for start, _ in one.content}
    for offset, doc in docs:
        for found in _COLON.finditer(text_of(doc)):
            first, last = found.span("said")
            who = doc.char_span(*found.span("who"), alignment_mode="expand")
            if offset + first in told or who is None or any(t.tag_ in _FINITE for t in who):
                continue
            source = (offset + found.start("who"), offset + found.end("who"))
            yield Attribution(
                source=(source,),
                content=((offset + first, offset + last),),
                kind="direct",
                frame="colon",
                source_kind="name",
            )
