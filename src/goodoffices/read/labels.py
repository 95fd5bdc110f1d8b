"""The label of a turn: the name before what is said, in the shapes that transcripts use."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources
from typing import Any

import msgspec

from .lines import Line

__all__ = ["Turn", "asks", "dashed_label", "label_at", "label_form", "layout_words", "lone_label", "titled"]

_NAME_CHARS = 140
_NAME_WORDS = 9
_WORDS_IN_ALL = 16
"""Words of a name in capitals with its office behind it, at most."""
_TITLE_NAMES = 6
_LONE_WORDS = 5
_OFFICE_NAMES = 4
_QUESTION = re.compile(
    r"(?:\*\*|__|[*_])?(Q|A)\d{0,2}(?:\*\*|__|[*_])?(?:[.:](?:\*\*|__|[*_])?|[ \t]+[–—]|(?<=Q)(?=[ \t]))[ \t]+"
    r"(?=[^a-z\W]|[“\"'‘(\[¿…])"
)
_STAMP = (
    r"(?:[\[(]\d{1,2}:\d{2}(?::\d{2})?[\])][ \t]*|\d{1,2}:\d{2}(?::\d{2})?[ \t]+"
    r"|[\[(](?i:clip|audio|sound|soundbite|tape|actuality|recording|insert|voice|video)[^\])\n]{0,30}[\])][ \t]*)?"
)
"""What may stand before a label: the time, or that a recording is played ("[CLIP]")."""
_LABEL = re.compile(
    rf"{_STAMP}(?P<open>\*\*|__|[*_\[])?(?P<name>[^\W\d_][^:*\[\]_]*?)(?:\*\*|__|[*_\]])?"
    r"[ \t]*:(?:\*\*|__|[*_])?(?:[ \t]+|$)"
)
_DASHED = re.compile(rf"{_STAMP}(?P<name>[^\W\d_][^:;–—\n]{{1,60}}?)\.?[ \t]+[–—][ \t]+(?=[^a-z])")
_LONE = re.compile(r"(?:\*\*|__)?(?P<name>[^\W\d_][^:;.?!*_–—\n]{1,60}?)(?:\*\*|__)?")
_ASIDE = re.compile(r"[ \t]*[(\[][^()\[\]]*[)\]]")


class Turn(msgspec.Struct, frozen=True):
    """The label of a turn.

    Attributes:
        start: Offset of the speaker's name.
        end: Offset behind it.
        behind: Offset of what is said, or of the end of the line.
        name: The name in one form, for comparing.
        form: ``question``, ``capitals``, ``bold`` or ``name``.
    """

    start: int
    end: int
    behind: int
    name: str
    form: str


@functools.cache
def layout_words() -> dict[str, frozenset[str]]:
    """The word lists of the layout, by name."""
    text = resources.files(__package__).joinpath("data/layout.toml").read_text(encoding="utf-8")
    table: dict[str, Any] = tomllib.loads(text)
    return {key: frozenset(words) for key, words in table.items()}


@functools.lru_cache(maxsize=2048)
def titled(name: str) -> bool:
    """Does a name open with an office or a title?"""
    return name.split(" ", 1)[0].strip(".") in layout_words()["titles"]


@functools.lru_cache(maxsize=2048)
def asks(name: str) -> bool:
    """Is a label that of one who only asks ("HOST", "Reporter, BBC", "GEORGIAN JOURNALIST")?"""
    plain = name.lower().strip(" .*_")
    words = re.findall(r"\w+", plain)
    return plain in layout_words()["questions"] or bool({*words[:1], *words[-1:]} & layout_words()["askers"])


def label_at(line: Line) -> Turn | None:
    """Read the label, with its colon, that a line opens with, or None where it opens with none."""
    head = line.text[:_NAME_CHARS]
    asked = _QUESTION.match(head)
    if asked:
        start = line.start + asked.start(1)
        return Turn(start, start + 1, line.start + asked.end(), asked[1].lower(), "question")
    found = _LABEL.match(head) if ":" in head else None
    if not found:
        return None
    name = _ASIDE.sub("", found["name"]).strip()
    form = label_form(name, bold=found["open"] in {"**", "__"})
    if form is not None and any(asks(aside.strip(" ()[]")) for aside in _ASIDE.findall(found["name"])):
        form = "question"  # "Nadia Pierre (host): ..."
    if form is None or not _speech(line.text[found.end() : found.end() + 4]):
        return None
    return _turn(line, found, name, form)


def dashed_label(line: Line) -> Turn | None:
    """Read a name with a dash behind it ("Rolando Morán — We have ...")."""
    found = _DASHED.match(line.text[:_NAME_CHARS])
    name = _ASIDE.sub("", found["name"]).strip() if found else ""
    form = label_form(name, bold=False) if name else None
    return _turn(line, found, name, form) if found and form else None


def lone_label(line: Line) -> Turn | None:
    """Read a line that is a name and nothing else, with what it says under it."""
    found = _LONE.fullmatch(line.text) if len(line.text) < _NAME_CHARS else None
    name = _ASIDE.sub("", found["name"]).strip() if found else ""
    form = label_form(name, bold=line.text.startswith(("**", "__"))) if 0 < len(name.split()) <= _LONE_WORDS else None
    return _turn(line, found, name, form) if found and form else None


def _turn(line: Line, found: re.Match[str], name: str, form: str) -> Turn:
    start = line.start + found.start("name")
    end = start + len(re.split(r"[ \t]*[(\[]", found["name"], maxsplit=1)[0].rstrip())  # without what is in brackets
    return Turn(start, end, line.start + found.end(), name.lower(), form)


def _speech(start: str) -> bool:
    """Does what follows the colon look like the start of something said?"""
    bare = start.lstrip("“\"'‘([…¿¡*. ")
    return not bare or not bare[0].islower()


@functools.lru_cache(maxsize=2048)
def label_form(name: str, *, bold: bool) -> str | None:
    """The form of a name as a label: ``question``, ``capitals``, ``bold`` or ``name``; None where it cannot be one."""
    words = name.replace(",", " ").split()
    lowered = name.lower().strip(".")
    capitals = _capitals_with_office(name) and len(words) <= _WORDS_IN_ALL
    if not words or (len(words) > _NAME_WORDS and not capitals) or lowered in layout_words()["labels"]:
        return None
    if asks(name.partition(",")[0] if capitals else name):
        return "question"
    letters = [char for char in name if char.isalpha()]
    if capitals or (len(letters) > 1 and all(not char.islower() for char in letters)):
        return "capitals"
    front = name.partition(",")[0].split()
    office = words[len(front) :]
    if not _written_as_name(front) or not words[0][0].isupper():
        return None
    if not _written_as_name(office):
        # "Dev Gurung, chief negotiator of the Maoists": no more than the office may be in small letters
        return "name" if 1 < len(front) <= _OFFICE_NAMES and office[0].lower() in layout_words()["titles"] else None
    return "bold" if bold else ("name" if len(words) <= _TITLE_NAMES else None)


def _capitals_with_office(name: str) -> bool:
    """ "HUMBERTO DE LA CALLE, head of the government delegation": a name in capitals, and behind it what is not."""
    front, comma, office = name.partition(",")
    letters = [char for char in front if char.isalpha()]
    named = len(letters) > 1 and not any(char.islower() for char in letters) and len(front.split()) <= _LONE_WORDS
    return bool(comma) and named and any(char.islower() for char in office)


def _written_as_name(words: list[str]) -> bool:
    small = layout_words()["particles"]
    return all(
        word[0].isupper() or word.lower().strip("'’.-") in small or word.lower().partition("-")[0] in small
        for word in words  # "al-Amami"
    )
