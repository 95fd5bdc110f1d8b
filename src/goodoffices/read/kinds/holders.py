"""Holders: whose stance a cue shows. The one who wants it, not the grammatical subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..document import offset_of, sentence_of
from .stances import Cue, frames

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context

__all__ = ["holders_of", "holders_of_clause", "owner_of_document", "speakers_of", "subject_of"]

_FIRST_PERSON = frozenset({"we", "i", "us", "our", "my", "me"})


def holders_of(context: Context, cue: Cue) -> tuple[str, ...]:
    """Name the parties that hold the stance of a cue.

    Args:
        context: The report.
        cue: A verb, noun or adjective that shows a stance.

    Returns:
        Ids of sides; none where the words do not tell.
    """
    if cue.part == "noun":
        actors = _of_noun(context, cue.token)
    elif cue.part == "adjective":
        actors = _of_adjective(context, cue.token)
    else:
        actors = _of_verb(context, cue.token)
    return tuple(dict.fromkeys(context.roster.party(actor) for actor in actors))


def holders_of_clause(context: Context, verb: Token) -> tuple[str, ...]:
    """Name the parties of a clause's subject, or of its speaker where the subject is no actor."""
    subject = subject_of(verb)
    actors = _actors_of_subject(context, subject) if subject is not None else ()
    return tuple(dict.fromkeys(context.roster.party(actor) for actor in actors))


def speakers_of(context: Context, token: Token) -> tuple[str, ...]:
    """Name the parties of those to whom the text attributes a word, or whose turn it is in a transcript."""
    return tuple(dict.fromkeys(context.roster.party(actor) for actor in _speakers(context, token)))


def _of_verb(context: Context, verb: Token) -> tuple[str, ...]:
    agent = next((c for c in verb.children if c.dep_ == "agent"), None)
    if agent is not None:
        return _actors_of_phrase(context, next(iter(agent.children), agent))
    if any(c.dep_ == "nsubjpass" for c in verb.children):
        return ()
    subject = subject_of(verb)
    actors = _actors_of_subject(context, subject) if subject is not None else ()
    return actors if actors or subject is not None else _of_ruling_clause(context, verb)


