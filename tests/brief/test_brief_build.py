"""From findings to view models."""

from __future__ import annotations

import crowd
import msgspec
import pytest
import sample

from goodoffices.brief import Brief, build_brief, to_json
from goodoffices.brief.build.phrases import bare, clip, interval_words, join_names
from goodoffices.record import Findings, InputError, Interval, Marking, parse_day


def _cell(brief: Brief, issue: str, party: str) -> object:
    names = {one.name: one.id for one in brief.parties}
    return next(
        cell
        for m in brief.matrices
        for row in m.rows
        for cell in row.cells
        if (cell.issue, cell.party) == (issue, names[party])
    )


def _texts(lines: object) -> str:
    return " | ".join(line.whole for line in lines)  # type: ignore[attr-defined]  # a tuple of lines


def test_the_brief_is_as_restricted_as_what_it_shows(brief: Brief) -> None:
    """One report is GREEN, so the brief is."""
    assert brief.marking is Marking.GREEN


def test_an_audience_that_may_not_see_something_gets_no_brief(findings: Findings) -> None:
    """A brief never carries what its audience may not see; the message says what to do."""
    with pytest.raises(InputError, match=r"TLP:GREEN.*TLP:CLEAR"):
        build_brief(findings, audience=Marking.CLEAR)


def test_every_finding_is_shown_once(brief: Brief, findings: Findings) -> None:
    """No finding is lost and none is doubled; labels are unique."""
    assert [entry.id for entry in brief.entries] == [finding.id for finding in findings.findings]
    assert len({entry.label for entry in brief.entries}) == len(brief.entries)


def test_every_line_of_the_opening_leads_to_findings(brief: Brief) -> None:
    """Each sentence of the opening names findings or disagreements that the brief shows."""
    shown = {entry.id for entry in brief.entries} | {dispute.id for dispute in brief.disputes}
    blocks = [getattr(brief.opening, name) for name in brief.opening.__struct_fields__]
    assert all(blocks)
    for line in (line for block in blocks for line in block):
        assert line.refs
        assert {ref.id for ref in line.refs} <= shown


def test_the_opening_says_what_an_analyst_asks_first(brief: Brief) -> None:
    """Who talks, what is agreed and contested, what blocks, what changed, where reports differ, what comes next."""
    o = brief.opening
    assert "Arvenia – Sella People's Front: 2 meetings, the last in Lindholm, 7–8 March 2026" in _texts(o.talking)
    assert "Association of the Displaced" in _texts(o.talking)
    claim = "Security guarantees: “agreed in full”, according to Tomas Reuel, 10 March 2026; other readouts: open"
    assert claim in _texts(o.agreed)
    assert "Red line: Arvenia rejects" in _texts(o.blocks)
    assert "Sanctions: Arvenia against, Lakes Union and Sella People's Front for" in _texts(o.blocks)
    assert "28 points → 20 points" in _texts(o.changed)
    assert "Are the security guarantees agreed?" in _texts(o.disputed)
    assert "depends on: the prisoners are home by then" in _texts(o.ahead)


def test_unknown_silent_ambiguous_and_opposed_are_four_things(brief: Brief) -> None:
    """The matrix keeps apart what a party rejects, leaves open, does not speak of, and what cannot be told."""
    opposed = _cell(brief, "territory", "Arvenia")
    ambiguous = _cell(brief, "political-status", "Tolmia")
    silent = _cell(brief, "territory", "Sella People's Front")
    unknown = _cell(brief, "territory", "Lakes Union")
    assert [mark.stance for mark in opposed.marks] == ["rejects"]  # type: ignore[attr-defined]  # a cell
    assert opposed.marks[0].firm  # type: ignore[attr-defined]  # the same
    assert [mark.stance for mark in ambiguous.marks] == ["ambiguous"]  # type: ignore[attr-defined]  # the same
    assert (silent.state, unknown.state) == ("silent", "unknown")  # type: ignore[attr-defined]  # the same


def test_readouts_that_compete_are_told_from_a_change_over_time(brief: Brief) -> None:
    """Two claims of one day compete; two claims of two days, one each, are a change."""
    readouts = {issue.id: issue.readout for issue in brief.issues}
    assert readouts["security-guarantees"] == "competing"
    assert readouts["detainees"] == "moved"
    assert readouts["territory"] == "single"
    assert readouts["sanctions"] == "none"


def test_changes_name_shifts_states_plans_and_news(brief: Brief) -> None:
    """Each kind of change is found, with what it rests on; a competing readout is none."""
    kinds = {change.kind for change in brief.changes}
    assert kinds == {"shift", "status", "plan", "new"}
    assert not any("Security guarantees" in change.whole for change in brief.changes)


