"""Will it hold, as the report says it."""

from __future__ import annotations

from collections.abc import Iterator

from goodoffices.brief.weighing.model import (
    AreaView,
    BreachView,
    Figure,
    HoldingView,
    Lasting,
    Named,
    PressuresView,
    PressureView,
    SpoilerView,
)
from goodoffices.brief.weighing.wording import wording
from goodoffices.weigh.analysis import Analysis
from goodoffices.weigh.coalitions import Replies
from goodoffices.weigh.model import Exact, StatedBreach, StatedSpoiler
from goodoffices.weigh.sides import Balance
from goodoffices.weigh.territory import Fate, Territory

from .amounts import percent
from .figures import Figures

__all__ = ["lasting_view"]


def lasting_view(analysis: Analysis, figures: Figures) -> Lasting | None:
    """Write whether the first package holds; None where the model has nothing to say of it.

    Args:
        analysis: What was found.
        figures: The numbers of the model in words.
    """
    beside, carrying = analysis.beside, analysis.model.carrying
    pairs = zip(carrying.breaches, beside.balances, strict=True) if beside.balances else ()
    land = beside.territory
    found = Lasting(
        breaches=tuple(_breach(figures, stated, balance) for stated, balance in pairs),
        pressed=_pressures(analysis, figures),
        spoilers=tuple(
            _spoiler(figures, each, beside.replies[each.party])
            for each in carrying.spoilers
            if each.party in beside.replies
        ),
        areas=tuple(_area(figures, each) for each in land.fates) if land else (),
        holdings=tuple(_holdings(land)) if land else (),
    )
    return found if any((found.breaches, found.pressed, found.spoilers, found.areas)) else None


def _breach(figures: Figures, stated: StatedBreach, found: Balance) -> BreachView:
    known = figures.walk_away(figures.model.party(found.party)).known != "unknown"
    verdict = found.verdict if known else "keeps" if found.keeps >= found.breaks else "breaks"
    return BreachView(
        party=found.party,
        breach=stated.words,
        verdict=verdict,
        words=wording().keeping[verdict],
        keeps=found.keeps,
        breaks=found.breaks,
        walks=found.walks if known else None,
        penalty_needed=found.penalty_needed,
        detection_needed=found.detection_needed,
        numbers=(
            Named(name="gain", figure=figures.figure(stated.gain)),
            Named(name="seen", figure=_chance(figures, stated.detection)),
            Named(name="penalty", figure=figures.figure(stated.penalty)),
        ),
        origin=figures.origin(stated.source),
    )


def _chance(figures: Figures, number: Exact) -> Figure:
    """A probability of the model."""
    origin = figures.origin(number.source)
    return Figure(words=percent(number.value), low=number.value, high=number.value, known="exact", origin=origin)


def _pressures(analysis: Analysis, figures: Figures) -> PressuresView | None:
    pressed = analysis.beside.pressed
    if pressed is None:
        return None
    return PressuresView(
        without=pressed.without,
        with_in_force=pressed.in_force,
        with_all=pressed.threatened,
        pressures=tuple(
            PressureView(
                words=each.words,
                by=each.by,
                on=each.on,
                behaviour=each.while_,
                costs=figures.figure(each.costs),
                in_force=each.in_force,
                origin=figures.origin(each.source),
            )
            for each in analysis.model.carrying.pressures
        ),
    )


def _spoiler(figures: Figures, stated: StatedSpoiler, found: Replies) -> SpoilerView:
    """What it would do about the one package that was asked about."""
    along, out, spoils = (float(each) for each in found.worth[0])
    reply = found.named(0)
    stated_numbers = {"without it": stated.outside, "if it succeeds": stated.gain, "cost": stated.cost}
    numbers = [Named(name=name, figure=figures.figure(each)) for name, each in stated_numbers.items() if each]
    if stated.success:
        numbers.append(Named(name="success", figure=_chance(figures, stated.success)))
    return SpoilerView(
        party=stated.party,
        how=stated.words,
        reply=reply,
        words=wording().keeping[reply],
        goes_along=along,
        stays_out=out,
        spoils=spoils,
        price=float(found.price[0]),
        numbers=tuple(numbers),
        origin=figures.origin(stated.source),
    )


def _area(figures: Figures, fate: Fate) -> AreaView:
    area = fate.area
    measured = (area.km2.source,) if area.km2 else ()
    return AreaView(
        area=area.name,
        km2=area.surface_km2,
        before=fate.before,
        after=fate.after,
        claimed_by=area.claimed_by,
        unmet=fate.unmet,
        origin=figures.origin(area.source, *measured),
    )


def _holdings(land: Territory) -> Iterator[HoldingView]:
    for each in land.holdings:
        if each.before_km2 or each.after_km2 or each.claimed_km2:
            yield HoldingView(
                party=each.party,
                before_km2=each.before_km2,
                after_km2=each.after_km2,
                claimed_km2=each.claimed_km2,
                met=each.met,
            )
