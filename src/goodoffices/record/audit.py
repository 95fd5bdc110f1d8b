"""The audit log: who did what at a case and when, each line sealed with the hash of the line before it.

The store appends to it in the transaction of every write, so that neither is there without the other, and
`goodoffices.record.verify` proves both against each other. Since each line holds the hash of the one before, no line
can be changed, taken out or put in without changing the hash of all that follow. Whoever could change them all is found
out by a head, the number and hash of a line, that was written down elsewhere.

The log is for the case's keepers: its lines tell of things that not everybody may know of.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Mapping

import msgspec

from .errors import InputError
from .ids import canonical_json
from .release import Marking

__all__ = ["GENESIS", "OWN_ACTS", "AuditEntry", "AuditHead", "as_written", "chain_fault", "next_entry", "parse_head"]

GENESIS = "0" * 64
"""What the first line holds as the hash of the line before it."""

OWN_ACTS = frozenset(
    [
        *("add", "began", "confine", "extend", "judge", "mark", "note", "reject", "restore", "retire"),
        *("user-add", "user-change", "user-log-out", "user-password", "user-rehash"),
    ]
)
"""What the store itself writes down, and nobody else may: `verify` holds the record against these lines."""

_ACT = re.compile(r"[a-z][a-z0-9-]{0,39}")
_LONGEST = 400
"""Characters of a name or detail that are kept: what strangers type into a login must not fill the case."""


class AuditHead(msgspec.Struct, frozen=True):
    """A place in the log: the number of a line (0 where there is none yet) and its hash."""

    number: int = 0
    hash: str = GENESIS

    def __str__(self) -> str:
        return f"{self.number}:{self.hash}"


class AuditEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the log.

    Attributes:
        number: Its place, from 1, without gaps.
        at: When it was written, by the clock of the machine, in UTC. When the record learned a thing may be another
            moment, that of an imported report for one.
        by: Who did it, as far as the program was told.
        act: What was done: ``add``, ``judge``, ``login``, ...
        target: What it was done to: an id, the name of a user, a file, or nothing.
        detail: What else is to be known; of what was written, the hashes that prove it.
        marking: Who may see the line.
        previous: The hash of the line before.
        hash: SHA-256 over the canonical JSON of all other fields, in hexadecimal.
    """

    number: int
    at: dt.datetime
    by: str
    act: str
    target: str
    detail: dict[str, str | int]
    marking: Marking
    previous: str
    hash: str = ""

    @property
    def head(self) -> AuditHead:
        """Its place."""
        return AuditHead(self.number, self.hash)


def next_entry(
    head: AuditHead,
    act: str,
    *,
    at: dt.datetime,
    by: str = "",
    target: str = "",
    detail: Mapping[str, str | int] | None = None,
    marking: Marking = Marking.RED,
) -> AuditEntry:
    """Write the line that follows on `head`.

    Args:
        head: The last line so far.
        act: Small letters, figures and hyphens.
        at: When; must carry its time zone.
        by: Who did it.
        target: What it was done to.
        detail: What else is to be known.
        marking: Who may see the line.

    Raises:
        InputError: If `act` is no such word.
    """
    if not _ACT.fullmatch(act):
        msg = f"{act!r} is no act for the audit log; write it in small letters, figures and hyphens, as in 'log-in'"
        raise InputError(msg)
    entry = AuditEntry(
        number=head.number + 1,
        at=at.astimezone(dt.UTC),
        by=as_written(by),
        act=act,
        target=as_written(target),
        detail={
            as_written(key): as_written(value) if isinstance(value, str) else value
            for key, value in (detail or {}).items()
        },
        marking=marking,
        previous=head.hash,
    )
    return msgspec.structs.replace(entry, hash=_seal(entry))


def chain_fault(head: AuditHead, entry: AuditEntry) -> str | None:
    """Say what is wrong with the line that should follow on `head`, or None."""
    if entry.number != head.number + 1:
        return f"line {entry.number} follows on line {head.number}: what stood between them is gone"
    if entry.previous != head.hash:
        return "it does not hold the hash of the line before it"
    if entry.hash != _seal(entry):
        return "its hash is not that of what it says: it was changed"
    return None


def parse_head(text: str) -> AuditHead:
    """Read a head as it is written down: ``NUMBER:HASH``.

    Raises:
        InputError: If it is not written so.
    """
    found = re.fullmatch(r"\s*(\d{1,18}):([0-9a-fA-F]{64})\s*", text)
    if found is None:
        msg = f"{text!r} is no head of an audit log; write it as `goodoffices case log --head` does, NUMBER:HASH"
        raise InputError(msg)
    return AuditHead(int(found[1]), found[2].lower())


def _seal(entry: AuditEntry) -> str:
    fields = {name: getattr(entry, name) for name in entry.__struct_fields__ if name != "hash"}
    return hashlib.sha256(canonical_json(fields)).hexdigest()


def as_written(text: str) -> str:
    """Write any text as a line of the log holds it: cut to 400 characters, without what no database keeps."""
    return text[:_LONGEST].encode("utf-8", "replace").decode("utf-8").replace("\0", "\N{REPLACEMENT CHARACTER}")
