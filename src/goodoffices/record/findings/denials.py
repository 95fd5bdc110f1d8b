"""Clashes of a claim and its denial: in one report side by side, or in two reports in like words.

What a sentence denies stands behind its verb ("denied that ..."), in the sentence before ("Riyadh has denied this"), or
in the question that it answers ("Has it stopped? No."). No statement carries it: the sentences are the sides.
"""

from __future__ import annotations

import functools
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from goodoffices.record.bloodshed import issue_of_dead
from goodoffices.record.content import Content
from goodoffices.record.report import Report

from . import lexicon
from .claims import Claim
from .clash import Clash
from .rebuttals import disputed_before
from .sentences import Sentence, sentences_of
from .shelf import Shelf
from .tolls import tells_of_dead
from .topics import Topics
from .voices import voice_of_sentence
from .wording import main_clause, matter, stem

__all__ = ["Denial", "accounts_of", "clashes_of_denial"]

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
_LINK = re.compile(r"^(?:And|But|However|Yet|Still|Meanwhile),? ")
_FURTHER = re.compile(r"[;:]|, (?:and|but|he|she|they|it|which|who) |, (?:said|says|according) ")
"""Where a clause ends that is denied, and something else begins."""
_TOKEN = re.compile(r"\w+")
_AROUND = 40
"""Characters around the words of an account in which a negation turns it round."""


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


def clashes_of_denial(claims: Iterable[Claim[Content]], shelf: Shelf) -> Iterator[Clash]:
    """Find what one sentence claims and another denies."""
    denials = [denial for report in shelf.originals for denial in _denials(report)]
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


@functools.cache
def _pattern(name: str, *, at_start: bool = False) -> re.Pattern[str]:
    forms = "|".join(getattr(lexicon.denials(), name))
    return re.compile(rf"\s*[\"'“‘]?(?:{forms})" if at_start else rf"(?:{forms})", re.IGNORECASE)


def _denials(report: Report) -> Iterator[Denial]:
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
        if before is None or before.line != sentence.line or not _pattern("bare", at_start=True).match(sentence.said):
            before = sentence


def _rest(every: Sequence[Sentence], place: int) -> Sequence[Sentence]:
    """The sentences behind one in its paragraph, the nearest ones."""
    return [each for each in every[place + 1 : place + 1 + _BEHIND] if each.line == every[place].line]


def _denial(sentence: Sentence, before: Sentence | None) -> Denial | None:
    """What a sentence denies; None where it denies nothing, or nothing that can be told."""
    if before is not None and _pattern("answers", at_start=True).match(sentence.said):
        turn = before.line != sentence.line and sentence.said != sentence.text
        claim = before if turn and _SAYING.search(before.said) and not before.asks else None
        factual = before.asks and _pattern("factual", at_start=True).match(before.said)
        return Denial(sentence, before.said, claim) if claim or factual else None
    if before is not None and _calls_untrue(sentence, before):
        return Denial(sentence, before.said, before)
    sworn = _pattern("sworn").search(sentence.said)
    if before is not None and before.line == sentence.line and sworn and _HEARD.search(before.said):
        return Denial(sentence, sentence.said[sworn.end() :], before)
    if before is not None and before.line == sentence.line and _pattern("pointing").search(sentence.said):
        refused = _REFUSING.search(sentence.said) and _WANTING.search(before.said)
        return Denial(sentence, before.said, before) if _SAYING.search(before.said) and not refused else None
    for name in ("undone", "content"):
        if (cue := _pattern(name).search(sentence.said)) is not None:
            denied = _FURTHER.split(sentence.said[cue.end() :], maxsplit=1)[0]
            return Denial(sentence, denied, undone=name == "undone")
    return None


def _answered(sentence: Sentence, before: Sentence, earlier: Sequence[Sentence]) -> Sentence | None:
    """What an earlier speaker claims, where a question brings it to another one, who says that it is not so."""
    turn = before.asks and before.line != sentence.line and sentence.said != sentence.text
    asked = _ASKED.search(before.said) if turn and _pattern("elliptic", at_start=True).match(sentence.said) else None
    names = set(_NAME.findall(before.said[asked.start() :])) if asked else set()
    told = (
        each
        for each in reversed(earlier)
        if each.line < before.line and not each.asks and names.intersection(_NAME.findall(each.said))
    )
    claim = next(told, None)
    return claim if claim is not None and not _pattern("negations").search(claim.said) else None


def _calls_untrue(sentence: Sentence, before: Sentence) -> bool:
    """Does another speaker of a transcript bring up that someone calls it untrue what was said last?"""
    turn = before.line != sentence.line and sentence.said != sentence.text
    return turn and not before.asks and _pattern("untrue").search(sentence.said) is not None


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
        if denial.undone and not _pattern("ready").search(sentence.said):
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
    return _pattern("negations").search(around) is not None
