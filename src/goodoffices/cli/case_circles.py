"""The circles that an audience of a case belongs to, as the commands take them."""

from __future__ import annotations

import click

from .options import F

__all__ = ["circle_option"]


def circle_option(command: F) -> F:
    """Take the circles that the audience belongs to."""
    return click.option(
        "--for",
        "circles",
        metavar="CIRCLE",
        multiple=True,
        help="The party or track that the audience belongs to; may be given again. What is confined to others is left "
        "out, as it is for every audience but RED.",
    )(command)
