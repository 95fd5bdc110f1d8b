"""What is to be watched, proposed from the text of an agreement: here draft and watch meet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import Marking

if TYPE_CHECKING:
    from goodoffices.draft.check import Duty
    from goodoffices.draft.sequence import Deadline as Limit
    from goodoffices.draft.sequence import Wait
    from goodoffices.draft.text import Document
    from goodoffices.watch.agreement import Agreement
    from goodoffices.watch.compiling import Ordered, Permitted, Proposal
    from goodoffices.watch.zones import Zone

__all__ = ["Compiled", "compile_document", "ordered_in", "permitted_in", "zone_words_of"]


class Compiled(msgspec.Struct, frozen=True):
    """What a text was compiled into.

    Attributes:
        proposal: Obligations and powers, none of them confirmed.
        yaml: The same as an ``agreement.yaml``, with what could not be read above each.
    """

    proposal: Proposal
    yaml: str


def compile_document(
    document: Document,
    *,
    in_force: dt.date,
    parties: tuple[str, ...] = (),
    zones: Mapping[str, tuple[str, ...]] | None = None,
    name: str = "",
    marking: Marking = Marking.CLEAR,
) -> Compiled:
    """Propose obligations from the text of an agreement.

    Args:
        document: The text.
        in_force: The day from which it holds.
        parties: Parties that it may not name as such.
        zones: Ids of zones with their names: those that the text names are linked.
        name: What it is called, where it has no title.
        marking: Who may be shown the text, and so what is made of it.
    """
    from goodoffices.draft.check import find_parties  # noqa: PLC0415  parsers are heavy
    from goodoffices.draft.sequence import outline  # noqa: PLC0415  the same
    from goodoffices.watch.agreement.writing import write_agreement  # noqa: PLC0415  the same
    from goodoffices.watch.compiling import compile_agreement  # noqa: PLC0415  the same

    known = find_parties(document, outline(document), parties).names
    proposal = compile_agreement(
        document.title or name,
        ordered_in(document, parties),
        permitted_in(document),
        in_force=dt.datetime(in_force.year, in_force.month, in_force.day, tzinfo=dt.UTC),
        parties=known,
        zones=dict(zones or {}),
    )
    marked = msgspec.structs.replace(proposal, agreement=_marked(proposal.agreement, marking))
    return Compiled(marked, write_agreement(marked.agreement, notes=_notes(proposal)))


def _marked(agreement: Agreement, marking: Marking) -> Agreement:
    return msgspec.structs.replace(
        agreement,
        marking=marking,
        obligations=tuple(msgspec.structs.replace(each, marking=marking) for each in agreement.obligations),
        powers=tuple(msgspec.structs.replace(each, marking=marking) for each in agreement.powers),
    )


def ordered_in(document: Document, parties: tuple[str, ...] = ()) -> Iterator[Ordered]:
    """What a text orders, as the watch room takes it.

    Args:
        document: The text.
        parties: The parties, where they are known.
    """
    from goodoffices.draft.check import find_duties, find_parties  # noqa: PLC0415  parsers are heavy
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
    from goodoffices.draft.sequence import Gazetteer, outline  # noqa: PLC0415  parsers are heavy
    from goodoffices.watch.compiling import Permitted  # noqa: PLC0415  the same

    text = outline(document)
    places = Gazetteer(text)
    for clause in text.clauses:
        if clause.provision and " may " in clause.text:
            yield Permitted(provision=clause.provision, number=places.number(clause.provision), words=clause.text)


def _stands_in(timed: Wait | Limit, duty: Duty) -> bool:
    """Do the words on time stand in the clause of a duty?"""
    return timed.provision == duty.provision and duty.span[0] <= timed.span[0] < duty.span[1]


def zone_words_of(zones: Iterable[Zone]) -> dict[str, tuple[str, ...]]:
    """Ids of zones with the names by which a text may call them."""
    return {zone.id: (zone.name, zone.kind.replace("_", " ")) for zone in zones}


def _notes(proposal: Proposal) -> dict[str, tuple[str, ...]]:
    """What stands above each obligation: what a person must look at."""
    return {own: tuple(f"not read, look at it: {words}" for words in unread) for own, unread in proposal.unread.items()}
