"""The patterns of disputes, and parts of sentences."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import TYPE_CHECKING

import msgspec

from ..pipeline import straighten
from ..sieve import Sieve

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..document import Sentence

__all__ = ["Cut", "disputing", "pattern"]


class Disputing(msgspec.Struct, frozen=True):
    """The word lists by which disputes are read (`data/disputes.toml` says what each is for)."""

    claims: tuple[str, ...]
    denials: tuple[str, ...]
    embedded: tuple[str, ...]
    blaming: tuple[str, ...]
    blows: tuple[str, ...]
    claiming: tuple[str, ...]
    wanting: tuple[str, ...]
    refusing: tuple[str, ...]
    mutual: tuple[str, ...]
    accusing: tuple[str, ...]
    differing: tuple[str, ...]
    turning: tuple[str, ...]
    telling: tuple[str, ...]
    negating: tuple[str, ...]
    intending: tuple[str, ...]
    striking: tuple[str, ...]
    violence: tuple[str, ...]
    moving: tuple[str, ...]
    moving_plainly: tuple[str, ...]
    planning: tuple[str, ...]
    planning_surely: tuple[str, ...]
    dating_old: tuple[str, ...]
    dating_new: tuple[str, ...]
    accused: tuple[str, ...]
    parts: tuple[str, ...]
    toll: tuple[str, ...]
    matters: dict[str, tuple[str, ...]]
    figures: dict[str, tuple[str, ...]]


class Cut(msgspec.Struct, frozen=True, eq=False):
    """A part of a sentence, by offsets in its text."""

    sentence: Sentence
    start: int
    end: int

    @property
    def text(self) -> str:
        """Its characters, with straight quotes."""
        return straighten(self.sentence.text[self.start : self.end]).replace("\n", " ")

    @property
    def first(self) -> int:
        """Offset of its first character in the report's text."""
        return self.sentence.start + self.start

    @property
    def last(self) -> int:
        """Offset behind its last."""
        return self.sentence.start + self.end

    def cut(self, start: int, end: int) -> Cut:
        """A part of it, without the blanks and signs at its ends."""
        text = self.sentence.text[self.start + start : self.start + end]
        left = len(text) - len(text.lstrip(" ,;:\n"))
        return Cut(self.sentence, self.start + start + left, self.start + start + max(len(text.rstrip(" ,;:\n")), left))

    def token_at(self, at: int) -> Token | None:
        """The token that stands at an offset of its text."""
        return self.verb_in(at, at + 1)

    def verb_in(self, first: int, last: int) -> Token | None:
        """The first verb among the tokens between two offsets of its text, else the first token."""
        base = self.sentence.block.start
        low, high = self.first + first - base, self.first + last - base
        tokens = [t for t in self.sentence.span if t.idx < high and t.idx + len(t) > low]
        return next((t for t in tokens if t.pos_ in {"VERB", "AUX"}), tokens[0] if tokens else None)


@functools.cache
def disputing() -> Disputing:
    """The word lists."""
    text = resources.files(__package__).joinpath("data/disputes.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Disputing)


@functools.cache
def pattern(name: str) -> Sieve:
    """The patterns of one list as one; `claiming_strong` is the first entry of `claiming` alone."""
    lists = disputing()
    forms = lists.claiming[:1] if name == "claiming_strong" else getattr(lists, name)
    claims = f"(?:{'|'.join(lists.claims)})"
    frame = r"\b(?:{})\b" if name in {"violence", "telling"} else "(?:{})"
    return Sieve([form.replace("{claim}", claims) for form in forms], frame)
