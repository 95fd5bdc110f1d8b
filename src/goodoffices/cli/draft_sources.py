"""What the commands on a text take from elsewhere: a case for one audience, a deal model as plain names."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import msgspec

from goodoffices.desk.deal_names import deal_issues, limits_of_model
from goodoffices.record import Findings, Marking

from .case_circles import circle_option
from .options import F, as_of_option

if TYPE_CHECKING:
    from goodoffices.draft.text import Document
    from goodoffices.record import Note

__all__ = ["Viewed", "deal_issues", "limits_of_model", "place_of", "read_view", "viewer_options"]


class Viewed(msgspec.Struct, frozen=True, kw_only=True):
    """What a case holds for one audience: its findings, and the consultations on record."""

    findings: Findings
    consultations: tuple[Note, ...] = ()


def viewer_options(command: F) -> F:
    """Take the circles that the audience of a case belongs to, and the moment as of which it is shown."""
    return circle_option(as_of_option(command))


def read_view(case: str, audience: Marking | None, circles: tuple[str, ...], as_of: dt.datetime | None) -> Viewed:
    """Read what a case holds for one audience; all of it for None."""
    from goodoffices.record.store import open_case  # noqa: PLC0415  the store, for those who have a case

    from .things import findings_of  # noqa: PLC0415  as above

    with open_case(case) as store:
        view = store.view(audience or Marking.RED, as_of, circles=circles)
        return Viewed(findings=findings_of(view), consultations=view.notes("consultation"))


def place_of(document: Document, provision: str, bracket: int = 0, alternative: int = 0) -> str:
    """Name a provision for people, with the alternative that is meant."""
    from goodoffices.draft.text import name_of  # noqa: PLC0415  as above

    number = name_of(document, provision)
    return f"{number}, bracket {bracket}, alternative {alternative}" if bracket else number
