"""The seven questions of an analyst, each answered in a line that opens its page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from goodoffices.brief.build.phrases import counted, join_names
from goodoffices.brief.model.entry import Line
from goodoffices.desk.snapshot import Snapshot
from goodoffices.record import Marking, PositionContent

from .asking import Asking

__all__ = ["QUESTIONS", "Answer", "Question", "answers"]

_Answering = Callable[[Asking, Snapshot], tuple[Line, ...]]


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """One of the seven: its words, the page that answers it in full, and what answers it in a line or a few."""

    words: str
    path: str
    room: str
    answer: _Answering


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """A question with its lines; none where nothing is known."""

    question: Question
    lines: tuple[Line, ...]


def answers(who: Asking, snapshot: Snapshot) -> tuple[Answer, ...]:
    """Answer all seven for whoever asks."""
    return tuple(Answer(question=each, lines=each.answer(who, snapshot)) for each in QUESTIONS)


def _table(_who: Asking, snapshot: Snapshot) -> tuple[Line, ...]:
    return snapshot.brief.opening.talking[:2]


def _wants(_who: Asking, snapshot: Snapshot) -> tuple[Line, ...]:
    return tuple(_wants_lines(snapshot))


def _wants_lines(snapshot: Snapshot) -> Iterator[Line]:
    brief = snapshot.brief
    issues = [view for view in brief.issues if view.cells]
    sides = {cell.party for view in issues for cell in view.cells}
    if not issues:
        return
    yield Line(f"{counted(len(sides), 'party', 'parties')} hold positions on {counted(len(issues), 'issue')}")
    firm = {
        brief.names.get(cell.party, "")
        for view in issues
        for cell in view.cells
        for entry in cell.entries
        if isinstance(entry.content, PositionContent) and entry.content.firm
    }
    if firm:
        yield Line(join_names(sorted(firm)[:6]), (), "Red lines of")


def _stands(_who: Asking, snapshot: Snapshot) -> tuple[Line, ...]:
    opening = snapshot.brief.opening
    return (*opening.agreed[:1], *opening.blocks[:1], *opening.disputed[:1])


def _weighed(who: Asking, _snapshot: Snapshot) -> tuple[Line, ...]:
    from .weighing.summing import model_lines  # noqa: PLC0415  numbers: only where a model is looked at

    return model_lines(who)


def _drafted(who: Asking, _snapshot: Snapshot) -> tuple[Line, ...]:
    from .drafting.answering import text_lines  # noqa: PLC0415  parsers: only where a text is looked at

    return text_lines(who)


def _kept(who: Asking, _snapshot: Snapshot) -> tuple[Line, ...]:
    from .watching.summing import kept_lines  # noqa: PLC0415  the watch room is loaded where it is asked for

    return kept_lines(who)


def _shown(who: Asking, _snapshot: Snapshot) -> tuple[Line, ...]:
    lower = [marking for marking in Marking if who.own.marking.may_see(marking)]
    parts = []
    for marking in reversed(lower):
        tally = who.bench.tallies.of(who.own.lowered(marking))
        parts.append(f"{marking.value} {tally.reports:,}")
    return (Line(", ".join(parts), (), "Reports that each audience may see"),)


QUESTIONS: tuple[Question, ...] = (
    Question(
        words="Who is at the table, who speaks for whom, and who is missing?",
        path="/table",
        room="Table",
        answer=_table,
    ),
    Question(words="Who wants what on which issue?", path="/matrix", room="Matrix", answer=_wants),
    Question(
        words="What is agreed, open or blocked, and where do the reports disagree?",
        path="/matrix#states",
        room="States",
        answer=_stands,
    ),
    Question(words="Which packages could all accept, and who blocks?", path="/weigh", room="Weigh", answer=_weighed),
    Question(
        words="What does the text say now, and can it be carried out?", path="/draft", room="Draft", answer=_drafted
    ),
    Question(words="Is it being kept?", path="/watch", room="Watch", answer=_kept),
    Question(words="What of all this may I show to whom?", path="/audience", room="For whom", answer=_shown),
)
