"""The inbox: on the disk before it is acknowledged, read once, never lost, and shown to those who may see it."""

from __future__ import annotations

import datetime as dt
import io
import json
import multiprocessing
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from goodoffices.desk.audience import Audience
from goodoffices.record import InputError, Marking, NotInCase
from goodoffices.record.store import Store, create_case, open_case
from goodoffices.web.inbox.claims import Claims
from goodoffices.web.inbox.foreman import Foreman
from goodoffices.web.inbox.job import Fallen, Given, State, Taken
from goodoffices.web.inbox.naming import shown_name
from goodoffices.web.inbox.onlooker import Onlooker
from goodoffices.web.inbox.queue import Full, Inbox
from goodoffices.web.inbox.reading import read_claim

AT = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
TEXT = b"GENEVA, 3 March 2026 (Agency) - Russia demanded that Ukraine withdraw from Donbas.\n"
EVERYBODY = Onlooker(audience=Audience.of(Marking.CLEAR))
KEEPER = Onlooker(audience=Audience.of(Marking.RED))


def given(name: str = "one.txt", **said: object) -> Given:
    """What is said of a file."""
    whole: dict[str, object] = {"kind": "file", "name": name, "by": "ana", "at": AT, "marking": Marking.CLEAR, **said}
    return Given(**whole)  # type: ignore[arg-type]  the fields of Given


@pytest.fixture
def inbox(tmp_path: Path) -> Inbox:
    """An empty inbox."""
    return Inbox(tmp_path / "inbox")


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    """An empty case."""
    with create_case(tmp_path / "empty.goodoffices") as store:
        yield store


def read_all(inbox: Inbox, store: Store, *, public: bool = False) -> None:
    """Read what waits, in this process."""
    claims = Claims(inbox.file)
    while claim := claims.claim():
        read_claim(claim, claims, store, public=public)


def test_what_was_handed_in_is_there_for_another_process(inbox: Inbox) -> None:
    """A second look at the file, as after a crash, finds the job and its content."""
    (job,) = inbox.hand_in([(given(), TEXT)])
    again = Inbox(inbox.file.folder)
    assert again.job(job, EVERYBODY).state is State.WAITING
    claim = Claims(again.file).claim()
    assert claim is not None
    assert claim.content == TEXT


