"""The plain rule, said row by row in SQL, against which what is counted and paged quickly is checked."""

from __future__ import annotations

from pathlib import Path

import msgspec
import sqlalchemy as sa

from goodoffices.record.sql.engine import postgresql_engine, sqlite_engine
from goodoffices.record.sql.schema import judgement, rejection, report, statement
from goodoffices.record.sql.visible import Horizon

__all__ = ["Reference"]


class Reference:
    """What a horizon lets through of a case, by the rule alone.

    Args:
        place: The case.
        horizon: For whom, as of when.
    """

    def __init__(self, place: str, horizon: Horizon) -> None:
        url = "://" in place
        engine = postgresql_engine(place, wait_seconds=5) if url else sqlite_engine(Path(place), wait_seconds=5)
        with engine.connect() as connection:
            self._horizon = horizon
            self.reports = self._reports(connection)
            self.statements = self._statements(connection)
            self.judgements = self._judgements(connection)
            self.rejections = self._rejections(connection)
        engine.dispose()

    def _reports(self, connection: sa.Connection) -> dict[str, tuple[str, str, str]]:
        # Id -> the day, the moment and the marking that holds.
        query = sa.select(report, self._horizon.marking_of(report).label("marked")).where(self._horizon.shows_report())
        return {each.id: (each.published or "", each.at, each.marked) for each in connection.execute(query)}

    def _statements(self, connection: sa.Connection) -> dict[str, tuple[str, str, str, int]]:
        # Id -> its kind, its report, its moment and its number.
        columns = (statement.c.id, statement.c.kind, report.c.id.label("of"), statement.c.at, statement.c.seq)
        query = sa.select(*columns).join_from(statement, report).where(self._horizon.shows_statement())
        return {each.id: (each.kind, each.of, each.at, each.seq) for each in connection.execute(query)}

    def _judgements(self, connection: sa.Connection) -> dict[str, str]:
        query = sa.select(judgement.c.id, judgement.c.at).where(self._horizon.shows_judgement())
        return {each.id: each.at for each in connection.execute(query)}

    def _rejections(self, connection: sa.Connection) -> set[tuple[str, str]]:
        # What and why, but for the files that a report which is shown was read from since.
        paths = sa.select(report.c.content).where(self._horizon.shows_report())
        read = {msgspec.json.decode(each)["path"] for each in connection.scalars(paths)}
        query = sa.select(rejection.c.content, rejection.c.report).join_from(rejection, report, isouter=True)
        found = set()
        for content, of in connection.execute(query.where(self._horizon.shows_rejection())):
            told = msgspec.json.decode(content)["rejection"]
            if of is not None or told["what"] not in read:
                found.add((told["what"], told["reason"]))
        return found
