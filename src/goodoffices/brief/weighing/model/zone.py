"""Whether there is a deal, what clashes, who blocks, what would open one."""

from __future__ import annotations

import msgspec

from .packages import Choice
from .sources import Origin

__all__ = ["Clash", "ConcessionView", "DemandView", "ZoneView"]


class DemandView(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is asked of a package.

    Attributes:
        words: In words.
        party: Whose, or None for a rule of the world.
        kind: "threshold", "mandate" or "rule".
        origin: Where it comes from.
    """

    words: str
    party: str | None
    kind: str
    origin: Origin


class Clash(msgspec.Struct, frozen=True):
    """Demands that cannot hold together, though any part of them can."""

    demands: tuple[DemandView, ...]


class ConcessionView(msgspec.Struct, frozen=True, kw_only=True):
    """A least change that would open a deal, and a package that is possible then.

    Attributes:
        words: What would have to be given.
        package: The letter of the package where the report speaks of it, else "".
        choices: The package.
    """

    words: str
    package: str
    choices: tuple[Choice, ...]


class ZoneView(msgspec.Struct, frozen=True, kw_only=True):
    """Whether there is a deal by the centres of the numbers.

    Attributes:
        exists: True where a package meets all that is asked; None where that could not be found out.
        clashes: The smallest sets of demands that cannot hold together.
        blockers: The smallest sets of parties without whose demands the others could agree.
        concessions: The least that would open a deal, the smallest first.
        unstated: Parties that must sign and state no threshold.
        demands: All that is asked.
    """

    exists: bool | None
    clashes: tuple[Clash, ...]
    blockers: tuple[tuple[str, ...], ...]
    concessions: tuple[ConcessionView, ...]
    unstated: tuple[str, ...]
    demands: tuple[DemandView, ...]
