"""A statement: what one report says, in whose words, from which span, about when."""

from __future__ import annotations

import datetime as dt

import msgspec

from .content import Content
from .dates import Interval
from .ids import content_id
from .release import Marking, most_restricted
from .report import Evidence

__all__ = [
    "ASSUMED",
    "KINDS",
    "UNSIDED",
    "ByHand",
    "Statement",
    "found_by_both",
    "kind_of",
    "make_statement",
    "rewritten",
]

KINDS = (
    "actor",
    "role",
    "meeting",
    "position",
    "quote",
    "plan",
    "mechanism",
    "issue_status",
    "event",
    "withheld",
)
"""Every kind of statement of which findings are made, in the order in which a brief shows them. Beside them there is
``assertion``: accounts are compared by it, and a brief shows it on the sides of disagreements alone."""


_AND = " + "
"""Stands between the names of readers; no name has a space."""


class ByHand(msgspec.Struct, frozen=True, kw_only=True):
    """That no reader found a statement: somebody added it from the words of the report.

    Attributes:
        by: Who did.
        at: When, in UTC.
        why: The reason, where one was given.
        program: True where a program did, under a name of its own: then no person stands for it.
        named: True where it but says that an actor whom the case knew is named here too.
    """

    by: str
    at: dt.datetime
    why: str = ""
    program: bool = False
    named: bool = False

    @property
    def vouched(self) -> bool:
        """Does a person stand for what it says?"""
        return not self.program and not self.named


ASSUMED = "side left to be understood"
"""Reason of an actor's side that the report itself does not say."""
UNSIDED = "of a person whose side the report does not tell"
"""Reason of a position that stands only where another report tells for whom the person speaks."""


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that one report says. Frozen: it is never edited, only judged.

    Attributes:
        id: Hash of what it says and where it stands (not of who found it, or when); of one that was added by hand,
            of who added it and when too, so that two people who add the same both keep their word.
        content: What it says, typed by its kind.
        evidence: The spans that bear it out, at least one, all of one report.
        said_by: Id of the actor whom the report has say it, or None where the report says it itself.
        when: The time of the thing itself, or None where the evidence says nothing of it.
        reader: Which reader found it, with its version: ``rules-en/1``; where several found the very same, all of
            them, as `found_by_both` writes it.
        marking: Who may be shown it; the report's own marking holds too, whichever is stricter.
        basis: Why the reader thinks so: the cue or rule, for whoever asks "why?".
        added: Who added it by hand, when and why; None where a reader found it.
    """

    id: str
    content: Content
    evidence: tuple[Evidence, ...]
    reader: str
    said_by: str | None = None
    when: Interval | None = None
    marking: Marking = Marking.CLEAR
    basis: str = ""
    added: ByHand | None = None

    @property
    def kind(self) -> str:
        """One of `KINDS`."""
        return kind_of(self.content)

    @property
    def readers(self) -> tuple[str, ...]:
        """The readers that found it, each with its version, sorted."""
        return tuple(self.reader.split(_AND))

    @property
    def report(self) -> str:
        """Id of the report that it stands in."""
        return self.evidence[0].report


def kind_of(content: Content) -> str:
    """Name the kind of a content: one of `KINDS`."""
    return str(type(content).__struct_config__.tag)


def make_statement(
    content: Content,
    evidence: tuple[Evidence, ...],
    *,
    reader: str,
    said_by: str | None = None,
    when: Interval | None = None,
    basis: str = "",
    added: ByHand | None = None,
) -> Statement:
    """Make a statement with its content-hash id."""
    spans = tuple((e.report, e.start, e.end) for e in evidence)
    hand = () if added is None else (added,)
    return Statement(
        id=content_id("s", content, said_by, when, spans, *hand),
        content=content,
        evidence=evidence,
        reader=reader,
        said_by=said_by,
        when=when,
        basis=basis,
        added=added,
    )


def rewritten(statement: Statement, content: Content, said_by: str | None) -> Statement:
    """Write a statement of a reader anew, with another content or voice, and the id that goes with them.

    Args:
        statement: What was read; nobody has added it by hand.
        content: What it says now.
        said_by: Id of the actor who says it now.
    """
    return make_statement(
        content,
        statement.evidence,
        reader=statement.reader,
        said_by=said_by,
        when=statement.when,
        basis=statement.basis,
    )


def found_by_both(one: Statement, other: Statement) -> Statement:
    """Write the same statement, found by two readers, as one that names them both.

    Args:
        one: A statement.
        other: One with the same id.
    """
    readers = _AND.join(sorted({*one.readers, *other.readers}))
    basis = "; ".join(dict.fromkeys(each for each in (one.basis, other.basis) if each))
    marking = most_restricted((one.marking, other.marking))
    return msgspec.structs.replace(one, reader=readers, basis=basis, marking=marking)
