"""What `check` finds in a text, and what it leaves alone."""

from __future__ import annotations

import time

import pytest

from goodoffices.draft.check import KINDS, Problem, check, to_json
from goodoffices.draft.text import Point, parse_text

_PARTIES = {"Government": ("Marea",), "Movement": ()}
_FAULTY = """# Agreement on the Islands

## Article 1

1. In this Agreement, "Zone" means the area in Annex A, and "Calm Day" means a day of peace. {#zone}
2. The Government shall withdraw its heavy weapons from the Zone within 30 days of signature under Article 7(2). {#guns}
3. Heavy weapons of the Government shall be withdrawn from the Zone within 45 days of signature. {#again}
4. The Commission shall supervise the withdrawal. {#watch}
5. Detainees shall be released. {#free}

## Article 2

1. The Monitoring Board shall have nine members. {#nine}
2. The Monitoring Board, composed of seven members, shall decide by majority (two thirds in matters of money. {#seven}
3. The Government recalls Article 51 of the Charter of the United Nations. {#charter}
"""


def _kinds(source: str) -> dict[str, list[Problem]]:
    report = check(parse_text(source, tolerant=True), parties=_PARTIES)
    return {kind: [each for each in report.problems if each.kind == kind] for kind in KINDS}


@pytest.mark.parametrize(
    ("kind", "provision", "words"),
    [
        ("unclosed-bracket", "seven", "two thirds"),
        ("unknown-reference", "zone", "Annex A"),
        ("unknown-reference", "guns", "Article 7(2)"),
        ("unused-term", "zone", "Calm Day"),
        ("undefined-term", "watch", "Commission"),
        ("no-subject", "free", "Detainees"),
        ("no-date", "free", "Detainees"),
        ("conflicting-number", "guns", "45 days"),
        ("conflicting-number", "nine", "seven members"),
    ],
)
def test_each_fault_is_found(kind: str, provision: str, words: str) -> None:
    """Each fault is found under its kind, with its provision, and its words in the message."""
    assert any(provision in each.provisions and words in each.message for each in _kinds(_FAULTY)[kind])


def test_party_without_a_duty_is_named() -> None:
    """A party of which nothing is asked is named; one that bears a duty is not."""
    [idle] = _kinds(_FAULTY)["idle-party"]
    assert "Movement" in idle.message


def test_sound_text_has_no_problem() -> None:
    """A text with its terms used, its references met, its duties dated and borne, raises nothing."""
    source = (
        '# Accord\n\n1. "Zone" means the area on the map. {#zone}\n\n'
        "2. The Government shall withdraw its guns from the Zone by 1 May 2030. {#guns}\n\n"
        "3. The Movement shall release its captives within 10 days of signature, in accordance with point 2. {#free}\n"
    )
    assert check(parse_text(source), parties=_PARTIES).problems == ()


def test_reference_into_another_document_is_left_alone() -> None:
    """The Charter's articles are not looked for in this text."""
    assert not any("51" in each.message for each in _kinds(_FAULTY)["unknown-reference"])


def test_figures_for_different_things_do_not_clash() -> None:
    """Different zones, guns and phases may have different figures."""
    source = (
        "# T\n\n1. The Government shall withdraw its light guns within 30 days. {#a}\n\n"
        "2. The Government shall withdraw its heavy guns within 60 days. {#b}\n\n"
        "3. The Movement shall withdraw its guns within 90 days. {#c}\n"
    )
    assert _kinds(source)["conflicting-number"] == []


def test_spans_hold_the_words() -> None:
    """Every span lies in the source and holds something."""
    for each in check(parse_text(_FAULTY, tolerant=True)).problems:
        assert all(_FAULTY[start:end].strip() for start, end in each.spans)


def test_form_for_machines() -> None:
    """The JSON has the promised keys and lists every provision with its number."""
    form = to_json(check(parse_text(_FAULTY, tolerant=True)))
    assert all({"kind", "message", "provisions", "spans"} == set(each) for each in form["problems"])
    assert {"waits", "cycles"} <= set(form["sequence"])
    assert {"id": "guns", "number": "2"}.items() <= form["provisions"][2].items()


def test_unclosed_square_bracket_is_listed_where_it_opens() -> None:
    """A text read tolerantly lists a bracket that does not close, with its place."""
    source = "# T\n\n1. The force shall leave [within a month. {#go}\n"
    [problem] = [each for each in check(parse_text(source, tolerant=True)).problems if each.kind == "unclosed-bracket"]
    assert source[problem.spans[0][0]] == "["


@pytest.mark.slow
def test_long_agreement_is_checked_in_time() -> None:
    """230 kB of articles are checked in under five seconds."""
    text = "The Parties shall withdraw within 5 days of the release under Article 1, after the Board has met. " * 8
    points = [Point(f"p{n}", str(n), text, n * 1000, n * 1000 + len(text)) for n in range(1, 290)]
    start = time.process_time()
    check(points)
    assert time.process_time() - start < 5
