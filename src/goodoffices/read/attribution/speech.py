"""Direct speech: each utterance with the words around it that say whose it is."""

from __future__ import annotations

import msgspec

from .lexicon import lexicon
from .sources import Source
from .speakers import speaker_of
from .tree import Tree
from .unsaid import colon_label, has_word
from .utterances import Gap, Utterance, gaps_between, utterances

__all__ = ["Speech", "lead_in", "speeches"]

_QUOTING = frozenset({"say", "write", "inform", "admit", "ask", "commit", "manner", "blame", "praise", "think", "call"})
_LIKELY = frozenset({"say", "write", "ask", "manner", "admit", "inform"})
_VERBAL = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
_FARTHEST = 40
"""Tokens from an utterance to its cue; a source with a long apposition lies between them."""

_SHORT_GAP = 3
"""Tokens between a cue's clause and the quotation that goes on with it ("he said, but ...")."""

_DASHES = frozenset({"-", "--", "\u2013", "\u2014", "\u2015"})
_ENDING = frozenset({".", "?", "!"})


class Speech(msgspec.Struct, frozen=True, kw_only=True):
    """Utterances of one speaker on one cue, within a paragraph.

    Attributes:
        pieces: Offsets in the paragraph.
        cue: Its head token, or -1 where the paragraph has no cue for them.
        source: Its source.
        opens: True where the first utterance opens the paragraph, so that an earlier one can go on in it.
        unclosed: True where the last utterance is still open at the end of the paragraph.
        colon: True where the cue ends in a colon.
    """

    pieces: tuple[tuple[int, int], ...]
    cue: int
    source: Source
    opens: bool = False
    unclosed: bool = False


def speeches(tree: Tree) -> list[Speech]:
    """Find the direct speech of a paragraph, in order."""
    found = utterances(tree)
    gaps = gaps_between(tree, found)
    spoken: list[Speech] = []
    for nth, one in enumerate(found):
        _place(tree, spoken, one, gaps[nth], gaps[nth + 1])
    return spoken


def _place(tree: Tree, spoken: list[Speech], one: Utterance, before: Gap, after: Gap) -> None:
    """Give an utterance to the cue behind it, the cue before it, or the speaker who has the word."""
    piece = (one.quote.start, one.quote.end)
    cue = _cue_behind(tree, one, after)
    if cue >= 0:
        start = _clause_start(tree, one, before) if one.before == "," else piece[0]
        _add(tree, spoken, one, (start, piece[1]), cue)
        return
    previous = spoken[-1] if spoken else None
    cue = _cue_ahead(tree, one, before)
    near = _near(tree, one, before, after, previous) if cue < 0 else Source()
    if previous is not None and near.head < 0 and (cue < 0 or cue == previous.cue):
        if one.opens_sentence or cue == previous.cue:
            pieces = (*previous.pieces, piece)
            spoken[-1] = msgspec.structs.replace(previous, pieces=pieces, unclosed=not one.quote.closed)
        return
    if cue >= 0:
        _add(tree, spoken, one, (_reported_start(tree, cue, one), piece[1]), cue)
    elif one.opens_sentence or near.head >= 0:
        opens = before.last < before.first
        spoken.append(Speech(pieces=(piece,), cue=-1, source=near, opens=opens, unclosed=not one.quote.closed))


def _near(tree: Tree, one: Utterance, before: Gap, after: Gap, previous: Speech | None) -> Source:
    """Whose words they are by what stands beside them without a verb of saying.

    Behind another speaker's words only a name takes the word ("The crowd laughed" does not), and not in the sentence
    that tells of those words: "A," said X. "B." is one utterance of X.
    """
    signed = _signature(tree, one, after)
    if signed.head >= 0 or before.last < before.first:
        return signed
    if one.before == ":":
        colon = before.last
        while colon > before.first and tree.words[colon] != ":":
            colon -= 1
        return colon_label(tree, before.first, colon)
    if one.before not in _ENDING:
        return Source()
    told = previous.cue if previous is not None else -1
    return has_word(tree, before.first, before.last, named=previous is not None, told=told)


def _add(tree: Tree, spoken: list[Speech], one: Utterance, piece: tuple[int, int], cue: int) -> None:
    speech = Speech(pieces=(piece,), cue=cue, source=speaker_of(tree, cue), unclosed=not one.quote.closed)
    spoken.append(speech)


def _is_cue(tree: Tree, token: int, classes: frozenset[str]) -> bool:
    if tree.quoted[token] >= 0 or (tree.tags[token] not in _VERBAL and tree.pos[token] != "VERB"):
        return False
    return not classes.isdisjoint(lexicon().verbs.get(tree.lemmas[token], ()))


def _choose(tree: Tree, tokens: list[int]) -> int:
    """The likeliest cue among the verbs of a clause: a verb of saying outside a relative clause comes first."""
    for classes in (_LIKELY, _QUOTING):
        for relative in (False, True):
            for token in tokens:
                if _is_cue(tree, token, classes) and (tree.deps[token] in {"relcl", "acl"}) == relative:
                    return token
    return next((t for t in tokens if tree.pos[t] == "VERB" and tree.first(t, "nsubj") is not None), -1)


