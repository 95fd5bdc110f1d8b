"""Libraries that only some formats need, and what to say where one is missing."""

from __future__ import annotations

import importlib
from types import ModuleType

from goodoffices.record import UnreadableReport

__all__ = ["library"]


def library(name: str, *, reads: str) -> ModuleType:
    """Import the library that reads a format.

    Args:
        name: Its module.
        reads: What it reads, for the message.

    Raises:
        UnreadableReport: If it is not installed.
    """
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError:
        msg = f"is {reads}, for which {name} is missing; install it with: pip install 'goodoffices[formats]'"
        raise UnreadableReport(msg) from None
