"""Naming: the phrases of a text that name an arrangement, with their kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import MechanismKind

from .bystanders import comments, holds_an_office, is_own_office, is_source, only_takes_part
from .classes import class_heads, kind_by_class
from .describing import (
    STOPS,
    is_described,
    is_in_text,
    is_led,
    is_needless,
    is_spoken_of,
    is_to_be,
    is_watching,
    refers_back,
)
from .passing import is_through_somebody
from .phrasing import end_of_title, words_before, words_behind
from .vocabulary import base, mechanism_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

__all__ = ["Named", "bare_name", "named_in_cell", "named_in_sentence"]

_MISSIONS = frozenset({"mission", "force", "operation", "committee", "commission", "subcommittee", "agency"})
_MISTAKEN = frozenset({"ADJ", "VERB"})
_NOMINAL = frozenset({"dobj", "pobj", "nsubj", "nsubjpass"})
"""What the tagger takes a noun for ("a non-aggression compact", "the pledge"), and where a noun stands."""
_NOT_AS = frozenset({"such", "well", "same", "soon", "far", "long", "much", "many", "known", "so", "just"})
"""Words before an "as" that names nothing."""
_MOST_BEFORE = 7
_NAME_BEHIND = 7
_FEW_BEHIND = 5
_FEW_IN_OFFICE = 3


class Named(msgspec.Struct, frozen=True, eq=False):
    """A phrase that names an arrangement.

    Attributes:
        head: Its head.
        start: Token number of its first word.
        end: Token number behind its last one.
        name: Its words, without an article.
        kind: Its kind, or None where it is a bare head ("the mechanism") that refers back to one.
        words: Base forms of its words that tell which one it is.
        noun: Base form of its head.
        waits: Whether it is an arrangement only where something must happen first.
    """

    head: Token
    start: int
    end: int
    name: str
    kind: MechanismKind | None
    words: frozenset[str]
    noun: str
    waits: bool = False


def named_in_sentence(span: Span) -> Iterator[Named]:
    """Find the arrangements that a parsed sentence names, in the order of the text."""
    taken = span.start
    for token in span:
        noun = token.pos_ in {"NOUN", "PROPN"} or (token.pos_ in _MISTAKEN and token.dep_ in _NOMINAL)
        if token.i < taken or not noun:
            continue
        named = _well_known(token) or _phrase(token)
        if named is not None:
            taken = named.head.i + 1
            yield named


def named_in_cell(doc: Doc) -> Named | None:
    """Find the arrangement that a cell of a table is, from its words alone."""
    for token in reversed(doc):
        if (known := _well_known(token)) is not None:
            return known
        alone = token.i == 0 and base(token.text) in mechanism_words().people  # "Observers", the label of a row
        if len(doc) == 1 and base(token.text) in mechanism_words().labels:
            return msgspec.structs.replace(bare_name(token), kind="monitoring")
        if base(token.text) in mechanism_words().heads and (token.i > 0 or alone):
            before = [t for t in doc[max(0, token.i - _MOST_BEFORE) : token.i] if t.lower_ not in {"and", "of"}]
            return _classified(token, before, [], with_bare=False)
    return None


def bare_name(token: Token) -> Named:
    """A name that is one word, of a kind that is known otherwise."""
    return Named(token, token.i, token.i + 1, token.text, None, frozenset({token.lower_}), token.lower_)


def _well_known(token: Token) -> Named | None:
    kind = mechanism_words().names.get(token.text)
    if kind is None or holds_an_office(token) or is_source(token):
        return None
    return Named(token, token.i, token.i + 1, token.text, kind, frozenset({token.lower_}), token.lower_)


def _phrase(token: Token) -> Named | None:
    noun = _noun_of(token)
    if (
        (noun not in mechanism_words().heads and noun not in class_heads())
        or _goes_on(token)
        or is_needless(token)
        or _is_office(token)
    ):
        return None
    if comments(token) or only_takes_part(token) or is_own_office(token) or is_source(token):
        return None
    if noun in _MISSIONS and holds_an_office(token):
        return None
    if token.dep_ == "poss" or (token.dep_ == "pobj" and token.head.lower_ in {"as", "than", "like"}):
        return _acting_as(token, noun)  # "the African Union took part as an observer"
    return _classified(token, list(words_before(token)), list(words_behind(token)), with_bare=True)


def _noun_of(token: Token) -> str:
    """The base form of a head; the tokens of "go-between" are one noun."""
    noun, at = base(token.text), token.i
    parted = noun == "between" and at > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ == "go"
    return "go-between" if parted else noun


def _is_office(token: Token) -> bool:
    """ "The Chief Military Observer": the office of one man, and no arrangement."""
    if not token.is_title or token.tag_ in {"NNS", "NNPS"} or base(token.text) not in mechanism_words().people:
        return False
    ahead = token.doc[max(token.sent.start, token.i - _FEW_IN_OFFICE) : token.i]
    return any(word.text in {"Chief", "Senior", "Principal"} for word in ahead)


def _acting_as(token: Token, noun: str) -> Named | None:
    """ "With Qatar as go-between", "will be invited as observers": what somebody is taken for."""
    words = mechanism_words()
    if token.head.lower_ != "as":
        return None
    above = token.head.head
    if noun in words.mediators and token.tag_ == "NN" and not any(token.children):  # "sat between them as mediator"
        return msgspec.structs.replace(bare_name(token), name=noun, kind="mediation", noun=noun)
    left = token.doc[token.head.i - 1] if token.head.i else token
    serves = above.pos_ == "VERB" and left.lower_ not in _NOT_AS  # "kept as a relief corridor"
    if (serves or above.lemma_.lower() in words.acting) and noun not in words.mediators | words.people:
        return _classified(token, list(words_before(token)), list(words_behind(token)), with_bare=False)
    beside = any(t.dep_ == "pobj" and t.head.lower_ == "with" for t in (above, left))
    taken = above.pos_ == "VERB" and above.lemma_.lower() in words.taking
    chosen = above.pos_ == "VERB" and above.lemma_.lower() in words.choosing
    if noun in words.mediators and (beside or chosen or above.lemma_.lower() in words.acting):
        return msgspec.structs.replace(bare_name(token), name=noun, kind="mediation", noun=noun)
    if noun in words.people:
        return msgspec.structs.replace(bare_name(token), kind="monitoring", noun=noun) if taken else None
    return None


def _goes_on(token: Token) -> bool:
    """Is the noun followed by another one that is the head in truth ("monitoring mechanism" at "monitoring")?"""
    following = token.doc[token.i + 1 : token.i + 2]
    if not following:
        return False
    after = following[0]
    if after.lower_ == "and" and end_of_title(token) > after.i:
        return True  # "Joint Border Verification and Monitoring Mission"
    if token.dep_ in {"compound", "amod", "nmod"} and token.head.i > token.i and token.head.pos_ in {"NOUN", "PROPN"}:
        return base(token.head.text) in mechanism_words().heads or after.pos_ in {"NOUN", "PROPN"}
    return after.text == "-" or (after.pos_ in {"NOUN", "PROPN"} and base(after.text) in mechanism_words().heads)


def _classified(token: Token, before: Sequence[Token], behind: Sequence[Token], *, with_bare: bool) -> Named | None:
    words = mechanism_words()
    noun = _noun_of(token)
    front = " ".join(base(t.text) for t in before).replace(" - ", "-")
    actors = token.doc.user_data.get("actors", {})
    owned = any(c.dep_ == "poss" and (c.i in actors or c.lower_ == "whose") for c in token.children)
    foreign = any(t.ent_type_ in {"NORP", "GPE"} or t.i in actors for t in before)
    if owned or (foreign and not token.is_title):  # in "the Malaita Eagle Force" the head is of the name itself
        front += " @nation"  # "Norwegian mediators"
    if is_in_text(token):
        front += " @text"
    rear = _rear(token, behind)
    whole = " ".join(t.text for t in (*before, token, *token.doc[token.i + 1 : token.i + _FEW_BEHIND]))
    if words.never.search(whole):
        return None
    plural = token.tag_ in {"NNS", "NNPS"} if token.tag_ else noun != token.lower_
    sought = any(c.lower_ in {"a", "an", "another"} for c in token.children)
    fore = f"{front} {front.replace('-', ' ')}"
    rule = next((r for r in words.rules if r.fits(noun, fore, rear, plural=plural, sought=sought)), None)
    kind = rule.kind if rule else kind_by_class(token, fore, plural=plural, sought=sought) if with_bare else None
    told = token.dep_ in {"attr", "appos"} or any(c.lower_ == "of" for c in token.children)
    if kind == "mediation" and noun in words.mediators and not (plural or front or told or sought):
        return None  # "the facilitator" is a person whom the report has introduced
    to_be = with_bare and noun in words.bodies and is_to_be(token)
    own = token.i in actors or any(
        c.i in actors for child in token.children if child.lower_ == "of" for c in child.children
    )
    own = own and not is_spoken_of(token, front)
    if kind == "other" and own and not to_be and not words.shared_bodies.search(f"{front.replace('-', ' ')} | {rear}"):
        return None  # a council that is a side itself, a committee of one
    if kind in {None, "other"} and noun in words.bodies | words.named_bodies and is_watching(token):
        kind = "monitoring"
    if kind is None and noun in words.bodies and (is_led(token) or to_be):
        kind = "other"
    if kind is None and noun in words.named_bodies and is_described(token, front):
        kind = "other"
    if kind is None and (not with_bare or noun not in words.heads or not refers_back(token, noun)):
        return None
    start = before[0].i if before else token.i
    end = _end_of_name(token)
    name = " ".join(token.doc[start:end].text.split()).strip(" -*").removeprefix("and ")
    telling = frozenset(
        base(t.text) for t in (*before, *token.doc[token.i + 1 : end]) if t.is_alpha and t.lower_ not in STOPS | {"and"}
    )
    return Named(token, start, end, name, kind, telling, noun, waits=rule is not None and rule.waits)


def _rear(token: Token, behind: Sequence[Token]) -> str:
    """The words behind a head as the rules compare them, with what numbers and names stand there."""
    actors = token.doc.user_data.get("actors", {})
    rear = " ".join(f"{base(t.text)} {t.lemma_.lower()}" for t in behind)
    if any(t.i in actors for t in behind):
        rear += " @nation"
    if token.dep_ == "pobj" and token.head.lower_ in {"in", "into", "down", "along"}:
        rear += " @in"  # "a handshake in a corridor"
    if is_through_somebody(token):
        rear += " @through"  # "indirect contacts through Oman"
    beside = (c for c in token.children if c.dep_ in {"appos", "conj"} and c.left_edge.i == token.i + 2)
    if any(c.i in actors and token.nbor().text == "," for c in beside):
        rear += " @named"  # "the guarantors, Cuba and Norway"
    counted = (c for of in token.children if of.lower_ == "of" for c in of.children)
    if any(c.like_num or any(n.dep_ == "nummod" for n in c.children) for c in counted):
        rear += " @number"  # "a force of 3,500"
    return rear


def _end_of_name(token: Token) -> int:
    """Behind "of ...", "on ...", "for ..." right after the head, where that is short."""
    end = token.i + 1
    for child in token.children:
        short = child.right_edge.i - token.i <= _NAME_BEHIND
        if child.i == end and child.dep_ == "prep" and child.lower_ in {"of", "on", "for", "between"} and short:
            inner = list(child.subtree)
            cut = next((t.i for t in inner if t.text in {",", ";", ":"} or t.dep_ in {"relcl", "acl"}), inner[-1].i + 1)
            end = max(end, cut)
    return end
