"""Put the report together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import msgspec

from goodoffices.brief.weighing.model import Report
from goodoffices.brief.weighing.wording import wording
from goodoffices.record import Marking
from goodoffices.weigh.analysis import Analysis
from goodoffices.weigh.coalitions import Power
from goodoffices.weigh.foretell import Stakes
from goodoffices.weigh.leading import CONCEPTS
from goodoffices.weigh.steps import Order

from .answer import answer_view
from .coalitions import coalition_view
from .doubt import question_views, sureness_view
from .figures import Figures, Sentences
from .foretelling import foretelling_view
from .lasting import lasting_view
from .packages import package_views
from .sides import sides_view
from .space import space_view
from .steps import order_view
from .stocktaking import constraint_views, interaction_views, party_figures
from .zone import zone_view

__all__ = ["build_foretelling", "build_weighing"]


def build_weighing(
    analysis: Analysis,
    *,
    file: str = "",
    generated: dt.datetime | None = None,
    marking: Marking | None = None,
    sentences: Sentences | None = None,
    order: Order | None = None,
    coalitions: Mapping[str, Power] | None = None,
    only_asked: bool = False,
) -> Report:
    """Make the view models of the report.

    Args:
        analysis: What was found.
        file: Where the model came from.
        generated: When the report is written.
        marking: The most restricted marking of what the model rests on; None where it is from no case.
        sentences: Statement id -> (sentence, title of its report), as far as the record at hand knows.
        order: The order of steps, where the model has some.
        coalitions: Task, in words -> who can make or break it, where the model has some.
        only_asked: Leave out all but the package that was asked about, which is then package A.
    """
    figures = Figures(analysis, sentences or {})
    packages = package_views(analysis, figures)
    report = Report(
        title=analysis.model.title or file.rpartition(".")[0] or file or "A deal",
        note=analysis.model.note,
        file=file,
        generated=generated,
        marking=marking,
        scale=analysis.model.scale,
        packages=packages,
        missing=_missing(analysis),
    )
    if only_asked:
        asked = tuple(
            msgspec.structs.replace(each, id="A", differs=(), trade="") for each in packages if "asked" in each.names
        )
        return msgspec.structs.replace(report, packages=asked, missing=())
    zone, questions = zone_view(analysis, figures), question_views(analysis, figures)
    return msgspec.structs.replace(
        report,
        answer=answer_view(analysis, packages, zone, questions),
        space=space_view(analysis),
        zone=zone,
        sureness=sureness_view(analysis),
        questions=questions,
        sides=sides_view(analysis, figures, packages),
        lasting=lasting_view(analysis, figures),
        order=order_view(order) if order else None,
        coalitions=tuple(coalition_view(power, task) for task, power in (coalitions or {}).items()),
        parties=party_figures(figures),
        interactions=interaction_views(figures),
        constraints=constraint_views(figures),
    )


def build_foretelling(
    issues: Mapping[str, Stakes], *, title: str, note: str = "", file: str = "", generated: dt.datetime | None = None
) -> Report:
    """Make a report of what positions foretell, and of nothing else.

    Args:
        issues: Issue -> who stands where.
        title: The heading.
        note: About the model as a whole.
        file: Where the positions came from.
        generated: When the report is written.
    """
    return Report(title=title, note=note, file=file, generated=generated, foretelling=foretelling_view(issues))


def _missing(analysis: Analysis) -> tuple[str, ...]:
    return tuple(f"{wording().parts[part]}: {_reason(part, why)}." for part, why in analysis.missing.items())


def _reason(part: str, why: str) -> str:
    """Of a solution that does not exist the reason alone: what follows it is advice to whoever writes Python."""
    return why.partition(";")[0] if part in CONCEPTS else why.rstrip(".")
