"""Factions: what has broken away from a movement, and whoever leads it, speaks for the movement no longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .roster import Mention, Roster

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["faction_at", "faction_before"]

_PARTS = frozenset({"faction", "wing", "group", "branch", "splinter"})
_APART = frozenset({"breakaway", "dissident", "splinter", "rival", "rebel", "renegade", "schismatic", "dissenting"})
"""Words for a part that has left the whole; a "hardline faction" is still inside."""
_LONGEST = 4
"""Words between the part and "a", and between "of" and the end of the movement's name, at most."""


def faction_at(roster: Roster, passage: int, noun: Token) -> str | None:
    """Id of the faction that a noun means, with the movement behind it ("a breakaway faction of the Front").

    Args:
        roster: The report's actors; the faction is entered.
        passage: The number of the passage.
        noun: The word for the part.
    """
    doc, start = noun.doc, noun.i
    while (
        start > 0 and noun.i - start < _LONGEST and doc[start - 1].is_lower and doc[start - 1].pos_ in {"ADJ", "NOUN"}
    ):
        start -= 1
    apart = next((t.i for t in doc[start : noun.i] if t.lower_ in _APART), None)
    if noun.lower_ not in _PARTS or apart is None or doc[noun.i + 1 : noun.i + 2].text != "of":
        return None
    first = noun.i + 2 + (doc[noun.i + 2 : noun.i + 3].text == "the")
    end = first
    meant = roster.at(doc[first]) if first < len(doc) else ()
    if len(meant) != 1 or roster.actors[meant[0]].kind not in {"group", "organisation"}:
        return None
    while end < len(doc) and end - first < 2 * _LONGEST and roster.at(doc[end]) == meant:
        end += 1
    body = roster.enter(doc[apart:end].text, "group")
    body.mentions.append(Mention(passage, apart, end, acts=True))
    return body.id


def faction_before(roster: Roster, passage: int, doc: Doc, i: int) -> str | None:
    """Id of the faction of which the movement named at a token is the whole ("head of a dissident wing of the Front").

    Args:
        roster: The report's actors; the faction is entered.
        passage: The number of the passage.
        doc: The parsed block.
        i: The first token of the movement's name.
    """
    at = i - 1 - (i > 0 and doc[i - 1].lower_ == "the")
    part = at > 0 and doc[at].lower_ == "of" and doc[at - 1].lower_ in _PARTS
    return faction_at(roster, passage, doc[at - 1]) if part else None
