"""Accounts of what a party takes up and of what it turns down, by the words of acceptance and refusal."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from goodoffices.record.content import Content, PositionContent

from .cast import Cast
from .claims import Claim
from .sentences import Sentence, sentences_of
from .shelf import Shelf
from .wording import matter, stem, tokens

__all__ = ["Account", "Accounts", "accounts_of"]

_NOUN = r"(?:agreement|consensus|accord|understanding)"
_YES = re.compile(
    rf"\b(?:accept(?:s|ed|ing)?|endors(?:es?|ed|ing)|approv(?:es|ed)|embrac(?:es|ed)|agree(?:s|d|ing)? (?:to|on)"
    rf"|agree[sd]? in principle (?:to|on)|consent(?:s|ed)? to|backs|backed|adopt(?:s|ed)|welcom(?:es|ed|ing)"
    rf"|signed (?:up to|off on)|{_NOUN} on|(?:ready|willing|prepared|open) to|(?:readiness|willingness) to"
    rf"|pledge[sd]? to|promised|undert(?:ook|aken) to|no objections? to|conceded)\s+(?=\S)",
    re.IGNORECASE,
)
"""Says that somebody takes up what stands behind it."""
_NO = re.compile(
    rf"\b(?:reject(?:s|ed|ing)|refus(?:es|ed|ing)(?: to (?:accept|agree to|endorse|sign|discuss|consider))?"
    rf"|rul(?:es|ed|ing) out|turn(?:s|ed|ing) down|dismiss(?:es|ed)|spurn(?:s|ed)|oppos(?:es|ed)|exclud(?:es|ed)"
    rf"|(?:never|not|nor|neither|nobody|no one) (?:\w+ ){{0,2}}?(?:accept(?:s|ed)?|endorsed?|approved?"
    rf"|agree[sd]? (?:to|on)|consent(?:ed)? to|adopted?|tolerate|countenance)"
    rf"|den(?:y|ies|ied|ying) (?:having |that \w+ (?:had |has |have )?)(?:ever )?(?:accepted|agreed (?:to|on)|endorsed"
    rf"|approved)|no {_NOUN} on|balk(?:s|ed) at|veto(?:es|ed)|rejection of|refusal to accept|opposition to"
    rf"|object(?:s|ed) to)[\s,\"“”]+(?=\w)",
    re.IGNORECASE,
)
"""Says that somebody turns down what stands behind it."""
_NOT_TAKEN = re.compile(
    r"\b(?:was|were|has been|have been|had been|been) (?:(?:never|not)(?: been)? (?:accepted|adopted|agreed"
    r"|endorsed|approved)|(?:flatly |firmly |again )?(?:rejected|ruled out|turned down|refused|vetoed|dismissed))\b",
    re.IGNORECASE,
)
"""Says that what stands before it was turned down."""
_OPENS = re.compile(r"[,;:.(“\"]|\b(?:that|said|says|and|but)\b", re.IGNORECASE)
_HEDGED = re.compile(
    r"^[^,;:.]*\b(?:before|until|unless|if|as long as|so long as|without|while|except|only|for now)\b", re.IGNORECASE
)
"""Behind a word of refusal: a no on a condition contradicts nothing."""
_MEASURES = re.compile(
    r"\b(?:levels?|kinds?|sorts?|forms?|types?|amounts?|degrees?|shares?|parts?|(?:re)?introduction|use|deployment|presence"
    r"|return|idea|notion|principle|prospect|possibility|question|creation|establishment) of\b\s*",
    re.IGNORECASE,
)
"""Stand before the name of the thing itself ("any level of enrichment")."""
_NOT_SO = re.compile(
    r"(?:\b(?:not|never|nor|nobody|without|refus\w+|if|should|must|would have|urge\w*|demand\w*|call\w* on|failed to)"
    r"|n[’']t)\s(?:\S+\s){0,3}$",
    re.IGNORECASE,
)
"""Before a word of acceptance: what follows is not accepted, or only wished."""
_NAME_ENDS = re.compile(
    r"[.,;:?!()|“”\"]|\b(?:of|which|who|that|because|if|unless|until|although|while|but|and|as|when|where|before|after"
    r"|by|from|in|at|with|for|to|under|over|during|despite|on|without|since|between|into|proposed|offered|put|made"
    r"|would|will|was|is|are|were|had|has|have|saying|viewing|calling|arguing|insisting|warning)\b",
    re.IGNORECASE,
)
"""Behind the head of what is turned down."""
_CLAUSE_ENDS = re.compile(r"[.;:?!()|]|\b(?:which|who|because|if|unless|until|although|while|but|as)\b", re.IGNORECASE)
_ALL = re.compile(
    r"\b(?:both|two|all) (?:the )?(?:\w+ )?(?:sides|parties|delegations|governments)\b|\bthe (?:sides|parties)\b"
    r"|\b(?:agreement|consensus|accord|understanding) (?:was |had been |has been )?(?:reached )?on\b",
    re.IGNORECASE,
)
_POINTS = re.compile(r"\b(?:he|she|it|they|his|her|its|their|we|our)\b", re.IGNORECASE)
_OWNING = re.compile(r"['’]s\b")
_DENIED = re.compile(r"\b(?:never|nobody|no one|deny|den(?:ies|ied|ying)|had not)\b", re.IGNORECASE)
_TABLE = "|"
_BACK = 2
"""Sentences before one that tell who "he" or "it" is."""
_FAR_BACK = 5
"""Sentences before one that tell who "the parties" are."""


class Account(msgspec.Struct, frozen=True):
    """One account of what a party takes up or turns down.

    Attributes:
        sentence: Where it stands.
        words: The stems of what is taken up or turned down.
        head: The stem of the name of what is turned down; empty where it is taken up.
        sides: The sides of whom it is told.
        near: Where it is told of all parties, the sides named around it; else empty.
        denied: Does it say that it was never taken up?
    """

    sentence: Sentence
    words: frozenset[str]
    head: str
    sides: frozenset[str]
    near: frozenset[str] = frozenset()
    denied: bool = False


class Accounts(msgspec.Struct, frozen=True):
    """All accounts of some reports.

    Attributes:
        yes: Those of what is taken up.
        no: Those of what is turned down.
        seen: In how many sentences each stem stands.
        count: How many sentences there are.
    """

    yes: list[Account]
    no: list[Account]
    seen: Counter[str]
    count: int


def accounts_of(claims: Iterable[Claim[Content]], cast: Cast, shelf: Shelf) -> Accounts:
    """Read all accounts of what is taken up and of what is turned down.

    Args:
        claims: All statements.
        cast: The actors.
        shelf: The reports.
    """
    yes: list[Account] = []
    no: list[Account] = []
    seen: Counter[str] = Counter()
    count = 0
    for report in shelf.originals:
        every = list(sentences_of(report))
        count += len(every)
        for place, sentence in enumerate(every):
            seen.update(sentence.words)
            if not sentence.asks and (
                _YES.search(sentence.text) or _NO.search(sentence.text) or _NOT_TAKEN.search(sentence.text)
            ):
                _read(every, place, cast, yes, no)
    yes += [account for claim in claims for account in _taken(claim, cast)]
    return Accounts(yes, no, seen, count)


def _read(every: Sequence[Sentence], place: int, cast: Cast, yes: list[Account], no: list[Account]) -> None:
    sentence, text = every[place], every[place].text
    before = " ".join(each.said for each in every[max(place - _BACK, 0) : place])
    refusals = list(_NO.finditer(text))
    around: frozenset[str] | None = None

    def who(lead: str, verb: str) -> tuple[frozenset[str], frozenset[str]]:
        nonlocal around
        sides = _sides(lead, cast) or (_sides(before, cast) if _POINTS.search(lead) else frozenset())
        if _ALL.search(lead + verb) is None:
            return sides, frozenset()
        if around is None:
            around = _sides(" ".join(each.said for each in every[max(place - _FAR_BACK, 0) : place + 1]), cast)
        return sides, around

    for match in refusals:
        name, words = _named(text[match.end() :])
        if name and not _NOT_SO.search(text[: match.start()]) and not _HEDGED.search(text[match.end() :]):
            denied = _DENIED.search(text[: match.end()]) is not None
            no.append(Account(sentence, words, name, *who(text[: match.start()], match[0]), denied))
    for match in _NOT_TAKEN.finditer(text):
        name, words = _named(_OPENS.split(text[: match.start()])[-1])
        if name:
            no.append(Account(sentence, words, name, frozenset(), _sides(before + text, cast)))
    for match in _YES.finditer(text):
        inside = any(each.start() <= match.start() < each.end() for each in refusals)
        if not inside and not _NOT_SO.search(text[: match.start()]):
            words = matter(_upto(_CLAUSE_ENDS, text[match.end() :]))
            yes.append(Account(sentence, words, "", *who(text[: match.start()], match[0])))


def _taken(claim: Claim[Content], cast: Cast) -> Iterator[Account]:
    """What a reader took for a position."""
    said, evidence = claim.content, claim.statement.evidence[0]
    if not isinstance(said, PositionContent) or said.stance not in {"accepts", "offers"}:
        return
    if not evidence.quote.lstrip().startswith(_TABLE) and not _NO.search(evidence.quote):
        sentence = Sentence(evidence.report, evidence.start, evidence.end, evidence.quote, 0)
        yield Account(sentence, matter(said.text), "", frozenset({cast.side(said.party)}))


def _named(text: str) -> tuple[str, frozenset[str]]:
    """The stem of the head of the name that `text` begins with, and those of all its words."""
    measure = _MEASURES.search(_upto(_CLAUSE_ENDS, text))
    least = measure.end() if measure and not _NAME_ENDS.search(text[: measure.start()]) else 0
    name = text[:least] + _upto(_NAME_ENDS, text[least:])
    found = tokens(name)
    return (stem(found[-1]), matter(name)) if found else ("", frozenset())


def _upto(ends: re.Pattern[str], text: str) -> str:
    end = ends.search(text)
    return text[: end.start()] if end else text


def _sides(text: str, cast: Cast) -> frozenset[str]:
    """The sides that a text names, by their own names, by those of their people, or by a word made from them."""
    text = _OWNING.sub("", text)
    named = {actor for word in tokens(text) if (actor := cast.named(word)) is not None}
    return frozenset(cast.side(actor) for actor in cast.actors_in(text) | named)
