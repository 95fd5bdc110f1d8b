"""What is withheld: what a report says is kept secret, and by whom."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import Statement, WithheldContent

from ..document import Sentence, offset_of, sentence_of
from .closeness import keeps_close, will_not
from .governing import LONGEST_SENTENCE, clause_of, is_denied, subject_of_clause
from .phrases import actors_of_phrase, objects_behind
from .saying import told_by

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context

__all__ = ["find_withheld"]

_LONGEST_CLAUSE = 30
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_FIRST_PERSON = frozenset({"i", "we"})
_DEEPEST = 5


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """The word lists of `data/withheld.toml`."""

    adjectives: frozenset[str]
    not_behind: frozenset[str]
    content: frozenset[str]
    publishing: frozenset[str]
    plain: frozenset[str]
    refusing: frozenset[str]
    withholding: frozenset[str]
    saying: frozenset[str]
    asking: frozenset[str]
    giving: frozenset[str]
    details: frozenset[str]
    unseen: frozenset[str]
    with_not: frozenset[str]
    alone: frozenset[str]
    secrecy: re.Pattern[str]


@functools.cache
def _words() -> Words:
    text = resources.files(__package__).joinpath("data/withheld.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    phrases = data["phrases"]
    few = f"(?:{_any(phrases['few'])})\\b(?:\\W+\\w+){{0,6}}?\\W+(?:{_any(phrases['emerging'])})"
    given = f"(?:gave|give|gives|giving|offered|provided) (?:{_any(phrases['few'])})"
    whom = r"the (?:\w+ ){0,2}(?:parties|sides|delegations) (?:alone|only)"
    alone = rf"(?:is|are|remains|stays) (?:{_any(phrases['alone'])}) {whom}"
    return Words(
        adjectives=frozenset(data["secret"]["adjectives"]),
        not_behind=frozenset(data["secret"]["not_behind"]),
        content=frozenset(data["content"]["nouns"]) - frozenset(data["content"]["not_by_name"]),
        publishing=frozenset(data["publishing"]["verbs"]),
        plain=frozenset(data["publishing"]["plain"]),
        refusing=frozenset(data["publishing"]["refusing"]),
        withholding=frozenset(data["publishing"]["withholding"]),
        saying=frozenset(data["publishing"]["saying"]),
        asking=frozenset(data["publishing"]["asking"]),
        giving=frozenset(data["keeping"]["giving"]),
        details=frozenset(data["keeping"]["details"]),
        unseen=frozenset(data["unseen"]["things"]),
        with_not=frozenset(data["unseen"]["with_not"]) - {"clear", "available"},
        alone=frozenset(data["unseen"]["alone"]),
        secrecy=re.compile(rf"\b(?:{_any(phrases['secrecy'])}|{few}|{given}|{alone})\b", re.IGNORECASE),
    )


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\*", r"\w*") for word in words)


def find_withheld(context: Context) -> Iterator[Statement]:
    """State each thing that a sentence says is kept secret."""
    for sentence in context.sentences:
        if (
            sentence.block.kind == "heading"
            or len(sentence.span) > LONGEST_SENTENCE
            or sentence.text.rstrip("\"'”’ ").endswith("?")
        ):
            continue
        content = _words().content
        cue = next((t for t in sentence.span if _is_told(t, content)), None)
        if cue is None:
            cue = _phrase(sentence)
        if cue is None:
            continue
        at = offset_of(cue)
        yield context.state(
            WithheldContent(text=_clause(context, cue), by=_keepers(context, cue)),
            sentence.evidence(),
            said_by=told_by(context, at, at + len(cue)),
            basis=f"cue {cue.lower_!r}",
        )


def _is_told(token: Token, content: frozenset[str]) -> bool:
    """Is it a word by which something is said to be kept secret?"""
    return _is_secret(token) or _keeps_back(token) or keeps_close(token, content) or _is_unseen(token)


def _is_unseen(token: Token) -> bool:
    """ "Its wording is not known", "the list is sealed": of papers, whose secret it is."""
    words = _words()
    if not {token.lower_, token.lemma_.lower()} & (words.with_not | words.alone):
        return False
    verb = token if token.tag_ == "VBN" else token.head
    subjects = [c for c in verb.children if c.dep_ in _SUBJECTS]
    if token.dep_ not in {"acomp", "ROOT", "conj", "ccomp", "oprd"} or not any(
        {c.lemma_.lower(), c.lower_} & words.unseen for c in subjects
    ):
        return False
    return token.lower_ in words.alone or is_denied(verb)


def _phrase(sentence: Sentence) -> Token | None:
    """The first word of a phrase that says it by itself ("shrouded in secrecy", "few details emerged")."""
    match = _words().secrecy.search(sentence.text)
    if match is None:
        return None
    start = sentence.start + match.start()
    return next((t for t in sentence.span if offset_of(t) >= start), None)


def _is_secret(token: Token) -> bool:
    """ "Remains confidential", "a secret annex"; not "an open secret", "secret talks", "no longer classified"."""
    words = _words()
    if token.lower_ not in words.adjectives:
        return False
    if token.i > token.sent.start and token.nbor(-1).lower_ in words.not_behind:
        return False
    if token.dep_ in {"amod", "compound", "nmod"} and token.head.i > token.i:
        return token.head.lemma_.lower() in words.content
    above = [token.head, token.head.head]
    return token.pos_ in {"ADJ", "VERB", "NOUN", "ADV"} and not any(
        is_denied(v) for v in above if v.pos_ in {"VERB", "AUX"}
    )


def _keeps_back(token: Token) -> bool:
    """Is it a verb by which something is not made public?"""
    words, lemma = _words(), token.lemma_.lower()
    if token.pos_ not in {"VERB", "AUX"}:
        return False
    if lemma in words.withholding:
        return _about_content(token)
    if lemma in words.saying:
        return _refused(token) and any(
            t.lower_ in words.asking for c in token.children if c.dep_ == "ccomp" for t in c.subtree
        )
    if lemma not in words.publishing or not (_refused(token) or _not_done(token)):
        return False
    return (lemma in words.plain and _has_object(token)) or _about_content(token)


def _refused(verb: Token) -> bool:
    above = verb.head
    return verb.dep_ == "xcomp" and above.lemma_.lower() in _words().refusing and not is_denied(above)


def _not_done(verb: Token) -> bool:
    """ "Has not been published", "will not reveal", "yet to be released", "without disclosing"."""
    if is_denied(verb) or any(c.dep_ == "dobj" and c.lower_ == "nothing" for c in verb.children):
        return True  # "it publishes nothing about them"
    without = verb.dep_ == "pcomp" and verb.head.lower_ == "without"
    return without or (verb.dep_ == "xcomp" and any(c.lower_ == "yet" for c in verb.head.children))


def _has_object(verb: Token) -> bool:
    return any(
        c.dep_ in {"dobj", "nsubjpass", "ccomp", "pobj", "csubj", "csubjpass"} for c in verb.children
    ) or not any(c.dep_ == "prep" for c in verb.children)


def _about_content(verb: Token) -> bool:
    """Is the verb about something that can be kept secret ("the full report", "on the terms", "make public")?"""
    words, lemma = _words(), verb.lemma_.lower()
    public = any(c.lower_ == "public" for c in verb.children)
    objects = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    objects += [c for c in verb.head.children if c.dep_ in _SUBJECTS and verb.dep_ == "xcomp" and _not_done(verb)]
    objects += list(objects_behind(verb, {"on", "about", "of"}))
    if any(t.lower_ == "nothing" for t in objects):
        return lemma in words.plain
    if lemma == "make":
        return public
    if lemma in {"discuss", "comment", "describe"} and not (_refused(verb) or will_not(verb)):
        return False
    if lemma in words.giving:
        return any({c.lemma_.lower(), c.lower_} & words.details for c in objects)
    return any({c.lemma_.lower(), c.lower_} & words.content for c in objects)


def _keepers(context: Context, cue: Token) -> tuple[str, ...]:
    """Ids of the sides that keep it secret: who refuses or agrees to, else those by or for whom it is kept."""
    verb = _verb_of(cue)
    found: list[str] = []
    if verb is not None:
        for inner in objects_behind(verb, {"by"}):
            found += actors_of_phrase(context, inner)
        passive = any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children)
        subject = subject_of_clause(clause_of(verb))
        if subject is not None and not passive and _acts(verb, cue):
            found += actors_of_phrase(context, subject) or (
                _speakers(context, cue) if subject.lower_ in _FIRST_PERSON else ()
            )
    if not found:
        for token in sentence_of(cue).span[cue.i - sentence_of(cue).span.start :][:6]:
            if token.dep_ == "pobj" and token.head.lower_ in {"for", "between"}:
                found += context.roster.at(token)
    return tuple(sorted({context.roster.party(actor) for actor in found}))


def _acts(verb: Token, cue: Token) -> bool:
    """Does the verb's subject keep the secret, rather than being it ("the annex remains confidential")?"""
    return verb.lemma_.lower() not in {"be", "remain", "stay", "become", "emerge"} and (
        verb == cue or cue.dep_ != "nsubj"
    )


