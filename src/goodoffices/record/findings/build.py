"""Findings built from reports and statements: joined, merged, judged, and set against each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from goodoffices.record.content import AssertionContent
from goodoffices.record.finding import Disagreement, Finding, Findings
from goodoffices.record.judgement import Judgement
from goodoffices.record.release import most_restricted
from goodoffices.record.report import Rejection, Report
from goodoffices.record.statement import KINDS, Statement
from goodoffices.record.vocabulary import issues

from .absent import clashes_of_absence
from .accords import clashes_of_status
from .actors import join_actors
from .assertions import clashes_of_assertion
from .called_off import clashes_of_plans_to_meet
from .cast import Cast
from .claims import claims_of, make_claims
from .clash import Clash, joined, opponents, show
from .contrary import clashes_of_position
from .contrast import clashes_in_one_sentence
from .corrections import clashes_of_correction
from .deadlines import clashes_of_deadline
from .denials import clashes_of_denial
from .differing import clashes_of_answer
from .disputed import clashes_told_as_such
from .doers import clashes_of_doer
from .events import Events
from .headway import clashes_of_headway
from .mechanisms import Mechanisms
from .meetings import Meetings
from .mismatches import clashes_of_date, clashes_of_points, clashes_of_toll
from .moved import clashes_of_day_set
from .numbers import clashes_of_number
from .opposed import clashes_of_words
from .parts import clashes_of_parts
from .plans import Plans
from .positions import Positions
from .quantities import clashes_of_quantity
from .quotes import Quotes
from .refused import clashes_of_refusal
from .responsibility import clashes_of_responsibility
from .roles import Roles
from .secrets import Secrets
from .shelf import Shelf
from .sittings import clashes_of_sittings
from .sizes import clashes_of_size
from .states import clashes_of_mechanism, clashes_of_meeting
from .statuses import Statuses
from .stocks import clashes_of_count
from .tallies import clashes_of_tally
from .terms import clashes_of_term
from .tolls import clashes_of_dead
from .unfixed import clashes_of_no_number
from .unmentioned import clashes_of_mention
from .unmet import clashes_of_no_meeting
from .unset import clashes_of_no_day
from .verdicts import Rulings, rule
from .whereabouts import clashes_of_whereabouts
from .woven import bind, findings_of, weave

__all__ = ["build"]


def build(
    reports: Iterable[Report],
    statements: Iterable[Statement],
    *,
    judgements: Iterable[Judgement] = (),
    near_duplicates: Mapping[str, str] = {},
    rejections: Iterable[Rejection] = (),
) -> Findings:
    """Build all that `statements` come to. The same for any order of reports, statements and judgements.

    Whoever calls it passes what one audience may see, and nothing else: a finding then rests on that alone.

    Args:
        reports: The reports.
        statements: What they say; those of a report that is not there become rejections.
        judgements: What analysts say of statements and of earlier findings.
        near_duplicates: Report id -> id of the report that it is a near copy of; copies count as one source.
        rejections: What could not be taken before; kept as it is.

    Returns:
        The findings, each with all its evidence, and the disagreements among them.
    """
    shelf, rulings = Shelf(reports, near_duplicates), rule(judgements)
    known, homeless = _known(statements, shelf)
    kept = [statement for statement in known if not rulings.rejected(statement.id)]
    cast, actors = join_actors(kept, (s for s in known if rulings.rejected(s.id)), shelf, rulings)
    found = _actor_findings(cast, actors, kept, shelf, rulings)
    others, clashes = _weave_all(kept, cast, shelf, rulings)
    against = opponents(clashes)
    found += [msgspec.structs.replace(finding, against=against.get(finding.id, ())) for finding in others]
    return Findings(
        reports=shelf.reports,
        findings=tuple(sorted(found, key=lambda f: (KINDS.index(f.kind), shelf.order(f.evidence[0]), f.id))),
        disagreements=_in_order(show(clash) for clash in clashes),
        near_duplicates={r: o for r, o in sorted(near_duplicates.items()) if shelf.holds(r) and shelf.holds(o)},
        rejections=(*rejections, *homeless),
    )


def _known(statements: Iterable[Statement], shelf: Shelf) -> tuple[list[Statement], list[Rejection]]:
    """Each statement once, in the order of ids, and those whose report is not there."""
    found: dict[str, Statement] = {}
    homeless: dict[str, Rejection] = {}
    for statement in statements:
        if not all(shelf.holds(evidence.report) for evidence in statement.evidence):
            reason = "its report is not among the reports; add the report, or leave the statement out"
            homeless[statement.id] = Rejection(what=f"statement {statement.id}", reason=reason)
            continue
        other = found.get(statement.id, statement)
        first = min(statement, other, key=lambda s: (s.reader, s.basis, s.marking.rank))
        marking = most_restricted((statement.marking, other.marking))
        found[statement.id] = msgspec.structs.replace(first, marking=marking)
    return [found[key] for key in sorted(found)], [homeless[key] for key in sorted(homeless)]


def _actor_findings(
    cast: Cast, actors: Mapping[str, Sequence[str]], statements: Iterable[Statement], shelf: Shelf, rulings: Rulings
) -> list[Finding]:
    by_id = {statement.id: statement for statement in statements}
    return [
        bind(content, [by_id[statement] for statement in actors[content.actor]], shelf, rulings)
        for content in cast.actors()
    ]


def _weave_all(
    statements: Iterable[Statement], cast: Cast, shelf: Shelf, rulings: Rulings
) -> tuple[list[Finding], list[Clash]]:
    """Weave every kind but actors, and find the clashes."""
    claims = make_claims(statements, cast, shelf, rulings)
    roles = weave(claims_of(Roles.content, claims), Roles(cast), shelf, rulings)
    meetings = weave(claims_of(Meetings.content, claims), Meetings(cast), shelf, rulings)
    positions = weave(claims_of(Positions.content, claims), Positions(cast), shelf, rulings)
    quotes = weave(claims_of(Quotes.content, claims), Quotes(), shelf, rulings)
    plans = weave(claims_of(Plans.content, claims), Plans(cast), shelf, rulings)
    mechanisms = weave(claims_of(Mechanisms.content, claims), Mechanisms(cast), shelf, rulings)
    statuses = weave(claims_of(Statuses.content, claims), Statuses(), shelf, rulings)
    events = weave(claims_of(Events.content, claims), Events(cast), shelf, rulings)
    secrets = weave(claims_of(Secrets.content, claims), Secrets(), shelf, rulings)
    asserted = claims_of(AssertionContent, claims)
    clashes = [
        *clashes_told_as_such(asserted, claims, shelf),
        *clashes_of_position(positions, plans, mechanisms, cast),
        *clashes_of_status(statuses, positions, cast, shelf, rulings),
        *clashes_of_mechanism(mechanisms),
        *clashes_of_absence(mechanisms, claims, shelf),
        *clashes_of_meeting(meetings, cast, shelf, rulings),
        *clashes_of_plans_to_meet(meetings, shelf, rulings),
        *clashes_of_no_day(meetings, claims, shelf, rulings),
        *clashes_of_no_meeting(meetings, claims, cast, shelf, rulings),
        *clashes_of_toll(events, cast),
        *clashes_of_dead(claims, cast, shelf),
        *clashes_of_points(plans, shelf, rulings),
        *clashes_of_date(meetings, events, cast),
        *clashes_of_day_set(asserted, cast, shelf),
        *clashes_of_denial(claims, shelf),
        *clashes_of_count(claims, shelf),
        *clashes_of_no_number(claims, shelf),
        *clashes_of_number(claims, shelf),
        *clashes_of_term(claims, cast, shelf),
        *clashes_of_sittings(claims, cast, shelf),
        *clashes_of_deadline(claims, shelf),
        *clashes_of_responsibility(claims, cast, shelf),
        *clashes_of_doer(claims, cast, shelf),
        *clashes_of_mention(claims, shelf),
        *clashes_of_whereabouts(meetings, cast, shelf),
        *clashes_of_quantity(claims, cast, shelf),
        *clashes_of_parts(claims, cast, shelf),
        *clashes_of_size(claims, cast, shelf),
        *clashes_of_tally(claims, cast, shelf),
        *clashes_of_correction(claims, shelf),
        *clashes_of_words(claims, cast, shelf),
        *clashes_in_one_sentence(claims, shelf),
        *clashes_of_assertion(asserted, cast, shelf),
        *clashes_of_refusal(claims, cast, shelf),
        *clashes_of_headway(claims, cast, shelf),
        *clashes_of_answer(positions, statuses, cast, shelf, rulings),
    ]
    told = (roles, meetings, positions, quotes, plans, mechanisms, statuses, events, secrets)
    return [finding for one in told for finding in findings_of(one)], joined(clashes)


def _in_order(disagreements: Iterable[Disagreement]) -> tuple[Disagreement, ...]:
    """Plain contradictions before opposite answers; by issue, in the order of the vocabulary, those of none last."""
    places = {issue: place for place, issue in enumerate(issues())}

    def place(one: Disagreement) -> tuple[bool, int, str, str]:
        return one.by_answers, places.get(one.issue or "", len(places)), one.about, one.id

    return tuple(sorted(disagreements, key=place))
