"""`goodoffices draft`: what people and machines get from two texts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from goodoffices.cli import main

FIRST = """1. The guns are pulled back ten kilometres from the line.

2. Prisoners are released within thirty days of signature.

3. A joint commission looks into complaints.
"""
SECOND = """1. Prisoners are released within thirty days of signature.

2. The guns are pulled back ten kilometres from the line of contact.

3. The road to the port is opened once the guns have been pulled back.
"""


def run(*arguments: str) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, ["draft", *arguments])


@pytest.fixture
def texts(tmp_path: Path) -> tuple[str, str]:
    """Two texts on disk."""
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text(FIRST, encoding="utf-8")
    second.write_text(SECOND, encoding="utf-8")
    return str(first), str(second)


def test_comparison_for_machines_has_the_promised_form(texts: tuple[str, str]) -> None:
    """Points of both texts with exact offsets, and a link for every one of them."""
    result = run("compare", *texts, "--format", "json")
    assert result.exit_code == 0, result.output
    found = json.loads(result.output)
    assert {len(found["a"]), len(found["b"])} == {3}
    for key, text in (("a", FIRST), ("b", SECOND)):
        for point in found[key]:
            assert text[point["start"] : point["end"]].strip() == point["text"].strip()
    assert sorted(link["change"] for link in found["links"]) == ["dropped", "moved", "new", "reworded"]
    assert sorted(i for link in found["links"] for i in link["a"]) == sorted(p["id"] for p in found["a"])
    assert sorted(i for link in found["links"] for i in link["b"]) == sorted(p["id"] for p in found["b"])


def test_comparison_for_people_says_it_in_words(texts: tuple[str, str]) -> None:
    """The first line sums up; what stayed the same is not listed."""
    lines = run("compare", *texts).output.splitlines()
    assert lines[0].startswith("3 points became 3: ")
    assert any("dropped" in line for line in lines[1:])


def test_check_for_machines_has_the_promised_keys(texts: tuple[str, str]) -> None:
    """Problems with kind, message, provisions and spans; what waits for what; cycles."""
    result = run("check", texts[1], "--format", "json")
    assert result.exit_code == 0, result.output
    found = json.loads(result.output)
    assert all({"kind", "message", "provisions", "spans"} <= set(problem) for problem in found["problems"])
    waits = found["sequence"]["waits"]
    assert any("once the guns have been pulled back" in wait["words"] for wait in waits)
    assert all({"provision", "for", "words", "span"} <= set(wait) for wait in waits)
    assert found["sequence"]["cycles"] == []


def test_a_deadlock_is_told_to_people(tmp_path: Path) -> None:
    """Two points that wait for each other are named, and the count at the end has them."""
    path = tmp_path / "stuck.txt"
    path.write_text(
        "1. The force deploys once point 2 has been carried out.\n\n2. The guns are pulled back once point 1 has been "
        "carried out.\n",
        encoding="utf-8",
    )
    output = run("check", str(path)).output
    assert "deadlock" in output
    assert "stuck.txt: " in output.splitlines()[-1]


def test_edits_that_clash_become_a_bracket_with_names(tmp_path: Path) -> None:
    """Both wordings stand in the merged text, and the clash is said on the error stream."""
    base = tmp_path / "base.md"
    base.write_text("1. The guns are pulled back ten kilometres. {#guns}\n", encoding="utf-8")
    for name, far in (("north", "twenty"), ("south", "five")):
        (tmp_path / f"{name}.md").write_text(
            f"1. The guns are pulled back {far} kilometres. {{#guns}}\n", encoding="utf-8"
        )
    result = run("merge", str(base), f"North={tmp_path / 'north.md'}", f"South={tmp_path / 'south.md'}")
    assert result.exit_code == 0, result.output
    assert "twenty" in result.stdout
    assert "five" in result.stdout
    assert "North" in result.stdout
    assert "Clash of wording at guns: North, South" in result.stderr


def test_an_edit_without_a_name_is_a_usage_error(texts: tuple[str, str]) -> None:
    """Whose edit it is has to be said."""
    result = run("merge", *texts)
    assert result.exit_code == 2
    assert "NAME=FILE" in result.output


def test_a_text_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    """Exit status 1 and no traceback."""
    result = run("check", str(tmp_path / "none.md"))
    assert result.exit_code == 1
    assert "none.md" in result.output
    assert "Traceback" not in result.output
