"""How many did one thing, as sentences count it: a number, what it counts, and the act that is told nearest to it."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from importlib import resources

import msgspec

from . import lexicon
from .measured import WANTED, clause_of
from .ranges import LEAD, count_pattern, range_of
from .sentences import Sentence
from .stocks import number_pattern
from .wording import stem

__all__ = ["Act", "Number", "acts", "counts_in", "told_words"]

_REACH = 90  # characters between a number and the words of its act, at most
_MOST = 8
"""Numbers in a sentence, at most: one that gives more is a list."""
_PART = re.compile(
    r"\b(?:first|next|another|other|last|further|additional|extra|same|these|those|remaining|initial|new|former|"
    r"of (?:the|those|these|its|their|whom|them)|including|among them|, with) "
    r"(?:(?!than|about|some|nearly)\w+ )?$|\bthe $",
    re.IGNORECASE,
)
"""Before a number of some of them only, or of those of whom was told before."""
_ANYTHING = r"(?!(?:second|minute|hour|day|night|week|month|year|decade|time)s\b)[a-z]{3,}(?<!s)s"
"""Whatever else is counted: a noun of several that is no time."""
_OF_ALL = re.compile(r"\s+(?:of (?:the|those|these|its|their|them|whom)|out of|more|others?)\b", re.IGNORECASE)
"""Behind one."""
_LONG_WHILE = re.compile(
    r"\b(?:so far|over the (?:years|past|last)|(?:this|last) (?:year|month)|since (?:19|20)\d\d|"
    r"an? (?:day|week|month|year)|per (?:day|week|month)|daily|weekly|every (?:day|week|month)|in (?:19|20)\d\d)\b",
    re.IGNORECASE,
)
"""Counted over a while, or of another time."""
_ALONE = re.compile(
    r"\s+(?:have|had|were|are|was|remain(?:ed)?|still|did|managed)\b|\s+(?:at|in|on) (?=[A-Z])|\s*(?:[.;,]|$)"
)
"""Behind a number that stands without what it counts."""
_OPEN = re.compile(
    r"\b(?:(?:not|n't|never) be(?:en)?|yet to|not yet|still|remain(?:s|ed)?|left (?:out|behind)|"
    r"fail(?:s|ed)?|refus\w+)\b",
    re.IGNORECASE,
)
"""Says that what is told is not so of these, or not yet."""
_ASIDE = re.compile(
    r", (?:half|most|many|all|led|headed|mainly|mostly|including|among|some|by|with|a third)\b[^,.;]{3,60},",
    re.IGNORECASE,
)
"""Of those who were counted."""
_NONE = re.compile(
    r"\b(?:not|nor|never|without|no)\b[^.,;]{0,25}?\b(?:a single|one single|one) (?P<noun>\w+)", re.IGNORECASE
)
_NOT_BETWEEN = (
    "and or to in on at for with from by who which that were was are is had have has will would be as after before "
    "than between per days months years weeks hours minutes million billion percent kilometres kilometers miles metres "
    "meters dollars euros pounds francs rupees times degrees nights decades seconds years hectares acres"
)
"""Words that do not stand between a number and what it counts."""


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """What is told of things that are counted (`data/tallies.toml` says what each mark means)."""

    label: str
    issue: str
    things: tuple[str, ...] = ()
    told: tuple[str, ...]
    within_days: int
    ties: int
    bare: bool = False
    wanted: bool = False
    local: bool = False
    exact: bool = False
    not_told: tuple[str, ...] = ("(?!)",)
    times: float = 20.0


class _Lists(msgspec.Struct, frozen=True):
    """The lists of `data/tallies.toml`."""

    things: dict[str, tuple[str, ...]]
    acts: dict[str, Act]


class Number(msgspec.Struct, frozen=True):
    """A number that a sentence gives: from `low` to `high`, of what, and of which act.

    Attributes:
        sentence: The sentence.
        act: Key of the act.
        thing: Key of what is counted; empty where the number stands alone.
        low: How many at the least.
        high: How many at the most.
        text: It, in the report's words.
        clause: The clause that gives it, without it.
        noun: The stem of the word for it.
        open: Is it told of those of whom it is not so, or not yet so?
        near: Where no act is named: those that are told near it.
    """

    sentence: Sentence
    act: str
    thing: str
    low: float
    high: float
    text: str
    clause: str
    noun: str = ""
    open: bool = False
    near: frozenset[str] = frozenset()

    def fits(self, other: Number, rough: float) -> bool:
        """Can both hold, where they can be off by a share of the larger?"""
        low, high = (self, other) if self.low <= other.low else (other, self)
        return high.low - low.high <= rough * high.low


def counts_in(sentence: Sentence) -> Iterator[Number]:
    """The numbers of a sentence with their acts; none of what somebody merely wants, and none of a part of them.

    Args:
        sentence: The sentence.
    """
    text = sentence.said
    if sentence.asks or not _any().search(text) or len(_numbers().findall(text)) > _MOST:
        return
    for start, end, low, high, said, thing, noun in (*_counted(text), *_put_at(text), *_none(text)):
        first, last = clause_of(text, start)
        clause = text[first:last]
        if _LONG_WHILE.search(clause):
            continue
        rest = f"{text[first:start]} {text[end:last]}"
        open_ = said != "none" and _OPEN.search(text, max(start - LEAD, first), min(end + LEAD, last)) is not None
        near = [act for act in _acts_near(text, (first, last), (start, end), thing) if not _against(act).search(clause)]
        number = Number(sentence, "", thing, low, high, said, rest, noun, open=open_)
        if thing:
            yield msgspec.structs.replace(number, act=f"any {thing}", near=frozenset(near))
        for act in near:
            if acts()[act].wanted or not WANTED.search(text, first, end):
                yield msgspec.structs.replace(number, act=act)


def _counted(text: str) -> Iterator[tuple[int, int, float, float, str, str, str]]:
    for match in _pattern().finditer(text):
        lead = text[max(match.start() - LEAD, 0) : match.start()]
        found = range_of(match["n"], lead)
        if found is None or found[0] < 1 or _PART.search(lead) or _OF_ALL.match(text, match.end()):
            continue
        if not match["whole"] and _OF_ALL.match(text, match.end("n")):
            continue
        noun = stem((match["noun"] or "").casefold())
        thing = next((name for name in _lists().things if match["noun"] and match[f"t_{name}"]), noun)
        if not thing and not _ALONE.match(text, match.end("n")):
            continue
        yield match.start(), match.end() if thing else match.end("n"), *found, match["n"], thing, noun


def _put_at(text: str) -> Iterator[tuple[int, int, float, float, str, str, str]]:
    """ "It put the number of escaped prisoners at around 1,500"."""
    for match in _backward().finditer(text):
        found = range_of(match["n"], text[max(match.start("n") - LEAD, 0) : match.start("n")])
        if found is not None:
            thing = next(name for name in _lists().things if match[f"t_{name}"])
            yield match.start(), match.end(), *found, match["n"], thing, stem((match["noun"] or "").casefold())


def _none(text: str) -> Iterator[tuple[int, int, float, float, str, str, str]]:
    for match in _NONE.finditer(text):
        noun = match["noun"].casefold()
        for name, forms in _lists().things.items():
            if any(stem(noun) == stem(form.rstrip("?")) for form in forms):
                yield match.start(), match.end(), 0, 0, "none", name, stem(noun)
                break


def _acts_near(text: str, clause: tuple[int, int], at: tuple[int, int], thing: str) -> Iterator[str]:
    """The acts that are told near a number, no other number between."""
    text = _ASIDE.sub(lambda match: " " * len(match[0]), text)
    start, end = at
    before, behind = max(clause[0], start - _REACH), min(clause[1], end + _REACH)
    others = [match.span() for match in _numbers().finditer(text, before, behind)]
    low = max((stop for _, stop in others if stop <= start), default=before)
    high = min((begin for begin, _ in others if begin >= end), default=behind)
    for name, act in acts().items():
        if (thing in act.things if thing else act.bare) and told_words(name).search(text, low, high):
            yield name


def acts() -> dict[str, Act]:
    """All acts, by key."""
    return _lists().acts


@functools.cache
def _lists() -> _Lists:
    text = resources.files(__package__).joinpath("data/tallies.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), _Lists)


@functools.cache
def told_words(act: str) -> re.Pattern[str]:
    """The words that tell an act."""
    return re.compile(rf"\b(?:{'|'.join(_lists().acts[act].told)})\b", re.IGNORECASE)


@functools.cache
def _against(act: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_lists().acts[act].not_told)})\b", re.IGNORECASE)


@functools.cache
def _any() -> re.Pattern[str]:
    told = "|".join(word for act in _lists().acts.values() for word in act.told)
    return re.compile(rf"\b(?:{told})\b", re.IGNORECASE)


@functools.cache
def _numbers() -> re.Pattern[str]:
    return re.compile(number_pattern(), re.IGNORECASE)


@functools.cache
def _pattern() -> re.Pattern[str]:
    number = f"(?P<n>{count_pattern()})"
    things = "|".join(rf"(?P<t_{name}>{'|'.join(forms)})" for name, forms in _lists().things.items())
    others = "|".join((*_NOT_BETWEEN.split(), *lexicon.words().numbers))
    between = rf"(?:[ -](?!(?:{others})\b)[A-Za-z'’-]+){{0,4}}?"
    plain = number_pattern().replace("(", "(?:", 1)
    return re.compile(
        rf"(?<![\w.,/$€£:-]){number}(?![.,]?\d|%)"
        rf"(?:(?P<whole> of (?:the|its|their|all) {plain})?{between}[ -](?P<noun>{things}|{_ANYTHING})\b)?",
        re.IGNORECASE,
    )


@functools.cache
def _backward() -> re.Pattern[str]:
    number = f"(?P<n>{count_pattern()})"
    things = "|".join(rf"(?P<t_{name}>{'|'.join(forms)})" for name, forms in _lists().things.items())
    lead = r"(?:about|around|some|nearly|almost|roughly|only|just|(?:fewer|less|more|no more) than|at (?:least|most))"
    return re.compile(
        rf"\b(?:number|count|total|tally|figure)s? of (?:(?!and\b|to\b)[\w'’-]+ ){{0,4}}?(?P<noun>{things})\b"
        rf"(?: [\w'’-]+){{0,7}}? (?:at|to|is|was|reached|as) (?:{lead} )?{number}(?![.,]?\d|%)",
        re.IGNORECASE,
    )
