"""Whether the clause of an expression lies before or after the report, as its verb and the words around it say."""

from __future__ import annotations

import bisect
import functools
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from ..pipeline import text_of
from .scene import Tense
from .vocabulary import table

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Clauses"]

VerbTense: TypeAlias = Literal["past", "present", "future", ""]

_NEAR = 120
"""Characters behind a date in which its sentence may tell that a plan came to nothing."""
_MOST_STEPS = 12
"""How far up a parse we climb: a verb further off does not govern the date, and the climb stays cheap."""


@functools.cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(table("tense")[name])


class Clauses:
    """The clauses of one parsed passage, found by character offset."""

    def __init__(self, doc: Doc | None) -> None:
        self._doc = doc
        self._starts = [token.idx for token in doc] if doc is not None else []

    def token_at(self, offset: int) -> Token | None:
        """The token that a character lies in, or None without a parse."""
        if self._doc is None or not self._starts:
            return None
        return self._doc[max(0, bisect.bisect_right(self._starts, offset) - 1)]

    def tense_at(self, start: int, end: int) -> Tense:
        """Tell the time of the clause that governs ``[start, end)``, or empty where that cannot be told."""
        token = self.token_at(start)
        if token is None:
            return ""
        climbed = _climb(token, start, end)
        before = text_of(self._doc)[max(0, start - 30) : start].lower().rstrip() if self._doc is not None else ""
        if before.endswith(tuple(table("tense")["ahead_before"])):
            return "past" if climbed is not None and _has_lapsed(climbed) else "future"
        if before.endswith(tuple(table("tense")["behind_before"])):
            return "past"
        if climbed is None:
            alone = before.rpartition(" ")[2] in _listed("ahead_alone") or _is_purposed(token)
            return "future" if alone else ""
        if _is_proposed(token, climbed):
            return "" if climbed.tag_ == "VBD" or _is_pluperfect(climbed) else "future"
        return self._of_verb(climbed, before, end)

    def is_denied_at(self, start: int, end: int) -> bool:
        """Is the clause that governs ``[start, end)`` denied ("will not visit", "give no interviews", "nobody")?"""
        token = self.token_at(start)
        verb = _climb(token, start, end) if token is not None else None
        if verb is None or verb.pos_ not in {"VERB", "AUX"}:
            return False
        denied = _listed("denying")
        return any(
            child.dep_ == "neg"
            or child.lower_ in denied
            or (child.dep_ in {"dobj", "nsubj", "nsubjpass", "attr"} and any(c.lower_ == "no" for c in child.children))
            for child in verb.children
        )

    def _of_verb(self, verb: Any, before: str, end: int) -> Tense:  # noqa: ANN401  spaCy has no stubs
        """Settle what the verb leaves open: a plan lies ahead; under a present verb, "Monday's debate" lies behind."""
        last_word = before.rpartition(" ")[2]
        if verb.lemma_.lower() in _listed("setting") and last_word in _listed("setting_prepositions"):
            return "past" if self._came_to_nothing(verb, end) else "" if _is_pluperfect(verb) else "future"
        if verb.lemma_.lower() in _listed("expecting"):
            return "future"
        tense = "future" if _is_due(verb) or _is_supposed(verb) else _tense_of(verb)
        if tense == "future" and self._came_to_nothing(verb, end):
            return "past"
        if tense != "present":
            return tense
        text = text_of(self._doc) if self._doc is not None else ""
        return "past" if text.startswith("'s", end) or last_word in _listed("behind_present") else "future"

    def _came_to_nothing(self, verb: Any, end: int) -> bool:  # noqa: ANN401  spaCy has no stubs
        """ "Were due to meet on Monday, but the session was called off": planned in the past, and no more."""
        past = any(above.tag_ == "VBD" for above in (verb, verb.head, verb.head.head))
        if self._doc is None or not past:
            return False
        behind = text_of(self._doc)[end : min(end + _NEAR, verb.sent.end_char)].lower()
        # "has been called off": it was still to come
        return any(
            words in behind and not behind.partition(words)[0].rstrip().endswith(("has been", "have been"))
            for words in table("tense")["called_off"]
        )

    def sentence_start(self, offset: int) -> int:
        """Offset of the sentence that a character lies in; 0 without a parse."""
        token = self.token_at(offset)
        return int(token.sent.start_char) if token is not None else 0


def _climb(token: Token, start: int, end: int) -> Any:  # noqa: ANN401  spaCy has no stubs
    """Find the verb (or noun of things to come) above an expression."""
    for _ in range(_MOST_STEPS):
        inside = start <= token.idx < end
        if not inside and (token.pos_ in {"VERB", "AUX"} or token.lemma_.lower() in _listed("pending")):
            return token
        if token.head is token or token.head == token:
            return None
        token = token.head
    return None


