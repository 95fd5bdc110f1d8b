"""The scene of a sentence: which of its phrases stand for which countries, and where it plays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from .countries import countries_of_text, gazette

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

__all__ = ["Scene"]

_MODIFIERS = frozenset({"poss", "amod", "compound", "nmod", "appos", "nummod", "det"})
_INSIDE = frozenset({"of", "from", "in", "for", "at", "to", "near", "by", "between"})
_PLACES = frozenset({"in", "at", "near", "inside", "outside", "across", "around", "through", "throughout"})
_FURTHEST = 40


class Scene:
    """One sentence and its countries."""

    def __init__(self, sentence: Span, codes: dict[int, str]) -> None:
        """Keep the sentence and the countries of its text."""
        self.sentence = sentence
        self._codes = codes
        self.place = next(self._places(), "")
        named = [codes[t.i] for t in sentence if codes.get(t.i)]
        self.named = list(dict.fromkeys(named))

    @staticmethod
    def of(sentence: Span, doc: Doc) -> Scene:
        """The scene of a sentence of a parsed text, whose names are looked up once."""
        return Scene(sentence, countries_of_text(doc))

    def _places(self) -> Iterator[str]:
        for token in self.sentence:
            if token.dep_ == "pobj" and token.head.lower_ in _PLACES and (found := self.countries(token)):
                yield found[0]

    def is_body(self, head: Token) -> bool:
        """Is a phrase the name of a body of no country (the UN), or made by one?"""
        return any(self._codes.get(t.i) == "" for t in (head, *head.children) if t == head or t.dep_ in _MODIFIERS)

    def countries(self, head: Token, *, behind: bool = True) -> list[str]:
        """Codes of the countries that a phrase stands for, joined ones too, each once.

        Args:
            head: The head of the phrase. Its modifiers say whose it is; only where they and the head say nothing, what
                stands behind "of", "from" or "in" does.
            behind: Whether it may.
        """
        found: list[str] = []
        for one in _joined(head):
            codes = list(self._direct(one))
            if behind and not codes and not self.is_body(one):
                codes = self._behind(one)
            found += codes
        return list(dict.fromkeys(code for code in found if code))

    def inside(self, head: Token) -> list[str]:
        """Codes of all countries named anywhere in a phrase, its clauses too."""
        first, last = head.left_edge.i, min(head.right_edge.i, head.left_edge.i + _FURTHEST)
        return list(dict.fromkeys(code for i in range(first, last + 1) if (code := self._codes.get(i))))

    def _direct(self, head: Token) -> Iterator[str]:
        level = [head]
        for depth in range(3):
            below = []
            for token in level:
                if token.i in self._codes:
                    yield self._codes[token.i]
                if depth < 2:  # noqa: PLR2004  modifiers of modifiers, no deeper
                    below += [c for c in token.children if c.dep_ in _MODIFIERS or (token != head and c.dep_ == "conj")]
            level = below

    def _behind(self, head: Token) -> list[str]:
        token = head
        for _ in range(3):
            inside = [
                inner
                for c in token.children
                if c.dep_ == "prep" and c.lower_ in _INSIDE
                for inner in c.children
                if inner.dep_ == "pobj"
            ]
            for inner in inside:
                if codes := [code for one in _joined(inner) for code in self._direct(one) if code]:
                    return codes
            if not inside:
                break
            token = inside[0]
        return []


def _joined(head: Token) -> Iterable[Token]:
    """A noun and the nouns that are joined to it, of a long list only the first."""
    found, token = [head], head
    while len(found) < _FURTHEST:
        following = next(
            (c for c in token.children if c.dep_ == "conj" and c.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"}), None
        )
        if following is None:
            break
        found.append(following)
        token = following
    return found


def is_person(head: Token) -> bool:
    """Is a noun one for people who act in a country without its name ("police", "protesters")?"""
    return head.lemma_.lower() in gazette().people
