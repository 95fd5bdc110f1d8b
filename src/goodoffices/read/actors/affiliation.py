"""Affiliation: the words right beside a name that say whose someone is, by a preposition, a bracket or a verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .leadership import bodies_at
from .lexicon import lexicon
from .personal import NAMING, end_of_body

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from .roster import Roster

__all__ = ["belongs_to", "speaks_on_behalf"]

_STANDING_FOR = frozenset(
    {"speak", "negotiate", "act", "talk", "answer", "appear", "sit", "stand", "argue", "sign", "attend", "bargain"}
    | {"respond", "reply", "mediate", "plead", "vote", "testify", "report", "preside", "observe", "brief", "participate"}
)
"""Verbs of what one does "for" or "on behalf of" a side."""
_REPRESENTING = frozenset({"represent"})
_SERVING = frozenset({("work", "for"), ("belong", "to"), ("serve", "in"), ("serve", "with"), ("fight", "for"), ("sit", "for")})
_JOINING = frozenset({"join", "found", "co-found"})
_SEEMING = frozenset({"be", "seem", "remain", "look", "appear", "become", "represent", "embody", "mean", "count"})
"""Verbs of what someone is in the eyes of those behind "for"."""
_STRANGERS = frozenset(
    {"critic", "opponent", "enemy", "foe", "rival", "victim", "survivor", "biographer", "historian", "expert"}
    | {"specialist", "scholar", "student", "hostage", "prisoner", "captive", "defector", "deserter", "friend", "guest"}
    | {"observer", "analyst", "researcher", "correspondent", "reporter", "journalist", "interpreter", "target"}
    | {"resident", "native", "citizen", "daughter", "son", "widow", "wife", "brother", "sister", "father", "mother"}
    | {"detractor", "adversary", "opposition", "envoy", "ambassador", "mediator", "facilitator", "member", "recruiter"}
    | {"founder", "visitor", "donor", "contractor", "lawyer", "prosecutor", "judge", "ally", "sympathiser", "sympathizer"}
)
"""Nouns for persons who are not of the body behind "of" or "in", or whose office is read elsewhere."""
_WITHIN = frozenset({"of", "in", "from", "with", "within", "inside"})
_BEFORE = 12
"""Words of a phrase that opens the clause of a name, at most."""
_NEAR = 8
_LAST_OF_PHRASE = frozenset({",", ".", ";", ":", ")", "and", "or", "—", "–"})


def speaks_on_behalf(roster: Roster, doc: Doc, start: int, end: int) -> str | None:
    """Id of the side for which someone is said to speak, sign, sit: beside the name, or opening its clause.

    "X, speaking for Y,", "X, who negotiates on behalf of Y", "representing Y, X said", "X (Y)".
    """
    return (
        _in_brackets(roster, doc, start, end)
        or _behind_its_office(roster, doc, end)
        or _standing_for(roster, doc, end)
        or _opened_by(roster, doc, start)
    )


def belongs_to(roster: Roster, doc: Doc, start: int, end: int) -> str | None:
    """Id of the body to which someone is said to belong: "X, from Y,", "X, a veteran of Y", "a delegation under X"."""
    return (
        _from(roster, doc, start, end)
        or _one_of(roster, doc, end)
        or _under(roster, doc, start, end)
        or _at_the_head(roster, doc, start)
    )


def _body(roster: Roster, doc: Doc, at: int, *, states: bool = True) -> tuple[str, int] | None:
    """The body whose words open at a token, with where they end."""
    end = end_of_body(doc, at, states=states)
    if end is None:
        return None
    last = doc[end - 1] if doc[end - 1].tag_ != "POS" else doc[end - 2]
    found = next(bodies_at(roster, last), None)
    return (found, end) if found is not None else None


def _in_brackets(roster: Roster, doc: Doc, start: int, end: int) -> str | None:
    """ "X (Peru)", "X (LRF)", "X (foreign minister, Peru)"."""
    if doc[end : end + 1].text not in {"(", "["} or (start and doc[start - 1].text in {"(", "["}):
        return None
    close = next((t.i for t in doc[end + 1 : end + 2 * _NEAR] if t.text[:1] in {")", "]"}), None)
    if close is None:
        return None
    parts = [end + 1, *(t.i + 1 for t in doc[end + 1 : close] if t.text in {",", "/", ";"})]
    found = _body(roster, doc, parts[-1])
    return found[0] if found is not None and found[1] == close else None


def _behind_its_office(roster: Roster, doc: Doc, end: int) -> str | None:
    """ "X, chief negotiator, Peru: ...", as lists of those present and labels have it."""
    if doc[end : end + 1].text != ",":
        return None
    commas = [t.i for t in doc[end + 1 : end + 2 * _NEAR] if t.text == ","]
    if not commas or not any(t.lower_ in lexicon().offices for t in doc[end + 1 : commas[0]]):
        return None
    if any(t.pos_ in {"VERB", "AUX"} for t in doc[end + 1 : commas[0]]):
        return None
    found = _body(roster, doc, commas[0] + 1)
    closed = found is not None and (found[1] == len(doc) or doc[found[1]].text in {":", ";", ")"})
    return found[0] if found is not None and closed else None


def _standing_for(roster: Roster, doc: Doc, end: int) -> str | None:
    """ "X, speaking for Y", "X, who was negotiating on behalf of Y", "X, representing Y"."""
    at = end + (doc[end : end + 1].text == ",")
    if doc[at : at + 1].text.lower() == "who":
        at += 1
    elif at == end or doc[at : at + 1].text.lower() == "and":
        return None
    for token in doc[at : at + 4]:
        if token.pos_ not in {"VERB", "AUX", "ADV"} and not token.lower_.endswith("ing"):
            return None
        if token.lemma_ in _REPRESENTING and token.tag_ != "VBN":
            found = _body(roster, doc, token.i + 1)
            return found[0] if found is not None else None
        if token.lemma_ in _STANDING_FOR:
            return _behind_for(roster, doc, token.i + 1)
    return None


def _behind_for(roster: Roster, doc: Doc, at: int) -> str | None:
    """The body behind "for" or "on behalf of" behind a verb ("spoke last for", "negotiates with A for B")."""
    for token in doc[at : at + _NEAR]:
        if token.lower_ == "for" or (token.lower_ == "of" and doc[token.i - 1].lower_ == "behalf"):
            found = _body(roster, doc, token.i + 1)
            return found[0] if found is not None else None
        if token.pos_ not in {"ADV", "ADP", "NOUN", "DET", "ADJ", "PROPN"} or token.lower_ == "to":
            return None
    return None


def _opened_by(roster: Roster, doc: Doc, start: int) -> str | None:
    """ "Speaking for Y, X said", "On behalf of Y, X said", "Representing Y was X": a phrase right before the name."""
    first = sentence_start(doc, start)
    if doc[start - 1].text != "," or start - first > _BEFORE or start - first < 3:  # noqa: PLR2004  "for", body, comma
        return None
    opening = doc[first]
    if opening.lower_ == "on" and doc[first + 1 : first + 3].text.lower() == "behalf of":
        found = _body(roster, doc, first + 3)
    elif opening.lower_ == "representing":
        found = _body(roster, doc, first + 1)
    elif opening.tag_ == "VBG" and opening.lemma_.lower() in _STANDING_FOR:
        behind = _behind_for(roster, doc, first + 1)
        return behind
    elif opening.lower_ == "for" and doc[start].head.lemma_ not in _SEEMING and not _is_of(doc, start, _SEEMING):
        found = _body(roster, doc, first + 1)
    else:
        return None
    return found[0] if found is not None and found[1] == start - 1 else None


def _is_of(doc: Doc, i: int, verbs: frozenset[str]) -> bool:
    """Does a name that opens at a token stand before a verb of those ("For the Front, X is a traitor")?"""
    behind = doc[i : i + _NEAR]
    verb = next((t for t in behind if t.pos_ in {"VERB", "AUX"}), None)
    return verb is not None and verb.lemma_ in verbs


def sentence_start(doc: Doc, i: int) -> int:
    """Where the sentence of a token, or the part of it behind a semicolon, begins."""
    while i > 0 and not doc[i].is_sent_start and doc[i - 1].text not in {";", ":"}:
        i -= 1
    return i


def _from(roster: Roster, doc: Doc, start: int, end: int) -> str | None:
    """ "X, from the Front, said", "X from the Front said"; a state only in a list of those who come from several."""
    at = end + (doc[end : end + 1].text == ",")
    if doc[at : at + 1].text.lower() != "from":
        return None
    found = _body(roster, doc, at + 1)
    if found is None:
        return None
    body, behind = found
    if roster.actors[body].kind != "state":
        return body
    listed = doc[behind : behind + 1].text in {",", "and", ".", ";"} and doc[start - 1].text in {",", "and", ":"}
    others = sum(t.lower_ == "from" and t.i + 1 in doc.user_data["named"] for t in doc[start : start + 4 * _NEAR])
    before = sum(t.lower_ == "from" and t.i + 1 in doc.user_data["named"] for t in doc[max(0, start - 3 * _NEAR) : start])
    return body if at == end and listed and others + before > 1 else None


def _one_of(roster: Roster, doc: Doc, end: int) -> str | None:
    """ "X, a senior figure in Y", "X, number two in Y", "X, one of Y's negotiators", "X, who works for Y"."""
    if doc[end : end + 1].text != ",":
        return None
    at = end + 1
    if doc[at : at + 1].text.lower() == "who":
        return _serves(roster, doc, at + 1)
    for token in doc[at : at + _NEAR]:
        if token.lower_ in _WITHIN and token.i > at:
            noun = _noun_before(token)
            if noun.lemma_.lower() in _STRANGERS or noun.lower_ in lexicon().offices or not _is_of_a_person(noun):
                return None
            found = _body(roster, doc, token.i + 1, states=False)
            closed = found is not None and (found[1] == len(doc) or doc[found[1]].text in _LAST_OF_PHRASE)
            return found[0] if found is not None and closed else None
        if token.pos_ not in {*NAMING, "DET", "NUM", "ADV"} and token.text != "-":
            return None
    return None


def _noun_before(link: Token) -> Token:
    noun = link.nbor(-1)
    return noun.nbor(-1) if noun.pos_ == "NUM" and noun.i else noun  # "number two in the Front"


_ONES = frozenset(
    {"figure", "veteran", "number", "stalwart", "cadre", "heavyweight", "insider", "hardliner", "moderate", "militant"}
    | {"fighter", "activist", "organiser", "organizer", "officer", "official", "operative", "loyalist", "voice", "man"}
    | {"woman", "person", "personality", "strategist", "ideologue", "mainstay", "doyen", "elder", "notable", "staffer"}
    | {"executive", "employee", "worker", "diplomat", "bigwig", "functionary", "apparatchik", "thinker", "newcomer"}
)


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
        found = _body(roster, doc, at + 2, states=False)
    elif verb[0].lemma_ in _JOINING:
        found = _body(roster, doc, at + 1, states=False)
    else:
        return None
    return found[0] if found is not None else None


def _under(roster: Roster, doc: Doc, start: int, end: int) -> str | None:
    """ "The Peruvian team under X", "the Front under General X", "the delegation, with X at its head"."""
    link = next((t for t in reversed(doc[max(0, start - _NEAR) : start]) if t.lower_ in {"under", "with"}), None)
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
    if start - first > _BEFORE or not opening.startswith(("at the head of", "at the helm of", "heading", "leading")):
        return None
    verb = next((t.i for t in doc[first + 1 : start] if t.lemma_ in {"be", "stand", "sit", "come"}), None)
    if verb is None or not _is_title(doc, verb + 1, start):
        return None
    found = _body(roster, doc, first + (1 if opening.startswith(("heading", "leading")) else 4))
    return found[0] if found is not None and found[1] <= verb else None


def _is_title(doc: Doc, start: int, end: int) -> bool:
    """Are the words between "under" and a name none or an office?"""
    words = lexicon()
    between = doc[start:end]
    known = words.offices | words.ranks | words.honorifics | {"the", "its", "a"}
    return all(t.lower_ in known or t.pos_ in NAMING or t.text in {"-", ","} or t.lower_ == "of" for t in between) and (
        not len(between) or any(t.lower_ in known for t in between)
    )
