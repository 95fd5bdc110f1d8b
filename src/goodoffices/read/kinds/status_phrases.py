"""Claims of status that no single word makes ("the census was never adopted"), and what each is about."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple, cast

import msgspec

from goodoffices.record import IssueState

from ..document import Sentence, offset_of
from ..pipeline import lowered, straighten
from .holders import subject_of
from .issues import issues_in
from .phrasebook import Phrasebook
from .status_words import status_words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["DEALS", "OF_ALL", "Found", "Hit", "fronted_lack", "is_told", "phrased"]

_OPEN_ENDS = (" on", " over", " about", " of", " between", " with", " settling", " resolving", " agreeing", " deciding")
_CLAUSE_END = re.compile(r"[;:]|, (?:but|while|although|though|and|yet)\b| although | while | though ")
_OPEN_BEHIND = (" on ", " over ", " about ", " regarding ", " concerning ")
_MOST = 4
"""Claims of one status in a sentence that are looked at."""
_BEFORE = 60
"""Characters before a phrase that can undo it."""
_SUPPOSED = re.compile(
    r"\b(?:if|unless|until|before|once|as long as|as soon as|would|could|might|should)\b", re.IGNORECASE
)
_WISHED = re.compile(
    r"\b(?:how|when|whenever|whether|must|wants?|wanted|insists?|demands?|expects?|hopes?|after|will|shall)\b",
    re.IGNORECASE,
)
"""Words before a phrase in its clause behind which it tells of what is not there; the second of what is good alone."""
_ADDED = re.compile(r"\bwho\b[^,;]*$|\bwhose\s+(?:\w+\s+){1,2}$", re.IGNORECASE)
"""What is only added to a thing ("whose date will be fixed later", "soldiers who have not been paid")."""
_POINTS = re.compile(r"\W*(?:it|this|that|these|those|the (?:matter|issue|question|point|subject))\W*$", re.IGNORECASE)
"""The whole subject of a clause that only points back."""
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|refut\w+|(?:reject|dismiss)\w* (?:the |any |all )?(?:\w+ )?"
    r"(?:claim|notion|idea|suggestion|report|view|assertion|charge|allegation)s?) that\b|"
    r"\b(?:accus|blam)\w*\b.* (?:of|for)\s+(?:having\s+)?$",
    re.IGNORECASE,
)
"""Words before a phrase behind which it tells what somebody denies, or lays at another's door."""
_NO_LONGER = re.compile(
    r"\b(?:no longer|hardly|scarcely|barely|not|never|with or|nobody has(?: quite)?|no one has)\s+$|\bnot to\s+$",
    re.IGNORECASE,
)
_NOT_TO = re.compile(r"\bnot to\b", re.IGNORECASE)
"""Who is urged not to leave without an agreement may still find one."""
_LACKING_AHEAD = re.compile(
    r"(?:^\W*|\b(?:that|and|but|because) )without [^,.;]{3,80}, "
    r"[^.;]*\b(?:will|would|could|may|might|can|cannot|risks?|faces?)\b",
    re.IGNORECASE,
)
"""A fronted lack and what would come of it ("Without an accord, the army could return"): a condition, no outcome."""
_DISBANDED = re.compile(
    r"\b(?:movements?|groups?|militias?|factions?|part(?:y|ies)|organi[sz]ations?|alliances?|fronts?|forces?|wings?|"
    r"arm(?:y|ies)|units?|structures|companies|republics?|states?|bloc)\W+(?:formally |officially )?$",
    re.IGNORECASE,
)
"""Who has ceased to exist, where it is no agreement."""
_NO_DATE = re.compile(r"\bno (?:\w+ )?(?:dates?|deadline|timetable|calendar|schedule)\b", re.IGNORECASE)
"""A date is of what stands behind it, or of the talks."""
_UNDONE = re.compile(
    r"\b(?:not|never|no longer|hardly|nothing|nobody|neither|none|to|no|which)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
_NONE_OF = re.compile(
    r"\b(?:no(?! longer)|none|neither|nothing|nobody)\s+(?:(?!(?:and|but|that|which|who)\b)[\w'-]+\s+){0,7}$",
    re.IGNORECASE,
)
"""What is good is told of none ("no date or place has been settled")."""
DEALS = frozenset({"deal", "agreement", "accord", "compromise", "understanding"})
OF_ALL = ("the talks",)
"""What a claim is about that is of the whole and not of one matter ("agreed on most things", "a deal is in sight")."""


class Found(msgspec.Struct, frozen=True, eq=False):
    """A claim in a sentence.

    Attributes:
        status: What it claims.
        about: The words that its issue stands in.
        cue: The word that claims it.
        clause: Its clause, where it is a phrase.
        words: Offsets of the phrase in the sentence.
    """

    status: IssueState
    about: tuple[str, ...]
    cue: Token
    clause: str = ""
    words: tuple[int, int] = (0, 0)


class Hit(NamedTuple):
    """Where a phrase stands in a sentence, and its words in small letters."""

    start: int
    end: int
    words: str


def phrased(sentence: Sentence) -> Iterator[Found]:
    """Find the claims of a sentence that no single word makes; a few a status, one a clause."""
    _, phrases, _ = status_words()
    text = lowered(straighten(sentence.text))
    for status, book in phrases.items():
        until = 0
        for hit in itertools.islice(_hits(book, text), _MOST):
            if hit.start < until or _is_idle(sentence.text, hit, status):
                continue
            until = _end_of_clause(sentence.text, hit.end)
            cue = next((t for t in sentence.span if offset_of(t) >= sentence.start + hit.start), sentence.span[0])
            if _POINTS.match(_CLAUSE_END.split(sentence.text[: hit.start])[-1]):
                until = hit.end  # "the matter has been referred to the government": of what was named before
            clause = _CLAUSE_END.split(sentence.text[: hit.start])[-1] + sentence.text[hit.start : until]
            yield Found(cast("IssueState", status), _beside(sentence, hit, cue), cue, clause, (hit.start, hit.end))


def _hits(book: Phrasebook, text: str) -> Iterator[Hit]:
    """Where phrases stand in a text in small letters; quotation marks inside them do not matter ("was 'frozen'")."""
    if '"' not in text:
        yield from (Hit(m.start(), m.end(), m[0]) for m in book.find(text))
        return
    kept = [at for at, char in enumerate(text) if char != '"']
    for match in book.find("".join(text[at] for at in kept)):
        yield Hit(kept[match.start()], kept[match.end() - 1] + 1, match[0])


def _end_of_clause(text: str, at: int) -> int:
    end = _CLAUSE_END.search(text, at)
    return end.start() if end is not None else len(text)


def _is_idle(text: str, hit: Hit, status: str) -> bool:
    """Is what a phrase tells only supposed, wished or denied ("before anything else is settled", "would be solved")?"""
    if text[hit.start : hit.end + 3].endswith("open to"):
        return True
    before = text[max(0, hit.start - _BEFORE) : hit.start]
    clause = re.split(r"[,;:]", before)[-1]
    if _SUPPOSED.search(clause) or _ADDED.search(clause) or _DENIED.search(clause):
        return True
    good = status in {"agreed", "progress"}
    if hit.words.startswith("without") and fronted_lack(text, hit.start):
        return True
    if hit.words.endswith("to exist") and _DISBANDED.search(clause):
        return True
    if not good and (_NO_LONGER.search(clause) or (hit.words.startswith("without") and _NOT_TO.search(clause))):
        return True
    return good and any(words.search(clause) is not None for words in (_WISHED, _UNDONE, _NONE_OF))


def fronted_lack(text: str, at: int) -> bool:
    """Does a lack at an offset only open a condition ("Without progress, the calm may not last")?

    Args:
        text: A sentence.
        at: Where the lack is told, in the sentence.
    """
    lack = _LACKING_AHEAD.search(text) if "ithout " in text else None
    return lack is not None and lack.start() <= at < lack.end()


def _beside(sentence: Sentence, hit: Hit, cue: Token) -> tuple[str, ...]:
    """What a phrase is about: the words behind it where it ends in a preposition, else its subject or its clause."""
    text = sentence.text
    if hit.words.endswith(" most"):
        return OF_ALL
    behind = _CLAUSE_END.split(text[hit.end :])[0]
    if _POINTS.match(_CLAUSE_END.split(text[: hit.start])[-1]):
        return ()
    if hit.words.endswith(_OPEN_ENDS) or behind.startswith(_OPEN_BEHIND):
        return (behind,)
    if _NO_DATE.search(hit.words):
        return (behind,) if is_told(behind) else OF_ALL
    subject = subject_of(cue if cue.pos_ in {"VERB", "AUX"} else cue.head)
    told = subject.doc[subject.left_edge.i : cue.i].text if subject is not None and subject.i < cue.i else ""
    told = _CLAUSE_END.split(told)[-1]
    ahead = _CLAUSE_END.split(text[: hit.start])[-1]
    if set(told.lower().split()) & DEALS and not is_told(told):
        return OF_ALL
    return next(((part,) for part in (told, ahead, hit.words, behind) if is_told(part)), ())


def is_told(part: str) -> bool:
    """Do the words name an issue that is more than the talks themselves?"""
    return any(issue != "process" for issue in issues_in(part))
