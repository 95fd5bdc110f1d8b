"""`goodoffices case log`: the audit log of a case, for its keepers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from goodoffices.record.audit import AuditEntry
from goodoffices.record.store import open_case

from .options import case_argument, format_option
from .output import emit

__all__ = ["log"]


@click.command()
@case_argument
@click.option("--act", metavar="ACT", help="Only lines of this act: add, judge, mark, user-add, login, ...")
@click.option("--by", metavar="NAME", help="Only what this one did.")
@click.option("--about", metavar="WHAT", help="Only what was done to this: an id, or the name of a user.")
@click.option("--after", type=click.IntRange(min=0), default=0, metavar="N", help="Only lines behind line N.")
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, metavar="N", help="So many lines.")
@click.option("--newest", is_flag=True, help="From the last line back.")
@click.option("--head", is_flag=True, help="Only the number and hash of the last line, to be written down elsewhere.")
@format_option
def log(
    *,
    case: str,
    act: str | None,
    by: str | None,
    about: str | None,
    after: int,
    limit: int,
    newest: bool,
    head: bool,
    form: str,
) -> None:
    """Show who did what at the case and when; the log is only ever added to, and each line seals the one before.

    `case verify --head` proves later that the log still holds a line whose number and hash were written down.

    Example: goodoffices case log talks.goodoffices --act judge --newest
    """
    with open_case(case) as store:
        last = store.audit_head()
        found = store.audit_log(after=after, limit=limit, newest_first=newest, act=act, by=by, target=about)
    if head:
        emit({"format": "goodoffices.case.log/1", "case": case, "head": str(last)}, form=form, text=[str(last)])
        return
    document = {"format": "goodoffices.case.log/1", "case": case, "head": str(last), "entries": found}
    emit(document, form=form, text=_lines(found))


def _lines(found: Iterable[AuditEntry]) -> Iterator[str]:
    line = None
    for line in found:
        said = "  ".join(f"{key}={value}" for key, value in line.detail.items() if key not in _SEALS)
        moment = f"{line.at:%Y-%m-%d %H:%M:%S}"
        yield f"{line.number:6}  {moment}  {line.by or '-':12}  {line.act:10}  {line.target}  {said}".rstrip()
    if line is None:
        yield "No lines."


_SEALS = frozenset({"digest", "hash", "rejected", "state"})
"""What proves the record; a person need not read it."""
