"""Turning: the stance of a word with what it is about ("is willing to sign" is a yes, "renounced the accord" a no)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .frames import Frames, frames
from .negation import is_negated

if TYPE_CHECKING:
    from spacy.tokens import Token

    from goodoffices.record import Stance

__all__ = ["is_least", "is_wished", "takes_clause", "turned", "undoes"]

_POINTING = frozenset({"it", "this", "that", "them", "these", "those"})
_COMPARED = frozenset({"more", "fewer", "less", "later", "sooner", "earlier", "longer"})
_DEFINITE = frozenset({"the", "this", "that", "its", "their", "his", "her", "such", "these", "those"})
_TAKING_PART = frozenset(
    {"vote", "campaign", "lobby", "rally", "march", "demonstrate", "protest", "appeal", "argue", "speak", "mobilise"}
    | {"mobilize", "litigate", "petition"}
)
"""What one does against a thing that one refuses."""


def turned(cue: Token, stance: Stance, objects: tuple[Token, ...]) -> Stance:
    """Read the stance of a word with what it is about.

    Args:
        cue: The word, a verb, noun or adjective.
        stance: As the word alone has it, negation included.
        objects: Heads of what it is about.

    Returns:
        The stance: to renounce an accord is a refusal, being "willing" a yes, what is "not yet" accepted open.
    """
    known = frames()
    lemma = cue.lemma_.lower()
    if lemma in known.giving_up and any(o.lemma_.lower() in known.forums for o in objects):
        return known.opposites["accepts"] if stance == "accepts" else "accepts"
    if stance == "rejects" and lemma in known.verbs and known.verbs[lemma][0] == "accepts":
        return "ambiguous" if any(c.lower_ == "yet" for c in cue.children) else stance
    if stance == "offers":
        return _offered(cue, objects, known)
    if stance == "demands":
        return _demanded(cue, objects, known)
    return stance


def _offered(cue: Token, objects: tuple[Token, ...], known: Frames) -> Stance:
    if cue.lemma_ == "intend" and any(o.lemma_.lower() in known.taking for o in objects):
        return "demands"  # "intended to retake the entire country"
    bound = cue.lemma_ in known.vowing | known.binding
    if bound and any(undoes(o) for o in objects):
        return "rejects"  # "vowed to repeal the special courts"
    if cue.lemma_ in known.vowing and any(_is_renounced(o) for o in objects):
        return "rejects"  # "vowed that his army would not go", "vowed not to sign it"
    willing = cue.pos_ == "ADJ" or cue.lemma_.lower() in known.nouns_of_will
    if not objects or (willing and any(_is_yes(o, known) for o in objects)):
        return "accepts"  # "is willing", "is willing to sign the text"
    return "offers"


def undoes(verb: Token) -> bool:
    """ "To repeal the special courts", "to fight the treaty": is it done to what one is against?

    Some of these verbs are as good of a siege as of an accord: of those, what lies on the table is undone, no more.
    """
    known, lemma = frames(), verb.lemma_.lower()
    if lemma in _TAKING_PART and any(c.dep_ == "prep" and c.lower_ == "against" for c in verb.children):
        return not is_negated(verb)  # "promised to vote against any amnesty"
    if lemma not in known.undoing | known.undoing_texts or is_negated(verb):
        return False
    things = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    on_table = known.accords | known.drafts | known.forums
    return lemma in known.undoing or any(t.lemma_.lower() in on_table for t in things)


def _demanded(cue: Token, objects: tuple[Token, ...], known: Frames) -> Stance:
    if cue.lemma_ == "insist" and any(_is_refused(o) or _is_excluded(o) for o in objects):
        return "rejects"  # "insists that its troops will not leave", "that there be no amnesty"
    if cue.lemma_ in known.favouring and objects and all(_is_told_of(o, known) for o in objects):
        return "accepts"  # "favours the plan", "favours it"
    return "demands"


def _is_yes(clause: Token, known: Frames) -> bool:
    """Is it a verb that by itself says yes ("to sign", "to endorse"), with what it says yes to?"""
    found = known.verbs.get(clause.lemma_.lower()) if clause.pos_ == "VERB" else None
    bare = any(c.tag_ == "TO" for c in clause.children)
    return found is not None and found[0] == "accepts" and bare and not is_negated(clause)


def _is_told_of(thing: Token, known: Frames) -> bool:
    """Is it what was told before, or a text that lies on the table?"""
    if thing.lower_ in _POINTING:
        return True
    return thing.lemma_.lower() in known.documents and any(c.lower_ in _DEFINITE for c in thing.children)


def _is_renounced(clause: Token) -> bool:
    """Is it a clause of what will not be done, other than violence ("vowed not to fire first" is an offer)?"""
    bare = any(c.tag_ == "TO" for c in clause.children) and is_negated(clause)
    return (bare or _is_refused(clause)) and clause.lemma_.lower() not in frames().courses["violence"]


def _is_excluded(clause: Token) -> bool:
    """ "That there be no amnesty", "that nobody be sent home": what must not be, not what is not."""
    if clause.dep_ != "ccomp" or not any(c.lower_ == "be" for c in (clause, *clause.children)):
        return False
    things = [c for c in clause.children if c.dep_ in {"attr", "nsubj", "nsubjpass", "dobj"}]
    return any(t.lower_ in {"nobody", "nothing", "none"} or _has_no(t) for t in things)


def _has_no(thing: Token) -> bool:
    """ "No amnesty", but "no fewer than two fifths" is something."""
    return any(c.lower_ == "no" and c.nbor(1).lower_ not in _COMPARED for c in thing.children)


def _is_refused(clause: Token) -> bool:
    helpers = {c.lower_ for c in clause.children if c.dep_ in {"aux", "neg"}}
    return bool(helpers & {"will", "would", "wo", "can", "ca", "shall"}) and bool(helpers & {"not", "n't", "never"})


def is_wished(verb: Token) -> bool:
    """ "Pressed him to drop his demand", "refuses to drop it": it stands as long as only others wish it away."""
    bare = verb.dep_ in {"xcomp", "ccomp", "advcl"} and any(c.tag_ == "TO" for c in verb.children)
    above = verb.head.lemma_.lower()
    asked = above in frames().addressing or frames().verbs.get(above, ("",))[0] in {"demands", "rejects"}
    return bare and asked and not is_negated(verb.head)


def is_least(token: Token) -> bool:
    """ "Nothing less than", "nothing short of": all of what stands behind it."""
    behind = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    return token.lower_ == "nothing" and behind in {"less", "short"}


def takes_clause(verb: Token) -> bool:
    """Does a verb tell the stance of a clause behind it ("agreed that ...", but not "argued that ...")?"""
    return "clause" in frames().verbs.get(verb.lemma_.lower(), ("", frozenset()))[1]
