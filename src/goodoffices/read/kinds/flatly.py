"""Flat answers: "X complained that jets had entered its airspace. Y's ministry said that they had never left home"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .contrasts import subject_of
from .dispute_words import Cut, pattern

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["answered_flatly"]

_TELLS = re.compile(
    r"\b(?:sa(?:ys?|id)|claim(?:s|ed)|insist(?:s|ed)?|maintain(?:s|ed)?|complain(?:s|ed)|charg(?:es|ed)|protest(?:s|ed)|"
    r"stat(?:es|ed)|wrote|writes|stress(?:es|ed)|declar(?:es|ed)|assert(?:s|ed)?|alleg(?:es|ed)|contend(?:s|ed)?|"
    r"argu(?:es|ed)|report(?:s|ed)|repl(?:ies|ied)|announc(?:es|ed)|told [^.;,]{2,40}?|(?:ha[sd]|have) (?:said|claimed|"
    r"insisted|maintained|complained|declared|asserted|argued|stated)|affirm(?:s|ed)?|not(?:es|ed)|swore|testified)"
    r"(?: at the time| on \w+day| \w+ly)?(?P<that> that)?\b",
    re.IGNORECASE,
)
_FLAT = re.compile(
    r"\W*(?:that )?(?:(?:the|these|those|this|its|their|his|her|all|both|it|they|he|she|no) (?:[\w'-]+ ){0,4}?)?(?:"
    r"(?:ha[ds]|have|was|were|did|is|are) never\b|never (?:left|crossed|entered|fired|took|received|agreed|signed|met|"
    r"made|asked|gave|sent|reached|existed|held|attacked|been|was|were|promised|saw|came|happened|set)\b|"
    r"(?:neither|nobody|no one|none|nothing|not one|not a single|no such)\b|"
    r"every (?:[\w'-]+ ){1,7}?(?:was|were|had|has)\b|"
    r"no (?:[\w'-]+ ){1,3}?(?:had|was|were|has|have|took|ever)\b|"
    r"(?:[\w'-]+ ){0,4}?(?:was|were|been|had) (?:[\w'-]+ ){0,2}?in full\b)",
    re.IGNORECASE,
)
"""Leaves nothing open of what the other told: "had never left", "neither was agreed", "every truck was let through"."""
_FLAT_WORD = re.compile(
    r"\b(?:never|neither|nobody|no|none|nothing|not|every|in full|contrast|contrary|conversely)\b", re.IGNORECASE
)
_BY_CONTRAST = re.compile(r"\b(?:by|in) contrast\b|\bon the contrary\b|\bconversely\b", re.IGNORECASE)
_FACT = re.compile(r"\b(?:had|has|have|was|were|did)\b", re.IGNORECASE)
_NEAR = 160
"""Characters of what is told in which a tense is looked for."""
_NO_VOICES = frozenset({"report", "source", "analyst", "observer", "expert", "witness", "resident", "text", "document"})


def answered_flatly(here: Cut, before: Sequence[Cut]) -> tuple[Cut, Cut] | None:
    """What one voice told as a fact, and the next sentence, in which another leaves nothing of it.

    Args:
        here: The sentence.
        before: The sentences before it, as far as they can stand beside it; the last one stands next to it.
    """
    last = before[-1] if before else None
    if last is None or last.sentence.block is not here.sentence.block or not _answers(here, last):
        return None
    return last, here


def _answers(here: Cut, before: Cut) -> bool:
    if _FLAT_WORD.search(here.text) is None:
        return False
    first, second = _told(before), _told(here)
    if first is None or second is None or pattern("intending").search(first[1]) or not _FACT.search(first[1][:_NEAR]):
        return False
    if pattern("intending").search(second[1]) or _is_one(first[0], second[0]):
        return False
    flat = _FLAT.match(second[1]) is not None and _FLAT.match(first[1]) is None
    return flat or (_BY_CONTRAST.search(here.text) is not None and _FACT.search(second[1][:_NEAR]) is not None)


def _told(cut: Cut) -> tuple[Token, str] | None:
    """Who tells something in a sentence, and what; None where nobody who has a name or an office does."""
    for match in _TELLS.finditer(cut.text):
        verb = cut.verb_in(match.start(), match.end())
        who = subject_of(verb) if verb is not None else None
        if who is not None and who.pos_ != "PRON" and who.lemma_.casefold() not in _NO_VOICES:
            return who, cut.text[match.end() :]
    return None


def _is_one(one: Token, other: Token) -> bool:
    """Are both one voice, or of one owner ("the army", "Mali's army")?"""
    return one.lemma_.casefold() == other.lemma_.casefold() and not (
        {t.lower_ for t in one.subtree if t.pos_ == "PROPN"} ^ {t.lower_ for t in other.subtree if t.pos_ == "PROPN"}
    )
