"""Disagreements that stand in the words of reports alone: denials, counts, two voices in one sentence."""

from __future__ import annotations

import datetime as dt
import itertools
import time

import pytest

from goodoffices.record import (
    ActorContent,
    Disagreement,
    Marking,
    PositionContent,
    Report,
    actor_id,
    make_report,
    make_statement,
)
from goodoffices.record.findings import build


def news(*texts: str, first: dt.date | None = None, marking: Marking = Marking.CLEAR) -> list[Report]:
    """Reports of the texts, a day apart where the first day is given."""
    days = [first + dt.timedelta(days=n) if first else None for n in range(len(texts))]
    return [
        make_report(text, path=f"{n}.txt", title=f"Report {n}", published=day, marking=marking)
        for n, (text, day) in enumerate(zip(texts, days, strict=True))
    ]


def disputes(*texts: str) -> tuple[Disagreement, ...]:
    """The disagreements of reports of which no reader found a statement."""
    return build(news(*texts), []).disagreements


def quotes(found: Disagreement) -> list[str]:
    """The sentences of the sides."""
    return sorted(each.quote for side in found.sides for each in side.evidence)


def test_a_denial_stands_beside_what_it_denies() -> None:
    """ "Oslo has denied this" denies the sentence before, and each side cites its own sentence."""
    (found,) = disputes("Officials said that Oslo had threatened to cut its aid. Oslo has denied this. Rain fell.")
    assert quotes(found) == ["Officials said that Oslo had threatened to cut its aid.", "Oslo has denied this."]
    assert found.about == "Claimed and denied: Officials said that Oslo had threatened to cut its aid"
    assert [side.finding for side in found.sides] == ["", ""]


@pytest.mark.parametrize(
    "text",
    [
        "The road was closed in May. The governor has denied it.",
        "The army rejected the proposal. It rained in Kutum all week.",
        "The minister said the talks went well.\n\nHis party has denied this.",
        'The senator said he would stay out of it.\n\n"No, this is not politics," he told us.',
        'At breakfast the senator said he would stay out of it. "No, this is not politics," he told us.',
        "He denied entry to the convoy. The convoy waited.",
    ],
)
def test_what_denies_no_claim_is_no_disagreement(text: str) -> None:
    """Where nobody says the sentence before, where a proposal is rejected, or over a paragraph, nothing is denied."""
    assert disputes(text) == ()


def test_an_answer_denies_what_the_question_reports() -> None:
    """In a transcript "He is mistaken" and "No" deny what the question says that others say."""
    mistaken = "PRESENTER: The minister says that you dropped the clause.\n\nSILVA: He is mistaken. We want it."
    (found,) = disputes(mistaken)
    assert quotes(found) == ["PRESENTER: The minister says that you dropped the clause.", "SILVA: He is mistaken."]
    asked = "Question: Mr Okoro says that you promised him a port. Did you?\n\nSilva: No. We promised no port."
    (found,) = disputes(asked)
    assert quotes(found) == ["Question: Mr Okoro says that you promised him a port.", "Silva: No. We promised no port."]


def test_a_no_denies_what_another_report_says() -> None:
    """ "Has it stopped the patrols? No." stands against the report that has them stopped, and against no other."""
    asked = "Has the Front suspended the joint patrols?\nNo. It has moved them."
    other = "The Front has suspended the joint patrols, its leaders said. The Front has held joint prayers."
    (found,) = disputes(asked, other)
    assert quotes(found) == ["No. It has moved them.", "The Front has suspended the joint patrols, its leaders said."]
    assert disputes(asked, "The Front has not suspended the joint patrols.") == ()
    assert disputes(asked, "The Front has suspended its newspaper.") == ()
    assert disputes("Will the Front suspend the joint patrols?\nNo. It needs them.", other) == ()


def test_what_was_never_agreed_contradicts_only_that_it_was() -> None:
    """ "Never agreed to leave" contradicts a report of readiness to withdraw, and no mere demand."""
    denial = "According to its envoy, the Union never agreed to leave the harbour of Adre."
    (found,) = disputes("The Union said it was ready to withdraw from the harbour of Adre.", denial)
    assert len(found.sides) == 2
    assert disputes("The army wants a withdrawal from the harbour of Adre.", denial) == ()


def test_counts_of_one_stock_disagree() -> None:
    """Three numbers of people held, one of them the bare answer to a question, are three sides of one disagreement."""
    texts = (
        "The ministry puts the number of people in rebel hands at 26.",
        "The group acknowledges that it still holds eight people.",
        "PRESENTER: How many people do you hold today?\n\nBELLO: Three, and all of them are soldiers.",
    )
    (found,) = disputes(*texts)
    assert (found.about, found.issue, len(found.sides)) == ("People held: 3 or 8 or 26", "detainees", 3)


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(("The group holds 26 people.", "The group holds 25 people."), id="about as many"),
        pytest.param(("The group holds 26 people.", "It offered to exchange 80 people it holds."), id="an exchange"),
        pytest.param(("The group holds 26 people.", "The talks were held with 12 people in the room."), id="a meeting"),
        pytest.param(
            ("The group holds 26 people. It held 40 people in May.", "It holds 26 people."), id="then and now"
        ),
    ],
)
def test_counts_that_fit_are_no_disagreement(texts: tuple[str, ...]) -> None:
    """Rough figures, other counts, and a report that itself gives two numbers contradict nothing."""
    assert disputes(*texts) == ()


