"""How the audit log begins in a case that is older than the log: with a line for each thing that is there already."""

from __future__ import annotations

import sqlalchemy as sa

from . import schema
from .auditing import written, written_report

__all__ = ["fill"]


def fill(connection: sa.Connection) -> None:
    """Write down all that the case holds: its reports with their statements, and each row of what was said of them."""
    for seq in connection.scalars(sa.select(schema.report.c.seq).order_by(schema.report.c.seq)).all():
        _write_report(connection, seq)
    for table in (schema.marking, schema.retirement, schema.judgement, schema.note, schema.wall):
        _write_rows(connection, sa.select(table).order_by(table.c.seq))
    rejection = schema.rejection
    _write_rows(connection, sa.select(rejection).where(rejection.c.report.is_(None)).order_by(rejection.c.seq))


def _write_report(connection: sa.Connection, seq: int) -> None:
    report, text = schema.report, schema.report_text
    row = connection.execute(sa.select(report).where(report.c.seq == seq)).mappings().one()
    utf8 = connection.scalar(sa.select(text.c.utf8).where(text.c.report == seq))
    statements, rejections = (
        connection.execute(sa.select(table).where(table.c.report == seq)).mappings().all()
        for table in (schema.statement, schema.rejection)
    )
    written_report(connection, row, bytes(utf8 or b""), statements=statements, rejections=rejections, act="began")


def _write_rows(connection: sa.Connection, query: sa.Select[tuple[object, ...]]) -> None:
    for row in connection.execute(query).mappings().all():
        written(connection, "began", row, target=row.get("target") or row["id"], by="")
