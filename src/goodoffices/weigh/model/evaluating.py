"""What a model's packages are worth: the tables of a `Problem`, from whichever teller of numbers."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from .chance import bounds, is_exact
from .model import Interaction, Issue, Model, NoDeal, Party
from .numbers import Number, Unknown
from .preferences import Line, Order, Points, Preference
from .tellers import Teller, Uncertain

__all__ = ["interaction_scope", "interaction_table", "order_corners", "reservations", "scores", "stacked", "weights"]

Floats = NDArray[np.float64]


def stacked(columns: Sequence[Floats], axis: int) -> Floats:
    """Join arrays along a new axis, those with one draw repeated over the draws of the others."""
    return np.stack(np.broadcast_arrays(*columns), axis=axis)


def scores(model: Model, party: Party, issue: Issue, teller: Teller) -> Floats:
    """What the options of an issue are worth to a party, on the model's scale; ``(n, options)``."""
    preference: Preference = party.scores.get(issue.name, Points())
    match preference:
        case Order():
            return _ordered(model, party, issue, preference, teller)
        case Line():
            return _along(model, party, issue, preference, teller)
        case Points(of):
            numbers = ((name, of.get(name, Unknown())) for name in issue.names)
            return stacked([_told(teller, model.scale, _score(party, issue, *pair)) for pair in numbers], 1)


def _score(party: Party, issue: Issue, option: str, number: Number) -> Uncertain:
    return Uncertain(about="score", party=party.name, issue=issue.name, option=option, number=number)


def _told(teller: Teller, scale: tuple[float, float], what: Uncertain) -> Floats:
    return teller.number(what.number or Unknown(), scale, what)


def _ordered(model: Model, party: Party, issue: Issue, order: Order, teller: Teller) -> Floats:
    ranks = teller.ranks(len(order.tiers), model.scale)
    told: dict[str, Floats] = {}
    for place, tier in enumerate(order.tiers):
        for name in tier:
            what = Uncertain(about="score", party=party.name, issue=issue.name, option=name, order=order)
            teller.note(what, ranks[:, place])
            told[name] = ranks[:, place]
    for name in issue.names:
        if name not in told:
            told[name] = _told(teller, model.scale, _score(party, issue, name, Unknown()))
    return stacked([told[name] for name in issue.names], 1)


def _along(model: Model, party: Party, issue: Issue, line: Line, teller: Teller) -> Floats:
    at = [value for value, _ in line.points]
    named = (_score(party, issue, f"{value:g}", number) for value, number in line.points)
    heights = stacked([_told(teller, model.scale, what) for what in named], 1)
    # What is worth so much at each step is a mixture of the points beside it: the same mixture in every draw.
    values = issue.range.values if issue.range else ()
    mixture = np.stack([np.interp(values, at, row) for row in np.eye(len(at))])
    worth: Floats = heights @ mixture
    return worth


def weights(model: Model, party: Party, teller: Teller) -> Floats:
    """The share of each issue in what a party wants, summing to 1; ``(n, issues)``.

    A weight that is unknown lies between 0 and the greatest that another may have; where all are unknown, all shares
    are equally likely.
    """
    names = [issue.name for issue in model.issues]
    given = party.weights
    if isinstance(given, Order):
        shares = teller.shares(order_corners(given, names))
        _note_shares(teller, party, names, shares, names)
        return shares
    known = {name: given.of[name] for name in names if not isinstance(given.of.get(name, Unknown()), Unknown)}
    if not known:
        shares = teller.shares(np.eye(len(names)))
        _note_shares(teller, party, names, shares, names)
        return shares
    top = max(bounds(number, (0.0, 0.0))[1] for number in known.values()) or 1.0
    told = [
        teller.number(known.get(name, Unknown()), (0.0, top), Uncertain(about="weight", party=party.name, issue=name))
        for name in names
    ]
    points = stacked(told, 1)
    shares = np.array(points / points.sum(axis=1, keepdims=True))
    unsure = [name for name in names if name not in known or not is_exact(known[name])]
    _note_shares(teller, party, names, shares, unsure)
    return shares


def _note_shares(teller: Teller, party: Party, names: Sequence[str], shares: Floats, unsure: Collection[str]) -> None:
    order = party.weights if isinstance(party.weights, Order) else None
    for place, name in enumerate(names):
        if name in unsure:
            number = party.weights.of.get(name, Unknown()) if isinstance(party.weights, Points) else None
            what = Uncertain(about="weight", party=party.name, issue=name, number=number, order=order)
            teller.note(what, shares[:, place])


def order_corners(order: Order, names: Sequence[str]) -> Floats:
    """The corners of all weights that keep an order: those above it share all, those not in it stand alone."""
    corners, above = [], np.zeros(len(names))
    for tier in order.tiers:
        above[[names.index(name) for name in tier]] = 1
        corners.append(above / above.sum())
    ranked = set(itertools.chain.from_iterable(order.tiers))
    alone = [row for name, row in zip(names, np.eye(len(names)), strict=True) if name not in ranked]
    return np.stack([*corners, *alone])


def interaction_scope(model: Model, interaction: Interaction) -> tuple[int, ...]:
    """The indices of its issues, increasing."""
    return tuple(n for n, issue in enumerate(model.issues) if issue.name in interaction.when)


def interaction_table(model: Model, interaction: Interaction, teller: Teller) -> Floats:
    """What it adds to each choice of its issues; ``(n, options, ..., parties)``."""
    low, high = model.scale
    worth = []
    for party in model.parties:
        number = interaction.worth.get(party.name)
        what = Uncertain(about="interaction", party=party.name, words=interaction.words, number=number)
        told = np.zeros(1) if number is None else teller.number(number, (low - high, high - low), what)
        worth.append(told)
    points = stacked(worth, 1)
    inside = np.ones((), dtype=np.bool_)
    for place in interaction_scope(model, interaction):
        issue = model.issues[place]
        inside = inside[..., None] & np.isin(issue.names, interaction.when[issue.name])
    return np.where(inside[None, ..., None], points.reshape(len(points), *(1,) * inside.ndim, -1), 0.0)


def reservations(
    model: Model, tables: Sequence[tuple[tuple[int, ...], Floats]], base: Floats, teller: Teller
) -> Floats:
    """What no deal is worth to each party, NaN where nothing says; ``(n, parties)``."""
    told = []
    for column, party in enumerate(model.parties):
        if party.reservation is not None:
            what = Uncertain(about="reservation", party=party.name, number=party.reservation)
            told.append(teller.number(party.reservation, model.scale, what))
            continue
        place = _places(model, party.no_deal or model.no_deal)
        if place is None:
            told.append(np.full(1, np.nan))
            continue
        parts = [values[..., column].reshape(len(values), -1) for _, values in tables]
        cells = [_cell(values, [place[n] for n in scope]) for scope, values in tables]
        told.append(sum((part[:, cell] for part, cell in zip(parts, cells, strict=True)), base[:, column]))
    return stacked(told, 1)


def _cell(values: Floats, options: Sequence[int]) -> int:
    """Where a choice of options stands in the flattened table."""
    return int(np.ravel_multi_index(tuple(options), values.shape[1:-1]))


def _places(model: Model, no_deal: NoDeal | None) -> tuple[int, ...] | None:
    """The option indices of the package that no deal is, or None where an issue is left open."""
    package: Mapping[str, str] = no_deal.package if no_deal else {}
    if set(package) != {issue.name for issue in model.issues}:
        return None
    return tuple(issue.names.index(package[issue.name]) for issue in model.issues)
