"""`goodoffices case export | import | verify`: take a case elsewhere, and prove it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import BinaryIO

import click

from goodoffices.record.export import export_case, import_case
from goodoffices.record.release import Marking
from goodoffices.record.store import open_case
from goodoffices.record.verify import Verification
from goodoffices.record.verify import verify as prove

from .options import MARKING, as_of_option, case_argument, format_option
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
@as_of_option
def export(*, case: str, output: BinaryIO, audience: Marking | None, as_of: dt.datetime | None) -> None:
    """Write the case as JSON lines, one entry a line.

    Without an audience it is the whole case, its history and what was retired included: `case import` makes the same
    case of it. With one, it is what that audience may see, as a case of its own.

    Example: goodoffices case export talks.goodoffices --audience GREEN -o for-partners.jsonl
    """
    with open_case(case) as store:
        output.writelines(progress(export_case(store, audience=audience, as_of=as_of), label="Writing entries"))


@click.command("import")
@case_argument
@click.argument("file", type=click.File("rb"))
@format_option
def import_(*, case: str, file: BinaryIO, form: str) -> None:
    """Read an exported case into CASE, which must be there; what it holds already is left as it is.

    Every id and every quote is proved. Where a line is wrong, nothing is imported.

    Example: goodoffices case import copy.goodoffices talks.jsonl
    """
    with open_case(case) as store:
        new = import_case(store, progress(file, label="Reading entries"), where=str(file.name))
    line = f"{new.reports} reports, {new.statements} statements and {new.judgements} judgements imported"
    document = {"format": "goodoffices.case.import/1", "case": case, "imported": new}
    emit(document, form=form, text=[f"{line}; {new.known} reports were known already"])


@click.command()
@case_argument
@format_option
@click.pass_context
def verify(ctx: click.Context, *, case: str, form: str) -> None:
    """Prove the case: every quote against its text, every id against what it names, every reference.

    Exit status 1 where anything is wrong.

    Example: goodoffices case verify talks.goodoffices
    """
    with open_case(case) as store:
        proved = prove(store)
    document = {"format": "goodoffices.case.verify/1", "case": case, "held": proved.held, "faults": proved.faults}
    emit(document, form=form, text=_lines(proved))
    if proved.faults:
        ctx.exit(1)


def _lines(proved: Verification) -> Iterator[str]:
    held = {"reports": "report", "statements": "statement", "quotes": "span", "judgements": "judgement"}
    counts = ", ".join(f"{proved.held.get(key, 0)} {name}" for name, key in held.items())
    yield f"{counts}: {len(proved.faults) or 'no'} fault{'' if len(proved.faults) == 1 else 's'}"
    for fault in proved.faults:
        yield f"{fault.what}: {fault.problem}"
