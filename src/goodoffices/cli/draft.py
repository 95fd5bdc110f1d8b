"""`goodoffices draft`: work on the single text."""

from __future__ import annotations

import click

from .lazy import LazyGroup, Target

__all__ = ["COMMANDS", "draft"]

_CASE = "goodoffices.cli.draft_case"
_DEAL = "goodoffices.cli.draft_deal"
_EDITING = "goodoffices.cli.draft_editing"
_LOG = "goodoffices.cli.draft_log"
_MOVING = "goodoffices.cli.draft_moving"
_PROVIDES = "goodoffices.cli.draft_provides"
_TEXTS = "goodoffices.cli.draft_texts"
_VERSIONS = "goodoffices.cli.draft_versions"

COMMANDS = {
    "compare": Target(f"{_TEXTS}:compare", "Say what became of each point from one text to another."),
    "check": Target(f"{_TEXTS}:check", "Look for what is broken, unsaid, contradictory or cannot be carried out."),
    "quality": Target(f"{_TEXTS}:quality", "Go through what an agreement needs, and whom it asks for what."),
    "accept": Target(f"{_EDITING}:accept", "Put one alternative in the place of its bracket."),
    "reject": Target(f"{_EDITING}:reject", "Take an alternative, or a whole bracket, out of the text."),
    "merge": Target(f"{_EDITING}:merge", "Join several people's edits of one text; what clashes becomes a bracket."),
    "import": Target(f"{_MOVING}:import_", "Read an ordinary agreement and find its provisions."),
    "export": Target(f"{_MOVING}:export", "Write a text for an audience: DOCX, PDF, HTML, Markdown, Akoma Ntoso."),
    "keep": Target(f"{_VERSIONS}:keep", "Keep what a text says now as a version."),
    "history": Target(f"{_VERSIONS}:history", "List the versions of a text, or write one of them out again."),
    "river": Target(f"{_VERSIONS}:river", "Follow every point and bracket over the versions."),
    "log": Target(f"{_LOG}:log", "Say who changed what, when and why; who stands behind it; is it public."),
    "tracks": Target(f"{_LOG}:tracks", "Set the texts of two tracks side by side."),
    "provides": Target(f"{_PROVIDES}:provides", "Say what a text provides for, measure by measure, and what it lacks."),
    "trace": Target(f"{_CASE}:trace", "Say who asks for each provision, who is against it, and what has no reply."),
    "package": Target(f"{_DEAL}:package", "Write the full text of a package of a deal model."),
    "packages": Target(f"{_DEAL}:packages", "Say which packages the text allows, and which all would sign."),
}
"""Every subcommand, in the order in which `--help` lists them."""


@click.group(cls=LazyGroup, table=COMMANDS)
def draft() -> None:
    """Work on the single text that the parties criticise and the mediator keeps.

    Example: goodoffices draft compare first.md second.md
    """
