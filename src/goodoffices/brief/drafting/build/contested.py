"""Every open bracket as a row: which party wants which words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from goodoffices.brief.build.phrases import clip
from goodoffices.brief.drafting.model import ContestedView, PartyView
from goodoffices.draft.lineage import OpenBracket, open_brackets
from goodoffices.draft.text import Document, spoken

__all__ = ["contested_of", "topic_of"]

_TOPIC = 70  # characters
_PARTS = 12  # words and brackets of a provision that are looked at: its first words stand there


def contested_of(
    document: Document, parties: Sequence[PartyView], numbers: Mapping[str, str]
) -> Iterator[ContestedView]:
    """Show who wants what.

    Args:
        document: A text.
        parties: Its parties, in their order on the page.
        numbers: How each provision is called, by its id.
    """
    brackets = open_brackets(document)
    topics = {each: topic_of(document, each) for each in {bracket.provision for bracket in brackets}}
    for number, bracket in enumerate(brackets, start=1):
        yield ContestedView(
            number=number,
            provision=bracket.provision,
            provision_number=numbers.get(bracket.provision, ""),
            topic=topics[bracket.provision],
            wants=tuple(_wanted(bracket, party.name) for party in parties),
            others=tuple(_clean(side.text) for side in bracket.sides if not side.parties),
            may_fall=len(bracket.sides) == 1,
            distance=bracket.distance,
            private=bracket.private,
        )


def topic_of(document: Document, provision: str) -> str:
    """The first words of a provision, its brackets left open."""
    if provision not in document:
        return ""
    found = document[provision]
    return clip(found.heading or spoken(found.body[:_PARTS]), _TOPIC)


def _wanted(bracket: OpenBracket, party: str) -> str:
    sides = [side for side in bracket.sides if party in side.parties]
    return " / ".join(_clean(side.text) or "no words here" for side in sides)


def _clean(text: str) -> str:
    return " ".join(text.split()).strip(" ,;")
