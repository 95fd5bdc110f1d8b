"""`goodoffices case add-finding`: what the readers missed, added by hand from the words of a report."""

from __future__ import annotations

import click

from goodoffices.record import Findings, InputError, Marking
from goodoffices.record.adding import Addition, add_by_hand
from goodoffices.record.introducing import KnownActor, Lookup
from goodoffices.record.saying import Proposal
from goodoffices.record.statement import KINDS
from goodoffices.record.store import open_case
from goodoffices.record.view import View

from .case_judging import read_changes
from .case_reading import actor_names
from .case_writing import by_option, why_option
from .options import MARKING, case_argument, format_option, now
from .output import emit
from .things import findings_of
from .wording import say

__all__ = ["add_finding"]


@click.command("add-finding")
@case_argument
@click.argument("report", metavar="REPORT")
@click.argument("kind", metavar="KIND", type=click.Choice(KINDS))
@click.option("--words", metavar="TEXT", default="", help="The exact words of the report that say it.")
@click.option("--at", "place", metavar="START-END", help="Where they stand, in place of the words or beside them.")
@click.option("--says", metavar="JSON", default="{}", help="The fields, as JSON, or the name of a file that has them.")
@click.option("--said-by", metavar="NAME", default="", help="Whom the report has say it; else it says it itself.")
@click.option("--when", metavar="WHEN", default="", help="When it happened: 2026-01-05, or 2026-01-05/2026-01-07.")
@click.option(
    "--new",
    metavar="NAME=WHAT",
    multiple=True,
    help="An actor new to the case: a state, organisation, group or person.",
)
@by_option(required=True)
@why_option(required=False)
@click.option("--marking", type=MARKING, default=Marking.CLEAR, metavar="MARKING", help="Who may be shown it.")
@format_option
def add_finding(
    *,
    case: str,
    report: str,
    kind: str,
    words: str,
    place: str | None,
    says: str,
    said_by: str,
    when: str,
    new: tuple[str, ...],
    by: str,
    why: str,
    marking: Marking,
    form: str,
) -> None:
    """Add what the readers missed, from the exact words of REPORT; it can be judged as any other finding.

    KIND is position, meeting, quote, mechanism, event, plan, ... Actors are given by name or id. Where the clause
    ("text") is left out, it is the words themselves. The report's own marking and circles hold for it.

    \b
    Example:
      goodoffices case add-finding talks.goodoffices r-4f2kq7... position --by Ana \\
        --words "Vesk will not give up the river" --says '{"party": "Vesk", "issue": "territory", "stance": "rejects"}'
    """  # noqa: D301  \b keeps click from filling the lines
    start, end = _place(place)
    proposal = Proposal(
        report=report,
        kind=kind,
        says=read_changes(says),
        words=words,
        start=start,
        end=end,
        said_by=said_by,
        when=when,
        new=dict(map(_named, new)),
        why=why,
        marking=marking,
    )
    with open_case(case) as store:
        view = store.view(Marking.RED)
        addition = add_by_hand(store, view, proposal, by=by, at=now(), elsewhere=_actors_of(view))
        line = _line(addition, view)
    document = {"format": "goodoffices.case.add-finding/1", "statement": addition.statement, "known": addition.known}
    emit(document, form=form, text=[line])


def _line(addition: Addition, view: View) -> str:
    made = addition.statement
    what = "the case says so already" if addition.known else "added"
    return f"{made.id}  {what}: {say(made.content, actor_names(view))}"


def _place(text: str | None) -> tuple[int | None, int | None]:
    if text is None:
        return None, None
    start, dash, end = text.partition("-")
    if not (dash and start.isdecimal() and end.isdecimal() and len(text) < 20):  # noqa: PLR2004  no report is as long
        msg = f"{text[:40]!r} is no place; write where the words start and end, as in 120-164"
        raise InputError(msg)
    return int(start), int(end)


def _named(text: str) -> tuple[str, str]:
    name, _, kind = text.rpartition("=")
    return name.strip(), kind.strip()


def _actors_of(view: View) -> Lookup:
    merged: list[Findings] = []  # only where a name is not one of the report's own

    def look(word: str) -> tuple[KnownActor, ...]:
        from goodoffices.desk.actors import actors_of_findings  # noqa: PLC0415  heavy, and only such names need it

        if not merged:
            merged.append(findings_of(view))
        return tuple(actors_of_findings(merged[0])(word))

    return look
