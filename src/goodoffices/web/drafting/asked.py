"""What a text provides for, and what the record has to say of it, ready for a page."""

from __future__ import annotations

import msgspec

from goodoffices.draft.check import Share, assess
from goodoffices.draft.linking import (
    Bearing,
    GroupGap,
    IssueGap,
    ProgressClaim,
    Unanswered,
    bears_on,
    group_gaps,
    issue_gaps,
    progress_claims,
)
from goodoffices.draft.provide import (
    Cover,
    Measure,
    Milestone,
    Survey,
    Ties,
    find_cover,
    find_measures,
    find_milestones,
    find_ties,
    kinds,
)
from goodoffices.draft.text import name_of, parse_text
from goodoffices.record import Findings, issues

__all__ = ["ProvidedFor", "Traced", "provided", "traced"]


class ProvidedFor(msgspec.Struct, frozen=True, kw_only=True):
    """What a text provides for.

    Attributes:
        measures: By kind.
        ties: How they hang together.
        milestones: By when what is to be done.
        cover: Who answers what.
        absent: Labels of the kinds of which nothing was found.
        numbers: How each provision is called, by its id.
    """

    measures: tuple[Measure, ...]
    ties: Ties
    milestones: tuple[Milestone, ...]
    cover: Cover
    absent: tuple[str, ...]
    numbers: dict[str, str]


def provided(source: str) -> ProvidedFor:
    """Find what a text provides for."""
    document = parse_text(source, tolerant=True)
    survey = Survey.of(document)
    every = find_measures(survey)
    has = {each.kind for each in every}
    return ProvidedFor(
        measures=every,
        ties=find_ties(every, survey),
        milestones=find_milestones(survey),
        cover=find_cover(every, survey),
        absent=tuple(kind.label for name, kind in kinds().items() if name not in has),
        numbers={each.id: name_of(document, each.id) for each in document.provisions},
    )


class Traced(msgspec.Struct, frozen=True, kw_only=True):
    """A text against the record.

    Attributes:
        provisions: Each provision that a position bears on, with the bearings, the surest first.
        conflicts: Who opposes what, red lines first.
        unanswered: Positions without a reply.
        gaps: Parties with a concern on an issue that the text does not take up.
        groups: People of whom the record speaks and the text does not.
        claims: Claims of progress against the brackets that are open.
        shares: Whom it asks for what.
        numbers: How each provision is called, by its id.
        labels: How each issue is called, by its id.
    """

    provisions: tuple[tuple[str, tuple[Bearing, ...]], ...]
    conflicts: tuple[Bearing, ...]
    unanswered: tuple[Unanswered, ...]
    gaps: tuple[IssueGap, ...]
    groups: tuple[GroupGap, ...]
    claims: tuple[ProgressClaim, ...]
    shares: tuple[Share, ...]
    numbers: dict[str, str]
    labels: dict[str, str]


def traced(source: str, findings: Findings) -> Traced:
    """Hold a text against the record of one audience."""
    document = parse_text(source, tolerant=True)
    bears = bears_on(document, findings)
    return Traced(
        provisions=tuple((name, found) for name, found in bears.provisions.items() if found),
        conflicts=bears.conflicts,
        unanswered=bears.unanswered,
        gaps=issue_gaps(bears),
        groups=group_gaps(document, bears),
        claims=progress_claims(document, findings, bears),
        shares=assess(document).balance.shares,
        numbers={each.id: name_of(document, each.id) for each in document.provisions},
        labels={each.id: each.label for each in issues().values()},
    )
