"""Naming: the phrases of a text that name an arrangement, with their kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import MechanismKind

from ..governing import clause_of
from .vocabulary import base, mechanism_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

__all__ = ["Named", "bare_name", "named_in_cell", "named_in_sentence"]

_MOST_BEFORE = 7
_MOST_BEHIND = 10
_NAME_BEHIND = 7
_DETERMINERS = "the a an this that these those its their his her our any no all some each both such".split()  # noqa: SIM905
_SMALL = "of in to for on by with from at is are was were two three four five six".split()  # noqa: SIM905
_STOPS = frozenset((*_DETERMINERS, *_SMALL, *",;:.()\"'", "'s"))
"""Words at which a phrase begins."""
_LINKS = frozenset({"of", "for", "on", "to", "that", "which", "between", "over", "by"})
_LOOSE = frozenset({"hold", "send", "put", "begin", "start", "host", "call", "ask", "press", "raise", "sign"})
"""Of the verbs of setting up those that are done with other groups too."""
_MODIFYING = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "ADV"})


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
    """

    head: Token
    start: int
    end: int
    name: str
    kind: MechanismKind | None
    words: frozenset[str]
    noun: str


def named_in_sentence(span: Span) -> Iterator[Named]:
    """Find the arrangements that a parsed sentence names, in the order of the text."""
    taken = span.start
    for token in span:
        if token.i < taken or token.pos_ not in {"NOUN", "PROPN"}:
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
        if base(token.text) in mechanism_words().heads and token.i > 0:
            before = [t for t in doc[max(0, token.i - _MOST_BEFORE) : token.i] if t.lower_ not in {"and", "of"}]
            return _classified(token, before, [], with_bare=False)
    return None


def bare_name(token: Token) -> Named:
    """A name that is one word, of a kind that is known otherwise."""
    return Named(token, token.i, token.i + 1, token.text, None, frozenset({token.lower_}), token.lower_)


def _well_known(token: Token) -> Named | None:
    kind = mechanism_words().names.get(token.text)
    if kind is None:
        return None
    return Named(token, token.i, token.i + 1, token.text, kind, frozenset({token.lower_}), token.lower_)


def _phrase(token: Token) -> Named | None:
    noun = base(token.text)
    if noun not in mechanism_words().heads or _goes_on(token):
        return None
    if token.dep_ == "poss" or (token.dep_ == "pobj" and token.head.lower_ in {"as", "than", "like"}):
        return None  # "the African Union took part as an observer"
    return _classified(token, list(_before(token)), list(_behind(token)), with_bare=True)


def _goes_on(token: Token) -> bool:
    """Is the noun followed by another one that is the head in truth ("monitoring mechanism" at "monitoring")?"""
    following = token.doc[token.i + 1 : token.i + 2]
    if not following:
        return False
    after = following[0]
    if token.dep_ in {"compound", "amod", "nmod"} and token.head.i > token.i and token.head.pos_ in {"NOUN", "PROPN"}:
        return base(token.head.text) in mechanism_words().heads or after.pos_ in {"NOUN", "PROPN"}
    return after.text == "-" or (after.pos_ in {"NOUN", "PROPN"} and base(after.text) in mechanism_words().heads)


def _before(token: Token) -> Iterator[Token]:
    """The words before a head that belong to its phrase, from the left."""
    first, sent = token.i, token.sent.start
    for word in reversed(token.doc[max(sent, token.i - _MOST_BEFORE) : token.i]):
        participle = word.tag_ in {"VBN", "VBG"} and word.dep_ in {"amod", "compound", "nmod"}
        joined = word.lower_ == "and" and first - word.i == 1 and _joins(word, token)
        inside = word.pos_ in _MODIFYING and word.dep_ not in {"nsubj", "dobj", "pobj", "ROOT"}
        tied = _is_tied(word)
        if word.lower_ in _STOPS and not (joined or tied):
            break
        if not (inside or participle or word.text in {"-", "/"} or joined or tied):
            break
        first = word.i
    yield from token.doc[first : token.i]


def _is_tied(word: Token) -> bool:
    """Does a hyphen tie a word to its neighbour, whatever the parser takes it for ("follow-up", "sub-commission")?"""
    behind = not word.whitespace_ and word.i + 1 < len(word.doc) and word.nbor(1).text == "-"
    ahead = word.i > 0 and word.nbor(-1).text == "-" and not word.nbor(-1).whitespace_
    return behind or ahead


def _joins(word: Token, head: Token) -> bool:
    """ "Monitoring and Verification Mechanism", "peace and security teams": both before the head."""
    left = word.doc[word.i - 1] if word.i > 0 else word
    return left.dep_ in {"compound", "nmod", "amod"} and left.head.i >= word.i and left.head.i <= head.i


