"""The built-in reader of English: rules over a parse, one module a kind of statement."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Sequence

from goodoffices.record import ActorContent, Rejection, Report, Statement
from goodoffices.record.verify import actors_named

from .actors.camps import tie_to_camps
from .addressed import addressed_to_machines
from .context import RULES, Context, open_context
from .faults import fault_of
from .kinds.assertions import find_assertions
from .kinds.bystanders import without_bystanders
from .kinds.events import find_events
from .kinds.matrix import find_matrix_positions
from .kinds.mechanisms import find_mechanisms
from .kinds.meetings import find_meetings
from .kinds.one_voice import with_one_voice
from .kinds.people import find_actors, find_roles, without_anyone
from .kinds.plans import find_plans
from .kinds.positions import find_positions
from .kinds.quotes import find_quotes
from .kinds.scored import find_scored_positions
from .kinds.status import find_status
from .kinds.unlikely import without_unlikely
from .kinds.withheld import find_withheld
from .uncollected import uncollected

__all__ = ["KINDS_READ", "RulesReader"]

KINDS_READ: tuple[Callable[[Context], Iterator[Statement]], ...] = (
    find_roles,
    find_meetings,
    find_positions,
    find_matrix_positions,
    find_scored_positions,
    find_quotes,
    find_plans,
    find_mechanisms,
    find_status,
    find_events,
    find_withheld,
)
"""What is looked for in each report, beside the actors. Another kind of statement is another line here."""


class RulesReader:
    """Reads English by rules. See `goodoffices.read.reader.Reader`."""

    name = RULES
    languages = frozenset({"en"})

    def read(self, report: Report) -> Iterable[Statement | Rejection]:
        """Find what an English report says; words that speak to a machine say nothing of the talks."""
        with uncollected(len(report.text)):
            return self._read(report)

    def _read(self, report: Report) -> list[Statement | Rejection]:
        context = open_context(report)
        spans = addressed_to_machines(report.text)
        found, refused = _found(KINDS_READ, context)
        statements = [statement for statement in found if not _lies_in(statement, spans)]
        tie_to_camps(context.roster)
        statements = without_bystanders(context.roster, without_unlikely(report, statements))
        statements = with_one_voice(context.roster, statements)
        needed = _needed(statements) & context.roster.actors.keys()
        actors = list(find_actors(context, needed))
        # What accounts are compared by brings no actors of its own into the brief, so it is found last.
        known = {statement.content.actor for statement in actors if isinstance(statement.content, ActorContent)}
        told, faults = _found((functools.partial(find_assertions, known=known),), context)
        statements += [each for each in told if not _lies_in(each, spans)]
        actors = without_anyone(actors, _needed(statements))
        refused += faults
        refused += [
            Rejection(report.path, f"its words speak to a machine: {report.text[a:b][:80]!r}") for a, b in spans
        ]
        return [*actors, *statements, *refused]


def _found(
    finders: Iterable[Callable[[Context], Iterator[Statement]]], context: Context
) -> tuple[list[Statement], list[Rejection]]:
    """The statements of each kind; a fault in the rules of one costs that kind, and not the report."""
    found: list[Statement] = []
    faults: list[Rejection] = []
    for find in finders:
        try:
            found += list(find(context))
        except Exception as error:  # noqa: BLE001  it is named in the list of what was not taken
            name = getattr(find, "func", find).__name__
            kind = name.removeprefix("find_").replace("_", " ")
            faults.append(Rejection(context.report.path, fault_of(error, f"its {kind} could not be read")))
    return found, faults


def _needed(statements: Iterable[Statement]) -> set[str]:
    """Ids of the actors that the statements name."""
    return {actor for s in statements for actor in (*actors_named(s.content), *([s.said_by] if s.said_by else ()))}


def _lies_in(statement: Statement, spans: Sequence[tuple[int, int]]) -> bool:
    return any(e.start < end and start < e.end for e in statement.evidence for start, end in spans)
