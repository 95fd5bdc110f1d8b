"""Names in a model: each known and unique, and a near match where one is not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from goodoffices.weigh.errors import ModelError

from .constraints import Choices

__all__ = ["must_differ", "must_know", "must_know_choices", "nearest"]

#: How alike two names are, of 100, for the one to be offered in place of the other.
ALIKE = 60
#: How many names a message lists.
LISTED = 6


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Find the known name that comes nearest, or None where none is near."""
    from rapidfuzz import fuzz, process, utils  # noqa: PLC0415 - only where something is wrong

    found = process.extractOne(name, list(known), scorer=fuzz.WRatio, processor=utils.default_process)
    return str(found[0]) if found and found[1] >= ALIKE else None


def must_know(name: str, known: Collection[str], kind: str, place: tuple[str, ...]) -> None:
    """Raise where a name is not known.

    Args:
        name: The name.
        known: The names that there are.
        kind: What it should be a name of: "party", "issue", "option of Capital".
        place: Where it stands.

    Raises:
        ModelError: If it is none of them; the message gives the nearest or the first of them.
    """
    if name in known:
        return
    names = list(known)
    if (near := nearest(name, names)) is not None:
        msg = f"there is no {kind} {name!r}: did you mean {near!r}?"
        raise ModelError(msg, place)
    there = ", ".join(map(repr, names[:LISTED])) + (", ..." if len(names) > LISTED else "")
    msg = f"there is no {kind} {name!r}: there is {there or 'none at all'}"
    raise ModelError(msg, place)


def must_differ(names: Iterable[str], kind: str, place: tuple[str, ...]) -> None:
    """Raise where a name is empty or stands twice.

    Raises:
        ModelError: If so.
    """
    seen: set[str] = set()
    for name in names:
        if not name.strip():
            msg = f"{_a(kind)} has no name: give each one"
            raise ModelError(msg, place)
        if name in seen:
            msg = f"two {kind}s are called {name!r}: give each its own name"
            raise ModelError(msg, (*place, name))
        seen.add(name)


def must_know_choices(options: Mapping[str, tuple[str, ...]], choices: Choices, place: tuple[str, ...]) -> None:
    """Raise where choices name an issue or option that is not there, or none.

    Args:
        options: Issue -> names of its options.
        choices: Issue -> options of it.
        place: Where they stand.

    Raises:
        ModelError: If so.
    """
    for issue, chosen in choices.items():
        must_know(issue, options, "issue", (*place, issue))
        if not chosen:
            msg = f"no option of {issue!r} is named"
            raise ModelError(msg, (*place, issue))
        for name in chosen:
            must_know(name, options[issue], f"option of {issue!r}", (*place, issue))
        must_differ(chosen, "option", (*place, issue))


def _a(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"
