"""What people and programs hand in, made sure of before it is kept: who may be shown it, the day, the address."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import IO
from urllib.parse import urlsplit

import msgspec

from goodoffices.record import InputError, Marking, parse_day, parse_marking
from goodoffices.record.circle import circle_name
from goodoffices.web.asking import Asking
from goodoffices.web.moments import now

from .job import Given
from .naming import shown_name
from .onlooker import Onlooker

__all__ = ["Said", "hand_in_files", "hand_in_link", "hand_in_text", "onlooker"]

_LONGEST = 300
_LONGEST_ADDRESS = 2_000
_LONGEST_TEXT = 1_000_000
"""Characters: as many as one report may have."""
_SIDECAR = "meta.json"
_SIDECAR_BYTES = 2_000_000


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What was said of what is handed in, as it was typed."""

    marking: str = ""
    circle: str = ""
    published: str = ""
    outlet: str = ""
    title: str = ""
    url: str = ""


def onlooker(who: Asking) -> Onlooker:
    """Who looks at the inbox."""
    return Onlooker(audience=who.audience, name="" if who.lowered else who.account.name)


def hand_in_files(who: Asking, said: Said, files: Iterable[tuple[str, IO[bytes]]]) -> tuple[str, ...]:
    """Keep files; a ``meta.json`` among them says of the others what it says in a folder.

    Args:
        who: Who hands them in.
        said: What they say of all of them.
        files: Name and content of each.

    Returns:
        The ids of their jobs.

    Raises:
        InputError: If there is none, or what is said of them cannot be.
    """
    given = _given(who, said)
    found = [(shown_name(name), content) for name, content in files if name]
    sidecar = b"".join(content.read(_SIDECAR_BYTES) for name, content in found if name == _SIDECAR)
    reports = [(name, content) for name, content in found if name != _SIDECAR]
    if not reports:
        msg = "choose at least one file that holds a report"
        raise InputError(msg)

    def things() -> Iterator[tuple[Given, bytes]]:
        for name, content in reports:
            yield msgspec.structs.replace(given, name=name, title="", url=""), content.read()

    return _kept(who, given, things(), sidecar)


def hand_in_text(who: Asking, said: Said, text: str) -> tuple[str, ...]:
    """Keep a text that was pasted.

    Raises:
        InputError: If it is empty or too long, or what is said of it cannot be.
    """
    if not text.strip():
        msg = "paste the text of the report first"
        raise InputError(msg)
    if len(text) > _LONGEST_TEXT:
        msg = f"the text has {len(text):,} characters, over the limit of {_LONGEST_TEXT:,} for one report; split it"
        raise InputError(msg)
    given = _given(who, said)
    called = given.title or " ".join(text[:400].split())[:60]
    named = msgspec.structs.replace(given, kind="text", name=f"{shown_name(called.replace('/', ' '))} (pasted)")
    content = text.replace("\r\n", "\n").encode("utf-8", "replace")
    return _kept(who, named, [(named, content)])


def hand_in_link(who: Asking, said: Said, link: str) -> tuple[str, ...]:
    """Keep an address, to be fetched.

    Raises:
        InputError: If it is no address of the web, or what is said of it cannot be.
    """
    address = _address(link.strip())
    given = msgspec.structs.replace(_given(who, said), kind="link", name=address, url=address, title="")
    return _kept(who, given, [(given, b"")])


def _kept(who: Asking, given: Given, things: Iterable[tuple[Given, bytes]], sidecar: bytes = b"") -> tuple[str, ...]:
    bench = who.bench
    ids = bench.inbox.hand_in(things, sidecar)
    bench.foreman.wake()
    detail: dict[str, str | int] = {"kind": given.kind, "things": len(ids), "marking": given.marking.value}
    bench.store.audit("hand-in", by=given.by, at=given.at, target=given.name, detail=detail)
    return ids


def _given(who: Asking, said: Said) -> Given:
    return Given(
        kind="file",
        name="",
        by=who.account.name,
        at=now(),
        marking=_marking(said.marking),
        circle=_circle(who, said.circle),
        published=_day(said.published),
        outlet=_line(said.outlet, "outlet"),
        title=_line(said.title, "title"),
        url=_address(said.url.strip()) if said.url.strip() else "",
    )


def _marking(text: str) -> Marking:
    if not text.strip():
        msg = "say who may be shown it: choose a release marking"
        raise InputError(msg)
    return parse_marking(text)


def _circle(who: Asking, text: str) -> str:
    if not text.strip():
        return ""
    name = circle_name(text)
    keepers = who.own.marking is Marking.RED and not who.own.circles
    if not keepers and name not in who.own.circles:
        msg = f"you do not belong to the circle {name[:80]!r}; leave it empty, or choose one of yours"
        raise InputError(msg)
    return name[:_LONGEST]


def _day(text: str) -> dt.date | None:
    return parse_day(text.strip(), where="published") if text.strip() else None


def _line(text: str, what: str) -> str:
    line = " ".join(text.split())
    if len(line) > _LONGEST or not line.isprintable():
        msg = f"the {what} takes up to {_LONGEST} characters, all of them visible"
        raise InputError(msg)
    return line


def _address(text: str) -> str:
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port  # a port that is none is only noticed when it is asked for
    except ValueError:
        host, parts = None, urlsplit("")
    plain = text.isprintable() and " " not in text and len(text) <= _LONGEST_ADDRESS
    if parts.scheme.lower() not in {"http", "https"} or not host or not plain:
        msg = f"{text[:80]!r} is no address of the web; it begins with https:// or http://"
        raise InputError(msg)
    if parts.username is not None or parts.password is not None:
        msg = "an address with a name or password in it would stand in the record for others to read; leave them out"
        raise InputError(msg)
    return text
