"""What the edit form holds, and the text that it makes: all of it, one provision, a new one, what is said of one."""

from __future__ import annotations

import datetime as dt

import msgspec
from starlette.datastructures import FormData

from goodoffices.draft.text import Clause, Document, Links, Provision, Status, name_of, parse_text
from goodoffices.draft.text.attributes import split_names
from goodoffices.draft.text.edits import (
    add_provision,
    remove_provision,
    replace_provision,
    replace_span,
    set_attributes,
)
from goodoffices.draft.text.naming import Names
from goodoffices.record import InputError, parse_day, parse_marking

from .handing import field
from .proposing import own_words, propose_words

__all__ = ["Wanted", "edited_source", "fields_in", "names_of_provision"]

_LONGEST_NOTE = 400


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What the form asks for.

    Attributes:
        act: ``whole`` (the text as it is in `source`), ``words``, ``propose`` (other words of `party`), ``add`` (a new
            provision behind `after`), ``remove``.
        source: The whole text.
        words: Of the provision.
        heading: Its heading.
        number: Of a new provision, as it shall stand.
        after: Id of the provision behind which a new one stands; at the end where empty.
        party: Who proposes.
        status: One of the values of `Status`, or empty.
        by: Who agreed, with commas between.
        on: When, as YYYY-MM-DD.
        release: Marking of the provision alone, or empty.
        note: A remark.
        issues: Issues of the deal model or record that it answers, with commas between.
        statements: Statements of the record that it answers, with commas between.
    """

    act: str = "words"
    source: str = ""
    words: str = ""
    heading: str = ""
    number: str = ""
    after: str = ""
    party: str = ""
    status: str = ""
    by: str = ""
    on: str = ""
    release: str = ""
    note: str = ""
    issues: str = ""
    statements: str = ""

    @classmethod
    def of_provision(cls, document: Document, provision: str) -> Wanted:
        """A provision as it stands."""
        found = document[provision]
        return cls(
            words=own_words(document, provision) if found.body else "",
            heading=_heading(document, found),
            status=found.status.value if found.status else "",
            by=_names(found.agreed_by),
            on=found.agreed_on.isoformat() if found.agreed_on else "",
            release=found.marking.value if found.marking else "",
            note=found.note,
            issues=", ".join(found.links.issues),
            statements=", ".join(found.links.statements),
        )


def fields_in(form: FormData) -> Wanted:
    """Read the fields of a form."""
    return Wanted(
        **{name: field(form, name).replace("\r\n", "\n") for name in Wanted.__struct_fields__ if name in form}
    )


def names_of_provision(document: Document, provision: str) -> str:
    """How a provision is called for people."""
    if not provision or provision not in document:
        return ""
    return name_of(document, provision)


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{each}"' if "," in each else each for each in names)


def _heading(document: Document, found: Provision) -> str:
    return "" if not found.title else document.source[found.title[0].start : found.title[-1].end].strip()


def edited_source(document: Document, provision: str, wanted: Wanted) -> str:
    """Make the text that the form asks for.

    Args:
        document: The text that was edited.
        provision: Id of the provision that is edited; empty for the whole text.
        wanted: What the form holds.

    Raises:
        DraftError: If the words break the grammar, or there is no such provision.
        InputError: If a field cannot be read.
    """
    if wanted.act in {"words", "propose", "remove"} and provision not in document:
        msg = f"there is no provision {provision[:60]!r} in this text; it may have been taken out"
        raise InputError(msg)
    match wanted.act:
        case "whole":
            return wanted.source.replace("\r\n", "\n")
        case "add":
            return _added(document, wanted)
        case "remove":
            return remove_provision(document, provision)
        case "propose":
            return propose_words(document, provision, wanted.words, wanted.party)
        case "words":
            return _worded(document, provision, wanted)
    msg = f"{wanted.act[:20]!r} is nothing that can be done to a text"
    raise InputError(msg)


def _worded(document: Document, provision: str, wanted: Wanted) -> str:
    """The text with other words of a provision, and with what is said of it."""
    was = Wanted.of_provision(document, provision)
    changed = _changed(was, wanted, document, provision)
    source = set_attributes(document, provision, **changed) if changed else document.source
    if wanted.heading.strip() != was.heading and was.heading:
        read = parse_text(source, name=document.name, tolerant=True)
        title = read[provision].title
        source = replace_span(read, title[0].start, title[-1].end, " ".join(wanted.heading.split()))
    if wanted.words.strip() != was.words and (was.words or wanted.words.strip()):
        read = parse_text(source, name=document.name, tolerant=True)
        source = replace_provision(read, provision, wanted.words.strip())
    return source


def _changed(was: Wanted, wanted: Wanted, document: Document, provision: str) -> dict[str, object]:
    """The attributes that differ from those that stand there; the id is written so that it can be found again."""
    new: dict[str, object] = {}
    if wanted.status != was.status:
        new["status"] = _status(wanted.status)
    if wanted.by.strip() != was.by:
        new["by"] = split_names(wanted.by)
    if wanted.on.strip() != was.on:
        new["on"] = _day(wanted.on)
    if wanted.release != was.release:
        new["marking"] = parse_marking(wanted.release) if wanted.release else None
    if wanted.note.strip() != was.note:
        new["note"] = _note(wanted.note)
    links = document[provision].links
    own = Links(
        issues=split_names(wanted.issues),
        options=links.options,
        statements=split_names(wanted.statements),
        obligations=links.obligations,
    )
    if own != links:
        new["links"] = own
    return {"id": provision, **new} if new else {}


def _status(text: str) -> Status | None:
    try:
        return Status(text) if text else None
    except ValueError:
        msg = f"{text[:30]!r} is no status; use one of {', '.join(each.value for each in Status)}"
        raise InputError(msg) from None


def _day(text: str) -> dt.date | None:
    return parse_day(text.strip(), where="the day of agreement") if text.strip() else None


def _note(text: str) -> str:
    line = " ".join(text.split())
    if len(line) > _LONGEST_NOTE or any(sign in line for sign in '"{}'):
        msg = f"a remark takes up to {_LONGEST_NOTE} characters, without quotation marks and braces"
        raise InputError(msg)
    return line


def _added(document: Document, wanted: Wanted) -> str:
    words = tuple(" ".join(each.split()) for each in wanted.words.split("\n\n") if each.strip())
    if not words and not wanted.heading.strip():
        msg = "write the words of the provision first"
        raise InputError(msg)
    name = Names({each.id for each in document.provisions}).give(" ".join([wanted.heading, *words]), wanted.number)
    after = wanted.after if wanted.after in document else ""
    clause = Clause(
        id=name,
        marker=wanted.number.strip()[:20],
        heading=" ".join(wanted.heading.split()),
        headed=bool(wanted.heading.strip()),
        words=words,
        status=_status(wanted.status),
        marking=parse_marking(wanted.release) if wanted.release else None,
    )
    return add_provision(document, clause, after=after)
