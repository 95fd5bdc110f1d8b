"""Belonging: the body that someone is said to come from, to be one of, to serve or to lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .affiliation import MOST_WORDS, NEAR, body_behind, sentence_start
from .leadership import bodies_at
from .lexicon import lexicon
from .personal import NAMING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from .roster import Roster

__all__ = ["belongs_to", "comes_from"]

_SERVING = frozenset(
    {("work", "for"), ("belong", "to"), ("serve", "in"), ("serve", "with"), ("fight", "for"), ("sit", "for")}
)
"""Verbs, with what stands behind them, of those who are of a body."""
_JOINING = frozenset({"join", "found", "co-found"})
_ONES = frozenset(
    {"figure", "veteran", "number", "stalwart", "cadre", "heavyweight", "insider", "hardliner", "moderate", "militant"}
    | {"fighter", "activist", "organiser", "organizer", "officer", "official", "operative", "loyalist", "voice", "man"}
    | {"woman", "person", "personality", "strategist", "ideologue", "mainstay", "doyen", "elder", "notable", "staffer"}
    | {"executive", "employee", "worker", "diplomat", "bigwig", "functionary", "apparatchik", "thinker", "newcomer"}
)
"""Nouns for somebody who is of the body behind "of" or "in", by what they do or count for there."""
_WITHIN = frozenset({"of", "in", "from", "with", "within", "inside"})
_LAST_OF_PHRASE = frozenset({",", ".", ";", ":", ")", "and", "or", "—", "–"})
_BODY = 6
"""Words of a body's name behind "of", at most."""


def belongs_to(roster: Roster, doc: Doc, start: int, end: int) -> str | None:
    """Id of the body to which someone is said to belong: "X, from Y,", "X, a veteran of Y", "a delegation under X"."""
    return (
        _from(roster, doc, start, end)
        or _one_of(roster, doc, end)
        or _under(roster, doc, start, end)
        or _at_the_head(roster, doc, start)
    )


def _from(roster: Roster, doc: Doc, start: int, end: int) -> str | None:
    """ "X, from the Front, said", "X from the Front said"; a state only in a list of those who come from several."""
    at = end + (doc[end : end + 1].text == ",")
    if doc[at : at + 1].text.lower() != "from":
        return None
    found = body_behind(roster, doc, at + 1)
    if found is None:
        return None
    body, behind = found
    if roster.actors[body].kind != "state":
        return body
    listed = doc[behind : behind + 1].text in {",", "and", ".", ";"} and doc[start - 1].text in {",", "and", ":"}
    others = sum(t.lower_ == "from" and t.i + 1 in doc.user_data["named"] for t in doc[start : start + 4 * NEAR])
    before = sum(
        t.lower_ == "from" and t.i + 1 in doc.user_data["named"] for t in doc[max(0, start - 3 * NEAR) : start]
    )
    return body if at == end and listed and others + before > 1 else None


def _one_of(roster: Roster, doc: Doc, end: int) -> str | None:
    """ "X, a senior figure in Y", "X, number two in Y", "X, one of Y's negotiators", "X, who works for Y"."""
    if doc[end : end + 1].text != ",":
        return None
    at = end + 1
    if doc[at : at + 1].text.lower() == "who":
        return _serves(roster, doc, at + 1)
    for token in doc[at : at + NEAR]:
        if token.lower_ in _WITHIN and token.i > at:
            noun = _noun_before(token)
            if noun.lower_ in lexicon().offices or not _is_of_a_person(noun):
                return None
            found = body_behind(roster, doc, token.i + 1, states=False)
            closed = found is not None and (found[1] == len(doc) or doc[found[1]].text in _LAST_OF_PHRASE)
            return found[0] if found is not None and closed else None
        if token.pos_ not in {*NAMING, "DET", "NUM", "ADV"} and token.text != "-":
            return None
    return None


def _noun_before(link: Token) -> Token:
    noun = link.nbor(-1)
    return noun.nbor(-1) if noun.pos_ == "NUM" and noun.i else noun  # "number two in the Front"


def _is_of_a_person(noun: Token) -> bool:
    """Is it a noun for somebody who is of a body, by what he does or counts for there?"""
    return noun.lemma_.lower() in _ONES


def _serves(roster: Roster, doc: Doc, at: int) -> str | None:
    """ "X, who works for Y", "X, who joined Y in 2011", "X, who belongs to Y"."""
    while doc[at : at + 1] and doc[at].pos_ in {"AUX", "ADV"}:
        at += 1
    verb, link = doc[at : at + 1], doc[at + 1 : at + 2]
    if not len(verb) or not len(link):
        return None
    if (verb[0].lemma_, link[0].lower_) in _SERVING:
        found = body_behind(roster, doc, at + 2, states=False)
    elif verb[0].lemma_ in _JOINING:
        found = body_behind(roster, doc, at + 1, states=False)
    else:
        return None
    return found[0] if found is not None else None


def _under(roster: Roster, doc: Doc, start: int, end: int) -> str | None:
    """ "The Peruvian team under X", "the Front under General X", "the delegation, with X at its head"."""
    link = next((t for t in reversed(doc[max(0, start - NEAR) : start]) if t.lower_ in {"under", "with"}), None)
    if link is None or link.i == 0 or not _is_title(doc, link.i + 1, start):
        return None
    behind = doc[end : end + 3].text.lower()
    if link.lower_ == "with" and not behind.startswith(("at its h", "at their h", "at the h", "as its h", "in charge")):
        return None
    before = link.nbor(-1)
    noun = before.nbor(-1) if before.text == "," and before.i else before
    words = lexicon()
    found = next(bodies_at(roster, noun), None)
    if found is None or roster.actors[found].kind != "state":
        return found
    led = noun.lower_ in words.bodies | words.organisations | words.groups | words.followers
    return found if led and noun.is_lower else None


def _at_the_head(roster: Roster, doc: Doc, start: int) -> str | None:
    """ "At the head of the Peruvian delegation is X", "heading the Front's team was General X"."""
    first = sentence_start(doc, start)
    opening = doc[first : first + 4].text.lower()
    if start - first > MOST_WORDS or not opening.startswith(("at the head of", "at the helm of", "heading", "leading")):
        return None
    verb = next((t.i for t in doc[first + 1 : start] if t.lemma_ in {"be", "stand", "sit", "come"}), None)
    if verb is None or not _is_title(doc, verb + 1, start):
        return None
    found = body_behind(roster, doc, first + (1 if opening.startswith(("heading", "leading")) else 4))
    return found[0] if found is not None and found[1] <= verb else None


def _is_title(doc: Doc, start: int, end: int) -> bool:
    """Are the words between "under" and a name none or an office?"""
    words = lexicon()
    between = doc[start:end]
    known = words.offices | words.ranks | words.honorifics | {"the", "its", "a"}
    return all(t.lower_ in known or t.pos_ in NAMING or t.text in {"-", ","} or t.lower_ == "of" for t in between) and (
        not len(between) or any(t.lower_ in known for t in between)
    )


def comes_from(roster: Roster, doc: Doc, end: int) -> str | None:
    """ "X of the Y Forum", "X, of the Centre for Z": whose they are, where it is a body and no place."""
    at = end + (doc[end : end + 1].text == ",")
    if doc[at : at + 1].text.lower() != "of":
        return None
    at += 1 + (doc[at + 1 : at + 2].text.lower() == "the")
    for token in doc[at : at + _BODY]:
        if (body := next(bodies_at(roster, token), None)) is not None:
            return body
        if token.pos_ not in NAMING and token.tag_ != "POS":
            break
    return None