def test_nothing_is_kept_where_one_thing_of_many_is_too_much(inbox: Inbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is refused is refused whole: nobody has to find out which part was kept."""
    monkeypatch.setattr("goodoffices.web.inbox.queue._JOBS_EACH", 2)
    with pytest.raises(Full, match="as much waiting"):
        inbox.hand_in([(given(str(n)), b"x") for n in range(3)])
    assert not inbox.jobs(KEEPER, tuple(State))
    inbox.hand_in([(given(str(n)), b"x") for n in range(2)])
    with pytest.raises(Full):
        inbox.hand_in([(given(), b"x")])
    inbox.hand_in([(given(by="ben"), b"x")])


def test_a_file_becomes_a_report_added_by_whoever_handed_it_in(inbox: Inbox, empty: Store) -> None:
    """With its marking, its day, its statements, and a line in the audit log."""
    (job,) = inbox.hand_in([(given(marking=Marking.AMBER, published=dt.date(2026, 3, 4)), TEXT)])
    read_all(inbox, empty)
    done = inbox.job(job, KEEPER)
    assert done.state is State.DONE
    assert [each.known for each in done.taken] == [False]
    report = empty.view(Marking.RED).report(done.taken[0].report)
    assert (report.path, report.marking, report.published) == ("one.txt", Marking.AMBER, dt.date(2026, 3, 4))
    assert len(empty.view(Marking.RED).statements(report=report.id)) == done.statements > 0
    assert [each.by for each in empty.audit_log(act="add")] == ["ana"]


def test_a_pasted_text_bears_the_title_and_address_that_were_given(inbox: Inbox, empty: Store) -> None:
    """Both are part of where it comes from."""
    said = given("Talks (pasted)", kind="text", title="Talks", url="https://example.org/a", outlet="Agency")
    inbox.hand_in([(said, TEXT)])
    read_all(inbox, empty)
    (report,) = empty.view(Marking.RED).reports()
    assert (report.title, report.url, report.outlet) == ("Talks", "https://example.org/a", "Agency")


def test_a_sidecar_says_of_a_file_what_it_says_in_a_folder(inbox: Inbox, empty: Store) -> None:
    """Whatever the file is called, and without a path of this machine in what is told."""
    sidecar = json.dumps({"ü b.txt": {"outlet": "Courier", "published": "2026-03-05", "marking": "purple"}}).encode()
    (job,) = inbox.hand_in([(given("ü b.txt"), TEXT)], sidecar)
    read_all(inbox, empty)
    (report,) = empty.view(Marking.RED).reports()
    assert (report.outlet, report.published) == ("Courier", dt.date(2026, 3, 5))
    assert report.marking is Marking.RED  # a marking that cannot be read must not become no marking
    (fallen,) = inbox.job(job, KEEPER).fallen
    assert fallen.what == "meta.json"
    assert "purple" in fallen.reason
    assert "/" not in fallen.what


def test_what_cannot_be_read_is_rejected_and_can_be_tried_again(inbox: Inbox, empty: Store) -> None:
    """With its reason in the record; put away, its content is gone."""
    (job,) = inbox.hand_in([(given("picture.png"), b"\x89PNG\r\n\x1a\n")])
    read_all(inbox, empty)
    assert inbox.job(job, EVERYBODY).fallen == (Fallen("picture.png", "is a PNG image, not text"),)
    assert [each.what for each in empty.view(Marking.CLEAR).rejections()] == ["picture.png"]
    inbox.again(job, EVERYBODY)
    assert inbox.job(job, EVERYBODY).state is State.WAITING
    with pytest.raises(InputError, match="not rejected"):
        inbox.dismiss(job, EVERYBODY)
    read_all(inbox, empty)
    inbox.dismiss(job, EVERYBODY)
    with pytest.raises(NotInCase):
        inbox.job(job, EVERYBODY)


@pytest.mark.parametrize("marking", [each for each in Marking if each is not Marking.CLEAR])
def test_others_see_no_job_of_a_higher_marking(inbox: Inbox, marking: Marking) -> None:
    """Not by its id, in no list and in no count; whoever handed it in sees it, unless they look as somebody else."""
    (job,) = inbox.hand_in([(given("secret.txt", marking=marking), b"x")])
    own = Onlooker(audience=Audience.of(Marking.CLEAR), name="ana")
    other = Onlooker(audience=Audience.of(Marking.CLEAR), name="ben")
    assert inbox.jobs(own, tuple(State))
    for looks in (EVERYBODY, other):
        assert not inbox.jobs(looks, tuple(State))
        assert not any(inbox.counts(looks).values())
        with pytest.raises(NotInCase) as hidden:
            inbox.job(job, looks)
        with pytest.raises(NotInCase) as absent:
            inbox.job("j-none", looks)
        assert str(hidden.value) == str(absent.value).replace("j-none", job)


def test_what_is_for_one_circle_is_confined_from_the_first_moment(inbox: Inbox, empty: Store) -> None:
    """Its job, its report and its rejections."""
    inbox.hand_in([(given(circle="arvenia"), TEXT), (given("picture.png", circle="arvenia"), b"\x89PNG\r\n\x1a\n")])
    read_all(inbox, empty)
    member = Onlooker(audience=Audience.of(Marking.RED, ["Arvenia"]))
    outside = Onlooker(audience=Audience.of(Marking.RED, ["Belmark"]))
    assert len(inbox.jobs(member, tuple(State))) == 2
    assert not inbox.jobs(outside, tuple(State))
    assert empty.view(Marking.CLEAR, circles=["Arvenia"]).reports()
    assert not empty.view(Marking.RED, circles=["Belmark"]).reports()
    assert not empty.view(Marking.AMBER_STRICT).rejections()


def test_a_report_added_before_a_crash_is_not_added_twice_nor_called_known(
    inbox: Inbox, empty: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process died between the case and the inbox: the next one finds it there, by the audit log, as its own."""
    (job,) = inbox.hand_in([(given(), TEXT)])
    claims = Claims(inbox.file)
    first = claims.claim()
    assert first is not None

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(claims, "took", die)
    with pytest.raises(KeyboardInterrupt):
        read_claim(first, claims, empty, public=False)
    Claims(inbox.file).release()
    read_all(inbox, empty)
    assert len(empty.view(Marking.RED).reports()) == 1
    assert [each.known for each in inbox.job(job, KEEPER).taken] == [False]
    (second,) = inbox.hand_in([(given("copy.txt"), TEXT)])
    read_all(inbox, empty)
    assert [each.known for each in inbox.job(second, KEEPER).taken] == [True]


def test_an_archive_goes_on_behind_what_was_kept(inbox: Inbox, empty: Store) -> None:
    """And leaves out the line over which two processes died."""
    lines = [
        json.dumps({"text": f"Russia and Ukraine met in Geneva for round {n}. They spoke of prisoners."})
        for n in range(3)
    ]
    (job,) = inbox.hand_in([(given("all.jsonl"), "\n".join(lines).encode())])
    claims = Claims(inbox.file)
    for _ in range(2):
        claim = claims.claim()
        assert claim is not None
        claims.begin(claim, "all.jsonl#2")
        claims.died(os.getpid())
    read_all(inbox, empty)
    done = inbox.job(job, KEEPER)
    assert done.state is State.DONE
    assert done.reports == 2
    assert [each.what for each in done.fallen] == ["all.jsonl#2"]
    assert "ended two processes" in done.fallen[0].reason


def test_a_file_over_which_two_processes_die_before_it_is_opened_is_rejected(inbox: Inbox, empty: Store) -> None:
    """One death is forgiven."""
    (job,) = inbox.hand_in([(given(), TEXT)])
    claims = Claims(inbox.file)
    for _ in range(2):
        assert inbox.job(job, KEEPER).state is State.WAITING
        assert claims.claim() is not None
        claims.died(os.getpid())
    read_all(inbox, empty)
    assert inbox.job(job, KEEPER).state is State.REJECTED


def test_a_workbench_that_is_killed_does_not_count_against_the_file(inbox: Inbox, empty: Store) -> None:
    """Only a process that dies by itself does."""
    (job,) = inbox.hand_in([(given(), TEXT)])
    for _ in range(5):
        assert Claims(inbox.file).claim() is not None
        Claims(inbox.file).release()
    read_all(inbox, empty)
    assert inbox.job(job, KEEPER).state is State.DONE


def test_a_thousand_files_of_one_do_not_keep_another_waiting(inbox: Inbox) -> None:
    """Whoever hands in is served in turn."""
    inbox.hand_in([(given(f"{n}.txt"), b"x") for n in range(1_000)])
    inbox.hand_in([(given("short.txt", by="ben"), b"x")])
    claims = Claims(inbox.file)
    names = [claim.given.by for _ in range(3) if (claim := claims.claim())]
    assert "ben" in names[:2]


def test_what_came_of_a_job_is_forgotten_after_some_time(inbox: Inbox) -> None:
    """The record keeps the reports; the inbox need not."""
    (job,) = inbox.hand_in([(given(), TEXT)])
    claims = Claims(inbox.file)
    claim = claims.claim()
    assert claim is not None
    claims.took(claim, Taken(report="r-x", title="x", statements=1))
    claims.finish(claim)
    inbox.file.sweep(dt.datetime.now(dt.UTC) + dt.timedelta(days=13))
    assert inbox.job(job, KEEPER)
    inbox.file.sweep(dt.datetime.now(dt.UTC) + dt.timedelta(days=15))
    with pytest.raises(NotInCase):
        inbox.job(job, KEEPER)


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\texts\\note.docx", "note.docx"),
        ("/etc/shadow\x00.txt", "shadow.txt"),
        ("..", "a file without a name"),
        ("", "a file without a name"),
        ("evil\u202etxt.exe", "eviltxt.exe"),
        ("a" * 500 + ".docx", "a" * 154 + "….docx"),
    ],
)
def test_a_name_is_no_path(sent: str, shown: str) -> None:
    """Folders and what cannot be seen are left out; the ending stays."""
    assert shown_name(sent) == shown


