"""Seats: the offices that a report gives its persons, the delegations it seats them in, and so their sides."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

import msgspec

from ..document import sentence_of
from .allegiance import Allegiance, Named
from .by_title import (
    owner_by_title,
    owner_by_word,
    owning_office,
    patron_by_title,
    patron_by_word,
    speaks_for_a_state,
)
from .bygone import let_go
from .delegations import LED, seat_delegations, seat_envoys, seat_respectively, seat_signatories
from .gazetteer import Entity
from .items import state_of_item
from .lexicon import lexicon
from .offices import Office, offices_of
from .owners import (
    is_governments,
    is_of_next,
    is_of_some_body,
    is_only_from,
    is_sent_there,
    is_whose_turn,
    two_owners,
)
from .pairings import seat_pairs
from .recognised import mediates, recognise
from .roster import Role, Roster
from .senders import sender_of
from .sides import Ties, between_sides, home_state

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


__all__ = ["Named", "seat"]

_ACROSS = frozenset({"counterpart", "opponent", "rival", "number", "host", "guest"})
"""What someone of another side is called."""
_NATIONAL = 12
"""Weight of an office of the state that the report tells of, against a party of the holder's."""
_OPENS = 4
"""Words of a sentence among which its place stands ("Meanwhile, in Bamako, the interim president said")."""
_LIST_TOKENS = 6
"""How many words may stand between two names of one list."""


def seat(roster: Roster, persons: Sequence[Named]) -> None:
    """Give the persons of a report their offices and their sides.

    Args:
        roster: The report's actors; its roles and the persons' sides are filled in.
        persons: The persons' names, in the order of the text.
    """
    seating = _Seating(roster)
    before: Named | None = None
    for named, behind in zip_longest(persons, persons[1:]):
        following = behind if behind is not None and behind.passage == named.passage else None
        seating.take(named, before if before and before.passage == named.passage else None, following)
        before = named
    seat_delegations(roster, seating.ties)
    seat_respectively(roster, seating.ties)
    seat_signatories(roster, seating.ties)
    seat_envoys(roster, seating.ties)
    seat_pairs(roster, seating.ties)
    seating.settle()


