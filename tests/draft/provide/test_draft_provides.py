"""What a text provides for, on a made-up framework: measures, their parts, gaps, ties, milestones, guarantees."""

from __future__ import annotations

import time

import pytest

from goodoffices.draft.provide import Measure, Survey, find_cover, find_measures, find_milestones, find_ties, kinds
from goodoffices.draft.text import parse_text

FRAMEWORK = """---
parties: Northland, Southland
---
# Framework for Lake Varo

1. A ceasefire starts within 48 hours of signing and is monitored by the Lake Mission.
2. Southland shall withdraw its forces from the western shore to the lines of 3 May, in three stages, the first within 20 days of signing.
3. The Varo dam shall be operated by [Northland: a joint company | Southland: the Lake Authority]. Its electricity is shared equally.
4. A multinational force led by Estmark, with troops from Estmark and Oria, of up to 2,000 soldiers, shall deploy once the ceasefire has held for 30 days.
5. Estmark and Oria guarantee the border. In the event of an armed attack on Northland, Estmark shall come to its aid within 24 hours. Oria shall consult.
6. Prisoners are exchanged, all for all, by 1 March 2027.
7. Northland shall never join the Eastern Alliance and shall write this into its constitution.
8. Sanctions on Southland are lifted in two tranches after the withdrawal under point 2 has been verified.
9. The guarantee under point 5 takes effect once the ceasefire has entered into force.
"""  # noqa: E501  points of a text stand on one line

HEADED = """# Accord

## Article 1. The Stabilization Force

1. An international stabilization force shall be set up.
2. The Force is commanded by Oria.
3. Its mandate is to protect civilians.

## Article 2. Ports

4. Both Parties respect the harbour.
"""


def surveyed(text: str = FRAMEWORK) -> tuple[Survey, tuple[Measure, ...]]:
    """A text taken apart, and its measures."""
    survey = Survey.of(parse_text(text))
    return survey, find_measures(survey)


def measure(kind: str, provision: str = "", text: str = FRAMEWORK) -> Measure:
    """The measure of a kind that a numbered point holds."""
    survey, measures = surveyed(text)
    return next(
        each
        for each in measures
        if each.kind == kind and (not provision or provision in map(survey.places.number, each.provisions))
    )


def words(found: Measure, part: str) -> list[str]:
    """What a measure says of a part."""
    return [each.words for each in found.part(part)]


def test_a_withdrawal_has_its_lines_stages_and_day() -> None:
    """And nobody verifies it, which is said."""
    found = measure("withdrawal")
    assert words(found, "who") == ["Southland"]
    assert any("western shore" in each for each in words(found, "lines"))
    assert "in three stages" in words(found, "stages")
    assert any("within 20 days" in each for each in words(found, "when"))
    assert "verified by whom" in found.missing


def test_a_verifier_elsewhere_counts_where_it_names_the_thing() -> None:
    """A commission that verifies the withdrawal in another point verifies this one; one for elections does not."""
    extra = "10. The Commission shall verify {}.\n"
    assert (
        "verified by whom"
        not in measure("withdrawal", "2", FRAMEWORK + extra.format("the withdrawal of forces")).missing
    )
    assert "verified by whom" in measure("withdrawal", "2", FRAMEWORK + extra.format("the elections")).missing


def test_a_site_has_its_operators_as_alternatives() -> None:
    """Each with who wants it; that nobody inspects it is said."""
    found = measure("site")
    assert [(each.wanted_by, each.words) for each in found.open] == [
        (("Northland",), "a joint company"),
        (("Southland",), "the Lake Authority"),
    ]
    assert "inspected by" in found.missing


def test_a_force_has_contributors_size_and_what_blocks_it() -> None:
    """The lead, those who send troops, how many, and the trigger with its words."""
    found = measure("force")
    assert words(found, "lead") == ["Estmark"]
    assert words(found, "contributors") == ["Estmark and Oria"]
    assert words(found, "size") == ["up to 2,000 soldiers"]
    assert words(found, "trigger") == ["once the ceasefire has held for 30 days"]
    assert found.missing == ("mandate",)


def test_an_article_with_such_a_heading_is_one_measure() -> None:
    """Later points come back to "the Force" and belong to it; the next article does not."""
    found = measure("force", text=HEADED)
    assert len(found.provisions) == 4
    assert words(found, "lead") == ["Oria"]
    assert any("protect civilians" in each for each in words(found, "mandate"))


def test_what_is_only_waited_for_is_no_measure() -> None:
    """ "Once the ceasefire has held" provides for no ceasefire."""
    survey, measures = surveyed()
    places = [survey.places.number(each.provisions[0]) for each in measures if each.kind == "ceasefire"]
    assert places == ["1"]


