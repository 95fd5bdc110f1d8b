"""A text weighed: what its open brackets leave each party of a deal, and how that moved since an earlier text."""

from __future__ import annotations

import msgspec
import numpy as np

from goodoffices.desk.deal_names import deal_issues
from goodoffices.draft.linking import PackageSet, packages_of_text
from goodoffices.draft.text import Document
from goodoffices.weigh import Draws, Model, as_problem, draw
from goodoffices.weigh.doubt.worth import utilities

from .changing import change_between
from .deciding import bracket_worth, decisions_of
from .judged import ALL, Judged, judge
from .listing import chosen_packages
from .many import bounded, ends_of
from .model import BrokenRule, PartyWorth, TextWorth

__all__ = ["weigh_text"]

_DRAWS = 2_000
_SHOWN = 16
_TAIL = 5.0
"""Percentiles between which what is uncertain lies nine times of ten."""


def weigh_text(
    model: Model, document: Document, *, earlier: Document | None = None, most: int = _SHOWN, draws: int = _DRAWS
) -> TextWorth:
    """Say what a text is worth in a deal.

    Every package that its brackets allow is weighed, up to 200,000; beyond, what each party can have is bounded from
    outside, and one package that all would sign is looked for.

    Args:
        model: The deal.
        document: The text; links in it say what alternatives are in the deal.
        earlier: An earlier text to say what changed since.
        most: How many packages to list that all would sign; of others as many as there is room for, and half at least.
        draws: Of what is uncertain.

    Raises:
        ModelError: If the model contradicts itself.
        EditError: If the text binds too many issues to each other.
    """
    problem, issues = as_problem(model), deal_issues(model)
    allowed = packages_of_text(document, issues)
    judged = judge(problem, allowed) if 0 < allowed.count <= ALL else None
    if judged is None:
        found = bounded(model, problem, allowed, document, draws)
    else:
        drawn = draw(model, draws, np.random.default_rng(0))
        found = _gone_through(document, allowed, judged, drawn, most)
    found = msgspec.structs.replace(found, scale=model.scale)
    if earlier is None:
        return found
    before = packages_of_text(earlier, issues)
    judged_before = judge(problem, before) if 0 < before.count <= ALL else None
    return msgspec.structs.replace(found, change=change_between(problem, (before, judged_before), (allowed, judged)))


def _gone_through(document: Document, allowed: PackageSet, judged: Judged, drawn: Draws, most: int) -> TextWorth:
    best = judged.best()
    decisions = decisions_of(document, allowed, judged)
    signers = judged.signs[:, judged.problem.signs]
    return TextWorth(
        count=allowed.count,
        every=True,
        possible=int(judged.possible.sum()),
        together=int(judged.together.sum()),
        nobody=int((~signers.any(axis=1)).sum()) if signers.shape[1] else 0,
        front=int(judged.front.sum()),
        best=None if best is None else int(best.sum()),
        parties=_parties(judged, drawn),
        brackets=tuple(bracket_worth(document, each, judged) for each in decisions),
        packages=chosen_packages(judged, decisions, drawn, best, most),
        broken=tuple(BrokenRule(words=words, packages=count) for words, count in judged.broken.items()),
        silent=allowed.silent,
        unlinked=allowed.unlinked,
        note="" if judged.possible.any() else "Every package that the text allows breaks a rule of the deal",
    )


def _parties(judged: Judged, drawn: Draws) -> tuple[PartyWorth, ...]:
    problem, counted = judged.problem, judged.counted
    lowest, highest = ends_of(problem)
    rows = np.flatnonzero(counted)
    found = []
    for n, party in enumerate(problem.parties):
        worth = judged.worth[:, n]
        bottom, top = rows[worth[rows].argmin()], rows[worth[rows].argmax()]
        agreed = worth[judged.together]
        least = problem.reservation[n]
        found.append(
            PartyWorth(
                party=party,
                signs=bool(problem.signs[n]),
                no_deal=None if np.isnan(least) else float(least),
                least=float(worth[bottom]),
                most=float(worth[top]),
                unsure=_unsure(judged, drawn, n, int(bottom), int(top)) if drawn.uncertain else None,
                agreed=(float(agreed.min()), float(agreed.max())) if len(agreed) else None,
                lowest=float(lowest[n]),
                highest=float(highest[n]),
                would_sign=int(judged.signs[:, n].sum()),
                outside=int((~judged.within[:, n]).sum()),
                mandates=judged.mandates.get(n, ()),
            )
        )
    return tuple(found)


def _unsure(judged: Judged, drawn: Draws, party: int, bottom: int, top: int) -> tuple[float, float]:
    """The 5th percentile of the worst package and the 95th of the best."""
    worth = utilities(drawn, judged.packages[[bottom, top]], slice(0, drawn.count))[:, party]
    return float(np.percentile(worth[0], _TAIL)), float(np.percentile(worth[1], 100 - _TAIL))
