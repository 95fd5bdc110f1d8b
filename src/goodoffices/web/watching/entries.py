"""What is set down in the log of the book from a form or a call: read, held against the book, kept and audited."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping

from goodoffices.record import InputError, Marking, parse_marking
from goodoffices.watch.log import (
    Attribution,
    Effort,
    Entry,
    Finding,
    Happening,
    Pairing,
    Reading,
    Retraction,
    Verdict,
    What,
    entry_id,
    fault_in,
)
from goodoffices.watch.log.times import deadline_of, end_of, future_fault, start_of
from goodoffices.web.moments import now

from .room import Room

__all__ = ["FORMS", "entry_of", "keep"]

_LONGEST = 4_000
_MOST_NAMED = 200

Fields = Mapping[str, str]


def entry_of(fields: Fields) -> Entry:
    """Read an entry as a form gives it.

    Args:
        fields: Its fields, as they were typed; ``entry`` says of which kind it is.

    Raises:
        InputError: A field is missing or holds what it cannot.
    """
    kind = fields.get("entry", "")
    if kind not in FORMS:
        msg = f"{kind[:20]!r} is no kind of entry; use one of {', '.join(FORMS)}"
        raise InputError(msg)
    entry = FORMS[kind](fields)
    if fault := fault_in(entry) or future_fault(entry):
        raise InputError(fault)
    return entry


def keep(room: Room, entry: Entry) -> str:
    """Set an entry down; return its id.

    Raises:
        InputError: It names what is not there, or what fewer may see than the entry.
    """
    seen, who = room.seen, room.who
    fault = room.book.fault_of(entry, seen.agreement) or _unknown(room, entry) or room.book.marking_fault_of(entry)
    if fault:
        raise InputError(fault)
    entry = room.book.confined(entry, seen.viewer)
    new = room.book.add(entry)
    key = entry_id(entry)
    detail: dict[str, str | int] = {"kind": type(entry).__name__.lower(), "marking": entry.marking.value, "new": new}
    who.bench.store.audit("watch", target=key, by=who.account.name, at=now(), detail=detail, marking=entry.marking)
    return key


def _unknown(room: Room, entry: Entry) -> str:
    """What is wrong with the incidents or the entry that it names: that this audience sees none such."""
    seen = room.seen
    if isinstance(entry, Retraction):
        return (
            ""
            if entry.entry in seen.log.entries
            else f"there is no entry {entry.entry[:40]!r} that could be taken back"
        )
    named = {
        Happening: lambda one: one.incidents,
        Finding: lambda one: one.incidents,
        Attribution: lambda one: (one.incident,),
        Pairing: lambda one: (one.left, one.right),
    }.get(type(entry), lambda _one: ())(entry)  # type: ignore[no-untyped-call]  # one of four, each with its field
    if not named:
        return ""
    known = set(seen.table["id"]) if len(named) > 3 else None  # noqa: PLR2004  a few are looked up one by one
    for name in named:
        if not (name in known if known is not None else bool((seen.table["id"] == name).any())):
            return f"there is no incident {name[:60]!r} here; the list of incidents finds those that there are"
    return ""


def _text(fields: Fields, name: str) -> str:
    value = fields.get(name, "").strip()
    if len(value) > _LONGEST:
        msg = f"{name} is longer than {_LONGEST:,} characters; say it shorter"
        raise InputError(msg)
    return value


def _names(fields: Fields, name: str) -> tuple[str, ...]:
    """Several names in one field: a line each, or with commas or blanks between."""
    found = tuple(dict.fromkeys(part.strip() for part in fields.get(name, "").replace(",", "\n").splitlines()))
    found = tuple(each for each in found if each)
    if len(found) > _MOST_NAMED:
        msg = f"{name} names more than {_MOST_NAMED}; name fewer"
        raise InputError(msg)
    return found


def _needed(fields: Fields, name: str, words: str) -> str:
    value = _text(fields, name)
    if not value:
        msg = f"{words} is missing"
        raise InputError(msg)
    return value


def _day(fields: Fields, name: str, default: dt.date | None = None) -> dt.date:
    value = _text(fields, name)
    if not value and default is not None:
        return default
    return start_of(_needed(fields, name, "a day")).date()


def _number(fields: Fields, name: str) -> float | None:
    value = _text(fields, name)
    if not value:
        return None
    try:
        number = float(value)
    except ValueError:
        msg = f"{name} {value[:20]!r} is no number"
        raise InputError(msg) from None
    if not math.isfinite(number):
        msg = f"{name} {value[:20]!r} is no number that can be set down"
        raise InputError(msg)
    return number


def _more(fields: Fields) -> dict[str, object]:
    """What every entry may have."""
    said = fields.get("marking", "")
    return {
        "known": now(),
        "by": _text(fields, "by"),
        "sources": tuple(each.strip() for each in _text(fields, "sources").splitlines() if each.strip()),
        "note": _text(fields, "note"),
        "marking": parse_marking(said) if said else Marking.CLEAR,
    }


def _happening(fields: Fields) -> Entry:
    what = fields.get("what", "")
    if what not in {each.value for each in What}:
        msg = f"{what[:20]!r} is nothing that can happen; use one of {', '.join(each.value for each in What)}"
        raise InputError(msg)
    earliest = start_of(_needed(fields, "on", "the day or time at which it was"))
    latest = end_of(fields["to"]) if _text(fields, "to") else earliest
    until = _text(fields, "until")
    if (what == What.EXTENDED.value) != bool(until):
        msg = "an extension needs the new deadline, and only an extension has one"
        raise InputError(msg)
    return Happening(
        what=What(what),
        subject=_needed(fields, "subject", "what it is about"),
        earliest=earliest,
        latest=latest,
        ref=_text(fields, "ref"),
        until=deadline_of(until) if until else None,
        incidents=_names(fields, "incidents"),
        disputed=bool(fields.get("disputed")),
        **_more(fields),  # type: ignore[arg-type]  # the fields of every entry
    )


def _finding(fields: Fields) -> Entry:
    verdict = fields.get("verdict", "")
    if verdict not in {each.value for each in Verdict}:
        msg = f"{verdict[:20]!r} is no finding; use one of {', '.join(each.value for each in Verdict)}"
        raise InputError(msg)
    first = _day(fields, "first")
    return Finding(
        obligation=_needed(fields, "obligation", "the obligation"),
        verdict=Verdict(verdict),
        first=first,
        last=_day(fields, "last", first),
        incidents=_names(fields, "incidents"),
        reasons=tuple(each.strip() for each in _text(fields, "reasons").splitlines() if each.strip()),
        confidence=_number(fields, "confidence"),
        **_more(fields),  # type: ignore[arg-type]  # the same
    )


def _attribution(fields: Fields) -> Entry:
    from goodoffices.watch.attribution import evidence_cap  # noqa: PLC0415  beside its only use

    evidence = _names(fields, "evidence")
    evidence_cap(evidence)  # says so where there is no such grade
    confidence = _number(fields, "confidence")
    return Attribution(
        incident=_needed(fields, "incident", "the incident"),
        party=_text(fields, "party"),
        confidence=0.5 if confidence is None else confidence,
        dissent=_names(fields, "dissent"),
        evidence=evidence,
        **_more(fields),  # type: ignore[arg-type]  # the same
    )


def _effort(fields: Fields) -> Entry:
    first = _day(fields, "first")
    return Effort(
        zone=_needed(fields, "zone", "the zone"),
        first=first,
        last=_day(fields, "last", first),
        patrols=_number(fields, "patrols"),
        hours=_number(fields, "hours"),
        cameras=_number(fields, "cameras"),
        denied=_number(fields, "denied"),
        **_more(fields),  # type: ignore[arg-type]  # the same
    )


def _reading(fields: Fields) -> Entry:
    value = _number(fields, "value")
    if value is None:
        msg = "the value is missing"
        raise InputError(msg)
    at = start_of(_needed(fields, "on", "the day or time at which it was measured"))
    return Reading(indicator=_needed(fields, "indicator", "the indicator"), value=value, at=at, **_more(fields))  # type: ignore[arg-type]  # the same


def _pairing(fields: Fields) -> Entry:
    left, right = _needed(fields, "left", "one report"), _needed(fields, "right", "the other report")
    if left == right:
        msg = f"{left[:60]!r} is one report, not two; name another"
        raise InputError(msg)
    if fields.get("same") not in {"yes", "no"}:
        msg = "say whether they tell of one incident (yes) or of two (no)"
        raise InputError(msg)
    return Pairing(left=left, right=right, same=fields["same"] == "yes", **_more(fields))  # type: ignore[arg-type]  # the same


def _retraction(fields: Fields) -> Entry:
    if not _text(fields, "note"):
        msg = "say why it is taken back"
        raise InputError(msg)
    return Retraction(entry=_needed(fields, "target", "the entry"), **_more(fields))  # type: ignore[arg-type]  # the same


FORMS = {
    "happening": _happening,
    "finding": _finding,
    "attribution": _attribution,
    "effort": _effort,
    "reading": _reading,
    "pairing": _pairing,
    "retraction": _retraction,
}
"""What can be set down: its name, and what reads its form."""
