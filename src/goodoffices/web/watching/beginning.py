"""Beginning a watch book, and mending its agreement: written or compiled from a text, looked at, then kept."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from goodoffices.desk.folder import SavedMeanwhile
from goodoffices.record import InputError, Marking, NotInCase
from goodoffices.watch.agreement import Agreement, markings_of, parse_agreement
from goodoffices.watch.errors import WatchError
from goodoffices.watch.viewer import Viewer
from goodoffices.web.asking import Asking
from goodoffices.web.moments import now

from .room import book_stands, without_paths

if TYPE_CHECKING:
    from collections.abc import Iterable

    from goodoffices.watch.zones import Zone

__all__ = ["Proposed", "compiled_from", "keep_agreement", "keep_zones", "may_mend", "reviewed", "source_of", "texts_of"]

_LONGEST = 2_000_000
_ZONES_BYTES = 20_000_000
_NAME = "agreement.yaml"


class Proposed(msgspec.Struct, frozen=True, kw_only=True):
    """An agreement to be looked at before it is kept.

    Attributes:
        source: The YAML.
        agreement: What it says; None where it cannot be read.
        fault: Why not, in a sentence.
        nobody: Provisions that order something and name nobody to do it.
        unread: Lines of provisions that could not be read, by id of the obligation.
    """

    source: str
    agreement: Agreement | None = None
    fault: str = ""
    nobody: tuple[str, ...] = ()
    unread: dict[str, tuple[str, ...]] = {}

    @property
    def marking(self) -> Marking:
        """The most restricted marking in it."""
        if self.agreement is None:
            return Marking.RED
        borne = [self.agreement.marking, *markings_of(self.agreement).values()]
        return max(borne, key=lambda marking: marking.rank)


def reviewed(source: str) -> Proposed:
    """Read an agreement as it was typed or handed in; what is wrong with it is said, not raised."""
    if len(source) > _LONGEST:
        msg = "an agreement is at most two million characters long; this is no agreement"
        raise InputError(msg)
    try:
        agreement = parse_agreement(source, name=_NAME)
    except (WatchError, InputError) as odd:
        return Proposed(source=source, fault=str(odd))
    if agreement.files:
        fault = "'files' names files of a machine, which a page does not open: take it out; zones are handed in here"
        return Proposed(source=source, fault=fault)
    return Proposed(source=source, agreement=agreement)


def texts_of(who: Asking) -> tuple[tuple[str, str], ...]:
    """The texts of the desk from which obligations can be proposed: name and title."""
    from goodoffices.web.drafting.shown import texts_of as drafted_texts  # noqa: PLC0415  parsers are heavy

    return tuple((each.name, each.title or each.name) for each in drafted_texts(who))


def compiled_from(who: Asking, name: str, in_force: dt.date | None, parties: tuple[str, ...]) -> Proposed:
    """Propose obligations from a text of the desk.

    Raises:
        NotInCase: There is no such text that they may see.
        InputError: There is no day, or the text cannot be read.
    """
    if in_force is None:
        msg = "say from which day the agreement holds"
        raise InputError(msg)
    from goodoffices.desk.compiling import compile_document, zone_words_of  # noqa: PLC0415  parsers are heavy
    from goodoffices.web.drafting.shown import text_versions  # noqa: PLC0415  the same

    versions = text_versions(who, name)
    if not versions:
        msg = f"there is no text {name[:64]!r} here; the draft page shows what there is"
        raise NotInCase(msg)
    from goodoffices.draft.text import parse_text  # noqa: PLC0415  the same

    document = parse_text(versions[-1].source, name=f"{name}.md", tolerant=True)
    zones = _zones_there(who)
    compiled = compile_document(
        document,
        in_force=in_force,
        parties=parties,
        zones=zone_words_of(zones),
        name=versions[-1].title,
        marking=versions[-1].version.marking,
    )
    found = reviewed(compiled.yaml)
    said = (f"{each.number or each.provision}: {each.words[:200]}" for each in compiled.proposal.nobody)
    unread = {own: tuple(words) for own, words in compiled.proposal.unread.items()}
    return msgspec.structs.replace(found, nobody=tuple(said), unread=unread)


def _zones_there(who: Asking) -> Iterable[Zone]:
    from goodoffices.watch.zones import read_zones  # noqa: PLC0415  geometry is heavy

    path = who.bench.desk.book / "zones.geojson"
    return read_zones(path).seen(None, Viewer.of(who.audience.marking, who.audience.circles)) if path.is_file() else ()


def source_of(who: Asking) -> tuple[str, str]:
    """The agreement as it stands, and a name for it that changes with it; empty where there is none."""
    path = who.bench.desk.book / _NAME
    if not path.is_file():
        return "", ""
    content = path.read_bytes()
    return content.decode("utf-8", "replace"), hashlib.sha256(content).hexdigest()[:16]


def may_mend(who: Asking) -> bool:
    """May they begin a book, and mend its agreement and zones?

    Only whoever may see everything: anybody else would learn from the answer whether there is more than they see.
    """
    return Viewer.of(who.audience.marking, who.audience.circles).keeps


def _require_all(who: Asking) -> None:
    if not may_mend(who):
        msg = "a watch book is begun, and its agreement and zones are changed, by those who may see RED"
        raise InputError(msg)


def keep_agreement(who: Asking, source: str, *, after: str, why: str) -> None:
    """Keep an agreement; the one before is kept beside it.

    Args:
        who: Who keeps it.
        source: The YAML.
        after: The name of the one that it was made from; "" for the first.
        why: What changed.

    Raises:
        InputError: It cannot be read, or they may not see everything.
        SavedMeanwhile: Somebody else kept another since.
    """
    proposed = reviewed(source)
    if proposed.agreement is None:
        raise InputError(proposed.fault)
    _require_all(who)
    folder = who.bench.desk.book
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    before, standing = source_of(who)
    if standing != after:
        msg = "somebody else kept an agreement since you opened this one; look at it and keep yours again"
        raise SavedMeanwhile(msg)
    at = now()
    if before:
        (folder / "earlier").mkdir(mode=0o700, exist_ok=True)
        _write(folder / "earlier" / f"agreement-{at:%Y%m%dT%H%M%S%f}.yaml", before.encode("utf-8"))
    _write(folder / _NAME, source.replace("\r\n", "\n").encode("utf-8"))
    detail: dict[str, str | int] = {"obligations": len(proposed.agreement.obligations), "why": why[:200]}
    who.bench.store.audit(
        "watch-agreement", target=_NAME, by=who.account.name, at=at, detail=detail, marking=proposed.marking
    )


def keep_zones(who: Asking, content: bytes) -> tuple[int, tuple[str, ...]]:
    """Keep the zones of the book; those before are kept beside them.

    Returns:
        How many zones were read, and what could not be, with the reasons.

    Raises:
        InputError: The file is none of zones, or too large; or they may not see everything.
    """
    if len(content) > _ZONES_BYTES:
        msg = f"the file is larger than {_ZONES_BYTES // 1_000_000} MB; simplify its outlines"
        raise InputError(msg)
    _require_all(who)
    if not book_stands(who):
        msg = "there is no agreement here to which zones could belong; begin the book first"
        raise NotInCase(msg)
    from goodoffices.watch.zones import read_zones  # noqa: PLC0415  geometry is heavy

    folder = who.bench.desk.book
    place = folder / "zones.geojson"
    with tempfile.TemporaryDirectory() as scratch:
        tried = Path(scratch) / "zones.geojson"
        tried.write_bytes(content)
        try:
            found = read_zones(tried)
        except InputError as odd:
            raise InputError(without_paths(str(odd), tried.parent)) from None
    if not len(found):
        reasons = "; ".join(map(str, found.rejections[:3])) or "it holds no features"
        msg = f"no zone in this file can be read: {reasons}"
        raise InputError(msg)
    at = now()
    if place.is_file():
        (folder / "earlier").mkdir(mode=0o700, exist_ok=True)
        _write(folder / "earlier" / f"zones-{at:%Y%m%dT%H%M%S%f}.geojson", place.read_bytes())
    _write(place, content)
    detail: dict[str, str | int] = {"zones": len(found), "rejected": len(found.rejections)}
    who.bench.store.audit("watch-zones", target="zones.geojson", by=who.account.name, at=at, detail=detail)
    return len(found), tuple(map(str, found.rejections))


def _write(place: Path, content: bytes) -> None:
    """Whole or not at all, and on the disk when this returns."""
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(place)
    finally:
        Path(name).unlink(missing_ok=True)
