"""Stances: the words that show how a party stands to something, and what they are about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import Stance

from .cells import cell_stance, stance_told
from .cue_objects import is_anothers, is_beside, is_told_to, objects_of
from .frames import Frames, frames
from .negation import is_negated
from .not_held import is_span_of_time
from .turning import is_least, is_wished, turned, undoes

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}
_TELLING_OF = frozenset({"intend", "affirm", "reaffirm"})
_BARE = re.compile(r"(?:no|full|immediate)\b(?! (?:objections?|position|problem)\b)", re.IGNORECASE)
"""What opens a phrase of any kind, and tells a stance only where the phrase is a whole answer."""

_COPULAS = frozenset({"be", "remain", "stay"})
_COMPARED = frozenset({"more", "fewer", "less", "later", "sooner", "earlier", "longer"})

__all__ = ["Cue", "Frames", "cell_stance", "cues_in", "frames", "is_negated", "stance_of_opening"]


class Cue(msgspec.Struct, frozen=True, eq=False):
    """A word that shows a stance.

    Attributes:
        token: The verb, noun or adjective.
        stance: As the words have it, negation included.
        objects: Heads of what it is about, joined ones apart.
        part: ``verb``, ``noun`` or ``adjective``.
    """

    token: Token
    stance: Stance
    objects: tuple[Token, ...]
    part: str


def stance_of_opening(words: str) -> Stance | None:
    """The stance of a word that a few words without a subject open with ("opposed to foreign judges"), if one does."""
    return None if _BARE.match(words.lstrip()) else stance_told(words)


def cues_in(doc: Doc) -> Iterator[Cue]:
    """Find the cues of one parsed block that have an object in one of their frames, or need none."""
    known = frames()
    for token in doc:
        if token.dep_ == "prep" and token.lower_ in known.sides and token.head.lemma_ == "be":
            yield from _taken_side(token, known)
            continue
        found = None if _only_repeats(token, known) else _entry(token, known)
        if found is None:
            continue
        part, stance, allowed = found
        objects = tuple(o for o in objects_of(token, allowed, part) if not is_beside(token, o))
        dropped = token.dep_ == "dobj" and token.head.lemma_.lower() in known.drop
        if dropped and not objects and token.lemma_.lower() in known.lists:
            objects = (token,)  # "had dropped the demand": what it was about was told before
        if token.lemma_ in _TELLING_OF and _tells_only(token, objects, known):
            continue
        if objects or (token.lemma_.lower() in known.bare and _stands_alone(token)):
            yield Cue(token, turned(token, stance, objects), objects, part)


def _tells_only(verb: Token, objects: tuple[Token, ...], known: Frames) -> bool:
    """Does it only tell of a journey ("intends to visit"), of leaving, or of what is ("reaffirmed that ... is")?"""
    if verb.lemma_ == "intend":
        if verb.tag_ == "VBN" and (verb.dep_ == "acl" or any(c.dep_ == "auxpass" for c in verb.children)):
            return True  # "an agreement intended to end the war": what a thing is for
        return any(o.lemma_ in known.travelling | known.quit or o.lemma_ in known.verbs for o in objects)
    clauses = [o for o in objects if o.dep_ == "ccomp"]
    return bool(clauses) and not any(c.tag_ == "MD" for o in clauses for c in o.children)


def _entry(token: Token, known: Frames) -> tuple[str, Stance, frozenset[str]] | None:
    """What the lexicon says of a word here: the part of speech, the stance with what turns it, and the frames."""
    lemma = token.lemma_.lower()
    part = _PARTS.get(token.pos_)
    if part == "verb" and _is_adjectival(token, known):  # "is committed to", which the parser takes for a passive
        adjectival = known.adjectives[token.lower_]
        return "adjective", _standing(token, adjectival[0], "adjective"), adjectival[1]
    if part == "verb":
        phrase = _with_particle(token, known)
        found = _governed(token, known.governed.get(phrase or lemma)) or known.phrasal.get(phrase)
        found = found or known.verbs.get(lemma)
        if found is None and lemma in known.wishes and any(c.lower_ in {"would", "'d"} for c in token.children):
            return part, "rejects" if is_negated(token) else "demands", frozenset({"dobj", "clause"})
        if found is None and lemma in known.courses["intending"]:
            return part, "rejects" if is_negated(token) else "offers", frozenset({"clause"})
    elif part == "noun":
        if lemma in known.lacking and _is_lacking(token):
            return part, "rejects", frozenset({"clause", "of", "in", "for", "to"})
        undone = token.dep_ == "dobj" and undoes(token.head)  # "vowed to fight the agreement on disarmament"
        if (undone or _is_stood_to(token, known)) and not is_anothers(token):
            return None  # "supports the proposal", "agreed to proposals for a truce": the verb tells the stance
        found = known.nouns.get(lemma)
    else:
        found = known.adjectives.get(lemma) if part == "adjective" else None
    return None if found is None or part is None else (part, _standing(token, found[0], part), found[1])


def _is_stood_to(noun: Token, known: Frames) -> bool:
    """Is it what a verb of stance is about, which then tells the stance?"""
    above = noun.head
    if noun.dep_ == "dobj":
        verb = above.lemma_.lower() in known.verbs or _with_particle(above, known) in known.phrasal
        return verb and not _only_repeats(above, known)
    if noun.dep_ != "pobj" or above.dep_ != "prep":
        return False
    stance, allowed = known.verbs.get(above.head.lemma_.lower(), ("ambiguous", frozenset()))
    told = above.head.pos_ == "VERB" and above.lower_ in allowed
    yes = known.nouns.get(noun.lemma_.lower(), ("demands",))[0] == "accepts"  # "insists on an agreement on ..."
    return told and (stance in {"accepts", "rejects"} or (stance == "demands" and yes))


def _only_repeats(verb: Token, known: Frames) -> bool:
    """Does a verb only say again what a noun tells ("reaffirmed its rejection of ...", "reiterates its demand for")?"""
    return verb.lemma_.lower() in known.repeating and any(
        c.dep_ == "dobj" and c.lemma_.lower() in known.nouns for c in verb.children
    )


def _governed(verb: Token, behind: dict[str, Stance] | None) -> tuple[Stance, frozenset[str]] | None:
    """The stance that a verb shows with the preposition behind it ("argued against a delay"), if with that it does."""
    if behind is None:
        return None
    for child in verb.children:
        word = child.lower_ if child.dep_ == "prep" else "infinitive" if is_told_to(child) else "clause"
        if word in behind and (word != "clause" or child.dep_ in {"ccomp", "xcomp"}) and child.i > verb.i:
            return behind[word], frozenset({word})
        if "gerund" in behind and child.dep_ in {"ccomp", "xcomp"} and child.tag_ == "VBG" and child.i > verb.i:
            return behind["gerund"], frozenset({"clause"})  # "is considering freeing them"
        for inner in child.children if child.i == verb.i + 1 else ():  # "came out in Juba against ...", "out against"
            if inner.dep_ == "prep" and inner.lower_ in behind:
                return behind[inner.lower_], frozenset({inner.lower_})
    return None


def _is_adjectival(token: Token, known: Frames) -> bool:
    """Is a participle with "is", and without anyone who does it, an adjective of stance?"""
    if token.tag_ != "VBN" or token.lower_ not in known.adjectives:
        return False
    by_thing = "by" in known.adjectives[token.lower_][1]  # "will not be bound by it", "did not feel bound by it"
    felt = by_thing and token.head.lemma_ in {"feel", "remain", "consider"}
    said_of = token.dep_ == "acomp" and token.head.lemma_ in _COPULAS  # "remains opposed to any delay"
    passive = any(c.dep_ == "auxpass" for c in token.children) or felt or said_of
    return passive and (by_thing or not any(c.dep_ == "agent" for c in token.children))


def _is_lacking(noun: Token) -> bool:
    """ "has no plans to", "there is no justification for", "does not see any need to"."""
    if any(c.lower_ in {"no", "little"} for c in noun.children if c.dep_ in {"det", "amod"}):
        return True
    return noun.dep_ in {"dobj", "attr"} and any(c.dep_ == "neg" for c in noun.head.children)


def _stands_alone(token: Token) -> bool:
    """Does a word of stance end its clause, with what it is about told before ("the M23 is opposed")?"""
    behind = [c for c in token.children if c.i > token.i and not c.is_punct and c.dep_ not in {"conj", "cc", "advmod"}]
    if token.lemma_.lower() in frames().acting:  # "the army refuses unless the rebels disarm first"
        behind = [c for c in behind if not (c.dep_ == "advcl" and _opening(c) in frames().behind)]
        behind = [c for c in behind if not _is_proviso(c) and c.lower_ not in frames().behind]
        own = any(c.dep_ == "nsubj" and c.lower_ not in {"which", "that"} for c in token.children)
        if not own or any(c.dep_ in {"mark", "auxpass"} for c in token.children):
            return False
    return not behind and token.dep_ not in {"amod", "compound", "acl", "relcl", "advcl"}


def _is_proviso(preposition: Token) -> bool:
    """ "Agreed on condition that ...", "agreed in principle"."""
    things = {c.lemma_ for c in preposition.children if c.dep_ == "pobj"}
    known = {"on": frames().provisos, "in": {"principle"}}.get(preposition.lower_, frozenset())
    return preposition.dep_ == "prep" and bool(things & known)


def _opening(clause: Token) -> str:
    return next((c.lower_ for c in clause.children if c.dep_ in {"mark", "advmod"}), "")


def _standing(cue: Token, stance: Stance, part: str) -> Stance:
    """The stance with what turns it round: a negation, or a demand that is dropped."""
    known = frames()
    governor = (_with_particle(cue.head, known) or cue.head.lemma_.lower()) if cue.head.pos_ == "VERB" else ""
    if part == "noun" and cue.dep_ == "dobj" and governor in known.drop:
        given_up: Stance = "accepts" if stance == "demands" else known.opposites[stance]
        return stance if is_negated(cue.head) or is_wished(cue.head) else given_up
    if stance == "demands" and part == "verb" and _is_over(cue):
        return "accepts"  # "no longer insists on a date"
    things = [c for c in cue.children if c.dep_ in {"dobj", "attr"}]
    things += [g for c in cue.children if c.dep_ == "prep" and c.i == cue.i + 1 for g in c.children if g.dep_ == "pobj"]
    if stance == "accepts" and not is_negated(cue) and any(is_least(thing) for thing in things):
        return "demands"  # "would settle for nothing less than the whole valley"
    nothing = any(_is_nothing(thing) for thing in things)
    felt = cue.dep_ == "acomp" and cue.tag_ == "VBN" and is_negated(cue.head)  # "did not feel bound by it"
    if (is_negated(cue) or felt) == nothing:
        return stance
    return known.opposites_of.get(cue.lemma_.lower(), known.opposites[stance])


def _is_over(verb: Token) -> bool:
    return verb.i > 1 and verb.nbor(-1).lower_ == "longer" and verb.nbor(-2).lower_ == "no"


def _is_nothing(token: Token) -> bool:
    """ "Offered nothing", "supports no delay"; "no more than a dozen" is something."""
    return token.lower_ in {"nothing", "none"} or any(
        c.lower_ == "no" and token.doc[c.i + 1].lower_ not in _COMPARED for c in token.children
    )


def _is_cleft(verb: Token) -> bool:
    return any(c.lower_ == "it" and c.dep_ in {"nsubj", "expl"} for c in verb.children) and any(
        c.dep_ in {"ccomp", "advcl", "relcl"} and c.i > verb.i for c in verb.children
    )


def _taken_side(preposition: Token, known: Frames) -> Iterator[Cue]:
    """ "Hungary is against them", "is in favour of a delay"."""
    objects = tuple(c for c in preposition.children if c.dep_ == "pobj")
    stance = known.sides[preposition.lower_]
    if preposition.lower_ == "for" and (any(c.lemma_ == "part" for c in objects) or is_span_of_time(objects)):
        return  # "Serbia, for its part, is to ...", "for three decades it was ..."
    expletive = any(c.dep_ == "expl" for c in preposition.head.children)
    if preposition.i < preposition.head.i and (expletive or preposition.lower_ == "for"):
        return  # "for the army there was its chief", "for the king it is a chance"
    between = preposition.doc[preposition.head.i + 1 : preposition.i]
    if any(t.dep_ == "prep" or t.pos_ in {"PROPN", "NOUN"} for t in between) or _is_cleft(preposition.head):
        return  # "was in Oslo for the signing", "it was against this background that ..."
    if preposition.lower_ == "in":
        inner = [c for o in objects if o.lower_ in {"favour", "favor"} for c in o.children if c.lower_ == "of"]
        objects = tuple(g for c in inner for g in c.children if g.dep_ in {"pobj", "pcomp"})
    if objects:
        yield Cue(
            preposition.head, known.opposites[stance] if is_negated(preposition.head) else stance, objects, "verb"
        )


def _with_particle(verb: Token, known: Frames) -> str:
    """A verb with the particle behind it ("put forward"), wherever the parser hangs that; empty where it has none."""
    lemma = verb.lemma_.lower()
    particles = known.particles.get(lemma)
    if particles is None:
        return ""
    behind = verb.nbor(1).lower_ if verb.i + 1 < len(verb.doc) else ""
    if behind in particles and not _opens_a_date(verb.nbor(1)):
        return f"{lemma} {behind}"
    particle = next((c.lower_ for c in verb.children if c.dep_ in {"prt", "advmod"} and c.i > verb.i), "")
    return f"{lemma} {particle}" if particle in particles else ""


def _opens_a_date(word: Token) -> bool:
    """ "Signed on 2 June a joint statement": when it was, and no part of the verb."""
    return word.dep_ == "prep" and any(c.dep_ == "pobj" and c.ent_type_ in {"DATE", "TIME"} for c in word.children)
