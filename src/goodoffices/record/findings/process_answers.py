"""What one side accuses another of, and what the reports have of an answer; readouts of talks that differ."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

import msgspec

from .process_access import before_verb
from .process_note import Detail, Note
from .process_setting import Setting, clean, cut, joined_notes
from .process_words import any_of, process_words, within
from .sentences import Sentence
from .wording import matter, shared

__all__ = ["accusations"]

_LIKE = 0.34
"""Share of the words of an accusation that a denial must repeat where it does not name what it denies."""
_NEXT = 3
"""Sentences behind an accusation in which "denied the charge" answers it."""


@functools.cache
def _accusing() -> re.Pattern[str]:
    verbs = any_of(process_words().answers["accusing"])
    return re.compile(rf"{verbs}\s(?P<to>[^,;.:]{{2,70}}?)\s(?:of|for|over)\s(?P<what>[^;.:]{{4,170}})", re.IGNORECASE)


@functools.cache
def _accusing_aside() -> re.Pattern[str]:
    verbs = any_of(process_words().answers["accusing"])
    return re.compile(
        rf"{verbs}\s(?P<to>[^,;.:]{{2,70}}),\s(?:accusing|blaming)\s(?:them|it|him|her)\s(?:of|for)\s(?P<what>[^;.:]{{4,170}})",
        re.IGNORECASE,
    )


def accusations(setting: Setting) -> tuple[Note, ...]:
    """What one actor accuses another of, each with its answer where a report has one.

    Args:
        setting: The sentences and actors.

    Returns:
        Notes: `who` accuses `to`; state ``answered`` with the detail ``answer``, or ``unanswered``: no report that
        was read gives one.
    """
    return joined_notes(note for sentence in setting.sentences for note in _accusation(setting, sentence))


def _accusation(setting: Setting, sentence: Sentence) -> Iterator[Note]:
    if not setting.may_hold(sentence, "answers", "accusing"):
        return
    match = _accusing_aside().search(sentence.text) or _accusing().search(sentence.text)
    if match is None:
        return
    to = _accused(setting, match["to"])
    who = [one for one in before_verb(setting, sentence.text[: match.start()]) if one not in to]
    if to and who:
        note = setting.note("accusation", sentence, cut(match, "what"), state="unanswered", who=who, to=to)
        yield _with_answer(setting, note, sentence)


def _accused(setting: Setting, text: str) -> tuple[str, ...]:
    """The actors named; one in the genitive before another ("Kyiv's allies") is not the one meant."""
    places = setting.places(text)
    meant = [one.actor for one in places if not re.match(r"['\u2019]s\b", text[one.end :])]
    return tuple(dict.fromkeys(meant))


def _with_answer(setting: Setting, note: Note, sentence: Sentence) -> Note:
    sides = {setting.side(one) for one in note.to}
    near = set(setting.following(sentence, _NEXT))
    for one in setting.holding("answers", "denying"):
        if one == sentence or not _denies(setting, one, sides):
            continue
        if (one in near and _names_charge(one)) or (
            shared(matter(note.text), matter(one.text)) >= _LIKE and len(matter(note.text)) > 1
        ):
            answer = Detail("answer", clean(one.text), tuple(sides))
            evidence = (*note.evidence, setting.evidence(one))
            return msgspec.structs.replace(note, state="answered", details=(answer,), evidence=evidence)
    return note


def _denies(setting: Setting, sentence: Sentence, sides: set[str]) -> bool:
    match = within("answers", "denying").search(sentence.text)
    if match is None:
        return False
    subject = before_verb(setting, sentence.text[: match.start()])
    return any(setting.side(one) in sides for one in subject)


def _names_charge(sentence: Sentence) -> bool:
    match = within("answers", "denying").search(sentence.text)
    behind = sentence.text[match.end() : match.end() + 40] if match else ""
    return re.search(any_of(process_words().answers["charges"]), behind, re.IGNORECASE) is not None
