"""A model as a YAML file: what is written is what is read, and people's comments stay."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np
from described import models
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from goodoffices.weigh import as_problem, read_model, write_model
from goodoffices.weigh.errors import ModelError
from goodoffices.weigh.model import (
    Constraint,
    Exact,
    Issue,
    Model,
    Option,
    Order,
    Party,
    Points,
    edit_yaml,
    parse_yaml,
    yaml_text,
)
from goodoffices.weigh.model.contradictions import check_constraints

EXAMPLES = Path(__file__).resolve().parents[3] / "examples" / "weigh"
SLOW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def _holds(model: Model) -> bool:
    try:
        check_constraints(model)
    except ModelError:
        return False
    return True


@SLOW
@given(models())
def test_what_is_written_is_read_back(model: Model) -> None:
    """Every model comes back from its text as it was, whatever its names look like to YAML."""
    assume(_holds(model))
    assert parse_yaml(yaml_text(model)) == model


@SLOW
@given(models(), st.data())
def test_an_edit_says_what_it_should(model: Model, data: st.DataObject) -> None:
    """Whatever part of a model is put in place of another, the edited text says the new model."""
    assume(_holds(model))
    fewer = msgspec.structs.replace(
        model,
        constraints=model.constraints[data.draw(st.integers(0, 2)) :],
        interactions=(),
        parties=tuple(msgspec.structs.replace(p, reservation=Exact(7.0), weights=Points()) for p in model.parties),
        issues=(*model.issues, Issue(name="something new", options=(Option("x"), Option("y")))),
        no_deal=None,
    )
    assert parse_yaml(edit_yaml(yaml_text(model), fewer)) == fewer
    assert parse_yaml(edit_yaml(yaml_text(fewer), model)) == model


def test_every_example_is_read_and_kept() -> None:
    """The examples are models; writing one into its own file changes nothing."""
    found = sorted(EXAMPLES.glob("*.yaml"))
    assert len(found) >= 2
    for path in found:
        text = path.read_text(encoding="utf-8")
        assert edit_yaml(text, read_model(path), str(path)) == text


def test_comments_survive_a_change(tmp_path: Path) -> None:
    """A number changed by program leaves every other line as a person wrote it."""
    path = tmp_path / "model.yaml"
    text = (EXAMPLES / "two-banks.yaml").read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    model = read_model(path)
    first = msgspec.structs.replace(model.parties[0], reservation=Exact(33.0))
    write_model(msgspec.structs.replace(model, parties=(first, *model.parties[1:])), path)
    changed = path.read_text(encoding="utf-8")
    lines = list(zip(text.splitlines(), changed.splitlines(), strict=True))
    assert [after.strip() for before, after in lines if before != after] == ["reservation: 33"]
    assert changed.count("#") == text.count("#")


def test_names_are_text_whatever_yaml_makes_of_them() -> None:
    """An option called no, 1945 or 2020-01-01 keeps its name."""
    model = parse_yaml("issues: {Year: [1945, no, 2020-01-01]}\nparties: {P: {scores: {Year: {no: 3, 1945: 4}}}}")
    assert model.issues[0].names == ("1945", "no", "2020-01-01")


def test_an_order_may_be_a_text_or_a_list() -> None:
    """ "A > B = C" and the list of its tiers are one order."""
    for said in ("a > b = c", "{order: [a, [b, c]]}", "{order: a > b = c}"):
        model = parse_yaml(f"issues: {{I: [a, b, c]}}\nparties: {{P: {{scores: {{I: {said}}}}}}}")
        assert model.parties[0].scores["I"] == Order((("a",), ("b", "c")))


def test_a_range_is_cut_into_steps() -> None:
    """A range by its step and by its number of steps has the same options, and a line runs through them."""
    head = (
        "parties: {P: {scores: {Depth: {line: {0: 100, 20: 0}}}}}\nissues: {Depth: {range: {from: 0, to: 30, unit: km, "
    )
    for cut in ("step: 10}}}", "steps: 4}}}"):
        problem = as_problem(parse_yaml(head + cut))
        assert problem.options == (("0 km", "10 km", "20 km", "30 km"),)
        assert np.allclose(problem.tables[0].values[:, 0], [100, 50, 0, 0])


def test_a_new_file_gets_a_whole_model(tmp_path: Path) -> None:
    """Writing where there is no file makes one that is read back."""
    model = Model(
        parties=(Party(name="P", scores={"I": Points({"a": Exact(1.0)})}),),
        issues=(Issue(name="I", options=(Option("a"), Option("b"))),),
        constraints=(Constraint(key="k", kind="never", choices={"I": ("b",)}, party="P"),),
    )
    write_model(model, tmp_path / "new.yaml")
    assert read_model(tmp_path / "new.yaml") == model
