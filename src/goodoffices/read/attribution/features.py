"""What a candidate looks like, in words that weights can be given to."""

from __future__ import annotations

from .lexicon import lexicon
from .model import Candidate
from .sources import Source
from .tree import Tree

__all__ = ["features", "source_class", "topic_class"]

_NAMED = {"PERSON": "person", "NORP": "group", "ORG": "body", "GPE": "place", "LOC": "place", "FAC": "place"}
_PRONOUNS = ("first", "second", "third", "neuter", "indefinite")
_RELATIVE = {"who": "who", "whom": "who", "which": "which"}
_SIZES = ((1, "1"), (2, "2"), (4, "4"), (9, "9"))
_LONG = 12
"""Tokens that are looked at for the question mark that ends a sentence, and steps up for a clause above."""


def features(tree: Tree, found: Candidate, source: Source, *, first: bool) -> list[str]:
    """List the features of a candidate.

    Args:
        tree: The paragraph.
        found: The candidate.
        source: Its source.
        first: True where the paragraph is the first of the text, as a headline is.

    Returns:
        Names of the features that hold.
    """
    cue = "the" if found.part == "other" else tree.lemmas[found.head]
    classes = lexicon().classes(found.part, cue) or (("other",) if found.part == "other" else ("none",))
    kind, thing = source_class(tree, source), topic_class(tree, found.topic)
    tag, frame = tree.tags[found.head], found.frame
    basic = frame.split(":")[0].split("|")[0]
    names = [
        "bias",
        f"frame={frame}",
        f"basic={basic}",
        f"source={kind}",
        f"how={source.how}",
        f"tag={tag}",
        f"dep={tree.deps[found.head]}",
        f"lemma={cue}",
        f"lemma+basic={cue}+{basic}",
        f"lemma+frame={cue}+{frame}",
        f"tag+source={tag}+{kind}",
        f"frame+source={basic}+{kind}",
        f"thing={thing}",
        f"thing+basic={thing}+{basic}",
    ]
    for name in classes:
        names += [f"class={name}", f"class+frame={name}+{frame}", f"class+basic={name}+{basic}"]
        names += [f"class+source={name}+{kind}", f"class+thing={name}+{thing}+{basic}"]
    return [
        *names,
        *_of_cue(tree, found),
        *_of_content(tree, found, basic),
        *_of_place(tree, found, basic, first=first),
    ]


def source_class(tree: Tree, source: Source) -> str:
    """What kind of thing the source is: a person, a body, a document, something that cannot speak, ..."""
    if source.head < 0 or source.span is None:
        return "no"
    head, lists = source.head, lexicon().lists
    word = tree.words[head]
    pronoun = next((name for name in _PRONOUNS if word in lists[name]), _RELATIVE.get(word))
    known = pronoun or lexicon().kinds.get(tree.lemmas[head]) or _entity(tree, head)
    if known:
        return known
    if tree.pos[head] == "NOUN":
        return "things" if tree.tags[head] == "NNS" else "thing"
    return "name" if tree.pos[head] == "PROPN" else "other"


def topic_class(tree: Tree, topic: int) -> str:
    """What kind of thing a content is about, by its head: a person, a cue noun, a clause, ..."""
    if tree.pos[topic] in {"VERB", "AUX"}:
        return "clause"
    if tree.pos[topic] == "PRON":
        return "pronoun"
    lemma = tree.lemmas[topic]
    noun = "cue noun" if lemma in lexicon().nouns else lexicon().kinds.get(lemma)
    return _entity(tree, topic) or noun or tree.pos[topic]


def _entity(tree: Tree, token: int) -> str:
    entity = tree.entities[token]
    return _NAMED.get(entity, "entity") if entity else ""


def _of_cue(tree: Tree, found: Candidate) -> list[str]:
    names = []
    verb = tree.heads[found.head] if found.part == "adjective" else found.head
    for child in tree.children[verb]:
        dep = tree.deps[child]
        if dep == "aux":
            names.append("modal" if tree.words[child] in lexicon().lists["modals"] else f"aux={tree.lemmas[child]}")
        elif dep in {"neg", "auxpass", "mark", "agent", "dative"}:
            names.append(f"has={dep}")
    if tree.quoted[found.head] >= 0:
        names.append("cue quoted")
        if found.part != "other":
            names.append("cue quoted+" + found.part)
    return list(dict.fromkeys(names))


def _of_content(tree: Tree, found: Candidate, basic: str) -> list[str]:
    begin, last = found.content[0][0], found.content[-1][1]
    length = sum(b - a + 1 for a, b in found.content)
    size = next((name for most, name in _SIZES if length <= most), "long")
    names = [f"size={size}", f"size+basic={size}+{basic}", f"topic={tree.pos[found.topic]}"]
    while begin < last and tree.is_mark(begin):
        begin += 1
    lead = tree.words[begin]
    names.append(f"lead={lead}" if tree.pos[begin] in {"SCONJ", "PART", "ADP", "PRON"} or lead == "that" else "lead")
    names.append(f"lead tag={tree.tags[begin]}+{basic}")
    if any(tree.quoted[a] >= 0 or tree.quoted[b] >= 0 for a, b in found.content):
        names += ["quotes", f"quotes+{basic}"]
    if begin < found.head:
        names.append(f"fronted+{basic}")
    if tree.tags[found.topic] in {"VBZ", "VBD", "VBP", "MD"}:
        names.append("finite")
    return names


def _of_place(tree: Tree, found: Candidate, basic: str, *, first: bool) -> list[str]:
    names = ["first paragraph", f"first paragraph+{basic}"] if first else []
    start, last = tree.bounds[tree.sentence[found.head]]
    if "?" in tree.words[max(start, last - 2) : last + 1]:
        names.append("question")
    above = _clause_above(tree, found.head)
    if above:
        names += [f"nested={above}", f"nested+basic={basic}"]
    if basic != "ccomp" and any(tree.deps[child] == "ccomp" for child in tree.children[found.head]):
        names.append("has clause")
    return names


def _clause_above(tree: Tree, token: int) -> str:
    """How a cue stands in the content of another: ``ccomp``, ``xcomp``, ``np`` (in a noun phrase); "" on its own."""
    for _ in range(_LONG):
        head, dep = tree.heads[token], tree.deps[token]
        if head == token:
            return ""
        if dep in {"ccomp", "xcomp"} and tree.lemmas[head] in lexicon().verbs:
            return dep
        if dep in {"nsubj", "dobj", "pobj"}:
            return "np"
        token = head
    return ""
