"""Owners of offices that are not whom the nearest name says: two for two persons, a chairmanship that is a body's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .offices import Office

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from .leadership import Named
    from .roster import Roster

__all__ = [
    "body_of_secretary",
    "is_backer",
    "is_governments",
    "is_of_both",
    "is_of_next",
    "is_of_some_body",
    "is_only_from",
    "is_post",
    "is_sent_there",
    "is_subject",
    "is_whose_turn",
    "two_owners",
]

_STATELY = frozenset({"republic", "state", "senate", "parliament", "assembly", "country", "government", "congress"})
_BREAKAWAY = frozenset({"breakaway", "separatist", "rebel", "secessionist", "self-declared", "exile"})
_SENT = frozenset({"envoy", "coordinator", "rapporteur", "emissary"})
_POSTED = frozenset({"ambassador", "representative", "commissioner", "consul", "nuncio", "delegate"})
_IN_CAPITALS = frozenset({"ambassador", "consul", "nuncio", "d'affaires"})
"""Those whom states send to others' capitals."""
_WITHOUT_AMBASSADORS = frozenset({"United Nations", "UN Security Council", "NATO", "OPCW", "IAEA"})
"""Bodies to which states send ambassadors, and which send none."""
_OF_BODIES = ("executive secretary", "secretary-general", "secretary general", "general secretary", "director-general")
"""Officers whom bodies have and states have not."""
_BACKING = frozenset(
    {"backed", "led", "supported", "aligned", "allied", "sponsored", "funded", "armed", "trained", "recognised", "held"}
    | {"recognized", "friendly", "brokered", "mediated", "installed", "controlled", "financed", "equipped", "based"}
    | {"born", "educated", "protected", "occupied", "administered"}
)
"""What a hyphen joins to a name that only says who stands behind a body, or where it is ("the US-backed Front")."""
_LISTED = 3
"""Words behind a name in which its list goes on."""
_SERVING = frozenset(
    {"official", "diplomat", "officer", "judge", "commander", "head", "chief", "director", "leader", "chairman"}
)


def two_owners(doc: Doc, office: Office) -> tuple[int, int] | None:
    """ "The ministers of Kenya and Uganda, X and Y": the two owners of an office in the plural, X's and Y's."""
    if not any(token.tag_ in {"NNS", "NNPS"} for token in doc[office.title[0] : office.title[1]]):
        return None
    named = doc.user_data["named"]
    owners: dict[str, int] = {}
    for i in sorted(office.of):
        if i in named:
            owners.setdefault(named[i].name, i)
    places = list(owners.values())
    return (places[0], places[1]) if len(places) == 2 else None  # noqa: PLR2004  one for each of two persons


def body_of_secretary(roster: Roster, doc: Doc, i: int, office: Office) -> str | None:
    """ "The bloc said that Peru had left, and that its executive secretary ...": states have no such officers.

    Args:
        roster: The report's actors.
        doc: The parse.
        i: The possessive pronoun.
        office: The office behind it.

    Returns:
        The body last named before in the sentence, None where the office is one that states have too.
    """
    title = doc[office.title[0] : office.title[1]].text.lower()
    if doc[i].tag_ != "PRP$" or not title.startswith(_OF_BODIES):
        return None
    before = (a for t in reversed(doc[doc[i].sent.start : i]) for a in roster.at(t))
    return next((a for a in before if roster.actors[a].kind in {"organisation", "group"}), None)


def is_backer(doc: Doc, i: int) -> bool:
    """ "A commander of the US-backed Front", "the Saudi-led coalition's spokesman": who backs a body owns no office."""
    behind = doc[i + 1 : i + 3]
    joined = len(behind) > 1 and behind[0].text == "-" and behind[1].lower_ in _BACKING
    return joined and behind[1].i not in doc.user_data["named"]


