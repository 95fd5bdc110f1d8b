"""Third parties and how talks are held: who mediates, hosts, chairs or guarantees, and in which format."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from .process_note import Note
from .process_setting import Setting, joined_notes
from .process_words import any_of, process_words
from .sentences import Sentence

__all__ = ["formats", "third_parties"]

_DENIED = re.compile(r"\b(?:no|not|without|refus\w+|reject\w+|never|if)\b", re.IGNORECASE)
_SUBJECT = 60
"""Characters before an active verb in which its subject ends."""


@functools.cache
def _patterns(role: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = process_words().roles[role]
    talks = any_of((*process_words().nouns["talks"], *process_words().nouns["deals"]))
    verb, noun = any_of(words.verbs), any_of(words.nouns)
    return (
        re.compile(rf"{talks}\b[^;.]{{0,60}}?{verb}\s(?:jointly )?by\s(?P<who>[^;.:()]{{2,100}})", re.IGNORECASE),
        re.compile(rf"{verb}\s(?:[\w’'-]+ ){{0,5}}?(?:{talks}|between\s)", re.IGNORECASE),
        re.compile(rf"\bas (?:a |an |the |its |their )?(?:\w+ )?{noun}", re.IGNORECASE),
    )


def third_parties(setting: Setting) -> tuple[Note, ...]:
    """Who mediates, hosts, chairs, convenes, guarantees or observes, by the words of sentences.

    Args:
        setting: The sentences and actors.

    Returns:
        One note an actor and role, with all its sentences; the state is the id of the role.
    """
    found = (
        note
        for sentence in setting.sentences
        for role in process_words().roles
        for note in _role(setting, sentence, role)
    )
    return joined_notes(found)


def _role(setting: Setting, sentence: Sentence, role: str) -> Iterator[Note]:
    if not setting.may_hold_role(sentence, role):
        return
    passive, active, named = _patterns(role)
    text, who = sentence.text, list[str]()
    if match := passive.search(text):
        who = _listed(setting, match["who"])
    elif (match := active.search(text)) and not re.search(
        r"\b(?:to|not|be|will|would|could)\s+$", text[: match.start()]
    ):
        who = _subject(setting, text[: match.start()])
    elif match := named.search(text):
        who = _subject(setting, text[: match.start()], reach=25)
    for actor in who:
        yield setting.note("role", sentence, process_words().roles[role].label, state=role, who=(actor,))


def _listed(setting: Setting, text: str) -> list[str]:
    """The actors of a list from its start on: "Saudi Arabia, the United States and IGAD"."""
    found, end = [], 0
    for one in setting.places(text):
        between = re.sub(
            r"\b(?:the|and|as|well|of|president|minister|foreign|prime|envoy|special|ambassador|secretary|general|u\.?n\.?)\b",
            " ",
            text[end : one.start],
            flags=re.IGNORECASE,
        )
        if re.sub(r"[\W_]+", "", between):
            break
        found.append(one.actor)
        end = one.end
    return found


def _subject(setting: Setting, before: str, reach: int = 12) -> list[str]:
    """The actors that end right before a verb: "Qatar and Egypt have mediated", "France facilitated"."""
    clause = re.split(r"[;:]|\bthat\b", before[-2 * _SUBJECT :])[-1]
    places = list(setting.places(clause))
    tail = clause[places[-1].end :] if places else ""
    plain = re.sub(
        r"\b(?:has|have|had|is|are|was|were|also|again|jointly|which|who|and|then|will|acts?|acted|serves?|served|remains?|works?|worked)\b",
        " ",
        tail,
    )
    if not places or len(re.sub(r"[\W_]+", "", plain)) > reach - 10:
        return []
    found = [places[-1]]
    for one in reversed(places[:-1]):
        if not re.fullmatch(r"\s*(?:,|and|,\s*and)?\s*(?:the\s+)?", clause[one.end : found[0].start]):
            break
        found.insert(0, one)
    return [one.actor for one in found]


def formats(setting: Setting) -> tuple[Note, ...]:
    """In which formats the sides talk: direct, indirect, shuttle, closed, technical.

    Returns:
        One note a format, with all its sentences.
    """
    found = [
        setting.note("format", sentence, form, state=form)
        for sentence in setting.sentences
        for form in process_words().formats
        if setting.may_hold(sentence, "formats", form)
        and (match := _format(form).search(sentence.text))
        and not _DENIED.search(sentence.text[: match.start()][-_SUBJECT:])
    ]
    return joined_notes(found)


@functools.cache
def _format(form: str) -> re.Pattern[str]:
    return re.compile(any_of(process_words().formats[form]), re.IGNORECASE)
