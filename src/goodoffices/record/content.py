"""What a statement can say: one frozen type a kind, as the brief's format version 1 has them.

Actors are named by their id (`actor_id`). Within a report a reader gives each actor one id; over reports the findings
join the ids that mean one actor.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import Literal, TypeAlias

import msgspec

from .ids import content_id

__all__ = [
    "ActorContent",
    "ActorKind",
    "AssertionContent",
    "Content",
    "EventContent",
    "EventKind",
    "IssueState",
    "IssueStatusContent",
    "MechanismContent",
    "MechanismKind",
    "MechanismState",
    "MeetingContent",
    "MeetingState",
    "PlanContent",
    "PlanItem",
    "PlanVersion",
    "PositionContent",
    "QuoteContent",
    "RoleContent",
    "Stance",
    "Tense",
    "Tenure",
    "WithheldContent",
    "actor_id",
    "fold",
]

ActorKind: TypeAlias = Literal["state", "organisation", "group", "person"]
Tenure: TypeAlias = Literal["current", "former", "acting", "incoming"]
MeetingState: TypeAlias = Literal["held", "under_way", "planned", "cancelled"]
Stance: TypeAlias = Literal["demands", "offers", "accepts", "rejects", "conditional", "ambiguous"]
MechanismKind: TypeAlias = Literal[
    "monitoring",
    "force",
    "buffer_zone",
    "border_verification",
    "security_pact",
    "economic",
    "channel",
    "mediation",
    "exchange",
    "humanitarian",
    "other",
]
MechanismState: TypeAlias = Literal["proposed", "agreed", "in_force", "rejected"]
IssueState: TypeAlias = Literal["agreed", "progress", "open", "blocked"]
EventKind: TypeAlias = Literal["violence", "statement", "measure", "other"]
Tense: TypeAlias = Literal["fact", "ahead"]


def fold(name: str) -> str:
    """Write a name as names are compared: no case, accents, articles, titles or punctuation."""
    if not name.isascii():
        name = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    name = name.casefold()
    name = re.sub(r"[^\w ]+", " ", name.replace("’", "").replace("'", ""))
    return re.sub(r"^(the|mr|mrs|ms|dr) ", "", " ".join(name.split()))


@functools.lru_cache(maxsize=16384)
def actor_id(kind: ActorKind, name: str) -> str:
    """Name an actor by its kind and its folded name."""
    return content_id("a", kind, fold(name))


class ActorContent(msgspec.Struct, frozen=True, tag="actor", kw_only=True):
    """There is such an actor.

    Attributes:
        actor: Its id.
        name: Its fullest name.
        kind: State, organisation, group or person.
        aliases: Other forms of the name that reports use.
        side: Id of the state or body that a person (or a delegation) speaks for, or None.
    """

    actor: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    side: str | None = None


class RoleContent(msgspec.Struct, frozen=True, tag="role", kw_only=True):
    """A person holds, held or takes up an office.

    Attributes:
        actor: Id of the person.
        title: The office in the report's words.
        of: Id of the state or body, or None.
        tenure: Whether the person holds it, held it, stands in, or is about to take it up.
    """

    actor: str
    title: str
    of: str | None = None
    tenure: Tenure = "current"


class MeetingContent(msgspec.Struct, frozen=True, tag="meeting", kw_only=True):
    """Parties met, meet or will meet.

    Attributes:
        participants: Ids of the actors, sorted.
        place: Where, in the report's words, or None.
        status: Held, under way, planned or cancelled.
        topic: What about, in the report's words, or None.
        convenor: Id of the host or mediator, or None.
        condition: What a planned meeting depends on, or None.
    """

    participants: tuple[str, ...]
    place: str | None = None
    status: MeetingState = "held"
    topic: str | None = None
    convenor: str | None = None
    condition: str | None = None


class PositionContent(msgspec.Struct, frozen=True, tag="position", kw_only=True):
    """A party wants, offers, accepts or rejects something on an issue.

    Attributes:
        party: Id of the side that holds it (the side, not the person, where a person speaks for one).
        issue: Id from the vocabulary of issues.
        stance: How the party stands to it.
        text: One plain clause.
        firm: True for a red line.
        condition: On what it depends, in the report's words, or None.
        shift: True where the report says that this is a change from before.
    """

    party: str
    issue: str
    stance: Stance
    text: str
    firm: bool = False
    condition: str | None = None
    shift: bool = False


class QuoteContent(msgspec.Struct, frozen=True, tag="quote", kw_only=True):
    """A speaker said something.

    Attributes:
        speaker: Id of the actor.
        text: What was said.
        direct: True where it stands in quotation marks.
        to: Ids of those who were told, where the report names them.
    """

    speaker: str
    text: str
    direct: bool
    to: tuple[str, ...] = ()


class PlanVersion(msgspec.Struct, frozen=True, order=True, kw_only=True):
    """One state of a plan.

    Attributes:
        label: "initial", "revised", or the report's own word.
        points: Its number of points, or None.
        when: ISO 8601 interval of this version as `Interval.iso` writes it, or None where the report says nothing.
    """

    label: str = ""
    points: int | None = None
    when: str | None = None


class PlanItem(msgspec.Struct, frozen=True, order=True):
    """One point of a plan: its text and its issue."""

    text: str
    issue: str


class PlanContent(msgspec.Struct, frozen=True, tag="plan", kw_only=True):
    """There is a plan, with the versions and points that the report names.

    Attributes:
        name: What the report calls it.
        author: Id of the actor whose plan it is, or None.
        versions: In the order in which they followed each other.
        items: What is in it.
    """

    name: str
    author: str | None = None
    versions: tuple[PlanVersion, ...] = ()
    items: tuple[PlanItem, ...] = ()


class MechanismContent(msgspec.Struct, frozen=True, tag="mechanism", kw_only=True):
    """An arrangement that would carry or guard an agreement.

    Attributes:
        name: What the report calls it.
        kind: From the vocabulary of mechanisms.
        led_by: Ids of those who lead it.
        trigger: What must happen first, in the report's words, or None.
        status: Proposed, agreed, in force or rejected.
    """

    name: str
    kind: MechanismKind
    led_by: tuple[str, ...] = ()
    trigger: str | None = None
    status: MechanismState = "proposed"


class IssueStatusContent(msgspec.Struct, frozen=True, tag="issue_status", kw_only=True):
    """How far the talks have come on an issue.

    Attributes:
        issue: Id from the vocabulary of issues.
        status: Agreed, in progress, open or blocked.
        text: The clause that says so.
    """

    issue: str
    status: IssueState
    text: str = ""


class EventContent(msgspec.Struct, frozen=True, tag="event", kw_only=True):
    """Something outside the talks that bears on them.

    Attributes:
        kind: Violence, statement, measure or other.
        actors: Ids of those who did it or whom it met, sorted.
        text: The clause that tells it.
        place: Where, or None.
        plover: PLOVER event type, or None.
    """

    kind: EventKind
    actors: tuple[str, ...]
    text: str
    place: str | None = None
    plover: str | None = None


class WithheldContent(msgspec.Struct, frozen=True, tag="withheld", kw_only=True):
    """Something that a report says is kept secret: the clause, and who keeps it."""

    text: str
    by: tuple[str, ...] = ()


class AssertionContent(msgspec.Struct, frozen=True, tag="assertion", kw_only=True):
    """A voice says that something is so, or is not so: what accounts are compared by. Briefs show it in disagreements.

    Attributes:
        act: What is said, from the vocabulary of acts and states: `attend`, `receive`, `lasting`, ...
        holds: True where it is said to be so, False where it is said not to be so.
        text: The clause, in the report's words.
        words: The lemmas that carry what it is about, without those of the act itself; names as they are written.
        actors: Ids of those who did it or of whom it is said, sorted; empty where they are not known.
        tense: Whether it is told as a fact or as to come.
        issue: Id from the vocabulary of issues, or None.
        voice: Who says it, in the report's words, where it is no known actor; empty where the report says it itself.
    """

    act: str
    holds: bool
    text: str
    words: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    tense: Tense = "fact"
    issue: str | None = None
    voice: str = ""


Content: TypeAlias = (
    ActorContent
    | RoleContent
    | MeetingContent
    | PositionContent
    | QuoteContent
    | PlanContent
    | MechanismContent
    | IssueStatusContent
    | EventContent
    | WithheldContent
    | AssertionContent
)
