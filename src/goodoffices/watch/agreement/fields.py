"""One entry of an agreement's file, field by field, each error with its line."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Mapping
from typing import Any

from goodoffices.record import InputError, Marking, parse_marking
from goodoffices.record.circle import circle_names

from ..conditions import Condition, parse_condition, parse_span
from ..errors import AgreementError
from .yaml_text import shown, written

__all__ = ["Entry", "instant", "key_of"]


_ID = re.compile(r"[^\s/]{1,200}")


def key_of(key: object) -> str:
    """The form in which a key is known: ``verified by`` and ``verified_by`` are one."""
    return str(key).strip().replace(" ", "_").replace("-", "_")


def instant(value: object, *, end: bool = False) -> dt.datetime:
    """Read a day or a time as an instant in UTC.

    Args:
        value: A date, a datetime, or its ISO 8601 text; a time without a zone is taken as UTC.
        end: For a bare day, the instant at which it is over.

    Raises:
        ValueError: It is neither.
    """
    if isinstance(value, str):
        value = dt.datetime.fromisoformat(value) if "T" in value or ":" in value else dt.date.fromisoformat(value)
    if isinstance(value, dt.datetime):
        return value.replace(tzinfo=value.tzinfo or dt.UTC).astimezone(dt.UTC)
    if isinstance(value, dt.date):
        day = dt.datetime(value.year, value.month, value.day, tzinfo=dt.UTC)
        return day + dt.timedelta(days=1) if end else day
    message = f"{shown(value)} is no date"
    raise ValueError(message)


class Entry:
    """One mapping of the file with its place; what nobody asked for is an error in the end.

    Args:
        what: What it is, for messages ("obligation").
        values: Its keys and values, as the YAML reader gives them.
        name: The file.
        line: Line on which it opens, from 1.
    """

    def __init__(self, what: str, values: Mapping[str, Any], *, name: str, line: int) -> None:
        if not isinstance(values, Mapping):
            fault = f"{what}: write keys and values here, not {shown(values)}"
            raise AgreementError(fault, name=name, line=line)
        self.what, self.name, self.line = what, name, line
        self._keys = {key_of(key): key for key in values}
        self._values = values
        self._asked: set[str] = set()

    def fault(self, fault: str, key: str = "") -> AgreementError:
        """An error at the key, or at the entry."""
        return AgreementError(f"{self.what}: {fault}", name=self.name, line=self.line_of(key))

    def line_of(self, key: str) -> int:
        """Line of a key, from 1; the entry's own where the reader does not know it."""
        places = getattr(getattr(self._values, "lc", None), "data", None) or {}
        place = places.get(self._keys.get(key))
        return int(place[0]) + 1 if place else self.line

    def raw(self, key: str, default: Any = None) -> Any:  # noqa: ANN401  whatever YAML holds
        """The value as it stands."""
        self._asked.add(key)
        return self._values[self._keys[key]] if key in self._keys else default

    def text(self, key: str, default: str = "", *, needed: bool = False) -> str:
        """A text or a plain value as text."""
        value = self.raw(key)
        if value is None or (isinstance(value, str) and not value.strip()):
            if needed:
                msg = f"{key!r} is missing"
                raise self.fault(msg, key)
            return default
        if isinstance(value, dict | list):
            msg = f"{key!r} must be a text, not {type(value).__name__}"
            raise self.fault(msg, key)
        return written(value)

    def id(self) -> str:
        """What the entry is called: conditions and the log name it so, and its instances as ``id/reference``."""
        name = self.text("id", needed=True)
        if not _ID.fullmatch(name):
            msg = f"{shown(name)!r} is no name for it: leave out blanks and '/', and be shorter than 200 characters"
            raise self.fault(msg, "id")
        return name

    def names(self, key: str) -> tuple[str, ...]:
        """One name or a list of them."""
        value = self.raw(key)
        if value is None:
            return ()
        values = value if isinstance(value, list) else [value]
        if any(isinstance(each, dict | list) or each is None for each in values):
            msg = f"{key!r} must be a name or a list of names"
            raise self.fault(msg, key)
        return tuple(name for each in values if (name := written(each)))

    def number(self, key: str) -> float | None:
        """A number, or None where there is none."""
        value = self.raw(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            msg = f"{key!r} must be a number, not {shown(value)}"
            raise self.fault(msg, key)
        if not math.isfinite(value):
            msg = f"{key!r} must be a number, not {written(value)}"
            raise self.fault(msg, key)
        return float(value)

    def flag(self, key: str, *, default: bool) -> bool:
        """True or false."""
        value = self.raw(key, default)
        if not isinstance(value, bool):
            msg = f"{key!r} must be true or false, not {shown(value)}"
            raise self.fault(msg, key)
        return value

    def instant(self, key: str, *, end: bool = False) -> dt.datetime | None:
        """A day or a time; ``end``: of a day, when it is over."""
        value = self.raw(key)
        if value is None:
            return None
        try:
            return instant(value, end=end)
        except (ValueError, OverflowError) as odd:
            msg = f"{key!r}: {odd}; write a date such as 2026-05-01"
            raise self.fault(msg, key) from odd

    def condition(self, key: str) -> Condition | None:
        """A condition in words; a bare date means from that day on."""
        value = self.raw(key)
        if value is None:
            return None
        # A time with a zone is turned to UTC, in which conditions are written.
        length = len("2026-05-01T12:00") if isinstance(value, dt.datetime) else len("2026-05-01")
        text = f"on {instant(value).isoformat()[:length]}" if isinstance(value, dt.date) else self.text(key)
        return parse_condition(text, name=self.name, line=self.line_of(key))

    def span(self, key: str) -> dt.timedelta | None:
        """A length of time."""
        value = self.raw(key)
        return None if value is None else parse_span(self.text(key), name=self.name, line=self.line_of(key))

    def marking(self, default: Marking) -> Marking:
        """A release marking; the one of what it stands in where nothing is said, and none that is less restricted."""
        words = self.text("marking")
        try:
            found = parse_marking(words) if words else default
        except InputError as odd:
            raise self.fault(str(odd), "marking") from odd
        if found.rank < default.rank:
            msg = f"is marked {found.value}, in an agreement marked {default.value}: that is the least it can be"
            raise self.fault(msg, "marking")
        return found

    def circles(self, default: tuple[str, ...]) -> tuple[str, ...]:
        """The circles to which it is confined; those of what it stands in where nothing is said, and no others."""
        found = circle_names(self.names("circle"))
        if found and default and not set(found) <= set(default):
            msg = f"is confined to {', '.join(found)}, and the agreement to {', '.join(default)}: name some of these"
            raise self.fault(msg, "circle")
        return found or default

    def finish(self) -> None:
        """Refuse keys that nobody asked for: a misspelt one would be lost in silence.

        Raises:
            AgreementError: There is such a key.
        """
        for key in self._keys:
            if key not in self._asked:
                known = ", ".join(sorted(each.replace("_", " ") for each in self._asked))
                msg = f"there is no key {self._keys[key]!r} here; known are: {known}"
                raise self.fault(msg, key)
