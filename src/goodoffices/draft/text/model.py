"""The negotiating text taken apart: provisions in a tree, and their words and brackets.

Every span is ``[start, end)`` in characters of `Document.source`, and ``words.text == source[words.start:words.end]``.
"""

from __future__ import annotations

import datetime as dt
import enum
import functools
from typing import TypeAlias

import msgspec

from goodoffices.record import Marking

__all__ = [
    "Alternative",
    "Bracket",
    "Document",
    "Fault",
    "Links",
    "Part",
    "Place",
    "Point",
    "Provision",
    "Status",
    "Words",
]


class Status(enum.Enum):
    """How far a provision has come. The values are what is written in a text, behind a dot."""

    PROPOSED = "proposed"
    UNDER_DISCUSSION = "under-discussion"
    AD_REFERENDUM = "agreed-ad-referendum"
    AGREED = "agreed"
    RESERVED = "reserved"


class Words(msgspec.Struct, frozen=True):
    """A run of the source as it stands, markup and line ends included: ``source[start:end]``."""

    text: str
    start: int
    end: int


class Links(msgspec.Struct, frozen=True):
    """What a provision or an alternative answers, by the ids that the model and the record give it."""

    issues: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    obligations: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.issues or self.options or self.statements or self.obligations)


class Alternative(msgspec.Struct, frozen=True, kw_only=True):
    """One of the texts in a bracket.

    Attributes:
        label: What stands before its colon: "North", "North, South", "Alternative 1", or "".
        parties: Who wants it; empty where nobody is named (a label such as "Alternative 1" names nobody).
        parts: Its words and inner brackets, without the label; empty for a bracket around whole provisions.
        start: Offset of its first character behind ``[`` or ``|``, label included.
        end: Offset of the ``|`` or ``]`` that ends it.
        provisions: For a bracket around whole provisions, the ids of those that stand in this alternative, in order.
        links: What it answers (``{option=short}`` at its end).
        marking: Who may be shown it (``{marking=AMBER}`` at its end), where the text says so.
    """

    label: str = ""
    parties: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    start: int
    end: int
    provisions: tuple[str, ...] = ()
    links: Links = Links()
    marking: Marking | None = None


class Bracket(msgspec.Struct, frozen=True, kw_only=True):
    """What is not agreed: one text that may stand or fall, or alternatives.

    Attributes:
        alternatives: At least one, in the order of the text.
        start: Offset of ``[``.
        end: Offset behind ``]``, and behind its attributes where it has some (``]{.private}``).
        private: Is who wants what for the mediator's eyes only?
        id: The name given in its attributes, or "".
        marking: Who may be shown it (``]{marking=AMBER}``), where the text says so.
    """

    alternatives: tuple[Alternative, ...]
    start: int
    end: int
    private: bool = False
    id: str = ""
    marking: Marking | None = None


Part: TypeAlias = Words | Bracket


class Place(msgspec.Struct, frozen=True):
    """Where a provision stands in a bracket around whole provisions.

    Attributes:
        bracket: Index in `Document.brackets`.
        alternative: Index in `Bracket.alternatives`.
    """

    bracket: int
    alternative: int


