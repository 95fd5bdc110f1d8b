"""Subjects: whom the subject of a clause or a noun phrase means, and who says a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..actors.listing import listed
from ..document import offset_of, sentence_of
from .author import author_called, authors_of
from .called import called_by_noun
from .coordinated import (
    antecedents_of,
    joined_before,
    joined_to_owner,
    movement_of,
    name_before,
    office_owners,
    senders_of,
)
from .crowds import crowd_called
from .documents import owner_of_document
from .frames import frames
from .interview import other_side, sides_of_talks
from .of_tellers import bodies_of_tellers, is_own_body, teller_meant
from .pair import main_sides
from .seated import seated_at
from .together import both_sides, joined_just_before, joint_parties, pair_near, those_before, told_of_themselves

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context

__all__ = [
    "FIRST_PERSON",
    "actors_of_phrase",
    "actors_of_subject",
    "agents_of_phrase",
    "capital_of",
    "said_or_stated",
    "subject_of",
]

_DEEPEST = 8
_FLOATING = frozenset({"each", "both", "all"})
"""Words of number that stand beside the verb, behind its subject."""
_GOING = frozenset({"leave", "depart", "fly", "sail", "travel", "head", "go", "set"})
_OCCASIONS = frozenset({"occasion", "opportunity", "chance", "moment", "platform", "visit", "speech", "step", "time"})
_VIEWS = frozenset({"position", "view", "stance", "line", "argument", "contention", "message", "answer", "reply"})
FIRST_PERSON = frozenset({"we", "i", "us", "our", "my", "me"})
"""Words by which a speaker means his own side."""


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb: its own, that of the verb that it is joined to, governs it or that its clause modifies."""
    seen = 0
    token = verb
    while seen < 6:  # noqa: PLR2004  deeper than this a subject is no longer meant
        subjects = [c for c in token.children if c.dep_ in {"nsubj", "nsubjpass"}]
        if subjects:  # the nearest before the verb: "NAME, head of the team: the two delegations signed"
            named = [c for c in subjects if c.lower_ not in _FLOATING] or subjects  # "A, B and C have each pledged"
            own = next((c for c in reversed(named) if c.i < token.i), named[0])
            if _is_where_one_goes(own, token):
                token, seen = token.head, seen + 1
                continue
            return token.head if own.lower_ in {"who", "which", "that"} and token.dep_ == "relcl" else own
        if (name := name_before(token)) is not None:
            return name
        if token.dep_ == "pcomp" and token.head.head.lemma_ in frames().accuse:
            return None  # what one says that another does is no stance of either
        if token.dep_ == "conj" and (above := _joined_above(token)) is not None:
            token = above
        elif token.dep_ == "conj" or token.dep_ in {"xcomp", "advcl", "ccomp", "pcomp", "prep"}:
            token = token.head
        elif token.dep_ == "acl" and _is_occasion(token.head):
            token = token.head.head  # "used the occasion to urge both", "took the opportunity to call for"
        elif token.dep_ in {"acl", "relcl"}:
            return token.head
        else:
            return None
        seen += 1
    return None


def _is_occasion(noun: Token) -> bool:
    """Is it what someone takes or uses to do something, and no one who does it himself?"""
    return noun.dep_ == "dobj" and noun.lemma_ in _OCCASIONS


def _is_where_one_goes(subject: Token, verb: Token) -> bool:
    """ "Left for Paris to argue for inspections": who left will argue, and not Paris."""
    away = verb.dep_ in {"advcl", "relcl", "acl", "xcomp"} and verb.head.lemma_ in _GOING and verb.head.i < subject.i
    marked = away and any(c.lower_ == "for" and c.i < subject.i for c in verb.children)
    return marked and any(c.tag_ == "TO" for c in verb.children)


