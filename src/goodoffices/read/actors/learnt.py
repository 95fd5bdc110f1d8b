"""Bodies that a report introduces itself: "the Karen National Union (KNU)", "the National Participation Committee"."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import ActorKind

from .acronyms import known_by_short_names, names_with_acronyms, translated_names
from .capitalised import capitalised_names
from .gazetteer import Entity, adjectives, entities
from .lexicon import lexicon
from .name_words import CAPITALISED, FRONTS, HOUSES, MILITARY
from .short_names import names_with_short_names

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["learn_entities", "spans_of"]

_PAIR = 2
_GOVERNMENT = re.compile(
    r"(?:(?:Royal|National|Federal|Central|Transitional|Interim|Provisional|Caretaker) ){0,2}"
    r"Government of (?:the )?(?:Republic of (?:the )?)?(?P<state>.+)"
)
_UNITS = frozenset({"brigade", "battalion", "division", "regiment", "corps"})
_COUNTED = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"})
_THINGS = frozenset(
    {
        "area",
        "areas",
        "zone",
        "zones",
        "region",
        "regions",
        "province",
        "territory",
        "territories",
        "district",
        "valley",
    }
    | {"dam", "bridge", "canal", "pipeline", "airport", "port", "plant", "corridor", "line", "railway", "highway"}
    | {"agreement", "accord", "accords", "treaty", "protocol", "pact", "memorandum", "framework", "charter", "plan"}
    | {"declaration", "roadmap", "resolution", "communique", "communiqué", "convention", "constitution", "statute"}
    | {"ceasefire", "process", "talks", "negotiations", "referendum", "election", "elections", "offensive", "war"}
)
"""Last words of the names of lands, works and texts, which are no bodies."""
_VENUES = frozenset({"conference", "convention", "congress", "exhibition", "sports", "cultural", "exhibitions"})
"""What is held in centres that are no bodies but houses ("the Hassan Dahir Conference Centre")."""
_TEAMS = frozenset({"panel", "team", "delegation", "command", "leadership"})
_FOR_NOW = frozenset({"transitional", "interim", "provisional", "autonomous", "regional"})


def learn_entities(docs: Sequence[Doc]) -> list[Entity]:
    """Learn bodies and groups that the gazetteer does not know.

    A body is learnt where its capitalised name ends in a word for bodies ("... Front", "... Committee"), or where an
    acronym in brackets spells its initials.
    """
    found: dict[str, list[str]] = {}
    counts: Counter[str] = Counter()
    for doc in docs:
        spelled = (*names_with_acronyms(doc), *names_with_short_names(doc))
        for name, acronym in (*spelled, *((name, "") for name in capitalised_names(doc))):
            counts[name] += 1
            forms = found.setdefault(name, [])
            if acronym and acronym not in forms:
                forms.append(acronym)
    _join_short_names(found)
    found = {name: forms for name, forms in found.items() if not _is_a_thing(name)}
    kept = {name: forms for name, forms in found.items() if forms or _kind(name) is not None}
    owners = {form for forms in kept.values() for form in forms}
    owners |= {
        form for entity in entities().values() if entity.kind == "group" for form in (entity.name, *entity.names)
    }
    whole = {name: forms for name, forms in kept.items() if forms or not _is_a_team(name, owners)}
    known = {name: entity for doc in docs for name, entity in (*translated_names(doc), *known_by_short_names(doc))}
    again = [msgspec.structs.replace(entity, names=(*entity.names, name)) for name, entity in sorted(known.items())]
    in_full = {form for name, entity in known.items() for form in (name, entity.name, *entity.names)}
    whole = {name: forms for name, forms in whole.items() if name not in in_full}
    return [*again, *(_entity(name, forms) for name, forms in sorted(whole.items()) if not _is_ministry(name))]


def _join_short_names(found: dict[str, list[str]]) -> None:
    """Let "the Movement for Democracy" be another name of "the Movement for Democracy in Liberia", where both stand."""
    for name in tuple(found):
        short = re.sub(r" (?:in|of) (?:the )?[A-Z][\w ]+$", "", name)
        if short != name and short in found and " " in short and name.removeprefix(short).split()[-1] in _states():
            found[name] += [form for form in (short, *found.pop(short)) if form not in found[name]]


@functools.cache
def _states() -> frozenset[str]:
    """The last words of the names of states."""
    states = (entity for entity in entities().values() if entity.kind == "state")
    return frozenset(form.split()[-1] for state in states for form in (state.name, *state.names))


def _is_a_thing(name: str) -> bool:
    """Lands, works and texts have acronyms too ("the Federally Administered Tribal Areas (FATA)")."""
    words = name.lower().split()
    of = next((n for n, word in enumerate(words) if word in {"of", "for", "on", "in"} and n), len(words))
    last = words[of - 1]
    if last in {"centre", "center"} and words[of - 2] in _VENUES and of > 1:
        return True
    return last in _THINGS and not (last in MILITARY and words[of - 2] == "military")


def _is_a_team(name: str, owners: AbstractSet[str]) -> bool:
    """ "NDFP Negotiating Panel": a party's own team, which has no name besides."""
    words = name.split()
    return words[0] in owners and words[-1].lower() in _TEAMS


