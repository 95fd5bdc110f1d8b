"""Reading with a language model as well: the options for it, and the question before anything is sent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click
import msgspec

from goodoffices.record import InputError, Marking

from .options import Effort, F
from .output import printable

if TYPE_CHECKING:
    from goodoffices.read import ReadReport
    from goodoffices.read.llm import Outlay
    from goodoffices.record import Rejection

__all__ = ["SecondReader", "llm_options", "read_with"]


class SecondReader(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked for on the command line.

    Attributes:
        llm: The endpoint, or None where no model is to be asked.
        model: The model there, where the endpoint does not name it.
        yes: Is the question answered beforehand?
    """

    llm: str | None = None
    model: str | None = None
    yes: bool = False


def llm_options(command: F) -> F:
    """Take whether, where and with which model to read a second time."""
    command = click.option("--yes", is_flag=True, help="Send it without asking first.")(command)
    command = click.option("--llm-model", metavar="MODEL", help="The model, where --llm is an address or a socket.")(
        command
    )
    return click.option(
        "--llm",
        metavar="ENDPOINT",
        help="Read with a language model as well: openai:MODEL, anthropic:MODEL, an address or unix:SOCKET. Off by "
        "default; says first what would go where, and asks. RED and AMBER+STRICT reports never leave this machine.",
    )(command)


def read_with(
    second: SecondReader, sources: Sequence[str], *, published: dt.date | None, marking: Marking, effort: Effort
) -> Iterable[ReadReport | Rejection]:
    """Read what is handed in, with the language model as well where it was asked for and confirmed.

    Args:
        second: What was asked for.
        sources: Files, folders, addresses, or ``-`` for standard input.
        published: The day of every report that gives none itself, or None.
        marking: Who may be shown them.
        effort: Who reads; a language model is asked by one process where no number is given, never by a cluster.

    Raises:
        InputError: If the endpoint cannot be used, or nobody agreed to send anything.
    """
    from goodoffices.read import readings  # noqa: PLC0415  the parser, only where reports are read

    if second.llm is not None:
        if effort.cluster is not None:
            msg = "--cluster does not go with --llm: the workers of a cluster do not ask a language model"
            raise click.UsageError(msg)
        jobs = effort.jobs or 1
        return _read_twice(second, second.llm, sources, published=published, marking=marking, jobs=jobs)
    if second.model is not None or second.yes:
        msg = "--llm-model and --yes go with --llm"
        raise click.UsageError(msg)
    return readings(sources, published=published, marking=marking, jobs=effort.jobs, cluster=effort.cluster)


def _read_twice(
    second: SecondReader, llm: str, sources: Sequence[str], *, published: dt.date | None, marking: Marking, jobs: int
) -> Iterable[ReadReport | Rejection]:
    from goodoffices.read import read_taken  # noqa: PLC0415  as above
    from goodoffices.read.ingest import ingest  # noqa: PLC0415
    from goodoffices.read.llm import LanguageModelReader, outlay_of, parse_endpoint  # noqa: PLC0415
    from goodoffices.read.rules import RulesReader  # noqa: PLC0415
    from goodoffices.record import Report  # noqa: PLC0415

    if "-" in sources and not second.yes:
        msg = "reports from standard input leave nobody to ask: add --yes to send them to a language model"
        raise click.UsageError(msg)
    reader = LanguageModelReader(parse_endpoint(llm, second.model))
    # All reports are taken in before the first is read, for the question is how much there is.
    taken = list(ingest(sources, published=published, marking=marking))
    _ask_first(outlay_of((each for each in taken if isinstance(each, Report)), reader.endpoint), yes=second.yes)
    return read_taken(taken, (RulesReader(), reader), jobs=jobs)


def _ask_first(outlay: Outlay, *, yes: bool) -> None:
    for line in outlay.lines():
        click.echo(printable(line), err=True)
    if yes or not outlay.reports:
        return
    try:
        agreed = click.confirm("Send it?", default=False, err=True)
    except click.Abort:
        agreed = False
    if not agreed:
        msg = "nothing was sent and nothing was read; leave out --llm to read without a language model"
        raise InputError(msg)
