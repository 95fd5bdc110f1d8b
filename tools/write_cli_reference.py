"""Write docs/reference/cli.md from the commands themselves, so that it says what they do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from goodoffices.cli import main as goodoffices

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reference" / "cli.md"
WIDTH = 100

HEAD = """# The commands

Written by `make docs-reference` from the commands' own `--help`. Do not edit; a test compares it with them.

A mistake in what was handed in is one line on standard error and exit status 1; a mistake in how the command was
called is exit status 2.
"""


def commands(
    command: click.Command, name: str, parent: click.Context | None = None
) -> Iterator[tuple[str, click.Command, click.Context]]:
    """Walk a command and all below it, in the order in which they are listed.

    Yields:
        The full name as typed, the command, and the context in which its help is written.
    """
    settings = {**command.context_settings, "terminal_width": WIDTH, "max_content_width": WIDTH}
    context = click.Context(command, info_name=name, parent=parent, **settings)
    yield context.command_path, command, context
    if isinstance(command, click.Group):
        for each in command.list_commands(context):
            if (below := command.get_command(context, each)) is not None and not below.hidden:
                yield from commands(below, each, context)


def reference() -> str:
    """Write the whole page."""
    found = list(commands(goodoffices, "goodoffices"))
    index = "".join(f"- [`{name}`](#{name.lower().replace(' ', '-')})\n" for name, _, _ in found)
    parts = [f"## {name}\n\n```text\n{command.get_help(context).rstrip()}\n```\n" for name, command, context in found]
    return "\n".join([HEAD, index, *parts])


if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8")
    print(f"wrote {PAGE.relative_to(ROOT)}")
