"""The sections of a brief in Markdown: issues, positions, states, changes and disagreements."""

from __future__ import annotations

from collections.abc import Iterator

from goodoffices.brief.build.phrases import bare, clip, day_words, sentence_case
from goodoffices.brief.model import Brief, Cell, DisputeView, Entry, Matrix
from goodoffices.brief.wording import wording
from goodoffices.record import IssueStatusContent

from .text import heading, item, marks, plain, table

__all__ = ["changes", "disputes", "finding", "matrix", "opening", "positions", "states"]

_BLOCKS = (
    ("talking", "Who is talking", "No report tells of a meeting."),
    ("agreed", "What is agreed", "No report says that anything is agreed."),
    ("blocks", "What blocks", "No report names a red line or a blocked issue."),
    ("changed", "What changed", "No change can be told: it takes reports of two known days."),
    ("disputed", "Where reports disagree", "No contradiction was found."),
    ("ahead", "What comes next", "No report tells of a planned meeting."),
)
_ANSWERS = (
    "Opposite answers: one side, or one issue, has a yes in one report and a no in another. Whether both are given to "
    "one question, or a mind was changed between the days, is for whoever reads them to say."
)


def finding(entry: Entry, text: str | None = None) -> str:
    """A finding as a list item: its label, its sentence, what must not be missed, its footnote."""
    sources = f"{entry.sources} independent sources" if entry.sources > 1 else "1 source"
    verdict = wording().verdicts[entry.verdict.value]
    against = f"contradicted by {', '.join(ref.label for ref in entry.against)}" if entry.against else ""
    marking = entry.marking.label if entry.marking.rank else ""
    as_of = f"as of {day_words(entry.as_of)}" if entry.as_of else ""
    extra = "; ".join(part for part in (*entry.notes, against, verdict, marking, sources, as_of) if part)
    return f"- **{entry.label}** {plain(text or entry.says)} ({plain(extra)}){marks((entry.ref,))}"


def opening(brief: Brief) -> Iterator[str]:
    """What an analyst needs in ten seconds."""
    yield from heading(2, "In brief")
    for name, title, nothing in _BLOCKS:
        yield from heading(3, title)
        lines = getattr(brief.opening, name)
        yield from (item(line) for line in lines)
        if not lines:
            yield nothing


def matrix(brief: Brief) -> Iterator[str]:
    """Issues and parties, with what silent and unknown mean."""
    yield from heading(2, "Issues and parties")
    if not brief.matrices:
        yield "No report gives a party's position on any issue."
        return
    for part in brief.matrices:
        yield from _matrix(part)
        yield ""
    yield from (f"- *{wording().cell_states[state]}*: {meaning}" for state, meaning in wording().cell_meaning.items())


def _matrix(part: Matrix) -> Iterator[str]:
    head = ["Issue", *(plain(party.name) for party in part.parties)]
    yield from table(head, ([_issue(row.label, row.states), *(_cell(cell) for cell in row.cells)] for row in part.rows))


def _issue(label: str, states: tuple[str, ...]) -> str:
    return plain(label) + (f" ({', '.join(wording().issue_states[state] for state in states)})" if states else "")


def _cell(cell: Cell) -> str:
    if cell.state != "stated":
        return f"*{wording().cell_states[cell.state]}*"
    words = "; ".join(
        plain(mark.word) + (f" ×{mark.count}" if mark.count > 1 else "") + (" **red line**" if mark.firm else "")
        for mark in cell.marks
    )
    return words + (" (reports differ)" if cell.contested else "") + marks(entry.ref for entry in cell.entries[:4])


def positions(brief: Brief) -> Iterator[str]:
    """Every position, issue by issue."""
    yield from heading(2, "Positions, issue by issue")
    for issue in brief.issues:
        if issue.cells:
            yield from heading(3, issue.label)
            yield from (finding(entry) for cell in issue.cells for entry in cell.entries)


def states(brief: Brief) -> Iterator[str]:
    """The state of each issue, and who says so."""
    yield from heading(2, "The state of each issue, and who says so")
    readouts = {"competing": ": competing readouts", "moved": ": changed over time"}
    for issue in brief.issues:
        if issue.claims:
            yield from heading(3, issue.label + readouts.get(issue.readout, ""))
            yield from (finding(claim, _claim(claim)) for claim in issue.claims)


def _claim(claim: Entry) -> str:
    if not isinstance(claim.content, IssueStatusContent):
        return claim.says
    state = wording().issue_states[claim.content.status]
    text = f": {claim.content.text}" if claim.content.text else ""
    return f"{state}, says {claim.speaker or 'the report itself'}, {day_words(claim.as_of)}{text}"


def changes(brief: Brief) -> Iterator[str]:
    """What changed."""
    yield from heading(2, "What changed")
    for change in brief.changes:
        yield f"- **{plain(change.about)}:** {plain(change.text)}{marks(change.before)}{marks(change.after)}"
    if not brief.changes:
        yield "No change can be told: it takes reports of two known days."


def disputes(brief: Brief) -> Iterator[str]:
    """Where the reports disagree, side by side."""
    yield from heading(2, "Where the reports disagree")
    introduced = False
    for view in brief.disputes:
        if view.by_answers and not introduced:
            yield from (_ANSWERS, "")
            introduced = True
        yield from _dispute(view)
    if not brief.disputes:
        yield "No contradiction between the reports was found."


def _dispute(view: DisputeView) -> Iterator[str]:
    yield from heading(3, f"{view.label} {view.about}")
    if view.over_time and not view.by_answers:
        yield from ("Each side has a day of its own: this may be a change and not a contradiction.", "")
    head = [f"{plain(side.speaker or 'The report itself')}, {day_words(side.as_of)}" for side in view.sides]
    quotes = [
        f"“{plain(bare(clip(side.evidence[0].quote, 400)))}” — {plain(side.evidence[0].source)}"
        + (marks((side.finding,)) if side.finding.label else "")
        for side in view.sides
    ]
    yield from table([sentence_case(one) for one in head], [quotes])
