"""The documents of the record: no command, answer or table without a word on it."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

import goodoffices.cli
from goodoffices.cli.case import COMMANDS
from goodoffices.record.sql import schema

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = (ROOT / "docs" / "reference" / "record.md").read_text(encoding="utf-8")
HOW_TO = (ROOT / "docs" / "how-to" / "keep-a-case.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", list(COMMANDS))
def test_every_command_is_shown_in_use(command: str) -> None:
    """The how-to has an example of each command."""
    assert f"goodoffices case {command} " in HOW_TO


def test_every_answer_is_documented() -> None:
    """Each `format` that the commands write is in the reference, and no other."""
    folder = Path(str(goodoffices.cli.__file__)).parent
    sources = "".join(file.read_text(encoding="utf-8") for file in folder.glob("case_*.py"))
    written = set(re.findall(r'"(goodoffices\.case\.\w+/\d)"', sources))
    assert written == set(re.findall(r"`(goodoffices\.case\.\w+/\d)`", REFERENCE))


@pytest.mark.parametrize("table", list(schema.TABLES.tables))
def test_every_table_is_documented_with_its_columns(table: str) -> None:
    """The reference lists each table and each of its columns."""
    tables = REFERENCE.partition("| table |")[2]
    line = next(line for line in tables.splitlines() if line.startswith(f"| `{table}` |"))
    columns = set(schema.TABLES.tables[table].c.keys()) - {"content"}
    assert {column for column in columns if f"`{column}`" not in line} == set()


def test_the_examples_name_options_that_exist() -> None:
    """Each option in an example is one of that command."""
    group = goodoffices.cli.main.get_command(click.Context(goodoffices.cli.main), "case")
    assert isinstance(group, click.Group)
    for name, arguments in re.findall(r"^    goodoffices case (\w+) (.*(?:\\\n.*)?)$", HOW_TO, re.MULTILINE):
        command = group.get_command(click.Context(group), name)
        assert command is not None
        known = {option for parameter in command.params for option in parameter.opts}
        assert set(re.findall(r"(?<=\s)--?[a-z][\w-]*", arguments)) <= known, arguments
