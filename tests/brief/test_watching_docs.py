"""What the documents on the watch pages show is what the program does."""

from __future__ import annotations

import doctest
import re
import shlex
import shutil
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from goodoffices.brief.watching import model
from goodoffices.cli import main

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = [
    DOCS / "reference/watch-json.md",
    DOCS / "explanation/watch-trends.md",
    DOCS / "explanation/watch-compliance.md",
]
ELSEWHERE = ("watch compile", "watch counts", "https://hooks")
"""Commands of the how-to that need a text, a report or a network."""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_example_runs_as_shown(page: Path) -> None:
    """Each page has at least one worked example, and each example gives what it says."""
    failed, tried = doctest.testfile(str(page), module_relative=False)
    assert tried > 0
    assert failed == 0


def test_every_key_of_the_json_is_documented() -> None:
    """Each field of each view model stands in the reference, by its name."""
    named = set(re.findall(r"`(\w+)`", (DOCS / "reference/watch-json.md").read_text(encoding="utf-8")))
    views = [getattr(model, name) for name in model.__all__]
    fields = {field.name for view in views for field in msgspec.structs.fields(view)}
    assert fields - named == set()


def test_the_commands_of_the_how_to_run_on_the_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each command line of the page, in its order, on a copy of the example book, ends well."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "examples" / "watch", tmp_path / "truce")
    blocks = re.findall(
        r"^```\n(.*?)^```",
        (DOCS / "how-to/watch-an-agreement.md").read_text(encoding="utf-8"),
        re.MULTILINE | re.DOTALL,
    )
    lines = [line for block in blocks for line in block.splitlines() if line.startswith("goodoffices")]
    ran = [line for line in lines if not any(words in line for words in ELSEWHERE)]
    assert len(ran) >= 14
    for line in ran:
        done = CliRunner().invoke(main, shlex.split(line)[1:])
        assert done.exit_code == 0, f"{line}: {done.output}"
    assert (tmp_path / "week.html").exists()
