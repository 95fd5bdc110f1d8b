"""The brief as JSON: the format `goodoffices.brief/1`, with more keys than it asks for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from goodoffices.record import (
    ActorContent,
    EventContent,
    Evidence,
    IssueStatusContent,
    MechanismContent,
    MeetingContent,
    PlanContent,
    PlanVersion,
    PositionContent,
    QuoteContent,
    RoleContent,
    WithheldContent,
)

from . import json_types as form
from .build.arrangements import interval_of
from .json_process import fact_forms, process_forms
from .model import Brief, Citation, DisputeView, Entry, MechanismView, Ref, ReportView

__all__ = ["json_schema", "to_json"]

_INDENT = 2


def to_json(brief: Brief) -> bytes:
    """Write the brief as JSON in UTF-8.

    Args:
        brief: The view models.

    Returns:
        One object with the keys of the format, two spaces an indent. The same brief gives the same bytes.
    """
    return msgspec.json.format(msgspec.json.encode(_form(brief)), indent=_INDENT) + b"\n"


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of what `to_json` writes."""
    return msgspec.json.schema(form.BriefForm)


def _form(brief: Brief) -> form.BriefForm:
    kinds: dict[str, list[Any]] = {kind: [] for kind in _WRITERS.values()}
    details = {view.entry.id: view for view in brief.mechanisms}
    tracks = {view.entry.id: view.track.id for view in brief.timeline.meetings}
    for entry in brief.entries:
        if type(entry.content) in _WRITERS:
            kinds[_WRITERS[type(entry.content)]].append(_finding(entry, tracks, details))
    return form.BriefForm(
        format=form.FORMAT,
        title=brief.title,
        generated=brief.generated,
        audience=brief.audience,
        marking=brief.marking,
        sources=brief.sources,
        opening=_opening(brief),
        reports=tuple(_report(report) for report in brief.reports),
        actors=tuple(_actors(brief)),
        disagreements=tuple(_dispute(dispute) for dispute in brief.disputes),
        matrix=tuple(_cells(brief)),
        tracks=tuple(_tracks(brief)),
        changes=tuple(
            form.ChangeForm(kind=c.kind, text=c.whole, when=c.when, before=_ids(c.before), after=_ids(c.after))
            for c in brief.changes
        ),
        gaps=tuple(
            form.GapForm(issue=g.issue, actor=g.actor.id, elsewhere=g.elsewhere, because=_ids(g.because))
            for g in brief.gaps
        ),
        process=process_forms(brief),
        rejections=brief.rejections,
        **{key: tuple(found) for key, found in kinds.items()},
    )


def _report(view: ReportView) -> form.ReportForm:
    return form.ReportForm(
        id=view.id,
        number=view.number,
        path=view.path,
        title=view.title,
        published=view.published,
        language=view.language,
        text=view.text,
        near_duplicate_of=view.near_duplicate_of,
        outlet=view.outlet,
        author=view.author,
        url=view.url,
        marking=view.marking,
    )


def _common(entry: Entry) -> dict[str, Any]:
    """What every finding carries, under the names of `FindingForm`."""
    return {
        "id": entry.id,
        "label": entry.label,
        "says": entry.says,
        "evidence": _evidence(entry.evidence),
        "sources": entry.sources,
        "said_by": entry.said_by,
        "as_of": entry.as_of,
        "first_reported": entry.first_reported,
        "against": _ids(entry.against),
        "marking": entry.marking,
        "verdict": entry.verdict,
        "confidence": entry.confidence,
        "basis": entry.basis,
        "statements": entry.statements,
        "citation": entry.citation,
        "caveats": entry.caveats,
    }


def _evidence(cited: Iterable[Citation]) -> tuple[Evidence, ...]:
    return tuple(Evidence(report=c.report, start=c.start, end=c.end, quote=c.quote) for c in cited)


def _ids(refs: Iterable[Ref]) -> tuple[str, ...]:
    return tuple(ref.id for ref in refs)


_WRITERS: dict[type, str] = {
    MeetingContent: "meetings",
    PositionContent: "positions",
    QuoteContent: "quotes",
    PlanContent: "plans",
    MechanismContent: "mechanisms",
    IssueStatusContent: "issue_status",
    EventContent: "events",
    WithheldContent: "withheld",
}
"""Content -> the key of the format that it stands under; actors and their roles are written apart."""

