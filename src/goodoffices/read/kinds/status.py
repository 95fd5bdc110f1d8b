"""Issue status: what is said to be agreed, in progress, open or blocked, and who says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from goodoffices.record import IssueStatusContent, Statement

from ..document import Sentence, offset_of
from .claims import is_secret, main_part
from .conditions import condition_in
from .interview import question_before, sides_of_talks
from .issues import issues_in
from .lists import find_lists
from .negation import is_negated
from .stances import frames
from .status_lists import find_listed_status
from .status_phrases import DEALS, OF_ALL, Found, is_told, phrased
from .status_scope import hangs, is_hoped, is_of_little, is_of_the_talks, is_state, is_to_come
from .status_words import Claim, status_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context

__all__ = ["find_status"]

_TELLING = 0.4
"""Weight of an issue from which on the words of a claim name it: a weak word alone does not."""
_ABOUT = frozenset({"on", "upon", "to", "over", "about", "of", "for", "regarding", "concerning", "with"})
_POINTING = re.compile(
    r"\b(?:it|its|they|their|this|that|these|those|both|the (?:matter|issue|question|point|text))\b", re.IGNORECASE
)
_MATTERS = re.compile(
    r"\b(?:subjects|points|issues|questions|chapters|protocols|items|matters|files|articles|everything)\b",
    re.IGNORECASE,
)
"""Words for the matters of the talks in general ("two subjects remain open")."""
_UNREAL = frozenset({"would", "could", "may", "might", "should", "if", "can"})
_LACK = frozenset({"no", "lack", "little", "without", "any", "nothing", "scant", "never"})


def find_status(context: Context) -> Iterator[Statement]:
    """State each claim on how far the talks have come; one a sentence and issue."""
    before = ""
    for sentence in context.sentences:
        if sentence.block.kind == "heading" or sentence.text.rstrip().endswith("?"):
            continue
        seen = set()
        said = sentence.text.lower()
        if said.endswith(":") or any(saying in said for saying in status_words()[2]["sayings"]):
            continue  # the items of a list are read one by one
        for found in (*phrased(sentence), *_worded(context, sentence)):
            for issue in _issues(found, sentence, before, question_before(context, sentence)):
                if issue not in seen and not _is_condition(context, sentence, found.cue):
                    seen.add(issue)
                    yield _statement(context, sentence, found, issue)
        before = sentence.text
    yield from _listed(context)
    yield from find_listed_status(context)


def _listed(context: Context) -> Iterator[Statement]:
    """The items of a list of what the parties agreed."""
    parties: dict[int, set[str]] = {}
    items = [claim for claim in find_lists(context) if claim.stance == "accepts"]
    for item in items:
        parties.setdefault(item.sentence.number, set()).add(item.party)
    for number, holders in parties.items():
        item = next(claim for claim in items if claim.sentence.number == number)
        if len(holders) > 1:
            found = Found("agreed", (), item.sentence.span[0])
            yield _statement(context, item.sentence, found, item.issue)


def _is_condition(context: Context, sentence: Sentence, cue: Token) -> bool:
    """Does the cue stand in the words of a condition ("on condition that the guarantees are settled first")?"""
    at = offset_of(cue)
    condition = condition_in(context.report.text, sentence.start, sentence.end)
    return condition is not None and condition.start <= at < condition.end


def _statement(context: Context, sentence: Sentence, found: Found, issue: str) -> Statement:
    at = offset_of(found.cue)
    speakers = context.said_by(at, at + len(found.cue))
    return context.state(
        IssueStatusContent(issue=issue, status=found.status, text=" ".join(sentence.text.split())),
        sentence.evidence(),
        said_by=speakers[0] if speakers else None,
        when=context.time_in(sentence.start, sentence.end),
        basis=f"cue {found.cue.lemma_!r}",
    )


def _issues(found: Found, sentence: Sentence, before: str, question: str) -> list[str]:
    """The issues of a claim: those that its own words name, else the sentence's, else that of the one before."""
    weighed = [issues for part in found.about if (issues := issues_in(main_part(part)))]
    named = [issue for issues in weighed for issue, weight in [next(iter(issues.items()))] if weight >= _TELLING]
    if not named and not found.about and found.cue.lemma_.lower() in DEALS:
        return ["process"]  # "the deal was reached by ...": of no one matter
    if not named:
        back = before if _POINTING.search(sentence.text) else ""
        around = issues_in(sentence.text) or issues_in(back)
        if set(around) <= {"process"}:
            around = issues_in(question) or around
        of_all = ["process"] if found.status in {"progress", "blocked"} or _MATTERS.search(sentence.text) else []
        named = [next(iter(around))] if around else of_all
    return list(dict.fromkeys(named))


