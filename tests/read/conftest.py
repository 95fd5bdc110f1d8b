"""A reader of short texts for the tests of reading."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context, open_context
from goodoffices.record import Statement, make_report


@pytest.fixture(scope="session")
def opened() -> Callable[..., Context]:
    """Take a text apart as a report of no known date."""

    def take_apart(text: str) -> Context:
        return open_context(make_report(text, path="test.txt", title="A test", language="en"))

    return take_apart


@pytest.fixture(scope="session")
def named() -> Callable[[Context, str | None], str | None]:
    """Name an actor of a context by its id."""

    def name(context: Context, actor: str | None) -> str | None:
        return context.roster.actors[actor].name if actor else None

    return name


@pytest.fixture(scope="session")
def proved() -> Callable[[Context, list[Statement]], None]:
    """Check that every quote is the text at its offsets."""

    def prove(context: Context, statements: list[Statement]) -> None:
        for statement in statements:
            assert statement.evidence
            for evidence in statement.evidence:
                assert context.report.text[evidence.start : evidence.end] == evidence.quote

    return prove
