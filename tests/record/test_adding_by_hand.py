"""What the readers missed, added by hand: the one rule, whatever way it comes in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.record import (
    ActorContent,
    EvidenceError,
    Findings,
    InputError,
    Marking,
    MeetingContent,
    NotInCase,
    PositionContent,
    Report,
    UnknownActors,
    Verdict,
    actor_id,
    make_judgement,
    make_report,
    make_statement,
)
from goodoffices.record.adding import Addition, add_by_hand
from goodoffices.record.export import export_case, import_case
from goodoffices.record.findings import build
from goodoffices.record.introducing import KnownActor
from goodoffices.record.pointing import LONGEST, pointed_at
from goodoffices.record.saying import CONTENTS, Proposal
from goodoffices.record.statement import KINDS
from goodoffices.record.store import Store, create_case
from goodoffices.record.verify import verify
from goodoffices.record.view import View

AT = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
LATER = dt.datetime(2026, 3, 5, 9, 30, 0, 77, tzinfo=dt.UTC)
HILL, COAST = actor_id("state", "Hillmark"), actor_id("state", "Coastria")
TEXT = (
    "Talks at the mill 🌾\n\nHillmark met the envoys.  It will never give\nup the weir. "
    "Coastria was not there. It was not there."
)
WORDS = "It will never give up the weir."
SAYS = {"party": "Hillmark", "issue": "territory", "stance": "rejects"}


def _report(text: str = TEXT, *, marking: Marking = Marking.CLEAR, day: int = 1) -> Report:
    return make_report(
        text,
        path=f"{day}.txt",
        title=f"Mill {day}",
        outlet="Mill Post",
        published=dt.date(2026, 3, day),
        marking=marking,
    )


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A case of a report that names Hillmark, and a RED one that names Coastria."""
    with create_case(tmp_path / "mill.goodoffices") as opened:
        report = _report()
        hill = make_statement(
            ActorContent(actor=HILL, name="Hillmark", kind="state", aliases=("the Hills",)),
            (report.evidence(21, 29),),
            reader="made/1",
        )
        opened.add(report, [hill], at=AT)
        secret = _report("Coastria offers a deal.", marking=Marking.RED, day=2)
        coast = ActorContent(actor=COAST, name="Coastria", kind="state")
        opened.add(secret, [make_statement(coast, (secret.evidence(0, 8),), reader="made/1")], at=AT)
        yield opened


def _mill(store: Store) -> Report:
    return next(each for each in store.view(Marking.RED).reports() if each.title == "Mill 1")


def _findings(view: View) -> Findings:
    return build(view.reports(), view.statements(), judgements=view.judgements())


def _add(
    store: Store, audience: Marking = Marking.RED, *, by: str = "Ana", at: dt.datetime = LATER, **more: Any
) -> Addition:
    view = store.view(audience)

    def look(word: str) -> tuple[KnownActor, ...]:
        found = ((each, each.content) for each in _findings(view).findings if isinstance(each.content, ActorContent))
        return tuple(
            KnownActor(id=said.actor, name=said.name, statements=each.statements)
            for each, said in found
            if word in {said.actor, said.name}
        )

    program = more.pop("program", False)
    asked = {"report": _mill(store).id, "kind": "position", "says": SAYS, "words": WORDS, **more}
    return add_by_hand(store, view, Proposal(**asked), by=by, at=at, elsewhere=look, program=program)


def test_it_is_a_statement_with_the_exact_span(store: Store) -> None:
    """Who and when stand with it, the clause is the words themselves, and the case still proves."""
    addition = _add(store, why="overlooked", when="2026-03-01")
    made = store.view(Marking.CLEAR).statement(addition.statement.id)
    (span,) = made.evidence
    assert TEXT[span.start : span.end] == span.quote == "It will never give\nup the weir."
    assert made.content == PositionContent(party=HILL, issue="territory", stance="rejects", text=WORDS)
    assert made.added is not None
    assert (made.added.by, made.added.at, made.added.why) == ("Ana", LATER, "overlooked")
    assert (made.reader, made.basis, addition.known) == ("by-hand/1", "added by hand", False)
    assert made.when is not None
    assert made.when.iso() == "2026-03-01"
    assert verify(store).faults == ()


def test_its_line_stands_in_the_audit_log(store: Store) -> None:
    """Of the same transaction: who, to which report, and how many by hand; taking it out of the record is found out."""
    _add(store)
    line = store.audit_log(newest_first=True, limit=1)[0]
    assert (line.act, line.by, line.target) == ("extend", "Ana", _mill(store).id)
    assert (line.detail["by_hand"], line.detail["statements"]) == (1, 1)


