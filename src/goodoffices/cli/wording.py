"""What a statement says, as one line for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from goodoffices.record import (
    ActorContent,
    AssertionContent,
    Content,
    EventContent,
    Interval,
    IssueStatusContent,
    MechanismContent,
    MeetingContent,
    PlanContent,
    PositionContent,
    QuoteContent,
    RoleContent,
    WithheldContent,
    issues,
)

__all__ = ["in_context", "say", "say_when"]


def say(content: Content, names: Mapping[str, str]) -> str:  # noqa: C901, PLR0911  one line a kind
    """Say a content in one line.

    Args:
        content: What a statement or finding says.
        names: Actor id -> its name; an id without one stands for itself.
    """
    match content:
        case ActorContent():
            side = f", for {_name(content.side, names)}" if content.side else ""
            return f"{content.name} ({content.kind}{side})"
        case RoleContent():
            of = f" of {_name(content.of, names)}" if content.of else ""
            return f"{_name(content.actor, names)}: {content.title}{of} ({content.tenure})"
        case MeetingContent():
            place = f" in {content.place}" if content.place else ""
            return f"{_all(content.participants, names)} meet{place} ({content.status.replace('_', ' ')})"
        case PositionContent():
            return _position(content, names)
        case QuoteContent():
            said = f"“{content.text}”" if content.direct else content.text
            return f"{_name(content.speaker, names)}: {said}"
        case PlanContent():
            author = f" of {_name(content.author, names)}" if content.author else ""
            points = ", ".join(f"{each.points} points" for each in content.versions if each.points is not None)
            return f"{content.name}{author}" + (f" ({points})" if points else "")
        case MechanismContent():
            trigger = f", once {content.trigger}" if content.trigger else ""
            return f"{content.name} ({content.kind.replace('_', ' ')}, {content.status.replace('_', ' ')}{trigger})"
        case IssueStatusContent():
            return f"{_issue(content.issue)}: {content.status}" + (f"; {content.text}" if content.text else "")
        case EventContent():
            return f"{content.text} ({content.kind})"
        case WithheldContent():
            return content.text + (f" (kept by {_all(content.by, names)})" if content.by else "")
        case AssertionContent():
            return f"{content.text} ({content.act}: {'said to be so' if content.holds else 'denied'})"


def _position(content: PositionContent, names: Mapping[str, str]) -> str:
    firm = " firmly" if content.firm else ""
    condition = f", if {content.condition}" if content.condition else ""
    stance = f"{content.stance}{firm}"
    return f"{_name(content.party, names)} · {_issue(content.issue)} · {stance}: {content.text}{condition}"


def _issue(issue: str) -> str:
    term = issues().get(issue)
    return term.label if term else issue


def _name(actor: str | None, names: Mapping[str, str]) -> str:
    return names.get(actor, actor) if actor else "nobody named"


def _all(actors: Iterable[str], names: Mapping[str, str]) -> str:
    return ", ".join(_name(actor, names) for actor in actors) or "nobody named"


def say_when(when: Interval | None) -> str:
    """Say a time as ISO 8601 with the report's words, or that it is unknown."""
    if when is None or not (when.known or when.text):
        return "unknown"
    return (when.iso() if when.known else "unknown") + (f" ({when.text!r})" if when.text else "")


def in_context(text: str, start: int, end: int, *, around_chars: int = 60) -> str:
    """Cut a span out of its text with what stands around it, the span itself between ``[[`` and ``]]``, in one line."""
    before, after = max(0, start - around_chars), min(len(text), end + around_chars)
    cut = f"{text[before:start]}[[{text[start:end]}]]{text[end:after]}"
    return ("…" if before else "") + " ".join(cut.split()) + ("…" if after < len(text) else "")
