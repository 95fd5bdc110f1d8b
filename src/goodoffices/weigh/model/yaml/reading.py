"""A YAML model read whole: every error says file, line and column."""

from __future__ import annotations

from pathlib import Path

from goodoffices.weigh.errors import ModelError

from ..checks import check_model
from ..contradictions import check_constraints
from ..files import read_text
from ..model import Model
from ..numbers import Between, Exact
from .areas import areas_of
from .carrying import CARRYING, carrying_of
from .nodes import MOST_BYTES, Node, parse_nodes
from .numbers import number_of
from .page import Page
from .parts import issue_of, no_deal_of, party_of
from .rules import constraint_of, interaction_of

__all__ = ["parse_yaml", "read_text_of", "read_yaml"]

FIELDS = (
    "title",
    "note",
    "scale",
    "areas",
    "parties",
    "issues",
    "interactions",
    "constraints",
    "no deal",
    *CARRYING,
    "drafted",
)


def read_text_of(path: Path) -> str:
    """Read the text of a YAML model.

    Raises:
        ModelError: If it cannot be read, is larger than a model can be, or is not UTF-8.
    """
    return read_text(path, MOST_BYTES)


def read_yaml(path: Path) -> Model:
    """Read a YAML model; see `parse_yaml`."""
    return parse_yaml(read_text_of(path), str(path))


def parse_yaml(text: str, file: str = "model.yaml") -> Model:
    """Read a YAML model from its text.

    Args:
        text: The document; docs/reference/weigh-model.md says what it may hold.
        file: What errors call it.

    Returns:
        The model, checked.

    Raises:
        ModelError: If it is no YAML, no model, or says something that cannot be; with file, line and column.
    """
    page = Page(file)
    model = _model(page, parse_nodes(text, file))
    try:
        check_model(model)
        check_constraints(model)
    except ModelError as error:
        raise page.located(error) from error
    return model


def _model(page: Page, node: Node) -> Model:
    fields = page.fields(node, "a model", FIELDS)
    for name in ("parties", "issues"):
        if name not in fields:
            page.wrong(node, f"a model needs {name!r}")
        page.mark((name,), fields[name])
    issues = []
    for key, value in page.mapping(fields["issues"], "issues").pairs:
        page.mark(("issues", key.text), key)
        issues.append(issue_of(page, key.text, value))
    parties = []
    for key, value in page.mapping(fields["parties"], "parties").pairs:
        page.mark(("parties", key.text), key)
        parties.append(party_of(page, key.text, value, tuple(issues)))
    rules = page.items(fields["constraints"], "constraints") if "constraints" in fields else ()
    pairs = page.items(fields["interactions"], "interactions") if "interactions" in fields else ()
    return Model(
        parties=tuple(parties),
        issues=tuple(issues),
        interactions=tuple(interaction_of(page, item, ("interactions", str(n))) for n, item in enumerate(pairs)),
        constraints=tuple(constraint_of(page, item, ("constraints", str(n))) for n, item in enumerate(rules)),
        no_deal=no_deal_of(page, fields["no deal"], ("no deal",)) if "no deal" in fields else None,
        scale=_scale(page, fields),
        title=page.text(fields["title"], "a title") if "title" in fields else "",
        note=page.text(fields["note"], "a note") if "note" in fields else "",
        drafted=page.texts(fields["drafted"], "drafted") if "drafted" in fields else (),
        carrying=carrying_of(page, fields),
        areas=areas_of(page, fields["areas"]) if "areas" in fields else (),
    )


def _scale(page: Page, fields: dict[str, Node]) -> tuple[float, float]:
    """The lowest and highest score: `[0, 1]`, or `1` for that from 0; 0 to 100 where nothing is said."""
    if "scale" not in fields:
        return 0.0, 100.0
    match number_of(page, fields["scale"], ("scale",)):
        case Between(low, high):
            return low, high
        case Exact(high):
            return 0.0, high
        case _:
            return page.wrong(fields["scale"], "a scale is its lowest and highest score: [0, 100]")
