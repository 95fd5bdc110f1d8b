"""What a person asks for, in plain words: an issue, a marking, a moment; and what there is where it is none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from rapidfuzz import fuzz, process

from goodoffices.record import InputError, Marking, fold, issues, parse_marking

__all__ = ["chosen", "find_issue", "nearest", "read_marking", "read_moment", "said"]

_LONGEST = 80
"""Characters of what a person gave that an error repeats, or a name is compared by."""
_NEAR = 60.0
"""Likeness in [0, 100] from which on a name is suggested."""


def chosen(value: str, allowed: Iterable[str], what: str) -> str:
    """Take a value of a vocabulary.

    Raises:
        InputError: If it is none of those allowed; the message lists them.
    """
    known = tuple(allowed)
    if value in known:
        return value
    near = nearest(str(value), known, 1)
    hint = f"did you mean {near[0]!r}? " if near else ""
    msg = f"{said(value)} is no {what}; {hint}use one of {', '.join(known)}"
    raise InputError(msg)


def nearest(asked: str, known: Iterable[str], number: int) -> list[str]:
    """Find the names that are nearly the one that was asked for, the nearest first."""
    found = process.extract(asked[:_LONGEST], list(known), scorer=fuzz.ratio, limit=number, score_cutoff=_NEAR)
    return [name for name, _, _ in found]


def said(value: object) -> str:
    """Write what a person gave as an error names it: quoted, and cut where it is long."""
    text = repr(value)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def find_issue(asked: str) -> str:
    """Find an issue by its id or its label, whatever its case.

    Raises:
        InputError: If there is no such issue; the message lists them.
    """
    by_name = {fold(name): term.id for term in issues().values() for name in (term.label, term.id)}
    found = by_name.get(fold(asked))
    return found or chosen(asked, issues(), "issue")


def read_marking(asked: str | Marking) -> Marking:
    """Read a release marking as people write it.

    Raises:
        InputError: If it is none of TLP 2.0.
    """
    return asked if isinstance(asked, Marking) else parse_marking(asked)


def read_moment(asked: str | dt.date | dt.datetime | None, what: str) -> dt.datetime | None:
    """Read a moment: a day means all of it, in UTC; a time without a zone is in UTC.

    Raises:
        InputError: If it is none.
    """
    if asked is None or isinstance(asked, dt.datetime):
        return None if asked is None else _zoned(asked)
    try:
        text = asked.isoformat() if isinstance(asked, dt.date) else asked.strip()
        moment = dt.datetime.fromisoformat(text)
    except (ValueError, AttributeError):
        msg = f"{what}: {said(asked)} is no moment; write it as 2026-01-07 or 2026-01-07T18:30+01:00"
        raise InputError(msg) from None
    if len(text) <= len("2026-01-07"):
        moment = dt.datetime.combine(moment, dt.time.max)
    return _zoned(moment)


def _zoned(moment: dt.datetime) -> dt.datetime:
    return (moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)).astimezone(dt.UTC)
