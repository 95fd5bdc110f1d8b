"""Who is who: the lists of persons and of bodies hang together, and decide only where they can."""

from __future__ import annotations

import tomllib
from collections import Counter
from importlib import resources

import pytest

from goodoffices.read.actors import gazetteer
from goodoffices.read.actors.gazetteer import entities
from goodoffices.read.actors.known import known_side

_DATA = resources.files(gazetteer.__package__).joinpath("data")
_HOLDERS = sorted(file.name for file in _DATA.iterdir() if file.name.startswith("holders"))


def side(name: str, *named: str, titled: bool = False) -> str | None:
    """The name of the side of a person in a report that names some."""
    known = known_side(name, titled=titled, named=frozenset(named))
    return known.name if known is not None else None


def people(file: str) -> dict[str, list[str]]:
    """Side -> persons in one of the lists."""
    sides: dict[str, list[str]] = tomllib.loads(_DATA.joinpath(file).read_text(encoding="utf-8"))["side"]
    return sides


@pytest.mark.parametrize("file", _HOLDERS)
def test_everyone_speaks_for_someone_known(file: str) -> None:
    """Every side of the lists of persons is a state, body or movement of the gazetteer."""
    assert [name for name in people(file) if name not in entities()] == []


@pytest.mark.parametrize("file", _HOLDERS)
def test_nobody_stands_twice_under_a_side(file: str) -> None:
    """A list names a person once for each side that they have spoken for."""
    names = Counter((each, name) for each, listed in people(file).items() for name in listed)
    first = Counter((each, name) for each, listed in people("holders.toml").items() for name in {*listed})
    twice = names if file == "holders.toml" else names + first
    assert [who for who, count in twice.items() if count > 1] == []


def test_no_person_is_called_as_a_body_is() -> None:
    """No name of the lists of persons is a form of a state, a body or a movement."""
    forms = {
        form for each in entities().values() for form in (each.name, *each.names, *each.adjectives, *each.metonyms)
    }
    assert [name for file in _HOLDERS for names in people(file).values() for name in names if name in forms] == []


def test_a_form_belongs_to_one_body() -> None:
    """No name, adjective or seat means two bodies, but for two that have been so from the beginning."""
    bearers: dict[str, set[str]] = {}
    for each in entities().values():
        for form in (each.name, *each.names, *each.adjectives, *each.metonyms):
            bearers.setdefault(form, set()).add(each.name)
    shared = {form for form, names in bearers.items() if len(names) > 1}
    assert shared <= {"Kingston", "Kosovo Albanian"}


def test_sides_homes_and_loose_forms_are_known() -> None:
    """The side and the home of a body are known, and what is loose is a form of its own."""
    for each in entities().values():
        assert each.side is None or each.side in entities(), each.name
        assert each.home is None or each.home in entities(), each.name
        assert {*each.loose} <= {each.name, *each.names, *each.adjectives, *each.metonyms}, each.name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Houari Boumédiène", "Algeria"),
        ("Houari Boumediene", "Algeria"),
        ("Dag Hammarskjold", "United Nations"),
        ("Le Duc Tho", "North Vietnam"),
        ("Shantu Larma", "PCJSS"),
        ("Guillermo Ungo", "Democratic Revolutionary Front"),
        ("Bjorn Tore Godal", "Norway"),
    ],
)
def test_persons_of_all_decades_are_known(name: str, expected: str) -> None:
    """Heads of state, envoys and leaders since 1945 are known by name, with accents or without."""
    assert side(name) == expected


@pytest.mark.parametrize(
    ("name", "named", "expected"),
    [
        ("Oluyemi Adeniji", ("United Nations", "Liberia"), "United Nations"),
        ("Oluyemi Adeniji", ("Nigeria", "Darfur"), "Nigeria"),
        ("Deng Alor", ("SPLM Former Detainees", "Uganda"), "SPLM Former Detainees"),
        ("Joaquín Villalobos", ("FMLN", "Mexico"), "FMLN"),
        ("Pekka Haavisto", ("Finland", "European Union"), None),
        ("Carlos Westendorp", (), None),
        ("Paul Malong", ("South Sudan",), None),
        ("Salva Kiir", ("South Sudan", "Kenya"), "South Sudan"),
        ("Salva Kiir", ("SPLM", "Kenya"), "SPLM"),
    ],
)
def test_the_report_decides_between_sides(name: str, named: tuple[str, ...], expected: str | None) -> None:
    """Who has spoken for several speaks for the one that the report names, for none where it names two or none.

    A rebel's own state is named in any report on the conflict, and tells nothing of his side.
    """
    assert side(name, *named) == expected


def test_a_surname_of_the_less_known_needs_their_side() -> None:
    """A bare surname with an office tells nothing where the report does not name the side of its bearer."""
    assert side("Gowon", titled=True) is None
    assert side("Gowon", "Nigeria", titled=True) == "Nigeria"
    assert side("Gowon", "Nigeria") is None


def test_a_surname_of_two_states_that_are_named_tells_nothing() -> None:
    """Where the report names the states of two bearers of a surname, it may be either of them."""
    assert side("Santos", "Colombia", titled=True) == "Colombia"
    assert side("Santos", "Colombia", "Angola", titled=True) is None
    assert side("Kabila", "AFDL", titled=True) is None


@pytest.mark.parametrize(
    ("surname", "state"),
    [("Díaz-Canel", "Cuba"), ("Miguel", None), ("Roh", "South Korea"), ("al-Sisi", "Egypt"), ("Sisi", "Egypt")],
)
def test_a_hyphen_parts_a_korean_given_name_and_no_surname(surname: str, state: str | None) -> None:
    """A double surname is whole, an Arabic article may be left away, and a Korean surname comes first."""
    assert side(surname, titled=True) == state


@pytest.mark.parametrize(
    ("seat", "state"),
    [("Villa Somalia", "Somalia"), ("Aso Rock", "Nigeria"), ("Casa Rosada", "Argentina"), ("Farnesina", "Italy")],
)
def test_buildings_stand_for_their_governments(seat: str, state: str) -> None:
    """Agencies call a government by its seat."""
    assert seat in entities()[state].metonyms
