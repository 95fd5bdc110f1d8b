"""Led terms: leads, in any words, of a list that tells what an accord holds ("Key elements of the deal include:")."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources
from typing import TYPE_CHECKING

import msgspec

from .undertakings import signatories

if TYPE_CHECKING:
    from ..context import Context
    from ..document import Passage

__all__ = ["is_thing_listed", "leads_in_terms"]

_LEAD_CHARS = 240
"""Characters at the end of a lead in which it says what it leads in."""
_BACK = 4
"""Passages before a lead among which the heading over it stands."""
_DETERMINED = frozenset({"DT", "CD", "PRP$"})
_BINDING = re.compile(
    r"\b(?:agree[ds]?|accept(?:s|ed)?|consent(?:s|ed)?|commit(?:s|ted)?|pledged?|undert[ao]\w+)\b", re.IGNORECASE
)


class Words(msgspec.Struct, frozen=True):
    """The patterns of `data/led_terms.toml`: verbs of listing, parts, texts that list, accords, what is none yet."""

    listing: re.Pattern[str]
    parts: re.Pattern[str]
    loose: re.Pattern[str]
    texts: re.Pattern[str]
    accord: re.Pattern[str]
    heading: re.Pattern[str]
    unsettled: re.Pattern[str]


@functools.cache
def _words() -> Words:
    text = resources.files(__package__).joinpath("data/led_terms.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    listing = "|".join(data["listing"])
    texts, accords = "|".join(data["texts"]), "|".join(data["accords"])
    return Words(
        listing=re.compile(rf"\b(?:{listing})\b", re.IGNORECASE),
        parts=re.compile(rf"\b(?:{'|'.join(data['parts'])})\b[^.:;]{{0,80}}:\W*$", re.IGNORECASE),
        loose=re.compile(rf"\b(?:{'|'.join(data['loose'])})\b[^.:;]{{0,80}}:\W*$", re.IGNORECASE),
        texts=re.compile(
            rf"\b(?:it|they|{texts}|{accords})\b[^.:;]{{0,60}}\b(?:{listing})\b[^.:;]{{0,60}}:\W*$", re.IGNORECASE
        ),
        accord=re.compile(rf"\b(?:{accords})\b", re.IGNORECASE),
        heading=re.compile(rf"\b(?:{accords}|{'|'.join(data['headings'])})\b", re.IGNORECASE),
        unsettled=re.compile(rf"\b(?:{'|'.join(data['unsettled'])})\b|\?", re.IGNORECASE),
    )


def leads_in_terms(context: Context, lead: Passage) -> bool:
    """Does a lead say that what follows are the parts of an accord?

    An accord is shown by a word of the lead, by the heading over it, or by a signing that was told before.

    Args:
        context: The report.
        lead: What leads in a list.
    """
    if not lead.sentences:
        return False
    words, last = _words(), lead.sentences[-1].text[-_LEAD_CHARS:]
    of_parts = words.parts.search(last) is not None or words.texts.search(last) is not None
    if not (of_parts or words.loose.search(last)) or words.unsettled.search(last):
        return False
    if words.accord.search(last):
        return True
    over = _heading_over(context, lead)
    if over and words.unsettled.search(over):
        return False
    signed = of_parts and bool(signatories(context, lead.sentences[-1]))
    return signed or words.heading.search(over) is not None


def is_thing_listed(item: Passage, lead: Passage) -> bool:
    """Does an item only name a thing that a text has ("The text contains: - a direct line between the ministries")?

    What a text has is a part of it, and no more than that; what the sides do ("withdrawal of troops", "open a road"),
    or what they are said to have agreed on, binds them.

    Args:
        item: The item.
        lead: What leads in its list.
    """
    root = item.sentences[0].span.root
    first = next((t for t in item.sentences[0].span if not t.is_punct), root)
    last = lead.sentences[-1].text[-_LEAD_CHARS:]
    told = _words().listing.search(last) is not None and _BINDING.search(last) is None
    return told and root.pos_ in {"NOUN", "PROPN"} and first.tag_ in _DETERMINED


def _heading_over(context: Context, lead: Passage) -> str:
    """The words of the heading that a lead stands under; empty where none is near."""
    before = context.passages[max(lead.number - _BACK, 0) : lead.number]
    found = next((p for p in reversed(before) if p.block.kind == "heading"), None)
    return context.report.text[found.block.start : found.block.end] if found is not None else ""
