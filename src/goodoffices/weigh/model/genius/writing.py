"""A GENIUS scenario written: one domain and one profile a party, in XML."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np

from goodoffices.weigh.errors import ModelError
from goodoffices.weigh.problem import Problem

from ..carrying import Carrying
from ..model import Model
from ..problems import as_problem
from .files import Element

__all__ = ["write_genius"]


def write_genius(model: Model | Problem, folder: str | Path, name: str = "scenario") -> None:
    """Write a scenario.

    GENIUS divides each issue's evaluations by the highest and the weights by their sum, so utilities come back divided
    by what each party's best package is worth; a model read from GENIUS comes back as it was. Uncertain numbers are
    written by their means.

    Args:
        model: An additive model: without interactions and constraints.
        folder: Made where it is missing; a file of the same name is overwritten.
        name: Of the domain; its file is `NAME_domain.xml`.

    Raises:
        ModelError: If the model has interactions, constraints or something of carrying the deal out, or a party is
            worth nothing at all.
    """
    problem = as_problem(model)
    carried = isinstance(model, Model) and (model.carrying != Carrying() or model.areas)
    if not problem.additive or problem.rules or np.any(problem.base) or carried:
        msg = "GENIUS' scenarios have no interactions and no constraints, steps, tasks or areas: leave them out"
        raise ModelError(msg)
    place = Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    _save(_domain(problem), place / f"{_safe(name)}_domain.xml")
    for column, party in enumerate(problem.parties):
        _save(_profile(problem, column), place / f"{_safe(party)}.xml")


def _safe(name: str) -> str:
    return re.sub(r"[^\w.() -]", "_", name) or "_"


def _save(root: Element, path: Path) -> None:
    from lxml import etree  # noqa: PLC0415 - heavy, and only GENIUS needs it

    etree.indent(root)
    path.write_bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n")


def _element(parent: Element, tag: str, **attributes: str) -> Element:
    from lxml import etree  # noqa: PLC0415 - heavy, and only GENIUS needs it

    try:
        return etree.Element(tag, attributes) if parent is None else etree.SubElement(parent, tag, attributes)
    except ValueError as error:  # a control character
        msg = f"XML cannot hold the name {attributes!r}: {error}"
        raise ModelError(msg) from error


def _objective(root: Element) -> Element:
    return _element(root, "objective", index="0", name="root", description="", type="objective", etype="objective")


def _issue(parent: Element, problem: Problem, n: int) -> Element:
    kind = {"type": "discrete", "etype": "discrete", "vtype": "discrete"}
    return _element(parent, "issue", index=str(n + 1), name=problem.issues[n], **kind)


def _domain(problem: Problem) -> Element:
    root = _element(None, "negotiation_template")
    space = _element(root, "utility_space", number_of_issues=str(len(problem.issues)))
    objective = _objective(space)
    for n, names in enumerate(problem.options):
        issue = _issue(objective, problem, n)
        for k, option in enumerate(names):
            _element(issue, "item", index=str(k + 1), value=option)
    return root


def _profile(problem: Problem, column: int) -> Element:
    root = _element(None, "utility_space")
    objective = _objective(root)
    worth = [_worth(problem, n, column) for n in range(len(problem.issues))]
    tops = [_divisor(values) for values in worth]
    if empty := [n for n, top in enumerate(tops) if top == 0]:
        # What matters and is worth nothing either way keeps its weight, so that the others keep their size.
        tops = [max(0.0, 1.0 - sum(tops)) / len(empty) if n in empty else top for n, top in enumerate(tops)]
    total = sum(tops)
    for n, values in enumerate(worth):
        issue = _issue(objective, problem, n)
        for k, (option, value) in enumerate(zip(problem.options[n], values, strict=True)):
            evaluation = repr(float(value / (_divisor(values) or 1.0)))
            _element(issue, "item", index=str(k + 1), value=option, evaluation=evaluation)
    if total <= 0:
        msg = f"to {problem.parties[column]!r} every package is worth 0: GENIUS cannot say that"
        raise ModelError(msg)
    for n, top in enumerate(tops):
        _element(objective, "weight", index=str(n + 1), value=repr(top))
    if not np.isnan(problem.reservation[column]):
        _element(root, "reservation", value=repr(float(problem.reservation[column] / total)))
    _element(root, "discount_factor", value=repr(float(problem.discount[column]) if len(problem.discount) else 1.0))
    return root


def _worth(problem: Problem, n: int, column: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """What the options of an issue are worth alone, over all tables that are of it."""
    worth = np.zeros(problem.shape[n])
    for table in problem.tables:
        if table.scope == (n,):
            worth = worth + table.values[:, column]
    return worth


def _divisor(values: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> float:
    """What GENIUS divides by: the highest, or the size of the lowest where none is above 0."""
    highest, lowest = float(values.max()), float(values.min())
    return highest if highest > 0 else -lowest
