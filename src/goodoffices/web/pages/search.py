"""Search: reports that hold the words, and findings of which their sentences speak."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from fastapi import Query as Asked
from starlette.responses import Response

from goodoffices.desk.query import Query
from goodoffices.web.asking import Reader
from goodoffices.web.context import head, tail
from goodoffices.web.rendering import page

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_FINDINGS, _LOOKED_AT = 12, 60
_REPORTS = 15


@router.get("/search")
def search(
    who: Reader, q: Annotated[str, Asked(max_length=200)] = "", after: Annotated[str, Asked(max_length=300)] = ""
) -> Response:
    """The page."""
    words = q.strip()
    if not words:
        return page(who, "search.html.j2", asked="", found=None, hits=None)
    found = who.snapshot.glimpses(Query(text=words), limit=_LOOKED_AT) if not after else None
    # Whoever is named in a sentence of these words comes behind what is said there.
    entries = sorted(found.entries, key=lambda entry: entry.kind == "actor")[:_FINDINGS] if found else []
    return page(
        who,
        "search.html.j2",
        asked=words,
        found=found,
        entries=entries,
        hits=who.view.page_of_hits(words, _REPORTS, after or None),
        head=head,
        tail=tail,
    )
