"""What a case can be asked: each answer is a list that is a table as well."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from goodoffices.brief.model import Cell as MatrixCell
from goodoffices.brief.model import Citation
from goodoffices.desk.tables import Table, build_table, evidence_of, hit_table, layouts
from goodoffices.record import KINDS, Judgement, Report, Statement
from goodoffices.record.view import Hit, View

from .asking import chosen
from .charts import MatrixListing, TimelineListing
from .found import FoundDisagreement, FoundFinding
from .held import Shown
from .listing import Listing

__all__ = ["Questions"]

_STATEMENTS = (*KINDS, "assertion")
_TABLE_OF = {of.kind: name for name, of in layouts().items() if of.kind}
"""Kind of finding -> the table that lists it."""


class _Asked(Protocol):
    """An open case."""

    def shown(self) -> Shown: ...

    def view(self) -> View: ...


class Questions:
    """The questions; a case answers them for the audience that it was opened for."""

    def findings(self: _Asked, kind: str | None = None) -> Listing[FoundFinding]:
        """List the findings, all or of one kind.

        Args:
            kind: One of `goodoffices.record.KINDS`, or None for all.

        Raises:
            InputError: If there is no such kind.
        """
        name = _TABLE_OF[chosen(kind, KINDS, "kind of finding")] if kind is not None else "findings"
        return _findings(name, self.shown())

    def positions(
        self: _Asked, issue: str | None = None, party: str | None = None, stance: str | None = None
    ) -> Listing[FoundFinding]:
        """List who wants, offers, accepts or rejects what.

        Args:
            issue: Id or label of an issue, or None for all.
            party: A name, another form of it, or an id, or None for all.
            stance: ``demands``, ``offers``, ``accepts``, ``rejects``, ``conditional``, ``ambiguous``, or None for all.

        Raises:
            InputError: If there is no such issue, party or stance; the message says which there are.
        """
        found = _findings("positions", self.shown())
        found = found.on(issue) if issue is not None else found
        found = found.held_by(party) if party is not None else found
        return found.where(stance=stance) if stance is not None else found

    def meetings(self: _Asked) -> Listing[FoundFinding]:
        """List the meetings, held or not."""
        return _findings("meetings", self.shown())

    def quotes(self: _Asked) -> Listing[FoundFinding]:
        """List what named speakers said."""
        return _findings("quotes", self.shown())

    def timeline(self: _Asked) -> TimelineListing:
        """List meetings and events in order of time, unknown days last."""
        listed = _findings("timeline", self.shown())
        return TimelineListing(tuple(listed), listed.table, self.shown().ground)

    def disagreements(self: _Asked) -> Listing[FoundDisagreement]:
        """List where the reports contradict each other."""
        ground = self.shown().ground
        disputes = [FoundDisagreement.of(each) for each in self.shown().brief.disputes]
        return Listing(disputes, build_table("disagreements", ground), ground)

    def matrix(self: _Asked) -> MatrixListing:
        """List who stands where: a cell a party and issue."""
        shown = self.shown()
        cells: list[MatrixCell] = [cell for part in shown.brief.matrices for row in part.rows for cell in row.cells]
        return MatrixListing(cells, build_table("matrix", shown.ground), shown.ground)

    def statements(self: _Asked, kind: str | None = None) -> Listing[Statement]:
        """List what each report says, before it is merged.

        Args:
            kind: One of `goodoffices.record.KINDS` or ``assertion``, or None for all.

        Raises:
            InputError: If there is no such kind.
        """
        ground = self.shown().ground
        listed = Listing(ground.statements, build_table("statements", ground), ground)
        return listed.where(kind=chosen(kind, _STATEMENTS, "kind of statement")) if kind is not None else listed

    def evidence(self: _Asked, finding_id: str) -> Listing[Citation]:
        """List the spans that bear out a finding or a disagreement.

        Raises:
            InputError: If there is none of that id.
        """
        shown = self.shown()
        table = evidence_of(finding_id, shown.ground)
        spans = [span for entry in shown.brief.entries if entry.id == finding_id for span in entry.evidence]
        for dispute in shown.brief.disputes:
            if dispute.id == finding_id:
                spans += [span for side in dispute.sides for span in side.evidence]
        return Listing(spans, table, shown.ground)

    def reports(self: _Asked) -> Listing[Report]:
        """List the reports, whole, in the order of their days."""
        shown = self.shown()
        return Listing(shown.findings.reports, build_table("reports", shown.ground), shown.ground)

    def judgements(self: _Asked) -> Listing[Judgement]:
        """List what analysts say, what was taken back included."""
        ground = self.shown().ground
        return Listing(ground.judgements, build_table("judgements", ground), ground)

    def search(self: _Asked, words: str, *, limit: int = 50) -> Listing[Hit]:
        """Find the reports that hold all of the words, the newest first.

        Args:
            words: Case and accents make no difference; "words in quotes" stand side by side; a final * stands for any
                ending.
            limit: How many reports at most.

        Raises:
            InputError: If there is no word to search for.
        """
        hits = self.view().search(words, limit=limit)
        ground = self.shown().ground
        return Listing(hits, hit_table(hits, ground), ground)

    def table(self: _Asked, name: str) -> Table:
        """Give any table by its name: ``sides``, ``changes``, ``gaps``, ``process``, ``rejections``, ...

        Raises:
            InputError: If there is none of that name; the message lists them.
        """
        return build_table(name, self.shown().ground)


def _findings(name: str, shown: Shown) -> Listing[FoundFinding]:
    table = build_table(name, shown.ground)
    entries = {entry.id: entry for entry in shown.brief.entries}
    return Listing([FoundFinding.of(entries[each]) for each in _ids(table)], table, shown.ground)


def _ids(table: Table) -> Iterator[str]:
    return (str(each) for each in table.column("id"))
