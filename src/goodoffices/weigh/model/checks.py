"""What must hold of a model, wherever it comes from; the first thing that does not is said, with its place."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable

from goodoffices.weigh.errors import ModelError

from .areas import check_areas
from .chance import bounds
from .checks_carrying import check_carrying
from .checks_numbers import check_number, check_value
from .constraints import Choices, Constraint
from .model import Interaction, Issue, Model, NoDeal, Party
from .names import must_differ, must_know, must_know_choices
from .numbers import Unknown
from .preferences import Line, Order, Points, Preference

__all__ = ["check_model"]

Place = tuple[str, ...]


def check_model(model: Model) -> None:
    """Check that a model can be weighed.

    Raises:
        ModelError: If a name is unknown or stands twice, a number is none or out of its bounds, a party has no
            preferences, or a constraint names nothing. Whether the constraints can hold together is another question:
            `contradiction`.
    """
    _check_head(model)
    names = [party.name for party in model.parties]
    check_areas(model.areas, names)
    areas = dict.fromkeys(area.name for area in model.areas)
    for issue in model.issues:
        _check_issue(issue)
        _check_gives(issue, names, areas)
    for party in model.parties:
        _check_party(model, party)
    for n, interaction in enumerate(model.interactions):
        _check_interaction(model, interaction, ("interactions", str(n)))
    must_differ((each.key for each in model.constraints), "constraint", ("constraint ids",))
    for n, constraint in enumerate(model.constraints):
        _check_constraint(model, constraint, ("constraints", str(n)))
    _check_no_deal(model, model.no_deal, ("no deal",))
    check_carrying(model.carrying, names, {issue.name: issue.names for issue in model.issues})
    _check_pressed(model)


def _check_head(model: Model) -> None:
    """The scale, and who and what it is about."""
    low, high = model.scale
    check_value(model.scale[0], ("scale",))
    check_value(model.scale[1], ("scale",))
    if not low < high:
        msg = f"the scale runs from {low:g} to {high:g}: give the lowest score first"
        raise ModelError(msg, ("scale",))
    if not model.parties:
        msg = "there is no party: name at least one"
        raise ModelError(msg, ("parties",))
    if not model.issues:
        msg = "there is no issue: name at least one"
        raise ModelError(msg, ("issues",))
    must_differ((party.name for party in model.parties), "party", ("parties",))
    must_differ((issue.name for issue in model.issues), "issue", ("issues",))


def _check_issue(issue: Issue) -> None:
    place = ("issues", issue.name)
    if not issue.options:
        msg = f"the issue {issue.name!r} has no option: name at least one"
        raise ModelError(msg, place)
    must_differ(issue.names, "option", (*place, "options"))
    if issue.range and len(issue.range.values) != len(issue.options):
        msg = f"{issue.name!r} has {len(issue.options)} options for {issue.range.steps} steps"
        raise ModelError(msg, place)


def _check_gives(issue: Issue, parties: Collection[str], areas: Collection[str]) -> None:
    for option in issue.options:
        place = ("issues", issue.name, "options", option.name, "gives")
        for party, given in option.gives.items():
            must_know(party, parties, "party", (*place, party))
            for name in given:
                must_know(name, areas, "area", (*place, party))
            must_differ(given, "area", (*place, party))


def _check_party(model: Model, party: Party) -> None:
    place = ("parties", party.name)
    _check_weights(model, party, (*place, "weights"))
    issues = {issue.name: issue for issue in model.issues}
    for name, preference in party.scores.items():
        must_know(name, issues, "issue", (*place, "scores", name))
        _check_preference(model, issues[name], preference, (*place, "scores", name))
    if not party.scores and not any(party.name in each.worth for each in model.interactions):
        fault = f"the party {party.name!r} has no preferences: score at least one issue, or write `scores: unknown`"
        raise ModelError(fault, place)
    if party.reservation is not None:
        check_number(party.reservation, (*place, "reservation"), within=model.scale)
    if not 0 <= party.discount <= 1:
        msg = f"a discount of {party.discount!r}: it lies between 0 and 1"
        raise ModelError(msg, (*place, "discount"))
    if party.influence is not None:
        check_number(party.influence, (*place, "influence"), within=(0, float("inf")))
    _check_no_deal(model, party.no_deal, (*place, "no deal"))
    if party.ratifies is not None:
        _check_ratifies(model, party, (*place, "ratifies"))


def _check_ratifies(model: Model, body: Party, place: Place) -> None:
    others = [party.name for party in model.parties if party.name != body.name]
    must_know(body.ratifies or "", others, "other party", place)
    if not body.signs:
        msg = f"{body.name!r} ratifies, and `signs` is false: without its consent there is no deal, so it signs"
        raise ModelError(msg, place)


def _check_weights(model: Model, party: Party, place: Place) -> None:
    names = [issue.name for issue in model.issues]
    if isinstance(party.weights, Order):
        _check_order(party.weights, names, "issue", place)
        return
    for name, number in party.weights.of.items():
        must_know(name, names, "issue", (*place, name))
        check_number(number, (*place, name), within=(0, float("inf")), of="weight")
    given = [party.weights.of.get(name, Unknown()) for name in names]
    if all(bounds(number, (0, 1))[1] <= 0 for number in given):
        msg = f"all weights of {party.name!r} are 0: at least one issue must matter"
        raise ModelError(msg, place)


def _check_preference(model: Model, issue: Issue, preference: Preference, place: Place) -> None:
    match preference:
        case Order():
            _check_order(preference, issue.names, f"option of {issue.name!r}", place)
        case Points(of):
            there = dict.fromkeys(issue.names)
            for name, number in of.items():
                must_know(name, there, f"option of {issue.name!r}", (*place, name))
                check_number(number, (*place, name), within=model.scale, of="score")
        case Line(points):
            _check_line(model, issue, points, place)


def _check_line(model: Model, issue: Issue, points: Iterable[tuple[float, object]], place: Place) -> None:
    if issue.range is None:
        msg = f"{issue.name!r} has named options: a line is for a range of numbers"
        raise ModelError(msg, place)
    values = [value for value, _ in points]
    if not values:
        msg = "a line needs at least one point"
        raise ModelError(msg, place)
    if sorted(set(values)) != values:
        msg = "a line gives each value once, from the lowest to the highest"
        raise ModelError(msg, place)
    for value, number in points:
        check_value(value, (*place, f"{value:g}"), "value on a line")
        check_number(number, (*place, f"{value:g}"), within=model.scale, of="score")


def _check_order(order: Order, names: Collection[str], kind: str, place: Place) -> None:
    ranked = list(itertools.chain.from_iterable(order.tiers))
    for name in ranked:
        must_know(name, names, kind, place)
    if not ranked:
        msg = "an order of nothing: name what comes first"
        raise ModelError(msg, place)
    must_differ(ranked, kind.partition(" ")[0], place)


def _check_interaction(model: Model, interaction: Interaction, place: Place) -> None:
    _check_choices(model, interaction.when, (*place, "when"))
    if len(interaction.when) < 2:  # noqa: PLR2004 - of two issues, that is what makes it an interaction
        msg = "an interaction is between options of two issues or more"
        raise ModelError(msg, (*place, "when"))
    if not interaction.worth:
        msg = "an interaction that is worth nothing to anyone: say what it is worth to whom"
        raise ModelError(msg, place)
    width = model.scale[1] - model.scale[0]
    for name, number in interaction.worth.items():
        must_know(name, [party.name for party in model.parties], "party", (*place, "worth", name))
        check_number(number, (*place, "worth", name), within=(-width, width))


def _check_constraint(model: Model, constraint: Constraint, place: Place) -> None:
    if constraint.party is not None:
        must_know(constraint.party, [party.name for party in model.parties], "party", (*place, "party"))
    sides: dict[str, Choices] = {"implication": {"if": constraint.choices, "then": constraint.then}}.get(
        constraint.kind, {"of" if constraint.kind.startswith("at ") else constraint.kind: constraint.choices}
    )
    for side, choices in sides.items():
        if not any(choices.values()):
            msg = f"the constraint {constraint.key!r} names nothing: say which options"
            raise ModelError(msg, place)
        _check_choices(model, choices, (*place, "not together" if side == "exclusion" else side))
    if constraint.kind.startswith("at ") and constraint.count < 0:
        msg = f"{constraint.kind} {constraint.count}: a count is 0 or more"
        raise ModelError(msg, (*place, constraint.kind))


def _check_choices(model: Model, choices: Choices, place: Place) -> None:
    must_know_choices({issue.name: issue.names for issue in model.issues}, choices, place)


def _check_pressed(model: Model) -> None:
    """What is pressed has a walk-away that can come down."""
    for n, pressure in enumerate(model.carrying.pressures):
        party = model.party(pressure.on)
        no_deal = party.no_deal or model.no_deal
        if party.reservation is None and not (no_deal and no_deal.package):
            msg = f"{pressure.words!r} lowers what no deal is worth to {party.name!r}: say what that is, or `unknown`"
            raise ModelError(msg, ("pressures", str(n), "on"))


def _check_no_deal(model: Model, no_deal: NoDeal | None, place: Place) -> None:
    package = no_deal.package if no_deal else {}
    if not package:
        return
    _check_choices(model, {issue: (option,) for issue, option in package.items()}, (*place, "package"))
    missing = [issue.name for issue in model.issues if issue.name not in package]
    if missing:
        msg = f"the package of no deal leaves {missing[0]!r} open: name an option of it"
        raise ModelError(msg, (*place, "package"))
