"""`goodoffices mcp`: a case for language models, over the Model Context Protocol."""

from __future__ import annotations

import importlib.util

import click

from goodoffices.record import InputError, Marking

from .case_circles import circle_option
from .options import audience_option, case_argument

__all__ = ["mcp"]


@click.command()
@case_argument
@audience_option
@circle_option
@click.option("--judge-as", default="", metavar="NAME", help="Let the tools judge, each word kept under this name.")
def mcp(*, case: str, audience: Marking, circles: tuple[str, ...], judge_as: str) -> None:
    """Let a language model's program read a case (and judge, with --judge-as), over standard input and output.

    The tools see what the audience may see, and nothing else; no call can change that.

    Example: goodoffices mcp talks.goodoffices --audience GREEN
    """
    if importlib.util.find_spec("mcp") is None:
        msg = (
            "the tools for language models need the protocol's library; install it with: pip install 'goodoffices[mcp]'"
        )
        raise InputError(msg)
    from goodoffices.desk.audience import Audience  # noqa: PLC0415  SQLAlchemy: only here
    from goodoffices.mcp import make_server  # noqa: PLC0415  the same
    from goodoffices.mcp.desk import open_desk  # noqa: PLC0415  the same

    with open_desk(case, Audience.of(audience, circles)) as desk:
        make_server(desk, judge_as=judge_as).run("stdio")
