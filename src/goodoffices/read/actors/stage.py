"""On and off the stage: where a name stands for a place, a topic or what is no more, and not for one who acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lexicon import lexicon
from .venues import is_occasion, is_seat

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = [
    "is_denied",
    "is_forum",
    "is_of_no_state",
    "is_only_spoken_of",
    "is_place",
    "is_venue",
    "is_yet_to_be",
    "was_once",
]

_OFF_STAGE = frozenset({"of", "to", "in", "at", "on", "from", "before", "under", "into", "outside", "inside", "near"})
_MEMBERS = frozenset({"commons", "lords"})
_HOUSES = frozenset({"senate", "congress", "parliament", "assembly", "house", "duma", "knesset", "representatives"})

_EDGES = frozenset({"sidelines", "margins", "fringes", "fringe", "edges", "edge"})
_GATHERINGS = frozenset({"summit", "conference", "meeting", "session", "congress", "forum"})
_WHEN = frozenset({"at", "in", "after", "before", "during", "on"})
_SITTING = frozenset({"at", "during", "for"})
_ADDRESSED = frozenset({"address", "tell", "inform", "assure", "attend"})
_POSTED = frozenset({"ambassador", "representative", "observer", "delegate", "emissary"})
_JOINING = frozenset({"join", "enter", "leave", "quit", "rejoin"})
_JOINED = frozenset({"membership", "entry", "accession", "admission", "admittance"})
_REFERRING = frozenset({"take", "bring", "refer", "submit", "carry", "go", "put", "return"})
_APPEARING = frozenset({"appear", "speak", "testify", "stand"})
_SPEECHES = frozenset({"debut", "speech", "address", "remark", "appearance", "statement"})
_SERVING = frozenset(
    {"official", "diplomat", "officer", "judge", "commander", "head", "chief", "director", "leader", "chairman"}
)
_LONE = frozenset(
    {"diplomat", "general", "officer", "colonel", "soldier", "lawyer", "national", "citizen", "journalist", "engineer"}
    | {"businessman", "academic", "professor", "admiral", "academics", "nationals", "citizens", "journalists"}
)
"""One person of a state, by whom it acts only where the person is named."""
_OUTLETS = frozenset({"television", "radio", "newspaper", "newspapers", "press", "broadcaster", "daily", "tv"})
_ARMS = frozenset(
    {"drone", "drones", "weapons", "arms", "missiles", "rifles", "ammunition", "jets", "aircraft", "warplanes"}
    | {"equipment", "helicopters", "tanks", "vessels", "ships"}
)
_PLANNED = frozenset({"proposed", "planned", "envisaged", "future", "prospective", "mooted", "promised"})
_FORESEEN = frozenset(
    {"foreseen", "envisaged", "envisioned", "planned", "mooted", "stipulated", "proposed", "promised"}
)
"""What a text says behind a body that it only provides for ("the committee foreseen in the accord")."""
_FOUNDING = frozenset({"establishment", "creation", "formation", "founding", "setting-up", "launch"})
_MAKING = frozenset(
    {"establish", "set", "create", "form", "found", "propose", "envisage", "install", "constitute", "launch"}
)
_LINES = frozenset({"border", "frontier", "river", "line", "strait", "crossing", "sea", "wall", "mountain", "lake"})


def was_once(doc: Doc, start: int) -> bool:
    """ "Former US president X", "the former Soviet Union": what is no more, or whose office is."""
    before = doc[start - 1].lower_ if start else ""
    named = doc.user_data["named"].get(start)
    return before in lexicon().former - {"late", "then"} and named is not None and named.kind in {"state", "group"}


def is_denied(root: Token) -> bool:
    """ "Somebody who is not Renamo"."""
    return root.dep_ == "attr" and any(c.dep_ == "neg" for c in root.head.children)


def is_venue(root: Token) -> bool:
    """Is a body no more than where others meet, or on whose occasion?"""
    return is_occasion(root) or is_seat(root) or _is_on_the_edge(root)


def _is_on_the_edge(root: Token) -> bool:
    """ "On the sidelines of the General Assembly", "at the ASEAN summit in Vientiane"."""
    if root.dep_ == "compound" and root.head.lower_ in _GATHERINGS and root.head.dep_ == "pobj":
        return root.head.head.lower_ in _WHEN
    if root.dep_ != "pobj":
        return False
    governor = root.head.head
    if root.lower_ in {"assembly", "forum"} and root.head.lower_ in _SITTING:
        return True  # "told reporters at the General Assembly"
    if root.head.lower_ == "at" and (governor.lemma_ in _SPEECHES or governor.lemma_ in _APPEARING):
        return True  # "her debut at the United Nations"
    if root.head.lower_ in {"in", "at", "inside", "outside"} and root.lower_ in _HOUSES:
        return governor.lower_ not in lexicon().offices  # "In the Senate, the bill has few sponsors"
    return root.head.lower_ == "of" and governor.lower_ in _EDGES


def is_forum(root: Token) -> bool:
    """ "Ambassador to the United Nations", "take it to the Security Council", "told the Senate": where words go."""
    if _is_joined(root):
        return True
    house = root.head if root.dep_ == "pobj" and root.lower_ in _MEMBERS else root
    if (root.lower_ in _HOUSES | _MEMBERS) and house.dep_ in {"dobj", "dative", "iobj"}:
        return house.head.lemma_ in _ADDRESSED
    if root.dep_ == "dobj" and root.lower_ in _GATHERINGS:
        return root.head.lemma_ == "attend"  # "X, who attended the Doha Forum"
    if root.dep_ != "pobj" or root.head.lower_ not in {"to", "before"}:
        return False
    governor = root.head.head
    if root.head.lower_ == "before" and governor.lemma_ in _APPEARING:
        return True
    return governor.lower_ in _POSTED or (governor.pos_ == "VERB" and governor.lemma_ in _REFERRING)


def _is_joined(root: Token) -> bool:
    """ "To join the United Nations", "its entry into NATO": what one may be a member of does nothing by that."""
    if root.dep_ == "dobj" and root.head.lemma_ in _JOINING:
        verb = root.head
        company = any(c.lower_ in {"in", "as"} or c.dep_ in {"xcomp", "advcl"} for c in verb.children if c.i > root.i)
        return not company and any(c.tag_ in {"TO", "MD"} or c.dep_ == "neg" for c in verb.children)
    if root.dep_ != "pobj" or root.head.lower_ not in {"to", "into", "in", "of"}:
        return False
    return root.head.head.lower_ in _JOINED


def is_place(noun: Token) -> bool:
    """ "The Austrian capital", "the Belarusian side of the border": where something is, not who does it."""
    if noun.lower_ == "capital":
        return True
    links = (c for c in noun.children if c.lower_ == "of") if noun.lower_ == "side" else ()
    return any(g.lemma_.lower() in _LINES for link in links for g in link.children)


def is_yet_to_be(root: Token) -> bool:
    """ "To set up a Constitutional Council": a body that somebody means to have."""
    if root.dep_ == "nsubj" and root.head.lemma_ == "be":  # "a council is to be set up"
        coming = (c for c in root.head.children if c.dep_ == "xcomp" and c.lemma_ in _MAKING)
        return any(c.dep_ == "auxpass" for verb in coming for c in verb.children)
    if any(c.lower_ in _PLANNED for c in root.children if c.i < root.i):
        return True  # "the proposed Council of Regions"
    if any(_is_provided_for(c) for c in root.children if c.dep_ == "acl") or _is_foreseen(root):
        return True
    if root.dep_ == "pobj" and root.head.lower_ == "of" and root.head.head.lower_ in _FOUNDING:
        return True
    verb, indefinite = root.head, any(c.lower_ in {"a", "an"} for c in root.children)
    if root.dep_ == "nsubjpass" and verb.lemma_ in _MAKING:
        return any(c.tag_ in {"MD", "TO"} for c in verb.children) or (
            indefinite and verb.tag_ == "VBN" and _is_bare(verb)
        )
    return root.dep_ == "dobj" and verb.lemma_ in _MAKING and indefinite


def _is_provided_for(clause: Token) -> bool:
    """ "The committee foreseen in the accord", "the board provided for by the text": on paper, and nowhere else."""
    if clause.lower_ == "provided":
        return any(c.lower_ == "for" and c.dep_ == "prep" for c in clause.children)
    return clause.lower_ in _FORESEEN and clause.tag_ == "VBN"


def _is_foreseen(root: Token) -> bool:
    """ "The committee foreseen in the accord has ...", which the parser takes for a clause of its own."""
    behind = root.doc[root.i + 1 : root.i + 3]
    return len(behind) > 1 and behind[0].lower_ == "foreseen" and behind[1].lower_ in {"in", "by", "under", "for"}


def _is_bare(verb: Token) -> bool:
    """ "That a commission be established"."""
    return any(c.lower_ == "be" and c.dep_ == "auxpass" for c in verb.children)


def is_only_spoken_of(root: Token) -> bool:
    """Is a body that the report brings in no more than what something is of, goes to or is before?"""
    described = any(c.dep_ in {"acl", "relcl", "appos"} for c in root.children)
    governor = root.head.head
    officer = governor.lower_ in lexicon().offices or governor.ent_type_ == "PERSON"
    alone = root.dep_ == "ROOT" and not described and not any(t.pos_ == "VERB" for t in root.sent)  # a heading
    return alone or (root.dep_ == "pobj" and root.head.lower_ in _OFF_STAGE and not described and not officer)


def is_of_no_state(noun: Token) -> bool:
    """Rebels, a lawyer, a former or retired holder of an office: where they come from does not act in them."""
    words = lexicon()
    gone = any(c.lower_ in words.former for c in noun.children)
    return noun.lower_ in words.plain.rebels | words.private or gone or _serves_a_body(noun) or _is_handled(noun)


def _is_handled(noun: Token) -> bool:
    """ "A Thai general", "American drones", "Turkish television": someone or something from there that does nothing."""
    if noun.lower_ in _LONE:
        others = (c for c in noun.children if c.i not in noun.doc.user_data["named"])
        titled = any(c.pos_ == "PROPN" or c.ent_type_ == "PERSON" for c in others)
        return not (titled or noun.dep_ in {"compound", "appos"})
    return noun.lower_ in _OUTLETS or (noun.lower_ in _ARMS and noun.dep_ not in {"nsubj", "nsubjpass"})


def _serves_a_body(noun: Token) -> bool:
    """ "A Dutch official of the EU Council" is nobody of the Dutch state's."""
    links = [c for c in noun.children if c.lower_ in {"of", "with"}] if noun.lower_ in _SERVING else []
    named = noun.doc.user_data["named"]
    served = (named.get(t.i) for link in links for t in link.subtree)
    return any(each is not None and each.kind == "organisation" for each in served)