def test_reading_the_report_again_keeps_it(store: Store) -> None:
    """The same report added once more changes nothing, and what another reader finds is put beside it."""
    made = _add(store).statement
    report = _mill(store)
    assert store.add(report, [], at=LATER).known
    read = make_statement(made.content, made.evidence, reader="rules-en/2", said_by=made.said_by, when=made.when)
    assert store.extend(report.id, [read], at=LATER) == 1
    assert read.id != made.id
    (finding,) = _findings(store.view(Marking.RED)).of_kind("position")
    assert set(finding.statements) == {made.id, read.id}
    assert [each.by for each in finding.added] == ["Ana"]


def test_a_person_stands_for_it_until_somebody_says_otherwise(store: Store) -> None:
    """It counts as confirmed; a later word counts more, rejecting drops it, and taking that back brings it back."""
    made = _add(store).statement
    view = store.view(Marking.RED)
    (finding,) = _findings(view).of_kind("position")
    assert (finding.verdict, finding.confidence) == (Verdict.CONFIRM, 0.97)
    later = LATER + dt.timedelta(hours=1)
    unsure = make_judgement(finding.id, Verdict.UNSURE, by="Ben", at=later, statements=finding.statements)
    store.judge(unsure)
    assert _findings(view).of_kind("position")[0].verdict is Verdict.UNSURE
    rejecting = make_judgement(made.id, Verdict.REJECT, by="Ben", at=later + dt.timedelta(hours=1))
    store.judge(rejecting)
    assert _findings(view).of_kind("position") == ()
    store.judge(make_judgement(rejecting.id, Verdict.RETRACT, by="Ben", at=later + dt.timedelta(hours=2)))
    assert len(_findings(view).of_kind("position")) == 1


def test_nobody_stands_for_what_a_program_adds(store: Store) -> None:
    """It is no judgement and not the surest: the readers' odds hold, and it says that a program added it."""
    made = _add(store, by="a model", program=True).statement
    (finding,) = _findings(store.view(Marking.RED)).of_kind("position")
    assert (made.reader, finding.verdict) == ("by-program/1", Verdict.NO_JUDGEMENT)
    assert finding.confidence is not None
    assert finding.confidence < 0.97
    assert finding.added[0].program


def test_adding_to_what_is_there_does_not_rename_it(store: Store) -> None:
    """Links to a finding hold when somebody adds to it by hand."""
    report = _mill(store)
    place = TEXT.index("It will")
    content = PositionContent(party=HILL, issue="territory", stance="rejects", text=WORDS)
    store.extend(report.id, [make_statement(content, (report.evidence(place, place + 20),), reader="made/1")], at=AT)
    (before,) = _findings(store.view(Marking.RED)).of_kind("position")
    for minute in range(8):
        _add(store, by=f"Ana {minute}", at=LATER + dt.timedelta(minutes=minute), when=f"2026-03-0{minute + 1}")
    after = [
        each for each in _findings(store.view(Marking.RED)).findings if set(before.statements) & set(each.statements)
    ]
    assert [each.id for each in after] == [before.id]


def test_the_same_twice_is_known(store: Store) -> None:
    """What the record says of just these words already is not put there again; it is given back."""
    made = _add(store)
    again = _add(store, by="Ben", at=LATER + dt.timedelta(hours=1))
    assert (again.known, again.statement.id) == (True, made.statement.id)
    assert len(store.audit_log(act="extend")) == 1


def test_what_is_hidden_does_not_make_it_known(store: Store) -> None:
    """Somebody who may not see the same statement of another adds their own, and is told nothing."""
    first = _add(store, marking=Marking.RED)
    second = _add(store, Marking.GREEN, by="Gus", at=LATER)
    assert not second.known
    assert second.statement.id != first.statement.id
    shown = store.view(Marking.GREEN).statements("position")
    assert [each.id for each in shown] == [second.statement.id]
    assert verify(store).faults == ()


def test_the_report_that_is_hidden_is_not_there(store: Store) -> None:
    """The words are those of any id that never was."""
    (secret,) = (each for each in store.view(Marking.RED).reports() if each.marking is Marking.RED)
    with pytest.raises(NotInCase) as hidden:
        _add(store, Marking.GREEN, report=secret.id, words="Coastria offers a deal.")
    with pytest.raises(NotInCase) as never:
        _add(store, Marking.GREEN, report="r-never", words="Coastria offers a deal.")
    assert str(hidden.value).replace(secret.id, "X") == str(never.value).replace("r-never", "X")


