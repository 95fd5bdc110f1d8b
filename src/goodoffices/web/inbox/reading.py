"""Reading one job: what was handed in becomes reports, each added to the case as soon as it is read."""

from __future__ import annotations

import contextlib
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import Marking, Rejection, Report, make_report
from goodoffices.record.store import Store
from goodoffices.web.moments import now

from .claims import Claim, Claims
from .job import Fallen, Given, Taken

if TYPE_CHECKING:
    from goodoffices.read.ingest.handed import Handed

__all__ = ["read_claim"]

_DEADLY = "ended two processes that read it (perhaps out of memory); split it, or hand in its text alone"


def read_claim(claim: Claim, claims: Claims, store: Store, *, public: bool) -> None:
    """Read a job.

    Args:
        claim: What is read.
        claims: Where it is kept what came of it.
        store: The case that the reports are added to.
        public: Fetch addresses from the public network alone.
    """
    if "" in claim.deadly:
        _refuse(Rejection(claim.given.name, _DEADLY), claim, claims, store)
        claims.finish(claim)
        return
    with _handed(claim, public=public) as found:
        for each in found:
            if isinstance(each, Rejection):
                _refuse(each, claim, claims, store)
            elif each.path in claim.deadly:
                _refuse(Rejection(each.path, _DEADLY), claim, claims, store)
            elif each.id not in claim.done:
                claims.begin(claim, each.path)
                _read(each, claim, claims, store)
            claims.begin(claim, "")
    claims.finish(claim)


def _read(report: Report, claim: Claim, claims: Claims, store: Store) -> None:
    from goodoffices.read.reading import read_taken  # noqa: PLC0415  spaCy: only where something is read
    from goodoffices.read.rules import RulesReader  # noqa: PLC0415  the same

    given = claim.given
    for read in read_taken([report], (RulesReader(),)):
        if isinstance(read, Rejection):
            _refuse(read, claim, claims, store)
            continue
        moment = now()
        with store.together() as writer:
            added = writer.add(report, read.statements, at=moment, rejections=read.rejections, by=given.by)
            if given.circle and not added.known:
                writer.confine(report.id, given.circle, by=given.by, why="handed in for this circle", at=moment)
        known = added.known and not _added_before(store, report.id, claim, claims)
        taken = Taken(report=report.id, title=report.title, statements=len(read.statements), known=known)
        claims.took(claim, taken)
        for left in (each for each in read.rejections if each.what == report.path):
            claims.fell(claim, Fallen(left.what, left.reason))  # it was not read to its end


def _added_before(store: Store, report: str, claim: Claim, claims: Claims) -> bool:
    """Was it added for this very job, by a process that died before it could say so?"""
    if claims.taken_elsewhere(claim, report):
        return False
    given = claim.given
    lines = store.audit_log(target=report, act="add", newest_first=True, limit=1)
    return bool(lines) and lines[0].by == given.by and lines[0].at >= given.at


def _refuse(rejection: Rejection, claim: Claim, claims: Claims, store: Store) -> None:
    claims.fell(claim, Fallen(rejection.what, rejection.reason))
    # The record has no walls around rejections: what is meant for one circle is told to the case's keepers there.
    marking = Marking.RED if claim.given.circle else claim.given.marking
    store.reject(rejection, at=now(), marking=marking, by=claim.given.by)


@contextlib.contextmanager
def _handed(claim: Claim, *, public: bool) -> Iterator[Iterator[Report | Rejection]]:
    """Take the reports out of what was handed in."""
    from goodoffices.read.ingest.handed import Handed  # noqa: PLC0415  parsers: only where something is read

    given = claim.given
    if given.kind == "link":
        with _reach(public=public):
            yield _ingested(given.url, given)
    elif given.kind == "text":
        yield _ingested(Handed(name=given.name, data=claim.content, media="text/plain"), given)
    elif not claim.sidecar:
        yield _ingested(Handed(name=given.name, data=claim.content), given)
    else:
        with tempfile.TemporaryDirectory(prefix="goodoffices-") as folder:
            place = _beside_sidecar(claim, Path(folder))
            found = _ingested(Handed(name=given.name, path=place), given)
            yield (_renamed(each, place, given) if isinstance(each, Rejection) else each for each in found)


@contextlib.contextmanager
def _reach(*, public: bool) -> Iterator[None]:
    from goodoffices.read.ingest.reach import public_network_only  # noqa: PLC0415  as above

    with public_network_only() if public else contextlib.nullcontext():
        yield


def _ingested(source: str | Handed, given: Given) -> Iterator[Report | Rejection]:
    from goodoffices.read.ingest import ingest  # noqa: PLC0415  as above

    taken = ingest([source], published=given.published, outlet=given.outlet or None, marking=given.marking)
    yield from (each if isinstance(each, Rejection) else _named(each, given) for each in taken)


def _named(report: Report, given: Given) -> Report:
    """Give a text the title and the address that were said of it; they are part of where it comes from."""
    if given.kind != "text" or not (given.title or given.url):
        return report
    return make_report(
        report.text,
        path=report.path,
        title=given.title or report.title,
        published=report.published,
        outlet=report.outlet,
        author=report.author,
        url=given.url or report.url,
        language=report.language,
        marking=report.marking,
        layout=report.layout,
    )


_PLAIN_NAME = "report"


def _beside_sidecar(claim: Claim, folder: Path) -> Path:
    """Put a file into a folder of its own with what its ``meta.json`` says of it, under a name of ours."""
    name = claim.given.name
    ending = Path(name).suffix
    place = folder / f"{_PLAIN_NAME}{ending if ending.isascii() and ending[1:].isalnum() else ''}"
    place.write_bytes(claim.content)
    (folder / "meta.json").write_bytes(_said_of(claim.sidecar, name, place.name))
    return place


def _renamed(rejection: Rejection, place: Path, given: Given) -> Rejection:
    what = "meta.json" if rejection.what.startswith(str(place.parent)) else rejection.what
    return Rejection(what, rejection.reason.replace(repr(place.name), repr(given.name)))


def _said_of(sidecar: bytes, name: str, called: str) -> bytes:
    """Leave of a ``meta.json`` what it says of one file; one that cannot be read stays as it is."""
    try:
        table = json.loads(sidecar)
    except (ValueError, RecursionError):
        return sidecar
    if not isinstance(table, dict):
        return sidecar
    return msgspec.json.encode({called: table[name]} if name in table else {})