_FORMS: dict[str, type[form.FindingForm]] = {
    "meetings": form.MeetingForm,
    "positions": form.PositionForm,
    "quotes": form.QuoteForm,
    "plans": form.PlanForm,
    "mechanisms": form.MechanismForm,
    "issue_status": form.IssueStatusForm,
    "events": form.EventForm,
    "withheld": form.WithheldForm,
}


def _finding(entry: Entry, tracks: dict[str, str], details: dict[str, MechanismView]) -> form.FindingForm:
    """Write a finding: the fields of its content and what every finding carries."""
    made = _FORMS[_WRITERS[type(entry.content)]]
    values = {**msgspec.structs.asdict(entry.content), **_common(entry), "when": entry.when}
    if isinstance(entry.content, MeetingContent):
        values["track"] = tracks[entry.id]
    if isinstance(entry.content, PositionContent):
        values |= {"strength": entry.strength, "strength_word": entry.strength_word}
    if isinstance(entry.content, MechanismContent):
        view = details[entry.id]
        values |= {"details": fact_forms(view.details), "told": _evidence(view.told)}
    if isinstance(entry.content, IssueStatusContent):
        values["according_to"] = entry.said_by
    if isinstance(entry.content, PlanContent):
        values["versions"] = tuple(_version(version) for version in entry.content.versions)
        values["items"] = tuple(form.PlanItemForm(text=item.text, issue=item.issue) for item in entry.content.items)
    return made(**{name: values[name] for name in made.__struct_fields__})


def _version(version: PlanVersion) -> form.PlanVersionForm:
    return form.PlanVersionForm(label=version.label, points=version.points, when=interval_of(version.when))


def _actors(brief: Brief) -> Iterable[form.ActorForm]:
    """Every actor with its roles; a role whose holder has no finding of its own brings the holder along."""
    roles: dict[str, list[Entry]] = {}
    for entry in brief.entries:
        if isinstance(entry.content, RoleContent):
            roles.setdefault(entry.content.actor, []).append(entry)
    for entry in brief.entries:
        if isinstance(entry.content, ActorContent):
            yield _actor(entry, entry.content, roles.pop(entry.content.actor, []))
    for actor, held in roles.items():
        nobody = ActorContent(actor=actor, name=brief.names.get(actor, "an actor not shown"), kind="person")
        yield _actor(held[0], nobody, held)


def _actor(entry: Entry, content: ActorContent, roles: Iterable[Entry]) -> form.ActorForm:
    known = isinstance(entry.content, ActorContent)
    values = {**_common(entry), "id": content.actor}
    return form.ActorForm(
        **values,
        finding=entry.id if known else None,
        name=content.name,
        kind=content.kind,
        aliases=content.aliases,
        side=content.side,
        roles=tuple(_role(role, role.content) for role in roles if isinstance(role.content, RoleContent)),
    )


def _role(entry: Entry, content: RoleContent) -> form.RoleForm:
    return form.RoleForm(**_common(entry), title=content.title, of=content.of, tenure=content.tenure, when=entry.when)


def _dispute(view: DisputeView) -> form.DisputeForm:
    sides = tuple(
        form.SideForm(
            text=side.text,
            evidence=_evidence(side.evidence),
            finding=side.finding.id,
            said_by=side.said_by,
            as_of=side.as_of,
            statements=side.statements,
        )
        for side in view.sides
    )
    return form.DisputeForm(
        id=view.id,
        label=view.label,
        about=view.about,
        issue=view.issue,
        sides=sides,
        over_time=view.over_time,
        by_answers=view.by_answers,
        marking=view.marking,
    )


def _cells(brief: Brief) -> Iterable[form.CellForm]:
    for matrix in brief.matrices:
        for row in matrix.rows:
            for cell in row.cells:
                yield form.CellForm(
                    issue=cell.issue,
                    party=cell.party,
                    state=cell.state,
                    stances=tuple(mark.stance for mark in cell.marks),
                    firm=any(mark.firm for mark in cell.marks),
                    contested=cell.contested,
                    positions=tuple(entry.id for entry in cell.entries),
                )


def _tracks(brief: Brief) -> Iterable[form.TrackForm]:
    for track in brief.timeline.tracks:
        meetings = tuple(view.entry.id for view in brief.timeline.meetings if view.track.id == track.id)
        yield form.TrackForm(id=track.id, label=track.label, sides=track.sides, meetings=meetings)


def _opening(brief: Brief) -> dict[str, tuple[form.LineForm, ...]]:
    return {
        name: tuple(form.LineForm(text=line.whole, findings=_ids(line.refs)) for line in getattr(brief.opening, name))
        for name in brief.opening.__struct_fields__
    }
