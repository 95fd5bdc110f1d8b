"""The text itself as pages: HTML and PDF."""

from .html import to_html, to_html_fragment
from .pdf import to_pdf
from .runs import Line, Page, Run, page_of

__all__ = ["Line", "Page", "Run", "page_of", "to_html", "to_html_fragment", "to_pdf"]
