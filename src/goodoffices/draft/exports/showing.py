"""What is shown of a text, as a sketch that is built from nothing but what may be seen."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import msgspec

from goodoffices.draft.text import Choice, ChoiceText, Clause, Document, Provision, Sketch, parse_text
from goodoffices.draft.text.attributes import split_names
from goodoffices.draft.text.sketch import is_headed
from goodoffices.record import Marking, most_restricted

from .closing import Closing, numbered_label
from .names import Shown, known_names, names_in
from .remarks import audience_words

__all__ = ["Showing", "Withheld"]


class Withheld(msgspec.Struct, frozen=True, kw_only=True):
    """What an audience does not see.

    Attributes:
        provisions: Ids of the provisions that are left out, in order.
        alternatives: How many alternatives and brackets are left out of provisions that are shown.
        closed: How many brackets are shown without who wants what.
        ids: How many ids that are written in the text are replaced, because they name somebody who is not shown.
        remarks: How many comments are left out.
    """

    provisions: tuple[str, ...] = ()
    alternatives: int = 0
    closed: int = 0
    ids: int = 0
    remarks: int = 0


class Showing:
    """Builds the sketch of what one audience may see.

    Args:
        document: The text, without comments.
        audience: The most restricted marking that it may see.
    """

    def __init__(self, document: Document, audience: Marking) -> None:
        self._document, self._audience = document, audience
        self._names = known_names(document)
        self._closing = Closing(document, audience)
        self._left_out: list[str] = []
        self._left_alternatives = 0
        self._replaced = 0

    def sketch(self) -> Sketch:
        """Build it: what is left out is in it in no form."""
        document = self._document
        title = self._title()
        preamble = self._closing.written(document.preamble)
        closing = self._closing.written(document.closing)
        clauses = self._pieces(document.under(""), depth=0, private=False)
        shown = Shown(title=title, words=(*preamble, *closing), pieces=clauses)
        named, replaced = shown.with_ids(clauses, self._names)
        self._replaced += replaced
        return Sketch(title=title, meta=self._meta(shown), preamble=preamble, clauses=named, closing=closing)

    def withheld(self) -> Withheld:
        """Count what the sketch left out."""
        return Withheld(
            provisions=tuple(self._left_out),
            alternatives=self._left_alternatives + self._closing.left_out,
            closed=self._closing.closed,
            ids=self._replaced,
        )

    def _title(self) -> str:
        """The title; brackets in it are closed, for a title has no attributes that could say so."""
        title = self._document.title
        if "[" not in title:
            return title
        read = parse_text(f"1. {title}", tolerant=True)
        return " ".join(self._closing.written(read.provisions[0].body, private=True)) if read.provisions else ""

    def _meta(self, shown: Shown) -> tuple[tuple[str, str], ...]:
        """The front matter that leaves the house: who is named in the text, and how restricted what is shown is."""
        kept = [(key, value) for key, value in self._document.meta if key in audience_words()["front"]["kept"]]
        meta = {key: self._title() if key == "title" else value for key, value in kept}
        if "parties" in meta:
            parties = [name for name in split_names(meta["parties"]) if shown.says(name)]
            meta["parties"] = ", ".join(f'"{name}"' if "," in name else name for name in parties)
        marking = most_restricted([*filter(None, [self._document.marking]), *self._closing.markings, *shown.markings])
        if marking is not Marking.CLEAR or self._document.marking is not None:
            meta["marking"] = marking.value
        return tuple((key, value) for key, value in meta.items() if value)

    def _pieces(self, provisions: Sequence[Provision], *, depth: int, private: bool) -> tuple[Clause | Choice, ...]:
        """What is shown of some provisions in order; those in a bracket around whole provisions come with it."""
        pieces: list[Clause | Choice | None] = []
        for bracket, members in groupby(provisions, key=lambda each: _bracket_at(each, depth)):
            if bracket < 0:
                pieces.extend(self._clause(each, private=private) for each in members)
            else:
                pieces.append(self._choice(bracket, list(members), depth=depth, private=private))
        return tuple(filter(None, pieces))

    def _clause(self, provision: Provision, *, private: bool) -> Clause | None:
        if provision.marking is not None and not self._audience.may_see(provision.marking):
            self._leave(provision)
            return None
        own = private or provision.private
        closed = self._closing.closed
        heading = " ".join(self._closing.written(provision.title, private=own))
        words = self._closing.written(provision.body, private=own)
        contested = own or self._closing.closed > closed
        under = self._pieces(self._document.under(provision.id), depth=len(provision.within), private=own)
        if not (heading or words or under) and (provision.title or provision.body):
            self._left_out.append(provision.id)
            return None
        return Clause(
            id=self._id(provision, contested=contested),
            marker=provision.marker,
            heading=heading,
            headed=is_headed(self._document, provision),
            words=words,
            status=provision.status,
            agreed_by=() if contested else provision.agreed_by,
            agreed_on=None if contested else provision.agreed_on,
            marking=provision.marking,
            under=under,
        )

    def _id(self, provision: Provision, *, contested: bool) -> str:
        """The id that is written in the text, unless it may say who wants what."""
        if not provision.named:
            return ""
        fenced = any(self._closing.is_private(self._document.brackets[place.bracket]) for place in provision.within)
        if fenced or (contested and names_in(provision.id, self._names)):
            self._replaced += 1
            return ""
        return provision.id

    def _leave(self, provision: Provision) -> None:
        self._left_out.append(provision.id)
        for each in self._document.under(provision.id):
            self._leave(each)

    def _choice(self, index: int, provisions: Sequence[Provision], *, depth: int, private: bool) -> Choice | None:
        bracket = self._document.brackets[index]
        if bracket.marking is not None and not self._audience.may_see(bracket.marking):
            for each in provisions:
                self._leave(each)
            return None
        own = private or self._closing.is_private(bracket)
        inside: dict[int, list[Provision]] = {}
        for each in provisions:
            inside.setdefault(each.within[depth].alternative, []).append(each)
        texts = []
        for number, alternative in enumerate(bracket.alternatives):
            clauses = self._pieces(inside.get(number, ()), depth=depth + 1, private=own)
            if clauses:
                texts.append(ChoiceText(label=alternative.label, clauses=clauses))
            else:
                self._left_alternatives += 1
        if not texts:
            return None
        self._closing.note(bracket, private=own)
        return Choice(
            texts=_closed(texts) if own else tuple(texts),
            id="" if own else bracket.id,
            marking=bracket.marking,
        )


def _bracket_at(provision: Provision, depth: int) -> int:
    return provision.within[depth].bracket if len(provision.within) > depth else -1


def _closed(texts: Sequence[ChoiceText]) -> tuple[ChoiceText, ...]:
    """Number the alternatives in the order of their words; their provisions change places with their numbers."""
    ordered = sorted(texts, key=lambda each: _sort_key(each.clauses))
    markers = [[_marker(clause) for clause in each.clauses] for each in texts]
    if len({len(each) for each in markers}) == 1:
        ordered = [
            msgspec.structs.replace(each, clauses=tuple(map(_renumbered, each.clauses, given)))
            for each, given in zip(ordered, markers, strict=True)
        ]
    several = len(ordered) > 1
    return tuple(
        msgspec.structs.replace(each, label=numbered_label(number) if several else "")
        for number, each in enumerate(ordered, start=1)
    )


def _sort_key(pieces: Sequence[Clause | Choice]) -> tuple[str, ...]:
    """What some clauses say, without their numbers."""
    return tuple(map(_said, pieces))


def _said(piece: Clause | Choice) -> str:
    if isinstance(piece, Choice):
        return "\n".join("\n".join(map(_said, text.clauses)) for text in piece.texts)
    return "\n".join([piece.heading, *piece.words, *map(_said, piece.under)])


def _marker(piece: Clause | Choice) -> str | None:
    return piece.marker if isinstance(piece, Clause) else None


def _renumbered(piece: Clause | Choice, marker: str | None) -> Clause | Choice:
    if isinstance(piece, Clause) and marker is not None and bool(marker) == bool(piece.marker):
        return msgspec.structs.replace(piece, marker=marker)
    return piece
