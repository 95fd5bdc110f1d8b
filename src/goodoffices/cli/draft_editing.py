"""`goodoffices draft accept | reject | merge`: editing as a mediator does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import click

from .draft_against import mandate_options, newly_crossed
from .draft_options import output_option, put, read_text
from .options import F
from .output import printable

if TYPE_CHECKING:
    from goodoffices.draft.text import Document

__all__ = ["accept", "merge", "reject"]


def _bracket_options(command: F) -> F:
    """Take the text, and which bracket and alternative are meant."""
    command = output_option(mandate_options(command))
    command = click.option(
        "--alternative", metavar="WHICH", help="Its label, a party that wants it, or its number in the bracket, from 1."
    )(command)
    command = click.option(
        "--bracket", type=click.IntRange(min=1), metavar="N", help="The bracket's number in the text, from 1."
    )(command)
    command = click.argument("where", metavar="[ID]", required=False)(command)
    return click.argument("text", metavar="TEXT")(command)


@click.command()
@_bracket_options
def accept(
    *,
    text: str,
    where: str | None,
    bracket: int | None,
    alternative: str | None,
    output: str | None,
    **against: object,
) -> None:
    """Put one alternative in the place of its bracket; all else in TEXT stays as it is, to the character.

    ID is that of a bracket, or of a provision with one bracket. The new text goes to standard output, or to FILE,
    which may be TEXT itself. With a case or a deal model it says what the edit puts outside a party's mandate that was
    not outside it before, and what it puts right.

    \b
    Examples:
      goodoffices draft accept draft.md force --alternative 2 --model deal.yaml -o draft.md
      goodoffices draft accept draft.md cease-fire --alternative "East Bank Authority" -o draft.md
      goodoffices draft accept draft.md --bracket 3 --alternative 2 -o next.md
    """  # noqa: D301  \b keeps click from filling the lines
    from goodoffices.draft.merge import accept as accepted  # noqa: PLC0415  parsers

    _edit(accepted, text, _meant(where, bracket), alternative, output, against)


@click.command()
@_bracket_options
def reject(
    *,
    text: str,
    where: str | None,
    bracket: int | None,
    alternative: str | None,
    output: str | None,
    **against: object,
) -> None:
    """Take one alternative out of its bracket, or, with no --alternative, the whole bracket out of TEXT.

    The alternatives that remain stay in brackets: nobody has accepted them. ID, FILE and mandates are as for `accept`.

    \b
    Examples:
      goodoffices draft reject draft.md force --alternative 1 -o draft.md
      goodoffices draft reject draft.md --bracket 7 -o draft.md
    """  # noqa: D301  \b keeps click from filling the lines
    from goodoffices.draft.merge import reject as rejected  # noqa: PLC0415  parsers

    _edit(rejected, text, _meant(where, bracket), alternative, output, against)


def _meant(where: str | None, bracket: int | None) -> str | int:
    """Take the id or the number, whichever is given."""
    if (where is None) == (bracket is None):
        msg = "say which bracket: an ID, or its number with --bracket, and not both"
        raise click.UsageError(msg)
    return where if where is not None else bracket or 0


def _edit(  # noqa: PLR0917  the options of two commands
    change: Callable[[Document, str | int, str | int | None], Document],
    text: str,
    where: str | int,
    alternative: str | None,
    output: str | None,
    against: Mapping[str, object],
) -> None:
    from goodoffices.draft.merge import brackets_of  # noqa: PLC0415  parsers
    from goodoffices.draft.text import to_markdown  # noqa: PLC0415  the same

    document = read_text(text, tolerant=False)
    choice = int(alternative) if alternative is not None and alternative.isdecimal() else alternative
    edited = change(document, where, choice)
    told = newly_crossed(document, edited, against)
    put(to_markdown(edited), output, form="md")
    left = len(brackets_of(edited))
    click.echo(
        f"{left} {'bracket is' if left == 1 else 'brackets are'} open; before, {len(brackets_of(document))}", err=True
    )
    for line in told:
        click.echo(printable(line), err=True)


@click.command()
@click.argument("base", metavar="BASE")
@click.argument("edits", metavar="NAME=FILE...", nargs=-1, required=True)
@mandate_options
@output_option
def merge(*, base: str, edits: tuple[str, ...], output: str | None, **against: object) -> None:
    """Join several people's edits of BASE. What clashes becomes a bracket with their names, never a lost sentence.

    With a case or a deal model it says what the joint text puts outside a party's mandate that BASE did not.

    Example: goodoffices draft merge base.md North=north.md South=south.md -o merged.md
    """
    from goodoffices.draft.merge import merge as merged  # noqa: PLC0415  parsers
    from goodoffices.draft.text import to_markdown  # noqa: PLC0415  the same

    pairs = [each.partition("=") for each in edits]
    unnamed = next((whole for whole, (name, sign, file) in zip(edits, pairs, strict=True) if not (name and file)), None)
    if unnamed is not None:
        msg = f"{unnamed!r} says not whose edit it is: write NAME=FILE, as North=north.md"
        raise click.UsageError(msg)
    own = {name: read_text(file, tolerant=False) for name, _, file in pairs}
    document = read_text(base, tolerant=False)
    result = merged(document, own)
    told = newly_crossed(document, result.document, against)
    put(to_markdown(result.document), output, form="md")
    for clash in result.clashes:
        names = ", ".join(name for name, _ in clash.sides)
        click.echo(printable(f"Clash of {clash.kind} at {clash.provision}: {names}"), err=True)
    for line in told:
        click.echo(printable(line), err=True)
