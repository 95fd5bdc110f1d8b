"""What every page of ours allows itself: its own style and script, and nothing from anywhere."""

from __future__ import annotations

import base64
import hashlib

__all__ = ["content_policy", "page_furniture"]


def page_furniture(label: str) -> str:
    """Put the release marking in the head and foot of every printed page.

    Args:
        label: One of the labels of `Marking`, or "" for a page without one.
    """
    boxes = "".join(f'@{place}{{content:"{label}"}}' for place in ("top-right", "bottom-right")) if label else ""
    return f"\n@page{{{boxes}}}\n"


def content_policy(style: str, script: str) -> str:
    """Write a content policy that lets nothing in but this very style and script."""
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )


def _hash(source: str) -> str:
    digest = hashlib.sha256(source.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
