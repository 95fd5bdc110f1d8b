"""Undertakings: what an agreement lays down, its parties have accepted, though the clause names none of them."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..document import Sentence, offset_of, sentence_of
from .broken_accords import is_ended
from .claims import Claim, claim_issue
from .conditions import condition_in
from .frames import frames
from .holders import actors_of_phrase, holders_of_clause
from .issues import issues_in
from .negation import is_negated
from .subjects import subject_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from ..context import Context

__all__ = ["find_undertakings", "signatories"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_BASIS = "what an agreement lays down"


@functools.lru_cache(maxsize=2)
def _joint_acts(context: Context) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Where two sides or more agree or sign together: the number of the sentence, and who."""
    found = []
    for passage in context.passages:
        for token in passage.doc:
            if token.pos_ == "VERB" and token.lemma_.lower() in frames().concluding and not is_negated(token):
                parties = _signing(context, token) or holders_of_clause(context, token)
                if len(parties) > 1:
                    found.append((sentence_of(token).number, parties))
    return tuple(found)


def _signing(context: Context, verb: Token) -> tuple[str, ...]:
    """ "The statement signed by the leaders of A, B and C"."""
    agents = [t for c in verb.children if c.dep_ in {"agent", "prep"} and c.lower_ == "by" for t in c.children]
    named = (
        a
        for t in agents
        for w in (t, *(g for c in t.children if c.lower_ == "of" for g in c.children))
        for a in actors_of_phrase(context, w)
    )
    return tuple(dict.fromkeys(context.roster.party(actor) for actor in named))


def signatories(context: Context, sentence: Sentence) -> tuple[str, ...]:
    """Who last agreed or signed something together, up to the end of a sentence; nobody where nobody did.

    Args:
        context: The report.
        sentence: Where an agreement is spoken of.
    """
    acts = _joint_acts(context)
    place = bisect_right(acts, sentence.number, key=lambda act: act[0])
    return acts[place - 1][1] if place else ()


def find_undertakings(context: Context, doc: Doc) -> Iterator[Claim]:
    """Find what the parties of an agreement have accepted with it, in one parsed block.

    Args:
        context: The report.
        doc: The parse of the block.
    """
    for token in doc:
        if token.pos_ not in {"VERB", "AUX"} or sentence_of(token).text.rstrip().endswith("?"):
            continue
        if _is_laid_down(context, token):
            yield from _made(context, token, signatories(context, sentence_of(token)))
        elif token.lemma_.lower() in frames().concluding and not is_negated(token):
            yield from _attached(context, token)
            yield from _concluded(context, token)
        elif token.lemma_.lower() in frames().laying_down and not is_negated(token):
            yield from _told(context, token)


def _is_laid_down(context: Context, verb: Token) -> bool:
    """ "Under the protocol, calls are to be restored": a passive of what is to come, under an agreement."""
    ahead = any(c.dep_ == "aux" and c.lower_ in {"will", "shall"} for c in verb.children) or _is_bound(verb)
    passive = any(c.dep_ == "nsubjpass" for c in verb.children) or (_is_bound(verb) and _is_passive(verb))
    if not ahead or not passive or is_negated(verb) or verb.dep_ in {"relcl", "advcl", "acl"}:
        return False
    sentence = sentence_of(verb)
    at = offset_of(verb)
    if {*holders_of_clause(context, verb)} - {*signatories(context, sentence)} or context.is_said(at, at + len(verb)):
        return False
    free = condition_in(context.report.text, sentence.start, sentence.end) is None
    return free and frames().powers.search(f"{context.text_before(sentence)} {sentence.text}") is not None


def _attached(context: Context, verb: Token) -> Iterator[Claim]:
    """ "Signed a ceasefire, with all foreign fighters to leave within three months"."""
    parties = holders_of_clause(context, verb)
    things = [c for c in verb.children if c.dep_ == "dobj"]
    hung = [c for t in (verb, *things) for c in t.children if c.dep_ == "prep" and c.lower_ == "with" and c.i > verb.i]
    for clause in (
        c for p in hung for c in p.children if c.dep_ == "pcomp" and any(g.tag_ == "TO" for g in c.children)
    ):
        yield from _made(context, clause, parties if len(parties) > 1 else ())


def _concluded(context: Context, verb: Token) -> Iterator[Claim]:
    """ "Oman hails the truce that Chad and Kenya announced": those two have accepted it."""
    accord = verb.head
    if verb.dep_ not in {"relcl", "acl"} or accord.lemma_.lower() not in frames().accords or _is_ahead(verb):
        return
    if accord.dep_ == "pobj" and accord.head.lower_ == "of":
        return  # "the weakness of the understandings that both reached": background
    parties = _signing(context, verb) if verb.dep_ == "acl" or _is_passive(verb) else holders_of_clause(context, verb)
    own = next((c for c in verb.children if c.dep_ == "nsubj" and c.lower_ not in {"that", "which"}), None)
    if len(parties) > 1 and (own is not None or verb.dep_ == "acl" or _is_passive(verb)):
        times = (t for c in verb.children if c.dep_ in {"prep", "npadvmod"} for t in (c, *c.children))
        years = [int(w.text) for t in times for w in (t, *t.children) if _YEAR.fullmatch(w.text)]
        day = context.report.published
        if not (years and day is not None and max(years) < day.year):  # "the treaty that both signed in 1994"
            told = tuple(_made(context, accord, parties))
            # "under the arrangement that both announced", "the Framework, the deal that both concluded": background
            yield from told or (_of_no_matter(accord, parties) if accord.dep_ not in {"pobj", "appos"} else ())


