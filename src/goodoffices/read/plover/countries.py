"""Which words of a text stand for which country: names, adjectives, cities, leaders, armed groups."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec

from ..actors.gazetteer import entities
from ..pipeline import straighten, vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Gazette", "countries_in", "countries_of_text", "gazette"]

Words: TypeAlias = tuple[str, ...]


class Gazette(msgspec.Struct, frozen=True):
    """Names by their first word, the longest first, each with its country code, or "" for a body of no country."""

    names: dict[str, tuple[tuple[Words, str], ...]]
    people: frozenset[str]
    back: frozenset[str]
    speaker: frozenset[str]


@functools.cache
def gazette() -> Gazette:
    """Read the names once: those of the actors' gazetteer, and ours over them."""
    data: dict[str, Any] = tomllib.loads(
        resources.files(__package__).joinpath("data/countries.toml").read_text(encoding="utf-8")
    )
    codes = dict(_known())
    codes |= {name: iso for iso, names in data["words"].items() for name in names}
    codes |= dict.fromkeys(data["bodies"]["none"], "")
    _, tokenise = vocabulary()
    by_first: dict[str, dict[Words, str]] = {}
    for name, iso in codes.items():
        words = tuple(token.text for token in tokenise(straighten(name)))
        by_first.setdefault(words[0], {})[words] = iso
    return Gazette(
        {first: tuple(sorted(names.items(), key=lambda item: -len(item[0]))) for first, names in by_first.items()},
        frozenset(data["people"]["nouns"]),
        frozenset(data["pronouns"]["back"]),
        frozenset(data["pronouns"]["speaker"]),
    )


def _known() -> list[tuple[str, str]]:
    """The forms of the actors' gazetteer, names last, since they have the better claim to a word than adjectives."""
    known = entities()
    forms = [(word, entity) for entity in known.values() for word in (*entity.metonyms, *entity.adjectives)]
    forms += [(word, entity) for entity in known.values() for word in (*entity.names, entity.name)]
    return [(word, _code(entity.iso, entity.side)) for word, entity in forms if word]


def _code(iso: str | None, side: str | None) -> str:
    patron = entities().get(side or "")
    return iso or (patron.iso if patron is not None and patron.iso else "")


def countries_in(doc: Doc) -> dict[int, str]:
    """Map each word of a name to its country's code, or to "" where the name is a body's of no country.

    Args:
        doc: A parsed text.

    Returns:
        Token number to ISO 3166-1 alpha-3 code.
    """
    names, found, at = gazette().names, {}, 0
    words = [token.text for token in doc]
    while at < len(words):
        for name, iso in names.get(words[at], ()):
            if tuple(words[at : at + len(name)]) == name and _is_name(doc, at, at + len(name)):
                found.update(dict.fromkeys(range(at, at + len(name)), iso))
                at += len(name) - 1
                break
        at += 1
    return found


def countries_of_text(doc: Doc) -> dict[int, str]:
    """`countries_in`, looked up once for each parsed text."""
    if "countries" not in doc.user_data:
        doc.user_data["countries"] = countries_in(doc)
    found: dict[int, str] = doc.user_data["countries"]
    return found


def _is_name(doc: Doc, start: int, end: int) -> bool:
    """A word that is a name in one place and a common word in another ("Turkey", "US") is told by its capital."""
    del end
    return doc[start].text[:1].isupper()
