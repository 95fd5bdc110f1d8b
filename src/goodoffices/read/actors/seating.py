"""Seating: the offices that the words around a name give its bearer, and whose offices they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from .allegiance import Allegiance, Named
from .by_title import owning_office
from .delegations import LED
from .lexicon import lexicon
from .offices import Office, offices_of
from .owners import is_of_next, two_owners
from .owning import enter, owner_of
from .roster import Role, Roster
from .sides import Ties

if TYPE_CHECKING:
    from spacy.tokens import Doc


__all__ = ["Seating", "begin_seating", "seat_name"]

_LIST_TOKENS = 6
"""How many words may stand between two names of one list."""
_TWO = frozenset({"two", "both"})
_OF_TWO = 5
"""Words behind an office in which "of the two countries" stands."""
_OWNERS_OF_ONE = frozenset(
    {"countries", "states", "nations", "governments", "neighbours", "neighbors", "republics", "sides", "parties"}
    | {"armies", "powers", "rivals", "camps", "delegations", "movements"}
)
"""What has one leader, minister or negotiator each."""


class Seating(msgspec.Struct, kw_only=True):
    """Roles as they are read, and the ties that they make.

    Attributes:
        roster: The report's actors.
        ties: Who speaks for whom, as far as it has been read.
        allegiance: Reads for whom persons speak without an office.
        elsewhere: Offices of bodies that nobody knows, as (passage, token).
        under: Roles under an office, with the word for it ("the envoy's spokeswoman", and "envoy").
        facing: Someone -> whose counterpart the text calls them.
        pairs: An office in the plural, as (passage, token) -> the second of its two owners.
    """

    roster: Roster
    ties: Ties
    allegiance: Allegiance
    elsewhere: set[tuple[int, int]] = msgspec.field(default_factory=set)
    under: list[tuple[Role, str]] = msgspec.field(default_factory=list)
    facing: dict[str, str] = msgspec.field(default_factory=dict)
    pairs: dict[tuple[int, int], str] = msgspec.field(default_factory=dict)


def begin_seating(roster: Roster) -> Seating:
    """Begin with no office read."""
    ties = Ties()
    return Seating(roster=roster, ties=ties, allegiance=Allegiance(roster, ties))


def seat_name(seating: Seating, named: Named, before: Named | None, following: Named | None = None) -> None:
    """Read the offices around one name; a name in a list may share those of the name before it.

    Args:
        seating: What has been read so far; filled in.
        named: The name.
        before: The name before it in the same passage, if there is one.
        following: The name behind it in the same passage, if there is one.
    """
    doc, roster = _doc(seating, named), seating.roster
    sided = False
    for office in _offices_around(doc, named, following):
        sided = _take_office(seating, office, named, before) or sided
    if before is not None and doc[named.name.start - 1].lower_ == "and":
        sided = _share(seating, named, before) or sided
    sided = seating.allegiance.read(doc, named, sided=sided)
    titled = any(r.person == named.person and r.passage == named.passage for r in roster.roles[-2:])
    across = before is not None and seating.facing.get(named.person) == before.person
    if titled and not sided and not across and before is not None and _follows(seating, named, before):
        seating.ties.tie(named.person, before.person)


def _doc(seating: Seating, named: Named) -> Doc:
    return seating.roster.passages[named.passage].doc


def _offices_around(doc: Doc, named: Named, following: Named | None) -> list[Office]:
    """The offices around one name, without those of the name that follows."""
    offices = list(offices_of(doc, named.name.start, named.name.end))
    if following is None:
        return offices
    titled = any(office.where != "after" for office in offices)
    return [office for office in offices if not is_of_next(doc, named, following, office, titled=titled)]


def _take_office(seating: Seating, office: Office, named: Named, before: Named | None) -> bool:
    """Enter one office of one name. Is it known whose it is?"""
    doc = _doc(seating, named)
    of = owner_of(seating, doc, office, named)
    if (pair := two_owners(doc, office)) is not None and office.where == "after" and before is not None:
        of = _part(seating, pair, named, before) or of
    elif pair is not None:
        seating.pairs[named.passage, office.title[0]] = enter(seating, doc.user_data["named"][pair[1]])
    end = office.title[1]
    elsewhere = any(doc[i].pos_ == "PROPN" and i >= end for i in office.of)
    if of is None and elsewhere and doc[end : end + 1].text != "at":  # "at the Treasury" is a place of work
        seating.elsewhere.add((named.passage, office.title[0]))
    role = _role(doc, office, named, of)
    seating.roster.roles.append(role)
    if pair is None and before is not None and office.where == "after" and _is_plural(doc, role):
        _give_back(seating, named, before, role)
    if of is None and (holder := owning_office(doc, office)) is not None:
        seating.under.append((role, holder))
    return of is not None


def _role(doc: Doc, office: Office, named: Named, of: str | None) -> Role:
    start, end = office.title
    while start + 1 < end and doc[start].pos_ == "NUM":
        start += 1  # "the two defence ministers"
    title = doc[start:end].text
    last = doc[end - 1]
    plural = last.tag_ in {"NNS", "NNPS"} and last.text[1:2] != "'" and not _is_portfolio(doc, start, end)
    if title.endswith("s") and plural:
        title = title[:-1]
    return Role(person=named.person, title=title, of=of, tenure=office.tenure, passage=named.passage, token=start)


def _is_portfolio(doc: Doc, start: int, end: int) -> bool:
    """ "Minister of public works": what ends the title is what the office is for, and not how many hold it."""
    linked = any(t.lower_ in {"of", "for"} for t in doc[start:end])
    return linked and doc[end - 1].lower_.removesuffix("s") not in lexicon().offices


def _part(seating: Seating, pair: tuple[int, int], named: Named, before: Named) -> str | None:
    """ "X and Y, the leaders of A and B": X is A's and Y is B's. Gives Y's side, None where no X stands there."""
    doc = _doc(seating, named)
    if doc[named.name.start - 1].lower_ != "and" or named.name.start - before.name.end > 2:  # noqa: PLR2004
        return None
    sides = []
    for person, i in zip((before.person, named.person), pair, strict=True):
        sides.append(enter(seating, doc.user_data["named"][i]))
        seating.ties.vote(person, sides[-1], LED)
    return sides[-1]


