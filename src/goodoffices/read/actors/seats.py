"""Seats: the offices that a report gives its persons, the delegations it seats them in, and so their sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from .gazetteer import Entity
from .lexicon import lexicon
from .offices import Office, offices_of
from .persons import PersonName
from .roster import Role, Roster
from .sides import Ties, home_state

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


__all__ = ["Named", "seat"]

_LIST_TOKENS = 6
"""How many words may stand between two names of one list."""


class Named(msgspec.Struct, frozen=True):
    """A person's name in the text: in which passage, which words, whose."""

    passage: int
    name: PersonName
    person: str


def seat(roster: Roster, persons: Sequence[Named]) -> None:
    """Give the persons of a report their offices and their sides.

    Args:
        roster: The report's actors; its roles and the persons' sides are filled in.
        persons: The persons' names, in the order of the text.
    """
    seating = _Seating(roster)
    before: Named | None = None
    for named in persons:
        seating.take(named, before if before and before.passage == named.passage else None)
        before = named
    seating.seat_delegations()
    seating.settle()


class _Seating:
    """Roles as they are read, and the ties that they make."""

    def __init__(self, roster: Roster) -> None:
        self.roster = roster
        self.ties = Ties()

    def take(self, named: Named, before: Named | None) -> None:
        """Read the offices around one name; a name in a list may share those of the name before it."""
        doc = self._doc(named)
        sided = False
        for office in offices_of(doc, named.name.start, named.name.end):
            of = self._owner(doc, office, named.person)
            sided = sided or of is not None
            self.roster.roles.append(_role(doc, office, named, of))
        if before is not None and doc[named.name.start - 1].lower_ == "and":
            sided = self._share(doc, named, before) or sided
        sided = self._lead(doc, named) or sided
        titled = any(r.person == named.person and r.passage == named.passage for r in self.roster.roles[-2:])
        if titled and not sided and before is not None and self._follows(doc, named, before):
            self.ties.tie(named.person, before.person)

    def _doc(self, named: Named) -> Doc:
        return self.roster.passages[named.passage].doc

    def _owner(self, doc: Doc, office: Office, person: str) -> str | None:
        """Whose office it is, where the words beside it say so; the first of them that names an actor counts."""
        for i in office.of:
            entity: Entity | None = doc.user_data["named"].get(i)
            if entity is not None:
                owner = self.roster.enter(entity.name, entity.kind, entity.iso).id
                self.ties.vote(person, owner, _weight(office))
                return owner
            for other in self.roster.at(doc[i]):
                if self.roster.actors[other].kind != "person":
                    self.ties.vote(person, other, _weight(office))
                    return other
                self.ties.tie(person, other, sent=True)
        return None

    def _share(self, doc: Doc, named: Named, before: Named) -> bool:
        """ "The chief negotiators, X and Y": Y holds the office that X was given in the plural."""
        held = [r for r in self.roster.roles if r.person == before.person and r.passage == named.passage]
        shared = [r for r in held if _is_plural(doc, r)]
        if not shared or named.name.start - before.name.end > 2:  # noqa: PLR2004  "and" alone stands between
            return False
        role = msgspec.structs.replace(shared[-1], person=named.person)
        self.roster.roles.append(role)
        self.ties.tie(named.person, before.person)
        if role.of is not None:
            self.ties.vote(named.person, role.of)
        return role.of is not None

    def _lead(self, doc: Doc, named: Named) -> bool:
        """ "X, who heads the government delegation": what a person leads is an office too."""
        for verb, led in _leading(doc[named.name.start : named.name.end].root):
            ids = self.roster.at(led) if led is not None else ()
            of = next((a for a in ids if self.roster.actors[a].kind != "person"), None)
            if led is None or (of is None and led.lower_ not in lexicon().bodies):
                continue
            title = f"{verb.text} {_phrase(led)}"
            self.roster.roles.append(
                Role(person=named.person, title=title, of=of, tenure="current", passage=named.passage, token=verb.i)
            )
            if of is not None:
                self.ties.vote(named.person, of)
            return of is not None
        return False

    def _follows(self, doc: Doc, named: Named, before: Named) -> bool:
        """May a person share the side of the one before in a list? A head of state speaks for a state of its own."""
        between = doc[before.name.end : named.name.start]
        apart = any(t.pos_ in {"VERB", "AUX"} or doc.user_data["named"].get(t.i) for t in between)
        leads = any(r.person == before.person and r.passage == before.passage and r.of for r in self.roster.roles)
        titles = {w for r in self.roster.roles if r.person == named.person for w in r.title.lower().split()}
        return len(between) <= _LIST_TOKENS and not apart and leads and not titles & lexicon().doing.heads

    def seat_delegations(self) -> None:
        """ "The American delegation features X and Y", "a delegation led by U.S. envoy X and Y"."""
        for passage in self.roster.passages:
            named = passage.doc.user_data["named"]
            for token in passage.doc:
                if token.lemma_ not in {"delegation", "team"}:
                    continue
                owner = next((named[t.i] for t in token.subtree if t.i < token.i and t.i in named), None)
                ids = [a for t in _members_of(token) for a in self.roster.at(t)]
                self._seat_together([a for a in ids if self.roster.actors[a].kind == "person"], owner)

    def _seat_together(self, members: Sequence[str], owner: Entity | None) -> None:
        if owner is not None:
            side = self.roster.enter(owner.name, owner.kind, owner.iso).id
            for person in members:
                self.ties.vote(person, side)
        for one, other in pairwise(members):
            self.ties.tie(one, other)

    def _government(self) -> str | None:
        """The government without a state that a president without a country is of, where a movement faces one."""
        if self.roster.government is None and self.roster.armed:
            self.roster.government = self.roster.enter("Government", "organisation").id
        return self.roster.government

    def settle(self) -> None:
        """Give each person its side; one who is tied only to another person has that person for a side, as yet."""
        actors = self.roster.actors
        persons = [a.id for a in actors.values() if a.kind == "person"]
        home = self.roster.governed or home_state(self.roster) or self._government()
        for role in self.roster.roles:
            national = set(role.title.lower().split()) & lexicon().doing.national
            if role.of is None and home and national and not self.ties.spoken_for(role.person):
                self.ties.vote(role.person, home, 1)
        for person, side in {**self.ties.patrons(persons), **self.ties.sides(persons)}.items():
            actors[person].side = side


