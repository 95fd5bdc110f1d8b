"""The models of the case in a line each: what they come to, where that is known."""

from __future__ import annotations

from collections.abc import Iterator

from goodoffices.brief.build.phrases import clip, join_names
from goodoffices.brief.model.entry import Line
from goodoffices.brief.weighing import Report
from goodoffices.web.asking import Asking

from .job import Weigh
from .models import listed, read
from .scales import scales

__all__ = ["model_lines"]

_LISTED = 3


def model_lines(who: Asking) -> tuple[Line, ...]:
    """Say of the models saved last what they come to; nothing is weighed for it, which would keep the page waiting."""
    latest = sorted(listed(who), key=lambda each: each.at, reverse=True)[:_LISTED]
    lines = []
    for version in latest:
        done = scales().known(Weigh(text=read(who, version.name)[1]))
        told = ". ".join(_told(done.report)) if done and done.report else f"Version {version.number}, not weighed yet"
        lines.append(Line(told, (), clip(version.title or version.name, 70)))
    return tuple(lines)


def _told(report: Report) -> Iterator[str]:
    if report.answer:
        yield report.answer.headline
    if report.packages and report.packages[0].chance.share is not None:
        chance = report.packages[0].chance
        yield f"All would sign package A: {chance.words}"
    if report.zone and report.zone.exists is False and report.zone.blockers:
        yield f"It stands and falls with {join_names(report.zone.blockers[0])}"
