"""The few sentences with which the monitor's report opens, and what its numbers do not say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goodoffices.brief.build.phrases import counted, join_names, sentence_case
from goodoffices.brief.watching.model import LineView, ReportPage
from goodoffices.brief.watching.wording import wording

from .rates import rates_of

__all__ = ["compared", "rate_words", "report_cautions", "report_sentences"]

_FEW = 4  # areas at most, by name


def report_cautions(lines: Sequence[LineView]) -> tuple[str, ...]:
    """What the numbers do not say, as far as it applies."""
    words = wording().cautions
    said = []
    for basis, caution in (("none", "no_effort"), ("one", "one_effort")):
        areas = [line.area_name or "everywhere" for line in lines if line.basis == basis and not line.kind]
        said += [f"{words[caution]} So it is for: {_few(areas)}."] if areas else []
    zones = {line.area for line in lines if line.area}
    return tuple(said + ([words["all_zones"]] if lines[0].basis == "effort" and len(zones) > 1 else []))


def _few(names: Sequence[str]) -> str:
    """Name a few, and say how many more there are."""
    rest = len(names) - _FEW
    return join_names([*names[:_FEW], *([f"{rest} more"] if rest > 0 else [])])


def report_sentences(page: ReportPage) -> tuple[str, ...]:
    """Say the whole in a few sentences: how many, whether that is a change, where, who was hurt, what is open."""
    return tuple(_sentences(page))


def compared(line: LineView) -> str:
    """A count against the one before, and what may be said of the difference."""
    words = f"{line.now.number:,} against {line.before.number:,} before"
    if line.basis == "effort":
        return f"{words}; {rate_words(line)}: {line.words}"
    if line.basis == "none":
        return f"{words}: {line.words}, if one looked as hard in both"
    return f"{words}: {line.words}"


def rate_words(line: LineView) -> str:
    """The rates of both periods: ``1.2 a patrol against 2.4``, ``5 in 100 hours against 10``."""
    rates = rates_of((line.now.rate, line.before.rate), line.now.unit)
    return f"{rates.words[0]} {rates.per} against {rates.words[1]}"


def _sentences(page: ReportPage) -> Iterator[str]:
    whole = page.lines[0]
    yield f"{counted(whole.now.number, 'incident')} in the period, {compared(whole).partition(' ')[2]}."
    areas = [line for line in page.lines if line.area and not line.kind]
    changed = [line for line in areas if line.verdict == "more" and line.basis == "effort"]
    if changed:
        told = [f"{line.area_name} ({line.now.number:,} against {line.before.number:,})" for line in changed]
        yield f"Changed by more than chance: {_few(told)}."
    yield from _hurt(page)
    denied = page.access[0].now.denied if page.access else None
    if denied is not None:
        yield f"Access was denied {_times(denied)}."
    if page.questions:
        yield f"{sentence_case(counted(len(page.questions), 'attribution'))} open or disputed."
    breached = sum(change.after == "breached" for change in page.changes)
    if breached:
        yield f"{counted(breached, 'obligation')} came into breach in the period."
    lasting = sum(remedy.remedied is None for remedy in page.remedies)
    if lasting:
        yield f"{counted(lasting, 'breach', 'breaches')} not put right at its end."


def _hurt(page: ReportPage) -> Iterator[str]:
    harm = page.harm
    said = f"{harm.killed:,} killed and {harm.injured:,} injured, as far as is known"
    blind = (
        f"; {counted(harm.unknown, 'incident')} of which nobody said whether anybody was hurt" if harm.unknown else ""
    )
    yield f"{said}{blind}."


def _times(number: float) -> str:
    return "once" if number == 1 else f"{number:g} times"
