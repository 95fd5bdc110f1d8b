"""The texts of the desk as one audience sees them: what it may not see of a version is not in it, in no form.

The case's keepers, at RED with no circle, work on the texts themselves. Everybody else, and a keeper who looks at the
case as somebody else would, is given each version as `goodoffices.draft.exports.for_audience` rebuilds it. A version in
which nothing changed for an audience is none for it; versions are counted anew, so that no gap tells of others.
"""

from __future__ import annotations

import functools

import msgspec

from goodoffices.desk.audience import Audience
from goodoffices.desk.folder import Desk, Version
from goodoffices.draft.errors import DraftError
from goodoffices.draft.text import Document, parse_text
from goodoffices.record import InputError, Marking, NotInCase
from goodoffices.web.asking import Asking

from .worker import TooLong, timed

__all__ = [
    "ShownText",
    "as_seen_by",
    "holds_whole",
    "keepers_versions",
    "one_text",
    "parsed",
    "released",
    "text_versions",
    "texts_of",
    "title_of",
    "whole_source",
]

_KEEPERS = Audience.of(Marking.RED)
_RELEASE_SECONDS = 20.0


class ShownText(msgspec.Struct, frozen=True, kw_only=True):
    """One version of a text as an audience sees it.

    Attributes:
        version: What the desk keeps of it: of the first version that said this to the audience.
        holds: The last version that says this to them; what they go on from.
        number: Its place among those that the audience sees, from 1.
        source: Its text, as far as the audience may see it.
        title: Its title.
        apart: Was it saved beside a version that this audience sees, and not joined with what followed?
    """

    version: Version
    holds: Version
    number: int
    source: str
    title: str
    apart: bool = False

    @property
    def name(self) -> str:
        """Of the text."""
        return self.version.name


def holds_whole(audience: Audience) -> bool:
    """Does an audience work on the texts themselves?"""
    return audience.marking is Marking.RED and not audience.circles


def texts_of(who: Asking) -> tuple[ShownText, ...]:
    """The latest version of each text that whoever asks may see, by name."""
    found = (text_versions(who, each.name) for each in who.bench.desk.documents("text", who.audience))
    return tuple(each[-1] for each in found if each)


def text_versions(who: Asking, name: str) -> tuple[ShownText, ...]:
    """The versions of a text that whoever asks sees, the earliest first; none where there is no such text for them."""
    try:
        return _versions(who.bench.desk, name, who.audience)
    except InputError:
        return ()  # no name of a text, so there is none


def one_text(who: Asking, name: str, number: int | None = None) -> ShownText:
    """One version of a text, the latest where no number is given.

    Raises:
        NotInCase: If there is none that this audience may see; the words are the same where there is none at all.
    """
    found = text_versions(who, name)
    if found and number is None:
        return found[-1]
    if number is not None and 1 <= number <= len(found):
        return found[number - 1]
    which = f", version {number}" if number is not None else ""
    msg = f"there is no text {name[:64]!r}{which} here; the list shows what there is"
    raise NotInCase(msg)


def as_seen_by(seen: Asking, meant: ShownText) -> ShownText:
    """A version as another audience sees it, with the number that it has for them.

    Raises:
        InputError: If they may not be shown this version.
    """
    found = [each for each in text_versions(seen, meant.name) if each.version.number <= meant.version.number]
    source = _source(seen.bench.desk, meant.version, seen.audience) if meant.version.shown_to(seen.audience) else None
    if not found or source is None:
        msg = f"version {meant.number} may not be shown to {seen.audience.words}; its marking says for whom it is"
        raise InputError(msg)
    return msgspec.structs.replace(found[-1], source=source, title=title_of(source) or meant.name)


def _versions(desk: Desk, name: str, audience: Audience) -> tuple[ShownText, ...]:
    kept = desk.versions("text", name, audience)
    joined = {each.parent for each in kept} | {kept[-1].number if kept else 0}
    found: list[ShownText] = []
    for version in kept:
        source = _source(desk, version, audience)
        if source is None:
            continue
        if found and found[-1].source == source and not holds_whole(audience):
            found[-1] = msgspec.structs.replace(found[-1], holds=version)
            continue
        found.append(
            ShownText(
                version=version,
                holds=version,
                number=len(found) + 1,
                source=source,
                title=title_of(source) or version.name,
                apart=holds_whole(audience) and version.number not in joined,
            )
        )
    return tuple(found)


def _source(desk: Desk, version: Version, audience: Audience) -> str | None:
    """What an audience sees of a version; None for nothing at all."""
    whole = whole_source(desk, version)
    if holds_whole(audience):
        return whole
    try:
        found: str = timed(released, whole, audience.marking, size=len(whole), seconds=_RELEASE_SECONDS)
    except (DraftError, TooLong):
        return None  # marked above them, or in no state to be shown to anybody
    return found


def whole_source(desk: Desk, version: Version) -> str:
    """The whole text of a version, for what is kept and never for a page."""
    return _read(str(desk.place(version)))


@functools.lru_cache(maxsize=64)
def _read(place: str) -> str:
    # A version is written once and never changed.
    with open(place, encoding="utf-8", newline="") as file:  # noqa: PTH123  kept by its name
        return file.read()


def released(source: str, audience: Marking) -> str:
    """Rebuild a text from what an audience may see.

    Raises:
        ReleaseError: If it may see nothing of it.
    """
    from goodoffices.draft.exports import for_audience  # noqa: PLC0415  writers of many forms

    return for_audience(parse_text(source, tolerant=True), audience).source


@functools.lru_cache(maxsize=128)
def title_of(source: str) -> str:
    """The title of a text; its head is enough to find it."""
    head = source[:20_000]
    return parse_text(head, tolerant=True).title


def parsed(shown: ShownText) -> Document:
    """Take a shown text apart."""
    return parse_text(shown.source, name=shown.name, tolerant=True)


def keepers_versions(who: Asking, name: str) -> tuple[Version, ...]:
    """Every version there is, for saving alone: nothing of it may leave."""
    return who.bench.desk.versions("text", name, _KEEPERS)
