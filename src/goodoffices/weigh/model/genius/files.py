"""GENIUS' XML files: parsed with no entities, no network and no document type, each value with its line."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any, TypeAlias

from goodoffices.weigh.errors import ModelError

from ..files import read_bytes

__all__ = ["Element", "is_domain", "is_scenario", "number_of", "parse_xml", "wrong"]

#: An lxml element; lxml has no types.
Element: TypeAlias = Any

MOST_BYTES = 1 << 24
TYPED = "a document type or entity is not read: remove it"


def parse_xml(path: Path) -> Element:
    """Parse a file.

    Returns:
        The root element.

    Raises:
        ModelError: If it is no well-formed XML, or has a document type (which is how entity bombs are built).
    """
    from lxml import etree  # noqa: PLC0415 - heavy, and only GENIUS needs it

    raw = read_bytes(path, MOST_BYTES)
    at = raw.find(b"<!DOCTYPE")
    if at >= 0:
        raise ModelError(TYPED, file=str(path), line=raw.count(b"\n", 0, at) + 1)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        msg = f"no well-formed XML: {error.msg}"
        raise ModelError(msg, file=str(path), line=line, column=column) from error
    if root.getroottree().docinfo.doctype:  # in an encoding in which the bytes do not show it
        raise ModelError(TYPED, file=str(path))
    return root


def is_scenario(root: Element) -> bool:
    """True for a domain or a profile of GENIUS."""
    return root.tag in {"negotiation_template", "utility_space"}


def is_domain(root: Element) -> bool:
    """True for a domain: it says what is negotiated, and has no preferences."""
    if root.tag == "negotiation_template":
        return True
    return root.find(".//weight") is None and root.find(".//item[@evaluation]") is None


def wrong(path: Path, element: Element, fault: str) -> ModelError:
    """Make an error about an element."""
    return ModelError(fault, file=str(path), line=element.sourceline or 0)


def number_of(path: Path, element: Element, name: str, default: float | None = None) -> float:
    """Read a number from an attribute.

    Args:
        path: The file, for the error.
        element: The element.
        name: The attribute.
        default: What it is where the attribute is missing; None where it must be there.

    Raises:
        ModelError: If it is missing, no number, or not finite.
    """
    text = element.get(name)
    if text is None or text.strip() == "":
        if default is not None:
            return default
        raise wrong(path, element, f"<{element.tag}> has no {name}: give one")
    try:
        value = float(text)
    except ValueError as error:
        raise wrong(path, element, f"{name}={text!r} of <{element.tag}> is no number") from error
    if not math.isfinite(value):
        raise wrong(path, element, f"{name}={text!r} of <{element.tag}>: it must be a finite number")
    return value
