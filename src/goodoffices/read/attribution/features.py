"""What a candidate looks like, in words that weights can be given to."""

from __future__ import annotations

from .candidates import Candidate
from .lexicon import Lexicon, lexicon
from .sources import Source
from .tree import Tree

__all__ = ["features", "source_class"]

_MODALS = frozenset("can could may might must shall should will would 'll 'd".split())
_FIRST = frozenset({"i", "we", "me", "us", "my", "our", "mine", "ours"})
_SECOND = frozenset({"you", "your"})
_THIRD = frozenset({"he", "she", "they", "his", "her", "their", "them", "him"})
_NEUTER = frozenset({"it", "this", "these", "those", "its", "that", "there", "what"})
_INDEFINITE = frozenset("someone anyone everyone nobody no-one one some many few most others none neither both all".split())
_NAMED = {"PERSON": "person", "NORP": "group", "ORG": "body", "GPE": "place", "LOC": "place", "FAC": "place"}


def features(tree: Tree, found: Candidate, source: Source, first: bool) -> list[str]:
    """List the features of a candidate.

    Args:
        tree: The paragraph.
        found: The candidate.
        source: Its source.
        first: True where the paragraph is the first of the text, as a headline is.

    Returns:
        Names of the features that hold, each once.
    """
    words = lexicon()
    lemma, tag = tree.lemmas[found.head], tree.tags[found.head]
    classes = _classes(words, found, lemma) or ("none",)
    kind = source_class(tree, source, words)
    frame = found.frame
    basic = frame.split(":")[0].split("|")[0]
    cue = "the" if found.part == "other" else lemma
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
        *(f"class={name}" for name in classes),
        *(f"class+frame={name}+{frame}" for name in classes),
        *(f"class+basic={name}+{basic}" for name in classes),
        *(f"class+source={name}+{kind}" for name in classes),
    ]
    names += _of_cue(tree, found)
    names += _of_content(tree, found, basic)
    thing = topic_class(tree, found.topic, words)
    names += [f"thing={thing}", f"thing+basic={thing}+{basic}", *(f"class+thing={name}+{thing}+{basic}" for name in classes)]
    names += _of_place(tree, found, words, first, basic)
    return names


def _classes(words: Lexicon, found: Candidate, lemma: str) -> tuple[str, ...]:
    lists = {"verb": words.verbs, "noun": words.nouns, "adjective": words.adjectives}
    return lists[found.part].get(lemma, ()) if found.part in lists else (found.part,)


def source_class(tree: Tree, source: Source, words: Lexicon) -> str:
    """What kind of thing the source is: a person, a body, a document, something that cannot speak, ..."""
    if source.head < 0 or source.span is None:
        return "no"
    word, lemma = tree.words[source.head], tree.lemmas[source.head]
    for name, pronouns in _PRONOUNS:
        if word in pronouns:
            return name
    if word in {"who", "whom"}:
        return "who"
    if word == "which":
        return "which"
    if lemma in words.persons:
        return "human"
    if lemma in words.documents:
        return "document"
    if lemma in words.abstract:
        return "abstract"
    entity = tree.entities[source.head]
    if entity:
        return _NAMED.get(entity, "entity")
    if tree.pos[source.head] == "PROPN":
        return "name"
    plural = "s" if tree.tags[source.head] in {"NNS", "NNPS"} else ""
    return "thing" + plural if tree.pos[source.head] == "NOUN" else "other"


_PRONOUNS = (
    ("first", _FIRST),
    ("second", _SECOND),
    ("third", _THIRD),
    ("neuter", _NEUTER),
    ("indefinite", _INDEFINITE),
)


def topic_class(tree: Tree, topic: int, words: Lexicon) -> str:
    """What kind of thing a content is about, by its head: a person, a cue noun, a clause, ..."""
    if tree.pos[topic] in {"VERB", "AUX"}:
        return "clause"
    if tree.pos[topic] == "PRON":
        return "pronoun"
    entity = tree.entities[topic]
    if entity:
        return _NAMED.get(entity, "entity")
    lemma = tree.lemmas[topic]
    if lemma in words.nouns:
        return "cue noun"
    if lemma in words.persons:
        return "human"
    if lemma in words.documents:
        return "document"
    return tree.pos[topic]


def _of_cue(tree: Tree, found: Candidate) -> list[str]:
    names = []
    verb = tree.heads[found.head] if found.part == "adjective" else found.head
    for child in tree.children[verb]:
        dep = tree.deps[child]
        if dep == "aux":
            names.append("modal" if tree.words[child] in _MODALS else f"aux={tree.lemmas[child]}")
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
    size = "1" if length == 1 else "2" if length == 2 else "4" if length < 5 else "9" if length < 10 else "long"
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


def _of_place(tree: Tree, found: Candidate, words: Lexicon, first: bool, basic: str) -> list[str]:
    names = ["first paragraph", f"first paragraph+{basic}"] if first else []
    last = tree.bounds[tree.sentence[found.head]][1]
    while last and (tree.is_mark(last) or tree.pos[last] == "SPACE"):
        last -= 1
    if tree.words[last] == "?":
        names.append("question")
    below = _nested_in(tree, found.head, words)
    if below:
        names += [f"nested={below}", f"nested+basic={basic}"]
    if any(tree.deps[child] == "ccomp" for child in tree.children[found.head]) and basic != "ccomp":
        names.append("has clause")
    return names


def _nested_in(tree: Tree, token: int, words: Lexicon) -> str:
    for _ in range(15):
        head = tree.heads[token]
        if head == token:
            return ""
        if tree.deps[token] in {"ccomp", "xcomp"} and tree.lemmas[head] in words.verbs:
            return tree.deps[token]
        if tree.deps[token] in {"nsubj", "dobj", "pobj"}:
            return "np"
        token = head
    return ""
