"""Where each party stands on each option: for, opposed, a red line; and, not the same: open, unknown, silent."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import Literal, TypeAlias

import msgspec
import numpy as np
from numpy.typing import NDArray

from goodoffices.weigh.model import (
    Constraint,
    Issue,
    Line,
    Model,
    Number,
    Order,
    Party,
    Points,
    Source,
    Unknown,
    words_of,
)
from goodoffices.weigh.model.chance import bounds

__all__ = ["Stance", "StanceKind", "objections", "stances"]

Indices = NDArray[np.intp]
StanceKind: TypeAlias = Literal["red line", "opposed", "open", "for", "unknown", "silent"]
ORDERED = "by order"


class Stance(msgspec.Struct, frozen=True, kw_only=True):
    """How a party stands to one option.

    Attributes:
        party: Who.
        issue: The issue.
        option: The option.
        stance: "red line": its own mandate bars it. "opposed" and "for": whatever its score may be, it lies below, or
            above, the middle of the scale; of an order, the last and the first. "open": it may lie on either side.
            "unknown": the model says that nobody knows. "silent": the model has nothing of this party on the option.
        strength: "mild", "clear" or "firm", by how far from the middle the score surely lies; "by order" where only an
            order is known; "" for the other stances.
        words: The red line in words, or "".
        source: Where it comes from.
    """

    party: str
    issue: str
    option: str
    stance: StanceKind
    strength: str = ""
    words: str = ""
    source: Source = Source()


def stances(model: Model) -> tuple[Stance, ...]:
    """Say how each party stands to each option, in the order of the model."""
    return tuple(
        _stance(model, party, issue, place)
        for party in model.parties
        for issue in model.issues
        for place in range(len(issue.options))
    )


def objections(model: Model, package: Indices) -> tuple[Stance, ...]:
    """Set a package's provisions against what parties object to, red lines and the firmest first.

    Args:
        model: A described model.
        package: ``(issues,)``, option indices.

    Returns:
        The stances of red line and opposition to options that the package takes.
    """
    found = [
        _stance(model, party, issue, int(place))
        for party in model.parties
        for issue, place in zip(model.issues, package, strict=True)
    ]
    labels = [*(label for _, label in _strengths()), ORDERED]
    found = [each for each in found if each.stance in {"red line", "opposed"}]
    return tuple(sorted(found, key=lambda each: (each.stance != "red line", _rank(each.strength, labels))))


def _rank(strength: str, labels: list[str]) -> int:
    return -labels.index(strength) if strength in labels[:-1] else 1


def _stance(model: Model, party: Party, issue: Issue, place: int) -> Stance:
    option = issue.names[place]
    bar = next((each for each in model.constraints if each.party == party.name and _bars(each, issue, option)), None)
    if bar is not None:
        return Stance(
            party=party.name,
            issue=issue.name,
            option=option,
            stance="red line",
            words=words_of(bar),
            source=bar.source,
        )
    kind, strength, source = _scored(model, party, issue, place)
    return Stance(party=party.name, issue=issue.name, option=option, stance=kind, strength=strength, source=source)


def _bars(constraint: Constraint, issue: Issue, option: str) -> bool:
    chosen = constraint.choices.get(issue.name)
    if chosen is None:
        return False
    return (constraint.kind == "never" and option in chosen) or (constraint.kind == "only" and option not in chosen)


def _scored(model: Model, party: Party, issue: Issue, place: int) -> tuple[StanceKind, str, Source]:
    option = issue.names[place]
    match party.scores.get(issue.name):
        case None:
            return "silent", "", Source()
        case Order(tiers, source):
            return _ordered(tiers, option), "" if _ordered(tiers, option) in {"silent", "open"} else ORDERED, source
        case Line(points):
            value = issue.range.values[place] if issue.range else 0.0
            at = [each for each, _ in points]
            ends = np.array([bounds(number, model.scale) for _, number in points])
            low, high = (float(np.interp(value, at, ends[:, end])) for end in (0, 1))
            source = next((number.source for _, number in points if number.source != Source()), Source())
            return *_between(model, low, high), source
        case Points(of):
            if not of:
                return "unknown", "", Source()
            return _number(model, of.get(option))


def _number(model: Model, number: Number | None) -> tuple[StanceKind, str, Source]:
    if number is None:
        return "silent", "", Source()
    if isinstance(number, Unknown):
        return "unknown", "", number.source
    return *_between(model, *bounds(number, model.scale)), number.source


def _ordered(tiers: tuple[tuple[str, ...], ...], option: str) -> StanceKind:
    place = next((n for n, tier in enumerate(tiers) if option in tier), None)
    if place is None:
        return "silent"
    if len(tiers) > 1 and place in {0, len(tiers) - 1}:
        return "for" if place == 0 else "opposed"
    return "open"


def _between(model: Model, low: float, high: float) -> tuple[StanceKind, str]:
    """Which side of the middle a score surely lies on, and how far from it."""
    lowest, highest = model.scale
    middle, half = (lowest + highest) / 2, (highest - lowest) / 2
    if low <= middle <= high:
        return "open", ""
    away = (low - middle if low > middle else middle - high) / half
    label = [label for least, label in _strengths() if away >= least][-1]
    return "for" if low > middle else "opposed", label


@functools.cache
def _strengths() -> tuple[tuple[float, str], ...]:
    """From the least to the greatest."""
    text = (resources.files(__package__) / "data" / "stances.toml").read_text(encoding="utf-8")
    return tuple(sorted((each["least"], each["label"]) for each in tomllib.loads(text)["strength"]))
