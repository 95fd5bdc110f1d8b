"""The house: rooms import downward only, the light doors stay light, and the locks hold what the program asks for."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
HEAVY = ("datasketch", "jinja2", "networkx", "onnxruntime", "spacy", "sqlalchemy", "trafilatura")
LOCKS = ("requirements.lock", "requirements-dev.lock")


def test_rooms_import_downward_only() -> None:
    """The import contract in pyproject.toml holds: record <- read <- brief <- cli."""
    run = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("door", ["goodoffices.record", "goodoffices.cli"])
def test_light_doors_load_nothing_heavy(door: str) -> None:
    """Importing the record or the command line loads no parser, database or page library."""
    code = f"import sys, {door}; print(*sorted(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert door in run.stdout.split()
    assert sorted(set(HEAVY) & set(run.stdout.split())) == []


def imported_packages() -> set[str]:
    """List the top-level packages that the program's code imports anywhere, its own and Python's left out."""
    found = set()
    for module in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {each.name.partition(".")[0] for each in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
                found.add(node.module.partition(".")[0])
    return found - set(sys.stdlib_module_names) - {"goodoffices"}


def test_what_the_code_imports_is_declared() -> None:
    """Each package that the code imports is a dependency in pyproject.toml, not one that came with another by luck."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [
        *project["dependencies"],
        *(each for extra in project["optional-dependencies"].values() for each in extra),
    ]
    declared = {canonicalize_name(Requirement(each).name) for each in wanted}
    providers = packages_distributions()
    imported = imported_packages()
    assert "msgspec" in imported
    undeclared = [
        name for name in sorted(imported) if declared.isdisjoint(map(canonicalize_name, providers.get(name, [name])))
    ]
    assert undeclared == []


def pins(lock: str) -> dict[str, list[str]]:
    """Read a lock: each package with its pinned versions (one a Python, where they differ)."""
    found: dict[str, list[str]] = {}
    text = (ROOT / lock).read_text(encoding="utf-8")
    for name, version in re.findall(r"^([\w.-]+)==([^\s;\\]+)", text, re.MULTILINE):
        found.setdefault(canonicalize_name(name), []).append(version)
    return found


@pytest.mark.parametrize("lock", LOCKS)
def test_the_locks_hold_every_dependency(lock: str) -> None:
    """Each dependency in pyproject.toml is pinned at a version that it allows: `make lock` was not forgotten."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    group = "dev" if lock == "requirements-dev.lock" else "build"
    wanted = project["project"]["dependencies"] + project["dependency-groups"][group]
    pinned = pins(lock)
    for requirement in (Requirement(each) for each in wanted if isinstance(each, str)):
        versions = pinned.get(canonicalize_name(requirement.name), [])
        assert versions, f"{requirement.name} is not in {lock}: run `make lock`"
        assert all(requirement.specifier.contains(version, prereleases=True) for version in versions)


@pytest.mark.parametrize("lock", LOCKS)
def test_the_locks_name_no_host_and_no_folder(lock: str) -> None:
    """A lock has names, versions and hashes only: it installs from whichever registry the machine uses."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.search(r"https?:|file:|--(?:extra-)?index|--find-links|(?:^|\s)/\w+/", text)
    unhashed = [
        line for line in re.findall(r"^[\w.-]+==.*(?:\n.+)?", text, re.MULTILINE) if "--hash=sha256:" not in line
    ]
    assert unhashed == []


def test_no_two_modules_of_the_tests_have_one_name() -> None:
    """Tests are no package: of two modules with one name, an import takes whichever came first."""
    names = [path.name for path in (ROOT / "tests").rglob("*.py") if path.name not in {"conftest.py", "__init__.py"}]
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_no_test_imports_from_a_conftest() -> None:
    """There are several of that name: what tests share with each other stands in a module of its own."""
    told = re.compile(r"^\s*(?:from|import) conftest\b", re.MULTILINE)
    found = [path.name for path in (ROOT / "tests").rglob("*.py") if told.search(path.read_text(encoding="utf-8"))]
    assert found == []
