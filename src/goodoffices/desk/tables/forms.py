"""The forms in which a table leaves: by the ending of a file, with the content type that a server names."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from goodoffices.record import InputError

from .csv_form import to_csv
from .docx_form import to_docx
from .json_form import to_json
from .table import Table
from .xlsx_form import to_xlsx

__all__ = ["FORMS", "Form", "export", "file_name"]

_OFFICE = "application/vnd.openxmlformats-officedocument"


class Form(msgspec.Struct, frozen=True):
    """One form: its ending, the content type of its bytes, and what writes them."""

    ending: str
    content_type: str
    write: Callable[[Table], bytes]


def _csv_with_mark(table: Table) -> bytes:
    # Whoever downloads a CSV opens it in a spreadsheet, and Excel knows UTF-8 by the mark alone.
    return to_csv(table, bom=True)


FORMS: Mapping[str, Form] = {
    "csv": Form("csv", "text/csv; charset=utf-8; header=present", _csv_with_mark),
    "xlsx": Form("xlsx", f"{_OFFICE}.spreadsheetml.sheet", to_xlsx),
    "json": Form("json", "application/json", to_json),
    "docx": Form("docx", f"{_OFFICE}.wordprocessingml.document", to_docx),
}
"""The forms of a table by their endings."""


def export(table: Table, form: str) -> bytes:
    """Write a table in a form.

    Raises:
        InputError: If there is no such form, or what writes it is not installed.
    """
    if form not in FORMS:
        msg = f"there is no form {form!r}; use one of {', '.join(FORMS)}"
        raise InputError(msg)
    return FORMS[form].write(table)


def file_name(table: Table, form: str) -> str:
    """Name a file of a table: what it is, its marking and its day, in plain letters."""
    day = f"-{table.generated:%Y-%m-%d}" if table.generated else ""
    marking = table.marking.value.lower().replace("+", "-")
    return f"{table.name.replace('_', '-')}-tlp-{marking}{day}.{form}"
