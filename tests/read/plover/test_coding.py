"""The coding of events: type, source and target of single sentences."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.read.plover import TYPES, events


def coded(text: str) -> list[tuple[str, list[str], list[str]]]:
    """Type, source and target of every event of a text."""
    return [(one.plover, one.source, one.target) for one in events(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad agreed on Monday to open a crossing with Sudan.", ("AGREE", ["TCD"], ["SDN"])),
        ("The Danish prime minister met his Finnish counterpart in Oslo.", ("CONSULT", ["DNK"], ["FIN"])),
        ("Ghana praised Togo for the conduct of its vote.", ("SUPPORT", ["GHA"], ["TGO"])),
        ("Portugal has shared intelligence with Morocco.", ("COOPERATE", ["PRT"], ["MAR"])),
        ("Kuwait sent medicine and tents to Nepal after the earthquake.", ("AID", ["KWT"], ["NPL"])),
        ("Uganda withdrew two battalions from eastern Congo.", ("YIELD", ["UGA"], ["COD"])),
        ("Bolivia urged Chile to return to the negotiating table.", ("REQUEST", ["BOL"], ["CHL"])),
        ("Eritrea accused Ethiopia of massing troops.", ("ACCUSE", ["ERI"], ["ETH"])),
        ("Hungary turned down a Slovak request for water.", ("REJECT", ["HUN"], ["SVK"])),
        ("Pakistan threatened to bomb Afghan camps.", ("THREATEN", ["PAK"], ["AFG"])),
        ("Teachers went on strike across Tunisia on Tuesday.", ("PROTEST", ["TUN"], ["TUN"])),
        ("Norway cut ties with Belarus.", ("SANCTION", ["NOR"], ["BLR"])),
        ("Algeria sent tanks to its border with Libya.", ("MOBILIZE", ["DZA"], ["LBY"])),
        ("Police in Uganda arrested two opposition lawmakers.", ("COERCE", ["UGA"], ["UGA"])),
        ("Rwandan soldiers opened fire on a Congolese patrol.", ("ASSAULT", ["RWA"], ["COD"])),
    ],
)
def test_every_type_is_coded_with_both_countries(text: str, expected: tuple[str, list[str], list[str]]) -> None:
    """One sentence of each type gives that type, and the countries of who did it and to whom."""
    assert coded(text) == [expected]


def test_a_passive_has_its_source_behind_by() -> None:
    """The subject of a passive is the target, the agent the source."""
    assert coded("Three Kenyan policemen were killed by Somali gunmen.") == [("ASSAULT", ["SOM"], ["KEN"])]


def test_what_is_reported_counts_and_not_who_reports_it() -> None:
    """Through "said that", the event is the one reported."""
    assert coded("Swiss diplomats said that Armenia had shelled Azerbaijan.") == [("ASSAULT", ["ARM"], ["AZE"])]


def test_those_who_meet_each_other_are_both_given() -> None:
    """Joined subjects of something mutual stand on both sides."""
    assert coded("Peru and Ecuador signed a treaty in Geneva.") == [("SUPPORT", ["PER"], ["ECU"])]


@pytest.mark.parametrize(
    ("text", "plover"),
    [
        ("Spain will send medicine to Haiti.", "AGREE"),
        ("Spain will not meet the envoys of Morocco.", "REJECT"),
        ("Turkey said it would invade northern Syria.", "THREATEN"),
        ("Egypt said Sudan must hand over the suspects.", "REQUEST"),
    ],
)
def test_what_is_to_come_is_a_promise_a_threat_a_refusal_or_a_demand(text: str, plover: str) -> None:
    """Tense, negation and duty change the type."""
    assert [kind for kind, _, _ in coded(text)] == [plover]


@pytest.mark.parametrize(
    "text",
    [
        "Chad did not attack Sudan.",
        "The weather was fine in Peru.",
        "If Chad attacks, Sudan will be sorry.",
        "",
        "\n\n",
    ],
)
def test_what_did_not_happen_is_no_assault(text: str) -> None:
    """A denial, a condition and a sentence about nothing give no violence."""
    assert "ASSAULT" not in [kind for kind, _, _ in coded(text)]


def test_a_body_of_no_country_gets_none() -> None:
    """The United Nations have no country, and none is guessed from the place."""
    assert coded("The United Nations condemned the coup in Niger.") == [("ACCUSE", [], ["NER"])]


def test_spans_count_in_the_text_as_given() -> None:
    """The span of an event covers its words, in a later paragraph too."""
    text = "Nothing new.\n\nGhana praised Togo for the “vote”."
    (event,) = events(text)
    assert text[event.span[0] : event.span[1]].startswith("Ghana praised Togo")


@settings(max_examples=25, deadline=None)
@given(
    st.text(max_size=200)
    | st.lists(st.sampled_from(["Iran", "attack", "met", "said", ",", "and", ".", "talks with", "of", "US"])).map(
        " ".join
    )
)
def test_any_text_gives_whole_events(text: str) -> None:
    """Whatever the text, every event has a known type, three-letter codes and a span with words."""
    for event in events(text):
        assert event.plover in TYPES
        assert all(len(code) == 3 and code.isupper() for code in (*event.source, *event.target))
        assert text[event.span[0] : event.span[1]].strip()


def test_a_list_without_end_is_read_in_time() -> None:
    """A name repeated a hundred thousand times is no sentence, and costs no time beyond reading it."""
    assert len(coded("Iran and Iraq met. " + "Iran, " * 100_000)) <= 1
