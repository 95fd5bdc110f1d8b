"""What issue a dispute over a blow, or over its dead, is on: the truce, the people who suffered, or neither.

Who struck, and how many of those who fight fell, is a matter of the truce where the report tells of one; where it
tells of none it is no matter of the talks. How many who do not fight were killed is a matter of their protection.
"""

from __future__ import annotations

import re

__all__ = ["is_of_blow", "is_of_combat", "issue_of_blow", "issue_of_dead"]

_LEAST = 1000
"""Characters of a report whose silence about a truce says something; a shorter one tells of little else either."""
_TRUCE = re.compile(
    r"\b(?:cease-?fires?|truces?|armistices?|cessation of (?:\w+ )?(?:hostilities|fire|violence)|"
    r"(?:end|halt) to (?:the )?(?:hostilities|fighting)|lull|humanitarian pauses?|stop(?:ped|ping)? fighting)\b",
    re.IGNORECASE,
)
_COMBAT = re.compile(
    r"\b(?:clash(?:es|ed)?|face-?offs?|stand-?offs?|skirmish\w*|fire-?fights?|gun ?battles?|battles?|fighting|combat|"
    r"ambush\w*|cross-?fire|exchanges? of fire|exchanged fire|scuffle[sd]?|brawl\w*|"
    r"(?:its|his|their|our|own|\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|lost) "
    r"(?:\w+ )?(?:men|soldiers|troops|guerrillas|fighters|rebels|combatants|militiamen|militants|policemen)|"
    r"(?:soldiers|troops|guerrillas|fighters|rebels|combatants|militiamen|militants) "
    r"(?:had |have )?(?:were |been )?(?:killed|dead|died|fell|fallen|shot))\b",
    re.IGNORECASE,
)
_BLOW = re.compile(
    r"\b(?:attack\w*|raid\w*|strikes?|struck|air ?strikes?|shell\w*|bomb\w*|rockets?|missiles?|drones?|mortars?|"
    r"fired|blasts?|explosions?|mines?|grenades?|offensive|storm(?:ed|ing)|gunmen)\b",
    re.IGNORECASE,
)


def is_of_blow(text: str) -> bool:
    """Does `text` tell of an attack or of a fight, and not of people put to death?"""
    return _BLOW.search(text) is not None or is_of_combat(text)


def is_of_combat(text: str) -> bool:
    """Does `text` tell of those who fight each other, and not of those who are struck?"""
    return _COMBAT.search(text) is not None


def issue_of_blow(report: str) -> str:
    """The issue of a dispute over who struck, or whether anybody did.

    Args:
        report: The text of the report that tells of it.
    """
    return "ceasefire" if len(report) < _LEAST or _TRUCE.search(report) else "other"


def issue_of_dead(text: str, report: str) -> str:
    """The issue of a dispute over how many were killed.

    Args:
        text: What the accounts say.
        report: The text of the report that tells of it.
    """
    return issue_of_blow(report) if is_of_combat(text) else "humanitarian"
