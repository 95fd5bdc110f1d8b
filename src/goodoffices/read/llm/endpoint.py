"""Where a language model is asked: which address, which model, whether it is on this machine.

An endpoint is local where its address alone proves it: a loopback address written in numbers, the name `localhost`
(which is never looked up, but reached at 127.0.0.1), or a Unix socket. A name that happens to resolve to this machine
is not local, for it can resolve to another one a moment later.
"""

from __future__ import annotations

import ipaddress
import os
import re
from collections.abc import Mapping
from typing import Literal, TypeAlias
from urllib.parse import SplitResult, urlsplit

import msgspec

from goodoffices.record import InputError

__all__ = ["Dialect", "Endpoint", "key_of", "parse_endpoint"]

Dialect: TypeAlias = Literal["openai", "anthropic"]

_VENDORS: dict[str, tuple[Dialect, str, str]] = {
    "openai": ("openai", "https://api.openai.com/v1", "OPENAI_API_KEY"),
    "anthropic": ("anthropic", "https://api.anthropic.com", "ANTHROPIC_API_KEY"),
}
_OWN_KEY = "GOODOFFICES_LLM_KEY"
"""The key of any other endpoint, so that a vendor's key is never sent to somebody else."""
_FORMS = (
    "write it as openai:MODEL, anthropic:MODEL, an address (http://localhost:11434/v1) or unix:/path/to/socket; "
    "the last two with --llm-model"
)
_ODD = re.compile(r"[\s\\\x00-\x1f\x7f]")
_FORWARDED = re.compile(r"[:-]cloud$")
"""Models that a local Ollama passes on to its maker's machines."""
_LONGEST_MODEL = 200


class Endpoint(msgspec.Struct, frozen=True, kw_only=True):
    """Where a language model is asked. It holds no key.

    Attributes:
        dialect: Whose protocol it speaks.
        url: Base of its address; what is asked goes there and nowhere else.
        model: Name of the model there.
        key_name: The environment variable that its key is read from.
        key_needed: Is it of no use without a key?
        local: Does its address alone prove that it is on this machine?
        socket: Path of its Unix socket, or None.
    """

    dialect: Dialect
    url: str
    model: str
    key_name: str
    key_needed: bool = False
    local: bool = False
    socket: str | None = None

    @property
    def host(self) -> str:
        """Where the text goes, for a person: host and port, or the socket."""
        return f"the socket {self.socket}" if self.socket else urlsplit(self.url).netloc

    @property
    def encrypted(self) -> bool:
        """Can nobody on the way read along?"""
        return self.local or self.url.startswith("https:")


def key_of(endpoint: Endpoint, environ: Mapping[str, str] | None = None) -> str | None:
    """Read the key of an endpoint from the environment, when it is used and not before; None where it needs none.

    Raises:
        InputError: If it needs one and there is none.
    """
    key = (os.environ if environ is None else environ).get(endpoint.key_name, "").strip()
    if not key and endpoint.key_needed:
        msg = f"{endpoint.host} needs a key: set the environment variable {endpoint.key_name}"
        raise InputError(msg)
    return key or None


def parse_endpoint(text: str, model: str | None = None) -> Endpoint:
    """Read what a person writes to name an endpoint.

    Args:
        text: ``openai:MODEL``, ``anthropic:MODEL``, the base address of an OpenAI-compatible server
            (``http://localhost:11434/v1``), of an Anthropic-compatible one (``anthropic+https://...``), or
            ``unix:/path/to/socket`` (OpenAI-compatible).
        model: Name of the model; needed with an address or a socket.

    Raises:
        InputError: If it names no endpoint or no model, or is an address that can be read in two ways.
    """
    if _ODD.search(text):
        msg = f"{text!r} names no language model; {_FORMS}"
        raise InputError(msg)
    scheme, colon, rest = text.partition(":")
    if scheme == "unix" and rest:
        return _socket(rest, _model(model, text))
    if "://" in text:
        return _address(text, _model(model, text))
    if colon and scheme in _VENDORS and (rest or model):
        dialect, url, key_name = _VENDORS[scheme]
        return Endpoint(dialect=dialect, url=url, model=_model(model or rest, text), key_name=key_name, key_needed=True)
    msg = f"{text!r} names no language model; {_FORMS}"
    raise InputError(msg)


def _model(model: str | None, text: str) -> str:
    if not model:
        msg = f"{text!r} says where, but not which model; add --llm-model MODEL"
        raise InputError(msg)
    if _ODD.search(model) or len(model) > _LONGEST_MODEL:
        msg = f"{model[:60]!r} is no name of a model; it has spaces or control characters, or is too long"
        raise InputError(msg)
    return model


def _socket(path: str, model: str) -> Endpoint:
    # The address only fills the Host header: every request goes through the socket.
    local = not _FORWARDED.search(model)
    return Endpoint(
        dialect="openai", url="http://localhost/v1", model=model, key_name=_OWN_KEY, local=local, socket=path
    )


def _address(text: str, model: str) -> Endpoint:
    dialect: Dialect = "anthropic" if text.startswith("anthropic+") else "openai"
    parts = _split(text.removeprefix("anthropic+"), text)
    host = parts.hostname or ""
    loopback = _loopback(host)
    port = f":{parts.port}" if parts.port is not None else ""
    path = parts.path.rstrip("/") or ("/v1" if dialect == "openai" else "")
    written = f"[{loopback or host}]" if ":" in (loopback or host) else (loopback or host)
    return Endpoint(
        dialect=dialect,
        url=f"{parts.scheme}://{written}{port}{path}",
        model=model,
        key_name=_OWN_KEY,
        local=loopback is not None and not _FORWARDED.search(model),
    )


def _split(address: str, text: str) -> SplitResult:
    """Take an address apart; what a person and a program could read differently is refused."""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError as error:
        msg = f"{text!r} is no address of a language model: {error}; {_FORMS}"
        raise InputError(msg) from None
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        msg = f"{text!r} is no address of a language model: it needs http:// or https:// and a host; {_FORMS}"
        raise InputError(msg)
    if "@" in parts.netloc:
        msg = (
            f"the address of a language model must hold no name or password; set {_OWN_KEY} in the environment instead"
        )
        raise InputError(msg)
    if parts.query or parts.fragment:
        msg = f"{text!r} is no base address: leave out what follows ? or #"
        raise InputError(msg)
    return parts


def _loopback(host: str) -> str | None:
    """The loopback address that a host is, in numbers; None for any other host, whatever it resolves to."""
    if host.casefold().rstrip(".") == "localhost":
        return "127.0.0.1"
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return None
    mapped = getattr(address, "ipv4_mapped", None)
    return str(address) if address.is_loopback or (mapped is not None and mapped.is_loopback) else None
