"""The report of a model in full, and what leaves of it: the model, tables of packages and the front, the picture."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import msgspec
from fastapi import APIRouter
from fastapi import Query as Asked
from starlette.responses import Response

from goodoffices.brief.weighing import (
    Report,
    weighing_contents,
    weighing_sections,
    weighing_to_html,
    weighing_to_json,
    weighing_to_markdown,
)
from goodoffices.brief.weighing.drawing import parallel_chart, plane_chart
from goodoffices.desk.folder import Version
from goodoffices.desk.tables import FORMS, Table, export, to_png
from goodoffices.record import InputError
from goodoffices.web.asking import Asking, Reader
from goodoffices.web.moments import now
from goodoffices.web.rendering import page
from goodoffices.web.weighing.answering import asks_of, weighed
from goodoffices.web.weighing.cited import Sentence, named_in, resolved, sentences
from goodoffices.web.weighing.job import Done
from goodoffices.web.weighing.linking import ties_of
from goodoffices.web.weighing.models import read
from goodoffices.web.weighing.tables import front_table, packages_table

__all__ = ["full_report", "router"]

router = APIRouter(include_in_schema=False)

_Version = Annotated[int | None, Asked(ge=1, le=9999)]
_ASKS = 12
_REPORTS: dict[str, tuple[str, Callable[[Report], bytes]]] = {
    "html": ("text/html", lambda report: weighing_to_html(report).encode("utf-8")),
    "md": ("text/markdown", lambda report: weighing_to_markdown(report).encode("utf-8")),
    "json": ("application/json", weighing_to_json),
}
_TABLES: dict[str, Callable[..., Table]] = {"packages": packages_table, "front": front_table}


def full_report(who: Asking, version: Version, text: str, done: Done) -> tuple[Report, dict[str, Sentence]]:
    """The report of a version with the words of its sources.

    Raises:
        InputError: If the model cannot be weighed.
    """
    if done.report is None:
        where = f"line {done.fault.line}: " if done.fault and done.fault.line else ""
        msg = f"{where}{done.fault.words}" if done.fault else "this model cannot be weighed"
        raise InputError(msg)
    known = sentences(who.view, named_in(text))
    title = version.title or version.name
    report = msgspec.structs.replace(done.report, title=title, marking=version.marking, file=f"{version.name}.yaml")
    return resolved(report, known), known


@router.get("/weigh/{name}/report")
def show(who: Reader, name: str, version: _Version = None) -> Response:
    """The page."""
    held, text = read(who, name, version)
    done = weighed(who, text)
    report, known = full_report(who, held, text, done)
    ties = ties_of(done.model, who.snapshot.brief.names, who.view.statements_by_id(known)) if done.model else None
    return page(
        who,
        "weigh_report.html.j2",
        here="/weigh",
        version=held,
        report=report,
        contents=weighing_contents(report),
        sections=weighing_sections(report, lambda id_: known[id_].href if id_ in known else ""),
        asks=asks_of(report, done.model, ties, _ASKS) if done.model and ties else (),
    )


@router.get("/weigh/{name}/export/{what}.{form}")
def leave(who: Reader, name: str, what: str, form: str, version: _Version = None) -> Response:
    """A file: ``model.yaml``, ``packages`` and ``front`` as tables, ``front.png``, ``report`` in three forms."""
    held, text = read(who, name, version)
    if (what, form) == ("model", "yaml"):
        return _sent(who, held, "model", form, "application/yaml; charset=utf-8", text.encode("utf-8"))
    report, _ = full_report(who, held, text, weighed(who, text))
    if what == "report" and form in _REPORTS:
        media, write = _REPORTS[form]
        made = msgspec.structs.replace(report, generated=now())
        return _sent(who, held, "report", form, f"{media}; charset=utf-8", write(made))
    if (what, form) == ("front", "png"):
        return _sent(who, held, "front", form, "image/png", _picture(report, held))
    if what in _TABLES and form in FORMS:
        table = _TABLES[what](report, audience=who.audience.marking, marking=held.marking, generated=now())
        return _sent(who, held, what, form, FORMS[form].content_type, export(table, form))
    msg = (
        f"a model is exported as model.yaml, packages and front as {', '.join(FORMS)}, front.png, and report as "
        f"{', '.join(_REPORTS)}; not as {f'{what}.{form}'[:40]!r}"
    )
    raise InputError(msg)


def _picture(report: Report, held: Version) -> bytes:
    drawn = None
    if report.space is not None:
        drawn = plane_chart(report.space, report.packages) or parallel_chart(report.space)
    if drawn is None:
        msg = "this model has no front to draw; its page says why"
        raise InputError(msg)
    return to_png(str(drawn), title=report.title[:80], marking=held.marking)


def _sent(who: Asking, held: Version, what: str, form: str, media: str, content: bytes) -> Response:
    """Send a file, and write down that it left, for whom, and who took it."""
    marking = held.marking.value.lower().replace("+", "-")
    name = f"{held.name}-{held.number}-{what}-tlp-{marking}.{form}"
    detail = {"audience": who.audience.words, "file": name}
    who.bench.store.audit("export", by=who.account.name, at=now(), target=name, detail=detail)
    return Response(content, media_type=media, headers={"content-disposition": f'attachment; filename="{name}"'})
