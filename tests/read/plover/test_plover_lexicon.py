"""The data files of the coder: every entry can be read, and names what exists."""

from __future__ import annotations

from countryinfo import all_countries

from goodoffices.read.plover.countries import gazette
from goodoffices.read.plover.lexicon import frames_by_verb, lexicon
from goodoffices.read.plover.model import TYPES


def test_every_type_has_verbs_and_nouns_of_types_only() -> None:
    """The lexicon names the published types, and no others."""
    assert {frame.plover for frames in lexicon().verbs.values() for frame in frames} == set(TYPES)
    assert set(lexicon().nouns.values()) <= set(TYPES)


def test_the_most_telling_frame_comes_first() -> None:
    """Frames that ask for more are tried before those that ask for less."""
    for frames in lexicon().verbs.values():
        weights = [frame.weight for frame in frames]
        assert weights == sorted(weights, reverse=True)


def test_the_notation_is_read_as_the_data_file_tells_it() -> None:
    """Objects, prepositions, infinitives and subjects, with alternatives and classes."""
    frames = frames_by_verb({"X": ["put|place on:alert S:army >* &colour"]}, {"colour": frozenset({"red"})})
    assert set(frames) == {"put", "place"}
    (frame,) = frames["put"]
    assert [(c.slot, set(c.words)) for c in frame.conditions] == [
        ("on", {"alert"}),
        ("subject", {"army"}),
        ("infinitive", set()),
        ("object", {"red"}),
    ]


def test_country_codes_are_of_the_standard() -> None:
    """A country code is one of ISO 3166-1, or the one in use for Kosovo."""
    known = {country.info().get("ISO", {}).get("alpha3") for country in all_countries()}
    ours = {code for names in gazette().names.values() for _, code in names if code}
    assert ours - known <= {"XKX", "SSD"}
