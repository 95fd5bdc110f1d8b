"""Clashes over what a party takes up in one report and turns down in another, whatever issue each is filed under.

Only what is refused by its name counts, and only where the name is rare in the reports: "the corridor" is one thing
in both, "the proposal" is not. That the later report tells of a change itself is no clash.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from goodoffices.record.content import Content, IssueStatusContent, PositionContent
from goodoffices.record.report import Evidence

from . import lexicon
from .cast import Cast
from .claims import Claim
from .clash import Clash
from .sentences import Sentence, sentences_of
from .shelf import Shelf
from .topics import Topics
from .voices import voice_of_sentence
from .wording import matter, stem, tokens

__all__ = ["clashes_of_refusal"]

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
    r"\b(?:was|were|has been|have been|had been|been) (?:(?:never|not)(?: been)? (?:accepted|adopted|agreed|endorsed|approved)"
    r"|(?:flatly |firmly |again )?(?:rejected|ruled out|turned down|refused|vetoed|dismissed))\b",
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
_CHANGED = re.compile(
    r"\b(?:no longer|any ?more|dropped|abandoned|reversed|u-turn|changed (?:its|his|her|their) \w+"
    r"|back(?:s|ed)? (?:away|down|out)|withdr[ae]wn?|went back|reneg\w+)\b",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"\b(?:both|two|all) (?:the )?(?:\w+ )?(?:sides|parties|delegations|governments)\b|\bthe (?:sides|parties)\b"
    r"|\b(?:agreement|consensus|accord|understanding) (?:was |had been |has been )?(?:reached )?on\b",
    re.IGNORECASE,
)
_POINTS = re.compile(r"\b(?:he|she|it|they|his|her|its|their|we|our)\b", re.IGNORECASE)
_OWNING = re.compile(r"['’]s\b")
_DENIED = re.compile(r"\b(?:never|nobody|no one|deny|den(?:ies|ied|ying)|had not)\b", re.IGNORECASE)
_PLANS = frozenset(
    stem(word)
    for word in "blueprint calendar formula framework outline plan proposal roadmap sequence timetable".split()
)
"""Who never endorsed one of them, and accepted one in another report, speaks of one plan."""
_PLAN = "plan of talks"
_TABLE = "|"
_ROOT = 6
"""Characters of words that are one where the longer only adds to them ("disarm", "disarmament")."""
_TWO = 2
_BACK = 2
"""Sentences before one that tell who "he" or "it" is."""
_FAR_BACK = 5
"""Sentences before one that tell who "the parties" are."""
_RARE = 0.08
"""Of the sentences of all reports, the share that may name a thing which still tells one matter from another."""
_FEW = 4
"""Sentences that may always name it."""
_MOST = 60
"""Accounts under one word that are compared, at most."""
_VAGUE = (
    "accusation action agreement allegation anyone anything approach argument attack attempt call change charge claim "
    "comment compromise concession condition country criticism date deal decision demand dialogue discussion document "
    "draft end figure force government group idea interference issue kind leader matter measure meeting member "
    "negotiation nobody nothing notion offer official one paper part party peace people place plan point policy "
    "position possibility power pressure principle process proposal question reply report request responsibility "
    "result right role round rumour settlement side solution something state statement step suggestion talk talks "
    "term text thing threat time treaty use version view violence war way word"
)
"""Names that many things have: two reports that use one of them may speak of two things."""
_VAGUE_STEMS = frozenset(stem(word) for word in _VAGUE.split())


class _Account(msgspec.Struct, frozen=True):
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


def clashes_of_refusal(claims: Iterable[Claim[Content]], cast: Cast, shelf: Shelf) -> Iterator[Clash]:
    """Find what one party takes up in one report and turns down in another.

    Args:
        claims: All statements.
        cast: The actors.
        shelf: The reports.
    """
    claims = list(claims)
    yes, no, seen, count = _told(claims, cast, shelf)
    index: dict[str, list[_Account]] = defaultdict(list)
    for account in yes:
        for root in {word[:_ROOT] for word in account.words} | ({_PLAN} if account.words & _PLANS else set()):
            index[root].append(account)
    topics: Topics | None = None
    pairs: dict[str, list[tuple[_Account, _Account]]] = defaultdict(list)
    for account in no:
        if account.denied and account.head in _PLANS:
            met = index[_PLAN]
        elif _tells(account.head, cast):
            rare = seen[account.head] <= max(_FEW, _RARE * count)
            met = [each for each in index[account.head[:_ROOT]][:_MOST] if _one_thing(each, account, rare=rare)]
        else:
            continue
        pairs[account.head] += [(each, account) for each in met if _clash(each, account, shelf)]
    for found in pairs.values():
        if found:
            topics = topics or Topics(claims)
            told = dict.fromkeys(each.sentence for pair in found for each in pair)
            issue = _fullest(claims, told, _common(*found[0])) or topics.common_issue(*told)
            voices = tuple(voice_of_sentence(each, topics, shelf) for each in told)
            yield Clash(
                about=f"{_short(found[0][1])}: taken up or turned down", issue=issue, voices=voices, paired=True
            )


def _told(
    claims: Sequence[Claim[Content]], cast: Cast, shelf: Shelf
) -> tuple[list[_Account], list[_Account], Counter[str], int]:
    """All accounts of what is taken up and of what is turned down, and in how many sentences each word stands."""
    yes: list[_Account] = []
    no: list[_Account] = []
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
    return yes, no, seen, count


def _read(every: Sequence[Sentence], place: int, cast: Cast, yes: list[_Account], no: list[_Account]) -> None:
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
            no.append(_Account(sentence, words, name, *who(text[: match.start()], match[0]), denied))
    for match in _NOT_TAKEN.finditer(text):
        name, words = _named(_OPENS.split(text[: match.start()])[-1])
        if name:
            no.append(_Account(sentence, words, name, frozenset(), _sides(before + text, cast)))
    for match in _YES.finditer(text):
        inside = any(each.start() <= match.start() < each.end() for each in refusals)
        if not inside and not _NOT_SO.search(text[: match.start()]):
            words = matter(_upto(_CLAUSE_ENDS, text[match.end() :]))
            yes.append(_Account(sentence, words, "", *who(text[: match.start()], match[0])))


def _taken(claim: Claim[Content], cast: Cast) -> Iterator[_Account]:
    """What a reader took for a position."""
    said, evidence = claim.content, claim.statement.evidence[0]
    if not isinstance(said, PositionContent) or said.stance not in {"accepts", "offers"}:
        return
    if not evidence.quote.lstrip().startswith(_TABLE) and not _NO.search(evidence.quote):
        sentence = Sentence(evidence.report, evidence.start, evidence.end, evidence.quote, 0)
        yield _Account(sentence, matter(said.text), "", frozenset({cast.side(said.party)}))


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


def _one_thing(yes: _Account, no: _Account, *, rare: bool) -> bool:
    """Is what is turned down named in what is taken up: by a rare name, or by more than one word?"""
    if not any(word == no.head or _akin(word, no.head) for word in yes.words):
        return False
    return rare or len(yes.words & no.words) >= _TWO


def _akin(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _ROOT and (one.startswith(other) or other.startswith(one))


def _tells(head: str, cast: Cast) -> bool:
    """Does the name of a thing tell which it is?"""
    lists = lexicon.words()
    idle = head in _VAGUE_STEMS or head in lists.stop or head in lists.time or head in lists.refusals
    return len(head) > 2 and not idle and not cast.names_any(head)  # noqa: PLR2004  no mere ending


def _clash(yes: _Account, no: _Account, shelf: Shelf) -> bool:
    """Are the two of one party, in two reports, and does the later not tell of a change itself?"""
    if shelf.source(yes.sentence.report) == shelf.source(no.sentence.report):
        return False
    if not (yes.sides & no.sides or yes.near & no.sides or no.near & yes.sides):
        return False
    days = shelf.day(yes.sentence.report), shelf.day(no.sentence.report)
    later = yes if days[0] and days[1] and days[0] > days[1] else no
    return _CHANGED.search(later.sentence.said) is None


def _fullest(claims: Sequence[Claim[Content]], told: Iterable[Sentence], words: frozenset[str]) -> str | None:
    """The issue of the position or status in one of the sentences that names the matter most fully."""
    found: list[tuple[int, int, tuple[int, int, int, str], str]] = []
    for claim in claims:
        said, evidence = claim.content, claim.statement.evidence[0]
        if not isinstance(said, IssueStatusContent | PositionContent):
            continue
        common, text = len(words & matter(said.text)), matter(said.text)
        if common and any(evidence.report == s.report and _meet(evidence, s) for s in told):
            found.append((-common, -len(text), claim.order, said.issue))
    return min(found)[3] if found else None


def _common(yes: _Account, no: _Account) -> frozenset[str]:
    return yes.words & no.words or (yes.words | no.words) & _PLANS


def _meet(evidence: Evidence, sentence: Sentence) -> bool:
    return evidence.start < sentence.end and sentence.start < evidence.end


def _short(account: _Account) -> str:
    words = account.sentence.said.split()
    return " ".join(words[:10]).strip(' .,;“”"')
