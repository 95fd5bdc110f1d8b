"""Pairings: two sides and two persons in the same order ("teams from A and B, led by X and Y")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .delegations import LED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from .roster import Roster
    from .sides import Ties

__all__ = ["seat_pairs"]

_TEAMS = frozenset(
    {"delegation", "team", "negotiator", "side", "representative", "envoy", "mission", "commission", "minister"}
    | {"leader", "official", "general", "panel", "group", "committee", "party", "government", "expert"}
)
_LED = frozenset({"lead", "head", "chair", "represent", "command"})
_NEAR = 14
"""Words in which the two sides, and behind the verb the two persons, stand."""
_PAIR = 2


def seat_pairs(roster: Roster, ties: Ties) -> None:
    """Vote for the first person with the first side, and for the second with the second.

    "Delegations from A and B, headed by X and Y", "foreign ministers X and Y of A and B". Where more or fewer than two
    are named on either hand, nothing is said.
    """
    for passage in roster.passages:
        doc = passage.doc
        for at in _markers(doc):
            before = list(doc[max(doc[at].sent.start, at - _NEAR) : at])
            sides = _in_order(roster, before, of_persons=False, from_team=True)
            persons = _in_order(roster, _listed(doc, at), of_persons=True)
            _vote(ties, sides, persons)
        for link in doc[_PAIR:-_PAIR]:
            if link.lower_ in {"of", "for"} and doc[link.i - 1].pos_ == "PROPN" and roster.at(doc[link.i - 1]):
                persons = _in_order(roster, _joined_before(doc, link.i), of_persons=True)
                sides = _in_order(roster, _listed(doc, link.i), of_persons=False) if len(persons) == _PAIR else []
                _vote(ties, sides, persons)


def _markers(doc: Doc) -> Iterator[int]:
    """Where the persons follow: at the "by" of "led by", or at "under"."""
    for token in doc[1:]:
        word = token.lower_
        if word == "by":
            before = doc[token.i - 1]
            if before.tag_ == "VBN" and before.lemma_ in _LED:
                yield token.i
        elif word == "under" and doc[token.i + 1 : token.i + 2].text[:1].isupper():
            yield token.i


def _listed(doc: Doc, at: int) -> Sequence[Token]:
    """The words behind a marker, up to a verb or what closes the list."""
    end = at + 1
    last = min(doc[at].sent.end, at + 1 + _NEAR)
    while end < last and doc[end].pos_ not in {"VERB", "AUX"} and doc[end].text not in {",", ";", ".", ":", ")"}:
        end += 1
    return list(doc[at + 1 : end])


def _joined_before(doc: Doc, link: int) -> Sequence[Token]:
    """The two names before "of", with nothing between them but "and" and titles."""
    start = link
    while start > doc[link].sent.start and link - start < _NEAR and doc[start - 1].pos_ in {"PROPN", "CCONJ", "ADP"}:
        start -= 1
    return list(doc[start:link])


def _in_order(roster: Roster, words: Sequence[Token], *, of_persons: bool, from_team: bool = False) -> list[str]:
    """Ids of the persons or the sides that words name, in their order; none where a plural is asked for and missing."""
    if from_team:
        first = next((t for t in words if t.lemma_.lower() in _TEAMS and t.tag_ in {"NNS", "NNPS"}), None)
        if first is None:
            return []
        behind = first.nbor().lower_ in {"of", "from", "for"}  # or "Turkish and Syrian delegations"
        words = [t for t in words if (t.i > first.i if behind else t.i < first.i)]
    found: dict[str, None] = {}
    for token in words:
        ids = roster.at(token)
        for actor in ids if of_persons else map(roster.party, ids):
            if (roster.actors[actor].kind == "person") == of_persons:
                found[actor] = None
        entity = token.doc.user_data["named"].get(token.i) if not of_persons and not ids else None
        if entity is not None and token.text not in entity.metonyms:
            found[roster.enter(entity.name, entity.kind, entity.iso).id] = None
    return list(found)


def _vote(ties: Ties, sides: Sequence[str], persons: Sequence[str]) -> None:
    if len(sides) == len(persons) == _PAIR:
        for person, side in zip(persons, sides, strict=True):
            ties.vote(person, side, 2 * LED)
