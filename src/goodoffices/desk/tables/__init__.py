"""Tables of everything that a case holds, and the files that they leave in: CSV, XLSX, JSON, DOCX, pictures.

Importing this room is cheap enough for a page; what writes XLSX, DOCX and PNG is loaded where it is asked for.
"""

from .building import build_table, empty_table, entry_table, evidence_of, grid, hit_table
from .citations import citations_docx, citations_text
from .csv_form import csv_parts, to_csv
from .docx_form import to_docx
from .forms import FORMS, Form, export, file_name
from .ground import Ground, Link, ReportLine, link_of
from .json_form import json_parts, table_schema, to_json
from .layout import Layout, layout, layouts
from .matrix_chart import matrix_chart
from .png_form import to_png
from .table import Cell, Column, ColumnType, Row, Table, make_table
from .xlsx_form import to_xlsx, write_xlsx

__all__ = [
    "FORMS",
    "Cell",
    "Column",
    "ColumnType",
    "Form",
    "Ground",
    "Layout",
    "Link",
    "ReportLine",
    "Row",
    "Table",
    "build_table",
    "citations_docx",
    "citations_text",
    "csv_parts",
    "empty_table",
    "entry_table",
    "evidence_of",
    "export",
    "file_name",
    "grid",
    "hit_table",
    "json_parts",
    "layout",
    "layouts",
    "link_of",
    "make_table",
    "matrix_chart",
    "table_schema",
    "to_csv",
    "to_docx",
    "to_json",
    "to_png",
    "to_xlsx",
    "write_xlsx",
]
