"""The log of a made-up text: who changed what and why, what is not known, what is public, who stands behind it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from goodoffices.draft.lineage import compare, in_words, link_in_words
from goodoffices.draft.log import find_divergence, hands_of, log_of, public_claims, stands_of
from goodoffices.draft.text import parse_text
from goodoffices.draft.versions import History, make_version
from goodoffices.record import ConsultationNote, Findings, Marking, make_note, make_report
from goodoffices.record.findings import build
from goodoffices.record.note import Answer

FIRST = """---
title: Lake plan
parties: Northland, Southland
---
1. A ceasefire starts within two days of signing. {#fire}

2. Northland opens the harbour to all ships. {#harbour}

3. The harbour dues are shared by both banks. {#dues}

4. Prisoners are exchanged, all for all. {#prisoners}

5. A fund pays for the dam. {#fund}
"""
SECOND = """---
title: Lake plan
parties: Northland, Southland
---
1. A ceasefire starts within [Northland: two days | Southland: a week] of signing. {#fire note="South was late"}

2. Northland opens the harbour to all ships, and the harbour dues are shared by both banks. {#harbour}

3. Prisoners are exchanged, all for all. {#prisoners .agreed by=Northland on=2026-03-02}
"""
HIDDEN = "---\ntitle: Lake plan\nparties: Northland, Southland\ncontent: unknown\npoints: 12\n---\n\nNot shown.\n"


def day(number: int) -> dt.date:
    """A day of March."""
    return dt.date(2026, 3, number)


def history() -> History:
    """Three versions, the last of which nobody has seen."""
    one = make_version(FIRST, date=day(1), author="Ana", note="Leaked 2026-03-02.", marking=Marking.AMBER)
    note = "Points 2 and 3 were merged to shorten the plan. The fund for the dam moved to a side letter."
    two = make_version(SECOND, date=day(3), author="Ben", parent=one.id, note=note)
    three = make_version(HIDDEN, date=day(9), author="Hosts", parent=two.id)
    return History(Path("lake.md.versions.jsonl"), (one, two, three))


def nothing() -> Findings:
    """A record without a report."""
    return build([], [])


def test_each_act_has_its_reason() -> None:
    """A remark in the braces, or the sentence of the note that names it; where nobody says why, that is said."""
    acts = {(each.change, each.a): each.reason for each in log_of(history())[1].acts}
    assert acts["reworded", ("fire",)].words == "South was late"
    assert acts["reworded", ("fire",)].how == "provision"
    assert acts["merged", ("harbour", "dues")].words == "Points 2 and 3 were merged to shorten the plan."
    assert acts["dropped", ("fund",)].words == "The fund for the dam moved to a side letter."
    assert acts["status", ("prisoners",)].how == "none"


def test_entries_say_who_when_and_what() -> None:
    """Author, day and a summary whose sums come out; agreement is an act of its own."""
    first, second, _ = log_of(history())
    assert (first.author, first.date, first.points, first.summary) == ("Ana", day(1), 5, "The first version.")
    assert second.brackets == 1
    assert any("agreed by Northland on 2026-03-02" in each.words for each in second.acts)


def test_a_version_that_nobody_has_seen_drops_nothing() -> None:
    """What became of each point is unknown; its own words are no points, and the number claimed is kept."""
    third = log_of(history())[2]
    assert third.content == "unknown"
    assert (third.points, third.claimed) == (0, 12)
    assert {each.change for each in third.acts} == {"unknown"}
    assert hands_of(history(), history().versions[-1]) == ()


def test_comparing_with_what_is_partly_known_says_unknown() -> None:
    """Points without a counterpart are neither dropped nor new; those with one are told as ever."""
    partly = parse_text(SECOND.replace("title:", "content: partial\ntitle:"))
    found = compare(parse_text(FIRST), partly)
    changes = {link.a: link.change for link in found.links}
    assert changes["fund",] == "unknown"
    assert changes["prisoners",] == "same"
    assert "1 whose fate is not known" in in_words(found)
    (told,) = (link_in_words(found, each) for each in found.links if each.change == "unknown")
    assert told == "What became of point 5 is not known."
    back = compare(partly, parse_text(FIRST))
    assert "new" not in {link.change for link in back.links}


def test_who_put_each_point_in_and_who_changed_it_last() -> None:
    """A merged point was put in by the first and changed by the second; one that stayed is the first's still."""
    kept = history()
    hands = {each.point: each for each in hands_of(kept, kept.versions[1])}
    assert (hands["harbour"].made_by, hands["harbour"].changed_by) == ("Ana", "Ben")
    assert (hands["prisoners"].made_by, hands["prisoners"].changed_by) == ("Ana", "Ana")


def test_leaks_are_told_with_their_day() -> None:
    """A note says that it was leaked; of another nothing says that it is out, whatever its marking."""
    first, second, _ = log_of(history())
    assert (first.publication.state, first.publication.on, first.publication.breach) == ("leaked", day(2), True)
    assert second.publication.state == "not public"


@pytest.mark.parametrize(
    ("line", "state"),
    [("published: 2026-03-04 by the hosts", "public"), ("leaked: 2026-03-04", "leaked"), ("place: here", "not public")],
)
def test_front_matter_says_whether_a_version_is_public(line: str, state: str) -> None:
    """As the text says of itself."""
    version = make_version(FIRST.replace("title:", f"{line}\ntitle:"), date=day(1))
    assert log_of(History(Path("x"), (version,)))[0].publication.state == state


def test_what_is_not_yet_published_is_not_public() -> None:
    """A denial before the word counts."""
    version = make_version(FIRST, date=day(1), note="Not yet published; to be published in May.")
    assert log_of(History(Path("x"), (version,)))[0].publication.state == "not public"


def test_reports_that_tell_of_a_leak() -> None:
    """Sentences that name a text and say that it is out; those on other things are left."""
    words = "The draft plan was leaked on Monday. A video was published. The new text has not been made public."
    report = make_report(words, path="a.txt", title="News", outlet="Post", language="en", published=day(3))
    claims = public_claims(build([report], []))
    assert [(each.state, each.sentence) for each in claims] == [("leaked", "The draft plan was leaked on Monday.")]


def consulted(party: str, subject: str, answer: Answer) -> ConsultationNote:
    """What somebody answered."""
    return ConsultationNote(party=party, subject=subject, answer=answer, text="as minuted")


def test_who_stands_behind_which_version_and_who_is_absent() -> None:
    """By number of the draft, by number of points, by title; parties of whom nothing is known are named."""
    at = dt.datetime(2026, 3, 5, tzinfo=dt.UTC)
    answers = (
        consulted("Women's forum", "draft 2", "objects"),
        consulted("Southland", "the 12-point text", "endorses"),
        consulted("Fishers", "the sea code", "abstains"),
    )
    notes = [make_note(each, by="Ana", why="minutes", at=at) for each in answers]
    kept = history()
    texts = [parse_text(each.source) for each in kept]
    one, two, three, rest = stands_of(log_of(kept), texts, nothing(), notes)
    assert set(one.silent) == {"Northland", "Southland", "Women's forum", "Fishers"}
    assert [(each.party, each.state) for each in two.stands] == [("Women's forum", "objects")]
    assert two.agreed == {"Northland": 1}
    assert "Southland" in two.silent
    assert [each.party for each in three.stands] == ["Southland"]
    assert [each.party for each in rest.stands] == ["Fishers"]


def test_two_tracks_drift_from_the_last_text_in_common() -> None:
    """Distance is 0 while both have one text, and grows with what stands in one alone."""
    one = make_version(FIRST, date=day(1))
    two = make_version(SECOND, date=day(4), parent=one.id)
    other = make_version(FIRST.replace("two days", "ten days"), date=day(3), parent=one.id)
    found = find_divergence(History(Path("a"), (one, two)), History(Path("b"), (one, other)))
    assert found.common == one.id
    distances = [each.distance for each in found.course]
    assert distances[0] == 0.0
    assert distances == sorted(distances)
    assert found.differences
