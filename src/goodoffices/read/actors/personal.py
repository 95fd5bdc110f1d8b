"""Where only a person stands: who leads a team, signs for a side, is sent, comes from a body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .beside_offices import is_initial
from .lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["NAMING", "end_of_body", "stands_as_person"]

_LED_BY = frozenset({"lead", "head", "chair", "represent", "command", "co-chair", "co-lead", "accompany", "captain"})
_LEADS = _LED_BY - {"represent", "accompany"}
_SENT = frozenset({"send", "dispatch", "name", "appoint", "nominate", "delegate", "designate", "field"})
_BODILY = frozenset(
    {"smile", "nod", "embrace", "hug", "kiss", "shrug", "laugh", "weep", "sigh", "whisper", "wink", "grin", "frown"}
    | {"resign", "retire", "kneel", "dine", "shudder", "blush", "wince", "bow", "frown", "snap", "quip", "joke"}
)
"""What persons do, and neither bodies nor places."""
_STANDING_FOR = frozenset(
    {"speak", "negotiate", "act", "answer", "appear", "sit", "sign", "talk", "represent", "reply"}
)
_OPENED = ("on behalf of", "speaking for", "speaking on behalf", "negotiating for", "answering for", "signing for")
"""How a clause opens of which a person is the subject."""
_HEADS = frozenset({"head", "helm"})
NAMING = frozenset({"PROPN", "NOUN", "ADJ"})
_LONGEST = 6
"""Words of a body's name, at most."""
_LIST = 12
"""Words before and behind a name among which its list goes on."""


def stands_as_person(doc: Doc, start: int, end: int) -> bool:
    """Does a name of two words or more stand where persons stand, and hardly ever a body or a place?

    Args:
        doc: The parsed block.
        start: First token of the name.
        end: Behind its last token.
    """
    root = doc[start:end].root
    return (
        is_initial(doc[start])
        or _is_joined(root)
        or _in_clause(root)
        or _before_body(doc, start, end)
        or _speaks_for(doc, start, end)
    )


def _is_joined(root: Token) -> bool:
    """Is a name joined to that of a person whom the parser knows ("Ana Ruiz and X", "X, Jan Novak and Paul Grey")?"""
    if root.ent_type_ not in {"", "PERSON"}:
        return False
    beside = [root.head] if root.dep_ in {"conj", "appos"} else []
    beside += [c for c in root.children if c.dep_ in {"conj", "appos"}]
    return any(
        t.ent_type_ == "PERSON" and t.i and t.nbor(-1).ent_type_ == "PERSON" and _adjoins(root, t) for t in beside
    )


def _adjoins(one: Token, other: Token) -> bool:
    """Does nothing but a comma or "and" stand between two names?"""
    first, last = sorted((one, other), key=lambda t: t.i)
    return {t.lower_ for t in first.doc[first.i + 1 : last.left_edge.i]} <= {",", "and"}


def _in_clause(root: Token) -> bool:
    """ "Led by X", "a team under X", "sent X", "X leads the team", "X signed for the Front", "with X at its head"."""
    while root.dep_ == "conj" and root.head.i != root.i and root.head.pos_ == "PROPN":
        root = root.head
    places = {"pobj": _behind_preposition, "dobj": _is_sent, "nsubj": _does, "attr": _is_at_the_head, "poss": _owns}
    if root.dep_ == "appos":
        return root.head.tag_ == "NNS" and root.head.lemma_ in lexicon().offices  # "the Front's delegates, X and Y"
    return root.dep_ in places and places[root.dep_](root)


def _behind_preposition(root: Token) -> bool:
    link, words = root.head, lexicon()
    if link.lower_ == "by":
        return link.head.lemma_ in _LED_BY and _leads_people(link.head)
    if link.lower_ == "under":
        return link.head.lower_ in words.bodies | words.organisations | words.groups
    behind = root.doc[root.i + 1 : root.i + 4]
    return link.lower_ == "with" and behind[:1].text == "at" and behind[-1].lower_ in _HEADS


def _is_sent(root: Token) -> bool:
    verb = root.head
    if any(c.dep_ in {"dobj", "dative"} and c.i != root.i for c in verb.children):
        return False  # "sent X a message"
    if verb.lemma_ == "include":
        return any(_is_team(c) and c.tag_ != "NNS" for c in verb.children if c.dep_ == "nsubj")
    forward = verb.lemma_ == "put" and any(c.lower_ == "forward" for c in verb.children)
    return verb.lemma_ in _SENT or forward


