"""Coordination: those whom a joined subject or agent means, where the parse leaves one of them out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..actors.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

__all__ = [
    "agents_of",
    "antecedents_of",
    "joined_before",
    "joined_to_owner",
    "movement_of",
    "name_before",
    "office_owners",
    "senders_of",
]

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BEHALF = frozenset({"for", "of", "from", "in"})
_OWNING = frozenset({"poss", "compound", "amod", "nmod"})
_NOT_THEIRS = frozenset({"former", "ex", "late", "opposition", "rebel", "exiled", "dissident", "ousted", "deposed"})
"""Words by which a holder of an office, or of none, does not speak for the body named beside it."""
_FOLLOWERS = frozenset({"rebel", "guerrilla", "insurgent", "fighter", "militant", "combatant", "separatist"})
_GOVERNING = frozenset({"government", "republic", "authority", "army", "president", "delegation", "state", "kingdom"})
_LONGEST_LIST = 8
"""Parties of one list, at most."""
_NEAR = 14
"""Words between two agents of one verb ("by X, the minister of the interior, and by Y"), at most."""


def joined_before(subject: Token) -> Token | None:
    """The subject that stands right before, which the parser did not join to this one.

    "The government and the opposition Unity Platform agreed": "opposition" is joined to the government, and the
    platform is a second subject of the verb.

    Args:
        subject: The subject of a verb.
    """
    if subject.dep_ not in _SUBJECTS:
        return None
    for other in subject.head.children:
        if other.dep_ in _SUBJECTS and other.i < subject.i and other.right_edge.i + 1 == subject.left_edge.i:
            joined = any(c.dep_ == "cc" for t in (other, *other.conjuncts) for c in t.children)
            return other if joined else None
    return None


def agents_of(agent: Token) -> Iterator[Token]:
    """Whom "by" names, again for each further "by" of the same verb.

    "Signed by A for the government and by B for the rebels": the parser hangs the second "by" on what stands near.

    Args:
        agent: The first "by".

    Yields:
        The head of each phrase behind a "by".
    """
    yield from (c for c in agent.children if c.dep_ in {"pobj", "pcomp"})
    last = agent.i
    for token in agent.doc[agent.i + 1 : agent.sent.end]:
        if token.i - last > _NEAR or (token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"acl", "relcl"}):
            return
        if token.lower_ == "by" and token.nbor(-1).lower_ in {"and", "&"}:
            yield from (c for c in token.children if c.dep_ == "pobj")
            last = token.i


def senders_of(noun: Token) -> Iterator[Token]:
    """Those for whom people stand whom only their office names: "negotiators for A", "officials in B and C".

    Args:
        noun: The head of the phrase.

    Yields:
        The head of what each of them is for, of, from or in, and what is joined to it.
    """
    if noun.lemma_.lower() not in lexicon().offices:
        return
    links = _BEHALF if noun.tag_ in {"NNS", "NNPS"} else frozenset({"for"})
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in links:
            for thing in (c for c in child.children if c.dep_ == "pobj"):
                yield thing
                yield from thing.conjuncts[:_LONGEST_LIST]
        elif child.dep_ == "appos" and child.left_edge.i > 0 and child.left_edge.nbor(-1).lower_ == "and":
            yield child  # which the parser took for another name of theirs


def movement_of(noun: Token) -> Iterator[Token]:
    """Of which movement people are who act for it: "the rebels of the Liberation Front", "the LF rebel alliance".

    Where a country is named so, it is not meant.

    Args:
        noun: The head of the phrase.

    Yields:
        The head of what they are of.
    """
    followers = noun.lemma_.lower() in _FOLLOWERS
    if followers or (noun.dep_ == "conj" and noun.lower_ in lexicon().groups):
        yield from (c for c in noun.children if c.dep_ in {"compound", "nmod"})
    if followers:
        of = (c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of")
        yield from (t for c in of for t in c.children if t.dep_ == "pobj")


def joined_to_owner(noun: Token) -> Iterator[Token]:
    """Who is joined to a government, where the parser joins it to its country: "the government of Chad and the FACT".

    Args:
        noun: The head of the phrase.

    Yields:
        The heads of what is joined to what the noun is of, which are no part of it where they are movements.
    """
    if noun.lemma_.lower() in _GOVERNING:
        of = (c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of" and c.i == noun.i + 1)
        yield from (t for c in of for owner in c.children for t in owner.conjuncts[:_LONGEST_LIST])


def antecedents_of(relative: Token) -> Iterator[Token]:
    """All those of a list whom "who" or "whose leaders" behind it means: "Britain, France and Poland, whose leaders".

    Args:
        relative: The word that the relative clause stands behind, as the parser sees it.

    Yields:
        The head itself, and what is joined to it before the clause begins.
    """
    yield relative
    clause = next((c.left_edge.i for c in relative.children if c.dep_ == "relcl"), relative.i)
    yield from (t for t in relative.conjuncts[:_LONGEST_LIST] if relative.i < t.i < clause)


def office_owners(noun: Token) -> Iterator[Token]:
    """Whose the office is that stands for its holder: "the African Union chairperson", "Galtieri's negotiators".

    Args:
        noun: The head of the phrase.

    Yields:
        The word for the body, the nearest to the office last.
    """
    if noun.lemma_.lower() not in lexicon().offices:
        return
    beside = [c for c in noun.children if c.dep_ in _OWNING and c.i < noun.i]
    if not any(c.lower_ in _NOT_THEIRS for c in beside):
        yield from beside[-_LONGEST_LIST:]


def name_before(verb: Token) -> Token | None:
    """The name that opens a clause right before its verb, which the parser took for a part of the verb.

    "Djibouti demands that ...": a noun of the same form makes it a compound.

    Args:
        verb: A verb that has no subject.
    """
    if verb.tag_ not in {"VBZ", "VBD", "VBP", "MD"} or verb.i == 0:
        return None
    before = verb.doc[verb.i - 1]
    if before.head != verb or before.dep_ not in {"compound", "nmod", "npadvmod", "amod", "dep"}:
        return None
    return before if before.pos_ == "PROPN" and before.left_edge.is_sent_start else None
