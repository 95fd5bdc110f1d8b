"""What can be wrong with a deal model, under the program's one root error.

InputError
└── WeighError              a deal that cannot be weighed
    ├── ModelError          a model cannot be read: the file and the line
    ├── NoPackage           nothing may be signed: no package keeps every rule
    └── FrontTooLarge       the exact front passes the budget: how large it grew
"""

from __future__ import annotations

from goodoffices.record.errors import InputError

__all__ = ["FrontTooLarge", "ModelError", "NoPackage", "WeighError"]


class WeighError(InputError):
    """A deal cannot be weighed as asked."""


class ModelError(WeighError):
    """A model says something that cannot be; the message opens with file and line where there is a file.

    Attributes:
        fault: What is wrong, without the file and the line.
        place: Where in the model: ("parties", "North", "scores", "Capital"); empty where it is the model as a whole.
        file: The file, or "" for a model made in Python.
        line: Line in the file, from 1; 0 where it is not known.
        column: Column in the line, from 1; 0 where it is not known.
    """

    def __init__(
        self, fault: str, place: tuple[str, ...] = (), *, file: str = "", line: int = 0, column: int = 0
    ) -> None:
        self.fault, self.place = fault, place
        self.file, self.line, self.column = file, line, column
        super().__init__(f"{self._where()}{fault}")

    def _where(self) -> str:
        """Write where it is: `file:line:column: `, or the place in the model, or nothing."""
        if self.file:
            numbers = [str(number) for number in (self.line, self.column) if number]
            return ":".join([self.file, *numbers]) + ": "
        return " / ".join(self.place) + ": " if self.place else ""


class NoPackage(WeighError):
    """No package keeps every rule, so there is nothing to weigh; the message names rules that cannot hold together."""


class FrontTooLarge(WeighError):
    """The exact front is larger than its budget; the message names the number reached and what to do."""
