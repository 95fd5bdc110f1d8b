"""Clashes of accounts in other words: "India conceded nothing", "it gave away its only lever"."""

from __future__ import annotations

import datetime as dt
import functools
import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from importlib import resources
from typing import Literal

import msgspec

from goodoffices.record.content import Content

from .cast import Cast
from .claims import Claim
from .clash import Clash
from .sentences import Sentence, sentences_of
from .shelf import Shelf
from .topics import Topics
from .voices import voice_of_sentence
from .wording import matter

__all__ = ["clashes_of_words"]

_MOST = 12
"""Sentences of one kind that are compared, at most: the first in the order of the reports."""
_BACK = 2
"""Sentences before one that tell who "he" or "it" is."""
_POINTS = re.compile(r"\b(?:he|she|it|they|his|her|its|their|him|them|we|our)\b", re.IGNORECASE)
_WANTED = re.compile(
    r"\b(?:will|would|should|must|may|might|could|if|unless|wants?|demand\w*|threat\w+|risk\w*|fear\w*|urg\w+)\b",
    re.IGNORECASE,
)
"""Tells of what may come; it is no account of what was."""


class _Opposed(msgspec.Struct, frozen=True):
    """Two ways to tell of one thing (`data/opposed.toml` says what each field is)."""

    label: str
    one: tuple[str, ...]
    other: tuple[str, ...]
    link: Literal["actor", "thing", "matter", "time"]
    within_days: int
    issue: str | None = None


class _Told(msgspec.Struct, frozen=True):
    """A sentence that tells it in one of the two ways, and it with those before it."""

    sentence: Sentence
    around: str


def clashes_of_words(claims: Iterable[Claim[Content]], cast: Cast, shelf: Shelf) -> Iterator[Clash]:
    """Find what two reports tell in words that cannot both hold.

    Args:
        claims: All statements, by which it is known what a sentence is about.
        cast: The actors.
        shelf: The reports.
    """
    topics: Topics | None = None
    claims = list(claims)
    for key, opposed in _opposed().items():
        ones = _tellings(shelf, f"{key}.one")
        others = _tellings(shelf, f"{key}.other") if ones else []
        for one in ones:
            met = [other for other in others if _of_one_thing(one, other, opposed, cast, shelf)]
            if met:
                topics = topics or Topics(claims)
                sides = (one.sentence, *dict.fromkeys(other.sentence for other in _one_a_report(met)))
                voices = tuple(voice_of_sentence(each, topics, shelf) for each in sides)
                issue = opposed.issue or topics.issue_of(*sides)
                yield Clash(about=f"{opposed.label}: {_short(one.sentence)}", issue=issue, voices=voices, paired=True)


def _one_a_report(told: Sequence[_Told]) -> list[_Told]:
    return list({each.sentence.report: each for each in reversed(told)}.values())[::-1]


def _short(sentence: Sentence) -> str:
    words = sentence.said.split()
    return " ".join(words[:10]).strip(" .,;")


def _tellings(shelf: Shelf, name: str) -> list[_Told]:
    found: list[_Told] = []
    form = _patterns()[name]
    for report in shelf.originals:
        if not form.search(report.text):
            continue
        every = list(sentences_of(report))
        for place, sentence in enumerate(every):
            match = None if sentence.asks else form.search(sentence.said)
            if match is not None and not _WANTED.search(sentence.said[: match.end()]):
                back = every[max(place - _BACK, 0) : place] if _POINTS.search(sentence.said) else []
                found.append(_Told(sentence, " ".join(each.said for each in (*back, sentence))))
    return found[:_MOST]


def _of_one_thing(one: _Told, other: _Told, opposed: _Opposed, cast: Cast, shelf: Shelf) -> bool:
    if shelf.source(one.sentence.report) == shelf.source(other.sentence.report):
        return False
    days = shelf.day(one.sentence.report), shelf.day(other.sentence.report)
    far = dt.timedelta(days=opposed.within_days)
    if days[0] is not None and days[1] is not None and abs(days[0] - days[1]) > far:
        return False
    actors = cast.actors_in(one.around) & cast.actors_in(other.around)
    common = any(not cast.names_any(word) for word in matter(one.around) & matter(other.around))
    # What a state was told of can be many things; a person who is named in two reports is asked about one.
    thing = bool(actors) and (common or any(cast.is_person(actor) for actor in actors))
    return {"actor": bool(actors), "thing": thing, "matter": common, "time": True}[opposed.link]


@functools.cache
def _opposed() -> dict[str, _Opposed]:
    text = resources.files(__package__).joinpath("data/opposed.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), dict[str, _Opposed])


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """The patterns of both ways to tell, by "key.one" and "key.other"."""
    ways = ((key, way, getattr(each, way)) for key, each in _opposed().items() for way in ("one", "other"))
    return {f"{key}.{way}": re.compile("|".join(forms), re.IGNORECASE) for key, way, forms in ways}
