"""Clashes over how things stand: an accord that holds or has fallen, talks that are near their goal or deadlocked."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from goodoffices.record.content import Content

from .cast import Cast
from .claims import Claim
from .clash import Clash
from .sentences import Sentence, sentences_of
from .shelf import Shelf
from .topics import Topics
from .voices import voice_of_sentence
from .wording import matter

__all__ = ["clashes_of_headway"]

_TRUCE = r"(?:truces?|cease-?fires?|armistice|cessation(?: of hostilities)?|lull)"
_ACCORD = r"(?:agreement|accord|deal|pact|understanding|moratorium|arrangement)"
_THING = rf"(?:{_TRUCE}|{_ACCORD})"
_GO_BETWEEN = r"(?:[^.;:]{0,70}?\s)?"
_MORE_OR_LESS = r"(?:(?:still|largely|broadly|mostly|generally|now|already|all but|effectively) )?"
_HOLDS = re.compile(
    rf"\b(?P<of>{_THING})\b{_GO_BETWEEN}(?:"
    rf"(?:is|was|are|were|has been|had been|remain(?:s|ed)?|continue[sd]? to be) {_MORE_OR_LESS}"
    rf"(?:holding|respected|observed|in (?:force|effect|place)|intact|upheld)\b"
    rf"|(?:still |largely |broadly |mostly |has |had |have |continue[sd]? to |appear(?:s|ed)? to ){_MORE_OR_LESS}"
    rf"(?:holds?|held|be(?:en)? holding)\b(?! (?:in|on|at|by|up|talks|a|an|the)\b)|holds\b(?! (?:talks|a|an|the)\b))",
    re.IGNORECASE,
)
_FELL = re.compile(
    rf"\b(?P<of>{_THING})\b{_GO_BETWEEN}(?:"
    rf"(?:has |had |have )?{_MORE_OR_LESS}(?:collapsed|broken down|broke down|unravell?ed|fallen apart|fell apart"
    rf"|lapsed|crumbled|disintegrated|given way|gave way)\b"
    rf"|(?:is|was|were|has been|had been) {_MORE_OR_LESS}(?:dead|over|broken|shattered|in tatters|void|breached"
    rf"|no longer in force|not holding|a dead letter)\b|(?:has|had|have|did|does) (?:not|never) (?:been )?(?:hold|held"
    rf"|respected|observed|taken hold)\b)",
    re.IGNORECASE,
)
_FALL = re.compile(rf"\b(?:collapse|breakdown) of the (?:[\w-]+ ){{0,2}}?(?P<of>{_THING})\b", re.IGNORECASE)
_GOAL = r"(?:agreement|deal|accord|pact|arrangement|settlement|breakthrough|compromise|solution)"
_NEAR = re.compile(
    r"\b(?:per ?cent|%) (?:of the (?:way|work|text)|there|done|complete|agreed|finished)\b"
    rf"|\b(?:clos(?:e|er|ing)|near(?:er|ing)?)(?: in)?(?: to| on)?(?: an?| the)? (?:[\w-]+ ){{0,3}}{_GOAL}\b"
    rf"|\b{_GOAL} (?:is|was) (?:with)?in (?:reach|sight)\b"
    rf"|\bon the (?:verge|brink|cusp|threshold) of (?:an? )?(?:[\w-]+ ){{0,2}}{_GOAL}\b"
    r"|\ball but (?:agreed|finished|complete|settled|done)\b|\bfinal (?:stretch|touches)\b"
    r"|\b(?:mov(?:ing|ed|es)|pushing|pressing|going) (?:forward|ahead)\b|\bon track\b"
    r"|\bnarrow(?:ed|ing) (?:the |their |its |many |most )?(?:\w+ )?(?:differences|gaps?)\b"
    r"|\b(?:significant|substantial|substantive|tangible|real|major|good|considerable|encouraging|remarkable|notable"
    r"|steady|great) (?:progress|headway|advances)\b"
    r"|\b(?:most|main|remaining|outstanding|all) (?:\w+ )?(?:issues|points|questions|matters|obstacles) (?:\w+ ){0,2}?"
    r"(?:resolved|settled|agreed|overcome|removed)\b|\bonly [^.;]{3,60} (?:is|was|were|are) still (?:being )?(?:debated"
    r"|open|discussed|outstanding)\b",
    re.IGNORECASE,
)
_STUCK = re.compile(
    r"\b(?:dead-?lock(?:ed)?|stalled|impasse|stale-?mated?|at a standstill|stuck|logjam|gr(?:ou|i)nd\w* to a halt"
    r"|far apart|(?:no|little|scant) (?:\w+ )?(?:progress|headway|movement)|frozen|blocked|unreconciled|irreconcilable"
    r"|wide (?:gaps?|gulf)|dead end|hit a wall|foundered|in limbo|run into (?:\w+ )?(?:difficult\w+|trouble|a wall)"
    r"|bogged down|collapsed|broken down|broke down)\b",
    re.IGNORECASE,
)
_PLAN = re.compile(r"\b(?:road ?map|road map|plan|blueprint|framework)\b", re.IGNORECASE)
_TALKS = re.compile(
    r"\b(?:talks|negotiat(?:ions|ors)|peace process|dialogue|discussions|sides|parties|agreement|accord|deal|pact"
    r"|understanding|arrangement|settlement)\b",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(
    r"\b(?:if|unless|could|would|might|without|hop(?:e|es|ed|ing)|warn\w*|risk\w*|fear\w*|should|must|until|urg\w+"
    r"|call(?:s|ed|ing)? (?:on|for)|to (?:break|end|overcome|revive|prevent|avoid|avert)|reviv\w+|broke (?:the|a)"
    r"|breaking (?:the|a)|not|never|no longer|nor|neither|far from|den(?:y|ies|ied))\b|n[’']t\b",
    re.IGNORECASE,
)
"""Before it: what may come, or what is wished; it is no account of how things stand."""
_PAST = re.compile(
    r"\b(?:earlier|previous|former|last year|years? ago|in (?:19|20)\d\d|at the time|had (?:long )?been|first truce)\b",
    re.IGNORECASE,
)
_WORDS = 2
_DAYS = 45
_TALKS_DAYS = 31


class _State(msgspec.Struct, frozen=True):
    """A sentence that says how a thing stands.

    Attributes:
        sentence: It.
        kind: What the thing is: a truce, an accord, a plan, the talks.
        well: Does it stand well?
    """

    sentence: Sentence
    kind: str
    well: bool


def clashes_of_headway(claims: Iterable[Claim[Content]], cast: Cast, shelf: Shelf) -> Iterator[Clash]:
    """Find what stands well in one report and badly in another of about the same time.

    Args:
        claims: All statements, by which it is known what a sentence is about.
        cast: The actors.
        shelf: The reports.
    """
    told: dict[tuple[str, bool], list[_State]] = defaultdict(list)
    for report in shelf.originals:
        for sentence in sentences_of(report):
            for state in () if sentence.asks or _PAST.search(sentence.text) else _states(sentence):
                told[state.kind, state.well].append(state)
    topics: Topics | None = None
    for kind in ("truce", "accord", "plan", "talks"):
        pairs = [
            (one.sentence, other.sentence)
            for one in told[kind, True]
            for other in told[kind, False]
            if _clash(one, other, cast, shelf)
        ]
        if pairs:
            topics = topics or Topics(claims)
            sides = _one_a_report(sentence for pair in pairs for sentence in pair)
            voices = tuple(voice_of_sentence(each, topics, shelf) for each in sides)
            issue = {"truce": "ceasefire", "accord": topics.common_issue(*pairs[0])}.get(kind, "process")
            way = "holds or fallen" if kind in {"truce", "accord"} else "near or deadlocked"
            yield Clash(
                about=f"How the {kind} stand{'' if kind == 'talks' else 's'}: {way}",
                issue=issue,
                voices=voices,
                paired=True,
            )


def _states(sentence: Sentence) -> Iterator[_State]:
    text = sentence.said
    for forms, well in ((_HOLDS, True), (_FELL, False), (_FALL, False)):
        match = forms.search(text)
        if match is not None and not _SUPPOSED.search(text[: match.start()]):
            yield _State(sentence, "truce" if re.fullmatch(_TRUCE, match["of"], re.IGNORECASE) else "accord", well)
    for forms, well in ((_NEAR, True), (_STUCK, False)):
        match = forms.search(text)
        if match is not None and not _SUPPOSED.search(text[: match.end()]):
            if _PLAN.search(text[: match.start()]):
                yield _State(sentence, "plan", well)
            elif _TALKS.search(text):
                yield _State(sentence, "talks", well)


def _clash(one: _State, other: _State, cast: Cast, shelf: Shelf) -> bool:
    if shelf.source(one.sentence.report) == shelf.source(other.sentence.report):
        return False
    days = shelf.day(one.sentence.report), shelf.day(other.sentence.report)
    far = dt.timedelta(days=_TALKS_DAYS if one.kind in {"talks", "plan"} else _DAYS)
    if days[0] is not None and days[1] is not None and abs(days[0] - days[1]) > far:
        return False
    if one.kind != "accord":
        return True
    common = [word for word in matter(one.sentence.said) & matter(other.sentence.said) if not cast.names_any(word)]
    return len(common) >= _WORDS  # any talks have several agreements


def _one_a_report(told: Iterable[Sentence]) -> list[Sentence]:
    """The first sentence of each report for and against."""
    found: dict[str, Sentence] = {}
    for sentence in told:
        found.setdefault(sentence.report, sentence)
    return list(found.values())
