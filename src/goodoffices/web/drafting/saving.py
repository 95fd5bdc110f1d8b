"""Saving a text: a version is only ever added, what others saved meanwhile is joined, what one cannot see is kept."""

from __future__ import annotations

import hashlib
import secrets

import msgspec

from goodoffices.desk.folder import SavedMeanwhile, Version
from goodoffices.draft.errors import DraftError
from goodoffices.draft.text import parse_text
from goodoffices.draft.text.naming import slug
from goodoffices.record import InputError, Marking, most_restricted, parse_marking
from goodoffices.record.circle import circle_name
from goodoffices.web.asking import Asking
from goodoffices.web.moments import now

from .carrying import NotCarried, carry
from .merging import Joined, joined
from .shown import ShownText, holds_whole, keepers_versions, one_text, text_versions, title_of, whole_source
from .worker import timed

__all__ = ["LONGEST", "Edited", "Meanwhile", "save_edit", "start_text"]

LONGEST = 2_000_000
"""Characters of a text; the longest peace agreements have a third of that."""
_TRIES = 5
_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"


class Edited(msgspec.Struct, frozen=True, kw_only=True):
    """An edit as it was sent.

    Attributes:
        source: The whole text as whoever sent it wants it.
        base: The number of the version that they edited, as they saw them numbered.
        why: What changed.
        marking: Who may be shown it; as before where empty.
    """

    source: str
    base: int
    why: str = ""
    marking: str = ""


class Meanwhile(SavedMeanwhile):
    """Somebody saved since; `joined` holds both edits, and `latest` is what they were joined with."""

    def __init__(self, made: Joined, latest: ShownText) -> None:
        self.joined, self.latest = made, latest
        super().__init__(
            f"{latest.version.by} saved version {latest.number} since you opened version; your edit and theirs "
            "were joined and are not saved yet: look at what clashes, and save that"
        )


def start_text(who: Asking, source: str, *, marking: str, circle: str = "", why: str = "") -> Version:
    """Keep a new text.

    Args:
        who: Who starts it.
        source: What it says, in the Markdown of the trade.
        marking: Who may be shown it.
        circle: The circle that it is confined to, or empty.
        why: Where it comes from.

    Raises:
        InputError: If it is empty, too long or faulty, or is marked above whoever starts it.
    """
    if not marking.strip():
        msg = "say who may be shown it: choose a release marking"
        raise InputError(msg)
    text = _read(source)
    given = _marking(who, marking, text)
    circles = _circles(who, circle)
    title = title_of(text)
    for _ in range(_TRIES):
        name = _free_name(who, title)
        try:
            version = who.bench.desk.save(
                "text",
                name,
                text,
                by=who.account.name,
                at=now(),
                marking=given,
                after=0,
                why=why.strip()[:500],
                title=title,
                circles=circles,
            )
        except SavedMeanwhile:
            continue
        _noted(who, version, text)
        return version
    msg = "no name was free for it; give it another title"
    raise InputError(msg)


def _free_name(who: Asking, title: str) -> str:
    """A name made of the title. To those who may not know of every text, all names look as if some were taken."""
    base = slug(title).encode("ascii", "ignore").decode()[:48].replace("_", "-").strip("-") or "text"
    if not holds_whole(who.audience):
        return f"{base}-{''.join(secrets.choice(_LETTERS) for _ in range(4))}"
    taken = next((n for n in range(1, 10_000) if not keepers_versions(who, base if n == 1 else f"{base}-{n}")), 10_000)
    return base if taken == 1 else f"{base}-{taken}"


