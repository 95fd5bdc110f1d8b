"""Holders: whose stance a cue shows. The one who wants it, not the grammatical subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..actors.sides import home_state
from ..document import offset_of, sentence_of
from .author import author_called, authors_of
from .called import called_by_noun
from .documents import owner_of_document
from .interview import sides_of_talks
from .stances import Cue, frames

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from ..context import Context

__all__ = ["actors_of_phrase", "holders_of", "holders_of_clause", "owner_of_document", "speakers_of", "subject_of"]

_DEEPEST = 8
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
    return _parties(context, actors)


def holders_of_clause(context: Context, verb: Token) -> tuple[str, ...]:
    """Name the parties of a clause's subject, or of its speaker where the subject is no actor."""
    subject = subject_of(verb)
    actors = _actors_of_subject(context, subject) if subject is not None else ()
    return _parties(context, actors)


def _parties(context: Context, actors: Iterable[str]) -> tuple[str, ...]:
    """The sides of actors; "the government" of a report that tells of one country is that country."""
    roster = context.roster
    sides = (roster.party(actor) for actor in actors)
    return tuple(dict.fromkeys(_of_home(context, side) for side in sides))


def _of_home(context: Context, side: str) -> str:
    if context.roster.actors[side].name.lower() not in {"government", "the government"}:
        return side
    return home_state(context.roster) or side


def speakers_of(context: Context, token: Token) -> tuple[str, ...]:
    """Name the parties of those to whom the text attributes a word, or whose turn it is in a transcript."""
    return _parties(context, _speakers(context, token))


def _of_verb(context: Context, verb: Token) -> tuple[str, ...]:
    agent = next((c for c in verb.children if c.dep_ == "agent"), None)
    if agent is not None:
        return actors_of_phrase(context, next(iter(agent.children), agent))
    if any(c.dep_ == "nsubjpass" for c in verb.children):
        # "an interim government is needed": of whoever says so
        return _speakers(context, verb) if verb.lemma_ in frames().needing else ()
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
    actors = sides_of_talks(context, subject) or actors_of_phrase(context, subject)
    if actors:
        return actors
    if subject.lower_ in _FIRST_PERSON:
        return _speakers(context, subject)
    found = _of_what_is_own(context, subject) or owner_of_document(context, subject) or author_called(context, subject)
    at = offset_of(subject)
    if not found and (capital := _capital(context, subject)):
        return capital
    if found or context.is_said(at, at + len(subject)):
        return found  # "the government says that the army will stay": the government's word
    return called_by_noun(context, subject, sentence_of(subject))


def _capital(context: Context, token: Token) -> tuple[str, ...]:
    """The state that a capital stands for here ("Rabat is against")."""
    entity = token.doc.user_data["named"].get(token.i)
    return () if entity is None else (context.roster.enter(entity.name, entity.kind, entity.iso).id,)


def _of_what_is_own(context: Context, noun: Token) -> tuple[str, ...]:
    """Whose side, delegation or fighters they are: "our fighters will not leave"."""
    if noun.lemma_.lower() not in frames().own:
        return ()
    for owner in (c for c in noun.children if c.dep_ == "poss"):
        if noun.lemma_.lower() in {"party", "movement"} and _is_of_state(context, owner):
            return ()  # "her party": not the state that she speaks for
        return _speakers(context, owner) if owner.lower_ in _FIRST_PERSON else context.roster.at(owner)
    return ()


def _is_of_state(context: Context, owner: Token) -> bool:
    return any(context.roster.actors[party].kind == "state" for party in context.roster.parties_at(owner))


def actors_of_phrase(context: Context, token: Token) -> tuple[str, ...]:
    """The actors that a noun phrase is, joined ones too.

    Args:
        context: The report.
        token: The head of the phrase.
    """
    found = list(context.roster.at(token))
    for child in token.children:
        if child.dep_ == "conj":
            found += actors_of_phrase(context, child)
    if not found and token.dep_ == "appos":
        found += context.roster.at(token.head)
    if not found:  # "the movement's general secretary, NAME, insists"
        found += [a for c in token.children if c.dep_ == "appos" for a in context.roster.at(c)]
    if not found:
        found += _set_before(context, token)
    if token.lower_ in {"both", "all", "each", "neither", "either"}:
        for child in token.children:
            if child.dep_ == "prep":
                found += [a for inner in child.children for a in actors_of_phrase(context, inner)]
    return tuple(dict.fromkeys(found))


