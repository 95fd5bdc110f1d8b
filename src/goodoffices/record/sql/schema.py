"""The tables of a case as queries name them; `data/*.sql` makes them."""

from __future__ import annotations

import sqlalchemy as sa

__all__ = [
    "TABLES",
    "account",
    "audit",
    "case_tally",
    "judgement",
    "judgement_rests_on",
    "judgement_shelf",
    "look",
    "marking",
    "migration",
    "note",
    "note_rests_on",
    "rejection",
    "rejection_shelf",
    "report",
    "report_shelf",
    "report_tally",
    "report_text",
    "retirement",
    "statement",
    "wall",
]

TABLES = sa.MetaData()


def _id() -> sa.Column[str]:
    return sa.Column("id", sa.Text, nullable=False, unique=True)


def _seq() -> sa.Column[int]:
    return sa.Column("seq", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True)


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=nullable)


def _reference(name: str, target: str, *, key: bool = False, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, sa.ForeignKey(target), primary_key=key, nullable=nullable and not key)


migration = sa.Table(
    "goodoffices_migration",
    TABLES,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    _text("name"),
    _text("program"),
    _text("at"),
)
"""Which migrations this case has been through. Its name tells a case from any other database."""

report = sa.Table(
    "report",
    TABLES,
    _seq(),
    _id(),
    _text("published", nullable=True),
    _text("marking"),
    sa.Column("characters", sa.BigInteger, nullable=False),
    _text("at"),
    _text("content"),
)

report_text = sa.Table(
    "report_text",
    TABLES,
    _reference("report", "report.seq", key=True),
    sa.Column("utf8", sa.LargeBinary, nullable=False),
)

statement = sa.Table(
    "statement",
    TABLES,
    _seq(),
    _id(),
    _reference("report", "report.seq"),
    _text("kind"),
    _text("marking"),
    _text("at"),
    _text("content"),
)

marking = sa.Table("marking", TABLES, _seq(), _id(), _text("target"), _text("marking"), _text("at"), _text("content"))

retirement = sa.Table(
    "retirement",
    TABLES,
    _seq(),
    _id(),
    _text("target"),
    sa.Column("retired", sa.Integer, nullable=False),
    _text("at"),
    _text("content"),
)

judgement = sa.Table("judgement", TABLES, _seq(), _id(), _text("marking"), _text("at"), _text("content"))

judgement_rests_on = sa.Table(
    "judgement_rests_on",
    TABLES,
    _reference("judgement", "judgement.seq", key=True),
    _reference("statement", "statement.seq", key=True),
)

rejection = sa.Table(
    "rejection",
    TABLES,
    _seq(),
    _id(),
    _reference("report", "report.seq", nullable=True),
    _text("marking"),
    _text("at"),
    _text("content"),
)

note = sa.Table("note", TABLES, _seq(), _id(), _text("kind"), _text("marking"), _text("at"), _text("content"))

note_rests_on = sa.Table(
    "note_rests_on",
    TABLES,
    _reference("note", "note.seq", key=True),
    sa.Column("target", sa.Text, primary_key=True),
)

wall = sa.Table(
    "wall",
    TABLES,
    _seq(),
    _id(),
    _text("target"),
    _text("circle"),
    sa.Column("confined", sa.Integer, nullable=False),
    _text("at"),
    _text("content"),
)

audit = sa.Table(
    "audit",
    TABLES,
    sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
    *(_text(name) for name in ("at", "who", "act", "target", "marking", "detail", "previous", "hash")),
)

account = sa.Table(
    "account",
    TABLES,
    sa.Column("name_key", sa.Text, primary_key=True),
    *(_text(name) for name in ("name", "role", "audience", "circles")),
    sa.Column("active", sa.Integer, nullable=False),
    sa.Column("session", sa.BigInteger, nullable=False),
    *(_text(name) for name in ("password", "at", "who")),
)

look = sa.Table("look", TABLES, sa.Column("name_key", sa.Text, primary_key=True), _text("at"))

report_shelf = sa.Table(
    "report_shelf", TABLES, _reference("report", "report.seq", key=True), _text("outlet"), _text("path")
)

rejection_shelf = sa.Table(
    "rejection_shelf", TABLES, _reference("rejection", "rejection.seq", key=True), _text("what"), _text("said")
)

judgement_shelf = sa.Table(
    "judgement_shelf", TABLES, _reference("judgement", "judgement.seq", key=True), _text("marking")
)

report_tally = sa.Table(
    "report_tally",
    TABLES,
    _reference("report", "report.seq", key=True),
    *(sa.Column(name, sa.Text, primary_key=True) for name in ("at", "kind", "marking")),
    sa.Column("statements", sa.BigInteger, nullable=False),
)

case_tally = sa.Table(
    "case_tally",
    TABLES,
    *(sa.Column(name, sa.Text, primary_key=True) for name in ("day", "report_marking", "kind", "marking")),
    sa.Column("statements", sa.BigInteger, nullable=False),
)
