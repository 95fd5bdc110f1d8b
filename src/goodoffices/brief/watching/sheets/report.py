"""The monitor's report as blocks: each number is followed by its incidents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goodoffices.brief.build.phrases import join_names
from goodoffices.brief.watching.build.moments import days_words, moment_words
from goodoffices.brief.watching.build.report_opening import rate_words
from goodoffices.brief.watching.model import EffortView, IncidentView, LineView, NamedCount, ReportPage

from .blocks import Block, Heading, Item, Say, Table
from .pieces import cause_words, change_items, harm_words, incident_words, opened

__all__ = ["report_blocks"]

_LISTED = 200  # incidents in the list at the end


def report_blocks(page: ReportPage) -> Iterator[Block]:
    """Lay the report out."""
    known = {each.id: each for each in page.incidents}
    yield Heading(1, f"{page.title}: {days_words(page.first, page.last)}")
    if page.marking.rank:
        yield Say(page.marking.label)
    yield Say(" ".join(page.sentences))
    yield from map(Say, page.cautions)
    yield from _counts(page)
    yield from _harm(page, known)
    yield from _access(page)
    yield from _who(page, known)
    yield from _kept(page)
    yield from _incidents(page, known)


def _counts(page: ReportPage) -> Iterator[Block]:
    yield Heading(2, f"Incidents, against {days_words(page.before_first, page.before_last)}")
    head = ("Where", "What", "Now", "Before", "Rates", "Change")
    yield Table(head, tuple(map(_line, page.lines)))


def _line(line: LineView) -> tuple[str, ...]:
    rates = rate_words(line) if line.basis == "effort" else "effort unknown"
    chance = "" if line.chance is None else f" ({line.chance:.2g})"
    where, what = line.area_name or "everywhere", line.label or "all"
    return where, what, f"{line.now.number:,}", f"{line.before.number:,}", rates, line.words + chance


def _harm(page: ReportPage, known: Mapping[str, IncidentView]) -> Iterator[Block]:
    yield Heading(2, "People hurt")
    rows = tuple(
        (name, f"{harm.killed:,}", f"{harm.injured:,}", f"{harm.unknown:,}")
        for name, harm in (("this period", page.harm), ("the period before", page.harm_before))
    )
    yield Table(("", "Killed", "Injured", "Incidents of which nobody said"), rows)
    for name in page.harm.incidents[:_LISTED]:
        yield Item(f"{harm_words(known[name])}: {incident_words(known[name])}")
    if len(page.harm.incidents) > _LISTED:
        yield Item(f"and {len(page.harm.incidents) - _LISTED:,} more; --format json lists all")


def _access(page: ReportPage) -> Iterator[Block]:
    yield Heading(2, "Effort and access")
    rows = tuple((each.name, _effort(each.now), _effort(each.before), each.words) for each in page.access)
    yield Table(("Zone", "This period", "The period before", "Not known"), rows)
    for each in page.access:
        yield from (Item(f"{each.name}: {cause_words(entry)}") for entry in each.entries)


def _effort(effort: EffortView) -> str:
    named = (("hours", "h"), ("patrols", "patrols"), ("cameras", "camera days"), ("denied", "denied"))
    said = [f"{getattr(effort, key):g} {word}" for key, word in named if getattr(effort, key) is not None]
    return ", ".join(said) or "unknown"


def _who(page: ReportPage, known: Mapping[str, IncidentView]) -> Iterator[Block]:
    yield Heading(2, "Who is said to have done it (claims)")
    yield from _named(page.claims, known, "Nobody is named.")
    yield Heading(2, "To whom it is attributed")
    yield from _named(page.attributed, known, "Nothing is attributed.")
    yield Item(f"{page.unattributed.number:,} unattributed: nobody has spoken")
    if page.questions:
        yield Heading(2, "Open attributions")
    for each in page.questions:
        named = ", ".join(f"{party} ({sure:.0%} at most)" for party, sure in each.named)
        dissent = f"; dissent: {join_names(each.dissent)}" if each.dissent else ""
        incident = incident_words(known[each.incident]) if each.incident in known else each.incident
        yield Item(f"{each.label}: {named or 'nobody named'}{dissent}; {incident}")
        yield from (Item(cause_words(entry), 1) for entry in each.entries)


def _named(counts: tuple[NamedCount, ...], known: Mapping[str, IncidentView], none: str) -> Iterator[Block]:
    if not counts:
        yield Say(none)
    for each in counts:
        yield Item(f"{each.name}: {each.number.number:,}")
        yield from opened(each.number, known)


def _kept(page: ReportPage) -> Iterator[Block]:
    yield Heading(2, "Breaches, and what came of them")
    if not page.remedies:
        yield Say("None was open in the period.")
    for each in page.remedies:
        end = f"put right {moment_words(each.remedied)}" if each.remedied else "not put right yet"
        yield Item(f"{each.obligation} ({each.act}): breached {moment_words(each.breached)}, {end}, {each.days} days")
        yield from (Item(cause_words(cause), 1) for cause in each.causes)
    yield Heading(2, "Findings")
    if not page.findings:
        yield Say("None speaks of the period.")
    for found in page.findings:
        sure = "" if found.confidence is None else f", {found.confidence:.0%} sure"
        yield Item(
            f"{found.obligation}: {found.label}, {found.days}, by {found.by or 'nobody named'}{sure} [{found.entry}]"
        )
        yield from (Item(reason, 1) for reason in (*found.reasons, *found.sources))
        if found.incidents:
            yield Item(f"incidents {', '.join(found.incidents)}", 1)
    yield Heading(2, "Changes of state")
    if not page.changes:
        yield Say("None.")
    yield from change_items(page.changes)


def _incidents(page: ReportPage, known: Mapping[str, IncidentView]) -> Iterator[Block]:
    """The incidents of the period, so that each number can be counted again."""
    names = page.lines[0].now.incidents
    yield Heading(2, "The incidents of the period")
    for each in (known[name] for name in names[:_LISTED]):
        yield Item(incident_words(each) + (f": {each.text}" if each.text else ""))
    if len(names) > _LISTED:
        yield Say(f"And {len(names) - _LISTED:,} more; --format json lists all.")
