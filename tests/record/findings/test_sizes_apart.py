"""Numbers of things that talks are about: two reports that differ, and what tells two numbers apart."""

from __future__ import annotations

import pytest
from newsroom import disagreements


@pytest.mark.parametrize(
    ("one", "other", "about", "issue"),
    [
        (
            "The parties have handed over lists covering about 300 captives.",
            "Both sides agreed on Monday to exchange some 450 prisoners.",
            "People to be exchanged: 300 or 450",
            "detainees",
        ),
        (
            "A swap of 64 prisoners has been agreed, mediators said.",
            "The two armies will swap 80 prisoners of war.",
            "People to be exchanged: 64 or 80",
            "detainees",
        ),
        (
            "Chad will release 120 detainees under the accord.",
            "Under the accord 200 prisoners are to be freed by Chad.",
            "People to be freed: 120 or 200",
            "detainees",
        ),
        (
            "In Nairobi the charter was initialled by the government of Chad and twelve armed groups.",
            "One counts nine groups at the table.",
            "Groups that take part: nine or twelve",
            "process",
        ),
        (
            "A new roadmap for Chad seeks to lead the country to elections within 15 to 20 months.",
            "The roadmap's timetable has been stretched to three years, diplomats said.",
            "How long: ",
            None,
        ),
    ],
)
def test_two_sizes(one: str, other: str, about: str, issue: str | None) -> None:
    """Two reports that give two numbers of one thing disagree, in either order."""
    for texts in ((one, other), (other, one)):
        found = disagreements(*texts)
        told = [each for each in found if each.about.startswith(about)]
        assert len(told) == 1
        assert issue is None or told[0].issue == issue


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # roughly the same
        ("Both sides are to exchange some 450 prisoners.", "Both sides will exchange 430 prisoners."),
        ("Both sides are to exchange more than 400 prisoners.", "Both sides will exchange 430 prisoners."),
        # what two sides give
        ("Chad will release 120 detainees under the accord.", "Libya will release 200 detainees under the accord."),
        # told both ways: a first step and the whole
        (
            "The parties will exchange 100 prisoners in May. Later the parties will exchange 300 prisoners.",
            "The parties will exchange 300 prisoners.",
        ),
        # some of them only
        ("The parties will exchange the first 100 prisoners.", "The parties will exchange 300 prisoners."),
        # another occasion
        ("The parties exchanged 100 prisoners in 2019.", "The parties will exchange 300 prisoners."),
        # two texts
        ("The draft on fishing has nine articles.", "A paper on visas of five articles was tabled."),
        # within the range
        (
            "A new roadmap for Chad will lead the country to elections within 15 to 20 months.",
            "The roadmap's timetable is set at 18 months.",
        ),
        # a step, and not the whole
        (
            "The roadmap for Chad will lead the country to elections within 20 months.",
            "Under the roadmap the board is to be named within two months.",
        ),
        # what another wants
        ("The roadmap leads to elections within 20 months.", "The opposition wants elections within six months."),
    ],
)
def test_two_sizes_that_both_hold(one: str, other: str) -> None:
    """Rough numbers, other sides, parts, other occasions and other texts are no contradiction."""
    assert disagreements(one, other) == ()


def test_a_size_changes_over_time() -> None:
    """What is agreed months later is another exchange."""
    texts = ("A swap of 64 prisoners has been agreed.", "The two armies will swap 80 prisoners of war.")
    assert disagreements(*texts) != ()
    assert disagreements(*texts, apart_days=90) == ()


FATE = (
    "The talks are on prisoners. Idriss Warsame, a member of the army's delegation, confirmed the accord and said that "
    "{} had been clarified to the delegation in the talks. Farah, however, insisted that no information on {} had been "
    "given to anyone."
)


@pytest.mark.parametrize(
    ("what", "who", "issue"),
    [("Hassan Barre's fate", "Barre", "detainees"), ("the fate of the accord", "the accord", "process")],
)
def test_what_has_become_of_somebody(what: str, who: str, issue: str) -> None:
    """Whether a captive's fate was told is a matter of the detainees; that of an accord is not."""
    assert issue in [each.issue for each in disagreements(FATE.format(what, who))]
