"""The command line under test: run in this process, with reports that need no parser."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from goodoffices.cli import main

sys.path.append(str(Path(__file__).parents[1] / "record"))  # the ready-made reports of the record's tests


@pytest.fixture
def run() -> Callable[..., Result]:
    """Runs the program with some arguments; a traceback is a failure, whatever the exit status."""

    def run(*arguments: str, status: int = 0, **settings: Any) -> Result:
        result = CliRunner().invoke(main, arguments, prog_name="goodoffices", **settings)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == status, result.output
        assert "Traceback" not in result.output
        return result

    return run


@pytest.fixture
def ask(run: Callable[..., Result]) -> Callable[..., Any]:
    """Runs the program with ``--format json`` and gives its answer."""
    return lambda *arguments, **settings: json.loads(run(*arguments, "--format", "json", **settings).stdout)


@pytest.fixture
def ready_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has `case add` take report N with its statements for the argument ``N``; for any other, a rejection."""
    from made import report, statements  # noqa: PLC0415  only where a test asks for it

    import goodoffices.read  # noqa: PLC0415  as above
    from goodoffices.record import Rejection  # noqa: PLC0415  as above

    def readings(sources: Iterable[str], **settings: Any) -> Iterator[Any]:
        for source in sources:
            if source.isdigit():
                made = report(int(source), marking=settings["marking"])
                rejections = (Rejection(f"s{source}", "not borne out"),)
                found = tuple(statements(made))
                yield goodoffices.read.ReadReport(report=made, statements=found, rejections=rejections)
            else:
                yield Rejection(source, "it is binary")

    monkeypatch.setattr(goodoffices.read, "readings", readings)


@pytest.fixture
def place(tmp_path: Path, run: Callable[..., Result]) -> str:
    """The place of a new case."""
    place = str(tmp_path / "talks.goodoffices")
    run("case", "new", place)
    return place


@pytest.fixture
def full(place: str, run: Callable[..., Result], ready_made: None) -> str:  # noqa: ARG001  a fixture for what it does
    """The place of a case with two reports, the second of them AMBER."""
    run("case", "add", place, "1")
    run("case", "add", place, "2", "--marking", "amber")
    return place
