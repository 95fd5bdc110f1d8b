"""A deal model as this room sees it: issues with their options, and which of them a text names.

The room knows no model. Whoever calls it hands over the names, and gets names back.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import msgspec

from goodoffices.draft.errors import EditError

__all__ = ["DealIssue", "DealOption", "Names", "Package", "check_package", "read_package", "slug", "write_package"]

Package = Mapping[str, str]
"""Issue -> option, by their ids."""

_RESERVED = re.compile(r"[%;=\r\n]")
_CODED = re.compile(r"%([0-9A-F]{2})")


class DealOption(msgspec.Struct, frozen=True):
    """One way to settle an issue: its id (in a deal model, its name), and words for it where these say more."""

    id: str
    label: str = ""


class DealIssue(msgspec.Struct, frozen=True):
    """What is to be settled: its id (in a deal model, its name), its options, and words for it."""

    id: str
    options: tuple[DealOption, ...]
    label: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The ids of its options."""
        return tuple(each.id for each in self.options)


def slug(name: str) -> str:
    """Write a name as a text may link it: "With a joint commission" is ``with-a-joint-commission``."""
    return re.sub(r"[\W_]+", "-", name.casefold()).strip("-")


class Names:
    """The issues and options by what a text may call them.

    By id, by slug, as ``issue=option``, or by words that stand in one name only ("mixed" for "Mixed under the regional
    body", among the options of the issues that the provision links).
    """

    def __init__(self, issues: Sequence[DealIssue]) -> None:
        self.issues = tuple(issues)
        self._issues = {name: each.id for each in issues for name in (slug(each.id), each.id)}
        self._words = [(_words(option.id), (issue.id, option.id)) for issue in issues for option in issue.options]
        self._options: dict[str, list[tuple[str, str]]] = {}
        for issue in issues:
            for option in issue.options:
                for name in dict.fromkeys((option.id, slug(option.id))):
                    self._options.setdefault(name, []).append((issue.id, option.id))

    def issue(self, name: str) -> str:
        """The id of an issue; "" where the model has none of that name."""
        if known := self._issues.get(name) or self._issues.get(slug(name)):
            return known
        asked = _words(name)
        held = [each.id for each in self.issues if asked and asked <= _words(each.id)]
        return held[0] if len(held) == 1 else ""

    def options(self, name: str, within: Sequence[str] = ()) -> tuple[tuple[str, str], ...]:
        """The pairs (issue, option) that a link can mean; more than one where issues share the name of an option.

        Args:
            name: As the text links it.
            within: The issues that the same provision links, as the text names them: these come first.
        """
        issue, sign, option = name.partition("=")
        if sign and (known := self.issue(issue.strip())):
            return self._known(option.strip(), {known})
        meant = {self.issue(each) for each in within} - {""}
        return self._known(name, meant) or self._known(name, set())

    def _known(self, name: str, issues: set[str]) -> tuple[tuple[str, str], ...]:
        """The options of that name among some issues, of all for none; by words only where nothing is called so."""
        found = self._options.get(name) or self._options.get(slug(name), [])
        called = tuple(pair for pair in found if not issues or pair[0] in issues)
        asked = _words(name)
        return called or tuple(
            pair for words, pair in self._words if asked and asked <= words and (not issues or pair[0] in issues)
        )


def _words(name: str) -> frozenset[str]:
    return frozenset(slug(name).split("-")) - {""}


def check_package(package: Package, issues: Sequence[DealIssue]) -> dict[str, str]:
    """Take a package whose names may be slugs, and give it by ids.

    Raises:
        EditError: If an issue or option is not there, or an issue is missing.
    """
    names, found = Names(issues), dict[str, str]()
    for issue, option in package.items():
        known = names.issue(issue)
        pairs = [pair for pair in names.options(option) if pair[0] == known]
        if not known:
            msg = f"there is no issue {issue!r}: the model has {', '.join(each.id for each in issues)}"
            raise EditError(msg)
        if not pairs:
            has = next(each.names for each in issues if each.id == known)
            msg = f"{known!r} has no option {option!r}: it has {', '.join(has)}"
            raise EditError(msg)
        found[known] = pairs[0][1]
    if missing := [each for each in issues if each.id not in found]:
        msg = f"the package says nothing of {missing[0].id!r}: give one of {', '.join(missing[0].names)}"
        raise EditError(msg)
    return {each.id: found[each.id] for each in issues}


def write_package(package: Package) -> str:
    """Write a package in one line: ``Capital=Stays; Harbour=Run jointly``."""
    return "; ".join(f"{_coded(issue)}={_coded(option)}" for issue, option in package.items())


def read_package(line: str) -> dict[str, str]:
    """Read what `write_package` wrote; pairs without ``=`` are left out."""
    pairs = (each.partition("=") for each in line.split(";"))
    return {_plain(issue.strip()): _plain(option.strip()) for issue, sign, option in pairs if sign}


def _coded(name: str) -> str:
    edges = name.strip() != name
    coded = _RESERVED.sub(lambda found: f"%{ord(found[0]):02X}", name)
    return coded.replace(" ", "%20") if edges else coded


def _plain(name: str) -> str:
    return _CODED.sub(lambda found: chr(int(found[1], 16)), name)
