"""What the commands of the watch room take alike."""

from __future__ import annotations

import functools
from typing import Any

import click

from goodoffices.record.release import Marking

from .case_circles import circle_option
from .options import MARKING, F
from .options import audience_option as marking_audience

__all__ = ["audience_option", "book_argument", "entry_options", "ids_option"]


def audience_option(command: F) -> F:
    """Take the audience that the answer is for, with the circles that it belongs to."""

    @functools.wraps(command)
    def called(*, audience: Marking, circles: tuple[str, ...], **given: Any) -> Any:  # noqa: ANN401  what it takes
        from goodoffices.watch.viewer import Viewer  # noqa: PLC0415  the room is heavy

        return command(audience=Viewer.of(audience, circles) if circles else audience, **given)

    return circle_option(marking_audience(called))  # type: ignore[return-value]  # it is called as the command is


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
