"""The turns of a transcript: which lines open with the name of a speaker.

A name before a colon alone proves nothing ("Background: ..."). It is a turn where the whole text is a transcript:
names in capitals or bold, questions, or names that come again and again.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from importlib import resources
from typing import Any

import msgspec

from .lines import Line

__all__ = ["Turn", "find_turns", "layout_words"]

_NAME_CHARS = 90
_NAME_WORDS = 9
_TITLE_NAMES = 6
_REPEATED = 2
_SEVERAL = 4
_QUESTION = re.compile(r"(Q|A)(?:[.:]|(?<=Q)(?=[ \t]))[ \t]+(?=[^a-z\W]|[“\"'‘(\[¿…])")
_LABEL = re.compile(r"(?P<open>\*\*|__|\[)?(?P<name>[^\W\d_][^:*\[\]]*?)(?:\*\*|__|\])?[ \t]*:(?:\*\*|__)?(?:[ \t]+|$)")
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


def find_turns(lines: Sequence[Line]) -> dict[int, Turn]:
    """Find the lines that open a turn.

    Returns:
        Index of the line -> its label; empty where the text is no transcript.
    """
    labels = {at: turn for at, line in enumerate(lines) if (turn := _label(line)) is not None}
    counts = _counts([turn.name for turn in labels.values()])
    strong = {at: turn for at, turn in labels.items() if turn.form != "name"}
    if _is_transcript(strong):
        return {
            at: turn
            for at, turn in labels.items()
            if turn.form != "name" or counts[turn.name] >= _REPEATED or _titled(turn.name)
        }
    repeated = [name for name, count in counts.items() if count >= _REPEATED]
    if len(labels) >= _SEVERAL and repeated and len(counts) > 1 and 2 * len(counts) <= 1.5 * len(labels):
        return labels
    return {}


def _counts(names: Sequence[str]) -> Counter[str]:
    """How often each speaker speaks, under each name of theirs: "koirala" is "girija koirala, prime minister"."""
    plain = Counter(names)
    bare = {name: _bare(name) for name in plain}
    short: dict[str, list[str]] = {}
    for name, words in bare.items():
        if words:
            short.setdefault(words[-1], []).append(name)
    counts = Counter(plain)
    for same in short.values():
        whole = [name for name in same if len(bare[name]) > 1]
        if len(same) > 1 and len(whole) == 1:  # with two full names, a surname alone tells nothing
            together = sum(plain[name] for name in same)
            counts.update({name: together - plain[name] for name in same})
    return counts


def _bare(name: str) -> list[str]:
    """The words of a speaker's name, without titles in front and offices behind a comma."""
    words = name.partition(",")[0].split()
    while len(words) > 1 and words[0].strip(".") in layout_words()["titles"]:
        words = words[1:]
    return words


def _is_transcript(strong: dict[int, Turn]) -> bool:
    """Two turns in capitals, bold or questions make a transcript; one does where it opens with an office."""
    names = {turn.name for turn in strong.values()}
    asked = any(turn.form == "question" for turn in strong.values())
    if len(strong) > 1 and (asked or len(names) > 1 or len(strong) > _REPEATED):
        return True
    return any(_titled(turn.name) and len(turn.name.split()) > 1 for turn in strong.values())


def _titled(name: str) -> bool:
    return name.split(" ", 1)[0].strip(".") in layout_words()["titles"]


def _label(line: Line) -> Turn | None:
    head = line.text[:_NAME_CHARS]
    asked = _QUESTION.match(head)
    if asked:
        return Turn(line.start, line.start + 1, line.start + asked.end(), asked[1].lower(), "question")
    found = _LABEL.match(head) if ":" in head else None
    if not found:
        return None
    name = _ASIDE.sub("", found["name"]).strip()
    form = _form(name, bold=found["open"] in {"**", "__"})
    if form is None or not _speech(line.text[found.end() : found.end() + 4]):
        return None
    start = line.start + found.start("name")
    return Turn(start, start + _name_end(found["name"]), line.start + found.end(), name.lower(), form)


def _name_end(name: str) -> int:
    """Where the name ends, without what stands in brackets behind it."""
    return len(re.split(r"[ \t]*[(\[]", name, maxsplit=1)[0].rstrip())


def _speech(start: str) -> bool:
    """Does what follows the colon look like the start of something said?"""
    bare = start.lstrip("“\"'‘([…¿¡*. ")
    return not bare or not bare[0].islower()


def _form(name: str, *, bold: bool) -> str | None:
    words = name.replace(",", " ").split()
    small = layout_words()["particles"]
    lowered = name.lower().strip(".")
    if not words or len(words) > _NAME_WORDS or lowered in layout_words()["labels"]:
        return None
    if lowered in layout_words()["questions"]:
        return "question"
    letters = [char for char in name if char.isalpha()]
    if len(letters) > 1 and all(not char.islower() for char in letters):
        return "capitals"
    front = name.partition(",")[0].split()
    named = all(word.lower().strip("'’.-") in small or word[0].isupper() for word in front) and words[0][0].isupper()
    office = words[len(front) :]
    if named and not all(word.lower().strip("'’.-") in small or word[0].isupper() for word in office):
        # "Dev Gurung, chief negotiator of the Maoists": no more than the office may be in small letters
        return "name" if 1 < len(front) <= _SEVERAL and office[0].lower() in layout_words()["titles"] else None
    if not named:
        return None
    return "bold" if bold else ("name" if len(words) <= _TITLE_NAMES else None)
