"""A file that one process at a time adds to; a process that is killed lets go of it."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

__all__ = ["alone"]

_FAR = 1 << 40
"""Where Windows locks a byte: behind all that is written, since nobody can read what is locked there."""


@contextlib.contextmanager
def alone(path: Path) -> Iterator[IO[bytes]]:
    """Open a file to add to it, as soon as nobody else does.

    Raises:
        OSError: It cannot be opened for writing.
    """
    with path.open("ab") as file:
        _lock(file)
        try:
            yield file
        finally:
            _unlock(file)


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        file.seek(_FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)

    def _unlock(file: IO[bytes]) -> None:
        file.flush()
        file.seek(_FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)

    def _unlock(file: IO[bytes]) -> None:
        file.flush()
        fcntl.flock(file, fcntl.LOCK_UN)
