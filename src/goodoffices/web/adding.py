"""The form of a finding that is added by hand: its fields, what came back, and the adding itself."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from importlib import resources
from typing import Annotated, cast

import msgspec
from fastapi import Depends, Form

from goodoffices.desk.actors import actors_of_snapshot
from goodoffices.desk.shelf import NotReady
from goodoffices.desk.snapshot import Snapshot
from goodoffices.record import ActorContent, InputError, NotInCase
from goodoffices.record.adding import Addition, add_by_hand
from goodoffices.record.introducing import KnownActor, Lookup
from goodoffices.record.saying import CONTENTS, Proposal
from goodoffices.record.verify import ACTOR_FIELDS

from .asking import Asking
from .correcting import Field, fields_of
from .judged import rejection_of
from .moments import now

__all__ = ["NEW", "Filled", "added_for", "blank_fields", "finding_of", "kind_words", "names_for"]

_NAMES = 400
"""Names that a form offers; any other can be typed."""


class Filled(msgspec.Struct, frozen=True, kw_only=True):
    """What was filled in: the fields of the kind, and what goes with any kind."""

    fields: Mapping[str, object] = {}
    said_by: str = ""
    first: str = ""
    last: str = ""
    why: str = ""
    marking: str = ""
    new: Mapping[str, str] = {}

    @property
    def more(self) -> bool:
        """Was anything filled in of what may be left out?"""
        return any((self.said_by, self.first, self.last, self.why)) or self.marking not in {"", "CLEAR"}

    @property
    def when(self) -> str:
        """The time as the record writes it; one day alone is that day."""
        first, last = self.first.strip(), self.last.strip()
        return f"{first or '..'}/{last}" if last and last != first else first


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of `data/adding.toml`: kind -> what it is; kind -> field -> how it is asked for."""

    kinds: dict[str, str]
    fields: dict[str, dict[str, str]]


@functools.cache
def _words() -> _Words:
    return msgspec.toml.decode(resources.files(__package__).joinpath("data/adding.toml").read_bytes(), type=_Words)


def kind_words(kind: str) -> str:
    """What a finding of a kind is.

    Raises:
        InputError: If there is no such kind.
    """
    found = _words().kinds.get(kind)
    if found is None:
        msg = f"there are no findings of the kind {kind[:40]!r}; there are {', '.join(_words().kinds)}"
        raise InputError(msg)
    return found


def blank_fields(kind: str, quote: str, given: Mapping[str, object]) -> tuple[Field, ...]:
    """The fields of a kind, in the order in which the form asks for them.

    Args:
        kind: One of `KINDS`.
        quote: The words of the report: a first guess at the clause.
        given: What was filled in before.
    """
    made = CONTENTS[kind]
    blank = {each.name: "" for each in msgspec.structs.fields(made) if each.required}
    found = {each.name: each for each in fields_of(made(**blank))}
    first = {"text": " ".join(quote.split())}
    return tuple(
        msgspec.structs.replace(
            found[name], label=label, sort=_sort(found[name]), value=given.get(name, first.get(name, found[name].value))
        )
        for name, label in _words().fields[kind].items()
    )


def _sort(field: Field) -> str:
    if field.name not in ACTOR_FIELDS:
        return field.sort
    return "names" if field.sort == "list" else "name"


def _new(
    names: Annotated[list[str] | None, Form(alias="new-name")] = None,
    kinds: Annotated[list[str] | None, Form(alias="new-kind")] = None,
) -> dict[str, str]:
    pairs = zip((names or [])[:100], (kinds or [])[:100], strict=False)
    return {name[:400]: kind[:40] for name, kind in pairs if kind}


NEW = Depends(_new)
"""What the form says of actors who are new to the case: name -> what it is."""


def names_for(who: Asking, report: str) -> tuple[str, ...]:
    """Names that the form offers: the actors of the report before those of the rest of the case."""
    said = (each.content for each in who.view.statements("actor", report))
    own = {each.name for each in said if isinstance(each, ActorContent)}
    try:
        others = _all_names(who.snapshot)
    except NotReady:
        others = ()
    return tuple({**dict.fromkeys(sorted(own, key=str.casefold)), **dict.fromkeys(others)})[:_NAMES]


def _all_names(snapshot: Snapshot) -> tuple[str, ...]:
    if "names of actors" not in snapshot.kept:
        snapshot.kept["names of actors"] = tuple(sorted(snapshot.brief.names.values(), key=str.casefold)[:_NAMES])
    return cast("tuple[str, ...]", snapshot.kept["names of actors"])


def added_for(who: Asking, proposal: Proposal) -> Addition:
    """Add a finding in the name of whoever asks, of what they may see.

    Raises:
        NotInCase: If they see no such report.
        GoodOfficesError: As `add_by_hand` says.
    """
    return add_by_hand(who.bench.store, who.view, proposal, by=who.account.name, at=now(), elsewhere=_actors_of(who))


def _actors_of(who: Asking) -> Lookup:
    def look(word: str) -> tuple[KnownActor, ...]:
        try:
            return tuple(actors_of_snapshot(who.snapshot)(word))
        except NotReady:
            return ()  # the findings are being put together: the name is a new one until then

    return look


def finding_of(who: Asking, addition: Addition) -> str:
    """The finding that a statement came to, or empty where it came to none yet.

    What says the same already may have been rejected: then its page says so, under the id of the statement.
    """
    found = addition.statement.id
    try:
        entries = who.snapshot.resting_on((found,))
    except (NotReady, NotInCase):
        return ""
    if entries:
        return entries[0].id
    return found if addition.known and rejection_of(who, found) is not None else ""
