"""Quotations without a verb of saying: the words right before them tell whose they are.

"Solana did not smile. 'Not today.'"; "Javier Solana, by telephone: 'Not today.'"; "I asked Solana when. 'Not today.'"
"""

from __future__ import annotations

from .features import source_class
from .sources import Source
from .tree import Tree

__all__ = ["colon_label", "has_word"]

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ENDS = frozenset({".", "?", "!"})
_SUBJECTS = ("nsubj", "nsubjpass")
_PERSONS = frozenset({"person", "human", "third", "name"})
_LONGEST = 30
"""Tokens of a label before a colon, at most."""
_BACK = 2
"""Sentences before a quotation among which one is looked for that has a person for its subject."""


def colon_label(tree: Tree, first: int, colon: int) -> Source:
    """Whose words the label before a colon says they are, where it is no sentence.

    Args:
        tree: The paragraph.
        first: The first token that can belong to the label.
        colon: The colon.

    Returns:
        The label ("A senator, Paloma Valencia, on the radio"), or whose it is ("Tehran's answer", "His grievance is").
    """
    start = _sentence_before(tree, first, colon - 1)
    if colon - start > _LONGEST or start >= colon:
        return Source()
    verb = next((t for t in range(start, colon) if tree.tags[t] in _FINITE and tree.quoted[t] < 0), None)
    if verb is None:
        head = next((t for t in range(start, colon) if not start <= tree.heads[t] < colon or tree.heads[t] == t), start)
        owner = tree.first(head, "poss") if tree.pos[head] == "NOUN" and not _is_person(tree, head) else None
        return _source(tree, owner) if owner is not None else Source(head, (start, colon - 1), None, "colon")
    subject = tree.first(verb, *_SUBJECTS)
    if subject is None:
        return Source()
    owner = tree.first(subject, "poss")
    if _is_person(tree, subject):
        return _source(tree, subject)
    return _source(tree, owner) if owner is not None and _is_person(tree, owner) else Source()


def has_word(tree: Tree, first: int, last: int, *, named: bool = False, told: int = -1) -> Source:
    """Who has the word behind some tokens: the subject of the last sentence, or who is asked in it.

    Args:
        tree: The paragraph.
        first: First of the tokens, which stand outside quotation marks.
        last: Last of them.
        named: Whether only a name counts.
        told: The verb of saying of the words before: its own sentence tells of those, and of no new speaker.
    """
    end = last
    for _ in range(_BACK):
        start = _sentence_before(tree, first, end)
        if start <= told <= end:
            return Source()
        found = _of_sentence(tree, start, end, named=named)
        if found.head >= 0 or start <= first or _tells_of_a_thing(tree, start, end):
            return found
        end = start - 1
    return Source()


def _sentence_before(tree: Tree, first: int, last: int) -> int:
    """Where the sentence begins that ends at `last`."""
    at = last - 1
    while at >= first and not (tree.words[at] in _ENDS and tree.quoted[at] < 0):
        at -= 1
    at += 1
    while at <= last and tree.pos[at] in {"PUNCT", "SPACE"}:
        at += 1
    return at


def _of_sentence(tree: Tree, start: int, end: int, *, named: bool) -> Source:
    for token in range(start, end + 1):
        if tree.lemmas[token] not in _ASKING or tree.pos[token] != "VERB":
            continue
        asked = tree.first(token, "nsubjpass", "dobj", "dative")
        if asked is not None and _is_person(tree, asked):
            return _source(tree, asked)
    for token in range(start, end + 1):
        if tree.deps[token] in _SUBJECTS and tree.tags[tree.heads[token]] in _FINITE | {"VBN", "VBG"}:
            fits = _is_person(tree, token) and (not named or tree.pos[token] == "PROPN")
            return _source(tree, token) if fits else Source()
    return Source()


def _tells_of_a_thing(tree: Tree, start: int, end: int) -> bool:
    """Is the subject of a sentence a noun ("The sign on the gate promised peace")? Then nobody before has the word."""
    subject = next((t for t in range(start, end + 1) if tree.deps[t] in _SUBJECTS), None)
    return subject is not None and tree.pos[subject] in {"NOUN", "PROPN"}


_ASKING = frozenset({"ask", "press", "question"})


def _is_person(tree: Tree, token: int) -> bool:
    return source_class(tree, Source(token, (token, token))) in _PERSONS


def _source(tree: Tree, token: int) -> Source:
    return Source(token, (tree.left[token], tree.right[token]), None, "near")
