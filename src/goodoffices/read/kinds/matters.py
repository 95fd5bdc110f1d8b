"""Matters: what a bare accord is about, told behind where and when it was made ("a deal in Doha on Friday to ...")."""

from __future__ import annotations

import re

__all__ = ["is_bare", "with_matter"]

_NOUN = (
    r"(?:draft|plan|proposal|text|paper|scheme|blueprint|formula|bill|motion|resolution|document|idea|package|offer|"
    r"initiative|accord|agreement|deal|treaty|protocol|memorandum|declaration|suggestion|pact|understanding|compromise|"
    r"arrangement|road ?map|framework|statement|communiqu[eé]|decree|law|charter|commitment|pledge|undertaking)"
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|"
    r"Oct\.|Nov\.|Dec\.)"
)
_DATE = (
    rf"(?:{_DAY}|\d{{1,2}} {_MONTH}|{_MONTH}(?: \d{{1,2}}\b)?)(?: \d{{4}})?(?: (?:night|evening|morning|afternoon))?"
)
_WHEN = (
    rf"(?:(?:late |early )?(?:(?:on|in|of|last|this) )?(?:late |early )?{_DATE}|today|yesterday|(?:in|of) \d{{4}}|"
    r"(?:last|this) (?:week|month|year|night|spring|summer|autumn|winter))"
)
_WHERE = r"(?:in|at) (?:the )?[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|de|of|the))*(?:, [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*,?)?"
_WITH = r"with (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*"
_SET = rf"(?:,? (?:{_WHEN}|{_WHERE}|{_WITH}))"
_BARE = re.compile(
    rf"\W*(?:an?|the|its|their|his|her|this|that|another|to an?|to the) (?:[\w’'-]+ ){{0,3}}{_NOUN}{_SET}{{0,3}}\W*"
)
"""An accord, with nothing but where, when and with whom it was made."""
_OF = (
    r"(?:on|about|concerning|regarding|under which|by which|whereby|for|aimed at|aiming to|"
    r"(?:that|which) (?:would|will|could|commits?|committed|provides?|obliges?|binds|bound|foresees|foresaw|calls?|"
    r"called|ends?|ended|extends?|extended|sets|allows?|allowed|lays?|gives?|opens?|paves?|aims|seeks|halts?|governs?|"
    r"settles?|regulates?|covers?|is (?:meant|intended|designed|to))|"
    r"pledging|committing|providing|calling for|setting|ending|extending|allowing|halting|opening|laying|giving|"
    r"binding|obliging|intended|meant|designed|governing|covering|settling|regulating|paving|"
    r"to (?!the\b|be\b|an?\b|\w+’s\b))"
)
_MATTER = re.compile(
    rf"{_SET}{{0,3}},? {_OF}(?! ?(?:\d|{_DAY}|behalf|condition|his|her|last|this))[^;:.]{{3,160}}?"
    r"(?= but | while |, (?:a|an|in|the|which) |[;:.]|$)"
)
"""What an accord is about, behind it."""


def is_bare(text: str) -> bool:
    """Do the words name an accord or a paper alone, of which nothing tells what is in it?"""
    return _BARE.fullmatch(text) is not None


def with_matter(text: str, behind: str) -> str:
    """A bare accord with what it is about, where the words behind it tell that.

    Args:
        text: What was signed, offered or agreed to.
        behind: What stands behind it in the sentence.
    """
    if not is_bare(text):
        return text
    matter = _MATTER.match(behind)
    return f"{text}{matter[0]}" if matter is not None else text