class _Seating:
    """Roles as they are read, and the ties that they make."""

    def __init__(self, roster: Roster) -> None:
        self.roster = roster
        self.ties = Ties()
        self.allegiance = Allegiance(roster, self.ties)
        self.elsewhere: set[tuple[int, int]] = set()  # offices of bodies that nobody knows
        self.under: list[tuple[Role, str]] = []  # "the envoy's spokeswoman", and "envoy"
        self.facing: dict[str, str] = {}  # someone -> whose counterpart the text calls them
        self.pairs: dict[tuple[int, int], str] = {}  # an office in the plural -> the second of its two owners

    def take(self, named: Named, before: Named | None, following: Named | None = None) -> None:
        """Read the offices around one name; a name in a list may share those of the name before it."""
        doc = self._doc(named)
        sided = False
        offices = list(offices_of(doc, named.name.start, named.name.end))
        if following is not None:
            titled = any(office.where != "after" for office in offices)
            offices = [office for office in offices if not is_of_next(doc, named, following, office, titled=titled)]
        for office in offices:
            of = self._sender(doc, office, named.person) or self._owner(doc, office, named.person)
            if (pair := two_owners(doc, office)) is not None and office.where == "after" and before is not None:
                of = self._part(doc, pair, named, before) or of
            elif pair is not None:
                second = doc.user_data["named"][pair[1]]
                self.pairs[named.passage, office.title[0]] = self.roster.enter(second.name, second.kind, second.iso).id
            sided = sided or of is not None
            end = office.title[1]
            elsewhere = any(doc[i].pos_ == "PROPN" and i >= end for i in office.of)
            if of is None and elsewhere and doc[end : end + 1].text != "at":  # "at the Treasury" is a place of work
                self.elsewhere.add((named.passage, office.title[0]))
            role = _role(doc, office, named, of)
            self.roster.roles.append(role)
            if pair is None and before is not None and office.where == "after" and _is_plural(doc, role):
                self._give_back(doc, named, before, role)
            if of is None and (holder := owning_office(doc, office)) is not None:
                self.under.append((role, holder))
        if before is not None and doc[named.name.start - 1].lower_ == "and":
            sided = self._share(doc, named, before) or sided
        sided = self.allegiance.read(doc, named, sided=sided)
        titled = any(r.person == named.person and r.passage == named.passage for r in self.roster.roles[-2:])
        if titled and not sided and before is not None and self._follows(doc, named, before):
            self.ties.tie(named.person, before.person)

    def _doc(self, named: Named) -> Doc:
        return self.roster.passages[named.passage].doc

    def _sender(self, doc: Doc, office: Office, person: str) -> str | None:
        """The body whose officer has sent the holder of an office."""
        sender = sender_of(doc, office)
        if sender is None:
            return None
        body = self.roster.enter(sender.name, sender.kind, sender.iso).id
        self.ties.vote(person, body, _weight(office))
        return body

    def _owner(self, doc: Doc, office: Office, person: str) -> str | None:
        """Whose office it is, where the words beside it say so; the first of them that names an actor counts."""
        mediates = doc[office.title[1] - 1].lower_ in lexicon().doing.mediators
        private = doc[office.title[1] - 1].lower_ in lexicon().private
        pair = two_owners(doc, office)
        for i in office.of if pair is None else pair[:1]:
            if mediates and i >= office.title[1]:
                continue  # "the facilitator of the Burundi peace process" speaks for no Burundi
            if is_only_from(doc, i, office) or is_whose_turn(doc, i):
                continue  # "special representative of the Austrian chairmanship of the OSCE"
            entity: Entity | None = doc.user_data["named"].get(i)
            if entity is not None and entity.kind == "state" and is_sent_there(doc, i, office):
                continue  # "the ambassador to Peru", "the special envoy for Syria"
            if entity is not None and private and entity.kind == "state":
                continue  # a Kenyan lawyer speaks for no Kenya
            if entity is not None:
                owner = self.roster.enter(entity.name, entity.kind, entity.iso).id
                self.ties.vote(person, owner, _weight(office))
                return owner
            if doc[i].lower_ == "forces" and doc[i - 1].lower_ == "armed":
                continue  # whoever commands all the armed forces holds an office of the state
            for other in self.roster.at(doc[i]):
                if self.roster.actors[other].kind != "person":
                    self.ties.vote(person, other, _weight(office))
                    return other
                self._belongs_to(person, other, doc[office.title[1] - 1].lower_)
        return None

    def _belongs_to(self, person: str, other: str, office: str) -> None:
        """Someone holds an office of another person: of the same side, but for "his counterpart"."""
        if office in _ACROSS:
            self.facing[person] = other
        else:
            self.ties.tie(person, other, sent=True)

    def _part(self, doc: Doc, pair: tuple[int, int], named: Named, before: Named) -> str | None:
        """ "X and Y, the leaders of A and B": X is A's and Y is B's. Gives Y's side, None where no X stands there."""
        if doc[named.name.start - 1].lower_ != "and" or named.name.start - before.name.end > 2:  # noqa: PLR2004
            return None
        sides = []
        for person, i in zip((before.person, named.person), pair, strict=True):
            entity = doc.user_data["named"][i]
            sides.append(self.roster.enter(entity.name, entity.kind, entity.iso).id)
            self.ties.vote(person, sides[-1], LED)
        return sides[-1]

    def _share(self, doc: Doc, named: Named, before: Named) -> bool:
        """ "The chief negotiators, X and Y": Y holds the office that X was given in the plural."""
        held = [r for r in self.roster.roles_of(before.person) if r.passage == named.passage]
        shared = [r for r in held if _is_plural(doc, r)]
        if not shared or named.name.start - before.name.end > 2:  # noqa: PLR2004  "and" alone stands between
            return False
        role = msgspec.structs.replace(shared[-1], person=named.person)
        other = self.pairs.get((role.passage, role.token))
        role = msgspec.structs.replace(role, of=other or role.of)
        self.roster.roles.append(role)
        apart = role.of is None and (role.tenure == "former" or _is_one_each(doc, role))
        if apart:
            self.elsewhere.add((role.passage, role.token))  # two former presidents, "the two defence ministers"
        elif other is None:
            self.ties.tie(named.person, before.person)
        if role.of is not None:
            self.ties.vote(named.person, role.of)
        return role.of is not None

    def _give_back(self, doc: Doc, named: Named, before: Named, role: Role) -> None:
        """ "X and Y, the chief negotiators": X holds the office that Y is given in the plural."""
        between = doc[before.name.end : named.name.start]
        if len(between) == 1 and between[0].lower_ == "and":
            self.roster.roles.append(msgspec.structs.replace(role, person=before.person))
            if role.of is not None:
                self.ties.vote(before.person, role.of)

    def _beside(self, role: Role) -> str | None:
        """The state spoken of right before an office without one ("Ankara insists ...; Defence Minister X said")."""
        doc = self.roster.passages[role.passage].doc
        start = sentence_of(doc[role.token]).span.start
        named = doc.user_data["named"]
        seats = [t for t in doc[start : role.token] if t.i in named and t.text in named[t.i].metonyms and t.i > start]
        if (
            seats
            and seats[-1].nbor(-1).lower_ == "in"
            and seats[-1].i - start <= _OPENS
            and named[seats[-1].i].kind == "state"
        ):
            entity = named[seats[-1].i]  # "In Bamako the interim president said nothing"
            return self.roster.enter(entity.name, entity.kind, entity.iso).id
        here, start = start, sentence_of(doc[start - 1]).span.start if start else 0
        acting = [t for t in doc[start : role.token] if t.dep_ in {"nsubj", "nsubjpass"} and self._state_at(t)]
        acting = [t for t in acting if t.i >= here or t.i in named]  # in the sentence before only by its name
        acting = [t for t in acting if self._state_at(t) not in between_sides(self.roster)]
        return self._state_at(acting[-1]) if acting else None

    def _state_at(self, token: Token) -> str | None:
        ids = [a for a in self.roster.at(token) if self.roster.actors[a].kind == "state"]
        return ids[0] if len(ids) == 1 else None

    def _follows(self, doc: Doc, named: Named, before: Named) -> bool:
        """May a person share the side of the one before in a list? A head of state speaks for a state of its own."""
        between = doc[before.name.end : named.name.start]
        apart = any(t.pos_ in {"VERB", "AUX"} or doc.user_data["named"].get(t.i) for t in between)
        leads = any(r.passage == before.passage and r.of for r in self.roster.roles_of(before.person))
        titles = {w for r in self.roster.roles_of(named.person) for w in r.title.lower().split()}
        return len(between) <= _LIST_TOKENS and not apart and leads and not titles & lexicon().doing.heads

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
            if role.of is None and (patron := patron_by_title(self.roster, role)) is not None:
                self.ties.tie(role.person, patron, sent=True)
        for role, word in self.under:
            if (body := owner_by_word(self.roster, word)) is not None:
                self.ties.vote(role.person, body)
            elif (patron := patron_by_word(self.roster, role, word)) is not None:
                self.ties.tie(role.person, patron, sent=True)
        recognise(self.roster, self.ties, persons)
        for role in self.roster.roles:
            if role.of is None and (role.passage, role.token) not in self.elsewhere:
                self._place(role, state_of_item(self.roster, role.passage) or home)
        sides = self.ties.sides(persons)
        self._face(sides)
        declared = {person for person in persons if actors[person].side is not None}  # "Mr Sabone (FPRC): ..."
        for person, side in {**self.ties.patrons(persons), **sides}.items():
            if person in declared:
                continue
            own = self._item_of(person) or home
            actors[person].side = own if own and is_governments(actors[side].name) else side
        let_go(self.roster)

    def _item_of(self, person: str) -> str | None:
        """The state of the item of a round-up that brings someone in."""
        mentions = self.roster.actors[person].mentions
        return state_of_item(self.roster, mentions[0].passage) if mentions else None

    def _place(self, role: Role, home: str | None) -> None:
        """Vote for whose an office without an owner is: by its name, by who is spoken of beside, else of the home."""
        words = set(role.title.lower().split())
        national = words & lexicon().doing.national if not words & lexicon().doing.clerical else set()
        national |= words if speaks_for_a_state(role.title) else set()
        unnamed = home == self.roster.government and role.tenure == "former"
        if role.title.lower() == "commissioner" or is_of_some_body(role.title):
            national = set()
        if home and national and role.tenure == "current" and self._only_owns(role.person):
            self.ties.vote(role.person, home, _NATIONAL)  # a prime minister's party is not whom they speak for
        if self.ties.spoken_for(role.person):
            return
        if (body := owner_by_title(self.roster, role, home)) is not None:
            self.ties.vote(role.person, body)
        elif national and (near := self._beside(role)) is not None:
            self.ties.vote(role.person, near, 1)
        elif home and national and not unnamed and not (role.tenure == "former" and mediates(self.roster, role.person)):
            self.ties.vote(role.person, home, 1)

    def _face(self, sides: dict[str, str]) -> None:
        """ "His counterpart, X": of the other of the two sides that talk."""
        for person, other in self.facing.items():
            pair = self.roster.pair
            if person not in sides and sides.get(other) in pair and len(pair) == 2:  # noqa: PLR2004  the two sides
                sides[person] = pair[1 - pair.index(sides[other])]

    def _only_owns(self, person: str) -> bool:
        """Is a party that the text calls a person's all that it says of their side?"""
        body = self.allegiance.owned.get(person)
        group = body is not None and self.roster.actors[body].kind == "group"
        return group and body is not None and not self.ties.voted(person, besides=body)


