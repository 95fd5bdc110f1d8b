"""The provisions of a text in order, each with what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from goodoffices.brief.drafting.model import Fence, ProvisionView, Row, Trouble, VoiceView, WaitView
from goodoffices.draft.text import Bracket, Document, Provision, status_label

from .words import Showing

__all__ = ["Beside", "rows_of"]


class Beside(msgspec.Struct, frozen=True, kw_only=True):
    """What stands beside the provisions.

    Attributes:
        troubles: What the checks found in each provision, by id.
        voices: What a case has to say of each provision, by id.
        waits: What each provision waits for, by id.
        holds: Ids of the provisions that wait for each, by id.
        pasts: What became of each provision over the versions, by id.
        changes: What the last version did to each, by id.
        numbers: How each provision is called, by id.
    """

    troubles: Mapping[str, Sequence[Trouble]] = {}
    voices: Mapping[str, tuple[VoiceView, ...]] = {}
    waits: Mapping[str, Sequence[WaitView]] = {}
    holds: Mapping[str, Sequence[str]] = {}
    pasts: Mapping[str, str] = {}
    changes: Mapping[str, str] = {}
    numbers: Mapping[str, str]


def rows_of(document: Document, showing: Showing, beside: Beside) -> Iterator[Row]:
    """Show every provision, with the edges of brackets around whole ones between them."""
    placed: list[tuple[int, int, Row]] = []
    for bracket in document.brackets:
        placed.extend(_fences(bracket, document, showing))
    placed.extend((each.start, 1, _provision(each, document, showing, beside)) for each in document.provisions)
    for _, _, row in sorted(placed, key=lambda each: each[:2]):
        yield row


def _fences(bracket: Bracket, document: Document, showing: Showing) -> Iterator[tuple[int, int, Row]]:
    deep = 1 + sum(each.start < bracket.start and bracket.end <= each.end for each in document.brackets)
    number = showing.numbers.get((bracket.start, bracket.end), 0)
    for place, each in enumerate(bracket.alternatives):
        fence = Fence(
            edge="or" if place else "opens",
            number=number,
            label=each.label,
            parties=showing.known(each.parties),
            private=bracket.private,
            fences=deep,
        )
        yield each.start, 0, fence
    yield bracket.end, -deep, Fence(edge="closes", number=number, fences=deep)


def _provision(provision: Provision, document: Document, showing: Showing, beside: Beside) -> ProvisionView:
    heading = bool(provision.title) and not provision.body and bool(document.under(provision.id))
    return ProvisionView(
        id=provision.id,
        number=provision.marker or provision.number,
        full=beside.numbers[provision.id],
        depth=provision.level - 1,
        heading=heading,
        title=showing.words(provision.title),
        paragraphs=showing.paragraphs(provision.body),
        status=provision.status.value if provision.status else "",
        status_label=status_label(provision.status) if provision.status else "",
        agreed_by=provision.agreed_by,
        agreed_on=provision.agreed_on,
        note=provision.note,
        marking=provision.marking.label if provision.marking else "",
        issues=provision.links.issues,
        statements=provision.links.statements,
        troubles=tuple(beside.troubles.get(provision.id, ())),
        voices=beside.voices.get(provision.id, ()),
        waits=tuple(beside.waits.get(provision.id, ())),
        holds=tuple(beside.holds.get(provision.id, ())),
        past=beside.pasts.get(provision.id, ""),
        changed=beside.changes.get(provision.id, ""),
        fences=len(provision.within),
    )
