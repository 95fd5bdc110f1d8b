"""The built-in reader of English: rules over a parse, one module a kind of statement."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from goodoffices.record import Report, Statement
from goodoffices.record.verify import actors_named

from .context import RULES, Context, open_context
from .kinds.events import find_events
from .kinds.matrix import find_matrix_positions
from .kinds.mechanisms import find_mechanisms
from .kinds.meetings import find_meetings
from .kinds.people import find_actors, find_roles
from .kinds.plans import find_plans
from .kinds.positions import find_positions
from .kinds.quotes import find_quotes
from .kinds.status import find_status
from .kinds.withheld import find_withheld

__all__ = ["KINDS_READ", "RulesReader"]

KINDS_READ: tuple[Callable[[Context], Iterator[Statement]], ...] = (
    find_roles,
    find_meetings,
    find_positions,
    find_matrix_positions,
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

    def read(self, report: Report) -> Iterable[Statement]:
        """Find what an English report says."""
        context = open_context(report)
        statements = [statement for find in KINDS_READ for statement in find(context)]
        needed = {
            actor for s in statements for actor in (*actors_named(s.content), *([s.said_by] if s.said_by else ()))
        }
        return [*find_actors(context, needed & context.roster.actors.keys()), *statements]
