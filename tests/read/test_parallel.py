"""Reading in several processes: the same results in the same order, whatever becomes of a process."""

from __future__ import annotations

import itertools
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from goodoffices.read import crew, readings
from goodoffices.read.parallel import cores, read_in_processes
from goodoffices.record import GoodOfficesError, InputError, Rejection, Report, make_report


def report(text: str) -> Report:
    """A report that is named by its text."""
    return make_report(text, path=text, title="A test", language="en")


def shout(taken: Report) -> str:
    """Read a report as the name of this process and its text in capitals."""
    return f"{os.getpid()} {taken.text.upper()}"


def dies_of_poison(taken: Report) -> str:
    """End the process at a report of poison."""
    if "poison" in taken.text:
        os._exit(9)
    return taken.text


def dies_once(taken: Report) -> str:
    """End the process where the file that the report names is not there yet."""
    if taken.text.startswith("once") and not (marker := Path(taken.text.split()[1])).exists():
        marker.touch()
        os._exit(9)
    return taken.text


def sleeps(taken: Report) -> str:
    """Take a minute over a report that says so."""
    if "slow" in taken.text:
        time.sleep(60)
    return taken.text


def refuses(taken: Report) -> str:
    """Find the program unfit to read at all."""
    msg = f"no model to read {taken.text} with"
    raise InputError(msg)


def dies_at_once(taken: Report) -> str:
    """End the process of every report."""
    os._exit(len(taken.text) and 7)


def test_results_come_in_order_from_several_processes() -> None:
    """Forty reports and a rejection come back in their order, and more than one process read them."""
    taken = [report(f"report {number}") for number in range(40)]
    lost = Rejection("x", "is empty")
    answers = list(read_in_processes([*taken[:7], lost, *taken[7:]], shout, jobs=2))
    assert answers.pop(7) == lost
    texts = [str(answer).split(" ", 1) for answer in answers]
    assert [text for _, text in texts] == [f"REPORT {number}" for number in range(40)]
    assert len({process for process, _ in texts}) == 2
    assert str(os.getpid()) not in {process for process, _ in texts}


def test_one_job_reads_here() -> None:
    """With one job, and for few reports with none given, no process is started."""
    for jobs in (1, None):
        answers = list(read_in_processes([report("a"), report("b")], shout, jobs=jobs))
        assert answers == [f"{os.getpid()} A", f"{os.getpid()} B"]


def test_many_reports_take_all_cores() -> None:
    """Without a number of jobs, the thirty-first report on is read by all cores."""
    answers = list(read_in_processes((report(f"r{n}") for n in range(60)), shout))
    processes = [str(answer).split()[0] for answer in answers]
    assert set(processes[:30]) == {str(os.getpid())}
    assert (str(os.getpid()) in processes[30:]) == (cores() == 1)


def test_nothing_to_read_starts_nothing() -> None:
    """No report, no process, no answer."""
    assert list(read_in_processes([], shout, jobs=2)) == []


def test_a_report_that_kills_costs_only_itself() -> None:
    """The report that ends each process it is given to is a listed rejection, in its place; the others are read."""
    texts = [*(f"a{n}" for n in range(6)), "poison", *(f"b{n}" for n in range(6))]
    answers = list(read_in_processes(map(report, texts), dies_of_poison, jobs=2))
    lost = answers.pop(6)
    assert isinstance(lost, Rejection)
    assert lost.what == "poison"
    assert "exit status 9" in lost.reason
    assert answers == [text for text in texts if text != "poison"]


def test_a_killed_process_costs_nothing(tmp_path: Path) -> None:
    """What a process was reading when it was killed from outside is read again by another."""
    texts = ["a", f"once {tmp_path / 'marker'}", "b", "c"]
    assert list(read_in_processes(map(report, texts), dies_once, jobs=2)) == texts


