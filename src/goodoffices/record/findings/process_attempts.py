"""Attempts at a truce, talks or a deal: who tried what, and how it ended."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from .process_note import Detail, Note
from .process_setting import Setting, cut, hypothetical, joined_notes
from .process_words import any_of, pattern, process_words
from .sentences import Sentence

__all__ = ["attempts"]

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_WHEN = re.compile(
    r"\b(?:(?:in|since|on|during|from|until) (?:early |late |mid-)?(?:\d{1,2} )?"
    rf"(?:{_MONTHS})(?: \d{{1,2}})?(?:,? \d{{4}})?"
    r"|last (?:week|month|year|spring|summer|autumn|winter|fall)|in (?:early |late |mid-)?(?:19|20)\d\d"
    r"|(?:\w+ )?(?:days|weeks|months|years) ago|earlier this (?:week|month|year)"
    r"|in (?:recent|previous) (?:days|weeks|months|years))\b"
)
_TAIL = r"[^,;.:]{0,110}"


_CUES = ("failed_adjectives", "failed_verbs", "failed_adjectives", "in_vain", "brokered", "renewed")
"""The list of words without which each pattern finds nothing; "failed" stands among the adjectives."""


@functools.cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    words, nouns = process_words().attempts, process_words().nouns
    tried = any_of((*nouns["efforts"], *nouns["outcomes"]))
    purpose = rf"(?:\s+(?:to|at|for|on|between|in|by|brokered by|led by|mediated by)\s{_TAIL})?"
    some, who = r"\s+(?P<who>(?:[\w.’'-]+ ){0,5}?)", r"(?P<who>[^,;:]{0,80})"
    brokered = rf"{any_of(words['brokered'])}\s(?:\w+ ){{0,4}}?{any_of(nouns['deals'])}"
    in_vain = rf"{any_of(words['tried'])}\b[^;:.]{{0,110}}?{any_of(words['in_vain'])}"
    return (
        (pattern(any_of(words["failed_adjectives"]), some, tried, purpose), "failed"),
        (
            pattern(r"(?:[\w.’'-]+ ){0,7}?", tried, r"(?:\s[^,;.:]{0,90}?)?\s", any_of(words["failed_verbs"])),
            "failed",
        ),
        (pattern(who, r"\bfailed to ", any_of(words["failed_to"]), r"\s", _TAIL), "failed"),
        (pattern(who, in_vain), "failed"),
        (pattern(who, brokered, _TAIL), "reached"),
        (
            pattern(any_of(words["renewed"]), some, any_of(nouns["efforts"]), r"\s(?:to|at|by|for)\s", _TAIL),
            "under_way",
        ),
    )


def attempts(setting: Setting) -> tuple[Note, ...]:
    """The attempts that sentences tell of; one that is only feared to fail is none.

    Args:
        setting: The sentences and actors.

    Returns:
        Notes in the order of the reports, their state ``failed``, ``reached`` or ``under_way``; the report's words for
        the time are the detail ``when``.
    """
    return joined_notes(note for sentence in setting.sentences for note in _in_sentence(setting, sentence))


def _in_sentence(setting: Setting, sentence: Sentence) -> Iterator[Note]:
    for (sought, state), cue in zip(_patterns(), _CUES, strict=True):
        if not setting.may_hold(sentence, "attempts", cue):
            continue
        match = sought.search(sentence.text)
        if match and not _unreal(sentence.text, match, state):
            yield _note(setting, sentence, match, state)
            return


def _unreal(text: str, match: re.Match[str], state: str) -> bool:
    """Is it only feared, hoped or planned? The words of the failure itself are looked at, too, as they come late."""
    verb = match.end() - len(match[0].rsplit(" ", 2)[-1]) if state == "failed" else match.start()
    places = {match.start(), verb, match.end("who") if "who" in match.re.groupindex else match.start()}
    return any(hypothetical(text, place) for place in places)


def _note(setting: Setting, sentence: Sentence, match: re.Match[str], state: str) -> Note:
    who = setting.named(match["who"]) if match.re.groupindex and match["who"] else ()
    by = re.search(r"\b(?:by|of)\s([^,;.:]{2,80})", match[0])
    when = _WHEN.search(sentence.text)
    return setting.note(
        "attempt",
        sentence,
        cut(match),
        state=state,
        who=who or (setting.named(by[1]) if by else ()) or setting.named(match[0]),
        details=(Detail("when", when[0]),) if when else (),
    )
