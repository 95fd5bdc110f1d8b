"""The models of a case as one person may see and save them.

A model is as restricted as what it names; what an audience may not see of that, it may not see of the model. So that
nothing tells of what is hidden, what is saved for another audience is a model of its own, and names end in letters by
chance: no name is taken by what one may not see.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator

import msgspec

from goodoffices.desk.audience import Audience
from goodoffices.desk.folder import SavedMeanwhile, Version
from goodoffices.draft.linking import slug
from goodoffices.record import InputError, Marking, NotInCase, most_restricted
from goodoffices.web.asking import Asking
from goodoffices.web.moments import now

from .cited import hidden_from, marking_of, named_in, set_apart
from .job import MOST_BYTES

__all__ = ["Saved", "Wish", "listed", "read", "save", "versions"]

_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"
_LONGEST_TITLE = 200


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be saved.

    Attributes:
        text: The YAML.
        title: What the model is called.
        why: What changed.
        marking: Who may be shown it, as was asked for; None for as before, or as it must be.
        name: Of the model that was edited; "" for a new one.
        after: Number of the version that was edited.
    """

    text: str
    title: str
    why: str = ""
    marking: Marking | None = None
    name: str = ""
    after: int = 0


class Saved(msgspec.Struct, frozen=True, kw_only=True):
    """What was saved.

    Attributes:
        version: The version.
        raised: Is it more restricted than was asked for, for what it names?
        apart: Is it a model of its own, since another audience may see it than the one that was edited?
        elsewhere: How many statements it names that are not in this record.
    """

    version: Version
    raised: bool = False
    apart: bool = False
    elsewhere: int = 0


def listed(who: Asking) -> tuple[Version, ...]:
    """The latest version of each model that one may see, by title."""
    names = (each.name for each in who.bench.desk.documents("model", who.audience))
    shown = (versions(who, name) for name in names)
    return tuple(sorted((each[-1] for each in shown if each), key=lambda each: (each.title.casefold(), each.name)))


def versions(who: Asking, name: str) -> tuple[Version, ...]:
    """The versions of a model that one may see, the earliest first; none where there is no such model."""
    return tuple(version for version, _ in _numbered(who, name))


def read(who: Asking, name: str, number: int | None = None) -> tuple[Version, str]:
    """Read a version of a model, the latest where no number is given.

    Raises:
        NotInCase: If there is none that one may see; the words are the same where there is none at all.
    """
    for version, text in reversed(tuple(_numbered(who, name))):
        if number in {None, version.number}:
            return version, text
    which = f", version {number}" if number is not None else ""
    msg = f"there is no model {name[:64]!r}{which} here; the list shows what there is"
    raise NotInCase(msg)


def _numbered(who: Asking, name: str) -> Iterator[tuple[Version, str]]:
    # Counted anew for whoever asks: a gap in the numbers would tell of a version that they may not see.
    for number, (version, text) in enumerate(_shown(who, name), 1):
        yield msgspec.structs.replace(version, number=number, parent=number - 1), text


def _shown(who: Asking, name: str) -> Iterator[tuple[Version, str]]:
    desk = who.bench.desk
    try:
        there = desk.versions("model", name, who.audience)
    except InputError:
        return  # no name that a model can have
    for version in there:
        text = desk.place(version).read_text(encoding="utf-8")
        if not hidden_from(who.audience, who.bench.store, text):
            yield version, text


def save(who: Asking, wish: Wish) -> Saved:
    """Keep a version of a model.

    Raises:
        InputError: If it is too large, or marked so that whoever saves it could not see it.
        NotInCase: If the model that was edited is not there.
        SavedMeanwhile: If somebody saved a later version, which one may see.
    """
    if len(wish.text.encode("utf-8")) > MOST_BYTES:
        msg = f"a model has at most {MOST_BYTES:,} bytes; this is larger"
        raise InputError(msg)
    seen = who.view.statements_by_id(named_in(wish.text))
    text, elsewhere = set_apart(wish.text, (each.id for each in seen))
    kept = tuple(version for version, _ in _shown(who, wish.name)) if wish.name else ()
    before = kept[-1] if kept else None
    if wish.name and before is None:
        read(who, wish.name)  # says that there is none
    asked = wish.marking or (before.marking if before else Marking.CLEAR)
    if not who.audience.marking.may_see(asked):
        msg = f"you see this case as {who.audience.words}; mark the model {who.audience.marking.value} or below"
        raise InputError(msg)
    marking = most_restricted([asked, marking_of(seen)])
    circles = _circles(who, before, marking, text)
    apart = before is not None and (before.marking, before.circles) != (marking, circles)
    if before is not None and not apart and wish.after != len(kept):
        msg = f"somebody saved model {wish.name!r} since you opened it; look at the latest and save yours again"
        raise SavedMeanwhile(msg)
    version = _kept(who, msgspec.structs.replace(wish, text=text), marking, circles, None if apart else before)
    number = len(kept) + 1 if version.name == wish.name else 1
    version = msgspec.structs.replace(version, number=number, parent=number - 1)
    kept_apart = bool(before) and version.name != wish.name
    return Saved(version=version, raised=marking is not asked, apart=kept_apart, elsewhere=elsewhere)


def _circles(who: Asking, before: Version | None, marking: Marking, text: str) -> tuple[str, ...]:
    """The circles that a version is confined to: those of the model; its own circles' for whoever begins one."""
    if before is None:
        return who.audience.circles
    if before.circles or not who.audience.circles:
        return before.circles
    everyone = Audience.of(marking)
    walled = marking is Marking.RED or hidden_from(everyone, who.bench.store, text)
    return who.audience.circles if walled else ()


def _kept(who: Asking, wish: Wish, marking: Marking, circles: tuple[str, ...], before: Version | None) -> Version:
    title = " ".join(wish.title.split())[:_LONGEST_TITLE]

    def write(name: str, after: int) -> Version:
        return who.bench.desk.save(
            "model",
            name,
            wish.text,
            by=who.account.name,
            at=now(),
            marking=marking,
            after=after,
            why=" ".join(wish.why.split())[:500],
            title=title,
            circles=circles,
        )

    try:
        version = write(before.name, before.number) if before else write(_new_name(title), 0)
    except SavedMeanwhile:
        if before is None:
            raise
        # The later version is one that they may not see; theirs goes on as a model of its own.
        version = write(_new_name(title), 0)
    detail = {"version": str(version.number), "marking": marking.value}
    who.bench.store.audit("save", by=who.account.name, at=now(), target=f"model {version.name}", detail=detail)
    return version


def _new_name(title: str) -> str:
    plain = "".join(each for each in slug(title) if each in "abcdefghijklmnopqrstuvwxyz0123456789-")
    return f"{plain.strip('-')[:48].strip('-') or 'deal'}-{''.join(secrets.choice(_LETTERS) for _ in range(4))}"
