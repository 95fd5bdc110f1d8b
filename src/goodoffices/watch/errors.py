"""What can be wrong with an agreement that is watched, under the program's one root error.

InputError
└── WatchError              what is handed to the watch room cannot be used: file and line
    ├── AgreementError      obligations, powers or conditions that make no sense
    ├── ConditionError      a condition that cannot be read, with its column
    └── LogError            a line of happenings, findings, effort or readings that cannot be read
"""

from __future__ import annotations

from goodoffices.record.errors import InputError

__all__ = ["AgreementError", "ConditionError", "LogError", "WatchError"]


class WatchError(InputError):
    """Something handed to the watch room cannot be used; the message opens with where, as ``name:line``.

    Attributes:
        fault: What is wrong and what to do, without the place.
        name: The file; "" where there is none.
        line: Line, from 1; 0 where the fault has no place.
    """

    def __init__(self, fault: str, *, name: str = "", line: int = 0) -> None:
        self.fault, self.name, self.line = fault, name, line
        place = ":".join([name, str(line)] if name and line else [name] if name else [])
        super().__init__(f"{place}: {fault}" if place else fault)


class AgreementError(WatchError):
    """An obligation, power or indicator that makes no sense, or that names what is not there."""


class ConditionError(WatchError):
    """A condition that cannot be read; the message shows the words and the column."""


class LogError(WatchError):
    """A line of a log (happenings, findings, effort, readings) that cannot be read."""
