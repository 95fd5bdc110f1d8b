"""The answers of `watch ladder`, `sites`, `steps` and `beside` in lines for people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from .watch_words import NOTHING, names_in_words, part_in_words, section

if TYPE_CHECKING:
    from goodoffices.watch.beside import Beside, Nearness
    from goodoffices.watch.ladder import Ladder, Rung
    from goodoffices.watch.sites import Comparison, Mechanism, Overlap, Site
    from goodoffices.watch.steps import Pact, Step

__all__ = ["tell_beside", "tell_ladder", "tell_sites", "tell_steps"]


def tell_ladder(ladder: Ladder) -> Iterator[str]:
    """Tell where the ladder stands."""
    if not ladder.rungs:
        yield "The agreement gives no powers."
        return
    if not ladder.stated:
        yield "The agreement states no order; its powers, as they stand there:"
    yield from (_rung(each) for each in ladder.rungs)
    for step in ladder.skipped:
        yield f"Rung {step} is not in use, and a higher one is."
    if ladder.next is not None:
        rung = ladder.rungs[ladder.next - 1]
        lacks = "; ".join(rung.lacks) if rung.lacks else "nothing but its use"
        yield f"Next: {rung.step}. {rung.power}. It needs: {lacks}"


def tell_sites(
    sites: Sequence[Site],
    overlaps: Sequence[Overlap],
    mechanisms: Sequence[Mechanism],
    comparisons: Sequence[Comparison],
) -> Iterator[str]:
    """Tell the places."""
    if not (sites or mechanisms or comparisons):
        yield NOTHING
    yield from (line for each in sites for line in _site(each))
    yield from section(
        "Claimed by two",
        (
            f"{names_in_words(each.zones)}: {each.area_km2:,.1f} km², by {names_in_words(each.parties)}"
            for each in overlaps
        ),
    )
    yield from section("Who verifies", (line for each in mechanisms for line in _mechanism(each)))
    yield from section("Results of several of one inspection", map(_comparison, comparisons))


def tell_steps(steps: Sequence[Step], loops: Sequence[Sequence[str]], pacts: Sequence[Pact]) -> Iterator[str]:
    """Tell the steps and the pacts."""
    if not steps:
        yield NOTHING
    yield from (line for each in steps for line in _step(each))
    yield from (f"In a circle, each waiting for the next: {', '.join(each)}" for each in loops)
    yield from section("Pacts", (line for each in pacts for line in _pact(each)))


def tell_beside(found: Sequence[Beside], near: Nearness, *, loaded: bool) -> Iterator[str]:
    """Tell the incidents beside each occasion."""
    if not loaded:
        yield "No incidents were loaded: nothing can be said of what lay beside the talks."
        return
    place = f" and {near.km:g} km, where the place is known" if near.km is not None else ""
    yield f"Incidents within {near.days} days{place}."
    yield "That they lie near is all that is said; of many occasions, some stand out by chance."
    for each in found:
        days = _span(each.occasion.first, each.occasion.last)
        usual = "" if each.usual is None else f"; {each.usual:.1f} would be usual (chance {each.chance:.2f})"
        where = f" near {each.occasion.place}" if each.placed else ""
        counts = f"{each.before} before, {each.during} on the day, {each.after} after"
        yield f"{days}  {each.occasion.words}: {counts}{where}, {each.killed} killed{usual}"


def _rung(each: Rung) -> str:
    by = f" by {names_in_words(each.holder)}" if each.holder else ""
    since = f" since {each.since:%Y-%m-%d}" if each.since else ""
    parts = "; ".join(map(part_in_words, each.needs))
    return f"{each.step}. {each.power} ({each.act}{by}): {each.state}{since}. Open when {each.when}. Now: {parts}"


def _site(each: Site) -> Iterator[str]:
    size = f", {each.area_km2:,.1f} km²" if each.area_km2 else f", {each.length_km:,.1f} km" if each.length_km else ""
    whose = f", said to be {each.party}'s" if each.party else ""
    over = ": does not hold on the day" if each.holds is False else ""
    yield f"{each.name} ({each.kind or 'not on the map'}{size}{whose}){over}"
    for owed in each.owed:
        against = "" if owed.against is None else f"; {owed.against} incidents against it"
        yield f"  {owed.obligation}: {names_in_words(owed.owes)} to {owed.act}: {owed.state}{against}"
    if each.incidents is not None:
        injured = "injured: unknown" if each.injured is None else f"{each.injured} injured"
        harm = "" if each.killed is None else f": {each.killed} killed, {injured}"
        yield f"  {each.incidents} incidents since the entry into force{harm}"
        yield f"  {each.recent} incidents in the last {each.seen.days} days"
    yield f"  {_seen(each)}"


def _seen(each: Site) -> str:
    seen = each.seen
    known = {"patrols": seen.patrols, "hours": seen.hours, "camera days": seen.camera_days, "denied": seen.denied}
    said = [f"{value:,.10g} {name}" for name, value in known.items() if value is not None]
    said += [f"access {seen.access:.0%}"] if seen.access is not None else []
    if each.cover.share is not None:
        said.append(f"{each.cover.share:.0%} reached by {names_in_words(each.cover.by) or 'any post of the map'}")
    looked = f"looked at on {seen.looked} of {seen.days} days" if seen.looked else "how hard one looked: unknown"
    return ", ".join([looked, *said])


def _mechanism(each: Mechanism) -> Iterator[str]:
    where = f" in {names_in_words(each.zones)}" if each.zones else ""
    yield f"{each.name}: verifies {names_in_words(each.mandate) or 'nothing'}{where}"
    if each.powers:
        yield f"  may use {', '.join(f'{power} ({state})' for power, state in each.powers.items())}"
    if each.owes:
        yield f"  owes {', '.join(f'{own} ({state})' for own, state in list(each.owes.items())[-5:])}"
    if each.unverified:
        yield f"  has said nothing yet of {names_in_words(each.unverified)}"


def _comparison(each: Comparison) -> str:
    said = [
        f"{result.by}: {result.verdict or f'{result.value:,.10g}'}"
        + (f" ({'; '.join(result.reasons)})" if result.reasons else "")
        for result in each.results
    ]
    verdict = "all agree" if each.agree else "they differ" + (f" by {each.spread:,.10g}" if each.spread else "")
    return f"{each.subject}, {_span(each.first, each.last)}: {', '.join(said)}: {verdict}"


def _step(each: Step) -> Iterator[str]:
    stage = f"{each.stage}." if each.stage else "In a circle:"
    due = f", due before {each.due:%Y-%m-%d}" if each.due else ""
    late = " late" if each.late else ""
    yield f"{stage} {each.obligation} ({names_in_words(each.owes)} to {each.act}): {each.state}{late}{due}"
    yield from (f"   gate: {part_in_words(part)}" for part in each.needs)
    if each.blocked_until:
        lacking = (f"{'one of: ' if one.one_of else ''}{one.words}" for one in each.blocked_until)
        yield f"   blocked until {'; '.join(lacking)}"
    if each.pairs:
        yield f"   paired with {names_in_words(each.pairs)}"
    for back in each.reversals:
        yield f"   turned back by {back.by} ({back.what}; {back.state}): {back.when}"
    if each.perpetual:
        ended = f"ended only by {names_in_words(each.ended_by)}" if each.ended_by else "nothing ends it"
        yield f"   perpetual; {ended}"


def _pact(each: Pact) -> Iterator[str]:
    yield f"upon {each.casus}"
    for response in each.responses:
        within = f" within {response.within}" if response.within else ""
        yield f"  {names_in_words(response.owes)} owes: {response.act}{within} ({response.obligation})"
    signed = {one.party: f"{one.party} ({one.event} {one.at:%Y-%m-%d})" for one in each.signed}
    if signed:
        yield f"  signed: {names_in_words(tuple(signed.values()))}"
    for label, names in (
        ("not signed", each.unsigned),
        ("owe no response", each.idle),
        ("zones named by none", each.unsworn),
    ):
        if names:
            yield f"  {label}: {names_in_words(names)}"
    for call in each.calls:
        for answer in call.answers:
            told = f"{answer.state}, {answer.hours:.0f} hours"
            yield f"  {call.ref} of {call.at:%Y-%m-%d}: {names_in_words(answer.owes)}: {told}"


def _span(first: dt.date, last: dt.date) -> str:
    return f"{first}" if first == last else f"{first} to {last}"
