"""Led bodies: governments beside the state's, named in small letters alone, that a named person heads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .roster import Mention, Roster

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["BESIDE_THE_STATE", "body_led"]

BESIDE_THE_STATE = frozenset(
    {"separatist", "breakaway", "rebel", "secessionist", "rival", "parallel", "self-declared", "regional", "local"}
    | {"provincial", "municipal", "autonomous", "insurgent", "unrecognised", "unrecognized", "self-proclaimed"}
)
"""Words of governments that are not the state's."""
_FOR_NOW = frozenset({"interim", "provisional", "transitional", "caretaker"})
"""Of a land, where it is an "administration": a state's is a "government"."""
_GOVERNING = frozenset({"administration", "government", "authority", "cabinet", "executive"})


def body_led(roster: Roster, passage: int, led: Token) -> str | None:
    """Id of the government in small letters that someone leads ("heads the rival administration in Benghazi").

    Args:
        roster: The report's actors; the body is entered.
        passage: The number of the passage.
        led: What is led.
    """
    if led.lower_ not in _GOVERNING or not led.is_lower:
        return None
    before = [c for c in led.children if c.i < led.i and c.dep_ in {"amod", "compound"} and c.is_lower]
    apart = BESIDE_THE_STATE | (_FOR_NOW if led.lower_ == "administration" else frozenset())
    if not any(c.lower_ in apart for c in before) or any(c.dep_ == "poss" for c in led.children):
        return None
    start = before[0].i
    body = roster.enter(led.doc[start : led.i + 1].text, "organisation")
    inside = next((c for c in led.children if c.lower_ == "in" and c.i == led.i + 1), None)
    if inside is not None:
        body.aliases[led.doc[start : inside.right_edge.i + 1].text] += 1
    body.mentions.append(Mention(passage, start, led.i + 1, acts=True))
    led.doc.user_data["actors"][led.i] = (body.id,)
    return body.id