def _behind(token: Token) -> Iterator[Token]:
    """The words of the phrases and clauses that say what an arrangement is of, for or to."""
    for child in token.children:
        if child.i <= token.i:
            continue
        if child.dep_ == "prep" and child.lower_ in _LINKS:
            yield from list(child.subtree)[:_MOST_BEHIND]
        elif child.dep_ in {"acl", "relcl"}:
            yield child
            yield from [t for t in child.subtree if t.dep_ in {"xcomp", "conj", "dobj", "advcl"} and t.i > token.i][
                :_MOST_BEHIND
            ]
    if token.dep_ in {"nsubj", "nsubjpass"} and token.head.pos_ == "VERB":
        yield token.head
        yield from (c for c in token.head.children if c.dep_ == "xcomp")


def _classified(token: Token, before: Sequence[Token], behind: Sequence[Token], *, with_bare: bool) -> Named | None:
    words = mechanism_words()
    noun = base(token.text)
    front = " ".join(base(t.text) for t in before).replace(" - ", "-")
    actors = token.doc.user_data.get("actors", {})
    if any(t.ent_type_ in {"NORP", "GPE"} or t.i in actors for t in before):
        front += " @nation"  # "Norwegian mediators"
    rear = " ".join(f"{base(t.text)} {t.lemma_.lower()}" for t in behind)
    whole = " ".join(t.text for t in (*before, token, *token.doc[token.i + 1 : token.i + 3]))
    if words.never.search(whole):
        return None
    plural = token.tag_ in {"NNS", "NNPS"} if token.tag_ else noun != token.lower_
    kind = next(
        (r.kind for r in words.rules if r.fits(noun, f"{front} {front.replace('-', ' ')}", rear, plural=plural)), None
    )
    if kind is None and noun in words.bodies and (_is_led(token) or (with_bare and _is_to_be(token))):
        kind = "other"
    if kind is None and noun in words.named_bodies and _is_described(token, front):
        kind = "other"
    if kind is None and (not with_bare or not _refers_back(token, noun)):
        return None
    start = before[0].i if before else token.i
    end = _end_of_name(token)
    name = " ".join(token.doc[start:end].text.split()).strip(" -*").removeprefix("and ")
    telling = frozenset(
        base(t.text)
        for t in (*before, *token.doc[token.i + 1 : end])
        if t.is_alpha and t.lower_ not in _STOPS | {"and"}
    )
    return Named(token, start, end, name, kind, telling, noun)


def _is_led(token: Token) -> bool:
    """Does the text say at once who leads it ("a commission under the Red Cross", "a board chaired by judges")?"""
    words = mechanism_words()
    for child in token.children:
        if (
            child.dep_ == "acl"
            and child.lemma_.lower() in words.leading
            and any(c.dep_ == "agent" for c in child.children)
        ):
            return True
        if child.dep_ == "prep" and child.lower_ == "under":
            return any(c.i in c.doc.user_data["actors"] or c.lemma_.lower() in words.under for c in child.children)
    return False


def _is_described(token: Token, front: str) -> bool:
    """Does a body have a word of its own, before it or behind ("an inclusive commission", "a commission on land")?"""
    if mechanism_words().other_bodies.search(front.replace("-", " ")) or any(c.dep_ == "poss" for c in token.children):
        return False
    new = any(c.lower_ in {"a", "an"} for c in token.children)
    told = any(c.i > token.i and (c.dep_ in {"relcl", "acl"} or c.lower_ in {"on", "for"}) for c in token.children)
    before = token.i > 0 and token.nbor(-1).lower_ not in _STOPS
    counted = any(c.dep_ == "nummod" for c in token.children)
    return (bool(front) or before) if new else (told and bool(front)) or counted


def _is_to_be(token: Token) -> bool:
    """Is it one of some kind that somebody sets up, wants or has agreed to ("propose a small council")?"""
    before = {c.lower_ for c in token.children if c.i < token.i}
    if "such" in before or not before & {"a", "an", "another"}:
        return False
    standing = mechanism_words().standing
    clause = clause_of(token)
    verbs = [verb for verb in clause.verbs[:2] if verb.pos_ == "VERB"]
    return clause.relation in {"object", "subject"} and any(
        verb.lemma_.lower() in (standing.set_up | standing.proposed | standing.agreed) - _LOOSE for verb in verbs
    )


def _refers_back(token: Token, noun: str) -> bool:
    """Can a bare head mean an arrangement named before ("the mechanism", "a comprehensive exchange")?"""
    if noun == "exchange" and token.dep_ != "ROOT":
        return token.head.lower_ != "in" and not any(c.lower_ == "of" for c in token.children)
    return any(c.lower_ in {"the", "this", "that", "its", "their", "such"} for c in token.children if c.i < token.i)


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
