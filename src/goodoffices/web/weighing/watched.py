"""The right end of the thread for one audience: obligations, incidents that bear on them, what was found of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING
from urllib.parse import quote

import msgspec

from goodoffices.brief.build.phrases import clip, day_words
from goodoffices.draft.linking import slug
from goodoffices.web.asking import Asking
from goodoffices.web.watching.apart import await_counts

from .spine import Spine, issue_key
from .thread import Link, Node

if TYPE_CHECKING:
    from goodoffices.watch import Ledger
    from goodoffices.watch.agreement import Obligation
    from goodoffices.watch.book.seen import Seen
    from goodoffices.watch.log import Entry, Happening

__all__ = ["Watched", "watched_of"]

_INCIDENTS = 24
"""Incidents that are shown of one obligation: the latest."""


class Watched(msgspec.Struct, frozen=True, kw_only=True):
    """What is watched.

    Attributes:
        nodes: Obligations, incidents, findings.
        links: What leads to what, from options, provisions and issues on.
        incidents: How many incidents bear on each obligation, shown or not.
        missing: Why there is nothing, or "".
    """

    nodes: tuple[Node, ...] = ()
    links: tuple[Link, ...] = ()
    incidents: dict[str, int] = {}
    missing: str = ""


def watched_of(who: Asking, spine: Spine, incident: str = "") -> Watched:
    """Take from the watch book what one may see.

    Args:
        who: Who asks.
        spine: What obligations answer.
        incident: An incident that is among those shown, however long ago it was.
    """
    seen = _seen(who)
    if seen is None:
        return Watched(missing="no agreement is watched here")
    await_counts(seen)
    return _Making(seen, spine, incident).made()


def _seen(who: Asking) -> Seen | None:
    from goodoffices.record import InputError  # noqa: PLC0415  beside their only use
    from goodoffices.watch.book import Book  # noqa: PLC0415  tables are heavy
    from goodoffices.watch.book.seen import Seen  # noqa: PLC0415  the same
    from goodoffices.watch.viewer import Viewer  # noqa: PLC0415  the same

    if not (who.bench.desk.book / "agreement.yaml").is_file():
        return None
    try:
        return Seen(Book(who.bench.desk.book), None, Viewer.of(who.audience.marking, who.audience.circles))
    except InputError:
        return None  # nothing of it may be shown to them, or it cannot be read: its own page says so to whoever may


class _Making:
    def __init__(self, seen: Seen, spine: Spine, incident: str) -> None:
        self._seen, self._spine, self._incident = seen, spine, incident
        self._nodes: dict[tuple[str, str], Node] = {}
        self._links: dict[Link, None] = {}
        self._counts: dict[str, int] = {}

    def made(self) -> Watched:
        obligations = self._seen.agreement.obligations
        for each in obligations:
            self._obligation(each)
        named = self._findings({each.id for each in obligations})
        self._incidents(obligations, named)
        return Watched(nodes=tuple(self._nodes.values()), links=tuple(self._links), incidents=self._counts)

    def _obligation(self, each: Obligation) -> None:
        under = ", ".join(each.owes) if each.owes else self._seen.agreement.name
        href = f"/watch/obligations/{quote(each.id)}"
        node = Node(column="obligation", id=each.id, says=clip(each.words or each.act, 160), under=under, href=href)
        self._nodes[node.key] = node
        for left in self._left_of(each):
            self._links[Link(left, node.key)] = None

    def _left_of(self, each: Obligation) -> Iterator[tuple[str, str]]:
        title = slug(self._seen.agreement.name)
        if each.provision:
            for asked in ((each.provision, ""), (each.provision, title)):
                if (found := self._spine.provisions.get(asked)) is not None:
                    yield found
        if each.issue:
            own = slug(each.issue)
            if each.option and (option := self._spine.options.get((own, slug(each.option)))) is not None:
                yield option
            yield self._spine.options.get((own, ""), issue_key(each.issue))

    def _findings(self, known: set[str]) -> dict[str, dict[str, None]]:
        """What was found of obligations; obligation -> the incidents that it rests on."""
        from goodoffices.watch.log import Finding, Happening, What  # noqa: PLC0415  beside their only use

        told = {What.PERFORMED: "done", What.BREACHED: "breached", What.REMEDIED: "put right"}
        named: dict[str, dict[str, None]] = {}
        found: list[tuple[dt.date, Node, Entry, str]] = []
        for key, entry in self._seen.log.entries.items():
            if isinstance(entry, Finding):
                about, words, day = entry.obligation, entry.verdict.value, entry.last
            elif isinstance(entry, Happening) and entry.what in told:
                about, words, day = entry.subject, told[entry.what], entry.latest.date()
                words = words if self._settles(entry) else f"said to be {words}"
            else:
                continue
            obligation = about.split("/", 1)[0]
            if obligation in known:
                found.append((day, _found_node(key, entry, words, day, obligation), entry, obligation))
        for _, node, entry, obligation in sorted(found, key=lambda each: (each[0], each[1].id), reverse=True):
            self._nodes[node.key] = node
            self._links[Link(("obligation", obligation), node.key)] = None
            for incident in getattr(entry, "incidents", ()):
                named.setdefault(obligation, {})[incident] = None
                self._links[Link(("incident", incident), node.key)] = None
        return named

    def _settles(self, entry: Happening) -> bool:
        """Does a happening change what holds, or is it somebody's claim?"""
        from goodoffices.watch.course.story import is_established  # noqa: PLC0415  beside its only use

        things = {each.id: each for each in self._seen.agreement.obligations}
        thing = things.get(entry.subject.split("/", 1)[0])
        return thing is not None and is_established(entry, thing, self._seen.agreement.parties)

    def _incidents(self, obligations: Iterable[Obligation], named: dict[str, dict[str, None]]) -> None:
        ledger = self._seen.counted
        rows_of = ledger.rows_of({name for each in named.values() for name in each} | {self._incident} - {""})
        for each in obligations:
            rows = ledger.select(kinds=each.incidents, zones=each.zones).tolist() if each.incidents else []
            cited = [rows_of[name] for name in named.get(each.id, ()) if name in rows_of]
            self._counts[each.id] = len(set(rows) | set(cited))
            shown = [*cited, *rows[::-1][:_INCIDENTS]]
            if self._incident in rows_of and rows_of[self._incident] in set(rows):
                shown.append(rows_of[self._incident])
            for row in dict.fromkeys(shown):
                node = _incident_node(ledger, row)
                self._nodes.setdefault(node.key, node)
                self._links[Link(("obligation", each.id), node.key)] = None
        if self._incident in rows_of:
            alone = _incident_node(ledger, rows_of[self._incident])
            self._nodes.setdefault(alone.key, alone)


def _found_node(key: str, entry: Entry, words: str, day: dt.date, obligation: str) -> Node:
    by = entry.by or "nobody named"
    says = f"{words.capitalize()}, as of {day_words(day)}"
    return Node(column="compliance", id=key, says=says, under=by, href=f"/watch/obligations/{quote(obligation)}")


def _incident_node(ledger: Ledger, row: int) -> Node:
    day = dt.datetime.fromtimestamp(int(ledger.minutes[row]) * 60, tz=dt.UTC).date()
    kind = ledger.kinds[row].replace("_", " ") or "incident"
    place = ledger.places[row] or ledger.regions[row]
    id_ = str(ledger.ids[row])
    says = f"{kind.capitalize()}{', ' + clip(place, 60) if place else ''}"
    return Node(column="incident", id=id_, says=says, under=day_words(day), href=f"/watch/incidents/{quote(id_)}")