def _does(root: Token) -> bool:
    verb = root.head
    leads = verb.lemma_ in _LEADS and any(_is_team(c) for c in verb.children if c.dep_ == "dobj")
    stands_in = verb.lemma_ in lexicon().doing.signing and any(c.lower_ == "for" for c in verb.children)
    return verb.lemma_ in _BODILY or leads or stands_in


def _is_at_the_head(root: Token) -> bool:
    """ "At the head of the team is X": does a clause open so?"""
    verb = root.head
    places = (g for c in verb.children if c.dep_ == "prep" and c.i < verb.i for g in c.children)
    return verb.lemma_ == "be" and any(g.lower_ in _HEADS for g in places)


def _owns(root: Token) -> bool:
    """ "X's Unity Front"."""
    return root.head.lower_ in lexicon().groups and root.head.i in root.doc.user_data["actors"]


def _speaks_for(doc: Doc, start: int, end: int) -> bool:
    """ "X, negotiating on behalf of Peru", "X, representing the Front", "On behalf of Peru, X said"."""
    behind = doc[end + 1 : end + 3]
    if doc[end : end + 1].text == "," and len(behind) and behind[0].tag_ == "VBG":
        return behind[0].lemma_ == "represent" or (
            behind[0].lemma_ in _STANDING_FOR and behind[-1].lower_ in {"for", "on"}
        )
    if start < 3 or doc[start - 1].text != ",":  # noqa: PLR2004  "for", the body and the comma
        return False
    first = max(doc[start - 2].sent.start, 0)
    return start - first <= _LIST and doc[first : first + 3].text.lower().startswith(_OPENED)


def _leads_people(verb: Token) -> bool:
    """Is it people that are led, and no convoy or campaign?"""
    led = (
        verb.head if verb.dep_ in {"acl", "relcl"} else next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    )
    known = led is not None and (led.i in led.doc.user_data["actors"] or led.i in led.doc.user_data["named"])
    return known or led is None or led.pos_ == "PRON" or _is_team(led) or led.lower_ in lexicon().plain.crowds


def _is_team(noun: Token) -> bool:
    words = lexicon()
    return noun.lower_ in words.bodies | words.organisations | words.groups or noun.pos_ == "PROPN"


def _before_body(doc: Doc, start: int, end: int) -> bool:
    """ "X of the Front", "X, from the Commission", "X (LRF)", "X, of the Peruvian government"."""
    opening = doc[end : end + 1].text
    at = end + (opening in {",", "("})
    if opening == "(":
        close = next((t.i for t in doc[at : at + _LONGEST + 1] if t.text[:1] == ")"), None)
        several = sum(t.text == "(" for t in doc[max(0, start - _LIST) : end + _LIST]) > 1
        return close is not None and end_of_body(doc, at, states=several) == close
    if doc[at : at + 1].text not in {"of", "from", "for"}:
        return False
    behind = end_of_body(doc, at + 1, states=opening == "," or _is_listed(doc, start, at))
    return behind is not None and (opening != "," or behind == len(doc) or doc[behind].text in {",", ".", ";"})


def _is_listed(doc: Doc, start: int, link: int) -> bool:
    """ "X for Peru, Y for Chile and Z for Kenya": is it one of several, each with whom he is for or from?"""
    named, word = doc.user_data["named"], doc[link].lower_
    near = (t for t in doc[max(0, start - _LIST) : link + _LIST] if t.lower_ == word and t.i != link)
    joined = doc[start - 1].lower_ in {",", "and", ":", ";"} if start else False
    joined = joined or any(t.lower_ in {",", "and", ";"} for t in doc[link + 1 : link + 5])
    return joined and any(t.i + 1 in named or t.i + 2 in named for t in near)


def end_of_body(doc: Doc, at: int, *, states: bool) -> int | None:
    """Where the words for a body end that open at a token, with or without an article; None where none opens there.

    Args:
        doc: The parsed block.
        at: The token behind "of", "for" or the bracket.
        states: May it be a state by its name alone?
    """
    named, meant, words = doc.user_data["named"], doc.user_data["actors"], lexicon()
    first = end = at + (doc[at : at + 1].text.lower() == "the")
    while end < len(doc) and end - first < _LONGEST:
        inside = end > first and end in meant and meant[end] == meant.get(end - 1)
        if doc[end].pos_ not in NAMING and doc[end].tag_ != "POS" and doc[end].text != "-" and not inside:
            break
        end += 1
    if end == first:
        return None
    last = doc[end - 1]
    entity = named.get(last.i)
    if entity is not None and (entity.kind == "state" or entity.place):
        return end if states and entity.kind == "state" and last.text not in entity.metonyms else None
    owned = last.lower_ in words.bodies and any(i in meant or i in named for i in range(first, end - 1))
    return end if owned or last.i in meant else None
