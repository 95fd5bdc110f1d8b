"""Documents: whose plan, text or list of demands a noun names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..document import offset_of, sentence_of
from .frames import frames

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from ..context import Context

__all__ = ["author_before", "authors_of_thing", "makers_of", "owner_of_document"]

_OWNING = frozenset({"poss", "amod", "compound"})
_SPEAKING = frozenset({"delegation", "team"})
_ORGANS = frozenset(
    {
        "presidency",
        "government",
        "ministry",
        "cabinet",
        "parliament",
        "embassy",
        "authority",
        "premiership",
        "chancellery",
    }
    | {"palace", "court", "army", "military", "junta", "state", "side", "mission", "leadership", "command"}
)
"""Bodies of a state that put out papers in its name."""
_FAR = 400
"""Words before a paper among which it is named by whose it is."""
_BEFORE = 60
"""Words before a delegation among which its side is named."""


def owner_of_document(context: Context, noun: Token) -> tuple[str, ...]:
    """Whose plan, text or list of demands it is: "Trump's plan calls for", "key demands in the plan include"."""
    lemma = noun.lemma_.lower()
    if lemma == "resolution" and _is_numbered(noun):
        return _by_council(context, noun)
    if lemma not in frames().documents and lemma not in frames().lists:
        return ()
    owner = next((c for c in noun.children if c.dep_ in {"poss", "amod", "compound"} and context.roster.at(c)), None)
    found = context.roster.at(owner) if owner is not None else makers_of(context, noun) or _who_laid(context, noun)
    if found:
        return found
    for child in noun.children:
        if child.dep_ in {"prep", "acl"}:
            for inner in child.subtree:
                if inner.i != noun.i and inner.lemma_.lower() in frames().documents:
                    return owner_of_document(context, inner) or _last_owner(context, inner)
                if child.lower_ in {"of", "from", "by"} and context.roster.at(inner):
                    return context.roster.at(inner)
    return _last_owner(context, noun) if lemma in frames().documents and _definite(noun) else ()


def _named(context: Context, owner: Token) -> tuple[str, ...]:
    """Whom a name before a paper means, as it stands or as an adjective ("the Chadian draft")."""
    entity = owner.doc.user_data["named"].get(owner.i)
    found = context.roster.at(owner)
    return found if found or entity is None else (context.roster.enter(entity.name, entity.kind, entity.iso).id,)


def makers_of(context: Context, noun: Token) -> tuple[str, ...]:
    """Who put a text or a demand forward, by the words on it: "demands presented by X", "the paper, drafted by X".

    Args:
        context: The report.
        noun: The text, or what is wanted.
    """
    clauses = [c for c in noun.children if c.dep_ in {"acl", "relcl"} and c.i > noun.i and c.lemma_ in frames().making]
    if noun.dep_ in {"nsubj", "nsubjpass"} and noun.head.lemma_ in frames().making:
        clauses.append(noun.head)
    # "circulated to the parties by X": wherever the parser hangs it
    by = (p for c in clauses for p in c.subtree if p.dep_ in {"agent", "prep"} and p.lower_ == "by")
    return tuple(dict.fromkeys(a for p in by for t in p.children for a in _of_maker(context, t)))


def _of_maker(context: Context, thing: Token) -> tuple[str, ...]:
    """An actor, or the delegation of one ("by the Armenian delegation")."""
    found = context.roster.at(thing)
    beside = (c for c in thing.children if c.dep_ in _OWNING)
    found = found or tuple(a for c in beside for a in context.roster.at(c))
    if not found and thing.lemma_.lower() in _ORGANS:  # "by the Kenyan presidency"
        found = tuple(a for c in thing.children if c.dep_ in _OWNING for a in _named(context, c))
    return found or (_before(context, thing) if thing.lemma_.lower() in _SPEAKING else ())


def _before(context: Context, delegation: Token) -> tuple[str, ...]:
    """Who acted last before "the delegation" or "the team", whose it then is."""
    tokens = context.tokens_in(0, offset_of(delegation))[-_BEFORE:]
    subjects = (t for t in reversed(tokens) if t.dep_ in {"nsubj", "nsubjpass"} and t.head.dep_ == "ROOT")
    return next(filter(None, map(context.roster.at, subjects)), ())


def _who_laid(context: Context, noun: Token) -> tuple[str, ...]:
    """ "The United Nations circulated a note": who did so has made it."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_ not in frames().making:
        return ()
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    return context.roster.at(subject) if subject is not None else ()


def authors_of_thing(context: Context, things: Iterable[Token], start: int) -> tuple[str, ...]:
    """Name whose proposal it is that is accepted or refused ("rejected the African Union's map").

    Args:
        context: The report.
        things: Heads of what a stance is about.
        start: Offset where the one in question begins.

    Returns:
        Ids of the sides that made it; none of a text that is agreed or that nobody is said to have made.
    """
    for noun in things:
        if noun.lemma_.lower() in frames().drafts and offset_of(noun.doc[noun.left_edge.i]) == start:
            owners = (c for c in noun.children if c.dep_ in {"poss", "amod"} and c.i < noun.i)
            return tuple(dict.fromkeys(p for c in owners for p in context.roster.parties_at(c)))
    return ()


def _is_numbered(noun: Token) -> bool:
    """ "Resolution 598", "resolution 2254 (2015)"."""
    return noun.i + 1 < len(noun.doc) and noun.nbor(1).text[:1].isdigit() and noun.nbor(1).head == noun


def _by_council(context: Context, noun: Token) -> tuple[str, ...]:
    """The body that a numbered resolution is of: the one beside it, else the Security Council, which numbers so."""
    beside = [c for c in noun.children if c.dep_ in {"poss", "amod", "compound", "nmod"}]
    owners = tuple(a for c in beside for a in context.roster.at(c))
    if owners or any(c.text[:1].isupper() for c in beside):
        return owners
    actor = context.roster.enter("UN Security Council", "organisation")
    context.named_in_cells.setdefault(actor.id, sentence_of(noun).evidence())
    return (actor.id,)


def _definite(noun: Token) -> bool:
    return any(c.lower_ in {"the", "this", "that"} for c in noun.children)


def _last_owner(context: Context, noun: Token) -> tuple[str, ...]:
    """Whose document was named last before: "Trump's peace plan ... The proposal ..."."""
    tokens = context.tokens_in(0, offset_of(noun))
    for token in reversed(tokens[-_FAR:]):
        if token.lemma_.lower() in frames().documents:
            owner = next((c for c in token.children if c.dep_ == "poss" and context.roster.at(c)), None)
            if owner is not None:
                return context.roster.at(owner)
    return ()


def author_before(context: Context, noun: Token) -> tuple[str, ...]:
    """Who made the paper that was named last before one that names nobody ("an Israeli draft ... Parts of the draft:").

    What someone else is said to have drafted counts for nothing: mediators draft what the parties then agree on.

    Args:
        context: The report.
        noun: The paper whose parts a list tells.
    """
    if not _definite(noun):
        return ()
    for token in reversed(context.tokens_in(0, offset_of(noun))[-_FAR:]):
        if token.lemma_.lower() in frames().drafts:
            owners = (_named(context, c) for c in token.children if c.dep_ in _OWNING)
            if found := next(filter(None, owners), ()):
                return found
    return ()
