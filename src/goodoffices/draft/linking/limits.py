"""Mandates point by point: what each provision of a text is to the mandates and red lines of each party."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from ..check import Crossing, Limit, check_mandates
from ..text import Document
from .deals import slug
from .passages import Passage, find_passages
from .voices import Voice

__all__ = ["MandatePoint", "limits_of_voices", "mandate_points"]

Verdict = Literal["outside", "unclear", "within", "not mentioned"]


class MandatePoint(msgspec.Struct, frozen=True, kw_only=True):
    """One provision, against all that one party's mandate excludes.

    Attributes:
        party: Whose mandate.
        provision: Id of the provision.
        verdict: ``outside`` where it says what is excluded, ``unclear`` where somebody must read it, ``within`` where
            it is on an issue of the mandate and crosses nothing, ``not mentioned`` where the mandate has no limit on
            its issues.
        crossings: What is outside or unclear.
    """

    party: str
    provision: str
    verdict: Verdict
    crossings: tuple[Crossing, ...] = ()


def limits_of_voices(voices: Iterable[Voice]) -> tuple[Limit, ...]:
    """Take what parties exclude from a record: their red lines that reject something."""
    return tuple(
        Limit(party=each.name, issue=each.issue, excluded=each.text, red_line=True, statements=each.statements)
        for each in voices
        if each.firm and each.stance == "rejects"
    )


def mandate_points(document: Document, limits: Sequence[Limit]) -> tuple[MandatePoint, ...]:
    """Go through a text point by point for each party that has a limit.

    Args:
        document: A text.
        limits: What each party excludes.

    Returns:
        For each party, in the order of the limits, each provision that has words of its own, in the order of the text.
    """
    crossings = check_mandates(document, limits)
    spoken: dict[str, list[Passage]] = {}
    for passage in find_passages(document):
        spoken.setdefault(passage.provision, []).append(passage)
    return tuple(
        _point(party, each.id, spoken[each.id], limits, crossings)
        for party in dict.fromkeys(limit.party for limit in limits)
        for each in document.provisions
        if each.id in spoken
    )


def _point(
    party: str, provision: str, passages: Sequence[Passage], limits: Sequence[Limit], crossings: Sequence[Crossing]
) -> MandatePoint:
    own = tuple(each for each in crossings if each.limit.party == party and each.provision == provision)
    if own:
        verdict: Verdict = "outside" if any(each.verdict == "crosses" for each in own) else "unclear"
        return MandatePoint(party=party, provision=provision, verdict=verdict, crossings=own)
    about = {slug(name) for each in passages for name in (*each.issues, *each.links.issues)}
    about |= {slug(name.partition("=")[0]) for each in passages for name in each.links.options if "=" in name}
    mentioned = any(each.party == party and any(_is_called(each.issue, name) for name in about) for each in limits)
    return MandatePoint(party=party, provision=provision, verdict="within" if mentioned else "not mentioned")


def _is_called(issue: str, name: str) -> bool:
    """Can a text mean this issue by that name: itself, or words of it?"""
    return bool(name) and set(name.split("-")) <= set(slug(issue).split("-"))
