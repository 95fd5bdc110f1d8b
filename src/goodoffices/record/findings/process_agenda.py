"""What is carried over: what a sentence says will be taken up at a later meeting, and what was told to whom."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from .process_note import Note
from .process_setting import Setting, joined_notes
from .process_words import any_of, pattern, process_words
from .sentences import Sentence

__all__ = ["carried", "messages"]


@functools.cache
def _later() -> tuple[re.Pattern[str], ...]:
    words, nouns = process_words().agenda, process_words().nouns
    sitting = any_of((*nouns["sittings"], "week", "month", "phase", "stage", "date"))
    later = rf"{any_of(words['later'])}\s(?:\w+ ){{0,2}}?{sitting}[^,;.]{{0,60}}"
    lead = r"[^,;.:]{0,90}"
    deferred = rf"{any_of(words['deferred'])}\s(?:\w+ ){{0,3}}?(?:to|until|till|for)\s(?:the |a |an )?"
    resumed = rf"{any_of(words['ahead'])}\s[^;.]{{0,30}}?{any_of(words['resume'])}\b[^;.]{{0,60}}?"
    continued = rf"{any_of(words['continued'])}\s{any_of(nouns['sittings'])}\b[^,;.]{{0,40}}?"
    return (
        pattern(lead, deferred, later),
        pattern(lead, resumed, later),
        re.compile(continued + r"\b(?:in\s[A-Z]|on\s[A-Z]|next\b|later\b|soon\b)[^,;.]{0,50}"),
    )


def carried(setting: Setting) -> tuple[Note, ...]:
    """The items that a sentence leaves to a later meeting.

    Args:
        setting: The sentences and actors.

    Returns:
        Notes with the clause; their issues are those of the same sentence.
    """
    return joined_notes(note for sentence in setting.sentences for note in _carried(setting, sentence))


def _carried(setting: Setting, sentence: Sentence) -> Iterator[Note]:
    if not setting.may_hold(sentence, "agenda", "deferred", "resume", "continued"):
        return
    match = next((found for pattern in _later() if (found := pattern.search(sentence.text))), None)
    if match and not re.search(r"\b(?:if|unless|not)\b", match[0]):
        yield setting.note("carried", sentence, sentence.text, who=setting.named(match[0]))


@functools.cache
def _passing() -> re.Pattern[str]:
    verbs = any_of(process_words().messages["passing"])
    return re.compile(
        rf"{verbs}\s(?P<what>(?:\w+ ){{0,4}}?messages?)\s(?:\w+ ){{0,2}}?to\s(?P<to>[^;.:]{{2,90}})", re.IGNORECASE
    )


def messages(setting: Setting) -> tuple[Note, ...]:
    """The messages that a sentence says were passed on, with how it calls them ("a consistent message")."""
    return joined_notes(note for sentence in setting.sentences for note in _message(setting, sentence))


def _message(setting: Setting, sentence: Sentence) -> Iterator[Note]:
    if not setting.may_hold(sentence, "messages", "passing"):
        return
    match = _passing().search(sentence.text)
    if match is None:
        return
    to = setting.named(match["to"].split(",")[0])
    who = tuple(one for one in setting.named(sentence.text[: match.start()]) if one not in to)[-1:]
    speaker = setting.speaker(sentence)
    people = tuple(one for one in to if setting.actors[one].kind == "person")
    if to:
        sender = who or ((speaker,) if speaker and speaker not in to else ())
        yield setting.note("message", sentence, sentence.text, who=sender, to=people or to)