def is_whose_turn(doc: Doc, i: int) -> bool:
    """Does a nationality only say whose turn it is to chair a body that is named behind it?"""
    head = doc[i].head
    turn = head.lower_ in {"chairmanship", "presidency", "chairpersonship"} and head.i > i
    return turn and any(c.lower_ == "of" for c in head.children)


def is_of_next(doc: Doc, named: Named, following: Named, office: Office, *, titled: bool) -> bool:
    """Is an office behind a name that of the person who is named next?

    "X, Y and the OAU's secretary-general, Z": Y stands between. "President X, the chairperson of the Commission, Y, and
    Z": X has an office of his own in front, and a list goes on behind.

    Args:
        doc: The parse.
        named: Behind whose name the office stands.
        following: The next person.
        office: The office.
        titled: Has the first person an office in front of the name?
    """
    first, last = office.title
    start = following.name.start
    if office.where != "after":
        return False
    if named.name.end <= start < first:
        return doc[following.name.end].tag_ != "POS"  # "X, Y's adviser"
    between = doc[last:start]
    if not titled or not len(between) or between[-1].text != "," or any(t.pos_ in {"VERB", "AUX"} for t in between):
        return False
    behind = doc[following.name.end : following.name.end + _LISTED]
    return sum(t.text == "," for t in between) == 1 and any(t.lower_ == "and" for t in behind)


def is_of_both(roster: Roster, doc: Doc, i: int) -> bool:
    """Does a word for two sides stand for both owners at once ("the leaders of the two countries")?"""
    sides = [a for a in roster.at(doc[i]) if roster.actors[a].kind != "person"]
    return len(sides) > 1 and doc[i].tag_ in {"NNS", "PRP$", "DT"}


def is_sent_there(doc: Doc, i: int, office: Office, *, body: bool = False) -> bool:
    """Does a name behind an office say only where its holder is sent: "the ambassador to Peru", "to the UN"?"""
    at = i - 1
    while at > office.title[0] and doc[at].pos_ in {"DET", "PROPN", "ADJ"}:
        at -= 1
    link, head = doc[at].lower_, doc[at - 1].lower_
    posted = link in {"in", "at"} and head in _IN_CAPITALS  # "its ambassador in Lima", "the chargé d'affaires there"
    if at <= office.title[0] or (link != "to" and not posted and (body or link != "for" or head not in _SENT)):
        return False  # "the envoy for the African Union" is the union's
    return posted or head in _SENT | _POSTED


def is_post(name: str, doc: Doc, office: Office) -> bool:
    """ "Its UN ambassador, X": a state's, for the body itself has none."""
    return name in _WITHOUT_AMBASSADORS and doc[office.title[1] - 1].lower_ == "ambassador"


def is_subject(doc: Doc, i: int, office: Office) -> bool:
    """Is a name only what someone knows about or writes on: "an expert on the Front"?"""
    end = office.title[1]
    return i >= end and doc[end].lower_ == "on"


def is_only_from(doc: Doc, i: int, office: Office) -> bool:
    """Does a nationality only say where somebody is from who serves a body: "a Dutch official of the EU Council"?"""
    first, last = office.title
    serving = (j for j in range(first, last) if doc[j].lower_ in _SERVING)
    end = next((j + 1 for j in serving if doc[j + 1 : j + 2].text in {"of", "with"}), None) if i < first else None
    if end is None:
        return False
    named = doc.user_data["named"]
    return any(j >= end and j in named and named[j].kind == "organisation" for j in (*office.of, *range(end, last)))


def is_of_some_body(title: str) -> bool:
    """ "The president of the bishops' conference" is no state's, as "the president of the republic" is."""
    words = title.lower().split()
    if _BREAKAWAY & {*words}:
        return True  # "the foreign minister of the breakaway republic"
    return words[:2] == ["president", "of"] and words[-1] not in _STATELY


def is_governments(name: str) -> bool:
    """ "The Government Peace Commission" is the government's; a "Government of National Accord" is itself."""
    words = name.split()
    return words[0].lower() == "government" and len(words) > 1 and words[1] != "of"
