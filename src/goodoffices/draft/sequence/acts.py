"""What a clause brings about, and the words that it turns on.

An act is the verb behind "shall" with its object, the subject of a passive ("elections will be held"), a verb in the
present tense, or the noun or imperative that opens an item ("Withdrawal of ...", "Ensure release of ...").
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from .cues import find_cues
from .words import Token, content, data, is_light, is_stop, stem, tokens

__all__ = ["act_of", "finite_verb", "heads_of"]

_MODAL = re.compile(
    r"(?i)\b(?:shall|will|must|should|(?:is|are)\s+to|undertakes?\s+to|agrees?\s+to|commits?\s+(?:itself\s+|themselves\s+)?to|decides?\s+to|(?:is|are)\s+hereby"
    r"|(?:calls?\s+(?:up)?on|requests?|urges?|invites?|authori[sz]es?|encourages?|demands?)\s[^,;]{3,80}?\sto)\b"
)
_THAT = re.compile(
    r"(?i)^\W*(?:also\s+|further\s+)?(?:demands|requests|decides|recommends|stipulates|provides)\s+that\s"
)
_BOUNDARY = re.compile(
    r"(?i),|;|\b(?:in\s+accordance|on\s+the\s+basis|pursuant|including|such\s+as|as\s+well\s+as|in\s+order|so\s+as|by\s+means|which|that|who)\b"
)
_PREPOSITION = frozenset(
    [
        "of",
        "by",
        "from",
        "in",
        "on",
        "at",
        "to",
        "for",
        "with",
        "within",
        "without",
        "under",
        "into",
        "through",
        "throughout",
        "between",
        "among",
        "across",
        "against",
        "regarding",
        "concerning",
    ]
)
_PASSIVE = re.compile(
    r"(?i)\s+(?:\w+ly\s+|not\s+|also\s+|then\s+|only\s+){0,2}(?:be|have\s+been|been)\s+(?:\w+ly\s+)?(\w+)"
)
_ZONE = 12
_REACH = 12
"""So many words of a clause are looked through for its verb."""


@functools.cache
def _intransitive() -> frozenset[str]:
    return frozenset(stem(word) for word in data("words")["intransitive"].split())


def act_of(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Read what a clause brings about.

    Args:
        text: Words of one clause.

    Returns:
        The stems that it turns on, and all stems of the act with its objects.
    """
    main = _main_part(text)
    modal = _MODAL.search(main)
    that = _THAT.match(main)
    if that and modal is None:
        stems = frozenset(each.stem for each in content(tokens(main[that.end() :]))[:_ZONE])
        return frozenset(each.stem for each in content(tokens(main[that.end() :]))[:5]), stems
    if modal is None:
        return _nominal(main)
    passive = _PASSIVE.match(main, modal.end())
    subject, rest = tokens(main[: modal.start()]), tokens(_to_boundary(main[modal.end() :]))
    verb = tokens(passive[1]) if passive else content_head(rest)
    zone = content(subject)[-_ZONE:] + content(rest)[:_ZONE]
    heads = {each.stem for each in verb}
    if passive or any(each.stem in _intransitive() for each in verb):
        heads |= heads_of(subject)
    if not passive:
        heads |= heads_of(rest[1:]) if all(is_light(each.stem) for each in verb) else set()
    return frozenset(each for each in heads if not is_light(each)), frozenset(each.stem for each in zone) | heads


def content_head(words: list[Token]) -> list[Token]:
    """The verb behind a modal: the first word that is no filler."""
    return [each for each in words if not is_stop(each.word)][:1]


def finite_verb(words: Sequence[Token]) -> set[str]:
    """The stem of a verb in the present tense behind its subject, for clauses without "shall"."""
    before_nouns = data("words")["before_nouns"].split()
    for before, each in pairwise(words[:_REACH]):
        if each.word in _present() and before.word not in before_nouns and not is_light(each.stem):
            return {each.stem}
        if before.word in {"is", "are"} and each.word.endswith(("ed", "en", "id")) and not is_light(each.stem):
            return {each.stem}
    return set()


@functools.cache
def _present() -> frozenset[str]:
    listed = data("words")["actions"].split()
    return frozenset((*listed, *(f"{word}s" for word in listed), *(f"{word}es" for word in listed)))


def _nominal(text: str) -> tuple[frozenset[str], frozenset[str]]:
    words = tokens(_to_boundary(text))
    if verb := finite_verb(words):
        return frozenset(verb), frozenset(verb | {each.stem for each in content(words)[:_ZONE]})
    first = [each for each in words if not is_stop(each.word)][:1]
    heads = heads_of(words) | {each.stem for each in first if not is_light(each.stem)}
    return frozenset(heads), frozenset(each.stem for each in content(words)[:_ZONE]) | frozenset(heads)


def _main_part(text: str) -> str:
    """The clause without the waiting parts: what it brings about, not what it waits for."""
    cues = [cue for cue in find_cues(text) if cue.kind != "precondition"]
    if not cues:
        return text[:600]
    if len(re.findall(r"\w+", text[: cues[0].start])) > 1:
        return text[: cues[0].start][:600]
    modal = _MODAL.search(text)
    comma = text.rfind(",", 0, modal.start()) if modal else text.find(",")
    return text[comma + 1 :][:600] if comma > 0 else text[:600]


def _to_boundary(text: str) -> str:
    found = _BOUNDARY.search(text, 12)
    return text[: found.start()] if found else text


def heads_of(words: Iterable[Token]) -> set[str]:
    """The nouns that a phrase turns on: the last word before its first preposition, and of each part that "and" joins.

    A light word ("completion of the withdrawal") passes on to what it carries.
    """
    heads: set[str] = set()
    last = ""
    for each in words:
        if each.word in _PREPOSITION or each.word in {"and", "or", "has", "have", "is", "are", "been"}:
            if last:
                heads.add(last)
                last = ""
                if each.word not in {"and", "or"}:
                    break
        elif not is_stop(each.word) and not is_light(each.stem):
            last = each.stem
    if last and len(heads) <= 1:
        heads.add(last)
    return heads
