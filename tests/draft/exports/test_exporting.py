"""One door for every form."""

from __future__ import annotations

import datetime as dt

import pytest

from goodoffices.draft.errors import FormError, ReleaseError
from goodoffices.draft.exports import FORMS, export
from goodoffices.draft.imports import read_draft_bytes
from goodoffices.draft.text import parse_text
from goodoffices.record import Marking

SOURCE = """# Accord

1. The forces leave [North: now | South: later]. {#leave}

2. The Commission verifies it. {#verify}
"""
READERS = {"md": "markdown", "html": "html", "docx": "docx", "akn": "akn"}


@pytest.mark.parametrize("form", FORMS)
def test_the_same_text_audience_and_time_give_the_same_bytes(form: str) -> None:
    """No form has a clock of its own."""
    at = dt.datetime(2026, 11, 22, 10, 0, tzinfo=dt.UTC)
    one, two = (export(parse_text(SOURCE), form=form, audience=Marking.GREEN, at=at) for _ in range(2))
    assert one == two


@pytest.mark.parametrize(("form", "reader"), READERS.items())
def test_what_is_exported_can_be_read_again(form: str, reader: str) -> None:
    """The points come back with their numbers and words from every form but PDF."""
    back = read_draft_bytes(export(parse_text(SOURCE), form=form), form=reader)
    assert [(each.number, " ".join(each.text.split())) for each in back.provisions] == [
        ("1", "The forces leave [North: now | South: later]."),
        ("2", "The Commission verifies it."),
    ]


def test_an_unknown_form_is_said_with_those_that_are_known() -> None:
    """One sentence with the choices."""
    with pytest.raises(FormError, match=r"'odt' is no form .* use one of md, html, pdf, docx, akn"):
        export(parse_text(SOURCE), form="odt")


def test_only_word_shows_changes() -> None:
    """Asking for changes where none can be shown is refused, not ignored."""
    with pytest.raises(FormError, match="'md' shows no changes"):
        export(parse_text(SOURCE), form="md", against=parse_text(SOURCE))


def test_an_earlier_text_above_the_audience_is_refused_too() -> None:
    """Tracked changes would show what it said."""
    earlier = parse_text(f"---\nmarking: RED\n---\n\n{SOURCE}")
    with pytest.raises(ReleaseError, match="TLP:RED"):
        export(parse_text(SOURCE), form="docx", audience=Marking.GREEN, against=earlier)
