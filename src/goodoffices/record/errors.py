"""The errors of the program, one tree.

    GoodOfficesError                what any caller may catch; its text is one line for a person
    ├── InputError                  what was handed in cannot be used (a file, a date, a setting)
    │   ├── UnknownActors           names that nobody in the case bears; say what they are
    │   ├── UnreadableReport        a report that becomes a listed rejection
    │   └── NothingReadable         no report at all could be read
    ├── EvidenceError               a quote is not the text at its offsets
    └── CaseError                   a case cannot be opened, found or changed
        ├── CaseNotFound            there is no case at that place
        ├── NotInCase               an id that the case (or this audience) does not know
        └── CaseDamaged             what is stored contradicts itself

A message says what failed, with the value as ``!r``, where, and what to do.
"""

__all__ = [
    "CaseDamaged",
    "CaseError",
    "CaseNotFound",
    "EvidenceError",
    "GoodOfficesError",
    "InputError",
    "NotInCase",
    "NothingReadable",
    "UnknownActors",
    "UnreadableReport",
]


class GoodOfficesError(Exception):
    """Any error that the program raises on purpose."""


class InputError(GoodOfficesError):
    """What was handed in cannot be used."""


class UnknownActors(InputError):
    """Names that nobody bears whom the case knows.

    Args:
        names: The names, as they were given.
    """

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = names
        listed = ", ".join(repr(each[:80]) for each in names)
        super().__init__(
            f"the case knows nobody called {listed}; say what it is, a state, organisation, group or person"
        )


class UnreadableReport(InputError):
    """A report that cannot be read; reading lists it as a rejection and goes on."""


class NothingReadable(InputError):
    """Of all that was handed in, no report could be read."""


class EvidenceError(GoodOfficesError):
    """A quote is not the text at its offsets."""


class CaseError(GoodOfficesError):
    """A case cannot be opened, found or changed."""


class CaseNotFound(CaseError):
    """There is no case at the place named."""


class NotInCase(CaseError):
    """An id that the case, as this audience sees it, does not hold."""


class CaseDamaged(CaseError):
    """What is stored contradicts itself."""
