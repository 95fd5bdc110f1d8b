"""Who stands where, as the report says it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import numpy as np

from goodoffices.brief.build.phrases import join_names
from goodoffices.brief.weighing.model import (
    AlignmentView,
    GapView,
    LossView,
    ObjectionView,
    PackageView,
    RatificationView,
    Sides,
)
from goodoffices.brief.weighing.wording import wording
from goodoffices.weigh.analysis import Analysis
from goodoffices.weigh.model import Line, Order, Party, Points, Source, Unknown
from goodoffices.weigh.ratifying import Ratification
from goodoffices.weigh.sides import Alignment, Gap, Stance

from .amounts import percent, place
from .figures import Figures

__all__ = ["sides_view"]

_NOTHING = 1e-9  # a smaller part of a correlation parts nobody
_FAILING = ("fails at home", "neither", "unknown", "blocked by the party", "ratified")


def sides_view(analysis: Analysis, figures: Figures, packages: Sequence[PackageView]) -> Sides | None:
    """Write who stands where; None where there is nothing to say.

    Args:
        analysis: What was found.
        figures: The numbers of the model in words.
        packages: The packages of the report; objections and ratifications are about the first.
    """
    beside = analysis.beside
    found = Sides(
        gaps=tuple(_gap(figures, each) for each in beside.gaps),
        alignments=tuple(_alignments(analysis, figures, beside.alignment)) if beside.alignment else (),
        objections=tuple(_objection(figures, each) for each in beside.objections),
        ratifications=_ratifications(beside.ratifications, packages),
    )
    return found if any((found.gaps, found.alignments, found.objections, found.ratifications)) else None


def _gap(figures: Figures, gap: Gap) -> GapView:
    losses = sorted(gap.loses.items(), key=lambda each: -each[1])
    known = tuple(each for each in gap.indifferent if _sure(figures, each, gap.issue))
    return GapView(
        issue=gap.issue,
        gap=gap.gap,
        words="unknown" if gap.gap is None else percent(gap.gap),
        option=gap.option,
        losses=tuple(_loss(figures, gap, party, share) for party, share in losses),
        unknown=(*gap.unknown, *(each for each in gap.indifferent if each not in known)),
        indifferent=known,
    )


def _sure(figures: Figures, name: str, issue: str) -> bool:
    """Is every option surely worth the same to a party, and not only by the centres of what is unknown?"""
    party = figures.model.party(name)
    told = [figures.score(party, issue, option) for option in figures.model.issue(issue).names]
    return all(each.known == "order" or (each.known != "unknown" and each.low == each.high) for each in told)


def _loss(figures: Figures, gap: Gap, name: str, share: float) -> LossView:
    score = figures.score(figures.model.party(name), gap.issue, gap.option)
    return LossView(party=name, share=None if score.known == "unknown" else share, score=score)


def _alignments(analysis: Analysis, figures: Figures, found: Alignment) -> Iterator[AlignmentView]:
    """Each two parties, the least alike first and the unknown last."""
    pairs = list(itertools.combinations(range(len(found.parties)), 2))
    values = {pair: float(found.together[pair]) for pair in pairs}
    dark = {party.name: _dark(analysis, party) for party in figures.model.parties}
    for pair in sorted(pairs, key=lambda each: (np.isnan(values[each]), np.nan_to_num(values[each]))):
        yield _alignment(figures, found, pair, tuple(filter(None, (dark[found.parties[n]] for n in pair))))


def _alignment(figures: Figures, found: Alignment, pair: tuple[int, int], dark: tuple[str, ...]) -> AlignmentView:
    first, second = (figures.model.party(found.parties[n]) for n in pair)
    value = float(found.together[pair])
    adds = np.nan_to_num(found.by_issue[:, pair[0], pair[1]])
    worst = int(adds.argmin())
    parts = bool(adds[worst] < -_NOTHING)
    issue = figures.model.issues[worst].name
    sources = [each for party in (first, second) for each in (*_scored(party, issue), *_weighed(party, issue))]
    return AlignmentView(
        first=first.name,
        second=second.name,
        together=None if np.isnan(value) else value,
        words="unknown" if np.isnan(value) else place(value),
        divides=issue if parts else "",
        adds=float(adds[worst]) if parts else None,
        unknown=dark,
        origin=figures.origin(*(sources if parts else ())),
    )


def _dark(analysis: Analysis, party: Party) -> str:
    """What is not known of a party's mind, in words; "" for nothing."""
    silent = {gap.issue for gap in analysis.beside.gaps if party.name in gap.unknown}
    issues = [issue.name for issue in analysis.model.issues if issue.name in silent]
    if len(issues) == len(analysis.model.issues):
        return f"{party.name} on every issue"
    weights = isinstance(party.weights, Points) and (
        not party.weights.of or any(isinstance(each, Unknown) for each in party.weights.of.values())
    )
    said = [f"on {join_names(issues)}"] if issues else []
    said += ["how much issues matter to it"] if weights else []
    return f"{party.name}: {'; '.join(said)}" if said else ""


def _scored(party: Party, issue: str) -> tuple[Source, ...]:
    preference = party.scores.get(issue, Points())
    if isinstance(preference, Order):
        return (preference.source,)
    if isinstance(preference, Line):
        return tuple(number.source for _, number in preference.points)
    return tuple(number.source for number in preference.of.values())


def _weighed(party: Party, issue: str) -> tuple[Source, ...]:
    if isinstance(party.weights, Order):
        return (party.weights.source,)
    number = party.weights.of.get(issue)
    return () if number is None else (number.source,)


def _objection(figures: Figures, found: Stance) -> ObjectionView:
    score = figures.score(figures.model.party(found.party), found.issue, found.option)
    told = wording().stances[found.strength or found.stance]
    return ObjectionView(
        party=found.party,
        issue=found.issue,
        option=found.option,
        stance=found.stance,
        strength=found.strength,
        words=found.words.removeprefix(f"{found.party}: ") or told,
        score=score,
        origin=figures.origin(found.source),
    )


def _ratifications(found: Sequence[Ratification], packages: Sequence[PackageView]) -> tuple[RatificationView, ...]:
    """Each body's answer to the first package, what fails first."""
    if not packages:
        return ()
    views = {view.party: view for view in packages[0].parties}
    told = []
    for each in found:
        body, party = views[each.body], views[each.party]
        known = body.chance.share is not None and party.chance.share is not None
        verdict = each.verdict if known or body.crossed else "unknown"
        told.append(
            RatificationView(
                party=each.party,
                body=each.body,
                verdict=verdict,
                words=wording().ratified[verdict],
                chance=body.chance,
                walk_away=body.walk_away,
                crossed=body.crossed,
            )
        )
    return tuple(sorted(told, key=lambda each: _FAILING.index(each.verdict)))
