"""Numbers and preferences as a YAML model writes them.

A number is `40`, `[20, 60]`, `unknown`, or a mapping with one of `value`, `interval`, a distribution's name, and beside
it `sources`, `judged by` and `note`.
"""

from __future__ import annotations

from ..constraints import Choices
from ..numbers import SHAPES, Between, Exact, Number, Shape, Source, Spread, Unknown
from ..preferences import Line, Order, Points, Preference
from .nodes import Mapped, Node, Scalar, Sequenced
from .page import Page, Place

__all__ = ["SOURCED", "choices_of", "number_of", "order_of", "preference_of", "source_of", "weights_of"]

#: The fields by which anything says where it comes from.
SOURCED = ("sources", "judged by", "note", "drafted")
UNKNOWN = "unknown"
PAIR = 2


def source_of(page: Page, fields: dict[str, Node]) -> Source:
    """Read where something comes from."""
    sources = fields.get("sources")
    said = {name: page.text(fields[name], name) for name in SOURCED[1:] if name in fields}
    return Source(
        statements=() if sources is None else page.texts(sources, "sources"),
        judged_by=said.get("judged by", ""),
        note=said.get("note", ""),
        drafted=said.get("drafted", ""),
    )


def number_of(page: Page, node: Node, place: Place) -> Number:
    """Read a number and remember its place."""
    page.mark(place, node)
    if isinstance(node, Scalar):
        return _scalar(page, node, Source())
    if isinstance(node, Sequenced):
        return Between(*_pair(page, node, "an interval [lowest, highest]"))
    fields = page.fields(node, "a number", ("value", "interval", "within", *SHAPES, *SOURCED))
    source = source_of(page, fields)
    said = [name for name in ("value", "interval", *SHAPES) if name in fields]
    if len(said) != 1:
        page.wrong(node, "a number says one of value, interval, " + ", ".join(SHAPES))
    return _said(page, fields, said[0], source)


def _said(page: Page, fields: dict[str, Node], kind: str, source: Source) -> Number:
    node = fields[kind]
    if kind == "value":
        return _scalar(page, node, source)
    if kind == "interval":
        return Between(*_pair(page, node, "an interval [lowest, highest]"), source)
    shape: Shape = next(name for name in SHAPES if name == kind)
    wanted = ", ".join(SHAPES[shape])
    values = tuple(page.plain_number(item, wanted) for item in page.items(node, f"{shape} [{wanted}]"))
    within = fields.get("within")
    return Spread(shape, values, None if within is None else _pair(page, within, "within [lowest, highest]"), source)


def _scalar(page: Page, node: Node, source: Source) -> Exact | Unknown:
    if isinstance(node, Scalar) and node.text.casefold() == UNKNOWN:
        return Unknown(source)
    return Exact(page.plain_number(node, "a score, weight or value"), source)


def _pair(page: Page, node: Node, what: str) -> tuple[float, float]:
    items = page.items(node, what)
    if len(items) != PAIR:
        page.wrong(node, f"{what} has two numbers, and here are {len(items)}")
    return page.plain_number(items[0], what), page.plain_number(items[1], what)


def preference_of(page: Page, node: Node, place: Place) -> Preference:
    """Read what the options of an issue are worth: numbers, an order, or a line."""
    page.mark(place, node)
    if isinstance(node, Scalar):
        return Points() if node.text.casefold() == UNKNOWN else order_of(page, node, Source())
    mapping = page.mapping(node, "what options are worth")
    keys = {key.text for key, _ in mapping.pairs}
    for kind in ("order", "line"):
        if kind in keys and keys <= {kind, *SOURCED}:
            fields = page.fields(node, f"an {kind}" if kind == "order" else "a line", (kind, *SOURCED))
            if kind == "order":
                return order_of(page, fields[kind], source_of(page, fields))
            return _line(page, fields[kind], place)
    return _points(page, mapping, place)


def _points(page: Page, mapping: Mapped, place: Place) -> Points:
    numbers = {}
    for key, value in mapping.pairs:
        numbers[key.text] = number_of(page, value, (*place, key.text))
        page.mark((*place, key.text), key if isinstance(value, Scalar) else value)
        page.mark((*place, key.text), key)
    return Points(numbers)


def _line(page: Page, node: Node, place: Place) -> Line:
    points = []
    for key, value in page.mapping(node, "a line (value: score)").pairs:
        at = page.plain_number(key, "a value on a line")
        points.append((at, number_of(page, value, (*place, f"{at:g}"))))
    return Line(tuple(points))


def order_of(page: Page, node: Node, source: Source) -> Order:
    """Read an order: "A > B = C > D", or a list from the best to the worst, with a list for those alike."""
    if isinstance(node, Scalar):
        tiers = [[name.strip() for name in tier.split("=")] for tier in node.text.split(">")]
        if any(not name for tier in tiers for name in tier):
            page.wrong(node, f"{node.text!r} is no order: write A > B = C, or a list from the best to the worst")
        return Order(tuple(map(tuple, tiers)), source)
    return Order(tuple(page.texts(item, "an order") for item in page.items(node, "an order")), source)


def weights_of(page: Page, node: Node, place: Place) -> Points | Order:
    """Read weights: numbers by issue, an order, or `unknown`."""
    weights = preference_of(page, node, place)
    if isinstance(weights, Line):
        page.wrong(node, "weights are numbers by issue or an order, not a line")
    return weights


def choices_of(page: Page, node: Node, place: Place) -> Choices:
    """Read options by issue: `{Capital: Stays, Force: [None, Joint]}`."""
    page.mark(place, node)
    choices = {}
    for key, value in page.mapping(node, "options by issue").pairs:
        page.mark((*place, key.text), value)
        choices[key.text] = page.texts(value, "an option")
    return choices
