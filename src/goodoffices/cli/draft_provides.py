"""`goodoffices draft provides`: what a text provides for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from goodoffices.record import InputError, Marking

from .draft_options import audience_option, read_text
from .options import format_option
from .output import emit

if TYPE_CHECKING:
    from goodoffices.draft.provide import Cover, Measure, Milestone, Survey, Ties

__all__ = ["provides"]


@click.command()
@click.argument("text", metavar="TEXT")
@click.option("--kind", "wanted", multiple=True, metavar="KIND", help="Only these kinds; may be given again.")
@click.option("--party", "parties", multiple=True, metavar="NAME", help="A party to the text; may be given again.")
@audience_option
@format_option
def provides(
    *, text: str, wanted: tuple[str, ...], parties: tuple[str, ...], audience: Marking | None, form: str
) -> None:
    """Say what a text provides for: each measure with who, what, by when, after what, verified by whom, and its gaps.

    Kinds: ceasefire, withdrawal, site, force, pact, monitoring, zone, border, confidence, relief, fund, channel,
    alliance. Then how the measures hang together, the milestones in order, and what guarantees cover and leave open.

    \b
    Examples:
      goodoffices draft provides agreement.md
      goodoffices draft provides agreement.docx --kind withdrawal --kind force --format json
    """  # noqa: D301  \b keeps click from filling the lines
    from goodoffices.draft.provide import (  # noqa: PLC0415  parsers
        Survey,
        find_cover,
        find_measures,
        find_milestones,
        find_ties,
        kinds,
    )

    if unknown := [each for each in wanted if each not in kinds()]:
        msg = f"{unknown[0]!r} is no kind of measure; use {', '.join(kinds())}"
        raise InputError(msg)
    survey = Survey.of(read_text(text, audience), parties)
    every = find_measures(survey)
    measures = [each for each in every if not wanted or each.kind in wanted]
    ties, milestones, cover = find_ties(every, survey), find_milestones(survey), find_cover(every, survey)
    answer: dict[str, Any] = {
        "format": "goodoffices.draft.provides/1",
        "measures": measures,
        "ties": ties,
        "milestones": milestones,
        "cover": cover,
    }
    lines = (
        *(line for each in measures for line in _measure(each, survey)),
        *_missing_kinds(every, wanted),
        *_ties(ties, every, survey),
        *_milestones(milestones, survey),
        *_cover(cover, survey),
    )
    emit(answer, form=form, text=lines)


def _at(provisions: Sequence[str], survey: Survey) -> str:
    return ", ".join(survey.places.number(each) for each in provisions)


def _measure(measure: Measure, survey: Survey) -> Iterator[str]:
    yield f"{measure.label} [{_at(measure.provisions, survey)}]: {measure.words}"
    for label in dict.fromkeys(each.label for each in measure.parts):
        words = dict.fromkeys(each.words for each in measure.parts if each.label == label)
        yield f"  {label}: {'; '.join(words)}"
    for one in measure.open:
        who = f" ({', '.join(one.wanted_by)})" if one.wanted_by else ""
        yield f"  not agreed: bracket {one.bracket}, alternative {one.alternative}{who}: {one.words or '(nothing)'}"
    if measure.missing:
        yield f"  not found: {', '.join(measure.missing)}"


def _missing_kinds(measures: Sequence[Measure], wanted: Sequence[str]) -> Iterator[str]:
    from goodoffices.draft.provide import kinds  # noqa: PLC0415  parsers

    has = {each.kind for each in measures}
    if absent := [kind.label for name, kind in kinds().items() if name not in has and (not wanted or name in wanted)]:
        yield f"Nothing found of: {', '.join(absent)}"


def _ties(ties: Ties, measures: Sequence[Measure], survey: Survey) -> Iterator[str]:
    names = {each.id: f"{each.label} [{_at(each.provisions, survey)}]" for each in measures}
    how = {"waits": "waits for", "together": "goes with", "ends": "lasts until", "refers": "speaks of"}
    for tie in ties.ties:
        yield f"{names[tie.first]} {how[tie.how]} {names[tie.second]}: “{tie.words}”"
    if len(ties.layers) > 1:
        for number, layer in enumerate(ties.layers, start=1):
            yield f"Layer {number}: {'; '.join(names[each] for each in layer)}"
    if ties.knots:
        yield f"Wait for each other, or for those that do: {'; '.join(names[each] for each in ties.knots)}"
    if ties.alone and ties.ties:
        yield f"Tied to nothing: {'; '.join(names[each] for each in ties.alone)}"


def _milestones(milestones: Sequence[Milestone], survey: Survey) -> Iterator[str]:
    for each in milestones:
        who = ", ".join(each.who) or "nobody named"
        yield f"Milestone {_day(each)}: {who} [{_at([each.provision], survey)}]: {each.what}"


def _day(milestone: Milestone) -> str:
    if milestone.clock == "calendar" and milestone.days:
        return dt.date.fromordinal(int(milestone.days)).isoformat()
    if milestone.days is None:
        return f"“{milestone.words}”"
    return f"day {milestone.days:g} (“{milestone.words}”)"


def _cover(cover: Cover, survey: Survey) -> Iterator[str]:
    for each in cover.commitments:
        casus = " or ".join(each.casus) or "no event named"
        within = f", {each.within}" if each.within else ""
        who = ", ".join(each.by) or "nobody named"
        yield f"Commitment [{_at([each.provision], survey)}]: {casus}: {who} to {each.duty}{within}"
    for event in cover.unanswered:
        yield f"Gap: no duty answers {event!r}"
    for name in cover.idle:
        yield f"Gap: {name} is named in a guarantee and bears no duty"
    for words, provisions in cover.gaps:
        yield f"Gap: {words} [{_at(provisions, survey)}]"
