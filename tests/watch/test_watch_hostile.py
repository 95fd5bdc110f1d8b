"""What is handed in broken, swollen or endless: one clear sentence, or a listed rejection, and the rest goes on."""

from __future__ import annotations

import datetime as dt
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from goodoffices.cli import main
from goodoffices.watch.agreement import parse_agreement
from goodoffices.watch.book import Book
from goodoffices.watch.course import run
from goodoffices.watch.errors import AgreementError, ConditionError, WatchError
from goodoffices.watch.log import Entry, Happening, Reading, Retraction, What, append, entry_id, log_of, read_log
from goodoffices.watch.report import Period
from goodoffices.watch.state import state

HEAD = "agreement: X\nin force: 2026-03-01\nparties: [North, South]\n"
ON = dt.datetime(2026, 5, 10, tzinfo=dt.UTC)
NINE = ",".join(["lol"] * 9)
BOMB = f"a: &a [{NINE}]\n" + "".join(
    f"b{level}: &a{level} [{','.join([f'*a{level - 1 if level else str()}'] * 9)}]\n" for level in range(9)
)


def _one(fields: str) -> str:
    return f"{HEAD}obligations:\n  - {{id: a, owes: North, act: x, {fields}}}\n"


def _said(what: str, subject: str, when: dt.datetime = ON, **more: object) -> Happening:
    given = {"latest": when, "known": when, "by": "Commission"} | more
    return msgspec.convert(
        {"type": "happening", "what": what, "subject": subject, "earliest": when, **given}, Happening, strict=False
    )


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (_one("trigger: a is active"), "triggered by its own state"),
        (_one("trigger: not (a is conditional)"), "triggered by its own state"),
        (_one("within: 1e9 days"), "no length of time"),
        (_one("within: 999999999 days"), "1,000 years at most"),
        (_one("every: 0.1 minutes"), "a minute at least"),
        (_one("due: 9999-12-31"), "out of range"),
        (_one("trigger: " + "not " * 900 + "signing happened"), "too deep"),
        (_one("trigger: " + "1 day after " * 300 + "signing happened"), "too deep"),
        (_one("trigger: " + "x" * 5_000 + " happened"), "too long"),
        (HEAD + "obligations:\n  - {id: a/b, owes: North, act: x}\n", "'a/b' is no name"),
        (HEAD + "obligations:\n  - {id: a b, owes: North, act: x}\n", "'a b' is no name"),
        (HEAD + "obligations:\n  - {id: a, owes: [~], act: x}\n", "'owes' must be a name"),
        (HEAD + "files: [a]\n", "'files' must give"),
        (HEAD + "indicators:\n  - {id: a, label: b, target: .nan}\n", "must be a number"),
        (HEAD + BOMB + "obligations:\n  - *a8\n", "anchors make more than"),
        (HEAD + BOMB + "files: {zones: *a8}\n", "anchors make more than"),
        (HEAD + "obligations: " + "[" * 5_000, "no YAML"),
        (HEAD + "obligations:\n\t- {id: a}\n", "no YAML"),
        (HEAD + "obligations: []\nobligations: []\n", "duplicate key"),
        ("- a\n", "write keys and values"),
        ("", "write keys and values"),
    ],
)
def test_an_agreement_that_makes_no_sense_is_told_in_one_short_sentence(source: str, said: str) -> None:
    """No traceback, nothing swollen, nothing that takes long."""
    start = time.perf_counter()
    with pytest.raises((AgreementError, ConditionError)) as told:
        parse_agreement(source, name="deal.yaml")
    message = str(told.value)
    assert message.startswith("deal.yaml")
    assert said in message
    assert len(message) < 400
    assert "\n" not in message
    assert time.perf_counter() - start < 20


def test_a_number_stays_as_it_was_written() -> None:
    """Article 1.10 is not article 1.1, nor 007 seven."""
    source = HEAD + "obligations:\n  - {id: 007, provision: 1.10, owes: North, act: x, statements: [1_0, 2.50]}\n"
    (made,) = parse_agreement(source).obligations
    assert (made.id, made.provision, made.statements) == ("007", "1.10", ("1_0", "2.50"))


