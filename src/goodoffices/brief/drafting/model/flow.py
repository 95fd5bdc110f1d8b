"""Points on their way through versions, as a drawing and a list show them."""

from __future__ import annotations

import msgspec

__all__ = ["Flow", "FlowLink", "FlowPoint", "FlowStage"]


class FlowPoint(msgspec.Struct, frozen=True):
    """A point in one version: its id, its number (or "") and its words."""

    id: str
    number: str
    text: str


class FlowStage(msgspec.Struct, frozen=True):
    """A version: its name and its points in order."""

    name: str
    points: tuple[FlowPoint, ...]


class FlowLink(msgspec.Struct, frozen=True, kw_only=True):
    """What became of some points from one version to the next.

    Attributes:
        stage: Index of the earlier version.
        a: Ids there; empty for what is new.
        b: Ids in the later version; empty for what was dropped.
        change: same, reworded, moved, split, merged, dropped or new.
        moved: Does it stand elsewhere?
        says: The same in one sentence.
    """

    stage: int
    a: tuple[str, ...]
    b: tuple[str, ...]
    change: str
    moved: bool
    says: str


class Flow(msgspec.Struct, frozen=True):
    """All points over the versions shown, and what links them."""

    stages: tuple[FlowStage, ...]
    links: tuple[FlowLink, ...]
