"""The state of an agreement on a day, as blocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from goodoffices.brief.build.phrases import join_names
from goodoffices.brief.watching.build.moments import moment_words
from goodoffices.brief.watching.model import ObligationView, PowerView, StatePage, WaitView

from .blocks import Block, Heading, Item, Say, Table
from .pieces import cause_words, change_items

__all__ = ["state_blocks"]

_FAMILY = 6  # instances of one obligation that are listed one by one


def state_blocks(page: StatePage) -> Iterator[Block]:
    """Lay the page of a day out."""
    yield Heading(1, f"{page.title}: {moment_words(page.on)}")
    if page.marking.rank:
        yield Say(page.marking.label)
    if page.known:
        yield Say(f"As it was known on {moment_words(page.known)}.")
    yield Say(" ".join(page.sentences))
    yield from _board(page)
    yield from _due(page)
    yield from _waiting(page)
    yield from _powers(page)
    yield from _indicators(page)
    yield from _doubts(page)
    yield Heading(2, "What changed, and why")
    changes = [change for each in page.obligations for change in each.changes]
    yield from change_items(sorted(changes, key=lambda change: change.at))


def _board(page: StatePage) -> Iterator[Block]:
    """Every obligation, by state; of many instances in one state only the last few one by one."""
    yield Heading(2, "Every obligation")
    rows: list[tuple[str, ...]] = []
    for count in page.states:
        there = [each for each in page.obligations if each.state == count.state]
        sizes = Counter(each.family for each in there)
        for family, size in sizes.items():
            if size > _FAMILY:
                rows.append((count.label, family, f"{size - _FAMILY:,} earlier ones", "", "", ""))
            rows += [_row(each) for each in there if each.family == family][-_FAMILY:]
    yield Table(("State", "Id", "What", "Who", "Deadline", "Clause"), tuple(rows))


def _row(each: ObligationView) -> tuple[str, ...]:
    state = each.label + (f" or {each.or_else}" if each.or_else else "") + (", late" if each.late else "")
    act = each.act + ("" if each.confirmed else " (not confirmed)")
    return state, each.id, act, join_names(each.owes), each.due_words.removeprefix("by "), each.provision


def _due(page: StatePage) -> Iterator[Block]:
    yield Heading(2, "What falls due next")
    by_id = {each.id: each for each in page.obligations}
    if not page.next_due:
        yield Say("Nothing with a deadline that is known.")
    for each in (by_id[own] for own in page.next_due):
        yield Item(f"{each.due_words}: {each.act} ({join_names(each.owes)}) [{each.id}]")


def _waiting(page: StatePage) -> Iterator[Block]:
    waiting = [each for each in page.obligations if each.waits_for]
    if waiting or page.loops:
        yield Heading(2, "What waits for what")
    for each in waiting:
        yield Item(f"{each.id}: {each.act} ({each.label})")
        yield from map(_wait, each.waits_for)
    for circle in page.loops:
        yield Item(f"A circle: {' waits for '.join([*circle, circle[0]])}. None can begin before another does.")


def _wait(wait: WaitView) -> Item:
    return Item(f"{wait.words}: {wait.label}", 1)


def _powers(page: StatePage) -> Iterator[Block]:
    if page.powers:
        yield Heading(2, "Powers")
    for power in page.powers:
        yield Item(_power(power))
        yield from map(_wait, power.why)
        yield from change_items(power.changes, 1)


def _power(power: PowerView) -> str:
    said = [f"{power.label}: {power.act}"]
    said += [join_names(power.holder)] if power.holder else ["anyone"]
    said += [f"clause {power.clause}"] if power.clause else []
    said += [power.effect] if power.effect else []
    said += [f"since {moment_words(power.since)}"] if power.since else []
    said += [f"step {power.rung} of the ladder"] if power.rung else []
    return "; ".join(said) + f" [{power.id}]"


def _indicators(page: StatePage) -> Iterator[Block]:
    if page.indicators:
        yield Heading(2, "Numbers that are followed")
    for each in page.indicators:
        sources = "; ".join([*filter(None, [each.by]), *each.sources])
        yield Item(each.words + (f" ({sources})" if sources else ""))


def _doubts(page: StatePage) -> Iterator[Block]:
    claims = [(each.id, claim) for each in page.obligations for claim in each.claims]
    if claims:
        yield Heading(2, "Claims that establish nothing")
        yield from (Item(f"{own}: {cause_words(claim)}") for own, claim in claims)
    if page.idle:
        yield Heading(2, "Entries without effect")
        yield from (Item(f"{each.reason}: {cause_words(each.cause)}") for each in page.idle)
    for at, names in page.unsettled:
        yield Item(f"On {moment_words(at)} the states of {join_names(names)} chased each other in a circle.")
