"""Saving what was written to a file that a person named."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TypeAlias

from goodoffices.record import InputError

__all__ = ["Place", "saved"]

Place: TypeAlias = str | os.PathLike[str]


def saved(written: bytes, path: Place) -> None:
    """Save some bytes.

    Raises:
        InputError: If nothing can be written there.
    """
    try:
        Path(path).write_bytes(written)
    except OSError as error:
        msg = f"cannot write {os.fspath(path)!r}: {error.strerror}; name another file"
        raise InputError(msg) from None
