"""Accounts that one sentence sets apart by its own words: "contrary to ...", "what X calls a truce Y calls a trap"."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources

import msgspec

from .dispute_words import Cut, disputing

__all__ = ["is_observed", "opposed", "set_apart"]

_NUMBER = (
    r"(?:\d[\d,.]*|(?:some |about )?(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|"
    r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?)"
)
_NOT = re.compile(r"\b(?:not|no|never|none|nobody|nothing)\b|n't\b", re.IGNORECASE)
_LEAST_WORDS = 3
"""Words that each account has, at least."""


class _Opposites(msgspec.Struct, frozen=True):
    one: re.Pattern[str]
    other: re.Pattern[str]


class _Forms(msgspec.Struct, frozen=True):
    """The forms of `data/disputes_apart.toml`."""

    forms: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    observed: re.Pattern[str]
    between: re.Pattern[str]
    own_version: re.Pattern[str]
    opposites: tuple[_Opposites, ...]


def set_apart(here: Cut, before: Cut | None) -> tuple[Cut, Cut, str] | None:
    """The two accounts of a sentence, or of it and the one before, and whether they are numbers ("figure") or not.

    Args:
        here: The sentence.
        before: The sentence before it in its paragraph, or None.
    """
    words, text = _forms(), here.text
    if words.between.search(text):
        return here, here, "figure"
    if before is not None and words.own_version.search(text) and words.own_version.search(before.text):
        return before, here, "disputed"
    for cue, form in words.forms:
        found = form.search(text) if cue.search(text) is not None else None
        if found is None:
            continue
        one, other = here.cut(*found.span("one")), here.cut(*found.span("other"))
        if min(len(one.text.split()), len(other.text.split())) >= _LEAST_WORDS:
            return one, other, "disputed"
    return None


def opposed(one: str, other: str) -> bool:
    """Does the one tell in its words what cannot hold beside what the other tells in its own?"""
    return any(_meet(pair, one, other) or _meet(pair, other, one) for pair in _forms().opposites)


def _meet(pair: _Opposites, one: str, other: str) -> bool:
    return bool(pair.one.search(one) and pair.other.search(other)) and _NOT.search(one) is None


def is_observed(text: str) -> bool:
    """Does a part tell of what is seen, and not of what anybody says?"""
    return _forms().observed.search(text) is not None


@functools.cache
def _forms() -> _Forms:
    text = resources.files(__package__).joinpath("data/disputes_apart.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return _Forms(
        forms=tuple((_compiled(form["cue"]), _compiled(form["pattern"])) for form in data["form"]),
        observed=_compiled(data["observed"]),
        between=_compiled(data["between"]),
        own_version=_compiled(data["own_version"]),
        opposites=tuple(
            _Opposites(one=_compiled(_any(pair["one"])), other=_compiled(_any(pair["other"])))
            for pair in data["opposites"]
        ),
    )


def _any(words: list[str]) -> str:
    return rf"\b(?:{'|'.join(words)})"


def _compiled(form: str) -> re.Pattern[str]:
    claims = f"(?:{'|'.join(disputing().claims)})"
    return re.compile(form.replace("{claim}", claims).replace("{n}", _NUMBER), re.IGNORECASE)
