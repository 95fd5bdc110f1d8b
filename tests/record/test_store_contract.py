"""What every store must do, whatever it keeps the record in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import msgspec
import pytest
from made import DAY, day, report, statements

from goodoffices.record import (
    CaseError,
    CaseNotFound,
    Evidence,
    EvidenceError,
    InputError,
    Marking,
    NotInCase,
    Rejection,
    Verdict,
    content_id,
    make_judgement,
    make_report,
    make_statement,
)
from goodoffices.record.store import Store, create_case, open_case
from goodoffices.record.verify import verify


def add(case: Store, number: int, **known: object) -> str:
    """Add the report with this number and three statements; return its id."""
    made = report(number, **known)  # type: ignore[arg-type]
    case.add(made, statements(made), at=day(number))
    return made.id


def test_a_new_case_is_empty(case: Store) -> None:
    """A new case holds nothing, and nothing is wrong with it."""
    view = case.view(Marking.RED)
    assert (view.reports(), view.lines(), view.statements(), view.judgements(), view.rejections()) == ((),) * 5
    assert verify(case).faults == ()


def test_what_was_added_comes_back_as_it_was(case: Store) -> None:
    """A report and its statements come back equal in every field, after the case was closed and opened too."""
    made = report(1)
    found = statements(made)
    added = case.add(made, found, at=DAY)
    assert (added.report, added.known, added.statements) == (made.id, False, 3)
    view = case.view(Marking.RED)
    assert view.reports() == (made,)
    assert view.report(made.id) == made
    assert view.statements() == tuple(found)
    assert view.statement(found[1].id) == found[1]
    assert view.audience is Marking.RED
    assert view.as_of is None


def test_any_text_is_kept(case: Store) -> None:
    """A text with NUL, control characters, right-to-left script and characters outside the BMP comes back the same."""
    odd = make_report(
        "a\0b \x1b[31m \u202eתוכנית\u202c 🌉 \r\n<b>&amp;</b> '; DROP TABLE report; --", path="\0", title="'\0"
    )
    case.add(odd, at=DAY)
    assert case.view(Marking.CLEAR).reports() == (odd,)


def test_half_a_character_is_refused(case: Store) -> None:
    """A lone surrogate cannot be written by anyone: the report is refused with its place, and nothing is stored."""
    broken = msgspec.structs.replace(report(1), text="half \ud800 a character")
    with pytest.raises(InputError, match="the character at 5 is half a character"):
        case.add(broken, at=DAY)
    assert case.view(Marking.RED).reports() == ()


def test_adding_a_report_twice_changes_nothing(case: Store) -> None:
    """The second time says that it is known, and leaves the case as it was, whatever comes with it."""
    made = report(1)
    case.add(made, statements(made), at=DAY)
    before = list(case.entries())
    again = case.add(
        msgspec.structs.replace(made, path="elsewhere", marking=Marking.RED), statements(made, 9), at=day(3)
    )
    assert (again.known, again.statements) == (True, 0)
    assert list(case.entries()) == before


def test_a_report_is_stored_whole_or_not_at_all(case: Store) -> None:
    """Where one of its statements does not bear out, neither the report nor the others are stored."""
    made, other = report(1), report(2)
    stranger = statements(other)[0]
    with pytest.raises(EvidenceError, match="is not of its report"):
        case.add(made, [*statements(made), stranger], at=DAY)
    assert case.view(Marking.RED).lines() == ()


@pytest.mark.parametrize(
    ("start", "end", "quote", "problem"),
    [
        (0, 7, "Nordmark", "is not the text at"),
        (1, 8, "Arvenia", "is not the text at"),
        (-7, 0, "Arvenia", "lies outside"),
        (5, 5, "", "lies outside"),
        (0, 10**9, "Arvenia", "lies outside"),
        (7, 8, " ", "holds no words"),
    ],
)
def test_a_quote_that_is_not_the_text_does_not_enter(
    case: Store, start: int, end: int, quote: str, problem: str
) -> None:
    """`text[start:end] == quote` holds for everything that is stored; the message says what does not."""
    made = report(1)
    wrong = make_statement(
        statements(made)[1].content, (Evidence(report=made.id, start=start, end=end, quote=quote),), reader="made/1"
    )
    with pytest.raises(EvidenceError, match=problem):
        case.add(made, [wrong], at=DAY)


def test_another_reader_may_add_to_a_known_report(case: Store) -> None:
    """`extend` stores what is new, passes over what is known, and proves the quotes as `add` does."""
    made = report(1)
    case.add(made, statements(made, 2), at=DAY)
    assert case.extend(made.id, statements(made, 4), at=day(1)) == 2
    assert case.extend(made.id, statements(made, 4), at=day(2)) == 0
    assert len(case.view(Marking.RED, day(0)).statements()) == 2
    assert len(case.view(Marking.RED, day(1)).statements()) == 4
    with pytest.raises(EvidenceError):
        case.extend(made.id, statements(report(2)), at=DAY)
    with pytest.raises(NotInCase):
        case.extend(report(2).id, [], at=DAY)


def test_statements_are_chosen_by_kind_and_report(case: Store) -> None:
    """A view gives the statements of a kind, of a report, or of both; of what it does not hold, none."""
    one, two = add(case, 1), add(case, 2)
    view = case.view(Marking.RED)
    assert [each.kind for each in view.statements(report=one)] == ["actor", "position", "position"]
    assert {each.report for each in view.statements(kind="actor")} == {one, two}
    assert len(view.statements(kind="position", report=two)) == 2
    assert view.statements(kind="meeting") == view.statements(report="r-nothing") == ()


def test_reports_are_in_the_order_of_their_days(case: Store) -> None:
    """Known days first, in their order, whatever the order of adding; unknown days last."""
    for number in (3, 1, 2):
        add(case, number)
    undated = add(case, 9, dated=False)
    view = case.view(Marking.RED)
    assert [each.title for each in view.reports()] == ["Bridge 1", "Bridge 2", "Bridge 3", "Bridge 9"]
    assert view.reports()[-1].id == undated
    assert [line.report.id for line in view.lines()] == [each.id for each in view.reports()]


def test_a_list_tells_of_reports_without_their_texts(case: Store) -> None:
    """A line has everything of a report but its text, the length of that, when it was learned, and counts by kind."""
    made = report(1)
    case.add(made, statements(made), at=DAY)
    (line,) = case.view(Marking.RED).lines()
    assert line.report == msgspec.structs.replace(made, text="")
    assert (line.characters, line.at, line.statements) == (len(made.text), DAY, {"actor": 1, "position": 2})


def test_the_record_knows_when_it_learned(case: Store) -> None:
    """As of a moment, only what had been learned by then is there; the moment itself counts."""
    add(case, 1)
    add(case, 2)
    assert len(case.view(Marking.RED, day(1) - dt.timedelta(microseconds=1)).lines()) == 0
    assert [line.report.title for line in case.view(Marking.RED, day(1)).lines()] == ["Bridge 1"]
    assert len(case.view(Marking.RED, day(1)).statements()) == 3
    assert len(case.view(Marking.RED, day(2).astimezone(dt.timezone(dt.timedelta(hours=9)))).lines()) == 2


def test_a_moment_without_a_time_zone_is_refused(case: Store) -> None:
    """A time that could be any of 38 hours is no time."""
    with pytest.raises(InputError, match="carries no time zone"):
        case.add(report(1), at=dt.datetime(2026, 1, 1))  # noqa: DTZ001  the mistake under test


def test_a_judgement_is_kept_and_can_be_taken_back(case: Store) -> None:
    """Judgements come back in the order in which they were made; a retraction is one of them; twice is once."""
    add(case, 1)
    target = case.view(Marking.RED).statements(kind="position")[0]
    doubt = make_judgement(target.id, Verdict.UNSURE, by="Ana", at=day(3), why="hearsay")
    right = make_judgement(
        target.id, Verdict.CORRECT, by="Bo", at=day(2), correction=msgspec.structs.replace(target.content, firm=True)
    )
    back = make_judgement(doubt.id, Verdict.RETRACT, by="Ana", at=day(4), why="heard it myself")
    assert [case.judge(each) for each in (doubt, right, back, doubt)] == [True, True, True, False]
    assert case.view(Marking.RED).judgements() == (right, doubt, back)
    assert case.view(Marking.RED, day(3)).judgements() == (right, doubt)
    assert case.view(Marking.RED).judgement(back.id) == back


def test_the_record_learns_a_judgement_when_it_is_told(case: Store) -> None:
    """When a judgement was made and when the record learned it are two times."""
    add(case, 1)
    target = case.view(Marking.RED).statements()[0].id
    case.judge(make_judgement(target, Verdict.CONFIRM, by="Ana", at=day(2)), at=day(5))
    assert case.view(Marking.RED, day(4)).judgements() == ()
    assert len(case.view(Marking.RED, day(5)).judgements()) == 1


@pytest.mark.parametrize(
    ("target", "verdict", "error"),
    [
        ("s-nothing", Verdict.CONFIRM, NotInCase),
        ("f-finding", Verdict.CONFIRM, InputError),
        ("j-nothing", Verdict.RETRACT, NotInCase),
        ("f-finding", Verdict.RETRACT, InputError),
        ("j-nothing", Verdict.CONFIRM, InputError),
    ],
)
def test_a_judgement_on_nothing_is_refused(case: Store, target: str, verdict: Verdict, error: type[Exception]) -> None:
    """A judgement is on a statement of the case, or on a finding with the statements that it rests on."""
    with pytest.raises(error):
        case.judge(make_judgement(target, verdict, by="Ana", at=DAY))


def test_a_marking_is_history(case: Store) -> None:
    """The latest marking holds, each from its moment on; the earlier ones can still be shown as of then."""
    one = add(case, 1)
    case.mark(one, Marking.RED, by="Ana", why="leaked", at=day(3))
    case.mark(one, Marking.GREEN, by="Ana", why="published", at=day(5))
    seen = [case.view(Marking.GREEN, moment).reports() for moment in (day(2), day(3), day(4), day(5), None)]
    assert [[each.marking for each in reports] for reports in seen] == [
        [Marking.CLEAR],
        [],
        [],
        [Marking.GREEN],
        [Marking.GREEN],
    ]
    assert case.view(Marking.RED, day(4)).report(one).marking is Marking.RED


def test_the_later_of_two_markings_at_one_moment_holds(case: Store) -> None:
    """Two markings with the same time: the one that was given last."""
    one = add(case, 1)
    case.mark(one, Marking.RED, at=day(3))
    case.mark(one, Marking.AMBER, at=day(3))
    assert case.view(Marking.RED).report(one).marking is Marking.AMBER


def test_what_is_retired_is_out_of_view_and_kept(case: Store) -> None:
    """A retired report is gone with its statements from then on, is there as of before, and can be brought back."""
    one, two = add(case, 1), add(case, 2)
    alone = case.view(Marking.RED).statements(report=two)[2].id
    case.retire(one, by="Ana", why="a hoax", at=day(3))
    case.retire(alone, by="Ana", why="misread", at=day(3))
    assert [each.id for each in case.view(Marking.RED).reports()] == [two]
    assert len(case.view(Marking.RED).statements()) == 2
    assert len(case.view(Marking.RED, day(2)).statements()) == 6
    case.restore(one, by="Bo", why="it was right", at=day(4))
    assert len(case.view(Marking.RED).statements()) == 5
    assert verify(case).faults == ()


def test_what_is_not_there_cannot_be_marked_or_retired(case: Store) -> None:
    """The message names the case and the id."""
    for change in (
        lambda: case.mark("r-nothing", Marking.RED, at=DAY),
        lambda: case.retire("s-nothing", by="Ana", why="", at=DAY),
        lambda: case.restore("x", by="Ana", why="", at=DAY),
        lambda: case.reject(Rejection("statement", "no evidence"), report="r-nothing", at=DAY),
    ):
        with pytest.raises(NotInCase, match="holds no"):
            change()


def test_rejections_are_kept_until_the_file_is_read(case: Store) -> None:
    """What was not taken is listed once, with its reason, until a report of that path comes in."""
    made = report(1)
    bad, worse = Rejection(made.path, "it is binary"), Rejection("worse.txt", "it is empty")
    assert [case.reject(each, at=DAY) for each in (bad, worse, bad)] == [True, True, False]
    assert case.view(Marking.CLEAR).rejections() == (bad, worse)
    unproved = Rejection("statement s-1", "its quote is not the text")
    case.add(made, rejections=[unproved], at=day(1))
    assert case.view(Marking.CLEAR).rejections() == (worse, unproved)
    assert case.view(Marking.CLEAR, DAY).rejections() == (bad, worse)


def test_a_rejection_that_some_may_see_does_not_hide_it_from_others(case: Store) -> None:
    """The same file, not taken once in confidence and once in the open, is listed once for each who may see it."""
    bad = Rejection("bad.txt", "it is binary")
    for marking in (Marking.RED, Marking.CLEAR):
        assert case.reject(bad, at=DAY, marking=marking)
    assert case.view(Marking.CLEAR).rejections() == case.view(Marking.RED).rejections() == (bad,)


def test_together_is_one_transaction(case: Store) -> None:
    """What is written together is stored together, or, where something fails, not at all."""
    with case.together() as writer:
        writer.add(report(1), at=DAY)
        writer.mark(report(1).id, Marking.RED, at=DAY)
    with case.together() as writer, pytest.raises(EvidenceError):
        writer.add(report(2), statements(report(3)), at=DAY)
    with pytest.raises(NotInCase), case.together() as writer:  # noqa: PT012  the first call must not stay
        writer.add(report(2), at=DAY)
        writer.mark("r-nothing", Marking.RED, at=DAY)
    assert [each.id for each in case.view(Marking.RED).reports()] == [report(1).id]


def test_two_writers_at_once_lose_nothing(place: str) -> None:
    """Two programs with the same case open see what the other wrote."""
    with open_case(place) as one, open_case(place) as two:
        add(one, 1)
        add(two, 2)
        assert two.add(report(1), at=DAY).known
        assert len(one.view(Marking.RED).lines()) == len(two.view(Marking.RED).lines()) == 2


def test_a_view_may_be_read_while_another_writes(place: str) -> None:
    """Telling the record is not disturbed by what comes in meanwhile, and does not hold it up."""
    with open_case(place) as case, open_case(place) as other:
        add(case, 1)
        telling = case.view(Marking.RED).entries()
        next(telling)
        add(other, 2)
        assert len(list(telling)) == 3


def test_a_case_is_made_once(place: str) -> None:
    """Making a case where there is one is refused, and leaves it as it was."""
    with open_case(place) as case:
        add(case, 1)
    with pytest.raises(CaseError, match="already"):
        create_case(place)
    with open_case(place) as case:
        assert len(case.view(Marking.RED).lines()) == 1


def test_there_is_no_case_before_it_is_made(new_place: Callable[[], str]) -> None:
    """Opening a case that was never made says so, and makes none."""
    place = new_place()
    for _ in range(2):
        with pytest.raises(CaseNotFound, match="goodoffices case new"):
            open_case(place)


def test_the_name_of_a_case_has_no_password(case: Store, place: str) -> None:
    """Messages name a case by its file or by its URL."""
    assert case.name == place


def test_same_as_rests_on_both(case: Store) -> None:
    """A judgement on two findings is there only while all the statements of both are."""
    one, two = add(case, 1), add(case, 2)
    view = case.view(Marking.RED)
    rests = [tuple(each.id for each in view.statements(kind="actor", report=each)) for each in (one, two)]
    judgement = make_judgement(
        content_id("f", 1),
        Verdict.SAME_AS,
        by="Ana",
        at=day(3),
        statements=rests[0],
        other=content_id("f", 2),
        other_statements=rests[1],
    )
    case.judge(judgement)
    assert case.view(Marking.CLEAR).judgements() == (judgement,)
    case.mark(rests[1][0], Marking.AMBER, at=day(4))
    assert case.view(Marking.CLEAR).judgements() == ()
    assert case.view(Marking.AMBER).judgements()[0].marking is Marking.AMBER
    case.retire(rests[0][0], by="Ana", why="misread", at=day(5))
    assert case.view(Marking.RED).judgements() == ()
