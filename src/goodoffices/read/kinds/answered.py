"""Answers: what one speaker puts to another as somebody's account, and the other says is not so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .contradicted import answers_too, is_of_one_thing, says_not_so, stems
from .dispute_words import Cut, pattern
from .told_apart import opposed

if TYPE_CHECKING:
    from ..document import Sentence

__all__ = ["Turns", "whole"]

_LONGEST = 600
_HEARD = 2
"""Turns before the last that are kept: what was said, and the question whether it is so."""
_GROUNDS = 150
"""Characters behind a no that tell what it is of."""
_FIRST = 3
"""Sentences of an answer that can deny what was put, at most."""
_YOURS = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
_OURS = re.compile(r"\b(?:we|our|us|I|my)\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|never|no|none|nobody|nothing)\b|n't\b", re.IGNORECASE)
_PUT = re.compile(
    r"\b(?P<who>\w+) (?:\w+ly |now |also |still )?(?:says?|said|claims?|claimed|insists?|insisted|maintains?|reports?|"
    r"reported|alleges?|accuses?|accused|told us|tells us|speaks? of|spoke of|writes?|wrote)\b"
    r"|\b(?:according to|there (?:is|are|has been) (?:talk|word|reports?|rumours?|rumors?) of)\b",
    re.IGNORECASE,
)
"""Puts to somebody what another says."""
_FLATLY = re.compile(
    r"\s*[\"']?(?:No[.,]|Not (?:so|true|at all)|(?:That|This|It) (?:is|was) (?:simply |just |completely )?"
    r"(?:not (?:true|so|correct|right|the case|what)|false|untrue|wrong|a lie|an invention|nonsense)|"
    r"(?:He|She|They) (?:is|are) (?:mistaken|wrong|lying|misinformed|confused)|Nonsense)\b",
    re.IGNORECASE,
)
"""Says of the whole that it is not so."""
_PARTLY = re.compile(
    r"\s*[\"']?(?:Nobody|No one|None|Not (?:one|a|a single)|Never|Nothing|There (?:is|are|was|were|has been|have been) "
    r"(?:no|not|never|nothing)|(?:We|I|Our \w+|My \w+)\b[^.;]{0,60}\b(?:no|not|never|nothing|none)\b|"
    r"(?:We|I)\b[^.;]{0,30}n't\b|Of [^.;,]{1,40}\b(?:I|we) (?:have|had|know|knew)[^.;]{0,20}\bnothing\b)",
    re.IGNORECASE,
)
"""Says of something that it is not so; what it is of must be in the words of what was put."""
_COUNTS = re.compile(
    r"\s*[\"']?(?:(?:We|I) (?:have|had|hold|held|know of|count|counted|see|saw)|There (?:are|were)|It (?:is|was)|Only) "
    r"(?:only |exactly |just |about |no more than )?(?P<n>\d[\d,]*)\b",
    re.IGNORECASE,
)
"""Answers one number with another."""
_NUMBER = re.compile(
    r"(?<![\w.,])\d[\d,]*|\b(?:hundred|thousand|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds|"
    r"thousands)\b"
)
_ASKED_OF = re.compile(
    r"\b(?:do you (?:believe|accept|agree with|buy|share|recogni[sz]e|confirm) (?:that|this|it|him|her|them|what)\b|"
    r"(?:is|was) (?:that|this|it|he|she) (?:so|true|right|correct|the case|accurate|how you (?:see|remember|"
    r"recall) it)\b|"
    r"do you agree\b|are they right\b|(?:can|does) (?:that|this) be (?:true|right|so)\b|would you agree\b|"
    r"is that (?:what happened|your (?:recollection|account|view|reading|understanding)))",
    re.IGNORECASE,
)
"""Asks somebody whether what another has just said is so."""
_REFUTED = re.compile(
    r"\s*[\"']?(?:(?:Respectfully|Frankly|With (?:all )?respect|With all due respect|I am afraid|I'm afraid|"
    r"Sadly|Alas|Well|"
    r"Honestly),? )?(?:no\b[.,;:]|not (?:at all|really|quite|so|true|for a (?:moment|minute|second))\b|"
    r"I do not\b|I don't\b|"
    r"hardly\b|by no means\b|on the contrary\b|nonsense\b|it is (?:not|false|untrue)\b)",
    re.IGNORECASE,
)
_NEVER = re.compile(r"\b(?:never|nothing|nobody|no one|none)\b", re.IGNORECASE)
_NO_VOICES = frozenset(
    "you i we who constitution text accord agreement article law resolution protocol treaty paper draft map".split()  # noqa: SIM905  reads as a list
)
"""Who asks and who is asked, and what is read, not said."""


def whole(sentence: Sentence) -> Cut:
    """A sentence as a part of itself."""
    return Cut(sentence, 0, len(sentence.text))


class Turns:
    """The turns of those who speak in a report, as they come: what the one before put to the one who speaks now."""

    def __init__(self) -> None:
        self._speaker: object = None
        self._put: list[Sentence] = []
        self._asked: Sequence[Sentence] = ()
        self._turns: list[list[Sentence]] = []
        self._said = 0

    def denied(self, sentence: Sentence) -> tuple[Cut, Cut] | None:
        """What was put before this sentence and is denied by it; None where it denies nothing that was put.

        Args:
            sentence: The next sentence of the report.
        """
        speaker = sentence.block.speaker
        if speaker is None:
            self._put, self._asked, self._turns = [], (), []
            return None
        if sentence.block is not self._speaker:
            self._speaker, self._said = sentence.block, 0
            self._asked, self._put = tuple(self._put), []
            self._turns = [*self._turns[-_HEARD - 1 :], []]
        self._said += 1
        self._turns[-1].append(sentence)
        if _puts(sentence):
            self._put.append(sentence)
        if len(sentence.text) > _LONGEST:
            return None
        asked = self._asked if self._said <= _FIRST else ()
        found = next((charge for charge in reversed(asked) if _denies(whole(charge), whole(sentence))), None)
        if found is None:
            return self._refuted(sentence) or self._contradicted(sentence)
        self._asked = ()
        return whole(found), whole(sentence)

    @property
    def heard(self) -> Sequence[Sentence]:
        """What the speaker before the one who speaks now said, the last first."""
        return self._turns[-2][::-1] if len(self._turns) > 1 else ()

    def _contradicted(self, sentence: Sentence) -> tuple[Cut, Cut] | None:
        """What another speaker said of a thing, of which this one says that it never was, or is not so."""
        text = whole(sentence).text
        if self._said > _FIRST or not says_not_so(text, begins=_PARTLY.match):
            return None
        back = next((n for n in (2, 3) if len(self._turns) >= n and not _asks(self._turns[-n])), 0)
        if not back or _speaker(self._turns[-back]) == _speaker([sentence]):
            return None
        turn = self._turns[-back]
        if is_of_one_thing(" ".join(each.text for each in turn), text):
            told = [each for each in turn if _tells_of_fact(each)] or list(turn)
            return whole(max(told, key=lambda each: len(stems(each.text) & stems(text)))), whole(sentence)
        asked = self._turns[-3] if back == _HEARD and len(self._turns) > back else []
        answers = asked and answers_too(asked[-1].text, text)
        return (whole(turn[0]), whole(sentence)) if answers else None

    def _refuted(self, sentence: Sentence) -> tuple[Cut, Cut] | None:
        """What the last speaker but one said, where this one is asked whether it is so, and says no."""
        if len(self._turns) <= _HEARD or self._said > 1 or not _REFUTED.match(whole(sentence).text):
            return None
        told, asked, _ = self._turns[-_HEARD - 1 :]
        if not asked or not _ASKED_OF.search(whole(asked[-1]).text) or _speaker(told) == _speaker([sentence]):
            return None
        tellings = [each for each in reversed(told) if _tells_of_fact(each)]
        rest = sentence.report.text[sentence.end : min(sentence.block.end, sentence.end + _GROUNDS)]
        alike = max(tellings, key=lambda each: len(stems(each.text) & stems(rest)), default=None)
        return (whole(alike), whole(sentence)) if alike is not None else None


def _speaker(turn: Sequence[Sentence]) -> str:
    speaker = turn[0].block.speaker
    return "" if speaker is None else turn[0].report.text[speaker.start : speaker.end]


def _tells_of_fact(sentence: Sentence) -> bool:
    """Does it say what is so, and ask or want nothing?"""
    text = whole(sentence).text
    return not (
        text.rstrip("\"' ").endswith("?") or pattern("intending").search(text) or pattern("wanting").search(text)
    )


def _asks(turn: Sequence[Sentence]) -> bool:
    """Does a turn ask something? Who asks tells nothing of his own."""
    return any(whole(each).text.rstrip("\"' ").endswith("?") for each in turn)


def _puts(sentence: Sentence) -> bool:
    """Does it tell what another says, and not what the one who is asked says or wants?"""
    text = whole(sentence).text
    if len(text) > _LONGEST or text.rstrip("\"' )").endswith("?") or (told := _PUT.search(text)) is None:
        return False
    who = (told["who"] or "").casefold()
    return who not in _NO_VOICES and not pattern("wanting").search(text[told.end() :])


def _denies(charge: Cut, answer: Cut) -> bool:
    told = _PUT.search(charge.text)
    behind = charge.text[told.end() :] if told is not None else charge.text
    if pattern("intending").search(behind):
        return False  # what another will do or wants is no account of what is so
    if _FLATLY.match(answer.text) or _counts_otherwise(behind, answer.text):
        return True
    own = _YOURS.search(behind) and _OURS.search(answer.text) and _NOT.search(answer.text)
    if own and not pattern("intending").search(answer.text):
        return True
    if _PARTLY.match(answer.text) is None:
        return False
    return bool(stems(behind) & stems(answer.text)) or opposed(behind, answer.text)


def _counts_otherwise(behind: str, answer: str) -> bool:
    """ "The government says you have 2,000 rifles. We have 840."."""
    count = _COUNTS.match(answer)
    given = {number.replace(",", "") for number in _NUMBER.findall(behind)}
    return count is not None and bool(given) and count["n"].replace(",", "") not in given
