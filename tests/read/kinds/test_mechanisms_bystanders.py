"""Mechanisms: those who only comment or hold an office, and kinds that a word beside the head decides."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from goodoffices.read.kinds.mechanisms import find_mechanisms
from goodoffices.record import MechanismContent


@pytest.fixture
def named(read_with: Callable[..., Any]) -> Callable[[str], list[MechanismContent]]:
    """Read a text: its arrangements."""
    return lambda text: [statement.content for statement, _ in read_with(find_mechanisms, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Observers doubt that the pause in Malawi will outlast the rains.",
        "Many observers regard the visit of the president of Ghana as a turning point.",
        "The weak point, observers caution, is the calendar.",
        "The chief obstacles identified by observers are the land registers.",
        "According to observers, the talks in Lima have lost their way.",
    ],
)
def test_those_who_comment_watch_over_nothing(named: Callable[[str], list[MechanismContent]], text: str) -> None:
    """Observers without a name or an article who only have a view of the talks are no arrangement."""
    assert not named(text)


@pytest.mark.parametrize(
    "text",
    [
        "The observers believe that both armies have left the ridge.",
        "Many UN observers expect both armies to leave the ridge in May.",
        "Observers will patrol the ridge once both armies have left it.",
    ],
)
def test_those_who_were_sent_still_watch(named: Callable[[str], list[MechanismContent]], text: str) -> None:
    """With an article or a word of their own, or where they do what observers do, they are an arrangement."""
    held = [m for m in named("Ghana has sent observers to the ridge. " + text) if m.kind == "monitoring"]
    assert held
    assert named(text) or text.startswith("The observers")


@pytest.mark.parametrize(
    "text",
    [
        "Marta Lund, who heads UNFICYP, called for calm.",
        "The head of MONUSCO, Marta Lund, called for calm.",
        "A spokesman for AMISOM said that the road was open.",
        "Peru has complained to UNDOF about the flights.",
        "An officer of the peacekeeping force spent the night in the village.",
    ],
)
def test_the_office_of_somebody_is_no_arrangement(named: Callable[[str], list[MechanismContent]], text: str) -> None:
    """A mission that is named to tell who somebody is, or to whom one turns, is not told of."""
    assert not named(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A civilian mission of the African Union has patrolled the lake since May.", "monitoring"),
        ("An OAS observer mission can be deployed within a month.", "monitoring"),
        ("A coordination centre in Lima follows every incident on the border.", "monitoring"),
        ("The text provides for a strategic review of the accord after a year.", "monitoring"),
        ("The two presidents agreed to set up a joint body to follow its implementation.", "monitoring"),
        ("A committee of both armies is to follow the implementation of the truce.", "monitoring"),
        ("Neutral forces would be deployed between the two towns.", "force"),
        ("Ghana is willing to send military police to the ridge if Mali asks for it.", "force"),
        ("The agenda holds a proposal for joint mine clearance.", "humanitarian"),
        ("Chad would let the lorries use the northern crossing for three months.", "humanitarian"),
        ("Ghana and Togo concluded a trade agreement in the margins.", "economic"),
        ("The plan contains a rail corridor to the port of Lobito.", "economic"),
        ("Norway has pledged to finance the schools once the lists are closed.", "economic"),
        ("Both sides promised dual border controls at the airport.", "border_verification"),
        ("The planned release of twelve soldiers was put off.", "exchange"),
        ("In return the government undertakes to release detained members of the union.", "exchange"),
        ("Norway will name an envoy for the talks between Ghana and Togo.", "mediation"),
        ("Bishops in Lima have offered to host talks between the two camps.", "mediation"),
        ("The truce was brokered by Norway on Sunday night.", "mediation"),
        ("Their representatives will meet weekly to prepare the summit.", "channel"),
    ],
)
def test_kinds_by_the_word_beside_the_head(
    named: Callable[[str], list[MechanismContent]], text: str, kind: str
) -> None:
    """What stands beside a head, or the verb with its thing, gives the kind; nothing else is read into it."""
    assert {m.kind for m in named(text)} == {kind}


@pytest.mark.parametrize(
    "text",
    [
        "The ministry wants to buy air defence systems from Norway.",
        "The clerks work in a back office of the bank.",
        "Shells fell along the lines of contact on Sunday.",
        "Officers at the crossing began to stamp the passports of shepherds.",
        "He appealed to both commanders to let the relief convoys pass.",
        "Ghana would observe the truce until the harvest.",
        "Minister Marta Lund, who oversees disarmament, was in Lima.",
        "A truce brokered by Norway in 2009 did not last.",
        "A committee of peers has urged the cabinet to publish the text.",
        "The news brought a measure of relief to the coast.",
        "They sent a letter to the body in Geneva.",
    ],
)
def test_words_that_only_look_like_an_arrangement(named: Callable[[str], list[MechanismContent]], text: str) -> None:
    """The word of an arrangement in another sense, or of what was done already, names none."""
    assert not named(text)


def test_rows_that_name_the_watching_alone(named: Callable[[str], list[MechanismContent]]) -> None:
    """A row labelled with what inspectors do is an arrangement, as one labelled with who they are."""
    table = "| Point | Peru | Chile |\n| --- | --- | --- |\n| Inspections | At any time | By appointment |\n"
    assert [m.kind for m in named(table)] == ["monitoring"]


def test_an_abbreviation_that_holds_another_is_known_again(named: Callable[[str], list[MechanismContent]]) -> None:
    """The capitals of a name stand for it where one of its words is an abbreviation itself."""
    text = "The UN Lake Monitoring Mission began its work in May. UNLMM will leave in June."
    assert len(named(text)) == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("- Release of the nine sailors and all other prisoners within ten days of the signature", "exchange"),
        ("Norway has promised funding for the two harbours once the fleet is at anchor.", "economic"),
        ("Peru will provide equipment for the border posts as soon as the line is accepted.", "economic"),
        ("Ghana is ready to contribute soldiers provided that the council grants a mandate.", "force"),
    ],
)
def test_what_waits_for_something_is_an_arrangement(
    named: Callable[[str], list[MechanismContent]], text: str, kind: str
) -> None:
    """A gift or a release that comes once something has happened is an arrangement with a trigger."""
    assert [(m.kind, bool(m.trigger)) for m in named(text)] == [(kind, True)]


@pytest.mark.parametrize(
    "text",
    [
        "She called for the release of prisoners taken after the truce.",
        "Norway has promised funding for the two harbours.",
        "Ghana has contributed soldiers in other years.",
    ],
)
def test_what_waits_for_nothing_is_none(named: Callable[[str], list[MechanismContent]], text: str) -> None:
    """The same words without a condition name no arrangement."""
    assert not named(text)
