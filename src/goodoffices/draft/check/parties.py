"""The parties to a text, and which of them a phrase names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..sequence import Clause, Outline
from ..text import Document
from .definitions import find_definitions, read_data

__all__ = ["COLLECTIVE", "Parties", "find_parties"]

COLLECTIVE = "*"
"""Stands for all parties together, among the subjects of a duty."""

_BETWEEN = re.compile(
    r"\b[Bb]etween\s+(?:the\s+)?(?P<first>[A-Z][^,;:()\n]{2,80}?)(?:\s?\([^()]{1,80}\))?,?\s+and\s+(?:the\s+)?(?P<second>[A-Z][^,;:.()\n]{2,80}?)(?=\s?[,;:.()\n]|\s+(?:on|of\s+the\s+one|concerning|for|to|signed|have)\b|$)"
)
_AGREE = re.compile(r"(?i)\b(?:agree|agreed|undertake|declare)\b")
_BARE_NAME = re.compile(r"[A-Z][\w’'-]*(?:\s(?:of\s|the\s)*[A-Z][\w’'-]*){0,4}")
_ADVERB = re.compile(r"(?:\s+(?:\w+ly|also|hereby|each|both|then|further))+$")
_NAME_CHARS = 120
_HEAD_CHARS = 3000


class Parties:
    """The names of the parties, each with what else it is called."""

    def __init__(self, names: Mapping[str, Sequence[str]]) -> None:
        self.names = tuple(names)
        listed = {alias.lower(): name for name, aliases in names.items() for alias in (name, *aliases) if alias.strip()}
        ordered = sorted(listed, key=len, reverse=True)
        self._by_alias = listed
        self._named = re.compile(r"(?i)\b(?:" + "|".join(map(re.escape, ordered)) + r")(?!\w)") if ordered else None
        collective = sorted(read_data("parties")["collective"], key=len, reverse=True)
        self._all = re.compile(r"(?i)\b(?:" + "|".join(map(re.escape, collective)) + r")\b")

    def named_in(self, phrase: str) -> tuple[str, ...]:
        """The parties that a phrase names, ``("*",)`` where it means them all.

        Args:
            phrase: The subject of a duty.
        """
        named = self._named.finditer(phrase) if self._named else ()
        found = tuple(dict.fromkeys(self._by_alias[each[0].lower()] for each in named))
        return found or ((COLLECTIVE,) if self._all.search(phrase) else ())

    def is_name(self, phrase: str) -> bool:
        """Is a phrase the name of a party, or another name, and nothing more?

        Args:
            phrase: A part of an enumeration.
        """
        plain = re.sub(r"^(?:[Tt]he\s+|and\s+)+", "", phrase).strip()
        return plain.lower() in self._by_alias or bool(_BARE_NAME.fullmatch(plain))

    def closing(self, phrase: str) -> tuple[str, ...]:
        """The parties that a phrase names where it ends with such a name; empty where it ends with something else.

        Args:
            phrase: Words before a verb.
        """
        plain = _ADVERB.sub("", phrase.rstrip())
        ends = [
            found.end()
            for pattern in (self._named, self._all)
            if pattern
            for found in pattern.finditer(plain, max(0, len(plain) - _NAME_CHARS))
        ]
        return self.named_in(plain) if plain and len(plain) in ends else ()


def find_parties(
    document: Document | None, text: Outline, given: Mapping[str, Sequence[str]] | Sequence[str] = ()
) -> Parties:
    """Find who the parties are.

    Args:
        document: Its front matter may declare them.
        text: The text; failing that, its title and opening may ("between X and Y"), with the short names defined there.
        given: Names, or names with what else each is called; they come before anything found.
    """
    if given:
        return Parties(given if isinstance(given, Mapping) else dict.fromkeys(given, ()))
    if document is not None and document.parties:
        return Parties(dict.fromkeys(document.parties, ()))
    return Parties(_in_opening(document.title if document else text.title, text.clauses))


def _in_opening(title: str, clauses: Sequence[Clause]) -> dict[str, tuple[str, ...]]:
    opening = [each for each in clauses if not each.provision] or list(clauses[:1])
    # a full stop keeps a name from running on from the title into the preamble
    words = re.sub(r"\s+", " ", title.rstrip(".") + ". " + " ".join(each.text for each in opening))[:_HEAD_CHARS]
    found = _BETWEEN.search(words)
    shorts = _short_names(words, opening)
    if found is None:
        # "A (hereinafter "X") and B (hereinafter "Y") agree": who is given a short name there is a party
        return shorts if len(shorts) > 1 and _AGREE.search(words) else {}
    return {_clean(found[group]): shorts.get(_clean(found[group]), ()) for group in ("first", "second")}


def _clean(name: str) -> str:
    return re.sub(r"\s+", " ", name).strip(" ,.;")


def _short_names(words: str, opening: Sequence[Clause]) -> dict[str, tuple[str, ...]]:
    """The short name that stands in parentheses behind a party's own."""
    shorts: dict[str, tuple[str, ...]] = {}
    for each in find_definitions(opening):
        behind = re.search(rf"(?P<name>[A-Z][^,;:()]{{2,80}}?)\s?\([^()]{{0,60}}[\"“”]?{re.escape(each.term)}", words)
        if behind:
            name = re.split(r"\b(?:[Bb]etween|and)\s+(?:the\s+)?", behind["name"].removeprefix("The "))[-1]
            shorts[_clean(name)] = (*shorts.get(_clean(name), ()), each.term)
    for found in re.finditer(r"(?P<name>[A-Z][^,;:()]{2,80}?)\s\((?P<short>[A-Z][A-Za-z-]{1,12})\)", words):
        name = _clean(re.split(r"\b(?:[Bb]etween|and)\s+(?:the\s+)?", found["name"])[-1])
        shorts[name] = (*shorts.get(name, ()), found["short"])
    return shorts
