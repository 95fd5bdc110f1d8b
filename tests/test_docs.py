"""The documents: their links lead somewhere, their commands exist, and none is out of date."""

from __future__ import annotations

import importlib.util
import json
import re
import tomllib
from pathlib import Path
from types import ModuleType

import click
import pytest

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES = [
    page
    for page in sorted(
        [*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *ROOT.glob("examples/*.md"), *ROOT.glob("bench/**/*.md")]
    )
    if page.is_file()
]
LINK = re.compile(r"\]\(([^()\s]+)\)")
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def named(page: Path) -> str:
    """Name a page in a test's id."""
    return page.relative_to(ROOT).as_posix()


def prose(page: Path) -> str:
    """Give a page without its code blocks."""
    return FENCE.sub("", page.read_text(encoding="utf-8"))


def anchors(page: Path) -> set[str]:
    """List the headings of a page as links name them."""
    headings = re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def broken_links(page: Path) -> list[str]:
    """List the relative links of a page that lead to no file, or to no heading of it."""
    broken = []
    for link in LINK.findall(prose(page)):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        if not target.exists() or (anchor and target.suffix == ".md" and anchor not in anchors(target)):
            broken.append(link)
    return broken


def torn_tables(page: Path) -> list[str]:
    """List the headers of tables whose second line has not a cell for each of theirs; such a table is shown as text."""
    lines = prose(page).splitlines()
    rules = [n for n, line in enumerate(lines) if n and re.fullmatch(r"\|(?: *:?-+:? *\|)+", line.strip())]
    return [lines[n - 1] for n in rules if len(re.findall(r"(?<!\\)\|", lines[n - 1])) != lines[n].count("|")]


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """The script that writes the command reference."""
    spec = importlib.util.spec_from_file_location("write_cli_reference", ROOT / "tools" / "write_cli_reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    """A relative link names a file that is there, and a heading that stands in it."""
    assert broken_links(page) == []


def test_a_broken_link_is_seen(tmp_path: Path) -> None:
    """The check itself finds a missing file and a missing heading, and nothing in code blocks."""
    page = tmp_path / "page.md"
    page.write_text("# Here\n[a](#here) [b](#there) [c](none.md) [d](page.md#here)\n```\n[e](none.md)\n```\n")
    assert broken_links(page) == ["#there", "none.md"]


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_table_has_a_cell_for_each_of_its_header(page: Path) -> None:
    """A table with a torn head is shown as lines of text."""
    assert torn_tables(page) == []


def test_a_torn_table_is_seen(tmp_path: Path) -> None:
    """One cell too few under the header is found; a bar that is part of a cell is none between two."""
    page = tmp_path / "page.md"
    page.write_text("| a | b |\n| --- |\n| 1 | 2 |\n\n| c \\| d | e |\n| --- | ---: |\n| 1 | 2 |\n", encoding="utf-8")
    assert torn_tables(page) == ["| a | b |"]


def test_every_page_is_reached_from_the_index() -> None:
    """Following links from docs/README.md leads to every page in docs/."""
    reached, waiting = set(), [DOCS / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached or not page.is_file():
            continue
        reached.add(page)
        links = (link.partition("#")[0] for link in LINK.findall(prose(page)))
        waiting += [(page.parent / link).resolve() for link in links if link.endswith(".md")]
    assert [named(page) for page in DOCS.rglob("*.md") if page not in reached] == []


def test_the_command_reference_is_current(tool: ModuleType) -> None:
    """docs/reference/cli.md is what `make docs-reference` writes: no command is missing, none is out of date."""
    assert tool.PAGE.read_text(encoding="utf-8") == tool.reference(), "run `make docs-reference`"


def test_every_command_explains_itself(tool: ModuleType) -> None:
    """Each command has a sentence of help, each option too, and each command that does something an example."""
    for name, command, context in tool.commands(tool.goodoffices, "goodoffices"):
        text = command.get_help(context)
        assert command.help, f"{name} has no help"
        silent = [each.name for each in command.params if isinstance(each, click.Option) and not each.help]
        assert silent == [], f"{name} has options without help"
        if not isinstance(command, click.Group):
            assert "goodoffices" in text.partition("Example")[2], f"{name} --help has no example"


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_the_commands_in_code_blocks_exist(page: Path, tool: ModuleType) -> None:
    """A command line in a document names a command that there is."""
    known = {name for name, _, _ in tool.commands(tool.goodoffices, "goodoffices")}
    groups = {name for name in known if any(other.startswith(f"{name} ") for other in known)}
    for block in FENCE.findall(page.read_text(encoding="utf-8")):
        for line in re.findall(r"^(?:\$ )?(?:\S*/)?(goodoffices(?: [a-z][a-z-]*)*)", block, re.MULTILINE):
            words = line.split()
            name = " ".join(words[:2]) if " ".join(words[:2]) in known else words[0]
            if name in groups and name != "goodoffices":
                name = " ".join(words[:3])
            assert name in known, f"{line!r} names no command"
            assert len(words) == 1 or name != "goodoffices", f"{line!r} names no command"


def test_the_make_targets_that_documents_name_exist() -> None:
    """`make X` in a document is a target of the Makefile."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for page in PAGES:
        said = set(re.findall(r"(?:`|^)make ([a-z-]+)", page.read_text(encoding="utf-8"), re.MULTILINE))
        assert said <= targets, f"{named(page)} names targets that the Makefile lacks"


def test_coverage_has_every_row(shared: Path) -> None:
    """docs/reference/coverage.md answers each row of the list of what the reports ask for, once and in its order."""

    def rows(text: str) -> list[tuple[str, str]]:
        return re.findall(r"^\| (0[1-4]) \| (.+?) (?<!\\)\| ", text, re.MULTILINE)

    asked = rows((shared / "ROWS.md").read_text(encoding="utf-8"))
    assert len(asked) > 0
    assert rows((DOCS / "reference" / "coverage.md").read_text(encoding="utf-8")) == asked


def test_every_dependency_is_explained() -> None:
    """docs/explanation/dependencies.md names each dependency of the program, with its licence."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    optional = [each for group in project["optional-dependencies"].values() for each in group]
    text = (DOCS / "explanation" / "dependencies.md").read_text(encoding="utf-8")
    for requirement in (*project["dependencies"], *optional):
        name = re.match(r"[\w.-]+", requirement)
        assert name is not None
        assert re.search(rf"^\| `{re.escape(name.group())}` \|", text, re.MULTILINE), f"{name.group()} is not explained"


def test_the_version_has_its_entry_in_the_changelog() -> None:
    """CHANGELOG.md has a heading for what is being worked on."""
    assert "## [Unreleased]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_examples_sidecar_names_files_that_are_there(examples: Path) -> None:
    """meta.json beside the example reports speaks only of reports that lie beside it."""
    sidecar = json.loads((examples / "meta.json").read_text(encoding="utf-8"))
    assert sorted(sidecar) == sorted(name for name in sidecar if (examples / name).is_file())
    assert len(list(examples.glob("0*"))) == 8
