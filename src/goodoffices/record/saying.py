"""What somebody says that the words of a report mean, as a statement: its kind, fields, speaker and time."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any, get_args

import msgspec

from .content import Content
from .dates import Interval, parse_day
from .errors import InputError
from .introducing import ActorsOfReport
from .pointing import LONGEST
from .release import Marking
from .report import Evidence
from .statement import KINDS, ByHand, Statement, make_statement
from .verify import ACTOR_FIELDS
from .vocabulary import issues

__all__ = ["CONTENTS", "FOUND_BY_HAND", "FOUND_BY_PROGRAM", "Proposal", "signed", "stated"]

FOUND_BY_HAND, FOUND_BY_PROGRAM = "by-hand/1", "by-program/1"
"""The reader of what a person, or a program that may judge, added."""
CONTENTS: dict[str, type[Any]] = {str(each.__struct_config__.tag): each for each in get_args(Content)}
"""Kind -> the type of what it says."""
_WHY = 500
_DEEPEST = 4
"""Levels of a field: the points of a plan are a list of texts and issues."""


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody says that a report says.

    Attributes:
        report: Id of the report.
        kind: One of `KINDS`.
        says: The fields of that kind, as JSON would hold them; actors by name or by id. Where the clause (`text`) is
            left out, it is the words themselves; where the id of an actor that is added is, it is made from its name.
        words: The exact words of the report.
        start: Offset of their first character, in Unicode code points.
        end: Offset behind their last.
        said_by: Whom the report has say it, by name or id; empty where it says it itself.
        when: When it happened, in ISO 8601: a day, or ``2026-01-05/2026-01-07`` with ``..`` for an end not known.
        new: Name -> state, organisation, group or person, of actors whom the case does not know.
        why: The reason.
        marking: Who may be shown it; the report's own marking holds too, whichever is stricter.
    """

    report: str
    kind: str
    says: Mapping[str, object] = {}
    words: str = ""
    start: int | None = None
    end: int | None = None
    said_by: str = ""
    when: str = ""
    new: Mapping[str, str] = {}
    why: str = ""
    marking: Marking = Marking.CLEAR


def signed(by: str, at: dt.datetime, why: str, *, program: bool) -> ByHand:
    """Sign what is added.

    Args:
        by: Who adds it.
        at: When; must carry its time zone.
        why: The reason, or nothing.
        program: Is it a program?

    Raises:
        InputError: If nobody signs it, or the reason is too long.
    """
    name, reason = _one_line(by, "the name"), _one_line(why, "the reason")
    if not name:
        msg = "say who adds it: a name is kept with what is added by hand"
        raise InputError(msg)
    if len(reason) > _WHY:
        msg = f"the reason is {len(reason)} characters long; say it in {_WHY}"
        raise InputError(msg)
    return ByHand(by=name, at=at.astimezone(dt.UTC), why=reason, program=program)


def stated(proposal: Proposal, span: Evidence, actors: ActorsOfReport, hand: ByHand) -> Statement:
    """Make the statement, with the actors as the report has them.

    Args:
        proposal: What is said.
        span: The words that it is said of.
        actors: Of the report; those who are brought into it are kept there.
        hand: Who says so.

    Raises:
        UnknownActors: If it names actors whom the case does not know, and does not say what they are.
        InputError: If anything else does not fit; the sentence says what.
    """
    if proposal.kind not in KINDS:
        msg = f"there are no findings of the kind {proposal.kind[:40]!r}; there are {', '.join(KINDS)}"
        raise InputError(msg)
    fields = _fields(proposal, span)
    for name in ACTOR_FIELDS.intersection(fields):
        fields[name] = _actors(fields[name], name, span, actors)
    speaker = actors.id_of(said_by, span) if (said_by := _one_line(proposal.said_by, "the speaker")) else None
    if proposal.kind == "quote" and speaker is None and isinstance(fields.get("speaker"), str):
        speaker = fields["speaker"]
    if proposal.kind == "actor":
        fields["actor"] = actors.own_id(str(fields.get("kind") or ""), str(fields.get("name") or ""))
    actors.require_all()
    return make_statement(
        _content(proposal.kind, fields),
        (span,),
        reader=FOUND_BY_PROGRAM if hand.program else FOUND_BY_HAND,
        said_by=speaker,
        when=_when(proposal.when),
        basis="added by a program" if hand.program else "added by hand",
        added=hand,
    )