def save_edit(who: Asking, name: str, edit: Edited) -> ShownText:
    """Keep an edit as a new version.

    Raises:
        NotInCase: If this audience sees no such text.
        InputError: If nothing was changed, or the text is empty, too long or faulty.
        Meanwhile: If somebody saved since; nothing was saved.
    """
    latest = one_text(who, name)
    text = _read(edit.source)
    if edit.base != latest.number:
        _join(who, name, text, edit.base, latest)
    if text == latest.source and (not edit.marking or edit.marking == latest.version.marking.value):
        msg = "nothing was changed; change the text, then save"
        raise InputError(msg)
    marking = _marking(who, edit.marking, text, latest.version, edit.why)
    content = _content(who, latest, text)
    for _ in range(_TRIES):
        newest = keepers_versions(who, name)[-1].number
        again = one_text(who, name)
        if again.number != latest.number:
            _join(who, name, text, latest.number, again)
        if again.holds != latest.holds:  # somebody changed what this audience does not see
            latest = again
            content = _content(who, latest, text)
        try:
            version = who.bench.desk.save(
                "text",
                name,
                content,
                by=who.account.name,
                at=now(),
                marking=marking,
                after=newest,
                why=edit.why.strip()[:500],
                title=title_of(content),
                circles=latest.version.circles,
                parent=latest.holds.number,
            )
        except SavedMeanwhile:
            continue
        _noted(who, version, content)
        return text_versions(who, name)[-1]
    msg = "too many people save this text at this moment; try again"
    raise SavedMeanwhile(msg)


def _join(who: Asking, name: str, text: str, base: int, latest: ShownText) -> None:
    """Join an edit of an earlier version with the latest.

    Raises:
        Meanwhile: Always, but where both say the same.
    """
    before = one_text(who, name, base)
    if text == latest.source:
        return
    edits = ((latest.version.by or "Somebody", latest.source), (who.account.name, text))
    size = len(text) + len(latest.source) + len(before.source)
    made: Joined = timed(joined, before.source, edits, size=size, seconds=30.0, kept=False)
    raise Meanwhile(made, latest)


def _content(who: Asking, latest: ShownText, text: str) -> str:
    """The whole text with an edit in it."""
    if holds_whole(who.audience):
        return text
    whole = whole_source(who.bench.desk, latest.holds)
    given = (whole, latest.source, text, who.audience.marking, who.account.name)
    try:
        made: str = timed(carry, *given, size=len(whole) + len(text), seconds=30.0, kept=False)
    except NotCarried:
        msg = (
            "this edit moves too much at once to be joined with the text; make it in smaller steps, or keep it as a "
            "text of its own"
        )
        raise InputError(msg) from None
    return made


def _read(source: str) -> str:
    """Take a text as it was sent.

    Raises:
        InputError: If it is empty, too long or faulty.
    """
    text = source.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    if not text.strip():
        msg = "the text is empty; write something first"
        raise InputError(msg)
    if len(text) > LONGEST:
        msg = f"the text has {len(text):,} characters, over the limit of {LONGEST:,}; cut it into several"
        raise InputError(msg)
    text = text if text.endswith("\n") else f"{text}\n"
    try:
        parse_text(text)
    except DraftError as error:
        msg = f"line {error.line}: {error.fault}" if getattr(error, "line", 0) else str(error)
        raise InputError(msg) from None
    return text


def _marking(who: Asking, given: str, text: str, before: Version | None = None, why: str = "") -> Marking:
    """Who may be shown a version: what was chosen, and never less than the text says of itself."""
    chosen = parse_marking(given) if given.strip() else before.marking if before else Marking.RED
    own = parse_text(text, tolerant=True).marking
    marking = most_restricted([chosen, own]) if own is not None else chosen
    if not who.audience.marking.may_see(marking):
        msg = f"a text marked {marking.label} could not be seen by yourself; choose one up to {who.audience.words}"
        raise InputError(msg)
    if before is not None and marking.rank < before.marking.rank and not why.strip():
        msg = "say why more people may be shown it"
        raise InputError(msg)
    return marking


def _circles(who: Asking, circle: str) -> tuple[str, ...]:
    if not circle.strip():
        return ()
    name = circle_name(circle)
    if not holds_whole(who.own) and name not in who.own.circles:
        msg = f"you do not belong to the circle {name[:80]!r}; leave it empty, or choose one of yours"
        raise InputError(msg)
    return (name,)


def _noted(who: Asking, version: Version, content: str) -> None:
    detail: dict[str, str | int] = {
        "version": version.number,
        "parent": version.parent,
        "marking": version.marking.value,
        "sha256": hashlib.sha256(content.encode("utf-8")).hexdigest(),
    }
    who.bench.store.audit("text-save", by=who.account.name, at=now(), target=version.name, detail=detail)
