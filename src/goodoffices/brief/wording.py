"""The words that a brief uses, read from a data file: labels of kinds and states, verbs, month names."""

from __future__ import annotations

import functools
from importlib import resources

import msgspec

__all__ = ["KindWords", "SureWords", "Wording", "sure_words", "wording"]


class KindWords(msgspec.Struct, frozen=True):
    """A kind of finding: the letter of its labels, its name for one and for many."""

    letter: str
    one: str
    many: str


class SureWords(msgspec.Struct, frozen=True):
    """How likely a finding is read right: the lowest probability in [0, 1] for these words, and the note, if any."""

    at_least: float
    words: str
    note: str = ""


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of `data/wording.toml`; the comments there say what each table is for."""

    months: tuple[str, ...]
    too_broad: tuple[str, ...]
    kinds: dict[str, KindWords]
    actor_kinds: dict[str, str]
    tenure: dict[str, str]
    meeting_verbs: dict[str, str]
    stance_verbs: dict[str, str]
    meeting_states: dict[str, str]
    issue_states: dict[str, str]
    mechanism_states: dict[str, str]
    event_kinds: dict[str, str]
    cell_states: dict[str, str]
    cell_meaning: dict[str, str]
    verdicts: dict[str, str]
    polarity: dict[str, str]
    trigger_words: dict[str, tuple[str, ...]]
    sure: tuple[SureWords, ...]


@functools.cache
def wording() -> Wording:
    """The words, read once."""
    data = resources.files(__package__).joinpath("data/wording.toml").read_bytes()
    return msgspec.toml.decode(data, type=Wording)


def sure_words(confidence: float) -> SureWords:
    """The words for a probability in [0, 1] that a finding is read right."""
    return next(step for step in wording().sure if confidence >= step.at_least)
