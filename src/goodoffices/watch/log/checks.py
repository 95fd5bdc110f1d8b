"""What makes no sense in an entry of the log, whoever wrote it: a program, or a person with an editor."""

from __future__ import annotations

import datetime as dt
import math

from .entries import Attribution, Effort, Entry, Finding, Happening, Pairing, Reading, Retraction

__all__ = ["fault_in"]


def fault_in(entry: Entry) -> str:
    """Say what is wrong with an entry, and what to do; "" where nothing is."""
    return _of_times(entry) or _of_names(entry) or _of_numbers(entry)


def _of_times(entry: Entry) -> str:
    instants = {"known": entry.known}
    if isinstance(entry, Happening):
        instants |= {"earliest": entry.earliest, "latest": entry.latest}
        instants |= {"until": entry.until} if entry.until else {}
    elif isinstance(entry, Reading):
        instants |= {"at": entry.at}
    for key, at in instants.items():
        if at.tzinfo is None:
            return f"{key!r} names no zone of time: write it as 2026-03-15T18:30:00Z"
        try:
            at.astimezone(dt.UTC)
        except OverflowError:
            return f"{key!r} lies where calendars end"
    if isinstance(entry, Happening) and entry.latest < entry.earliest:
        return "'latest' lies before 'earliest'"
    if isinstance(entry, Finding | Effort) and entry.last < entry.first:
        return "'last' lies before 'first'"
    return ""


def _of_names(entry: Entry) -> str:
    named = {Happening: "subject", Attribution: "incident", Finding: "obligation", Effort: "zone"}
    if isinstance(entry, Pairing):
        return "" if entry.left.strip() and entry.right.strip() else "'left' and 'right' name two rows: one is empty"
    key = (named | {Reading: "indicator", Retraction: "entry"})[type(entry)]
    return "" if getattr(entry, key).strip() else f"{key!r} is empty: name what it is about"


def _of_numbers(entry: Entry) -> str:
    if isinstance(entry, Reading) and not math.isfinite(entry.value):
        return "'value' is no number that can be measured"
    confidence = getattr(entry, "confidence", None)
    if confidence is not None and not 0 <= confidence <= 1:
        return f"'confidence' {confidence:g} lies beyond 0 to 1"
    if isinstance(entry, Effort):
        for key in ("patrols", "hours", "cameras", "denied"):
            amount = getattr(entry, key)
            if amount is not None and not 0 <= amount < math.inf:
                return f"{key!r} {amount:g} is no amount of effort: write 0 or more"
    return ""
