"""A parsed paragraph as plain lists, so that rules read it without asking spaCy token by token."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from ..pipeline import text_of
from .quotations import Quotation, quotations

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Tree", "grow"]

_ATTRIBUTES = ("LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE", "HEAD", "IDX", "LENGTH", "SENT_START")


class Tree(msgspec.Struct, frozen=True, kw_only=True):
    """The tokens of one paragraph; all lists run over its tokens.

    Attributes:
        offset: Where the paragraph starts in the text.
        text: Its characters, quotes straightened.
        words: Tokens in lower case.
        lemmas: Base forms in lower case.
        pos: Universal parts of speech.
        tags: Penn Treebank tags.
        deps: Relations to the head.
        entities: Types of the named entities that tokens are part of, else "".
        heads: Index of the head; a root is its own.
        children: Indices of the dependents, in order.
        left: Index of the first token of the subtree.
        right: Index of the last token of the subtree.
        starts: Offset in `text` of the first character.
        ends: Offset in `text` behind the last character.
        sentence: Index of the sentence.
        bounds: First and last token of each sentence.
        quotes: The quotations of the paragraph.
        quoted: Index of the quotation that a token stands in, else -1.
    """

    offset: int
    text: str
    words: list[str]
    lemmas: list[str]
    pos: list[str]
    tags: list[str]
    deps: list[str]
    entities: list[str]
    heads: list[int]
    children: list[list[int]]
    left: list[int]
    right: list[int]
    starts: list[int]
    ends: list[int]
    sentence: list[int]
    bounds: list[tuple[int, int]]
    quotes: list[Quotation]
    quoted: list[int]

    def __len__(self) -> int:
        """Its number of tokens."""
        return len(self.words)

    def dependents(self, token: int, *deps: str) -> list[int]:
        """The children of `token` in one of the relations `deps`, in order."""
        return [child for child in self.children[token] if self.deps[child] in deps]

    def first(self, token: int, *deps: str) -> int | None:
        """The first child of `token` in one of the relations `deps`, or None."""
        return next((child for child in self.children[token] if self.deps[child] in deps), None)

    def is_mark(self, token: int) -> bool:
        """Is it a quotation mark?"""
        return self.words[token] in {'"', "''", "``"}


def grow(offset: int, doc: Doc) -> Tree:
    """Copy what the rules need out of a parsed paragraph that starts at `offset`."""
    names = doc.vocab.strings
    known: dict[int, str] = {}
    rows = doc.to_array(list(_ATTRIBUTES)).astype("int64").T.tolist() if len(doc) else [[] for _ in _ATTRIBUTES]

    def spell(column: list[int]) -> list[str]:
        for value in set(column) - known.keys():
            known[value] = names[value & 0xFFFFFFFFFFFFFFFF]
        return [known[value] for value in column]

    words, lemmas, pos, tags, deps, entities = map(spell, rows[:6])
    relative, starts, lengths, opens = rows[6:]
    heads = [token + step for token, step in enumerate(relative)]
    sentence, bounds = _sentences(opens)
    found = quotations(text_of(doc))
    return Tree(
        offset=offset,
        text=text_of(doc),
        words=words,
        lemmas=[lemma.lower() for lemma in lemmas],
        pos=pos,
        tags=tags,
        deps=deps,
        entities=entities,
        heads=heads,
        children=_children(heads),
        left=[token.left_edge.i for token in doc],
        right=[token.right_edge.i for token in doc],
        starts=starts,
        ends=[start + length for start, length in zip(starts, lengths, strict=True)],
        sentence=sentence,
        bounds=bounds,
        quotes=found,
        quoted=_quoted(starts, found),
    )


def _children(heads: list[int]) -> list[list[int]]:
    children: list[list[int]] = [[] for _ in heads]
    for token, head in enumerate(heads):
        if head != token:
            children[head].append(token)
    return children


def _sentences(opens: list[int]) -> tuple[list[int], list[tuple[int, int]]]:
    sentence: list[int] = []
    firsts: list[int] = []
    for token, opening in enumerate(opens):
        if opening == 1 or not firsts:
            firsts.append(token)
        sentence.append(len(firsts) - 1)
    lasts = [first - 1 for first in firsts[1:]] + [len(opens) - 1]
    return sentence, list(zip(firsts, lasts, strict=True)) if firsts else []


def _quoted(starts: list[int], found: list[Quotation]) -> list[int]:
    quoted, nth = [], 0
    for start in starts:
        while nth < len(found) and found[nth].end <= start:
            nth += 1
        quoted.append(nth if nth < len(found) and found[nth].start <= start else -1)
    return quoted
