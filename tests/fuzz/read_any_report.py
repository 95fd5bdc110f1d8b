"""Fuzz target: any bytes, as a file and as a report made of the trade's words, are read or rejected, and never crash.

Run it with ``python tests/fuzz/read_any_report.py [CORPUS] -max_total_time=600`` where atheris is installed (``pip
install atheris``; Linux and macOS). Without atheris it goes on with random bytes until it is interrupted. The tests run
it for a moment.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

from goodoffices.read import read_report, readings
from goodoffices.record import Rejection, make_report

sys.path.insert(0, str(Path(__file__).parent))
from pieces import text_from

FORMATS = (".txt", ".md", ".html", ".eml", ".csv", ".jsonl", ".xml", ".pdf", ".docx", "")
LONGEST_BYTES = 600


def read_any(data: bytes) -> None:
    """Read bytes as a file of each kind in turn, and as a report made of pieces."""
    _read_file(data)
    _read_text(text_from(data[:LONGEST_BYTES]))


def _read_file(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "report").with_suffix(FORMATS[len(data) % len(FORMATS)])
        path.write_bytes(data)
        for read in readings([path]):
            faults = [read] if isinstance(read, Rejection) else read.rejections
            assert not any("fault of the program" in each.reason for each in faults), faults


def _read_text(text: str) -> None:
    report = make_report(text, path="fuzz", title="fuzz", language="en")
    read = read_report(report)
    assert not any("fault of the program" in each.reason for each in read.rejections), read.rejections
    for statement in read.statements:
        for evidence in statement.evidence:
            assert text[evidence.start : evidence.end] == evidence.quote


def main() -> None:
    """Hand over to atheris, which learns from the branches that an input takes, or go on with random bytes."""
    try:
        import atheris  # noqa: PLC0415  it is no dependency of the tests
    except ImportError:
        dice = random.Random()  # noqa: S311  no secret
        while True:
            read_any(dice.randbytes(dice.randrange(LONGEST_BYTES)))
    atheris.instrument_all()
    atheris.Setup(sys.argv, read_any)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
