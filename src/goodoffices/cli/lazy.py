"""A group of commands that loads none of them before it is asked for, so that `--help` answers at once."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any, NamedTuple

import click

from goodoffices.record.errors import GoodOfficesError

__all__ = ["LazyGroup", "Target"]


class Target(NamedTuple):
    """Where a command is (``module:attribute``), and the line that a list of commands shows for it."""

    place: str
    help: str


class LazyGroup(click.Group):
    """A `click.Group` over a table of commands; also turns the program's own errors into one line each.

    Args:
        name: Of the group.
        table: Command name -> where it is.
        settings: What else `click.Group` takes.
    """

    def __init__(self, name: str | None = None, *, table: Mapping[str, Target], **settings: Any) -> None:  # noqa: ANN401  click's own
        super().__init__(name, **settings)
        self._table = table

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Name the commands in the order of the table."""
        return list(self._table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  as above
        """Load a command."""
        target = self._table.get(cmd_name)
        if target is None:
            return None
        module, _, attribute = target.place.partition(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  as above
        """List the commands from the table, without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, target.help) for name, target in self._table.items()])

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; an error of the program is one line on stderr and exit status 1, never a traceback."""
        try:
            return super().invoke(ctx)
        except GoodOfficesError as error:
            raise click.ClickException(" ".join(str(error).split())) from error
        except BrokenPipeError:
            raise  # whoever read the output has enough; click ends quietly
        except OSError as error:
            place = f"{error.filename!r}: " if error.filename else ""
            msg = f"{place}{error.strerror or error}"
            raise click.ClickException(msg) from error
