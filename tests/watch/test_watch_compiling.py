"""Compiling: obligations proposed from what a text orders; nothing is put in that the text does not say."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace
from watch_contracts import contract

from goodoffices.watch.agreement import Agreement, Duty, Obligation, parse_agreement
from goodoffices.watch.agreement.writing import write_agreement
from goodoffices.watch.compiling import Awaited, Deadline, Ordered, Permitted, compile_agreement
from goodoffices.watch.conditions import in_words

IN_FORCE = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
WITHDRAW = Ordered(
    provision="withdrawal",
    number="2",
    words="North shall withdraw its guns from the valley.",
    parties=("North",),
    verb="withdraw",
    context="North shall withdraw its guns from the valley. The withdrawal is verified by the Joint Commission.",
    issue="territory",
)


def compiled(*ordered: Ordered, **more: object) -> dict[str, Obligation]:
    """The obligations proposed, by id."""
    proposal = compile_agreement("made up", ordered, in_force=IN_FORCE, parties=("North", "South"), **more)  # type: ignore[arg-type]
    return {each.id: each for each in proposal.agreement.obligations}


def test_who_owes_what_and_who_verifies_it_is_read_and_nothing_is_confirmed() -> None:
    """Subject, act, verifier, kind, zone and the thread back to the issue."""
    made = compiled(WITHDRAW, zones={"valley": ("Long Valley", "valley")})["withdrawal"]
    assert (made.owes, made.act) == (("North",), "withdraw its guns from the valley")
    assert (made.verified_by, made.kind, made.zones, made.issue) == (
        ("Joint Commission",),
        "withdrawal",
        ("valley",),
        "territory",
    )
    assert not made.confirmed
    assert (made.trigger, made.due, made.until) == (None, None, None)


@pytest.mark.parametrize(
    ("words", "verb", "duty"),
    [
        ("The Parties shall cease all attacks.", "cease", Duty.REFRAIN),
        ("South shall not deploy aircraft.", "deploy", Duty.REFRAIN),
        ("South shall release all detainees.", "release", Duty.DO),
        ("North undertakes to respect the line.", "respect", Duty.REFRAIN),
    ],
)
def test_what_is_kept_is_told_from_what_is_done(words: str, verb: str, duty: Duty) -> None:
    """By "not" and by verbs that are never done once and for all."""
    (made,) = compiled(Ordered(provision="p", words=words, verb=verb, parties=("South",))).values()
    assert made.duty is duty


def test_what_waits_for_another_provision_is_triggered_by_it() -> None:
    """ "Once the withdrawal is completed": and a time that runs from it is a deadline."""
    after = Awaited(words="once the withdrawal is completed", kind="after", provision="withdrawal")
    within = Deadline("#withdrawal", 30.0, "within 30 days of the withdrawal")
    release = Ordered(
        provision="release", words="South shall release all.", parties=("South",), waits=(after,), deadlines=(within,)
    )
    made = compiled(WITHDRAW, release)["release"]
    assert made.trigger
    assert in_words(made.trigger) == "withdrawal is fulfilled"
    assert made.due
    assert made.due.within == dt.timedelta(days=30)
    assert made.due.of == made.trigger


def test_days_of_the_calendar_and_from_the_entry_into_force_become_dates() -> None:
    """The last day on which it may be done; over at midnight."""
    last = Deadline("calendar", float(dt.date(2026, 12, 31).toordinal()), "not later than 31 December 2026")
    (made,) = compiled(replace(WITHDRAW, deadlines=(last,))).values()
    assert made.due
    assert made.due.at == dt.datetime(2027, 1, 1, tzinfo=dt.UTC)
    (made,) = compiled(replace(WITHDRAW, deadlines=(Deadline("force", 14.0, "within 14 days"),))).values()
    assert made.due
    assert made.due.at == dt.datetime(2026, 3, 16, tzinfo=dt.UTC)


def test_a_ban_until_something_ends_then_and_does_not_start_then() -> None:
    """ "Shall not deploy until elections have been held"."""
    wait = Awaited(words="until elections have been held", kind="after", event="elections have been held")
    ban = Ordered(provision="ban", words="South shall not deploy.", parties=("South",), verb="deploy", waits=(wait,))
    made = compiled(ban)["ban"]
    assert made.trigger is None
    assert made.until
    assert in_words(made.until) == "elections-have-been-held happened"


def test_words_on_time_of_which_nothing_can_be_made_are_listed() -> None:
    """A person must look at them; nothing is put in for them."""
    wait = Awaited(words="in due course before the snow", kind="before", event="the snow")
    proposal = compile_agreement("x", [replace(WITHDRAW, waits=(wait,))], in_force=IN_FORCE)
    assert proposal.unread == {"withdrawal": ("in due course before the snow",)}
    assert proposal.agreement.obligations[0].trigger is None


def test_what_comes_again_arises_anew() -> None:
    """Each request within 24 hours; every week."""
    reply = Ordered(provision="reply", words="South shall reply to each request within 24 hours.", parties=("South",))
    weekly = Ordered(provision="weekly", words="South shall report every week.", parties=("South",))
    made = compiled(reply, weekly)
    assert (made["reply"].each, made["reply"].due.within) == ("request", dt.timedelta(days=1))  # type: ignore[union-attr]
    assert made["weekly"].every == dt.timedelta(weeks=1)


def test_who_is_not_named_is_unknown_and_told() -> None:
    """The elections are held by nobody; others can still wait for them."""
    held = Ordered(provision="elections", words="Elections shall be held.")
    proposal = compile_agreement("x", [held], in_force=IN_FORCE)
    assert proposal.agreement.obligations[0].owes == ("unknown",)
    assert proposal.nobody == (held,)


def test_what_a_breach_allows_becomes_a_power_with_its_clause() -> None:
    """It opens with the breach of what the clause names, and suspends what its act names."""
    sanctions = Ordered(provision="relief", number="4", words="West shall suspend its sanctions.", parties=("West",))
    clause = Permitted(
        provision="snapback", number="9", words="If the withdrawal is violated, the West may reinstate its sanctions."
    )
    other = Permitted(provision="visit", number="10", words="The Commission may visit any site.")
    proposal = compile_agreement("x", [WITHDRAW, sanctions], [clause, other], in_force=IN_FORCE)
    (power,) = proposal.agreement.powers
    assert (power.clause, power.holder, in_words(power.when)) == ("9", ("West",), "withdrawal is breached")
    assert power.effect.suspends == ("relief",)


def plain(agreement: Agreement) -> Agreement:
    """An agreement without the lines on which things stand."""
    return replace(
        agreement,
        source="",
        **{
            key: tuple(replace(each, line=0) for each in getattr(agreement, key))
            for key in ("obligations", "powers", "indicators", "alerts")
        },
    )


@pytest.mark.parametrize("seed", range(150))
def test_an_agreement_that_is_written_is_read_back_as_it_was(seed: int) -> None:
    """Every condition, deadline, power and effect of made-up agreements."""
    agreement, _, _ = contract(seed)
    assert plain(parse_agreement(write_agreement(agreement))) == plain(agreement)


def test_a_proposal_can_be_watched_as_it_is_written() -> None:
    """What is proposed is an agreement that the room reads, with remarks above what was not read."""
    wait = Awaited(words="in due course before the snow", kind="before", event="the snow")
    proposal = compile_agreement("x", [replace(WITHDRAW, waits=(wait,))], in_force=IN_FORCE, parties=("North",))
    written = write_agreement(proposal.agreement, notes={"withdrawal": ("not read:\nbefore the snow",)})
    assert "# not read: before the snow" in written
    assert plain(parse_agreement(written)) == plain(proposal.agreement)
