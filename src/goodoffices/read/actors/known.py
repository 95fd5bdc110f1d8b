"""Persons whom every reader knows: for whom they speak, where a report does not say it."""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from importlib import resources
from typing import TYPE_CHECKING, Any

import msgspec

from goodoffices.record import fold

from .gazetteer import Entity, entities
from .surnames import is_short, is_surname, side_of_surname, stands_alone, surnames

__all__ = ["has_one_side", "is_bygone", "known_persons", "known_side", "leads_one_movement"]

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PAIR = 2
_THREE = 3


def known_side(
    name: str, *, titled: bool, named: AbstractSet[str] = frozenset(), national: bool = False
) -> Entity | None:
    """For whom a well-known person speaks.

    Args:
        name: The name as the report has it.
        titled: Does the report give the person an office? A surname alone needs one.
        named: Names of the entities that the report names; they decide where someone has spoken for several.
        national: Does the report call the person a president, a premier, a foreign minister? A state's, then.

    Returns:
        The state or body, None where nobody or more than one side is known by that name.
    """
    words = fold(name).split()
    sides = _sides_of(fold(name))
    if not sides.first | sides.further and len(words) > _PAIR:  # a middle name more than others give
        sides = _sides_of(f"{words[0]} {words[-1]}")
    if not sides.first | sides.further and titled and len(name.split()) == 1:
        sides = _sides_of_surname(fold(name), named)
    side = sides.state() if national else None
    side = side or sides.chosen(named)
    if side is None and titled and is_surname(name):
        side = _side_alone(name, named)
    return entities().get(side) if side is not None else None


def _folded_bare(surname: str) -> str:
    """A surname, folded, without an article before it."""
    return _folded(surname[3:] if surname[:3].lower() in {"al-", "el-"} else surname)


def _side_alone(name: str, named: AbstractSet[str] = frozenset()) -> str | None:
    """The side of the best known by a surname, where the report names no other that its bearers have spoken for."""
    known, surname = _holders(), _folded_bare(name)
    first, further = known.surnames.get(surname, frozenset()), known.further_surnames.get(surname, frozenset())
    sides = first or further
    side = side_of_surname(name) or (next(iter(sides)) if len(sides) == 1 else None)
    return side if (first | further) & named <= {side} else None


class _Sides(msgspec.Struct, frozen=True):
    """For whom someone has spoken: first of all, and besides or at another time."""

    first: frozenset[str] = frozenset()
    further: frozenset[str] = frozenset()

    def state(self) -> str | None:
        """The only state among the sides."""
        states = [side for side in self.first | self.further if entities()[side].kind == "state"]
        return states[0] if len(states) == 1 else None

    def chosen(self, named: AbstractSet[str]) -> str | None:
        """The one side that the report names, else the only one that comes first."""
        sides = self.first | self.further
        at_hand = sides & named if len(sides) > 1 else sides
        if len(at_hand) != 1:
            at_hand = self.first
        elif at_hand != self.first and any(_is_movement(side) for side in (self.first or sides) - at_hand):
            at_hand = frozenset(side for side in at_hand if _is_movement(side))
        return next(iter(at_hand)) if len(at_hand) == 1 else None


def _is_movement(side: str) -> bool:
    """Is a side one within a state, of which any report on its conflict names the state as well?"""
    entity = entities()[side]
    return entity.kind == "group" or entity.home is not None


def _sides_of(name: str) -> _Sides:
    """The sides of a full name, folded."""
    known = _holders()
    return _Sides(known.full.get(name, frozenset()), known.further.get(name, frozenset()))


def _sides_of_surname(name: str, named: AbstractSet[str]) -> _Sides:
    """The sides of a surname, folded: those of the less known only where the report names them."""
    known = _holders()
    first, further = known.surnames.get(name, frozenset()), known.further_surnames.get(name, frozenset()) & named
    if first and further - first:
        return _Sides()  # a Khan of Pakistan, or one of Afghanistan?
    return _Sides(first, further)


def known_persons(doc: Doc) -> Iterator[tuple[int, int]]:
    """Find the names of well-known persons in a parsed block, whatever the parser took them for: full, or lone ones."""
    ends = {token.idx + len(token): token.i + 1 for token in doc}
    for token in doc:
        for name in _by_first_word().get(token.text, ()):
            end = ends.get(token.idx + len(name))
            if end is None or doc[token.i : end].text != name:
                continue
            if name not in surnames():
                yield token.i, end
            elif stands_alone(doc, start := _with_article(doc, token.i), end):
                yield start, end


