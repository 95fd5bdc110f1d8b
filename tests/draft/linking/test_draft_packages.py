"""A text with brackets is a set of packages, and a package is a full text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.draft.errors import EditError
from goodoffices.draft.linking import (
    DealIssue,
    DealOption,
    confirm,
    packages_of_text,
    propose_options,
    read_package,
    text_of_package,
    write_package,
)
from goodoffices.draft.merge import brackets_of
from goodoffices.draft.text import parse_text

ISSUES = (
    DealIssue("Ceasefire", (DealOption("As it is"), DealOption("Monitored"), DealOption("Joint commission"))),
    DealIssue("Harbour", (DealOption("City"), DealOption("Jointly"))),
    DealIssue("Guns", (DealOption("0 km"), DealOption("10 km"))),
)
TEXT = """---
parties: City, Islands
---
# Harbour

1. The ceasefire is watched by [City: nobody {option=as-it-is} | Islands: observers {option=monitored}]. {#watch}
2. [A fund pays. {option="Harbour=Jointly"}] {#fund}
3. Guns stay [0 km {option="0 km"} | 10 km {option="10 km"}] away.

[City:

4. The city runs it. {#c option=City}

| Islands:

4. They run it jointly, with a [red | blue] board. {#j option=Jointly}

]
"""
CHOOSE = {5: 2}


def issues(count: int) -> tuple[DealIssue, ...]:
    """Some issues with two or three options."""
    return tuple(
        DealIssue(f"Issue {n}", tuple(DealOption(f"way {n}-{m}") for m in range(2 + n % 2))) for n in range(count)
    )


def test_a_text_allows_what_its_alternatives_stand_for() -> None:
    """The option that no alternative has is not allowed; the others are, in every combination."""
    found = packages_of_text(parse_text(TEXT), ISSUES)
    assert found.options == {
        "Ceasefire": ("As it is", "Monitored"),
        "Harbour": ("City", "Jointly"),
        "Guns": ("0 km", "10 km"),
    }
    assert found.count == len(list(found)) == 8
    assert found.is_product
    assert [each.number for each in found.undecided] == [5]


def test_the_full_text_has_the_words_of_the_package() -> None:
    """The chosen alternatives stand, the others and the brackets are gone, the link stays with its provision."""
    full = text_of_package(
        parse_text(TEXT), ISSUES, {"Ceasefire": "Monitored", "Harbour": "Jointly", "Guns": "10 km"}, choose=CHOOSE
    )
    assert "watched by observers." in full.source
    assert "A fund pays." in full.source
    assert "jointly, with a blue board" in full.source
    assert "The city runs it" not in full.source
    assert full["watch"].links.options == ("Ceasefire=Monitored",)


def test_one_text_falls_where_the_package_takes_another_option() -> None:
    """A bracket with one text is left out with its provision."""
    full = text_of_package(parse_text(TEXT), ISSUES, {"Ceasefire": "As it is", "Harbour": "City", "Guns": "0 km"})
    assert "fund" not in full
    assert "They run it" not in full.source


def test_a_package_without_words_is_refused() -> None:
    """The error says what the text allows instead."""
    with pytest.raises(EditError, match=r"has no words for this package.*Ceasefire: As it is, Monitored"):
        text_of_package(parse_text(TEXT), ISSUES, {"Ceasefire": "Joint commission", "Harbour": "City", "Guns": "0 km"})


@pytest.mark.parametrize(
    ("package", "choose", "message"),
    [
        ({"Ceasefire": "Monitored", "Harbour": "Jointly", "Guns": "0 km"}, {}, "does not decide bracket 5"),
        ({"Ceasefire": "Monitored", "Harbour": "City"}, {}, "says nothing of 'Guns'"),
        ({"Ceasefire": "Monitored", "Harbour": "City", "Guns": "5 km"}, {}, "no option '5 km'"),
        ({"Ceasefire": "Monitored", "Harbour": "City", "Guns": "0 km", "Sea": "x"}, {}, "no issue 'Sea'"),
        ({"Ceasefire": "Monitored", "Harbour": "City", "Guns": "0 km"}, {9: 1}, "no bracket 9"),
        ({"Ceasefire": "Monitored", "Harbour": "City", "Guns": "0 km"}, {1: 1}, "for the package to decide"),
    ],
)
def test_what_cannot_be_written_says_why(package: dict[str, str], choose: dict[int, int], message: str) -> None:
    """Nothing is chosen in silence: what the package leaves open, or gets wrong, is an error that names it."""
    with pytest.raises(EditError, match=message):
        text_of_package(parse_text(TEXT), ISSUES, package, choose=choose)


def test_a_provision_outside_brackets_has_settled() -> None:
    """Its option is the only one allowed; two of one issue leave no package."""
    settled = parse_text("1. Guns go back. {#a option=10-km}\n")
    assert packages_of_text(settled, ISSUES).options["Guns"] == ("10 km",)
    torn = parse_text("1. Guns go back. {#a option=10-km}\n\n2. Guns stay. {#b option=0-km}\n")
    assert packages_of_text(torn, ISSUES).count == 0


def test_options_of_two_issues_in_one_alternative_are_bound_together() -> None:
    """Not every combination of the options is allowed then, and the set knows it."""
    bound = parse_text("1. It is [so {option=monitored,city} | so not {option=as-it-is,jointly}].\n")
    found = packages_of_text(bound, ISSUES)
    assert {(each["Ceasefire"], each["Harbour"]) for each in found} == {("Monitored", "City"), ("As it is", "Jointly")}
    assert not found.is_product


def test_an_option_by_some_of_its_words_and_one_that_is_none() -> None:
    """Words that stand in one name only mean it; a link that means nothing is listed, and its alternative with it."""
    read = parse_text("1. It is [so {option=joint} | else {option=nonsense}]. {#a issue=ceasefire}\n")
    found = packages_of_text(read, ISSUES)
    assert found.options["Ceasefire"] == ("Joint commission",)
    assert [each.name for each in found.unclear] == ["nonsense"]
    assert found.unlinked == ((1, 2),)


def test_wording_proposes_and_a_person_confirms() -> None:
    """Unlinked alternatives get proposals; confirmed, they are links in the text and nothing else changes."""
    read = parse_text("1. Watched by [A: monitors on the line | B: a joint commission {statements=s-1}].\n")
    proposals = propose_options(read, ISSUES)
    assert [(each.issue, each.option) for each in proposals] == [
        ("Ceasefire", "Monitored"),
        ("Ceasefire", "Joint commission"),
    ]
    linked = confirm(read, proposals)
    assert packages_of_text(linked, ISSUES).options["Ceasefire"] == ("Monitored", "Joint commission")
    (bracket,) = brackets_of(linked)
    assert bracket.alternatives[1].links.statements == ("s-1",)
    assert [each.text for each in linked.provisions] == [each.text for each in read.provisions]


def test_none_of_something_is_not_proposed_for_some_of_it() -> None:
    """ "No force" is no name for an alternative that wants a force."""
    issue = DealIssue("Force", (DealOption("No force"), DealOption("Neighbouring states")))
    read = parse_text("1. [A: A force is posted | B: Soldiers of neighbouring states are posted].\n")
    assert [(each.alternative, each.option) for each in propose_options(read, [issue])] == [(2, "Neighbouring states")]


def test_a_package_in_one_line_comes_back() -> None:
    """Whatever signs the names have."""
    package = {"A=b; c": " 50 % ", "Ü": "x=y", "n": "1"}
    assert read_package(write_package(package)) == package


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, tuple[DealIssue, ...]]:
    """A text of brackets of all sorts, all linked, and the issues that they decide."""
    known = issues(draw(st.integers(1, 4)))
    pieces = ["---\nparties: North, South\n---"] if draw(st.booleans()) else []
    for number, issue in enumerate(known, start=1):
        names = draw(st.lists(st.sampled_from(issue.names), min_size=1, unique=True))
        words = draw(st.sampled_from(["the zone", "a [b] c", "ä – ö"])).replace("[b]", r"\[b\]")
        form = draw(st.sampled_from(["inline", "nested", "whole", "none", "single", "two"]))
        link = [f'{{option="{issue.id}={name}"}}' for name in names]
        if form == "inline":
            sides = " | ".join(f"{words} {n} {each}" for n, each in enumerate(link))
            pieces.append(f"{number}. It is [{sides}] now.")
        elif form == "nested":
            first, *others = link
            inner = f"[x {first} | y {others[0]}]" if others else f"[z {first}]"
            pieces.append(f"{number}. It is [South: all, {inner} {' '.join(link[:1])}] now.")
        elif form == "whole":
            alternatives = [
                f"{number}. {words} {n}. {each.replace('{', f'{{#p{number}-{n} ')}" for n, each in enumerate(link)
            ]
            pieces.append("[\n\n" + "\n\n|\n\n".join(alternatives) + "\n\n]")
        elif form == "single":
            pieces.append(f"{number}. [{words} {link[0]}]")
        elif form == "two":
            pieces.append(f"{number}. At [{words} {link[0]}] and [{words} too {link[-1]}].")
    pieces.append("99. The end.")
    return "\n\n".join(pieces) + "\n", known


@given(texts())
@settings(max_examples=60, deadline=None)  # a text is read anew for each bracket of each package
def test_every_package_allowed_is_a_full_text_of_itself(made: tuple[str, tuple[DealIssue, ...]]) -> None:
    """Its text has no bracket, reads without a fault, and allows that package alone; counting and listing agree."""
    source, known = made
    read = parse_text(source)
    allowed = packages_of_text(read, known)
    listed = list(allowed)
    assert allowed.count == len(listed)
    for package in listed[:12]:
        assert package in allowed
        full = text_of_package(read, known, package)
        assert not brackets_of(full)
        assert parse_text(full.source) == full
        again = packages_of_text(full, known)
        assert list(again) == [package]
        assert again.count == 1