def _weight(office: Office) -> int:
    """How much an office tells of a person's side: a former one little, one that a comma parts from the name less."""
    if office.tenure == "former":
        return 1
    return 3 if office.where == "beside" else 4


def _role(doc: Doc, office: Office, named: Named, of: str | None) -> Role:
    start, end = office.title
    while start + 1 < end and doc[start].pos_ == "NUM":
        start += 1  # "the two defence ministers"
    title = doc[start:end].text
    if title.endswith("s") and doc[end - 1].tag_ in {"NNS", "NNPS"}:
        title = title[:-1]
    return Role(person=named.person, title=title, of=of, tenure=office.tenure, passage=named.passage, token=start)


def _is_one_each(doc: Doc, role: Role) -> bool:
    """ "The two defence ministers": an office of which each of two sides has one."""
    counted = doc[max(0, role.token - 2) : role.token + 1]
    national = {*role.title.lower().split()[-1:]} & {"minister", "president", "premier", "chancellor"}
    return bool(national) and any(token.lower_ in {"two", "both"} for token in counted)


def _is_plural(doc: Doc, role: Role) -> bool:
    """Does the text give the office in the plural?"""
    return any(token.tag_ in {"NNS", "NNPS"} for token in doc[role.token : role.token + len(role.title.split())])
