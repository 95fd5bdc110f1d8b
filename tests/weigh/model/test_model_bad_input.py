"""What is wrong with a model is said once, with file, line and column."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.weigh import ModelError, as_problem, read_model
from goodoffices.weigh.model import Exact, Issue, Model, Option, Party, Points, parse_yaml

HEAD = """\
issues:
  Capital: [Stays, Moves]
  Force: [No force, Joint]
parties:
  North:
    weights: {Capital: 2, Force: 1}
    scores:
      Capital: {Stays: 100, Moves: 0}
"""
BAD = [
    ("scores: {Capital: {Stay: 100}}", 6, "no option of 'Capital' 'Stay': did you mean 'Stays'?"),
    ("scores: {Capitol: {Stays: 100}}", 6, "no issue 'Capitol': did you mean 'Capital'?"),
    ("scores: {Capital: {Stays: 101}}", 6, "a score of 101: it must be from 0 to 100"),
    ("scores: {Capital: {Stays: .nan}}", 6, "must be a finite number"),
    ("scores: {Capital: {Stays: high}}", 6, "is a number, and here is 'high'"),
    ("scores: {Capital: {Stays: [60, 40]}}", 6, "the interval [60, 40] runs backwards"),
    ("scores: {Capital: {Stays: [60]}}", 6, "has two numbers, and here are 1"),
    ("scores: {Capital: {Stays: {normal: [50]}}}", 6, "takes 2 numbers: mean, standard deviation"),
    ("scores: {Capital: {Stays: {normal: [50, -1]}}}", 6, "a standard deviation is 0 or more"),
    ("scores: {Capital: {Stays: {triangular: [9, 5, 7]}}}", 6, "lowest, most likely, highest, in this order"),
    ("scores: {Capital: {Stays: {beta: [0, 1]}}}", 6, "greater than 0"),
    ("scores: {Capital: {Stays: {gamma: [1, 1]}}}", 6, "has no field 'gamma'"),
    ("scores: {Capital: Stays > Moved}", 6, "did you mean 'Moves'?"),
    ("scores: {Capital: Stays > Stays}", 6, "two options are called 'Stays'"),
    ("scores: {Capital: Stays >}", 6, "is no order"),
    ("scores: {Capital: {line: {0: 1}}}", 6, "a line is for a range of numbers"),
    ("scores: {Force: unknown}\n    weights: {Capital: .nan}", 7, "a weight of nan"),
    ("scores: {Force: unknown}\n    weights: {Capital: -1}", 7, "a weight of -1: it must be 0 or more"),
    ("scores: {Force: unknown}\n    weights: {Capital: 0, Force: 0}", 7, "all weights of 'South' are 0"),
    ("scores: {Force: unknown}\n    weights: {Capitol: 1}", 7, "did you mean 'Capital'?"),
    ("scores: {Force: unknown}\n    weight: {Capital: 1}", 7, "did you mean 'weights'?"),
    ("scores: {Force: unknown}\n    signs: maybe", 7, "true or false"),
    ("scores: {Force: unknown}\n    reservation: 120", 7, "from 0 to 100"),
    ("scores: {Force: unknown}\n    discount: 2", 7, "between 0 and 1"),
    ("scores: {Force: unknown}\n    no deal: {package: {Capital: Stays}}", 7, "leaves 'Force' open"),
    ("weights: {Capital: 1}", 5, "'South' has no preferences"),
    ("scores: {Force: unknown}\n  South: {}", 7, "'South' stands twice, first on line 5"),
    ("scores: {Force: [1, 2]}", 6, "mapping"),
]


@pytest.mark.parametrize(("lines", "line", "words"), BAD)
def test_a_wrong_party_is_told_with_its_line(lines: str, line: int, words: str) -> None:
    """A wrong name, number, order or field of a party: the line on which it stands, and what to do."""
    text = "issues:\n  Capital: [Stays, Moves]\n  Force: [No force, Joint]\nparties:\n  South:\n    " + lines
    with pytest.raises(ModelError) as caught:
        parse_yaml(text, "talks.yaml")
    assert words in str(caught.value)
    assert caught.value.line == line
    assert str(caught.value).startswith(f"talks.yaml:{line}:")


RULES = [
    ("- {never: {Capital: Stayed}}", 10, "did you mean 'Stays'?"),
    ("- {never: {}}", 10, "names nothing"),
    ("- {party: Nord, never: {Capital: Stays}}", 10, "did you mean 'North'?"),
    ("- {if: {Capital: Stays}}", 10, "'if' needs 'then'"),
    ("- {never: {Capital: Stays}, then: {Force: Joint}}", 10, "does not go with 'then'"),
    ("- {words: something}", 10, "says one of never, only"),
    ("- {at most: 1.5, of: {Capital: Stays}}", 10, "a whole number"),
    ("- {at most: -1, of: {Capital: Stays}}", 10, "a count is 0 or more"),
    ("- {id: a, never: {Capital: Stays}}\n- {id: a, never: {Capital: Moves}}", 11, "two constraints are called 'a'"),
    ("- {id: a, never: {Capital: [Stays, Moves]}}", 10, "this constraint leaves nothing of what may be signed: a: "),
    ("- {id: a, at least: 3, of: {Capital: Stays, Force: Joint}}", 10, "leaves nothing"),
    (
        "- {only: {Capital: Stays}}\n- {if: {Capital: Stays}, then: {Force: Joint}}\n- {never: {Force: Joint}}",
        12,
        "these 3 constraints contradict each other",
    ),
    (
        "- {id: a, party: North, never: {Force: Joint}}\n- {id: b, party: North, only: {Force: Joint}}",
        11,
        "what 'North' may sign",
    ),
]


@pytest.mark.parametrize(("rules", "line", "words"), RULES)
def test_a_wrong_constraint_is_told_with_its_line(rules: str, line: int, words: str) -> None:
    """A constraint of nothing, of what is not there, or against another: which, and on which line."""
    with pytest.raises(ModelError) as caught:
        parse_yaml(f"{HEAD}constraints:\n{rules}\n", "talks.yaml")
    assert words in str(caught.value)
    assert caught.value.line == line


def test_a_contradiction_names_the_smallest_set() -> None:
    """Of many constraints, only those that cannot hold together are named."""
    rules = """\
