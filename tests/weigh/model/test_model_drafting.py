"""A model drafted from findings, and drafted again over what people changed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import msgspec
import newsrooms
import numpy as np
import pytest
from newsroom import Newsroom

from goodoffices.record import Findings, Marking
from goodoffices.record.store import create_case
from goodoffices.weigh import NoPackage, as_problem, draft_model, draw, redraft
from goodoffices.weigh.model import Between, Change, Exact, Model, Points, parse_yaml, yaml_text


@pytest.fixture(scope="module")
def first() -> Model:
    """The draft of the first report."""
    return draft_model(newsrooms.first())


def _statements(findings: Findings) -> set[str]:
    return {each for finding in findings.findings for each in finding.statements}


def test_issues_and_options_come_from_positions(first: Model) -> None:
    """Each issue has what is proposed on it, and as it is; how to talk is no issue of the deal."""
    assert {issue.name: issue.names for issue in first.issues} == {
        "Ceasefire": ("As it is", "A truce of ninety days"),
        "Territory": ("As it is", "The return of the port district"),
        "Foreign forces": ("As it is", "An observer mission of the Union", "Foreign soldiers on the river islands"),
    }


def test_parties_sign_where_they_sit_at_the_table(first: Model) -> None:
    """States and groups that met sign; an organisation is heard; a person who speaks for nobody is no party."""
    signs = {party.name: party.signs for party in first.parties}
    assert signs == {"East Bank Authority": True, "River Union": False, "Westland": True}


def test_who_convenes_signs_where_it_wants_something() -> None:
    """A convenor that only offers is a mediator; one that demands is a party; a person sits there for a state."""
    room = Newsroom()
    report = room.report("one", "2021-03-01")
    hosts, west, north = (report.actor(name) for name in ("Eastland", "Westland", "Northland"))
    envoy = report.person("Ada Quill", side=west)
    report.meeting(envoy, hosts, north, convenor=hosts, place="Northcity")
    report.meeting(hosts, north, convenor=north, place="Eastcity")
    report.position(hosts, "ceasefire", "offers", "a truce of ninety days")
    report.position(north, "ceasefire", "demands", "a truce of ninety days")
    report.position(west, "ceasefire", "accepts", "a truce of ninety days")
    signs = {party.name: party.signs for party in draft_model(room.build()).parties}
    assert signs == {"Eastland": False, "Northland": True, "Westland": True}


def test_an_adversary_that_no_report_seats_signs_too() -> None:
    """Who demands and rejects as much as those at the table is a party; who says little from afar is not."""
    room = Newsroom()
    report = room.report("one", "2021-03-01")
    west, east, far = (report.actor(name) for name in ("Westland", "Eastland", "Farland"))
    report.meeting(west, report.actor("Northland"), place="Northcity")
    report.position(west, "ceasefire", "demands", "a truce of ninety days")
    report.position(east, "ceasefire", "rejects", "a truce of ninety days")
    report.position(east, "territory", "demands", "the return of the port district")
    report.position(far, "ceasefire", "demands", "a truce of ninety days")
    signs = {party.name: party.signs for party in draft_model(room.build()).parties}
    assert signs == {"Eastland": True, "Farland": False, "Westland": True}


def test_a_case_can_be_drafted_from_what_an_audience_may_see(tmp_path: Path) -> None:
    """A view gives the draft of its findings; what its audience may not see leaves no trace."""
    room = newsrooms.room()
    with create_case(tmp_path / "talks.case") as case:
        for draft in room.drafts:
            report = draft.report()
            case.add(report, draft.statements(report), at=dt.datetime(2021, 4, 1, tzinfo=dt.UTC))
        assert draft_model(case.view(Marking.RED)) == draft_model(room.build())
        with pytest.raises(NoPackage):
            draft_model(case.view(Marking.CLEAR))


def test_every_number_has_its_statements(first: Model) -> None:
    """No score, weight, option or constraint without a statement of the record; what is not said is left open."""
    known = _statements(newsrooms.first())
    for party in first.parties:
        assert isinstance(party.weights, Points)
        numbers = [*party.weights.of.values()]
        for preference in party.scores.values():
            assert isinstance(preference, Points)
            assert "As it is" not in preference.of
            numbers += preference.of.values()
        for number in numbers:
            assert number.source.statements
            assert set(number.source.statements) <= known
    assert all(each.source.statements for each in first.constraints)
    assert "Territory" not in first.party("East Bank Authority").scores


def test_firmness_and_evidence_set_the_intervals(first: Model) -> None:
    """A demand lies above an acceptance, a refusal below both; a red line is narrower than a wish."""
    west, east = first.party("Westland").scores, first.party("East Bank Authority").scores

    def span(preference: object, name: str) -> Between:
        assert isinstance(preference, Points)
        number = preference.of[name]
        assert isinstance(number, Between)
        return number

    accepts, demands = (span(each["Ceasefire"], "A truce of ninety days") for each in (west, east))
    refuses = span(west["Foreign forces"], "Foreign soldiers on the river islands")
    insists = span(west["Territory"], "The return of the port district")
    assert refuses.high < accepts.low < demands.low < insists.low
    assert insists.high - insists.low < demands.high - demands.low
    later = draft_model(newsrooms.second()).party("Westland").scores
    again = span(later["Ceasefire"], "A truce of ninety days")
    assert again.high - again.low < accepts.high - accepts.low


def test_red_lines_and_conditions_become_constraints(first: Model) -> None:
    """What is refused as a red line is never signed, what is insisted on only so, and a condition implies."""
    told = {(each.party, each.kind): (dict(each.choices), dict(each.then)) for each in first.constraints}
    assert told == {
        ("Westland", "never"): ({"Foreign forces": ("Foreign soldiers on the river islands",)}, {}),
        ("Westland", "only"): ({"Territory": ("The return of the port district",)}, {}),
        ("East Bank Authority", "implication"): (
            {"Foreign forces": ("An observer mission of the Union",)},
            {"Ceasefire": ("A truce of ninety days",)},
        ),
    }


def test_a_draft_can_be_weighed_and_written(first: Model) -> None:
    """It is a whole model: arrays, draws, and a file that is read back."""
    assert parse_yaml(yaml_text(first)) == first
    made = draw(first, 50, np.random.default_rng(0))
    assert np.isfinite(made.reservation).all()
    assert as_problem(first).shape == (2, 2, 3)


def test_stances_that_differ_give_a_wide_interval_and_no_red_line() -> None:
    """Where reports have a party for and against, the interval holds both, and nothing is ruled out."""
    room = Newsroom()
    for name, stance in (("one", "demands"), ("two", "rejects")):
        report = room.report(name, "2021-03-01")
        party = report.actor("Westland")
        report.position(party, "ceasefire", stance, "a truce of ninety days", firm=True)
    model = draft_model(room.build())
    points = model.parties[0].scores["Ceasefire"]
    assert isinstance(points, Points)
    (number,) = points.of.values()
    assert isinstance(number, Between)
    assert number.high - number.low > 80
    assert number.source.note.startswith("reports differ")
    assert model.constraints == ()


def test_a_record_without_positions_has_no_draft() -> None:
    """Nothing to agree on is said, not drafted."""
    room = Newsroom()
    room.report("empty", "2021-03-01").actor("Westland")
    with pytest.raises(NoPackage, match="no position"):
        draft_model(room.build())


def _of(changes: tuple[Change, ...], act: str) -> set[str]:
    return {change.place[-1] for change in changes if change.act == act}


def test_untouched_numbers_follow_the_news(first: Model) -> None:
    """What nobody changed becomes what a draft of all reports says; the new is added."""
    text, changes = redraft(yaml_text(first), newsrooms.second())
    fresh, merged = draft_model(newsrooms.second()), parse_yaml(text)
    assert {party.name: party.scores for party in merged.parties} == {p.name: p.scores for p in fresh.parties}
    assert {issue.name: set(issue.names) for issue in merged.issues} == {i.name: set(i.names) for i in fresh.issues}
    assert _of(changes, "added") >= {"Joint customs at the port", "Detainees", "Southern Front"}
    assert _of(changes, "updated") == {"A truce of ninety days", "Ceasefire"}
    assert _of(changes, "suggested") == set()
    assert redraft(text, newsrooms.second()) == (text, ())


def test_what_people_changed_stays(first: Model, tmp_path: Path) -> None:
    """Numbers, names, comments and what was taken out stay as a person left them; the news is a suggestion."""
    west = first.party("Westland")
    scores = {**west.scores, "Ceasefire": Points({"A truce of ninety days": Exact(95.0)})}
    edited = msgspec.structs.replace(
        first,
        parties=tuple(
            msgspec.structs.replace(west, scores=scores) if party is west else party for party in first.parties
        ),
        constraints=tuple(each for each in first.constraints if each.kind != "never"),
    )
    text = "# checked with the field office\n" + yaml_text(edited).replace(
        "A truce of ninety days", "Ninety quiet days"
    )
    path = tmp_path / "model.yaml"
    path.write_text(text, encoding="utf-8")
    new, changes = redraft(path, newsrooms.second())
    merged = parse_yaml(new)
    points = merged.party("Westland").scores["Ceasefire"]
    assert new.startswith("# checked with the field office\n")
    assert points == Points({"Ninety quiet days": Exact(95.0)})
    assert merged.issue("Ceasefire").names == ("As it is", "Ninety quiet days")
    assert "never" not in {each.kind for each in merged.constraints}
    assert _of(changes, "suggested") == {"Ninety quiet days"}
    suggestion = next(change for change in changes if change.act == "suggested")
    assert suggestion.before == "95"
    assert set(suggestion.statements) <= _statements(newsrooms.second())
    assert suggestion.words.startswith(
        "suggested: parties / Westland / scores / Ceasefire / Ninety quiet days: 95 -> ["
    )


def test_an_option_that_people_took_out_stays_out(first: Model) -> None:
    """What an earlier draft had and a person removed is not put back."""
    issues = tuple(
        msgspec.structs.replace(issue, options=issue.options[:2]) if issue.name == "Foreign forces" else issue
        for issue in first.issues
    )
    parties = tuple(
        msgspec.structs.replace(p, scores={k: v for k, v in p.scores.items() if k != "Foreign forces"})
        if p.name == "Westland"
        else p
        for p in first.parties
    )
    constraints = tuple(each for each in first.constraints if each.kind != "never")
    edited = msgspec.structs.replace(first, issues=issues, parties=parties, constraints=constraints)
    merged = parse_yaml(redraft(yaml_text(edited), newsrooms.second())[0])
    assert merged.issue("Foreign forces").names == ("As it is", "An observer mission of the Union")
    assert "Foreign forces" not in merged.party("Westland").scores


def test_news_that_contradicts_what_stands_is_a_suggestion(first: Model) -> None:
    """A new red line against a mandate that a person wrote is not put in."""
    text = yaml_text(first).replace(
        "constraints:\n",
        "constraints:\n  - {id: ours, party: Westland, only: {Ceasefire: A truce of ninety days}}\n",
    )
    room = Newsroom()
    report = room.report("later", "2021-04-01")
    party = report.actor("Westland")
    report.position(party, "ceasefire", "rejects", "a truce of ninety days", firm=True)
    new, changes = redraft(text, room.build())
    assert "never" not in {each.kind for each in parse_yaml(new).constraints if "Ceasefire" in each.choices}
    assert any("contradicts" in change.after for change in changes if change.act == "suggested")


def test_numbers_that_nothing_bears_out_any_more_are_said(first: Model) -> None:
    """Where the reports behind a drafted number are gone, it stays and is listed."""
    room = Newsroom()
    report = room.report("other", "2021-04-01")
    report.position(report.actor("Westland"), "ceasefire", "demands", "an end to patrols at night")
    _, changes = redraft(yaml_text(first), room.build())
    assert "A truce of ninety days" in _of(changes, "unsupported")
