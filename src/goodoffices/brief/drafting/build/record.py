"""What a case and the parties' mandates have to say of a text, ready to stand beside its provisions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from goodoffices.brief.drafting.model import Trouble, VoiceView
from goodoffices.brief.drafting.wording import wording
from goodoffices.draft.check import Crossing
from goodoffices.draft.linking import Bearing, BearsOn, MandatePoint, Voice
from goodoffices.record import Marking

__all__ = ["HeldAgainst", "crossings_of", "unanswered_of", "voices_of"]

_BESIDE = 12  # positions beside one provision


class HeldAgainst(msgspec.Struct, frozen=True, kw_only=True):
    """What a text was held against.

    Attributes:
        bears: What a case has to say of it, for one audience.
        points: Each provision against the mandate of each party that has one.
        silent: Issues on the table of which no provision speaks.
        marking: As restricted as the most restricted position of the case; None without one.
    """

    bears: BearsOn | None = None
    points: tuple[MandatePoint, ...] = ()
    silent: tuple[str, ...] = ()
    marking: Marking | None = None


def voices_of(held: HeldAgainst) -> dict[str, tuple[VoiceView, ...]]:
    """Show the positions that bear on each provision, by its id; the surest ones of many."""
    if held.bears is None:
        return {}
    return {name: tuple(map(_bearing, found[:_BESIDE])) for name, found in held.bears.provisions.items()}


def unanswered_of(held: HeldAgainst) -> tuple[VoiceView, ...]:
    """Show the positions that have no reply in the text."""
    return tuple(_voice(each.voice) for each in held.bears.unanswered) if held.bears else ()


def crossings_of(held: HeldAgainst, numbers: Mapping[str, str]) -> Iterator[Trouble]:
    """Show what is outside a mandate, or perhaps outside, as problems of their provisions.

    Args:
        held: What the text was held against.
        numbers: How each provision is called, by its id.
    """
    for point in held.points:
        for each in point.crossings:
            yield _crossing(each, numbers)


def _bearing(bearing: Bearing) -> VoiceView:
    return msgspec.structs.replace(
        _voice(bearing.voice),
        direction=bearing.direction,
        bracket=bearing.bracket,
        alternative=bearing.alternative,
        linked=bearing.how == "link",
    )


def _voice(voice: Voice) -> VoiceView:
    return VoiceView(
        party=voice.name,
        direction="",
        firm=voice.firm,
        says=f"{wording().stances.get(voice.stance, voice.stance)} {voice.text}".rstrip(".:,; "),
        sentence=voice.sentence,
        report=voice.report,
        finding=voice.finding,
        statements=voice.statements,
    )


def _crossing(crossing: Crossing, numbers: Mapping[str, str]) -> Trouble:
    kind = "outside-mandate" if crossing.verdict == "crosses" else "perhaps-outside-mandate"
    line = "a red line of" if crossing.limit.red_line else "the mandate of"
    verdict = "crosses" if crossing.verdict == "crosses" else "may cross"
    whose = f", as {', '.join(crossing.wanted_by)} wants it," if crossing.wanted_by else ""
    place = numbers.get(crossing.provision, crossing.provision)
    return Trouble(
        kind=kind,
        label=wording().troubles[kind],
        grave=kind in wording().lists.grave,
        message=f"{place}{whose} {verdict} {line} {crossing.limit.party}: “{crossing.words}”; it {crossing.reason}.",
        provisions=(crossing.provision,),
    )
