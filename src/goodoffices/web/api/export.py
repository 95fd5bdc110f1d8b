"""Files: tables, charts, the brief, the case; the same that the pages hand out."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from goodoffices.desk.tables import FORMS
from goodoffices.web.pages import exporting

from .answers import Failure, told

__all__ = ["router"]

router = APIRouter(tags=["export"])


def _file(*media: str) -> dict[int | str, dict[str, Any]]:
    answers = told(Failure, "A file")
    binary = {"schema": {"type": "string", "format": "binary"}}
    answers[200]["content"] = {each.split(";")[0]: binary for each in media}
    return answers


_TABLE = _file(*(form.content_type for form in FORMS.values()))
_BRIEF = _file("text/html", "text/markdown", "application/json")

# In this order: the last one would take the others for tables.
for _path, _endpoint, _answers in (
    ("/export/brief.{form}", exporting.brief, _BRIEF),
    ("/export/case.jsonl", exporting.case, _file("application/x-ndjson")),
    ("/export/{chart}.png", exporting.picture, _file("image/png")),
    ("/export/citations.docx", exporting.citations, _file(FORMS["docx"].content_type)),
    ("/export/{table}.{form}", exporting.export_table, _TABLE),
):
    router.add_api_route(_path, _endpoint, methods=["GET"], responses=_answers)
