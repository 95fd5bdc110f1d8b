"""What leaves the room as a file: each for one audience, and each written down in the audit log."""

from __future__ import annotations

from collections.abc import Iterable

from fastapi.responses import StreamingResponse
from starlette.responses import Response

from goodoffices.desk.tables import FORMS, Table, export, file_name
from goodoffices.record import InputError
from goodoffices.web.moments import now

from .room import Room

__all__ = ["handed_out", "handed_table"]


def handed_out(room: Room, name: str, media: str, parts: Iterable[bytes | str]) -> Response:
    """Send a file, and write down that it left, for whom, and who took it.

    Args:
        room: The book as its audience sees it.
        name: Of the file, without the audience.
        media: Its type.
        parts: Its content.
    """
    who = room.who
    stem, _, ending = name.rpartition(".")
    full = f"{stem}-tlp-{who.audience.marking.value.lower().replace('+', '-')}.{ending}"
    detail = {"audience": who.audience.words, "file": full}
    who.bench.store.audit("export", target=full, by=who.account.name, at=now(), detail=detail)
    headers = {"content-disposition": f'attachment; filename="{full}"'}
    return StreamingResponse(parts, media_type=media, headers=headers)


def handed_table(room: Room, table: Table, form: str) -> Response:
    """Send a table in one of the forms that tables have.

    Raises:
        InputError: There is no such form.
    """
    if form not in FORMS:
        msg = f"there is no form {form[:20]!r}; use one of {', '.join(FORMS)}"
        raise InputError(msg)
    who = room.who
    name = file_name(table, form)
    detail = {"audience": who.audience.words, "file": name}
    who.bench.store.audit("export", target=name, by=who.account.name, at=now(), detail=detail)
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return StreamingResponse([export(table, form)], media_type=FORMS[form].content_type, headers=headers)