- {id: idle, at most: 2, of: {Capital: Stays, Force: Joint}}
- {id: one, only: {Capital: Moves}}
- {id: idle too, not together: {Capital: Stays, Force: Joint}}
- {id: two, never: {Capital: Moves}}
"""
    with pytest.raises(ModelError, match=r"these 2 constraints .*one: .*two: ") as caught:
        parse_yaml(f"{HEAD}constraints:\n{rules}\n")
    assert "idle" not in str(caught.value)


def test_red_lines_of_two_parties_are_no_fault() -> None:
    """That two mandates leave no deal is what the analysis is to find, not an error."""
    rules = "- {party: North, never: {Force: Joint}}\n- {party: South, only: {Force: Joint}}\n"
    assert len(parse_yaml(f"{HEAD}  South: {{scores: unknown}}\nconstraints:\n{rules}").constraints) == 2


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "the file is empty"),
        ("issues: [a", 1, "no well-formed YAML"),
        ("a: 1\n\tb: 2", 2, "no well-formed YAML"),
        ("- a\n- b", 1, "a model is a mapping"),
        ("issues: {A: [x]}", 1, "needs 'parties'"),
        ("issues: {A: []}\nparties: {P: {scores: unknown}}", 1, "has no option"),
        ("issues: {A: [x, x]}\nparties: {P: {scores: unknown}}", 1, "two options are called 'x'"),
        ("issues: {A: {range: {from: 3, to: 1, step: 1}}}\nparties: {}", 1, "the lower end first"),
        ("issues: {A: {range: {from: 0, to: 1, step: 0.3}}}\nparties: {}", 1, "do not end at the end"),
        ("issues: {A: {range: {from: 0, to: 1e9, step: 1}}}\nparties: {}", 1, "10,000"),
        ("issues: {A: {range: {from: 0, to: .inf, step: 1}}}\nparties: {}", 1, "finite"),
        ("issues: {A: [x]}\nparties: {}", 2, "there is no party"),
        ("issues: &i {A: [x]}\nparties: *i", 1, "anchors and aliases"),
        ("a: !!python/object:os.system x", 1, "tags"),
        ("issues: {A: [x]}\n---\nparties: {}", 3, "a second document"),
        ("issues: {A: [x]}\nscale: [100, 0]\nparties: {P: {scores: unknown}}", 2, "the lowest score first"),
        ("? [a]\n: b", 1, "a name belongs here"),
        ("[" * 5000, 1, "nested deeper than 40"),
    ],
)
def test_a_text_that_is_no_model_is_told_with_its_line(text: str, line: int, words: str) -> None:
    """Broken YAML, anchors, tags, depth, wrong shapes: one clear error each."""
    with pytest.raises(ModelError) as caught:
        parse_yaml(text, "talks.yaml")
    assert words in str(caught.value)
    assert caught.value.line == line


def test_a_billion_laughs_end_at_the_first() -> None:
    """Anchors that multiply are refused at the first of them, at once."""
    bomb = "a: &a [lol, lol]\n" + "\n".join(
        f"{b}: &{b} [*{a}, *{a}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    started = time.monotonic()
    with pytest.raises(ModelError, match=r":1:\d+: anchors"):
        parse_yaml(bomb, "bomb.yaml")
    assert time.monotonic() - started < 1


def test_a_file_of_fifty_megabytes_is_not_read(tmp_path: Path) -> None:
    """What is too large to be a model is refused by its size, unread."""
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(ModelError, match="50,000,000 bytes"):
        read_model(path)


def test_a_file_that_is_not_utf8_says_its_line(tmp_path: Path) -> None:
    """A byte of another encoding is told with its line."""
    path = tmp_path / "latin.yaml"
    path.write_bytes("title: a\nnote: caf\xe9\n".encode("latin-1"))
    with pytest.raises(ModelError, match=r"latin\.yaml:2: byte 18 is not UTF-8"):
        read_model(path)


@pytest.mark.parametrize("name", ["nothing.yaml", "nothing.csv", "nothing", "model.docx", "domain.xml"])
def test_a_path_that_cannot_be_read_is_said(tmp_path: Path, name: str) -> None:
    """A missing file, and a file of another kind."""
    with pytest.raises(ModelError, match=name.replace(".", r"\.")):
        read_model(tmp_path / name)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="abPI:{}[]-,>=&*!|\"'#%\n 019.", max_size=120))
def test_any_text_is_a_model_or_a_model_error(text: str) -> None:
    """No text makes the reader fail otherwise than it says."""
    with contextlib.suppress(ModelError):
        assert parse_yaml(text).issues


@pytest.mark.parametrize(
    "mend",
    [
        {"weights": Points({"I": Exact(float("nan"))})},
        {"weights": Points({"J": Exact(1.0)})},
        {"scores": {}},
        {"scores": {"I": Points({"a": Exact(float("inf"))})}},
        {"scores": {"I": Points({"a": 3})}},
        {"discount": float("nan")},
    ],
)
def test_a_model_made_in_python_is_checked_too(mend: dict[str, object]) -> None:
    """`as_problem` refuses what a file could not say, and names the place."""
    fields: dict[str, object] = {"name": "P", "scores": {"I": Points({"a": Exact(1.0)})}} | mend
    model = Model(parties=(Party(**fields),), issues=(Issue(name="I", options=(Option("a"),)),))  # type: ignore[arg-type]
    with pytest.raises(ModelError, match="parties / P"):
        as_problem(model)
