"""What the commands on a text take from elsewhere: a case for one audience, a deal model as plain names."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import Findings, Marking

from .case_circles import circle_option
from .options import F, as_of_option

if TYPE_CHECKING:
    from goodoffices.draft.check import Limit
    from goodoffices.draft.linking import DealIssue
    from goodoffices.draft.text import Document
    from goodoffices.record import Note
    from goodoffices.weigh import Model

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


def deal_issues(model: Model) -> tuple[DealIssue, ...]:
    """Give the issues and options of a model as names, as the drafting room takes them."""
    from goodoffices.draft.linking import DealIssue, DealOption  # noqa: PLC0415  parsers

    return tuple(
        DealIssue(each.name, tuple(DealOption(option.name) for option in each.options)) for each in model.issues
    )


def limits_of_model(model: Model, document: Document) -> tuple[Limit, ...]:
    """Give what the mandates and red lines in a model exclude, by all names that a text has for these options."""
    from goodoffices.draft.check import Limit  # noqa: PLC0415  as above
    from goodoffices.draft.linking import called, slug  # noqa: PLC0415  as above

    linked = called(document, deal_issues(model))
    found = []
    for rule in model.constraints:
        if rule.party is None or rule.kind not in {"never", "only"}:
            continue
        for issue, options in rule.choices.items():
            known = model.issue(issue).names
            excluded = options if rule.kind == "never" else tuple(each for each in known if each not in options)
            found += [
                Limit(
                    party=rule.party,
                    issue=issue,
                    excluded=each,
                    options=(each, slug(each), f"{issue}={each}", *sorted(linked.get((issue, each), ()))),
                    statements=rule.source.statements,
                )
                for each in excluded
            ]
    return tuple(found)


def place_of(document: Document, provision: str, bracket: int = 0, alternative: int = 0) -> str:
    """Name a provision for people, with the alternative that is meant."""
    from goodoffices.draft.text import name_of  # noqa: PLC0415  as above

    number = name_of(document, provision)
    return f"{number}, bracket {bracket}, alternative {alternative}" if bracket else number
