"""Comparing, checking and merging texts of an agreement."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from goodoffices.record import InputError

from .output import emit

if TYPE_CHECKING:
    from goodoffices.draft.check import Report
    from goodoffices.draft.lineage import Comparison

__all__ = ["check", "compare", "merge"]

_form = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="For people, or for machines."
)


@click.command()
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@_form
def compare(*, first: str, second: str, form: str) -> None:
    """Say what became of each point of A in B: same, reworded, moved, split, merged, dropped or new.

    A and B are Markdown, plain text, HTML or DOCX; their points are found by number and wording.

    Example: goodoffices draft compare first.md second.md --format json
    """
    from goodoffices.draft.imports import read_draft  # noqa: PLC0415  parsers
    from goodoffices.draft.lineage import compare as compared  # noqa: PLC0415  solvers
    from goodoffices.draft.lineage import to_json  # noqa: PLC0415  the same

    found = compared(read_draft(first, tolerant=True), read_draft(second, tolerant=True))
    emit(to_json(found), form=form, text=_compared(found))


def _compared(found: Comparison) -> Iterator[str]:
    from goodoffices.draft.lineage import in_words, link_in_words  # noqa: PLC0415  as above

    yield in_words(found)
    yield from (link_in_words(found, link) for link in found.links if link.change != "same")


@click.command()
@click.argument("text", metavar="TEXT")
@click.option("--party", "parties", multiple=True, metavar="NAME", help="A party that ought to have an obligation.")
@_form
def check(*, text: str, parties: tuple[str, ...], form: str) -> None:
    """Look for brackets that do not close, references to nothing, duties without a date, deadlocks and the like.

    Example: goodoffices draft check agreement.md --party North --party South
    """
    from goodoffices.draft.check import check as checked  # noqa: PLC0415  parsers
    from goodoffices.draft.check import to_json  # noqa: PLC0415  the same
    from goodoffices.draft.imports import read_draft  # noqa: PLC0415  the same

    document = read_draft(text, tolerant=True)
    found = checked(document, parties=parties)
    emit(to_json(found), form=form, text=_checked(found, Path(text).name))


def _checked(found: Report, name: str) -> Iterator[str]:
    numbers = {each.id: each.number for each in found.provisions}
    for problem in found.problems:
        places = ", ".join(numbers.get(each) or each for each in problem.provisions)
        yield f"{problem.kind}: {problem.message}" + (f" [{places}]" if places else "")
    for wait in found.sequence.waits:
        target = numbers.get(wait.waits_for) or wait.waits_for
        yield f"{numbers.get(wait.provision) or wait.provision} waits for {target}: “{wait.words}”"
    count, waits = len(found.problems), len(found.sequence.waits)
    yield f"{name}: {count} {'problem' if count == 1 else 'problems'}, {waits} {'wait' if waits == 1 else 'waits'}"


@click.command()
@click.argument("base", metavar="BASE")
@click.argument("edits", metavar="NAME=FILE...", nargs=-1, required=True)
@click.option("-o", "--output", metavar="FILE", help="Where to write the merged text; standard output where not given.")
def merge(*, base: str, edits: tuple[str, ...], output: str | None) -> None:
    """Join several people's edits of BASE. What clashes becomes a bracket with their names, never a lost sentence.

    Example: goodoffices draft merge base.md North=north.md South=south.md -o merged.md
    """
    from goodoffices.draft.imports import read_draft  # noqa: PLC0415  parsers
    from goodoffices.draft.merge import merge as merged  # noqa: PLC0415  the same
    from goodoffices.draft.text import to_markdown  # noqa: PLC0415  the same

    pairs = [each.partition("=") for each in edits]
    unnamed = next((whole for whole, (name, sign, file) in zip(edits, pairs, strict=True) if not (name and file)), None)
    if unnamed is not None:
        msg = f"{unnamed!r} says not whose edit it is: write NAME=FILE, as North=north.md"
        raise click.UsageError(msg)
    result = merged(read_draft(base), {name: read_draft(file) for name, _, file in pairs})
    text = to_markdown(result.document)
    if output is None:
        click.echo(text, nl=False)
    else:
        _write(text, output)
    for clash in result.clashes:
        names = ", ".join(name for name, _ in clash.sides)
        click.echo(f"Clash of {clash.kind} at {clash.provision}: {names}", err=True)


def _write(text: str, output: str) -> None:
    try:
        Path(output).write_text(text, encoding="utf-8")
    except OSError as error:
        msg = f"cannot write {output!r}: {error.strerror}; name another file with -o"
        raise InputError(msg) from None
    click.echo(f"The text is in {Path(output).resolve()}", err=True)
