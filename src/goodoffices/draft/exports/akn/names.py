"""The names of Akoma Ntoso 3.0 (OASIS LegalDocML), and of what it has no names for."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import Any

from goodoffices.draft.text.markers import find_marker

__all__ = ["AKN", "GO", "NSMAP", "akn", "element_names", "element_of", "go", "local_name"]

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
GO = "urn:goodoffices:draft"
"""Statuses, links, markings and who wants what: attributes of our own, which the schema leaves room for."""
NSMAP = {None: AKN, "go": GO}


def akn(name: str) -> str:
    """The full name of an element of the standard."""
    return f"{{{AKN}}}{name}"


def go(name: str) -> str:
    """The full name of an attribute or element of our own."""
    return f"{{{GO}}}{name}"


def local_name(element: Any) -> str:  # noqa: ANN401  lxml has no types
    """The name of an element without its namespace; "" for a comment or an instruction."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


@functools.cache
def element_names() -> dict[str, Any]:
    """Which element a provision becomes, and back: ``data/elements.toml``."""
    return tomllib.loads(resources.files(__package__).joinpath("data", "elements.toml").read_text(encoding="utf-8"))


def element_of(marker: str, *, headed: bool, under: str) -> str:
    """The element that a provision becomes.

    Args:
        marker: Its number as written: "9.", "(a)", "Article 5.", "-", or "".
        headed: Has it a heading line?
        under: The element that it stands in.
    """
    signs = element_names()["signs"]
    found = find_marker(f"{marker} x", 0, len(marker) + 2) if marker else None
    if found is None:
        return str(signs["other"] if marker else signs["heading"] if headed else signs["paragraph"])
    if found.kind == "bullet":
        return str(signs["bullet"])
    if found.kind == "label":
        return _words().get(found.readings[0].style.casefold(), str(signs["other"]))
    if not found.number[0].isdigit():
        return str(signs["letters"])
    return str(signs["digits_under"] if under in {signs["digits"], signs["digits_under"]} else signs["digits"])


@functools.cache
def _words() -> dict[str, str]:
    return {word.casefold(): name for name, words in element_names()["words"].items() for word in words}
