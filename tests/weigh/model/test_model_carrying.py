"""What carrying a deal out takes, in a file: written as read, edited in place, and each error with its line."""

from __future__ import annotations

from pathlib import Path

import msgspec
import newsrooms
import pytest
from carried import carryings
from described import models
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goodoffices.weigh import ModelError, as_problem, draft_model, read_model, redraft, write_model
from goodoffices.weigh.model import (
    Carrying,
    Exact,
    Model,
    Source,
    StatedStep,
    Unknown,
    check_model,
    edit_yaml,
    parse_yaml,
    yaml_text,
)

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "weigh" / "two-banks.yaml"
SLOW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
PLAIN = parse_yaml("""\
issues: {I: [a, b], J: [x, y]}
parties: {P: {scores: unknown, reservation: 5}, Q: {scores: unknown, reservation: 1}}
""")


def _carrying(carrying: Carrying) -> Model:
    return msgspec.structs.replace(PLAIN, carrying=carrying)


ANY = carryings([party.name for party in PLAIN.parties], PLAIN.issues)


@SLOW
@given(ANY)
def test_what_is_written_is_read_back(carrying: Carrying) -> None:
    """Steps, tasks, spoilers, pressures and breaches come back as they were, whatever their names look like."""
    model = _carrying(carrying)
    check_model(model)
    assert parse_yaml(yaml_text(model)) == model


@SLOW
@given(ANY, ANY)
def test_an_edit_says_what_it_should(one: Carrying, other: Carrying) -> None:
    """Whatever was there, the edited text says the new, and comments on what stays are kept."""
    text = "# the head\n" + yaml_text(_carrying(one))
    assert parse_yaml(edit_yaml(text, _carrying(other))) == _carrying(other)
    assert edit_yaml(text, _carrying(other)).startswith("# the head\n")


@settings(SLOW, max_examples=20)
@given(models(), st.data())
def test_a_whole_model_carries_it(model: Model, data: st.DataObject) -> None:
    """Beside every other kind of thing too; and the packages are worth what they were."""
    bare = msgspec.structs.replace(model, constraints=())
    carrying = data.draw(carryings([party.name for party in model.parties], model.issues))
    whole = msgspec.structs.replace(bare, carrying=carrying)
    assert parse_yaml(yaml_text(whole)) == whole
    for before, after in zip(as_problem(bare).tables, as_problem(whole).tables, strict=True):
        assert (before.values == after.values).all()


def test_comments_survive_a_change_of_one_step(tmp_path: Path) -> None:
    """One worth changed by program leaves every other line as a person wrote it."""
    path = tmp_path / "model.yaml"
    text = EXAMPLE.read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    model = read_model(path)
    steps = list(model.carrying.steps)
    place = next(n for n, step in enumerate(steps) if step.reversible)
    worth = {**steps[place].worth, "West Bank Council": Exact(9.0, Source(note="more than was thought"))}
    steps[place] = msgspec.structs.replace(steps[place], worth=worth)
    carrying = msgspec.structs.replace(model.carrying, steps=tuple(steps))
    write_model(msgspec.structs.replace(model, carrying=carrying), path)
    changed = path.read_text(encoding="utf-8")
    assert read_model(path).carrying == carrying
    differ = [a for a, b in zip(text.splitlines(), changed.splitlines(), strict=True) if a != b]
    assert len(differ) == 1
    assert changed.count("#") == text.count("#")


