"""How what a text is worth differs from what an earlier one was."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from goodoffices.draft.linking import PackageSet
from goodoffices.weigh import Problem

from .judged import Judged
from .many import outer_ends
from .model import PartyChange, TextChange

__all__ = ["change_between"]

Side = tuple[PackageSet, Judged | None]
Floats = NDArray[np.float64]
_SOME = 6
_SAME = 1e-9


def change_between(problem: Problem, before: Side, now: Side) -> TextChange:
    """Say what changed for a deal from one text to another.

    Args:
        problem: The deal.
        before: The packages of the earlier text, and the same gone through, where they were.
        now: Those of the text of now.
    """
    (allowed, old), (still, new) = before, now
    parties = tuple(_parties(problem, before, now))
    gone = _gone(old, new) if old and new else []
    gained = len(_gone(new, old)) if old and new else None
    front = _front(old)
    together = int(old.together.sum()) if old else 0
    unchanged = (
        allowed.count == still.count
        and not parties
        and not gone
        and not gained
        and (old is None) == (new is None)
        and front == _front(new)
    )
    return TextChange(
        count=allowed.count,
        together=together,
        front=front,
        parties=parties,
        gained=gained,
        lost=len(gone) if old and new else None,
        lost_some=tuple(problem.named(each) for each in gone[:_SOME]),
        same=unchanged,
    )


def _front(judged: Judged | None) -> int | None:
    return int(judged.front.sum()) if judged else None


def _gone(old: Judged | None, new: Judged | None) -> list[list[int]]:
    """The packages that all would sign of one text that the other does not allow."""
    if old is None or new is None:
        return []
    kept = {each.tobytes() for each in new.packages[new.together]}
    rows: list[list[int]] = [each.tolist() for each in old.packages[old.together] if each.tobytes() not in kept]
    return rows


def _parties(problem: Problem, before: Side, now: Side) -> Iterator[PartyChange]:
    if not (before[0].count and now[0].count):
        return
    was, is_now = _ends(problem, before), _ends(problem, now)
    signed, signs = _signed(problem, before[1]), _signed(problem, now[1])
    for n, party in enumerate(problem.parties):
        old, new = (float(was[0][n]), float(was[1][n])), (float(is_now[0][n]), float(is_now[1][n]))
        moved = max(abs(a - b) for a, b in zip(old, new, strict=True)) > _SAME
        if moved or (problem.signs[n] and signed[n] != signs[n]):
            yield PartyChange(party=party, before=old, now=new, signed_before=signed[n], signs_now=signs[n])


def _ends(problem: Problem, side: Side) -> tuple[Floats, Floats]:
    allowed, judged = side
    if judged is None:
        return outer_ends(problem, allowed)
    worth = judged.worth[judged.counted]
    return worth.min(axis=0), worth.max(axis=0)


def _signed(problem: Problem, judged: Judged | None) -> list[int]:
    return judged.signs.sum(axis=0).tolist() if judged else [0] * len(problem.parties)
