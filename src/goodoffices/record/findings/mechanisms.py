"""Mechanisms: of one kind and like name; one that is agreed and one that is rejected stay side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable, Sequence

from goodoffices.record.content import MechanismContent

from .choice import fullest, most
from .claims import Claim
from .kind import Kind
from .wording import alike, folded, matter

__all__ = ["Mechanisms", "clashing", "like_names", "mechanism_words"]

_STEPS = ("proposed", "agreed", "in_force", "rejected")


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

    def form(self, claim: Claim[MechanismContent]) -> Hashable:
        """Kind, folded name, and whether it is rejected, settled or neither."""
        said = claim.content
        return said.kind, folded(said.name), said.status == "rejected", said.status in {"agreed", "in_force"}

    def marks(self, claim: Claim[MechanismContent]) -> Iterable[Hashable]:
        """Kind and each word of the name."""
        return [(claim.content.kind, word) for word in mechanism_words(claim.content)]

    def fits(self, one: Claim[MechanismContent], other: Claim[MechanismContent]) -> bool:
        """One kind, like names, no clash of states."""
        if one.content.kind != other.content.kind or clashing(one.content, other.content):
            return False
        return like_names(one.content, other.content)

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
