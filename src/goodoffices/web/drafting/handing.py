"""What a form hands in as a text: pasted, or a file in any form that the draft room reads."""

from __future__ import annotations

from pathlib import PurePath

import msgspec
from fastapi import Request
from starlette.datastructures import FormData, UploadFile

from goodoffices.record.errors import GoodOfficesError, InputError

from .saving import LONGEST
from .tasks import read_handed
from .worker import timed

__all__ = ["Handed", "field", "handed_text", "read_form"]

_FILE_BYTES = 12_000_000
_FIELD_BYTES = 9_000_000
_READ_SECONDS = 25.0
_CHANGES = ("alternatives", "accepted", "rejected")


class Handed(msgspec.Struct, frozen=True, kw_only=True):
    """A text as it was handed in, with what is wrong with it."""

    source: str = ""
    marking: str = ""
    circle: str = ""
    why: str = ""
    faults: tuple[str, ...] = ()


async def read_form(request: Request) -> FormData:
    """Read a form that may hold a file and a long text; only once it is known who sends it."""
    return await request.form(max_files=2, max_fields=60, max_part_size=_FIELD_BYTES)


def field(form: FormData, name: str) -> str:
    """A field of a form as text."""
    value = form.get(name, "")
    return value if isinstance(value, str) else ""


def handed_text(form: FormData) -> Handed:
    """Take the text out of a form: its file, else what was pasted.

    Raises:
        InputError: If there is neither, or the file is too large or cannot be read.
    """
    said = Handed(marking=field(form, "marking"), circle=field(form, "circle"), why=field(form, "why"))
    file = form.get("file")
    if isinstance(file, UploadFile) and file.filename:
        data = file.file.read(_FILE_BYTES + 1)
        source, faults = read_file(data, file.filename, field(form, "changes") or _CHANGES[0])
        return msgspec.structs.replace(said, source=source, faults=faults)
    source = field(form, "source")
    if field(form, "plain"):
        source, faults = read_file(source.encode("utf-8"), "pasted.txt", _CHANGES[0])
        return msgspec.structs.replace(said, source=source, faults=faults)
    return msgspec.structs.replace(said, source=source)


def read_file(data: bytes, filename: str, changes: str) -> tuple[str, tuple[str, ...]]:
    """Read a file into the Markdown of the trade.

    Raises:
        InputError: If it is too large, of no form known, or cannot be read.
    """
    from goodoffices.draft.imports.read import FORMS  # noqa: PLC0415  parsers

    if changes not in _CHANGES:
        msg = f"{changes[:20]!r} is nothing that can become of tracked changes; use one of {', '.join(_CHANGES)}"
        raise InputError(msg)
    if len(data) > _FILE_BYTES:
        msg = f"the file is larger than {_FILE_BYTES // 1_000_000} MB; cut it, or take the pictures out of it"
        raise InputError(msg)
    form = FORMS.get(PurePath(filename).suffix.lower())
    if form is None:
        msg = "this form of file cannot be read; use .md, .txt, .html, .docx or .xml (Akoma Ntoso)"
        raise InputError(msg)
    # a package says little of what it unpacks to: it is always read in a process of its own
    size = 10 * LONGEST if form in {"docx", "akn"} else len(data)
    try:
        found: tuple[str, tuple[str, ...]] = timed(
            read_handed, data, form, changes, size=size, seconds=_READ_SECONDS, kept=False
        )
    except InputError as error:
        msg = f"the file cannot be read: it {str(error).lstrip()}"
        raise InputError(msg) from None
    except GoodOfficesError as error:
        raise InputError(str(error)) from None
    return found