def _cue_behind(tree: Tree, one: Utterance, gap: Gap) -> int:
    """The cue of "...," she said; -1 where the words behind start a sentence of their own."""
    if gap.last < gap.first or not one.quote.closed:
        return -1
    clause = []
    for token in range(gap.first, min(gap.last, gap.first + _FARTHEST) + 1):
        if tree.words[token] in {".", "?", "!", ":", ";"} and tree.quoted[token] < 0:
            break
        clause.append(token)
    behind = tree.text[one.quote.end : one.quote.end + 2].lstrip()
    joined = one.inner in ",\u2014\u2013-" or behind.startswith(",")
    cue = _choose(tree, clause) if joined or (clause and _goes_on(tree, clause)) else -1
    below = tree.dependents(cue, "ccomp", "xcomp") if cue >= 0 else []
    governs = any(child > cue and tree.quoted[child] < 0 for child in below)
    return -1 if governs else cue


def _goes_on(tree: Tree, clause: list[int]) -> bool:
    """Do these words go on with the sentence of the utterance: "...?" asked Obama, "...!" he cried."""
    start = tree.starts[clause[0]]
    if tree.text[start].islower():
        return True
    verb = _choose(tree, clause)
    return verb >= 0 and tree.right[verb] <= clause[-1] and _bare(tree, verb, clause)


def _bare(tree: Tree, verb: int, clause: list[int]) -> bool:
    """Has the verb no complement of its own, so that it can only refer to the utterance?"""
    return not any(
        child > verb and tree.deps[child] in {"ccomp", "dobj", "xcomp", "attr", "acomp", "oprd"} and child <= clause[-1]
        for child in tree.children[verb]
    )


def _cue_ahead(tree: Tree, one: Utterance, gap: Gap) -> int:
    """The cue of: She said, "..." and of: She said: "..."."""
    if gap.last < gap.first or one.before not in {",", ":", "-", "\u2014", "\u2013"}:
        return -1
    clause: list[int] = []
    for token in range(gap.last, max(gap.first, gap.last - _FARTHEST) - 1, -1):
        if tree.words[token] in {".", "?", "!", ";"} and tree.quoted[token] < 0:
            break
        clause.append(token)
    clause = [token for token in clause if not _is_mine(tree, token)]
    near = next((token for token in clause if _is_cue(tree, token, _QUOTING)), -1)
    return near if near >= 0 or one.before == "," else _choose(tree, clause)


def _is_mine(tree: Tree, token: int) -> bool:
    """Does only the one who reports say it, by the way: "he shrugs when I mention the city: '...'"?"""
    subject = tree.first(token, "nsubj")
    beside = tree.deps[token] in {"advcl", "relcl", "ccomp"} and tree.first(token, "advmod", "mark") is not None
    return beside and subject is not None and tree.words[subject] in {"i", "we"}


def _reported_start(tree: Tree, cue: int, one: Utterance) -> int:
    """Where what is said starts: at the quotation, or at the clause that leads into it ("said it was clear: ...")."""
    clause = next((child for child in tree.dependents(cue, "ccomp") if cue < child < one.tokens[0]), None)
    return one.quote.start if clause is None else tree.starts[tree.left[clause]]


def _clause_start(tree: Tree, one: Utterance, gap: Gap) -> int:
    """Where the clause starts that leads into an utterance and is part of what is said."""
    token = gap.last
    while token >= gap.first and not (tree.words[token] in {".", "?", "!", ";", ":"} or tree.quoted[token] >= 0):
        if _is_cue(tree, token, _LIKELY):
            return one.quote.start
        token -= 1
    token += 1
    while token <= gap.last and tree.pos[token] in {"PUNCT", "SPACE", "CCONJ"}:
        token += 1
    return tree.starts[token] if token <= gap.last else one.quote.start


def _signature(tree: Tree, one: Utterance, gap: Gap) -> Source:
    """The name behind a dash that signs a quotation."""
    first = gap.first
    while first <= gap.last and tree.words[first] in _DASHES:
        first += 1
    signed = tree.text[one.quote.end :].lstrip()[:1] in _DASHES
    if not signed or first > gap.last or gap.last - first > _FARTHEST:
        return Source()
    return Source(first, (first, gap.last), None, "signature")


def lead_in(tree: Tree) -> tuple[int, Source] | None:
    """The cue and the source of a paragraph that leads into the next ("Smith continued:"), or None."""
    last = len(tree) - 1
    while last >= 0 and tree.pos[last] == "SPACE":
        last -= 1
    if last < 0 or tree.words[last] != ":":
        return None
    first = tree.bounds[tree.sentence[last]][0]
    clause = list(range(last, max(first, last - _FARTHEST) - 1, -1))
    cue = _choose(tree, clause)
    return (cue, speaker_of(tree, cue)) if cue >= 0 else None
