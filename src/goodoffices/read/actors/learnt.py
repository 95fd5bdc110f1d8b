"""Bodies that a report introduces itself: "the Karen National Union (KNU)", "the National Participation Committee"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from goodoffices.record import ActorKind

from .acronyms import names_with_acronyms
from .capitalised import capitalised_names
from .gazetteer import Entity
from .lexicon import lexicon
from .name_words import FRONTS, HOUSES

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["learn_entities", "spans_of"]

_PAIR = 2
_FOR_NOW = frozenset({"transitional", "interim", "provisional", "autonomous", "regional"})


def learn_entities(docs: Sequence[Doc]) -> list[Entity]:
    """Learn bodies and groups that the gazetteer does not know.

    A body is learnt where its capitalised name ends in a word for bodies ("... Front", "... Committee"), or where an
    acronym in brackets spells its initials.
    """
    found: dict[str, list[str]] = {}
    counts: Counter[str] = Counter()
    for doc in docs:
        for name, acronym in (*names_with_acronyms(doc), *((name, "") for name in capitalised_names(doc))):
            counts[name] += 1
            forms = found.setdefault(name, [])
            if acronym and acronym not in forms:
                forms.append(acronym)
    kept = {name: forms for name, forms in found.items() if forms or _kind(name) is not None}
    return [_entity(name, forms) for name, forms in sorted(kept.items()) if not _is_ministry(name)]


def _is_ministry(name: str) -> bool:
    """Ministries without a state in their name are the government's that a report tells of."""
    words = name.lower().split()
    return words[0] == "ministry" or words[-1] == "ministry"


def _entity(name: str, forms: Iterable[str]) -> Entity:
    forms = tuple(forms)
    return Entity(name=name, kind=_kind(name) or "organisation", names=forms, adjectives=forms)


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
    bodies = lexicon().organisations
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
