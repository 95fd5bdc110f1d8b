"""What the duties of a text lack: a party, a subject, a date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..sequence import Gazetteer
from .duties import Duty
from .parties import COLLECTIVE, Parties
from .report import Problem

__all__ = ["check_duties"]

_SHORT_CHARS = 90
_LIST = 3
"""So many items of one list that lack the same are one remark: that is how lists of measures are written."""
_MOST_NUMBERS = 40


def check_duties(duties: Sequence[Duty], parties: Parties, places: Gazetteer) -> Iterator[Problem]:
    """Find parties without a duty, duties without a subject, and duties without a day or a trigger.

    Args:
        duties: What the text orders.
        parties: Its parties.
        places: Its provisions, for their numbers.
    """
    yield from _idle(duties, parties)
    nobody = [each for each in duties if not each.bearer]
    undated = [each for each in duties if each.act and not each.timed]
    yield from _remarks("no-subject", nobody, places)
    yield from _remarks("no-date", undated, places)


_ONE = {
    "no-subject": "{where} says that something is to be done ({words!r}) and not by whom",
    "no-date": "{where} orders an act ({words!r}) with no date, term or trigger",
}
_MANY = {
    "no-subject": "{count} items of a list say what is to be done and not by whom: {where} ({words!r} and so on)",
    "no-date": "{count} items of a list order an act with no date, term or trigger: {where} ({words!r} and so on)",
}


def _remarks(kind: str, lacking: Sequence[Duty], places: Gazetteer) -> Iterator[Problem]:
    lists: dict[str, list[Duty]] = {}
    for each in lacking:
        if each.item:
            lists.setdefault(places.parent(each.provision), []).append(each)
    long = {parent: found for parent, found in lists.items() if len(found) >= _LIST}
    for found in long.values():
        yield _of_list(kind, found, places)
    for each in lacking:
        if not (each.item and places.parent(each.provision) in long):
            message = _ONE[kind].format(where=places.number(each.provision), words=_short(each.words))
            yield Problem(kind=kind, message=message, provisions=(each.provision,), spans=(each.span,))


def _of_list(kind: str, found: Sequence[Duty], places: Gazetteer) -> Problem:
    provisions = tuple(dict.fromkeys(each.provision for each in found))
    numbers = [places.number(each) for each in provisions[:_MOST_NUMBERS]]
    where = ", ".join(numbers) + (" and more" if len(provisions) > _MOST_NUMBERS else "")
    message = _MANY[kind].format(count=len(found), where=where, words=_short(found[0].words))
    return Problem(kind=kind, message=message, provisions=provisions, spans=tuple(each.span for each in found))


def _short(words: str) -> str:
    return words if len(words) <= _SHORT_CHARS else words[:_SHORT_CHARS].rsplit(" ", 1)[0] + " ..."


def _idle(duties: Sequence[Duty], parties: Parties) -> Iterator[Problem]:
    own = {name for each in duties for name in each.subjects if name != COLLECTIVE}
    shared = sum(COLLECTIVE in each.subjects for each in duties)
    if not duties or not (own or shared):
        return
    for name in parties.names:
        if name not in own and (own or not shared):
            rest = f"; it only shares in the {shared} that all bear" if shared else ""
            yield Problem(kind="idle-party", message=f"{name!r} has no duty of its own{rest}")