def _worded(context: Context, sentence: Sentence) -> Iterator[Found]:
    tables, _, _ = status_words()
    for token in sentence.span:
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and lemma in tables["verbs"]:
            yield from _of_verb(context, token, tables["verbs"][lemma])
        elif token.pos_ in {"NOUN", "PROPN"}:
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
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    negated = is_negated(verb) or bool(words & {"nothing"}) or is_of_little(verb)
    status = claim.negated if negated else claim.status
    if status is None or not _counts(context, verb, claim, subject) or (is_to_come(verb) and not negated):
        return
    objects = [c for c in verb.children if c.dep_ in {"dobj", "prep", "xcomp", "ccomp"} and c.i > verb.i]
    if not objects:  # "on guarantees they differ"
        objects = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in {"on", "over", "about"}]
    about = _parts([c for c in objects if c.dep_ != "prep" or c.lower_ in _ABOUT])
    if any(t.lemma_.lower() in frames().vague | {"everything"} for c in objects for t in c.children):
        about = OF_ALL
    passive = subject is not None and subject.dep_ == "nsubjpass"
    if subject is not None and (passive or claim.at != "object" or not about):
        about = (*_parts([subject]), *(() if claim.at == "subject" else about))
    if claim.at == "either" and not claim.joint and not any(issues_in(part) for part in about):
        return
    yield Found(status, about, verb)


def _counts(context: Context, verb: Token, claim: Claim, subject: Token | None) -> bool:
    """Does a verb claim anything here: of something real, by those of whom the claim holds?"""
    if hangs(verb) or is_secret(verb.sent.text) or (claim.joint and verb.dep_ in {"relcl", "acl", "csubj"}):
        return False
    first_person = subject is not None and subject.lower_ == "we"
    if first_person and ({c.lower_ for c in verb.children} & (_UNREAL | {"what", "will"})):
        return False
    if {c.lower_ for c in verb.children} & _UNREAL and claim.at != "object":
        return False
    if claim.of == "talks" and not is_of_the_talks(verb, subject):
        return False
    passive = subject is not None and subject.dep_ == "nsubjpass"
    if claim.joint and not passive and not _joint(context, subject):
        return False
    return not claim.subjects or (subject is not None and subject.lemma_.lower() in claim.subjects)


def _joint(context: Context, subject: Token | None) -> bool:
    """Are two sides or more the subject ("both sides", "A and B", "the leaders of A and B")?"""
    if subject is None or subject.lemma_.lower() in status_words()[2]["outside"]:
        return False
    if subject.lower_ == "we" or len(sides_of_talks(context, subject)) > 1:
        return True
    parties = {p for t in subject.subtree for p in context.roster.parties_at(t)}
    return len(parties) > 1


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
    if status is None or ("lack" in before and "any" in before):
        return
    if verb.dep_ == "pcomp" and "the" in words and not lacking:
        return  # "the part that it played in reaching the agreement"
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


def _of_adjective(adjective: Token, claim: Claim) -> Iterator[Found]:
    _, _, talks = status_words()
    head = adjective.head
    noun = (
        head
        if head.pos_ in {"NOUN", "PROPN"}
        else next((c for c in head.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    )
    if adjective.lower_ == "open" and any(c.lower_ == "to" for c in adjective.children):
        return  # "is open to a reduction": a stance
    if noun is None or (claim.of == "talks" and noun.lemma_.lower() not in talks["nouns"]):
        return
    if claim.verbs and head.lemma_.lower() not in claim.verbs:
        return
    if claim.superlative and not (
        {"most", "more"} & {c.lower_ for c in adjective.children} or adjective.tag_ in {"JJS", "JJR"}
    ):
        return
    status = claim.negated if is_negated(adjective) or is_negated(head) else claim.status
    if status is not None:
        behind = [c for c in head.children if c.i > head.i and c.dep_ in {"prep", "acl"}] if head is noun else []
        yield Found(status, (*_parts([noun]), *_parts(behind)), adjective)


def _parts(tops: list[Token]) -> tuple[str, ...]:
    """The words under each token, joined things apart: "territories and the nuclear plant" are two."""
    parts = []
    for top in tops:
        cut = [
            t
            for t in top.subtree
            if t.dep_ == "conj" and t.pos_ in {"NOUN", "PROPN"} and t.head.pos_ in {"NOUN", "PROPN"}
        ]
        starts = [top.left_edge.i, *(t.left_edge.i for t in cut)]
        ends = [*(t.left_edge.i for t in cut), top.right_edge.i + 1]
        parts += [top.doc[start:end].text for start, end in zip(starts, ends, strict=True) if start < end]
    return tuple(parts)
