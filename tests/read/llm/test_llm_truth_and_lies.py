"""What a model says of a report: the truth becomes statements, a lie a listed rejection."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from llm_stub import Stub

from goodoffices.read import ReadReport, read_report
from goodoffices.read.llm import LanguageModelReader
from goodoffices.read.rules import RulesReader
from goodoffices.record import (
    ActorContent,
    Content,
    EventContent,
    IssueStatusContent,
    MechanismContent,
    MeetingContent,
    PlanContent,
    PositionContent,
    QuoteContent,
    Report,
    RoleContent,
    Statement,
    make_report,
)
from goodoffices.record.findings import build

TROOPS = "Cyprus rejects the deployment of Turkish troops on the island."
MET = "Negotiators of Cyprus and Turkey met in Geneva on Tuesday to discuss a ceasefire."
SAID = '"We will not accept any foreign soldier," Cypriot Foreign Minister Andreas Petrou said.'
HE = "He demanded that Turkey withdraw its forces."
MISSION = "Turkey accepts a joint monitoring mission, officials said."
PRISONERS = "The two sides have not agreed on the exchange of prisoners."
PLAN = "Turkey proposed a 12-point plan for the island."
COUNCIL = "The Council of Karpasia, led by Mehmet Kaya, offered to release detainees if the embargo is lifted."
SHELLING = "Shelling killed two people near Lefka on Monday."


def position(party: str, stance: str, text: str, quote: str, **more: object) -> dict[str, Any]:
    """An answer with one position on foreign forces."""
    entry = {"party": party, "issue": "foreign-forces", "stance": stance, "text": text, "quote": quote} | more
    return {"positions": [entry]}


WITHDRAW = position("Andreas Petrou", "demands", "Turkey withdraw its forces", HE)
REJECTS = position("Cyprus", "rejects", "the deployment of Turkish troops on the island", TROOPS)
MEETING = {
    "participants": ["Cyprus", "Turkey"],
    "status": "held",
    "place": "Geneva",
    "when": "on Tuesday",
    "quote": MET,
}
QUOTED = {"speaker": "Andreas Petrou", "text": "We will not accept any foreign soldier,", "quote": SAID}
MINISTER = {"actor": "Andreas Petrou", "title": "Foreign Minister", "quote": SAID}
MECHANISM = {"name": "joint monitoring mission", "kind": "monitoring", "status": "proposed", "quote": MISSION}
STATUS = {"issue": "detainees", "status": "open", "quote": PRISONERS}
AGREED = {"issue": "territory", "status": "agreed"}
POINTS = {"name": "12-point plan", "author": "Turkey", "points": 12, "quote": PLAN}
EVENT = {"kind": "violence", "place": "Lefka", "when": "on Monday", "quote": SHELLING}

TRUTHS: list[tuple[dict[str, Any], type[Content]]] = [
    (REJECTS, PositionContent),
    (WITHDRAW, PositionContent),
    ({"meetings": [MEETING]}, MeetingContent),
    ({"quotes": [QUOTED]}, QuoteContent),
    ({"roles": [MINISTER]}, RoleContent),
    ({"mechanisms": [MECHANISM]}, MechanismContent),
    ({"statuses": [STATUS]}, IssueStatusContent),
    ({"plans": [POINTS]}, PlanContent),
    ({"events": [EVENT]}, EventContent),
]


def stated(read: ReadReport) -> list[Statement]:
    """All statements but those of actors."""
    return [each for each in read.statements if not isinstance(each.content, ActorContent)]


def names(read: ReadReport) -> dict[str, str]:
    """The actors of a reading by id."""
    return {s.content.actor: s.content.name for s in read.statements if isinstance(s.content, ActorContent)}


@pytest.mark.parametrize(("answer", "kind"), TRUTHS)
def test_what_the_report_says_becomes_a_statement(
    told: Callable[..., ReadReport], report: Report, answer: Mapping[str, Any], kind: type[Content]
) -> None:
    """Each kind of entry is stated, its quote at its place, all its actors declared, the model named as its reader."""
    read = told(answer)
    assert read.rejections == ()
    (statement,) = stated(read)
    assert isinstance(statement.content, kind)
    for each in read.statements:
        assert each.reader == "llm:stub-model/1"
        assert each.basis == "language model stub-model"
        for evidence in each.evidence:
            assert report.text[evidence.start : evidence.end] == evidence.quote


def test_straight_quotation_marks_find_curly_ones(told: Callable[..., ReadReport]) -> None:
    """The quote of the statement is the report's own, character by character."""
    (statement,) = stated(told({"quotes": [QUOTED]}))
    assert statement.evidence[0].quote.startswith("“We will not accept any foreign soldier,”")
    assert isinstance(statement.content, QuoteContent)
    assert statement.content.text == "We will not accept any foreign soldier,"
    assert statement.content.direct
    assert statement.said_by == statement.content.speaker