def test_the_marking_and_circle_of_the_report_hold(store: Store) -> None:
    """It is shown to nobody who may not see the report: marked later or confined later, it goes along."""
    made = _add(store).statement
    store.mark(made.report, Marking.AMBER, at=LATER, by="Ana")
    assert store.view(Marking.GREEN).statements() == ()
    assert store.view(Marking.AMBER).statement(made.id).marking is Marking.AMBER
    store.confine(made.report, "mill track", by="Ana", why="told in it", at=LATER)
    assert store.view(Marking.AMBER).statements_by_id([made.id]) == ()
    assert store.view(Marking.AMBER, circles=("mill track",)).statement(made.id)


def test_an_actor_of_the_report_is_meant_by_any_of_its_names(store: Store) -> None:
    """Its name, another of its names, or its id: nobody is brought in for it."""
    for minute, name in enumerate(("hillmark", "The Hills", HILL)):
        addition = _add(
            store, says={**SAYS, "party": name}, at=LATER + dt.timedelta(minutes=minute), when=f"2026-03-1{minute}"
        )
        assert isinstance(addition.statement.content, PositionContent)
        assert (addition.statement.content.party, addition.introduced) == (HILL, ())


def test_a_new_actor_is_brought_in(store: Store) -> None:
    """Whoever names it says what it is; the place of its name is its evidence where the words have it."""
    says = {"participants": ["Hillmark", "Fenland"], "place": "the mill"}
    with pytest.raises(UnknownActors, match="nobody called 'Fenland'") as error:
        _add(store, kind="meeting", says=says)
    assert error.value.names == ("Fenland",)
    made = _add(store, kind="meeting", says=says, new={"Fenland": "group"})
    assert isinstance(made.statement.content, MeetingContent)
    assert set(made.statement.content.participants) == {HILL, actor_id("group", "Fenland")}
    (brought,) = store.view(Marking.RED).statements_by_id(made.introduced)
    assert isinstance(brought.content, ActorContent)
    assert (brought.content.name, brought.evidence) == ("Fenland", made.statement.evidence)
    assert verify(store).faults == ()


def test_a_name_that_only_a_hidden_report_gives_is_new(store: Store) -> None:
    """Who sees the report must be told nothing: the analyst who knows the name from elsewhere has to stand for it."""
    with pytest.raises(UnknownActors, match="Coastria"):
        _add(store, says={**SAYS, "party": "Coastria"}, words="Coastria was not there.")
    store.mark(_secret(store).id, Marking.CLEAR, at=LATER)
    made = _add(store, says={**SAYS, "party": "Coastria"}, words="Coastria was not there.")
    (brought,) = store.view(Marking.CLEAR).statements_by_id(made.introduced)
    assert brought.evidence[0].quote == "Coastria"
    assert brought.added is not None
    assert brought.added.named
    (actor,) = [each for each in _findings(store.view(Marking.RED)).of_kind("actor") if COAST in str(each.content)]
    assert (len(actor.reports), actor.verdict) == (2, Verdict.NO_JUDGEMENT)


def test_a_name_that_only_a_circle_knows_is_new(store: Store) -> None:
    """What is confined to a circle is not told to those outside of it, whatever the marking."""
    secret = _secret(store)
    store.mark(secret.id, Marking.CLEAR, at=LATER)
    store.confine(secret.id, "the coast", by="Ana", why="theirs", at=LATER)
    with pytest.raises(UnknownActors, match="Coastria"):
        _add(store, says={**SAYS, "party": "Coastria"}, words="Coastria was not there.")


def _secret(store: Store) -> Report:
    return next(each for each in store.view(Marking.RED).reports() if each.title == "Mill 2")


@pytest.mark.parametrize(
    ("more", "wanted"),
    [
        ({"words": "It will never give up the mill."}, "does not hold these words"),
        ({"words": "was not there."}, "more than once"),
        ({"words": ""}, "point at the words"),
        ({"words": "", "start": 5, "end": 4000}, "no stretch of this report"),
        ({"words": "", "start": 19, "end": 21}, "no words in this stretch"),
        ({"words": "x" * (LONGEST + 1)}, "give 2000 at most"),
    ],
)
def test_words_that_are_not_there_are_refused(store: Store, more: dict[str, Any], wanted: str) -> None:
    """With one sentence that says what to do; nothing is written."""
    with pytest.raises(EvidenceError, match=wanted):
        _add(store, **more)
    assert not store.audit_log(act="extend")


