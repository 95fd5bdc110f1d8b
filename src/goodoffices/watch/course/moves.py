"""The next state of one obligation: the rules, as a table of what may follow what.

```
conditional -> pending | active   its trigger has come (pending until ``starts`` holds)
conditional -> expired            ``lapses`` holds before the trigger
pending     -> active             ``starts`` holds
active     <-> suspended          somebody, a power or ``suspended while`` holds it in abeyance; its clock stands still
pending, active, suspended -> fulfilled   it was done (a duty to do), or its time is over unbroken (a duty to refrain)
pending, active, suspended -> expired     its time is over and it was not done
active      -> breached           it was breached, or its deadline has passed
breached    -> fulfilled          it was done late (a duty to do)
breached    -> active             the breach was put right (a duty to refrain), or the deadline moved (a duty to do)
any but the last three -> discharged
```
"""

from __future__ import annotations

import msgspec

__all__ = ["FINAL", "Signs", "next_state"]

FINAL = frozenset({"fulfilled", "expired", "discharged"})
"""States that nothing follows."""

Cause = tuple[str, ...]


class Signs(msgspec.Struct):
    """What speaks for a change at one instant; each with its cause, empty where it does not hold.

    Attributes:
        keeps: It is a duty to refrain.
        triggered: The trigger has come.
        lapsed: It waits no longer.
        started: It is owed.
        over: Its time is over.
        done: It was done.
        broken: It was breached, by what somebody established or by a condition.
        overdue: Its deadline has passed.
        remedied: A breach was put right.
        extended: Its deadline was moved at this instant.
        held: It is in abeyance.
        discharged: It was let go.
    """

    keeps: bool
    triggered: Cause = ()
    lapsed: Cause = ()
    started: Cause = ()
    over: Cause = ()
    done: Cause = ()
    broken: Cause = ()
    overdue: Cause = ()
    remedied: Cause = ()
    extended: Cause = ()
    held: Cause = ()
    discharged: Cause = ()


def next_state(state: str, signs: Signs) -> tuple[str, Cause] | None:
    """The state that follows at this instant, and why; None where nothing changes."""
    if state in FINAL:
        return None
    if signs.discharged:
        return "discharged", signs.discharged
    return _RULES[state](signs)


def _conditional(signs: Signs) -> tuple[str, Cause] | None:
    if signs.triggered:
        return ("active" if signs.started else "pending"), signs.triggered
    return ("expired", signs.lapsed) if signs.lapsed else None


def _pending(signs: Signs) -> tuple[str, Cause] | None:
    if (ended := _ended(signs)) is not None:
        return ended
    return ("active", signs.started) if signs.started else None


def _active(signs: Signs) -> tuple[str, Cause] | None:
    if signs.done and not signs.keeps:
        return "fulfilled", signs.done
    if signs.broken:
        return "breached", signs.broken
    if signs.held:
        return "suspended", signs.held
    if signs.overdue:
        return "breached", signs.overdue
    return _ended(signs)


def _suspended(signs: Signs) -> tuple[str, Cause] | None:
    if (ended := _ended(signs)) is not None:
        return ended
    return None if signs.held else ("active", ("nothing holds it in abeyance any more",))


def _breached(signs: Signs) -> tuple[str, Cause] | None:
    if not signs.keeps:
        put_right = signs.done or signs.remedied
        if put_right:
            return "fulfilled", put_right
        return ("active", signs.extended) if signs.extended and not signs.overdue else None
    return ("active", signs.remedied) if signs.remedied and not signs.broken else None


def _ended(signs: Signs) -> tuple[str, Cause] | None:
    if signs.done and not signs.keeps:
        return "fulfilled", signs.done
    if signs.over:
        return ("fulfilled" if signs.keeps else "expired"), signs.over
    return None


_RULES = {
    "conditional": _conditional,
    "pending": _pending,
    "active": _active,
    "suspended": _suspended,
    "breached": _breached,
}
