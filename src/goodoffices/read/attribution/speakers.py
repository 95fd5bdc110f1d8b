"""Who says it: the source of a verb of direct speech, before or behind it."""

from __future__ import annotations

from .sources import Source, subject_of
from .tree import Tree

__all__ = ["speaker_of"]

_NAMES = frozenset({"PROPN", "NOUN", "PRON"})


def speaker_of(tree: Tree, cue: int) -> Source:
    """The source of a cue of direct speech, its subject before or behind it."""
    found = subject_of(tree, cue)
    if found.head >= 0 and tree.quoted[found.head] >= 0:  # the parser took words of the quotation for who says it
        found = _outside(tree, cue) or found
    behind = _noun_behind(tree, cue)
    if found.head >= 0 and (found.how != "shared" or behind is None):
        return found
    if behind is not None:
        return Source(behind, (tree.left[behind], tree.right[behind]), None, "subject")
    return _name_ahead(tree, cue)


def _outside(tree: Tree, cue: int) -> Source | None:
    """The subject of a cue that stands in no quotation ("'My signature,' he said"), or the name before it."""
    own = next((child for child in tree.dependents(cue, "nsubj") if tree.quoted[child] < 0), None)
    ahead = _name_ahead(tree, cue) if own is None else Source(own, (tree.left[own], tree.right[own]), None, "subject")
    return ahead if ahead.head >= 0 else None


def _noun_behind(tree: Tree, cue: int) -> int | None:
    """The subject of "said Smith" where the parser took it for something else."""
    if tree.tags[cue] not in {"VBD", "VBZ", "VBP"}:
        return None
    for child in tree.children[cue]:
        if child > cue and tree.pos[child] in _NAMES and tree.quoted[child] < 0 and tree.deps[child] in _MISTAKEN:
            return child
    return None


_MISTAKEN = frozenset({"dobj", "attr", "npadvmod", "dep", "oprd", "appos", "nsubjpass", "intj"})


def _name_ahead(tree: Tree, cue: int) -> Source:
    """The noun right before a cue that the parser left without a subject."""
    token = cue - 1
    while token >= 0 and (tree.pos[token] in {"ADV", "AUX", "PART"} or tree.words[token] == ","):
        token -= 1
    if token < 0 or tree.pos[token] not in _NAMES or tree.quoted[token] >= 0:
        return Source()
    return Source(token, (tree.left[token], token), None, "near")
