"""What was agreed, taken apart: who owes what to whom, where, by when or upon what, until when, and who verifies it.

After Symboleo (Sharifi et al., "Symboleo: towards a specification language for legal contracts", RE 2020): an
obligation has a trigger and a time; a power lets its holder change the state of obligations.
"""

from __future__ import annotations

import datetime as dt
import enum

import msgspec

from goodoffices.record import Marking

from ..conditions import Condition

__all__ = ["Agreement", "Alert", "Due", "Duty", "Effect", "Indicator", "Obligation", "Power"]


class Duty(enum.Enum):
    """What kind of thing is owed. The values are what is written."""

    DO = "do"
    """One thing to be done: fulfilled when it is done."""
    REFRAIN = "refrain"
    """Something never to be done, or a state to be kept: fulfilled only when its time is over."""


class Due(msgspec.Struct, frozen=True):
    """By when a thing is to be done: an instant, or so long after something comes true.

    Attributes:
        at: The instant from which it is too late; None where it depends on something.
        within: How long there is from when ``of`` first holds; None where ``at`` says it.
        of: What the time runs from; the obligation's own trigger unless it says otherwise.
    """

    at: dt.datetime | None = None
    within: dt.timedelta | None = None
    of: Condition | None = None


class Obligation(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is owed.

    Attributes:
        id: Its name in the agreement.
        act: What is owed, in words.
        owes: The parties that owe it.
        to: Those to whom they owe it; empty for everyone.
        duty: Whether it is to be done once, or to be kept.
        kind: What it is about (ceasefire, withdrawal, pledge, hotline, crossing, inspection, fund, project, ...).
        provision: Number or id of the provision that it comes from; "" where unknown.
        words: The sentence of the text that makes it; "" where a person set it down.
        zones: Where it holds; empty for everywhere.
        trigger: What must come true before it exists; None: from the agreement's entry into force.
        lapses: What ends it while its trigger has not come; None: it waits for ever.
        starts: What must come true, after the trigger, before it is owed; None: it is owed at once.
        due: By when; None: there is no deadline.
        until: What ends it; None: nothing does.
        suspended_while: What holds it in abeyance as long as it holds.
        met: What counts as doing it by itself, such as a sum paid; None: somebody must say that it was done.
        broken: What counts as breaching it by itself, such as a count of incidents.
        verified_by: Who may say that it was done or breached; empty: anyone but those who owe it.
        evidence: What they need to say so, in words.
        incidents: Kinds of incidents that speak against it.
        each: Name of an event; the obligation then arises anew for each one (a ticket, a request).
        every: It arises anew so often after its trigger.
        issue: Issue of the talks that it answers, by id.
        option: Option of the deal model, by id.
        statements: Statements of the record that asked for it, by id.
        confirmed: Has a person confirmed it? What `compile` proposes is not, until somebody does.
        marking: Who may be shown it.
        circles: The circles to which it is confined; none: to nobody in particular.
        line: Line of the file on which it stands.
    """

    id: str
    act: str
    owes: tuple[str, ...]
    to: tuple[str, ...] = ()
    duty: Duty = Duty.DO
    kind: str = ""
    provision: str = ""
    words: str = ""
    zones: tuple[str, ...] = ()
    trigger: Condition | None = None
    lapses: Condition | None = None
    starts: Condition | None = None
    due: Due | None = None
    until: Condition | None = None
    suspended_while: Condition | None = None
    met: Condition | None = None
    broken: Condition | None = None
    verified_by: tuple[str, ...] = ()
    evidence: str = ""
    incidents: tuple[str, ...] = ()
    each: str = ""
    every: dt.timedelta | None = None
    issue: str = ""
    option: str = ""
    statements: tuple[str, ...] = ()
    confirmed: bool = True
    marking: Marking = Marking.CLEAR
    circles: tuple[str, ...] = ()
    line: int = 0


class Effect(msgspec.Struct, frozen=True):
    """What the use of a power does to obligations, by their ids.

    Attributes:
        suspends: They are suspended for as long as the power stays in use.
        reinstates: They come back, whatever suspended them.
        discharges: They are at an end.
    """

    suspends: tuple[str, ...] = ()
    reinstates: tuple[str, ...] = ()
    discharges: tuple[str, ...] = ()


class Power(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody may do once a condition holds: snap back relief, suspend, terminate.

    Attributes:
        id: Its name in the agreement.
        act: What may be done, in words.
        holder: Who may do it; empty for anyone.
        when: While this holds, the power is open.
        clause: Number or id of the provision that gives it.
        effect: What its use does.
        automatic: It is used by itself as soon as it is open.
        marking: Who may be shown it.
        circles: The circles to which it is confined; none: to nobody in particular.
        line: Line of the file on which it stands.
    """

    id: str
    act: str
    when: Condition
    holder: tuple[str, ...] = ()
    clause: str = ""
    effect: Effect = Effect()
    automatic: bool = False
    marking: Marking = Marking.CLEAR
    circles: tuple[str, ...] = ()
    line: int = 0


class Indicator(msgspec.Struct, frozen=True, kw_only=True):
    """A number that tells how far something has come: returns, sums paid, patrols refused.

    Attributes:
        id: Its name in the agreement.
        label: What is measured.
        unit: Its unit; "" for a plain number.
        objective: What it is to show ("fewer clashes on the border").
        baseline: Its value before; None where unknown.
        target: The value aimed at; None where none is set.
        better: Which way is better: "more" or "less".
        marking: Who may be shown it.
        circles: The circles to which it is confined; none: to nobody in particular.
        line: Line of the file on which it stands.
    """

    id: str
    label: str
    unit: str = ""
    objective: str = ""
    baseline: float | None = None
    target: float | None = None
    better: str = "more"
    marking: Marking = Marking.CLEAR
    circles: tuple[str, ...] = ()
    line: int = 0


class Alert(msgspec.Struct, frozen=True, kw_only=True):
    """A rule that speaks up.

    Attributes:
        id: Its name in the agreement.
        when: It speaks each time that this comes to hold; None for a rule on deadlines.
        due_within: It speaks once a deadline is nearer than this; None for a rule with a condition.
        of: The obligations whose deadlines it looks at, by id; empty for all.
        say: What it says; "" for what it rests on.
        marking: Who may be shown it.
        circles: The circles to which it is confined; none: to nobody in particular.
        line: Line of the file on which it stands.
    """

    id: str
    when: Condition | None = None
    due_within: dt.timedelta | None = None
    of: tuple[str, ...] = ()
    say: str = ""
    marking: Marking = Marking.CLEAR
    circles: tuple[str, ...] = ()
    line: int = 0


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that is watched of one agreement.

    Attributes:
        name: Its title.
        in_force: The instant from which it holds.
        parties: Those who are bound.
        obligations: In the order of the file.
        powers: In the order of the file.
        indicators: In the order of the file.
        alerts: In the order of the file.
        ladder: The steps of an enforcement ladder, mildest first, as ids of powers; may be empty.
        actors: For each party, the names by which incident data call those who act for it.
        trusts_source: The actor that incident data name counts as attributed by the source; otherwise it is a claim.
        marking: The marking of all that bears none of its own; who may not see that sees nothing of the agreement.
        circles: The same of the circles to which it is confined.
        files: Other files that belong to it (zones, incidents, happenings, effort, readings), by what they hold.
        source: The file it was read from.
    """

    name: str
    in_force: dt.datetime
    parties: tuple[str, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    powers: tuple[Power, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    alerts: tuple[Alert, ...] = ()
    ladder: tuple[str, ...] = ()
    actors: dict[str, tuple[str, ...]] = {}
    trusts_source: bool = False
    marking: Marking = Marking.CLEAR
    circles: tuple[str, ...] = ()
    files: dict[str, str] = {}
    source: str = ""
