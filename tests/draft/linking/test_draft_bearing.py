"""Which positions bear on which provision, in which direction, and which have no reply."""

from __future__ import annotations

from talks import document, findings

from goodoffices.draft.linking import (
    bears_on,
    group_gaps,
    issue_gaps,
    limits_of_voices,
    mandate_points,
    progress_claims,
)


def directions(text: str | None = None) -> dict[str, set[tuple[str, str, int]]]:
    """Provision -> (direction, words of the position, number of the alternative)."""
    found = bears_on(document(text) if text else document(), findings())
    return {
        name: {(each.direction, each.voice.text, each.alternative) for each in bearings}
        for name, bearings in found.provisions.items()
    }


def test_a_red_line_is_against_what_it_rejects_and_for_what_denies_it() -> None:
    """The stance gives the direction, and a denial in the provision turns it round."""
    found = directions()
    assert ("against", "foreign troops on its soil", 0) in found["force"]
    assert ("for", "foreign troops on its soil", 0) in found["none"]


def test_rejecting_to_abandon_is_against_a_renunciation() -> None:
    """Two turns of meaning in the position and one in the provision leave it opposed."""
    assert ("against", "abandoning its claim to the islands", 0) in directions()["islands"]


def test_the_alternative_with_the_figure_asked_for_is_the_one_meant() -> None:
    """Another figure of the same unit is unsure, and says which figures differ."""
    found = bears_on(document(), findings()).provisions["people"]
    by_alternative = {each.alternative: each for each in found}
    assert by_alternative[1].direction == "for"
    assert by_alternative[1].wanted_by == ("Belmark",)
    assert by_alternative[2].direction == "unsure"
    assert "30 against 90 days" in by_alternative[2].reason


def test_a_condition_is_neither_for_nor_against() -> None:
    """Whoever accepts on a condition is listed so, with the condition at hand."""
    (bearing,) = (each for each in bears_on(document(), findings()).provisions["commission"] if each.voice.condition)
    assert bearing.direction == "on a condition"
    assert bearing.voice.condition == "if the guns are withdrawn"


def test_every_bearing_has_its_sentence_and_its_place() -> None:
    """The words of the passage stand at its span, the sentence stands in the report."""
    text, record = document(), findings()
    for bearings in bears_on(text, record).provisions.values():
        for each in bearings:
            assert each.voice.sentence in record.reports[0].text.replace("\n", " ")
            assert text.source[each.span[0] : each.span[1]].strip()
            assert 0 < each.likeness <= 1


def test_a_position_that_nothing_bears_on_has_no_reply() -> None:
    """It is listed as unanswered, with the provisions that speak of its issue all the same."""
    found = bears_on(document(), findings())
    assert "compensation for the flooded valley" in {each.voice.text for each in found.unanswered}
    borne = {each.voice.finding for bearings in found.provisions.values() for each in bearings}
    assert borne | {each.voice.finding for each in found.unanswered} == {each.finding for each in found.voices}
    assert not borne & {each.voice.finding for each in found.unanswered}


def test_a_link_comes_before_wording() -> None:
    """A provision that links a statement answers it, whatever its words."""
    voice = next(each for each in bears_on(document(), findings()).voices if "flooded" in each.text)
    text = f"1. The Parties set up a fund. {{#fund statements={voice.statements[0]}}}\n"
    (bearing,) = (each for each in bears_on(document(text), findings()).provisions["fund"] if each.how == "link")
    assert bearing.voice.text == voice.text
    assert bearing.direction == "for"


def test_the_force_of_a_text_is_no_force_of_soldiers() -> None:
    """ "Enters into force" brings no position on troops to bear."""
    assert directions("1. This Agreement enters into force on the soil of Arvenia. {#law}\n")["law"] == set()


def test_conflicts_have_red_lines_first() -> None:
    """Who opposes which provision: the red line before the rest."""
    found = bears_on(document(), findings()).conflicts
    assert [each.provision for each in found] == ["force", "islands"]
    assert [each.voice.firm for each in found] == [True, False]


def test_a_claim_of_progress_is_held_against_open_brackets() -> None:
    """A bracket on the issue leaves the claim open; all agreed and no bracket bears it out; nothing on it is silent."""
    record = findings()

    def verdict(text: str) -> str:
        read = document(text)
        (claim,) = progress_claims(read, record, bears_on(read, record))
        return claim.verdict

    assert verdict(document().source) == "open"
    assert verdict("1. Prisoners are released. {#a .agreed}\n") == "borne out"
    assert verdict("1. Prisoners are released. {#a}\n") == "unmarked"
    assert verdict("1. The road is opened. {#a}\n") == "silent"


def test_people_whom_the_record_names_and_the_text_does_not() -> None:
    """Women are asked for in the record; the text is silent on them until it names them."""
    record, text = findings(), document()
    assert "Women" in {each.group for each in group_gaps(text, bears_on(text, record))}
    named = document(text.source.replace("A joint commission", "A joint commission of women and men"))
    assert "Women" not in {each.group for each in group_gaps(named, bears_on(named, record))}


def test_parties_left_without_an_answer_by_issue() -> None:
    """The unanswered come with how many of their other positions on the issue find a reply."""
    gaps = {(each.name, each.issue): each for each in issue_gaps(bears_on(document(), findings()))}
    assert gaps["Arvenia", "economy"].answered == 0
    assert ("Belmark", "detainees") not in gaps


def test_mandates_point_by_point() -> None:
    """Outside where it says what is excluded, within on the same issue, not mentioned elsewhere."""
    text = document()
    limits = limits_of_voices(bears_on(text, findings()).voices)
    found = {each.provision: each.verdict for each in mandate_points(text, limits) if each.party == "Arvenia"}
    assert found["force"] == "outside"
    assert found["people"] == "not mentioned"
    calm = document("1. Foreign contingents leave the towns. {#a}\n\n2. Prisoners are released. {#b}\n")
    assert {each.provision: each.verdict for each in mandate_points(calm, limits)} == {
        "a": "within",
        "b": "not mentioned",
    }
