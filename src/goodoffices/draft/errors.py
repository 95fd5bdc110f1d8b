"""What can be wrong with a negotiating text, under the program's one root error.

InputError
└── DraftError              a text that cannot be used: name, line and column
    ├── TextError           the text breaks its own grammar (a bracket, an id, an attribute)
    ├── FileError           a file from which no text can be taken
    ├── EditError           an edit that the text does not allow
    ├── VersionError        a version that cannot be kept or found
    ├── ReleaseError        a text that an audience must not see
    └── FormError           a form in which a text cannot be written
"""

from __future__ import annotations

from goodoffices.record.errors import InputError

__all__ = ["DraftError", "EditError", "FileError", "FormError", "ReleaseError", "TextError", "VersionError"]


class DraftError(InputError):
    """A negotiating text cannot be used; the message opens with where, as ``name:line:column``.

    Attributes:
        fault: What is wrong and what to do, without the place.
        name: The file or text; "" for a text that has no name.
        line: Line, from 1; 0 where the fault has no place.
        column: Column in the line in characters, from 1; 0 where the fault has no place.
    """

    def __init__(self, fault: str, *, name: str = "", line: int = 0, column: int = 0) -> None:
        self.fault, self.name, self.line, self.column = fault, name, line, column
        super().__init__(f"{self._where()}{fault}")

    def _where(self) -> str:
        """Write ``name:line:column: ``, as much of it as is known."""
        numbers = [str(number) for number in (self.line, self.column) if number]
        if numbers:
            return ":".join([self.name or "text", *numbers]) + ": "
        return f"{self.name}: " if self.name else ""


class TextError(DraftError):
    """The text breaks its own grammar: a bracket that does not close, an id twice, an attribute that is none."""


class FileError(DraftError):
    """No text can be taken from the file."""


class EditError(DraftError):
    """The text does not allow the edit: there is no such provision, or an id is taken."""


class VersionError(DraftError):
    """A version cannot be kept or found: its parent is missing, or what is stored is not what was written."""


class ReleaseError(DraftError):
    """The text must not, or cannot safely, be shown to an audience."""


class FormError(DraftError):
    """The text cannot be written in the form that is asked for: it is not known, or needs an extra."""
