"""The packages that the report speaks of, in words."""

from __future__ import annotations

import string
from collections.abc import Sequence

from goodoffices.brief.build.phrases import join_names
from goodoffices.brief.weighing.model import (
    Choice,
    Difference,
    IssueShare,
    PackageView,
    PartyView,
    Probability,
    RuleView,
)
from goodoffices.brief.weighing.wording import wording
from goodoffices.weigh.analysis import Analysis
from goodoffices.weigh.explaining import View
from goodoffices.weigh.leading import Lead
from goodoffices.weigh.model import Source, words_of

from .amounts import percent, probability, unknown_probability
from .figures import Figures

__all__ = ["choices_of", "letter_of", "package_views", "rule_view"]

_SURE, _HARDLY = 0.95, 0.05
_SAME = 1e-9
_NAMED = 3  # issues, before the rest is counted
_MOVED = 0.005  # of the scale: less is as good


def package_views(analysis: Analysis, figures: Figures) -> tuple[PackageView, ...]:
    """Write the packages, the one to look at first first."""
    leads = analysis.leads
    return tuple(_package(analysis, figures, lead, n) for n, lead in enumerate(leads))


def letter_of(analysis: Analysis, package: Sequence[int]) -> str:
    """The letter of a package, or "" where the report does not speak of it."""
    wanted = tuple(int(option) for option in package)
    places = [n for n, lead in enumerate(analysis.leads) if lead.package == wanted]
    return string.ascii_uppercase[places[0]] if places else ""


def choices_of(analysis: Analysis, package: Sequence[int]) -> tuple[Choice, ...]:
    """A package as choices."""
    return tuple(Choice(issue, option) for issue, option in analysis.problem.named(list(package)).items())


def _package(analysis: Analysis, figures: Figures, lead: Lead, place: int) -> PackageView:
    words, first = wording(), analysis.leads[0]
    stated = not analysis.unstated
    status = f"certain_{lead.status}" if analysis.certain else lead.status
    return PackageView(
        id=string.ascii_uppercase[place],
        choices=choices_of(analysis, lead.package),
        differs=_differences(analysis, lead, first),
        trade="" if place == 0 else _trade(analysis, figures, lead, first),
        names=lead.why,
        labels=tuple(words.names[name] for name in lead.why),
        chance=probability(lead.chance, lead.error, certain=analysis.certain, unstated=not stated and lead.chance > 0),
        regret=lead.regret,
        status=lead.status,
        status_words=words.status[status] if lead.status else "",
        broken=tuple(rule_view(figures, each, None) for each in lead.explanation.broken),
        parties=tuple(_party(analysis, figures, lead, view, n) for n, view in enumerate(lead.explanation.views)),
    )


def _differences(analysis: Analysis, lead: Lead, first: Lead) -> tuple[Difference, ...]:
    mine, theirs = (analysis.problem.named(each.package) for each in (lead, first))
    return tuple(Difference(issue, mine[issue], theirs[issue]) for issue in mine if mine[issue] != theirs[issue])


def _trade(analysis: Analysis, figures: Figures, lead: Lead, first: Lead) -> str:
    """Who has more and who has less than in the first package."""
    low, high = analysis.model.scale
    moved = [
        (view.party, view.utility - other.utility)
        for view, other in zip(lead.explanation.views, first.explanation.views, strict=True)
    ]
    clear = [(party, by) for party, by in moved if abs(by) >= _MOVED * (high - low)]
    if not clear:
        return "It is worth about the same to every party."
    gains = [f"{party} {figures.amount(by)} more" for party, by in clear if by > 0]
    losses = [f"{party} {figures.amount(-by)} less" for party, by in clear if by < 0]
    said = "; ".join(part for part in (join_names(gains), join_names(losses)) if part)
    rest = [party for party, by in moved if (party, by) not in clear]
    return f"{said}{f'; about the same for {join_names(rest)}' if rest else ''}."


def rule_view(figures: Figures, words: str, party: str | None) -> RuleView:
    """A constraint by its words."""
    found = [each for each in figures.model.constraints if words in {words_of(each), each.key}]
    sources = [each.source for each in found[:1]]
    return RuleView(words=words, party=party, origin=figures.origin(*(sources or [Source()])))