def test_a_time_with_a_zone_is_the_same_instant_in_a_trigger_and_in_a_deadline() -> None:
    """Noon in a zone two hours ahead is ten o'clock in UTC, with quotation marks and without."""
    source = HEAD + (
        "obligations:\n"
        "  - {id: a, owes: North, act: x, due: 2026-05-01T12:00:00+02:00, trigger: 2026-05-01T12:00:00+02:00}\n"
        '  - {id: b, owes: North, act: x, due: "2026-05-01T12:00:00+02:00", trigger: on 2026-05-01T10:00}\n'
    )
    one, other = parse_agreement(source).obligations
    assert one.due == other.due
    assert one.trigger == other.trigger


def test_the_log_may_not_lie_outside_the_book(tmp_path: Path) -> None:
    """Else a book that somebody sent would add lines to any file."""
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "agreement.yaml").write_text(HEAD + "files: {log: ../other.jsonl}\n", encoding="utf-8")
    with pytest.raises(WatchError, match="outside the folder"):
        Book(tmp_path / "book").log()


def test_a_chain_of_two_thousand_obligations_is_settled_at_once() -> None:
    """Each waits for the one before; the work is in proportion to their number."""
    chain = "".join(
        f"  - {{id: o{place}, owes: North, act: x{f', trigger: o{place - 1} is active' if place else ''}}}\n"
        for place in range(2_000)
    )
    agreement = parse_agreement(f"{HEAD}obligations:\n{chain}")
    start = time.perf_counter()
    outlook = state(agreement, log_of([]), on=ON)
    assert {each.state for each in outlook.standings} == {"active"}
    assert time.perf_counter() - start < 8


def test_a_duty_of_every_hour_arises_thousands_of_times_and_one_of_every_minute_is_refused() -> None:
    """Nothing is left out in silence: what is too often is said."""
    hourly = parse_agreement(_one("every: 1 hour, within: 30 minutes"))
    course = run(hourly, log_of([]), until=dt.datetime(2026, 12, 1, tzinfo=dt.UTC))
    assert len(course.states) == 275 * 24 + 1
    assert list(course.states.values()).count("breached") == 275 * 24
    minutely = parse_agreement(_one("every: 1 minute"))
    with pytest.raises(AgreementError, match="would arise 5,260,321 times"):
        run(minutely, log_of([]), until=dt.datetime(2036, 3, 1, tzinfo=dt.UTC))


def test_a_deadline_beyond_all_calendars_is_the_last_instant() -> None:
    """999 years from the year 9500 is no traceback."""
    agreement = parse_agreement(
        "agreement: X\nin force: 9500-01-01\nobligations:\n  - {id: a, owes: North, act: x, within: 300000 days}\n"
    )
    course = run(agreement, log_of([]), until=dt.datetime.max.replace(tzinfo=dt.UTC))
    assert course.states == {"a": "active"}
    assert course.due["a"].year == 9999


@pytest.mark.parametrize("day", [dt.date.min, dt.date.max])
def test_a_report_of_the_first_or_last_day_of_the_calendar_is_refused(day: dt.date) -> None:
    """There is no week before it, and no day after it."""
    for make in (Period.day, Period.week):
        with pytest.raises(WatchError, match="between the years"):
            make(day)


def test_conditions_on_what_arises_anew_ask_of_any_instance() -> None:
    """It is false before the first, not unknown for ever."""
    source = HEAD + (
        "obligations:\n"
        "  - {id: answer, owes: South, act: answer, each: ticket, within: 24 hours}\n"
        "  - {id: talks, owes: South, act: talk, trigger: answer was breached}\n"
    )
    agreement = parse_agreement(source)
    first, second = (dt.datetime(2026, 3, day, tzinfo=dt.UTC) for day in (5, 9))
    entries: list[Entry] = [_said("happened", "ticket", at, ref=ref) for at, ref in ((first, "a/b:c"), (second, "t"))]
    entries.append(_said("performed", "answer", first, ref="a/b:c"))
    seen = [run(agreement, log_of(entries), until=second + dt.timedelta(days=days)).states for days in (0, 1)]
    assert seen[0] == {"answer/a/b:c": "fulfilled", "answer/t": "active", "talks": "conditional"}
    assert seen[1] == {"answer/a/b:c": "fulfilled", "answer/t": "breached", "talks": "active"}


