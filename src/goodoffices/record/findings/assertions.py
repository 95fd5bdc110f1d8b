"""Clashes of assertions: one voice says that something is so, another that it is not, of what is the same in both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from .cast import Cast
from .clash import Clash
from .comparison import Comparison, Told, acts
from .shelf import Shelf
from .statuses import WIDE_ISSUES
from .voices import about_claim, voice_of_claim

__all__ = ["clashes_of_assertion"]

_SIDES = 6


def clashes_of_assertion(claims: Sequence[Told], cast: Cast, shelf: Shelf) -> Iterator[Clash]:
    """Find what one voice says to be so and another not to be so."""
    compared = Comparison(claims, cast)
    against: dict[str, list[Told]] = defaultdict(list)
    by_id = {claim.id: claim for claim in claims}
    for one, other in compared.pairs():
        against[other.id].append(one)
    for one, other in compared.blames():
        blames = (one, other)
        yield Clash(
            about=_about(one), issue=_issue(blames), voices=tuple(voice_of_claim(each, shelf) for each in blames)
        )
    for denied, accounts in sorted(against.items(), key=lambda item: by_id[item[0]].order):
        told = (*accounts[:_SIDES], by_id[denied])
        yield Clash(
            about=_about(by_id[denied]), issue=_issue(told), voices=tuple(voice_of_claim(each, shelf) for each in told)
        )


def _issue(told: Sequence[Told]) -> str:
    """The issue that the denial tells of, else the other accounts; a narrow one before a wide one."""
    named = [claim.content.issue for claim in reversed(told) if claim.content.issue]
    narrow = [issue for issue in named if issue not in WIDE_ISSUES]
    return (*narrow, *named, acts()[told[0].content.act].issue)[0]


def _about(claim: Told) -> str:
    return about_claim(acts()[claim.content.act].label.capitalize(), claim)