def _is_purposed(token: Token) -> bool:
    """ "A meeting on Monday to check the wording": a phrase without a verb that says what it is for."""
    top = token
    for _ in range(_MOST_STEPS):
        if top.head == top:
            break
        top = top.head
    return top.pos_ == "NOUN" and any(
        child.dep_ in {"acl", "relcl", "advcl"} and any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children)
        for child in top.children
    )


def _is_proposed(token: Token, verb: Any) -> bool:  # noqa: ANN401  spaCy has no stubs
    """ "Has proposed a meeting in September": the time of what is proposed, not of the proposal."""
    if verb.lemma_.lower() not in _listed("proposing"):
        return False
    for _ in range(_MOST_STEPS):
        if token.head == verb:
            return token.dep_ == "dobj"
        token = token.head
    return False


def _is_pluperfect(verb: Any) -> bool:  # noqa: ANN401  spaCy has no stubs
    """ "Which had been called for June": it may have come and gone."""
    return any(child.lower_ == "had" and child.dep_ == "aux" for child in verb.children)


def _is_due(verb: Any) -> bool:  # noqa: ANN401  spaCy has no stubs
    """ "Was due in Juba on Monday"."""
    return any(c.lower_ in _listed("due") and c.dep_ in {"acomp", "oprd", "attr"} for c in verb.children)


def _is_supposed(verb: Any) -> bool:  # noqa: ANN401  spaCy has no stubs
    """ "Would lapse unless Caracas set out a timetable by the end of November": past in form, and yet to come."""
    marks = {child.lower_ for child in verb.children if child.dep_ in {"mark", "advmod"}}
    supposed = verb.dep_ == "advcl" and marks & _listed("supposing") and verb.head.pos_ in {"VERB", "AUX"}
    return bool(supposed) and _tense_of(verb.head) == "future"


def _tense_of(verb: Any, steps: int = 0) -> VerbTense:  # noqa: ANN401  spaCy has no stubs
    """Tell the tense of a verb, with its auxiliaries; an infinitive or participle takes that of the verb above it."""
    if verb.pos_ not in {"VERB", "AUX"}:
        return "past" if _has_lapsed(verb) else "future"  # a noun of things to come
    helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    perfect = bool(helpers & _listed("perfect_auxiliaries"))
    if verb.tag_ == "MD" or (helpers & _listed("future_auxiliaries") and not perfect):
        return "future"
    if "to" in helpers and not perfect and verb.tag_ in {"VB", "VBN"}:
        return _above(verb, steps, infinitive=True)
    if verb.lemma_.lower() in _listed("planning") and verb.tag_ == "VBN" and not perfect:
        return "future"
    return _of_form(verb, helpers, steps, perfect=perfect)


def _has_lapsed(noun: Any) -> bool:  # noqa: ANN401  spaCy has no stubs
    """ "The deadline of 1 September passed": what was to come has come."""
    verb = noun.head
    return bool(
        noun.pos_ not in {"VERB", "AUX"}
        and noun.dep_ == "nsubj"
        and verb.lemma_.lower() in _listed("lapsing")
        and _tense_of(verb) == "past"
    )


def _of_form(verb: Any, helpers: set[str], steps: int, *, perfect: bool) -> VerbTense:  # noqa: ANN401  the same
    """Tell the tense of a verb that is no modal, infinitive or plan from its form."""
    if perfect or verb.tag_ == "VBD" or helpers & {"was", "were"}:
        return "past"
    if helpers & {"is", "are", "am", "'s", "'re"}:
        return "present"
    if verb.tag_ in {"VBZ", "VBP"}:
        return "past" if verb.lemma_.lower() in _listed("reporting") else "present"
    return "past" if verb.tag_ == "VBN" else _above(verb, steps, infinitive=verb.tag_ == "VB")


def _above(verb: Any, steps: int, *, infinitive: bool) -> VerbTense:  # noqa: ANN401  spaCy has no stubs
    """Read a verb without a tense of its own from what governs it."""
    head = verb.head
    if head == verb or steps >= _MOST_STEPS:
        return "future" if infinitive else ""
    if infinitive and head.lemma_.lower() in _listed("planning") | _listed("pending"):
        return "future"
    while head.pos_ not in {"VERB", "AUX"} and head.head != head and steps < _MOST_STEPS:
        head, steps = head.head, steps + 1
    return _tense_of(head, steps + 1) if head.pos_ in {"VERB", "AUX"} else ""
