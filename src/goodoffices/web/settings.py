"""How a workbench is opened: which case, where, and for whom."""

from __future__ import annotations

from pathlib import Path

import msgspec

from goodoffices.record import InputError

__all__ = ["LOCAL", "Settings"]

LOCAL = frozenset({"127.0.0.1", "::1", "localhost"})
"""Addresses that only this machine reaches."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How a workbench is opened.

    Attributes:
        case: Path of the case, or its ``postgresql://`` URL.
        host: The address that it listens at.
        port: Its port.
        desk: Folder of models, texts and the watch book; beside the case where not given.
        cache: Folder of what can be made anew; beside the case where not given.
        proxy_header: A header in which a trusted proxy names the user, or empty.
        proxies: Addresses of that proxy; nobody else's header counts.
        secure: Send cookies over HTTPS alone.
        hosts: Names under which it is reached; any where empty and there are users.
        upload_bytes: The most that one request may bring.
        session_hours: How long a login lasts.
    """

    case: str
    host: str = "127.0.0.1"
    port: int = 8765
    desk: Path | None = None
    cache: Path | None = None
    proxy_header: str = ""
    proxies: tuple[str, ...] = ("127.0.0.1", "::1")
    secure: bool = False
    hosts: tuple[str, ...] = ()
    upload_bytes: int = 50 * 1024 * 1024
    session_hours: float = 12.0

    @property
    def desk_folder(self) -> Path:
        """The folder of models, texts and the watch book.

        Raises:
            InputError: If the case is on a server and no folder was named.
        """
        return self.desk if self.desk is not None else self._beside("desk")

    @property
    def cache_folder(self) -> Path:
        """The folder of what can be made anew."""
        return self.cache if self.cache is not None else self.desk_folder / "ready"

    def _beside(self, what: str) -> Path:
        if "://" in self.case:
            msg = "a case on a server needs a folder for its models and texts; name one with --desk FOLDER"
            raise InputError(msg)
        place = Path(self.case)
        return place.with_name(f"{place.name}.{what}")
