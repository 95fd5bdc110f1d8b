"""Missions: which mission of the United Nations "the UN mission" is, where the report names one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .by_title import places_of
from .gazetteer import entities
from .lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from .roster import Roster

__all__ = ["is_of_sender", "mission_meant"]

_SENDER = "United Nations"
_MISSION = frozenset({"mission", "force", "peacekeepers", "peacekeeping"})
_NEAR = 3
"""Words behind the sender's name among which the word for its mission stands."""
_POLITICAL = frozenset(
    {"UNAMA", "UNAMI", "UNSMIL", "UNITAMS", "BINUH", "UNSOM", "UNMIK", "UNOMSA", "UNIOGBIS", "BINUCA"}
)
"""Missions without a force of their own."""
_OPENINGS = ("UN", "MON", "MIN", "ON", "BIN")
"""How the names of the sender's missions open, in its languages."""


def mission_meant(roster: Roster, doc: Doc, i: int) -> str | None:
    """Id of the one mission that a report names, where the sender's name at a token stands before "mission".

    Args:
        roster: The report's actors; the mission is entered.
        doc: The parsed block.
        i: A token of the sender's name ("the UN mission").
    """
    if not any(token.lower_ in _MISSION for token in doc[i + 1 : i + 1 + _NEAR]):
        return None
    entity = doc.user_data["named"].get(i)
    if entity is None or entity.name != _SENDER:
        return None
    found = {name for *_, name in places_of(roster) if is_of_sender(name)}
    mission = entities().get(found.pop()) if len(found) == 1 else None
    return roster.enter(mission.name, mission.kind, mission.iso).id if mission is not None else None


def is_of_sender(name: str) -> bool:
    """Is it the short name of a mission of the United Nations ("UNSMIL", "MINUSCA")?

    Args:
        name: The name of a known body.
    """
    return name.startswith(_OPENINGS) and name in {*lexicon().belonging["force commander"], *_POLITICAL}
