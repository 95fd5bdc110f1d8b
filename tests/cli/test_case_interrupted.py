"""`goodoffices case add`, interrupted from the keyboard."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from goodoffices.record import Marking
from goodoffices.record.store import create_case, open_case
from goodoffices.record.verify import verify

PROGRAM = """
import itertools, sys
import goodoffices.read
from made import report, statements

def readings(sources, **settings):
    for number in itertools.count():
        made = report(number)
        yield goodoffices.read.ReadReport(report=made, statements=tuple(statements(made)))
        if number == 3:
            print("three are stored", flush=True)

goodoffices.read.readings = readings
from goodoffices.cli import main
main(["case", "add", sys.argv[1], "reports/"])
"""


def test_an_interrupted_add_leaves_the_case_whole(tmp_path: Path) -> None:
    """Ctrl-C ends the program without a traceback; what was stored by then stays, and proves true."""
    place = tmp_path / "talks.goodoffices"
    create_case(place).close()
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(place)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": str(Path(__file__).parents[1] / "record")},
    ) as program:
        assert program.stdout
        assert program.stderr
        assert program.stdout.readline() == "three are stored\n"
        program.send_signal(signal.SIGINT)
        said = program.stderr.read()
    assert program.returncode == 1
    assert said.strip() == "Aborted!"
    with open_case(place) as case:
        assert len(case.view(Marking.RED).lines()) >= 3
        assert verify(case).faults == ()
