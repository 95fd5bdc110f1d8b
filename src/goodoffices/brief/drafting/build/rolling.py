"""The rolling text with all that is said of it, ready to be shown."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import msgspec

from goodoffices.brief.drafting.model import RollingPage, Trouble, WaitView
from goodoffices.draft.check import check
from goodoffices.draft.lineage import follow
from goodoffices.draft.text import points
from goodoffices.record import Marking, most_restricted

from .assessed import assessed_of
from .comparing import marking_of
from .contested import contested_of
from .numbers import numbers_of
from .opening import sentences_of
from .progress import Kept, build_progress, changes_of, pasts_of
from .record import HeldAgainst, crossings_of, unanswered_of, voices_of
from .rows import Beside, rows_of
from .statuses import count_statuses
from .troubles import cycles_of, find_held, troubles_of, waits_of
from .words import Showing, find_parties

__all__ = ["build_rolling"]


def build_rolling(
    versions: Sequence[Kept],
    *,
    parties: Sequence[str] = (),
    held: HeldAgainst | None = None,
    generated: dt.datetime | None = None,
) -> RollingPage:
    """Show the last version of a text, with its checks and with what the versions before tell.

    Args:
        versions: The earliest first; one or more.
        parties: Names of the parties that ought to have an obligation; found in the text where not given.
        held: What the last version was held against: a case, mandates; nothing where not given.
        generated: When the page is written.
    """
    kept, document = versions[-1], versions[-1].document
    report, numbers, named = check(document, parties=parties), numbers_of(document), find_parties(document)
    showing = Showing(document, named)
    waits = waits_of(report, numbers, find_held(document))
    held = held or HeldAgainst()
    troubles = (*crossings_of(held, numbers), *troubles_of(report))
    beside = _beside(versions, troubles, waits, Beside(voices=voices_of(held), numbers=numbers))
    assessed = assessed_of(document, numbers, parties)
    page = RollingPage(
        title=document.title or Path(document.name).stem or "Text",
        file=Path(document.name).name,
        version=kept.note or dict(document.meta).get("version", ""),
        generated=generated,
        marking=_marking(versions, held.marking),
        parties=named,
        points=len(points(document)),
        statuses=count_statuses(document),
        preamble=showing.paragraphs(document.preamble),
        rows=tuple(rows_of(document, showing, beside)),
        closing=showing.paragraphs(document.closing),
        contested=tuple(contested_of(document, named, numbers)),
        troubles=troubles,
        waits=waits,
        cycles=cycles_of(report, waits, numbers),
        shares=assessed.shares,
        weights=assessed.weights,
        quality=assessed.quality,
        tensions=assessed.tensions,
        backstops=assessed.backstops,
        perpetual=assessed.perpetual,
        unanswered=unanswered_of(held),
        silent=held.silent,
        progress=build_progress(versions) if len(versions) > 1 else None,
    )
    return msgspec.structs.replace(page, sentences=tuple(sentences_of(page)))


def _beside(versions: Sequence[Kept], troubles: Sequence[Trouble], waits: Sequence[WaitView], beside: Beside) -> Beside:
    """Sort what was found by provision, and add what the versions before tell of each."""
    of_problems: defaultdict[str, list[Trouble]] = defaultdict(list)
    for trouble in troubles:
        for name in dict.fromkeys(trouble.provisions):
            of_problems[name].append(trouble)
    waiting: defaultdict[str, list[WaitView]] = defaultdict(list)
    holding: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for wait in waits:
        waiting[wait.provision].append(wait)
        if wait.target:
            holding[wait.target][wait.provision] = None
    holds = {name: tuple(each) for name, each in holding.items()}
    beside = msgspec.structs.replace(beside, troubles=of_problems, waits=waiting, holds=holds)
    if len(versions) == 1:
        return beside
    river = follow([each.document for each in versions])
    names = [each.name for each in versions]
    return msgspec.structs.replace(beside, pasts=pasts_of(river, names), changes=changes_of(river))


def _marking(versions: Sequence[Kept], of_case: Marking | None) -> Marking | None:
    """The most restricted marking of all that the page rests on; None where nothing says."""
    named = [of_case, *(each for kept in versions for each in (marking_of(kept.document), kept.marking))]
    known = [each for each in named if each is not None]
    return most_restricted(known) if known else None
