"""Handing a text out: in any form, for this audience or a lower one, each time with a line in the log."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Query
from starlette.responses import Response

from goodoffices.brief.drafting import page_to_json
from goodoffices.draft.errors import DraftError
from goodoffices.record import InputError, Marking, parse_marking
from goodoffices.web.asking import Asking, Reader
from goodoffices.web.drafting.looking import look_at
from goodoffices.web.drafting.shown import ShownText, as_seen_by, holds_whole, one_text
from goodoffices.web.drafting.tasks import Ground, ToWrite, exported
from goodoffices.web.drafting.worker import timed
from goodoffices.web.moments import now

from .draft_versions import comparison

__all__ = ["Leaving", "handed_out", "router"]

router = APIRouter(include_in_schema=False)

_MEDIA = {
    "md": ("md", "text/markdown; charset=utf-8"),
    "html": ("html", "text/html; charset=utf-8"),
    "pdf": ("pdf", "application/pdf"),
    "docx": ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "akn": ("xml", "application/xml"),
    "json": ("json", "application/json"),
}


class Leaving(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked for: the form, for whom (as whoever asks is shown it where empty), which version, since which."""

    form: str
    audience: str = ""
    number: int | None = None
    against: int | None = None
    own: bool = False


def handed_out(who: Asking, name: str, asked: Leaving) -> tuple[str, str, bytes]:
    """Write a text for an audience, and keep in the log that it left.

    Returns:
        The name of the file, its media type, and its content.

    Raises:
        NotInCase: If there is no such text or version for that audience.
        InputError: If there is no such form.
        TooLong: If it takes longer than a page may.
    """
    if asked.form not in _MEDIA:
        msg = f"a text is written as {', '.join(_MEDIA)}, not as {asked.form[:20]!r}"
        raise InputError(msg)
    own = asked.own and holds_whole(who.audience)
    seen = who if own or not asked.audience else _lowered(who, parse_marking(asked.audience))
    meant = one_text(who, name, asked.number)
    text = as_seen_by(seen, meant)
    earlier = as_seen_by(seen, one_text(who, name, asked.against)) if asked.against else None
    content = _written(seen, text, earlier, asked.form, own=own)
    ending, media = _MEDIA[asked.form]
    marking = seen.audience.marking
    slug = "own" if own else f"tlp-{marking.value.lower().replace('+', '-')}"
    file = f"{name}-v{text.number}-{slug}.{ending}"
    detail = {"audience": "the keepers' own" if own else seen.audience.words, "file": file}
    who.bench.store.audit("export", by=who.account.name, at=now(), target=name, detail=detail)
    return file, media, content


def _lowered(who: Asking, marking: Marking) -> Asking:
    return msgspec.structs.replace(who, audience=who.audience.lowered(marking))


def _written(seen: Asking, text: ShownText, earlier: ShownText | None, form: str, *, own: bool) -> bytes:
    if form == "json":
        if earlier is not None:
            return page_to_json(comparison(earlier, text))
        return page_to_json(look_at(text.source, Ground(), name=text.name).page)
    # what is shown was rebuilt for the audience already; it goes through the same door once more
    before = earlier.source if earlier else None
    size = len(text.source) + len(before or "")
    given = ToWrite(
        source=text.source,
        against=before,
        audience=None if own else seen.audience.marking,
        author=text.version.by,
        at=text.version.at,
        name=text.name,
    )
    try:
        content: bytes = timed(exported, given, form, size=size * (8 if form == "pdf" else 2), seconds=40.0)
    except DraftError as error:
        raise InputError(error.fault) from None
    return content


@router.get("/draft/{name}/export/{form}")
def export(
    who: Reader,
    name: str,
    form: str,
    to: Annotated[str, Query(alias="for", max_length=20)] = "",
    version: Annotated[int | None, Query(ge=1, le=1_000_000)] = None,
    against: Annotated[int | None, Query(ge=1, le=1_000_000)] = None,
    own: Annotated[int, Query(ge=0, le=1)] = 0,
) -> Response:
    """A text as a file."""
    asked = Leaving(form=form, audience=to, number=version, against=against, own=bool(own))
    file, media, content = handed_out(who, name, asked)
    return Response(content, media_type=media, headers={"content-disposition": f'attachment; filename="{file}"'})