def test_who_is_missing(brief: Brief) -> None:
    """Those who hold a position and sit at no table are named with the issue; those who meet are not."""
    missing = {(gap.issue, gap.actor.name) for gap in brief.gaps}
    assert ("displacement", "Association of the Displaced") in missing
    assert not {name for _, name in missing} & {"Arvenia", "Sella People's Front", "Tolmia"}


def test_an_unknown_date_stays_unknown(brief: Brief) -> None:
    """A meeting without a date is shown last, and says so."""
    held = brief.timeline.by_status("held")
    assert [view.entry.when is None for view in held] == [False, False, True]
    assert held[-1].track.label == "Arvenia – Tolmia"


def test_a_mechanism_shows_what_it_waits_for_and_how_far_that_is(brief: Brief) -> None:
    """The trigger names the ceasefire; the line beneath gives the claim about it."""
    view = next(view for view in brief.mechanisms if "observer" in view.name)
    assert view.trigger == "a ceasefire has held for thirty days"
    assert "Ceasefire: open" in _texts(view.waits_on)
    assert view.waits_on[0].refs[0].label.startswith("S")


def test_near_copies_count_as_one_source_and_are_quoted_once(brief: Brief) -> None:
    """Five reports are four sources; the same words in two reports are one passage with two places."""
    assert brief.sources == 4
    mission = next(entry for entry in brief.entries if "observer mission" in entry.says)
    assert [len(passage.places) for passage in mission.passages] == [2]
    assert [view.copy_of for view in brief.reports if view.copy_of] == [3]


def test_only_web_addresses_become_links(brief: Brief) -> None:
    """`javascript:` is shown as given and is no link."""
    links = {view.path: view.link for view in brief.reports}
    assert links["01.txt"] == "https://harbour-post.example/2026/lindholm"
    assert links["05.txt"] is None


def test_the_order_of_actors_and_disagreements_changes_no_id(findings: Findings) -> None:
    """The same findings give the same ids and the same bytes again and again."""
    again = msgspec.structs.replace(findings, disagreements=findings.disagreements[::-1])
    first = build_brief(findings, audience=Marking.RED)
    second = build_brief(again, audience=Marking.RED)
    assert {d.id for d in first.disputes} == {d.id for d in second.disputes}
    assert to_json(first) == to_json(build_brief(sample.sella(), audience=Marking.RED))


def test_nothing_at_all_is_a_brief_too() -> None:
    """No finding, no report: every section says that there is nothing."""
    empty = build_brief(Findings(reports=(), findings=()), audience=Marking.CLEAR)
    assert empty.title == "Brief on 0 reports"
    assert empty.marking is Marking.CLEAR
    assert empty.matrices == ()


def test_an_actor_that_the_audience_is_not_shown_has_no_name(findings: Findings) -> None:
    """A finding may name an actor whose own finding was taken out; it is called one not shown, and nothing breaks."""
    without = tuple(f for f in findings.findings if f.kind != "actor")
    made = build_brief(msgspec.structs.replace(findings, findings=without), audience=Marking.RED)
    assert any("an actor not shown" in entry.says.casefold() for entry in made.entries)


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2026-01-07", "2026-01-07", "7 January 2026"),
        ("2026-01-06", "2026-01-08", "6–8 January 2026"),
        ("2025-12-28", "2026-01-03", "28 December 2025 – 3 January 2026"),
        ("2026-01-28", "2026-02-03", "28 January – 3 February 2026"),
        ("2026-02-01", "2026-02-28", "February 2026"),
        ("2026-01-01", "2026-03-31", "January 2026 – March 2026"),
        ("2025-01-01", "2025-12-31", "2025"),
        (None, "2026-01-07", "by 7 January 2026"),
        ("2026-01-07", None, "from 7 January 2026"),
    ],
)
def test_an_interval_is_written_as_precisely_as_it_is_known(
    earliest: str | None, latest: str | None, words: str
) -> None:
    """Days, ranges, whole months and years, half-open ends."""
    ends = [parse_day(day, where="test") if day else None for day in (earliest, latest)]
    assert interval_words(Interval(earliest=ends[0], latest=ends[1])) == words


def test_words_without_a_date_are_quoted_and_called_unknown() -> None:
    """A weekday that cannot be resolved keeps its words and gets no date."""
    assert interval_words(Interval(text="on Tuesday")) == "“on Tuesday”, date unknown"
    assert interval_words(None) == ""


def test_small_pieces_of_english() -> None:
    """Lists, cuts at a word, quotation marks taken off a whole quote only."""
    assert join_names(["A", "B", "C"]) == "A, B and C"
    assert clip("one two three four", 10) == "one two…"
    assert bare("“whole”") == "whole"
    assert bare("“a” and “b”") == "“a” and “b”"


def test_a_large_set_is_cut_into_parts_that_fit_a_page() -> None:
    """Sixty parties make ten parts of six columns."""
    large = build_brief(crowd.crowd(10, 400), audience=Marking.CLEAR)
    assert [len(part.parties) for part in large.matrices] == [6] * 10
