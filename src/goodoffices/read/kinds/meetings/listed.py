"""Lists: "with X, the minister of A, and with representatives of B, C and D": read along the words, not the tree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..governing import Clause
from ..phrases import actors_at, objects_behind
from .person_words import is_person_word
from .taking_part import takes_part
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["company_hung_deeper", "in_lists"]

_LONGEST = 90
"""Words of a list at most."""
_MANY = 3
"""Fewer than this are no list that the parser gets wrong."""
_DEEPEST = 5
_JOINING = frozenset(
    {
        "of",
        "from",
        "for",
        "with",
        "by",
        "including",
        "as",
        "well",
        "both",
        "led",
        "headed",
        "represented",
        "now",
        "then",
    }
)
_MARKS = frozenset({",", "(", ")", "'s", "’s", "’", "'", "-", "."})
_NAMES = frozenset({"PROPN", "DET", "CCONJ", "ADJ", "NUM"})


def in_lists(context: Context, clause: Clause) -> Iterator[str]:
    """Ids of those whom long lists name behind "with" and "in the presence of", and in front of the verb.

    Args:
        context: The report.
        clause: The clause of a meeting.
    """
    heads = (*clause.nouns, *clause.asides, *clause.verbs[:1])
    for child in (c for head in heads for c in head.children if c.dep_ == "prep" and c.i > head.i):
        if child.lower_ in {"with", "between"} or (child.lower_ == "of" and child.head == clause.cue):
            yield from _behind(context, child)
        elif child.lower_ == "in" and any(c.lemma_.lower() in meeting_words().presence for c in child.children):
            behind = (c for inner in child.children for c in inner.children if c.lower_ == "of")
            yield from (a for of in behind for a in _behind(context, of))
    if clause.verbs and takes_part(clause):
        yield from _before(context, clause.verbs[0])
    if clause.relation == "verb":  # "was joined by A, B and C"
        yield from (a for c in clause.cue.children if c.dep_ == "agent" for a in _behind(context, c))
    yield from (a for noun in clause.nouns for a in _in_which(context, noun))


def _in_which(context: Context, noun: Token) -> Iterator[str]:
    """ "A conference in which A, B of C and D took part", "a summit that A and B attended": read from "which" on."""
    for verb in noun.children:
        if verb.dep_ != "relcl" or verb.i - noun.i > _LONGEST or not _is_taking_part(verb):
            continue
        doc = verb.doc
        which = next((t.i for t in doc[noun.i + 1 : verb.i] if t.tag_ in {"WDT", "WP"}), None)
        if which is not None:
            named = (t for t in doc[which + 1 : verb.i] if t.pos_ == "PROPN")
            yield from dict.fromkeys(a for t in named for a in actors_at(context, t))


def _is_taking_part(verb: Token) -> bool:
    part = verb.lemma_ == "take" and any(c.dep_ == "dobj" and c.lower_ == "part" for c in verb.children)
    denied = any(c.dep_ in {"neg", "auxpass"} for c in verb.children)
    return not denied and (part or verb.lemma_ in {"participate", "attend", "sit", "join"})


def company_hung_deeper(noun: Token) -> Iterator[Token]:
    """ "A gathering of heads of government with X": the parser hangs "with" on what stands behind "of"."""
    left = list(objects_behind(noun, {"of"}))
    for _ in range(_DEEPEST):
        for inner in left:
            yield from objects_behind(inner, {"with"})
        left = [below for inner in left for below in objects_behind(inner, {"of"})]


def _behind(context: Context, preposition: Token) -> tuple[str, ...]:
    doc, end = preposition.doc, min(preposition.i + _LONGEST, preposition.sent.end)
    last = preposition.i + 1
    while last < end and _may_stand(context, doc[last]):
        last += 1
    if last < end and doc[last].pos_ in {"VERB", "AUX"}:  # "met with A, and B said": B says it, and is not of the list
        while last > preposition.i + 1 and doc[last - 1].text != "," and doc[last - 1].lower_ != "and":
            last -= 1
    return _named(context, [*doc[preposition.i + 1 : last]])


def _before(context: Context, verb: Token) -> tuple[str, ...]:
    """Those whom a list names that opens a sentence and is all that stands before a verb ("A, B and C met")."""
    doc, start = verb.doc, verb.sent.start
    if verb.i - start > _LONGEST:
        return ()
    before = [t for t in doc[start : verb.i] if t.pos_ != "AUX"]
    end = next((n for n, t in enumerate(before) if not _may_stand(context, t)), len(before))
    aside = 0 < end < len(before) and before[end].tag_ in {"VBG", "VBN"} and before[end - 1].text == ","
    return _named(context, before[:end]) if aside or end == len(before) else ()


def _may_stand(context: Context, token: Token) -> bool:
    """Can a word stand in a list of names: a name, a title, a word for people, "of", "and"?"""
    if token.ent_type_ in {"DATE", "TIME"}:
        return False
    if token.pos_ in _NAMES or token.tag_ == "PRP$" or token.lower_ in _JOINING or token.text in _MARKS:
        return True
    return token.pos_ == "NOUN" and (
        is_person_word(context, token) or token.lemma_.lower() in meeting_words().assemblies
    )


def _named(context: Context, words: list[Token]) -> tuple[str, ...]:
    names = [t for t in words if t.pos_ in {"PROPN", "ADJ"}]
    found = tuple(dict.fromkeys(a for t in names for a in actors_at(context, t)))
    marks = sum(t.text == "," or t.lower_ == "and" for t in words)
    return found if len(found) >= _MANY and marks >= _MANY - 1 else ()
