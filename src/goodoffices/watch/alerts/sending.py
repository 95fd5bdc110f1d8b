"""Alerts sent to where they are to go, once each: what was sent is noted after it arrived."""

from __future__ import annotations

import os
import sys
import urllib.error
import urllib.request
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

import msgspec

from ..errors import WatchError
from .rules import Notice

__all__ = ["Sent", "send"]

_SECONDS = 10


class Sent(msgspec.Struct, frozen=True):
    """What became of the alerts.

    Attributes:
        sent: Those that went out now.
        before: How many had gone out before.
        failed: Those that did not arrive, with the reason; they are tried again next time.
    """

    sent: tuple[Notice, ...]
    before: int
    failed: tuple[tuple[Notice, str], ...]


def send(notices: Iterable[Notice], to: str, memory: Path, *, out: TextIO | None = None) -> Sent:
    """Send each alert once.

    Args:
        notices: What the rules say.
        to: ``-`` for standard output, the path of a file to which lines are added, or the ``http(s)://`` address of a
            webhook, which gets each alert as JSON.
        memory: File that notes what was sent, by where to.
        out: In place of standard output.

    Raises:
        WatchError: The file or the memory cannot be written.
    """
    known = _remembered(memory)
    sent, failed, before = [], [], 0
    for notice in notices:
        key = f"{to}|{notice.key}"
        if key in known:
            before += 1
            continue
        try:
            _deliver(notice, to, out or sys.stdout)
        except (OSError, urllib.error.URLError, ValueError) as odd:
            failed.append((notice, str(getattr(odd, "reason", odd))))
            continue
        known.add(key)
        _remember(memory, key)
        sent.append(notice)
    return Sent(tuple(sent), before, tuple(failed))


def _deliver(notice: Notice, to: str, out: TextIO) -> None:
    line = f"{notice.at:%Y-%m-%d %H:%M}  {notice.words}"
    if to == "-":
        print(line, file=out, flush=True)
    elif to.startswith(("http://", "https://")):
        body = msgspec.json.encode(notice)
        request = urllib.request.Request(to, body, {"Content-Type": "application/json"})  # noqa: S310  http(s) only
        with urllib.request.urlopen(request, timeout=_SECONDS):  # noqa: S310  the same
            pass
    elif "://" in to:
        message = f"{to!r} is no address that alerts can go to: give a file, '-' or an http(s):// address"
        raise ValueError(message)
    else:
        with Path(to).open("a", encoding="utf-8") as file:
            file.write(line + "\n")


def _remembered(memory: Path) -> set[str]:
    try:
        return set(memory.read_text(encoding="utf-8").splitlines())
    except FileNotFoundError:
        return set()
    except OSError as odd:
        fault = f"cannot be read ({odd.strerror}): without it alerts would be sent twice"
        raise WatchError(fault, name=str(memory)) from odd


def _remember(memory: Path, key: str) -> None:
    try:
        with memory.open("a", encoding="utf-8") as file:
            file.write(key + "\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as odd:
        fault = f"cannot be written ({odd.strerror}): without it alerts would be sent twice"
        raise WatchError(fault, name=str(memory)) from odd
