"""Ids: a hash of what makes a thing the thing it is, so that the same thing has the same id everywhere."""

from __future__ import annotations

import base64
import hashlib

import msgspec

__all__ = ["canonical_json", "content_id"]

_DIGEST_CHARS = 16
"""Base-32 characters kept: 80 bits, so that a million ids collide with a probability of about 4e-13."""


def canonical_json(value: object) -> bytes:
    """Write `value` as JSON in one form only: sorted keys, no spaces, UTF-8.

    Args:
        value: Anything that msgspec encodes: builtins, dates, enums, structs.

    Returns:
        The same bytes for equal values, on every machine and Python version.
    """
    return msgspec.json.encode(value, order="sorted")


def content_id(prefix: str, *parts: object) -> str:
    """Name a thing by what it is.

    Args:
        prefix: One or two letters that say what the id names: ``r`` report, ``s`` statement, ``a`` actor,
            ``f`` finding, ``j`` judgement.
        parts: What makes the thing what it is, in a fixed order.

    Returns:
        ``prefix-xxxxxxxxxxxxxxxx`` in lower case, safe in URLs, file names and HTML ids.
    """
    digest = hashlib.sha256(canonical_json(parts)).digest()
    return f"{prefix}-{base64.b32encode(digest).decode('ascii').lower()[:_DIGEST_CHARS]}"
