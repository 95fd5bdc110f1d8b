"""Access and consent: who is consulted or left out, who asks for a seat, whose consent is missing or needed."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from .process_note import Note
from .process_setting import Setting, hypothetical, joined_notes
from .process_words import any_of, process_words, within
from .sentences import Sentence

__all__ = ["access", "before_verb", "consent"]

_BEFORE = 80
_BEHIND = 60
"""Characters around a cue in which the actor stands whom it concerns."""
_ASIDE = re.compile(r",[^,]{2,90},\s*$")
"""An apposition right before a verb: "Egypt, a backer of Haftar, welcomed"."""
_CUES = ("out_passive", "out_active", "in_passive", "in_active", "asking")
_CLAUSE = re.compile(r"[;:\u2013\u2014]|\b(?:that|while|but|because|although|after|before)\b")


@functools.cache
def _context() -> re.Pattern[str]:
    return re.compile(any_of(process_words().access["context"]), re.IGNORECASE)


@functools.cache
def _asking() -> re.Pattern[str]:
    words = process_words().access
    return re.compile(rf"{any_of(words['asking'])}\s(?:for )?(?:\w+ ){{0,2}}?{any_of(words['asked'])}", re.IGNORECASE)


def access(setting: Setting) -> tuple[Note, ...]:
    """Who is in and who is out, and who asks to be let in, by the words of sentences.

    Args:
        setting: The sentences and actors.

    Returns:
        Notes with the state ``out``, ``in`` or ``asks``; a sentence that is not about talks or a decision has none.
    """
    return joined_notes(note for sentence in setting.sentences for note in _access(setting, sentence))


def _access(setting: Setting, sentence: Sentence) -> Iterator[Note]:
    if not setting.may_hold(sentence, "access", *_CUES) or not _context().search(sentence.text):
        return
    shut = _of_cue(setting, sentence, "out_passive", before=True) or _of_cue(
        setting, sentence, "out_active", before=False
    )
    if shut:
        yield setting.note("access", sentence, sentence.text, state="out", who=shut)
    else:
        let_in = _let_in(setting, sentence)
        if let_in:
            yield setting.note("access", sentence, sentence.text, state="in", who=let_in)
    asking = _asking().search(sentence.text)
    if asking:
        who = before_verb(setting, sentence.text[: asking.start()])
        if who:
            yield setting.note("access", sentence, sentence.text, state="asks", who=who)


def _of_cue(setting: Setting, sentence: Sentence, cue: str, *, before: bool) -> tuple[str, ...]:
    for match in within("access", cue).finditer(sentence.text):
        if hypothetical(sentence.text, match.start(), negated=False) or _undone(sentence.text, match.start()):
            continue
        who = (
            before_verb(setting, sentence.text[: match.start()])
            if before
            else _behind(setting, sentence.text[match.end() :])
        )
        if who:
            return who
    return ()


def _undone(text: str, at: int) -> bool:
    return re.search(r"\b(?:not|no longer|never|n[o']t)\s+(?:\w+\s+)?$", text[max(at - 20, 0) : at]) is not None


def _let_in(setting: Setting, sentence: Sentence) -> tuple[str, ...]:
    """Whom a passive ("was consulted") or an active ("briefed the Front") lets in."""
    for match in within("access", "in_passive").finditer(sentence.text):
        start = sentence.text[: match.start()]
        passive = re.search(r"\b(?:was|were|been|being|is|are)\s(?:\w+ly )?$", start)
        if passive and not hypothetical(sentence.text, passive.start()):
            return before_verb(setting, start[: passive.start()])
        if (
            passive is None
            and not re.search(r"\b(?:be|not)\s(?:\w+ly )?$", start)
            and not hypothetical(sentence.text, match.start())
        ):
            found = _behind(setting, sentence.text[match.end() :], near=25)
            if found and match[0].casefold() in process_words().access["in_active"]:
                return found
    return ()


def before_verb(setting: Setting, text: str) -> tuple[str, ...]:
    """The actors of the clause that ends here: the last named, and those joined to it."""
    clause = _CLAUSE.split(_ASIDE.sub("", text)[-_BEFORE:])[-1]
    if not setting.places(clause):
        clause = _CLAUSE.split(text[-_BEFORE:])[-1]
    places = setting.places(clause)
    if not places:
        return ()
    found = [places[-1].actor]
    for one, nxt in zip(reversed(places[:-1]), reversed(places[1:]), strict=True):
        if not re.fullmatch(r"\s*(?:,|and|or|nor|,\s*and)\s*(?:the\s+)?", clause[one.end : nxt.start]):
            break
        found.insert(0, one.actor)
    return tuple(found)


def _behind(setting: Setting, text: str, near: int = _BEHIND) -> tuple[str, ...]:
    clause = re.split(r"[,;:.]|\b(?:from|in|at|on|about)\b", text[:near])[0]
    return setting.named(clause)


def consent(setting: Setting) -> tuple[Note, ...]:
    """Whose consent is missing, needed or given, by the words of sentences.

    Returns:
        Notes with the state ``lacking``, ``needed`` or ``given``; `who` are the actors of the sentence.
    """
    return joined_notes(note for sentence in setting.sentences for note in _consent(setting, sentence))


def _consent(setting: Setting, sentence: Sentence) -> Iterator[Note]:
    if not setting.may_hold(sentence, "consent", *process_words().consent):
        return
    for cue, state in (("lacking", "lacking"), ("giving", "given"), ("needing", "needed")):
        match = within("consent", cue).search(sentence.text)
        if match:
            unreal = state == "given" and _only_if(sentence.text, match.start())
            who = _consenting(setting, sentence, match)
            yield setting.note("consent", sentence, sentence.text, state="needed" if unreal else state, who=who)
            return


def _only_if(text: str, at: int) -> bool:
    """Is the consent one that must first be given ("provided that the parliament gave its consent")?"""
    if_words = re.search(r"\b(?:if|provided|once|until|unless|when)\b", text[:at])
    return if_words is not None or hypothetical(text, at)


def _consenting(setting: Setting, sentence: Sentence, match: re.Match[str]) -> tuple[str, ...]:
    """Whose consent it is: named right behind ("the consent of Egypt"), else the subject before."""
    behind = re.split(r"[,;:.]", sentence.text[match.end() : match.end() + _BEHIND])[0]
    after = setting.places(behind)
    if after and len(behind[: after[0].start].split()) <= 3:  # noqa: PLR2004  "of the", "by the"
        return (after[0].actor,)
    return before_verb(setting, sentence.text[: match.start()])