def test_nothing_that_is_set_down_comes_to_nothing_in_silence() -> None:
    """Of nobody, before the entry into force, disputed, without its deadline: listed as idle; an extension is not."""
    agreement = parse_agreement(_one("within: 30 days"))
    early = dt.datetime(2026, 2, 1, tzinfo=dt.UTC)
    day = dt.datetime(2026, 3, 5, tzinfo=dt.UTC)
    idle = [
        _said("performed", "nobody", day),
        _said("breached", "a", early),
        _said("happened", "signing", day, disputed=True),
        _said("extended", "a", day),
    ]
    used = [_said("extended", "a", day, until=day + dt.timedelta(days=90)), _said("suspended", "a", early)]
    course = run(agreement, log_of([*idle, *used]), until=day)
    assert {key for key, _ in course.idle} == {entry_id(each) for each in idle}
    assert course.states == {"a": "suspended"}


def test_what_was_taken_back_by_mistake_comes_back() -> None:
    """A retraction can be taken back like anything else; along a chain of any length."""
    entries: list[Entry] = [_said("happened", "signing")]
    for place in range(3_000):
        entries.append(Retraction(entry=entry_id(entries[-1]), known=ON, note=str(place)))
        if place < 4 or place == 2_999:
            kept = entry_id(entries[0]) in log_of(entries).as_known().entries
            assert kept is (place % 2 == 1)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            '"type":"reading","indicator":"a","value":1,"at":"2026-03-05T00:00:00","known":"2026-03-05T00:00:00Z"',
            "zone",
        ),
        (
            '"type":"reading","indicator":"a","value":1,"at":"2026-03-05T00:00:00Z","known":"2026-03-05T00:00:00"',
            "zone",
        ),
        (
            (
                '"type":"happening","what":"happened","subject":"s","earliest":"2026-03-05T00:00:00Z",'
                '"latest":"2026-03-01T00:00:00Z","known":"2026-03-05T00:00:00Z"'
            ),
            "before 'earliest'",
        ),
        (
            '"type":"effort","zone":"z","first":"2026-03-05","last":"2026-03-01","known":"2026-03-05T00:00:00Z"',
            "before 'first'",
        ),
        (
            (
                '"type":"effort","zone":"z","first":"2026-03-05","last":"2026-03-05","hours":-4,'
                '"known":"2026-03-05T00:00:00Z"'
            ),
            "no amount",
        ),
        ('"type":"attribution","incident":"i","confidence":7,"known":"2026-03-05T00:00:00Z"', "beyond 0 to 1"),
        ('"type":"attribution","incident":" ","known":"2026-03-05T00:00:00Z"', "is empty"),
        ('"type":"retraction","entry":"w","known":"9999-12-31T23:59:59-12:00"', "calendars end"),
    ],
)
def test_a_line_of_the_log_that_makes_no_sense_is_listed(tmp_path: Path, line: str, said: str) -> None:
    """A person may have written it; the rest is read."""
    path = tmp_path / "log.jsonl"
    append(path, [Reading(indicator="paid", value=3.0, at=ON, known=ON)])
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{{{line}}}\r\n")
    log = read_log(path)
    assert len(log.entries) == 1
    assert [each.line for each in log.rejections] == [2]
    assert said in log.rejections[0].reason


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("reading B paid nan --on 2026-03-05", "no number"),
        ("reading B paid inf --on 2026-03-05", "no number"),
        ("reading B paid 5 --on 0001-01-01T00:00+14:00", "no day or time"),
        ("reading B paid 5 --on 9999-01-01", "lies in the future"),
        ("find B a breached --first 2026-03-20 --last 2026-03-01", "before --first"),
        ("effort B zone --first 2026-03-20 --last 2026-03-01", "before --first"),
        ("note B extended a --on 2026-03-05", "needs --until"),
        ("note B performed a --on 2026-03-05 --until 2026-04-01", "only 'extended' does"),
        ("note B extended a --on 2026-03-05 --until 9999-12-31", "calendars end"),
        ("note B performed a --on 2026-03-05 --to 2026-03-01", "before --on"),
        ("note B performed a --on 9999-12-31", "lies in the future"),
        ("note B happened _ --on 2026-03-05 --ref", "requires an argument"),
        ("attribute B i-1 North --confidence nan", "no number"),
        ("attribute B i-1 North --evidence gossip", "no grade of evidence"),
        ("retract B zzz", "0 entries start with"),
    ],
)
def test_what_cannot_be_set_down_is_told_in_one_line_and_leaves_the_log_alone(
    tmp_path: Path, words: str, said: str
) -> None:
    """Exit status 1, or 2 where the command itself is wrong; never a traceback."""
    (tmp_path / "agreement.yaml").write_text(
        _one("within: 30 days") + "indicators:\n  - {id: paid, label: Paid}\n", encoding="utf-8"
    )
    arguments = [str(tmp_path) if each == "B" else each for each in words.split()]
    result = CliRunner().invoke(main, ["watch", *arguments])
    assert result.exit_code in {1, 2}
    assert said in result.output
    assert isinstance(result.exception, SystemExit)
    assert not read_log(tmp_path / "log.jsonl").entries


