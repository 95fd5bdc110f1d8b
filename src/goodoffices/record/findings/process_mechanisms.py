"""What sentences say of a mechanism beside its leader and trigger: who gives what, for what task, with which means."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

import msgspec

from goodoffices.record.content import MechanismContent, fold
from goodoffices.record.finding import Finding
from goodoffices.record.ids import content_id

from .process_note import Detail, Note
from .process_setting import Setting, clean, cut
from .process_words import any_of, pattern, process_words, within
from .sentences import Sentence

__all__ = ["mechanism_notes"]

_NUMBER = (
    r"(?:(?:about|some|around|up to|at least|more than|nearly|roughly)\s)?"
    r"(?:\d+(?:[.,]\d+)*|two|three|four|five|six|seven|eight|nine|ten|twelve"
    r"|hundreds of|dozens of|a hundred|several hundred|a thousand)"
)
_NEAR = 70
"""Characters before a task in which the mechanism is named whose task it is."""
_PRONOUN = re.compile(
    r"(?:It|The (?:force|mission|mechanism|body|committee|commission|zone"
    r"|channel|team|observers|monitors|peacekeepers|fund))\b"
)


def mechanism_notes(setting: Setting) -> tuple[Note, ...]:
    """Read mandate, means, authority, coverage, contributors, size and readiness of each mechanism.

    Only sentences that tell of one mechanism alone are read, and the next one where it goes on about it ("It would
    ..."), so that nothing is laid to the wrong one.

    Args:
        setting: The sentences and findings.

    Returns:
        One note a mechanism of which anything is said; its `findings` hold the id, its details the parts.
    """
    found: dict[str, list[tuple[Sentence, Detail]]] = {}
    for sentence in setting.sentences:
        told = {one.id: one for one in setting.findings_in(sentence) if isinstance(one.content, MechanismContent)}
        if len(told) != 1:
            continue
        finding = next(iter(told.values()))
        for one in (sentence, *_going_on(setting, sentence)):
            found.setdefault(finding.id, []).extend((one, detail) for detail in _details(setting, one, finding))
    return tuple(_note(setting, finding, told) for finding, told in found.items() if told)


def _going_on(setting: Setting, sentence: Sentence) -> Iterator[Sentence]:
    for one in setting.following(sentence):
        others = [f for f in setting.findings_in(one) if isinstance(f.content, MechanismContent)]
        if _PRONOUN.match(one.text) and not others:
            yield one


def _note(setting: Setting, finding: str, told: list[tuple[Sentence, Detail]]) -> Note:
    sentences = list(dict.fromkeys(sentence for sentence, _ in told))
    by_text = {(detail.name, fold(detail.text)): detail for _, detail in reversed(told)}
    note = setting.note("mechanism", sentences[0], "", details=reversed(by_text.values()), also=sentences[1:])
    return _of(note, finding)


def _of(note: Note, finding: str) -> Note:
    return msgspec.structs.replace(note, findings=(finding,), id=content_id("n", note.id, finding))


@functools.cache
def _mandate() -> re.Pattern[str]:
    words = process_words().mechanisms
    lead = rf"(?:{any_of(words['mandating'])}\s(?:\w+ )?|\b(?:would|will|is to|are to|to)\s)"
    tail = r"\b(?:(?!\s(?:was|were|has|had|said|is|are)\b)[^,;.]){3,100}"
    return pattern(lead, any_of(words["tasks"]), tail)


@functools.cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = process_words().mechanisms
    bodies = any_of(words["bodies"])
    return (
        (
            "size",
            re.compile(rf"\b{_NUMBER}\s(?:(?!in\b|of\b|and\b|which\b|that\b)\w+\s){{0,3}}?{bodies}", re.IGNORECASE),
        ),
        ("coverage", re.compile(rf"{any_of(words['coverage'])}\s[^,;.]{{4,70}}", re.IGNORECASE)),
        ("readiness", re.compile(rf"{any_of(words['readiness'])}\b[^,;.]{{0,60}}", re.IGNORECASE)),
        ("authority", re.compile(rf"{any_of(words['authority'])}\b[^,;.]{{0,40}}", re.IGNORECASE)),
    )


def _details(setting: Setting, sentence: Sentence, finding: Finding) -> Iterator[Detail]:
    text, name = sentence.text, finding.content.name if isinstance(finding.content, MechanismContent) else ""
    if (match := _mandate().search(text)) and _is_its(text, match.start(), name):
        yield Detail("mandate", cut(match))
    for label, sought in _patterns():
        match = sought.search(text)
        if match and fold(match[0]) not in fold(name) and (label == "size" or _is_its(text, match.start(), name)):
            yield Detail(label, cut(match))
    means = [match[0] for match in within("mechanisms", "means").finditer(text) if fold(match[0]) not in fold(name)]
    if means:
        yield Detail("means", ", ".join(dict.fromkeys(word.casefold() for word in means)))
    yield from _contributors(setting, text)


def _is_its(text: str, at: int, name: str) -> bool:
    """Does what stands at `at` belong to the mechanism: is its name before it, or "It" at the start?"""
    head = fold(name).rsplit(" ", 1)[-1]
    return head in fold(text[max(at - _NEAR, 0) : at]) or _PRONOUN.match(text) is not None


def _contributors(setting: Setting, text: str) -> Iterator[Detail]:
    """Who gives troops or people: those named before "would contribute", or behind "troops from"."""
    match = within("mechanisms", "contributing").search(text)
    if match is None or not within("mechanisms", "bodies").search(text):
        return
    behind = match[0].casefold().endswith((" from", " of", " by"))
    where = text[match.end() : match.end() + 90] if behind else text[max(match.start() - 90, 0) : match.start()]
    part = re.split(r"[;.:]", where)[0 if behind else -1]
    who = setting.named(part)
    if who:
        yield Detail("contributors", clean(match[0]), who)