HEAD = """\
issues: {Capital: [Stays, Moves], Force: [No force, Joint]}
parties:
  North: {scores: unknown, reservation: 20}
  South: {scores: unknown}
"""
BAD = [
    ("steps: {name: a}", 5, "steps is a list"),
    ("steps:\n- {worth: {North: 1}}", 6, "a step needs 'name'"),
    ("steps:\n- {name: a, worth: {Nord: 1}}", 6, "no party 'Nord': did you mean 'North'?"),
    ("steps:\n- {name: a, worth: {North: [1, 2]}}", 6, "'North' is one exact number"),
    ("steps:\n- {name: a, worth: {North: unknown}}", 6, "one exact number, and here is 'unknown'"),
    ("steps:\n- {name: a, worth: {North: .inf}}", 6, "must be a finite number"),
    ("steps:\n- {name: a, by: Sooth}", 6, "did you mean 'South'?"),
    (
        "steps:\n- name: pull back\n- name: b\n  after: pul back",
        8,
        "no other step 'pul back': did you mean 'pull back'?",
    ),
    ("steps:\n- {name: a, after: a}", 6, "no other step 'a'"),
    ("steps:\n- name: a\n- name: a", 7, "two steps are called 'a'"),
    ("steps:\n- {name: a, after: b}\n- {name: b, after: a}", 6, "wait for each other in a circle: 'a', 'b'"),
    ("steps:\n- name: a\n  of: {Capitol: Stays}", 7, "no issue 'Capitol': did you mean 'Capital'?"),
    ("steps:\n- name: a\n  of: {Capital: Stay}", 7, "did you mean 'Stays'?"),
    ("steps:\n- {name: a, reversable: true}", 6, "did you mean 'reversible'?"),
    ("steps:\n- {name: a, reversible: true}", 6, "nobody does it: say by whom"),
    ("tolerance: {North: -1}", 5, "a tolerance of -1: it must be 0 or more"),
    ("tolerance: {Nort: 1}", 5, "did you mean 'North'?"),
    ("walk-away: {North: .nan}", 5, "must be a finite number"),
    ("tasks:\n- {name: f, members: [{name: A}]}", 6, "a task needs 'needs'"),
    ("tasks:\n- {name: f, needs: {}, members: [{name: A}]}", 6, "needs nothing"),
    ("tasks:\n- {name: f, needs: {m: 0}, members: [{name: A}]}", 6, "needs 0 of 'm'"),
    ("tasks:\n- {name: f, needs: {m: 1}, members: []}", 6, "has 0 members: give 1 to 20"),
    ("tasks:\n- {name: f, needs: {men: 1}, members: [{name: A, brings: {man: 1}}]}", 6, "did you mean 'men'?"),
    ("tasks:\n- name: f\n  needs: {m: 1}\n  members:\n  - {name: A}\n  - {name: A}", 10, "two members are called 'A'"),
    ("tasks:\n- name: f\n  needs: {m: 1}\n  members:\n  - {name: A, mandate: B}", 9, "no other member 'B'"),
    ("tasks:\n- {name: f, needs: {m: 1}, members: [{name: Aland}], essential: Alland}", 6, "did you mean 'Aland'?"),
    ("spoilers:\n- {party: South, outside: 1}", 6, "a spoiler needs 'gain'"),
    (
        "spoilers:\n- {party: South, outside: 1, gain: 2, success: 1.2}",
        6,
        "a probability of 1.2: it must be from 0 to 1",
    ),
    ("spoilers:\n- {party: P, outside: 1, gain: 2}", 6, "no party 'P'"),
    (
        "spoilers:\n- {party: South, outside: 1, gain: 2}\n- {party: South, outside: 1, gain: 2}",
        7,
        "two spoilers are called 'South'",
    ),
    ("pressures:\n- {words: w, by: W, on: North, costs: 1}", 6, "a pressure needs 'while'"),
    ("pressures:\n- {words: w, by: W, on: South, while: z, costs: 1}", 6, "no deal is worth to 'South'"),
    ("pressures:\n- {words: w, by: W, on: North, while: z, costs: 1, in force: maybe}", 6, "true or false"),
    ("breaches:\n- {party: North, gain: 1, detection: 2, penalty: 1}", 6, "a probability of 2"),
    ("breaches:\n- {party: North, gain: 1, detection: 0.5}", 6, "a breach needs 'penalty'"),
]


@pytest.mark.parametrize(("lines", "line", "words"), BAD)
def test_what_is_wrong_is_told_with_its_line(lines: str, line: int, words: str) -> None:
    """An unknown name, a number that cannot be, a field that is missing: where, and what was probably meant."""
    with pytest.raises(ModelError) as caught:
        parse_yaml(f"{HEAD}{lines}\n", "talks.yaml")
    assert words in str(caught.value)
    assert (caught.value.file, caught.value.line) == ("talks.yaml", line)
    assert caught.value.column > 0


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("ratifies: Nort", "did you mean 'North'?"),
        ("ratifies: South", "no other party 'South'"),
        ("ratifies: North, signs: false", "so it signs"),
    ],
)
def test_a_body_ratifies_for_a_party_that_is_there(body: str, words: str) -> None:
    """Whom it ratifies for is another party, and without the body there is no deal."""
    with pytest.raises(ModelError, match=words) as caught:
        parse_yaml(HEAD.replace("South: {scores: unknown}", f"South: {{scores: unknown, {body}}}"), "talks.yaml")
    assert caught.value.line == 4


def test_steps_of_options_that_exclude_each_other_make_no_circle() -> None:
    """Two ways to the same end may order the same steps differently; steps of one package may not."""
    circle = "steps:\n- {name: a, after: b, of: {Capital: Stays}}\n- {name: b, after: a, of: {Capital: %s}}\n"
    assert len(parse_yaml(HEAD + circle % "Moves").carrying.steps) == 2
    with pytest.raises(ModelError, match="in a circle"):
        parse_yaml(HEAD + circle % "[Moves, Stays]")


def test_a_model_made_in_python_is_checked_too() -> None:
    """A number that is not exact is refused, with its place."""
    step = StatedStep(name="a", worth={"P": Unknown()})  # type: ignore[dict-item]  # the fault
    with pytest.raises(ModelError, match="steps / 0 / worth / P"):
        check_model(_carrying(Carrying(steps=(step,))))


@pytest.mark.parametrize("name", ["model.csv", "folder"])
def test_what_a_format_cannot_say_is_refused(tmp_path: Path, name: str) -> None:
    """Neither KTAB nor GENIUS loses steps in silence."""
    model = _carrying(Carrying(steps=(StatedStep(name="a"),)))
    with pytest.raises(ModelError, match="steps, tasks or areas"):
        write_model(model, tmp_path / name)


def test_news_leaves_what_people_wrote_of_carrying_it_out() -> None:
    """A second draft changes positions; steps, areas and who ratifies stay as they are, and so do their comments."""
    drafted = draft_model(newsrooms.first())
    text = yaml_text(drafted) + (
        "areas: {The quay: {km2: 2, held by: Westland}}\n"
        "steps:\n  - {name: Guns are silent, by: Westland, of: {Ceasefire: A truce of ninety days}}  # by the radio\n"
    )
    new, changes = redraft(text, newsrooms.second())
    assert changes
    before, after = parse_yaml(text), parse_yaml(new)
    assert (after.carrying, after.areas) == (before.carrying, before.areas)
    assert "# by the radio" in new
