"""Replies that someone waits for: from whom, what they hold up, and whether a later report tells of one."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

import msgspec

from .process_note import Detail, Note
from .process_setting import Setting, clean, cut, joined_notes
from .process_words import any_of, pattern, process_words, within
from .sentences import Sentence

__all__ = ["pending_replies"]

_NEAR = 70
"""Characters before a cue in which its subject stands."""
_NEXT_CLAUSE = re.compile(r"\s(?:and|but)\s(?:was|is|were|are|has|had|have|would|will)\b")
_BLOCKS = re.compile(r"\b(?:before|until|so that)\s[^,;.]{5,90}")


@functools.cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = process_words().replies
    replies = any_of(process_words().nouns["replies"])
    need = r"\bneed(?:s|ed)? (?:for )?(?:a |an )?"
    tail = r"(?:\s(?:from|of|by|to|on)\s(?P<of>[^,;.]{2,80}))?"
    return (
        ("waiting", re.compile(rf"{any_of(words['waiting'])}\s(?:[\w’'-]+ ){{0,5}}?{replies}{tail}", re.IGNORECASE)),
        ("silent", re.compile(rf"{any_of(words['silent'])}[^,;.]{{0,80}}", re.IGNORECASE)),
        ("needed", pattern(need, any_of(words["swift"]), r"\s(?:\w+ )?", replies, tail)),
    )  # fmt: skip


def pending_replies(setting: Setting) -> tuple[Note, ...]:
    """The replies that sentences say someone waits for.

    Args:
        setting: The sentences and actors.

    Returns:
        Notes: `who` waits, `to` is who should answer; state ``answered`` where a report of a later day says in words
        that this side answered, else ``pending``; what it holds up is the detail ``blocks``.
    """
    return joined_notes(note for sentence in setting.sentences for note in _in_sentence(setting, sentence))


def _in_sentence(setting: Setting, sentence: Sentence) -> Iterator[Note]:
    if not setting.may_hold(sentence, "replies", "waiting", "silent", "swift"):
        return
    if within("replies", "press").search(sentence.text):
        return
    for kind, sought in _patterns():
        match = sought.search(sentence.text)
        if match is not None:
            yield _pending(setting, sentence, match, kind)
            return


def _pending(setting: Setting, sentence: Sentence, match: re.Match[str], kind: str) -> Note:
    before = setting.named(sentence.text[max(match.start() - _NEAR, 0) : match.start()])
    of = _NEXT_CLAUSE.split(match["of"])[0] if kind != "silent" and match["of"] else match[0]
    behind = setting.named(of)
    speaker = setting.speaker(sentence)
    from_whom = before[-1:] if kind == "silent" else behind[:2]
    waiting = () if kind == "silent" else tuple(one for one in before if one not in from_whom)[-1:]
    if kind == "needed" and speaker and speaker not in from_whom:
        waiting = (speaker,)
    blocks = list(_blocked(setting, sentence, match))
    note = setting.note(
        "reply",
        sentence,
        cut(match),
        state="pending",
        who=waiting,
        to=from_whom,
        details=[detail for detail, _ in blocks],
        also=[one for _, one in blocks if one != sentence],
    )
    return _answered(setting, note)


def _blocked(setting: Setting, sentence: Sentence, match: re.Match[str]) -> Iterator[tuple[Detail, Sentence]]:
    """What waits for the reply: what "depends on" it, in this sentence or the next, or what must not come before it."""
    for one in (sentence, *setting.following(sentence)):
        hinge = within("replies", "hinging").search(one.text)
        names_it = hinge and re.search(any_of(process_words().nouns["replies"]), one.text[hinge.end() :], re.IGNORECASE)
        if hinge and names_it:
            subject = re.split(r"[,;:\u201c\"]", one.text[: hinge.start()])[-1]
            yield Detail("blocks", clean(subject)), one
            return
    held = _BLOCKS.search(sentence.text, match.start())
    if held:
        yield Detail("blocks", cut(held)), sentence


def _answered(setting: Setting, note: Note) -> Note:
    """Look for words of an answer by the same side in a report of a later day."""
    if not note.to or note.as_of is None:
        return note
    for sentence in _later(setting, note):
        match = within("replies", "answered").search(sentence.text)
        subject = setting.named(sentence.text[max(match.start() - _NEAR, 0) : match.start()]) if match else ()
        if subject and setting.side(subject[-1]) in {setting.side(one) for one in note.to}:
            return msgspec.structs.replace(
                note,
                state="answered",
                details=(*note.details, Detail("answer", clean(sentence.text))),
                evidence=(*note.evidence, setting.evidence(sentence)),
            )
    return note


def _later(setting: Setting, note: Note) -> Sequence[Sentence]:
    days = {report.id: report.published for report in setting.findings.reports}
    return [
        one
        for one in setting.holding("replies", "answered")
        if (day := days[one.report]) is not None and note.as_of is not None and day > note.as_of
    ]
