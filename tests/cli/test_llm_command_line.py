"""Reading with a language model on the command line: off unless asked for, and never without a question."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

sys.path.append(str(Path(__file__).parents[1] / "read" / "llm"))  # the stub of an endpoint
pytest.importorskip("pydantic_ai", reason="the extra is not installed: pip install 'goodoffices[llm]'")

from llm_stub import Stub, serve

TEXT = "Cyprus rejects the deployment of Turkish troops on the island. The date of the next round was not disclosed."
QUOTE = "Cyprus rejects the deployment of Turkish troops on the island."
POSITION = {"party": "Cyprus", "issue": "foreign-forces", "stance": "rejects", "text": "the deployment", "quote": QUOTE}


@pytest.fixture
def stub() -> Iterator[Stub]:
    """An endpoint that tells the truth about the report."""
    with serve() as stub:
        stub.say({"positions": [POSITION]})
        yield stub


@pytest.fixture
def source(tmp_path: Path) -> str:
    """A report in a file."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def test_no_model_is_asked_where_nobody_asks_for_one(run: Callable[..., Result], source: str, stub: Stub) -> None:
    """Without --llm nothing is sent, and nothing is said of it."""
    said = run("brief", source, "--format", "json")
    assert stub.asked == []
    assert "language model" not in said.stdout
    assert "sent" not in said.stderr


def test_it_says_what_would_go_where_and_asks(run: Callable[..., Result], source: str, stub: Stub) -> None:
    """A no, and an end of input, send nothing, read nothing and end with status 1."""
    for answer in ("n\n", ""):
        said = run("brief", source, "--llm", stub.url, "--llm-model", "m", status=1, input=answer)
        assert f"1 report ({len(TEXT)} characters, about" in said.stderr
        assert "127.0.0.1" in said.stderr
        assert "nothing was sent" in said.stderr
    assert stub.asked == []


@pytest.mark.parametrize(("more", "answer"), [([], "y\n"), (["--yes"], None)])
def test_a_yes_sends_it(
    run: Callable[..., Result], source: str, stub: Stub, more: list[str], answer: str | None
) -> None:
    """Then the brief has what both readers find, and says whose it is."""
    said = run("brief", source, "--format", "json", "--llm", stub.url, "--llm-model", "m", *more, input=answer)
    assert len(stub.asked) == 1
    brief: dict[str, Any] = json.loads(said.stdout)
    assert "language model m" in json.dumps(brief)


def test_a_restricted_report_stays(run: Callable[..., Result], source: str) -> None:
    """A RED report is read here, listed as not sent, and nobody is asked for nothing; the key is not even used."""
    arguments = ["--llm", "http://model.invalid/v1", "--llm-model", "m", "--marking", "RED"]
    said = run("brief", source, "--format", "json", *arguments)
    assert "0 reports" in said.stderr
    assert "1 more are marked RED or AMBER+STRICT" in said.stderr
    assert "nothing of it was sent" in said.stderr
    assert "foreign-forces" in said.stdout


def test_a_case_keeps_what_the_model_finds(
    run: Callable[..., Result], ask: Callable[..., Any], place: str, source: str, stub: Stub
) -> None:
    """A report that the case holds already gets the model's statements too; a second time brings nothing more."""
    run("case", "add", place, source)
    model = ["--llm", stub.url, "--llm-model", "m", "--yes"]
    (added,) = ask("case", "add", place, source, *model)["reports"]
    assert added["known"]
    assert added["statements"] > 0
    (again,) = ask("case", "add", place, source, *model)["reports"]
    assert again["statements"] == 0
    run("case", "verify", place)


def test_what_failed_is_shown_and_kept(run: Callable[..., Result], place: str, source: str, stub: Stub) -> None:
    """An invented quote is named on standard error, and the case knows of it."""
    stub.say({"positions": [POSITION | {"quote": "Cyprus accepts all of it."}]})
    said = run("case", "add", place, source, "--llm", stub.url, "--llm-model", "m", "--yes")
    assert "is not in the report" in said.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["--yes"],
        ["--llm-model", "m"],
        ["--llm", "http://localhost:1/v1", "--llm-model", "m", "-"],
    ],
)
def test_what_makes_no_sense_is_a_mistake_of_use(run: Callable[..., Result], source: str, arguments: list[str]) -> None:
    """Options without --llm, and a question that nobody could answer, are refused before anything is read."""
    run("brief", source, *arguments, status=2)


def test_a_case_is_not_sent(run: Callable[..., Result], place: str) -> None:
    """`brief --case` reads no reports, so there is nothing to send."""
    run("brief", "--case", place, "--llm", "openai:m", status=2)


def test_an_endpoint_that_names_none_is_one_line(run: Callable[..., Result], source: str) -> None:
    """The message says how to write one."""
    said = run("brief", source, "--llm", "some-model", status=1)
    assert "openai:MODEL" in said.stderr
