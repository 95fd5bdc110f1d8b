"""What the commands print: text or JSON on standard output, progress of long work on standard error."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import click
import msgspec

__all__ = ["emit", "printable", "progress"]

T = TypeVar("T")

_PATIENCE_SECONDS = 1.0
"""Work shorter than this needs no progress bar."""


def emit(document: Any, *, form: str, text: Iterable[str]) -> None:  # noqa: ANN401  anything that is JSON
    """Print the answer of a command.

    Args:
        document: The answer as JSON: builtins or structs.
        form: ``json`` or ``text``.
        text: The lines of the answer for people; not run through where `form` is ``json``.
    """
    if form == "json":
        click.echo(msgspec.json.format(msgspec.json.encode(document), indent=2))
        return
    for line in text:
        click.echo(printable(line))


def printable(text: str) -> str:
    """Take from a text what a terminal would obey: a report must not clear the screen or write right to left."""
    return "".join(char if char.isprintable() or char == "\n" else _shown(char) for char in text)


def _shown(char: str) -> str:
    return " " if char.isspace() else "\N{REPLACEMENT CHARACTER}"


def progress(items: Iterable[T], *, label: str, total: int | None = None) -> Iterator[T]:
    """Go through `items`, with a bar on standard error where a person waits longer than a second.

    Args:
        items: What is worked on.
        label: What is being done: "Reading reports".
        total: How many items there are, or None where nobody knows.
    """
    started, bar = time.monotonic(), None
    try:
        for number, item in enumerate(items):
            if bar is None and sys.stderr.isatty() and time.monotonic() - started > _PATIENCE_SECONDS:
                bar = _bar(label, total)
            if bar is not None:
                bar.update(bar.task_ids[0], completed=number)
            yield item
    finally:
        if bar is not None:
            bar.stop()


def _bar(label: str, total: int | None) -> Any:  # noqa: ANN401  rich is loaded only here
    from rich.console import Console  # noqa: PLC0415  a tenth of a second, for long work only
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    bar.add_task(label, total=total)
    bar.start()
    return bar
