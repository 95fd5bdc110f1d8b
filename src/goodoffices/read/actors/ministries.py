"""Ministries with a say of their own beside their government: "the health ministry said", "the Ministry of Justice".

The foreign and the defence ministry speak for the state itself and are no actors besides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .phrases import owner_of
from .roster import Mention, Roster
from .sides import home_state

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["enter_ministries"]

_FIELDS = frozenset(
    {"interior", "home", "justice", "health", "finance", "economy", "energy", "oil", "petroleum", "trade", "commerce"}
    | {"agriculture", "transport", "education", "information", "reconstruction", "unification", "water", "internal"}
    | {"prisons", "prisoners", "labour", "labor", "planning", "environment", "tourism", "migration", "economic"}
)
"""What a ministry looks after that does not speak for the state abroad."""
_STAFF = frozenset(
    {"official", "officials", "spokesman", "spokeswoman", "spokesperson", "statement", "source", "sources"}
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_HOUSES = frozenset({"ministry", "office"})
_CHARGING = frozenset({"attorney", "prosecutor", "prosecutors", "solicitor"})
"""Whose office charges in a state's name."""
_FAR = 3
"""Words from "of" to the field of a ministry ("of the Interior", "of Public Health")."""


def enter_ministries(roster: Roster) -> None:
    """Enter the ministries that act or speak, with the state whose they are for a side."""
    found = [
        (number, token)
        for number, passage in enumerate(roster.passages)
        for token in passage.doc
        if token.lower_ in _HOUSES and (token.lower_ == "ministry" or _prosecutes(token)) and _is_free(roster, token)
    ]
    home = (roster.governed or home_state(roster)) if found else None
    for number, token in found:
        start, end = _name(token)
        if start is None or not _acts(token):
            continue
        doc, owner = token.doc, owner_of(token)
        states = [a for a in roster.at(owner) if roster.actors[a].kind == "state"] if owner is not None else []
        entity = doc.user_data["named"].get(owner.i) if owner is not None else None
        if entity is not None and entity.kind == "state":
            states = [roster.enter(entity.name, entity.kind, entity.iso).id]
        ministry = roster.enter(doc[start:end].text, "organisation")
        ministry.side = states[0] if states else ministry.side if owner is not None else ministry.side or home
        if owner is not None and owner.i < start:
            ministry.aliases[doc[owner.i : end].text] += 1
        ministry.mentions.append(Mention(number, start, end, acts=True))
        doc.user_data["actors"].update(dict.fromkeys(range(start, end), (ministry.id,)))


def _prosecutes(token: Token) -> bool:
    """ "The attorney general's office", "the prosecutor's office", and not the secretary-general's."""
    doc, at = token.doc, token.i - 2
    if at < 1 or doc[at + 1].tag_ != "POS":
        return False
    return doc[at].lower_ in _CHARGING or (doc[at].lower_ == "general" and doc[at - 1].lower_ in _CHARGING)


def _is_free(roster: Roster, token: Token) -> bool:
    """Does the word stand for no body that the report names, only for a state, or nothing yet?"""
    named = token.doc.user_data["named"].get(token.i)
    return (named is None or named.kind == "state") and all(roster.actors[a].kind == "state" for a in roster.at(token))


def _name(token: Token) -> tuple[int | None, int]:
    """Where the name of a ministry begins and ends; no beginning where no field of its own is named."""
    doc, start = token.doc, token.i
    if token.lower_ == "office":
        opens = start >= _FAR and doc[start - 3].lower_ in _CHARGING | {"public", "state", "chief"}
        return start - (3 if opens else 2), token.i + 1
    while start > 0 and doc[start - 1].dep_ in {"compound", "amod", "nmod"} and doc[start - 1].pos_ != "PUNCT":
        if doc[start - 1].i in doc.user_data["named"]:
            break
        start -= 1
    if any(word.lower_ in _FIELDS for word in doc[start : token.i]):
        return start, token.i + 1
    if doc[token.i + 1 : token.i + 2].text != "of":
        return None, token.i
    behind = doc[token.i + 2 : token.i + 2 + _FAR]
    field = next((word for word in behind if word.lower_ in _FIELDS), None)
    if field is None or not field.text[:1].isupper():
        return None, token.i
    end = field.i + 1
    while end < len(doc) and doc[end].text[:1].isupper() and doc[end].pos_ in {"PROPN", "NOUN"}:
        end += 1
    return token.i, end


def _acts(token: Token) -> bool:
    """Does it do or say something itself, by its officials or spokesmen, or is something done by it?"""
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    if token.dep_ in _SUBJECTS:
        return token.head.pos_ == "VERB" and not any(c.tag_ == "MD" for c in token.head.children)
    if token.dep_ in {"compound", "poss", "nmod", "amod"}:
        return token.head.lower_ in _STAFF
    governor = token.head
    if token.dep_ != "pobj":
        return False
    told = governor.lower_ == "to" and governor.i > 0 and governor.nbor(-1).lower_ == "according"
    by_staff = governor.lower_ in {"of", "from", "in", "at"} and governor.head.lower_ in _STAFF
    return governor.dep_ == "agent" or told or by_staff
