"""Each kind of finding in one plain sentence that stands alone."""

from __future__ import annotations

import functools

from goodoffices.brief.wording import wording
from goodoffices.record import (
    ActorContent,
    EventContent,
    Finding,
    IssueStatusContent,
    MechanismContent,
    MeetingContent,
    PlanContent,
    PositionContent,
    QuoteContent,
    RoleContent,
    WithheldContent,
    issues,
    mechanisms,
    stances,
)

from .phrases import bare, counted, interval_words, join_names, sentence_case
from .roster import Roster

__all__ = ["issue_label", "notes", "says", "stance_word"]


def issue_label(issue: str) -> str:
    """The label of an issue; its id where the vocabulary does not know it."""
    term = issues().get(issue)
    return term.label if term else issue


def stance_word(stance: str) -> str:
    """The label of a stance; its id where the vocabulary does not know it."""
    term = stances().get(stance)
    return term.label if term else stance


def says(finding: Finding, roster: Roster) -> str:
    """Say a finding in one sentence, without a full stop."""
    return _trim(sentence_case(_say(finding.content, roster, finding)))


def _trim(text: str) -> str:
    return " ".join(text.split()).rstrip(" .")


@functools.singledispatch
def _say(content: object, _roster: Roster, _finding: Finding) -> str:
    msg = f"no sentence for {type(content).__name__}"
    raise TypeError(msg)


@_say.register
def _actor(content: ActorContent, roster: Roster, _finding: Finding) -> str:
    kind = wording().actor_kinds[content.kind]
    side = f", speaks for {roster.name(content.side)}" if content.side else ""
    return f"{content.name} ({kind}){side}"


@_say.register
def _role(content: RoleContent, roster: Roster, _finding: Finding) -> str:
    tenure = wording().tenure[content.tenure]
    title = f"{tenure} {content.title}" if tenure and not content.title.startswith(tenure) else content.title
    of = roster.name(content.of)
    return f"{roster.name(content.actor)}: {title}" + (f" ({of})" if of and of not in title else "")


@_say.register
def _meeting(content: MeetingContent, roster: Roster, finding: Finding) -> str:
    who = join_names(roster.names(content.participants)) or "Unnamed participants"
    where = f" in {content.place}" if content.place else ""
    when = interval_words(finding.when)
    when = f", {when}" if when else ""
    host = f", hosted by {roster.name(content.convenor)}" if content.convenor else ""
    about = f": {content.topic}" if content.topic else ""
    return f"{who} {wording().meeting_verbs[content.status]}{where}{when}{host}{about}"


@_say.register
def _position(content: PositionContent, roster: Roster, _finding: Finding) -> str:
    said = f"{roster.name(content.party)} {wording().stance_verbs[content.stance]}: {content.text}"
    if not content.condition or content.condition.casefold() in content.text.casefold():
        return said  # the words of a conditional yes often hold what it depends on
    return f"{said.rstrip(' .')}; condition: {content.condition}"


@_say.register
def _quote(content: QuoteContent, roster: Roster, _finding: Finding) -> str:
    told = f" to {join_names(roster.names(content.to))}" if content.to else ""
    said = f"“{bare(content.text)}”" if content.direct else content.text
    return f"{roster.name(content.speaker)}{told}: {said}"


@_say.register
def _plan(content: PlanContent, roster: Roster, _finding: Finding) -> str:
    by = f", by {roster.name(content.author)}" if content.author else ""
    points = [str(v.points) for v in content.versions if v.points is not None]
    change = f": {' → '.join(points)} points" if points else ""
    return f"{content.name}{by}{change}"


@_say.register
def _mechanism(content: MechanismContent, roster: Roster, _finding: Finding) -> str:
    led = f", led by {join_names(roster.names(content.led_by))}" if content.led_by else ""
    waits = f", waits for: {content.trigger}" if content.trigger else ""
    return f"{content.name}{led}: {wording().mechanism_states[content.status]}{waits}"


@_say.register
def _issue_status(content: IssueStatusContent, roster: Roster, finding: Finding) -> str:
    by = f", according to {roster.name(finding.said_by)}" if finding.said_by else ""
    text = f" ({content.text.rstrip(' .:;')})" if content.text else ""
    return f"{issue_label(content.issue)}: {wording().issue_states[content.status]}{by}{text}"


@_say.register
def _event(content: EventContent, _roster: Roster, finding: Finding) -> str:
    place = f" ({content.place})" if content.place and content.place not in content.text else ""
    when = interval_words(finding.when)
    return content.text.rstrip(" .") + place + (f", {when}" if when else "")


@_say.register
def _withheld(content: WithheldContent, roster: Roster, _finding: Finding) -> str:
    by = f"{join_names(roster.names(content.by))}: " if content.by else ""
    return f"{by}{content.text}"


def notes(finding: Finding) -> tuple[str, ...]:
    """What a reader must not miss beside the sentence: a red line, a shift, a condition, the kind of a thing."""
    return _note(finding.content)


@functools.singledispatch
def _note(_content: object) -> tuple[str, ...]:
    return ()


@_note.register
def _of_position(content: PositionContent) -> tuple[str, ...]:
    return (*(("red line",) if content.firm else ()), *(("a shift from before",) if content.shift else ()))


@_note.register
def _of_meeting(content: MeetingContent) -> tuple[str, ...]:
    return (f"depends on: {content.condition}",) if content.condition else ()


@_note.register
def _of_mechanism(content: MechanismContent) -> tuple[str, ...]:
    term = mechanisms().get(content.kind)
    return (term.label.casefold() if term else content.kind,)


@_note.register
def _of_event(content: EventContent) -> tuple[str, ...]:
    return (wording().event_kinds[content.kind], *((f"PLOVER {content.plover}",) if content.plover else ()))


@_note.register
def _of_plan(content: PlanContent) -> tuple[str, ...]:
    return (counted(len(content.versions), "version"),) if content.versions else ()


@_note.register
def _of_quote(content: QuoteContent) -> tuple[str, ...]:
    return () if content.direct else ("in the report's words",)
