"""One finding as a brief shows it: a sentence, what bears it out, and what stands beside it."""

from __future__ import annotations

import datetime as dt

import msgspec

from goodoffices.record import ByHand, Content, Interval, Marking, Verdict

__all__ = ["Citation", "Cut", "Entry", "Line", "Passage", "Ref", "passages"]


class Citation(msgspec.Struct, frozen=True, kw_only=True):
    """A span of a report, with what a reader needs to find it.

    Attributes:
        report: Id of the report.
        number: The number of the report in this brief, from 1.
        start: Offset of the first character, in Unicode code points.
        end: Offset behind the last.
        quote: The characters themselves.
        source: Outlet (or title) and day, as a citation names it.
    """

    report: str
    number: int
    start: int
    end: int
    quote: str
    source: str

    @property
    def anchor(self) -> str:
        """Where the span starts in the full text of the report."""
        return f"t{self.number}-{self.start}-{self.end}"


class Ref(msgspec.Struct, frozen=True):
    """A pointer to a finding: its id, its label in this brief (``P3``) and its sentence."""

    id: str
    label: str
    says: str = ""


class Line(msgspec.Struct, frozen=True):
    """One short sentence, with the findings that it rests on.

    Attributes:
        text: The sentence, without `lead`.
        refs: The findings.
        lead: Its first words, that the eye should catch; empty where none are.
    """

    text: str
    refs: tuple[Ref, ...] = ()
    lead: str = ""

    @property
    def whole(self) -> str:
        """The sentence with its lead."""
        return f"{self.lead}{'' if self.lead.endswith('?') else ':'} {self.text}" if self.lead else self.text


class Passage(msgspec.Struct, frozen=True):
    """The same words in one or several reports: what near copies repeat is shown once.

    Attributes:
        quote: The words.
        places: Where they stand; the first of them, where they are only shown in a list.
        count: In how many places they stand.
    """

    quote: str
    places: tuple[Citation, ...]
    count: int


class Cut(msgspec.Struct, frozen=True):
    """What a list shows of evidence that was left out.

    Attributes:
        heard: The first words, each with the first places where they stand.
        cited: In how many places the finding is borne out.
        worded: In how many different words.
    """

    heard: tuple[Passage, ...]
    cited: int
    worded: int


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One finding.

    Attributes:
        id: Id of the finding; also its anchor.
        label: Its label in this brief: a letter for the kind and a number.
        kind: One of `goodoffices.record.KINDS`.
        content: What it says, typed.
        says: What it says, in one sentence that stands alone.
        parties: Ids of the sides that it concerns.
        issues: Ids of the issues that it bears on.
        reports: Numbers of the reports that carry it.
        evidence: Every span that bears it out.
        sources: How many of the reports are independent.
        said_by: Id of the actor whom the reports have say it, or None.
        speaker: The name of that actor, or empty.
        when: The time of the thing itself, or None.
        when_words: The same in words, empty where nothing is said.
        as_of: The latest known day of a report that carries it, or None.
        first_reported: The earliest known day of a report that carries it, or None.
        against: The findings that cannot hold beside it.
        marking: Who may be shown it.
        verdict: What analysts say of it.
        confidence: Probability in [0, 1] that it is right, or None.
        basis: The readers' reasons.
        statements: Ids of the statements that it is merged from.
        notes: What a reader must not miss: a red line, a condition, a shift.
        citation: The finding, a quote, its outlet and day, as plain text for a note.
        strength: Of a position, how strongly it is put: ``firm``, ``strong``, ``plain`` or ``tentative``; else empty.
        strength_word: The word that shows it, or empty.
        caveats: The words by which every report of it hedges it.
        added: Who added some of its statements by hand, when and why, the earliest first.
        cut: What stands for its evidence where it is only shown in a list; None where it is whole.
    """

    id: str
    label: str
    kind: str
    content: Content
    says: str
    parties: tuple[str, ...]
    issues: tuple[str, ...]
    reports: tuple[int, ...]
    evidence: tuple[Citation, ...]
    sources: int
    said_by: str | None
    speaker: str
    when: Interval | None
    when_words: str
    as_of: dt.date | None
    first_reported: dt.date | None
    against: tuple[Ref, ...]
    marking: Marking
    verdict: Verdict
    confidence: float | None
    basis: tuple[str, ...]
    statements: tuple[str, ...]
    notes: tuple[str, ...]
    citation: str
    strength: str = ""
    strength_word: str = ""
    caveats: tuple[str, ...] = ()
    added: tuple[ByHand, ...] = ()
    cut: Cut | None = None

    @property
    def ref(self) -> Ref:
        """A pointer to this finding."""
        return Ref(id=self.id, label=self.label, says=self.says)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The evidence, with the same words in several reports taken together."""
        return self.cut.heard if self.cut else passages(self.evidence)

    @property
    def cited(self) -> int:
        """In how many places it is borne out."""
        return self.cut.cited if self.cut else len(self.evidence)

    @property
    def worded(self) -> int:
        """In how many different words."""
        return self.cut.worded if self.cut else len(self.passages)


def passages(cited: tuple[Citation, ...]) -> tuple[Passage, ...]:
    """Take citations with the same words together, in the order in which the words first stand."""
    places: dict[str, list[Citation]] = {}
    for citation in cited:
        places.setdefault(" ".join(citation.quote.split()), []).append(citation)
    return tuple(Passage(quote, tuple(found), len(found)) for quote, found in places.items())
