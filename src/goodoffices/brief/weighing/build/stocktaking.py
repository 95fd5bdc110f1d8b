"""Every number of the model, listed with where it comes from."""

from __future__ import annotations

from goodoffices.brief.weighing.model import ConstraintView, InteractionView, IssueFigures, Named, PartyFigures
from goodoffices.weigh.model import Issue, Line, Order, Party, Points, words_of
from goodoffices.weigh.model.words import listed

from .figures import Figures

__all__ = ["constraint_views", "interaction_views", "party_figures"]


def party_figures(figures: Figures) -> tuple[PartyFigures, ...]:
    """What each party makes of each issue."""
    return tuple(_party(figures, party) for party in figures.model.parties)


def _party(figures: Figures, party: Party) -> PartyFigures:
    no_deal = party.no_deal or figures.model.no_deal
    package = "; ".join(f"{issue}: {option}" for issue, option in no_deal.package.items()) if no_deal else ""
    return PartyFigures(
        party=party.name,
        needed=party.signs,
        origin=figures.origin(party.source),
        walk_away=figures.walk_away(party),
        no_deal=(no_deal.words or package) if no_deal else "",
        issues=tuple(
            IssueFigures(
                issue=issue.name, weight=figures.weight(party, issue.name), scores=_scores(figures, party, issue)
            )
            for issue in figures.model.issues
        ),
    )


def _scores(figures: Figures, party: Party, issue: Issue) -> tuple[Named, ...]:
    preference = party.scores.get(issue.name, Points())
    if isinstance(preference, Order):
        return (Named(name="", figure=figures.order(preference)),)
    if isinstance(preference, Line):
        unit = f" {issue.range.unit}" if issue.range and issue.range.unit else ""
        return tuple(Named(name=f"{at:g}{unit}", figure=figures.figure(number)) for at, number in preference.points)
    if not preference.of:
        return (Named(name="", figure=figures.figure(None)),)
    return tuple(Named(name=name, figure=figures.figure(preference.of.get(name))) for name in issue.names)


def interaction_views(figures: Figures) -> tuple[InteractionView, ...]:
    """What options are worth together."""
    low, high = figures.model.scale
    return tuple(
        InteractionView(
            words=each.words or listed(each.when, " and "),
            worth=tuple(
                Named(name=party, figure=figures.figure(number, (low - high, high - low)))
                for party, number in each.worth.items()
            ),
            origin=figures.origin(each.source),
        )
        for each in figures.model.interactions
    )


def constraint_views(figures: Figures) -> tuple[ConstraintView, ...]:
    """What may not be signed."""
    return tuple(
        ConstraintView(
            id=each.key,
            party=each.party,
            words=words_of(each).removeprefix(f"{each.party}: "),
            origin=figures.origin(each.source),
        )
        for each in figures.model.constraints
    )