def test_times_are_reckoned_by_the_program(told: Callable[..., ReadReport]) -> None:
    """The model points at "on Tuesday"; the day of the report makes it a date."""
    (statement,) = stated(told({"meetings": [MEETING]}))
    assert statement.when is not None
    assert statement.when.earliest == statement.when.latest == dt.date(2026, 1, 6)


def test_he_is_whom_the_report_means(told: Callable[..., ReadReport]) -> None:
    """Where the sentence says "he", the person may be named whom the program's own reading finds; his side holds it."""
    read = told(WITHDRAW)
    (statement,) = stated(read)
    assert isinstance(statement.content, PositionContent)
    assert names(read)[statement.content.party] == "Cyprus"


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (position("Cyprus", "accepts", "its troops", "Cyprus accepts the troops."), "is not in the report"),
        (position("Cyprus", "rejects", "the deployment", TROOPS.lower()), "is not in the report"),
        (
            position("Cyprus", "rejects", "peace with everyone", TROOPS),
            "its text 'peace with everyone' is not in its quote",
        ),
        (
            position("Cyprus", "accepts", "the deployment of Turkish troops", TROOPS),
            "no word of its sentence says 'accepts'",
        ),
        (position("Cyprus", "surrenders", "the deployment", TROOPS), "not in the form asked for"),
        (position("Turkey", "rejects", "the deployment of Turkish troops", TROOPS), "another party holds this"),
        (position("Russia", "rejects", "the deployment of Turkish troops", TROOPS), "does not speak of 'Russia'"),
        (
            position("Andreas Petrou", "accepts", "a joint monitoring mission", MISSION),
            "does not speak of 'Andreas Petrou'",
        ),
        (
            position("Andreas Petrou", "accepts", "any foreign soldier", "accept any foreign soldier"),
            "no word of its sentence",
        ),
        (position("Cyprus", "rejects", "the deployment", TROOPS, condition="if it rains"), "its condition"),
        (position("Cyprus", "rejects", "island", "island."), "too short"),
        (position("Cyprus", "rejects", "deployment", "x " * 2_000), "too long"),
        ({"meetings": [MEETING | {"place": "Moscow"}]}, "its place 'Moscow' is not in its quote"),
        ({"meetings": [MEETING | {"status": "cancelled"}]}, "no word of its sentence says 'cancelled'"),
        ({"meetings": [MEETING | {"participants": []}]}, "nobody who meets"),
        ({"meetings": [MEETING | {"participants": ["Cyprus", "Mehmet Kaya"]}]}, "does not speak of 'Mehmet Kaya'"),
        ({"meetings": [MEETING | {"when": "on Friday"}]}, "its time 'on Friday' is not in its quote"),
        ({"statuses": [STATUS | {"status": "agreed"}]}, "no word of its sentence says 'agreed'"),
        (
            {"statuses": [STATUS | {"status": "agreed", "quote": "agreed on the exchange of prisoners"}]},
            "says 'agreed'",
        ),
        ({"statuses": [STATUS | {"status": "blocked", "quote": PRISONERS}]}, "the first reader finds open there"),
        ({"quotes": [QUOTED | {"speaker": "Turkey"}]}, "does not speak of 'Turkey'"),
        ({"quotes": [QUOTED | {"text": "We will accept"}]}, "is not in its quote"),
        ({"quotes": [QUOTED | {"text": "Foreign Minister"}]}, "stands in no quotation marks"),
        ({"roles": [MINISTER | {"tenure": "former"}]}, "no word of its sentence says 'former'"),
        ({"roles": [MINISTER | {"title": "Prime Minister"}]}, "its title 'Prime Minister' is not in its quote"),
        ({"mechanisms": [MECHANISM | {"status": "in_force"}]}, "no word of its sentence says 'in_force'"),
        ({"plans": [POINTS | {"points": 28}]}, "speak of 28 points"),
        (
            {"plans": [POINTS | {"items": [{"text": "free elections"}]}]},
            "its item 'free elections' is not in its quote",
        ),
        (
            {"events": [EVENT | {"quote": MISSION, "place": None, "when": None}]},
            "no word of its sentence says 'violence'",
        ),
        ({"positions": [REJECTS["positions"][0] | {"issue": "nuclear"}]}, "not of nuclear"),
        ({"positions": [REJECTS["positions"][0] | {"issue": "weather"}]}, "'weather' is no issue"),
        ({"withheld": [{"quote": MISSION}]}, "no word of its sentence says 'kept'"),
        ({"events": [{"kind": "other", "quote": SHELLING + "\n\nThe talks go on."}]}, "several paragraphs"),
        ({"rumours": [{"quote": TROOPS}]}, "'rumours' is no kind of entry"),
        ({"positions": ["Cyprus rejects it", 17, None]}, "not in the form asked for"),
        (
            {"events": [EVENT | {"quote": "The talks go on.", "kind": "other", "place": None, "when": None}]},
            "more than once",
        ),
    ],
)
def test_a_lie_is_listed(told: Callable[..., ReadReport], answer: Mapping[str, Any], reason: str) -> None:
    """Invented quotes, words, parties, values and forms become rejections that say why; nothing else comes of them."""
    read = told(answer)
    assert read.statements == ()
    assert read.rejections
    assert reason in read.rejections[0].reason
    assert read.rejections[0].what.endswith("of a.txt by llm:stub-model/1")


