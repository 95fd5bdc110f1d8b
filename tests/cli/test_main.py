"""The program as a whole: what it says of itself, how fast, and how it fails."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable

import click
import pytest
from click.testing import Result

from goodoffices import __version__
from goodoffices.cli import COMMANDS, main
from goodoffices.cli.case import COMMANDS as CASE_COMMANDS


def program(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program as a user does."""
    command = [sys.executable, "-m", "goodoffices", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_help_answers_at_once() -> None:
    """`--help` takes under 0.3 s, the best of five, so that nobody waits for a parser to read a list of commands."""
    fastest = min(_seconds("--help") for _ in range(5))
    assert fastest < 0.3


def _seconds(*arguments: str) -> float:
    start = time.perf_counter()
    assert program(*arguments).returncode == 0
    return time.perf_counter() - start


def test_help_lists_every_command_with_what_it_does(run: Callable[..., Result]) -> None:
    """The list is that of the table, each with its line; `-h` is `--help`."""
    said = run("--help").stdout
    for name, target in COMMANDS.items():
        assert name in said
        assert target.help in said
    assert run("-h").stdout == said


def test_it_says_its_version(run: Callable[..., Result]) -> None:
    """`--version` names the program and its version."""
    assert run("--version").stdout == f"goodoffices, version {__version__}\n"


@pytest.mark.parametrize("name", list(CASE_COMMANDS))
def test_each_command_of_a_case_helps_with_an_example(run: Callable[..., Result], name: str) -> None:
    """Every command says what it does and shows an example that begins with its own words."""
    said = " ".join(run("case", name, "--help").stdout.split())
    assert f"goodoffices case {name} " in said.partition("Example:")[2]


@pytest.mark.parametrize("name", [name for name in CASE_COMMANDS if name != "export"])
def test_each_command_of_a_case_speaks_json(name: str) -> None:
    """Every command has a form for machines; an export is one itself."""
    group = main.get_command(click.Context(main), "case")
    assert isinstance(group, click.Group)
    command = group.get_command(click.Context(group), name)
    assert command is not None
    context = click.Context(command)
    inner = (
        [command.get_command(context, each) for each in command.list_commands(context)]
        if isinstance(command, click.Group)
        else [command]
    )
    for each in inner:
        assert each is not None
        assert any("--format" in option.opts for option in each.params), each.name


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["case", "nonsense"],
        ["case", "list"],
        ["case", "list", "x", "--audience", "PINK"],
        ["case", "list", "x", "--as-of", "yesterday"],
        ["case", "list", "x", "--kind", "rumour"],
        ["case", "add", "x"],
        ["case", "add", "x", "y", "--published", "7/1/26"],
        ["case", "judge", "x", "s-1", "perhaps", "--by", "Ana", "--why", "so"],
        ["case", "judge", "x", "s-1", "confirm", "--by", "Ana"],
        ["case", "judge", "x", "s-1", "same-as", "--by", "Ana", "--why", "so"],
        ["case", "judge", "x", "s-1", "confirm", "--by", "Ana", "--why", "so", "--correction", "{}"],
        ["case", "mark", "x", "r-1", "PINK"],
    ],
)
def test_a_wrong_use_is_status_2(run: Callable[..., Result], arguments: list[str]) -> None:
    """What is asked wrongly is told with the right use, and exit status 2, before any case is opened."""
    assert "Usage: goodoffices" in run(*arguments, status=2).stderr


def test_an_error_is_one_line_and_status_1() -> None:
    """A case that is not there is one line on standard error, nothing on standard output, and no traceback."""
    done = program("case", "list", "no-such.goodoffices")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Error: there is no case at 'no-such.goodoffices'")
    assert done.stderr.count("\n") == 1
