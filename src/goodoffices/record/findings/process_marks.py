"""How strongly a position is put, and what a report says against its own certainty, by their words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, TypeAlias

import msgspec

from goodoffices.record.content import PositionContent
from goodoffices.record.finding import Finding

from .process_setting import Setting, clean
from .process_words import within

__all__ = ["Strength", "StrengthWord", "caveats", "strength"]

Strength: TypeAlias = Literal["firm", "strong", "plain", "tentative"]
_BEFORE = 70
"""Characters before the words of a position in which a word of strength is its own."""


class StrengthWord(msgspec.Struct, frozen=True):
    """How strongly a position is put, and the word that shows it; empty for a plain one."""

    strength: Strength
    word: str = ""


def strength(finding: Finding) -> StrengthWord:
    """Place a position on the scale firm, strong, plain, tentative.

    A red line is firm. Else the words right before what is wanted, or in it, decide; where words of both kinds stand
    there ("might insist"), it is plain.

    Args:
        finding: A position.
    """
    content = finding.content
    if not isinstance(content, PositionContent):
        return StrengthWord("plain")
    if content.firm:
        return StrengthWord("firm", "red line")
    around = [_around(evidence.quote, content.text) for evidence in finding.evidence]
    strong = next((match[0] for text in around if (match := within("strength", "strong").search(text))), "")
    weak = next((match[0] for text in around if (match := within("strength", "tentative").search(text))), "")
    if strong and not weak:
        return StrengthWord("strong", clean(strong).casefold())
    if weak and not strong:
        return StrengthWord("tentative", clean(weak).casefold())
    return StrengthWord("plain")


def _around(quote: str, text: str) -> str:
    """The part of a sentence that carries the position: from a little before its text to its end."""
    lower, sought = quote.casefold(), text.casefold()
    at = next((place for size in (len(sought), 24, 12) if (place := lower.find(sought[:size])) >= 0), -1)
    if at < 0:
        return text
    start = max(at - _BEFORE, 0)
    cut = re.split(r"[;.]\s|,\s(?:while|but|and)\s", quote[start:at])[-1]
    return cut + quote[at : at + len(text)]


def caveats(setting: Setting) -> Mapping[str, tuple[str, ...]]:
    """The words by which reports hedge what they say: finding id -> the words, where every sentence of it has one.

    A finding that any report states without such a word carries none.
    """
    texts = {report.id: report.text for report in setting.findings.reports}
    found = {}
    for finding in setting.findings.findings:
        if finding.kind in {"actor", "role"}:
            continue
        hedges = [_hedge(texts[one.report], one.start, one.end) for one in finding.evidence]
        if hedges and all(hedges):
            found[finding.id] = tuple(dict.fromkeys(hedge for hedge in hedges if hedge))
    return found


def _hedge(text: str, start: int, end: int) -> str:
    left = max(
        text.rfind(". ", max(start - 400, 0), start) + 2,
        text.rfind("\n", max(start - 400, 0), start) + 1,
        start - 400,
        0,
    )
    ends = [place for mark in (". ", "\n") if (place := text.find(mark, end, end + 400)) >= 0]
    match = within("caveats", "hedges").search(text[left : min(ends, default=min(end + 400, len(text)))])
    return clean(match[0]).casefold() if match else ""
