"""What the commands of the draft room take alike: texts, an audience, a form, and where the answer goes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from goodoffices.record import InputError, Marking

from .options import MARKING, F
from .output import emit, printable

if TYPE_CHECKING:
    from goodoffices.draft.text import Document

__all__ = ["audience_option", "form_of", "form_options", "output_option", "put", "read_text", "shown_to"]

_ENDINGS = {".html": "html", ".htm": "html", ".md": "md", ".markdown": "md", ".json": "json", ".txt": "text"}


def output_option(command: F) -> F:
    """Take the file to write."""
    return click.option("-o", "--output", metavar="FILE", help="Where to write it; `-` is standard output.")(command)


def form_options(*forms: str) -> Callable[[F], F]:
    """Take the form of the answer, and the file to write."""

    def taken(command: F) -> F:
        helped = "Text for people, JSON for machines, a page, or Markdown; that of FILE's name where not given."
        return output_option(click.option("--format", "form", type=click.Choice(forms), help=helped)(command))

    return taken


def audience_option(command: F) -> F:
    """Take the audience that the answer is for."""
    return click.option(
        "--audience",
        type=MARKING,
        metavar="MARKING",
        show_default="the mediator's own, all of it",
        help="Leave out what those cleared up to this marking may not see, and close private attributions.",
    )(command)


def form_of(form: str | None, output: str | None, forms: Sequence[str]) -> str:
    """Find the form that is meant: the one named, that of the file's name, or text."""
    guessed = _ENDINGS.get(Path(output or "").suffix.lower(), "text")
    return form or (guessed if guessed in forms else "text")


def read_text(
    file: str, audience: Marking | None = None, *, tolerant: bool = True, changes: str = "alternatives"
) -> Document:
    """Read a text from a file as an audience may see it.

    Args:
        file: Its path.
        audience: None for all of it.
        tolerant: Go on behind faults.
        changes: What becomes of the tracked changes of a DOCX: "alternatives", "accepted" or "rejected".

    Raises:
        DraftError: If it cannot be read, or the audience may not see it.
    """
    from goodoffices.draft.imports import read_draft  # noqa: PLC0415  parsers

    return shown_to(audience, read_draft(file, tolerant=tolerant, changes=changes), name=file)


def shown_to(audience: Marking | None, document: Document, *, name: str = "") -> Document:
    """Leave out of a text what an audience may not see.

    Raises:
        ReleaseError: If the audience may not see it at all.
    """
    if audience is None:
        return document
    import msgspec  # noqa: PLC0415  with the rest of the room

    from goodoffices.draft.exports import for_audience  # noqa: PLC0415  the same

    return msgspec.structs.replace(for_audience(document, audience), name=name or document.name)


def put(
    text: Iterable[str] | str | bytes, output: str | None, *, form: str, usual: str = "-", what: str = "text"
) -> None:
    """Write an answer where it is to go.

    Args:
        text: The answer; lines are for people.
        output: The file, `-` for standard output, None for `usual`.
        form: html, md, text, json, or a form of file.
        usual: The file where none is named.
        what: What it is, for the word to say that it is written.

    Raises:
        InputError: If the file cannot be written.
    """
    place = output or (usual if form == "html" else "-")
    if not isinstance(text, str | bytes):
        if place == "-":
            emit(None, form="text", text=text)
            return
        text = "".join(f"{line}\n" for line in text)
    if place == "-":
        click.echo(text, nl=False)
        return
    try:
        Path(place).write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    except OSError as error:
        msg = f"cannot write {place!r}: {error.strerror}; name another file with -o"
        raise InputError(msg) from None
    click.echo(printable(f"The {what} is in {Path(place).resolve()}"), err=True)
