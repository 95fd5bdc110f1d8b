"""Affiliation: the words right beside a name that say whose someone is, by a preposition, a bracket or a verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .leadership import bodies_at
from .lexicon import lexicon
from .personal import end_of_body

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from .roster import Roster

__all__ = ["MOST_WORDS", "NEAR", "behind_of", "body_behind", "only_seems", "sentence_start", "speaks_on_behalf"]

_STANDING_FOR = frozenset(
    {"speak", "negotiate", "act", "talk", "answer", "appear", "sit", "stand", "argue", "sign", "attend", "bargain"}
    | {"respond", "reply", "mediate", "plead", "vote", "testify", "report", "preside", "observe", "brief"}
)
"""Verbs of what one does "for" or "on behalf of" a side."""
_REPRESENTING = frozenset({"represent"})
_SEEMING = frozenset({"be", "seem", "remain", "look", "appear", "become", "represent", "embody", "mean", "count"})
"""Verbs of what someone is in the eyes of those behind "for"."""
_LONGEST_ASIDE = 28
"""Words behind a name within which a participle's phrase names on whose behalf it is."""
MOST_WORDS = 12
"""Words of a phrase that opens the clause of a name, at most."""
NEAR = 8
"""Words beside a name within which whom it speaks for is looked for."""


def speaks_on_behalf(roster: Roster, doc: Doc, start: int, end: int) -> str | None:
    """Id of the side for which someone is said to speak, sign, sit: beside the name, or opening its clause.

    "X, speaking for Y,", "X, who negotiates on behalf of Y", "representing Y, X said", "X (Y)".
    """
    return (
        _in_brackets(roster, doc, start, end)
        or _behind_its_office(roster, doc, end)
        or _standing_for(roster, doc, end)
        or _sent_on_behalf(roster, doc, end)
        or _opened_by(roster, doc, start)
    )


def body_behind(roster: Roster, doc: Doc, at: int, *, states: bool = True) -> tuple[str, int] | None:
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
    close = next((t.i for t in doc[end + 1 : end + 2 * NEAR] if t.text[:1] in {")", "]"}), None)
    if close is None:
        return None
    parts = [end + 1, *(t.i + 1 for t in doc[end + 1 : close] if t.text in {",", "/", ";"})]
    found = body_behind(roster, doc, parts[-1])
    return found[0] if found is not None and found[1] == close else None


def _behind_its_office(roster: Roster, doc: Doc, end: int) -> str | None:
    """ "X, chief negotiator, Peru: ...", as lists of those present and labels have it."""
    if doc[end : end + 1].text != ",":
        return None
    commas = [t.i for t in doc[end + 1 : end + 2 * NEAR] if t.text == ","]
    if not commas or not any(t.lower_ in lexicon().offices for t in doc[end + 1 : commas[0]]):
        return None
    if any(t.pos_ in {"VERB", "AUX"} for t in doc[end + 1 : commas[0]]):
        return None
    found = body_behind(roster, doc, commas[0] + 1)
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
            found = body_behind(roster, doc, token.i + 1)
            return found[0] if found is not None else None
        if token.lemma_ in _STANDING_FOR:
            return _behind_for(roster, doc, token.i + 1)
    return None


def _sent_on_behalf(roster: Roster, doc: Doc, end: int) -> str | None:
    """ "X, sent to the capital by the president of Peru on behalf of Y, ...": a participle opens what is said of X."""
    opening = doc[end + 1 : end + 3]
    if doc[end : end + 1].text != "," or not any(t.tag_ in {"VBN", "VBG", "WP"} for t in opening):
        return None
    for token in doc[end + 2 : end + _LONGEST_ASIDE]:
        if token.is_punct and token.text != "-":
            return None
        if token.lower_ == "behalf" and token.nbor(-1).lower_ == "on" and doc[token.i + 1 : token.i + 2].text == "of":
            found = body_behind(roster, doc, token.i + 2)
            return found[0] if found is not None else None
    return None


def _behind_for(roster: Roster, doc: Doc, at: int) -> str | None:
    """The body behind "for" or "on behalf of" behind a verb ("spoke last for", "negotiates with A for B")."""
    for token in doc[at : at + NEAR]:
        if token.lower_ == "for" or (token.lower_ == "of" and doc[token.i - 1].lower_ == "behalf"):
            found = body_behind(roster, doc, token.i + 1)
            return found[0] if found is not None else None
        if token.pos_ not in {"ADV", "ADP", "NOUN", "DET", "ADJ", "PROPN"} or token.lower_ == "to":
            return None
    return None


def _opened_by(roster: Roster, doc: Doc, start: int) -> str | None:
    """ "Speaking for Y, X said", "On behalf of Y, X said", "Representing Y was X": a phrase right before the name."""
    first = sentence_start(doc, start)
    if doc[start - 1].text != "," or start - first > MOST_WORDS or start - first < 3:  # noqa: PLR2004  "for", body, comma
        return None
    opening = doc[first]
    if opening.lower_ == "on" and doc[first + 1 : first + 3].text.lower() == "behalf of":
        found = body_behind(roster, doc, first + 3)
    elif opening.lower_ == "representing":
        found = body_behind(roster, doc, first + 1)
    elif opening.tag_ == "VBG" and opening.lemma_.lower() in _STANDING_FOR:
        return _behind_for(roster, doc, first + 1)
    elif opening.lower_ == "for" and not only_seems(doc, start):
        found = body_behind(roster, doc, first + 1)
    else:
        return None
    return found[0] if found is not None and found[1] == start - 1 else None


def only_seems(doc: Doc, end: int) -> bool:
    """Does a name stand before a verb of what someone is in others' eyes ("For the Front, X is a traitor")?"""
    verb = next((t for t in doc[end : end + NEAR] if t.pos_ in {"VERB", "AUX"}), None)
    return verb is not None and verb.lemma_ in _SEEMING


def sentence_start(doc: Doc, i: int) -> int:
    """Where the sentence of a token, or the part of it behind a semicolon, begins, if that is near."""
    farthest = max(0, i - MOST_WORDS - 1)  # no farther, for one sentence may be as long as a report
    while i > farthest and not doc[i].is_sent_start and doc[i - 1].text not in {";", ":"}:
        i -= 1
    return i


def behind_of(noun: Token) -> Token | None:
    """What stands behind the "of" of a noun ("on behalf of the union")."""
    return next((g for c in noun.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"), None)
