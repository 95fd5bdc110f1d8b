"""Pages, counts and what is new: quickly found, and the same to the letter as by the plain rule."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import Counter
from collections.abc import Callable

from happening import CIRCLES, MARKINGS, all_of, fill
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made import day, report, statements
from paging_reference import Reference

from goodoffices.record import Marking, Statement, Verdict, make_judgement
from goodoffices.record.circle import circle_names
from goodoffices.record.sql.moment import write_moment
from goodoffices.record.sql.visible import Horizon
from goodoffices.record.store import Store, create_case
from goodoffices.record.view import View
from goodoffices.record.words import folded_words


def counted(reference: Reference, after: str = "") -> dict[str, int]:
    """Count the statements of the reference by kind."""
    return dict(sorted(Counter(kind for kind, _, at, _ in reference.statements.values() if at > after).items()))


AUDIENCES = [*((each, ()) for each in MARKINGS), (Marking.RED, CIRCLES[:1]), (Marking.AMBER, CIRCLES)]


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10_000), moment=st.integers(-1, 6))
def test_every_count_and_page_is_what_the_rule_gives(new_place: Callable[[], str], seed: int, moment: int) -> None:
    """Whatever was marked, retired, confined, added and judged when, all is counted and listed that the rule shows."""
    place = new_place()
    with create_case(place) as case:
        for audience, circles in AUDIENCES:  # what is kept of a view must not outlive what is written
            case.view(audience, circles=circles).tally()
        fill(case, seed)
        for (audience, circles), then in itertools.product(AUDIENCES, (None, day(1), day(3))):
            view = case.view(audience, then, circles=circles)
            reference = Reference(place, Horizon(audience, then, circle_names(circles)))
            _check_counts(view, reference, day(moment))
            if then is None or (audience, then) == (Marking.AMBER, day(3)):
                _check_reports(view, reference)
                _check_statements(view, reference)


def _check_counts(view: View, reference: Reference, moment: dt.datetime) -> None:
    tally, after = view.tally(), write_moment(moment)
    assert tally.reports == len(reference.reports) == len(view.lines()) == len(view.reports())
    assert tally.statements == counted(reference)
    assert {each.id for each in view.statements()} == reference.statements.keys()
    assert tally.judgements == len(reference.judgements)
    assert {each.id for each in view.judgements()} == reference.judgements.keys()
    assert tally.rejections == len(view.rejections())
    assert {(each.what, each.reason) for each in view.rejections()} == reference.rejections
    new = view.since(moment, limit=3)
    assert new.statements == counted(reference, after)
    late = sorted(((at, each) for each, (_, at, _) in reference.reports.items() if at > after), reverse=True)
    assert new.reports.total == len(late)
    assert [write_moment(line.at) for line in new.reports.found] == [at for at, _ in late][:3]
    judged = [at for at in reference.judgements.values() if at > after]
    assert (new.judgements.total, len(new.judgements.found)) == (len(judged), min(3, len(judged)))


def _check_reports(view: View, reference: Reference) -> None:
    shown = reference.reports
    lines = {each.report.id: each for each in view.lines()}
    newest = sorted(shown, key=lambda each: (shown[each][0] == "", *_falling(shown[each][0]), each))
    oldest = sorted(shown, key=lambda each: (shown[each][0] == "", shown[each][0], each))
    added = sorted(shown, key=lambda each: (*_falling(shown[each][1]), each))
    for order, expected in (("newest", newest), ("oldest", oldest), ("added", added)):
        found = all_of(lambda after, order=order: view.page_of_reports(3, after, order=order))  # type: ignore[misc]
        assert [each.report.id for each in found] == expected, order
        assert found == [lines[each] for each in expected]
    for line in lines.values():
        assert line.report.marking.value == shown[line.report.id][2]
        said = Counter(kind for kind, of, _, _ in reference.statements.values() if of == line.report.id)
        assert line.statements == dict(sorted(said.items()))
    hits = all_of(lambda after: view.page_of_hits("bridge 1*", 2, after))
    assert [each.report for each in hits] == [
        each for each in map(view.report, newest) if _holds(each.text, each.title)
    ]


def _holds(*texts: str) -> bool:
    words = folded_words(" ".join(texts))
    return "bridge" in words and any(word.startswith("1") for word in words)


def _falling(text: str) -> tuple[int, ...]:
    return tuple(-ord(each) for each in text)


def _check_statements(view: View, reference: Reference) -> None:
    by_id = {each.id: each for each in view.statements()}
    reports = [each.report.id for each in all_of(lambda after: view.page_of_reports(50, after))]
    place = {each: number for number, each in enumerate(reports)}
    numbers = {each: seq for each, (_, _, _, seq) in reference.statements.items()}
    in_order = sorted(by_id.values(), key=lambda each: (place[each.report], numbers[each.id]))
    assert all_of(lambda after: view.page_of_statements(4, after)) == in_order
    positions = [each for each in in_order if each.kind == "position"]
    assert all_of(lambda after: view.page_of_statements(3, after, kind="position")) == positions
    for of in reports[:2]:
        found = all_of(lambda after, of=of: view.page_of_statements(2, after, report=of))  # type: ignore[misc]
        assert found == [each for each in in_order if each.report == of]
        assert {each.id for each in view.statements(report=of)} == {each.id for each in found}
    latest = sorted(by_id.values(), key=lambda each: -numbers[each.id])
    asked: list[tuple[str, dict[str, str], Callable[[Statement], bool]]] = [
        ("arvenia", {}, lambda _: True),
        ('"point 1"', {}, lambda each: getattr(each.content, "text", "") == "point 1 of the plan"),
        ("plan arven*", {"kind": "position"}, lambda each: each.kind == "position"),
        *(("arvenia", {"report": of}, lambda each, of=of: each.report == of) for of in reports[:1]),
    ]
    for text, only, holds in asked:
        hits = all_of(lambda after, text=text, only=only: view.page_of_statements(2, after, text=text, **only))  # type: ignore[misc]
        wanted = [each for each in latest if holds(each) or (text == '"point 1"' and _quotes(each, "point 1"))]
        assert hits == wanted, text
    assert view.statements_by_id(by_id) == tuple(by_id.values())
    grounds = [each.id for each in in_order[:2]]
    expected = [each for each in view.judgements() if {*each.statements, each.target} & set(grounds)]
    assert list(view.judgements_on(grounds)) == expected


def _quotes(each: Statement, words: str) -> bool:
    row = f" {words} "
    return any(row in f" {' '.join(folded_words(span.quote))} " for span in each.evidence)


def test_what_is_kept_is_looked_for_anew_after_each_write(case: Store) -> None:
    """One view, held open, sees each thing that is marked, retired, confined, brought back or judged at once."""
    made = report(1)
    said = statements(made)
    case.add(made, said, at=day(0))
    view = case.view(Marking.AMBER)

    def counts() -> tuple[int, int, int]:
        tally = view.tally()
        return tally.reports, sum(tally.statements.values()), tally.judgements

    found = [counts()]
    for write in (
        lambda: case.judge(make_judgement(said[0].id, Verdict.CONFIRM, by="Ana", at=day(1))),
        lambda: case.confine(said[0].id, "north", by="Ana", why="theirs", at=day(1)),
        lambda: case.judge(make_judgement(said[0].id, Verdict.UNSURE, by="Bo", at=day(1))),
        lambda: case.mark(said[1].id, Marking.RED, at=day(1)),
        lambda: case.retire(said[2].id, by="Ana", why="wrong", at=day(1)),
        lambda: case.confine(said[0].id, "north", confined=False, by="Ana", why="open", at=day(2)),
        lambda: case.mark(made.id, Marking.RED, at=day(2)),
    ):
        write()
        found.append(counts())
    assert found == [(1, 3, 0), (1, 3, 1), (1, 2, 0), (1, 2, 0), (1, 1, 0), (1, 0, 0), (1, 1, 2), (0, 0, 0)]


def test_statements_are_not_counted_before_their_report(case: Store) -> None:
    """What a report says may be put on record as known before the report was; nobody saw it before that."""
    made = report(1)
    case.add(made, statements(made)[:1], at=day(4))
    case.extend(made.id, statements(made), at=day(1))
    for then, number in ((day(0), 0), (day(1), 0), (day(2), 0), (day(3), 0), (day(4), 3), (None, 3)):
        view = case.view(Marking.GREEN, then)
        assert (len(view.statements()), sum(view.tally().statements.values())) == (number, number), then
        assert view.page_of_statements().total == number
    assert case.view(Marking.GREEN).since(day(2)).statements == {"actor": 1}
