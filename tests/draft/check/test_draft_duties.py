"""Who must do what: subjects, chapeaux, lists of measures, acts of two words, the present tense."""

from __future__ import annotations

import pytest

from goodoffices.draft.check import Duty, assess, check, is_read
from goodoffices.draft.sequence import outline
from goodoffices.draft.text import parse_text

_FRONT = "---\nparties: Tarn, Highland League\n---\n\n"
_PLAN = "# A plan\n\n" + "\n\n".join(
    f"{number}. {words}"
    for number, words in enumerate(
        ["Sign a pact.", "Hold elections.", "Limit the army of Tarn.", "Enshrine neutrality.", "Open the bridge."],
        start=1,
    )
)


def _duties(words: str) -> tuple[Duty, ...]:
    return assess(parse_text(f"{_FRONT}{words}\n")).duties


@pytest.mark.parametrize(
    ("words", "subjects", "act"),
    [
        ("1. 2,000 soldiers of Tarn shall withdraw.", ("Tarn",), True),
        ("1. Tarn shall pull back its guns.", ("Tarn",), True),
        ("1. The Highland League shall hand over its maps.", ("Highland League",), True),
        ("1. Tarn shall open its quarries.", ("Tarn",), True),
        ("1. Tarn, in consultation with the Highland League, shall release prisoners.", ("Tarn",), True),
        ("1. At the request of Tarn, the Highland League shall clear the road.", ("Highland League",), True),
        ("1. Tarn withdraws its guns.", ("Tarn",), True),
        ("1. The Parties respect the line.", ("*",), False),
        ("1. Tarn shall hold at least a third of the seats.", ("Tarn",), False),
        ("1. Tarn shall hold elections.", ("Tarn",), True),
        ("1. The force which shall withdraw is listed.", None, None),
        ("1. The treaty has a clause that Tarn will never join.", None, None),
        ("1. The Parties agree that prisoners shall be released by Tarn.", ("Tarn",), True),
    ],
)
def test_subject_and_kind(words: str, subjects: tuple[str, ...] | None, act: bool | None) -> None:  # noqa: FBT001
    """Each duty has its subject and is an act or conduct; what only says what is makes none."""
    found = _duties(words)
    expected = [] if subjects is None else [(subjects, act)]
    assert [(each.subjects, each.act) for each in found] == expected


@pytest.mark.parametrize(
    "chapeau",
    [
        "The Parties undertake to:",
        "They agreed:",
        "Tarn and the Highland League have agreed as follows:",
        "The Parties:",
    ],
)
def test_list_under_a_chapeau_has_its_subject(chapeau: str) -> None:
    """Items under words that name who acts have these for subject, and raise nothing for want of one."""
    source = f"{_FRONT}{chapeau}\n\n- withdraw the guns by 1 May 2030;\n- to release all prisoners by 2 May 2030.\n"
    document = parse_text(source)
    assert all(each.subjects for each in assess(document).duties)
    assert not [each for each in check(document).problems if each.kind == "no-subject"]


def test_bare_plan_is_one_remark_of_each_kind() -> None:
    """A list of imperatives that names nobody is one remark on subjects and one on dates, with all its points."""
    problems = check(parse_text(_PLAN)).problems
    assert [each.kind for each in problems] == ["no-subject", "no-date"]
    assert problems[0].provisions == tuple(each.id for each in parse_text(_PLAN).provisions)


def test_points_numbered_on_through_parts_are_called_by_their_number() -> None:
    """A point is "3" where the parts go on counting, and "Article 2(1)" where each article starts anew."""
    parts = "# T\n\n## Part I. A\n\n1. x\n\n2. Guns shall be moved.\n\n## Part II. B\n\n3. Mines shall be moved.\n"
    articles = "# T\n\n## Article 1\n\n1. x\n\n## Article 2\n\n1. Guns shall be moved.\n"
    assert [each.message.split()[0] for each in check(parse_text(parts)).problems] == ["2", "3"]
    assert check(parse_text(articles)).problems[0].message.startswith("Article 2(1) ")


def test_party_of_the_title_does_not_run_on_into_the_preamble() -> None:
    """The second party named in a title ends with the title."""
    source = (
        "# Treaty between Tarn and the Highland League\n\nTarn and the Highland League agree:\n\n"
        "1. Tarn shall leave by 1 May 2030.\n"
    )
    assert [each.party for each in assess(parse_text(source)).balance.shares] == ["Tarn", "Highland League"]


@pytest.mark.parametrize(
    ("words", "english"),
    [
        (
            "The Parties shall withdraw all of their forces from the zone within thirty days of the signature. " * 3,
            True,
        ),
        (
            "Les Parties retirent toutes leurs forces de la zone dans un délai de trente jours après signature. " * 3,
            False,
        ),
        ("تنسحب القوات إلى المواقع المبينة في الملحق خلال ثلاثين يوما من التوقيع على هذا الاتفاق. " * 4, False),
    ],
)
def test_text_in_another_language_is_told(words: str, english: bool) -> None:  # noqa: FBT001
    """The checks say whether they could read the words at all: silence on a French text is no clean bill."""
    assert is_read(outline(parse_text(f"1. {words}\n"))) is english


def test_number_inside_a_bracket_is_pointed_at() -> None:
    """ "[5. ..." in Markdown opens no provision, and the check says on which line and what to write."""
    [problem] = check(parse_text("# T\n\n4. Roads open.\n\n[5. Tarn shall leave by 1 May 2030.]\n")).problems
    assert problem.kind == "faulty-markup"
    assert "line 5" in problem.message
    assert "5. [...]" in problem.message
