"""Surnames that stand alone: whom they mean, and when they mean nobody."""

from __future__ import annotations

import datetime as dt

import pytest

from goodoffices.read.context import Context, open_context
from goodoffices.record import make_report

DAY = dt.date(2024, 1, 10)


def read(text: str) -> Context:
    """Open a text as a report."""
    return open_context(make_report(text, path="x", title="x", language="en", published=DAY))


def persons(text: str) -> dict[str, str | None]:
    """Name -> the name of the side, of the persons of a text."""
    actors = read(text).roster.actors
    return {a.name: actors[a.side].name if a.side else None for a in actors.values() if a.kind == "person"}


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("Savimbi refused to come to Lusaka.", "Savimbi", "UNITA"),
        ("Dhlakama's people walked out of the talks.", "Dhlakama", "Renamo"),
        ("Museveni offered forgiveness under traditional rites.", "Museveni", "Uganda"),
        ("Khrushchev was ready to give back two islands.", "Khrushchev", "Soviet Union"),
        ("Sadat and Begin approved one division.", "Begin", "Israel"),
        ("Al-Burhan's aides rejected the truce.", "Al-Burhan", "Sudanese Armed Forces"),
        ("The plan was rejected by Denktash.", "Denktash", "Turkish Cypriots"),
        ("De Klerk lifted the ban in February.", "De Klerk", "South Africa"),
        ("Prachanda met Koirala in Delhi.", "Koirala", "Nepal"),
        ("Prabhakaran ordered his fighters to hold their fire.", "Prabhakaran", "LTTE"),
    ],
)
def test_a_surname_that_everyone_knows_means_its_bearer(text: str, name: str, side: str) -> None:
    """No office and no first name is needed, and the side is known."""
    assert persons(text)[name] == side


@pytest.mark.parametrize(
    "text",
    [
        "The talks begin on Tuesday in a hotel.",
        "Trucks crossed the Nehru Bridge at dawn.",
        "The Brezhnev doctrine was buried that year.",
        "A street named Tito Avenue was closed.",
    ],
)
def test_a_word_or_a_name_of_a_thing_is_nobody(text: str) -> None:
    """A verb of English, a bridge, a doctrine and an avenue are no persons."""
    assert not persons(text)


def test_a_first_name_that_is_also_a_surname_is_part_of_the_whole() -> None:
    """ "Petro Poroshenko" is no Gustavo Petro."""
    assert "Petro" not in persons("Petro Poroshenko rejected the plan.")


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Savimbi's aides rejected the ceasefire.", "UNITA"),
        ("Haftar's emissaries rejected the ceasefire.", "Libyan National Army"),
        ("Kagame's envoys rejected the ceasefire.", "Rwanda"),
    ],
)
def test_the_people_of_someone_are_of_the_same_side(text: str, party: str) -> None:
    """Aides, emissaries and envoys act for whom their master speaks."""
    context = read(text)
    meant = context.passages[0].doc.user_data["actors"]
    token = next(t for t in context.passages[0].doc if t.dep_ == "nsubj")
    assert [context.roster.actors[context.roster.party(a)].name for a in meant[token.i]] == [party]


def test_the_party_of_a_head_of_state_is_not_the_state() -> None:
    """ "Museveni's party" and "the bloc of Aoun" are no states."""
    context = read("Museveni's party rejected the amnesty.")
    assert not any(t.lower_ == "party" and context.roster.at(t) for t in context.passages[0].doc)
