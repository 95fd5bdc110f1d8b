"""How talks are run, by the words of sentences: each rule finds what is said, and leaves what only looks like it."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from goodoffices.record import (
    ActorContent,
    ActorKind,
    Content,
    EventContent,
    Finding,
    Findings,
    Interval,
    IssueStatusContent,
    MechanismContent,
    MeetingContent,
    PositionContent,
    QuoteContent,
    Report,
    actor_id,
    content_id,
    make_report,
)
from goodoffices.record.findings.process_all import Process, process_of
from goodoffices.record.findings.process_note import Note, NoteKind

DAY = dt.date(2026, 3, 7)
CAST: dict[str, ActorKind] = {
    "Norway": "state",
    "Sri Lanka": "state",
    "Switzerland": "state",
    "United States": "state",
    "Egypt": "state",
    "Qatar": "state",
    "Tamil Tigers": "group",
    "Khalifa Haftar": "person",
    "Women's Council": "organisation",
}


def _actors(report: Report) -> list[Finding]:
    span = report.evidence(0, 4)
    found = []
    for name, kind in CAST.items():
        content = ActorContent(actor=actor_id(kind, name), name=name, kind=kind, aliases=())
        found.append(_finding(content, report, span.quote))
    return found


def _finding(content: Content, report: Report, quote: str, said_by: str | None = None) -> Finding:
    start = report.text.index(quote)
    evidence = report.evidence(start, start + len(quote))
    return Finding(
        id=content_id("f", content, start),
        content=content,
        evidence=(evidence,),
        statements=(),
        reports=(report.id,),
        said_by=said_by,
        as_of=report.published,
        first_reported=report.published,
    )


def _report(text: str, day: dt.date | None = DAY) -> Report:
    return make_report(f"Talks.\n{text}\n", path="01.txt", title="Talks", published=day, language="en")


def _process(text: str, *others: tuple[Content, str, str | None], later: str = "") -> Process:
    report = _report(text)
    found = _actors(report) + [_finding(content, report, quote, by) for content, quote, by in others]
    reports = (report, _report(later, DAY + dt.timedelta(days=5))) if later else (report,)
    return process_of(Findings(reports=reports, findings=tuple(found)))


def _notes(text: str, kind: NoteKind, later: str = "") -> tuple[Note, ...]:
    return _process(text, later=later).of(kind)


def _id(name: str) -> str:
    return actor_id(CAST[name], name)


@pytest.mark.parametrize(
    ("text", "state", "who"),
    [
        ("They met after three failed Norwegian attempts to bring the two sides to the table.", "failed", "Norway"),
        ("An earlier truce brokered by Egypt collapsed in August 2005.", "failed", "Egypt"),
        ("In January Qatar tried in vain to arrange a meeting.", "failed", "Qatar"),
        ("Last year the United States brokered a ceasefire in the south.", "reached", "United States"),
    ],
)
def test_attempts_say_who_tried_and_how_it_ended(text: str, state: str, who: str) -> None:
    """A register of attempts: failed, reached, by whom."""
    (note,) = _notes(text, "attempt")
    assert (note.state, note.who) == (state, (_id(who),))


@pytest.mark.parametrize(
    "text",
    [
        "Norway warned that the talks could have collapsed.",
        "If the truce collapsed, Egypt would return to the table.",
        "Egypt hopes to prevent the failed state next door from breaking up.",
        "The pilot failed to stop the aircraft.",
        "Egypt has failed to deliver the schools that it promised under the peace agreement.",
        "The talks have not broken down.",
    ],
)
def test_what_is_feared_or_denied_is_no_failed_attempt(text: str) -> None:
    """Hypothetical and negated failures are left out; so is a failure of something else, unless it names a deal."""
    assert [note for note in _notes(text, "attempt") if note.who or "pilot" not in note.text] == []


def test_the_time_of_an_attempt_is_kept_in_the_reports_words() -> None:
    """The words for its time stand beside it."""
    (note,) = _notes("An earlier truce brokered by Egypt collapsed in August 2005.", "attempt")
    assert [(detail.name, detail.text) for detail in note.details] == [("when", "in August 2005")]


def test_third_parties_by_what_they_do() -> None:
    """Mediators, facilitators in a list, hosts; a party that only talks is none."""
    notes = _notes(
        "Norway has mediated the negotiations since 2000. The round is facilitated by Egypt, Qatar and the United "
        "States."
        " Sri Lanka rejected the talks.",
        "role",
    )
    assert {(note.state, note.who) for note in notes} == {
        ("mediator", (_id("Norway"),)),
        ("facilitator", (_id("Egypt"),)),
        ("facilitator", (_id("Qatar"),)),
        ("facilitator", (_id("United States"),)),
    }


def test_formats_are_those_that_are_in_use() -> None:
    """A format that is refused is not in use."""
    notes = _notes("They hold indirect talks behind closed doors. Egypt rejected direct talks.", "format")
    assert {note.state for note in notes} == {"indirect", "closed"}


def test_what_is_left_to_a_later_round_is_carried_over() -> None:
    """Put off to the next round: yes. Left for the airport: no."""
    notes = _notes("The fate of prisoners was put off to the next round. The envoy left for the airport.", "carried")
    assert [note.text for note in notes] == ["The fate of prisoners was put off to the next round"]


def test_a_message_names_those_who_were_told() -> None:
    """Who passed it on, to whom, in the report's words for it."""
    (note,) = _notes("The United States conveyed the same message to Egypt and Qatar.", "message")
    assert (note.who, note.to) == ((_id("United States"),), (_id("Egypt"), _id("Qatar")))


