"""Who signed or endorsed which text, who refused, who was absent; who joined a delegation and who left."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from .process_access import before_verb
from .process_note import Note
from .process_setting import Setting, cut, hypothetical, joined_notes
from .process_words import any_of, pattern, process_words
from .sentences import Sentence

__all__ = ["endorsements", "roster_changes"]

_OPEN = re.compile(r"\b(?:be|being|to|not|never|yet|nobody|none|no one|n[o']t)\s(?:\w+ )?$", re.IGNORECASE)
"""Before a participle, words by which nothing was signed."""


@functools.cache
def _endorsing() -> tuple[tuple[str, re.Pattern[str]], ...]:
    words, texts = process_words().endorsements, any_of(process_words().nouns["texts"])
    thing = rf"\s(?P<what>(?:[\w’'-]+ ){{0,6}}?{texts}[^,;.]{{0,60}})"
    announced = any_of([verb for verb in words["endorsed"] if verb.endswith(" on")])
    plain = any_of([verb for verb in words["endorsed"] if not verb.endswith(" on")])
    return (
        ("refused", re.compile(rf"{any_of(words['refused'])}(?P<what>[^,;.]{{0,90}})", re.IGNORECASE)),
        ("absent", re.compile(rf"{any_of(words['absent'])}(?P<what>[^,;.]{{0,90}})", re.IGNORECASE)),
        ("endorsed", re.compile(rf"{announced}\s(?P<what>[^,;.]{{3,90}})", re.IGNORECASE)),
        ("signed", re.compile(rf"{any_of(words['signed'])}{thing}", re.IGNORECASE)),
        ("endorsed", re.compile(rf"{plain}{thing}", re.IGNORECASE)),
        ("welcomed", re.compile(rf"{any_of(words['welcomed'])}{thing}", re.IGNORECASE)),
    )  # fmt: skip


def endorsements(setting: Setting) -> tuple[Note, ...]:
    """Who stands behind which text.

    Args:
        setting: The sentences and actors.

    Returns:
        Notes with the state ``signed``, ``endorsed``, ``welcomed``, ``refused`` or ``absent``; the text is what. What
        is only to be signed is none, nor is what no named actor does.
    """
    return joined_notes(note for sentence in setting.sentences for note in _endorsed(setting, sentence))


def _endorsed(setting: Setting, sentence: Sentence) -> Iterator[Note]:
    if not setting.may_hold(sentence, "endorsements", *process_words().endorsements):
        return
    text = sentence.text
    for state, sought in _endorsing():
        match = sought.search(text)
        if match is None or hypothetical(text, match.start(), negated=False) or _OPEN.search(text[: match.start()]):
            continue
        who = before_verb(setting, text[: match.start()])
        if who:
            yield setting.note("endorsement", sentence, cut(match, "what") or cut(match), state=state, who=who)
            return


@functools.cache
def _moves() -> tuple[tuple[str, re.Pattern[str]], ...]:
    words, team = process_words().roster, any_of(process_words().nouns["teams"])
    to_team = rf"\s(?P<what>(?:[\w’'-]+ ){{0,5}}?{team})"
    return (
        ("joined", pattern(any_of(words["joined"]), to_team)),
        ("left", pattern(any_of(words["left"]), to_team)),
        ("replaced", pattern(any_of(words["replaced"]), r"\s(?P<old>[^,;.]{3,60}?)\sas\s(?P<what>[^,;.]{3,70})")),
    )


@functools.cache
def _includes() -> re.Pattern[str]:
    words, team = process_words().roster, any_of(process_words().nouns["teams"])
    what = rf"(?P<what>(?:[\w.’'-]+ ){{0,4}}?{team})(?:,? (?:\w+ ){{0,3}}?|\s)"
    return pattern(what, any_of(words["includes"]), r"\s(?P<who>[^;.:]{3,220})")


def roster_changes(setting: Setting) -> tuple[Note, ...]:
    """Who sits in a delegation or at the talks as of a report's day, who joined, left or was replaced.

    Returns:
        Notes with the state ``includes``, ``joined``, ``left`` or ``replaced``; `to` is whom someone replaces.
    """
    return joined_notes(note for sentence in setting.sentences for note in _moved(setting, sentence))


def _moved(setting: Setting, sentence: Sentence) -> Iterator[Note]:
    if not setting.may_hold(sentence, "roster", *process_words().roster):
        return
    text = sentence.text
    for state, sought in _moves():
        match = sought.search(text)
        if match is None or hypothetical(text, match.start()) or _OPEN.search(text[: match.start()]):
            continue
        who = before_verb(setting, text[: match.start()])
        old = setting.named(match["old"]) if state == "replaced" else ()
        # "the president replaced A as minister with B": the president takes over nothing
        if state == "replaced" and re.search(r"\swith\s", match["what"]):
            continue
        if who and (state != "replaced" or old):
            yield setting.note("roster", sentence, match["what"], state=state, who=who, to=old)
            return
    match = _includes().search(text) if setting.may_hold(sentence, "roster", "includes") else None
    if match and not hypothetical(text, match.start()):
        side = setting.named(match["what"])
        sitting = [one for one in setting.named(match["who"]) if one not in side]
        if sitting:
            yield setting.note("roster", sentence, match["what"], state="includes", who=sitting)
