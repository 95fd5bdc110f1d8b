"""YAML as nodes that know their line: no constructor runs, no anchor is followed, depth and size are bounded.

Scalars stay the text that stands in the file: an option called `no`, `1945` or `2020-01-01` is just that.
"""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from goodoffices.weigh.errors import ModelError

__all__ = ["MOST_BYTES", "Mapped", "Node", "Scalar", "Sequenced", "parse_nodes"]

#: A model is a text that people write: a few pages. Reading 1 MB takes some seconds.
MOST_BYTES = 1 << 20
DEEPEST = 40


class Scalar(msgspec.Struct, frozen=True):
    """One text or number as it stands.

    Attributes:
        text: Its text.
        quoted: True where it stands in quotation marks or in a block, so that it is text whatever it says.
        line: From 1.
        column: From 1.
    """

    text: str
    quoted: bool
    line: int
    column: int


class Mapped(msgspec.Struct, frozen=True):
    """A mapping: key and value, in their order; each key stands once."""

    pairs: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int


class Sequenced(msgspec.Struct, frozen=True):
    """A list."""

    items: tuple[Node, ...]
    line: int
    column: int


Node: TypeAlias = Scalar | Mapped | Sequenced


def parse_nodes(text: str, file: str) -> Node:
    """Parse one YAML document.

    Args:
        text: The document.
        file: Its name, for errors.

    Raises:
        ModelError: If it is no YAML, empty, nested deeper than 40, or has anchors, aliases, tags or a second document.
    """
    from ruamel.yaml import YAML  # noqa: PLC0415 - heavy, and only YAML models need it
    from ruamel.yaml.error import MarkedYAMLError, YAMLError  # noqa: PLC0415

    building = _Building(file)
    try:
        for event in YAML(typ="rt", pure=True).parse(text):
            building.take(event)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        problem = " ".join((error.problem or error.context or "it cannot be parsed").split())
        msg = f"no well-formed YAML: {problem}"
        raise ModelError(msg, file=file, line=line, column=column) from error
    except YAMLError as error:
        msg = f"no well-formed YAML: {' '.join(str(error).split())}"
        raise ModelError(msg, file=file) from error
    return building.whole()


class _Open:
    """A mapping or list that is still being read; the outermost holds the document."""

    def __init__(self, kind: str, line: int, column: int) -> None:
        self.kind, self.line, self.column = kind, line, column
        self.items: list[Node] = []


class _Building:
    """Builds nodes from the parser's events, without recursion."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._open = [_Open("document", 1, 1)]

    def take(self, event: object) -> None:
        """Take one event."""
        kind = type(event).__name__
        if kind in {"MappingStartEvent", "SequenceStartEvent", "ScalarEvent", "AliasEvent"}:
            self._refuse(event, kind)
        match kind:
            case "MappingStartEvent" | "SequenceStartEvent":
                self._open.append(_Open(kind.removesuffix("StartEvent"), *_place(event)))
            case "MappingEndEvent" | "SequenceEndEvent":
                made = self._made(self._open.pop())
                self._open[-1].items.append(made)
            case "ScalarEvent":
                style, value = event.style, event.value  # type: ignore[attr-defined]  # a ScalarEvent
                self._open[-1].items.append(Scalar(value, style not in {None, ""}, *_place(event)))
            case _:
                return

    def _refuse(self, event: object, kind: str) -> None:
        line, column = _place(event)
        fault = ""
        if kind == "AliasEvent" or getattr(event, "anchor", None) is not None:
            fault = "anchors and aliases (& and *) are not read: write it out"
        elif kind != "ScalarEvent" and len(self._open) > DEEPEST:
            fault = f"nested deeper than {DEEPEST}: it is no model"
        elif len(self._open) == 1 and self._open[0].items:
            fault = "a second document begins here: a model is one document"
        elif getattr(event, "tag", None) is not None:
            fault = f"tags ({event.tag}) are not read: leave it out"  # type: ignore[attr-defined]  # asked for above
        if fault:
            raise ModelError(fault, file=self._file, line=line, column=column)

    def _made(self, done: _Open) -> Node:
        if done.kind == "Sequence":
            return Sequenced(tuple(done.items), done.line, done.column)
        pairs: list[tuple[Scalar, Node]] = []
        seen: dict[str, int] = {}
        for key, value in zip(done.items[::2], done.items[1::2], strict=True):
            if not isinstance(key, Scalar):
                fault = "a name belongs here, not a list or a mapping"
                raise ModelError(fault, file=self._file, line=key.line, column=key.column)
            if key.text in seen:
                fault = f"{key.text!r} stands twice, first on line {seen[key.text]}: give each its own name"
                raise ModelError(fault, file=self._file, line=key.line, column=key.column)
            seen[key.text] = key.line
            pairs.append((key, value))
        return Mapped(tuple(pairs), done.line, done.column)

    def whole(self) -> Node:
        """The document."""
        if not self._open[0].items:
            msg = "the file is empty: a model has parties and issues"
            raise ModelError(msg, file=self._file, line=1)
        return self._open[0].items[0]


def _place(event: object) -> tuple[int, int]:
    mark = event.start_mark  # type: ignore[attr-defined]  # every event of a parser has one
    return mark.line + 1, mark.column + 1
