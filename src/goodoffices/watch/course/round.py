"""One instant: rounds in which everything looks at the round before, until nothing moves.

Only those look again for whom something can have changed: what they look at has moved, or their time has come.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..agreement import Duty, Obligation, Power
from ..conditions import Condition, in_words
from ..log import What
from .moves import FINAL, Signs, next_state
from .readers import family_of
from .standing import Change
from .steps import moment
from .story import Act
from .truth import Judge
from .world import World

__all__ = ["Round"]

Cause = tuple[str, ...]
_POINTED = frozenset({What.BREACHED, What.REMEDIED, What.EXTENDED, What.DISCHARGED, What.EXERCISED, What.WITHDRAWN})


class Round:
    """Settles one instant of a world.

    Args:
        world: What is changed.
        now: The instant, in minutes since the epoch.
        looking: Those for whom something can have changed since the last instant.
    """

    def __init__(self, world: World, now: int, looking: Iterable[str]) -> None:
        self._world, self._now = world, now
        self._acts: dict[str, list[Act]] = world.story.acts.get(now, {})
        self._used: set[str] = set()
        self._looking = {*looking, *(subject for subject in self._acts if subject in world.things)}
        self.touched = set(self._looking)
        """All who looked at this instant."""
        self.restless: set[str] = set()
        """Those who had not come to rest when the instant was given up."""

    def settle(self) -> None:
        """Move until nothing moves; remember since when what holds."""
        world = self._world
        self.flag(self._acts)
        seen = {self._picture()}
        while moving := self._move():
            picture = self._picture()
            if picture in seen:  # all is as it was before at this instant: it goes round for ever
                world.unsettled.append((self._now, moving))
                self.restless = set(self._looking)
                break
            seen.add(picture)
        judge = world.judge(self._now)
        for owner in self.touched:
            for part in world.waits.get(owner, ()):
                world.memory.note((owner, part), self._now, judge.holds(part, owner))
        self._list_idle()

    def flag(self, acts: Mapping[str, list[Act]]) -> None:
        """Take suspensions, resumptions and new deadlines down: they hold whatever state the obligation is in."""
        for subject, several in acts.items():
            position = self._world.positions.get(subject)
            if position is None:
                continue
            for act in several:
                if act.what is What.SUSPENDED:
                    position.flagged = act.key
                elif act.what is What.RESUMED:
                    position.flagged = ""
                elif act.what is What.EXTENDED and act.until is not None:
                    position.extended = act.until - position.held

    def _picture(self) -> tuple[int, int]:
        """All that can differ between two rounds of one instant: the states, and how much was used up or seen."""
        world = self._world
        return world.picture, len(self._used) + world.seen + len(world.discharging)

    def _move(self) -> tuple[str, ...]:
        """One round; gives those that moved."""
        world = self._world
        judge = world.judge(self._now)
        moves = []
        for subject in sorted(self._looking, key=world.order.__getitem__):
            thing = world.things[subject]
            move = self._next(thing, judge) if isinstance(thing, Obligation) else self._next_of_power(thing, judge)
            if move:
                moves.append((subject, move))
        for subject, (state, because) in moves:
            self._enter(subject, state, because)
        self._looking = {reader for subject, _ in moves for reader in world.readers.of(subject)}
        self.touched |= self._looking
        return tuple(subject for subject, _ in moves)

    def _enter(self, subject: str, state: str, because: Cause) -> None:
        world, before = self._world, self._world.states[subject]
        world.changes.append(Change(subject, moment(self._now), before, state, because))
        world.enter(subject, state)
        self._used.update(because)
        position = world.positions.get(subject)
        if position is None:
            self._use_power(subject, state)
            return
        if before == "conditional" and state in {"pending", "active"}:
            world.triggered[subject] = self._now
        if before == "suspended" and position.held_since is not None:
            position.held += self._now - position.held_since
            position.held_since = None
        if state == "suspended":
            position.held_since = self._now
        position.late = position.late or (before == "breached" and state == "fulfilled")
        position.state, position.since = state, self._now

    def _use_power(self, subject: str, state: str) -> None:
        if state == "exercised":
            power = self._world.things[subject]
            for target in power.effect.discharges if isinstance(power, Power) else ():
                self._world.discharging.setdefault(target, subject)

    def _next(self, obligation: Obligation, judge: Judge) -> tuple[str, Cause] | None:
        state = self._world.states[obligation.id]
        return None if state in FINAL else next_state(state, self._signs(obligation, judge))

    def _signs(self, obligation: Obligation, judge: Judge) -> Signs:
        """What speaks for a change of this obligation now."""

        def true(condition: Condition | None, otherwise: Cause = ()) -> Cause:
            if condition is None:
                return otherwise
            return (in_words(condition),) if judge.holds(condition, obligation.id) is True else ()

        own = obligation.id
        due = self._world.due(obligation)
        started: Cause = ("it is owed at once",)
        return Signs(
            keeps=obligation.duty is Duty.REFRAIN,
            triggered=true(obligation.trigger, ("the agreement entered into force",)),
            lapsed=true(obligation.lapses),
            started=true(obligation.starts, started),
            over=true(obligation.until),
            done=self._done(own) or true(obligation.met),
            broken=self._unused(own, What.BREACHED) or true(obligation.broken),
            overdue=("its deadline passed",) if due is not None and self._now >= due else (),
            remedied=self._unused(own, What.REMEDIED),
            extended=self._moved(own),
            held=self._held(obligation, true(obligation.suspended_while)),
            discharged=self._unused(own, What.DISCHARGED) or self._ended_by_power(own),
        )

    def _done(self, subject: str) -> Cause:
        at, key = self._world.story.performed.get(subject, (None, ""))
        return (key,) if at is not None and at <= self._now else ()

    def _ended_by_power(self, subject: str) -> Cause:
        power = self._of(self._world.discharging, subject)
        return (power,) if power else ()

    def _held(self, obligation: Obligation, by_condition: Cause) -> Cause:
        """Is it in abeyance, by a power, a word or a condition? A power that reinstates outdoes the last two."""
        family = family_of(obligation.id)
        powers = self._world.holders.get(family, ())
        used = [each for each in powers if self._world.states[each.id] == "exercised"]
        for power in used:
            if family in power.effect.suspends:
                return (power.id,)
        if any(family in power.effect.reinstates for power in used):
            return ()
        flagged = self._world.positions[obligation.id].flagged
        return (flagged,) if flagged else by_condition

    def _next_of_power(self, power: Power, judge: Judge) -> tuple[str, Cause] | None:
        state = self._world.states[power.id]
        if state == "exercised":
            ended = self._unused(power.id, What.WITHDRAWN)
            return ("closed", ended) if ended else None
        opens = judge.holds(power.when, power.id) is True
        used = self._unused(power.id, What.EXERCISED)
        if opens and (used or power.automatic):
            return "exercised", used or (in_words(power.when),)
        if opens != (state == "open"):
            return ("open" if opens else "closed"), (in_words(power.when),)
        return None

    def _unused(self, subject: str, what: What) -> Cause:
        found = (act.key for act in self._acts.get(subject, ()) if act.what is what and act.key not in self._used)
        return tuple(found)

    def _moved(self, subject: str) -> Cause:
        """Entries that set a new deadline now."""
        return self._unused(subject, What.EXTENDED) if self._world.positions[subject].extended is not None else ()

    def _of(self, table: dict[str, str], subject: str) -> str:
        """What a table says of an obligation, or of the one that it is an instance of."""
        return table.get(subject) or table.get(family_of(subject), "")

    def _list_idle(self) -> None:
        """List what was set down for this instant and had no effect."""
        for subject, acts in self._acts.items():
            state = self._world.states.get(subject, "")
            reason = f"{subject} was {state} then" if state else f"there is no {subject}"
            for act in acts:
                if self._is_idle(act, state):
                    self._world.idle.append((act.key, "no new deadline is given" if _is_empty(act) else reason))

    def _is_idle(self, act: Act, state: str) -> bool:
        if not state or _is_empty(act):
            return True
        if act.what is What.PERFORMED:
            return state in {"expired", "discharged"}
        if act.what is What.EXTENDED and state not in {*FINAL, "breached"}:
            return False  # the deadline has moved, whether or not that changes the state now
        return act.what in _POINTED and act.key not in self._used


def _is_empty(act: Act) -> bool:
    """Does it move a deadline to no day at all?"""
    return act.what is What.EXTENDED and act.until is None
