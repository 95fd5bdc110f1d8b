"""Where a content ends, and what it leaves out: the cue's own clause, loose clauses, a second cue."""

from __future__ import annotations

from .lexicon import lexicon
from .tree import Tree

__all__ = [
    "LONGEST",
    "Range",
    "clause_of",
    "cut",
    "end_of",
    "sentence_without",
    "sized",
    "span_without",
    "stray_cue",
    "tail_of",
]

Range = tuple[int, int]
"""First and last token, both included."""

LONGEST = 400
"""Tokens; a content that is longer is a parse gone wrong."""


def sized(content: tuple[Range, ...]) -> bool:
    """Is there a content, and can it be one?"""
    return 0 < sum(last - first + 1 for first, last in content) <= LONGEST


def end_of(tree: Tree, head: int, topic: int) -> int:
    """The end of a content, before a second cue of the same source ("said it was open and warned ...")."""
    if tree.pos[topic] in _NOMINAL:
        return _before_loose(tree, topic)
    for child in tree.children[topic]:
        if stray_cue(tree, child) == head:
            last = tree.left[child] - 1
            while last > topic and (tree.pos[last] in {"CCONJ", "PUNCT", "ADV"}):
                last -= 1
            return last
    return _before_loose(tree, topic) if tree.quoted[topic] < 0 else tree.right[topic]


_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_DASHES = frozenset({"--", "\u2014", "\u2013"})
_LOOSE = frozenset({"which", "who", "whose", "whom", "where"})


def _before_loose(tree: Tree, topic: int) -> int:
    """The end of a content before a loose relative clause, or, in a noun phrase, before a dash."""
    last, noun = tree.right[topic], tree.pos[topic] in _NOMINAL
    for token in range(topic + 1, min(last, topic + LONGEST)):
        if tree.quoted[token] >= 0:
            continue
        if (tree.words[token] == "," and tree.words[token + 1] in _LOOSE) or (noun and tree.words[token] in _DASHES):
            return token - 1
    return last


_STRAY = frozenset({"say", "inform", "ask", "blame", "praise", "admit"})


def stray_cue(tree: Tree, verb: int) -> int | None:
    """The cue that `verb` goes with, where the parser has hung it into what that cue attributes.

    In "she said it was open and warned them", "warned" goes with "said": both have one tense, it is a verb of speech,
    and it has no subject of its own. So does "adding" in "she said it was open, adding that ...".
    """
    above = tree.heads[verb]
    cue = tree.heads[above]
    if tree.deps[above] != "ccomp" or above < cue or tree.first(verb, "nsubj", "nsubjpass", "aux") is not None:
        return None
    if tree.deps[verb] == "advcl" and tree.tags[verb] == "VBG":
        return cue if tree.lemmas[verb] in lexicon().lists["additions"] else None
    if tree.deps[verb] != "conj" or tree.tags[verb] != tree.tags[cue]:
        return None
    return None if _STRAY.isdisjoint(lexicon().verbs.get(tree.lemmas[verb], ())) else cue


def cut(tree: Tree, span: Range, head: int, cue_end: int) -> tuple[Range, ...]:
    """Cut a cue's own clause out of a content that runs around it."""
    first, last = span
    if not first <= head <= last:
        return (span,)
    own = clause_of(tree, head, cue_end)
    return tuple(piece for piece in ((first, own[0] - 1), (own[1] + 1, last)) if piece[0] <= piece[1])


def clause_of(tree: Tree, head: int, cue_end: int) -> Range:
    """The cue with its subject and what else is its own, without its content."""
    own = [child for child in tree.children[head] if tree.deps[child] in _OWN]
    first = min([head, *(tree.left[child] for child in own)])
    last = max([cue_end, *(tree.right[child] for child in own)])
    return first, last


_OWN = frozenset(
    {"nsubj", "nsubjpass", "aux", "auxpass", "neg", "advmod", "prt", "mark", "npadvmod", "dative", "agent"}
)


def tail_of(tree: Tree, verb: int, clause: int) -> int:
    """Where the clause ends if what follows it belongs to it (because ..., if ..., in ...) and not to the cue."""
    last = tree.right[clause]
    if clause < verb:
        return last
    for child in tree.children[verb]:
        if child <= clause or tree.left[child] <= last:
            continue
        bound = tree.deps[child] == "prep" or (
            tree.deps[child] == "advcl" and tree.first(child, "mark", "advmod") is not None
        )
        if tree.deps[child] == "punct" and tree.words[child] != ",":
            break
        if bound:
            last = tree.right[child]
        elif tree.deps[child] != "punct":
            break
    return last


def sentence_without(tree: Tree, host: int, clause: Range) -> tuple[Range, ...]:
    """The clause that `host` heads, without the inserted `clause`."""
    return span_without(tree, (tree.left[host], tree.right[host]), clause)


def span_without(tree: Tree, span: Range, clause: Range) -> tuple[Range, ...]:
    """The pieces of `span` before and behind an inserted `clause` that hold words."""
    first, last = span
    pieces = ((first, min(clause[0] - 1, last)), (max(clause[1] + 1, first), last))
    return tuple(piece for piece in pieces if _holds_words(tree, piece))


def _holds_words(tree: Tree, piece: Range) -> bool:
    return any(tree.pos[token] not in {"PUNCT", "SPACE"} for token in range(piece[0], min(piece[1], piece[0] + 9) + 1))
