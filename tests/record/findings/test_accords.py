"""Where one account has a matter agreed and another open, and meetings that are announced and called off."""

from __future__ import annotations

import itertools

import pytest
from newsroom import Draft, Newsroom, plain

from goodoffices.record import (
    ActorContent,
    Disagreement,
    IssueStatusContent,
    MeetingContent,
    PositionContent,
    actor_id,
    make_report,
    make_statement,
)
from goodoffices.record.findings import build


def agreed_then(room: Newsroom, early: str | None, late: str | None, text: str = "the prisoner lists") -> int:
    """One report has prisoner lists agreed, another has them open; the number of disagreements."""
    room.report("a", early).status("detainees", "agreed", "the prisoner lists were settled")
    room.report("b", late).status("detainees", "open", text)
    return len(plain(room.build()))


@pytest.mark.parametrize(
    ("early", "late", "count"),
    [
        pytest.param("2026-01-05", "2026-01-06", 1, id="days apart"),
        pytest.param("2026-01-05", None, 1, id="undated"),
        pytest.param("2026-01-05", "2026-02-06", 0, id="come apart weeks later"),
        pytest.param("2026-01-06", "2026-01-05", 0, id="first open, then agreed"),
    ],
)
def test_the_course_of_talks_is_no_disagreement(room: Newsroom, early: str, late: str | None, count: int) -> None:
    """What is open first and agreed later has moved; what is agreed and stuck within days is told in two ways."""
    assert agreed_then(room, early, late) == count


def test_a_denial_of_an_accord_speaks_of_the_past(room: Newsroom) -> None:
    """That no agreement was ever reached contradicts the report that has it, weeks later too."""
    assert agreed_then(room, "2026-01-05", "2026-02-06", "no agreement on prisoner lists was ever reached") == 1


def test_an_aside_is_not_the_matter(room: Newsroom) -> None:
    """A step that lasts as long as the ceasefire says nothing of how far talks on the ceasefire have come."""
    room.report("a").status("ceasefire", "agreed", "the ceasefire was extended")
    room.report("b").status("ceasefire", "blocked", "they suspended patrols for as long as the ceasefire lasts")
    assert plain(room.build()) == ()


def says(name: str, sentence: str, *said: tuple[object, str | None]) -> tuple[object, list[object]]:
    """A report of one sentence, and what it says with the speaker."""
    report = make_report(sentence, path=f"{name}.txt", title=name)
    span = (report.evidence(0, len(sentence)),)
    actors = [ActorContent(actor=actor_id("state", each), name=each, kind="state") for each in ("Chad", "Libya")]
    contents = [(actor, None) for actor in actors] + list(said)
    return report, [make_statement(each, span, reader="test/1", said_by=by) for each, by in contents]


def between(*told: tuple[object, list[object]]) -> tuple[Disagreement, ...]:
    """The disagreements of some reports."""
    return build([report for report, _ in told], [each for _, said in told for each in said]).disagreements


def accepts(party: str) -> PositionContent:
    """A party accepts border guards."""
    text = "joint guards on the border"
    return PositionContent(party=actor_id("state", party), issue="monitoring", stance="accepts", text=text)


def test_what_two_parties_accept_in_one_sentence_is_agreed() -> None:
    """An accord of two against a report that has its matter open; what one party accepts, another may hold open."""
    opened = says("b", "Guards remain an open question.", (status := open_guards(), None))
    both = says("a", "Chad and Libya agreed on joint guards.", (accepts("Chad"), None), (accepts("Libya"), None))
    (found,) = between(both, opened)
    assert {side.text for side in found.sides} == {"Chad, Libya accept: joint guards on the border", status.text}
    assert between(says("a", "Chad accepts joint guards.", (accepts("Chad"), None)), opened) == ()
    assert (
        between(
            says("a", "Chad and Libya smiled at joint guards.", (accepts("Chad"), None), (accepts("Libya"), None)),
            opened,
        )
        == ()
    )


def open_guards() -> IssueStatusContent:
    """Guards on the border are an open question."""
    return IssueStatusContent(issue="monitoring", status="open", text="guards on the border")


def test_a_party_that_denies_what_it_accepts_elsewhere() -> None:
    """What a report has a party accept, the party itself says to be open; another party's word is no denial."""
    told = says("a", "Chad accepts joint guards.", (accepts("Chad"), None))
    denied = says("b", "Chad: guards are open.", (open_guards(), actor_id("state", "Chad")))
    (found,) = between(told, denied)
    assert found.about == "Monitoring: agreed or not"
    assert between(told, says("b", "Libya: guards are open.", (open_guards(), actor_id("state", "Libya")))) == ()


def meet(draft: Draft, status: str) -> None:
    """Tell of a meeting in Ohrid."""
    draft.meeting(draft.actor("Kosovo"), draft.actor("Serbia"), place="Ohrid", when="2026-03-10", status=status)


def test_a_meeting_that_is_on_and_off(room: Newsroom) -> None:
    """Announced in one report and called off in a later one: both are shown, as a change; set anew it is none."""
    meet(room.report("a", "2026-03-01"), "planned")
    meet(room.report("b", "2026-03-05"), "cancelled")
    (found,) = room.build().disagreements
    assert (found.about, found.issue, found.over_time) == ("Meeting in Ohrid: planned or cancelled", "process", True)
    assert [side.text for side in found.sides] == ["planned: Kosovo, Serbia, Ohrid", "cancelled: Kosovo, Serbia, Ohrid"]
    anew = Newsroom()
    meet(anew.report("a", "2026-03-01"), "cancelled")
    meet(anew.report("b", "2026-03-05"), "planned")
    assert anew.build().disagreements == ()


ON = "A second round of talks will open in Oslo on 3 December."
OFF = "The second round, announced for early December, has been put off."


@pytest.mark.parametrize(
    ("on", "off", "count"),
    [
        pytest.param(ON, OFF, 1, id="one round"),
        pytest.param(ON, "The third round, announced for March, has been put off.", 0, id="another round"),
        pytest.param("The donors will open a second office in Oslo in December.", OFF, 0, id="no meeting"),
        pytest.param("A visit to Oslo is planned for December.", OFF, 0, id="a visit"),
    ],
)
def test_a_round_is_known_by_its_words(on: str, off: str, count: int) -> None:
    """Readers that find no table and no place still give the sentence: which round, and when, tells that it is one."""
    told = [
        says("a", on, (MeetingContent(participants=(), place="Oslo", status="planned"), None)),
        says("b", off, (MeetingContent(participants=(actor_id("state", "Chad"),), status="cancelled"), None)),
    ]
    assert all(len(between(*each)) == count for each in itertools.permutations(told))


def test_at_once_and_on_a_condition(room: Newsroom) -> None:
    """A party that agreed to start at once in one report, and only after something else in another."""
    one, other = room.report("a"), room.report("b")
    start = "to launch immediately the association of Serb municipalities"
    one.position(one.actor("Kosovo"), "political-status", "accepts", start)
    later = "association of Serb municipalities: only after recognition"
    other.position(other.actor("Kosovo"), "political-status", "rejects", later, condition="only after recognition")
    (found,) = room.build().disagreements
    assert len(found.sides) == 2


def test_a_thing_used_is_not_a_thing_wanted(room: Newsroom) -> None:
    """Not to use a ceasefire to rearm is no refusal of it."""
    one, other = room.report("a"), room.report("b")
    one.position(one.actor("Chad"), "ceasefire", "accepts", "the ceasefire")
    other.position(other.actor("Chad"), "ceasefire", "rejects", "use the ceasefire to enlarge its forces")
    assert plain(room.build()) == ()
