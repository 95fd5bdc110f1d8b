"""What happened, in one vocabulary, whatever the file calls it."""

from __future__ import annotations

import functools
import importlib.resources
import re
import tomllib
from collections.abc import Mapping

import msgspec

__all__ = ["IncidentKind", "incident_kinds", "kind_of"]

_LONGEST_PHRASE = 200


class IncidentKind(msgspec.Struct, frozen=True):
    """One kind of incident.

    Attributes:
        name: As the column ``kind`` gives it.
        label: For people.
        family: Kinds of one family are near to one another.
        names: What files call it, small letters.
        stems: Word beginnings that tell it in a longer phrase.
    """

    name: str
    label: str
    family: str
    names: tuple[str, ...]
    stems: tuple[str, ...]


@functools.cache
def incident_kinds() -> Mapping[str, IncidentKind]:
    """The vocabulary: name -> kind, the more telling ones first."""
    text = (importlib.resources.files(__package__) / "data" / "kinds.toml").read_text(encoding="utf-8")
    kinds = msgspec.convert(tomllib.loads(text)["kind"], list[IncidentKind])
    return {kind.name: kind for kind in kinds}


@functools.cache
def _by_name() -> dict[str, str]:
    kinds = incident_kinds().values()
    return {name: kind.name for kind in kinds for name in (kind.name, kind.label.casefold(), *kind.names)}


@functools.cache
def _by_stem() -> tuple[tuple[str, re.Pattern[str]], ...]:
    kinds = incident_kinds().values()
    return tuple(
        (kind.name, re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, kind.stems)) + ")"))
        for kind in kinds
        if kind.stems
    )


def kind_of(given: str, own: Mapping[str, str] | None = None) -> str:
    """Bring a file's word for what happened to the vocabulary.

    Args:
        given: The file's word or phrase.
        own: The file's words in small letters -> kinds, which go first.

    Returns:
        A kind of the vocabulary; the word itself, in small letters with ``_``, where the vocabulary does not know it.
    """
    words = " ".join(given.casefold().split())[:_LONGEST_PHRASE]
    if own and words in own:
        return own[words]
    known = _by_name().get(words) or _by_name().get(words.replace("_", " "))
    if known or not words:
        return known or ""
    return next((name for name, stems in _by_stem() if stems.search(words)), words.replace(" ", "_"))
