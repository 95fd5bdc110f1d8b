"""Bodies that a report introduces itself: "the Karen National Union (KNU)", "the National Participation Committee"."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from goodoffices.record import ActorKind

from .gazetteer import Entity, entities
from .lexicon import lexicon
from .office_words import is_head

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["learn_entities", "own_acronyms", "spans_of"]

_ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z][A-Za-z]*")
_LINKS = frozenset({"of", "for", "and", "the", "de", "del", "to", "on"})
_DETERMINERS = frozenset({"neither", "both", "each", "either", "all", "this", "no", "some"})
_OPENERS = frozenset({"DET", "PRON", "ADP", "CCONJ", "SCONJ", "ADV"})
"""What may open a sentence with a capital letter, and is no part of a name."""
_MOST_WORDS = 8
_PAIR = 2
_FOR_NOW = frozenset({"transitional", "interim", "provisional", "autonomous", "regional"})
_OF_ITS_OWN = frozenset(
    {"forum", "congress", "association", "federation", "union", "corporation", "movement", "front", "alliance"}
    | {
        "coalition",
        "party",
        "league",
        "network",
        "society",
        "church",
        "resistance",
        "conference",
        "commission",
        "committee",
    }
)
"""Bodies that a nationality in their name does not make their state's ("the Libyan Political Dialogue Forum")."""
_FRONTS = frozenset({"front", "movement", "party"})
"""Movements whose name may start so ("the Front for Change")."""
_HOUSES = frozenset({"centre", "center", "institute", "council", "committee", "foundation", "office", "mission"})
"""Bodies whose name may start with the word for them ("the Centre for Peace Studies")."""


def learn_entities(docs: Sequence[Doc]) -> list[Entity]:
    """Learn bodies and groups that the gazetteer does not know.

    A body is learnt where its capitalised name ends in a word for bodies ("... Front", "... Committee"), or where an
    acronym in brackets spells its initials.
    """
    found: dict[str, list[str]] = {}
    counts: Counter[str] = Counter()
    for doc in docs:
        for name, acronym in (*_with_acronym(doc), *((name, "") for name in _capitalised(doc))):
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


def own_acronyms(docs: Sequence[Doc]) -> frozenset[str]:
    """Acronyms that the report spells out itself, as another body than the one that the gazetteer knows by them."""
    known = {form: entity for entity in entities().values() for form in (entity.name, *entity.names)}
    spelled = {(name, acronym) for doc in docs for name, acronym in _with_acronym(doc)}
    ours = {acronym for name, acronym in spelled if acronym in known and known.get(name) is known[acronym]}
    return frozenset(acronym for _, acronym in spelled if acronym in known) - ours


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
    if parts[of - 1] in _FRONTS or parts[-1] in many:  # "the Revolutionary United Front of Sierra Leone"
        return True
    fighting = of < len(parts) and parts[of - 1] in many - {"forces"}
    return fighting or (parts[0] in _FRONTS and parts[1:2] == ["for"])


def _is_body(parts: Sequence[str], of: int) -> bool:
    bodies = lexicon().organisations
    opening = parts[0] in _HOUSES | {"ministry", "commission", "union"}
    return opening or parts[-1] in bodies | {"group"} or parts[of - 1] in bodies or parts[-2:] == ["task", "force"]


@functools.cache
def _known_groups() -> frozenset[str]:
    """Groups that are called by one word that is no acronym ("Renamo", "Polisario")."""
    groups = (entity for entity in entities().values() if entity.kind == "group")
    return frozenset(form for entity in groups for form in (entity.name, *entity.names) if form.istitle())


def _with_acronym(doc: Doc) -> Iterator[tuple[str, str]]:
    """Names whose initials a bracket spells out."""
    for i in range(1, len(doc) - 2):
        if doc[i].text != "(" or doc[i + 2].text not in {")", ","}:
            continue
        acronym = doc[i + 1].text
        start = _start_of_name(doc, i)
        if acronym in _known_groups() and i - start >= 2:  # noqa: PLR2004  a name of two words at least
            yield doc[start:i].text, acronym  # "the Mozambican National Resistance (Renamo)"
        if not _ACRONYM.fullmatch(acronym):
            continue
        start = _start_of_spelled(doc, start, i, acronym)
        if i - start >= 2:  # noqa: PLR2004  an acronym abbreviates at least two words
            yield doc[start:i].text, acronym