@pytest.mark.parametrize(
    ("more", "wanted"),
    [
        ({"kind": "assertion"}, "no findings of the kind 'assertion'"),
        ({"says": {**SAYS, "colour": "red"}}, "a position has no 'colour'"),
        ({"says": {**SAYS, "stance": "hates"}}, "this is no position"),
        ({"says": {**SAYS, "issue": "weirs"}}, "'weirs' is no issue"),
        ({"says": {**SAYS, "party": ""}}, "position"),
        ({"says": {**SAYS, "text": "a\x00b"}}, "no part of any text"),
        ({"says": {**SAYS, "text": "\ud800"}}, "no part of any text"),
        ({"says": {**SAYS, "text": "x" * 3000}}, "3000 characters long"),
        ({"says": {**SAYS, "text": [[[[[["x"]]]]]]}}, "more than any field can"),
        ({"says": {**SAYS, "party": 7}}, "party names actors"),
        ({"says": {**SAYS, "party": "Fen"}, "new": {"Fen": "river"}}, "said to be 'river'"),
        ({"says": {**SAYS, "party": "!!"}, "new": {"!!": "state"}}, "is no name"),
        ({"kind": "meeting", "says": {"participants": []}}, "say the participants of this meeting"),
        (
            {"kind": "plan", "says": {"name": "A plan", "items": [{"text": "x", "issue": "weirs"}]}},
            "this is no plan|no issue",
        ),
        ({"when": "soon"}, "is not a date"),
        ({"when": "2026-03-02/"}, "has no end"),
        ({"when": "2026-03-02/2026-03-01"}, "cannot end"),
        ({"by": " "}, "say who adds it"),
        ({"why": "x" * 501}, "501 characters long"),
    ],
)
def test_what_fits_no_field_is_refused(store: Store, more: dict[str, Any], wanted: str) -> None:
    """With one sentence that says what; nothing is written."""
    with pytest.raises(InputError, match=wanted):
        _add(store, **more)
    assert not store.audit_log(act="extend")


def test_every_kind_can_be_added(store: Store) -> None:
    """Each of those of which findings are made, with the least that it needs, comes to a finding that tells of it."""
    least: dict[str, dict[str, Any]] = {
        "actor": {"name": "The Weir Board", "kind": "organisation", "side": "Hillmark"},
        "role": {"actor": "Ida Moll", "title": "envoy", "of": "Hillmark"},
        "meeting": {"participants": ["Hillmark"]},
        "position": SAYS,
        "quote": {"speaker": "Hillmark", "direct": False},
        "plan": {"name": "the weir plan", "author": "Hillmark", "items": [{"text": "a weir", "issue": "territory"}]},
        "mechanism": {"name": "the weir watch", "kind": "monitoring", "led_by": ["Hillmark"]},
        "issue_status": {"issue": "territory", "status": "blocked"},
        "event": {"kind": "measure"},
        "withheld": {"by": ["Hillmark"]},
    }
    assert set(least) == set(KINDS) <= set(CONTENTS)
    for kind, says in least.items():
        _add(store, kind=kind, says=says, new={"Ida Moll": "person"})
    assert verify(store).faults == ()
    findings = _findings(store.view(Marking.RED))
    assert {each.kind for each in findings.findings if any(a.vouched for a in each.added)} == set(KINDS)
    (quote,) = findings.of_kind("quote")
    assert quote.said_by == HILL


def test_it_goes_along_with_an_export(store: Store, tmp_path: Path) -> None:
    """Who added it and when arrive with it, under the same id, and prove there."""
    made = _add(store, new={"Fen": "group"}, says={**SAYS, "party": "Fen"}).statement
    lines = list(export_case(store))
    with create_case(tmp_path / "other.goodoffices") as other:
        import_case(other, lines, where="mill.jsonl")
        assert other.view(Marking.RED).statement(made.id) == made
        assert verify(other).faults == ()


@given(st.text(alphabet="ab \n\t🌾", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_words_are_found_where_they_stand(text: str, start: int, end: int) -> None:
    """Whatever stretch is written down, with any blanks, is found again at its place; its quote is the text."""
    report = make_report(text, path="a", title="a")
    words = text[start:end]
    if not words.strip() or start >= len(text):
        return
    begin = start + len(words) - len(words.lstrip())
    found = pointed_at(report, words="  ".join(words.split()), start=begin)
    assert text[found.start : found.end] == found.quote
    assert (found.start, found.quote.split()) == (begin, words.split())


def test_hostile_texts_take_no_time() -> None:
    """One word a million times, and words that nearly stand there: each in one pass."""
    report = make_report("a " * 400_000 + "a" * 400_000, path="a", title="a")
    with pytest.raises(EvidenceError):
        pointed_at(report, words="a " * 900 + "b")
    with pytest.raises(EvidenceError, match="more than once"):
        pointed_at(report, words="a " * 900)
    assert pointed_at(report, words="a a", start=4).end == 7
