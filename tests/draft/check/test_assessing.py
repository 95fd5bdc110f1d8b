"""Mandates, coverage, balance, principles, the list of what is needed, and what hangs on one alone."""

from __future__ import annotations

from goodoffices.draft.check import (
    Asked,
    Limit,
    OnTable,
    Weights,
    assess,
    check_coverage,
    check_mandates,
    new_crossings,
)
from goodoffices.draft.text import parse_text

_FORCE = parse_text(
    "# T\n\n1. The force shall consist of [North: foreign troops of the League | South: police of the Republic"
    " {option=police}]. {#force}\n\n2. Elections shall be held in May. {#vote}\n"
)
_TROOPS = Limit(
    party="South", issue="force", excluded="any foreign troops", terms=("foreign troops",), statements=("s1",)
)
_POLICE = Limit(party="North", issue="force", options=("police",))


def test_alternative_that_crosses_a_red_line_is_found_by_its_words() -> None:
    """The alternative that says what South excludes crosses its red line; the other one does not."""
    [found] = check_mandates(_FORCE, [_TROOPS])
    assert (found.verdict, found.provision, found.alternative, found.wanted_by) == ("crosses", "force", 0, ("North",))
    assert "foreign troops" in found.reason
    assert found.limit.statements == ("s1",)


def test_alternative_that_crosses_is_found_by_its_option() -> None:
    """A linked option that a mandate excludes crosses it, whatever the words."""
    [found] = check_mandates(_FORCE, [_POLICE])
    assert (found.verdict, found.alternative) == ("crosses", 1)


def test_negation_makes_it_unclear() -> None:
    """ "No foreign troops" names what is excluded, and words alone do not say that it crosses."""
    text = parse_text("# T\n\n1. No foreign troops shall be stationed here. {#no}\n")
    assert [each.verdict for each in check_mandates(text, [_TROOPS])] == ["unclear"]


def test_an_edit_shows_only_what_it_made_cross() -> None:
    """What crossed before the edit is not told again."""
    after = parse_text(_FORCE.source + "\n3. Foreign troops shall guard the ports. {#ports}\n")
    assert [each.provision for each in new_crossings(_FORCE, after, [_TROOPS])] == ["ports"]
    assert new_crossings(after, after, [_TROOPS]) == ()


def test_issue_and_position_without_an_answer() -> None:
    """What no provision speaks of is listed; what one answers is traced to it."""
    votes = Asked(id="s1", party="North", text="demands elections in May")
    ports = Asked(id="s2", party="South", text="wants control of the ports")
    found = check_coverage(_FORCE, [OnTable("ports", "Ports"), OnTable("votes", "Elections")], [votes, ports])
    assert [each.id for each in found.silent] == ["ports"]
    assert [(each.asked.id, each.provisions) for each in found.traces] == [("s1", ("vote",))]
    assert found.unanswered == (ports,)


def test_balance_counts_with_its_weights() -> None:
    """An act counts one and conduct a half; the weights can be set, and stand beside the result."""
    text = parse_text(
        "# T\n\n1. Aland shall withdraw its troops. {#a}\n\n2. Aland shall respect the line. {#b}\n\n"
        "3. Boria shall release the prisoners. {#c}\n\n4. The Parties shall cooperate. {#d}\n"
    )
    aland, boria = assess(text, parties=("Aland", "Boria")).balance.shares
    assert (aland.asked, aland.shared, aland.gives, aland.gets) == (2, 1, 1.75, 1.0)
    assert (boria.asked, boria.gives) == (1, 1.25)
    heavy = assess(text, parties=("Aland", "Boria"), weights=Weights(provisions={"c": 3.0})).balance
    assert heavy.shares[1].gives == 3.25
    assert heavy.weights.provisions == {"c": 3.0}


def test_principle_with_a_provision_against_it() -> None:
    """A principle stated and a provision that speaks against it are listed together."""
    text = parse_text(
        "# T\n\n1. The territorial integrity of Aland is confirmed. {#whole}\n\n"
        "2. Aland shall cede the coast to Boria. {#coast}\n"
    )
    [found] = assess(text).tensions
    assert (found.stated[0].provision, found.against[0].provision) == ("whole", "coast")
    assert assess(parse_text("# T\n\n1. Aland shall cede the coast. {#coast}\n")).tensions == ()


def test_list_of_what_is_needed_says_what_is_missing() -> None:
    """What the text provides is found where it stands, the rest is missing."""
    text = parse_text(
        "# T\n\n1. Observers shall monitor the line. {#watch}\n\n2. Disputes shall be settled by arbitration. {#law}\n"
    )
    found = {each.id: [mention.provision for mention in each.found] for each in assess(text).quality}
    assert found["monitoring"] == ["watch"]
    assert found["disputes"] == ["law"]
    assert found["guarantees"] == []


def test_backstop_and_duty_without_end() -> None:
    """One body that upholds three provisions is named, and a duty for ever without a vehicle is told from one with."""
    text = parse_text(
        "# T\n\n1. The League shall verify the withdrawal. {#a}\n\n2. The League shall guarantee the border. {#b}\n\n"
        "3. The League shall fund the police. {#c}\n\n4. Aland shall never join an alliance. {#d}\n\n"
        "5. Boria shall enshrine permanently in its constitution that it is neutral. {#e}\n"
    )
    found = assess(text)
    assert [(each.name, each.provisions) for each in found.backstops] == [("League", ("a", "b", "c"))]
    assert [(each.mention.provision, bool(each.vehicle)) for each in found.perpetual] == [("d", False), ("e", True)]