def test_the_reading_process_is_replaced_when_it_dies_and_nothing_is_lost(tmp_path: Path) -> None:
    """Killed while it reads, it leaves each report in the case once, and the inbox says so."""
    case = tmp_path / "talks.goodoffices"
    create_case(case).close()
    inbox = Inbox(tmp_path / "inbox")
    foreman = Foreman(inbox, str(case), public=False)
    try:
        text = (
            "Russia and Ukraine met in Geneva on 3 March 2026 for round {}. They spoke of prisoners and of {} villages."
        )
        jobs = inbox.hand_in([(given(f"{n}.txt"), text.format(n, n).encode()) for n in range(4)])
        foreman.wake()
        killed = 0
        deadline = time.monotonic() + 180
        while time.monotonic() < deadline:
            states = [inbox.job(each, KEEPER).state for each in jobs]
            if not any(each.under_way for each in states):
                break
            reading = [each for each in multiprocessing.active_children() if each.name == "goodoffices-inbox"]
            if not killed and State.READING in states and reading and State.DONE in states:
                os.kill(reading[0].pid or 0, signal.SIGKILL)
                killed += 1
            time.sleep(0.02)
        assert killed == 1
        assert {inbox.job(each, KEEPER).state for each in jobs} == {State.DONE}
    finally:
        foreman.close()
    with open_case(case) as store:
        assert len(store.view(Marking.RED).reports()) == 4
        assert len(store.audit_log(act="add")) == 4


def test_a_zip_bomb_is_a_rejection(inbox: Inbox, empty: Store) -> None:
    """Word files that unfold into gigabytes are refused before they do."""
    import zipfile  # noqa: PLC0415  here alone

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr("word/document.xml", b"\0" * 300_000_000)
    (job,) = inbox.hand_in([(given("bomb.docx"), packed.getvalue())])
    read_all(inbox, empty)
    assert inbox.job(job, KEEPER).state is State.REJECTED
