"""Positions that a judgement of a thing shows: what is unacceptable, premature, essential, or off the table."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import TYPE_CHECKING, cast

from goodoffices.record import Stance

from ..document import Sentence, offset_of, sentence_of
from .claims import Claim, claim_issue
from .conditions import condition_in
from .holders import holders_of_clause, speakers_of
from .interview import question_before
from .negation import is_negated

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from ..context import Context

__all__ = ["find_predicates"]

_COPULAS = frozenset({"be", "remain", "have", "become"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_INSERTED = re.compile(
    r"^(?P<not>\W*(?:not|no)),? (?:and|nor|or) (?:will|can|shall|would|must)(?: not| never)? (?:ever )?be,?"
)
""" "is not, and will not be, a topic": what only says it again."""


@functools.cache
def _judgements() -> tuple[dict[str, Stance], tuple[tuple[Stance, re.Pattern[str]], ...], frozenset[str]]:
    """Adjectives by stance, phrases by stance (from their verb's end on), and the verbs of judging."""
    text = resources.files(__package__).joinpath("data/stances.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)["judgements"]
    words = {word: cast("Stance", stance) for stance, found in data["adjectives"].items() for word in found}
    spelt = [(stance, map(re.escape, found)) for stance, found in data["phrases"].items()]
    phrases = tuple(
        (cast("Stance", stance), re.compile(r"\W*(?:" + "|".join(found) + r")\b", re.IGNORECASE))
        for stance, found in (*spelt, *data["patterns"].items())
    )
    return words, phrases, frozenset(data["verbs"])


def find_predicates(context: Context, doc: Doc) -> Iterator[Claim]:
    """Find the positions of one parsed block that judge a thing.

    Args:
        context: The report.
        doc: The parse of the block.
    """
    words, _, verbs = _judgements()
    for token in doc:
        sentence = sentence_of(token) if token.pos_ in {"ADJ", "VERB", "AUX"} else None
        if sentence is None or sentence.text.rstrip().endswith("?"):
            continue
        if token.lemma_.lower() in _COPULAS:
            yield from _phrased(context, token, sentence)
        elif token.pos_ == "ADJ" and token.lower_ in words:
            yield from _judged(context, token, sentence, verbs)


def _judged(context: Context, adjective: Token, sentence: Sentence, verbs: frozenset[str]) -> Iterator[Claim]:
    """ "Moscow considers the withdrawal premature"; "the withdrawal is premature", in someone's words."""
    stance = _judgements()[0][adjective.lower_]
    subject = next((c for c in adjective.children if c.dep_ in _SUBJECTS), None)
    head = adjective.head
    if subject is not None and head.lemma_.lower() in verbs:
        parties = holders_of_clause(context, head)
    elif head.lemma_.lower() in verbs and adjective.dep_ in {"oprd", "ccomp", "acomp", "advcl", "prep"}:
        subject = next((c for c in head.children if c.dep_ == "dobj"), None)
        parties = holders_of_clause(context, head)
    elif adjective.dep_ == "acomp" and head.lemma_ in _COPULAS:
        subject = next((c for c in head.children if c.dep_ in _SUBJECTS), None)
        parties = _judges(context, head, adjective)
    else:
        return
    if subject is None or (stance == "conditional" and not _hangs(context, adjective, sentence)):
        return
    if stance != "conditional" and (is_negated(adjective) or (head.pos_ in {"VERB", "AUX"} and is_negated(head))):
        # "is no longer unthinkable" shuts no door
        stance = "ambiguous" if stance == "rejects" else "rejects"
    elif adjective.i > 1 and adjective.doc[adjective.i - 2 : adjective.i].text.lower() == "no longer":
        stance = "ambiguous" if stance == "rejects" else "rejects"
    yield from _made(context, subject, parties, sentence, (stance, adjective.lower_))


def _hangs(context: Context, adjective: Token, sentence: Sentence) -> bool:
    """ "An accord was possible if the belt stayed empty": only on a condition is a thing that is possible a stance."""
    return condition_in(context.report.text, offset_of(adjective), sentence.end) is not None


def _phrased(context: Context, verb: Token, sentence: Sentence) -> Iterator[Claim]:
    """ "Denuclearisation is not on the table", "foreign soldiers have no place here", "independence is a red line"."""
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS and c.i < verb.i), None)
    if subject is None:
        return
    at = offset_of(verb) + len(verb)
    if verb.tag_ == "VBD" and not context.is_said(at, at + 1):
        return  # "amnesty was not on the agenda": what was talked of
    words = _INSERTED.sub(r"\g<not>", context.report.text[at : sentence.end])
    for stance, pattern in _judgements()[1]:
        match = pattern.match(words)
        if match is not None:
            yield from _made(context, subject, _judges(context, verb, verb), sentence, (stance, match[0].strip()))
            return


def _judges(context: Context, verb: Token, cue: Token) -> tuple[str, ...]:
    """Whose judgement it is: "for Rabat, ... is", "... is unacceptable to Baku", else whoever says it."""
    told = (t for c in verb.children if c.dep_ in {"attr", "acomp"} for t in c.children)  # "is a red line for Rabat"
    for preposition in (*verb.children, *cue.children, *told):
        if preposition.dep_ == "prep" and preposition.lower_ in {"for", "to"}:
            parties = tuple(p for t in preposition.children for p in _named(context, t))
            if parties:
                return parties
    return speakers_of(context, verb)


def _named(context: Context, token: Token) -> tuple[str, ...]:
    """The sides that a word names, a capital that stands for its state too ("for Rabat, ... is a red line")."""
    named = token.doc.user_data["named"]
    if context.roster.at(token) or token.i not in named:
        return context.roster.parties_at(token)
    entity = named[token.i]
    return (context.roster.enter(entity.name, entity.kind, entity.iso).id,)


def _made(
    context: Context, subject: Token, parties: tuple[str, ...], sentence: Sentence, reading: tuple[Stance, str]
) -> Iterator[Claim]:
    doc = subject.doc
    right = doc[subject.right_edge.i]
    start, end = offset_of(doc[subject.left_edge.i]), offset_of(right) + len(right)
    question = question_before(context, sentence)
    issue = claim_issue(context.report.text[start:end], sentence, question, start)
    for party in dict.fromkeys(parties) if issue is not None else ():
        yield Claim(party, reading[0], start, end, issue or "other", sentence, f"judgement {reading[1]!r}")
