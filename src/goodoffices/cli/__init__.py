"""The command line: one file a group of commands, loaded when it is asked for."""

from __future__ import annotations

import click

from goodoffices import __version__

from .lazy import LazyGroup, Target

__all__ = ["COMMANDS", "main"]

COMMANDS = {
    "brief": Target("goodoffices.cli.brief:brief", "Read reports and write the brief of them."),
    "case": Target("goodoffices.cli.case:case", "Keep a sourced record of a negotiation, and look into it."),
    "weigh": Target("goodoffices.cli.weigh:weigh", "Analyse a deal: what all could sign, who blocks, what to ask."),
    "draft": Target("goodoffices.cli.draft:draft", "Compare, check and merge the single negotiating text."),
    "watch": Target("goodoffices.cli.watch:watch", "Follow whether what was agreed is being kept."),
    "serve": Target("goodoffices.cli.serve:serve", "Open a case in the browser, alone or for a team."),
    "mcp": Target("goodoffices.cli.mcp:mcp", "Let a language model read a case, and judge if allowed."),
}
"""Every command, in the order in which `--help` lists them."""


@click.group(cls=LazyGroup, table=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="goodoffices")
def main() -> None:
    """A workbench for peace talks, where every finding leads back to a sentence.

    Example: goodoffices brief reports/ -o brief.html
    """
