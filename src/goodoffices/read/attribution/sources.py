"""Whose words they are: the noun phrase that a cue has for its source."""

from __future__ import annotations

import msgspec

from .contents import Range, stray_cue
from .lexicon import lexicon
from .model import Candidate
from .tree import Tree

__all__ = ["Source", "source_of", "subject_of"]

_FARTHEST = 12
"""Steps up the parse; a subject farther off is not the cue's."""

_RELATIVE = frozenset({"who", "which", "that", "whom"})


class Source(msgspec.Struct, frozen=True):
    """A source phrase.

    Attributes:
        head: Its head token, or -1 where the text names no one.
        span: Its range of tokens, or None.
        antecedent: The range that it stands for where it is a relative pronoun.
        how: The way in which it was found: ``subject``, ``shared``, ``agent``, ``possessor``, ...
    """

    head: int = -1
    span: Range | None = None
    antecedent: Range | None = None
    how: str = "none"


_NONE = Source()
_LENDING = frozenset({"conj", "advcl", "xcomp", "pcomp", "prep", "ccomp", "dep", "acl"})


def source_of(tree: Tree, found: Candidate) -> Source:
    """Find the source of a candidate."""
    if found.part == "noun":
        return _of_noun(tree, found)
    if found.frame == "colon":
        return Source(_top(tree, 0, found.head - 1), (0, found.head - 1), None, "colon")
    if found.frame == "phrase:according":
        return _object_of(tree, found.cue_end)
    if found.part == "other":
        return _phrase(tree, tree.first(found.cue_end, "poss"), "possessor")
    if found.part == "adjective":
        return subject_of(tree, tree.heads[found.head])
    return subject_of(tree, found.head)


def _top(tree: Tree, first: int, last: int) -> int:
    inside = (token for token in range(first, last + 1) if not first <= tree.heads[token] <= last)
    return next(inside, last)


def _object_of(tree: Tree, preposition: int) -> Source:
    return _phrase(tree, tree.first(preposition, "pobj", "pcomp"), "object")


def _phrase(tree: Tree, head: int | None, how: str) -> Source:
    if head is None:
        return _NONE
    return Source(head, (tree.left[head], tree.right[head]), None, how)


def subject_of(tree: Tree, verb: int) -> Source:
    """Who does what `verb` says: its subject, its agent, or the subject that it shares with the verb above it."""
    passive = tree.first(verb, "nsubjpass", "auxpass") is not None
    agent = tree.first(verb, "agent")
    if agent is not None:
        return _phrase(tree, tree.first(agent, "pobj"), "agent")
    if passive:
        return _NONE
    cue = stray_cue(tree, verb)
    if cue is not None:
        return subject_of(tree, cue)
    own = tree.first(verb, "nsubj")
    if own is not None:
        return _relative(tree, verb, own) if tree.words[own] in _RELATIVE else _phrase(tree, own, "subject")
    return _shared(tree, verb)


def _relative(tree: Tree, verb: int, pronoun: int) -> Source:
    host = tree.heads[verb]
    if tree.deps[verb] != "relcl":
        return Source(pronoun, (pronoun, pronoun), None, "relative")
    last = min(tree.left[verb], pronoun) - 1
    antecedent = (tree.left[host], last) if tree.left[host] <= last else None
    return Source(pronoun, (pronoun, pronoun), antecedent, "relative")


def _shared(tree: Tree, verb: int) -> Source:
    for _ in range(_FARTHEST):
        dep, above = tree.deps[verb], tree.heads[verb]
        if dep in {"acl", "relcl"} and tree.pos[above] in {"NOUN", "PROPN", "PRON"}:
            return _modified(tree, verb, above)
        if above == verb or dep not in _LENDING:
            return _NONE
        found = _of_above(tree, dep, above)
        if found.head >= 0:
            return found
        verb = above
    return _NONE


def _of_above(tree: Tree, dep: str, above: int) -> Source:
    """The subject, or controlling object, that the verb above lends to one that hangs on it by `dep`."""
    if dep == "xcomp" and tree.lemmas[above] in lexicon().lists["object_control"]:
        controlled = tree.first(above, "dobj", "dative")
        if controlled is not None:
            return _phrase(tree, controlled, "controlled")
    found = subject_of(tree, above) if tree.first(above, "nsubj", "agent", "nsubjpass") is not None else _NONE
    if found.head >= 0:
        return Source(found.head, found.span, found.antecedent, "shared")
    return _phrase(tree, tree.first(above, "nsubjpass"), "shared")


def _modified(tree: Tree, verb: int, noun: int) -> Source:
    """The noun that a participle modifies: "a letter saying ...", without the participle's own phrase."""
    last = tree.left[verb] - 1
    return Source(noun, (tree.left[noun], last), None, "modified") if tree.left[noun] <= last else _NONE


def _of_noun(tree: Tree, found: Candidate) -> Source:
    noun = found.head
    possessor = tree.first(noun, "poss")
    if possessor is not None:
        return _phrase(tree, possessor, "possessor")
    for child in tree.dependents(noun, "prep", "agent"):
        if tree.words[child] in {"by", "from"}:
            return _object_of(tree, child)
    for child in tree.dependents(noun, "prep"):
        if tree.words[child] in {"of", "among"} and found.cue_end != child:
            return _object_of(tree, child)
    verb = tree.heads[noun]
    if tree.deps[noun] in {"dobj", "attr"} and tree.pos[verb] in {"VERB", "AUX"}:
        above = subject_of(tree, verb)
        return Source(above.head, above.span, above.antecedent, "light")
    compound = next((c for c in tree.dependents(noun, "compound", "amod", "nmod") if tree.entities[c]), None)
    return _phrase(tree, compound, "compound")