def _weight(office: Office) -> int:
    """How much an office tells of a person's side: a former one little, one that a comma parts from the name less."""
    if office.tenure == "former":
        return 1
    return 3 if office.where == "beside" else 4


def _leading(root: Token) -> Iterator[tuple[Token, Token | None]]:
    """The verbs by which a person leads something, with what is led: "X, who heads Y", "X led Y", "Y, led by X"."""
    leading = lexicon().doing.leading
    verbs = [c for c in root.children if c.dep_ in {"relcl", "acl"} and c.lemma_ in leading]
    if root.dep_ == "nsubj" and root.head.lemma_ in leading:
        verbs.append(root.head)
    yield from ((verb, next((c for c in verb.children if c.dep_ == "dobj"), None)) for verb in verbs)
    agent = root.head
    if root.dep_ == "pobj" and agent.dep_ == "agent" and agent.head.lemma_ in leading and agent.head.dep_ == "acl":
        yield agent.head, agent.head.head


def _phrase(noun: Token) -> str:
    """A noun with the words before it: "the government delegation"."""
    words = noun.doc[noun.left_edge.i : noun.i + 1].text
    return words[:1].lower() + words[1:] if words.startswith(("The ", "A ", "Its ", "His ", "Her ")) else words


def _role(doc: Doc, office: Office, named: Named, of: str | None) -> Role:
    start, end = office.title
    title = doc[start:end].text
    if title.endswith("s") and doc[end - 1].tag_ == "NNS":
        title = title[:-1]
    return Role(person=named.person, title=title, of=of, tenure=office.tenure, passage=named.passage, token=start)


def _is_plural(doc: Doc, role: Role) -> bool:
    """Does the text give the office in the plural?"""
    return any(token.tag_ == "NNS" for token in doc[role.token : role.token + len(role.title.split())])


def _members_of(delegation: Token) -> Iterator[Token]:
    verb = delegation.head if delegation.dep_ in {"nsubj", "nsubjpass"} else None
    if verb is not None and verb.lemma_ in lexicon().members:
        yield from (t for t in verb.subtree if t.i > verb.i)
    for child in delegation.children:
        if child.dep_ in {"acl", "relcl"} and child.lemma_ in lexicon().members:
            yield from (t for t in child.subtree if t.i > child.i)
