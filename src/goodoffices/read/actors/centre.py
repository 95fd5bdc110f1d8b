"""The centre of attention: of those mentioned before, whom "it", "he" and "its spokesman" go back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from .lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

__all__ = ["FAR", "SHELF", "Trace", "is_body_unknown", "is_stranger", "nearest", "whose_officer"]

FAR = 3
"""Sentences back beyond which nobody is meant any more."""
SHELF = 8
_STRANGER_FAR = 2
"""Sentences back in which someone without a name, as the subject, is still who is meant."""
_OFFICER_FAR = 2
"""Sentences back in which the body is looked for whose officer is named."""
_OPENING = 2
_BEHIND = 4
"""Words behind a body that may name it ("the faction of Diakaye")."""


class Trace(msgspec.Struct, frozen=True):
    """Someone who was mentioned: in which sentence, how prominently; no actor for someone without a name.

    The rank is 2 for a subject, 1 for a part of one ("Putin's remarks"), 0 for anything else. Who was mentioned within
    quotation marks is in the mind of the one who is quoted, and not of the report; who is one of several in a list
    (`joined`) is no "it", and who comes in a relative clause (`aside`) is told of by the way.
    """

    sentence: int
    rank: int
    actor: str | None
    quoted: bool = False
    joined: bool = False
    aside: bool = False


def nearest(shelf: Sequence[Trace], sentence: int) -> tuple[str, ...]:
    """The nearest subject, else the nearest mention; nobody where someone without a name stands nearer."""
    near = [t for t in shelf[-SHELF:] if sentence - t.sentence <= FAR]
    if near and near[-1].actor is None and sentence - near[-1].sentence <= (_STRANGER_FAR if near[-1].rank > 1 else 1):
        return ()
    for distance in range(FAR + 1):
        here = [t for t in near if t.actor and sentence - t.sentence == distance]
        first = here if distance else here[::-1]
        if here:
            best = max(first, key=lambda t: t.rank)
            return (best.actor,) if best.rank and best.actor else (here[-1].actor or "",)
    return ()


def whose_officer(token: Token, bodies: Sequence[Trace], sentence: int) -> tuple[str, ...] | None:
    """Whose officer "its head, X" is: the body that the sentence is about, else the one before.

    Args:
        token: "Its" or "it".
        bodies: The bodies mentioned so far.
        sentence: The number of the sentence in which the token stands.

    Returns:
        The body's id, nobody where it is a body that has no name, None where no officer of a body is spoken of.
    """
    office = token.head
    if token.dep_ != "poss" or office.lower_ not in lexicon().offices:
        return None
    bodies = [t for t in bodies[-2 * SHELF :] if not t.joined]  # "A and B met. Its head": neither's
    here = [t for t in bodies[-SHELF:] if t.sentence == sentence and t.rank] if _is_of_its_sentence(token) else []
    if here:
        return _actor(max(here, key=lambda t: t.rank))
    if not _opens(token):
        return None
    for distance in range(1, _OFFICER_FAR + 1):  # what is only told of on the way has no spokesman yet
        before = [t for t in bodies if sentence - t.sentence == distance and t.rank and not t.quoted]
        if before:
            return _actor(max(before, key=lambda t: t.rank))
    told = [t for t in bodies if sentence - t.sentence == 1 and not t.quoted]
    return _actor(told[-1]) if told else None


def _actor(trace: Trace) -> tuple[str, ...]:
    return (trace.actor,) if trace.actor else ()


def _is_of_its_sentence(token: Token) -> bool:
    """ "The mission is ready if the Council agrees, its head, X, said": an officer of a body named before a comma."""
    office = token.head
    first = token.sent.start if office.dep_ in {"nsubj", "appos"} else token.i
    before = token.doc[office.left_edge.i - 1].text if office.left_edge.i else ""
    return token.i - first > _OPENING and before in {",", ";", ":", "and", "but", "while"}


def _opens(token: Token) -> bool:
    """Does an officer open the sentence, or what follows a quotation, so that the body was named in another?"""
    first, office = token.sent.start, token.head
    inverted = office.dep_ == "nsubj" and office.i > office.head.i  # "..., said its chairman, X"
    return token.i - first <= _OPENING or inverted or token.doc[max(0, token.i - 1)].text == '"'


def is_body_unknown(token: Token) -> bool:
    """Is a word the subject of its clause and a body, of which no name is known ("The African mission said")?"""
    words = lexicon()
    body = token.lower_ in words.organisations or token.lower_ in words.groups
    if not body or token.dep_ not in {"nsubj", "nsubjpass"} or token.tag_ != "NN":
        return False
    meant = token.doc.user_data["actors"]
    beside = token.doc[max(token.left_edge.i, token.i - SHELF) : token.i + 1 + _BEHIND]
    return not any(t.i in meant for t in beside if token.is_ancestor(t))


def is_stranger(token: Token) -> bool:
    """Is it someone without a name, who is then nearer than those who have one?"""
    words = lexicon()
    if token.dep_ not in {"nsubj", "nsubjpass", "pobj", "attr"}:
        return False
    one = any(c.lower_ in {"a", "an", "another"} for c in token.children)
    return token.lower_ in words.unnamed or (one and token.dep_ != "attr" and token.lower_ in words.plain.quoted)
