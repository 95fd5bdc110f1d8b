"""Cues that are no verbs: nouns ("the claim that"), phrases of source ("according to"), and the colon."""

from __future__ import annotations

from collections.abc import Iterator

from .contents import cut, end_of, sentence_without, sized, span_without
from .lexicon import lexicon
from .model import Candidate
from .tree import Tree

__all__ = ["made", "of_according", "of_colon", "of_noun"]

_LEADS = frozenset({"that", "to", "how", "whether", "why", "which", "who"})
_CLIMB = 20
"""Steps up the parse from a phrase to the clause that it stands in."""

_COLON_WITHIN = 9
"""Tokens; a name before a colon is no longer."""


def made(tree: Tree, head: int, frame: str, topic: int, cue_end: int, *, part: str = "verb") -> Candidate:
    """Make the candidate whose content is what `topic` heads."""
    content = cut(tree, (tree.left[topic], end_of(tree, head, topic)), head, cue_end)
    return Candidate(head=head, frame=frame, content=content, cue_end=cue_end, topic=topic, part=part)


def of_noun(tree: Tree, noun: int) -> Iterator[Candidate]:
    """The candidates that a noun is the cue of."""
    for child in tree.children[noun]:
        dep = tree.deps[child]
        if child < noun:
            continue
        if dep in {"acl", "relcl", "ccomp"}:
            lead = tree.words[tree.left[child]]
            frame = f"noun:{dep}:{lead if lead in _LEADS else ''}"
            yield made(tree, noun, frame, child, noun, part="noun")
        elif dep == "prep":
            topic = tree.first(child, "pobj", "pcomp")
            if topic is not None:
                yield made(tree, noun, f"noun:{tree.words[child]}", topic, child, part="noun")
    yield from _equated(tree, noun)
    yield from _by_opinion(tree, noun)


def _equated(tree: Tree, noun: int) -> Iterator[Candidate]:
    """A noun that a copula equates with what is said: "her view is that ...", "the message was clear: ..."."""
    verb = tree.heads[noun]
    if tree.deps[noun] != "nsubj" or tree.lemmas[verb] != "be":
        return
    for child in tree.dependents(verb, "ccomp", "xcomp", "attr"):
        if child > verb:
            yield made(tree, noun, f"noun:is:{tree.deps[child]}", child, verb, part="noun")


def _by_opinion(tree: Tree, noun: int) -> Iterator[Candidate]:
    """Take "in the minister's view" for a cue of the clause that it stands in."""
    head = tree.heads[noun]
    if (
        tree.lemmas[noun] in lexicon().lists["opinions"]
        and tree.words[head] in {"in", "by"}
        and tree.first(noun, "poss") is not None
    ):
        yield from _whole(tree, head, head, noun, "other")


def of_according(tree: Tree, token: int) -> Iterator[Candidate]:
    """The candidates of "according to"."""
    to = tree.first(token, "prep")
    if to is None and token + 1 < len(tree) and tree.words[token + 1] == "to":
        to = token + 1
    if to is not None:
        yield from _whole(tree, token, token, to, "other")


def _whole(tree: Tree, head: int, top: int, cue_end: int, part: str) -> Iterator[Candidate]:
    """All of the clause that a phrase of source stands in, without the phrase."""
    host, steps = tree.heads[top], 0
    while steps < _CLIMB and tree.pos[host] not in {"VERB", "AUX"} and tree.heads[host] != host:
        host, steps = tree.heads[host], steps + 1
    while (
        steps < _CLIMB and tree.deps[host] in {"xcomp", "advcl", "ccomp", "acl", "pcomp"} and tree.heads[host] != host
    ):
        host, steps = tree.heads[host], steps + 1
    phrase = (tree.left[top], max(tree.right[top], tree.right[cue_end]))
    content = sentence_without(tree, host, phrase)
    if sized(content):
        frame = f"phrase:{tree.words[head]}"
        yield Candidate(head=head, frame=frame, content=content, cue_end=cue_end, topic=host, part=part)
        first, last = tree.bounds[tree.sentence[head]]
        wide = span_without(tree, (first, last), phrase)
        if wide != content and sized(wide):
            yield Candidate(head=head, frame=frame + "+all", content=wide, cue_end=cue_end, topic=host, part=part)


def of_colon(tree: Tree) -> Iterator[Candidate]:
    """The candidate of a name before a colon, as headlines and transcripts have it."""
    for token in range(1, min(_COLON_WITHIN, len(tree) - 2)):
        if tree.words[token] == ":":
            content = ((token + 1, tree.bounds[-1][1]),)
            if sized(content):
                yield Candidate(
                    head=token, frame="colon", content=content, cue_end=token, topic=token + 1, part="other"
                )
            return