def test_the_last_day_that_a_thing_can_have_been_counts_to_its_end(tmp_path: Path) -> None:
    """`--to DAY` is the last minute of it, and a new deadline is over when its day is."""
    (tmp_path / "agreement.yaml").write_text(_one("within: 30 days"), encoding="utf-8")
    for words in ("performed a --on 2026-03-05 --to 2026-03-07", "extended a --on 2026-03-05 --until 2026-04-30"):
        result = CliRunner().invoke(main, ["watch", "note", str(tmp_path), *words.split()])
        assert result.exit_code == 0, result.output
    done, moved = (each for each in read_log(tmp_path / "log.jsonl").entries.values() if isinstance(each, Happening))
    assert (done.what, done.latest) == (What.PERFORMED, dt.datetime(2026, 3, 7, 23, 59, tzinfo=dt.UTC))
    assert moved.until == dt.datetime(2026, 5, 1, tzinfo=dt.UTC)


def _rows(name: str, many: int) -> str:
    return "id,latitude,longitude,date,kind\n" + "".join(
        f"{name}{row},{10 + row % 60},{row % 170},2026-0{1 + row % 4}-{1 + row % 28:02d},shelling\n"
        for row in range(many)
    )


def _load(folder: Path, name: str) -> None:
    Book(folder).load(folder / f"{name}.csv", now=ON)


def _new_book(folder: Path, names: str, many: int = 300) -> Path:
    (folder / "agreement.yaml").write_text(_one("within: 30 days"), encoding="utf-8")
    for name in names:
        (folder / f"{name}.csv").write_text(_rows(name, many), encoding="utf-8")
    return folder


def test_several_who_load_at_once_all_load(tmp_path: Path) -> None:
    """Nobody's rows are overwritten by somebody else's."""
    folder = _new_book(tmp_path, "abcd")
    context = multiprocessing.get_context("spawn")
    loading = [context.Process(target=_load, args=(folder, name)) for name in "abcd"]
    for each in loading:
        each.start()
    for each in loading:
        each.join()
    assert [each.exitcode for each in loading] == [0, 0, 0, 0]
    assert len(Book(folder).incidents()) == 4 * 300


def test_a_load_that_was_stopped_while_it_wrote_loses_nothing_and_can_be_done_again(tmp_path: Path) -> None:
    """A torn line of the list and rows that it does not name count for nothing; a broken line elsewhere is an error."""
    folder = _new_book(tmp_path, "ab")
    _load(folder, "a")
    listed = folder / "incidents" / "loads.jsonl"
    whole = listed.read_bytes()
    (folder / "incidents" / "00002.npz").write_bytes(b"torn")
    for torn in (whole + b'{"file":"000', whole.rstrip(b"\n")):
        listed.write_bytes(torn)
        assert len(Book(folder).incidents()) == 300
        _load(folder, "b")
        assert len(Book(folder).incidents()) == 600
        _load(folder, "b")
        assert len(Book(folder).loads().loads) == 2
    listed.write_bytes(b"junk\n" + listed.read_bytes())
    with pytest.raises(WatchError, match=r"loads\.jsonl:1"):
        Book(folder).incidents()