def _of_no_matter(accord: Token, parties: tuple[str, ...]) -> Iterator[Claim]:
    """An accord of which its clause does not tell what is in it: a step of the talks."""
    sentence, start = sentence_of(accord), offset_of(accord)
    for party in dict.fromkeys(parties):
        yield Claim(party, "accepts", start, start + len(accord), "process", sentence, _BASIS)


def _is_ahead(verb: Token) -> bool:
    """ "The deal that both would sign"."""
    return any(c.tag_ in {"MD", "TO"} for c in verb.children)


def _is_bound(verb: Token) -> bool:
    """ "are to ..."."""
    return verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and any(c.tag_ == "TO" for c in verb.children)


def _is_passive(verb: Token) -> bool:
    return any(c.dep_ == "auxpass" for c in verb.children)


def _told(context: Context, verb: Token) -> Iterator[Claim]:
    """ "Article 4 says that Serbia will not object", "the treaty provides for a withdrawal"."""
    subject = subject_of(verb)
    if subject is None or not (subject.lemma_.lower() in frames().accords or _points_to_accord(context, subject)):
        return
    if any(c.dep_ == "aux" and c.lower_ in {"would", "could", "might"} for c in verb.children):
        return  # "a truce would allow aid agencies to reach them"
    if verb.dep_ in {"relcl", "conj"} and _is_bygone(context, verb.head if verb.dep_ == "relcl" else verb.head.head):
        return
    joint = signatories(context, sentence_of(verb))
    if verb.lemma_.lower() in frames().obliging:
        yield from _obliged(context, verb)
        return
    for part in [c for c in verb.children if c.i > verb.i and c.dep_ in {"ccomp", "dobj", "prep"}]:
        if part.dep_ == "prep" and part.lower_ != "for":
            continue
        own = next((c for c in part.children if c.dep_ in _SUBJECTS), None) if part.dep_ == "ccomp" else None
        named = context.roster.parties_at(own) if own is not None else ()
        yield from _made(context, part, named or joint)


def _is_bygone(context: Context, accord: Token) -> bool:
    """ "Ended an agreement that allowed ...", "under a 1951 treaty that allows ...": of another day, or no more."""
    if accord.lemma_.lower() not in frames().accords:
        return False
    times = (t for c in accord.children if c.i < accord.i or c.dep_ == "prep" for t in (c, *c.children))
    years = [int(t.text) for t in times if _YEAR.fullmatch(t.text)]
    day = context.report.published
    return is_ended(accord) or (bool(years) and day is not None and max(years) < day.year)


def _points_to_accord(context: Context, subject: Token) -> bool:
    """ "It is said to oblige Tehran to ...": behind a sentence of an accord, and no actor."""
    if subject.lower_ not in {"it", "this", "that", "which"} or context.roster.at(subject):
        return False
    return frames().powers.search(context.text_before(sentence_of(subject))) is not None or subject.dep_ == "nsubjpass"


def _obliged(context: Context, verb: Token) -> Iterator[Claim]:
    """ "The pact obliges Kenya to end its support and the rebels to free two men": each has accepted its part."""
    clauses = [c for c in verb.children if c.i > verb.i and c.dep_ in {"ccomp", "xcomp"}]
    clauses += [g for c in clauses for g in c.children if g.dep_ == "conj"]
    # the second part hangs where the parser puts it: a name, and "to" behind it
    clauses += [
        t
        for t in verb.subtree
        if t.dep_ in {"relcl", "acl", "advcl"} and t.left_edge.tag_ == "TO" and t.head.i > verb.i
    ]
    for clause in dict.fromkeys(clauses):
        own = next((c for c in clause.children if c.dep_ in _SUBJECTS), None)
        if own is None:
            named = (
                clause.head
                if clause.dep_ in {"relcl", "acl"}
                else next((c for c in verb.children if c.dep_ == "dobj"), None)
            )
            own = named if named is not None and named.i < clause.i else None
        before = verb.doc[clause.left_edge.i - 1]  # "the rebels to free ..."
        parties = context.roster.parties_at(before) if before.i > verb.i else ()
        parties = parties or (context.roster.parties_at(own) if own is not None else ())
        yield from _made(context, clause, parties)


def _made(context: Context, token: Token, parties: tuple[str, ...]) -> Iterator[Claim]:
    sentence = sentence_of(token)
    top = token.head if _is_bound(token) else token
    right = top.doc[top.right_edge.i]
    start = max(offset_of(top.doc[top.left_edge.i]), sentence.start)
    end = min(offset_of(right) + len(right), sentence.end)
    words = context.report.text[start:end]
    if not issues_in(words):
        return
    issue = claim_issue(words, sentence)
    for party in dict.fromkeys(parties) if issue is not None else ():
        yield Claim(party, "accepts", start, end, issue or "other", sentence, _BASIS)
