"""The record: every finding, filtered, searched, judged from the keyboard."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Depends
from fastapi import Query as Asked
from starlette.responses import Response

from goodoffices.brief.build.says import issue_label
from goodoffices.brief.wording import wording
from goodoffices.desk.query import ORDERS, Query
from goodoffices.desk.snapshot import COUNTED, Snapshot
from goodoffices.record import InputError, stances
from goodoffices.web.asking import Reader
from goodoffices.web.overlay import words_since
from goodoffices.web.rendering import fragment, page

__all__ = ["Facet", "Queried", "address_of", "asked_query", "facets", "router"]

router = APIRouter(include_in_schema=False)

_PAGE = 50
_CHOICES = 40
"""Values of a facet that are offered; the rest can be reached by search."""


class Facet(msgspec.Struct, frozen=True):
    """One way to narrow the list down: a field of the query, its name, and its values with their labels and counts."""

    field: str
    label: str
    values: tuple[tuple[str, str, int], ...]


def asked_query(
    kind: str = "",
    issue: str = "",
    party: Annotated[str, Asked(max_length=64)] = "",
    report: Annotated[str, Asked(max_length=64)] = "",
    stance: str = "",
    verdict: str = "",
    marking: str = "",
    q: Annotated[str, Asked(max_length=200)] = "",
    since: Annotated[str, Asked(max_length=40)] = "",
    first: Annotated[str, Asked(alias="from", max_length=20)] = "",
    last: Annotated[str, Asked(alias="to", max_length=20)] = "",
    order: str = "newest",
) -> Query:
    """Read a query from an address.

    Raises:
        InputError: If a value is none.
    """
    return Query(
        kind=kind,
        issue=issue,
        party=party,
        report=report,
        stance=stance,
        verdict=verdict,
        marking=marking,
        text=q.strip(),
        since=_moment(since),
        first=_day(first),
        last=_day(last),
        order=order or "newest",  # type: ignore[arg-type]  # the query checks it
    )


def _moment(text: str) -> dt.datetime | None:
    if not text:
        return None
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        msg = f"{text!r} is no moment; write it as 2026-03-01T12:00:00+00:00"
        raise InputError(msg) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        msg = f"{text!r} is no day; write it as 2026-03-01"
        raise InputError(msg) from None


def facets(snapshot: Snapshot, query: Query) -> tuple[Facet, ...]:
    """Count what a query finds by each way to narrow it down; a field that is chosen counts its alternatives."""
    return tuple(_facet(snapshot, query, field, label) for field, label in _FACETS.items())


_FACETS = {
    "kind": "Kind",
    "issue": "Issue",
    "party": "Party",
    "stance": "Stance",
    "verdict": "Judged",
    "marking": "Release",
}


def _facet(snapshot: Snapshot, query: Query, field: str, label: str) -> Facet:
    counts = snapshot.tally(msgspec.structs.replace(query, order="newest", **{field: ""}), field)
    labels = _labels(snapshot, field)
    chosen = getattr(query, field)
    values = [(value, labels.get(value, value), count) for value, count in counts.items()][:_CHOICES]
    if chosen and chosen not in {value for value, _, _ in values}:
        values.append((chosen, labels.get(chosen, chosen), counts.get(chosen, 0)))
    return Facet(field, label, tuple(values))


def _labels(snapshot: Snapshot, field: str) -> Mapping[str, str]:
    match field:
        case "kind":
            return {kind: words.many for kind, words in wording().kinds.items()}
        case "issue":
            return _Issues()
        case "party":
            return snapshot.brief.names
        case "stance":
            return {each.id: each.label for each in stances().values()}
        case "verdict":
            return {"no-judgement": "by nobody", **{key: text for key, text in wording().verdicts.items() if text}}
        case _:
            return {}


class _Issues(dict[str, str]):
    def get(self, key: str, default: object = None) -> str:  # noqa: ARG002
        return issue_label(key)


Queried = Annotated[Query, Depends(asked_query)]


@router.get("/record")
def record(who: Reader, query: Queried, after: Annotated[str, Asked(max_length=200)] = "") -> Response:
    """The list."""
    snapshot = who.snapshot
    found = snapshot.glimpses(query, limit=_PAGE, after=after or None)
    shown: dict[str, Any] = {
        "here": "/record",
        "asked": query.text,
        "query": query,
        "address": address_of(query),
        "found": found,
        "facets": facets(snapshot, query),
        "orders": ORDERS,
        "counted_up_to": COUNTED,
        "words_given": words_since(who, snapshot, found.entries),
        "behind": who.bench.shelf.behind(snapshot),
        "upto": snapshot.about.upto,
    }
    if who.script:
        return fragment(who, "record_found.html.j2", **shown)
    return page(who, "record.html.j2", **shown)


def address_of(query: Query) -> dict[str, str]:
    """Write a query as the values of an address."""
    values = {
        "kind": query.kind,
        "issue": query.issue,
        "party": query.party,
        "report": query.report,
        "stance": query.stance,
        "verdict": query.verdict,
        "marking": query.marking,
        "q": query.text,
        "since": query.since.isoformat() if query.since else "",
        "from": query.first.isoformat() if query.first else "",
        "to": query.last.isoformat() if query.last else "",
        "order": query.order if query.order != "newest" else "",
    }
    return {name: value for name, value in values.items() if value}
