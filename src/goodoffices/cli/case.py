"""`goodoffices case`: keep a sourced record of a negotiation, and look into it."""

from __future__ import annotations

import click

from .lazy import LazyGroup, Target

__all__ = ["COMMANDS", "case"]

_WRITING, _READING = "goodoffices.cli.case_writing", "goodoffices.cli.case_reading"
_NOTING, _NOTES, _WALLS = "goodoffices.cli.case_noting", "goodoffices.cli.case_notes", "goodoffices.cli.case_walls"

COMMANDS = {
    "new": Target(f"{_WRITING}:new", "Make a new, empty case."),
    "add": Target("goodoffices.cli.case_adding:add", "Read reports and keep what they say."),
    "list": Target(f"{_READING}:list_", "List the reports, or the statements of one kind."),
    "show": Target("goodoffices.cli.case_showing:show", "Show one thing with its evidence in context."),
    "search": Target(f"{_READING}:search", "Find the reports that hold some words."),
    "judge": Target("goodoffices.cli.case_judging:judge", "Confirm, reject or correct a statement or finding."),
    "add-finding": Target(
        "goodoffices.cli.case_finding:add_finding", "Add by hand what the readers missed, from words of a report."
    ),
    "status": Target(f"{_NOTING}:status", "Put on record how far an issue has come, the content sealed or not."),
    "consult": Target(f"{_NOTING}:consult", "Put on record who was consulted on what, and the answer."),
    "attempt": Target(f"{_NOTING}:attempt", "Put on record who tried what, and how it ended."),
    "rumour": Target(f"{_NOTING}:rumour", "Put on record what is known of a claim, with the correction."),
    "assess": Target(f"{_NOTING}:assess", "Put on record what several reports come to, with caveats."),
    "notes": Target(f"{_NOTES}:notes", "List what analysts put on record."),
    "mark": Target(f"{_WRITING}:mark", "Say who may be shown a report, statement or note from now on."),
    "confine": Target(f"{_WALLS}:confine", "Confine a report, statement or note to a party or a track."),
    "views": Target(f"{_NOTES}:views", "Count what each audience may see."),
    "share": Target(f"{_WALLS}:share", "Put on record what was shown to whom by word of mouth."),
    "shared": Target(f"{_NOTES}:shared", "List what was shown to whom, and check a claim to have been told."),
    "retire": Target(f"{_WRITING}:retire", "Take a report, statement or note out of view; it is kept."),
    "restore": Target(f"{_WRITING}:restore", "Bring back what was retired."),
    "export": Target(
        "goodoffices.cli.case_moving:export", "Write the case, all of it or for one audience, as JSON lines."
    ),
    "import": Target("goodoffices.cli.case_moving:import_", "Read an exported case into this one."),
    "verify": Target(
        "goodoffices.cli.case_moving:verify", "Prove every quote, id and reference of the case, and its audit log."
    ),
    "log": Target("goodoffices.cli.case_log:log", "Show who did what at the case, and when."),
    "users": Target("goodoffices.cli.case_users:users", "Say who may log in to the case, and what they may see."),
}
"""Every subcommand, in the order in which `--help` lists them."""


@click.group(cls=LazyGroup, table=COMMANDS)
def case() -> None:
    """Keep a sourced record of a negotiation, and look into it.

    CASE is the path of a file (the ending .goodoffices is a good one) or, for a team, a postgresql:// URL. Nothing in
    a case is ever overwritten: it can be shown as it was known on any day, and for any audience.

    \b
    Example:
      goodoffices case new talks.goodoffices
      goodoffices case add talks.goodoffices reports/
      goodoffices case list talks.goodoffices --kind position
    """  # noqa: D301  \b keeps click from filling the lines
