"""All that findings and texts tell of how the talks are run, put together."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from goodoffices.record.finding import Findings

from .process_access import access, consent
from .process_agenda import carried, messages
from .process_answers import accusations
from .process_attempts import attempts
from .process_baseline import Baseline, baseline
from .process_clocks import clocks, deadlines
from .process_conditions import ConditionTest, condition_tests
from .process_distance import IssueDistance, distances
from .process_endorsements import endorsements, roster_changes
from .process_marks import StrengthWord, caveats, strength
from .process_measures import Measure, measures
from .process_mechanisms import mechanism_notes
from .process_note import Note, NoteKind
from .process_readouts import Readouts, readouts
from .process_replies import pending_replies
from .process_roles import formats, third_parties
from .process_setting import Setting
from .process_terms import criteria, outside_links

__all__ = ["Process", "process_of"]

_RULES = (
    attempts,
    third_parties,
    formats,
    carried,
    messages,
    pending_replies,
    clocks,
    deadlines,
    accusations,
    access,
    consent,
    endorsements,
    roster_changes,
    criteria,
    outside_links,
    mechanism_notes,
)


class Process(msgspec.Struct, frozen=True, kw_only=True):
    """How the talks are run, from the reports of one audience. Computed anew each time, never stored.

    Attributes:
        notes: What sentences say, by kind.
        distances: How far apart the parties stand, issue by issue.
        conditions: Conditions and what speaks to them.
        readouts: Meetings of which readouts differ.
        measures: Measures with objectives and results.
        baseline: Violence reported before a ceasefire, or None where none is reported.
        strength: Finding id of a position -> how strongly it is put.
        caveats: Finding id -> the words by which every report of it hedges it.
    """

    notes: tuple[Note, ...]
    distances: tuple[IssueDistance, ...]
    conditions: tuple[ConditionTest, ...]
    readouts: tuple[Readouts, ...]
    measures: tuple[Measure, ...]
    baseline: Baseline | None
    strength: Mapping[str, StrengthWord]
    caveats: Mapping[str, tuple[str, ...]]

    def of(self, kind: NoteKind) -> tuple[Note, ...]:
        """The notes of one kind, in the order of the reports."""
        return tuple(note for note in self.notes if note.kind == kind)


def process_of(findings: Findings) -> Process:
    """Compute how the talks are run.

    Args:
        findings: What the reports come to for one audience; nothing else is looked at.
    """
    setting = Setting(findings)
    return Process(
        notes=tuple(note for rule in _RULES for note in rule(setting)),
        distances=distances(setting),
        conditions=condition_tests(setting),
        readouts=readouts(setting),
        measures=measures(setting),
        baseline=baseline(setting),
        strength={one.id: strength(one) for one in findings.of_kind("position")},
        caveats=caveats(setting),
    )