def _fields(proposal: Proposal, span: Evidence) -> dict[str, Any]:
    known = set(CONTENTS[proposal.kind].__struct_fields__) - ({"actor"} if proposal.kind == "actor" else set())
    if unknown := sorted(proposal.says.keys() - known):
        msg = f"a {proposal.kind} has no {unknown[0][:40]!r}; its fields are {', '.join(sorted(known))}"
        raise InputError(msg)
    fields = {name: _plain(value, name) for name, value in proposal.says.items()}
    if "text" in known and not fields.get("text"):
        fields["text"] = " ".join(span.quote.split())
    if proposal.kind == "event":
        fields.setdefault("actors", [])  # a market was shelled: by whom, nobody says
    return fields


def _plain(value: object, name: str, depth: int = 0) -> object:
    if depth > _DEEPEST:
        msg = f"{name[:40]} holds more than any field can; its fields are plain texts and lists"
        raise InputError(msg)
    if isinstance(value, str):
        return _one_line(value, name)
    if isinstance(value, Sequence):
        return [_plain(each, name, depth + 1) for each in value]
    if isinstance(value, Mapping):
        return {key: _plain(each, name, depth + 1) for key, each in value.items()}
    return value


def _one_line(text: str, what: str) -> str:
    """A text as one line.

    Raises:
        InputError: If it is too long, or holds what is no character of a text.
    """
    line = " ".join(text.split())
    if len(line) > LONGEST:
        msg = f"{what} is {len(line)} characters long; say it in {LONGEST}"
        raise InputError(msg)
    if any(unicodedata.category(each) in {"Cc", "Cs"} for each in line):
        msg = f"{what} holds a character that is no part of any text; write it anew"
        raise InputError(msg)
    return line


def _actors(value: object, field: str, span: Evidence, actors: ActorsOfReport) -> object:
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return actors.id_of(value, span)
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return sorted({actors.id_of(each, span) for each in value if each})
    msg = f"{field} names actors: give a name or an id, or a list of them"
    raise InputError(msg)


def _content(kind: str, fields: Mapping[str, object]) -> Content:
    try:
        content: Content = msgspec.convert({"type": kind, **fields}, type=Content)
    except msgspec.ValidationError as error:
        msg = f"this is no {kind.replace('_', ' ')}: {error}"
        raise InputError(msg) from error
    given = msgspec.structs.fields(CONTENTS[kind])
    empty = [each.name for each in given if each.required and getattr(content, each.name) in {"", ()}]
    if empty and not (kind == "event" and empty == ["actors"]):
        msg = f"say the {empty[0].replace('_', ' ')} of this {kind.replace('_', ' ')}"
        raise InputError(msg)
    named = [getattr(content, "issue", None), *(item.issue for item in getattr(content, "items", ()))]
    if unknown := [each for each in named if each is not None and each not in issues()]:
        msg = f"{unknown[0][:40]!r} is no issue; use one of {', '.join(issues())}"
        raise InputError(msg)
    return content


def _when(text: str) -> Interval | None:
    if not text.strip():
        return None
    first, slash, last = text.strip().partition("/")
    days = [None if each.strip() == ".." else parse_day(each[:40], where="when") for each in (first, last or first)]
    if slash and not last.strip():
        msg = f"{text[:40]!r} has no end; write the last day, or .. where it is not known"
        raise InputError(msg)
    return Interval(earliest=days[0], latest=days[1]) if any(days) else None
