"""Claims: what one cue or clause comes to, before it is written down as a position."""

from __future__ import annotations

import re

import msgspec

from goodoffices.record import Stance

from ..document import Sentence
from .conditions import condition_in
from .issues import issue_of_head, issues_in
from .journeys import goes_to_talks
from .matters import with_matter
from .referents import issues_meant, refers_back

__all__ = ["Claim", "claim_issue", "core_of", "is_alike", "is_kept_back", "is_secret", "main_part"]

_VACUOUS = re.compile(
    r"(?:the |these |this |further |its |their )?"
    r"(?:talks|discussions?|meetings?|dialogue|negotiations|outcome|agreement|deal|plan|proposal|it|this|that)",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"(?:the |this |that |their |its |any |an? )?(?:\w+ ){0,2}"
    r"(?:agreement|accord|deal|protocol|treaty|pact|arrangement|memorandum)",
    re.IGNORECASE,
)
"""An accord of which nothing tells what is in it."""
_ALIKE = re.compile(
    r"\b(?:such an?|no such|any such)\b|\bnames? to (?:it|that|this|both|them|either|neither|such)\b|"
    r"\bof (?:that|this|the same) (?:kind|sort|nature)\b|\bto (?:that|this) effect\b",
    re.IGNORECASE,
)
"""Words for what is like a thing told before."""
_TALKS = re.compile(
    r"(?:the |these |this |such |any |further |its |their |\w+'s )?"
    r"(?:talks|negotiations|dialogue|initiative|mediation|conference|process)(?: in public| at all| as such)?[.,;]?",
    re.IGNORECASE,
)
"""The talks themselves, whatever else the sentence speaks of."""
_COMING = re.compile(
    r"^(?!.*\b(?:not|no|never)\b).*"
    r"\b(?:sign|attend|sit|meet|talk|negotiate|take part|participate|come|return to the (?:talks|table))\b"
)
"""What one does in talks: where nothing else is named, it is about them."""
_TURNED = re.compile(r"^(?:that )?what\b(?!.*\b(?:is|are|was|were)\b)", re.IGNORECASE)
_IS = re.compile(r",? (?:is|are|was|were|will be|would be) ")
_MANNER = re.compile(
    r"\b(?:(?:step|stage|phase) (?:by|for) (?:step|stage|phase)|in (?:\w+ ){0,2}(?:steps|stages|phases)|gradually|"
    r"simultaneously|at (?:one|a) (?:stroke|go))\b",
    re.IGNORECASE,
)
"""How a thing is to be done, which is no matter of its own."""
_HANDLED = re.compile(r"\b(?:it|them)\b", re.IGNORECASE)
_QUOTES = " \"“'‘-"
_ADDED = re.compile(
    r", (?:a|an|which|who|whose|where|while|but|(?:to|on|in|of|for|by|under|with|from|at|over|about|against) which)\b"
)
_ASIDE = re.compile(r", (?:which|who|whose|where) [^,;:]{3,160}, ")
_OPENING_ASIDE = re.compile(r"^((?:The )?[A-Z][^,;:]{0,60}), (?:an?|the|its|their) [^,;:]{3,160}, ")
_SECRECY = re.compile(
    r"\banonymity\b|\bconfidential|\bsecre(?:t|cy)\b|\bundisclosed\b|"
    r"\b(?:not|never) (?:to )?(?:be (?:nam|quot)|(?:be )?(?:disclos|reveal|publish))|"
    r"^(?:not )?to (?:say|tell|comment|disclose|reveal|elaborate|name|confirm|give (?:any )?details)\b|"
    r"^to (?:answer|be drawn|speculate)\b",
    re.IGNORECASE,
)


_PAPERS = re.compile(
    r"\b(?:texts?|annex(?:es)?|documents?|contents?|minutes|drafts?|protocols?|agreement|accord|deal|terms|maps?|lists?|"
    r"proposals?|details of the (?:talks|deal|text|plan|proposal)|substance|discussions|deliberations|records?)\b",
    re.IGNORECASE,
)
_KEPT = re.compile(
    r"\b(?:not|never|without) (?:to )?(?:be )?(?:disclos|reveal|publish|leak|divulg|made public|make public|mak)|"
    r"\b(?:keep|kept|remain|stay)\w* \w*(?: \w+){0,5} ?(?:confidential|secret|under wraps|undisclosed|private)\b",
    re.IGNORECASE,
)


class Claim(msgspec.Struct, frozen=True, eq=False):
    """A party's stance, the span of what it is about, its issue, the sentence, and why the reader thinks so."""

    party: str
    stance: Stance
    start: int
    end: int
    issue: str
    sentence: Sentence
    basis: str


