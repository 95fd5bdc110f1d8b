"""Clashes of a claim and its denial: in one report side by side, or in two reports in like words.

No statement carries what is denied: the sentences are the sides.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from goodoffices.record.bloodshed import issue_of_dead
from goodoffices.record.content import Content

from .claims import Claim
from .clash import Clash
from .dead import tells_of_dead
from .denying import Denial, denials_in, words_of
from .sentences import Sentence, sentences_of
from .shelf import Shelf
from .topics import Topics
from .voices import voice_of_sentence
from .wording import stem

__all__ = ["accounts_of", "clashes_of_denial"]

_MUCH = 0.6
"""Share of the weight of what is denied that a sentence must carry to be an account of it."""
_WORDS = 2
_RAREST = 4
"""Words of a denial by which accounts of what it denies are looked for: the rarest. Most of its weight is theirs."""
_POSTING = 40
"""Denials listed under one word that are looked at, at most."""
_MANY = 4
"""Words in common from which a lesser share is enough: an account of many words tells more than is denied."""
_MANY_SHARE = 0.4
_SIDES = 6
"""Accounts that a denial is set against, at most."""
_ABOUT = 90
"""Characters of the longest heading."""
_LINK = re.compile(r"^(?:And|But|However|Yet|Still|Meanwhile),? ")
_TOKEN = re.compile(r"\w+")
_AROUND = 40
"""Characters around the words of an account in which a negation turns it round."""


def clashes_of_denial(claims: Iterable[Claim[Content]], shelf: Shelf) -> Iterator[Clash]:
    """Find what one sentence claims and another denies."""
    denials = [denial for report in shelf.originals for denial in denials_in(report)]
    if not denials:
        return
    topics = Topics(claims)
    told = accounts_of(denials, shelf)
    for denial, accounts in zip(denials, told, strict=True):
        sides = ([denial.claim] if denial.claim else []) + accounts
        if sides:
            voices = tuple(voice_of_sentence(each, topics, shelf) for each in (*sides, denial.sentence))
            far = denial.claim is not None and denial.claim.line != denial.sentence.line
            order = (*sides, denial.sentence) if far else (denial.sentence, *sides)
            issue = _of_dead(denial, sides, shelf) or topics.issue_of(*order)
            issue = issue or topics.issue_of(*_beside(denial, shelf))
            yield Clash(about=_about(denial), issue=issue, voices=voices)


def _of_dead(denial: Denial, sides: Sequence[Sentence], shelf: Shelf) -> str | None:
    """The issue where how many were killed is denied; None elsewhere."""
    if not any(tells_of_dead(each.said) for each in sides):
        return None
    told = " ".join(each.said for each in (*sides, denial.sentence))
    return issue_of_dead(told, shelf.report(denial.sentence.report).text)


def _beside(denial: Denial, shelf: Shelf) -> list[Sentence]:
    """The sentences from the line of what is denied to the line behind the denial: what is spoken of there."""
    first = (denial.claim or denial.sentence).line
    every = sentences_of(shelf.report(denial.sentence.report))
    return [each for each in every if first <= each.line <= denial.sentence.line + 1]


def _about(denial: Denial) -> str:
    text = " ".join((denial.claim.said if denial.claim else denial.denied).split()).strip(" .,;")
    text = _LINK.sub("", text)
    cut = text if len(text) <= _ABOUT else text[:_ABOUT].rsplit(" ", 1)[0] + " …"
    return f"Claimed and denied: {cut}"


def accounts_of(denials: list[Denial], shelf: Shelf) -> list[list[Sentence]]:
    """For each denial the sentences of other sources that say what it denies."""
    if not denials:
        return []
    weights = _weights(shelf)
    index: dict[str, list[int]] = defaultdict(list)
    for number, denial in enumerate(denials):
        rare = sorted(denial.words, key=lambda word: (-weights.get(word, 0.0), word))[:_RAREST]
        for word in rare:
            if len(index[word]) < _POSTING:
                index[word].append(number)
    best: dict[int, dict[str, tuple[float, Sentence]]] = defaultdict(dict)
    for report in shelf.originals:
        source = shelf.source(report.id)
        for sentence in sentences_of(report):
            for number, share in _denied_by(sentence, denials, index, weights, shelf):
                known = best[number].get(source)
                if known is None or share > known[0]:
                    best[number][source] = (share, sentence)
    return [_best(best[number]) for number in range(len(denials))]


def _best(found: Mapping[str, tuple[float, Sentence]]) -> list[Sentence]:
    """The accounts that say most of what is denied, one a source, not too many to be read."""
    ranked = sorted(found.items(), key=lambda item: (-item[1][0], item[0]))
    return [sentence for _, (_, sentence) in ranked[:_SIDES]]


def _weights(shelf: Shelf) -> Mapping[str, float]:
    """How much a word tells: the rarer, the more."""
    seen: Counter[str] = Counter()
    count = 0
    for report in shelf.originals:
        for sentence in sentences_of(report):
            seen.update(sentence.words)
            count += 1
    return {word: math.log((1 + count) / times) for word, times in seen.items()}


def _denied_by(
    sentence: Sentence,
    denials: list[Denial],
    index: Mapping[str, list[int]],
    weights: Mapping[str, float],
    shelf: Shelf,
) -> Iterator[tuple[int, float]]:
    """The denials of other sources that `sentence` is an account of, with how much of what is denied it says."""
    if sentence.asks:
        return
    words = sentence.words
    for number in sorted({number for word in words for number in index.get(word, ())}):
        denial = denials[number]
        common = len(words & denial.words)
        if denial.undone and not words_of("ready").search(sentence.said):
            continue
        if common < _WORDS or shelf.source(denial.sentence.report) == shelf.source(sentence.report):
            continue
        if _negated(sentence.said, denial.words):
            continue
        share = sum(weights[word] for word in words & denial.words) / sum(weights.get(w, 1.0) for w in denial.words)
        if share >= (_MANY_SHARE if common >= _MANY and denial.claim else _MUCH):
            yield number, share


def _negated(text: str, words: frozenset[str]) -> bool:
    """Does a negation stand around the words of `text` that are among `words`?"""
    places = [match.span() for match in _TOKEN.finditer(text) if stem(match[0].casefold()) in words]
    if not places:
        return False
    around = text[max(places[0][0] - _AROUND, 0) : places[-1][1] + _AROUND]
    return words_of("negations").search(around) is not None
