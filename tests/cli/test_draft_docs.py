"""How to keep the single text: its examples are commands that exist, and those on the example texts do what it says."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import Result

import goodoffices.cli

ROOT = Path(__file__).resolve().parents[2]
HOW_TO = (ROOT / "docs" / "how-to" / "keep-the-single-text.md").read_text(encoding="utf-8")
LINES = re.findall(r"^    goodoffices (draft .*)$", HOW_TO, re.MULTILINE)
RUNNABLE = [line for line in LINES if "examples/" in line]
COMMANDS = (
    "accept", "check", "compare", "export", "history", "import", "keep", "merge", "quality", "reject", "river",
)  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_every_draft_command_is_shown_in_use(command: str) -> None:
    """The how-to has an example of each command."""
    assert f"goodoffices draft {command} " in HOW_TO


@pytest.mark.parametrize("line", LINES)
def test_the_draft_examples_name_options_that_exist(line: str) -> None:
    """Each option in an example is one of its command."""
    group = goodoffices.cli.main.get_command(click.Context(goodoffices.cli.main), "draft")
    assert isinstance(group, click.Group)
    _, name, *arguments = shlex.split(line)
    command = group.get_command(click.Context(group), name)
    assert command is not None
    known = {option for parameter in command.params for option in parameter.opts}
    assert {each for each in arguments if each.startswith("-")} <= known


@pytest.mark.parametrize("line", RUNNABLE)
def test_the_draft_examples_run(
    run: Callable[..., Result], line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each example on the texts that the project carries runs, and writes the file that it names."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    arguments = shlex.split(line)
    told = run(*arguments).stdout
    if "-o" in arguments:
        assert (tmp_path / arguments[arguments.index("-o") + 1]).stat().st_size > 0
    else:
        assert told
    if line.endswith("compare examples/draft/1-hosts.md examples/draft/3-saltmouth.md"):
        assert told.splitlines()[0] in HOW_TO
