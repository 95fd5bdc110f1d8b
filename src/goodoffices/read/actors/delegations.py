"""Delegations and signatories: persons whom a report seats on a side together."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from ..pipeline import text_of
from .gazetteer import Entity
from .lexicon import lexicon
from .roster import Roster
from .sides import Ties

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

__all__ = ["LED", "seat_delegations", "seat_envoys", "seat_respectively", "seat_signatories"]

LED = 5
"""Weight of a side that a person leads or signs for: more than any office elsewhere."""
_NEAR = 8
"""Words between "by" and the end of a name, at most, with its offices."""
_LONGEST_ENTRY = 60
"""Words of one side's people in a list of those present, at most."""
_OPENING_WORDS = 12
"""Words before the colon of a line of signatures, at most."""


def seat_delegations(roster: Roster, ties: Ties) -> None:
    """ "The American delegation features X and Y", "a delegation led by U.S. envoy X and Y"."""
    for passage in roster.passages:
        named = passage.doc.user_data["named"]
        for token in passage.doc:
            if token.lemma_ not in {"delegation", "team"}:
                continue
            owner = next((named[t.i] for t in token.subtree if t.i < token.i and t.i in named), None)
            behind = next((a for t in token.subtree if t.i < token.i for a in roster.at(t)), None)
            ids = [a for t in _members_of(token) for a in roster.at(t)]
            _seat_together(roster, ties, [a for a in ids if roster.actors[a].kind == "person"], owner, behind)


def seat_respectively(roster: Roster, ties: Ties) -> None:
    """ "The delegations of A and B were led respectively by X and Y": X is A's and Y is B's; also "they were"."""
    for passage in roster.passages:
        seated = -1
        for word in passage.doc:
            follower = "of" if word.lower_ == "that" else "by" if word.i and word.tag_ == "POS" else ""
            if follower and passage.doc[word.i + 1 : word.i + 2].text == follower:
                _seat_at_that(roster, ties, word)
            if word.lower_ == "respectively" and word.sent.start != seated:
                seated = word.sent.start
                _seat_in_turn(roster, ties, word)


def _seat_in_turn(roster: Roster, ties: Ties, word: Token) -> None:
    sentence = word.sent
    meant = (a for t in sentence for a in roster.at(t))
    persons = [a for a in dict.fromkeys(meant) if roster.actors[a].kind == "person"]
    before = sentence.doc[sentence.start - 1].sent if sentence.start else sentence
    parties = _two_teams(roster, sentence.doc[sentence.start : word.i]) or _two_teams(roster, before)
    for person, party in zip(persons, parties, strict=True) if len(persons) == len(parties) else ():
        ties.vote(person, party, 2 * LED)


def _seat_at_that(roster: Roster, ties: Ties, that: Token) -> None:
    """ "The delegation of A was led by X and that of B by Y", "... and B's by Y"."""
    near = that.doc[that.i : min(that.i + _OPENING_WORDS, that.sent.end)]
    by = next((t.i for t in near if t.lower_ == "by"), None)
    between = that.doc[max(0, that.i - (that.tag_ == "POS")) : by] if by is not None else ()
    doing = (t for t in between if t.pos_ == "VERB" and t.lemma_ not in lexicon().doing.leading)
    if next(doing, None) is not None or any(t.lower_ == "respectively" for t in between):
        return
    sides = [a for t in between for a in roster.at(t)]
    sides = [a for a in sides if roster.actors[a].kind != "person"]
    led = [a for t in that.doc[by : by + _NEAR] for a in roster.at(t)] if by is not None else []
    person = next((a for a in led if roster.actors[a].kind == "person"), None)
    if sides and person is not None:
        ties.vote(person, sides[0], 2 * LED)


