"""The keys."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from goodoffices.web.asking import Reader
from goodoffices.web.rendering import page

__all__ = ["KEYS", "router"]

router = APIRouter(include_in_schema=False)

KEYS = (
    ("On lists of findings", (("j", "k", "the next, the one before"), ("o", "", "open it"), ("x", "", "choose it"))),
    (
        "On a finding, or the one chosen in a list",
        (
            ("c", "", "confirm"),
            ("r", "", "reject"),
            ("u", "", "unsure"),
            ("z", "", "take your last word back"),
            ("y", "", "copy as citation"),
        ),
    ),
    ("On a finding’s own page", (("e", "", "correct"), ("s", "", "split"), ("m", "", "merge with another"))),
    (
        "On lists",
        (("m", "", "merge what is chosen"), ("n", "", "the next page"), ("/", "", "search"), ("?", "", "this page")),
    ),
)


@router.get("/keys")
def keys(who: Reader) -> Response:
    """The page."""
    return page(who, "keys.html.j2", keys=KEYS)
