"""A YAML document being read: takes fields out of mappings, and knows on which line each place of the model stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NoReturn

from goodoffices.weigh.errors import ModelError

from ..names import nearest
from .nodes import Mapped, Node, Scalar, Sequenced

__all__ = ["Page", "Place"]

Place = tuple[str, ...]
WORDS = {Mapped: "a mapping", Sequenced: "a list", Scalar: "a text"}


class Page:
    """One document, and where in it each place of the model stands."""

    def __init__(self, file: str) -> None:
        """Start with no place known."""
        self.file = file
        self._marks: dict[Place, tuple[int, int]] = {}

    def mark(self, place: Place, node: Node) -> None:
        """Remember where a place of the model stands."""
        self._marks[place] = (node.line, node.column)

    def located(self, error: ModelError) -> ModelError:
        """Give an error the line of its place, or of the nearest place around it."""
        place = error.place
        while place and place not in self._marks:
            place = place[:-1]
        line, column = self._marks.get(place, (1, 0))
        return ModelError(error.fault, error.place, file=self.file, line=line, column=column)

    def wrong(self, node: Node, fault: str) -> NoReturn:
        """Raise an error about a node.

        Raises:
            ModelError: Always.
        """
        raise ModelError(fault, file=self.file, line=node.line, column=node.column)

    def mapping(self, node: Node, what: str) -> Mapped:
        """Take a node as a mapping; an empty value is an empty one."""
        if isinstance(node, Scalar) and not node.quoted and node.text in {"", "~", "null"}:
            return Mapped((), node.line, node.column)
        if not isinstance(node, Mapped):
            self.wrong(node, f"{what} is a mapping (name: value), and here is {WORDS[type(node)]}")
        return node

    def fields(self, node: Node, what: str, known: Iterable[str]) -> dict[str, Node]:
        """Take a node as a mapping with fields of known names.

        Raises:
            ModelError: If a field is none of them.
        """
        names = list(known)
        mapping = self.mapping(node, what)
        for key, _ in mapping.pairs:
            if key.text not in names:
                near = nearest(key.text, names)
                hint = f": did you mean {near!r}?" if near else f": it has {', '.join(names)}"
                self.wrong(key, f"{what} has no field {key.text!r}{hint}")
        return {key.text: value for key, value in mapping.pairs}

    def items(self, node: Node, what: str) -> tuple[Node, ...]:
        """Take a node as a list."""
        if not isinstance(node, Sequenced):
            self.wrong(node, f"{what} is a list, and here is {WORDS[type(node)]}")
        return node.items

    def text(self, node: Node, what: str) -> str:
        """Take a node as a text."""
        if not isinstance(node, Scalar):
            self.wrong(node, f"{what} is a text, and here is {WORDS[type(node)]}")
        return node.text

    def texts(self, node: Node, what: str) -> tuple[str, ...]:
        """Take a node as a list of texts, or one text as a list of one."""
        if isinstance(node, Sequenced):
            return tuple(self.text(item, what) for item in node.items)
        return (self.text(node, what),)

    def flag(self, node: Node, what: str) -> bool:
        """Take a node as true or false."""
        said = {"true": True, "yes": True, "false": False, "no": False}.get(self.text(node, what).casefold())
        if said is None:
            self.wrong(node, f"{what} is true or false, and here is {self.text(node, what)!r}")
        return said

    def plain_number(self, node: Node, what: str) -> float:
        """Take a node as a number; NaN and infinities are let through, for a check to name."""
        text = self.text(node, what)
        for spelt, value in ((".nan", "nan"), (".inf", "inf"), ("-.inf", "-inf")):
            text = value if text.casefold() == spelt else text
        try:
            return float(text) if "_" not in text else float("x")
        except ValueError:
            self.wrong(node, f"{what} is a number, and here is {text!r}")

    def whole_number(self, node: Node, what: str) -> int:
        """Take a node as a whole number."""
        value = self.plain_number(node, what)
        if not (abs(value) < 1e15 and value == int(value)):  # noqa: PLR2004 - beyond it a float is not exact
            self.wrong(node, f"{what} is a whole number, and here is {value:g}")
        return int(value)
