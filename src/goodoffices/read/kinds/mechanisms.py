"""Mechanisms: monitoring missions, forces, buffer zones, funds; who leads them, what must happen first."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import TYPE_CHECKING, cast

from goodoffices.record import MechanismContent, MechanismKind, MechanismState, Statement

from .conditions import condition_in

if TYPE_CHECKING:
    from ..context import Context

__all__ = ["find_mechanisms"]

_LED = re.compile(r"\b(?:led|headed|chaired|run|administered|monitored|commanded|supervised|operated|managed)\s+by\s+", re.IGNORECASE)


@functools.cache
def _phrases() -> tuple[re.Pattern[str], dict[str, str], dict[str, re.Pattern[str]]]:
    text = resources.files(__package__).joinpath("data/mechanisms.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    kinds = {phrase: kind for kind, phrases in data["phrases"].items() for phrase in phrases}
    ordered = sorted(kinds, key=len, reverse=True)
    pattern = re.compile(r"\b(?:" + "|".join(re.escape(p).replace(r"\ ", r"[\s-]+") for p in ordered) + r")\b", re.IGNORECASE)
    status = {s: re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b", re.IGNORECASE) for s, words in data["status"].items()}
    return pattern, kinds, status


def find_mechanisms(context: Context) -> Iterator[Statement]:
    """State each arrangement that a sentence, an item or a row of a table names."""
    for start, end in _units(context):
        yield from _in_unit(context, start, end)


def _units(context: Context) -> Iterator[tuple[int, int]]:
    for sentence in context.sentences:
        if sentence.block.kind != "heading":
            yield sentence.start, sentence.end
    for block in context.blocks:
        if block.kind == "table":
            for row in block.rows[1:]:
                if row:
                    yield row[0].start, row[-1].end


def _in_unit(context: Context, start: int, end: int) -> Iterator[Statement]:
    pattern, kinds, _ = _phrases()
    text = context.report.text
    seen = set()
    matches = list(pattern.finditer(text, start, end))
    for n, match in enumerate(matches):
        phrase = re.sub(r"[\s-]+", " ", match.group().lower())
        kind = next((k for p, k in kinds.items() if re.sub(r"[\s-]+", " ", p) == phrase), "other")
        if kind in seen:
            continue
        seen.add(kind)
        until = matches[n + 1].start() if n + 1 < len(matches) else end
        trigger = condition_in(text, match.end(), until, weak=True)
        yield context.state(
            MechanismContent(
                name=" ".join(match.group().split()),
                kind=cast("MechanismKind", kind),
                led_by=_leaders(context, match.end(), until),
                trigger=trigger.text if trigger else None,
                status=_status(text[start:end]),
            ),
            context.report.evidence(start, end),
            when=context.time_in(start, end),
            basis=f"phrase {phrase!r}",
        )


def _leaders(context: Context, start: int, end: int) -> tuple[str, ...]:
    led = _LED.search(context.report.text, start, end)
    return context.actors_in(led.end(), min(end, led.end() + 60)) if led else ()


def _status(text: str) -> MechanismState:
    _, _, status = _phrases()
    for name in ("rejected", "in_force", "agreed"):
        if status[name].search(text):
            return cast("MechanismState", name)
    return "proposed"
