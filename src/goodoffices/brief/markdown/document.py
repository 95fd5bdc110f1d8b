"""The whole brief in Markdown: its head, its sections in the order of the page, its footnotes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from goodoffices.brief.build.phrases import counted, day_words, join_names, sentence_case
from goodoffices.brief.model import Brief, Delegation, MechanismView, MeetingView, Party, PlanStep, PlanView, ReportView
from goodoffices.brief.wording import wording

from . import sections
from .process import notes_of, process_footnotes
from .text import footnote, heading, item, marks, plain, table

__all__ = ["to_markdown"]


def to_markdown(brief: Brief) -> str:
    """Write the brief as Markdown with footnotes (as Pandoc, GitHub and most note programs read them).

    Args:
        brief: The view models.

    Returns:
        The document. The full texts of the reports are left out: a footnote gives the number of the report and the
        offsets, and the JSON and HTML forms hold the texts.
    """
    lines = [line for section in _SECTIONS for line in section(brief)]
    return "\n".join(_squeezed(lines)) + "\n"


def _squeezed(lines: Sequence[str]) -> Iterator[str]:
    """Leave out a blank line at the start and behind another."""
    before = ""
    for line in lines:
        if line or before:
            yield line
        before = line


def _head(brief: Brief) -> Iterator[str]:
    yield f"**{brief.marking.label}**"
    yield from heading(1, brief.title)
    written = f" · written {day_words(brief.generated.date())}" if brief.generated else ""
    counts = f"{counted(len(brief.reports), 'report')}, {counted(brief.sources, 'independent source')}"
    yield f"{counts} · {brief.span}{written}"


def _timeline(brief: Brief) -> Iterator[str]:
    yield from heading(2, "Meetings and events")
    coming = brief.timeline.by_status("under_way", "planned")
    groups = (
        ("Ahead: under way and planned", [view for view in coming if not view.overdue]),
        ("Planned for a day now past; no report says whether it was held", [view for view in coming if view.overdue]),
        ("Held", brief.timeline.by_status("held")),
        ("Cancelled", brief.timeline.by_status("cancelled")),
    )
    for title, views in groups:
        if views:
            yield from heading(3, title)
            yield from (sections.finding(view.entry, _meeting(view)) for view in views)
    if brief.timeline.events:
        yield from heading(3, "Outside the talks")
        yield from (sections.finding(entry) for entry in brief.timeline.events)


def _meeting(view: MeetingView) -> str:
    state = wording().meeting_states[view.status]
    place = f" in {view.place}" if view.place else ""
    host = f", hosted by {view.host}" if view.host else ""
    return f"{view.entry.when_words or 'date unknown'}: {view.track.label}{place}{host} ({state})"


def _table(brief: Brief) -> Iterator[str]:
    yield from heading(2, "Who is at the table")
    for title, found in (
        ("Delegations and hosts", brief.table.delegations),
        ("Named, and at no reported table", brief.table.others),
    ):
        if found:
            yield from heading(3, title)
            yield from (line for delegation in found for line in _delegation(delegation))
    if brief.table.contacts:
        yield from heading(3, "Who met whom")
        yield from table(
            ["Sides", "Held", "Planned"],
            (
                [
                    f"{plain(c.first.name)} – {plain(c.second.name)}",
                    f"{len(c.held)}{marks(c.held)}",
                    f"{len(c.ahead)}{marks(c.ahead)}",
                ]
                for c in brief.table.contacts
            ),
        )


def _delegation(view: Delegation) -> Iterator[str]:
    entry = marks((view.entry.ref,)) if view.entry else ""
    met = f"; met {join_names(view.met)}" if view.met else ""
    counts = [counted(view.held, "meeting")] if view.held else []
    counts += [f"{view.ahead} planned"] if view.ahead else []
    counts += [f"hosted {view.hosted}"] if view.hosted else []
    said = f": {', '.join(counts)}{met}" if counts else ""
    offices = "".join(f"; {plain(role.says)}{marks((role.ref,))}" for role in view.roles)
    yield f"- **{plain(view.side.name)}** ({view.kind or 'kind unknown'}){plain(said)}{entry}{offices}"
    for member in view.members:
        roles = "; ".join(_office(role.says, member.name) + marks((role.ref,)) for role in member.roles)
        yield f"  - {plain(member.name)}{marks((member.actor.ref,))}" + (f": {roles}" if roles else "")


def _office(says: str, name: str) -> str:
    return plain(says.removeprefix(f"{name}: "))


def _missing(brief: Brief) -> Iterator[str]:
    yield from heading(2, "Who is missing")
    for gap in brief.gaps:
        where = f"sits elsewhere ({'; '.join(gap.elsewhere[:3])})" if gap.elsewhere else "at no reported table"
        yield f"- **{plain(gap.issue_label)}:** {_name(gap.actor)}, {plain(where)}{marks(gap.because)}"
    if not brief.gaps:
        yield "No such side can be told from these reports."


def _name(party: Party) -> str:
    return plain(party.name)


def _plans(brief: Brief) -> Iterator[str]:
    yield from heading(2, "Plans and their versions")
    yield from (sections.finding(view.entry, _plan(view)) for view in brief.plans)
    if not brief.plans:
        yield "No report tells of a plan."


def _plan(view: PlanView) -> str:
    by = f", by {view.author}" if view.author else ""
    steps = " → ".join(f"{_points(step)} ({step.label or 'version'}, {step.when_words})" for step in view.steps)
    items = "; ".join(f"{text} ({issue})" for text, issue in view.items)
    said = f"{sentence_case(view.name)}{by}" + (f": {steps}" if steps else "")
    return f"{said}. Its reported points: {items}" if items else said


def _points(step: PlanStep) -> str:
    return counted(step.points, "point") if step.points is not None else "points not given"


def _mechanisms(brief: Brief) -> Iterator[str]:
    yield from heading(2, "Mechanisms, and what each waits for")
    for view in brief.mechanisms:
        yield sections.finding(view.entry, _mechanism(view))
        yield from (f"  {item(line)}" for line in view.waits_on)
        yield from (f"  - {plain(fact.name)}: {plain(fact.text)}" for fact in view.details)
    if not brief.mechanisms:
        yield "No report tells of a mechanism."


def _mechanism(view: MechanismView) -> str:
    led = f", led by {join_names(view.led_by)}" if view.led_by else ""
    waits = f"waits for: {view.trigger}" if view.trigger else "no report says what it waits for"
    return f"{sentence_case(view.name)}{led}: {wording().mechanism_states[view.status]}; {waits}"


def _words(brief: Brief) -> Iterator[str]:
    yield from heading(2, "What was said")
    yield from (sections.finding(entry) for entry in brief.quotes)
    yield from heading(2, "What is withheld")
    yield from (sections.finding(entry) for entry in brief.withheld)
    if not brief.withheld:
        yield "No report says that anything is kept secret."


def _reports(brief: Brief) -> Iterator[str]:
    yield from heading(2, "The reports")
    yield from (_report(view) for view in brief.reports)
    if brief.rejections:
        yield from heading(3, "Handed in and not taken")
        yield from (f"- {plain(one.what)}: {plain(one.reason)}" for one in brief.rejections)


def _report(view: ReportView) -> str:
    copy = f"; near copy of report {view.copy_of}, counted once" if view.copy_of else ""
    where = f" <{view.link}>" if view.link and not set(view.link) & set("<> \n\t") else ""
    return f"{view.number}. {plain(view.title)} — {plain(view.source)}; {view.marking.label}{copy}{where}"


def _notes(brief: Brief) -> Iterator[str]:
    yield ""
    yield from (footnote(entry.label, entry.passages) for entry in brief.entries)
    yield from process_footnotes(brief)


_SECTIONS: tuple[Callable[[Brief], Iterator[str]], ...] = (
    _head,
    sections.opening,
    sections.matrix,
    sections.positions,
    sections.states,
    sections.changes,
    sections.disputes,
    notes_of("terms"),
    _timeline,
    _table,
    _missing,
    notes_of("access"),
    notes_of("process"),
    _plans,
    _mechanisms,
    notes_of("measures"),
    _words,
    _reports,
    _notes,
)
