"""Events outside the talks: what happened, of which kind, where, when and by whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from goodoffices.read.context import Context, open_context
from goodoffices.read.kinds.events import find_events
from goodoffices.record import EventContent, Statement, make_report

Open = Callable[..., Context]


def told(context: Context) -> list[EventContent]:
    """The events of a report."""
    return [s.content for s in find_events(context) if isinstance(s.content, EventContent)]


@pytest.mark.parametrize(
    ("text", "kind", "plover"),
    [
        ("Rebels shelled a hospital in Goma on Friday.", "violence", "ASSAULT"),
        ("A nurse was abducted near Mopti.", "violence", "ASSAULT"),
        ("The foreign minister accused Rwanda of arming the rebels.", "statement", "ACCUSE"),
        ("Eritrea threatened to close the port.", "statement", "THREATEN"),
        ("Rwanda's president called the offer “a trap”.", "statement", "ACCUSE"),
        ("The European Union imposed sanctions on two generals.", "measure", "SANCTION"),
        ("Police arrested 14 activists in Goma.", "measure", "COERCE"),
        ("Lawmakers voted on Monday to postpone the election.", "measure", None),
        ("Thousands of people marched in Goma against the truce.", "other", "PROTEST"),
    ],
)
def test_kinds_of_events(opened: Open, text: str, kind: str, plover: str | None) -> None:
    """Each kind is told by its verbs, and carries a PLOVER type where its words have one."""
    assert [(event.kind, event.plover) for event in told(opened(text))] == [(kind, plover)]


@pytest.mark.parametrize(
    "text",
    [
        "A monitoring mission with drones and sensors would watch the line.",
        "The parties undertake to refrain from attacks on civilians.",
        "If either side attacks, the truce is void.",
        "Mediators fear that an assault on Goma would end the talks.",
        "There is a risk of renewed fighting.",
        "The army denied it had bombed the camp.",
        "The envoy demanded sanctions for whoever drags his feet.",
        "The rebels did not attack the convoy.",
        "Did the rebels attack the convoy?",
        "In return the government will release prisoners convicted by courts in Goma.",
        "In March the talks moved to Geneva.",
    ],
)
def test_what_has_not_happened_is_no_event(opened: Open, text: str) -> None:
    """Plans, conditions, fears, denials, questions and mechanisms are no events."""
    assert told(opened(text)) == []


def test_one_event_a_clause_with_its_place_and_actors(opened: Open, named: Callable[[Context, str], str]) -> None:
    """An event's text is its clause alone; its actors are those who did it and whom it met."""
    context = opened("Russian forces launched an attack on Kharkiv, the governor said. Rwanda blamed Burundi.")
    attack, blame = told(context)
    assert (attack.text, attack.place) == ("Russian forces launched an attack on Kharkiv", "Kharkiv")
    assert [named(context, actor) for actor in attack.actors] == ["Russia"]
    assert {named(context, actor) for actor in blame.actors} == {"Rwanda", "Burundi"}


def test_the_time_is_that_of_the_clause() -> None:
    """Two clauses of one sentence keep their own times."""
    text = "Jets bombed Goma on 3 May, and on 5 May the rebels ambushed a convoy."
    report = make_report(text, path="a", title="t", language="en", published=dt.date(2024, 5, 8))
    days = [s.when.earliest for s in find_events(open_context(report)) if s.when]
    assert days == [dt.date(2024, 5, 3), dt.date(2024, 5, 5)]


def test_evidence_stands_in_the_text(opened: Open, proved: Callable[[Context, list[Statement]], None]) -> None:
    """Every quote is the text at its offsets."""
    context = opened("“Jets” bombed Goma — and the army fired rockets. Police arrested ten people.")
    statements = list(find_events(context))
    assert len(statements) >= 2
    proved(context, statements)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chad accuses the rebels of mining the road.", "statement"),
        ("Rwanda has denied it.", "statement"),
        ("Rwanda denies sending weapons.", "statement"),
        ("Truce monitors ruled last month that the navy had broken the rules.", "statement"),
        ("An unknown group claimed the attack.", "statement"),
        ("The United States keeps the rebels on its list of terrorist organisations.", "measure"),
        ("Human rights monitors counted 44 killings in Goma in May.", "violence"),
        ("Chad's envoy visited three camps last week.", "other"),
    ],
)
def test_what_is_said_and_done_beside_the_talks(opened: Open, text: str, kind: str) -> None:
    """Accusations of today, denials, rulings, claims, lists and visits to places are events."""
    assert [event.kind for event in told(opened(text))] == [kind]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Fighters crossed from Libya in April 2021 in a raid during which the governor was killed.", "2021-04-01"),
        ("A mine destroyed a lorry near Caia on 5 July and killed its driver.", "2024-07-05"),
        ("The truce of August 2006 ended when rebels shelled Goma.", None),
    ],
)
def test_the_time_of_an_event_is_its_own(text: str, first: str | None) -> None:
    """An event shares the time of the clause that it hangs on, not that of a document that is only named."""
    context = open_context(make_report(text, path="report.txt", title="", published=dt.date(2024, 7, 10)))
    whens = [s.when for s in find_events(context)]
    assert whens
    assert all((w.earliest.isoformat() if w and w.earliest else None) == first for w in whens)
