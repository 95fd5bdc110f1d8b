"""Claims of status that one word makes: its verb, noun or adjective, with what governs it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..document import Sentence
from .claims import is_secret
from .issues import issues_in
from .negation import is_negated
from .stances import frames
from .status_phrases import DEALS, OF_ALL, Found, fronted_lack, is_told
from .status_scope import (
    RELATIVE,
    hangs,
    is_hoped,
    is_of_little,
    is_of_the_talks,
    is_only_named,
    is_retold,
    is_state,
    is_to_come,
)
from .status_sides import are_joint, is_agreed_with
from .status_words import Claim, status_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context

__all__ = ["claims_in"]

_ABOUT = frozenset({"on", "upon", "to", "over", "about", "of", "for", "regarding", "concerning", "with"})
_UNREAL = frozenset({"would", "could", "may", "might", "should", "if", "can"})
_THINGS = frozenset({"NOUN", "PROPN"})
_MATTERS = frozenset({"question", "issue", "matter", "problem", "point", "part", "item", "subject", "topic", "chapter"})
_HABITS = frozenset({"often", "usually", "typically", "always", "sometimes", "frequently", "rarely", "traditionally"})
"""Words with which a verb tells what happens to such things, not what has happened to this one."""
_INSIDE = frozenset({"within", "inside"})
_DENYING = frozenset({"deny", "doubt", "refute", "dispute", "disbelieve"})
_TO_COME = frozenset({"will", "shall"})


def claims_in(context: Context, sentence: Sentence) -> Iterator[Found]:
    """Find what the words of a sentence claim of how far the talks have come.

    Args:
        context: The report.
        sentence: One sentence of it.
    """
    tables, _, _ = status_words()
    for token in sentence.span:
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and lemma in tables["verbs"]:
            yield from _of_verb(context, token, tables["verbs"][lemma])
        elif token.pos_ == "NOUN":
            pair = f"{token.nbor(-1).lower_} {lemma}" if token.i else ""
            claim = tables["nouns"].get(pair) or tables["nouns"].get(lemma)
            if claim is not None:
                yield from _of_noun(token, claim)
        elif token.pos_ == "ADJ" or (token.pos_ == "VERB" and is_state(token)):
            claim = tables["adjectives"].get(lemma) or tables["adjectives"].get(token.lower_)
            if claim is not None:
                yield from _of_adjective(token, claim)


def _of_verb(context: Context, verb: Token, claim: Claim) -> Iterator[Found]:
    words = {c.lower_ for c in verb.children}
    subject = _subject_of(verb)
    neither = any(c.lower_ == "neither" for t in verb.children if t.dep_ == "dobj" for c in (t, *t.children))
    negated = is_negated(verb) or bool(words & {"nothing"}) or neither or is_of_little(verb)
    status = claim.negated if negated else claim.status
    if status is None or not _counts(context, verb, claim, subject) or (is_to_come(verb) and not negated):
        return
    objects = [c for c in verb.children if c.dep_ in {"dobj", "prep", "xcomp", "ccomp"} and c.i > verb.i]
    if claim.of == "talks":  # "deferred to the next meeting", "suspended until May"
        objects = [c for c in objects if c.lower_ not in {"to", "until", "for"}]
    if not objects:  # "on guarantees they differ"
        objects = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in {"on", "over", "about"}]
    about = _parts([c for c in objects if c.dep_ != "prep" or c.lower_ in _ABOUT])
    if any(t.lemma_.lower() in frames().vague | {"everything"} for c in objects for t in c.children):
        about = OF_ALL
    passive = subject is not None and subject.dep_ == "nsubjpass"
    party = claim.joint and not passive
    if subject is not None and not party and (passive or claim.at != "object" or not about):
        relative = verb.dep_ == "relcl" and subject.lower_ in RELATIVE and claim.of == "talks"
        about = (*_parts([verb.head if relative else subject]), *(() if claim.at == "subject" else about))
    if claim.at == "either" and not claim.joint and not any(issues_in(part) for part in about):
        return
    yield Found(status, about, verb)


def _subject_of(verb: Token) -> Token | None:
    """The subject of a verb, or of the verb that it is joined to ("they ended the round but agreed to meet again")."""
    own = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if own is None and verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.head.i < verb.i:
        return next((c for c in verb.head.children if c.dep_ == "nsubj"), None)  # "took a step, agreeing to open ..."
    finite = {"VBD", "VBP", "VBZ"}
    if own is not None or verb.dep_ != "conj" or verb.tag_ not in finite or verb.head.dep_ in {"acl", "relcl"}:
        return own
    return next((c for c in verb.head.children if c.dep_ == "nsubj"), None)


def _counts(context: Context, verb: Token, claim: Claim, subject: Token | None) -> bool:
    """Does a verb claim anything here: of something real, by those of whom the claim holds?"""
    if (
        hangs(verb)
        or any(c.lower_ in _HABITS for c in verb.children)
        or is_secret(verb.sent.text)
        or (claim.joint and verb.dep_ in {"relcl", "acl", "csubj"})
    ):
        return False
    retold = subject is not None and is_retold(verb, subject) and not is_negated(verb)
    if retold or _is_unreal(verb, claim, subject) or (claim.of == "talks" and not is_of_the_talks(verb, subject)):
        return False
    passive = subject is not None and subject.dep_ == "nsubjpass"
    if (claim.passive and not passive) or (claim.of == "talks" and verb.dep_ == "pcomp"):
        return False  # "accused it of obstructing the talks"
    if claim.joint and not _is_of_both(context, verb, claim, subject):
        return False
    if claim.papers and not passive and not _is_of_paper(verb):
        return False  # "concluded a third round of talks"
    return not claim.subjects or (subject is not None and subject.lemma_.lower() in claim.subjects)


def _is_of_paper(verb: Token) -> bool:
    papers = frames().accords | frames().documents
    return any(c.lemma_.lower() in papers for c in verb.children if c.dep_ == "dobj")


def _is_unreal(verb: Token, claim: Claim, subject: Token | None) -> bool:
    """Is it only possible, or still to come: "we will settle this", "could be agreed", "will suspend its work"?"""
    words = {c.lower_ for c in verb.children}
    if subject is not None and subject.lower_ == "we" and words & (_UNREAL | {"what", "will"}):
        return True
    above = verb.head
    denied = is_negated(above) or above.lemma_.lower() in _DENYING
    if (verb.dep_ == "ccomp" and above.i < verb.i and denied) or (words & {"must"} and claim.joint):
        return True  # "don't write that we have agreed", "all of them must agree"
    passive = subject is not None and subject.dep_ == "nsubjpass"
    if passive and any(c.dep_ == "auxpass" and c.lower_ == "be" for c in verb.children) and not is_negated(verb):
        return True  # "insisted that disputes be settled", "must be resolved"
    return bool(words & _UNREAL and (claim.at != "object" or passive)) or bool(
        words & _TO_COME and (passive or not claim.joint) and claim.at != "object"
    )


def _is_of_both(context: Context, verb: Token, claim: Claim, subject: Token | None) -> bool:
    """Do two sides or more agree, or is a thing said to be agreed?"""
    if subject is not None and subject.dep_ == "nsubjpass":
        return not claim.together or is_agreed_with(context, verb)
    if claim.together and subject is not None and subject.lower_ == "we":
        return False  # "we accepted it": of the speaker's own side
    subjects = [c for c in verb.children if c.dep_ == "nsubj" and c.pos_ in {"NOUN", "PROPN"}]
    return len(subjects) > 1 or are_joint(context, subject) or is_agreed_with(context, verb)


def _of_noun(noun: Token, claim: Claim) -> Iterator[Found]:
    words = {c.lower_ for c in noun.children}
    if is_hoped(noun):
        return
    verb = noun.head if noun.head.pos_ in {"VERB", "AUX"} else noun.head.head
    if claim.verbs and verb.lemma_.lower() not in claim.verbs:
        return
    if {c.lower_ for c in verb.children} & _UNREAL and noun.dep_ != "nsubj":
        return
    before = {t.lower_ for t in noun.doc[max(0, noun.i - 4) : noun.i]}
    lacking = (
        bool(words & {"no", "little", "any", "scant"}) or bool(before & {"lack", "without", "no"}) or is_negated(verb)
    )
    status = claim.negated if lacking else claim.status
    if status is None or ("lack" in before and "any" in before) or _is_elsewhere(noun, status, before):
        return
    if not lacking and is_only_named(noun, verb, claim):
        return
    objects = [c for c in noun.children if c.dep_ in {"prep", "acl", "relcl"} and c.i > noun.i]
    if noun.lemma_.lower() in DEALS and is_told(noun.doc[noun.left_edge.i : noun.i].text):
        objects = [noun]  # "a ceasefire agreement"
    elif noun.lemma_.lower() in DEALS:
        behind = [c for c in verb.children if c.i > noun.i and c.dep_ == "prep" and c.lower_ in {"on", "over"}]
        objects = [c for c in objects if c.dep_ != "prep" or c.lower_ in _ABOUT] or behind
    about = (
        _parts(objects)
        if objects or noun.lemma_.lower() in DEALS
        else _parts([c for c in verb.children if c.i > noun.i and c.dep_ in {"prep", "dobj", "xcomp"}])
    )
    yield Found(status, about, noun)


def _is_elsewhere(noun: Token, status: str, before: set[str]) -> bool:
    """Is it only what a lack would bring ("without progress, they may ..."), or inside one side ("rifts within it")?"""
    if "without" in before and fronted_lack(noun.sent.text, noun.idx - noun.sent.start_char):
        return True
    return status == "open" and noun.i + 1 < len(noun.doc) and noun.nbor().lower_ in _INSIDE


def _of_adjective(adjective: Token, claim: Claim) -> Iterator[Found]:
    _, _, talks = status_words()
    head = adjective.head
    noun = (
        head
        if head.pos_ in {"NOUN", "PROPN"}
        else next((c for c in head.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    )
    if any(c.lower_ == "be" and c.dep_ == "auxpass" for c in adjective.children):
        return  # "was to be opened", "will be blocked"
    if adjective.lower_ == "open" and any(c.lower_ == "to" for c in adjective.children):
        return  # "is open to a reduction": a stance
    if noun is None or (claim.of == "talks" and noun.lemma_.lower() not in talks["nouns"]):
        return
    if claim.verbs and head.lemma_.lower() not in claim.verbs:
        return
    if claim.superlative and not ({"most"} & {c.lower_ for c in adjective.children} or adjective.tag_ == "JJS"):
        return
    status = claim.negated if is_negated(adjective) or is_negated(head) else claim.status
    if status is not None:
        behind = [c for c in head.children if c.i > head.i and c.dep_ in {"prep", "acl"}] if head is noun else []
        if noun.dep_ == "attr" and noun.lemma_.lower() in _MATTERS:  # "the border remains the hardest question"
            noun = next((c for c in noun.head.children if c.dep_ == "nsubj" and c.pos_ in _THINGS), noun)
        yield Found(status, (*_parts([noun]), *_parts(behind)), adjective)


def _parts(tops: list[Token]) -> tuple[str, ...]:
    """The words under each token, joined things apart: "territories and the nuclear plant" are two.

    What a clause only adds to one of its words ("a person who has been charged") is left out.
    """
    parts = []
    for top in tops:
        cut = [t for t in top.subtree if t.dep_ == "conj" and t.pos_ in _THINGS and t.head.pos_ in _THINGS]
        added = [t for t in top.subtree if t.dep_ in {"relcl", "advcl"} and t is not top]
        starts = [top.left_edge.i, *(t.left_edge.i for t in cut)]
        ends = [*(t.left_edge.i for t in cut), top.right_edge.i + 1]
        for start, end in zip(starts, ends, strict=True):
            first = min((t.left_edge.i for t in added if start < t.left_edge.i < end), default=end)
            parts += [top.doc[start:first].text] if start < first else []
    return tuple(parts)
