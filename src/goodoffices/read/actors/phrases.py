"""Phrases around a name: does it act there, does it speak, and which noun does it make its own?"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from .lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PRONOUNS = frozenset({"his", "her", "their", "its", "our", "my"})

__all__ = ["acts", "mark_bodies", "owner_of", "speaks"]

_AGENT_PREPOSITIONS = frozenset({"with", "between", "by", "among", "from", "to", "for", "of", "against", "including", "as", "and"})
_TALKERS = frozenset(
    {
        "talk", "talks", "delegation", "representative", "official", "negotiation", "meeting", "deal", "agreement", "party", "side", "envoy",
        "government", "leader", "dialogue", "round", "contact", "demand", "proposal", "plan", "position", "support", "role", "troop", "country",
        "presence", "force", "mission", "mechanism", "membership", "team", "counterpart",
    }
)  # fmt: skip
_VERBS_OF_SPEECH = frozenset(
    {
        "say", "tell", "add", "announce", "confirm", "state", "note", "insist", "warn", "argue", "explain", "write", "declare", "report", "claim", "stress",
        "emphasize", "emphasise", "describe", "express", "accuse", "criticize", "criticise", "call", "reject", "deny", "suggest", "acknowledge", "indicate", "reply",
        "meet", "travel", "arrive", "chair", "lead", "sign", "agree", "ask", "urge", "demand", "propose", "offer", "read", "underline", "welcome", "thank",
    }
)  # fmt: skip


def acts(doc: Doc, start: int, end: int, form: str) -> bool:
    """Does a name stand for someone who acts, rather than for a place or a topic?

    Args:
        doc: The parsed block.
        start: First token of the name.
        end: Behind its last token.
        form: ``name``, ``adjective`` or ``metonym``.
    """
    root = doc[start:end].root
    if form == "metonym" and end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].like_num:
        return False  # a dateline
    if form == "name" and doc.user_data["named"].get(start) is not None and doc.user_data["named"][start].kind != "state":
        return True
    if form == "adjective" and root.head.i not in range(start, end) and root.dep_ in {"amod", "compound", "nmod", "poss"}:
        if doc.user_data["named"][start].kind == "group" and root.head.tag_ in {"NN", "NNP"}:
            return root.head.lower_ not in {"diplomat", "official", "source"}
        return root.head.lower_ in lexicon().bodies | lexicon().offices or _led(root.head)
    while root.dep_ == "conj" and root.head.i != root.i:
        root = root.head
    if root.dep_ in {"nsubj", "nsubjpass", "agent"}:
        return form != "metonym" or root.head.lemma_ != "be" or root.dep_ == "nsubjpass" or form == "name"
    if root.dep_ == "poss":
        return True
    if root.dep_ == "pobj":
        return _acts_behind(root, form)
    if root.dep_ in {"compound", "nmod", "amod"}:
        if form == "metonym":
            return root.head.lower_ in lexicon().bodies | lexicon().offices
        return root.head.lower_ in lexicon().bodies | lexicon().offices or _led(root.head)
    if root.dep_ == "appos":
        return form == "name" and root.head.lower_ in lexicon().bodies
    if root.dep_ in {"dobj", "iobj", "dative"}:
        return form != "metonym"
    return root.dep_ == "ROOT" and form == "name" and doc[end : end + 1].text == ":"


def _led(noun: Token) -> bool:
    """ "US-monitored mechanism", "NATO troop presence": a noun that an actor's name makes its own."""
    return noun.lower_ in _TALKERS or noun.lower_.rstrip("s") in _TALKERS


def _acts_behind(name: Token, form: str) -> bool:
    preposition = name.head
    governor = preposition.head
    if preposition.dep_ == "agent" or preposition.lower_ in {"with", "between", "by", "among", "including"}:
        return True
    if form == "metonym":
        return preposition.lower_ in {"from", "to"} and governor.lemma_ in {"pressure", "signal", "message", "demand", "appeal"}
    if preposition.lower_ in {"of", "from", "for", "as", "to", "against"}:
        return _led(governor) or governor.lower_ in lexicon().bodies | lexicon().offices or governor.pos_ == "VERB"
    return False


def speaks(doc: Doc, start: int, end: int) -> bool:
    """Is a name the subject of a verb of speech or of meeting, or the source behind "according to"?"""
    root = doc[start:end].root
    if root.dep_ in {"nsubj", "nsubjpass"}:
        return root.head.lemma_.lower() in _VERBS_OF_SPEECH
    if root.dep_ == "pobj" and root.head.lower_ == "to":
        return root.head.i > 0 and doc[root.head.i - 1].lower_ == "according"
    return False


def owner_of(noun: Token) -> Token | None:
    """The token that says whose a body is: "Ukrainian" delegation, "Colombia's" government, government "of Yemen"."""
    meant, named = noun.doc.user_data["actors"], noun.doc.user_data["named"]
    for child in sorted(noun.children, key=lambda c: -c.i):
        if child.dep_ in {"amod", "compound", "nmod", "poss"} and (child.i in meant or child.i in named):
            return child
        if child.dep_ == "compound" and any(g.i in named for g in child.children):
            return next(g for g in child.children if g.i in named)
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in {"of", "from"}:
            for inner in child.children:
                if inner.dep_ == "pobj" and inner.i in meant:
                    return inner
    return None


def mark_bodies(doc: Doc, party: Callable[[str], str], *, persons_too: bool = True) -> None:
    """Let "the Ukrainian delegation", "the Trump administration" and their like mean the side that they belong to.

    Args:
        doc: The parsed block.
        party: Actor id -> id of its side.
        persons_too: Also what a person owns, once the persons' sides are known.
    """
    meant = doc.user_data["actors"]
    bodies = lexicon().bodies
    for token in doc:
        if token.i in meant or token.lower_ not in bodies or token.pos_ not in {"NOUN", "PROPN"}:
            continue
        owners = [owner] if (owner := owner_of(token)) is not None else []
        if owners and owners[0].dep_ in {"amod", "compound", "nmod", "poss"}:
            owners += [c for c in owners[0].children if c.dep_ == "conj" and c.i in doc.user_data["named"]]
        ids = tuple(dict.fromkeys(party(a) for owner in owners for a in _ids(doc, owner)))
        if ids and (persons_too or not any(o.ent_type_ == "PERSON" or o.lower_ in _PRONOUNS for o in owners)):
            meant[token.i] = ids


def _ids(doc: Doc, owner: Token) -> tuple[str, ...]:
    from goodoffices.record import actor_id  # noqa: PLC0415

    ids: tuple[str, ...] = doc.user_data["actors"].get(owner.i, ())
    if ids:
        return ids
    entity = doc.user_data["named"].get(owner.i)
    return (actor_id(entity.kind, entity.name),) if entity is not None else ()
