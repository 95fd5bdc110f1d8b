"""Snapshots kept ready: made where there is none, made anew where the case has moved on, shown to none who may not."""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
import threading
import time
from collections import OrderedDict
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures import TimeoutError as WaitedInVain
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path

import msgspec

from goodoffices import __version__
from goodoffices.record.errors import GoodOfficesError, NotInCase
from goodoffices.record.store import Store
from goodoffices.record.view import View

from .about import FORM, About
from .audience import Audience
from .building import build_from, make_snapshot
from .gathered import gather
from .snapshot import Snapshot

__all__ = ["NotReady", "Shelf"]

_AT_ONCE = 2_000
"""Statements up to which findings are merged while the page waits; beyond, a process of its own does it."""
_CHARACTERS_AT_ONCE = 400_000
"""The same of the texts: how the talks are run is read out of them."""
_AGAIN = 5.0
"""Seconds until a making that failed is tried again."""
_EVER = dt.datetime(1, 1, 1, tzinfo=dt.UTC)
_KEPT = 12
"""Snapshots kept open."""
_REST = 1.0
"""How many times as long as the last making took the next one waits: the case goes on, people read, the cores rest."""


class NotReady(GoodOfficesError):  # noqa: N818  says it all
    """The findings of an audience are being put together; nothing older may be shown to it."""


class _Making:
    """The making of one snapshot, and when the last one ended."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.future: Future[None] | None = None
        self.started = self.ended = 0.0
        self.not_before = 0.0

    def end(self, _future: Future[None]) -> None:
        """Keep when it ended: the next one rests as long as it took."""
        self.ended = time.monotonic()


class Shelf:
    """The snapshots of a case.

    Args:
        case: Path or URL of the case, for the process that makes the large ones.
        store: The open case.
        folder: Where they are kept; made where it is not there, for nobody's eyes but its owner's.
    """

    def __init__(self, case: str, store: Store, folder: Path) -> None:
        self._case, self._store, self._folder = case, store, folder
        self._lock = threading.Lock()
        self._open: OrderedDict[Audience, Snapshot] = OrderedDict()
        self._makings: dict[Audience, _Making] = {}
        self._pool: ProcessPoolExecutor | None = None
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def ready(self, audience: Audience, *, patience: float = 5.0) -> Snapshot:
        """Give the snapshot of an audience.

        A small case is merged at once. A large one is merged by a process of its own, and until that is done the
        snapshot of before is given, as long as all that it rests on may still be shown.

        Args:
            audience: For whom.
            patience: Seconds to wait where there is nothing that may be shown.

        Raises:
            NotReady: If it takes longer.
        """
        standing = self._store.standing()
        held = self._held(audience)
        if held is not None and held.about.standing == standing:
            return held
        if standing.statements <= _AT_ONCE and self._store.characters() <= _CHARACTERS_AT_ONCE:
            return self._made_at_once(audience)
        making = self._begin(audience)
        if held is not None and self._may_be_shown(held):
            return held
        return self._awaited(audience, making, patience)

    def behind(self, snapshot: Snapshot) -> bool:
        """Has this audience's part of the case moved on since? What it may not see makes no difference."""
        audience = snapshot.about.audience
        if snapshot.about.standing == self._store.standing():
            return False
        since = audience.view(self._store).since(snapshot.about.upto or _EVER, limit=1)
        return bool(since.reports.total or since.statements or since.judgements.total)

    def close(self) -> None:
        """Let go of the files, and stop what is being made."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
        for snapshot in self._open.values():
            snapshot.close()

    def _place(self, audience: Audience) -> Path:
        return self._folder / f"{audience.key}.sqlite"

    def _held(self, audience: Audience) -> Snapshot | None:
        with self._lock:
            if (held := self._open.get(audience)) is not None:
                self._open.move_to_end(audience)
                return held
        return self._load(audience)

    def _load(self, audience: Audience) -> Snapshot | None:
        place = self._place(audience)
        if not place.exists():
            return None
        try:
            snapshot = Snapshot(place)
            about: About = snapshot.about
        except (msgspec.MsgspecError, sqlite3.DatabaseError):
            return None  # of another form, or damaged: it is a cache, and is made anew
        if (about.form, about.program, about.audience) != (FORM, __version__, audience):
            return None
        return self._keep(audience, snapshot)

    def _keep(self, audience: Audience, snapshot: Snapshot) -> Snapshot:
        with self._lock:
            self._open[audience] = snapshot
            self._open.move_to_end(audience)
            while len(self._open) > _KEPT:
                self._open.popitem(last=False)
        return snapshot

    def _making(self, audience: Audience) -> _Making:
        with self._lock:
            return self._makings.setdefault(audience, _Making())

    def _made_at_once(self, audience: Audience) -> Snapshot:
        with self._making(audience).lock:
            standing = self._store.standing()
            held = self._held(audience)
            if held is not None and held.about.standing == standing:
                return held  # another request was faster
            make_snapshot(self._place(audience), gather(audience.view(self._store)), audience, standing)
            return self._keep(audience, Snapshot(self._place(audience)))

    def _begin(self, audience: Audience) -> _Making:
        making = self._making(audience)
        with making.lock:
            now = time.monotonic()
            if making.future is not None and making.future.done():
                took = making.ended - making.started
                well = self._finished(audience, making.future)
                making.not_before = making.ended + (_REST * took if well else _AGAIN)
                making.future = None
            if making.future is None and now >= making.not_before:
                making.started = now
                making.future = self._submit(audience)
                making.future.add_done_callback(making.end)
        return making

    def _submit(self, audience: Audience) -> Future[None]:
        with self._lock:
            if self._pool is None:
                self._pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_be_nice)
            try:
                return self._pool.submit(build_from, self._case, audience, str(self._place(audience)))
            except BrokenProcessPool:  # somebody killed it: the next one starts afresh
                self._pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_be_nice)
                return self._pool.submit(build_from, self._case, audience, str(self._place(audience)))

    def _finished(self, audience: Audience, future: Future[None]) -> bool:
        if future.cancelled() or future.exception() is not None:
            return False
        self._keep(audience, Snapshot(self._place(audience)))
        return True

    def _awaited(self, audience: Audience, making: _Making, patience: float) -> Snapshot:
        future = making.future
        try:
            if future is not None:
                future.result(timeout=patience)
        except (WaitedInVain, BrokenProcessPool):
            future = None
        if future is None:
            msg = "the findings are being put together; this page opens by itself when they are there"
            raise NotReady(msg)
        self._begin(audience)
        held = self._held(audience)
        if held is None or not self._may_be_shown(held):
            msg = "the findings are being put together once more; this page opens by itself when they are there"
            raise NotReady(msg)
        return held

    def _may_be_shown(self, snapshot: Snapshot) -> bool:
        """Is everything that was marked, retired or confined since still there for its audience?"""
        touched = self._store.touched_since(snapshot.about.standing)
        shown = snapshot.holds_any(touched)
        if not shown:
            return True
        return shown <= self._visible(snapshot.about.audience, shown)

    def _visible(self, audience: Audience, things: set[str]) -> set[str]:
        view = audience.view(self._store)
        return {each for each in things if _is_held(view, each)}


def _is_held(view: View, thing: str) -> bool:
    for look in (view.statement, view.report):
        try:
            look(thing)
        except NotInCase:
            continue
        return True
    return False


def _be_nice() -> None:
    # People wait for pages; nobody waits for this one.
    if hasattr(os, "nice"):
        os.nice(10)