def test_a_corrected_row_counts_once_and_the_view_of_before_keeps_the_old_one(tmp_path: Path) -> None:
    """Load, correct, load again: as known before, the first word; now, the second."""
    folder = _new_book(tmp_path, "a", 5)
    book, later = Book(folder), ON + dt.timedelta(days=9)
    book.load(folder / "a.csv", now=ON)
    text = (folder / "a.csv").read_text(encoding="utf-8").replace("a2,12,2,2026-03-03", "a2,12,2,2026-03-04")
    (folder / "a.csv").write_text(text, encoding="utf-8")
    load, _ = book.load(folder / "a.csv", now=later)
    assert (load.revised, load.repeated, load.rows) == (1, 4, 1)
    assert book.load(folder / "a.csv", now=later)[0].rows == 0
    then, now = (book.incidents(known)["earliest"].astype(str).tolist()[2][:10] for known in (ON, None))
    assert (then, now) == ("2026-03-03", "2026-03-04")
    assert len(book.ledger(ON)) == len(book.ledger()) == 5


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_what_was_acknowledged_is_there_after_a_kill(tmp_path: Path) -> None:
    """Entries are written until the process is killed: each that it told of is in the log."""
    script = (
        "import datetime as dt, sys\n"
        "from goodoffices.watch.log import Reading, append\n"
        "at = dt.datetime(2026, 3, 5, tzinfo=dt.UTC)\n"
        "for value in range(100_000):\n"
        "    append(sys.argv[1], [Reading(indicator='paid', value=float(value), at=at, known=at)])\n"
        "    print(value, flush=True)\n"
    )
    path = tmp_path / "log.jsonl"
    with subprocess.Popen([sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, text=True) as writing:
        assert writing.stdout is not None
        told = [int(writing.stdout.readline()) for _ in range(30)]
        writing.send_signal(signal.SIGKILL)
        told += [int(line) for line in writing.stdout.read().split()]
    found = {each.value for each in read_log(path).of(Reading)}
    assert {float(value) for value in told} <= found


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    """The list of loads is a folder, and so is the log: one sentence each, and nothing is lost."""
    folder = _new_book(tmp_path, "a")
    (folder / "incidents" / "loads.jsonl").mkdir(parents=True)
    (folder / "log.jsonl").mkdir()
    for words in (
        ("load", str(folder), str(folder / "a.csv")),
        ("note", str(folder), "happened", "x", "--on", "2026-03-05"),
    ):
        result = CliRunner().invoke(main, ["watch", *words])
        assert result.exit_code == 1
        assert result.output.startswith("Error: ")
        assert result.output.count("\n") == 1


def test_zones_that_cannot_be_used_are_told_with_every_load(tmp_path: Path) -> None:
    """A polygon that crosses itself, or names latitude first, is listed; a file that is no GeoJSON stops the load."""
    folder = _new_book(tmp_path, "a", 3)
    rings = {
        "bowtie": [[36, 47], [38, 49], [38, 47], [36, 49], [36, 47]],
        "swapped": [[47, 136], [49, 136], [49, 138], [47, 138], [47, 136]],
        "good": [[0, 0], [170, 0], [170, 80], [0, 80], [0, 0]],
    }
    features = [
        {
            "type": "Feature",
            "properties": {"id": own},
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        }
        for own, ring in rings.items()
    ]
    zones = folder / "zones.geojson"
    zones.write_bytes(msgspec.json.encode({"type": "FeatureCollection", "features": features}))
    words = ["watch", "load", str(folder), str(folder / "a.csv")]
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 0, result.output
    told = [line for line in result.output.splitlines() if line.startswith("zones: ")]
    assert [own for own in rings if any(own in line for line in told)] == ["bowtie", "swapped"]
    zones.write_text("[", encoding="utf-8")
    (folder / "a.csv").write_text(_rows("other", 3), encoding="utf-8")
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 1
    assert "is not GeoJSON" in result.output
    assert len(Book(folder).incidents()) == 3
