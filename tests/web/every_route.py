"""Every address of the workbench, found at run time, filled in with what there is and what is hidden."""

from __future__ import annotations

import io
import itertools
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from fastapi import FastAPI
from fastapi.dependencies.utils import get_flat_params
from fastapi.routing import iter_route_contexts

__all__ = ["Known", "Route", "addresses", "opened_up", "routes_of"]

Known = Mapping[str, Sequence[str]]
"""Name of a parameter -> what is filled in for it; ``*`` for those that are not named."""


class Route(NamedTuple):
    """One address with its methods and parameters."""

    path: str
    methods: frozenset[str]
    query: tuple[str, ...]

    @property
    def places(self) -> tuple[str, ...]:
        """The names of the parameters in its path."""
        return tuple(name.split(":")[0] for name in re.findall(r"{([^}]+)}", self.path))


def routes_of(app: FastAPI) -> tuple[Route, ...]:
    """All routes, whatever router they stand in."""
    found = {}
    for context in iter_route_contexts(app.routes):
        dependant: Any = getattr(context, "dependant", None)
        params = get_flat_params(dependant) if dependant else []
        query = tuple(each.alias for each in params if type(each.field_info).__name__ == "Query")
        found[context.path, frozenset(context.methods or ())] = Route(
            str(context.path), frozenset(context.methods or ()), query
        )
    return tuple(found.values())


_MOST = 14
"""Fillings of one path."""


def addresses(routes: Iterable[Route], known: Known, *, varied: bool = True) -> Iterator[str]:
    """Addresses that can be asked for with GET.

    Args:
        routes: Of the workbench.
        known: What is filled in.
        varied: Also with each parameter of the query.
    """
    for route in routes:
        if "GET" not in route.methods or route.path.startswith("/static/"):
            continue
        paths = list(_filled(route, known))
        yield from paths
        if varied:
            for name in route.query:
                values = known.get(f"?{name}", known["?"])
                yield from (f"{paths[0]}?{name}={value}" for value in values)


def _filled(route: Route, known: Known) -> Iterator[str]:
    choices = [known.get(f"{route.path} {name}") or known.get(name) or known["*"] for name in route.places]
    path = re.sub(r"{([^}:]+):[^}]+}", r"{\1}", route.path)
    # One after the other with the first of the rest, so that each value is tried and their product is not.
    tried = [tuple(each[0] for each in choices)]
    for at, values in enumerate(choices):
        tried += [(*tried[0][:at], value, *tried[0][at + 1 :]) for value in values[1:]]
    if len(choices) == 2 and len(choices[0]) * len(choices[1]) <= _MOST:
        tried = list(itertools.product(*choices))
    for values in dict.fromkeys(tried):
        yield path.format(**dict(zip(route.places, values, strict=True)))


def opened_up(content: bytes) -> bytes:
    """All that a file says, with what it is packed in taken off: archives and the words in pictures."""
    if content[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return b"\n".join(
                name.encode() + b"\n" + opened_up(packed.read(name)) for name in sorted(packed.namelist())
            )
    if content[:8] == b"\x89PNG\r\n\x1a\n":
        return content + b"\n".join(_words_of_picture(content))
    return content


def _words_of_picture(content: bytes) -> Iterator[bytes]:
    at = 8
    while at + 8 <= len(content):
        size, kind = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        held = content[at + 8 : at + 8 + size]
        if kind in {b"tEXt", b"iTXt"}:
            yield held
        if kind == b"zTXt":
            name, _, packed = held.partition(b"\0")
            yield name + zlib.decompress(packed[1:])
        at += 12 + size
