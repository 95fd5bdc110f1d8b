"""How telling a phrase of an issue is: strong, fair and weak ones, gaps, and phrases that name no issue."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from goodoffices.read.kinds.issues import issue_of, issues_in


def listed() -> dict[str, dict[str, list[str]]]:
    """The phrases as the data file gives them, by issue and strength."""
    data = resources.files("goodoffices.record").joinpath("data/issues.toml")
    return tomllib.loads(data.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("the envoys want a cabinet post for each faction", "government"),
        ("the officers who stand accused will face a tribunal", "justice"),
        ("a buyback of guns before the harvest", "military-limits"),
        ("the arms embargo on the island", "sanctions"),
        ("the peacekeepers' helicopter flights along the line", "monitoring"),
        ("the delegation wants a share of the oil revenue", "economy"),
        ("admission to the African Union", "alliances"),
        ("to abandon the armed struggle", "ceasefire"),
        ("an end to the insurgency in the south", "ceasefire"),
        ("to fall back to the positions of May 2011", "territory"),
        ("troops home from the line of 3 June 1994", "territory"),
        ("any pullback before the rains", "territory"),
        ("to provide a battalion for the mission", "foreign-forces"),
        ("its soldiers out of the valley", "foreign-forces"),
        ("to pay for monitors on the bridge", "monitoring"),
        ("a strip without soldiers on the plateau", "military-limits"),
        ("the merger of the northern districts undone", "political-status"),
        ("a prime minister with powers of his own", "government"),
        ("the dissolution of parliament", "government"),
        ("to end the dispersal of prisoners", "detainees"),
        ("the closure of the strip to be lifted", "humanitarian"),
        ("a corridor to the besieged town", "humanitarian"),
        ("to acknowledge a right of return", "displacement"),
        ("compensation for lost homes", "displacement"),
        ("patrols beyond the ridge be unblocked", "territory"),
        ("the accounts of the bank unblocked", "sanctions"),
        ("shares of the river's headwaters", "economy"),
        ("that its crimes be repented", "justice"),
        ("the newspaper to reopen", "rights"),
        ("the talks held abroad", "process"),
        ("as a basis for discussion", "process"),
        ("the school lessons in their mother tongue", "rights"),
    ],
)
def test_the_clearer_word_wins(text: str, issue: str) -> None:
    """A strong phrase names the issue, whatever persons, bodies and papers stand beside it."""
    assert issue_of(text) == issue


def test_a_gap_may_be_empty() -> None:
    """`*` between two words stands for none to three others."""
    for text in ("hand over weapons", "hand over their weapons", "hand over all of their weapons"):
        assert issue_of(text) == "military-limits"


def test_set_phrases_name_no_issue() -> None:
    """Names of parties to talks and set phrases of time count for nothing."""
    assert issues_in("the parties to the conflict") == {}
    assert issues_in("contingent on this") == {}
    assert issues_in("force as the last resort") == issues_in("force")
    assert issues_in("what the Economic Community of West African States decided") == {}


def test_a_fair_phrase_counts_between_weak_and_strong() -> None:
    """Of one word each, the strong phrase weighs most, the weak one least."""
    weights = [next(iter(issues_in(word).values())) for word in ("disarmament", "militia", "arms")]
    assert weights == sorted(weights, reverse=True)
    assert len(set(weights)) == len(weights)


def test_no_phrase_stands_twice() -> None:
    """A phrase belongs to one issue at one strength: the second place would never be asked."""
    places: dict[str, list[tuple[str, str]]] = {}
    for issue, strengths in listed().items():
        for strength, lines in strengths.items():
            for line in lines:
                places.setdefault(line.lower().replace("-", " "), []).append((issue, strength))
    assert {line: found for line, found in places.items() if len(found) > 1} == {}


def test_every_beginning_can_be_looked_up() -> None:
    """A phrase that opens with the beginning of a word gives at least three letters of it."""
    opening = [line.replace("-", " ").split()[0] for s in listed().values() for lines in s.values() for line in lines]
    assert [word for word in opening if word.endswith("*") and len(word) < 4] == []
