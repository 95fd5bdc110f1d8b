"""Names of persons and bodies compared: transliterations meet, different people do not."""

from __future__ import annotations

import functools
import re

import msgspec
from rapidfuzz import fuzz

from goodoffices.record.content import fold

from . import lexicon

__all__ = [
    "PersonName",
    "body_key",
    "consonants",
    "covers",
    "given_initial",
    "person_name",
    "same_family",
    "same_given",
    "same_person",
    "spelled",
]

_LIKENESS = 85.0
"""Rapidfuzz ratio in [0, 100] from which two spellings of a long enough name with the same consonants are one."""
_LONG = 5
_SOUNDS = (
    (re.compile(r"ou|oo|u"), "u"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"sch|sh|ch"), "s"),
    (re.compile(r"kh|ck|q|c|k"), "k"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"w|v"), "v"),
    (re.compile(r"ts|tz|z"), "z"),
    (re.compile(r"ya|ia|ja"), "a"),
    (re.compile(r"^(ye|ie|je)"), "e"),
    (re.compile(r"ye|ie"), "e"),
    (re.compile(r"[iyj]+"), "i"),
)


class PersonName(msgspec.Struct, frozen=True, order=True):
    """A name taken apart.

    Attributes:
        given: Given and middle names, folded, in their order; empty for a bare surname.
        family: The family name, folded.
    """

    given: tuple[str, ...]
    family: str

    @property
    def bare(self) -> bool:
        """Is it a surname alone?"""
        return not self.given


@functools.cache
def _spelling() -> dict[str, str]:
    return {form: row[0] for row in lexicon.names().spellings for form in row}


@functools.cache
def _given_rows() -> dict[str, str]:
    return {form: row[0] for row in lexicon.names().given for form in row}


def spelled(text: str) -> str:
    """Fold `text` and write each word in one spelling (adviser, defence)."""
    return " ".join(_spelling().get(word, word) for word in fold(text).split())


_UNIONS = {"un": "united nations", "eu": "european union", "au": "african union", "us": "united states"}
"""Initials with which the names of organs begin, and what they stand for."""
_INITIALS = 2


@functools.lru_cache(maxsize=1 << 16)
def body_key(name: str) -> str:
    """The form in which names of states and bodies are compared: "U.S." is "us", "Houthis" is "houthi"."""
    words = spelled(name).split()
    if words and all(len(word) == 1 for word in words):
        return "".join(words)
    if len(words) > _INITIALS and words[:2] == ["u", "n"]:
        words[:2] = ["un"]
    if len(words) > 1 and words[0] in _UNIONS:
        words[:1] = _UNIONS[words[0]].split()  # "the UN mission" is the United Nations'
    if words and len(words[-1]) > _LONG and words[-1].endswith("s") and not words[-1].endswith("ss"):
        words[-1] = words[-1][:-1]
    return " ".join(words)


@functools.lru_cache(maxsize=1 << 16)
def person_name(name: str) -> PersonName:
    """Take a name apart, without honorifics, particles and suffixes; a known family name that stands first is one."""
    lists = lexicon.names()
    words = fold(name).split()
    while len(words) > 1 and words[0] in lists.honorifics:
        words = words[1:]
    while len(words) > 1 and words[-1] in lists.suffixes:
        words = words[:-1]
    plain = [
        word for place, word in enumerate(words) if word not in lists.particles or place == len(words) - 1
    ] or words
    plain = _one_with_next(plain)
    if not plain:
        return PersonName(given=(), family="")
    if len(plain) > 2 and plain[0] in lists.family_first:  # noqa: PLR2004  a family name and two given ones
        return PersonName(given=tuple(plain[1:]), family=plain[0])
    return PersonName(given=tuple(plain[:-1]), family=plain[-1])


def _one_with_next(words: list[str]) -> list[str]:
    """Write "abd al malik" and "abdul malik" as one word."""
    prefixes = lexicon.names().prefixes
    joined: list[str] = []
    for place, word in enumerate(words):
        if place and words[place - 1] in prefixes:
            joined[-1] = prefixes[0] + word
        else:
            joined.append(word)
    return joined


@functools.lru_cache(maxsize=1 << 16)
def sound(name: str) -> str:
    """Write a folded name as it sounds, near enough: zelenskyy, zelensky and zelenskiy are one."""
    for pattern, written in _SOUNDS:
        name = pattern.sub(written, name)
    return name


@functools.lru_cache(maxsize=1 << 16)
def consonants(name: str) -> str:
    """The first sound of a name and its consonants: the key under which near spellings meet."""
    heard = sound(name)
    return heard[:1] + re.sub(r"[aeiouh]", "", heard[1:])


def _near(one: str, other: str) -> bool:
    """Are two names near spellings of one? A final -a tells women from men in many languages, so it must agree."""
    first, second = sound(one), sound(other)
    if first == second:
        return True
    long = min(len(first), len(second)) >= _LONG
    ending = first.endswith("a") == second.endswith("a")
    return long and ending and consonants(one) == consonants(other) and fuzz.ratio(first, second) >= _LIKENESS


@functools.lru_cache(maxsize=1 << 16)
def same_family(one: str, other: str) -> bool:
    """Can two family names be spellings of one?"""
    return one == other or _near(one, other)


@functools.lru_cache(maxsize=1 << 16)
def given_initial(name: str) -> str:
    """The first sound of a given name, the same for its forms in other languages (Oleksandr and Alexander)."""
    return sound(_given_rows().get(name, name))[:1]


@functools.lru_cache(maxsize=1 << 16)
def same_given(one: str, other: str) -> bool:
    """Can two given names be spellings of one? An initial is not enough here."""
    rows = _given_rows()
    return rows.get(one, one) == rows.get(other, other) or _near(one, other)


def same_person(one: PersonName, other: PersonName) -> bool:
    """Are two full names one person's: the same family name, and the same given names in their order?"""
    if one.bare or other.bare or not same_family(one.family, other.family):
        return False
    if "".join(one.given) == "".join(other.given):
        return True
    return len(one.given) == len(other.given) and all(map(same_given, one.given, other.given))


def covers(full: PersonName, short: PersonName) -> bool:
    """Can `short` be a shorter form of `full`: a bare surname, an initial, or with some given name left out?"""
    if short.bare:
        return same_family(full.family, short.family) or _called_by(full, short.family)
    if _double_surname(full, short):
        return True
    if not same_family(full.family, short.family) or len(short.given) > len(full.given):
        return False
    called = len(short.given[0]) > 1  # "Irfaan Ali" of Mohamed Irfaan Ali; an initial is that of the first name
    left = iter(full.given if called else full.given[:1])
    rest = iter(full.given[1:]) if not called else left
    return any(_starts(f, short.given[0]) for f in left) and all(
        any(_starts(f, s) for f in rest) for s in short.given[1:]
    )


def _called_by(full: PersonName, part: str) -> bool:
    """Is a person of three names called by the second ("Makuei" is Michael Makuei Lueth)?"""
    return len(full.given) > 1 and len(part) >= _LONG and part == full.given[-1]


def _starts(full: str, short: str) -> bool:
    """Is `short` the given name `full`, or its initial?"""
    return same_given(full, short) or (len(short) == 1 and full.startswith(short))


def _double_surname(full: PersonName, short: PersonName) -> bool:
    """Does `short` leave out the second surname ("Rodrigo Londoño" of "Rodrigo Londoño Echeverri")?"""
    whole, part = (*full.given, full.family), (*short.given, short.family)
    return 1 < len(part) < len(whole) and len(part[-1]) > 2 and whole[: len(part)] == part  # noqa: PLR2004  no initial
