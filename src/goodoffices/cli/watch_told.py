"""The answers of `watch indicators` and `watch clocks` in lines for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from .watch_words import NOTHING, TRUTHS, names_in_words, number_in_words, part_in_words, section

if TYPE_CHECKING:
    from goodoffices.watch.clocks import Call, Clock, Delay, Hold, Responder
    from goodoffices.watch.indicators import Baseline, Measured, Objective, Pool, Promise, Rate, Threshold

__all__ = ["tell_clocks", "tell_indicators"]


def tell_indicators(
    objectives: Sequence[Objective],
    thresholds: Sequence[Threshold],
    pools: Sequence[Pool],
    rates: Sequence[Rate],
    baselines: Sequence[Baseline],
) -> Iterator[str]:
    """Tell the numbers."""
    if not (objectives or thresholds or pools or rates or baselines):
        yield NOTHING
    for objective in objectives:
        yield objective.words or "Indicators without an objective"
        yield from (f"  {_measured(each)}" for each in objective.indicators)
        for measure in objective.measures:
            yield f"  measure {measure.obligation}: {measure.act}, by {names_in_words(measure.owes)}: {measure.state}"
        if objective.words and not objective.measures:
            yield "  no measure names these indicators"
    yield from section("Thresholds", (line for each in thresholds for line in _threshold(each)))
    yield from section("Promised and given", (line for each in pools for line in _pool(each)))
    yield from section("Owed again and again", map(_rate, rates))
    yield from section("Incidents before the agreement and since", map(_baseline, baselines))


def tell_clocks(
    calls: Sequence[Call],
    responders: Sequence[Responder],
    clocks: Sequence[Clock],
    holds: Sequence[Hold],
    delays: Sequence[Delay],
) -> Iterator[str]:
    """Tell what time costs."""
    if not (calls or responders or clocks or holds or delays):
        yield NOTHING
    yield from section("Calls and answers", (*map(_responder, responders), *_open_calls(calls)))
    yield from section("Clocks", _clocks(clocks))
    yield from section("What holds up what", map(_hold, holds))
    yield from section("Delays, and whose act they waited for", (line for each in delays for line in _delay(each)))


def _measured(each: Measured) -> str:
    if each.value is None:
        told = "unknown: nobody has read it"
    else:
        told = f"{number_in_words(each.value, each.unit)} on {each.at:%Y-%m-%d}, {each.direction.value}"
        told = told.replace(", unknown", "")
    told += f"; from {number_in_words(each.baseline, each.unit)}" if each.baseline is not None else ""
    told += f"; target {number_in_words(each.target, each.unit)}" if each.target is not None else ""
    told += f", {each.share:.0%} of the way" if each.share is not None else ""
    others = "".join(f"; {by or 'somebody'} read {value:,.10g}" for by, value in each.others)
    return f"{each.label}: {told}{others}"


def _threshold(each: Threshold) -> Iterator[str]:
    yield f"{each.owner}, {each.key}: {each.words}: {TRUTHS[each.holds]}"
    yield from (f"  {line}" for line in map(part_in_words, each.parts))


def _pool(pool: Pool) -> Iterator[str]:
    unread = f", {pool.unread} nobody has read" if pool.unread else ""
    told = (
        f"promised {number_in_words(pool.promised, pool.unit)}, given {number_in_words(pool.given, pool.unit)}{unread}"
    )
    need = f"; needed {number_in_words(pool.needed, pool.unit)}, not promised {number_in_words(pool.gap, pool.unit)}"
    yield f"{pool.kind or 'of no kind'}: {told}{need if pool.needed is not None else ''}"
    yield from (f"  {_promise(each)}" for each in pool.promises)
    yield from (f"  for {_measured(each)}" for each in pool.toward)
    if pool.lacking:
        yield f"  promised nothing: {names_in_words(pool.lacking)}"


def _promise(each: Promise) -> str:
    amount = "no number" if each.promised is None else number_in_words(each.promised, each.unit)
    given = "" if each.promised is None else ", given: unknown"
    given = given if each.given is None else f", given {number_in_words(each.given, each.unit)} ({each.share:.0%})"
    due = f", due before {each.due:%Y-%m-%d}" if each.due else ""
    waits = f"; waits for {'; '.join(each.waits_for)}" if each.waits_for else ""
    return f"{names_in_words(each.owes)} ({each.obligation}): {amount}{given}, {each.state}{due}{waits}"


def _rate(each: Rate) -> str:
    rate = "none was due yet" if each.rate is None else f"{each.rate:.0%} done, {each.rate_in_time:.0%} in time"
    missing = f"; missed: {names_in_words(each.missing[-5:])}" if each.missing else ""
    told = f"{each.done} of {each.arisen} done, {rate}; {each.open} open{missing}"
    return f"{each.obligation} ({names_in_words(each.owes)}): {told}"


def _baseline(each: Baseline) -> str:
    what = " ".join(filter(None, (each.area or ("" if each.kind else "everywhere"), each.kind)))
    if each.before is None:
        return f"{what}: {each.since} since; no incidents from before were loaded"
    told = f"{each.before} in {each.before_days} days before, {each.since} in {each.since_days} days since"
    if each.chance is None:
        return f"{what}: {told}; the effort of only one is known, so they cannot be compared"
    return f"{what}: {told}, held against {each.unit}; chance {each.chance:.3f}"


def _responder(each: Responder) -> str:
    told = f"{each.calls} calls, {each.answered} answered ({each.in_time} in time)"
    told += f", {each.open} open, {each.overdue} overdue"
    if each.median_hours is not None and each.longest_hours is not None:
        told += f"; median {each.median_hours:.1f} hours, longest {each.longest_hours:.1f}"
    return f"{each.obligation} ({names_in_words(each.owes)}, upon {each.event}): {told}"


def _open_calls(calls: Sequence[Call]) -> Iterator[str]:
    for call in calls:
        for each in call.answers:
            if each.answered is None and each.state not in {"discharged", "expired"}:
                late = f"overdue since {each.due:%Y-%m-%d %H:%M}" if each.overdue and each.due else each.state
                called = f"{call.event} {call.ref} of {call.at:%Y-%m-%d %H:%M}"
                yield f"{called}: {names_in_words(each.owes)}, {late}, {each.hours:.1f} hours"


def _clocks(clocks: Sequence[Clock]) -> Iterator[str]:
    """Each clock; the losses of the same days only once."""
    told = set()
    for each in clocks:
        name = each.subject or "the day asked about"
        until = f"{-each.days:.0f} days until" if each.days < 0 else f"{each.days:.0f} days since"
        who = f" ({names_in_words(each.owes)})" if each.owes else ""
        yield f"{name}, {each.what}: {until} {each.start:%Y-%m-%d}{who}"
        if each.start not in told:
            yield from (f"  in those days: {line}" for line in _losses(each))
        told.add(each.start)


def _losses(each: Clock) -> Iterator[str]:
    if each.killed is not None:
        unknown = f"; {each.unknown} incidents do not say" if each.unknown else ""
        injured = "injured: unknown" if each.injured is None else f"{each.injured} injured"
        yield f"{each.killed} killed, {injured}, of the incidents loaded{unknown}"
    for loss in each.losses:
        total = "unknown" if loss.total is None else f"{loss.total:,.0f}"
        days = f" over {loss.days_known:.0f} days" + (f", {loss.days_unknown:.0f} unknown" if loss.days_unknown else "")
        a_day = "" if loss.a_day is None else f"; now {number_in_words(loss.a_day, loss.unit)}"
        yield f"{loss.label}: {total}{days}{a_day}"


def _hold(each: Hold) -> str:
    who = (
        f" ({names_in_words(each.owes)}, {each.state}"
        + (f" for {each.days:.0f} days" if each.days is not None else "")
        + ")"
    )
    beyond = f"; behind them {names_in_words(each.beyond)}" if each.beyond else ""
    waits = f"; it waits for {'; '.join(each.waits_for)}" if each.waits_for else ""
    return f"{each.what} {each.subject}{who if each.owes else ''} holds up {names_in_words(each.blocks)}{beyond}{waits}"


def _delay(each: Delay) -> Iterator[str]:
    rest = f"; {each.other_days:.1f} more days it waits and nothing is late" if each.other_days else ""
    yield f"{each.step} ({names_in_words(each.owes)}, {each.state}): {each.days:.1f} days of delay{rest}"
    for share in each.shares:
        sure = f" (confidence {share.confidence:g})" if share.confidence is not None else ""
        who = f"{share.party}{sure}" if share.party else f"{share.ground.value}, owed by {names_in_words(share.among)}"
        said = f"; against it: {', '.join(share.said)}" if share.said else ""
        days = f"{share.days:.1f} days ({share.share:.0%})"
        yield f"  {days}: {share.obligation}: {who}; because {'; '.join(share.because)}{said}"
