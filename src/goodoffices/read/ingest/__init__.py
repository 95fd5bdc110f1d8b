"""Ingest: files, folders, pages and feeds in; reports with their provenance, or rejections with a reason, out."""

from .intake import LIMIT_CHARS, ingest

__all__ = ["LIMIT_CHARS", "ingest"]
