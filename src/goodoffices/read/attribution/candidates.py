"""What could be an attribution: each cue with each way in which a content can hang on it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from .lexicon import Lexicon, lexicon
from .tree import Tree

__all__ = ["Candidate", "Range", "candidates", "clause_of", "sentence_without", "stray_cue"]

Range = tuple[int, int]
"""First and last token, both included."""

_LONGEST = 400
"""Tokens; a content that is longer is a parse gone wrong."""

_OPINIONS = frozenset({"view", "opinion", "word", "eye", "mind", "judgment", "judgement", "telling", "estimate", "account"})
_CLAUSES = ("ccomp", "xcomp")


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A cue and a content that may be what it attributes.

    Attributes:
        head: Token that heads the cue.
        frame: How the content hangs on it.
        content: Ranges of tokens.
        cue_end: Last token of the cue (behind `head` where the cue takes a preposition in).
        topic: Token that heads the content.
        part: Part of speech of the cue: ``verb``, ``noun``, ``adjective`` or ``other``.
    """

    head: int
    frame: str
    content: tuple[Range, ...]
    cue_end: int
    topic: int
    part: str


def candidates(tree: Tree) -> Iterator[Candidate]:
    """Find every candidate of a paragraph, in the order of their cues."""
    words = lexicon()
    for token, pos in enumerate(tree.pos):
        if tree.words[token] == "according":
            yield from _of_according(tree, token)
        elif pos == "VERB" or (pos == "AUX" and tree.deps[token] not in {"aux", "auxpass"}):
            yield from _of_verb(tree, token, words)
        elif pos in {"NOUN", "PROPN"} and tree.lemmas[token] in words.nouns:
            yield from _of_noun(tree, token)
    yield from _of_colon(tree)


def _sized(content: tuple[Range, ...]) -> bool:
    return 0 < sum(last - first + 1 for first, last in content) <= _LONGEST


def _of_verb(tree: Tree, verb: int, words: Lexicon) -> Iterator[Candidate]:
    for found in _complements(tree, verb):
        if _sized(found.content):
            yield found
    if tree.lemmas[verb] in words.verbs:
        yield from _inserted(tree, verb)


def _complements(tree: Tree, verb: int) -> Iterator[Candidate]:
    end = _particle_end(tree, verb)
    for child in tree.children[verb]:
        dep = tree.deps[child]
        if dep in _CLAUSES:
            yield from _of_clause(tree, verb, child, end)
        elif dep == "dobj" and child > verb:
            yield from _of_object(tree, verb, child, end)
        elif dep in {"prep", "prt"} and child > verb:
            yield from _of_preposition(tree, verb, child)
        elif dep == "nsubjpass":
            yield _made(tree, verb, "passive", child, end)
        elif dep in {"oprd", "attr"} and child > verb:
            yield _made(tree, verb, dep, child, end)
        elif dep == "acomp":
            yield from _of_adjective(tree, verb, child)
        elif dep == "advmod" and tree.words[child] == "so" and child > verb:
            yield _made(tree, verb, "so", child, end)


def _made(tree: Tree, head: int, frame: str, topic: int, cue_end: int, part: str = "verb") -> Candidate:
    content = cut(tree, (tree.left[topic], _end_of(tree, head, topic)), head, cue_end)
    return Candidate(head=head, frame=frame, content=content, cue_end=cue_end, topic=topic, part=part)


def _end_of(tree: Tree, head: int, topic: int) -> int:
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
    for token in range(topic + 1, last):
        if tree.quoted[token] >= 0:
            continue
        if (tree.words[token] == "," and tree.words[token + 1] in _LOOSE) or (noun and tree.words[token] in _DASHES):
            return token - 1
    return last


_STRAY = frozenset({"say", "inform", "ask", "blame", "praise", "admit"})


def stray_cue(tree: Tree, verb: int) -> int | None:
    """The cue that `verb` goes with, where the parser has hung it into what that cue attributes.

    In "she said it was open and warned them", "warned" goes with "said": both have one tense, it is a verb of speech,
    and it has no subject of its own.
    """
    above = tree.heads[verb]
    cue = tree.heads[above]
    if tree.deps[verb] != "conj" or tree.deps[above] != "ccomp" or tree.tags[verb] != tree.tags[cue]:
        return None
    if above < cue or tree.first(verb, "nsubj", "nsubjpass", "aux") is not None:
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


_OWN = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "neg", "advmod", "prt", "mark", "npadvmod", "dative", "agent"})


def _particle_end(tree: Tree, verb: int) -> int:
    particle = tree.first(verb, "prt")
    return particle if particle is not None and particle == verb + 1 else verb


def _of_clause(tree: Tree, verb: int, clause: int, end: int) -> Iterator[Candidate]:
    dep = tree.deps[clause]
    found = _made(tree, verb, dep, clause, end)
    object_ = tree.first(verb, "dobj", "dative")
    if object_ is not None and verb < object_ < tree.left[clause]:
        content = ((tree.left[object_], found.content[-1][1]),)
        yield msgspec.structs.replace(found, frame=f"dobj+{dep}", content=content)
        yield msgspec.structs.replace(found, frame=f"{dep}|dobj")
        return
    yield found
    tail = _tail(tree, verb, clause)
    if tail > tree.right[clause]:
        first = found.content[0][0] if found.content else clause
        yield msgspec.structs.replace(found, frame=dep + "+tail", content=((first, tail),))


