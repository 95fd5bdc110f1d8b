"""Followers: those by whom a person or a movement acts, "Savimbi's men", "Hamas's cadres"."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from goodoffices.record import actor_id

from .gazetteer import entities
from .lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

__all__ = ["are_of_a_state", "follows", "held_once"]

_HOLDERS = frozenset(
    {"president", "minister", "premier", "chancellor", "prime", "foreign", "leader", "envoy", "ambassador"}
)
"""Holders of offices by whom a state acts, as long as they hold them."""
_GONE = frozenset({"former", "ex", "ex-", "onetime", "retired"})


def follows(noun: Token) -> bool:
    """ "Savimbi's men", "Hamas's cadres": people whom someone who is no state has for his own."""
    if noun.lower_ not in lexicon().followers:
        return False
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    meant, named = noun.doc.user_data["actors"], noun.doc.user_data["named"]
    if owner is None or owner.i not in meant:
        return False
    return owner.i not in named or (named[owner.i].kind == "group" and noun.lower_ not in lexicon().partisan)


def are_of_a_state(owners: Sequence[Token], ids: Sequence[str]) -> bool:
    """Is someone's side a state, so that a party of theirs is another ("Aoun's bloc")?"""
    named = owners[0].doc.user_data["named"]
    return all(o.i not in named for o in owners) and any(one in _states() for one in ids)


@functools.cache
def _states() -> frozenset[str]:
    """Ids of the states that are known beforehand."""
    return frozenset(actor_id(e.kind, e.name) for e in entities().values() if e.kind == "state")


def held_once(noun: Token) -> bool:
    """ "Former Kenyan president X": somebody by whom no state acts any more."""
    return noun.lower_ in _HOLDERS and any(c.lower_ in _GONE for c in noun.children)