def _share(seating: Seating, named: Named, before: Named) -> bool:
    """ "The chief negotiators, X and Y": Y holds the office that X was given in the plural."""
    doc = _doc(seating, named)
    held = [r for r in seating.roster.roles_of(before.person) if r.passage == named.passage]
    shared = [r for r in held if _is_plural(doc, r)]
    if not shared or named.name.start - before.name.end > 2:  # noqa: PLR2004  "and" alone stands between
        return False
    role = msgspec.structs.replace(shared[-1], person=named.person)
    other = seating.pairs.get((role.passage, role.token))
    role = msgspec.structs.replace(role, of=other or role.of)
    seating.roster.roles.append(role)
    of_both = role.of is None and _is_of_two(doc, role)
    if of_both:
        seating.facing[named.person], seating.facing[before.person] = before.person, named.person
    apart = of_both or (role.of is None and (role.tenure == "former" or _is_one_each(doc, role)))
    if apart:
        seating.elsewhere.add((role.passage, role.token))  # two former presidents, "the two defence ministers"
    elif other is None:
        seating.ties.tie(named.person, before.person)
    if role.of is not None:
        seating.ties.vote(named.person, role.of)
    return role.of is not None


def _give_back(seating: Seating, named: Named, before: Named, role: Role) -> None:
    """ "X and Y, the chief negotiators": X holds the office that Y is given in the plural."""
    between = _doc(seating, named)[before.name.end : named.name.start]
    if len(between) == 1 and between[0].lower_ == "and":
        seating.roster.roles.append(msgspec.structs.replace(role, person=before.person))
        if role.of is not None:
            seating.ties.vote(before.person, role.of)


def _follows(seating: Seating, named: Named, before: Named) -> bool:
    """May a person share the side of the one before in a list? A head of state speaks for a state of its own."""
    doc = _doc(seating, named)
    between = doc[before.name.end : named.name.start]
    apart = any(t.pos_ in {"VERB", "AUX"} or doc.user_data["named"].get(t.i) or t.is_sent_start for t in between)
    leads = any(r.passage == before.passage and r.of for r in seating.roster.roles_of(before.person))
    titles = {w for r in seating.roster.roles_of(named.person) for w in r.title.lower().split()}
    return len(between) <= _LIST_TOKENS and not apart and leads and not titles & lexicon().doing.heads


def _is_one_each(doc: Doc, role: Role) -> bool:
    """ "The two defence ministers": an office of which each of two sides has one."""
    counted = doc[max(0, role.token - 2) : role.token + 1]
    national = {*role.title.lower().split()[-1:]} & {"minister", "president", "premier", "chancellor"}
    return bool(national) and any(token.lower_ in _TWO for token in counted)


def _is_of_two(doc: Doc, role: Role) -> bool:
    """ "The leaders of the two countries": whoever holds it has the other side's across the table."""
    behind = doc[role.token : role.token + len(role.title.split()) + _OF_TWO]
    return any(
        token.lower_ == "of"
        and not _TWO.isdisjoint(t.lower_ for t in doc[token.i + 1 : token.i + 3])
        and any(t.lower_ in _OWNERS_OF_ONE for t in doc[token.i + 2 : token.i + _OF_TWO])
        for token in behind
    )


def _is_plural(doc: Doc, role: Role) -> bool:
    """Does the text give the office in the plural ("the foreign ministers", and no "special missions envoy")?"""
    title = doc[role.token : role.token + len(role.title.split())]
    return any(t.tag_ in {"NNS", "NNPS"} and t.nbor().pos_ not in {"NOUN", "PROPN"} for t in title[:-1]) or (
        len(title) > 0 and title[-1].tag_ in {"NNS", "NNPS"}
    )
