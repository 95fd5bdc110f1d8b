"""Triggers: what must happen before an arrangement comes about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from goodoffices.record import MechanismState

from ...document import offset_of
from ..conditions import Condition, conditions_in
from ..times import is_only_time
from .naming import Named

if TYPE_CHECKING:
    from ...context import Context
    from ...document import Sentence
    from ...layout import Cell

__all__ = ["is_certain", "trigger_in_row", "trigger_of"]

_BEFORE_ONLY = frozenset({"before", "without"})
_OF_TIME = frozenset({"after", "when", "following", "upon", "before"})
"""Words behind which there may be only a time."""
_TURNS = (
    r"sign\w+|truce|ceasefire|cease-fire|withdrawal|vote|ratification|release|elections?|conclusion|agreement|accord|deal"
    r"|departure|arrival|handover|disarmament|summit|treaty"
)
_TURNED = re.compile(
    r"[^,]{8,}?(?= (?:would|will|could|can|may|shall|should|must|does|do|did|is|are)"
    r"(?: (?:the|an?|any|its|their))?\s*$)"
)
"""A condition before a verb that comes before its subject: "only after the last unit has left would a pact"."""
_AWAITED = re.compile(
    r"\b(?:would|will|is to|are to|should|shall|may|must|could|can)(?: only)? (?:"
    rf"follow(?: on)? (?P<event>(?:the|its|their|an?|any) (?:[\w-]+ ){{0,2}}?(?:{_TURNS})\b[^.;,:]{{0,80}})"
    r"|(?:await|wait for|hinge on|come after|(?:begin|start) with|(?:enter into force|take effect) (?:on|with|upon))"
    r" (?P<what>(?:the|its|their|an?|any) [^.;,:]{3,100}))"
)
"""What an arrangement comes behind: "the exchange would follow the signature"."""


def trigger_of(context: Context, sentence: Sentence, named: Named, until: int, state: MechanismState) -> str | None:
    """What must happen before an arrangement comes about, in the report's words.

    Args:
        context: The report.
        sentence: The sentence that names it.
        named: The phrase.
        until: Offset at which the next arrangement of the sentence starts, or the end of the sentence.
        state: How far it is; of what is there already nothing need happen first.
    """
    text = context.report.text
    start = offset_of(named.head) + len(named.head)
    for condition in conditions_in(text, start, sentence.end, weak=True):
        if condition.start < until and _holds(context, condition, state):
            return condition.text
    if state in {"proposed", "agreed"} and (awaited := _AWAITED.search(text, start, until)) is not None:
        return " ".join((awaited["event"] or awaited["what"]).split())
    first = offset_of(named.head.doc[named.start])
    for condition in conditions_in(text, sentence.start, first, weak=True):
        opens = condition.start - sentence.start <= len("Only ")
        if opens and (turned := _TURNED.match(text, condition.start, first)) and _holds(context, condition, state):
            return turned[0]
        if (
            opens
            and condition.end <= first
            and not _reaches(text, condition, first)
            and _holds(context, condition, state)
        ):
            return condition.text
    return None


def is_certain(trigger: str | None) -> bool:
    """Does something have to happen first, and not only at some time ("taken after the truce")?"""
    return trigger is not None and trigger.split()[0].lower() not in _OF_TIME


def trigger_in_row(context: Context, row: Sequence[Cell], place: int) -> str | None:
    """What must happen first, where a row's label names the arrangement and a cell behind says it.

    Args:
        context: The report.
        row: The cells.
        place: Index of the cell that names the arrangement; where it is not the label, only that one counts.
    """
    for cell in row[1:] if place == 0 else row[place : place + 1]:
        for condition in conditions_in(context.report.text, cell.start, cell.end, weak=True):
            if _holds(context, condition, "proposed"):
                return condition.text
    return None


def _reaches(text: str, condition: Condition, first: int) -> bool:
    """Does the arrangement stand inside the condition itself ("only if the committee certifies")?"""
    return "," not in text[condition.start : first]


def _holds(context: Context, condition: Condition, state: MechanismState) -> bool:
    cue = condition.cue
    if cue in _BEFORE_ONLY or (state == "in_force" and not condition.strong):
        return False
    if cue in {"following", "after", "when", "upon"}:
        return not is_only_time(context, condition.start + len(cue), condition.end)
    return True
