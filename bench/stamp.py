"""When and on what machine figures were measured, and where they stand in the documents."""

from __future__ import annotations

import datetime as dt
import os
import platform
import re
from pathlib import Path

__all__ = ["machine", "put", "stamp", "today"]


def today() -> str:
    """The day, in ISO 8601."""
    return dt.datetime.now(dt.UTC).date().isoformat()


def machine() -> str:
    """The processor, its cores and the Python."""
    name = platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists() and (found := re.search(r"model name\s*: (.+)", info.read_text(encoding="utf-8"))):
        name = " ".join(found[1].split())
    return f"{name}, {os.cpu_count()} cores, Python {platform.python_version()}"


def stamp() -> str:
    """Day and machine."""
    return f"{today()}, {machine()}"


def put(page: Path, name: str, text: str) -> None:
    """Put figures in their place in a page: between ``<!-- NAME: ... -->`` and ``<!-- /NAME -->``."""
    pattern = re.compile(rf"(<!-- {name}: [^>]*-->\n).*?(<!-- /{name} -->)", re.DOTALL)
    whole = page.read_text(encoding="utf-8")
    assert pattern.search(whole), f"{page} has no place for the figures of {name}"
    page.write_text(pattern.sub(lambda found: f"{found[1]}\n{text}\n\n{found[2]}", whole), encoding="utf-8")
