"""Holders: whose stance a cue shows. The one who wants it, not the grammatical subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..actors.bygone import ruled_once
from ..actors.sides import home_state
from .coordinated import agents_of
from .documents import owner_of_document
from .overhead import subject_overhead
from .owning import actors_above, owners_of_noun
from .stances import Cue, frames
from .subjects import actors_of_phrase, actors_of_subject, agents_of_phrase, said_or_stated, subject_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from ..context import Context

__all__ = ["actors_of_phrase", "holders_of", "holders_of_clause", "owner_of_document", "speakers_of", "subject_of"]


_LAWS = frozenset(
    {"law", "constitution", "rule", "statute", "regulation", "procedure", "custom", "plan", "charter", "mandate"}
)
_SHUT_OUT = frozenset({"exclude", "rule"})
_AHEAD = frozenset({"will", "wo", "would", "can", "ca", "could", "shall"})


def holders_of(context: Context, cue: Cue) -> tuple[str, ...]:
    """Name the parties that hold the stance of a cue.

    Args:
        context: The report.
        cue: A verb, noun or adjective that shows a stance.

    Returns:
        Ids of sides; none where the words do not tell.
    """
    if cue.part == "noun":
        actors = owners_of_noun(context, cue.token)
    elif cue.part == "adjective":
        actors = _of_adjective(context, cue.token)
    else:
        actors = _of_verb(context, cue.token)
    return _parties(context, actors)


def holders_of_clause(context: Context, verb: Token) -> tuple[str, ...]:
    """Name the parties of a clause's subject, or of its speaker where the subject is no actor."""
    subject = subject_of(verb)
    actors = actors_of_subject(context, subject) if subject is not None else ()
    return _parties(context, actors)


def _parties(context: Context, actors: Iterable[str]) -> tuple[str, ...]:
    """The sides of actors; "the government" of a report that tells of one country is that country.

    Who once governed ("the former president") speaks for no state any more.
    """
    roster = context.roster
    sides = (roster.party(actor) for actor in actors if not ruled_once(roster, actor))
    return tuple(dict.fromkeys(_of_home(context, side) for side in sides))


def _of_home(context: Context, side: str) -> str:
    if context.roster.actors[side].name.lower() not in {"government", "the government"}:
        return side
    return home_state(context.roster) or side


def speakers_of(context: Context, token: Token) -> tuple[str, ...]:
    """Name the parties of those to whom the text attributes a word, or whose turn it is in a transcript."""
    return _parties(context, said_or_stated(context, token))


def _of_verb(context: Context, verb: Token) -> tuple[str, ...]:
    agent = next((c for c in verb.children if c.dep_ == "agent"), None)
    if agent is not None:
        return tuple(a for t in agents_of(agent) for a in agents_of_phrase(context, t))
    if any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children):
        # "an interim government is needed": of whoever says so
        return said_or_stated(context, verb) if verb.lemma_ in frames().needing or _is_for_the_speaker(verb) else ()
    subject = subject_of(verb)
    actors = actors_of_subject(context, subject) if subject is not None else ()
    if not actors and subject is not None and _is_required(verb, subject):
        return said_or_stated(context, verb)
    overhead = subject_overhead(verb, subject) if not actors and subject is not None else None
    if overhead is not None:
        return actors_of_subject(context, overhead)
    return actors if actors or subject is not None else actors_above(context, verb)


def _is_required(verb: Token, subject: Token) -> bool:
    """ "Said that peace requires the disarmament of both": of a thing, but not what a law or an accord requires."""
    granted = verb.dep_ == "ccomp" and verb.head.lemma_ in frames().granting
    laid_down = subject.lemma_.lower() in frames().accords | _LAWS
    return verb.lemma_ == "require" and subject.pos_ == "NOUN" and not granted and not laid_down


def _is_for_the_speaker(verb: Token) -> bool:
    """ "Foreign judges will not be accepted", "a delay could not be tolerated": whose answer it is says it."""
    if verb.lemma_ in _SHUT_OUT and verb.dep_ == "ccomp":  # "said that a partition was ruled out"
        return True
    stance = frames().verbs.get(verb.lemma_, ("",))[0]
    answers = stance == "accepts" or (stance == "rejects" and verb.lemma_ != "exclude")
    ahead = any(c.dep_ == "aux" and c.lower_ in _AHEAD for c in verb.children)
    return answers and ahead and verb.dep_ not in {"relcl", "acl", "advcl"}


def _kept_so(adjective: Token) -> Token | None:
    """ "To keep its border open to refugees": what is kept, left or made so."""
    own = next((c for c in adjective.children if c.dep_ == "nsubj"), None)
    if own is not None or adjective.head.pos_ != "VERB":
        return own
    return next((c for c in adjective.head.children if c.dep_ == "dobj" and c.i < adjective.i), None)


def _of_adjective(context: Context, adjective: Token) -> tuple[str, ...]:
    head = adjective.head
    subject: Token | None
    if adjective.dep_ in {"acomp", "attr", "oprd", "xcomp", "ccomp"} and (kept := _kept_so(adjective)) is not None:
        subject = kept
    elif adjective.dep_ in {"acomp", "attr", "oprd", "xcomp"}:
        subject = subject_of(head)
    elif adjective.dep_ == "conj":
        subject = subject_of(head.head) if head.dep_ in {"acomp", "attr"} else subject_of(head)
    elif adjective.dep_ in {"amod", "acl", "relcl"}:
        subject = head
    else:
        subject = subject_of(adjective)
    return actors_of_subject(context, subject) if subject is not None else ()
