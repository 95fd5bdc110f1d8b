"""The file of an agreement: what it says is what is watched, and what makes no sense is refused with its line."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from goodoffices.watch.agreement import Duty, parse_agreement, read_agreement
from goodoffices.watch.errors import AgreementError, WatchError

HEAD = "agreement: Port Selene\nin force: 2026-03-01\n"


def obligation(**keys: str) -> str:
    """An agreement of one obligation with some keys more."""
    lines = {"id": "withdrawal", "owes": "North", "act": "withdraw"} | keys
    return HEAD + "obligations:\n  - " + "\n    ".join(f"{key}: {value}" for key, value in lines.items())


def test_every_key_arrives() -> None:
    """Who owes what to whom, upon what, by when, until when, verified by whom, and the thread to its issue."""
    read = parse_agreement(
        obligation(
            to="[South]",
            duty="refrain",
            provision="3",
            trigger="signing happened",
            until="2026-06-01",
            **{"verified by": "[Commission]", "breached when": "count(zone=buffer, days=1) > 0"},
            zones="buffer",
            issue="territory",
            option="pull-back",
            statements="[s-1, s-2]",
        )
    )
    (made,) = read.obligations
    assert (made.owes, made.to, made.duty, made.provision) == (("North",), ("South",), Duty.REFRAIN, "3")
    assert (made.verified_by, made.zones, made.statements) == (("Commission",), ("buffer",), ("s-1", "s-2"))
    assert made.trigger
    assert made.until
    assert made.broken


def test_a_deadline_day_is_over_at_midnight() -> None:
    """What is due on a day may still be done on it."""
    (made,) = parse_agreement(obligation(due="2026-05-01")).obligations
    assert made.due
    assert made.due.at == dt.datetime(2026, 5, 2, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("source", "line", "said"),
    [
        (obligation(trigger="withdrawal is fulfilled"), 4, "triggered by its own state"),
        (obligation(trigger="retreat is fulfilled"), 4, "no obligation or power 'retreat'"),
        (obligation(trigger="value(returns) > 3"), 4, "no indicator 'returns'"),
        (obligation(tigger="signing happened"), 7, "no key 'tigger'"),
        (obligation(duty="perhaps"), 7, "'do' or 'refrain'"),
        (obligation(due="soon"), 7, "date"),
        (obligation(due="2026-05-01", within="3 days"), 8, "leave one out"),
        (obligation(trigger="trigger"), 4, "not known here"),
        (obligation(each="ticket", every="7 days"), 4, "arises anew"),
        (HEAD + "obligations:\n  - {id: a, act: b}", 4, "'owes' is missing"),
        (HEAD + "obligations:\n  - {id: a, act: b, owes: X}\n  - {id: a, act: b, owes: X}", 5, "another obligation"),
        (HEAD + "powers:\n  - {id: p, act: b}", 4, "'when' is missing"),
        (HEAD + "powers:\n  - {id: p, act: b, when: x happened, suspends: y}", 4, "no obligation 'y'"),
        (HEAD + "obligations: 3", 3, "must be a list"),
        (HEAD + "obligations:\n  - 7", 4, "keys and values"),
        ("in force: 2026-03-01", 1, "'agreement' is missing"),
        ("agreement: x", 1, "'in force' is missing"),
        ("[", 1, "no YAML"),
        ("3", 1, "keys and values"),
    ],
)
def test_what_makes_no_sense_is_refused_with_its_line(source: str, line: int, said: str) -> None:
    """One error, with the line on which it stands and what to do."""
    with pytest.raises(WatchError) as told:
        parse_agreement(source, name="deal.yaml")
    assert str(told.value).startswith(f"deal.yaml:{line}: "), told.value
    assert said in str(told.value)


def test_a_file_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    """So is one that is no UTF-8."""
    with pytest.raises(AgreementError, match="No such file"):
        read_agreement(tmp_path / "none.yaml")
    (tmp_path / "agreement.yaml").write_bytes(b"agreement: \xff\xfe")
    with pytest.raises(AgreementError, match="UTF-8"):
        read_agreement(tmp_path)
