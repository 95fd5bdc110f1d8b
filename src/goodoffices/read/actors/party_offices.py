"""Offices of a body that only its kind names: "the party's co-chairman, X", "one of the Front's consultants, X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .definite import ends_in, is_called
from .lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from .roster import Actor, Roster

__all__ = ["party_of_office"]

_NEAR = 7
"""Words between the office and the name, at most."""
_BY_NAME = frozenset(
    {"association", "union", "federation", "network", "council", "committee", "organisation", "organization", "league"}
    | {"forum", "institute", "agency", "board", "syndicate", "congress", "commission"}
)
"""Nouns that can mean only a body whose name ends in them."""
_BACK = 2
"""Passages before in which the body is named."""


def party_of_office(roster: Roster, doc: Doc, passage: int, start: int, end: int) -> str | None:
    """Whose office stands beside a name, where the text says "the party's", "the movement's".

    Args:
        roster: The report's actors.
        doc: The parsed block.
        passage: Its number.
        start: First token of the name.
        end: Behind its last.

    Returns:
        The id of the body that was named last before, None where nothing of the kind stands there.
    """
    for owner in _owners(doc, start, end):
        meant = next((a for a in roster.at(owner) if roster.actors[a].kind == "group"), None)
        return next(_named_before(roster, passage, owner, meant), None)
    return None


def _owners(doc: Doc, start: int, end: int) -> Iterator[Token]:
    """ "The party" of "the party's co-chairman X" or of "X, the party's co-chairwoman"."""
    kinds = lexicon().groups | _BY_NAME
    for token in (*doc[max(0, start - _NEAR) : start], *doc[end : end + _NEAR]):
        if token.text in {";", ":"} or (token.pos_ == "VERB" and token.i >= end):
            return
        owned = token.i + 1 < len(doc) and doc[token.i + 1].lower_ in {"'s", "'"}
        the = token.i > 0 and doc[token.i - 1].lower_ == "the"
        if owned and the and token.lower_ in kinds and _is_beside(doc, token.i + 2, start):
            yield token


def _is_beside(doc: Doc, office: int, start: int) -> bool:
    """Does an office stand between the owner and the name, or behind it, with nothing but its own words?"""
    words = doc[office:start] if office < start else doc[office : office + _NEAR]
    if office < start and any(t.is_sent_start or t.pos_ in {"VERB", "AUX"} for t in doc[office + 1 : start + 1]):
        return False  # "... of the group's negotiators. President X said"
    heads = lexicon().offices
    for token in words:
        if token.is_sent_start:
            return False  # "the army's target. Foreign Minister X"
        if token.lower_ in heads or token.lemma_.lower() in heads:
            return True
        if token.pos_ not in {"NOUN", "ADJ", "PROPN", "PUNCT"}:
            return False
    return office < start and len(words) > 1 and words[-1].text == ","  # "one of the Front's consultants, X"


def _named_before(roster: Roster, passage: int, owner: Token, meant: str | None) -> Iterator[str]:
    """The bodies named before, the nearest first; before others one whose name ends in the word, or that it means."""
    found: list[tuple[bool, int, int, str]] = []
    for actor in roster.actors.values():
        if actor.kind not in {"group", "organisation"} or not is_called(roster, actor.id, owner.lower_):
            continue
        for mention in actor.mentions:
            if actor.kind == "organisation" and owner.lower_ == "collective" and not _fits(actor, owner):
                continue  # a council is no collective
            before = mention.passage < passage or mention.start < owner.i
            if before and 0 <= passage - mention.passage <= _BACK:
                found.append((_fits(actor, owner), mention.passage, mention.start, actor.id))
    found.sort(reverse=True)
    if meant is not None and not (found and found[0][0]):
        yield meant
    yield from (actor for fits, *_, actor in found if fits or owner.lower_ not in _BY_NAME)


def _fits(actor: Actor, owner: Token) -> bool:
    return ends_in(actor, owner.text)
