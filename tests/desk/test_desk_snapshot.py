"""A snapshot: what it finds, in which order, page by page, and how a list shows what many sentences bear out."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from goodoffices.brief.model.entry import Entry
from goodoffices.desk.audience import Audience
from goodoffices.desk.building import day_of, make_snapshot
from goodoffices.desk.gathered import gather
from goodoffices.desk.glimpse import glimpse
from goodoffices.desk.query import ORDERS, Query
from goodoffices.desk.snapshot import Snapshot
from goodoffices.record import (
    ActorContent,
    Marking,
    PositionContent,
    Report,
    Statement,
    actor_id,
    make_report,
    make_statement,
)
from goodoffices.record.store import create_case

AT = dt.datetime(2026, 5, 1, 12, tzinfo=dt.UTC)
TARN, VOSS = actor_id("state", "Tarn"), actor_id("state", "Voss")
WHOLE = Audience.of(Marking.RED, ())


def _report(number: int) -> tuple[Report, list[Statement]]:
    """A report in which both states say something of their own, and Tarn what it says in each."""
    day = dt.date(2026, 4, 1) + dt.timedelta(days=number % 9)
    said = (
        (TARN, "Tarn demanded the bridge.", "the bridge", "sovereignty"),
        (TARN, f"Tarn demanded quarry {number}.", f"quarry {number}", "sovereignty"),
        (VOSS, f"Voss rejected amnesty {number}.", f"amnesty {number}", "justice"),
    )
    text = "\n".join(sentence for _, sentence, _, _ in said)
    report = make_report(text, title=f"Day {number}", outlet="The Ferry", published=day, path=f"{number}.txt")
    made = []
    for party, sentence, wanted, issue in said:
        start = text.index(sentence)
        span = report.evidence(start, start + len(sentence))
        stance = "demands" if party == TARN else "rejects"
        content = PositionContent(party=party, issue=issue, stance=stance, text=wanted)
        made.append(make_statement(content, (span,), reader="made/1", basis="made"))
        name = "Tarn" if party == TARN else "Voss"
        named = report.evidence(start, start + len(name))
        made.append(make_statement(ActorContent(actor=party, name=name, kind="state"), (named,), reader="made/1"))
    return report, made


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """The findings of thirty reports."""
    folder = tmp_path_factory.mktemp("snapshot")
    with create_case(folder / "bridge.goodoffices") as store:
        for number in range(30):
            report, statements = _report(number)
            store.add(report, statements, at=AT + dt.timedelta(minutes=number))
        place = folder / "made.sqlite"
        make_snapshot(place, gather(WHOLE.view(store)), WHOLE, store.standing())
    return Snapshot(place)


def _all(snapshot: Snapshot, query: Query, limit: int) -> list[Entry]:
    found: list[Entry] = []
    after: str | None = None
    while True:
        page = snapshot.find(query, limit=limit, after=after)
        found += page.entries
        if page.after is None:
            return found
        after = page.after


QUERIES = (
    Query(),
    Query(kind="position"),
    Query(party=TARN),
    Query(party=TARN, kind="position"),
    Query(issue="justice", kind="position", party=VOSS),
    Query(text="quarry"),
    Query(text="quarry", party=TARN, first=dt.date(2026, 4, 3)),
    Query(stance="rejects"),
    Query(text="amnesty", stance="demands"),
)


def _asked(entry: Entry, query: Query) -> bool:
    words = " ".join((entry.says, *(each.quote for each in entry.evidence))).casefold()
    stance = entry.content.stance if isinstance(entry.content, PositionContent) else ""
    return (
        query.kind in {"", entry.kind}
        and (not query.party or query.party in entry.parties)
        and (not query.issue or query.issue in entry.issues)
        and query.stance in {"", stance}
        and query.text in words
        and (query.first is None or day_of(entry) >= query.first.isoformat())
    )


@pytest.mark.parametrize("query", QUERIES, ids=range(len(QUERIES)))
def test_a_query_finds_what_it_asks_for_and_counts_it(snapshot: Snapshot, query: Query) -> None:
    """Found one by one in all that there is; the count and each tally say as much."""
    expected = {each.id for each in _all(snapshot, Query(), 500) if _asked(each, query)}
    assert {each.id for each in _all(snapshot, query, 500)} == expected
    assert snapshot.find(query).total == len(expected)
    assert sum(snapshot.tally(query, "kind").values()) == len(expected)
    by_party = snapshot.tally(query, "party")
    assert by_party.get(TARN, 0) == len([1 for each in _all(snapshot, query, 500) if TARN in each.parties])


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("query", QUERIES, ids=range(len(QUERIES)))
def test_pages_of_any_order_hold_each_finding_once(snapshot: Snapshot, query: Query, order: str) -> None:
    """Seven at a time, the pages give the same as one page of all."""
    ordered = msgspec.structs.replace(query, order=order)
    at_once = [each.id for each in _all(snapshot, ordered, 500)]
    assert [each.id for each in _all(snapshot, ordered, 7)] == at_once
    assert len(set(at_once)) == len(at_once)
    assert [each.id for each in snapshot.some(ordered, limit=3)] == at_once[:3]


def test_orders_are_what_they_say(snapshot: Snapshot) -> None:
    """The newest first by day, those of a day as the record has them; the oldest the other way round."""
    newest = _all(snapshot, Query(), 500)
    record = {each.id: place for place, each in enumerate(_all(snapshot, Query(order="record"), 500))}
    assert newest == sorted(newest, key=lambda each: ([-ord(c) for c in day_of(each)], record[each.id]))
    oldest = _all(snapshot, Query(order="oldest"), 500)
    assert [day_of(each) for each in oldest] == sorted(day_of(each) for each in oldest)
    sources = [each.sources for each in _all(snapshot, Query(order="sources"), 500)]
    assert sources == sorted(sources, reverse=True)


def test_a_list_shows_the_first_of_much_evidence_and_says_how_much_there_is(snapshot: Snapshot) -> None:
    """The bridge is demanded in thirty reports: a list names the first, and counts all; its own page has them."""
    query = Query(text='"the bridge"', kind="position")
    (whole,), (short,) = snapshot.find(query).entries, snapshot.glimpses(query).entries
    assert len(whole.evidence) == whole.cited == 30
    assert len(short.evidence) < 30
    assert (short.id, short.cited, short.worded, short.sources) == (whole.id, 30, whole.worded, whole.sources)
    assert short.passages[0].count == 30
    assert len(short.passages[0].places) < 30
    assert snapshot.finding(whole.id) == whole


def test_what_is_short_stays_whole(snapshot: Snapshot) -> None:
    """A finding with a sentence or two is shown as it is."""
    (entry,) = snapshot.glimpses(Query(text='"quarry 7"', kind="position")).entries
    assert entry.cut is None
    assert entry == snapshot.finding(entry.id) == glimpse(entry)


def test_a_report_knows_where_its_findings_stand(snapshot: Snapshot) -> None:
    """Each with the stretches of this report alone that bear it out."""
    report, _ = _report(4)
    found, disputes = snapshot.of_report(report.id)
    assert not disputes
    words = {report.text[start:end] for each in found for start, end in each.spans}
    assert {"Tarn demanded the bridge.", "Tarn demanded quarry 4.", "Voss rejected amnesty 4.", "Tarn"} <= words
    assert all(report.text[start:end] for each in found for start, end in each.spans)


def test_statements_lead_to_the_findings_that_rest_on_them(snapshot: Snapshot) -> None:
    """And to no others; what is no statement leads nowhere."""
    _, statements = _report(11)
    (entry,) = snapshot.find(Query(text='"quarry 11"', kind="position")).entries
    resting = snapshot.rested_on([each.id for each in statements] + ["s-nothing"])
    assert resting[entry.id] == set(entry.statements)
    assert {each.id for each in snapshot.resting_on(entry.statements)} == {entry.id}