def test_a_report_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A report that takes longer than the limit is a listed rejection; what waited behind it is read."""
    monkeypatch.setattr(crew, "_PATIENCE_SECONDS", 3.0)
    answers = list(read_in_processes(map(report, ["a", "slow", "b", "c", "d"]), sleeps, jobs=2))
    lost = answers.pop(1)
    assert isinstance(lost, Rejection)
    assert "within 3 seconds" in lost.reason
    assert answers == ["a", "b", "c", "d"]


def test_processes_are_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that has read its share makes room for a fresh one, and no report is lost."""
    monkeypatch.setattr(crew, "_REPORTS_EACH", 3)
    answers = [str(a) for a in read_in_processes((report(f"r{n}") for n in range(20)), shout, jobs=2)]
    assert [answer.split()[1] for answer in answers] == [f"R{n}" for n in range(20)]
    assert max(len(list(group)) for _, group in itertools.groupby(sorted(a.split()[0] for a in answers))) <= 3


def test_an_error_of_the_program_ends_the_run() -> None:
    """An error that no other report would be spared is raised here, in one sentence."""
    with pytest.raises(InputError, match="no model to read a with"):
        list(read_in_processes([report("a")], refuses, jobs=2))


def test_processes_that_do_not_start_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where processes cannot start, the run ends with what to do, and not with a loop."""
    monkeypatch.setattr(crew, "_work", _no_start)
    with pytest.raises(GoodOfficesError, match="--jobs 1"):
        list(read_in_processes([report("a")], shout, jobs=2))


def _no_start(*_: object) -> None:
    sys.exit(5)


def test_large_reports_pass_both_ways() -> None:
    """Reports and answers larger than any pipe's buffer do not block each other."""
    texts = [f"{n} " + "x" * 300_000 for n in range(8)]
    answers = list(read_in_processes(map(report, texts), shout, jobs=2))
    assert [str(answer).split(" ", 1)[1] for answer in answers] == [text.upper() for text in texts]


def test_reports_are_drawn_as_reading_goes() -> None:
    """No more reports are taken in than can be read soon, so that memory does not grow with their number."""
    drawn = 0

    def many() -> Iterator[Report]:
        nonlocal drawn
        for number in range(1_000):
            drawn += 1
            yield report(f"r{number}")

    answers = read_in_processes(many(), shout, jobs=2)
    for _ in range(10):
        next(answers)
    assert drawn <= 10 + 8 + 1
    answers.close()  # type: ignore[attr-defined]  # it is a generator


def test_reading_the_examples_in_two_processes_changes_nothing(examples: Path) -> None:
    """Two processes give what one gives."""
    assert list(readings([examples], jobs=2)) == list(readings([examples]))


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_ends_all_of_it_without_a_word(tmp_path: Path) -> None:
    """An interrupt ends the program and its processes, and no traceback of theirs is seen."""
    for number in range(3_000):
        (tmp_path / f"{number}.txt").write_text(f"Envoys of Armenia met for talks on Tuesday, round {number}.")
    command = [sys.executable, "-m", "goodoffices", "case", "add", str(tmp_path / "c.goodoffices"), str(tmp_path)]
    subprocess.run([*command[:4], "new", command[5]], check=True, capture_output=True)
    with subprocess.Popen(
        [*command, "--jobs", "2"], stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as program:
        time.sleep(4)
        assert program.poll() is None
        os.killpg(program.pid, signal.SIGINT)
        _, errors = program.communicate(timeout=20)
    assert "Traceback" not in errors
    assert program.returncode
    assert _gone_soon(program.pid)


def _gone_soon(group: int) -> bool:
    """Does the last process of a group end within five seconds?"""
    for _ in range(50):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_an_interrupt_is_held_from_the_first_process_too() -> None:
    """The tracker of shared resources lets interrupts through when it starts; it starts before they are held."""
    lines = (
        "import signal",
        "from multiprocessing import resource_tracker",
        "from goodoffices.read.crew import _interrupts_held",
        "with _interrupts_held():",
        "    resource_tracker.getfd()",
        "    print(signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, []))",
    )
    said = subprocess.run([sys.executable, "-c", "\n".join(lines)], check=True, capture_output=True, text=True)
    assert said.stdout.strip() == "True"
