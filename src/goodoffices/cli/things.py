"""Finding one thing of a case by its id: a report, statement, judgement, note, finding, disagreement or actor."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from goodoffices.record import Disagreement, Finding, Findings, Judgement, Note, NotInCase, Report, Statement
from goodoffices.record.content import ActorContent
from goodoffices.record.view import View

__all__ = ["Thing", "findings_of", "notes_on", "thing", "words_on"]

Thing: TypeAlias = Report | Statement | Judgement | Note | Finding | Disagreement


def findings_of(view: View) -> Findings:
    """Merge all that a view holds into findings; what the audience may not see has no part in them."""
    from goodoffices.read.duplicates import near_duplicates  # noqa: PLC0415  heavy, and only findings need it
    from goodoffices.record.findings import build  # noqa: PLC0415  as above

    reports = view.reports()
    return build(reports, view.statements(), judgements=view.judgements(), near_duplicates=near_duplicates(reports))


def thing(view: View, thing_id: str, *, case: str) -> Thing:
    """Find one thing by its id; an actor's id leads to the finding that there is such an actor.

    Raises:
        NotInCase: If this view holds no such thing.
    """
    by_prefix: dict[str, Callable[[str], Thing]] = {
        "r-": view.report,
        "s-": view.statement,
        "j-": view.judgement,
        "n-": view.note,
    }
    if look := by_prefix.get(thing_id[:2]):
        return look(thing_id)
    findings = findings_of(view)
    candidates: tuple[Finding | Disagreement, ...] = (*findings.findings, *findings.disagreements)
    for each in candidates:
        if each.id == thing_id or _is_actor(each, thing_id):
            return each
    msg = f"{case!r} holds no {thing_id!r}; `goodoffices case list` shows what it holds"
    raise NotInCase(msg)


def _is_actor(each: Finding | Disagreement, actor: str) -> bool:
    return isinstance(each, Finding) and isinstance(each.content, ActorContent) and each.content.actor == actor


def words_on(view: View, found: Thing) -> tuple[Judgement, ...]:
    """The judgements on a thing: by its id, or (of a finding) on any statement that it is merged from."""
    ids = {found.id}
    if isinstance(found, Finding):
        ids.update(found.statements)
    judgements = [each for each in view.judgements() if {each.target, each.other} & ids]
    taken = {each.id for each in judgements}
    return tuple(each for each in view.judgements() if each.id in taken or each.target in taken)


def notes_on(view: View, found: Thing) -> tuple[Note, ...]:
    """The notes that rest on a thing, or (of a finding) on any statement that it is merged from."""
    ids = {found.id, *(found.statements if isinstance(found, Finding) else ())}
    return tuple(each for each in view.notes() if ids.intersection(each.rests_on))
