"""What could be an attribution: each cue with each way in which a content can hang on it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from .contents import Range, clause_of, sentence_without, sized, tail_of
from .lexicon import Lexicon, lexicon
from .model import Candidate
from .phrases import made, of_according, of_colon, of_noun
from .tree import Tree

__all__ = ["candidates"]

_MOST = 60
"""Dependents; a verb with more is a list or a parse gone wrong."""

_CLAUSES = ("ccomp", "xcomp")


def candidates(tree: Tree) -> Iterator[Candidate]:
    """Find every candidate of a paragraph, in the order of their cues."""
    words = lexicon()
    for token, pos in enumerate(tree.pos):
        if tree.words[token] == "according":
            yield from of_according(tree, token)
        elif pos == "VERB" or (pos == "AUX" and tree.deps[token] not in {"aux", "auxpass"}):
            yield from _of_verb(tree, token, words)
        elif pos in {"NOUN", "PROPN"} and tree.lemmas[token] in words.nouns:
            yield from of_noun(tree, token)
    yield from of_colon(tree)


def _of_verb(tree: Tree, verb: int, words: Lexicon) -> Iterator[Candidate]:
    for found in _complements(tree, verb):
        if sized(found.content):
            yield found
    if tree.lemmas[verb] in words.verbs:
        yield from _inserted(tree, verb)


def _complements(tree: Tree, verb: int) -> Iterator[Candidate]:
    end = _particle_end(tree, verb)
    if len(tree.children[verb]) > _MOST:
        return
    for child in tree.children[verb]:
        dep = tree.deps[child]
        if dep in _CLAUSES:
            yield from _of_clause(tree, verb, child, end)
        elif dep == "dobj" and child > verb:
            yield from _of_object(tree, verb, child, end)
        elif dep in {"prep", "prt"} and child > verb:
            yield from _of_preposition(tree, verb, child)
        elif dep == "nsubjpass":
            yield made(tree, verb, "passive", child, end)
        elif dep in {"oprd", "attr"} and child > verb:
            yield made(tree, verb, dep, child, end)
        elif dep == "acomp":
            yield from _of_adjective(tree, verb, child)
        elif dep == "advmod" and tree.words[child] == "so" and child > verb:
            yield made(tree, verb, "so", child, end)


def _particle_end(tree: Tree, verb: int) -> int:
    particle = tree.first(verb, "prt")
    return particle if particle is not None and particle == verb + 1 else verb


def _of_clause(tree: Tree, verb: int, clause: int, end: int) -> Iterator[Candidate]:
    dep = tree.deps[clause]
    found = made(tree, verb, dep, clause, end)
    object_ = tree.first(verb, "dobj", "dative")
    if object_ is not None and verb < object_ < tree.left[clause]:
        content = ((tree.left[object_], found.content[-1][1]),)
        yield msgspec.structs.replace(found, frame=f"dobj+{dep}", content=content)
        yield msgspec.structs.replace(found, frame=f"{dep}|dobj")
        return
    yield found
    tail = tail_of(tree, verb, clause)
    if tail > tree.right[clause]:
        first = found.content[0][0] if found.content else clause
        yield msgspec.structs.replace(found, frame=dep + "+tail", content=((first, tail),))


def _of_object(tree: Tree, verb: int, object_: int, end: int) -> Iterator[Candidate]:
    found = made(tree, verb, "dobj", object_, end)
    yield found
    follower = next((c for c in tree.children[verb] if c > object_ and tree.deps[c] in {"prep", "oprd", "acomp"}), None)
    if follower is not None:
        word = tree.words[follower] if tree.deps[follower] == "prep" else tree.deps[follower]
        content = ((tree.left[object_], tree.right[follower]),)
        yield msgspec.structs.replace(found, frame=f"dobj+{word}", content=content)


def _of_preposition(tree: Tree, verb: int, preposition: int) -> Iterator[Candidate]:
    inner = preposition
    nested = tree.first(preposition, "prep")
    topic = tree.first(preposition, "pobj", "pcomp")
    if topic is None and nested is not None:
        inner, topic = nested, tree.first(nested, "pobj", "pcomp")
    if topic is None:
        return
    mid = tree.first(verb, "dobj")
    frame = f"prep:{tree.words[preposition]}" + ("|dobj" if mid is not None and verb < mid < preposition else "")
    yield made(tree, verb, frame, topic, inner)


def _of_adjective(tree: Tree, verb: int, adjective: int) -> Iterator[Candidate]:
    for child in tree.children[adjective]:
        dep = tree.deps[child]
        if dep in _CLAUSES:
            yield made(tree, adjective, f"adj:{dep}", child, adjective, part="adjective")
        elif dep == "prep":
            topic = tree.first(child, "pobj", "pcomp")
            if topic is not None:
                yield made(tree, adjective, f"adj:{tree.words[child]}", topic, child, part="adjective")
    if tree.lemmas[verb] == "be":
        for child in tree.dependents(verb, "ccomp", "xcomp"):
            if child > adjective:
                yield made(tree, adjective, f"be+adj:{tree.deps[child]}", child, adjective, part="adjective")


def _inserted(tree: Tree, verb: int) -> Iterator[Candidate]:
    """A cue set between commas in what is said: "The talks, she said, would go on"."""
    if tree.deps[verb] not in {"parataxis", "advcl", "ccomp", "relcl", "conj", "dep", "acl"}:
        return
    if any(c > verb and tree.deps[c] in {"ccomp", "xcomp", "dobj", "oprd"} for c in tree.children[verb]):
        return
    if tree.first(verb, "nsubj") is None:
        return
    clause = clause_of(tree, verb, _particle_end(tree, verb))
    content = sentence_without(tree, tree.heads[verb], clause)
    if sized(content) and _set_off(tree, clause):
        marked = tree.first(verb, "mark", "advmod")
        how = "as" if marked is not None and tree.words[marked] == "as" else "set"
        yield Candidate(
            head=verb, frame=f"inserted:{how}", content=content, cue_end=verb, topic=tree.heads[verb], part="verb"
        )


def _set_off(tree: Tree, clause: Range) -> bool:
    """Does punctuation or the end of the sentence bound the clause on both sides?"""
    first, last = tree.bounds[tree.sentence[clause[0]]]
    opened = clause[0] <= first or tree.pos[clause[0] - 1] == "PUNCT" or tree.pos[clause[0]] == "PUNCT"
    closed = clause[1] >= last or tree.pos[clause[1] + 1] == "PUNCT" or tree.pos[clause[1]] == "PUNCT"
    return opened and closed
