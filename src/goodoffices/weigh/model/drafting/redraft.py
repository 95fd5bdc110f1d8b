"""A second draft after new reports: people's edits stay, and what the news would change is listed."""

from __future__ import annotations

from pathlib import Path

import msgspec

from goodoffices.record import Findings
from goodoffices.record.view import View

from ..contradictions import contradiction
from ..model import Model
from ..words import words_of
from ..yaml import edit_yaml, parse_yaml, read_text_of
from .changes import Change
from .draft import draft_model
from .matching import in_old_names
from .merging import Merging

__all__ = ["redraft"]


def redraft(old: str | Path, record: Findings | View) -> tuple[str, tuple[Change, ...]]:
    """Draft a model anew over one that people have edited.

    A number, option or constraint that nobody has touched since it was drafted (its mark still fits) says what the
    record says now. What a person changed stays; what the news would make of it is a suggestion. What a person took out
    stays out. What is new is added, with the draft's mark. Comments, order and spelling of the file stay.

    Args:
        old: A YAML model: its path, or its text where it has more than one line.
        record: Findings, or a view of a case.

    Returns:
        The new text, and what changed or would, in the order of the model.

    Raises:
        ModelError: If the old model cannot be read.
        NoPackage: If the record has no position to draft from.
    """
    text, name = _text(old)
    before = parse_yaml(text, name)
    merging = Merging(before)
    merged = merging.merged(in_old_names(draft_model(record), before))
    merged, changes = _consistent(before, merged, merging.changes)
    return edit_yaml(text, merged, name), tuple(changes)


def _text(old: str | Path) -> tuple[str, str]:
    if isinstance(old, str) and "\n" in old:
        return old, "model.yaml"
    return read_text_of(Path(old)), str(old)


def _consistent(before: Model, merged: Model, changes: list[Change]) -> tuple[Model, list[Change]]:
    """Keep out new constraints that contradict those that people have: they become suggestions."""
    had = {each.key: each for each in before.constraints}
    kept = list(merged.constraints)
    for party in (None, *(party.name for party in merged.parties)):
        own = [each for each in kept if each.party in {None, party}]
        while clash := contradiction(merged, own):
            touched = [each for each in clash if had.get(each.key) != each]
            if not touched:
                break
            out = touched[-1]
            own.remove(out)
            place = kept.index(out)
            kept[place : place + 1] = [had[out.key]] if out.key in had else []
            own += [had[out.key]] if out.key in had else []
            changes = [each for each in changes if each.place != ("constraints", out.key)]
            changes.append(
                Change(
                    act="suggested",
                    place=("constraints", out.key),
                    before=words_of(had[out.key]) if out.key in had else "",
                    after=f"{words_of(out)} (which contradicts what stands)",
                    statements=out.source.statements,
                )
            )
    return msgspec.structs.replace(merged, constraints=tuple(kept)), changes
