"""What a message may cost before it is taken apart: Python's parser of e-mail is quadratic in some of its headers.

A subject of 50,000 encoded words takes half a minute and 17 GB there, and a message of 50,000 parts 14 s. Headers and
parts are counted first, in one pass over the bytes.
"""

from __future__ import annotations

import re

from goodoffices.record import UnreadableReport

__all__ = ["require_plain_envelope"]

_HEADER = re.compile(
    rb"^(?:subject|from|date|content-[a-z-]{1,40})[ \t]*:[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE
)
"""The headers that are looked into, with their continued lines."""
_BOUNDARY = re.compile(rb"boundary[*0-9]{0,9}\s{0,9}=", re.IGNORECASE)

_LONGEST_HEADER_CHARS = 4_000
"""Four times the longest line that a mail server must take."""
_MOST_HEADERS = 2_000
"""As many parts as well, or lines that may begin one (`--`)."""
_MOST_HEADER_CHARS = 100_000
"""All of them together; a message of fifty attachments has about 16,000."""
_MOST_CHECKS = 10_000_000
"""Lines times parts within parts: the parser looks at each line once for every part that it may end."""


def require_plain_envelope(data: bytes) -> None:
    """Refuse a message that no mail program would write, before it costs more than a report may.

    Args:
        data: The message as it came.

    Raises:
        UnreadableReport: If a header is too long, or there are too many of them or of parts.
    """
    lengths = [found.end() - found.start() for found in _HEADER.finditer(data)]
    longest, lines, parts = max(lengths, default=0), 1 + data.count(b"\n"), data.count(b"\n--")
    if longest > _LONGEST_HEADER_CHARS:
        msg = f"has a header of {longest:,} characters, over the limit of {_LONGEST_HEADER_CHARS:,}; hand in its text"
        raise UnreadableReport(msg)
    checks = lines * (1 + len(_BOUNDARY.findall(data)))
    if max(len(lengths), parts) > _MOST_HEADERS or sum(lengths) > _MOST_HEADER_CHARS or checks > _MOST_CHECKS:
        many = f"{lines:,} lines, {len(lengths):,} headers and up to {parts:,} parts"
        msg = f"is a message of {many}, too many to take apart; hand in its text"
        raise UnreadableReport(msg)