def _speakers(context: Context, cue: Token) -> tuple[str, ...]:
    """Who "I" is: whom the words are attributed to, or whose turn it is."""
    at = offset_of(cue)
    speaker = sentence_of(cue).block.speaker
    said = context.said_by(at, at + len(cue))
    return said or (context.persons_named(speaker.start, speaker.end) if speaker else ())


def _verb_of(cue: Token) -> Token | None:
    token = cue
    for _ in range(_DEEPEST):
        if token.pos_ in {"VERB", "AUX"} and token.dep_ != "amod":
            return token
        if token.head == token:
            return None
        token = token.head
    return None


def _clause(context: Context, cue: Token) -> str:
    """The clause that says it, the whole sentence where that is short."""
    sentence = sentence_of(cue)
    words = sentence.text
    if len(sentence.span) > _LONGEST_CLAUSE:
        verb = _verb_of(cue)
        for _ in range(_DEEPEST):
            if verb is None or verb.head == verb or any(c.dep_ in _SUBJECTS for c in verb.children):
                break
            verb = _verb_of(verb.head)
        if verb is not None:
            first, last = verb.doc[verb.left_edge.i], verb.doc[verb.right_edge.i]
            words = context.report.text[
                max(offset_of(first), sentence.start) : min(offset_of(last) + len(last), sentence.end)
            ]
    return " ".join(words.split())
