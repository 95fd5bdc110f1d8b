"""Juntas: the one state of which a report says that soldiers rule it ("Peru's junta", "the Peruvian generals")."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from .roster import Role, Roster

__all__ = ["JUNTA", "RULING", "ruled_by_soldiers", "state_of_junta"]

JUNTA = "junta"
RULING = frozenset({JUNTA, "regime"})
"""What a government of soldiers is called, and hardly ever that of the other state at the table."""
_RULERS = frozenset({JUNTA, "ruler", "coup", "putsch", "putschist", "strongman"})
"""Nouns for those who rule by force, or for how they came to."""
_GOVERNING = frozenset({"government", "leader", "authority", "council", "administration", "leadership", "cabinet"})
_OF_SOLDIERS = frozenset({"military", "ruling"})
"""Words that make a government one of soldiers ("Peru's military government")."""
_KNOWN = frozenset({"Myanmar", "Mali", "Niger", "Burkina Faso", "Guinea", "Gabon", "Chad"})
"""States of which reports of today say "the junta" without a word of how it came to rule."""


def ruled_by_soldiers(roster: Roster) -> str | None:
    """Id of the one state of which the report says that it has a junta or military rulers, or had a coup.

    Args:
        roster: The report's actors; the state is entered.
    """
    if roster.ruled is None:
        named = {e.name: e for p in roster.passages for e in p.doc.user_data["named"].values() if e.kind == "state"}
        said = {name for passage in roster.passages for name in _ruled(passage.doc)} or named.keys() & _KNOWN
        roster.ruled = [named[name] for name in said] if len(said) == 1 else []
    state = next(iter(roster.ruled), None)
    return roster.enter(state.name, state.kind, state.iso).id if state is not None else None


def state_of_junta(roster: Roster, role: Role) -> str | None:
    """ "Junta spokesman X", "the spokesman for the junta, Y": the state of soldiers whose office it is by its words."""
    words, doc = role.title.lower().split(), roster.passages[role.passage].doc
    before = doc[role.token - 1].lower_ if role.token else ""  # "Junta" that opens a sentence is taken for a name
    return ruled_by_soldiers(roster) if {words[0], words[-1], before} & RULING else None


def _ruled(doc: Doc) -> Iterator[str]:
    """Names of the states that are said to have rulers in uniform."""
    for i, entity in doc.user_data["named"].items():
        if entity.kind == "state" and (noun := _owned(doc[i])) is not None and _rules(noun):
            yield entity.name


def _owned(name: Token) -> Token | None:
    """The noun that a state is said to have: "Peru's junta", "the Peruvian generals", "the coup in Peru"."""
    if name.dep_ in {"poss", "amod", "compound", "nmod"}:
        return name.head
    return name.head.head if name.dep_ == "pobj" and name.head.lower_ in {"in", "of"} else None


def _rules(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    soldiers = lemma in _GOVERNING and any(c.lower_ in _OF_SOLDIERS for c in noun.children)
    return lemma in _RULERS or soldiers or (lemma == "general" and noun.tag_ == "NNS")
