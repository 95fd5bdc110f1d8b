"""The actors that are known beforehand: states with their adjectives and capitals, bodies, armed groups."""

from __future__ import annotations

import functools
import re
import threading
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import resources
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import msgspec

from goodoffices.record import ActorKind

from ..pipeline import straighten, text_of, vocabulary
from .gazetteer_forms import at_home, kin_of
from .small_letters import in_small_letters

if TYPE_CHECKING:
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc

__all__ = ["Entity", "Form", "Name", "adjectives", "entities", "names_in"]

Form: TypeAlias = Literal["name", "adjective", "metonym"]
_WORD = re.compile(r"\w+")


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """An actor that the data files know.

    Attributes:
        name: Its canonical name.
        kind: State, organisation or group.
        names: Other full names.
        adjectives: Words that make a noun its own ("Ukrainian"), its people too.
        metonyms: Capitals and buildings that stand for it where they act.
        iso: ISO 3166-1 alpha-3 code, or None.
        side: Name of the entity that it speaks for, or None.
        of_states: Is it a group of states?
        place: Is it a territory too, whose name is an actor only where it acts?
        loose: Forms that others bear too, and that are its own only where the report names it, or its home, otherwise.
        home: Name of the state that it is in, where its loose forms need that.
    """

    name: str
    kind: ActorKind
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    iso: str | None = None
    side: str | None = None
    of_states: bool = False
    place: bool = False
    loose: tuple[str, ...] = ()
    home: str | None = None


class Name(msgspec.Struct, frozen=True):
    """An entity's name in a parsed text: tokens ``[start, end)``, and which of its forms it is."""

    entity: Entity
    form: Form
    start: int
    end: int


@functools.cache
def entities() -> dict[str, Entity]:
    """All known entities by canonical name: countryinfo's states, and ours over them."""
    ours = [msgspec.convert(entry, Entity) for entry in _data("entities")["entity"]]
    ours += [body for body in _bodies() if body.name not in {entity.name for entity in ours}]
    known = {entity.iso for entity in ours if entity.iso} | {entity.name for entity in ours}
    words = {word for entity in ours for word in entity.adjectives}
    states = [state for state in _states() if state.iso not in known and state.name not in known]
    # territories share the adjective of the state that they belong to, which has the better claim to it
    states = [state for state in states if not words & set(state.adjectives)]
    # a capital that ours claims, as the European Union does Brussels, stands for no state besides
    seats = {word for entity in ours for word in entity.metonyms}
    states = [
        msgspec.structs.replace(state, metonyms=tuple(word for word in state.metonyms if word not in seats))
        for state in states
    ]
    both = (*states, *ours)
    by_name = {form: each.name for each in both if each.kind == "state" for form in (each.name, *each.names)}
    return {entity.name: at_home(entity, by_name) for entity in both}


def _data(name: str) -> dict[str, Any]:
    """One of the data files."""
    return tomllib.loads(resources.files(__package__).joinpath(f"data/{name}.toml").read_text(encoding="utf-8"))


def _bodies() -> Iterator[Entity]:
    """The bodies and groups of which the data say no more than how they are called."""
    kinds: tuple[ActorKind, ...] = ("organisation", "group")
    files = [_data(file) for file in _BODY_LISTS]
    for kind in kinds:
        for name, names in {
            each: forms for file in reversed(files) for each, forms in file.get(kind, {}).items()
        }.items():
            members = tuple(_member(word) for word in (name, *names) if kind == "group" and _is_plural(word))
            yield Entity(name=name, kind=kind, names=tuple(names), adjectives=members)


def _is_plural(name: str) -> bool:
    """Is it one word for all who belong ("Maoists", "Naxalites")?"""
    return name.isalpha() and name.istitle() and name.endswith("s") and len(name) > _SHORTEST_PLURAL


def _member(plural: str) -> str:
    """The word for one who belongs, which stands before other nouns too ("a Maoist commander")."""
    return plural.removesuffix("s")


_BODY_LISTS = ("bodies", "bodies_talks_south", "bodies_talks_north", "bodies_world", "bodies_states")
_ISO_CHARS = 3
_SHORTEST_PLURAL = 5
_PAST = frozenset({"Serbia and Montenegro", "Netherlands Antilles"})
"""States that are no more, but still in countryinfo."""


def _states() -> Iterator[Entity]:
    """The states of countryinfo, with the forms that news English uses."""
    from countryinfo import all_countries  # noqa: PLC0415  reads 250 files, so only where text is read

    taken: set[str] = set()
    forms = _data("forms")
    infos = [country.info() for country in all_countries()]
    for info in sorted(infos, key=lambda i: -int(i.get("population") or 0)):
        iso = info.get("ISO", {}).get("alpha3")
        if not iso or not info.get("demonym") or info["name"] in _PAST:
            continue
        yield _with_forms(_state(info, iso, shared=info["demonym"] in taken), forms)
        taken.add(info["demonym"])


def _state(info: Mapping[str, Any], iso: str, *, shared: bool) -> Entity:
    """One state; an adjective that it shares belongs to the one that most people live in ("Dominican")."""
    demonym, capital = info["demonym"], info.get("capital")
    plural = () if demonym.endswith(("s", "h", "e", "i")) else (demonym + "s",)
    return Entity(
        name=info["name"],
        kind="state",
        names=tuple(s for s in info.get("altSpellings", []) if len(s) > _ISO_CHARS and s.isascii()),
        adjectives=() if shared else (demonym, *plural),
        metonyms=(capital,) if isinstance(capital, str) and capital not in {"", info["name"]} else (),
        iso=iso,
    )


