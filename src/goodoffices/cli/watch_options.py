"""What the commands of the watch room take alike."""

from __future__ import annotations

import click

from goodoffices.record.release import Marking

from .options import MARKING, F

__all__ = ["book_argument", "entry_options", "ids_option"]


def book_argument(command: F) -> F:
    """Take the place of a watch book."""
    return click.argument("book", metavar="BOOK", type=click.Path(exists=True))(command)


def entry_options(command: F) -> F:
    """Take what every entry of the log may have."""
    command = click.option("--marking", type=MARKING, default=Marking.CLEAR, metavar="MARKING", help="Who may see it.")(
        command
    )
    command = click.option("--note", metavar="TEXT", default="", help="Anything else, in words.")(command)
    command = click.option(
        "--source", "sources", metavar="WHERE", multiple=True, help="Where it stands; may be given again."
    )(command)
    return click.option("--by", metavar="WHO", default="", help="Who says so.")(command)


def ids_option(command: F) -> F:
    """Take the incidents on which an entry rests."""
    return click.option(
        "--incident", "incidents", metavar="ID", multiple=True, help="An incident it rests on; may be given again."
    )(command)
