"""`goodoffices draft`: work on the single text."""

from __future__ import annotations

import click

from .lazy import LazyGroup, Target

__all__ = ["COMMANDS", "draft"]

_TEXTS = "goodoffices.cli.draft_texts"

COMMANDS = {
    "compare": Target(f"{_TEXTS}:compare", "Say what became of each point from one text to another."),
    "check": Target(f"{_TEXTS}:check", "Look for what is broken, unsaid, contradictory or cannot be carried out."),
    "merge": Target(f"{_TEXTS}:merge", "Join several people's edits of one text; what clashes becomes a bracket."),
}
"""Every subcommand, in the order in which `--help` lists them."""


@click.group(cls=LazyGroup, table=COMMANDS)
def draft() -> None:
    """Work on the single text that the parties criticise and the mediator keeps.

    Example: goodoffices draft compare first.md second.md
    """
