"""What words are likely about: phrases, words and the issue of a rule, weighed against each other."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.record import issue_weights as weighing
from goodoffices.record import issues
from goodoffices.record.issue_phrases import issues_in
from goodoffices.record.issue_weights import Weights, issue_shares, likely_issues, traits_of, weigh, weights


@pytest.mark.parametrize(
    ("sentence", "issue"),
    [
        ("Prisoners will be freed on both sides.", "detainees"),
        ("Families who fled the fighting want to go back to their villages.", "displacement"),
        ("The inspectors were shown the centrifuges.", "nuclear"),
        ("Each side wants the chair to rotate at the next round of talks.", "process"),
    ],
)
def test_a_sentence_is_about_its_likeliest_issue(sentence: str, issue: str) -> None:
    """A sentence alone, without any rule, has the issue that its words and phrases tell."""
    assert next(iter(likely_issues([sentence]))) == issue


def test_two_sentences_are_about_what_is_likely_in_both() -> None:
    """What one of a pair leaves open the other tells."""
    vague, clear = "Nothing of the kind was said.", "The prisoners will be freed tomorrow."
    both, first, second = likely_issues([vague, clear]), likely_issues([vague]), likely_issues([clear])
    assert next(iter(both)) == "detainees" != next(iter(first))
    assert both["detainees"] == pytest.approx(first["detainees"] + second["detainees"])


def test_the_words_that_are_wanted_count_more_than_those_around() -> None:
    """A word in what is wanted counts fully, elsewhere in its sentence less, before it by its phrases only."""
    own, around = traits_of("the lagoon"), traits_of("the reef", "lagoon")
    assert own["lagoon"] > around["lagoon"] > 0 == traits_of("the reef", "", "lagoon").get("lagoon", 0)
    assert "before=detainees" in traits_of("the reef", "", "the prisoners")


def test_a_rule_can_be_outweighed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The issue of a rule is one trait among others, and its weight can be outweighed by words."""
    learnt = Weights(("ceasefire", "economy"), (0, 0), {"ruled=ceasefire": (0, 200), "copper": (1, 300)})
    monkeypatch.setattr(weighing, "weights", lambda: learnt)
    assert next(iter(weigh(traits_of("the shafts", ruled="ceasefire")))) == "ceasefire"
    assert next(iter(weigh(traits_of("copper", ruled="ceasefire")))) == "economy"


def test_without_a_rule_the_heaviest_phrase_stands_for_it() -> None:
    """Where no rule gave an issue, that of the heaviest phrase is taken."""
    words = "release of all prisoners"
    assert f"ruled={next(iter(issues_in(words)))}" in traits_of(words)


@given(st.text(max_size=80))
def test_probabilities_of_all_issues_sum_to_one(text: str) -> None:
    """Whatever the words, every issue of the vocabulary is weighed, the likeliest first."""
    found = weigh(traits_of(text))
    assert found.keys() == issues().keys()
    assert math.fsum(map(math.exp, found.values())) == pytest.approx(1)
    assert list(found.values()) == sorted(found.values(), reverse=True)


def test_each_weight_belongs_to_an_issue() -> None:
    """The data file holds pairs of the number of an issue and a weight."""
    learnt = weights()
    assert set(learnt.issues) == set(issues())
    for trait, row in learnt.weights.items():
        assert len(row) % 2 == 0, trait
        assert all(0 <= number < len(learnt.issues) for number in row[::2]), trait


def test_a_report_is_shared_out_among_its_issues() -> None:
    """Most is on what it speaks of most, less in all where it is short; without phrases there is none."""
    told = issue_shares(["The prisoners will be freed.", "The hostages come home.", "A truce holds."])
    assert told["detainees"] > told["ceasefire"] > 0
    assert sum(issue_shares(["A truce holds."]).values()) < sum(told.values()) < 1
    assert issue_shares(["It rained."]) == {}