def _party(analysis: Analysis, figures: Figures, lead: Lead, view: View, place: int) -> PartyView:
    party = analysis.model.party(view.party)
    low, _, high = (float(each) for each in lead.spread[place])
    chance = _chance(analysis, view)
    verdict = _verdict(view, chance)
    walk_away = figures.walk_away(party)
    shares = tuple(
        IssueShare(
            issue=share.issue,
            option=share.option,
            got=share.got,
            best=share.best,
            best_option=share.best_option,
            weight=figures.weight(party, share.issue),
            score=figures.score(party, share.issue, share.option),
        )
        for share in view.shares
    )
    return PartyView(
        party=view.party,
        needed=view.needed,
        verdict=verdict,
        words=_why(figures, view, shares, verdict=verdict, chance=chance, walk_away=walk_away.words),
        utility=view.utility,
        low=low,
        high=high,
        walk_away=walk_away,
        chance=chance,
        crossed=tuple(rule_view(figures, each, view.party) for each in view.crossed),
        together=0.0 if abs(view.together) < _SAME else view.together,
        shares=shares,
    )


def _chance(analysis: Analysis, view: View) -> Probability:
    if view.crossed:
        return probability(0.0, 0.0, certain=True)
    if view.reservation is None:
        return unknown_probability()
    return probability(view.chance, _error(view.chance, analysis.draws), certain=analysis.certain)


def _error(share: float, draws: int) -> float:
    """The standard error of a share of draws, as `goodoffices.weigh.doubt` reckons it."""
    smoothed = (share * draws + 2) / (draws + 4)
    return float((smoothed * (1 - smoothed) / (draws + 4)) ** 0.5)


def _verdict(view: View, chance: Probability) -> str:
    if view.crossed:
        return "crossed"
    if chance.share is None:
        return "unknown"
    if chance.share >= _SURE:
        return "signs"
    return "refuses" if chance.share <= _HARDLY else "unsure"


def _why(
    figures: Figures,
    view: View,
    shares: Sequence[IssueShare],
    *,
    verdict: str,
    chance: Probability,
    walk_away: str,
) -> str:
    worth = f"the package is worth {figures.amount(view.utility)} to it, and no deal {walk_away}"
    if verdict == "crossed":
        opening = f"It would not sign: the package crosses its mandate ({'; '.join(view.crossed)})."
    elif verdict == "unknown":
        opening = "Whether it would sign is unknown: nothing says what it has without a deal."
    elif verdict == "unsure":
        opening = f"It may sign ({percent(chance.share or 0)}): {worth}."
    else:
        opening = f"It would {'sign' if verdict == 'signs' else 'not sign'}: {worth}."
    return " ".join(part for part in (opening, _shortest(figures, shares), _dark(shares), _unneeded(view)) if part)


def _unneeded(view: View) -> str:
    return "" if view.needed else "Its signature is not needed."


def _shortest(figures: Figures, shares: Sequence[IssueShare]) -> str:
    """Where the package falls shortest of what the party could have, as far as that is known."""
    known = [share for share in shares if not _unknown(share)]
    if not known:
        return ""
    least, (low, high) = known[0], figures.model.scale
    if least.best - least.got < _MOVED * (high - low):
        where = "On every issue" if len(known) == len(shares) else "Where its mind is known"
        return f"{where} it gets about the most that it could."
    return (
        f"It falls shortest on {least.issue}: {figures.amount(least.got)} of {figures.amount(least.best)}; "
        f"it would rather have “{least.best_option}”."
    )


def _dark(shares: Sequence[IssueShare]) -> str:
    """What nobody knows of the party's mind."""
    unknown = [share.issue for share in shares if _unknown(share)]
    if not unknown:
        return ""
    more = len(unknown) - _NAMED
    named = [*unknown[:_NAMED], *([f"{more} more issues" if more > 1 else unknown[_NAMED]] if more > 0 else [])]
    return f"What it has of {join_names(named)} is unknown, and counts by the middle."


def _unknown(share: IssueShare) -> bool:
    return "unknown" in {share.score.known, share.weight.known}
