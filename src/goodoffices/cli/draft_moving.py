"""`goodoffices draft import | export`: ordinary agreements in, texts for an audience out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from goodoffices.brief.build.phrases import counted
from goodoffices.record import Marking

from .draft_options import output_option, put, read_text
from .options import MARKING, now
from .output import printable

if TYPE_CHECKING:
    from goodoffices.draft.text import Document

__all__ = ["export", "import_"]

_ENDINGS = {".md": "md", ".html": "html", ".htm": "html", ".pdf": "pdf", ".docx": "docx", ".xml": "akn", ".akn": "akn"}


@click.command("import")
@click.argument("file", metavar="FILE")
@output_option
@click.option(
    "--changes",
    type=click.Choice(["alternatives", "accepted", "rejected"]),
    default="alternatives",
    show_default=True,
    help="What becomes of the tracked changes of a DOCX: alternatives with their authors, all made, or none made.",
)
@click.option("--ids", is_flag=True, help="Write a name behind every provision, so that it survives renumbering.")
def import_(*, file: str, output: str | None, changes: str, ids: bool) -> None:
    """Read an ordinary agreement (DOCX, HTML, Markdown or plain text) and write it as a text to work on.

    Its provisions are found by their numbers and headings. Tracked changes in DOCX become alternatives with the names
    of their authors, or are taken as accepted or rejected.

    \b
    Examples:
      goodoffices draft import agreement.docx -o agreement.md
      goodoffices draft import agreement.docx --changes accepted -o agreement.md
    """  # noqa: D301  \b keeps click from filling the lines
    from goodoffices.draft.text import parse_text, to_markdown  # noqa: PLC0415  parsers
    from goodoffices.draft.text.edits import write_ids  # noqa: PLC0415  the same

    document = read_text(file, changes=changes)
    source = to_markdown(document)
    if ids:
        source = write_ids(parse_text(source, name=file, tolerant=True))
    put(source, output, form="md")
    click.echo(_found(document), err=True)
    for fault in document.faults:
        click.echo(printable(f"{Path(file).name}:{fault.line}:{fault.column}: {fault.message}"), err=True)


def _found(document: Document) -> str:
    from goodoffices.draft.merge import brackets_of  # noqa: PLC0415  parsers
    from goodoffices.draft.text import points  # noqa: PLC0415  the same

    own, brackets = len(points(document)), len(brackets_of(document))
    told = f"Found {counted(len(document.provisions), 'provision')}, {own} of them with words of their own"
    return told + (f", and {counted(brackets, 'bracket')}" if brackets else "")


@click.command()
@click.argument("text", metavar="TEXT")
@click.option(
    "--format",
    "form",
    type=click.Choice(["md", "html", "pdf", "docx", "akn"]),
    help="Markdown, HTML, PDF, DOCX or Akoma Ntoso; that of FILE's name where not given.",
)
@click.option(
    "--against", metavar="EARLIER", help="An earlier text: DOCX shows what changed as tracked changes and comments."
)
@click.option(
    "--audience",
    type=MARKING,
    metavar="MARKING",
    default=Marking.CLEAR,
    show_default="CLEAR, anybody",
    help="Leave out what those cleared up to this marking may not see, and close private attributions.",
)
@click.option("--own", is_flag=True, help="The mediator's own copy: all of it, private attributions too.")
@click.option("--author", default="", metavar="NAME", help="Who made the changes since EARLIER, as a DOCX names them.")
@output_option
def export(
    *,
    text: str,
    form: str | None,
    against: str | None,
    audience: Marking,
    own: bool,
    author: str,
    output: str | None,
) -> None:
    """Write TEXT for an audience, in a form that others can open.

    \b
    Examples:
      goodoffices draft export draft.md --audience amber -o draft.docx
      goodoffices draft export draft.md --against earlier.md --own -o draft.docx
      goodoffices draft export draft.md --audience green --format akn -o draft.xml
    """  # noqa: D301  \b keeps click from filling the lines
    from goodoffices.draft.exports import export as exported  # noqa: PLC0415  writers of many forms

    form = form or _ENDINGS.get(Path(output or "").suffix.lower())
    if form is None:
        msg = "say in which form: --format md, html, pdf, docx or akn, or a FILE whose name ends so"
        raise click.UsageError(msg)
    if form in {"pdf", "docx"} and output is None:
        msg = f"a {form.upper()} is no text for a terminal: name a file with -o"
        raise click.UsageError(msg)
    seen_by = None if own else audience
    earlier = read_text(against) if against else None
    written = exported(read_text(text), form=form, audience=seen_by, against=earlier, author=author, at=now())
    put(written, output, form="file", what="export")