def _is_ministry(name: str) -> bool:
    """Ministries and army units without a state in their name are the government's that a report tells of."""
    words = name.lower().split()
    if words[-1] in _UNITS and (words[0] in _COUNTED or words[0][:1].isdigit()):
        return True  # "the First Brigade" is the army's
    return words[0] in {"ministry", "department"} or words[-1] in {"ministry", "department"}


def _entity(name: str, forms: Iterable[str]) -> Entity:
    forms = tuple(forms)
    if (state := _governed_by(name)) is not None:
        return msgspec.structs.replace(state, names=(name, *forms), adjectives=forms, metonyms=())
    acronyms = tuple(form for form in forms if " " not in form)
    return Entity(name=name, kind=_kind(name) or "organisation", names=forms, adjectives=acronyms)


def _governed_by(name: str) -> Entity | None:
    """The state of "the Government of the Republic of the Philippines (GRP)", "the Royal Norwegian Government"."""
    words = name.split()
    if words[-1] == "Government" and words[0] == "Royal" and len(words) > _PAIR:
        return adjectives().get(words[-2])
    found = _GOVERNMENT.fullmatch(name)
    state = (entities().get(found["state"]) or entities().get(words[-1])) if found is not None else None
    return state if state is not None and state.kind == "state" else None


def _kind(name: str) -> ActorKind | None:
    """Which kind of body a name names by its last word, or by the last before "of", "for" and "on"."""
    parts = name.lower().split()
    if not parts:
        return None
    of = next((n for n, part in enumerate(parts) if part in {"of", "for", "on"} and n), len(parts))
    if parts[-1] == "government" and len(parts) > _PAIR and _FOR_NOW & {*parts}:
        return "organisation"  # "the Bougainville Transitional Government"
    if _is_group(parts, of):
        return "group"
    return "organisation" if _is_body(parts, of) else None


def _is_group(parts: Sequence[str], of: int) -> bool:
    many = lexicon().groups - {"government", "force", "group"}
    if parts[of - 1] in FRONTS or parts[-1] in many:  # "the Revolutionary United Front of Sierra Leone"
        return True
    fighting = of < len(parts) and parts[of - 1] in many - {"forces"}
    return fighting or (parts[0] in FRONTS and parts[1:2] == ["for"])


def _is_body(parts: Sequence[str], of: int) -> bool:
    bodies = lexicon().organisations | CAPITALISED
    if parts[-1] in MILITARY:
        return parts[-2:-1] == ["military"]
    opening = parts[0] in HOUSES | {"ministry", "commission", "union"}
    return opening or parts[-1] in bodies | {"group"} or parts[of - 1] in bodies or parts[-2:] == ["task", "force"]


def spans_of(doc: Doc, learnt: Sequence[Entity]) -> Iterator[tuple[int, int, Entity]]:
    """Find the learnt bodies in a parsed block, by their exact words."""
    starts: dict[str, list[tuple[list[str], Entity]]] = {}
    for entity in learnt:
        for name in (entity.name, *entity.names):
            words = name.split()
            for first in {words[0], re.split(r"[-'’]", words[0])[0]}:  # as one token or as several
                starts.setdefault(first, []).append((words, entity))
    for forms in starts.values():
        forms.sort(key=lambda form: -len(form[0]))
    texts = [token.text for token in doc]
    for i, text in enumerate(texts):
        for words, entity in starts.get(text, ()):
            if _same_words(texts, i, words):
                yield i, i + _token_count(texts, i, words), entity


def _same_words(texts: Sequence[str], i: int, words: Sequence[str]) -> bool:
    return "".join(texts[i : i + _token_count(texts, i, words)]) == "".join(words)


def _token_count(texts: Sequence[str], i: int, words: Sequence[str]) -> int:
    """How many tokens spell as many characters as `words` ("People's" is two)."""
    wanted, n, length = sum(map(len, words)), 0, 0
    while length < wanted and i + n < len(texts):
        length += len(texts[i + n])
        n += 1
    return n
