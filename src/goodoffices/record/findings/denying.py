"""Denials: what a sentence says is not so, and the sentence before it that says it is.

What is denied stands behind the verb ("denied that ..."), in the sentence before ("Riyadh has denied this"), in the
question that is answered ("Has it stopped? No."), or some sentences before ("disputed that account").
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

import msgspec

from goodoffices.record.report import Report

from . import lexicon
from .rebuttals import disputed_before
from .sentences import Sentence, sentences_of
from .wording import main_clause, matter

__all__ = ["Denial", "denials_in", "words_of"]

_SAYING = re.compile(r"\b(?:says?|said|told|claims?|claimed|reports?|reported|announced|according to)\b", re.IGNORECASE)

_REFUSING = re.compile(r"\b(?:reject|dismiss)(?:s|es|ed|ing)? (?:\w+ly )?(?:this|that|it|them|both)\b", re.IGNORECASE)
_WANTING = re.compile(
    r"\b(?:should|must|demand\w*|propos\w*|want(?:s|ed)?|call(?:s|ed)? for|offer\w*|ask(?:s|ed)?)\b", re.IGNORECASE
)
"""What is wanted is refused, and no account of what is so is denied."""

_HEARD = re.compile(
    r"\b(?:heard|hears?|rumou?rs?|rumou?red|is said|are said|it is said|"
    r"word (?:is|has it)|claim(?:s|ed)?|reports? (?:say|said)|"
    r"is told|are told|was told|were told)\b",
    re.IGNORECASE,
)
"""Says of what it tells that it was only heard."""
_ASKED = re.compile(r"\b(?:has|have|had|did|do|does|is|are|was|were)\b", re.IGNORECASE)
_NAME = re.compile(r"(?<=[a-z,] )[A-Z\u00c0-\u00de][\w'’-]{3,}")
_BACK = 6
"""Sentences before in which the claim stands that a question brings to another speaker, at most."""
_FAR, _BEHIND = 12, 3
"""Sentences before in which an account stands that is disputed as such, and those behind that give another, at most."""
_FURTHER = re.compile(r"[;:]|, (?:and|but|he|she|they|it|which|who) |, (?:said|says|according) ")
"""Where a clause ends that is denied, and something else begins."""


_CALLED = re.compile(
    r"^[^,]{2,40}, (?=(?:reports?|they|people|some|sources|diplomats) (?:say|claim|tell))|"
    r"\b(?:reports?|they|people|some|sources|diplomats) (?:say|claim)(?: that)?\b"
)
"""Whom a question is put to, and that somebody says so, which no account of the thing tells."""


class Denial(msgspec.Struct, frozen=True):
    """A sentence that denies something.

    Attributes:
        sentence: It.
        denied: What it denies, in words.
        claim: The sentence of its own report that claims it, or None.
        undone: True where it is said never to have been agreed to or offered.
    """

    sentence: Sentence
    denied: str
    claim: Sentence | None = None
    undone: bool = False

    @property
    def words(self) -> frozenset[str]:
        """The stems that carry what is denied."""
        return matter(main_clause(_CALLED.sub("", self.denied)))


@functools.cache
def words_of(name: str, *, at_start: bool = False) -> re.Pattern[str]:
    """The words of `data/denials.toml` by which a denial is told.

    Args:
        name: Of which list.
        at_start: Whether they must open the sentence.
    """
    forms = "|".join(getattr(lexicon.denials(), name))
    return re.compile(rf"\s*[\"'“‘]?(?:{forms})" if at_start else rf"(?:{forms})", re.IGNORECASE)


def denials_in(report: Report) -> Iterator[Denial]:
    """Read what the sentences of a report deny, in their order.

    Args:
        report: Any report; only its text is read.
    """
    before: Sentence | None = None
    earlier: list[Sentence] = []
    every = list(sentences_of(report))
    for place, sentence in enumerate(every):
        far = disputed_before(sentence, _rest(every, place), every[max(place - _FAR, 0) : place])
        denial = None if sentence.asks else _denial(sentence, before)
        if far is not None and (denial is None or denial.claim is None):
            yield Denial(sentence, far.said, far)
        elif denial is not None:
            yield denial
        elif before is not None and (claim := _answered(sentence, before, earlier)) is not None:
            yield Denial(sentence, claim.said, claim)
        earlier = [*earlier[-_BACK:], sentence]
        if before is None or before.line != sentence.line or not words_of("bare", at_start=True).match(sentence.said):
            before = sentence


def _rest(every: Sequence[Sentence], place: int) -> Sequence[Sentence]:
    """The sentences behind one in its paragraph, the nearest ones."""
    return [each for each in every[place + 1 : place + 1 + _BEHIND] if each.line == every[place].line]


def _denial(sentence: Sentence, before: Sentence | None) -> Denial | None:
    """What a sentence denies; None where it denies nothing, or nothing that can be told."""
    if before is not None and words_of("answers", at_start=True).match(sentence.said):
        turn = before.line != sentence.line and sentence.said != sentence.text
        claim = before if turn and _SAYING.search(before.said) and not before.asks else None
        factual = before.asks and words_of("factual", at_start=True).match(before.said)
        return Denial(sentence, before.said, claim) if claim or factual else None
    if before is not None and _calls_untrue(sentence, before):
        return Denial(sentence, before.said, before)
    sworn = words_of("sworn").search(sentence.said)
    if before is not None and before.line == sentence.line and sworn and _HEARD.search(before.said):
        return Denial(sentence, sentence.said[sworn.end() :], before)
    if before is not None and before.line == sentence.line and words_of("pointing").search(sentence.said):
        refused = _REFUSING.search(sentence.said) and _WANTING.search(before.said)
        return Denial(sentence, before.said, before) if _SAYING.search(before.said) and not refused else None
    for name in ("undone", "content"):
        if (cue := words_of(name).search(sentence.said)) is not None:
            denied = _FURTHER.split(sentence.said[cue.end() :], maxsplit=1)[0]
            return Denial(sentence, denied, undone=name == "undone")
    return None


def _answered(sentence: Sentence, before: Sentence, earlier: Sequence[Sentence]) -> Sentence | None:
    """What an earlier speaker claims, where a question brings it to another one, who says that it is not so."""
    turn = before.asks and before.line != sentence.line and sentence.said != sentence.text
    asked = _ASKED.search(before.said) if turn and words_of("elliptic", at_start=True).match(sentence.said) else None
    names = set(_NAME.findall(before.said[asked.start() :])) if asked else set()
    told = (
        each
        for each in reversed(earlier)
        if each.line < before.line and not each.asks and names.intersection(_NAME.findall(each.said))
    )
    claim = next(told, None)
    return claim if claim is not None and not words_of("negations").search(claim.said) else None


def _calls_untrue(sentence: Sentence, before: Sentence) -> bool:
    """Does another speaker of a transcript bring up that someone calls it untrue what was said last?"""
    turn = before.line != sentence.line and sentence.said != sentence.text
    return turn and not before.asks and words_of("untrue").search(sentence.said) is not None
