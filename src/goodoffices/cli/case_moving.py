"""`goodoffices case export | import | verify`: take a case elsewhere, and prove it."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from typing import BinaryIO

import click

from goodoffices.record.audit import parse_head
from goodoffices.record.circle import circle_names
from goodoffices.record.export import export_case, import_case
from goodoffices.record.note import SharedNote, make_note
from goodoffices.record.release import Marking
from goodoffices.record.store import open_case
from goodoffices.record.verify import Verification
from goodoffices.record.verify import verify as prove

from .case_circles import circle_option
from .case_writing import by_option, why_option
from .options import MARKING, as_of_option, case_argument, format_option, now
from .output import emit, progress

__all__ = ["export", "import_", "verify"]


@click.command()
@case_argument
@click.option(
    "-o", "--output", type=click.File("wb", lazy=True, atomic=True), default="-", help="The file; else standard output."
)
@click.option(
    "--audience",
    type=MARKING,
    metavar="MARKING",
    help="Only what may be shown to those cleared up to this marking, without history.  [default: everything]",
)
@circle_option
@as_of_option
@click.option("--to", metavar="WHO", help="To whom it goes: put on record what they were shown, with --by and --why.")
@by_option(required=False)
@why_option(required=False)
def export(
    *,
    case: str,
    output: BinaryIO,
    audience: Marking | None,
    circles: tuple[str, ...],
    as_of: dt.datetime | None,
    to: str | None,
    by: str,
    why: str,
) -> None:
    """Write the case as JSON lines, one entry a line.

    Without an audience it is the whole case, its history and what was retired included: `case import` makes the same
    case of it. With one, it is what that audience may see, as a case of its own.

    Example: goodoffices case export talks.goodoffices --audience GREEN -o for-partners.jsonl
    """
    if circles and audience is None:
        msg = "--for goes with --audience: without an audience the whole case is written"
        raise click.UsageError(msg)
    if to and not (by and why):
        msg = "--to goes with --by and --why: who shows it, and why"
        raise click.UsageError(msg)
    with open_case(case) as store:
        moment = as_of or (now() if to else None)  # so that what was shown can be shown again
        digest = hashlib.sha256()
        lines = export_case(store, audience=audience, as_of=moment, circles=circles)
        for line in progress(lines, label="Writing entries"):
            digest.update(line)
            output.write(line)
        if to:
            content = SharedNote(
                to=to,
                how=output.name,
                audience=audience or Marking.RED,
                circles=circle_names(circles),
                as_of=moment,
                digest=digest.hexdigest(),
            )
            store.note(make_note(content, by=by, at=now(), why=why, marking=Marking.RED))


@click.command("import")
@case_argument
@click.argument("file", type=click.File("rb"))
@by_option(required=False)
@format_option
def import_(*, case: str, file: BinaryIO, by: str, form: str) -> None:
    """Read an exported case into CASE, which must be there; what it holds already is left as it is.

    Every id and every quote is proved. Where a line is wrong, nothing is imported.

    Example: goodoffices case import copy.goodoffices talks.jsonl
    """
    with open_case(case) as store:
        new = import_case(store, progress(file, label="Reading entries"), where=str(file.name), by=by)
    counts = f"{new.reports} reports, {new.statements} statements, {new.judgements} judgements and {new.notes} notes"
    document = {"format": "goodoffices.case.import/1", "case": case, "imported": new}
    emit(document, form=form, text=[f"{counts} imported; {new.known} reports were known already"])


@click.command()
@case_argument
@click.option(
    "--head",
    metavar="NUMBER:HASH",
    help="A line of the audit log, as `case log --head` gave it: the log must hold it still.",
)
@format_option
@click.pass_context
def verify(ctx: click.Context, *, case: str, head: str | None, form: str) -> None:
    """Prove the case: every quote against its text, every id against what it names, every reference.

    The audit log is proved too: that no line was changed or taken out, and that the case holds what the log says was
    written, and nothing else. Exit status 1 where anything is wrong.

    Example: goodoffices case verify talks.goodoffices
    """
    with open_case(case) as store:
        proved = prove(store, head=parse_head(head) if head else None)
    document = {
        "format": "goodoffices.case.verify/1",
        "case": case,
        "held": proved.held,
        "head": str(proved.head),
        "faults": proved.faults,
    }
    emit(document, form=form, text=_lines(proved))
    if proved.faults:
        ctx.exit(1)


def _lines(proved: Verification) -> Iterator[str]:
    held = {
        "reports": "report",
        "statements": "statement",
        "quotes": "span",
        "judgements": "judgement",
    }
    counts = ", ".join(f"{proved.held.get(key, 0)} {name}" for name, key in held.items())
    if notes := proved.held.get("note"):
        counts += f", {notes} notes"
    yield f"{counts}: {len(proved.faults) or 'no'} fault{'' if len(proved.faults) == 1 else 's'}"
    for fault in proved.faults:
        yield f"{fault.what}: {fault.problem}"
