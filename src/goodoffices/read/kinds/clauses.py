"""One clause of a sentence: its words, its actors, its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
    kept, waiting = [], [head]
    while waiting and len(kept) < _LONGEST:
        token = waiting.pop(0)
        kept.append(token)
        waiting += [c for c in token.children if not _is_apart(c, token, head)]
    return _trimmed(sorted(kept))


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
    kept = list(words)
    while kept and (kept[-1].is_punct and kept[-1].text not in {'"', ")", "'"} or kept[-1].dep_ == "cc"):
        kept.pop()
    while kept and (kept[0].is_punct and kept[0].text not in {'"', "("} or kept[0].dep_ in {"cc", "mark"} or kept[0].tag_ == "WRB"):
        kept.pop(0)
    return kept


def clause_text(context: Context, head: Token) -> str:
    """A clause as one line, with its subject in front where the sentence names it elsewhere."""
    words = clause_words(head)
    if not words:
        return head.text
    first, last = offset_of(words[0]), offset_of(words[-1]) + len(words[-1])
    if any(t.is_sent_start and t.i not in range(head.sent.start, head.sent.end) for t in words):
        return head.text
    kept, gap = "", False
    inside = {t.i for t in words}
    for token in head.doc[words[0].i : words[-1].i + 1]:
        if token.i in inside:
            kept += (" " if gap and kept and not kept.endswith(" ") else "") + _as_written(context, token)
        gap = token.i not in inside
    del first, last
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
    return token.pos_ == "PROPN" and token.ent_type_ in {"", "PERSON", "ORG"} and token.head.lower_ in {"in", "near", "outside"}


def _name_of(context: Context, token: Token) -> str:
    entity = next((e for e in token.doc[max(0, token.i - 8) : token.i + 9].ents if e.start <= token.i < e.end), None)
    first, last = (entity.start, entity.end - 1) if entity is not None and entity.label_ in _PLACE_ENTITIES else (token.i, token.i)
    while first > 0 and token.doc[first - 1].pos_ == "PROPN" and token.doc[first - 1].dep_ == "compound":
        first -= 1
    name = "".join(_as_written(context, t) for t in token.doc[first : last + 1]).strip()
    return " ".join(name.removeprefix("the ").split())