def test_a_reply_is_pending_and_holds_something_up() -> None:
    """Who waits, for whom, what depends on it."""
    text = "The Tamil Tigers are still waiting for a reply from Norway; the opening of the road depends on that answer."
    (note,) = _notes(text, "reply")
    assert (note.state, note.who, note.to) == ("pending", (_id("Tamil Tigers"),), (_id("Norway"),))
    assert [(detail.name, detail.text) for detail in note.details] == [("blocks", "the opening of the road")]


def test_a_later_report_can_tell_of_the_answer() -> None:
    """Answered, with the sentence that says so; an answer by someone else leaves it pending."""
    text = "Norway has not yet responded to the offer."
    (note,) = _notes(text, "reply", later="Norway replied on Monday that it would send observers.")
    assert note.state == "answered"
    assert len(note.evidence) == 2
    (note,) = _notes(text, "reply", later="Egypt replied on Monday that it would send observers.")
    assert note.state == "pending"


def test_a_request_for_comment_is_no_pending_reply() -> None:
    """What a newsroom waits for holds nothing up."""
    assert _notes("Norway has not responded to a request for comment.", "reply") == ()


def test_the_cost_of_delay_has_its_rate() -> None:
    """A loss a day or week is a clock; meeting every day is none."""
    notes = _notes("About 20 people a week are killed. The sides meet every day. Norway pays daily.", "clock")
    assert [detail.text for note in notes for detail in note.details] == ["20 people a week"]


def test_deadlines_and_expiries() -> None:
    """A deadline, and what expires; no deadline is none."""
    notes = _notes(
        "The deadline for a deal is 1 April. The mandate expires on 30 June. There is no deadline.", "deadline"
    )
    assert len(notes) == 2


def test_an_accusation_and_its_answer() -> None:
    """The answer counts where the accused side denies the charge; else none is reported."""
    text = "Sri Lanka accused Norway of arming the rebels. Norway denied the charge."
    (note,) = _notes(text, "accusation")
    assert (note.state, note.who, note.to) == ("answered", (_id("Sri Lanka"),), (_id("Norway"),))
    (note,) = _notes("Sri Lanka accused Norway of arming the rebels. Egypt denied the charge.", "accusation")
    assert note.state == "unanswered"


@pytest.mark.parametrize(
    ("text", "state", "who"),
    [
        ("The Women's Council was not invited to the talks.", "out", "Women's Council"),
        ("Norway and Egypt agreed on a draft without consulting Qatar.", "out", "Qatar"),
        ("Qatar has been briefed by Norway after each round.", "in", "Qatar"),
        ("The Women's Council called for a seat at the table.", "asks", "Women's Council"),
    ],
)
def test_access_says_who_is_in_and_who_is_out(text: str, state: str, who: str) -> None:
    """In, out, and who asks to be let in."""
    (note,) = _notes(text, "access")
    assert (note.state, note.who) == (state, (_id(who),))


def test_an_excluded_question_is_no_excluded_party() -> None:
    """Topics are not sides, and a party that is not excluded is not out."""
    assert (
        _notes("Political questions are excluded from the talks. Egypt was not excluded from the talks.", "access")
        == ()
    )


def test_consent_is_missing_needed_or_given() -> None:
    """Three different things."""
    notes = _notes(
        "The deal was made without the consent of Egypt. The treaty must be ratified. Qatar gave its consent. Norway "
        "will send troops, provided that Switzerland gave its consent.",
        "consent",
    )
    assert [note.state for note in notes] == ["lacking", "needed", "given", "needed"]
    assert (notes[0].who, notes[2].who) == ((_id("Egypt"),), (_id("Qatar"),))