def _two_teams(roster: Roster, words: Span) -> list[str]:
    """The two sides named behind "delegation", up to the verb; none where fewer or more are named there."""
    first = next((t.i for t in words if t.lemma_ in {"delegation", "team"}), None)
    if first is None:
        return []
    behind = itertools.takewhile(lambda t: t.pos_ != "VERB", words.doc[first : words.end])
    sides = (a for t in behind for a in roster.at(t) if roster.actors[a].kind != "person")
    found = list(dict.fromkeys(roster.party(a) for a in sides))
    return found if len(found) == 2 else []  # noqa: PLR2004  one for each of two persons


def seat_envoys(roster: Roster, ties: Ties) -> None:
    """ "The Tigers sent X and Y": those whom a side sends speak for it."""
    for passage in roster.passages:
        for verb in passage.doc:
            if verb.lemma_ not in {"send", "dispatch"} or verb.pos_ != "VERB":
                continue
            senders = [a for c in verb.children if c.dep_ == "nsubj" for a in roster.at(c)]
            senders = [a for a in senders if roster.actors[a].kind != "person"]
            sent = [t for c in verb.children if c.dep_ == "dobj" for t in (c, *c.conjuncts)]
            for person in {a for t in sent for a in roster.at(t)} if len(senders) == 1 else ():
                if roster.actors[person].kind == "person":
                    ties.vote(person, senders[0])


def seat_signatories(roster: Roster, ties: Ties) -> None:
    """ "For the Government: X, Y", "Morocco: Mr X, head of delegation": those who sign, sit or speak for a side."""
    for passage in roster.passages:
        doc = passage.doc
        _seat_listed(roster, ties, doc)
        colon = next((t.i for t in doc[:_OPENING_WORDS] if t.text == ":"), None)
        if colon is None or not text_of(doc).lower().startswith(("for ", "on behalf of ")):
            continue
        parties = [a for t in doc[:colon] for a in roster.at(t) if roster.actors[a].kind != "person"]
        for actor in {a for t in doc[colon:] for a in roster.at(t)} if parties else ():
            if roster.actors[actor].kind == "person":
                ties.vote(actor, parties[0], LED)


def _seat_listed(roster: Roster, ties: Ties, doc: Doc) -> None:
    """ "Kingdom of Morocco: Mr X, minister": in a list of those present, each side with a colon before its people."""
    marks = [t.i for t in doc[1:-1] if t.text == ":" or (t.is_sent_start and t.nbor(-1).text != ":")]
    for mark, end in itertools.pairwise([*marks, len(doc)]):
        bodies = [a for a in roster.at(doc[mark - 1]) if roster.actors[a].kind != "person"]
        if doc[mark].text != ":" or not bodies or end - mark > _LONGEST_ENTRY:
            continue
        persons = [a for t in doc[mark:end] for a in roster.at(t) if roster.actors[a].kind == "person"]
        if not any(t.pos_ in {"VERB", "AUX"} for t in doc[mark:end]):
            for person in dict.fromkeys(persons):
                ties.vote(person, bodies[0], LED)


def _seat_together(
    roster: Roster, ties: Ties, members: Sequence[str], owner: Entity | None, learnt: str | None
) -> None:
    known = learnt if learnt is not None and roster.actors[learnt].kind != "person" else None
    side = roster.enter(owner.name, owner.kind, owner.iso).id if owner is not None else known
    if side is not None:
        for person in members:
            ties.vote(person, side)
    for one, other in itertools.pairwise(members):
        ties.tie(one, other)


def _members_of(delegation: Token) -> Iterator[Token]:
    verb = delegation.head if delegation.dep_ in {"nsubj", "nsubjpass"} else None
    if verb is not None and verb.lemma_ in lexicon().members:
        yield from _before_another(t for t in verb.subtree if t.i > verb.i)
    for child in delegation.children:
        if child.dep_ in {"acl", "relcl"} and child.lemma_ in lexicon().members:
            yield from _before_another(t for t in child.subtree if t.i > child.i)


def _before_another(tokens: Iterable[Token]) -> Iterator[Token]:
    """The words up to another delegation ("led by X and the rebel team by Y")."""
    return itertools.takewhile(lambda token: token.lemma_ not in {"delegation", "team", "side"}, tokens)
