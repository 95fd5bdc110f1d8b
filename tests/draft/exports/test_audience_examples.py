"""What each audience sees of a text, example by example."""

from __future__ import annotations

import datetime as dt

import pytest

from goodoffices.draft.errors import ReleaseError
from goodoffices.draft.exports import FOR_OTHERS, export, for_audience, marked_as_version, withheld
from goodoffices.draft.text import parse_text, to_markdown
from goodoffices.draft.versions import make_version
from goodoffices.record import Marking


def seen(source: str, audience: Marking = Marking.GREEN) -> str:
    """What an audience sees of a text, as Markdown."""
    return to_markdown(for_audience(parse_text(source), audience))


def test_private_alternatives_are_numbered_in_the_order_of_their_words() -> None:
    """Who wants what is closed, and the order tells nothing."""
    source = "1. Starts in [South: two days | North: one day]{.private}. {#start}\n"
    assert seen(source) == "1. Starts in [Alternative 1: one day | Alternative 2: two days]. {#start}\n"


def test_open_attributions_stay_open() -> None:
    """A bracket that is not private keeps its parties, its order and its name."""
    source = "1. Starts in [South: two days | North: one day]{#days}. {#start}\n"
    assert seen(source) == source


def test_everything_within_a_private_bracket_is_private() -> None:
    """A bracket in a private one does not tell whose the outer alternative is."""
    source = "1. [North: [North: a | South: b] or c | South: d]{.private} holds. {#one}\n"
    assert "North" not in seen(source)
    assert "South" not in seen(source)


def test_a_bracket_around_provisions_is_closed_with_its_numbers_in_order() -> None:
    """Alternatives change places with their numbers, and the ids of their provisions are made anew."""
    source = "[North:\n\n3. We withdraw. {#norths-idea}\n\n| South:\n\n4. All withdraw. {#souths-idea}\n\n]{.private}\n"
    assert seen(source) == (
        "[Alternative 1:\n\n3. All withdraw. {#withdraw}\n\n| Alternative 2:\n\n4. We withdraw. {#we-withdraw}\n\n]\n"
    )


def test_numbers_stay_so_that_references_hold() -> None:
    """What is left out leaves a gap, and no word says so."""
    source = "1. One. {#one}\n\n2. Two. {#two marking=RED}\n\n3. See point 1. {#three}\n"
    assert seen(source) == "1. One. {#one}\n\n3. See point 1. {#three}\n"


def test_what_stands_under_a_provision_is_as_restricted_as_it() -> None:
    """A lower marking further down opens nothing."""
    source = "1. One: {#one marking=AMBER}\n\n   (a) two; {#two marking=CLEAR}\n\n2. Three. {#three}\n"
    assert seen(source) == "2. Three. {#three}\n"
    assert withheld(parse_text(source), Marking.GREEN).provisions == ("one", "two")


def test_an_alternative_can_be_restricted_alone() -> None:
    """The others stay in brackets: nobody has agreed to them."""
    source = "1. In [North: a | South: b {marking=RED} | c] days. {#one}\n"
    assert seen(source) == "1. In [North: a | c] days. {#one}\n"
    assert withheld(parse_text(source), Marking.GREEN).alternatives == 1


def test_space_closes_up_where_a_bracket_went() -> None:
    """Nothing in the words shows where it was."""
    assert seen("1. All leave [secretly]{marking=RED}, today. {#one}\n") == "1. All leave, today. {#one}\n"


def test_a_provision_of_nothing_but_a_hidden_bracket_goes() -> None:
    """A number without words would tell of it."""
    source = "1. [All of it.]{marking=RED} {#one}\n\n2. Two. {#two}\n"
    assert seen(source) == "2. Two. {#two}\n"


def test_who_agreed_is_hidden_where_attributions_are_private() -> None:
    """A provision with a private bracket, or marked private itself, does not tell who agreed, nor when."""
    source = (
        "1. [North: a | South: b]{.private} {#one .proposed by=North on=2026-11-01}\n\n"
        "2. Two. {#two .agreed .private by=South}\n"
    )
    assert seen(source) == "1. [Alternative 1: a | Alternative 2: b] {#one .proposed}\n\n2. Two. {#two .agreed}\n"
    assert "by=North" in seen("1. One. {#one .agreed by=North}\n")


def test_private_behind_a_provision_closes_its_brackets() -> None:
    """Whoever writes the mark one space too far tells nobody by it."""
    assert "North" not in seen("1. Days: [North: 1 | South: 2] {.private}\n")


def test_ids_that_name_a_hidden_party_are_made_anew() -> None:
    """An id is shown, so it must name nobody who is not, nor whose wish a contested provision is."""
    source = "1. Starts [North: now | South: later]{.private}. {#northern-offer}\n\n2. Two for North. {#north}\n"
    shown = seen(source)
    assert "northern-offer" not in shown
    assert "{#north}" in shown