def test_offsets_that_a_model_gives_count_for_nothing(told: Callable[..., ReadReport]) -> None:
    """Wrong offsets change no place: the quote is searched for."""
    lied = {"positions": [REJECTS["positions"][0] | {"start": 3, "end": 9, "offset": -1}]}
    assert stated(told(lied)) == stated(told(REJECTS))


def test_a_quote_that_stands_twice_needs_the_words_around_it(told: Callable[..., ReadReport], report: Report) -> None:
    """A longer passage that stands once tells which place is meant; one that stands twice too does not."""
    entry = {"kind": "other", "quote": "The talks go on."}
    (statement,) = stated(told({"events": [entry | {"sentence": "No date was set. The talks go on."}]}))
    assert statement.evidence[0].start == report.text.rindex("The talks go on.")
    assert told({"events": [entry | {"sentence": "The talks go on."}]}).statements == ()


def test_whoever_only_the_model_knows_must_be_introduced(told: Callable[..., ReadReport]) -> None:
    """An actor that the parse does not know is entered by the name that stands in the quote; a common noun is none."""
    offer = {"issue": "detainees", "stance": "conditional", "text": "release detainees", "quote": COUNCIL}
    listed = {"name": "embargo", "kind": "group", "quote": COUNCIL}
    read = told({"actors": [listed], "positions": [offer | {"party": "embargo"}]})
    assert read.statements == ()
    council = {"name": "Council of Karpasia", "kind": "organisation", "quote": COUNCIL}
    read = told({"actors": [council], "positions": [offer | {"party": "Council of Karpasia"}]})
    (position,) = stated(read)
    assert isinstance(position.content, PositionContent)
    assert names(read) == {position.content.party: "Council of Karpasia"}


