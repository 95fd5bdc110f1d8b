"""A case for language models: tools over the Model Context Protocol that read it and, if allowed, judge.

`make_server` needs the extra ``goodoffices[mcp]``; nothing is imported before it is asked for.
"""

from __future__ import annotations

import typing

if typing.TYPE_CHECKING:
    from mcp.server import MCPServer

    from .desk import CaseDesk

__all__ = ["make_server"]


def make_server(desk: CaseDesk, *, judge_as: str = "") -> MCPServer:
    """Make the server of an open case; see `goodoffices.mcp.server.make_server`."""
    from .server import make_server as make  # noqa: PLC0415  the protocol's library: only where a case is served

    return make(desk, judge_as=judge_as)
