"""Issue status: what is said to be agreed, in progress, open or blocked, and who says so."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import TYPE_CHECKING, cast

import msgspec

from goodoffices.record import IssueState, IssueStatusContent, Statement

from ..document import Sentence, offset_of
from .claims import is_secret, main_part
from .conditions import condition_in
from .issues import issues_in
from .stances import is_negated

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context

__all__ = ["find_status"]

_UNREAL = frozenset({"would", "could", "may", "might", "should", "if", "can"})
_LACK = frozenset({"no", "lack", "little", "without", "any", "nothing", "scant", "never"})


class Claim(msgspec.Struct, frozen=True, rename={"negated": "not"}):
    """What a word claims, what it claims under a negation, and where it counts (see `data/status.toml`)."""

    status: IssueState
    negated: IssueState | None = None
    at: str = "either"
    joint: bool = False
    superlative: bool = False
    of: str | None = None
    verbs: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()


class Found(msgspec.Struct, frozen=True, eq=False):
    """A claim in a sentence: the status, the words that its issue stands in, and the cue."""

    status: IssueState
    about: tuple[str, ...]
    cue: Token


@functools.cache
def _claims() -> tuple[dict[str, dict[str, Claim]], dict[str, re.Pattern[str]], frozenset[str]]:
    text = resources.files(__package__).joinpath("data/status.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    tables = {part: msgspec.convert(data[part], dict[str, Claim]) for part in ("verbs", "nouns", "adjectives")}
    phrases = {
        s: re.compile(r"\b(?:" + "|".join(map(re.escape, p)) + r")\b", re.IGNORECASE)
        for s, p in data["phrases"].items()
    }
    return tables, phrases, frozenset(data["talks"]["nouns"])


def find_status(context: Context) -> Iterator[Statement]:
    """State each claim on how far the talks have come; one a sentence and issue."""
    before = ""
    for sentence in context.sentences:
        if sentence.block.kind == "heading" or sentence.text.rstrip().endswith("?"):
            continue
        seen = set()
        for found in (*_worded(context, sentence), *_phrased(sentence)):
            for issue in _issues(found, sentence, before):
                if issue not in seen and not _is_condition(context, sentence, found.cue):
                    seen.add(issue)
                    yield _statement(context, sentence, found, issue)
        before = sentence.text


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


def _issues(found: Found, sentence: Sentence, before: str) -> list[str]:
    """The issues of a claim: those that its own words name, else the sentence's, else that of the one before."""
    named = [next(iter(issues)) for part in found.about if (issues := issues_in(main_part(part)))]
    if not named:
        around = issues_in(sentence.text) or issues_in(before)
        of_all = ["process"] if found.status in {"progress", "blocked"} else []
        named = [next(iter(around))] if around else of_all
    return list(dict.fromkeys(named))


def _worded(context: Context, sentence: Sentence) -> Iterator[Found]:
    tables, _, _ = _claims()
    for token in sentence.span:
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and lemma in tables["verbs"]:
            yield from _of_verb(context, token, tables["verbs"][lemma])
        elif token.pos_ in {"NOUN", "PROPN"}:
            pair = f"{token.nbor(-1).lower_} {lemma}" if token.i else ""
            claim = tables["nouns"].get(pair) or tables["nouns"].get(lemma)
            if claim is not None:
                yield from _of_noun(token, claim)
        elif token.pos_ in {"ADJ", "VERB"}:
            claim = tables["adjectives"].get(lemma) or tables["adjectives"].get(token.lower_)
            if claim is not None:
                yield from _of_adjective(token, claim)


def _of_verb(context: Context, verb: Token, claim: Claim) -> Iterator[Found]:
    words = {c.lower_ for c in verb.children}
    if _hangs(verb) or is_secret(verb.sent.text):
        return
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    passive = subject is not None and subject.dep_ == "nsubjpass"
    if words & _UNREAL and claim.at != "object":
        return
    if claim.joint and not passive and not _joint(context, subject):
        return
    if claim.subjects and (subject is None or subject.lemma_.lower() not in claim.subjects):
        return
    negated = is_negated(verb) or bool(words & {"nothing"})
    status = claim.negated if negated else claim.status
    if status is None:
        return
    objects = [c for c in verb.children if c.dep_ in {"dobj", "prep", "xcomp", "ccomp"} and c.i > verb.i]
    about = _parts(objects)
    if subject is not None and (passive or claim.at != "object" or not about):
        about = (*_parts([subject]), *(() if claim.at == "subject" else about))
    if claim.at == "either" and not claim.joint and not any(issues_in(part) for part in about):
        return
    yield Found(status, about, verb)


def _hangs(verb: Token) -> bool:
    """Does the clause only name a time or a condition ("once a protocol is agreed")?"""
    marks = {c.lower_ for c in verb.children if c.dep_ in {"mark", "advmod"}}
    return bool(marks & {"once", "if", "until", "unless", "when", "before", "after", "as", "whenever"})


def _joint(context: Context, subject: Token | None) -> bool:
    """Are two sides or more the subject ("both sides", "A and B", "the leaders of A and B")?"""
    if subject is None:
        return False
    parties = {p for t in subject.subtree for p in context.roster.parties_at(t)}
    return len(parties) > 1


def _of_noun(noun: Token, claim: Claim) -> Iterator[Found]:
    words = {c.lower_ for c in noun.children}
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
    objects = [c for c in noun.children if c.dep_ in {"prep", "acl", "relcl"} and c.i > noun.i]
    about = _parts(objects) or _parts(
        [c for c in verb.children if c.i > noun.i and c.dep_ in {"prep", "dobj", "xcomp"}]
    )
    yield Found(status, about, noun)


def _of_adjective(adjective: Token, claim: Claim) -> Iterator[Found]:
    _, _, talks = _claims()
    head = adjective.head
    noun = (
        head
        if head.pos_ in {"NOUN", "PROPN"}
        else next((c for c in head.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    )
    if noun is None or (claim.of == "talks" and noun.lemma_.lower() not in talks):
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


def _phrased(sentence: Sentence) -> Iterator[Found]:
    _, phrases, _ = _claims()
    for status, pattern in phrases.items():
        match = pattern.search(sentence.text)
        if match is not None:
            cue = next((t for t in sentence.span if offset_of(t) >= sentence.start + match.start()), sentence.span[0])
            yield Found(cast("IssueState", status), (sentence.text[match.end() :],), cue)


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
