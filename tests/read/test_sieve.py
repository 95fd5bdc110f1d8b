"""Sieves match what their patterns match, and let nothing through their meshes that a pattern could match."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.read.kinds.dispute_words import disputing, pattern
from goodoffices.read.sieve import Sieve, needed

LISTS = ("denials", "embedded", "claiming", "mutual", "toll", "turning")
CLAIMS = f"(?:{'|'.join(disputing().claims)})"
FORMS = {name: [form.replace("{claim}", CLAIMS) for form in getattr(disputing(), name)] for name in LISTS}
SENTENCES = (
    "The army denied that it had shelled the town, a claim the rebels rejected as propaganda.",
    "Not so, said the envoy: it was a lie, and the ministry disputes the figure of 12 dead.",
    "Both sides accuse each other, although neither has said how many were killed.",
    "Nothing was said of it.",
)


def one_of_all(name: str) -> re.Pattern[str]:
    """The patterns of a list as the alternatives of one."""
    return re.compile("|".join(f"(?:{form})" for form in FORMS[name]), re.IGNORECASE)


def spans_of(patterns: Sieve | re.Pattern[str], text: str) -> list[tuple[int, int]]:
    """Where it matches a text."""
    return [match.span() for match in patterns.finditer(text)]


@pytest.mark.parametrize(
    ("form", "strings"),
    [
        ("den(?:y|ies|ied) that", {" that"}),
        ("(?:but )?only (?:if|when)", {"only "}),
        ("unless|until", {"unless", "until"}),
        ("colou?r|harbour", {"colo", "harbour"}),
        (r"\bcease-?fires?\b", {"cease"}),
        ("(?:[^abc\\]]|x){0,2}(?:truce|accord) (?!never)", {"truce", "accord"}),
        (r"(?P<n>\d+) (?-i:[A-Z])of", None),
        ("(?:killed|)", None),
        ("wo+uld{2}", {"uld"}),
        ("(?:killed){0,3}", None),
    ],
)
def test_what_a_pattern_cannot_match_without(form: str, strings: set[str] | None) -> None:
    """Letters that may be left out, sets of letters and what is looked back at are not needed."""
    found = needed(form)
    assert (set(found) if found is not None else None) == strings


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_texts_made_from_patterns_give_what_one_pattern_of_all_would(data: st.DataObject) -> None:
    """Nothing that a pattern matches is kept from it, at the same places and in the same order."""
    name = data.draw(st.sampled_from(LISTS))
    letters = st.characters(min_codepoint=32, max_codepoint=126)
    made = [
        data.draw(st.from_regex(re.compile(data.draw(st.sampled_from(FORMS[name])), re.IGNORECASE), alphabet=letters))
        for _ in range(2)
    ]
    text = " ".join(made)
    assert spans_of(pattern(name), text) == spans_of(one_of_all(name), text)


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("text", SENTENCES)
def test_a_sieve_finds_what_one_pattern_of_all_would(name: str, text: str) -> None:
    """Places and their order are those of one pattern with all as alternatives."""
    assert spans_of(pattern(name), text) == spans_of(one_of_all(name), text)


def test_the_first_place_counts_and_there_the_first_pattern() -> None:
    """Of two patterns at one place the first counts, and its groups are at hand."""
    sieve = Sieve(["later words", "truce of (?P<n>\\d+)", "truce"])
    match = sieve.search("A truce of 9 days, later words")
    assert match is not None
    assert match.group("n") == "9"


def test_what_stands_before_the_part_that_is_searched_can_be_looked_back_at() -> None:
    """A part of a text is searched as `re` searches it."""
    sieve, refused, text = Sieve(["(?<!no )truce"]), "no truce", "a truce until May"
    at = text.index("truce")
    assert sieve.search(refused, refused.index("truce")) is None
    assert sieve.search(text, at, at + len("truce")) is not None
    assert sieve.search(text, at, at + len("truc")) is None


def test_many_matches_take_time_in_step_with_the_text() -> None:
    """Each pattern goes over a text once, however often another one matches."""
    sieve, least = Sieve(["until", "truce (?=of)", "accord"]), {}
    for times in (2_000, 32_000):
        text = "until truce then " * times + "truce of accord"
        began = time.process_time()
        assert sum(1 for _ in sieve.finditer(text)) == times + 2
        least[times] = time.process_time() - began
    assert least[32_000] < 100 * max(least[2_000], 0.002)


def test_a_long_text_is_not_remembered() -> None:
    """Of texts of any length nothing is kept in memory."""
    sieve = Sieve(["truce"])
    assert sieve.search("truce " * 1_000) is not None
    assert sieve.search("truce") is not None
    assert sieve.remembered == 1
