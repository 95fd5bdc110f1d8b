"""Described bodies: who "the group", "the government", "the Kingdom", "the commission" and "the bloc" are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .definite import ends_in, is_called, is_description, is_short_name, is_someones, words_of
from .gazetteer import entities
from .items import state_of_item
from .juntas import JUNTA, RULING, ruled_by_soldiers
from .led_bodies import BESIDE_THE_STATE
from .lexicon import lexicon
from .sides import between_sides
from .trail import kind_at, nearest_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from .roster import Roster
    from .trail import Trail

__all__ = ["meant_by_description"]

_REMEMBERED = 60
"""Mentions among which a body is looked for that is called by its last word alone."""
_LATELY = 6
"""Mentions among which "the movement" is looked for before the one that acts most."""
_SENTENCES = 2
"""Sentences before it in which the state is looked for whose government is meant."""
_PARAGRAPHS = 3
"""Paragraphs, its own the last, in which the ministry is looked for that "the ministry" is."""
_BREAKAWAY = frozenset({"separatist", "breakaway", "rebel", "secessionist", "rival", "parallel", "self-declared"})
"""Words of governments that are not the state's."""
_CALLED_SO = frozenset({"mission", "corporation", "coalition", "force"})
_REALMS = frozenset({"kingdom", "republic", "sultanate", "emirate", "federation", "emirates"})
_CROWNED = frozenset({"kingdom", "sultanate"})
"""Realms that are meant in small letters too; a "republic" may be a breakaway one."""


def meant_by_description(trail: Trail, token: Token) -> tuple[str, ...]:
    """Which body a noun means: "the group", "the government", "the bloc".

    Args:
        trail: Who has been mentioned so far.
        token: Any word of the report.

    Returns:
        The actor's id, nobody where no body fits or the word describes none.
    """
    lower, words = token.lower_, lexicon().referring
    if not is_description(token):
        return ()
    if (body := _ministry(trail, token) or _realm(trail, token) or _same_noun(trail, token)) is not None:
        return (body,)
    if lower in words.blocs:
        return nearest_of(trail, [t for t in trail.bodies if kind_at(trail, t) == "organisation"])
    if lower in words.rebels and trail.groups and not is_someones(token):
        return (_fighting(trail, lower),)
    if lower in words.state and not is_someones(token):
        return () if any(c.lower_ in BESIDE_THE_STATE for c in token.children) else _governing(trail, token)
    return ()


def _fighting(trail: Trail, noun: str) -> str:
    """The movement named last, if it is more than a name in passing, else the one that acts most; no mere party."""
    roster = trail.roster
    fitting = [a for a in trail.groups if is_called(roster, a, noun)] or trail.groups
    last = [t for t in trail.bodies[-_LATELY:] if t.actor in fitting]
    near = [t for t in last if not t.aside or t.sentence == trail.sentence]
    recent = [t.actor for t in near if t.rank or len(roster.actors[t.actor or ""].mentions) > 1]
    return recent[-1] or fitting[0] if recent else fitting[0]


def _governing(trail: Trail, token: Token) -> tuple[str, ...]:
    """ "The government", "the junta in Bamako": of the capital that is named, else of the governed state."""
    if (state := _placed_in(trail, token) or _seated_in(trail, token)) is not None:
        return (state,)
    if trail.governed is None and token.lower_ == "cabinet":
        return ()
    government = state_of_item(trail.roster, trail.number) or trail.governed
    if token.lower_ == JUNTA or (government is None and token.lower_ in RULING):
        government = ruled_by_soldiers(trail.roster) or government
    government = government or _american(trail, token) or _beside(trail, token)
    if government is None and trail.pair and all(trail.roster.actors[a].kind == "state" for a in trail.pair):
        return ()  # of the two states that talk, and nobody can tell which
    return (government or _unnamed_government(trail.roster),)


def _placed_in(trail: Trail, token: Token) -> str | None:
    """ "The junta in Bamako", "the foreign ministry in Berlin": the state that is named behind it by its capital."""
    doc, named = token.doc, token.doc.user_data["named"]
    inside = [g.i for c in token.children if c.dep_ == "prep" and c.lower_ == "in" for g in c.children]
    if doc[token.i + 1 : token.i + 2].text == "in":
        inside.append(token.i + 2)
    seat = next((named[i] for i in inside if i in named and named[i].kind == "state"), None)
    return None if seat is None else trail.roster.enter(seat.name, seat.kind, seat.iso).id


