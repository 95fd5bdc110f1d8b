"""Seats: the offices that a report gives its persons, the delegations it seats them in, and so their sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import Tenure

from .gazetteer import Entity
from .lexicon import lexicon
from .offices import Office, offices_of
from .persons import PersonName
from .sides import Ties

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from .roster import Roster

__all__ = ["Role", "enter_roles", "seat_members", "settle_sides"]


class Role(msgspec.Struct, frozen=True, kw_only=True):
    """An office that the text gives a person, and where it stands."""

    person: str
    title: str
    of: str | None
    tenure: Tenure
    passage: int
    token: int


def enter_roles(roster: Roster, persons: Sequence[tuple[int, PersonName, str]], ties: Ties) -> None:
    """Read the offices around each person's name, and what they say of whose side the person is on."""
    last: tuple[int, int, str] | None = None
    for n, name, person in persons:
        doc = roster.passages[n].doc
        sided = False
        for office in offices_of(doc, name.start, name.end):
            of = _owner(roster, doc, office, person, ties)
            sided = sided or of is not None
            roster.roles.append(_role(doc, office, person, of, n))
        if n == (last or (n,))[0] and last and doc[name.start - 1].lower_ == "and":
            sided = _share(roster, doc, last, name, person, n, ties) or sided
        sided = _lead(roster, doc, name, person, n, ties) or sided
        untied = not sided and any(r.person == person and r.passage == n for r in roster.roles[-2:])
        if untied and last and last[0] == n and _listed(doc, last[1], name.start):
            ties.tie(person, last[2])
        last = (n, name.end, person)


def _share(
    roster: Roster, doc: Doc, last: tuple[int, int, str], name: PersonName, person: str, passage: int, ties: Ties
) -> bool:
    """ "The chief negotiators, X and Y": Y holds the office that X was given in the plural."""
    before = [r for r in roster.roles if r.person == last[2] and r.passage == passage and r.title.endswith("s")]
    if not before or name.start - last[1] > 2:  # noqa: PLR2004  "and" alone stands between
        return False
    role = before[-1]
    roster.roles.append(Role(person=person, title=role.title, of=role.of, tenure=role.tenure, passage=passage, token=role.token))
    if role.of is not None:
        ties.vote(person, role.of)
    return role.of is not None


def _lead(roster: Roster, doc: Doc, name: PersonName, person: str, passage: int, ties: Ties) -> bool:
    """ "X, who heads the government delegation": what a person leads is an office too."""
    root = doc[name.start : name.end].root
    verbs = [c for c in root.children if c.dep_ in {"relcl", "acl"} and c.lemma_ in _LEADING]
    if root.dep_ == "nsubj" and root.head.lemma_ in {"lead", "head", "chair", "represent"}:
        verbs.append(root.head)
    for verb in verbs:
        led = next((c for c in verb.children if c.dep_ == "dobj"), None)
        of = next((a for a in roster.at(led) if roster.actors[a].kind != "person"), None) if led is not None else None
        if led is None or (of is None and led.lower_ not in lexicon().bodies):
            continue
        title = doc[verb.i : led.i + 1].text
        roster.roles.append(Role(person=person, title=title, of=of, tenure="current", passage=passage, token=verb.i))
        if of is not None:
            ties.vote(person, of)
        return of is not None
    return False


_LEADING = frozenset({"lead", "head", "chair", "represent", "command"})


def _listed(doc: Doc, left: int, right: int) -> bool:
    """Do two names stand in one list ("Foreign Minister X, Defence Minister Y and adviser Z")?"""
    between = doc[left:right]
    return len(between) <= 6 and not any(t.pos_ in {"VERB", "AUX"} or doc.user_data["named"].get(t.i) for t in between)  # noqa: PLR2004


def _role(doc: Doc, office: Office, person: str, of: str | None, passage: int) -> Role:
    title = doc[office.title[0] : office.title[1]].text
    return Role(person=person, title=title, of=of, tenure=office.tenure, passage=passage, token=office.title[0])


def _owner(roster: Roster, doc: Doc, office: Office, person: str, ties: Ties) -> str | None:
    """Whose office it is, where the words beside it say so; the first of them that names an actor counts."""
    for i in office.of:
        entity: Entity | None = doc.user_data["named"].get(i)
        if entity is not None:
            owner = roster.enter(entity.name, entity.kind, entity.iso)
            ties.vote(person, owner.id, 1 if office.tenure == "former" else 2)
            return owner.id
        for other in roster.at(doc[i]):
            if roster.actors[other].kind == "person":
                ties.tie(person, other)
            else:
                ties.vote(person, other)
                return other
    return None


def seat_members(roster: Roster, ties: Ties) -> None:
    """ "The American delegation features X and Y", "a delegation led by U.S. envoy X and Y"."""
    for passage in roster.passages:
        doc = passage.doc
        for token in doc:
            if token.lemma_ not in {"delegation", "team"} or not any(True for _ in token.children):
                continue
            owner = next((doc.user_data["named"][c.i] for c in token.subtree if c.i < token.i and doc.user_data["named"].get(c.i)), None)
            seats = [a for t in _members_of(token) for a in roster.at(t) if roster.actors[a].kind == "person"]
            if owner is not None:
                side = roster.enter(owner.name, owner.kind, owner.iso).id
                for person in seats:
                    ties.vote(person, side)
            for one, other in zip(seats, seats[1:], strict=False):
                ties.tie(one, other)


def _members_of(delegation: Token) -> Iterator[Token]:
    verb = delegation.head if delegation.dep_ in {"nsubj", "nsubjpass"} else None
    if verb is not None and verb.lemma_ in lexicon().members:
        yield from (t for t in verb.subtree if t.i > verb.i)
    for child in delegation.children:
        if child.dep_ in {"acl", "relcl"} and child.lemma_ in lexicon().members:
            yield from (t for t in child.subtree if t.i > child.i)


def settle_sides(roster: Roster, ties: Ties) -> None:
    """Give each person its side; one who is tied only to another person has that person for a side, as yet."""
    persons = [a.id for a in roster.actors.values() if a.kind == "person"]
    home = home_state(roster) or roster.government
    for role in roster.roles:
        title = set(role.title.lower().split())
        if role.of is None and home and title & _NATIONAL and not ties.spoken_for(role.person):
            ties.vote(role.person, home, 1)
    for person, side in ties.sides(persons).items():
        roster.actors[person].side = side
    for person, patron in ties.patrons(persons).items():
        if roster.actors[person].side is None:
            roster.actors[person].side = patron


_NATIONAL = frozenset({"president", "presidential", "premier", "minister", "chancellor", "ombudsman", "senator", "governor", "general", "commander", "commissioner", "government"})  # fmt: skip


_OFTEN = 3


def home_state(roster: Roster) -> str | None:
    """Id of the state whose affairs a report tells of, if it is plainly one: named twice as often as any other."""
    counts = Counter({a.id: len(a.mentions) for a in roster.actors.values() if a.kind == "state"}).most_common(2)
    if not counts or counts[0][1] < _OFTEN or (len(counts) > 1 and counts[1][1] * 2 > counts[0][1]):
        return None
    return counts[0][0]
