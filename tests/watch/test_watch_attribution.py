"""Attribution: never surer than the evidence, and an accusation is none."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.watch.attribution import Standing, evidence_cap, evidence_grades, settle, settle_all
from goodoffices.watch.errors import LogError
from goodoffices.watch.log import Attribution, log_of

NOW = dt.datetime(2026, 5, 1, tzinfo=dt.UTC)
PARTIES = ("North", "South")


def said(
    by: str,
    party: str,
    *,
    confidence: float = 0.9,
    evidence: tuple[str, ...] = ("inspection",),
    day: int = 0,
    dissent: tuple[str, ...] = (),
) -> Attribution:
    """What somebody says of one incident."""
    known = NOW + dt.timedelta(days=day)
    return Attribution(
        incident="i-1", party=party, confidence=confidence, evidence=evidence, by=by, known=known, dissent=dissent
    )


def test_one_body_that_names_a_party_attributes_it_as_far_as_its_evidence_goes() -> None:
    """Nine in ten, but an inspection allows 0.85."""
    found = settle([said("Commission", "North")], parties=PARTIES)
    assert (found.standing, found.party, found.confidence) == (Standing.ATTRIBUTED, "North", 0.85)


def test_parties_that_accuse_each_other_attribute_nothing() -> None:
    """Each names the other: disputed, whatever evidence they claim."""
    words = [said("North", "South", evidence=("forensic",)), said("South", "North", evidence=("forensic",))]
    found = settle(words, parties=PARTIES)
    assert (found.standing, found.party, found.confidence) == (Standing.DISPUTED, "", 0.0)
    assert found.named == {"North": 0.3, "South": 0.3}


def test_one_accusation_leaves_the_question_open() -> None:
    """Nobody but the other party has spoken."""
    assert settle([said("South", "North")], parties=PARTIES).standing is Standing.OPEN


def test_a_party_may_own_up() -> None:
    """Its word about itself is an admission and not an accusation."""
    found = settle([said("North", "North", evidence=("admission",))], parties=PARTIES)
    assert (found.standing, found.party) == (Standing.ATTRIBUTED, "North")


def test_bodies_that_name_different_parties_dispute_it() -> None:
    """Neither is preferred."""
    found = settle([said("Commission", "North"), said("Agency", "South")], parties=PARTIES)
    assert (found.standing, found.party) == (Standing.DISPUTED, "")


def test_who_could_not_tell_is_dissent_beside_who_could() -> None:
    """And dissent within a body stays with it."""
    words = [said("Commission", "North", dissent=("South",)), said("Agency", "")]
    found = settle(words, parties=PARTIES)
    assert (found.standing, found.dissent) == (Standing.ATTRIBUTED, ("Agency", "South"))
    assert settle([said("Agency", "")], parties=PARTIES).standing is Standing.UNDETERMINED


def test_the_latest_word_of_each_counts() -> None:
    """The Commission changed its mind."""
    found = settle([said("Commission", "South", day=3), said("Commission", "North")], parties=PARTIES)
    assert found.party == "South"


@given(
    st.lists(
        st.builds(
            said,
            st.sampled_from(["Commission", "Agency", "North", "South"]),
            st.sampled_from(["North", "South", ""]),
            confidence=st.floats(0, 1),
            evidence=st.lists(st.sampled_from(sorted(evidence_grades())), max_size=3).map(tuple),
            day=st.integers(0, 3),
        ),
        min_size=1,
    )
)
def test_nothing_is_surer_than_its_evidence(words: list[Attribution]) -> None:
    """The confidence is at most what the best evidence given by anyone allows, and what anyone claimed."""
    found = settle(words, parties=PARTIES)
    assert found.confidence <= max(evidence_cap(each.evidence) for each in words)
    assert found.confidence <= max(each.confidence for each in words)
    assert (found.party != "") == (found.standing is Standing.ATTRIBUTED)


def test_every_incident_of_a_log_is_settled() -> None:
    """By its id."""
    other = Attribution(incident="i-2", party="", by="Agency", known=NOW)
    found = settle_all(log_of([said("Commission", "North"), other]), parties=PARTIES)
    assert {key: each.standing for key, each in found.items()} == {
        "i-1": Standing.ATTRIBUTED,
        "i-2": Standing.UNDETERMINED,
    }


def test_a_grade_that_is_none_is_refused() -> None:
    """With those that there are."""
    with pytest.raises(LogError, match=r"hearsay.*witness"):
        evidence_cap(["hearsay"])