def _seated_in(trail: Trail, token: Token) -> str | None:
    """ "In Lima, the foreign ministry ...": the state in whose capital the sentence opens, if it hosts no talks."""
    sentence, named = token.sent, token.doc.user_data["named"]
    at = sentence.start + 1
    seat = named.get(at) if sentence[0].lower_ == "in" and at < token.i else None
    if seat is None or seat.kind != "state" or token.doc[at].text not in seat.metonyms:
        return None
    state = trail.roster.enter(seat.name, seat.kind, seat.iso).id
    return None if state in between_sides(trail.roster) else state


def _beside(trail: Trail, token: Token) -> str | None:
    """The one state that is named before it in its sentence, or in the two before ("Thai critics of the cabinet")."""
    named = token.doc.user_data["named"]
    here = (named[t.i] for t in token.sent if t.i < token.i and t.i in named)
    states = {entity.name: entity for entity in here if entity.kind == "state"}
    if len(states) == 1:
        entity = next(iter(states.values()))
        return trail.roster.enter(entity.name, entity.kind, entity.iso).id
    near = {t.actor for t in trail.bodies[-_LATELY:] if t.actor and trail.sentence - t.sentence <= _SENTENCES}
    found = [actor for actor in near if trail.roster.actors[actor].kind == "state"]
    return found[0] if len(found) == 1 and not states else None


def _american(trail: Trail, token: Token) -> str | None:
    """ "The administration", where no other government is called so: that of the United States, if it is named."""
    states = (a for a in trail.states if trail.roster.actors[a].iso == "USA")
    return next(states, None) if token.lower_ == "administration" else None


def _unnamed_government(roster: Roster) -> str:
    """The government that a report speaks of without naming its state; other reports may tell which."""
    actor = roster.enter("Government", "organisation")
    roster.government = actor.id
    return actor.id


def _ministry(trail: Trail, token: Token) -> str | None:
    """ "The Defence Ministry" of a report that tells of one government."""
    owned = any(c.i in token.doc.user_data["actors"] for c in token.children)
    if token.lower_ != "ministry" or owned:
        return None
    return _placed_in(trail, token) or _seated_in(trail, token) or _told_before(trail, token) or trail.governed


def _told_before(trail: Trail, token: Token) -> str | None:
    """ "The ministry", with no word of which: the state whose ministry was named last, in this paragraph or before."""
    if any(c.dep_ != "det" and c.i < token.i for c in token.children) or token.dep_ == "compound":
        return None
    roster = trail.roster
    for number in range(trail.number, max(-1, trail.number - _PARAGRAPHS), -1):
        doc = roster.passages[number].doc
        last = token.i if number == trail.number else len(doc)
        for word in reversed(doc[:last]):
            if word.lower_ == "ministry":
                return next((a for a in roster.at(word) if roster.actors[a].kind == "state"), None)
    return None


def _realm(trail: Trail, token: Token) -> str | None:
    """ "The Kingdom", "the Islamic Republic": the one state of the report that is called so in full."""
    if token.lower_ not in _REALMS or not (token.text[:1].isupper() or token.lower_ in _CROWNED):
        return None
    beside = [c.text for c in token.children if c.i < token.i and c.text[:1].isupper() and c.lower_ != "the"]
    if any(c.dep_ == "prep" for c in token.children):
        return None
    form = f"{' '.join([*beside, token.text.capitalize()])} of "
    found = [state for state in trail.states if _is_called_in_full(trail.roster, state, form)]
    found = [state for state in found if state in trail.main] or found
    return found[0] if len(found) == 1 else None


def _is_called_in_full(roster: Roster, state: str, form: str) -> bool:
    """Is one of a state's names made so ("Kingdom of ")?"""
    entity = entities().get(roster.actors[state].name)
    return entity is not None and any(form in name for name in entity.names)


def _same_noun(trail: Trail, token: Token) -> str | None:
    """ "The commission", "the army": the one body mentioned before that is called so at the end of its name."""
    words, lower, actors = lexicon(), token.lower_, trail.roster.actors
    common = lower in words.plain.bodies or lower in words.referring.arms or lower in _CALLED_SO
    if not common and not is_short_name(token):
        return None
    beside = [c for c in token.children if c.dep_ in {"amod", "compound", "poss", "nummod"}]
    if any(c.dep_ in {"poss", "nummod"} or c.text[:1].isupper() for c in beside):
        return None
    near = {t.actor for t in trail.bodies[-_REMEMBERED:] if t.actor}
    called = trail.roster.called
    fitting = {a for a in near if ends_in(actors[a], token.text) or lower in called.get(a, ())}
    fitting = {a for a in fitting if {c.lower_ for c in beside} <= words_of(actors[a])}
    return fitting.pop() if len(fitting) == 1 else None
