"""References of a text to its own provisions: "point 12", "Article 7(2)", "paragraphs 3 and 4 above", "Annex B"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

import msgspec

from .words import data

__all__ = ["NAMED", "Reference", "find_references", "read_path", "singular"]

_UNITS = (
    r"(?i:(?P<unit>(?:sub-?)?(?:points?|paragraphs?|paras?|articles?|arts?|sections?|clauses?|annex(?:es)?|appendi(?:x|ces)"
    r"|schedules?|chapters?|parts?|phases?|stages?|steps?|items?|measures?|titles?|provisions?|protocols?)))"
)
_NUMBER_WORDS = "(?i:one|two|three|four|five|six|seven|eight|nine|ten)"
_LABEL = (
    rf"(?:\d{{1,4}}(?:\.\d{{1,3}}){{0,4}}[a-z]?(?![\w%])|[IVXLC]{{1,7}}\b|[A-Z]\b|{_NUMBER_WORDS}\b)(?:\s?\([a-z0-9]{{1,4}}\)){{0,3}}"
    r"|\([a-z0-9]{1,4}\)(?:\s?\([a-z0-9]{1,4}\)){0,2}"
)
_JOIN = r"(?:\s{0,3},\s{0,3}(?:and\s{1,3}|or\s{1,3})?|\s{1,3}(?:and|or|to|through)\s{1,3}|\s?[-–]\s?)"
_REFERENCE = re.compile(
    rf"\b{_UNITS}\.?\s{{1,3}}(?P<labels>(?:{_LABEL})(?:{_JOIN}(?:{_LABEL})(?!\s?(?:days|hours|km))){{0,12}})"
)
_ORDINAL = re.compile(
    r"(?i)\bthe\s+(?P<ordinal>first|second|third|fourth|fifth|sixth|seventh|eighth)\s+(?P<unit>phase|stage|step)\b"
)
_PREVIOUS = re.compile(
    r"(?i)\b(?:preceding|previous|foregoing)\s+(?P<unit>point|paragraph|article|section|clause|phase|stage|step)\b(?!s)"
)
_ONE = re.compile(_LABEL)
_RANGE = re.compile(r"\s{1,3}(?:to|through)\s{1,3}|\s?[-–]\s?")
_OUTSIDE = re.compile(
    r"\s{1,3}(?:of|to|in|from|under)\s{1,3}(?:(?P<this>this|the\s+present|the\s+same)\s|(?P<what>[^\n.;:,()]{3,60}))"
)
_BEFORE = re.compile(
    r"(?i)(?:resolution|convention|charter|treaty|law|code|protocol|constitution|statute|act|memorandum|decree)\b[^.;\n]{0,40}$"
)
_ROMAN = re.compile(r"[IVXLC]+")
NAMED = re.compile(rf"{_UNITS}\.?\s{{1,3}}(?P<label>(?:{_LABEL}))")


class Reference(msgspec.Struct, frozen=True):
    """A reference to provisions by number.

    Attributes:
        unit: What it calls them, in the singular: "point", "article", ...
        paths: The numbers named, each from the outermost part in: ("7", "2") for "7(2)".
        words: As it stands.
        start: Offset of its first character.
        end: Offset behind its last.
        outside: The other document that it points into ("the Charter"), or "".
        previous: Does it point at the provision before ("the preceding paragraph")?
    """

    unit: str
    paths: tuple[tuple[str, ...], ...]
    words: str
    start: int
    end: int
    outside: str = ""
    previous: bool = False


def find_references(text: str, start: int = 0, title: str = "") -> list[Reference]:
    """Find the references in a clause.

    Args:
        text: Its words.
        start: Offset of its first character.
        title: Title of the whole text: "point 1 of the Protocol" points outside a text that is no protocol.
    """
    found = [_numbered(match, text, start, title) for match in _REFERENCE.finditer(text)]
    for match in _ORDINAL.finditer(text):
        number = str(data("places")["ordinals"][match["ordinal"].lower()])
        found.append(
            Reference(match["unit"].lower(), ((number,),), match[0], start + match.start(), start + match.end())
        )
    for match in _PREVIOUS.finditer(text):
        span = (start + match.start(), start + match.end())
        found.append(Reference(match["unit"].lower(), (), match[0], *span, previous=True))
    return sorted((each for each in found if each.paths or each.previous), key=lambda each: each.start)


def _numbered(match: re.Match[str], text: str, start: int, title: str) -> Reference:
    unit = singular(match["unit"])
    paths = tuple(_paths(match["labels"]))
    if unit in data("places")["figures"] and not all(path[0].isdigit() for path in paths):
        paths = ()
    if unit in {"annex", "appendix", "schedule"}:
        paths = tuple(path for path in paths if path)
    outside = _outside(text, match, title)
    return Reference(unit, paths, match[0], start + match.start(), start + match.end(), outside)


def _outside(text: str, match: re.Match[str], title: str) -> str:
    after = _OUTSIDE.match(text, match.end())
    if after and after["what"] and not _points_inside(after["what"], title):
        return after["what"].strip()
    before = _BEFORE.search(text[max(0, match.start() - 60) : match.start()])
    return before[0].strip() if before and not (after and after["this"]) and "this" not in before[0].lower() else ""


def _points_inside(what: str, title: str) -> bool:
    """Is "of ..." a part of this text ("of Annex B"), itself, or no document at all?"""
    first = what.split(maxsplit=1)[0] if what.split() else ""
    if NAMED.match(what) or first in {"which", "its", "good", "full", "order", "accordance"}:
        return True
    named = re.search(
        r"(?i)\b(agreement|protocol|roadmap|plan|accord|treaty|memorandum|package|resolution|declaration)\b", what
    )
    if named:
        return named[1].lower() in title.lower() and not re.search(r"\d{2,}", what)
    return not re.search(r"[A-Z]|\b(?:law|convention|charter|statute|constitution|code)\b", what)


def singular(unit: str) -> str:
    """The name of a unit in the singular and written out.

    Args:
        unit: As the text has it: "Paras", "Annexes", "sub-paragraph".
    """
    lower = unit.lower().replace("sub-", "sub")
    fixed = {
        "annexes": "annex",
        "appendices": "appendix",
        "paras": "paragraph",
        "para": "paragraph",
        "arts": "article",
        "art": "article",
    }
    return fixed.get(lower, lower if lower in {"annex", "appendix"} else lower.removesuffix("s"))


def _paths(labels: str) -> Iterator[tuple[str, ...]]:
    found = list(_ONE.finditer(labels))
    for place, each in enumerate(found):
        path = read_path(each[0])
        if place and _RANGE.fullmatch(labels, found[place - 1].end(), each.start()):
            yield from _between(read_path(found[place - 1][0]), path)
        yield path


def _between(first: tuple[str, ...], last: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The numbers that "3 to 6" passes over."""
    longest = 60
    if first[:-1] == last[:-1] and first[-1].isdigit() and last[-1].isdigit():
        low, high = int(first[-1]), int(last[-1])
        yield from ((*first[:-1], str(each)) for each in range(low + 1, min(high, low + longest)))


@functools.lru_cache(maxsize=20_000)
def read_path(label: str) -> tuple[str, ...]:
    """The parts of a number, each in one form: "7(2)" is ("7", "2"), "IV" is ("4",), "two" is ("2",).

    Args:
        label: The number as the text has it.
    """
    return tuple(_normal(each) for each in re.findall(r"\w+", label))


def _normal(label: str) -> str:
    """Roman numerals in capitals and number words become figures; letters small ones."""
    cardinals = data("places")["cardinals"]
    if label.lower() in cardinals:
        return str(cardinals[label.lower()])
    if _ROMAN.fullmatch(label):
        return str(_roman(label))
    return (label.lstrip("0") or "0").lower()


def _roman(label: str) -> int:
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
    figures = [values[each] for each in label]
    return sum(-a if a < b else a for a, b in zip(figures, [*figures[1:], 0], strict=True))
