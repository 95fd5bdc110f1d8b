"""The reference of the model says what is so: its example is read, its fields are all, its figures are those drawn."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import goodoffices.weigh
from goodoffices.weigh import as_problem
from goodoffices.weigh.model import edit_yaml, parse_yaml
from goodoffices.weigh.model.yaml.areas import AREA
from goodoffices.weigh.model.yaml.carrying import KINDS as CARRIED
from goodoffices.weigh.model.yaml.numbers import SOURCED
from goodoffices.weigh.model.yaml.parts import OPTION, PARTY
from goodoffices.weigh.model.yaml.reading import FIELDS
from goodoffices.weigh.model.yaml.rules import COMMON, KINDS

PAGE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "weigh-model.md"


@pytest.fixture(scope="module")
def page() -> str:
    """The page."""
    return PAGE.read_text(encoding="utf-8")


def _example(page: str) -> str:
    found = re.search(r"```yaml\n(.*?)```", page, re.DOTALL)
    assert found
    return found[1]


def test_the_example_is_read(page: str) -> None:
    """The complete example is a model, and says every kind of thing."""
    model = parse_yaml(_example(page))
    assert as_problem(model).shape == (3, 2, 4)
    assert {each.kind for each in model.constraints} == {
        "never", "only", "implication", "exclusion", "at most", "at least",
    }  # fmt: skip
    assert all(getattr(model.carrying, name) for name in model.carrying.__struct_fields__)
    assert edit_yaml(_example(page), model) == _example(page)


CARRYING = {name for known, _ in CARRIED.values() for name in known}


@pytest.mark.parametrize("field", sorted({*FIELDS, *PARTY, *OPTION, *AREA, *KINDS, *COMMON, *SOURCED, *CARRYING}))
def test_every_field_is_explained(page: str, field: str) -> None:
    """No field without a row, and none that the example could not have."""
    assert f"`{field}`" in page


@pytest.mark.parametrize(
    "number",
    ["40", "[20, 60]", "{uniform: [20, 60]}", "{triangular: [10, 30, 80]}", "{beta: [2, 3], within: [0, 100]}"],
)
def test_the_centres_are_those_of_the_table(page: str, number: str) -> None:
    """Each way to write a number that the table gives has the centre that it says."""
    assert f"`{number}`" in page
    model = parse_yaml(f"issues: {{I: [a]}}\nparties: {{P: {{scores: {{I: {{a: {number}}}}}}}}}")
    assert as_problem(model).tables[0].values[0, 0] == pytest.approx(40)


def test_the_door_stays_light() -> None:
    """Importing the room loads no parser, solver or fuzzy matcher: each is loaded where it is used."""
    code = "import sys, goodoffices.weigh.model; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"lxml", "ruamel.yaml", "rapidfuzz", "scipy", "moocore", "sqlalchemy", "networkx", "spacy"}
    assert heavy & set(run.stdout.split()) == set()


def test_every_function_of_the_page_is_at_the_door(page: str) -> None:
    """What the table of questions names can be imported from `goodoffices.weigh`."""
    part = page.split("## What carrying it out comes to")[1].split("\n## ", maxsplit=1)[0]
    named = set(re.findall(r"`(\w+)\(", part))
    assert len(named) >= 12
    assert named <= set(goodoffices.weigh.__all__)
