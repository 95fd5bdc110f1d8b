"""The issues of a GENIUS file: discrete ones by their items, integer ones by every whole number in their bounds."""

from __future__ import annotations

from pathlib import Path

import msgspec

from .files import Element, number_of, wrong

__all__ = ["Item", "Topic", "topics"]

#: A whole-number issue has so many options at most.
MOST_STEPS = 10_000


class Item(msgspec.Struct, frozen=True):
    """One option as a file has it.

    Attributes:
        name: Unique in its issue: the second of one name is called "name (2)".
        index: The file's own number.
        evaluation: What the profile gives for it, or None.
    """

    name: str
    index: str
    evaluation: float | None


class Topic(msgspec.Struct, frozen=True):
    """One issue as a file has it.

    Attributes:
        name: Unique in the file, likewise.
        index: The file's own number, by which weights find it.
        items: Its options.
        whole: Its bounds where it is an issue of whole numbers.
        element: Where it stands.
    """

    name: str
    index: str
    items: tuple[Item, ...]
    whole: tuple[int, int] | None
    element: Element


def topics(path: Path, root: Element) -> tuple[Topic, ...]:
    """Read the issues of a domain or a profile.

    Raises:
        ModelError: If one is of real numbers, has no item, or is not additive.
    """
    for bent in root.iter("utility_function", "hyperRectangle"):
        raise wrong(path, bent, "this utility space is not additive: only additive ones are read")
    names = _Names()
    return tuple(_topic(path, issue, names) for issue in root.iter("issue"))


class _Names:
    """Tells apart what bears one name."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def unique(self, name: str) -> str:
        name = " ".join(name.split())
        self._seen[name] = self._seen.get(name, 0) + 1
        return name if self._seen[name] == 1 else f"{name} ({self._seen[name]})"


def _topic(path: Path, issue: Element, names: _Names) -> Topic:
    name = names.unique(issue.get("name") or f"issue {issue.get('index', '')}")
    kind = (issue.get("vtype") or issue.get("type") or issue.get("etype") or "discrete").lower()
    if kind == "real":
        fault = f"the issue {name!r} is of real numbers: cut it into steps, as an issue of items or of whole numbers"
        raise wrong(path, issue, fault)
    if kind == "integer":
        return _whole(path, issue, name)
    within = _Names()
    items = tuple(
        Item(within.unique(item.get("value") or ""), item.get("index", ""), _evaluation(path, item))
        for item in issue.findall("item")
    )
    if not items:
        raise wrong(path, issue, f"the issue {name!r} has no item: give at least one")
    return Topic(name, issue.get("index", ""), items, None, issue)


def _evaluation(path: Path, item: Element) -> float | None:
    if item.get("evaluation") in {None, "", "null"}:
        return None
    return number_of(path, item, "evaluation")


def _whole(path: Path, issue: Element, name: str) -> Topic:
    bounded = issue if issue.get("lowerbound") is not None else issue.find("range")
    if bounded is None:
        raise wrong(path, issue, f"the issue {name!r} of whole numbers has no bounds: give lowerbound and upperbound")
    low, high = (int(number_of(path, bounded, bound)) for bound in ("lowerbound", "upperbound"))
    if not 0 <= high - low < MOST_STEPS:
        fault = f"the issue {name!r} runs from {low} to {high}: it may have 1 to {MOST_STEPS:,} whole numbers"
        raise wrong(path, bounded, fault)
    curve = issue.find("evaluator")
    items = tuple(
        Item(str(value), str(n + 1), None if curve is None else _height(path, curve, value, low))
        for n, value in enumerate(range(low, high + 1))
    )
    return Topic(name, issue.get("index", ""), items, (low, high), issue)


def _height(path: Path, curve: Element, value: int, low: int) -> float:
    """What an evaluator gives for a value, kept in [0, 1] as GENIUS keeps it."""
    kind = (curve.get("ftype") or curve.get("type") or "linear").lower()
    if kind == "linear" and curve.get("slope") is not None:
        height = number_of(path, curve, "offset", 0.0) + number_of(path, curve, "slope") * (value - low)
    elif kind == "linear":
        height = number_of(path, curve, "parameter0", 0.0) + number_of(path, curve, "parameter1") * value
    elif kind == "constant":
        height = number_of(path, curve, "parameter0")
    elif kind in {"triangular", "triangle"}:
        ends = [number_of(path, curve, f"parameter{n}") for n in range(3)]
        height = _triangle(value, *ends)
    else:
        raise wrong(path, curve, f"an evaluator {kind!r} is not read: linear, constant and triangular are")
    return min(max(height, 0.0), 1.0)


def _triangle(value: float, low: float, high: float, top: float) -> float:
    """Straight up from `low` to 1 at `top`, straight down to `high`."""
    if value == top:
        return 1.0
    if value <= low or value >= high:
        return 0.0
    return (value - low) / (top - low) if value < top else (high - value) / (high - top)