def test_who_stands_behind_a_text_and_who_stayed_away() -> None:
    """Signed, refused, absent; an apposition is not the signatory, and what is to be signed is not signed."""
    notes = _notes(
        "Egypt, a backer of Haftar, signed the declaration. The Tamil Tigers refused to sign the memorandum. Qatar "
        "stayed away. The agreement is to be signed. Norway said it would have signed the text.",
        "endorsement",
    )
    assert [(note.state, note.who) for note in notes] == [
        ("signed", (_id("Egypt"),)),
        ("refused", (_id("Tamil Tigers"),)),
        ("absent", (_id("Qatar"),)),
    ]


def test_the_roster_has_who_joined_and_who_left() -> None:
    """Joined, left, includes; what may come does not."""
    notes = _notes(
        "Egypt joined the talks. Qatar walked out of the negotiations. The talks now include Norway and Switzerland. "
        "The United States could join the talks. Egypt replaced Norway as host with Qatar.",
        "roster",
    )
    assert [(note.state, note.who) for note in notes] == [
        ("joined", (_id("Egypt"),)),
        ("left", (_id("Qatar"),)),
        ("includes", (_id("Norway"), _id("Switzerland"))),
    ]


def test_a_criterion_needs_its_speaker() -> None:
    """What an agreement must be is someone's criterion, or none."""
    text = "Egypt said any settlement must respect the unity of the island. Peace must come."
    quote = QuoteContent(speaker=_id("Egypt"), text="any settlement must respect the unity", direct=False)
    notes = _process(text, (quote, "any settlement must respect the unity of the island", None)).of("criterion")
    assert [(note.state, note.who) for note in notes] == [("must", (_id("Egypt"),))]


def test_outside_matters_are_tied_or_only_weigh() -> None:
    """A tie makes one depend on the other; aid that is only sent is no link."""
    notes = _notes(
        "The United States threatened to withhold military aid unless Egypt returns to the talks. Qatar sent "
        "military aid.",
        "link",
    )
    assert [(note.state, note.details[0].text) for note in notes] == [("tied", "military aid")]


def test_a_mechanism_has_its_parts_each_with_a_sentence() -> None:
    """Contributors, size, mandate, means, authority; the next sentence counts where it goes on about it."""
    text = "The Border Mission, made up of 60 observers from Norway and Egypt, is unarmed. It would patrol with drones."
    mission = MechanismContent(name="Border Mission", kind="monitoring")
    (note,) = _process(text, (mission, text.split(". ", maxsplit=1)[0], None)).of("mechanism")
    parts = {detail.name: detail for detail in note.details}
    assert parts["contributors"].actors == (_id("Norway"), _id("Egypt"))
    assert (parts["size"].text, parts["authority"].text, parts["means"].text) == ("60 observers", "unarmed", "drones")
    assert parts["mandate"].text == "would patrol with drones"
    assert len(note.evidence) == 2


def test_a_sentence_with_two_mechanisms_tells_of_neither() -> None:
    """Nothing is laid to the wrong one."""
    text = "A committee and a force of 400 soldiers would patrol the line."
    one, other = MechanismContent(name="committee", kind="monitoring"), MechanismContent(name="force", kind="force")
    assert _process(text, (one, text, None), (other, text, None)).of("mechanism") == ()


def test_readouts_of_one_meeting_that_differ() -> None:
    """Good and bad readouts stand side by side, each with who gives it; readouts of one way alone are none."""
    text = (
        "Egypt and Qatar met in Oslo. Egypt called the talks productive. Qatar said the talks brought no breakthrough."
    )
    meeting = MeetingContent(participants=(_id("Egypt"), _id("Qatar")))
    (told,) = _process(text, (meeting, "Egypt and Qatar met in Oslo.", None)).readouts
    assert [(one.way, one.word) for one in told.readouts] == [("good", "productive"), ("bad", "no breakthrough")]
    alone = "Egypt and Qatar met in Oslo. Egypt called the talks productive."
    assert _process(alone, (meeting, "Egypt and Qatar met in Oslo.", None)).readouts == ()


def test_every_note_rests_on_the_words_of_a_report() -> None:
    """Evidence is the text at its offsets."""
    report = _report("Norway has mediated the talks. Egypt signed the text. About 20 people a day die.")
    process = process_of(Findings(reports=(report,), findings=tuple(_actors(report))))
    assert len(process.notes) == 3
    for note in process.notes:
        assert note.evidence
        assert all(report.text[one.start : one.end] == one.quote for one in note.evidence)