def _with_article(doc: Doc, at: int) -> int:
    """Where a surname begins with its article ("al-Burhan")."""
    return at - 2 if at > 1 and doc[at - 1].text == "-" and doc[at - 2].lower_ in {"al", "el"} else at


@functools.cache
def _by_first_word() -> dict[str, tuple[str, ...]]:
    """First word -> the names that begin with it, as they are written, with and without their accents."""
    found: dict[str, list[str]] = defaultdict(list)
    for names in (names for sides in (_data()["side"], _further()) for names in sides.values()):
        for name in (form for each in names if " " in each for form in (each, _unaccented(each))):
            found[name.split()[0].split("-")[0]].append(name)
    for name in surnames():
        found[name.split()[0].split("-")[0]].append(name)
    return {word: tuple(sorted(set(names), key=len, reverse=True)) for word, names in found.items()}


_LETTERS = str.maketrans("øØłŁđĐı", "oOlLdDi")
"""Letters that are no accented ones, and that agencies write without their mark all the same."""


def _unaccented(name: str) -> str:
    if name.isascii():
        return name
    parted = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    return "".join(char for char in parted if not unicodedata.combining(char))


def leads_one_movement(name: str) -> bool:
    """Is it one of the best known persons, by the full name or the surname, who has spoken for one movement alone?"""
    surname = name.rsplit(maxsplit=1)[-1]
    if is_short(name):
        return is_surname(name) and _side_alone(name) is not None
    sides = _sides_of(fold(name))
    return (bool(sides.first) or is_surname(surname)) and len(sides.first | sides.further) == 1


def has_one_side(name: str) -> bool:
    """Is it someone known to have spoken for one side only?"""
    sides = _sides_of(fold(name))
    return len(sides.first | sides.further) == 1


def is_bygone(name: str) -> bool:
    """Is it someone whose offices are over, and who mediates and advises since, for whoever asks?"""
    return fold(name) in _bygone()


@functools.cache
def _bygone() -> frozenset[str]:
    return frozenset(fold(name) for name in _data()["bygone"]["names"])


@functools.cache
def _data() -> dict[str, Any]:
    return _file("holders.toml")


def _file(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("data", name).read_text(encoding="utf-8"))


_REGIONS = (
    "africa",
    "americas",
    "asia",
    "europe",
    "middle_east",
    "world",
    "talks_south",
    "talks_north",
    "states",
    "world_bodies",
)


@functools.cache
def _further() -> dict[str, list[str]]:
    """Side -> the persons of each region whom the first list lacks."""
    found: dict[str, list[str]] = defaultdict(list)
    for region in _REGIONS:
        for side, names in _file(f"holders_{region}.toml")["side"].items():
            found[side] += names
    return found


class _Holders(msgspec.Struct, frozen=True):
    """Folded names -> sides: of the best known, by full name and surname, and of all others."""

    full: dict[str, frozenset[str]]
    surnames: dict[str, frozenset[str]]
    further: dict[str, frozenset[str]]
    further_surnames: dict[str, frozenset[str]]


@functools.cache
def _holders() -> _Holders:
    full, surnames = _by_name(_data()["side"])
    short: dict[str, set[str]] = {}
    for side, names in _data()["side"].items():
        for name in names:
            if len(name.split()) == _THREE and " de " not in name:
                short.setdefault(fold(name.split(maxsplit=1)[1]), set()).add(side)  # "Tayyip Erdoğan"
    further, further_surnames = _by_name(_further())
    return _Holders({**_frozen(short), **full}, surnames, further, further_surnames)


def _by_name(sides: Mapping[str, Iterable[str]]) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Folded full name -> sides, and folded surname -> sides."""
    full: dict[str, set[str]] = defaultdict(set)
    surnames: dict[str, set[str]] = defaultdict(set)
    for side, names in sides.items():
        for name in names:
            for form in (name,) if name.isascii() else (name, _unaccented(name)):
                full[_folded(form)].add(side)
                for surname in _surnames(form):
                    surnames[surname].add(side)
    return _frozen(full), _frozen(surnames)


def _folded(name: str) -> str:
    """The same as `fold`, sooner for a name of plain letters, as most of the thousands are."""
    return name.lower() if name.isascii() and name.replace(" ", "").isalpha() else fold(name)


def _surnames(name: str) -> tuple[str, ...]:
    """What someone is called for short: the last word, also without its article, or the first ("Roh Moo-hyun")."""
    words = name.split()
    last = _folded(words[-1])
    if "-" not in words[-1]:
        return (last,)
    if re.search(r"-[a-z]", words[-1].removeprefix("al-").removeprefix("el-")):
        return (_folded(words[0]),)
    return last, last.split()[-1]


def _frozen(sides: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(found) for name, found in sides.items()}
