"""Edits: each takes a text that was read and gives the new source; nothing else in it changes by a character."""

from .attributes import set_attributes, set_status, write_ids
from .numbers import renumber
from .provisions import add_provision, remove_provision, replace_provision, replace_span

__all__ = [
    "add_provision",
    "remove_provision",
    "renumber",
    "replace_provision",
    "replace_span",
    "set_attributes",
    "set_status",
    "write_ids",
]