def _with_forms(state: Entity, forms: Mapping[str, Mapping[str, Sequence[str]]]) -> Entity:
    """Add the forms of a state's name that our data give, and take away those that are wrong."""
    drop = {*forms["drop"].get(state.name, ())}
    return msgspec.structs.replace(
        state,
        names=tuple(n for n in (*state.names, *forms["names"].get(state.name, ())) if n not in drop),
        adjectives=(*state.adjectives, *forms["adjectives"].get(state.name, ())),
        metonyms=(*(n for n in state.metonyms if n not in drop), *forms["metonyms"].get(state.name, ())),
    )


@functools.cache
def _by_first_word() -> dict[str, tuple[tuple[str, Form, Entity], ...]]:
    """The forms by the first word of each."""
    found: dict[str, list[tuple[str, Form, Entity]]] = {}
    for text, form, entity in _forms(entities().values()):
        first = _WORD.search(text)
        if first is not None:
            found.setdefault(first[0], []).append((text, form, entity))
    return {word: tuple(forms) for word, forms in found.items()}


class _Forms:
    """The matcher of known forms; it learns a form when a text first has its first word: most are never asked for."""

    def __init__(self) -> None:
        from spacy.matcher import PhraseMatcher  # noqa: PLC0415  heavy

        self._vocab, self._tokenise = vocabulary()
        self._matcher: PhraseMatcher = PhraseMatcher(self._vocab, attr="ORTH")
        self._meant: dict[int, list[tuple[Entity, Form]]] = {}
        self._entered: set[str] = set()
        self._lock = threading.Lock()

    def find(self, doc: Doc) -> list[tuple[int, int, list[tuple[Entity, Form]]]]:
        """Where known forms stand in a text, and what each means."""
        with self._lock:
            for word in set(_WORD.findall(text_of(doc))) - self._entered:
                self._enter(word)
            return [(start, end, self._meant[key]) for key, start, end in self._matcher(doc)]

    def _enter(self, word: str) -> None:
        forms = _by_first_word().get(word, ())
        if forms:
            self._entered.add(word)
        for text, form, entity in forms:
            key = self._vocab.strings.add(f"{form}:{text}")
            self._meant.setdefault(key, []).append((entity, form))
            self._matcher.add(f"{form}:{text}", [self._tokenise(straighten(text))])


@functools.cache
def _known_forms() -> _Forms:
    return _Forms()


def _forms(known: Iterable[Entity]) -> Iterator[tuple[str, Form, Entity]]:
    spoken = frozenset(_data("forms")["spoken"]["names"])
    for entity in known:
        for text in dict.fromkeys((entity.name, *entity.names)):
            yield text, "name", entity
            if text in spoken:
                yield text.capitalize(), "name", entity
            if (common := in_small_letters(text)) is not None and common not in entity.names:
                yield common, "name", entity
            if text.startswith("UN "):
                yield f"United Nations {text[3:]}", "name", entity
                yield f"U.N. {text[3:]}", "name", entity
        for text in entity.adjectives:
            yield text, "adjective", entity
        for text in kin_of(entity):
            yield text, "name", entity
        for text in entity.metonyms:
            yield text, "metonym", entity


_ASKED = frozenset({"WHO", "IT"})
"""Names that are other words in a heading in capitals ("WHO WATCHES")."""


def names_in(doc: Doc) -> list[Name]:
    """Find the known names in a parsed text: the longest at each place, names before adjectives before metonyms."""
    shouted = text_of(doc).isupper()
    order = {"name": 0, "adjective": 1, "metonym": 2}
    found = [
        Name(entity, form, start, end)
        for start, end, meant in _known_forms().find(doc)
        if not (doc[start].text in _ASKED and doc[start:end].text in _ASKED and shouted)
        and not _within_a_word(doc, start, end)
        for entity, form in meant
    ]
    found.sort(key=lambda name: (name.start, -name.end, order[name.form]))
    ends = {name.start: max(name.end, 0) for name in reversed(found)}
    taken, kept = 0, []
    for name in found:
        if doc[name.start].lower_ == "the" and ends.get(name.start + 1, 0) > name.end:
            continue  # "the Commonwealth" of "the Commonwealth of Independent States"
        if name.start >= taken:
            kept.append(name)
            taken = name.end
    return kept


_SHORT = 3
"""Letters of an acronym that stands in a row of them."""


def _within_a_word(doc: Doc, start: int, end: int) -> bool:
    """Is it a part of a longer name that hyphens hold together ("PORT-AU-PRINCE")?"""
    inside = start > 1 and end + 1 < len(doc) and doc[start - 1].text == "-" and doc[end].text == "-"
    inside = inside and len(doc[start - 2].text) > _SHORT  # unlike "the US-EU-UN team"
    return inside and not (doc[start - 2].whitespace_ or doc[start - 1].whitespace_ or doc[end].whitespace_)


@functools.cache
def adjectives() -> dict[str, Entity]:
    """Entities by each single-word adjective of theirs."""
    return {word: entity for entity in entities().values() for word in entity.adjectives if " " not in word}