class Provision(msgspec.Struct, frozen=True, kw_only=True):
    """One numbered (or bulleted, headed, named) part of the text.

    Attributes:
        id: Its stable name: the one written in the text, or one made of its first words.
        number: As the text numbers it, without brackets and points: "9", "a", "2.1", "Article 5"; "" for none.
        heading: The words of its heading line, plain; "" for none.
        level: Depth in the tree of provisions, 1 for the outermost.
        parent: Id of the provision that it stands under, or "".
        start: Offset of its first character (indentation and number included).
        end: Offset behind its own last character, before the first provision under it.
        whole_end: Offset behind the last provision under it; `end` where there is none.
        marker: Its number exactly as written ("9.", "(a)", "Article 5.", "-"), or "".
        named: Is its id written in the text?
        title: Words and brackets of the heading line.
        body: Words and brackets of its own text, heading and attributes left out.
        text: Its own text as it reads, brackets and labels as they stand, markup left out, white space made single.
        status: How far it has come; None where the text does not say.
        agreed_by: Who agreed to it, as the text names them.
        agreed_on: When.
        links: What it answers.
        marking: Who may be shown it, where the text says so.
        note: A remark in its attributes, or "".
        private: Is who agreed to it for the mediator's eyes only?
        within: The brackets around whole provisions that it stands in, the outermost first.
    """

    id: str
    number: str = ""
    heading: str = ""
    level: int = 1
    parent: str = ""
    start: int = 0
    end: int = 0
    whole_end: int = 0
    marker: str = ""
    named: bool = False
    title: tuple[Part, ...] = ()
    body: tuple[Part, ...] = ()
    text: str = ""
    status: Status | None = None
    agreed_by: tuple[str, ...] = ()
    agreed_on: dt.date | None = None
    links: Links = Links()
    marking: Marking | None = None
    note: str = ""
    private: bool = False
    within: tuple[Place, ...] = ()


class Fault(msgspec.Struct, frozen=True):
    """What is wrong with a text, where.

    Attributes:
        kind: ``unclosed-bracket``, ``unopened-bracket``, ``stray-bar``, ``bracket-across``, ``duplicate-id``,
            ``attribute``, ``front-matter``.
        message: What is wrong and what to do, in one sentence.
        start: Offset of its first character in the source.
        end: Offset behind its last.
        line: Line, from 1.
        column: Column in characters, from 1.
    """

    kind: str
    message: str
    start: int
    end: int
    line: int = 0
    column: int = 0


class Document(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A negotiating text.

    Attributes:
        source: The text itself, to the character.
        name: File or other name, for messages.
        title: Its title, or "".
        parties: The parties that its front matter declares, or empty.
        marking: Who may be shown it, where its front matter says so.
        meta: Everything in its front matter, in order.
        preamble: Words and brackets before the first provision (title and front matter left out).
        closing: Words and brackets of the signatures.
        provisions: In the order of the text.
        brackets: Brackets around whole provisions, in the order in which they open.
        faults: What is wrong with it, in order; empty unless it was read with ``tolerant=True``.
        plain: Was it read as an ordinary agreement, whose numbers were found and not marked up?
    """

    source: str
    name: str = ""
    title: str = ""
    parties: tuple[str, ...] = ()
    marking: Marking | None = None
    meta: tuple[tuple[str, str], ...] = ()
    preamble: tuple[Part, ...] = ()
    closing: tuple[Part, ...] = ()
    provisions: tuple[Provision, ...] = ()
    brackets: tuple[Bracket, ...] = ()
    faults: tuple[Fault, ...] = ()
    plain: bool = False

    def __getitem__(self, provision_id: str) -> Provision:
        """The provision of that id.

        Raises:
            KeyError: If there is none.
        """
        return self._by_id[provision_id]

    def __contains__(self, provision_id: object) -> bool:
        return provision_id in self._by_id

    def under(self, provision_id: str) -> tuple[Provision, ...]:
        """The provisions that stand directly under one, in order; the outermost ones for ""."""
        return tuple(self._children.get(provision_id, ()))

    @functools.cached_property
    def _by_id(self) -> dict[str, Provision]:
        return {each.id: each for each in self.provisions}

    @functools.cached_property
    def _children(self) -> dict[str, list[Provision]]:
        children: dict[str, list[Provision]] = {}
        for each in self.provisions:
            children.setdefault(each.parent, []).append(each)
        return children


class Point(msgspec.Struct, frozen=True):
    """What is compared and checked: the own text of one provision.

    Attributes:
        id: Id of the provision.
        number: Its number.
        text: Plain words; a bracket is its alternatives with ``|`` between them, labels left out.
        start: Offset of its first word in the source.
        end: Offset behind its last.
        parent: Id of the provision above it, or "".
        heading: The heading that it stands under, its own first, or "".
    """

    id: str
    number: str
    text: str
    start: int
    end: int
    parent: str = ""
    heading: str = ""
