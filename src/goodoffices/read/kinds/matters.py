"""Matters: what a bare accord is about, or a name is put forward as, which stands behind it in the sentence."""

from __future__ import annotations

import re

__all__ = ["is_bare", "put_forward", "with_matter"]

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

_AS = re.compile(r" as [^\W\d_][\w'-]*(?: [^\W\d_][\w'-]*){0,7}")
_NAME_WORDS = 3
"""Words that a name has at most; it tells nothing of what its bearer is put forward as."""


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


def put_forward(name: str, behind: str) -> str:
    """A name with what its bearer is put forward as ("Italy | as guarantor"); the parser hangs that on the verb.

    Args:
        name: What was proposed, wanted or refused; longer words tell of it themselves and stay as they are.
        behind: What stands behind it in the sentence.
    """
    role = _AS.match(behind) if len(name.split()) <= _NAME_WORDS else None
    return f"{name}{role[0]}" if role is not None else name