def _set_before(context: Context, noun: Token) -> tuple[str, ...]:
    """ "Malaysia, the facilitator, wants ...", where the parser takes the second name for the subject."""
    at = noun.left_edge.i - 2
    if noun.dep_ not in {"nsubj", "nsubjpass"} or at < 0 or noun.doc[at + 1].lower_ != ",":
        return ()
    name = noun.doc[at]
    return context.roster.at(name) if name.dep_ == "npadvmod" and name.head == noun.head else ()


def _of_noun(context: Context, noun: Token) -> tuple[str, ...]:
    if noun.dep_ == "pobj" and noun.head.lower_ == "on" and noun.lemma_ == "condition":
        return ()
    owners = _owners(context, noun) or _meant_for(context, noun)
    return owners if owners or noun.lemma_.lower() in frames().owned else _of_governor(context, noun)


def _meant_for(context: Context, noun: Token) -> tuple[str, ...]:
    """ "For Rabat the priority is autonomy": whose it is stands before."""
    fore = [c for c in noun.head.children if c.dep_ == "prep" and c.lower_ == "for" and c.i < noun.i]
    if noun.dep_ != "nsubj" or noun.head.lemma_ not in {"be", "remain"} or not fore:
        return ()
    things = [t for c in fore for t in c.children if t.dep_ == "pobj"]
    return tuple(a for t in things for a in actors_of_phrase(context, t) or _capital(context, t))


def _owners(context: Context, noun: Token) -> tuple[str, ...]:
    """Whose a stance is by the words on it: "Sudan's refusal", "our demand", "US support"."""
    named = noun.doc.user_data["named"]
    for child in noun.children:
        if child.dep_ not in {"poss", "amod", "compound", "nmod"}:
            continue
        if child.lower_ in {"its", "their", "his", "her"} and noun.dep_ == "dobj":
            subject = subject_of(noun.head)
            actors = actors_of_phrase(context, subject) if subject is not None else ()
            if actors:
                return actors  # "the movement dropped its demand": whoever does it, not whoever stands nearest
        if context.roster.at(child):
            return context.roster.at(child)
        if child.lower_ in _FIRST_PERSON:
            return _speakers(context, child)
        if child.i in named:
            entity = named[child.i]
            return (context.roster.enter(entity.name, entity.kind, entity.iso).id,)
    return _owners_behind(context, noun)


def _owners_behind(context: Context, noun: Token) -> tuple[str, ...]:
    """ "The readiness of Rwanda and Congo to act": whose it is stands behind, and then what it is about."""
    clause = any(c.dep_ in {"acl", "relcl"} or c.lower_ in {"for", "to", "on"} for c in noun.children)
    of = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    hung = of is not None and any(g.dep_ in {"acl", "prep"} for t in of.children for g in t.children)
    if of is None or not (clause or hung or noun.lemma_.lower() in frames().nouns_of_will):
        return ()
    return tuple(dict.fromkeys(a for t in of.children for a in actors_of_phrase(context, t)))


def _of_governor(context: Context, noun: Token) -> tuple[str, ...]:
    """Whose a stance is by the clause around it: the subject of "voiced support", the agent, the speaker."""
    verb = noun.head
    if noun.dep_ in {"dobj", "attr", "oprd"} and verb.lemma_.lower() in frames().light:
        subject = subject_of(verb)
        if subject is not None:
            return _actors_of_subject(context, subject)
        return _speakers(context, noun)  # "there is no justification for ..."
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in {"from", "by", "among"}:
            return tuple(a for inner in child.children for a in actors_of_phrase(context, inner))
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
    speakers = context.said_by(at, at + len(token)) or _stater(context, token) or _turn(context, token)
    return speakers if speakers or context.is_said(at, at + len(token)) else authors_of(context)


def _stater(context: Context, token: Token) -> tuple[str, ...]:
    """The subject of the verb of saying that a word's clause hangs on: "made clear that ..."."""
    for _ in range(_DEEPEST):
        head = token.head
        if head == token:
            return ()
        if token.dep_ == "ccomp" and head.lemma_.lower() in frames().stating:
            own = next((c for c in head.children if c.dep_ == "nsubj"), None)
            return actors_of_phrase(context, own) if own is not None else ()
        token = head
    return ()


def _turn(context: Context, token: Token) -> tuple[str, ...]:
    """Whose turn it is, in a transcript."""
    speaker = sentence_of(token).block.speaker
    return context.persons_named(speaker.start, speaker.end) if speaker else ()
