"""The agreement as one audience may see it, and what would tell it of the rest."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from goodoffices.record import Marking

from ..conditions import Condition, Is, Valued, Was, atoms
from ..errors import AgreementError
from ..viewer import Audience, viewer_of
from .checks import conditions_of
from .model import Agreement, Alert, Obligation, Power

__all__ = ["agreement_for", "check_release", "circles_of", "markings_of"]


def agreement_for(agreement: Agreement, audience: Audience) -> Agreement | None:
    """Leave out what an audience may not see; None where it may see nothing of the agreement."""
    viewer = viewer_of(audience)
    if not viewer.may_see(agreement.marking, agreement.circles):
        return None
    powers = tuple(each for each in agreement.powers if viewer.may_see(each.marking, each.circles))
    shown = {each.id for each in powers}
    return replace(
        agreement,
        obligations=tuple(each for each in agreement.obligations if viewer.may_see(each.marking, each.circles)),
        powers=powers,
        indicators=tuple(each for each in agreement.indicators if viewer.may_see(each.marking, each.circles)),
        alerts=tuple(each for each in agreement.alerts if viewer.may_see(each.marking, each.circles)),
        ladder=tuple(step for step in agreement.ladder if step in shown),
    )


def markings_of(agreement: Agreement) -> dict[str, Marking]:
    """The marking of each obligation, power, indicator and alert, by id."""
    return {
        **{each.id: each.marking for each in agreement.obligations},
        **{each.id: each.marking for each in agreement.powers},
        **{each.id: each.marking for each in agreement.indicators},
        **{each.id: each.marking for each in agreement.alerts},
    }


def circles_of(agreement: Agreement) -> dict[str, tuple[str, ...]]:
    """The circles to which each obligation, power, indicator and alert is confined, by id; without the open ones."""
    every = {
        **{each.id: each.circles for each in agreement.obligations},
        **{each.id: each.circles for each in agreement.powers},
        **{each.id: each.circles for each in agreement.indicators},
        **{each.id: each.circles for each in agreement.alerts},
    }
    return {name: circles for name, circles in every.items() if circles}


def check_release(agreement: Agreement) -> None:
    """Refuse an agreement in which something names what is more restricted than itself: its words would tell of it.

    Raises:
        AgreementError: There is such a thing; the message says what to mark.
    """
    things: tuple[Obligation | Power | Alert, ...] = (*agreement.obligations, *agreement.powers, *agreement.alerts)
    markings, confined = markings_of(agreement), circles_of(agreement)
    for thing in things:
        for named in _named(thing):
            marking = markings.get(named, Marking.CLEAR)
            circles = confined.get(named, ())
            if circles and not (thing.circles and set(thing.circles) <= set(circles)):
                msg = (
                    f"{thing.id!r} names {named!r}, which is confined to {', '.join(circles)}: "
                    f"confine {thing.id!r} to the same, or leave the name out"
                )
                raise AgreementError(msg, name=agreement.source, line=thing.line)
            if marking.rank > thing.marking.rank:
                msg = (
                    f"{thing.id!r} is marked {thing.marking.value} and names {named!r}, marked {marking.value}: "
                    f"mark {thing.id!r} {marking.value} too, or leave the name out"
                )
                raise AgreementError(msg, name=agreement.source, line=thing.line)


def _named(thing: Obligation | Power | Alert) -> Iterator[str]:
    """What something names in its conditions and effects."""
    for _, condition in conditions_of(thing):
        yield from map(_subject, atoms(condition))
    if isinstance(thing, Power):
        yield from (*thing.effect.suspends, *thing.effect.reinstates, *thing.effect.discharges)
    elif isinstance(thing, Alert):
        yield from thing.of


def _subject(atom: Condition) -> str:
    if isinstance(atom, Is | Was):
        return atom.subject.split("/")[0]
    return atom.indicator if isinstance(atom, Valued) else ""
