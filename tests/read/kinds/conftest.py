"""What the tests of single kinds of statement share: a few sentences read, and who is who in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import pytest

from goodoffices.read.context import Context, open_context
from goodoffices.read.kinds.matrix import find_matrix_positions
from goodoffices.read.kinds.meetings import find_meetings
from goodoffices.read.kinds.positions import find_positions
from goodoffices.read.kinds.status import find_status
from goodoffices.record import IssueStatusContent, MeetingContent, PositionContent, Statement, make_report

Find = Callable[[Context], Iterator[Statement]]
Told = list[tuple[Statement, dict[str, str]]]


@pytest.fixture
def read_with() -> Callable[..., Told]:
    """Read a text with one reader of statements: the statements, each with the names of the actors by id."""

    def read(find: Find, text: str, published: dt.date | None = dt.date(2024, 7, 10)) -> Told:
        context = open_context(make_report(text, path="report.txt", title="", published=published))
        found = list(find(context))
        names = {actor.id: actor.name for actor in context.roster.actors.values()}
        for statement in found:
            for span in statement.evidence:
                assert context.report.text[span.start : span.end] == span.quote
        return [(statement, names) for statement in found]

    return read


@pytest.fixture(scope="session")
def positions() -> Callable[..., set[tuple[str, str, str]]]:
    """Read the positions of a context, as (party, issue, stance): of prose and tables, or with the readers given."""

    def read(context: Context, *finds: Find) -> set[tuple[str, str, str]]:
        found = set()
        for find in finds or (find_positions, find_matrix_positions):
            for statement in find(context):
                content = statement.content
                assert isinstance(content, PositionContent)
                found.add((context.roster.actors[content.party].name, content.issue, content.stance))
        return found

    return read


@pytest.fixture
def meets(read_with: Callable[..., Told]) -> Callable[[str], list[tuple[Statement, MeetingContent, set[str]]]]:
    """Read a text of 10 July 2024: each meeting with its content and the names of those who take part."""

    def read(text: str) -> list[tuple[Statement, MeetingContent, set[str]]]:
        found = []
        for statement, names in read_with(find_meetings, text):
            content = statement.content
            assert isinstance(content, MeetingContent)
            found.append((statement, content, {names[actor] for actor in content.participants}))
        return found

    return read


@pytest.fixture
def stands(read_with: Callable[..., Told]) -> Callable[[str], set[tuple[str, str]]]:
    """Read a text of 10 July 2024: where each issue stands, as (issue, status)."""

    def read(text: str) -> set[tuple[str, str]]:
        contents = [statement.content for statement, _ in read_with(find_status, text)]
        return {(c.issue, c.status) for c in contents if isinstance(c, IssueStatusContent)}

    return read
