"""`goodoffices watch compile`: propose what is to be watched, from a text: here draft and watch meet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from goodoffices.record import InputError

from .options import DAY
from .output import printable

if TYPE_CHECKING:
    from goodoffices.watch.compiling import Proposal

__all__ = ["compile_text"]


@click.command("compile")
@click.argument("text", metavar="TEXT")
@click.option("--in-force", type=DAY, metavar="DATE", required=True, help="The day from which the agreement holds.")
@click.option("--party", "parties", multiple=True, metavar="NAME", help="A party; may be given again.")
@click.option("--zones", metavar="FILE", help="GeoJSON: zones that the text names are linked.")
@click.option(
    "-o", "--output", "out", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write it there."
)
def compile_text(
    *, text: str, in_force: dt.date, parties: tuple[str, ...], zones: str | None, out: Path | None
) -> None:
    """Propose obligations from the agreement TEXT: who, what, upon what, by when, where, verified by whom.

    Each stands below the words that make it, and says "confirmed: false" until a person takes that out.

    Example: goodoffices watch compile agreement.md --in-force 2026-03-01 -o ceasefire/agreement.yaml
    """
    from goodoffices.desk.compiling import compile_document  # noqa: PLC0415  see `lazy`
    from goodoffices.draft.imports import read_draft  # noqa: PLC0415  the same

    if out is not None and out.exists():
        message = f"{str(out)!r} exists already: what was confirmed in it would be lost; choose another file"
        raise InputError(message)
    document = read_draft(text, tolerant=True)
    compiled = compile_document(document, in_force=in_force, parties=parties, zones=_zones(zones), name=Path(text).stem)
    written = compiled.yaml
    if out is None:
        click.echo(printable(written), nl=False)
    else:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(written, encoding="utf-8")
    for line in _told(compiled.proposal):
        click.echo(printable(line), err=True)


def _zones(path: str | None) -> dict[str, tuple[str, ...]]:
    """Ids of the zones with their names."""
    if path is None:
        return {}
    from goodoffices.desk.compiling import zone_words_of  # noqa: PLC0415  see `lazy`
    from goodoffices.watch import read_zones  # noqa: PLC0415  geometry is heavy

    return zone_words_of(read_zones(path))


def _told(proposal: Proposal) -> Iterator[str]:
    made = proposal.agreement.obligations
    powers = len(proposal.agreement.powers)
    yield (
        f"{len(made)} obligations and {powers} powers proposed. Each obligation says 'confirmed: false' until a person "
        "takes that out; look at what each power suspends."
    )
    for each in proposal.nobody:
        yield f"{each.number or each.provision} orders something and names nobody to do it: {each.words[:100]}"
