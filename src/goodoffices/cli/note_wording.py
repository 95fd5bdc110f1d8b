"""What a note of record says, as one line for a terminal."""

from __future__ import annotations

from goodoffices.record import ActorContent, issues
from goodoffices.record.note import (
    AssessmentNote,
    AttemptNote,
    ConsultationNote,
    Note,
    NoteContent,
    RumourNote,
    SharedNote,
    StatusNote,
)
from goodoffices.record.standing import holds
from goodoffices.record.view import View

from .wording import say

__all__ = ["claim_of", "say_claim", "say_note"]


def say_note(note: Note, view: View) -> str:
    """Say a note in one line, its correction in the words of the report that has it, and who wrote it."""
    day = f" ({note.day.isoformat()})" if note.day else ""
    return f"{_say(note.content, view)}{day} — {note.by}, {note.at.date()}: {note.why}"


def _say(content: NoteContent, view: View) -> str:
    match content:
        case StatusNote():
            term = issues().get(content.issue)
            said = "content sealed" if content.sealed else content.text
            return f"{term.label if term else content.issue}: {content.status}, says {content.source}" + _then(said)
        case ConsultationNote():
            return f"{content.party} on {content.subject}: {content.answer}" + _then(content.text)
        case AttemptNote():
            return f"{content.tried_by} tried {content.what}: {content.outcome}" + _then(content.text)
        case RumourNote():
            return f"“{content.claim}”: {say_claim(content, view)}"
        case AssessmentNote():
            caveats = "".join(f"; but {each}" for each in content.caveats)
            return f"{content.text} (confidence {content.confidence}{caveats})"
        case SharedNote():
            return f"to {content.to}{_then(content.how)}{_then(_shown(content))}"


def _then(said: str) -> str:
    return f"; {said}" if said else ""


def _shown(content: SharedNote) -> str:
    if content.audience is None:
        return ", ".join(content.things)
    circles = f" of {', '.join(content.circles)}" if content.circles else ""
    return f"as {content.audience.label}{circles}"


def say_claim(content: RumourNote, view: View) -> str:
    """Say what is known of a claim, with the correction."""
    said = content.text
    if content.correction and content.correction.startswith("s-") and holds(view, content.correction):
        quote = view.statement(content.correction).evidence[0].quote
        said = f"“{' '.join(quote.split())}” ({content.correction})" + _then(said)
    elif content.correction:
        said = content.correction + _then(said)
    return content.status + (f": {said}" if said else "")


def claim_of(view: View, claim: str) -> tuple[str | None, str]:
    """Find the id of the thing that makes a claim, or None, and the claim in words.

    Raises:
        NotInCase: If it is an id and the view holds no such thing.
    """
    match claim[:2]:
        case "s-":
            statement = view.statement(claim)
            told = [each.content for each in view.statements(kind="actor", report=statement.report)]
            names = {each.actor: each.name for each in told if isinstance(each, ActorContent)}
            return claim, say(statement.content, names)
        case "r-":
            return claim, view.report(claim).title
        case "n-":
            return claim, _say(view.note(claim).content, view)
    return None, claim