def _joined_above(verb: Token) -> Token | None:
    """The verb of saying that a verb of finite past is joined to, where the parser joins it to what is said.

    "Said that refugees must return, and called on all to help": no past tense is joined to a modal or an infinitive.
    """
    inner = verb.head
    aux = {c.tag_ for c in inner.children if c.dep_ == "aux"}
    if verb.tag_ != "VBD" or inner.dep_ not in {"ccomp", "xcomp"} or not aux & {"MD", "TO"}:
        return None
    return inner.head if inner.head.tag_ in {"VBD", "VBN"} and inner.head.i < inner.i else None


def actors_of_subject(context: Context, subject: Token) -> tuple[str, ...]:
    """Ids of the actors that the subject of a clause means, by its name or by what it points to."""
    found = _actors_of_subject(context, subject)
    before = joined_before(subject) if found else None
    if before is not None:
        found = (*_actors_of_subject(context, before), *found)
    elif found and any(c.lower_ == "whose" for c in subject.children) and subject.head.dep_ == "relcl":
        found = tuple(a for t in antecedents_of(subject.head.head) for a in context.roster.at(t)) or found
    return tuple(dict.fromkeys(found))


def _actors_of_subject(context: Context, subject: Token) -> tuple[str, ...]:
    actors = sides_of_talks(context, subject) or pair_near(context, subject) or joined_just_before(context, subject)
    actors = actors or actors_of_phrase(context, subject)
    actors = actors or joint_parties(context, subject) or told_of_themselves(context, subject)
    if not actors and (teller := teller_meant(subject)) is not None:
        actors = actors_of_subject(context, teller)
    actors = actors or those_before(context, subject)
    if actors:
        return actors
    if subject.lower_ in FIRST_PERSON:
        return said_or_stated(context, subject)
    if subject.lower_ == "they" and (other := other_side(context, subject, main_sides(context))):
        return other
    found = _of_what_is_own(context, subject) or owner_of_document(context, subject) or author_called(context, subject)
    at = offset_of(subject)
    if not found and (capital := capital_of(context, subject) or seated_at(context, subject)):
        return capital
    if not found and is_own_body(subject):
        found = bodies_of_tellers(context, said_or_stated(context, subject))
    if found or context.is_said(at, at + len(subject)):
        return found  # "the government says that the army will stay": the government's word
    return called_by_noun(context, subject, sentence_of(subject)) or crowd_called(context, subject)


def capital_of(context: Context, token: Token) -> tuple[str, ...]:
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
        return said_or_stated(context, owner) if owner.lower_ in FIRST_PERSON else context.roster.at(owner)
    return ()


def _is_of_state(context: Context, owner: Token) -> bool:
    return any(context.roster.actors[party].kind == "state" for party in context.roster.parties_at(owner))


def actors_of_phrase(context: Context, token: Token) -> tuple[str, ...]:
    """The actors that a noun phrase is, joined ones too.

    Args:
        context: The report.
        token: The head of the phrase.
    """
    found = list(both_sides(context, token) or context.roster.at(token))
    if not found:
        found += [a for t in (*senders_of(token), *office_owners(token)) for a in _meant(context, t)]
    beside = {a for t in joined_to_owner(token) for a in _meant(context, t)} if found else set()
    found += [a for a in sorted(beside - {*found}) if context.roster.actors[a].kind == "group"]
    if not found:
        followed = (a for t in movement_of(token) for a in _meant(context, t))
        found += [a for a in followed if context.roster.actors[a].kind == "group"]
    for member in (t for t in listed(token) if t.head == token and t != token):
        found += actors_of_phrase(context, member)
    if not found:
        found += _named_beside(context, token) or _set_before(context, token)
    if token.lower_ in {"both", "all", "each", "neither", "either"}:
        for child in token.children:
            if child.dep_ == "prep":
                found += [a for inner in child.children for a in actors_of_phrase(context, inner)]
    return tuple(dict.fromkeys(found))


def _meant(context: Context, token: Token) -> tuple[str, ...]:
    return context.roster.at(token) or capital_of(context, token)