def test_an_editor_is_no_party() -> None:
    """The brackets that a merge made with editors' names are closed."""
    source = "---\nparties: North, South\neditors: Anna, Bela\n---\n\n1. [Anna: a | Bela: b] holds for North. {#one}\n"
    assert (
        seen(source) == "---\nparties: North\n---\n\n1. [Alternative 1: a | Alternative 2: b] holds for North. {#one}\n"
    )


def test_words_with_a_colon_do_not_become_a_party() -> None:
    """Where the parties are no longer declared, mere words stay mere words."""
    source = "---\nparties: North, South\n---\n\n1. [Note: a | South: b]{.private} holds. {#one}\n"
    document = for_audience(parse_text(source), Marking.GREEN)
    assert [each.parties for each in document["one"].body[0].alternatives] == [(), ()]
    alone = for_audience(parse_text(source.replace(" | South: b", "")), Marking.GREEN)
    assert alone["one"].body[0].alternatives[0].parties == ()
    assert alone["one"].text == "[Note: a] holds."


def test_what_is_shown_carries_the_marking_of_its_most_restricted_part() -> None:
    """An export for AMBER with a GREEN provision is GREEN."""
    source = "1. One. {#one marking=GREEN}\n\n2. Two. {#two marking=RED}\n"
    assert for_audience(parse_text(source), Marking.AMBER).marking is Marking.GREEN


def test_a_text_marked_above_its_audience_is_refused() -> None:
    """Nothing of it is shown, and the sentence says for whom it may be."""
    with pytest.raises(ReleaseError, match=r"marked TLP:AMBER, and this export is for TLP:GREEN"):
        seen("---\nmarking: AMBER\n---\n\n1. One.\n")


def test_a_version_is_as_restricted_as_its_history_says() -> None:
    """A version that is marked AMBER is not for GREEN, whatever its text says; for AMBER the export carries it."""
    version = make_version("1. One. <!-- a --> {#one}\n", date=dt.date(2026, 11, 22), marking=Marking.AMBER)
    with pytest.raises(ReleaseError, match="TLP:AMBER"):
        for_audience(marked_as_version(version), Marking.GREEN)
    assert for_audience(marked_as_version(version), Marking.RED).marking is Marking.AMBER


@pytest.mark.parametrize(
    ("source", "where"),
    [
        ("1. Days: [North: 1 | South: 2] {.private} and on.\n", "t.md:1:"),
        ("1. One {marking=RED} and on.\n\n2. Two.\n", "t.md:1:8"),
        ("1. [North: a | South: b\n", "t.md:1:4"),
        ("1. One. {#one marking=RDE}\n", "t.md:1:"),
    ],
)
def test_a_marking_that_would_be_lost_stops_the_export(source: str, where: str) -> None:
    """Attributes out of place, brackets that do not close, markings that are none: refused, with the place."""
    with pytest.raises(ReleaseError, match=where):
        for_audience(parse_text(source, name="t.md", tolerant=True), Marking.RED)


def test_comments_go_wherever_they_stand() -> None:
    """At the start, in words, between paragraphs, in brackets, and one that never ends."""
    source = (
        "<!-- a -->\n\n1. One <!-- b -->two [x <!-- c | d --> | y]. {#one}\n\n<!-- e\n\nf -->\n\n2. Three. <!-- g\n"
    )
    shown = seen(source)
    assert "<!--" not in shown
    assert shown.startswith("1. One two [x | y]. {#one}\n\n2. Three. {#")
    assert withheld(parse_text(source), Marking.RED).remarks == 5


def test_a_mere_sign_is_no_comment() -> None:
    """An escaped sign stays what it was."""
    assert "stays" in seen("1. The \\<!-- stays. {#one}\n")


def test_links_into_the_house_keep_their_words() -> None:
    """Only addresses that anybody can follow are kept."""
    source = "1. See [a](https://example.org/a), [b](../b.md), [c](#two) and ![d](file.png). {#one}\n"
    assert seen(source) == "1. See [a](https://example.org/a), b, c and d. {#one}\n"


def test_a_title_with_brackets_is_closed() -> None:
    """A title has no attributes, so its brackets never tell."""
    assert seen("# [North: Accord | South: Peace]\n\n1. One. {#one}\n").startswith(
        "# [Alternative 1: Accord | Alternative 2: Peace]\n"
    )


def test_an_ordinary_agreement_is_shown_whole() -> None:
    """A text without marks has nothing to hide; it gets its ids."""
    document = for_audience(parse_text("Accord\n\n1. One.\n2. Two.\n", plain=True, tolerant=True), FOR_OTHERS)
    assert [each.text for each in document.provisions] == ["One.", "Two."]


def test_without_an_audience_the_text_is_as_it_is() -> None:
    """The mediator's own copy is the source to the character."""
    source = "<!-- mine -->\n1. [North: a|South: b]{.private}   \n"
    assert export(parse_text(source), form="md", audience=None) == source.encode()


def test_the_audience_of_an_export_that_names_none_is_anybody() -> None:
    """What is marked at all is left out unless somebody says who may see it."""
    assert export(parse_text("1. One. {#a marking=GREEN}\n\n2. Two. {#b}\n"), form="md") == b"2. Two. {#b}\n"
