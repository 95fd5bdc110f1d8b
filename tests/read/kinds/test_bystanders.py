"""Bystanders: whom a report names without their taking part is no actor of its statements."""

from __future__ import annotations

from goodoffices.read.reading import read_report
from goodoffices.record import ActorContent, EventContent, MeetingContent, PositionContent, make_report


def contents(text: str) -> list[object]:
    """What a report says."""
    report = make_report(text, path="1.txt", title="T", language="en")
    return [statement.content for statement in read_report(report).statements]


def actors(text: str) -> dict[str, ActorContent]:
    """The actors of a report by name."""
    return {c.name: c for c in contents(text) if isinstance(c, ActorContent)}


def test_diplomats_and_observers_are_no_crowd_of_states() -> None:
    """ "European diplomats voiced hope" is no position of European governments, and brings in none."""
    text = "Peru and Chile met in Geneva on Tuesday. European diplomats urged both sides to sign the border treaty."
    assert "European governments" not in actors(text)
    assert {c.party for c in contents(text) if isinstance(c, PositionContent)} <= {
        actors(text)["Peru"].actor,
        actors(text)["Chile"].actor,
    }


def test_governments_that_act_together_are_one() -> None:
    """ "European leaders urged" is."""
    text = "Peru and Chile met in Geneva on Tuesday. European leaders urged both sides to sign the border treaty."
    assert "European governments" in actors(text)


def test_nobody_speaks_for_a_crowd_of_states() -> None:
    """A "European trade negotiator" has no side among "European governments", and they meet nobody in him."""
    text = (
        "European leaders welcomed the news. The Chilean foreign minister, Luis Rojas, met Carl Vestberg, "
        "the European trade negotiator, in Lima on Monday."
    )
    found = actors(text)
    assert found["Carl Vestberg"].side is None
    crowd = found["European governments"].actor
    assert all(crowd not in c.participants for c in contents(text) if isinstance(c, MeetingContent))


def test_a_commissioner_is_of_the_union_and_of_no_crowd() -> None:
    """A "European trade commissioner" speaks for the Union; governments that are named beside meet nobody in him."""
    text = (
        "European leaders welcomed the news. The Chilean foreign minister, Luis Rojas, met Carl Vestberg, "
        "the European trade commissioner, in Lima on Monday."
    )
    found = actors(text)
    assert found["Carl Vestberg"].side == found["European Union"].actor
    crowd = found["European governments"].actor
    assert all(crowd not in c.participants for c in contents(text) if isinstance(c, MeetingContent))


def test_a_state_to_which_people_flee_takes_no_part() -> None:
    """ "Families crossed into Bolivia" names a place; "Bolivia expelled" a state."""
    text = "Peru and Chile met in Geneva on Tuesday. On Friday gunmen killed two traders who had fled into Bolivia."
    assert "Bolivia" not in actors(text)
    events = [c for c in contents(text) if isinstance(c, EventContent)]
    assert events
    assert "Bolivia" in actors("Bolivia attacked a Peruvian border post on Friday, killing two guards.")


def test_a_state_of_which_only_the_hostages_are_takes_no_part() -> None:
    """ "Two Emirati hostages" brings in no Emirates; what they do for them does."""
    talks = "Kenya and the Agbelu Front met in Juba on Monday. The Front freed two Emirati hostages on Friday."
    assert "United Arab Emirates" not in actors(talks)
    assert "United Arab Emirates" in actors(talks + " The Emirates thanked Kenya for it.")


def test_a_person_of_no_side_who_takes_no_part_is_no_actor() -> None:
    """Whom nothing is told of but a name is left out; who is quoted, or holds an office, stays."""
    talks = "Peru and Chile met in Geneva on Tuesday. "
    assert "Ramiro Quiroz" not in actors(talks + "Ramiro Quiroz walked home through the rain.")
    assert "Ramiro Quiroz" in actors(talks + '"Nobody asked us about the border," said Ramiro Quiroz.')
    assert "Ramiro Quiroz" in actors(talks + "Ramiro Quiroz, a professor of law, watched the talks.")
    assert "Ramiro Quiroz" in actors(talks + "Chilean Foreign Minister Ramiro Quiroz walked home through the rain.")