def _start_of_spelled(doc: Doc, start: int, end: int, acronym: str) -> int:
    """Where the name starts that an acronym stands for: with its first letter, else, in another language, whole."""
    start = first = _behind_office(doc, start, end)
    whole = doc[start:end].text
    if whole.isupper():  # a heading in capitals, where every word could belong to the name
        spelled = [
            i for i in range(start, end) if "".join(t.text[0] for t in doc[i:end] if t.lower_ not in _LINKS) == acronym
        ]
        return spelled[-1] if spelled else end
    if spelled := [i for i in range(start, end) if doc[i].text[0].isupper() and _capitals(doc, i, end) == acronym]:
        return spelled[-1]  # "According to the Autonomous Bougainville Government (ABG)"
    while start < end and not (doc[start].text[0].isupper() and doc[start].text[0] == acronym[0]):
        start += 1
    initials = _capitals(doc, start, end)
    body = doc[first + 1 : first + 2].text.lower() in lexicon().organisations | lexicon().groups
    named = doc.user_data.get("named", {}).get(first)
    if start == end or initials[:2] == acronym[:2] or not body or named or doc[first].pos_ in _OPENERS:
        return start
    return first  # "the National Commission for the Consolidation of Peace (COPAZ)"


def _capitals(doc: Doc, start: int, end: int) -> str:
    return "".join(t.text[0] for t in doc[start:end] if t.text[:1].isupper())


def _behind_office(doc: Doc, start: int, end: int) -> int:
    """Behind the words of an office: "Coordinator of the Government Peace Commission" is a person at a body."""
    for i in range(start, end - 2):
        if doc[i].lower_ not in _LINKS and not is_head(doc, i):
            return start
        if is_head(doc, i) and doc[i + 1].lower_ in {"of", "for"}:
            return i + 3 if doc[i + 2].lower_ == "the" else i + 2
    return start


def _start_of_name(doc: Doc, end: int) -> int:
    start = end
    while start > 0 and end - start < _MOST_WORDS:
        token = doc[start - 1]
        if not (token.text[:1].isupper() or token.lower_ in _LINKS or token.text in {"-", "'s", "'"}):
            break
        start -= 1
    while start < end and (doc[start].lower_ in _LINKS or not doc[start].text[:1].isupper()):
        start += 1
    return start


def _capitalised(doc: Doc) -> Iterator[str]:
    """Runs of capitalised words that end in a word for bodies, of two words at least."""
    for token in () if doc.text.isupper() else doc:
        opens = _opens_a_name(doc, token)
        following = doc[token.i + 1] if token.i + 1 < len(doc) else None
        longer = following is not None and following.text[:1].isupper() and following.is_alpha
        if longer or not (opens or _ends_a_name(token)) or token.is_sent_start or not token.text[:1].isupper():
            continue
        start, owned = _without_owner(doc, _start_of_run(doc, token), token)
        if (token.i > start or opens) and not owned and doc[start].lower_ not in _DETERMINERS:
            name = doc[start : _end_of_name(doc, token.i + 1)].text
            if " " in name:
                yield name


def _ends_a_name(token: Token) -> bool:
    return token.lower_ in lexicon().organisations | lexicon().groups


def _opens_a_name(doc: Doc, token: Token) -> bool:
    """ "The Centre for ...", "the Council of Elders": a word for a body before what it is for."""
    house = token.lower_ in _HOUSES | _FRONTS and doc[token.i + 1 : token.i + 2].text == "for"
    return house or (_ends_a_name(token) and _is_of_its_members(doc, token.i))


def _start_of_run(doc: Doc, token: Token) -> int:
    start = token.i
    while start > 0 and token.i - start < _MOST_WORDS and _part_of_name(doc, start - 1):
        start -= 1
    while start < token.i and doc[start].lower_ in _LINKS:
        start += 1
    return _behind_small_words(doc, start, token.i)


def _without_owner(doc: Doc, start: int, token: Token) -> tuple[int, bool]:
    """Where a name starts that stands behind a known one, and whether it is that one's body, without a name."""
    owner = doc.user_data["named"].get(start - 1) if start > 0 else None
    if owner is None:
        return start, False
    own = token.lower_ in _OF_ITS_OWN | _HOUSES
    if owner.kind == "state" and own and _names_it(doc[start - 1], owner):
        start = _start_of_same(doc, start - 1)
        while start > 0 and _part_of_name(doc, start - 1) and doc[start - 1].text[:1].isupper():
            start -= 1  # "Southern Philippines Council"
        return start, False
    if owner.kind == "organisation" and token.i > start and doc[start - 1].text != "'s":
        return _start_of_same(doc, start - 1), False  # "the UN Human Rights Office" is a body of its own
    return start, True


