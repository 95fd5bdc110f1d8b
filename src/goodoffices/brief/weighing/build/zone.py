"""Whether there is a deal, and why not, as the report says it."""

from __future__ import annotations

from goodoffices.brief.weighing.model import Clash, ConcessionView, DemandView, Origin, ZoneView
from goodoffices.weigh.analysis import Analysis
from goodoffices.weigh.zone import Concession, Demand

from .amounts import amount
from .figures import Figures
from .packages import choices_of, letter_of, rule_view

__all__ = ["zone_view"]


def zone_view(analysis: Analysis, figures: Figures) -> ZoneView:
    """Write what was found of the zone of possible agreement."""
    zone = analysis.zone
    if zone is None:
        return ZoneView(exists=None, clashes=(), blockers=(), concessions=(), unstated=analysis.unstated, demands=())
    return ZoneView(
        exists=zone.exists,
        clashes=tuple(Clash(tuple(_demand(analysis, figures, each) for each in clash)) for clash in zone.clashes),
        blockers=zone.blockers,
        concessions=tuple(_concession(analysis, each) for each in zone.concessions),
        unstated=analysis.unstated,
        demands=tuple(_demand(analysis, figures, each) for each in zone.demands),
    )


def _demand(analysis: Analysis, figures: Figures, demand: Demand) -> DemandView:
    if demand.kind == "threshold":
        party = figures.model.party(demand.key)
        least = float(analysis.problem.reservation[analysis.problem.parties.index(party.name)])
        words = f"at least {figures.amount(least)}, what it has without a deal"
        origin = figures.walk_away(party).origin
        return DemandView(words=words, party=demand.party, kind=demand.kind, origin=origin)
    origin = rule_view(figures, demand.words, demand.party).origin if demand.words else Origin()
    words = demand.words.removeprefix(f"{demand.party}: ") if demand.party else demand.words
    return DemandView(words=words, party=demand.party, kind=demand.kind, origin=origin)


def _concession(analysis: Analysis, concession: Concession) -> ConcessionView:
    given = [_given_up(each) for each in concession.gives]
    lowered = [
        f"{each.party} settles for {amount(each.by, analysis.model.scale)} less ({each.share:.0%} of its span)"
        for each in concession.lowers
    ]
    return ConcessionView(
        words="; ".join(given + lowered) or concession.words,
        package=letter_of(analysis, concession.package.tolist()),
        choices=choices_of(analysis, concession.package.tolist()),
    )


def _given_up(demand: Demand) -> str:
    if demand.party is None:
        return f"the rule “{demand.words}” falls"
    return f"{demand.party} gives up “{demand.words.removeprefix(f'{demand.party}: ')}”"
