"""Bodies in power: who governs a state is that state in the reports of its time, and a party of its own before."""

from __future__ import annotations

import datetime as dt

import pytest

from goodoffices.record import ActorContent, actor_id, make_report, make_statement
from goodoffices.record.findings import build

TEXT = "The Taliban spoke. Afghanistan waited. Salim Haqqar agreed."


def joined(day: dt.date | None, *, state_named: bool = True) -> dict[str, tuple[str, str | None]]:
    """The joined actors of a report of a day: name -> kind, name of the side."""
    report = make_report(TEXT, path="1.txt", title="T", language="en", published=day)
    state, body, person = (
        actor_id("state", "Afghanistan"),
        actor_id("group", "Taliban"),
        actor_id("person", "Salim Haqqar"),
    )
    told = [
        (ActorContent(actor=body, name="Taliban", kind="group"), (0, 18)),
        (ActorContent(actor=person, name="Salim Haqqar", kind="person", side=body), (39, 59)),
    ]
    if state_named:
        told.append((ActorContent(actor=state, name="Afghanistan", kind="state"), (19, 38)))
    statements = [make_statement(content, (report.evidence(*span),), reader="test") for content, span in told]
    found = [f.content for f in build([report], statements).of_kind("actor") if isinstance(f.content, ActorContent)]
    names = {each.actor: each.name for each in found}
    return {each.name: (each.kind, names.get(each.side or "")) for each in found}


def test_who_governs_a_state_is_that_state() -> None:
    """After August 2021, with the state's name and kind; who speaks for the one speaks for the other."""
    assert joined(dt.date(2025, 11, 3)) == {"Afghanistan": ("state", None), "Salim Haqqar": ("person", "Afghanistan")}


@pytest.mark.parametrize("day", [dt.date(2020, 9, 12), None])
def test_before_that_and_on_no_day_they_are_two(day: dt.date | None) -> None:
    """A party to talks with a state is not the state; a report without a day says nothing of who governs."""
    assert joined(day) == {
        "Afghanistan": ("state", None),
        "Taliban": ("group", None),
        "Salim Haqqar": ("person", "Taliban"),
    }


def test_a_state_that_nobody_names_is_not_made_up() -> None:
    """Where no report names the state, the body stays what it is called."""
    assert joined(dt.date(2025, 11, 3), state_named=False)["Taliban"] == ("group", None)