def test_guarantees_have_their_event_duty_and_time() -> None:
    """One answers within a day; of the other it is said that it says not how soon."""
    survey, measures = surveyed()
    cover = find_cover(measures, survey)
    by = {each.by: each for each in cover.commitments}
    assert by["Estmark",].casus == ("an armed attack on Northland",)
    assert by["Estmark",].within == "24 hours"
    assert by["Oria",].duty == "consult"
    assert "a duty that says not how soon" in {each for each, _ in cover.gaps}


def test_a_guarantor_without_a_duty_is_a_gap() -> None:
    """Who guarantees and is never asked for anything is named."""
    text = "1. Estmark and Oria guarantee the peace. In the event of an armed attack, Estmark shall assist at once.\n"
    survey, measures = surveyed(text)
    assert find_cover(measures, survey).idle == ("Oria",)


def test_measures_hang_together_in_layers() -> None:
    """The force and the guarantee wait for the ceasefire, the relief for the withdrawal; each with its words."""
    survey, measures = surveyed()
    ties = find_ties(measures, survey)
    ids = {each.id: (each.kind, survey.places.number(each.provisions[0])) for each in measures}
    waits = {(ids[each.first], ids[each.second]) for each in ties.ties if each.how == "waits"}
    assert (("force", "4"), ("ceasefire", "1")) in waits
    assert (("pact", "9"), ("ceasefire", "1")) in waits
    assert (("relief", "8"), ("withdrawal", "2")) in waits
    layer = {ids[name]: number for number, names in enumerate(ties.layers) for name in names}
    assert layer["force", "4"] > layer["ceasefire", "1"]
    assert ("alliance", "7") in {ids[each] for each in ties.alone}


def test_measures_that_wait_for_each_other_stand_in_no_layer() -> None:
    """They are named as a knot."""
    survey, measures = surveyed(
        "1. Southland shall withdraw its forces once the international force has deployed under point 2.\n\n"
        "2. An international force shall deploy once the withdrawal under point 1 has been completed.\n"
    )
    assert len(find_ties(measures, survey).knots) == 2


def test_milestones_come_in_order_with_who_and_what() -> None:
    """By clock, the earliest first, each with its words at their place."""
    survey, _ = surveyed()
    found = find_milestones(survey)
    counted = [each.days for each in found if each.clock == "sign"]
    assert counted == [2.0, 20.0]
    assert found[1].who == ("Southland",)
    assert all(FRAMEWORK[each.span[0] : each.span[1]].strip() for each in found)


def test_every_part_stands_at_its_span() -> None:
    """The words of a part come from where it says."""
    _, measures = surveyed()
    for each in (part for found in measures for part in found.parts):
        said = " ".join(FRAMEWORK[each.span[0] : each.span[1]].replace("|", " ").split())
        assert all(word in said for word in each.words.split() if word != "|"), each


def test_every_kind_reads_its_patterns() -> None:
    """The data file holds a label and patterns that compile for each kind."""
    assert len(kinds()) >= 13
    assert all(each.label and each.cues.pattern for each in kinds().values())


def test_long_runs_of_one_word_end_soon() -> None:
    """No pattern is quadratic: 60,000 words of one kind take seconds at most."""
    started = time.process_time()
    surveyed("1. " + "withdraw forces " * 30_000 + ".\n\n2. " + "Estmark shall " * 20_000 + ".\n")
    assert time.process_time() - started < 20


@pytest.mark.parametrize(
    ("words", "kind", "part", "said"),
    [
        ("Guns fall silent at 06:00 on 1 August 2027.", "ceasefire", "when", "1 August 2027"),
        (
            "The Government withdraws its troops from the province in four stages.",
            "withdrawal",
            "who",
            "The Government",
        ),
        ("A telephone line is manned day and night.", "channel", "response_time", "day and night"),
        ("A strip five kilometres wide is kept free of tanks.", "zone", "bans", "tanks"),
        ("The dam stays in operation; its engineers answer to a joint board.", "site", "operator", "a joint board"),
        ("Eight hundred million dollars are raised by the donors for houses.", "fund", "payer", "the donors"),
        ("Kesh and Norland promise to send help if the valley is invaded.", "pact", "casus", "invaded"),
    ],
)
def test_measures_in_plain_words_are_found(words: str, kind: str, part: str, said: str) -> None:
    """What provides for something in the present tense and everyday words is found, with the part that it says."""
    measures = find_measures(Survey.of(parse_text(f"1. {words}\n")))
    parts = [one.words for each in measures if each.kind == kind for one in each.part(part)]
    assert any(said in each for each in parts)
