"""Constraints and interactions as a YAML model writes them."""

from __future__ import annotations

from ..constraints import Choices, Constraint, Kind
from ..model import Interaction
from .nodes import Node, Sequenced
from .numbers import SOURCED, choices_of, number_of, source_of
from .page import Page, Place

__all__ = ["constraint_of", "interaction_of"]

COMMON = ("id", "party", "words", *SOURCED)
#: The field by which a constraint says its kind, and the field that goes with it.
KINDS: dict[str, tuple[Kind, tuple[str, ...]]] = {
    "never": ("never", ()),
    "only": ("only", ()),
    "if": ("implication", ("then",)),
    "not together": ("exclusion", ()),
    "at most": ("at most", ("of",)),
    "at least": ("at least", ("of",)),
}


def constraint_of(page: Page, node: Node, place: Place) -> Constraint:
    """Read a constraint; its place in the list is its id where it gives none."""
    page.mark(place, node)
    fields = page.fields(node, "a constraint", (*KINDS, "then", "of", *COMMON))
    said = [name for name in KINDS if name in fields]
    if len(said) != 1:
        page.wrong(
            node, "a constraint says one of never, only, if (with then), not together, at most or at least (with of)"
        )
    kind, beside = KINDS[said[0]]
    for name in ("then", "of"):
        if (name in fields) != (name in beside):
            lack = f"{said[0]!r} needs {name!r}" if name in beside else f"{said[0]!r} does not go with {name!r}"
            page.wrong(node, f"in a constraint, {lack}")
    counted = kind in {"at most", "at least"}
    for name in fields:
        page.mark((*place, name), fields[name])
    key = page.text(fields["id"], "an id") if "id" in fields else f"constraint {int(place[-1]) + 1}"
    page.mark(("constraint ids", key), fields.get("id", node))
    return Constraint(
        key=key,
        kind=kind,
        choices=_choices(page, fields["of" if counted else said[0]], (*place, "of" if counted else said[0])),
        then=choices_of(page, fields["then"], (*place, "then")) if "then" in fields else {},
        count=page.whole_number(fields[said[0]], "a count") if counted else 0,
        party=page.text(fields["party"], "a party") if "party" in fields else None,
        words=page.text(fields["words"], "words") if "words" in fields else "",
        source=source_of(page, fields),
    )


def _choices(page: Page, node: Node, place: Place) -> Choices:
    """Read options by issue, also as a list of mappings, whose options of one issue are put together."""
    if not isinstance(node, Sequenced):
        return choices_of(page, node, place)
    page.mark(place, node)
    together: dict[str, tuple[str, ...]] = {}
    for item in node.items:
        for issue, options in choices_of(page, item, place).items():
            together[issue] = together.get(issue, ()) + options
    return together


def interaction_of(page: Page, node: Node, place: Place) -> Interaction:
    """Read an interaction."""
    page.mark(place, node)
    fields = page.fields(node, "an interaction", ("when", "worth", "words", *SOURCED))
    for name in ("when", "worth"):
        if name not in fields:
            page.wrong(node, f"an interaction needs {name!r}")
    worth = {}
    for key, value in page.mapping(fields["worth"], "what it is worth, by party").pairs:
        worth[key.text] = number_of(page, value, (*place, "worth", key.text))
        page.mark((*place, "worth", key.text), key)
    return Interaction(
        when=choices_of(page, fields["when"], (*place, "when")),
        worth=worth,
        words=page.text(fields["words"], "words") if "words" in fields else "",
        source=source_of(page, fields),
    )
