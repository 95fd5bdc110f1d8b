"""GENIUS and GeniusWeb scenarios, in and out."""

from __future__ import annotations

from .scenario import read_genius
from .web import is_profile, parse_json, read_geniusweb
from .writing import write_genius

__all__ = ["is_profile", "parse_json", "read_genius", "read_geniusweb", "write_genius"]
