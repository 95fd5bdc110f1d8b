"""Rules: which kind of arrangement a head noun is with certain words beside it, and how words are compared."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from goodoffices.record import MechanismKind

__all__ = ["Rule", "any_of", "base", "rule_of"]


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """Which kind of arrangement a head noun is with certain words before or behind it. See the data file."""

    kind: MechanismKind
    heads: frozenset[str]
    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None
    also: re.Pattern[str] | None
    not_before: re.Pattern[str] | None
    not_behind: re.Pattern[str] | None
    singular: bool
    plural: bool = False
    sought: bool = False
    """Only one of its kind that has no name yet ("a moderator")."""
    waits: bool = False
    """Only where something must happen first ("the release of the crew once the fine is paid")."""

    def fits(self, head: str, before: str, behind: str, *, plural: bool, sought: bool = False) -> bool:
        """Does the rule name the kind of a phrase?

        Args:
            head: Base form of its head.
            before: Base forms of the words before the head, joined by spaces.
            behind: Those of the words behind it.
            plural: Whether the head is a plural.
            sought: Whether "a", "an" or "another" stands before it.
        """
        if head not in self.heads or (self.singular and plural) or (self.plural and not plural):
            return False
        if self.sought and not sought:
            return False
        if self.not_before and self.not_before.search(before):
            return False
        if self.not_behind and self.not_behind.search(behind):
            return False
        if self.before or self.behind:
            found = (self.before and self.before.search(before)) or (self.behind and self.behind.search(behind))
            if not found:
                return False
        return self.also is None or self.also.search(f"{before} {head} {behind}") is not None


def base(word: str) -> str:
    """A word without case and plural ending, as the rules compare it."""
    word = word.casefold()
    if word.endswith("ies") and len(word) > 4:  # noqa: PLR2004  not "ties"
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "corps")):
        return word[:-1]
    return word


def rule_of(entry: dict[str, Any], groups: dict[str, list[str]]) -> Rule:
    """Make a rule of its entry in the data file, where a group of heads may stand for its words."""
    heads = [word for head in entry["heads"] for word in (groups[head[1:]] if head.startswith("@") else [head])]
    parts = ("before", "behind", "also", "not_before", "not_behind")
    patterns: dict[str, Any] = {
        part: any_of([*words, *map(base, words)]) if (words := entry.get(part)) else None for part in parts
    }
    singular, plural = entry.get("singular", False), entry.get("plural", False)
    sought, waits = entry.get("sought", False), entry.get("waits", False)
    told: dict[str, Any] = {"singular": singular, "plural": plural, "sought": sought, "waits": waits}
    return Rule(kind=entry["kind"], heads=frozenset(heads), **told, **patterns)


def any_of(words: list[str]) -> re.Pattern[str]:
    """Match one of some words or phrases, each whole; a star in one stands for any ending."""
    alternatives = "|".join(re.escape(word).replace(r"\*", r"[\w-]*") for word in words)
    return re.compile(rf"(?<![\w@-])(?:{alternatives})(?![\w-])", re.IGNORECASE)
