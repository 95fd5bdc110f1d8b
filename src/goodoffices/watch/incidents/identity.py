"""What tells a row: its source's own id, or a hash of what it says."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from goodoffices.record.ids import canonical_json

from .cells import is_unknown
from .columns import TextColumn

__all__ = ["digests_of", "fingerprints_of", "ids_of", "repeats_among", "variant_id"]

_ID_CHARS = 16
_VARIANT_CHARS = 8
_FINGERPRINT_BYTES = 8


def digests_of(rows: Sequence[Sequence[str]]) -> list[bytes]:
    """Hash what each row says, the id included."""
    return [hashlib.sha256(canonical_json(row)).digest() for row in rows]


def fingerprints_of(digests: list[bytes]) -> NDArray[np.uint64]:
    """Shorten hashes to numbers that compare quickly, shape (rows,)."""
    return np.frombuffer(b"".join(digest[:_FINGERPRINT_BYTES] for digest in digests), dtype="<u8").astype(np.uint64)


def ids_of(given: list[str] | None, digests: list[bytes]) -> list[str]:
    """Name each row by its source's id; by a hash of what it says where the source gives none."""
    if given is None:
        return list(map(_content_id, digests))
    return [
        _content_id(digest) if is_unknown(name) else name.strip() for name, digest in zip(given, digests, strict=True)
    ]


def _content_id(digest: bytes) -> str:
    return "i-" + base64.b32encode(digest).decode("ascii").lower()[:_ID_CHARS]


def variant_id(name: str, fingerprint: int) -> str:
    """Name a row whose id another row bears with other content."""
    return f"{name}~{fingerprint:016x}"[: len(name) + 1 + _VARIANT_CHARS]


def repeats_among(ids: TextColumn) -> NDArray[np.int64]:
    """Find the rows whose id stands further up.

    Args:
        ids: Of all rows.

    Returns:
        For each row the first row with its id (itself where it is the first), shape (rows,).
    """
    names = np.fromiter(map(hash, ids), dtype=np.int64, count=len(ids))
    _, first, group = np.unique(names, return_index=True, return_inverse=True)
    heads = first[group]
    for row in np.flatnonzero(heads != np.arange(len(ids))).tolist():
        if ids[row] != ids[int(heads[row])]:  # two ids of one hash: told apart by their letters
            heads[row] = row
    return heads
