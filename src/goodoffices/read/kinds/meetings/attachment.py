"""Attachment: which words of a sentence belong to a meeting that it tells of, and how closely."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import msgspec

from ..governing import Clause, is_speech
from .known import is_new_occasion

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...document import Sentence

__all__ = ["Reach"]

_CLAUSES = frozenset({"ccomp", "advcl", "relcl", "acl", "pcomp", "csubj", "parataxis", "ROOT"})
_LONGEST = 14
_PLACES = frozenset({"GPE", "FAC", "LOC"})
_NEAR = 6
"""Words between "where" and the place that it means, at most."""


class Reach(msgspec.Struct, frozen=True, eq=False):
    """The words around a cue that belong to its meeting.

    Attributes:
        sentence: The sentence.
        clause: The clause of the cue.
        others: Cues of other meetings, by token number; what hangs on them is not this meeting's.
        people: Whether a noun is of people, so that what the parser hangs on it may be the meeting's.
    """

    sentence: Sentence
    clause: Clause
    others: frozenset[int]
    people: Callable[[Token], bool]

    @property
    def cue(self) -> Token:
        """The word that tells of the meeting."""
        return self.clause.cue

    @property
    def nouns(self) -> tuple[Token, ...]:
        """The cue and the nouns that carry it, none where the cue is a verb."""
        return self.clause.nouns

    @property
    def where(self) -> Token | None:
        """The place that a clause with "where" hangs on: "Riyadh, where he will meet ..."."""
        # "New York, where the Council is to convene": on "is"
        behind = (v for v in self.clause.verbs[:2] if v.dep_ == "relcl")
        verb = next((v for v in behind if any(c.lower_ == "where" for c in v.children)), None)
        if verb is None:
            return None
        return verb.head if verb.head.ent_type_ in _PLACES else _place_before_where(verb) or verb.head

    def rank(self, token: Token) -> int | None:
        """How far a word hangs from the meeting: 0 closest, None where it does not belong to it."""
        beside = (*self.clause.asides, *self._own_verbs())
        if self.clause.relation == "subject":  # "the summit, which began on 8 May, is to resume on Friday"
            beside = (*self._own_verbs(), *self.clause.asides)
        anchors = {t.i: n for n, t in enumerate((*self.nouns, *beside))}
        if token == self.where:
            return 0
        word, crossed = token, 0
        for _ in range(_LONGEST):
            if word.i in anchors and word != token:
                return None if self._spoken(word, crossed) else anchors[word.i] + 4 * crossed
            if word != token and (word.i in self.others or self._closes(word, token)):
                return None
            if word.head == word:
                return None
            if (
                word.dep_ == "conj"
                and word.pos_ in {"VERB", "AUX"}
                and any(c.dep_ in {"nsubj", "nsubjpass"} for c in word.children)
            ):
                return None
            word = word.head
        return None

    def _own_verbs(self) -> Iterator[Token]:
        """The verbs of its clause, without those that it is only joined to ("will visit X and report at a meeting")."""
        for verb in self.clause.verbs:
            yield verb
            if verb.dep_ == "conj":
                return

    def _spoken(self, anchor: Token, crossed: int) -> bool:
        """Would it hang on a verb of speech that only carries the meeting ("said in London that talks ...")?"""
        said = anchor in self.clause.verbs and self.clause.relation == "within" and is_speech(anchor)
        return said and crossed == 0 and not is_new_occasion(self.clause)  # "told members on 10 April, in a session"

    def _closes(self, word: Token, start: Token) -> bool:
        """Does a word on the way up keep what hangs on it for itself?"""
        if word.dep_ in {"relcl", "acl", "ccomp", "advcl", "csubj", "parataxis", "pcomp"} and word.pos_ in {
            "VERB",
            "AUX",
        }:
            return True
        if word.pos_ in {"NOUN", "PROPN"} and word.i not in {t.i for t in self.nouns}:
            time = word.ent_type_ in {"DATE", "TIME", "CARDINAL"} or word.dep_ == "npadvmod"
            same = word.dep_ == "pobj" and word.head.lower_ == "of" and word.head.head in self.nouns
            own = (
                (same and word.pos_ == "PROPN")
                or word == start
                or (start.dep_ in {"compound", "amod", "poss", "nummod", "det"} and start.head == word)
            )
            return not (time or own or self.people(word) or word.ent_type_ in _PLACES)
        return False


def _place_before_where(verb: Token) -> Token | None:
    """ "Gave it up in Tunis in May, where X was signed": the place just before "where", where the parser errs."""
    where = next(c for c in verb.children if c.lower_ == "where")
    before = verb.doc[max(verb.sent.start, where.i - _NEAR) : where.i]
    return next((t for t in reversed(before) if t.ent_type_ in _PLACES and t.dep_ == "pobj"), None)
