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
    from goodoffices.draft.check import Duty
    from goodoffices.draft.sequence import Deadline as Limit
    from goodoffices.draft.sequence import Wait
    from goodoffices.draft.text import Document
    from goodoffices.watch.compiling import Ordered, Permitted, Proposal

__all__ = ["compile_text", "ordered_in", "permitted_in"]


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
    from goodoffices.draft.check import find_parties  # noqa: PLC0415  see `lazy`
    from goodoffices.draft.imports import read_draft  # noqa: PLC0415  the same
    from goodoffices.draft.sequence import outline  # noqa: PLC0415  the same
    from goodoffices.watch.agreement.writing import write_agreement  # noqa: PLC0415  the same
    from goodoffices.watch.compiling import compile_agreement  # noqa: PLC0415  the same

    if out is not None and out.exists():
        message = f"{str(out)!r} exists already: what was confirmed in it would be lost; choose another file"
        raise InputError(message)
    document = read_draft(text, tolerant=True)
    known = find_parties(document, outline(document), parties).names
    proposal = compile_agreement(
        document.title or Path(text).stem,
        ordered_in(document, parties),
        permitted_in(document),
        in_force=dt.datetime(in_force.year, in_force.month, in_force.day, tzinfo=dt.UTC),
        parties=known,
        zones=_zones(zones),
    )
    written = write_agreement(proposal.agreement, notes=_notes(proposal))
    if out is None:
        click.echo(printable(written), nl=False)
    else:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(written, encoding="utf-8")
    for line in _told(proposal):
        click.echo(printable(line), err=True)


def ordered_in(document: Document, parties: tuple[str, ...] = ()) -> Iterator[Ordered]:
    """What a text orders, as the watch room takes it.

    Args:
        document: The text.
        parties: The parties, where they are known.
    """
    from goodoffices.draft.check import find_duties, find_parties  # noqa: PLC0415  see `lazy`
    from goodoffices.draft.sequence import Gazetteer, outline, sequence_of  # noqa: PLC0415  the same
    from goodoffices.watch.compiling import Awaited, Deadline, Ordered  # noqa: PLC0415  the same

    text = outline(document)
    places = Gazetteer(text)
    order = sequence_of(text)
    provisions = {each.id: each for each in document.provisions}
    for duty in find_duties(text, find_parties(document, text, parties), places):
        provision = provisions.get(duty.provision)
        above = set(places.above(duty.provision))
        links = provision.links if provision else None
        yield Ordered(
            provision=duty.provision,
            number=places.number(duty.provision),
            words=duty.words,
            parties=duty.subjects,
            bearer=duty.bearer,
            verb=duty.verb,
            waits=tuple(
                Awaited(
                    words=wait.words,
                    kind=wait.kind,
                    provision=wait.target,
                    event=wait.event,
                    part=wait.part,
                    reached=wait.reached,
                    days=wait.days,
                    clock=wait.clock,
                )
                for wait in order.waits
                if wait.provision in above or _stands_in(wait, duty)
            ),
            deadlines=tuple(
                Deadline(each.clock, each.days, each.words)
                for each in order.deadlines
                if each.provision in above or _stands_in(each, duty)
            ),
            context=" ".join(provision.text.split()) if provision else "",
            issue=next(iter(links.issues), "") if links else "",
            option=next(iter(links.options), "") if links else "",
            statements=links.statements if links else (),
        )


def permitted_in(document: Document) -> Iterator[Permitted]:
    """What a text lets somebody do, as the watch room takes it.

    Args:
        document: The text.
    """
    from goodoffices.draft.sequence import Gazetteer, outline  # noqa: PLC0415  see `lazy`
    from goodoffices.watch.compiling import Permitted  # noqa: PLC0415  the same

    text = outline(document)
    places = Gazetteer(text)
    for clause in text.clauses:
        if clause.provision and " may " in clause.text:
            yield Permitted(provision=clause.provision, number=places.number(clause.provision), words=clause.text)


def _stands_in(timed: Wait | Limit, duty: Duty) -> bool:
    """Do the words on time stand in the clause of a duty?"""
    return timed.provision == duty.provision and duty.span[0] <= timed.span[0] < duty.span[1]


def _zones(path: str | None) -> dict[str, tuple[str, ...]]:
    """Ids of the zones with their names."""
    if path is None:
        return {}
    from goodoffices.watch import read_zones  # noqa: PLC0415  geometry is heavy

    return {zone.id: (zone.name, zone.kind.replace("_", " ")) for zone in read_zones(path)}


def _notes(proposal: Proposal) -> dict[str, tuple[str, ...]]:
    """What stands above each obligation: what a person must look at."""
    return {own: tuple(f"not read, look at it: {words}" for words in unread) for own, unread in proposal.unread.items()}


def _told(proposal: Proposal) -> Iterator[str]:
    made = proposal.agreement.obligations
    powers = len(proposal.agreement.powers)
    yield (
        f"{len(made)} obligations and {powers} powers proposed. Each obligation says 'confirmed: false' until a person "
        "takes that out; look at what each power suspends."
    )
    for each in proposal.nobody:
        yield f"{each.number or each.provision} orders something and names nobody to do it: {each.words[:100]}"
