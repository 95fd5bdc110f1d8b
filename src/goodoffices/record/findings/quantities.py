"""Clashes of quantities: a strip of ten kilometres or of five, a fifth of the seats or a third, 30 million or 100."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from goodoffices.record.content import Content

from .cast import Cast
from .claims import Claim
from .clash import Clash
from .measured import clause_of, is_wanted, matter_of
from .sentences import Sentence, sentences_of
from .shelf import Shelf
from .stocks import number_in, number_pattern
from .topics import Topics
from .voices import voice_of_sentence
from .wording import shared

__all__ = ["clashes_of_quantity"]

_UNITS = {
    "km": (r"kilomet(?:re|er)s?|km", 1.0),
    "miles": (r"miles?", 1.61),
    "metres": (r"met(?:re|er)s", 0.001),
    "share": (r"per ?cent|%", 1.0),
    "hectares": (r"hectares?", 1.0),
}
_KINDS = {"km": "distance", "miles": "distance", "metres": "distance", "share": "share", "hectares": "area"}
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "m": 1e6, "bn": 1e9}
_COINS = (
    r"dollars?|euros?|pounds?|roubles?|rubles?|francs?|rupees?|shillings?|pesos?|rand|riyals?|dinars?|kina|naira|birr"
)
_OTHER_PART = re.compile(
    r"\b(?:another|further|additional|more|extra|other|remaining|first|initial|rest|up|down|fell|rose|cut) (?:\w+ )?$",
    re.IGNORECASE,
)
_ROUGH = 0.1
_COMMON = 2
_MUCH = 0.4
_DAYS = 21
_POSTING = 30


class _Quantity(msgspec.Struct, frozen=True):
    """A quantity that a clause gives, and what the clause is about."""

    sentence: Sentence
    kind: str
    value: float
    text: str
    words: frozenset[str]


def clashes_of_quantity(claims: Iterable[Claim[Content]], cast: Cast, shelf: Shelf) -> Iterator[Clash]:
    """Find where reports of one time give two quantities of one thing."""
    index: dict[str, list[_Quantity]] = defaultdict(list)
    for report in shelf.originals:
        for sentence in sentences_of(report):
            for quantity in _quantities(sentence, cast):
                if len(index[quantity.kind]) < _POSTING:
                    index[quantity.kind].append(quantity)
    pairs = [pair for _, told in sorted(index.items()) for pair in _pairs(told, shelf)]
    topics = Topics(claims) if pairs else None
    for one, other in pairs:
        if topics is not None:
            low, high = sorted((one, other), key=lambda each: each.value)
            voices = tuple(voice_of_sentence(each.sentence, topics, shelf) for each in (one, other))
            issue = topics.common_issue(one.sentence, other.sentence)
            yield Clash(about=f"How much: {low.text} or {high.text}", issue=issue, voices=voices)


def _pairs(told: Sequence[_Quantity], shelf: Shelf) -> Iterator[tuple[_Quantity, _Quantity]]:
    for place, one in enumerate(told):
        for other in told[place + 1 :]:
            apart = one.sentence.report != other.sentence.report and _in_time(one, other, shelf)
            if apart and _clash(one, other) and not _told_both_ways(one, other, told):
                yield one, other


def _clash(one: _Quantity, other: _Quantity) -> bool:
    common = one.words & other.words
    return not _fits(one, other) and len(common) >= _COMMON and shared(one.words, other.words) >= _MUCH


def _fits(one: _Quantity, other: _Quantity) -> bool:
    return abs(one.value - other.value) <= _ROUGH * max(one.value, other.value)


def _told_both_ways(one: _Quantity, other: _Quantity, told: Sequence[_Quantity]) -> bool:
    """Does one of the two reports give both? They are of two things then, or it tells of the change."""
    return any(
        each.sentence.report == mine.sentence.report and _fits(each, theirs)
        for mine, theirs in ((one, other), (other, one))
        for each in told
    )


def _in_time(one: _Quantity, other: _Quantity, shelf: Shelf) -> bool:
    days = shelf.day(one.sentence.report), shelf.day(other.sentence.report)
    return days[0] is None or days[1] is None or abs(days[0] - days[1]) <= dt.timedelta(days=_DAYS)


def _quantities(sentence: Sentence, cast: Cast) -> Iterator[_Quantity]:
    text = sentence.said
    if sentence.asks or not _any().search(text):
        return
    for match in _pattern().finditer(text):
        value, kind = _value(match)
        if value is None or _OTHER_PART.search(text[: match.start()]) or is_wanted(text, match.start(), match.end()):
            continue
        start, end = clause_of(text, match.start())
        words = matter_of(text[start : match.start()] + text[match.end() : end])
        about = frozenset(word for word in words if not cast.names_any(word))
        yield _Quantity(sentence, kind, value, match[0].strip(), about)


def _value(match: re.Match[str]) -> tuple[float | None, str]:
    if match["sum"]:
        return _scaled(match["sum"], match["scale"]), "money"
    if match["coin"]:
        return _scaled(match["count"], match["size"]), f"money {match['coin'].casefold().rstrip('s')[:4]}"
    name = next(name for name in _UNITS if match[name])
    whole = _scaled(match["n"], None)
    return (whole * _UNITS[name][1] if whole is not None else None), _KINDS[name]


def _scaled(text: str, scale: str | None) -> float | None:
    decimal = re.fullmatch(r"(\d[\d,]*)(\.\d+)?", text)
    whole = float(text.replace(",", "")) if decimal else number_in(text)
    return None if whole is None else whole * _SCALES.get((scale or "").casefold(), 1.0)


@functools.cache
def _any() -> re.Pattern[str]:
    units = "|".join(unit for unit, _ in _UNITS.values())
    return re.compile(rf"[$€£%]|\b(?:{units}|{_COINS})\b", re.IGNORECASE)


@functools.cache
def _pattern() -> re.Pattern[str]:
    first, second = (number_pattern().replace("(", f"(?P<{name}>", 1).removesuffix(r"\b") for name in ("n", "count"))
    units = "|".join(rf"(?P<{name}>{form})" for name, (form, _) in _UNITS.items())
    scales = "|".join(_SCALES)
    return re.compile(
        rf"[$€£](?P<sum>\d[\d,]*(?:\.\d+)?)(?: ?(?P<scale>{scales})\b)?"
        rf"|(?<![\w.]){second}(?:\.\d+)?(?: (?P<size>{scales}))? (?:US |American )?(?P<coin>{_COINS})\b"
        rf"|(?<![\w.]){first}(?:\.\d+)?[ -]?(?:square )?(?:{units})(?!\w)",
        re.IGNORECASE,
    )
