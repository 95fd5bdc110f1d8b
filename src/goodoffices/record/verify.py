"""Proving a record: every evidence span against its text, every id against what it names, every reference."""

from __future__ import annotations

from collections import Counter

import msgspec

from .audit import AuditHead
from .content import ActorContent, Content
from .entry import (
    Entry,
    JudgementEntry,
    MarkingEntry,
    NoteEntry,
    RejectionEntry,
    ReportEntry,
    RetirementEntry,
    StatementEntry,
    WallEntry,
)
from .errors import InputError
from .judgement import Judgement, make_judgement
from .note import Note, make_note
from .report import Report, make_report
from .statement import Statement, make_statement
from .store import Fault, Store

__all__ = ["ACTOR_FIELDS", "Verification", "actors_named", "misnamed", "misplaced", "verify"]


class Verification(msgspec.Struct, frozen=True, kw_only=True):
    """What came of proving a case.

    Attributes:
        held: What the case holds, counted: ``report``, ``statement``, ``span``, ``judgement``, ...
        faults: All that is wrong, in the order in which it was found; empty where all is well.
        head: The last line of the audit log; written down elsewhere, it proves later that the log still holds it.
    """

    held: dict[str, int]
    faults: tuple[Fault, ...]
    head: AuditHead


def misplaced(statement: Statement, report: Report) -> str | None:
    """Say what is wrong with the evidence of a statement, or None: ``text[start:end] == quote`` in `report`."""
    if not statement.evidence:
        return "it has no evidence"
    for span in statement.evidence:
        where = f"[{span.start}, {span.end}) of report {span.report}"
        if span.report != report.id:
            return f"its evidence {where} is not of its report {report.id}"
        if not 0 <= span.start < span.end <= len(report.text):
            return f"its evidence {where} lies outside the {len(report.text)} characters"
        if report.text[span.start : span.end] != span.quote:
            return f"its quote {_short(span.quote)} is not the text at {where}"
        if not span.quote.strip():
            return f"its evidence {where} holds no words"
    return None


def _short(quote: str) -> str:
    return repr(quote if len(quote) <= 60 else quote[:57] + "...")  # noqa: PLR2004  what fits a line


def misnamed(thing: Report | Statement | Judgement | Note) -> str | None:
    """Say that an id is not the hash of what it names, or None."""
    if isinstance(thing, Report):
        right = make_report(
            thing.text, path="", title="", published=thing.published, outlet=thing.outlet, url=thing.url
        ).id
    elif isinstance(thing, Statement):
        right = make_statement(
            thing.content, thing.evidence, reader="", said_by=thing.said_by, when=thing.when, added=thing.added
        ).id
    elif isinstance(thing, Note):
        try:
            right = make_note(
                thing.content, by=thing.by, at=thing.at, why=thing.why, day=thing.day, rests_on=thing.rests_on
            ).id
        except InputError as error:
            return str(error)
    else:
        right = make_judgement(
            thing.target,
            thing.verdict,
            by=thing.by,
            at=thing.at,
            why=thing.why,
            other=thing.other,
            correction=thing.correction,
        ).id
    return None if right == thing.id else f"its id is not the hash of what it says, which is {right}"


def actors_named(content: Content) -> set[str]:
    """Collect the ids of the actors that a content names."""
    found: set[str] = set()
    for field in ACTOR_FIELDS.intersection(content.__struct_fields__):
        value = getattr(content, field)
        found.update((value,) if isinstance(value, str) else value or ())
    return found


ACTOR_FIELDS = frozenset(
    "actor actors author by convenor led_by of participants party side speaker to".split()  # noqa: SIM905  shorter
)
"""The fields of the contents that hold ids of actors."""


class _Proof:
    """Goes through the entries of a case once and keeps what references may point to."""

    def __init__(self) -> None:
        self.held: Counter[str] = Counter()
        self.faults: list[Fault] = []
        self.ids: set[str] = set()
        self._report: Report | None = None
        self._introduced: set[str] = set()
        self._named: dict[str, str] = {}  # actor -> the first statement that names it

    def take(self, entry: Entry) -> None:
        self.held[str(type(entry).__struct_config__.tag)] += 1
        match entry:
            case ReportEntry():
                self.close_report()
                self._report = entry.report
                self._take_thing(entry.report)
            case StatementEntry():
                self._take_statement(entry.statement)
            case JudgementEntry():
                self._take_thing(entry.judgement)
                self._take_judgement(entry.judgement)
            case NoteEntry():
                for each in entry.note.rests_on:
                    self._refer(entry.note.id, "rests on", each)
                self._take_thing(entry.note)
            case MarkingEntry() | RetirementEntry() | WallEntry():
                self._refer(entry.id, "is about", entry.target)
            case RejectionEntry() if entry.report:
                self._refer(entry.id, "is about", entry.report)

    def _take_thing(self, thing: Report | Statement | Judgement | Note) -> None:
        self.ids.add(thing.id)
        if problem := misnamed(thing):
            self.faults.append(Fault(thing.id, problem))

    def _take_statement(self, statement: Statement) -> None:
        self._take_thing(statement)
        self.held["span"] += len(statement.evidence)
        report = self._report
        if report is None or (statement.evidence and statement.report != report.id):
            problem: str | None = "its report cannot be read"
        else:
            problem = misplaced(statement, report)
        if problem:
            self.faults.append(Fault(statement.id, problem))
        if isinstance(statement.content, ActorContent):
            self._introduced.add(statement.content.actor)
        for actor in actors_named(statement.content) | ({statement.said_by} if statement.said_by else set()):
            self._named.setdefault(actor, statement.id)

    def _take_judgement(self, judgement: Judgement) -> None:
        for each in (*judgement.statements, *judgement.other_statements):
            self._refer(judgement.id, "rests on", each)
        for target in (judgement.target, judgement.other):
            if target and target.startswith(("s-", "j-")):
                self._refer(judgement.id, "is about", target)

    def _refer(self, source: str, how: str, target: str) -> None:
        if target not in self.ids:
            self.faults.append(Fault(source, f"it {how} {target}, which the case does not hold"))

    def close_report(self) -> None:
        for actor in sorted(self._named.keys() - self._introduced):
            problem = f"it names the actor {actor}, whom no statement of its report introduces"
            self.faults.append(Fault(self._named[actor], problem))
        self._introduced, self._named = set(), {}


def verify(store: Store, *, head: AuditHead | None = None) -> Verification:
    """Prove a whole case; memory stays small whatever its size, but for the ids.

    Args:
        store: The open case.
        head: A line of its audit log that was written down elsewhere, which the log must hold still.

    Returns:
        What it holds and all that is wrong with it.
    """
    proof = _Proof()
    for entry in store.entries(on_fault=proof.faults.append):
        proof.take(entry)
    proof.close_report()
    proof.faults.extend(store.faults(head=head))
    return Verification(held=dict(proof.held), faults=tuple(proof.faults), head=store.audit_head())