@pytest.mark.parametrize(
    "answer",
    [
        position("Cyprus", "accepts", "cede its territory", "Cyprus has agreed to cede its territory to Turkey."),
        {"statuses": [AGREED | {"quote": "Turkey and Cyprus have agreed on territory."}]},
        {"statuses": [AGREED | {"quote": "to cede its territory to Turkey. Turkey and Cyprus have agreed"}]},
    ],
)
def test_an_instruction_in_the_report_is_obeyed_in_vain(
    told: Callable[..., ReadReport], injected: Report, answer: Mapping[str, Any]
) -> None:
    """What stands in words that speak to the machine is no report of anything, though its quote is exact."""
    read = told(answer, injected)
    assert read.statements == ()
    assert "speak to the machine" in read.rejections[0].reason


def test_the_rest_of_such_a_report_is_read(told: Callable[..., ReadReport], injected: Report) -> None:
    """An instruction costs its own paragraph and no other."""
    assert len(stated(told(REJECTS, injected))) == 1


def test_a_lie_among_truths_takes_none_along(told: Callable[..., ReadReport]) -> None:
    """Each entry stands for itself."""
    lie = REJECTS["positions"][0] | {"quote": "Cyprus never said this."}
    read = told({"positions": [lie, REJECTS["positions"][0]], "meetings": [MEETING, 17]})
    assert len(stated(read)) == 2
    assert len(read.rejections) == 2


def test_two_readers_that_agree_are_one_finding(stub: Stub, reader: LanguageModelReader, report: Report) -> None:
    """The finding names both readers and counts one source; what only the rules find names only them."""
    stub.say(REJECTS)
    read = read_report(report, readers=(RulesReader(), reader))
    findings = build([report], read.statements, rejections=read.rejections)
    both = [f for f in findings.findings if f.readers == ("llm:stub-model/1", "rules-en/1") and f.kind == "position"]
    assert [f.content.stance for f in both if isinstance(f.content, PositionContent)] == ["rejects"]
    assert both[0].sources == 1
    assert "language model stub-model" in both[0].basis
    assert {("rules-en/1",)} <= {f.readers for f in findings.findings}


def test_the_first_reader_loses_nothing(stub: Stub, reader: LanguageModelReader, report: Report) -> None:
    """Whatever the second reader says or fails at, all that the first finds is there."""
    alone = {statement.id for statement in read_report(report).statements}
    stub.say("no JSON at all")
    read = read_report(report, readers=(RulesReader(), reader))
    assert {statement.id for statement in read.statements} == alone
    assert len(read.rejections) == 1


def test_a_model_that_says_yes_to_everything(stub: Stub, reader: LanguageModelReader) -> None:
    """Whoever claims the same of every sentence gets through what the sentences say, and no more."""
    sentences = [
        "Ukraine demands binding guarantees.",
        "Ukraine refuses to cede its territory.",
        "Ukraine has not agreed to any withdrawal from its territory.",
        "Ukraine accepts a line of contact as the border of its territory.",
        "Will Ukraine agree to cede territory?",
        "Ukraine could sign a deal on territory once Russia withdraws.",
        "Ukraine and Russia agreed on the demarcation of the territory.",
    ]
    claims = [{"party": "Ukraine", "issue": "territory", "stance": "accepts", "text": each[8:-1]} for each in sentences]
    stub.say({
        "positions": [claim | {"quote": each} for claim, each in zip(claims, sentences, strict=True)],
        "statuses": [{"issue": "territory", "status": "agreed", "quote": each} for each in sentences],
        "events": [{"kind": "violence", "actors": ["Ukraine"], "quote": each} for each in sentences],
        "withheld": [{"by": ["Ukraine"], "quote": each} for each in sentences],
    })  # fmt: skip
    report = make_report(" ".join(sentences), path="a.txt", title="A", language="en")
    read = read_report(report, reader)
    said = {(each.kind, each.evidence[0].quote) for each in stated(read)}
    assert said <= {("position", sentences[3]), ("position", sentences[6]), ("issue_status", sentences[6])}
    assert ("position", sentences[3]) in said
    assert len(said) + len(read.rejections) == 4 * len(sentences)
