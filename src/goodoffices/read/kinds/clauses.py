"""One clause of a sentence: its words, its actors, its place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from ..document import offset_of
from ..plover.countries import countries_of_text
from ..plover.roles import doer, undergoers
from .phrases import actors_of_phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context

__all__ = ["clause_actors", "clause_place", "clause_text", "clause_words"]

_LONGEST = 80
_APART = frozenset({"conj", "parataxis", "ccomp", "advcl"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_AT = frozenset({"in", "near", "at", "outside", "on", "into", "off", "around", "across"})
_PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC"})


def clause_words(head: Token) -> list[Token]:
    """The words of a clause or a noun phrase, without other clauses that stand beside or under it, in order."""
    kept: list[Token] = []
    waiting = [head]
    while waiting and len(kept) < _LONGEST:
        token = waiting.pop(0)
        kept.append(token)
        waiting += [c for c in token.children if not _is_apart(c, token, head)]
    return _trimmed(sorted(kept)) or [head]


def _is_apart(child: Token, parent: Token, head: Token) -> bool:
    if parent != head:
        return child.dep_ == "relcl" and child.i > head.i + 12
    if child.dep_ == "cc":
        return any(c.dep_ == "conj" and c.pos_ in {"VERB", "AUX"} for c in head.children)
    if child.dep_ == "punct":
        return False
    if child.dep_ == "ccomp" and child.i > head.i:
        return False
    return child.dep_ in _APART and child.pos_ in {"VERB", "AUX"} and head.pos_ in {"VERB", "AUX"}


def _trimmed(words: Sequence[Token]) -> list[Token]:
    """Words without the signs and conjunctions at their ends."""
    first, last = 0, len(words)
    while last > first and (words[last - 1].dep_ == "cc" or _is_loose(words[last - 1], {'"', ")", "'"})):
        last -= 1
    while first < last and (
        words[first].dep_ in {"cc", "mark"} or words[first].tag_ == "WRB" or _is_loose(words[first], {'"', "("})
    ):
        first += 1
    return list(words[first:last])


def _is_loose(token: Token, kept: Collection[str]) -> bool:
    return token.is_punct and token.text not in kept


def clause_text(context: Context, head: Token) -> str:
    """A clause as one line, with its subject in front where the sentence names it elsewhere."""
    words = clause_words(head)
    inside = {t.i for t in words}
    kept = ""
    for token in words:
        apart = token.i - 1 not in inside
        kept += (" " if apart and not token.is_punct else "") + _as_written(context, token)
    return " ".join((_subject_text(context, head, inside) + kept).split())


def _as_written(context: Context, token: Token) -> str:
    start = offset_of(token)
    return context.report.text[start : start + len(token)] + token.whitespace_


def _subject_text(context: Context, head: Token, inside: set[int]) -> str:
    if head.pos_ not in {"VERB", "AUX"}:
        return ""
    own = next((c for c in head.children if c.dep_ in _SUBJECTS), None)
    if own is not None and own.lower_ not in {"who", "which", "that"}:
        return ""
    agent = head.head if head.dep_ in {"acl", "relcl"} else doer(head)
    if agent is None or agent.i in inside:
        return ""
    left = max(agent.left_edge.i, agent.i - 12)
    return "".join(_as_written(context, t) for t in head.doc[left : agent.i + 1]).strip() + " "


def clause_actors(context: Context, head: Token) -> tuple[str, ...]:
    """Ids of those who did it and of those whom it met, sorted."""
    heads: list[Token] = []
    if head.pos_ in {"VERB", "AUX"}:
        agent = doer(head)
        heads += [agent] if agent is not None else []
        heads += [t for t in undergoers(head) if t.head == head or t.head.dep_ in {"prep", "agent", "dative", "prt"}]
    else:
        inside = {t.i for t in clause_words(head)}
        heads += [t for t in head.subtree if t.i in inside and t.dep_ in {"pobj", "poss", "amod", "compound", "nmod"}]
    found = {actor for token in heads[:_LONGEST] for actor in actors_of_phrase(context, token)}
    return tuple(sorted(found))


def clause_place(context: Context, words: Iterable[Token], *, struck: bool) -> str | None:
    """The place that a clause names, in the words of the report; None where it names none.

    Args:
        context: The report.
        words: The words of the clause.
        struck: Whether what a verb hits may be the place ("struck the port of X", "an attack on X").
    """
    for token in words:
        preposition = token.head
        behind = token.dep_ == "pobj" and preposition.lower_ in _AT
        hit = struck and (token.dep_ == "dobj" or (token.dep_ == "pobj" and preposition.lower_ in {"of", "on"}))
        if (behind or hit) and _is_place(context, token):
            return _name_of(context, token)
    return None


def _is_place(context: Context, token: Token) -> bool:
    if token.ent_type_ in {"DATE", "TIME", "NORP", "CARDINAL"} or not token.text[:1].isupper() or token.pos_ == "ADJ":
        return False
    if any(context.roster.actors[a].kind in {"person", "group", "organisation"} for a in context.roster.at(token)):
        return False
    if token.ent_type_ in _PLACE_ENTITIES or countries_of_text(token.doc).get(token.i):
        return True
    return (
        token.pos_ == "PROPN"
        and token.ent_type_ in {"", "PERSON", "ORG"}
        and token.head.lower_ in {"in", "near", "outside"}
    )


def _name_of(context: Context, token: Token) -> str:
    first = last = token.i
    if token.ent_type_ in _PLACE_ENTITIES:
        while token.doc[first].ent_iob_ == "I" and first > 0:
            first -= 1
        while last + 1 < len(token.doc) and token.doc[last + 1].ent_iob_ == "I":
            last += 1
    while first > 0 and token.doc[first - 1].pos_ == "PROPN" and token.doc[first - 1].dep_ == "compound":
        first -= 1
    name = "".join(_as_written(context, t) for t in token.doc[first : last + 1]).strip()
    return " ".join(name.removeprefix("the ").split())
