"""What people see: a brief as HTML, Markdown and JSON, all from the same frozen view models."""

from .build import build_brief
from .html import to_html
from .json_form import json_schema, to_json
from .markdown import to_markdown
from .model import Brief

__all__ = ["Brief", "build_brief", "json_schema", "to_html", "to_json", "to_markdown"]