def _of_ruling_clause(context: Context, verb: Token) -> tuple[str, ...]:
    """The actors of the nearest clause above that has some: "X told his envoys to ..., excluding ..."."""
    if verb.dep_ == "pcomp":
        return ()
    for above in verb.ancestors:
        own = next((c for c in above.children if c.dep_ == "nsubj"), None)
        actors = _actors_of_subject(context, own) if own is not None else ()
        if actors:
            return actors
    return ()


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb: its own, that of the verb that it is joined to, governs it or that its clause modifies."""
    seen = 0
    token = verb
    while seen < 6:  # noqa: PLR2004  deeper than this a subject is no longer meant
        own = next((c for c in token.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
        if own is not None:
            if own.lower_ in {"who", "which", "that"} and token.dep_ == "relcl":
                return token.head
            return own
        if token.dep_ == "pcomp" and token.head.head.lemma_ in frames().accuse:
            return None  # what one says that another does is no stance of either
        if token.dep_ == "conj" or token.dep_ in {"xcomp", "advcl", "ccomp", "pcomp", "prep"}:
            token = token.head
        elif token.dep_ in {"acl", "relcl"}:
            return token.head
        else:
            return None
        seen += 1
    return None


def _actors_of_subject(context: Context, subject: Token) -> tuple[str, ...]:
    actors = _actors_of_phrase(context, subject)
    if actors:
        return actors
    if subject.lower_ in _FIRST_PERSON:
        return _speakers(context, subject)
    return owner_of_document(context, subject)


def _actors_of_phrase(context: Context, token: Token) -> tuple[str, ...]:
    """The actors that a noun phrase is, joined ones too."""
    found = list(context.roster.at(token))
    for child in token.children:
        if child.dep_ == "conj":
            found += _actors_of_phrase(context, child)
    if not found and token.dep_ == "appos":
        found += context.roster.at(token.head)
    if token.lower_ in {"both", "all", "each", "neither", "either"}:
        for child in token.children:
            if child.dep_ == "prep":
                found += [a for inner in child.children for a in _actors_of_phrase(context, inner)]
    return tuple(dict.fromkeys(found))


def owner_of_document(context: Context, noun: Token) -> tuple[str, ...]:
    """Whose plan, text or list of demands it is: "Trump's plan calls for", "key demands in the plan include"."""
    lemma = noun.lemma_.lower()
    if lemma not in frames().documents and lemma not in frames().lists:
        return ()
    owner = next((c for c in noun.children if c.dep_ in {"poss", "amod", "compound"} and context.roster.at(c)), None)
    if owner is not None:
        return context.roster.at(owner)
    for child in noun.children:
        if child.dep_ in {"prep", "acl"}:
            for inner in child.subtree:
                if inner.i != noun.i and inner.lemma_.lower() in frames().documents:
                    return owner_of_document(context, inner) or _last_owner(context, inner)
                if child.lower_ in {"of", "from", "by"} and context.roster.at(inner):
                    return context.roster.at(inner)
    return _last_owner(context, noun) if lemma in frames().documents and _definite(noun) else ()


def _definite(noun: Token) -> bool:
    return any(c.lower_ in {"the", "this", "that"} for c in noun.children)


def _last_owner(context: Context, noun: Token) -> tuple[str, ...]:
    """Whose document was named last before: "Trump's peace plan ... The proposal ..."."""
    tokens = context.tokens_in(0, offset_of(noun))
    for token in reversed(tokens[-400:]):
        if token.lemma_.lower() in frames().documents:
            owner = next((c for c in token.children if c.dep_ == "poss" and context.roster.at(c)), None)
            if owner is not None:
                return context.roster.at(owner)
    return ()


def _of_noun(context: Context, noun: Token) -> tuple[str, ...]:
    if noun.dep_ == "pobj" and noun.head.lower_ == "on" and noun.lemma_ == "condition":
        return ()
    return _owners(context, noun) or _of_governor(context, noun)


def _owners(context: Context, noun: Token) -> tuple[str, ...]:
    """Whose a stance is by the words on it: "Sudan's refusal", "our demand", "US support"."""
    named = noun.doc.user_data["named"]
    for child in noun.children:
        if child.dep_ not in {"poss", "amod", "compound", "nmod"}:
            continue
        if context.roster.at(child):
            return context.roster.at(child)
        if child.lower_ in _FIRST_PERSON:
            return _speakers(context, child)
        if child.i in named:
            entity = named[child.i]
            return (context.roster.enter(entity.name, entity.kind, entity.iso).id,)
    return ()


def _of_governor(context: Context, noun: Token) -> tuple[str, ...]:
    """Whose a stance is by the clause around it: the subject of "voiced support", the agent, the speaker."""
    verb = noun.head
    if noun.dep_ in {"dobj", "attr", "oprd"} and verb.lemma_.lower() in frames().light:
        subject = subject_of(verb)
        return _actors_of_subject(context, subject) if subject is not None else ()
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in {"from", "by", "among"}:
            return tuple(a for inner in child.children for a in _actors_of_phrase(context, inner))
    if noun.dep_ == "pobj" and verb.lower_ == "with":
        return _of_ruling_clause(context, noun)
    return _speakers(context, noun) if noun.dep_ in {"nsubj", "conj", "pobj", "dobj"} else ()


def _of_adjective(context: Context, adjective: Token) -> tuple[str, ...]:
    head = adjective.head
    if adjective.dep_ in {"acomp", "attr", "oprd", "xcomp"}:
        subject = subject_of(head)
    elif adjective.dep_ == "conj":
        subject = subject_of(head.head) if head.dep_ in {"acomp", "attr"} else subject_of(head)
    elif adjective.dep_ in {"amod", "acl", "relcl"}:
        subject = head
    else:
        subject = subject_of(adjective)
    return _actors_of_subject(context, subject) if subject is not None else ()


def _speakers(context: Context, token: Token) -> tuple[str, ...]:
    at = offset_of(token)
    return context.said_by(at, at + len(token)) or _turn(context, token)


def _turn(context: Context, token: Token) -> tuple[str, ...]:
    """Whose turn it is, in a transcript."""
    speaker = sentence_of(token).block.speaker
    return context.persons_named(speaker.start, speaker.end) if speaker else ()
