"""Who can make or break a task."""

from __future__ import annotations

import msgspec

__all__ = ["CoalitionView", "MemberView"]


class MemberView(msgspec.Struct, frozen=True, kw_only=True):
    """What one member means to the task.

    Attributes:
        name: Who.
        veto: True where no coalition carries the task without it.
        pivotal_share: How often it is the one that makes a coalition sufficient, in [0, 1].
        lacks: What is missing without it, in words; "" for nothing.
    """

    name: str
    veto: bool
    pivotal_share: float
    lacks: str


class CoalitionView(msgspec.Struct, frozen=True, kw_only=True):
    """Who can make or break a task.

    Attributes:
        task: What is to be carried; "" where it has no name.
        possible: True where all together carry it.
        words: What that comes to, in sentences.
        members: What each means to it, the most pivotal first.
        least: Coalitions that carry it and of which nobody is spare.
        blocking: The smallest sets without whom it cannot be carried.
        stable: Coalitions that hold together.
        free_riders: For each stable one who gains and stays out.
    """

    task: str
    possible: bool
    words: tuple[str, ...]
    members: tuple[MemberView, ...]
    least: tuple[tuple[str, ...], ...]
    blocking: tuple[tuple[str, ...], ...]
    stable: tuple[tuple[str, ...], ...]
    free_riders: tuple[tuple[str, ...], ...]
