"""The audit log for the case's keepers: lines of it, its head, and the proof of its chain."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import msgspec

from goodoffices.desk.tables import Row, Table, make_table
from goodoffices.record import Marking
from goodoffices.record.audit import AuditEntry, AuditHead, chain_fault
from goodoffices.record.store import Store

from .guards.refusals import Refused

__all__ = ["ACTS", "Busy", "ChainFault", "ChainProof", "LogQuery", "all_rows", "log_table", "prove_chain", "said"]

_AT_ONCE = 1000
_FAULTS = 50
_SEALS = frozenset({"active", "digest", "hash", "id", "rejected", "session", "state"})
"""Details that prove the record, or that a person need not read."""

ACTS = (
    *("add", "began", "confine", "export", "extend", "hand-in", "import", "judge", "login", "login-failed", "logout"),
    *("mark", "note", "reject", "restore", "retire", "save", "user-add", "user-change", "user-log-out"),
    *("user-password", "user-rehash"),
)
"""Acts that are offered to look for; any other can be typed."""

_one_at_a_time = threading.Lock()


class Busy(Refused):
    """The chain is being proved already."""

    status = 503


class LogQuery(msgspec.Struct, frozen=True, kw_only=True):
    """Which lines are asked for; what is empty asks for nothing."""

    act: str = ""
    by: str = ""
    target: str = ""

    def find(self, store: Store, *, limit: int, before: int | None = None) -> tuple[AuditEntry, ...]:
        """Lines with a smaller number than `before`, from the last one back."""
        return store.audit_log(
            before=before,
            limit=limit,
            newest_first=True,
            act=self.act or None,
            by=self.by or None,
            target=self.target or None,
        )


class ChainFault(msgspec.Struct, frozen=True):
    """What is wrong with a line."""

    line: int
    problem: str


class ChainProof(msgspec.Struct, frozen=True, kw_only=True):
    """What came of proving the chain.

    Attributes:
        lines: How many lines were read.
        head: The last of them.
        faults: What is wrong, the first 50; empty where each line holds the hash of the one before, and its own.
    """

    lines: int
    head: str
    faults: tuple[ChainFault, ...]


def said(entry: AuditEntry) -> str:
    """What a line says beside who, what and when, in words."""
    told = [
        f"{key.replace('_', ' ')} {value}"
        for key, value in entry.detail.items()
        if key not in _SEALS and value not in {"", 0}
    ]
    if entry.detail.get("active") == 0:
        told.append("cannot log in")
    return ", ".join(told)


def prove_chain(store: Store, known: AuditHead | None = None) -> ChainProof:
    """Read the whole log once and prove that no line was changed, taken out or put in.

    Args:
        store: The open case.
        known: A line that was written down elsewhere, which the log must hold still.

    Raises:
        Busy: If somebody else has it proved at this moment.
    """
    if not _one_at_a_time.acquire(blocking=False):
        msg = "the log is being proved already; try again when that is done"
        raise Busy(msg)
    try:
        return _proved(store, known)
    finally:
        _one_at_a_time.release()


def _proved(store: Store, known: AuditHead | None) -> ChainProof:
    head, count, faults = AuditHead(), 0, list[ChainFault]()
    for entry in _lines(store):
        count += 1
        if problem := chain_fault(head, entry):
            faults.append(ChainFault(entry.number, problem))
        if known and entry.number == known.number and entry.hash != known.hash:
            faults.append(ChainFault(entry.number, "its hash is not the one that was written down"))
        head = entry.head
    if known and known.number > head.number:
        problem = f"the log ends with line {head.number}, and this line was written down"
        faults.append(ChainFault(known.number, problem))
    return ChainProof(lines=count, head=str(head), faults=tuple(faults[:_FAULTS]))


def _lines(store: Store) -> Iterator[AuditEntry]:
    after = 0
    while found := store.audit_log(after=after, limit=_AT_ONCE):
        yield from found
        after = found[-1].number


def log_table() -> Table:
    """The log as a table without its rows."""
    return make_table(
        "log",
        "Audit log",
        [
            ("number", "Line", "number"),
            ("at", "When", "moment"),
            ("by", "Who", "text"),
            ("act", "Act", "text"),
            ("target", "Of what", "text"),
            ("detail", "Detail", "text"),
            ("previous", "Hash of the line before", "text"),
            ("hash", "Hash", "text"),
        ],
        [],
        audience=Marking.RED,
        marking=Marking.RED,
    )


def all_rows(store: Store, query: LogQuery) -> Iterator[Row]:
    """All lines that are asked for, from the last one back, some at a time."""
    before: int | None = None
    while found := query.find(store, limit=_AT_ONCE, before=before):
        for each in found:
            detail = ", ".join(f"{key}={value}" for key, value in each.detail.items())
            yield each.number, each.at, each.by, each.act, each.target, detail, each.previous, each.hash
        before = found[-1].number
