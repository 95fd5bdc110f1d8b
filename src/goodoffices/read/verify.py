"""The verifier: what any reader says of a report is borne out by the report, or is a listed rejection.

Every statement passes here, whoever found it: the rules of the program, a reader of another language, a language model.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from goodoffices.record import (
    ActorContent,
    Evidence,
    Interval,
    IssueStatusContent,
    MechanismContent,
    PlanContent,
    PositionContent,
    Rejection,
    Report,
    Statement,
    issues,
    make_statement,
    mechanisms,
    stances,
)
from goodoffices.record.verify import actors_named

__all__ = ["verify"]

_SHOWN_CHARS = 60
_PLAIN = str.maketrans({"‘": "'", "’": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "\u00a0": " "})
"""One character for one, so that an offset in the one text is an offset in the other."""


class _NotBorneOut(Exception):  # noqa: N818  it is a verdict on one statement, not a failure
    """A statement that the report does not bear out; its text is the reason."""


def verify(statements: Iterable[Statement], report: Report) -> tuple[list[Statement], list[Rejection]]:
    """Keep the statements that `report` bears out.

    A quote that is not at its offsets, but stands in the text exactly once (curly and straight quotation marks, and
    hard and plain spaces, taken as the same), is put right; the statement then has the id of the right place.

    Args:
        statements: What a reader found, in any order.
        report: The report that it read.

    Returns:
        The statements, in their order, whose every quote is the text at its offsets, whose actors are all declared by
        a kept statement of this report, and whose issues and kinds are in the vocabularies; and a rejection for each
        other.
    """
    text = report.text.translate(_PLAIN)
    kept: list[Statement] = []
    rejections: list[Rejection] = []
    for statement in statements:
        try:
            kept.append(_checked(statement, report, text))
        except _NotBorneOut as reason:
            rejections.append(_rejection(statement, report, str(reason)))
    while True:  # a person whose side falls falls too, and whatever names that person
        declared = {statement.content.actor for statement in kept if isinstance(statement.content, ActorContent)}
        fallen = [(s, missing) for s in kept if (missing := sorted(_actors_named(s) - declared))]
        if not fallen:
            return kept, rejections
        gone = {id(statement) for statement, _ in fallen}
        kept = [statement for statement in kept if id(statement) not in gone]
        rejections.extend(
            _rejection(statement, report, f"it names the actor {missing[0]}, whom no statement of this report declares")
            for statement, missing in fallen
        )


def _actors_named(statement: Statement) -> set[str]:
    said_by = {statement.said_by} if statement.said_by is not None else set()
    return actors_named(statement.content) | said_by


def _checked(statement: Statement, report: Report, text: str) -> Statement:
    """Give the statement back, its evidence aligned and its id made anew from what it says and where it stands.

    Raises:
        _NotBorneOut: With the reason.
    """
    if not statement.evidence:
        msg = "it has no evidence; every statement needs a quote"
        raise _NotBorneOut(msg)
    for wrong in _outside_vocabulary(statement):
        raise _NotBorneOut(wrong)
    _require_sane(statement.when)
    evidence = tuple(_aligned(entry, report, text) for entry in statement.evidence)
    made = make_statement(
        statement.content,
        evidence,
        reader=statement.reader,
        said_by=statement.said_by,
        when=statement.when,
        basis=statement.basis,
    )
    if made.id == statement.id and evidence == statement.evidence:
        return statement
    return msgspec.structs.replace(made, marking=statement.marking)


def _aligned(entry: Evidence, report: Report, text: str) -> Evidence:
    if entry.report != report.id:
        msg = f"its evidence is of {entry.report}, not of this report"
        raise _NotBorneOut(msg)
    quote = entry.quote
    if not quote.strip():
        msg = "its quote is blank"
        raise _NotBorneOut(msg)
    if 0 <= entry.start < entry.end <= len(report.text) and report.text[entry.start : entry.end] == quote:
        return entry
    plain = quote.translate(_PLAIN)
    start = text.find(plain)
    if start < 0:
        msg = f"its quote {_shown(quote)} is not in the report"
        raise _NotBorneOut(msg)
    if text.find(plain, start + 1) >= 0:
        start = entry.start
        if start < 0 or text[start : start + len(plain)] != plain:
            msg = f"its quote {_shown(quote)} is in the report more than once, and not at {entry.start}"
            raise _NotBorneOut(msg)
    return report.evidence(start, start + len(plain))


def _outside_vocabulary(statement: Statement) -> Iterator[str]:
    content = statement.content
    named: list[tuple[str, str]] = []
    if isinstance(content, PositionContent):
        named = [("issue", content.issue), ("stance", content.stance)]
    elif isinstance(content, IssueStatusContent):
        named = [("issue", content.issue)]
    elif isinstance(content, PlanContent):
        named = [("issue", item.issue) for item in content.items]
    elif isinstance(content, MechanismContent):
        named = [("mechanism", content.kind)]
    vocabularies = {"issue": issues(), "stance": stances(), "mechanism": mechanisms()}
    for vocabulary, term in named:
        if term not in vocabularies[vocabulary]:
            yield f"{term!r} is in no vocabulary; as {vocabulary} use one of {', '.join(vocabularies[vocabulary])}"


def _require_sane(when: Interval | None) -> None:
    """Refuse an interval that says nothing at all, or that ends before it starts (decoding may have let it pass)."""
    if when is None:
        return
    if not when.known and not when.text:
        msg = "its time is an interval without ends or words; leave it out"
        raise _NotBorneOut(msg)
    if when.earliest and when.latest and when.latest < when.earliest:
        msg = f"its time ends on {when.latest}, before it starts on {when.earliest}"
        raise _NotBorneOut(msg)


def _shown(quote: str) -> str:
    return repr(quote if len(quote) <= _SHOWN_CHARS else quote[:_SHOWN_CHARS] + "…")


def _rejection(statement: Statement, report: Report, reason: str) -> Rejection:
    return Rejection(what=f"{statement.kind} {statement.id} by {statement.reader} in {report.path}", reason=reason)
