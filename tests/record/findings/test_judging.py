"""What analysts say, applied to findings."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from newsroom import Newsroom, only

from goodoffices.record import (
    ActorContent,
    Judgement,
    Marking,
    PositionContent,
    Statement,
    Verdict,
    actor_id,
    make_judgement,
)
from goodoffices.record.findings import judgements_on, standing

START = dt.datetime(2026, 3, 1, 9, tzinfo=dt.UTC)


def judge(
    target: Statement | Judgement | str, verdict: Verdict, at: int = 0, by: str = "ana", **rest: Any
) -> Judgement:
    """Judge something, `at` minutes after nine."""
    name = target if isinstance(target, str) else target.id
    return make_judgement(name, verdict, by=by, at=START + dt.timedelta(minutes=at), **rest)


@pytest.fixture
def two(room: Newsroom) -> tuple[Newsroom, list[Statement]]:
    """Two reports that give one position in like words."""
    for name in ("a", "b"):
        draft = room.report(name)
        draft.position(
            draft.actor("Chad"), "justice", "rejects", f"an amnesty for war crimes {'' if name == 'a' else 'now'}"
        )
    return room, [s for s in room.statements() if s.kind == "position"]


def test_what_is_rejected_drops_out(two: tuple[Newsroom, list[Statement]]) -> None:
    """One rejected statement leaves the finding to the other; two leave none."""
    room, said = two
    assert only(room.build(judgements=[judge(said[0], Verdict.REJECT)]), "position").statements == (said[1].id,)
    both = [judge(each, Verdict.REJECT) for each in said]
    assert room.build(judgements=both).of_kind("position") == ()


def test_a_judgement_on_a_finding_holds_for_its_statements(two: tuple[Newsroom, list[Statement]]) -> None:
    """A finding is rebuilt, and the judgement finds it again by the statements that it rested on."""
    room, _ = two
    finding = only(room.build(), "position")
    word = judge(finding.id, Verdict.CONFIRM, statements=finding.statements)
    assert only(room.build(judgements=[word]), "position").verdict is Verdict.CONFIRM
    gone = judge(finding.id, Verdict.REJECT, statements=finding.statements)
    assert room.build(judgements=[gone]).of_kind("position") == ()


def test_a_correction_replaces_the_content_and_keeps_the_evidence(two: tuple[Newsroom, list[Statement]]) -> None:
    """What the analyst wrote stands, on the same sentences, and as restricted as the judgement."""
    room, said = two
    right = PositionContent(party=actor_id("state", "Chad"), issue="justice", stance="conditional", text="an amnesty")
    before = only(room.build(), "position")
    word = judge(before.id, Verdict.CORRECT, statements=before.statements, correction=right, marking=Marking.AMBER)
    after = only(room.build(judgements=[word]), "position")
    assert after.content == right
    assert after.evidence == before.evidence
    assert after.marking is Marking.AMBER
    assert after.verdict is Verdict.CORRECT
    assert len(said) == len(after.statements)


def test_same_as_joins_what_no_rule_would(room: Newsroom) -> None:
    """Two positions in other words are one where an analyst says so."""
    draft = room.report("a")
    chad = draft.actor("Chad")
    places = [draft.position(chad, "justice", "rejects", text) for text in ("an amnesty", "impunity for warlords")]
    one, other = (room.statement(draft, place) for place in places)
    same = judge(one, Verdict.SAME_AS, other=other.id)
    assert len(room.build().of_kind("position")) == 2
    assert set(only(room.build(judgements=[same]), "position").statements) == {one.id, other.id}


def test_not_same_parts_what_a_rule_would_join(two: tuple[Newsroom, list[Statement]]) -> None:
    """Like words, two positions: also where they are the very same words."""
    room, said = two
    apart = judge(said[0], Verdict.NOT_SAME, other=said[1].id)
    assert len(room.build(judgements=[apart]).of_kind("position")) == 2


def test_the_latest_of_a_pair_counts(two: tuple[Newsroom, list[Statement]]) -> None:
    """A later `same-as` takes the place of a `not-same` of the same two, whichever is named first."""
    room, said = two
    apart = judge(said[0], Verdict.NOT_SAME, other=said[1].id)
    same = judge(said[1], Verdict.SAME_AS, at=5, other=said[0].id)
    only(room.build(judgements=[same, apart]), "position")


def test_actors_are_joined_and_parted_too(room: Newsroom) -> None:
    """Actors follow `same-as` and `not-same`, and two of one name get two ids."""
    for name in ("a", "b"):
        draft = room.report(name)
        draft.quote(draft.person("Ali Hassan"), f"words of report {name}")
    one, other = (s for s in room.statements() if s.kind == "actor")
    parted = room.build(judgements=[judge(one, Verdict.NOT_SAME, other=other.id)])
    actors = {finding.content.actor for finding in parted.of_kind("actor")}
    assert len(actors) == 2
    assert {finding.content.speaker for finding in parted.of_kind("quote")} == actors

    other_room = Newsroom()
    draft = other_room.report("a")
    draft.actor("Good Hope Front", "group")
    draft.actor("GHF", "group")
    one, other = other_room.statements()
    joined = other_room.build(judgements=[judge(one, Verdict.SAME_AS, other=other.id)])
    assert len(joined.of_kind("actor")) == 1


def test_what_an_actor_said_goes_with_the_actor(room: Newsroom) -> None:
    """Where an analyst says that there is no such actor, what it wants goes too, and it leaves every table."""
    draft = room.report("a")
    wrong, chad = draft.actor("Street", "organisation"), draft.actor("Chad")
    draft.position(wrong, "justice", "rejects", "an amnesty")
    draft.meeting(wrong, chad, place="Doha")
    word = judge(room.statements()[0], Verdict.REJECT)
    findings = room.build(judgements=[word])
    assert findings.of_kind("position") == ()
    assert only(findings, "meeting").content.participants == (only(findings, "actor").content.actor,)


def test_a_corrected_actor_keeps_what_it_said(room: Newsroom) -> None:
    """Statements name an actor by the id that the reader gave it; a correction of its name does not lose them."""
    draft = room.report("a")
    draft.quote(draft.person("Zelinsky"), "peace must be just")
    right = ActorContent(actor=actor_id("person", "Volodymyr Zelenskyy"), name="Volodymyr Zelenskyy", kind="person")
    findings = room.build(judgements=[judge(room.statements()[0], Verdict.CORRECT, correction=right)])
    assert only(findings, "actor").content.name == "Volodymyr Zelenskyy"
    assert only(findings, "quote").content.speaker == only(findings, "actor").content.actor


def test_unsure_marks(two: tuple[Newsroom, list[Statement]]) -> None:
    """The latest word on any of its statements is the verdict on a finding."""
    room, said = two
    words = [judge(said[0], Verdict.UNSURE, at=5), judge(said[1], Verdict.CONFIRM)]
    assert only(room.build(judgements=words), "position").verdict is Verdict.UNSURE


def test_a_retraction_takes_back_and_can_be_taken_back(two: tuple[Newsroom, list[Statement]]) -> None:
    """Rejected, taken back, and the taking back taken back: rejected again."""
    room, said = two
    words = [judge(each, Verdict.REJECT) for each in said]
    back = judge(words[0], Verdict.RETRACT, at=5)
    again = judge(back, Verdict.RETRACT, at=9)
    assert standing([again, back, *words]) == tuple(sorted(words, key=lambda word: word.id))
    assert only(room.build(judgements=[*words, back]), "position").statements == (said[0].id,)
    assert room.build(judgements=[*words, back, again]).of_kind("position") == ()


def test_both_of_two_people_stay_visible(two: tuple[Newsroom, list[Statement]]) -> None:
    """The later word counts; the earlier one, of someone else, is still shown beside it."""
    room, said = two
    ana, ben = judge(said[0], Verdict.CONFIRM), judge(said[0], Verdict.UNSURE, at=5, by="ben")
    elsewhere = judge("s-elsewhere", Verdict.CONFIRM)
    finding = only(room.build(judgements=[ben, ana]), "position")
    assert finding.verdict is Verdict.UNSURE
    assert judgements_on(finding, [ben, elsewhere, ana]) == (ana, ben)
