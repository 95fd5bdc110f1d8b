"""The secret that cookies and forms are signed with: made once, for nobody's eyes but its owner's."""

from __future__ import annotations

import os
import secrets
import tempfile
from pathlib import Path

__all__ = ["kept_secret"]

_SHORTEST = 40
"""Characters; a shorter one was cut off while it was written."""


def kept_secret(place: Path) -> str:
    """Read the secret of a workbench, or make it where there is none.

    It is written in full beside its place before it takes the name, so that nobody ever signs with half of one.

    Args:
        place: The file.
    """
    for _ in range(3):
        if place.is_file() and len(found := place.read_text(encoding="ascii").strip()) >= _SHORTEST:
            return found
        place.unlink(missing_ok=True)
        _make(place)
    msg = f"the file {str(place)!r} cannot be kept; make sure that its folder can be written to"
    raise OSError(msg)


def _make(place: Path) -> None:
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=".secret-")  # for its owner alone
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(48))
            file.flush()
            os.fsync(file.fileno())
        os.link(name, place)
    except FileExistsError:
        pass  # another workbench was faster: its secret holds
    finally:
        Path(name).unlink(missing_ok=True)
