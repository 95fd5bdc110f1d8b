"""One occasion told twice: the dead of an attack, whose doing a thing was, and what another speaker calls untrue."""

from __future__ import annotations

import pytest
from newsroom import disagreements


@pytest.mark.parametrize(
    ("texts", "about"),
    [
        (
            (
                "Gunmen shelled the market of Kelmera on 6 July, killing nine traders.",
                "The mission said that 21 persons lost their lives in the shelling of Kelmera on July 6.",
            ),
            "Dead: 9 or 21",
        ),
        (
            (
                "The ministry deplored the raid on the mill near Tobrin, in which at least 12 villagers were killed.",
                "Her list of the dead of the raid near Tobrin has reached 30.",
            ),
            "Dead: 12 or 30",
        ),
        (
            ("The mission counts five dead in the attack on Tobrin on 6 July, the police in Tobrin at least 19.",),
            "Dead: 5 or 19",
        ),
    ],
)
def test_two_tolls(texts: tuple[str, ...], about: str) -> None:
    """Accounts of one attack, known by its day or its place, that count its dead differently disagree."""
    assert [(each.about, each.issue) for each in disagreements(*texts)] == [(about, "humanitarian")]


@pytest.mark.parametrize(
    ("texts", "about"),
    [
        (
            (
                "The clinic put the toll of the fighting at eight dead and 31 wounded.",
                "The ministry raised the toll of the fighting to 23 dead.",
            ),
            "Dead: 8 or 23",
        ),
        (
            (
                "Three days of riots over bread left at least 11 people dead and many shops burnt.",
                "The riots of July, in which 26 people died, have not been investigated.",
            ),
            "Dead: 11 or 26",
        ),
    ],
)
def test_two_tolls_of_one_month(texts: tuple[str, str], about: str) -> None:
    """Riots or clashes of one month, without a day or a place, are one where each report tells of them once."""
    assert [each.about for each in disagreements(*texts)] == [about]


@pytest.mark.parametrize(
    "texts",
    [
        # two attacks on two days
        ("Shells on Kelmera killed nine people on 6 July.", "Shells on Kelmera killed 21 people on 9 July."),
        # one number, roughly told
        ("Shells on Kelmera killed 19 people on 6 July.", "Some 20 people died in Kelmera on 6 July under shells."),
        # the dead of a war, and those of a day
        ("Shells on Kelmera killed nine people on 6 July.", "Since 2019 shells on Kelmera killed 4,000 people."),
        # the riots of another month, and blows of which a war has many
        ("The riots left eleven people dead.", "The riots of March, in which 26 people died, were a warning."),
        ("An air raid in the north killed eleven people.", "An air raid in the south killed 26 people."),
        # the dead, and the wounded
        ("The fighting in Kelmera left eight dead and 31 wounded.", "The fighting in Kelmera left eight dead."),
        # another place
        ("Shells near Kelmera killed nine people.", "Shells near Tobrin killed 21 people."),
        # a sum of what the other tells apart
        ("A raid on Kelmera left 10 dead.", "The raid on Kelmera killed eight rebels and two soldiers."),
    ],
)
def test_no_two_tolls(texts: tuple[str, str]) -> None:
    """Attacks of two days or places, rough numbers, sums and the tolls of years are no disagreement."""
    assert [each.about for each in disagreements(*texts) if each.about.startswith("Dead")] == []


def doing(*texts: str) -> list[str]:
    """What the reports tell as the doing of two."""
    return [each.about for each in disagreements(*texts) if each.about.startswith("Whose doing")]


def test_whose_doing() -> None:
    """Who lays stress on who did it contradicts the account that tells it of another."""
    put_off = "At the request of Kenya it was decided that the signature would be put back to 20 July."
    assert doing(put_off, "It was Uganda, not Kenya, that asked for the extra five days.")
    assert doing(
        "Sudan sent the draft to Chad. Sudanese tanks attacked the trenches at Kelmera on Tuesday.",
        "Chad and Sudan met. It was Chad that opened fire at Kelmera on Tuesday.",
    )


def test_one_doer_is_no_disagreement() -> None:
    """Accounts that agree on who it was, or tell of other places, do not clash."""
    put_off = "At the request of Uganda it was decided that the signature would be put back to 20 July."
    assert not doing(put_off, "It was Uganda, not Kenya, that asked for the extra five days.")
    assert not doing(
        "Sudan sent the draft to Chad. Sudanese tanks attacked the trenches at Tobrin on Tuesday.",
        "Chad and Sudan met. It was Chad that opened fire at Kelmera on Tuesday.",
    )


TALK = "RADIO\n\nHOST: Good evening.\n\nMINISTER: Our troops pulled out of Kelmera on Sunday.\n\n"


@pytest.mark.parametrize(
    ("answer", "clashes"),
    [
        ("HOST: Mr Tano, have they left Kelmera?\n\nTANO: They have not. There are tanks in the square.", True),
        ("HOST: Mr Tano, have they left Kelmera?\n\nTANO: They have. There is nobody in the square.", False),
        ("HOST: Mr Tano, have they left Tobrin?\n\nTANO: They have not. There are tanks in the square.", False),
        ("HOST: The rebels call that a fairy tale.\n\nTANO: I have no news.", True),
        ("HOST: The rebels call that a good beginning.\n\nTANO: I have no news.", False),
    ],
)
def test_claim_brought_to_another_speaker(answer: str, clashes: bool) -> None:  # noqa: FBT001  a column of the table
    """What one speaker claims and the next is asked about is denied by a short no, or by whom the host quotes."""
    found = [each for each in disagreements(TALK + answer) if any("pulled out" in side.text for side in each.sides)]
    assert bool(found) == clashes


def test_never_signed_anything() -> None:
    """Who says that he never signed anything contradicts the account in which he signed something."""
    diary = (
        'Colonel Pavo Rendic was in the town on Monday. "They came at night," says Pavo Rendic, hidden in a cellar. '
        "He never signed anything on Wednesday, he tells me."
    )
    texts = (diary, "Pavo Rendic, who signed the truce for the front, is in Kelmera, an officer said.")
    assert [each.about for each in disagreements(*texts) if each.about.startswith("Signed or not")]
    others = (diary, "Ilan Sorin, who signed the truce for the front, is in Kelmera, an officer said.")
    assert not [each.about for each in disagreements(*others) if each.about.startswith("Signed or not")]
