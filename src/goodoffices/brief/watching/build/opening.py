"""The few sentences with which the page of a day opens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from goodoffices.brief.build.phrases import counted, join_names, sentence_case
from goodoffices.brief.watching.model import ObligationView, PowerView
from goodoffices.brief.watching.wording import wording
from goodoffices.watch.state import Outlook

from .moments import moment_words

__all__ = ["state_sentences"]

_NAMED = 4  # at most, by name in a sentence


def state_sentences(
    outlook: Outlook, obligations: Sequence[ObligationView], powers: Sequence[PowerView]
) -> tuple[str, ...]:
    """Say the whole in a few sentences: what stands where, what is breached, what falls due, which powers are open."""
    return tuple(_sentences(outlook, obligations, powers))


def _sentences(outlook: Outlook, obligations: Sequence[ObligationView], powers: Sequence[PowerView]) -> Iterator[str]:
    if outlook.on < outlook.agreement.in_force:
        yield f"The agreement enters into force on {moment_words(outlook.agreement.in_force)} only."
    tally = Counter(each.state for each in obligations)
    said = [f"{tally[state]} {label}" for state, label in wording().states.items() if tally[state]]
    if not obligations:
        yield "Nothing is owed yet."
        return
    families = len({each.family for each in obligations})
    anew = (
        f" ({families} of the agreement; each time that one arises anew counts)" if families < len(obligations) else ""
    )
    yield f"Of {counted(len(obligations), 'obligation')}{anew}, {join_names(said)}."
    breached = [each for each in obligations if each.state == "breached"]
    if breached:
        yield f"In breach: {_named([_act(each) for each in breached])}."
    by_id = {each.id: each for each in obligations}
    ahead = [by_id[each.obligation.id] for each in outlook.next_due]
    if ahead:
        first = ahead[0]
        yield f"Next to fall due, {first.due_words}: {first.act} ({join_names(first.owes)})."
    opened = [each for each in powers if each.state != "closed"]
    if opened:
        yield f"{sentence_case(_powers(opened))}."
    if outlook.loops:
        yield f"{counted(len(outlook.loops), 'circle')} of obligations that wait for each other: {_circles(outlook)}."
    vague = [each for each in obligations if each.or_else]
    if vague:
        names = _named([each.id for each in vague])
        yield f"Where the time of something is not known, the state may be another: {names}."


def _act(each: ObligationView) -> str:
    return f"{each.act} ({join_names(each.owes)})" if each.id == each.family else f"{each.act} ({each.id})"


def _powers(opened: Sequence[PowerView]) -> str:
    words = wording().powers
    said = [f"{words[each.state]}: {each.act}" + (f" (clause {each.clause})" if each.clause else "") for each in opened]
    return f"powers {_named(said)}"


def _circles(outlook: Outlook) -> str:
    return _named([" → ".join([*circle, circle[0]]) for circle in outlook.loops])


def _named(names: Sequence[str]) -> str:
    """Name a few, and say how many more there are."""
    rest = len(names) - _NAMED
    return "; ".join([*names[:_NAMED], *([f"and {rest} more"] if rest > 0 else [])])
