"""Whose a position is and how it stands: joint holders, conditions of another clause, promises, what one must do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context

Opened = Callable[[str], Context]
Positions = Callable[..., set[tuple[str, str, str]]]
Stand = tuple[str, str, str]


_STANCES = [
    # a condition counts for its own clause alone
    ("Italy has floated an observer mission, and France would join if Oman asks.", ("Italy", "monitoring", "offers")),
    ("Kenya offered troops, and Uganda agreed to send engineers if asked.", ("Kenya", "foreign-forces", "offers")),
    ("Egypt welcomed the ceasefire, which starts once it has been ratified.", ("Egypt", "ceasefire", "accepts")),
    ("China offered Sudan a loan to tide it over until the fees flow.", ("China", "economy", "offers")),
    (
        "Kenya accepted an election, but said that it had to be fair if it was to help.",
        ("Kenya", "government", "accepts"),
    ),
    # for how long, and for what
    ("Oman agreed to a ceasefire until the next round.", ("Oman", "ceasefire", "accepts")),
    ("Russia offered a treaty of friendship in exchange for a port.", ("Russia", "alliances", "offers")),
    ("Russia would withdraw its troops in exchange for a port.", ("Russia", "foreign-forces", "conditional")),
    # what depends on a thing, and the thing, are of one matter
    ("Kenya would free captives only if Chad freed its captives.", ("Kenya", "detainees", "demands")),
    ("UNISFA said it can field monitors only if it gets 800 troops.", ("UNISFA", "foreign-forces", "demands")),
    # what one must do is wanted by whoever says so
    ("Ukraine said that Russia must accept a ceasefire.", ("Ukraine", "ceasefire", "demands")),
    ("Chad said the FACT would have to accept a ceasefire.", ("Chad", "ceasefire", "demands")),
    ("Kenya said that it must insist on a ceasefire.", ("Kenya", "ceasefire", "demands")),
    # a yes, and a no
    ("Sudan says that it is willing to sign the ceasefire.", ("Sudan", "ceasefire", "accepts")),
    ("Egypt reaffirmed its rejection of any displacement.", ("Egypt", "displacement", "rejects")),
    ("Kenya has offered no more than a dozen, for the displaced.", ("Kenya", "displacement", "offers")),
    ("An election was proposed. Kenya favours it.", ("Kenya", "government", "accepts")),
    ("The minister of Oman said: we did not come here to sign a ceasefire.", ("Oman", "ceasefire", "rejects")),
    ("Chad said it will hand its prisoners to Oman, never to Kenya.", ("Chad", "detainees", "offers")),
    # what two promise each other
    (
        "Serbia and Oman met. Neither country will interfere in the affairs of the other.",
        ("Oman", "security-guarantees", "accepts"),
    ),
    ("Chad and Sudan will not use force over the border.", ("Sudan", "ceasefire", "accepts")),
    ("Kenya vowed to repeal the amnesty.", ("Kenya", "justice", "rejects")),
    ("Kenya pledged to lift the sanctions.", ("Kenya", "sanctions", "offers")),
    ("Serbia and Kosovo met. Neither will recognise the other.", ("Serbia", "political-status", "rejects")),
]


@pytest.mark.parametrize(("text", "expected"), _STANCES)
def test_a_stance_is_that_of_its_own_clause(opened: Opened, positions: Positions, text: str, expected: Stand) -> None:
    """Conditions, duties, promises and negations count for the clause that they stand in."""
    assert expected in positions(opened(text))


_HOLDERS = [
    ("The government of El Salvador and the rebels of the FMLN agreed to a truce.", {"El Salvador", "FMLN"}),
    ("The president of Chad and the FACT agreed to a truce.", {"Chad", "Front for Change and Concord in Chad"}),
    (
        "Liberia's government, LURD and MODEL met. The Parties agreed to a truce.",
        {"Liberia", "LURD", "Movement for Democracy in Liberia"},
    ),
    (
        (
            "The UN warmly congratulates President Omar al-Bashir of Sudan and President Salva Kiir of South Sudan. "
            "The Government of Sudan and the SPLM-North are far apart. The two countries agreed to a truce."
        ),
        {"Sudan", "South Sudan"},
    ),
    ("Oman and Kenya both called, and both accept a truce.", {"Oman", "Kenya"}),
    ("Norway urged Oman and Kenya to keep the truce, to which both subscribed.", {"Oman", "Kenya"}),
    ("Norway proposed a truce, to which Oman has no objection.", {"Oman"}),
    ("The UN hails the truce that Oman and Kenya announced in Doha.", {"Oman", "Kenya", "United Nations"}),
    ("The UN hails the truce reached by Oman and Kenya in Doha.", {"Oman", "Kenya", "United Nations"}),
    ("Oman and Kenya had asked for a census. They accept the truce.", {"Oman", "Kenya"}),
    ("The Kingdom of Saudi Arabia sent a team. The Kingdom accepts the truce.", {"Saudi Arabia"}),
    ("The Foreign Ministry of the Republic of Iraq accepts the truce.", {"Iraq"}),
]


@pytest.mark.parametrize(("text", "holders"), _HOLDERS)
def test_all_who_hold_a_position_are_named(opened: Opened, positions: Positions, text: str, holders: set[str]) -> None:
    """Joined parties hold a position together, whatever the parse joins them to."""
    context = opened(text)
    actors = context.roster.actors
    accepting = {name for name, issue, stance in positions(context) if (issue, stance) == ("ceasefire", "accepts")}
    sides = {context.roster.party(a.id) for a in actors.values() if a.name in accepting}
    assert {actors[side].name for side in sides} == holders


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya rejected the African Union's plan for elections.", ("African Union", "government", "offers")),
        ("Oman welcomed the readiness of Chad and of Kenya to free prisoners.", ("Kenya", "detainees", "offers")),
        ("Israel's minister left for Paris to argue for inspections.", ("Israel", "monitoring", "demands")),
        ('Ada Osman advises the FMLN. "We want elections," Osman said.', ("FMLN", "government", "demands")),
    ],
)
def test_a_position_is_of_whoever_wants_it(opened: Opened, positions: Positions, text: str, expected: Stand) -> None:
    """The author of what is answered, one of two owners, who goes to argue, whom an adviser speaks for."""
    sides = {
        (context.roster.actors[context.roster.party(a.id)].name, issue, stance)
        for context in [opened(text)]
        for name, issue, stance in positions(context)
        for a in context.roster.actors.values()
        if a.name == name
    }
    assert expected in sides


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Ukraine said that Russia must accept a ceasefire.", ("Russia", "ceasefire", "accepts")),
        ("The rebels of Sudan accept a truce.", ("Sudan", "ceasefire", "accepts")),
        ("The FMLN refused to put its name to the truce.", ("FMLN", "ceasefire", "accepts")),
        ("Sudan agreed to proposals for a truce.", ("Sudan", "ceasefire", "offers")),
        ("Kenya accepts its own plan for elections.", ("Kenya", "government", "offers")),
        ("Oman spoke of the truce, to which Kenya devoted a day.", ("Kenya", "ceasefire", "accepts")),
        ("Kenya can free captives only if it frees its captives.", ("Kenya", "detainees", "demands")),
        ("The army of Chad will stay as long as soldiers are needed.", ("Chad", "military-limits", "demands")),
        ("Israel's minister left for Paris to argue for inspections.", ("France", "monitoring", "demands")),
        ("Sager of the Gulf Research Center rejects elections.", ("Gulf Research Center", "government", "rejects")),
    ],
)
def test_who_does_not_hold_it(opened: Opened, positions: Positions, text: str, wrong: Stand) -> None:
    """A duty laid on another, a country of rebels, a noun under a refusal, a mere time: no position of theirs."""
    assert wrong not in positions(opened(text))
