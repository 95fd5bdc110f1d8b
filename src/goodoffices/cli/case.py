"""`goodoffices case`: keep a sourced record of a negotiation, and look into it."""

from __future__ import annotations

import click

from .lazy import LazyGroup, Target

__all__ = ["COMMANDS", "case"]

_WRITING, _READING = "goodoffices.cli.case_writing", "goodoffices.cli.case_reading"

COMMANDS = {
    "new": Target(f"{_WRITING}:new", "Make a new, empty case."),
    "add": Target("goodoffices.cli.case_adding:add", "Read reports and keep what they say."),
    "list": Target(f"{_READING}:list_", "List the reports, or the statements of one kind."),
    "show": Target("goodoffices.cli.case_showing:show", "Show one thing with its evidence in context."),
    "search": Target(f"{_READING}:search", "Find the reports that hold some words."),
    "judge": Target("goodoffices.cli.case_judging:judge", "Confirm, reject or correct a statement or finding."),
    "mark": Target(f"{_WRITING}:mark", "Say who may be shown a report or statement from now on."),
    "retire": Target(f"{_WRITING}:retire", "Take a report or statement out of view; it is kept."),
    "restore": Target(f"{_WRITING}:restore", "Bring back what was retired."),
    "export": Target(
        "goodoffices.cli.case_moving:export", "Write the case, all of it or for one audience, as JSON lines."
    ),
    "import": Target("goodoffices.cli.case_moving:import_", "Read an exported case into this one."),
    "verify": Target("goodoffices.cli.case_moving:verify", "Prove every quote, id and reference of the case."),
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
