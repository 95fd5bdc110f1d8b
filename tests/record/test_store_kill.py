"""A program that is killed at any moment of an `add` leaves the case readable, and whole up to the last report."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import pytest
from adding import STATEMENTS

from goodoffices.record import Marking
from goodoffices.record.store import create_case, open_case
from goodoffices.record.verify import verify

KILLS = 50
LONGEST_SECONDS = 0.12
"""A child needs about a fifth of this to open the case; the rest falls into its adding."""
LONGER = 1.2
"""How much longer the children may live after one that had no time to add anything: the machine is a slow one."""


@pytest.fixture
def adding(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """The program that adds reports to the case in `tmp_path`."""
    script = Path(__file__).with_name("adding.py")
    command = [sys.executable, str(script), str(tmp_path / "talks.goodoffices")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        yield program
        assert program.stdin
        program.stdin.close()


def lines_of(program: subprocess.Popen[str]) -> Queue[str]:
    """What the program says, as it says it."""
    lines: Queue[str] = Queue()
    assert program.stdout
    threading.Thread(
        target=lambda out: [lines.put(line.strip()) for line in out], args=(program.stdout,), daemon=True
    ).start()
    return lines


def kill_after(program: subprocess.Popen[str], lines: Queue[str], first: int, seconds: float) -> int:
    """Have reports added from number `first` on, kill that after some time; return the last number it was told of."""
    assert program.stdin
    program.stdin.write(f"{first}\n")
    program.stdin.flush()
    said = [lines.get(timeout=30)]
    while not said[-1].startswith("pid"):  # the child may be faster than its parent
        said.append(lines.get(timeout=30))
    child = int(said.pop().removeprefix("pid "))
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    while not said or said[-1] != "ended":
        said.append(lines.get(timeout=30))
    return max((int(line.removeprefix("added ")) for line in said if line.startswith("added")), default=first - 1)


@pytest.mark.slow
def test_killed_at_fifty_moments_the_case_is_whole(tmp_path: Path, adding: subprocess.Popen[str]) -> None:
    """After each of 50 kills the case opens, all that it holds proves true, and every report that was stored is whole.

    What the program had said was added is there; at most one report more is, that it had no time to tell of.
    """
    place = tmp_path / "talks.goodoffices"
    create_case(place).close()
    moments, lines, held, added_meanwhile = random.Random(50), lines_of(adding), 0, 0  # noqa: S311  no secret
    longest = LONGEST_SECONDS
    for _ in range(KILLS):
        told = kill_after(adding, lines, held, moments.uniform(0, longest)) + 1
        with open_case(place) as case:
            view = case.view(Marking.RED)
            there = sorted(int(line.report.title.removeprefix("Bridge ")) for line in view.lines())
            assert there == list(range(len(there)))
            assert told <= len(there) <= told + 1
            assert {sum(line.statements.values()) for line in view.lines()} <= {STATEMENTS}
            assert len(view.search("bridge", limit=10**6)) == len(there)
            assert verify(case).faults == ()
        added_meanwhile += len(there) > held
        longest *= 1 if len(there) > held else LONGER
        held = len(there)
    assert added_meanwhile >= KILLS // 2, "too many children were killed before they had added anything"
