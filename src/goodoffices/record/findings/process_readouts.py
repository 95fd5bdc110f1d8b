"""Readouts of one meeting that differ: who calls it good, who says what is missing."""

from __future__ import annotations

import re
from collections import defaultdict

import msgspec

from goodoffices.record.content import MeetingContent
from goodoffices.record.report import Evidence

from .process_setting import Setting, clean
from .process_words import any_of, process_words, within
from .sentences import Sentence

__all__ = ["Readout", "Readouts", "readouts"]

_REACH = 2
"""Sentences behind one that tells of a meeting in which a readout of it may stand."""


class Readout(msgspec.Struct, frozen=True, kw_only=True):
    """What one sentence makes of a meeting: ``good`` or ``bad``, in which words, and who says so (None: the report)."""

    way: str
    word: str
    text: str
    said_by: str | None
    evidence: Evidence


class Readouts(msgspec.Struct, frozen=True, kw_only=True):
    """All readouts of one meeting: at least one of each way. `meeting` is the id of the finding."""

    meeting: str
    readouts: tuple[Readout, ...]


def readouts(setting: Setting) -> tuple[Readouts, ...]:
    """Find the meetings of which some words are good and some are not.

    A readout belongs to the held meeting in whose sentence it stands, or to that of one of the two sentences before it
    in the same paragraph, if its own sentence speaks of talks and names no other meeting.

    Returns:
        One entry a meeting with readouts of both ways.
    """
    found: dict[str, dict[tuple[str, int, str], Readout]] = defaultdict(dict)
    for sentence in setting.sentences:
        held = _held(setting, sentence)
        around = (*setting.preceding(sentence), *setting.following(sentence, _REACH)) if len(held) == 1 else ()
        for one in (sentence, *around):
            others = [meeting for meeting in _held(setting, one) if meeting not in held]
            if len(held) == 1 and not others:
                for readout in _readouts_of(setting, one, about=one != sentence):
                    found[held[0]].setdefault((one.report, one.start, readout.way), readout)
    return tuple(
        Readouts(meeting=meeting, readouts=tuple(told.values()))
        for meeting, told in found.items()
        if {one.way for one in told.values()} == {"good", "bad"}
    )


def _held(setting: Setting, sentence: Sentence) -> list[str]:
    found = [
        one.id
        for one in setting.findings_in(sentence)
        if isinstance(one.content, MeetingContent) and one.content.status in {"held", "under_way"}
    ]
    return list(dict.fromkeys(found))


def _readouts_of(setting: Setting, sentence: Sentence, *, about: bool) -> list[Readout]:
    sittings = any_of(process_words().nouns["sittings"])
    if about and not setting.speaker(sentence) and not re.search(sittings, sentence.text, re.IGNORECASE):
        return []
    if not setting.may_hold(sentence, "readouts", "good", "bad"):
        return []
    made = []
    bad = within("readouts", "bad").search(sentence.text)
    good = within("readouts", "good").search(sentence.text)
    if good and bad and good.start() < bad.end() and bad.start() < good.end():
        good = None
    for way, match in (("good", good), ("bad", bad)):
        if match and not re.search(
            r"\b(?:not|no|hardly|neither|less than)\s(?:\w+ )?$", sentence.text[: match.start()]
        ):
            said = Readout(
                way=way,
                word=clean(match[0]),
                text=clean(sentence.text),
                said_by=setting.speaker(sentence),
                evidence=setting.evidence(sentence),
            )
            made.append(said)
    return made
