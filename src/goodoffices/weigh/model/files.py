"""Text of model files: no larger than a model can be, and in UTF-8, or one clear error."""

from __future__ import annotations

from pathlib import Path

from goodoffices.weigh.errors import ModelError

__all__ = ["read_bytes", "read_text"]


def read_bytes(path: Path, most_bytes: int) -> bytes:
    """Read a file whole.

    Args:
        path: The file.
        most_bytes: How large it may be.

    Raises:
        ModelError: If it cannot be read, or is too large.
    """
    try:
        size = path.stat().st_size
        if size > most_bytes:
            msg = f"the file has {size:,} bytes, and a model at most {most_bytes:,}: is it a model?"
            raise ModelError(msg, file=str(path))
        return path.read_bytes()
    except OSError as error:
        msg = f"cannot be read: {error.strerror}"
        raise ModelError(msg, file=str(path)) from error


def read_text(path: Path, most_bytes: int) -> str:
    """Read a text file whole; see `read_bytes`.

    Returns:
        Its text, without a byte order mark.

    Raises:
        ModelError: If it cannot be read, is too large, or is not UTF-8 (with the line).
    """
    raw = read_bytes(path, most_bytes)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        msg = f"byte {error.start} is not UTF-8: save the file as UTF-8"
        raise ModelError(msg, file=str(path), line=line) from error
