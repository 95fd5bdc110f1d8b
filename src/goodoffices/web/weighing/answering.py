"""What a model comes to, as the page beside its numbers shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from goodoffices.brief.weighing import Report
from goodoffices.brief.weighing.build.amounts import amount
from goodoffices.brief.weighing.drawing import parallel_chart, plane_chart
from goodoffices.brief.weighing.model import PackageView, QuestionView, Spot
from goodoffices.web.asking import Asking
from goodoffices.web.rendering import with_query
from goodoffices.weigh.model import Model

from .cited import named_in
from .job import Done, Fault, Weigh
from .linking import Ties, ties_of
from .scales import TooLong, scales

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["Answering", "Ask", "Moved", "answering", "asks_of", "read_only", "weighed", "weighed_soon"]

_SOLUTIONS = ("nash", "kalai-smorodinsky", "egalitarian", "utilitarian")
_ASKS = 6


class Ask(msgspec.Struct, frozen=True, kw_only=True):
    """A question, and where the record may answer it."""

    question: QuestionView
    href: str


class Moved(msgspec.Struct, frozen=True, kw_only=True):
    """How the saved version differs from what stands in the form.

    Attributes:
        number: Of the saved version.
        headline: Whether there was a deal.
        size: How many packages no other beat; None where that could not be found.
        chance: How likely its first package was signed, in words.
        same: Is nothing of that otherwise now?
    """

    number: int
    headline: str
    size: int | None
    chance: str
    same: bool


class Answering(msgspec.Struct, frozen=True, kw_only=True):
    """What the page shows.

    Attributes:
        report: What the model comes to.
        chart: Its front, with that of the saved version behind it; None where it cannot be drawn.
        solutions: The packages that have a name.
        asks: What to find out next.
        moved: The saved version, where it is another one than what is shown.
    """

    report: Report
    chart: Markup | None
    solutions: tuple[PackageView, ...]
    asks: tuple[Ask, ...]
    moved: Moved | None

    def number(self, value: float) -> str:
        """A utility on the model's scale."""
        return amount(value, self.report.scale)


def weighed(who: Asking, text: str) -> Done:
    """What a text comes to; that it takes too long is an answer like any other.

    Raises:
        Busy: If too many weigh.
    """
    try:
        return scales().do(Weigh(text=text), account=who.account.name)
    except TooLong as error:
        return _given_up(who, text, error)


def _given_up(who: Asking, text: str, error: TooLong) -> Done:
    # What was typed must not be lost with it: it is read, and not weighed.
    done = read_only(who, text)
    return msgspec.structs.replace(done, fault=done.fault or Fault(words=str(error)))


def weighed_soon(who: Asking, text: str) -> Done | None:
    """The same, for a page that shows itself without its answer where that takes a while: None then."""
    try:
        return scales().soon(Weigh(text=text), account=who.account.name)
    except TooLong as error:
        return _given_up(who, text, error)


def answering(who: Asking, done: Done, saved: tuple[int, str] | None) -> Answering | None:
    """Put together what the page shows beside the numbers.

    Args:
        who: Who asks.
        done: What the model comes to.
        saved: Number and text of the version to compare it with; None for nothing.

    Returns:
        None where the model could not be weighed.
    """
    report, model = done.report, done.model
    if report is None or model is None:
        return None
    before = weighed(who, saved[1]).report if saved and saved[1] != done.text else None
    ghosts = _ghosts(report, before)
    chart = None
    if report.space is not None:
        chart = plane_chart(report.space, report.packages, ghosts) or parallel_chart(report.space, ghosts)
    known = who.view.statements_by_id(named_in(done.text))
    ties = ties_of(model, who.snapshot.brief.names, known)
    return Answering(
        report=report,
        chart=chart,
        solutions=tuple(each for each in report.packages if set(each.names) & set(_SOLUTIONS)),
        asks=asks_of(report, model, ties),
        moved=_moved(saved[0], before, report) if saved and before else None,
    )


def _ghosts(report: Report, before: Report | None) -> tuple[Spot, ...]:
    """The saved front, where it is of the same parties and not the same front."""
    if before is None or before.space is None or report.space is None:
        return ()
    same = before.space.front == report.space.front
    return () if same or before.space.parties != report.space.parties else before.space.front


def _moved(number: int, before: Report, now: Report) -> Moved:
    told = [_told(each) for each in (before, now)]
    headline, size, chance = told[0]
    return Moved(number=number, headline=headline, size=size, chance=chance, same=told[0] == told[1])


def _told(report: Report) -> tuple[str, int | None, str]:
    return (
        report.answer.headline if report.answer else "",
        report.space.size if report.space else None,
        report.packages[0].chance.words if report.packages else "",
    )


def asks_of(report: Report, model: Model, ties: Ties, most: int = _ASKS) -> tuple[Ask, ...]:
    """The questions, each with the part of the record that may hold its answer."""
    return tuple(Ask(question=each, href=_where(each, model, ties)) for each in report.questions[:most])


def _where(question: QuestionView, model: Model, ties: Ties) -> str:
    # A question names its issue by its words; the longest name that stands in them is the one that is meant.
    named = sorted((each.name for each in model.issues if each.name in question.words), key=len, reverse=True)
    issue = next((ties.issues[each] for each in named if each in ties.issues), "")
    party = ties.parties.get(question.party, "")
    if issue or party:
        return with_query("/record", kind="position", issue=issue, party=party)
    return with_query("/search", q=f"{question.party} {named[0] if named else ''}".strip()[:200])


def read_only(who: Asking, text: str) -> Done:
    """A text as a model, not weighed; what cannot be read in time is no model."""
    try:
        return scales().do(Weigh(text=text, analysed=False), account=who.account.name)
    except TooLong as error:
        return Done(text=text, fault=Fault(words=str(error)))
