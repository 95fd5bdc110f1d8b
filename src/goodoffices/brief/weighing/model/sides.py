"""Who stands where: how far apart on each issue, who wants the same, who objects, what fails at home."""

from __future__ import annotations

import msgspec

from .packages import RuleView
from .sources import Figure, Origin, Probability

__all__ = ["AlignmentView", "GapView", "LossView", "ObjectionView", "RatificationView", "Sides"]


class LossView(msgspec.Struct, frozen=True, kw_only=True):
    """What a party gives up under the option that parts the parties least.

    Attributes:
        party: Who.
        share: Of what the issue could give it, in [0, 1]; None where it is unknown how good that option is for it.
        score: How good that option is for it.
    """

    party: str
    share: float | None
    score: Figure


class GapView(msgspec.Struct, frozen=True, kw_only=True):
    """How far apart the parties are on one issue.

    Attributes:
        issue: The issue.
        gap: In [0, 1], what the worst-off must give up under the best option for the worst-off, as a share of what the
            issue could give it; None where fewer than two parties are known.
        words: The same as people read it: "50 %", "unknown".
        option: That option, or "".
        losses: What each party whose scores are known gives up there, the most first.
        unknown: Parties of whom nothing is known on this issue, or too little to tell their options apart.
        indifferent: Parties to whom every option is worth the same.
    """

    issue: str
    gap: float | None
    words: str
    option: str
    losses: tuple[LossView, ...]
    unknown: tuple[str, ...]
    indifferent: tuple[str, ...]


class AlignmentView(msgspec.Struct, frozen=True, kw_only=True):
    """How alike two parties rank packages.

    Attributes:
        first: One.
        second: The other.
        together: The correlation of what packages are worth to them, in [-1, 1]; None where that is unknown.
        words: The same as people read it.
        divides: The issue that parts them most, or "" where none does.
        adds: What that issue adds to the correlation, below 0; None where none parts them.
        unknown: What is not known of either, in words: it is taken by the middle, or left out.
        origin: Where their scores and weights on that issue come from.
    """

    first: str
    second: str
    together: float | None
    words: str
    divides: str
    adds: float | None
    unknown: tuple[str, ...]
    origin: Origin


class ObjectionView(msgspec.Struct, frozen=True, kw_only=True):
    """What a party objects to in the first package.

    Attributes:
        party: Who.
        issue: The issue.
        option: What the package has.
        stance: "red line" or "opposed".
        strength: "firm", "clear", "mild" or "by order"; "" for a red line.
        words: The red line in words, or how it is opposed.
        score: How good the option is for the party.
        origin: Where the objection comes from.
    """

    party: str
    issue: str
    option: str
    stance: str
    strength: str
    words: str
    score: Figure
    origin: Origin


class RatificationView(msgspec.Struct, frozen=True, kw_only=True):
    """What a body would make of the first package, once its party has signed.

    Attributes:
        party: Who signs.
        body: Who must ratify.
        verdict: "ratified", "fails at home", "blocked by the party", "neither", or "unknown".
        words: The same as people read it.
        chance: How likely the body would ratify.
        walk_away: What no deal is worth to the body.
        crossed: Red lines of the body that the package crosses.
    """

    party: str
    body: str
    verdict: str
    words: str
    chance: Probability
    walk_away: Figure
    crossed: tuple[RuleView, ...]


class Sides(msgspec.Struct, frozen=True, kw_only=True):
    """Who stands where.

    Attributes:
        gaps: One an issue, the widest first; those that are unknown last.
        alignments: One for each two parties, the least alike first.
        objections: To the first package, red lines and the firmest first.
        ratifications: Of the first package, those that would fail first.
    """

    gaps: tuple[GapView, ...]
    alignments: tuple[AlignmentView, ...]
    objections: tuple[ObjectionView, ...]
    ratifications: tuple[RatificationView, ...]
