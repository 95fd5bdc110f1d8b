"""The thread: issue → position → option → provision → obligation → incident → finding, walked both ways from any.

What hangs together with a thing are the things that lead to it, on its left, and those that it leads to, on its right;
not what hangs together with these in turn the other way, which would soon be everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from goodoffices.web.rendering import with_query

__all__ = ["COLUMNS", "Link", "Node", "Strand", "Web", "centred"]

COLUMNS: tuple[tuple[str, str, str], ...] = (
    ("issue", "Issues", "What is to be settled"),
    ("position", "Positions", "Who wants what of it"),
    ("option", "Options", "How a model says it could be settled"),
    ("provision", "Provisions", "Where the text settles it"),
    ("obligation", "Obligations", "What is owed by it"),
    ("incident", "Incidents", "What speaks against its being kept"),
    ("compliance", "Findings", "Whether it was found to be kept"),
)
"""Name of a column, its heading, and what stands in it; from the left."""
_PLACES = {name: n for n, (name, _, _) in enumerate(COLUMNS)}


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """One thing of the thread.

    Attributes:
        column: Its column.
        id: Its id there.
        says: What it is, in words.
        under: Where it stands or who says so.
        href: Its own page.
    """

    column: str
    id: str
    says: str
    under: str = ""
    href: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """Its column and id."""
        return self.column, self.id

    @property
    def centre(self) -> str:
        """The thread from here."""
        return centred(self.column, self.id)


class Link(msgspec.Struct, frozen=True):
    """That one thing leads to another, further right."""

    left: tuple[str, str]
    right: tuple[str, str]


class Strand(msgspec.Struct, frozen=True, kw_only=True):
    """One column as it is shown.

    Attributes:
        name: Of the column.
        heading: What it is called.
        about: What stands in it.
        nodes: The things that hang together with the chosen one, or that one alone.
        total: How many there are; more than are shown, perhaps.
        more: Where all of them stand, or "".
        missing: Why there is nothing, or "".
        by_issue: Do these hang together with the chosen thing by its issue alone?
    """

    name: str
    heading: str
    about: str
    nodes: tuple[Node, ...]
    total: int
    more: str = ""
    missing: str = ""
    by_issue: bool = False


class Web:
    """Things and what they lead to.

    Args:
        nodes: The things.
        links: What leads to what; those of things that are not there are left out.
    """

    def __init__(self, nodes: Iterable[Node], links: Iterable[Link]) -> None:
        self.nodes = {node.key: node for node in nodes}
        self._right: dict[tuple[str, str], dict[tuple[str, str], None]] = {}
        self._left: dict[tuple[str, str], dict[tuple[str, str], None]] = {}
        for link in links:
            if link.left in self.nodes and link.right in self.nodes:
                self._right.setdefault(link.left, {})[link.right] = None
                self._left.setdefault(link.right, {})[link.left] = None

    def beside(self, *chosen: tuple[str, str]) -> dict[str, tuple[Node, ...]]:
        """What hangs together with some things, by column, these things among them; in the order of the nodes."""
        found = set(chosen) | self._reached(chosen, self._right) | self._reached(chosen, self._left)
        return {
            name: tuple(node for key, node in self.nodes.items() if key in found and node.column == name)
            for name in _PLACES
        }

    @staticmethod
    def _reached(
        start: Iterable[tuple[str, str]], ways: Mapping[tuple[str, str], Mapping[tuple[str, str], None]]
    ) -> set[tuple[str, str]]:
        found: set[tuple[str, str]] = set()
        todo = list(start)
        while todo:
            for each in ways.get(todo.pop(), ()):
                if each not in found:
                    found.add(each)
                    todo.append(each)
        return found


def centred(column: str, id_: str) -> str:
    """Where the thread of a thing stands."""
    return with_query("/thread", **{"finding" if column == "compliance" else column: id_})
