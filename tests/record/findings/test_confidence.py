"""How sure a finding is."""

from __future__ import annotations

import datetime as dt
import doctest
import tomllib
from importlib import resources
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsroom import Newsroom, only

from goodoffices.record import (
    KINDS,
    ActorContent,
    EventContent,
    Interval,
    IssueStatusContent,
    MechanismContent,
    MeetingContent,
    PlanContent,
    PositionContent,
    QuoteContent,
    RoleContent,
    Statement,
    Verdict,
    WithheldContent,
    make_judgement,
    make_report,
    make_statement,
)
from goodoffices.record.findings.confidence import confidence, weights
from goodoffices.record.findings.signs import signs_of

CONTENTS = (
    ActorContent(actor="a-1", name="Chad", kind="state"),
    RoleContent(actor="a-1", title="foreign minister", of="a-2"),
    MeetingContent(participants=("a-1", "a-2"), place="Doha", status="planned"),
    PositionContent(party="a-1", issue="territory", stance="demands", text="a border", firm=True),
    QuoteContent(speaker="a-1", text="We will sign.", direct=True),
    PlanContent(name="the plan"),
    MechanismContent(name="a joint committee", kind="monitoring", trigger="once the guns are silent"),
    IssueStatusContent(issue="ceasefire", status="open"),
    EventContent(kind="violence", actors=("a-1",), text="shelling killed four"),
    WithheldContent(text="the annex stays secret"),
)
SENTENCES = ("They met.", "He could not say whether the border, as it stands, would stay.", "Chad wants a border.", "!")
BASES = ("", "verb 'demand'", "cell of a matrix", "cue 'say'; named by 'committee'", "it's a rule of its own")

statements = st.builds(
    lambda content, sentence, basis, named, when, reader: make_statement(
        content,
        (make_report(sentence, path="a.txt", title="a").evidence(0, len(sentence)),),
        reader=reader,
        said_by="a-3" if named else None,
        when=Interval(dt.date(2026, 1, 1), dt.date(2026, 1, 1)) if when else None,
        basis=basis,
    ),
    st.sampled_from(CONTENTS),
    st.sampled_from(SENTENCES),
    st.sampled_from(BASES),
    st.booleans(),
    st.booleans(),
    st.sampled_from(("rules-en/1", "other/2", "other/2 + rules-en/1")),
)


@given(st.lists(statements, min_size=1, max_size=5), st.integers(1, 50))
def test_it_is_a_probability_and_never_certain(told: list[Statement], sources: int) -> None:
    """Whatever is said, however often: between the floor and the ceiling, and neither 0 nor 1."""
    assert 0 < weights().floor <= confidence(told, sources) <= weights().ceiling < 1


@given(st.lists(statements, min_size=1, max_size=4), st.integers(1, 30), st.integers(0, 30))
def test_more_sources_never_make_a_finding_less_sure(told: list[Statement], sources: int, more: int) -> None:
    """Confidence rises, or stays, with the number of independent sources."""
    assert confidence(told, sources + more) >= confidence(told, sources)


@given(st.lists(statements, min_size=1, max_size=4), statements)
def test_what_bears_a_finding_out_never_makes_it_less_sure(told: list[Statement], another: Statement) -> None:
    """One more statement, of whatever reader and in whatever words, takes nothing away."""
    assert confidence([*told, another], 2) >= confidence(told, 1)


@given(st.lists(statements, min_size=1, max_size=4).flatmap(lambda s: st.tuples(st.just(s), st.permutations(s))))
def test_the_order_of_statements_changes_nothing(pair: tuple[list[Statement], list[Statement]]) -> None:
    """The same statements in any order: the same confidence."""
    one, other = pair
    assert confidence(one, 1) == confidence(other, 1)


def test_two_sources_are_surer_than_one() -> None:
    """The weight of a source is above 0: not only never less sure, but surer."""
    told = [make_statement(CONTENTS[3], (make_report("A.", path="a", title="a").evidence(0, 2),), reader="rules-en/1")]
    assert confidence(told, 2) > confidence(told, 1)


def test_readers_that_agree_are_surer_than_either() -> None:
    """Found by two readers beats found by the measured one, and that beats found by one that was never measured."""
    span = (make_report("Chad wants a border.", path="a", title="a").evidence(0, 20),)
    alone, other, both = (
        confidence([make_statement(CONTENTS[3], span, reader=reader)], 1)
        for reader in ("rules-en/1", "other/2", "other/2 + rules-en/1")
    )
    assert other < alone < both


@pytest.mark.parametrize("content", CONTENTS, ids=lambda content: type(content).__name__)
def test_every_kind_has_a_weight_and_signs_of_its_own(content: PositionContent) -> None:
    """Each kind is weighed: its signs carry its name, and its own weight is in the data."""
    told = make_statement(content, (make_report("A.", path="a", title="a").evidence(0, 2),), reader="rules-en/1")
    signs = signs_of(told)
    assert all(name.partition("/")[0] == told.kind for name in signs)
    assert told.kind in signs
    assert told.kind in weights().signs


def test_the_weights_speak_of_kinds_that_there_are() -> None:
    """No weight is left over from a kind that was renamed."""
    assert {name.partition("/")[0] for name in weights().signs} == set(KINDS)


def test_the_weights_are_all_that_the_file_has() -> None:
    """The data file decodes strictly: no key is misspelt, and nothing that helps may count against a finding."""
    from goodoffices.record import findings  # noqa: PLC0415  its package holds the data

    file = resources.files(findings).joinpath("data/confidence.toml")
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    assert set(table) == set(type(weights()).__struct_fields__)
    assert min(weights().source, weights().statement, weights().reader) >= 0
    assert weights().unmeasured <= 0


def test_what_analysts_say_leaves_the_readers_confidence_as_it_is(room: Newsroom) -> None:
    """Confidence is the reader's; the verdict stands beside it."""
    draft = room.report("a", "2026-01-05")
    place = draft.position(draft.actor("Chad"), "territory", "demands", "a border on the river")
    judged = make_judgement(
        room.statement(draft, place).id, Verdict.CONFIRM, by="ana", at=dt.datetime(2026, 1, 6, tzinfo=dt.UTC)
    )
    before, after = only(room.build(), "position"), only(room.build(judgements=[judged]), "position")
    assert (before.verdict, after.verdict) == (Verdict.NO_JUDGEMENT, Verdict.CONFIRM)
    assert before.confidence == after.confidence


def test_an_unknown_sign_weighs_nothing() -> None:
    """A rule that is newer than the weights leaves a finding as sure as its other signs make it."""
    told = make_statement(
        CONTENTS[3], (make_report("A.", path="a", title="a").evidence(0, 2),), reader="rules-en/1", basis="verb 'want'"
    )
    newer = msgspec.structs.replace(told, basis="a rule that nobody has measured")
    known = weights().signs.get("position/basis=verb", 0.0)
    assert weights().of_statement(told) - weights().of_statement(newer) == pytest.approx(known)


def test_the_example_on_the_page_runs() -> None:
    """What docs/explanation/confidence.md shows is what the program does."""
    page = Path(__file__).resolve().parents[3] / "docs" / "explanation" / "confidence.md"
    result = doctest.testfile(str(page), module_relative=False)
    assert result.attempted > 0
    assert result.failed == 0
