"""Mechanisms: of one kind and like name; one that is agreed and one that is rejected stay side by side.

A mediation is told by who mediates, whatever it is called: "Omani mediation", "talks steered by Oman's minister".
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable, Sequence

from goodoffices.record.content import MechanismContent

from .cast import Cast
from .choice import fullest, most
from .claims import Claim
from .kind import Kind
from .wording import alike, folded, matter

__all__ = ["Mechanisms", "clashing", "like_names", "mechanism_words"]

_STEPS = ("proposed", "agreed", "in_force", "rejected")
_BY_LEADER = frozenset({"mediation"})
"""Kinds of which one leader leads one."""


def mechanism_words(content: MechanismContent) -> frozenset[str]:
    """The words that tell a mechanism from others of its kind."""
    return matter(content.name, "mechanism") or matter(content.name)


def like_names(one: MechanismContent, other: MechanismContent) -> bool:
    """Are two names one mechanism's? One word in common ("security pact", "security council") is not enough."""
    return alike(mechanism_words(one), mechanism_words(other), common_from=2)


def clashing(one: MechanismContent, other: MechanismContent) -> bool:
    """Is one agreed or in force, and the other rejected?"""
    states = {one.status, other.status}
    return "rejected" in states and bool(states & {"agreed", "in_force"})


class Mechanisms(Kind[MechanismContent]):
    """How mechanisms are gathered."""

    content = MechanismContent

    def __init__(self, cast: Cast) -> None:
        self._cast = cast

    def form(self, claim: Claim[MechanismContent]) -> Hashable:
        """Kind, folded name, and whether it is rejected, settled or neither."""
        said = claim.content
        return said.kind, folded(said.name), said.status == "rejected", said.status in {"agreed", "in_force"}

    def marks(self, claim: Claim[MechanismContent]) -> Iterable[Hashable]:
        """Kind and each word of the name; of a mediation those who lead it too."""
        said = claim.content
        return [(said.kind, word) for word in (*mechanism_words(said), *self._leaders(said))]

    def fits(self, one: Claim[MechanismContent], other: Claim[MechanismContent]) -> bool:
        """One kind, no clash of states, like names or, for a mediation, one who leads both."""
        if one.content.kind != other.content.kind or clashing(one.content, other.content):
            return False
        led_by_one = bool(self._leaders(one.content) & self._leaders(other.content))
        return led_by_one or like_names(one.content, other.content)

    def _leaders(self, content: MechanismContent) -> frozenset[str]:
        """The sides of those who lead one of a kind that its leader tells from others."""
        if content.kind not in _BY_LEADER:
            return frozenset()
        return frozenset(self._cast.side(actor) for actor in content.led_by)

    def rank(self, claim: Claim[MechanismContent]) -> tuple[int, ...]:
        """Settled and rejected ones first, then fuller names."""
        return claim.content.status == "proposed", -len(mechanism_words(claim.content))

    def merge(self, claims: Sequence[Claim[MechanismContent]]) -> MechanismContent:
        """The name that most give; the state of the latest report; all that lead it."""
        said = [claim.content for claim in claims]
        latest = max(claims, key=lambda claim: (claim.day or dt.date.min, _STEPS.index(claim.content.status)))
        return MechanismContent(
            name=most(content.name for content in said),
            kind=said[0].kind,
            led_by=tuple(sorted({actor for content in said for actor in content.led_by})),
            trigger=fullest(content.trigger for content in said),
            status=latest.content.status,
        )
