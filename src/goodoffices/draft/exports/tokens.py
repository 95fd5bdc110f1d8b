"""The marks of Markdown in running text: what is stressed, linked, escaped, or only its editors' business."""

from __future__ import annotations

import re

__all__ = ["TOKEN"]

_RUN = r"(?:\\[^\r\n]|[^*\\\r\n]){1,1000}"
TOKEN = re.compile(
    r"\\(?P<escaped>[^\w\s])"
    r"|(?P<other>``(?:[^`\n]|`(?!`))*``|`[^`\n]*`|<!--(?:[^-<]|-(?!->)|<(?!!--)){0,5000}-->|<(?:https?|mailto):[^<>\s]*>"
    r"|\[\^[^\s\[\]|]{1,100}\])"
    r"|\[(?P<words>[^\[\]\n|]{1,2000})\]\((?P<target>[^\s()<>]{1,2000})\)"
    r"|\*\*(?=\S)(?P<bold>" + _RUN + r")(?<=\S)\*\*"
    r"|(?<![\w*])\*(?=\S)(?P<italic>" + _RUN + r")(?<=\S)\*(?![\w*])"
)
"""One mark: exactly one of its groups is set, but for a link, which has words and a target."""