def is_alike(text: str) -> bool:
    """Does a phrase only speak of a thing like one told before ("no such thing", "put its name to both")?"""
    return _ALIKE.search(text) is not None


def is_secret(text: str) -> bool:
    """Does a phrase speak of keeping something secret? That is no position on the thing itself."""
    return _SECRECY.search(text) is not None


def is_kept_back(text: str) -> bool:
    """Does a phrase ask that a paper of the talks be kept from others ("not to publish the annex")?"""
    return _KEPT.search(text) is not None and _PAPERS.search(text) is not None and "anonym" not in text.lower()


def main_part(text: str) -> str:
    """A phrase up to what is only added to it: ", which ...", ", a condition that ..."."""
    added = _ADDED.search(text)
    return text[: added.start()] if added else text


def _without_condition(text: str) -> str:
    """What depends on a condition, whether that stands behind it or before ("If the siege ends, we will sign")."""
    condition = condition_in(text, 0, len(text), weak=True)
    if condition is None:
        return text
    if text[: condition.start].strip(_QUOTES):
        return text[: condition.start]
    behind = text[condition.end :].strip(_QUOTES)
    return behind if condition.strong and behind[:1] == "," else text


def _with_matter(text: str, sentence: Sentence, at: int | None) -> str:
    """A text with what it is on, where the parser hangs that on the verb ("tabled | a draft | on refugees")."""
    return text if at is None else with_matter(text, sentence.text[at + len(text) - sentence.start :])


def _with_predicate(text: str, sentence: Sentence, at: int | None) -> str:
    """ "What we will never discuss | is the army": what it is stands behind it."""
    if at is None or _TURNED.match(text) is None:
        return text
    behind = sentence.text[at + len(text) - sentence.start :]
    opening = _IS.match(behind)
    return behind[opening.end() :] if opening is not None and issues_in(behind) else text


def _without_asides(text: str) -> str:
    """A clause without what it only adds of its subject: "Ghana, which keeps the peace, agreed"."""
    return _OPENING_ASIDE.sub(r"\1 ", _ASIDE.sub(" ", text))


def _without_manner(text: str) -> str:
    """ "To lift them step by step": what they are tells the issue, and not how it is done."""
    return _MANNER.sub("", text) if _HANDLED.search(text) else text


def core_of(text: str) -> str:
    """What is wanted without what it depends on and what is only added ("will return to the table | only if ...").

    Args:
        text: What is wanted, in the report's words.

    Returns:
        Its own words; all of them where too few are left to tell anything.
    """
    core = main_part(_without_asides(_without_condition(text)))
    return core if len(core.split()) > 1 else text


def _named_in(wanted: str) -> dict[str, float]:
    """The issues that what is wanted names; going to where talks are held is a matter of the talks."""
    found = issue_of_head(main_part(wanted))
    return {"process": 1.0} if goes_to_talks(wanted, found) else found


def claim_issue(text: str, sentence: Sentence, question: str = "", at: int | None = None) -> str | None:
    """Name the issue of what is wanted; None where the words, and the sentence around them, tell of none.

    Args:
        text: What is wanted, in the report's words.
        sentence: The sentence around it, which counts where the words themselves only point ("it", "the proposal").
        question: The question that the sentence answers.
        at: Offset of the words in the report's text, where what they refer to may stand before them.
    """
    if is_secret(text):
        return None
    text = _with_predicate(_with_matter(text, sentence, at), sentence, at)
    if _TALKS.fullmatch(text.strip()):
        return "process"
    wanted = _without_asides(_without_condition(text))
    if len(wanted.split()) < 2:  # noqa: PLR2004  "that without a vote ...", "the following steps"
        wanted = text
    text, wanted = _without_manner(text), _without_manner(wanted)
    found = _named_in(wanted)
    if not found and wanted != text:
        if _COMING.search(wanted):
            return "process"  # "would join only if the minutes were published"
        if refers_back(wanted):  # "it would start only when a ceasefire held"
            found = issues_meant(text, sentence, question, at)
    found = found or issues_in(text)
    if is_alike(wanted) and not found.keys() - {"process"}:
        found = {}  # "a draft of such a treaty": whatever that was about
    if found and not _VACUOUS.fullmatch(text.strip(" .,")):
        return next(iter(found))
    around = issues_meant(text, sentence, question, at)
    if around:
        return next(iter(around))
    return "process" if _PAPER.fullmatch(text.strip(" .,")) else None
