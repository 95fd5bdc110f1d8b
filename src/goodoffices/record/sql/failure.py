"""What a database says when something fails, as one sentence that a person can act on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from goodoffices.record.errors import CaseDamaged, CaseError

__all__ = ["spoken"]

_VERIFY = "copy it to a safe place, then run `goodoffices case verify` on it"
_SQLITE = {
    "SQLITE_BUSY": "is being written by another program; try again when that is done",
    "SQLITE_LOCKED": "is being written by another program; try again when that is done",
    "SQLITE_READONLY": "cannot be written; check the permissions of the file and of its folder",
    "SQLITE_CANTOPEN": "cannot be opened; check the permissions of the file and of its folder",
    "SQLITE_PERM": "cannot be opened; check the permissions of the file and of its folder",
    "SQLITE_FULL": "cannot be written, for the disk is full; make room and try again",
    "SQLITE_IOERR": "cannot be read or written: the disk reports an error; check the disk",
    "SQLITE_TOOBIG": "cannot hold a text of a gigabyte; split the report",
}
_SQLITE_DAMAGE = {
    "SQLITE_NOTADB": "is not a case: it is no SQLite file; make a case with `goodoffices case new`",
    "SQLITE_CORRUPT": f"is damaged; {_VERIFY}",
}
_POSTGRESQL = {
    "55P03": "is being written by another program; try again when that is done",
    "57014": "is being written by another program; try again when that is done",
    "42501": "may not be used by this user of the database; ask its administrator",
    "25006": "cannot be written: the server allows reading only",
    "53100": "cannot be written, for the server's disk is full",
}


@contextmanager
def spoken(name: str) -> Iterator[None]:
    """Turn the database's errors into the record's.

    Args:
        name: The case, as messages name it.

    Raises:
        CaseError: For whatever the database reports.
        CaseDamaged: Where it says that its file is not what it should be.
    """
    try:
        yield
    except sa.exc.DBAPIError as error:
        raise _said(name, error) from error
    except sa.exc.TimeoutError as error:
        msg = f"{name!r} is in use by too many at once; try again"
        raise CaseError(msg) from error


def _said(name: str, error: sa.exc.DBAPIError) -> CaseError:
    origin = error.orig
    sqlite = str(getattr(origin, "sqlite_errorname", ""))
    for prefix, sentence in _SQLITE_DAMAGE.items():
        if sqlite.startswith(prefix):
            return CaseDamaged(f"{name!r} {sentence}")
    for prefix, sentence in _SQLITE.items():
        if sqlite.startswith(prefix):
            return CaseError(f"{name!r} {sentence}")
    known = _POSTGRESQL.get(str(getattr(origin, "sqlstate", "")))
    return CaseError(f"{name!r} {known}" if known else f"{name!r} cannot be used: {_reason(origin)}")


def _reason(origin: BaseException | None) -> str:
    # A server that cannot be reached is told of in many lines, one an address; the last failure tells why.
    lines = [line.strip() for line in str(origin).splitlines() if line.strip()]
    telling = [line for line in lines if "failed" in line or "FATAL" in line]
    return (telling or lines or ["the database gives no reason"])[-1]
