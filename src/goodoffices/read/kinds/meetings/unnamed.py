"""Meetings of whom the words name nobody: a body's own, or the talks' ("the second meeting of the commission")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..governing import subject_of_clause
from ..phrases import objects_behind
from .counterparts import are_others
from .people import is_collective_noun
from .sitting import sitting_body
from .strangers import is_of_strangers
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context
    from .draft import Draft

__all__ = ["is_body_of_both", "whose_it_is"]

_JOINT = frozenset({"joint", "mixed", "bilateral", "trilateral", "tripartite", "mutual"})
_SHARED = frozenset(
    {"joint", "mixed", "bilateral", "trilateral", "border", "boundary", "intergovernmental", "liaison", "demarcation",
     "delimitation", "inter-korean"}
)  # fmt: skip
"""In the name of a committee these say that both sides sit on it."""
_BODIES = frozenset({"committee", "commission", "council", "subcommittee", "mechanism"})
_OF_THE_TALKS = frozenset({"plenary", "signing", "signature", "initialling", "initialing", "round-table", "roundtable"})
"""Occasions of the talks, besides those that `talks` lists."""
_OF_PARTIES = frozenset({"commission", "committee", "subcommittee", "sub-committee", "subcommission", "sub-commission"})
"""Bodies that, where nothing says whose they are, the parties have set up."""
_MANY = 2
_SMALL = frozenset({"the", "of", "on", "for", "and"})


def whose_it_is(context: Context, draft: Draft, table: tuple[str, ...]) -> tuple[str, ...]:
    """Say who took part in a meeting whose words name nobody.

    Args:
        context: The report.
        draft: What its words tell.
        table: Ids of the parties of the talks.

    Returns:
        The body that the report names so; else the parties of the talks, of whom a joint body is and whose rounds and
        plenaries these are; else nobody.
    """
    if found := _called_in_part(context, draft):
        return found
    bodies = list(_bodies(draft))
    for body in bodies:
        if found := _called_so(context, body):
            return found
    if bodies:
        sitting = next((found for body in bodies if (found := sitting_body(context, body))), ())
        return (*sitting, *(table if any(_is_joint(context, body) for body in bodies) else ()))
    if is_of_strangers(context, draft):
        return ()
    subject = subject_of_clause(draft.reach.clause)
    if subject is not None and is_collective_noun(subject) and subject.tag_ == "NNS" and not are_others(subject):
        return table  # "in a video conference the heads of delegation discussed the agenda"
    of_talks = any({n.lemma_.lower(), n.lower_} & (_OF_THE_TALKS | meeting_words().talks) for n in draft.reach.nouns)
    return table if of_talks and not draft.guests else ()


def is_body_of_both(context: Context, who: tuple[str, ...]) -> bool:
    """Is the one that met a committee on which by its name both sides sit ("the Joint Boundary Commission")?

    Args:
        context: The report.
        who: Ids of those whom the words name.
    """
    if len(who) != 1 or context.roster.actors[who[0]].kind != "organisation":
        return False
    name = {w.lower() for w in context.roster.actors[who[0]].name.split()}
    return bool(name & _SHARED) and bool(name & _BODIES)


def _bodies(draft: Draft) -> Iterator[Token]:
    """The bodies that meet by the words: the subject, whose the meeting is, and what "it" stands for."""
    clause = draft.reach.clause
    subject = subject_of_clause(clause) if clause.relation in {"verb", "object"} else None
    heads = [subject] if subject is not None else []
    for noun in draft.reach.nouns:
        heads += objects_behind(noun, {"of", "by"})
    heads += [
        inner for head in heads for inner in objects_behind(head, {"of", "on", "in"})
    ]  # "colleagues on the council"
    for noun in draft.reach.nouns:
        heads += [c for c in noun.children if c.dep_ in {"poss", "compound"}]
    for head in heads:
        meant = _before(head) if head.lower_ in {"it", "its", "which", "that"} else head
        if meant is not None and _is_body(meant):
            yield meant


def _is_body(token: Token) -> bool:
    task = token.lower_ == "force" and any(c.lower_ == "task" for c in token.children)
    return task or token.lemma_.lower() in meeting_words().assemblies


def _before(pronoun: Token) -> Token | None:
    """The last body in front of "it", in its sentence or the one before."""
    start = pronoun.sent.start
    first = pronoun.doc[start - 1].sent.start if start else start
    front = pronoun.doc[first : pronoun.i]
    return next((t for t in reversed(front) if _is_body(t)), None)


def _called_so(context: Context, body: Token) -> tuple[str, ...]:
    """The one organisation whose name has the head word of a phrase, and its other words if it has any."""
    told = {c.lower_ for c in body.children if c.dep_ in {"compound", "amod"}}
    word = body.lemma_.lower()
    found: dict[str, int] = {}
    for actor in context.roster.actors.values():
        words = {w.strip(".,()").lower() for w in actor.name.split()} - _SMALL
        if actor.kind in {"organisation", "group"} and word in words and (actor.mentions or actor.aliases):
            found[actor.id] = len(told & words)
    best = max(found.values(), default=0)
    named = [a for a, shared in found.items() if shared == best]
    return tuple(named) if len(named) == 1 and (best or not told or body.pos_ == "PROPN") else ()


def _called_in_part(context: Context, draft: Draft) -> tuple[str, ...]:
    """ "Our Eminent Persons met": the one body in whose name two or more words of the subject stand."""
    clause = draft.reach.clause
    subject = subject_of_clause(clause) if clause.relation in {"verb", "object"} else None
    if subject is None or subject.pos_ != "PROPN":
        return ()
    told = {t.lower_ for t in (subject, *subject.children) if t.pos_ == "PROPN" and t.text[:1].isupper()}
    if len(told) < _MANY:
        return ()
    actors = (a for a in context.roster.actors.values() if a.kind in {"organisation", "group"})
    named = [a.id for a in actors if told <= {w.strip(".,()").lower() for w in a.name.split()}]
    return tuple(named) if len(named) == 1 else ()


def _is_joint(context: Context, body: Token) -> bool:
    """ "The joint commission", "the commission of the two states"; "the commission", that was called joint before."""
    if any(c.lower_ in _JOINT for c in body.children):
        return True
    if any(c.lower_ in {"two", "both"} for inner in objects_behind(body, {"of"}) for c in inner.children):
        return True
    word = body.lemma_.lower()
    bare = not any(c.dep_ in {"compound", "amod", "nmod", "poss"} and c.ent_type_ != "ORDINAL" for c in body.children)
    if bare and word in _OF_PARTIES and any(c.lower_ == "the" for c in body.children):
        return True
    text = context.report.text.lower()
    return any(f"{kind} {word}" in text for kind in _JOINT)