def _tail(tree: Tree, verb: int, clause: int) -> int:
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


def _of_object(tree: Tree, verb: int, object_: int, end: int) -> Iterator[Candidate]:
    found = _made(tree, verb, "dobj", object_, end)
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
    yield _made(tree, verb, frame, topic, inner)


def _of_adjective(tree: Tree, verb: int, adjective: int) -> Iterator[Candidate]:
    for child in tree.children[adjective]:
        dep = tree.deps[child]
        if dep in _CLAUSES:
            yield _made(tree, adjective, f"adj:{dep}", child, adjective, "adjective")
        elif dep == "prep":
            topic = tree.first(child, "pobj", "pcomp")
            if topic is not None:
                yield _made(tree, adjective, f"adj:{tree.words[child]}", topic, child, "adjective")
    if tree.lemmas[verb] == "be":
        for child in tree.dependents(verb, "ccomp", "xcomp"):
            if child > adjective:
                yield _made(tree, adjective, f"be+adj:{tree.deps[child]}", child, adjective, "adjective")


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
    if _sized(content) and _set_off(tree, clause):
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


def sentence_without(tree: Tree, host: int, clause: Range) -> tuple[Range, ...]:
    """The clause that `host` heads, without the inserted `clause`."""
    return _around(tree, (tree.left[host], tree.right[host]), clause)


def _around(tree: Tree, span: Range, clause: Range) -> tuple[Range, ...]:
    first, last = span
    pieces = ((first, min(clause[0] - 1, last)), (max(clause[1] + 1, first), last))
    return tuple(piece for piece in pieces if _holds_words(tree, piece))


def _holds_words(tree: Tree, piece: Range) -> bool:
    return any(tree.pos[token] not in {"PUNCT", "SPACE"} for token in range(piece[0], min(piece[1], piece[0] + 9) + 1))


def _of_noun(tree: Tree, noun: int) -> Iterator[Candidate]:
    for child in tree.children[noun]:
        dep = tree.deps[child]
        if child < noun:
            continue
        if dep in {"acl", "relcl", "ccomp"}:
            lead = tree.words[tree.left[child]]
            frame = f"noun:{dep}:{lead if lead in _LEADS else ''}"
            yield _made(tree, noun, frame, child, noun, "noun")
        elif dep == "prep":
            topic = tree.first(child, "pobj", "pcomp")
            if topic is not None:
                yield _made(tree, noun, f"noun:{tree.words[child]}", topic, child, "noun")
    yield from _equated(tree, noun)
    yield from _by_opinion(tree, noun)


_LEADS = frozenset({"that", "to", "how", "whether", "why", "which", "who"})


def _equated(tree: Tree, noun: int) -> Iterator[Candidate]:
    """A noun that a copula equates with what is said: "her view is that ...", "the message was clear: ..."."""
    verb = tree.heads[noun]
    if tree.deps[noun] != "nsubj" or tree.lemmas[verb] != "be":
        return
    for child in tree.dependents(verb, "ccomp", "xcomp", "attr"):
        if child > verb:
            yield _made(tree, noun, f"noun:is:{tree.deps[child]}", child, verb, "noun")


def _by_opinion(tree: Tree, noun: int) -> Iterator[Candidate]:
    """"In the minister's view, ..."."""
    head = tree.heads[noun]
    if tree.lemmas[noun] in _OPINIONS and tree.words[head] in {"in", "by"} and tree.first(noun, "poss") is not None:
        yield from _whole(tree, head, head, noun, "other")


def _of_according(tree: Tree, token: int) -> Iterator[Candidate]:
    to = tree.first(token, "prep")
    if to is None and token + 1 < len(tree) and tree.words[token + 1] == "to":
        to = token + 1
    if to is not None:
        yield from _whole(tree, token, token, to, "other")


def _whole(tree: Tree, head: int, top: int, cue_end: int, part: str) -> Iterator[Candidate]:
    """All of the clause that a phrase of source stands in, without the phrase."""
    host, steps = tree.heads[top], 0
    while steps < 20 and tree.pos[host] not in {"VERB", "AUX"} and tree.heads[host] != host:
        host, steps = tree.heads[host], steps + 1
    while steps < 20 and tree.deps[host] in {"xcomp", "advcl", "ccomp", "acl", "pcomp"} and tree.heads[host] != host:
        host, steps = tree.heads[host], steps + 1
    phrase = (tree.left[top], max(tree.right[top], tree.right[cue_end]))
    content = sentence_without(tree, host, phrase)
    if _sized(content):
        frame = f"phrase:{tree.words[head]}"
        yield Candidate(head=head, frame=frame, content=content, cue_end=cue_end, topic=host, part=part)
        first, last = tree.bounds[tree.sentence[head]]
        wide = _around(tree, (first, last), phrase)
        if wide != content and _sized(wide):
            yield Candidate(head=head, frame=frame + "+all", content=wide, cue_end=cue_end, topic=host, part=part)


def _of_colon(tree: Tree) -> Iterator[Candidate]:
    """"Name: what he says", as headlines and transcripts have it."""
    for token in range(1, min(9, len(tree) - 2)):
        if tree.words[token] == ":":
            content = ((token + 1, tree.bounds[-1][1]),)
            if _sized(content):
                yield Candidate(
                    head=token, frame="colon", content=content, cue_end=token, topic=token + 1, part="other"
                )
            return
