"""The hierarchy of an Akoma Ntoso document as clauses, whoever wrote it."""

from __future__ import annotations

from typing import Any, TypeAlias

import msgspec

from goodoffices.draft.text import Choice, ChoiceText, Clause, plain_words
from goodoffices.draft.text.attributes import is_id
from goodoffices.draft.text.markers import find_marker
from goodoffices.draft.text.naming import Names

from .attributes import read_attributes
from .inline import read_inline
from .names import element_names, go, local_name

__all__ = ["ClauseReader"]

Piece: TypeAlias = Clause | Choice


class ClauseReader:
    """Reads provisions, and gives each an id that no other has.

    Args:
        document: The document element; the ids that it gives are left to those who have them.
        foreign: Did others write the document? Its hierarchy may then be one that no Markdown has.
    """

    def __init__(self, document: Any, *, foreign: bool) -> None:  # noqa: ANN401  lxml has no types
        self._foreign = foreign
        words = element_names()["read"]
        self._provisions = frozenset(words["provisions"])
        self._holders = frozenset(words["holders"]) | frozenset(words["documents"])
        self._skipped = frozenset(words["skipped"])
        self._labelled = frozenset(words["labelled"])
        self._taken: set[str] = set()
        self._names = Names({given for each in document.iter() if (given := _given_id(each))})

    def lines(self, element: Any) -> list[str]:  # noqa: ANN401  lxml has no types
        """The paragraphs of an element, in order, as Markdown."""
        name = local_name(element)
        if not name or name in self._skipped:
            return []
        if name == "tr":
            cells = (" ".join(self.lines(cell) or _line(read_inline(cell, skipped=self._skipped))) for cell in element)
            return _line("; ".join(cells))
        if name not in self._holders and name not in self._provisions:
            return _line(read_inline(element, skipped=self._skipped))
        found = _line(element.text or "") if name in self._provisions else []
        for child in element:
            if local_name(child) in {"num", "heading"} and name == "item":
                continue
            found += self.lines(child)
        return found

    def pieces(self, element: Any) -> list[Piece]:  # noqa: ANN401  the same
        """The provisions of a body or of another element that holds some."""
        found: list[Piece] = []
        for child in [element] if local_name(element) in self._provisions else element:
            found += self._pieces_of(child)
        return _apart(found) if self._foreign else found

    def _pieces_of(self, element: Any) -> list[Piece]:  # noqa: ANN401  the same
        name, kind = local_name(element), element.get("name", "") if isinstance(element.tag, str) else ""
        if not name or name in self._skipped:
            return []
        if name == "hcontainer" and kind == "bracket":
            return [self._choice(element)]
        if name in self._provisions:
            return self._clause(element)
        if name in {"crossHeading", "heading", "subheading"}:
            return self._heading(element)
        if name in {"attachment", "component"} or self._holds(element):
            return self._holder(element, name)
        return [Clause(id=self._id(element, line), words=(line,)) for line in self.lines(element)]

    def _holds(self, element: Any) -> bool:  # noqa: ANN401  the same
        """Are there provisions in an element that is none?"""
        return local_name(element) in self._holders

    def _holder(self, element: Any, name: str) -> list[Piece]:  # noqa: ANN401  the same
        """What an element holds; an annex with a heading is a provision with all of it under it."""
        heading = next((child for child in element if local_name(child) == "heading"), None)
        if name != "attachment" or heading is None:
            return self.pieces(element)
        words = " ".join(_line(read_inline(heading, skipped=self._skipped)))
        under = [piece for child in element if child is not heading for piece in self._pieces_of(child)]
        return [Clause(id=self._id(element, words), heading=words, headed=True, under=tuple(under))]

    def _heading(self, element: Any) -> list[Piece]:  # noqa: ANN401  the same
        words = " ".join(_line(read_inline(element, skipped=self._skipped)))
        return [Clause(id=self._id(element, words), heading=words, headed=True)] if words else []

    def _choice(self, element: Any) -> Choice:  # noqa: ANN401  the same
        attributes = read_attributes(element)
        texts = []
        for child in element:
            if local_name(child) == "hcontainer":
                inside = [each for each in child if local_name(each) not in {"num", "heading"}]
                clauses = tuple(piece for each in inside for piece in self._pieces_of(each))
                texts.append(ChoiceText(label=child.get(go("label"), ""), clauses=clauses))
        return Choice(texts=tuple(texts), private=attributes.private, id=attributes.id, marking=attributes.marking)

    def _clause(self, element: Any) -> list[Piece]:  # noqa: ANN401  the same
        """One provision; what has neither number nor heading cannot hold others, so they stand behind it."""
        name = local_name(element)
        num, heading = "", None
        words: list[str] = []
        under: list[Piece] = []
        for child in element:
            tag = local_name(child)
            if tag == "num":
                num = " ".join(_line(read_inline(child, skipped=self._skipped)))
            elif tag in {"heading", "subheading"}:
                own = " ".join(_line(read_inline(child, skipped=self._skipped)))
                heading = f"{heading} {own}".strip() if heading else own
            elif tag == "wrapUp" and under:
                under += self._pieces_of(child)
            else:
                self._sort(child, words, under)
        under = _apart(under) if self._foreign else under
        marker, heading = self._marker(name, plain_words(num), heading)
        attributes = read_attributes(element)
        headed = heading is not None or " " in marker
        clause = Clause(
            id=self._id(element, heading or (words[0] if words else "")),
            marker=marker, heading=heading or "", headed=headed, words=tuple(words),
            status=attributes.status, agreed_by=attributes.by, agreed_on=attributes.on, links=attributes.links,
            marking=attributes.marking, note=attributes.note, private=attributes.private,
            under=tuple(under) if marker or headed else (),
        )  # fmt: skip
        if marker or headed:
            return [clause]
        return [*([clause] if words or not self._foreign else []), *under]

    def _sort(self, element: Any, words: list[str], under: list[Piece]) -> None:  # noqa: ANN401  the same
        """Put what stands in a provision among its own words, or among what stands under it."""
        name = local_name(element)
        if self._foreign and name == "hcontainer" and not under and not _is_named(element):
            for child in element:
                self._sort(child, words, under)
        elif name in self._provisions:
            under += self._pieces_of(element)
        elif name in self._holders:
            for child in element:
                self._sort(child, words, under)
        elif under:
            under += self._pieces_of(element)
        else:
            words += self.lines(element)

    def _marker(self, name: str, num: str, heading: str | None) -> tuple[str, str | None]:
        """The number as it opens a provision in Markdown; one that cannot is put before the heading."""
        if not num:
            return "", heading
        labelled = f"{name.capitalize()} {num}." if name in self._labelled else ""
        for candidate in (num, labelled, f"{num}."):
            found = find_marker(f"{candidate} X", 0, len(candidate) + 2) if candidate else None
            if found is not None and found.end == len(candidate):
                return candidate, heading
        return "", f"{num} {heading or ''}".strip()

    def _id(self, element: Any, words: str) -> str:  # noqa: ANN401  the same
        """The id that the document gives, if it can name a provision and nobody has it; else one made of words."""
        given = _given_id(element)
        if not given or given in self._taken:
            return self._names.give(plain_words(words))
        self._taken.add(given)
        return given


def _given_id(element: Any) -> str:  # noqa: ANN401  the same
    given = str(element.get("eId") or element.get("id") or "")
    return given if is_id(given) else ""


def _is_named(element: Any) -> bool:  # noqa: ANN401  the same
    """Has a provision a number or heading of its own?"""
    return any(local_name(child) in {"num", "heading"} for child in element)


def _apart(pieces: list[Piece]) -> list[Piece]:
    """Give a heading line to a numbered clause behind one that has one: otherwise it would stand under that."""
    found: list[Piece] = []
    headed = False
    for piece in pieces:
        own = isinstance(piece, Clause) and piece.headed
        numbered = isinstance(piece, Clause) and bool(piece.marker)
        found.append(msgspec.structs.replace(piece, headed=True) if headed and numbered else piece)
        headed = headed or own
    return found


def _line(text: str) -> list[str]:
    words = " ".join(text.split())
    return [words] if words else []
