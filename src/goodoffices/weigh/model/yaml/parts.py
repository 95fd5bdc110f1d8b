"""Issues, parties and no deal as a YAML model writes them."""

from __future__ import annotations

from ..model import Issue, NoDeal, Option, Party, Range
from ..numbers import Exact, Source
from ..preferences import Points, Preference
from .nodes import Mapped, Node, Scalar, Sequenced
from .numbers import SOURCED, choices_of, number_of, preference_of, source_of, weights_of
from .page import Page, Place

__all__ = ["issue_of", "no_deal_of", "party_of"]

#: A range is cut into so many steps at most.
MOST_STEPS = 10_000
OPTION = ("gives", *SOURCED)
PARTY = ("signs", "weights", "scores", "reservation", "no deal", "discount", "influence", "ratifies", *SOURCED)


def issue_of(page: Page, name: str, node: Node) -> Issue:
    """Read an issue: a list of options, or a mapping with `options` or `range`."""
    place = ("issues", name)
    if isinstance(node, Sequenced):
        return Issue(name=name, options=_options(page, node, place))
    fields = page.fields(node, f"the issue {name!r}", ("options", "range", *SOURCED))
    source = source_of(page, fields)
    if ("options" in fields) == ("range" in fields):
        page.wrong(node, f"the issue {name!r} has either options or a range")
    if "range" in fields:
        cut = _range(page, fields["range"])
        return Issue(name=name, options=_steps(cut), range=cut, source=source)
    return Issue(name=name, options=_options(page, fields["options"], place), source=source)


def _options(page: Page, node: Node, place: Place) -> tuple[Option, ...]:
    """Options as a list of names, or as a mapping from the name to where it comes from."""
    page.mark((*place, "options"), node)
    if isinstance(node, Mapped):
        made = []
        for key, value in node.pairs:
            page.mark((*place, "options", key.text), key)
            fields = page.fields(value, f"the option {key.text!r}", OPTION)
            gives = fields.get("gives")
            given = {} if gives is None else choices_of(page, gives, (*place, "options", key.text, "gives"))
            made.append(Option(key.text, source_of(page, fields), given))
        return tuple(made)
    items = page.items(node, "options")
    for item in items:
        page.mark((*place, "options", page.text(item, "an option")), item)
    return tuple(Option(page.text(item, "an option")) for item in items)


def _range(page: Page, node: Node) -> Range:
    fields = page.fields(node, "a range", ("from", "to", "step", "steps", "unit"))
    if not {"from", "to"} <= set(fields) or ("step" in fields) == ("steps" in fields):
        page.wrong(node, "a range gives from, to, and either step or steps")
    start, stop = (page.plain_number(fields[end], end) for end in ("from", "to"))
    if not (abs(start) < float("inf") and abs(stop) < float("inf") and start < stop):
        page.wrong(node, f"a range from {start:g} to {stop:g}: give the lower end first, and both finite")
    unit = page.text(fields["unit"], "a unit") if "unit" in fields else ""
    return Range(start=start, stop=stop, steps=_count(page, fields, stop - start), unit=unit)


def _count(page: Page, fields: dict[str, Node], width: float) -> int:
    """How many values: given, or from the width of a step, which must go into the range a whole number of times."""
    if "steps" in fields:
        node, count = fields["steps"], page.whole_number(fields["steps"], "steps")
    else:
        node = fields["step"]
        step = page.plain_number(node, "a step")
        if not 0 < step <= width:
            page.wrong(node, f"a step of {step:g} does not fit a range of {width:g}")
        count = round(min(width / step, MOST_STEPS)) + 1
        if count <= MOST_STEPS and abs((count - 1) * step - width) > 1e-9 * width:
            page.wrong(node, f"steps of {step:g} do not end at the end of the range: choose another step or end")
    if not 2 <= count <= MOST_STEPS:  # noqa: PLR2004 - both ends
        page.wrong(node, f"{count:,} steps: a range has from 2 to {MOST_STEPS:,}")
    return count


def _steps(cut: Range) -> tuple[Option, ...]:
    unit = f" {cut.unit}" if cut.unit else ""
    return tuple(Option(f"{value:.12g}{unit}") for value in cut.values)


def party_of(page: Page, name: str, node: Node, issues: tuple[Issue, ...]) -> Party:
    """Read a party."""
    place = ("parties", name)
    fields = page.fields(node, f"the party {name!r}", PARTY)
    for key, value in fields.items():
        page.mark((*place, key), value)
    influence = number_of(page, fields["influence"], (*place, "influence")) if "influence" in fields else None
    if influence is not None and not isinstance(influence, Exact):
        page.wrong(fields["influence"], "an influence is one number")
    reservation, no_deal = fields.get("reservation"), fields.get("no deal")
    weights = fields.get("weights")
    return Party(
        name=name,
        signs=page.flag(fields["signs"], "signs") if "signs" in fields else True,
        weights=Points() if weights is None else weights_of(page, weights, (*place, "weights")),
        scores=_scores(page, fields["scores"], (*place, "scores"), issues) if "scores" in fields else {},
        reservation=None if reservation is None else number_of(page, reservation, (*place, "reservation")),
        no_deal=None if no_deal is None else no_deal_of(page, no_deal, (*place, "no deal")),
        discount=page.plain_number(fields["discount"], "a discount") if "discount" in fields else 1.0,
        influence=influence,
        ratifies=page.text(fields["ratifies"], "ratifies") if "ratifies" in fields else None,
        source=source_of(page, fields),
    )


def _scores(page: Page, node: Node, place: Place, issues: tuple[Issue, ...]) -> dict[str, Preference]:
    if isinstance(node, Scalar) and node.text.casefold() == "unknown":
        return {issue.name: Points() for issue in issues}
    scores = {}
    for key, value in page.mapping(node, "scores by issue").pairs:
        scores[key.text] = preference_of(page, value, (*place, key.text))
        page.mark((*place, key.text), key)
    return scores


def no_deal_of(page: Page, node: Node, place: Place) -> NoDeal:
    """Read what no deal is: words, a package, or both."""
    page.mark(place, node)
    if isinstance(node, Scalar):
        return NoDeal(words=node.text, source=Source())
    fields = page.fields(node, "no deal", ("package", "words", *SOURCED))
    package = {}
    if "package" in fields:
        page.mark((*place, "package"), fields["package"])
        for key, value in page.mapping(fields["package"], "a package").pairs:
            page.mark((*place, "package", key.text), value)
            package[key.text] = page.text(value, "an option")
    words = page.text(fields["words"], "words") if "words" in fields else ""
    return NoDeal(package=package, words=words, source=source_of(page, fields))
