"""Clashes of a claim and its denial: in one report side by side, or in two reports in like words.

What a sentence denies stands behind its verb ("denied that ..."), in the sentence before ("Riyadh has denied this"), or in the
question that it answers ("Has it stopped? No."). No statement carries it, so the sentences themselves are the sides.
"""

from __future__ import annotations

import functools
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from goodoffices.record.content import Content
from goodoffices.record.finding import Side
from goodoffices.record.report import Report

from . import lexicon
from .claims import Claim
from .clash import Clash, Voice
from .sentences import Sentence, sentences_of
from .shelf import Shelf
from .topics import Topics
from .wording import main_clause, matter

__all__ = ["clashes_of_denial", "voice_of_sentence"]

_MUCH = 0.6
"""Share of the weight of what is denied that a sentence must carry to be an account of it."""
_WORDS = 2
_POSTING = 60
"""Denials listed under one word that are looked at, at most."""
_ABOUT = 90
"""Characters of the longest heading."""
_SAYING = re.compile(r"\b(?:says?|said|told|claims?|claimed|reports?|reported|announced|according to)\b", re.IGNORECASE)


class Denial(msgspec.Struct, frozen=True):
    """A sentence that denies something.

    Attributes:
        sentence: It.
        denied: What it denies, in words.
        claim: The sentence of its own report that claims it, or None.
    """

    sentence: Sentence
    denied: str
    claim: Sentence | None = None

    @property
    def words(self) -> frozenset[str]:
        """The stems that carry what is denied."""
        return matter(main_clause(self.denied))


def clashes_of_denial(claims: Iterable[Claim[Content]], shelf: Shelf) -> Iterator[Clash]:
    """Find what one sentence claims and another denies."""
    denials = [denial for report in shelf.reports for denial in _denials(report)]
    if not denials:
        return
    topics = Topics(claims)
    told = _accounts(denials, shelf)
    for number, denial in enumerate(denials):
        sides = ([denial.claim] if denial.claim else []) + [told[number][source] for source in sorted(told[number])]
        if sides:
            voices = tuple(voice_of_sentence(each, topics, shelf) for each in (*sides, denial.sentence))
            yield Clash(about=_about(denial), issue=topics.issue_of(*sides, denial.sentence), voices=voices)


def voice_of_sentence(sentence: Sentence, topics: Topics, shelf: Shelf) -> Voice:
    """Let a sentence speak for itself."""
    side = Side(
        text=" ".join(sentence.said.split()),
        evidence=(shelf.report(sentence.report).evidence(sentence.start, sentence.end),),
        said_by=topics.speaker_of(sentence),
        as_of=shelf.day(sentence.report),
    )
    return Voice(side=side, marking=shelf.marking(sentence.report))


def _about(denial: Denial) -> str:
    text = " ".join((denial.claim.said if denial.claim else denial.denied).split()).strip(" .,;")
    cut = text if len(text) <= _ABOUT else text[:_ABOUT].rsplit(" ", 1)[0] + " …"
    return f"Claimed and denied: {cut}"


@functools.cache
def _pattern(name: str, *, at_start: bool = False) -> re.Pattern[str]:
    forms = "|".join(getattr(lexicon.denials(), name))
    return re.compile(rf"\s*[\"'“‘]?(?:{forms})" if at_start else rf"(?:{forms})", re.IGNORECASE)


def _denials(report: Report) -> Iterator[Denial]:
    before: Sentence | None = None
    for sentence in sentences_of(report):
        if not sentence.asks and (denial := _denial(sentence, before)) is not None:
            yield denial
        before = sentence


def _denial(sentence: Sentence, before: Sentence | None) -> Denial | None:
    """What a sentence denies; None where it denies nothing, or nothing that can be told."""
    if before is not None and _pattern("answers", at_start=True).match(sentence.said):
        claim = before if _SAYING.search(before.said) and not before.asks else None
        factual = before.asks and _pattern("factual", at_start=True).match(before.said)
        return Denial(sentence, before.said, claim) if claim or factual else None
    if before is not None and before.line == sentence.line and _pattern("pointing").search(sentence.said):
        return Denial(sentence, before.said, before) if _SAYING.search(before.said) else None
    content = _pattern("content").search(sentence.said)
    return Denial(sentence, sentence.said[content.end() :]) if content else None


def _accounts(denials: list[Denial], shelf: Shelf) -> Mapping[int, Mapping[str, Sentence]]:
    """Number of a denial -> source -> the sentence of that source that says most nearly what is denied."""
    weights = _weights(shelf)
    index: dict[str, list[int]] = defaultdict(list)
    for number, denial in enumerate(denials):
        for word in denial.words:
            index[word].append(number)
    best: dict[int, dict[str, tuple[float, Sentence]]] = defaultdict(dict)
    for report in shelf.reports:
        source = shelf.source(report.id)
        for sentence in sentences_of(report):
            for number, share in _denied_by(sentence, denials, index, weights, shelf):
                known = best[number].get(source)
                if known is None or share > known[0]:
                    best[number][source] = (share, sentence)
    return defaultdict(dict, {n: {source: s for source, (_, s) in found.items()} for n, found in best.items()})


def _weights(shelf: Shelf) -> Mapping[str, float]:
    """How much a word tells: the rarer, the more."""
    seen: Counter[str] = Counter()
    count = 0
    for report in shelf.reports:
        for sentence in sentences_of(report):
            seen.update(sentence.words)
            count += 1
    return {word: math.log((1 + count) / times) for word, times in seen.items()}


def _denied_by(
    sentence: Sentence, denials: list[Denial], index: Mapping[str, list[int]], weights: Mapping[str, float], shelf: Shelf
) -> Iterator[tuple[int, float]]:
    """The denials of other sources that `sentence` is an account of, with how much of what is denied it says."""
    if sentence.asks or _pattern("negations").search(sentence.said):
        return
    words = sentence.words
    met = Counter(number for word in words for number in index.get(word, ())[:_POSTING])
    for number, common in sorted(met.items()):
        denial = denials[number]
        if common < _WORDS or shelf.source(denial.sentence.report) == shelf.source(sentence.report):
            continue
        share = sum(weights[word] for word in words & denial.words) / sum(weights.get(w, 1.0) for w in denial.words)
        if share >= _MUCH:
            yield number, share