def _behind_small_words(doc: Doc, start: int, end: int) -> int:
    """Leave out what opens a sentence ("His Democratic Center") and an office ("Speaker of Parliament")."""
    while start < end and (doc[start].pos_ in _OPENERS or doc[start].lower_ in _LINKS):
        start += 1
    office = doc[start].lower_ in lexicon().offices and start + 1 < end and doc[start + 1].lower_ == "of"
    return start + 2 if office else start


def _names_it(word: Token, owner: Entity) -> bool:
    """Is a word a state's adjective, its city ("the Doha Forum") or, for a body of its own, its name?"""
    return word.text in {*owner.adjectives, *owner.metonyms} or word.text in {owner.name, *owner.names}


def _end_of_name(doc: Doc, end: int) -> int:
    """Behind "Council", take in what it is of or for: "for National Reconciliation"."""
    if end + 1 >= len(doc) or doc[end].lower_ not in {"of", "for", "on"}:
        return end
    deep = doc[end].lower_ in {"for", "of"} and doc[end + 1].lower_ == "the"  # "for the Consolidation of Peace"
    if not (doc[end + 1].text[:1].isupper() or (deep and doc[end + 2 : end + 3].text[:1].isupper())):
        return end
    last = end + 1 if doc[end + 1].lower_ != "the" else end + 2
    state = doc.user_data["named"].get(last)
    if state is not None and state.kind == "state" and doc[end - 1].lower_ == "party" and doc[end].lower_ == "of":
        return _with_faction(doc, _end_of_same(doc, last))
    while last < len(doc) and last - end < _MOST_WORDS and (_is_capital(doc, last) or _links_names(doc, last)):
        if doc.user_data["named"].get(last):
            return end
        last += 1
    return last


def _is_capital(doc: Doc, i: int) -> bool:
    return i < len(doc) and doc[i].text[:1].isupper() and doc[i].is_alpha


def _links_names(doc: Doc, i: int) -> bool:
    """ "Consolidation of Peace", "Recovery and Development": a small word inside what a body is for."""
    linked = doc[i].lower_ in {"of", "and"} and _is_capital(doc, i - 1) and _is_capital(doc, i + 1)
    return (
        linked
        and doc[i + 1].pos_ in {"PROPN", "NOUN"}
        and doc[i + 1].ent_type_ not in {"PERSON", "GPE"}
        and not (doc[i + 1].lower_ in lexicon().offices | lexicon().organisations or doc.user_data["named"].get(i + 1))
    )


def _start_of_same(doc: Doc, last: int) -> int:
    """The first word of the known name that ends at a token."""
    named, start = doc.user_data["named"], last
    while start > 0 and named.get(start - 1) is named[last]:
        start -= 1
    return start


def _end_of_same(doc: Doc, start: int) -> int:
    """Behind the words of one known name."""
    named, end = doc.user_data["named"], start
    while named.get(end) is not None and named[end] is named[start]:
        end += 1
    return end


def _with_faction(doc: Doc, end: int) -> int:
    """Take in the faction that a bracket gives: "(Maoist)", "(Unified Marxist-Leninist)"; no acronym."""
    if end + 2 >= len(doc) or doc[end].text != "(":
        return end
    close = next((t.i for t in doc[end + 1 : end + 2 + _MOST_WORDS] if t.text == ")"), None)
    if close is None or _ACRONYM.fullmatch(doc[end + 1].text) or not doc[end + 1].text[:1].isupper():
        return end
    return close + 1 if all(t.text[:1].isupper() or t.text in {"-", "–"} for t in doc[end + 1 : close]) else end


def _is_of_its_members(doc: Doc, i: int) -> bool:
    """ "The Council of Elders", "the Platform of Women": people in the plural, who are no state's."""
    member = doc[i + 2] if i + 2 < len(doc) and doc[i + 1].lower_ == "of" else None
    if member is None or not member.text[:1].isupper() or doc.user_data["named"].get(member.i):
        return False
    return member.tag_ in {"NNS", "NNPS"} and member.lower_ not in lexicon().referring.pair_nouns


def _part_of_name(doc: Doc, i: int) -> bool:
    token = doc[i]
    if token.tag_ == "POS" and i > 0 and doc[i - 1].text[:1].isupper():
        return doc[i - 1].lower_ in lexicon().plain.folk  # "Kalonda Peoples' Congress"
    if token.text[:1].isupper() and (token.is_alpha or "-" in token.text):
        return token.lower_ not in {"the", "a", "an"} and not doc.user_data["named"].get(i)
    return token.text in {"of", "and", "-"} and i > 0 and doc[i - 1].text[:1].isupper() and doc[i - 1].is_alpha


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