def test_counts_months_apart_are_a_change() -> None:
    """A count of January and one of June are two counts."""
    one, other = news("The group holds 26 people.", "The group holds eight people.", first=dt.date(2026, 1, 5))
    later = make_report(other.text, path="later.txt", title="Later", published=dt.date(2026, 6, 5))
    assert len(build([one, other], []).disagreements) == 1
    assert build([one, later], []).disagreements == ()


def test_like_sentences_with_two_numbers_disagree() -> None:
    """Two reports say nearly the same with two numbers of one thing; another thing counted contradicts nothing."""
    one = "The donors released 6.4 billion pesos for the former fighters of the Front in May."
    (found,) = disputes(one, "The Front says that donors released 2 billion pesos for former fighters, and no land.")
    assert found.about == "Pesos: 2 billion or 6.4 billion"
    assert disputes(one, "The donors released 14 lorries for the former fighters of the Front.") == ()
    assert disputes(one, "The donors released 6.2 billion pesos for the former fighters of the Front.") == ()
    assert disputes(one, "The army asks 9 billion pesos for a bridge, and the donors released former fighters.") == ()


def test_never_and_so_many_times_disagree() -> None:
    """One turn has eleven violations, the next not a single one, of one army."""
    text = (
        "BELLO: The army has violated it eleven times.\n\n"
        "HOST: The general said the army did not commit a single violation."
    )
    (found,) = disputes(text)
    assert found.about == "Violation: never, or eleven times"
    assert disputes(text.replace("the army did", "the police did")) == ()


def test_two_voices_in_one_sentence_disagree() -> None:
    """Each half of the sentence is a side; numbers of two things, or with nouns of their own, are none."""
    (found,) = disputes("The army put the toll at 12 dead, the rebels at 30.")
    assert found.about == "Two counts: 12 or 30"
    assert quotes(found) == ["The army put the toll at 12 dead", "the rebels at 30."]
    assert disputes("The army said 12 soldiers died, the rebels attacked at 30 places.") == ()
    assert disputes("The army said it fell in 1991, the rebels at 30.") == ()


def test_a_copy_contradicts_nothing() -> None:
    """A near copy with a corrected number is one source with its original."""
    one, other = news("The group holds 26 people.", "The group holds eight people.")
    assert build([one, other], [], near_duplicates={other.id: one.id}).disagreements == ()


def test_sentences_join_the_positions_beside_them() -> None:
    """A denial that stands next to a position in dispute is a side of that dispute, with the issue of the position."""
    early = make_report("Chad no longer insists on a new assembly.", path="a.txt", title="A")
    late = make_report(
        "HOST: Mr Ali says you dropped the assembly.\n\nBELLO: He is mistaken. Chad demands a new assembly.",
        path="b.txt",
        title="B",
    )
    chad, said = actor_id("state", "Chad"), []
    for report, text, stance in (
        (early, "Chad no longer insists on a new assembly.", "accepts"),
        (late, "Chad demands a new assembly.", "demands"),
    ):
        at = report.text.index(text)
        span = (report.evidence(at, at + len(text)),)
        position = PositionContent(party=chad, issue="government", stance=stance, text="a new assembly")
        actor = ActorContent(actor=chad, name="Chad", kind="state")
        said += [make_statement(each, span, reader="test/1") for each in (actor, position)]
    (found,) = build([early, late], said).disagreements
    assert found.issue == "government"
    assert sorted(side.text for side in found.sides) == [
        "Chad demands: a new assembly",
        "Chad no longer demands: a new assembly",
        "He is mistaken.",
        "Mr Ali says you dropped the assembly.",
    ]


def test_order_makes_no_difference() -> None:
    """The same reports in any order give the same disagreements with the same ids."""
    reports = news(
        "The group holds 26 people. Officials said that Oslo had cut its aid. Oslo has denied this.",
        "The group holds eight people. The Front has suspended the joint patrols.",
        "Has the Front suspended the joint patrols?\nNo. It has moved them.",
    )
    found = build(reports, []).disagreements
    assert len(found) == 3
    assert all(build(each, []).disagreements == found for each in itertools.permutations(reports))


def test_a_sentence_is_as_restricted_as_its_report() -> None:
    """What only sentences say carries the marking of the reports."""
    reports = news("The group holds 26 people.", "The group holds eight people.", marking=Marking.RED)
    assert build(reports, []).disagreements[0].marking is Marking.RED


@pytest.mark.parametrize(
    "text",
    [
        "denied " * 100_000,
        "12 " * 100_000,
        "How many people hold? " * 40_000,
        "He denied that. " * 30_000,
        "not a single " * 60_000,
        "said 12, the army at 30. " * 20_000,
    ],
    ids=["one word", "numbers", "questions", "denials", "never", "counts"],
)
def test_hostile_text_takes_no_longer_than_its_length(text: str) -> None:
    """One phrase repeated without end is read in seconds."""
    start = time.process_time()
    build(news(text, text + " "), [])
    assert time.process_time() - start < 20


def test_a_corrected_number_is_set_against_the_account_that_it_corrects() -> None:
    """ "three sites, not four" meets the report of another source that has four of them."""
    told = "The agency agreed on a plan to answer questions on four sites."
    (found,) = disputes(told, "The questions of the agency concerned three sites, not four.")
    assert found.about == "Sites: 3 or 4"
    assert len(found.sides) == 2
    assert disputes(told, "The questions of the agency concerned three sites, not five.") == ()
    assert disputes("Four sites were flooded.", "The questions of the agency concerned three sites, not four.") == ()
