"""Sieves match what their patterns match, and let nothing through their meshes that a pattern could match."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.read.kinds.dispute_words import disputing, pattern
from goodoffices.read.sieve import Sieve, needed

LISTS = ("denials", "embedded", "claiming", "mutual", "toll", "turning")
FORMS = [
    form.replace("{claim}", f"(?:{'|'.join(disputing().claims)})")
    for name in LISTS
    for form in getattr(disputing(), name)
]
SENTENCES = (
    "The army denied that it had shelled the town, a claim the rebels rejected as propaganda.",
    "Not so, said the envoy: it was a lie, and the ministry disputes the figure of 12 dead.",
    "Both sides accuse each other, although neither has said how many were killed.",
    "Nothing was said of it.",
)


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
def test_nothing_that_a_pattern_matches_is_kept_from_it(data: st.DataObject) -> None:
    """A text made from a pattern has what the pattern needs."""
    form = data.draw(st.sampled_from(FORMS))
    text = data.draw(st.from_regex(re.compile(form, re.IGNORECASE | re.ASCII)))
    must = needed(form)
    assert must is None or any(each in text.lower() for each in must) or not text.isascii()


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("text", SENTENCES)
def test_a_sieve_finds_what_one_pattern_of_all_would(name: str, text: str) -> None:
    """Places and their order are those of one pattern with all as alternatives."""
    forms = [each.replace("{claim}", f"(?:{'|'.join(disputing().claims)})") for each in getattr(disputing(), name)]
    whole = re.compile("|".join(f"(?:{form})" for form in forms), re.IGNORECASE)
    spans = [match.span() for match in pattern(name).finditer(text)]
    assert spans == [match.span() for match in whole.finditer(text)]


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
