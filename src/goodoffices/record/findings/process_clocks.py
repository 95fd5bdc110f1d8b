"""What a day of delay is said to cost, and by when something is said to end."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from .process_note import Detail, Note
from .process_setting import Setting, hypothetical, joined_notes
from .process_words import any_of, process_words, within
from .sentences import Sentence

__all__ = ["clocks", "deadlines"]

_NEAR = 90
"""Characters between the words for "every day" and those for the loss, at most."""
_RATE = re.compile(
    r"(?:\$|€|£)?\d[\d,.]*(?:\s(?:million|billion|thousand|hundred))?(?:\s(?!a\b|per\b|every\b|each\b)\w+){0,3}"
)
_NONE = re.compile(r"\b(?:no|not|never|without|denied|denies)\b[^,;:]{0,30}$", re.IGNORECASE)
_PER = re.compile(r"\d[\d,.]*(?:\s\w+){0,4}\s(?:a|per|each|every)\s(?:day|week|month|hour)\b")


def clocks(setting: Setting) -> tuple[Note, ...]:
    """What sentences say is lost with each day or week ("our people are dying every day").

    Args:
        setting: The sentences and actors.

    Returns:
        Notes with the sentence; a number that stands there is the detail ``rate``.
    """
    return joined_notes(note for sentence in setting.sentences for note in _clock(setting, sentence))


def _clock(setting: Setting, sentence: Sentence) -> Iterator[Note]:
    if not setting.may_hold(sentence, "clocks", "losing"):
        return
    every = within("clocks", "every").search(sentence.text) or _PER.search(sentence.text)
    if every is None:
        return
    around = sentence.text[max(every.start() - _NEAR, 0) : every.end() + _NEAR]
    if not within("clocks", "losing").search(around):
        return
    rate = _PER.search(sentence.text) or _RATE.search(around)
    details = (Detail("rate", rate[0]),) if rate else ()
    speaker = setting.speaker(sentence)
    yield setting.note("clock", sentence, sentence.text, who=(speaker,) if speaker else (), details=details)


@functools.cache
def _deadline() -> re.Pattern[str]:
    words = process_words().clocks
    ends = rf"{any_of(words['terms'])}\b[^,;.]{{0,40}}?{any_of(words['expiring'])}"
    return re.compile(rf"{any_of(words['deadline'])}|{ends}", re.IGNORECASE)


def deadlines(setting: Setting) -> tuple[Note, ...]:
    """The deadlines, ultimatums and expiries that sentences name."""
    return joined_notes(note for sentence in setting.sentences for note in _of_deadline(setting, sentence))


def _of_deadline(setting: Setting, sentence: Sentence) -> Iterator[Note]:
    if not setting.may_hold(sentence, "clocks", "deadline", "terms"):
        return
    match = _deadline().search(sentence.text)
    if match is None or _NONE.search(sentence.text[: match.start()]):
        return
    if "deadline" in match[0].casefold() or not hypothetical(sentence.text, match.start()):
        yield setting.note("deadline", sentence, sentence.text, who=setting.named(sentence.text)[:3])
