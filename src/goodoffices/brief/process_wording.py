"""How a brief names what it shows of the process, read from `data/process.toml`."""

from __future__ import annotations

import functools
from importlib import resources

import msgspec

__all__ = ["ProcessWording", "SectionWords", "process_wording"]


class SectionWords(msgspec.Struct, frozen=True):
    """A section: its title, what it says of itself, and its groups in order."""

    title: str
    lead: str
    groups: tuple[str, ...]


class ProcessWording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of `data/process.toml`; the comments there say what each table is for."""

    sections: dict[str, SectionWords]
    groups: dict[str, str]
    kinds: dict[str, str]
    nobody: dict[str, str]
    states: dict[str, dict[str, str]]
    colours: dict[str, str]
    formats: dict[str, str]
    facts: dict[str, str]


@functools.cache
def process_wording() -> ProcessWording:
    """The words, read once."""
    data = resources.files(__package__).joinpath("data/process.toml").read_bytes()
    return msgspec.toml.decode(data, type=ProcessWording)