def _named_beside(context: Context, token: Token) -> tuple[str, ...]:
    """The actors that a phrase is by a name beside its head: "its breakaway region of Transnistria"."""
    if token.dep_ == "appos" and context.roster.at(token.head):
        return context.roster.at(token.head)
    # "the movement's general secretary, NAME, insists"
    beside = [c for c in token.children if c.dep_ == "appos"]
    # "the President of Bougainville, NAME, told", where the parser hangs the name on the place
    beside = (
        beside if any(context.roster.at(t) for t in beside) else [t for t in _behind_of(token) if t.dep_ == "appos"]
    )
    found = tuple(a for t in beside for a in context.roster.at(t))
    if found or token.lower_ not in frames().seats:
        return found
    of = [t for c in token.children if c.dep_ == "prep" and c.lower_ == "of" for t in c.children]
    return tuple(a for t in of for a in context.roster.at(t))


def _behind_of(noun: Token) -> tuple[Token, ...]:
    """What hangs on the things that a noun is "of"."""
    of = [c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"]
    return tuple(g for c in of for t in c.children for g in t.children)


def _set_before(context: Context, noun: Token) -> tuple[str, ...]:
    """ "Malaysia, the facilitator, wants ...", where the parser takes the second name for the subject."""
    at = noun.left_edge.i - 2
    if noun.dep_ not in {"nsubj", "nsubjpass"} or at < 0 or noun.doc[at + 1].lower_ != ",":
        return ()
    name = noun.doc[at]
    return context.roster.at(name) if name.dep_ == "npadvmod" and name.head == noun.head else ()


def said_or_stated(context: Context, token: Token) -> tuple[str, ...]:
    """Ids of those who say a word: whom it is attributed to, whose turn or whose statement it is."""
    at = offset_of(token)
    speakers = context.said_by(at, at + len(token)) or _crowd_saying(context, at, at + len(token))
    speakers = speakers or _stater(context, token) or _turn(context, token)
    return speakers if speakers or context.is_said(at, at + len(token)) else authors_of(context)


def _crowd_saying(context: Context, start: int, end: int) -> tuple[str, ...]:
    """ "..., Kurdish envoys maintained": people without a name; "..., a joint statement said": both sides."""
    heads = tuple(context.sources_of(start, end))
    if any(h.lemma_.lower() in frames().documents and any(c.lower_ == "joint" for c in h.children) for h in heads):
        return main_sides(context)
    return tuple(a for head in heads for a in crowd_called(context, head))


def agents_of_phrase(context: Context, token: Token) -> tuple[str, ...]:
    """Whom "by" names behind a verb, people without a name of their own too ("was demanded by Zintan brigades")."""
    found = actors_of_phrase(context, token) or capital_of(context, token)
    return found or seated_at(context, token) or crowd_called(context, token)


def _stater(context: Context, token: Token) -> tuple[str, ...]:
    """The subject of the verb of saying that a word's clause hangs on: "made clear that ..."."""
    for _ in range(_DEEPEST):
        head = token.head
        if head == token:
            return ()
        if head.lemma_ == "know" and head.dep_ == "ccomp" and token.dep_ == "ccomp":
            token, head = head, head.head  # "let it be known that ..."
        if token.dep_ == "ccomp" and head.lemma_ in {"be", "remain"}:
            return _of_view(context, head)
        if token.dep_ == "ccomp" and head.lemma_.lower() in frames().stating:
            own = next((c for c in head.children if c.dep_ == "nsubj"), None)
            if own is None:
                return ()
            return actors_of_phrase(context, own) or owner_of_document(context, own)  # "a statement by Fiji stressed"
        token = head
    return ()


def _of_view(context: Context, copula: Token) -> tuple[str, ...]:
    """ "The government's position is that all must leave": whose view a clause is."""
    noun = next((c for c in copula.children if c.dep_ == "nsubj" and c.lemma_.lower() in _VIEWS), None)
    owners = (c for c in noun.children if c.dep_ == "poss") if noun is not None else ()
    return tuple(a for owner in owners for a in actors_of_phrase(context, owner))


def _turn(context: Context, token: Token) -> tuple[str, ...]:
    """Whose turn it is, in a transcript."""
    speaker = sentence_of(token).block.speaker
    return context.persons_named(speaker.start, speaker.end) if speaker else ()
