"""On what terms: what a party says peace must be, and what outside the talks it is tied to."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from .process_note import Detail, Note
from .process_setting import Setting, clean, cut, joined_notes
from .process_words import any_of, pattern, process_words, within
from .sentences import Sentence

__all__ = ["criteria", "outside_links"]

_TIED = re.compile(r"\b(?:tied|ties|linked|links)\s[^,;.]{1,60}?\sto\b")
_ISSUE_LIKE = re.compile(
    r"\b(?:peace|talks|ceasefire|cease-fire|truce|negotiat\w+|settlement|agreement|deal|war|withdraw\w*|troops|border|process)\b",
    re.IGNORECASE,
)


@functools.cache
def _criteria() -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = process_words().criteria
    kinds = r"(?:(?:any|the|a|an|every|such|this|final|future|peace|political|negotiated|lasting)\s){0,4}"
    subject = rf"{kinds}{any_of(words['subjects'])}\s(?:\w+ ){{0,3}}?"
    quality = any_of(words["qualities"])
    several = rf"{quality}(?:,?\s(?:and\s|but\s)?{quality})*"
    what = r"\s(?P<what>[^;.:\u201d\u2019\"]{3,150})"
    return (
        ("must_not", pattern(subject, any_of(words["must_not"]), what)),
        ("must", pattern(subject, any_of(words["must"]), what)),
        ("quality", pattern(several, r"\s(?:peace|settlement|solution)\b")),
    )


def criteria(setting: Setting) -> tuple[Note, ...]:
    """What parties say that peace or an agreement must be, must not be, or should be.

    Args:
        setting: The sentences and actors.

    Returns:
        Notes with the state ``must``, ``must_not`` or ``quality``; one that no named speaker is known for has none
        in `who`, and a bare quality that no one is quoted with is left out.
    """
    return joined_notes(note for sentence in setting.sentences for note in _criterion(setting, sentence))


def _criterion(setting: Setting, sentence: Sentence) -> Iterator[Note]:
    if not setting.may_hold(sentence, "criteria", "must", "must_not", "qualities"):
        return
    for state, sought in _criteria():
        match = sought.search(sentence.text)
        if match is None:
            continue
        speaker = setting.speaker(sentence)
        if speaker:
            yield setting.note("criterion", sentence, cut(match), state=state, who=(speaker,))
        return


def outside_links(setting: Setting) -> tuple[Note, ...]:
    """What outside the talks a sentence ties to them or says to weigh on them: tariffs, loans, arms, gas.

    Returns:
        Notes with the state ``tied`` (one is made to depend on the other) or ``raised``; the dossier is the detail
        ``dossier``.
    """
    return joined_notes(note for sentence in setting.sentences for note in _link(setting, sentence))


def _link(setting: Setting, sentence: Sentence) -> Iterator[Note]:
    if not setting.may_hold(sentence, "links", "dossiers"):
        return
    dossier = within("links", "dossiers").search(sentence.text)
    if dossier is None or not setting.named(sentence.text):
        return
    tied = within("links", "tied").search(sentence.text) or _TIED.search(sentence.text)
    raised = within("links", "raised").search(sentence.text)
    bears = _ISSUE_LIKE.search(sentence.text) or setting.issues_in(sentence)
    if tied and bears:
        state = "tied"
    elif raised:
        state = "raised"
    else:
        return
    what = Detail("dossier", clean(dossier[0]))
    yield setting.note(
        "link", sentence, sentence.text, state=state, who=setting.named(sentence.text)[:3], details=(what,)
    )
