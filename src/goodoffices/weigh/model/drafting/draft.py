"""A first model of a deal, drafted from what reports say; for people to edit."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from goodoffices.record import Finding, Findings
from goodoffices.record.view import View
from goodoffices.weigh.errors import NoPackage

from ..contradictions import contradiction
from ..model import Issue, Model, NoDeal, Option, Party
from ..numbers import Number, Source
from ..preferences import Points
from .agenda import Topic, agenda
from .demands import demands
from .evidence import score, weight
from .marks import marked, seen, source_of_all
from .settings import settings
from .sides import Side, sides

__all__ = ["draft_model", "findings_of"]


def draft_model(record: Findings | View) -> Model:
    """Draft a model from the record.

    Issues and options come from the positions found, with "as it is" beside them; stances and firmness give intervals,
    wide where the evidence is thin; a red line becomes a mandate, a condition that names an issue an implication. What
    no report says is left open: it is unknown. Every number has the ids of its statements.

    Args:
        record: Findings, or a view of a case, of which the findings are built.

    Returns:
        The model, on the scale of 0 to 100, each of its parts marked as drafted.

    Raises:
        NoPackage: If no party is found to hold a position on anything that could be agreed.
    """
    findings = findings_of(record)
    parties = sides(findings)
    topics = agenda(findings, parties)
    holders = {stand.party for topic in topics for each in topic.proposals for stand in each.stands}
    parties = tuple(side for side in parties if side.actor in holders)
    if not topics or not parties:
        msg = "no position of a party on anything to be agreed is in the record: there is no deal to draft"
        raise NoPackage(msg)
    model = Model(
        parties=tuple(_party(side, topics) for side in parties),
        issues=tuple(_issue(topic) for topic in topics),
        constraints=demands(topics, parties),
        no_deal=marked(NoDeal(package={topic.name: settings().as_it_is for topic in topics}, words=settings().no_deal)),
        note=_note(findings, topics),
        drafted=tuple(sorted({seen(each) for topic in topics for one in topic.findings for each in one.statements})),
    )
    return _consistent(model)


def findings_of(record: Findings | View) -> Findings:
    """The findings themselves, or those of all that a view shows."""
    if isinstance(record, Findings):
        return record
    from goodoffices.record.findings import build  # noqa: PLC0415 - only where a draft is made from a case

    return build(record.reports(), record.statements(), judgements=record.judgements(), rejections=record.rejections())


def _issue(topic: Topic) -> Issue:
    settled = tuple(marked(Option(each.label, source_of_all(each.statements))) for each in topic.proposals)
    return Issue(name=topic.name, options=(marked(Option(settings().as_it_is)), *settled))


def _party(side: Side, topics: Sequence[Topic]) -> Party:
    weights: dict[str, Number] = {}
    scores = {}
    for topic in topics:
        stands = [stand for each in topic.proposals for stand in each.stands if stand.party == side.actor]
        if not stands:
            continue
        findings: list[Finding] = list({stand.finding.id: stand.finding for stand in stands}.values())
        weights[topic.name] = weight(findings, stands)
        scores[topic.name] = Points(
            {
                each.label: score(own)
                for each in topic.proposals
                if (own := [stand for stand in each.stands if stand.party == side.actor])
            }
        )
    return Party(
        name=side.name, signs=side.signs, weights=Points(weights), scores=scores, source=Source(note=side.note)
    )


def _consistent(model: Model) -> Model:
    """Take out constraints of one party that cannot hold together: implications first, then what it insists on."""
    kept = list(model.constraints)
    for party in model.parties:
        own = [each for each in kept if each.party == party.name]
        while clash := contradiction(model, own):
            least = min(clash, key=lambda each: ("implication", "only", "never").index(each.kind))
            kept.remove(least)
            own.remove(least)
    return msgspec.structs.replace(model, constraints=tuple(kept))


def _note(findings: Findings, topics: Sequence[Topic]) -> str:
    """Say what the draft rests on, and what it leaves out."""
    used = {stand.finding.id for topic in topics for each in topic.proposals for stand in each.stands}
    left = len(findings.of_kind("position")) - len(used)
    text = f"Drafted from {len(used)} positions in {len(findings.reports)} reports; what is not said is unknown."
    if left:
        text += f" Left out: {left} positions (on how to talk, of people who speak for no party, or without a matter)."
    return text
