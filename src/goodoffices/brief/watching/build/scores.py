"""From compliance scores to their page: each provision over time, with what the last degree rests on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from goodoffices.brief.build.phrases import counted, day_words
from goodoffices.brief.watching.backing import Backing
from goodoffices.brief.watching.model import DegreeView, EvidenceView, ProvisionView, ScorePage
from goodoffices.brief.watching.wording import wording
from goodoffices.watch.agreement import Agreement
from goodoffices.watch.compliance import Evidence, Score, total

from .causes import change_of
from .state import acts_of

__all__ = ["build_scores"]


def build_scores(scores: Sequence[Score], agreement: Agreement, backing: Backing) -> ScorePage:
    """Build the page of compliance.

    Args:
        scores: By day, then in the order of the agreement.
        agreement: What was agreed.
        backing: The log, so that each change opens the entries that caused it.
    """
    days = tuple(dict.fromkeys(each.on for each in scores))
    by_provision: dict[str, list[Score]] = {}
    for each in scores:
        by_provision.setdefault(each.provision, []).append(each)
    totals = tuple(total(each for each in scores if each.on == day) for day in days)
    provisions = tuple(_provision(name, found, agreement, backing) for name, found in by_provision.items())
    return ScorePage(
        title=agreement.name,
        days=days,
        generated=backing.generated,
        marking=backing.rests_on,
        sentences=tuple(_sentences(days, totals, provisions)),
        totals=totals,
        provisions=provisions,
    )


def _provision(name: str, scores: Sequence[Score], agreement: Agreement, backing: Backing) -> ProvisionView:
    acts = acts_of(agreement)
    owed = [each.act for each in agreement.obligations if (each.provision or each.id) == name]
    return ProvisionView(
        provision=name,
        topic="; ".join(dict.fromkeys(owed)),
        degrees=tuple(_degree(each) for each in scores),
        evidence=tuple(_evidence(each, acts, backing) for each in scores[-1].evidence),
    )


def _degree(score: Score) -> DegreeView:
    degree = None if score.degree is None else int(score.degree)
    return DegreeView(score.on, degree, wording().degrees["unknown" if degree is None else str(degree)], score.share)


def _evidence(evidence: Evidence, acts: dict[str, str], backing: Backing) -> EvidenceView:
    return EvidenceView(
        obligation=evidence.obligation,
        act=acts.get(evidence.obligation, ""),
        share=evidence.share,
        why=evidence.why,
        changes=tuple(change_of(each, backing.log, acts) for each in evidence.changes),
    )


def _sentences(
    days: Sequence[dt.date], totals: Sequence[float | None], provisions: Sequence[ProvisionView]
) -> Iterator[str]:
    if not days:
        yield "No day was asked about."
        return
    now, last = totals[-1], [each.degrees[-1] for each in provisions]
    if now is None:
        yield f"On {day_words(days[-1])} nothing had arisen that could be scored."
        return
    scored = sum(each.degree is not None for each in last)
    yield f"On {day_words(days[-1])}, {now:.0%} of what {counted(scored, 'provision')} asked for had been carried out."
    if len(days) > 1 and totals[0] is not None:
        yield f"On {day_words(days[0])} it was {totals[0]:.0%}."
    words = wording().degrees
    tally = ((words[str(degree)], sum(each.degree == degree for each in last)) for degree in (3, 2, 1, 0))
    yield f"{'; '.join(f'{number} {word}' for word, number in tally if number).capitalize()}."
    waiting = sum(each.degree is None for each in last)
    if waiting:
        yield f"{counted(waiting, 'provision')} not scored: nothing of it has arisen, or it was let go."