def test_a_word_repeated_many_times_takes_no_time() -> None:
    """Hostile input: no pattern is quadratic in the length of a report."""
    assert _notes("failed " * 100_000 + "\n" + "talks failed to agree " * 20_000, "attempt") == ()


def _held(party: str, stance: str, text: str, **more: object) -> PositionContent:
    return PositionContent(party=_id(party), issue="detainees", stance=stance, text=text, **more)  # type: ignore[arg-type]


def test_distance_counts_pairs_and_keeps_the_unknown() -> None:
    """Opposed where one rejects what the other wants in like words; unlike words are unknown."""
    text = (
        "Egypt demands the release of all prisoners. Qatar rejects the release of all prisoners. Norway wants visits."
    )
    one, two, three = text.split(". ")
    process = _process(
        text,
        (_held("Egypt", "demands", "the release of all prisoners"), one, None),
        (_held("Qatar", "rejects", "the release of all prisoners", firm=True), two, None),
        (_held("Norway", "demands", "weekly visits by doctors"), three, None),
    )
    (distance,) = process.distances
    assert (distance.count("opposed"), distance.count("unknown")) == (1, 2)
    assert [pair.red_line for pair in distance.pairs if pair.state == "opposed"] == [True]


def test_a_condition_is_met_only_by_what_is_claimed() -> None:
    """Agreed: claimed to be met. Nothing claimed: unknown. A number in it is its threshold."""
    text = "Egypt would free them after 90 days of truce. The truce is agreed, Qatar said."
    position = _held("Egypt", "conditional", "would free them", condition="after 90 days of truce")
    first, second = text.split(". ")
    claim = IssueStatusContent(issue="ceasefire", status="agreed", text="The truce is agreed")
    (test,) = _process(text, (position, first, None), (claim, second, _id("Qatar"))).conditions
    assert (test.state, test.issue, test.threshold) == ("claimed_met", "ceasefire", "after 90 days of truce")
    (test,) = _process(text, (position, first, None)).conditions
    assert test.state == "unknown"


def test_strength_and_hedges_are_read_from_the_words() -> None:
    """Insists is strong, might is tentative, a red line is firm; a hedge counts where every report has it."""
    text = "Egypt insists on the release of prisoners. Qatar might free prisoners. Norway reportedly wants visits."
    one, two, three = text.split(". ")
    process = _process(
        text,
        (_held("Egypt", "demands", "the release of prisoners"), one, None),
        (_held("Qatar", "offers", "free prisoners"), two, None),
        (_held("Norway", "demands", "visits"), three, None),
    )
    assert sorted(found.strength for found in process.strength.values()) == ["plain", "strong", "tentative"]
    assert list(process.caveats.values()) == [("reportedly",)]


def test_measures_come_from_tables_that_say_what_they_are_for() -> None:
    """Headings decide; a table of positions holds no measures."""
    table = (
        "| Measure | Objective | Indicator |\n|---|---|---|\n| Joint patrols | Fewer ambushes | Ambushes a month |\n\n"
        "| Issue | Egypt | Qatar |\n|---|---|---|\n| Prisoners | yes | no |"
    )
    (measure,) = _process(table).measures
    assert (measure.name, measure.objective, measure.indicator) == (
        "Joint patrols",
        "Fewer ambushes",
        "Ambushes a month",
    )


def test_the_baseline_counts_reported_violence_before_a_ceasefire() -> None:
    """Dated events before it, on or after it, and those without a day, each counted apart."""
    text = "Shells killed four people. A mine exploded. A raid followed. The truce is agreed."
    parts = text.split(". ")
    report = _report(text)
    events = [_finding(EventContent(kind="violence", actors=(), text=part), report, part) for part in parts[:3]]
    days = (dt.date(2026, 2, 1), dt.date(2026, 3, 6))
    dated = [
        msgspec.structs.replace(event, when=Interval(earliest=day, latest=day))
        for event, day in zip(events, days, strict=False)
    ]
    claim = _finding(IssueStatusContent(issue="ceasefire", status="agreed"), report, "The truce is agreed")
    agreed = msgspec.structs.replace(claim, when=Interval(earliest=dt.date(2026, 3, 1), latest=dt.date(2026, 3, 1)))
    baseline = process_of(Findings(reports=(report,), findings=(*dated, events[2], agreed))).baseline
    assert baseline is not None
    assert (len(baseline.before), len(baseline.after), len(baseline.undated)) == (1, 1, 1)
    assert (baseline.ceasefire, baseline.killed) == (dt.date(2026, 3, 1), 4)
