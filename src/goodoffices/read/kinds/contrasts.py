"""Two voices that tell of one thing what cannot both hold: "While X says it is paid, Y says it has seen nothing"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..plover.roles import doer
from .dispute_words import Cut, pattern
from .told_apart import is_observed, opposed

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["contrasted", "subject_of"]

_WORD = re.compile(r"[^\W\d_]{4,}")
_POINTING = re.compile(r"\W*(?:that )?(?:it|they|this|that|these|he|she)\b", re.IGNORECASE)
_POINTING_AT = re.compile(
    r"\W*(?:that )?(?:it|they|he|she|these|those|(?:this|that) (?:was|is|had|has))\b", re.IGNORECASE
)
"""Points at what stands before, and does not only lead a clause in ("says that talks go on")."""
_RENAMED = re.compile(
    r"\W*(?:that )?(?:it|this|these|they|that) (?:was|were|is|are|had been) (?:only |merely |in fact |really )?an? \w",
    re.IGNORECASE,
)
"""Gives what the other told of another name ("it was a missile")."""
_DENYING = re.compile(
    r"\bden(?:y|ies|ied) (?:\w+ly )?(?:ever )?(?:(?:having|being|that|knowing|knowledge|any|receiving|seeing|hearing|"
    r"meeting|making|giving|offering|promising|signing|agreeing|accepting|asking|ordering|sending|taking)\b)",
    re.IGNORECASE,
)
_COMMON = 2
"""Words that two sentences must have in common to tell of one thing."""


def contrasted(here: Cut, before: Sequence[Cut]) -> tuple[Cut, Cut] | None:
    """The two accounts of one sentence, or of it and the one before, of two voices of whom one turns round the other's.

    Args:
        here: The sentence.
        before: The sentences before it, as far as they can stand beside it; the last one stands next to it.
    """
    for halves in _halves(here):
        if _two_tell(*halves) or _seen_otherwise(*halves) or _denied_first(*halves):
            return halves
    last = before[-1] if before else None
    if last is None or last.sentence.block is not here.sentence.block or last.text.endswith("?"):
        return None
    if _two_tell(last, here, apart=True):
        return last, here
    if len(before) > 1 and pattern("differing").search(before[0].text):
        voices = _voice_word(last), _voice_word(here)
        if all(voices) and voices[0] != voices[1]:
            return last, here
    return None


def _halves(here: Cut) -> Iterator[tuple[Cut, Cut]]:
    """The ways in which a sentence falls in two at a turn."""
    text = here.text
    for turn in pattern("turning").finditer(text):
        if turn[0].strip(" ,") not in {"which", "who", ":", "."}:
            yield here.cut(0, turn.start()), here.cut(turn.end(), len(text))
    lead = re.match(r"(?:While|Whereas|Although|Though) ", text)
    comma = text.find(", ")
    if lead and comma > 0:
        yield here.cut(0, comma), here.cut(comma + 2, len(text))


def _two_tell(one: Cut, other: Cut, *, apart: bool = False) -> bool:
    """Do two voices tell of one matter what cannot both hold: of each other, or with a word that turns it round?

    Args:
        one: The first account.
        other: The second.
        apart: Are they two sentences? Then they must say more to be known for accounts of one thing.
    """
    accused = pattern("claiming_strong").search(one.text)
    returned = None if apart or not _is_turned(one, other) else pattern("claiming_strong").search(other.text)
    cues = pattern("telling").search(one.text) or accused, pattern("telling").search(other.text) or returned
    voices = _voice_word(one, pronouns=bool(accused)), _voice_word(other, pronouns=not apart)
    if cues[0] is None or not all(voices) or voices[0] == voices[1]:
        return False
    if apart and _blames_on(one, other, voices[1]):
        return True
    if cues[1] is None:
        return False
    # "the army said it had repelled an attack, but the rebels accused it of shelling villages"
    charged = accused is not None and (not apart or voices[1] in one.text[accused.end() :].casefold())
    if charged or (returned is not None and not _of_coming(one.text)) or _struck_back(one, other):
        return True
    if not apart and cues[0][0].casefold() == cues[1][0].casefold() == "according to":
        return True
    return _turned_round((one.text[cues[0].end() :], other.text[cues[1].end() :]), voices, apart=apart)


def _denied_first(one: Cut, other: Cut) -> bool:
    """ "The minister denies having heard of it; the envoy's aides say that it was read out to him"."""
    denied = _DENYING.search(one.text)
    if denied is None or not (voices := (_subject_word(one, denied.start()), _voice_word(other)))[1]:
        return False
    cue = pattern("telling").search(other.text)
    if cue is None or voices[0] == voices[1] or _DENYING.search(other.text):
        return False
    behind = other.text[cue.end() :]
    if _of_coming(behind) or pattern("negating").search(re.split(r"[,;]", behind, maxsplit=1)[0]):
        return False
    return bool(_POINTING_AT.match(behind) or _stems(one.text[denied.end() :]) & _stems(behind))


def _subject_word(cut: Cut, at: int) -> str:
    token = cut.token_at(at)
    subject = subject_of(token) if token is not None else None
    return "" if subject is None else subject.lemma_.casefold()


def _seen_otherwise(one: Cut, other: Cut) -> bool:
    """ "Eritrea says its troops have left, but aid workers still see them"."""
    cue = pattern("telling").search(one.text)
    if cue is None or not _voice_word(one) or not (is_observed(other.text) and _is_turned(one, other)):
        return False
    return not _of_coming(one.text[cue.end() :])


def _blames_on(one: Cut, other: Cut, voice: str) -> bool:
    """ "The army said the ambush was the work of the front. The front blamed bandits."."""
    charged = pattern("violence").search(one.text) is not None and voice in one.text.casefold()
    return charged and pattern("blaming").search(other.text) is not None


def _struck_back(one: Cut, other: Cut) -> bool:
    """Does each say that the other struck first?"""
    blows = all(pattern("blows").search(each.text) for each in (one, other))
    return blows and pattern("striking").search(one.text) is not None


def _is_turned(one: Cut, other: Cut) -> bool:
    """Does "but" or "while" stand between the two?"""
    start = one.sentence.start
    return (
        re.search(r"\b(?:but|while|whereas)\b", one.sentence.text[one.last - start : other.first - start]) is not None
    )


def _turned_round(told: tuple[str, str], voices: tuple[str, str], *, apart: bool) -> bool:
    """Does the second of two voices say the contrary of what the first tells?"""
    if _of_coming(told[0]) or _of_coming(told[1]):
        return False
    alike = not apart or _stems(told[0]) & _stems(told[1]) or _POINTING.match(told[1])
    renamed = not apart and _RENAMED.match(told[1]) and not _RENAMED.match(told[0])
    if renamed or (alike and opposed(*told)):
        return True
    if not apart and pattern("striking").search(told[0]) and pattern("striking").search(told[1]):
        return voices[1] in told[0].casefold() or voices[0] in told[1].casefold()
    if bool(pattern("negating").search(told[0])) == bool(pattern("negating").search(told[1])):
        return False
    common = _stems(told[0]) & _stems(told[1])
    if apart:
        own = any(re.match(r"\W*(?:that )?(?:he|she|it|they|we|I)\b", each) for each in told)
        return len(common) >= _COMMON and not own
    return bool(common or re.match(r"\W*(?:that )?(?:it|they|this|that|these)\b", told[1]))


def _of_coming(text: str) -> bool:
    """Does it say what someone wants or will do, of which the other may want something else?"""
    return pattern("intending").search(text) is not None


def _stems(text: str) -> set[str]:
    return {word[:5].casefold() for word in _WORD.findall(text)} - {"that", "they", "have", "with", "said", "says"}


def _voice_word(cut: Cut, *, pronouns: bool = False) -> str:
    """The subject of the first word of telling; empty where it is a pronoun or none."""
    match = pattern("telling").search(cut.text) or pattern("claiming_strong").search(cut.text)
    if match is None:
        return ""
    token = cut.token_at(match.start())
    subject = subject_of(token) if token is not None else None
    if subject is None or (subject.pos_ == "PRON" and not pronouns):
        return ""
    return subject.lemma_.casefold()


def subject_of(token: Token) -> Token | None:
    """Who speaks, by the word of speaking."""
    if token.lower_ == "according":
        return next((inner for c in token.children for inner in c.children if inner.dep_ == "pobj"), None)
    if token.pos_ in {"VERB", "AUX"}:
        return doer(token)
    return None
