"""Europeans: whose officials and diplomats they are where a report has the European Union, or the E3, take part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .gazetteer import entities

if TYPE_CHECKING:
    from .roster import Actor, Mention, Roster

__all__ = ["settle_europeans"]

_CROWD = "European governments"
_BODIES = ("E3", "European Union")
"""Whose Europeans are, by the first of them that the report names."""
_THEIRS = frozenset(
    {"europeans", "official", "officials", "diplomat", "diplomats", "commissioner", "envoy", "envoys", "mediator"}
    | {
        "mediators",
        "negotiators",
        "observers",
        "observer",
        "monitors",
        "mission",
        "representative",
        "facilitator",
        "policy",
        "chief",
        "spokesman",
    }
    | {"spokeswoman", "spokesperson", "delegation", "ambassador"}
)
"""What is the Union's own; governments, leaders and capitals are several states'."""


def settle_europeans(roster: Roster) -> None:
    """ "European officials said", in a report in which the European Union acts: its officials, and no crowd of states.

    Where governments, leaders or capitals of Europe act as well, who Europeans are is left open.
    """
    crowd = next((actor for actor in roster.actors.values() if actor.name == _CROWD and actor.mentions), None)
    if crowd is None or any(mention.acts and not _is_theirs(roster, mention) for mention in crowd.mentions):
        return
    body = next((actor for name in _BODIES if (actor := _acting(roster, name)) is not None), None)
    if body is None:
        return
    for mention in [mention for mention in crowd.mentions if _is_theirs(roster, mention)]:
        doc = roster.passages[mention.passage].doc
        crowd.mentions.remove(mention)
        body.mentions.append(mention)
        words = doc[mention.start : mention.end].text
        crowd.aliases.pop(words, None)
        if words.split()[-1].lower() in _THEIRS:
            body.aliases[words] += 1
        for i in range(mention.start, mention.end):
            doc.user_data["named"][i] = entities()[body.name]
            if i in doc.user_data["actors"]:
                doc.user_data["actors"][i] = (body.id,)


def _acting(roster: Roster, name: str) -> Actor | None:
    """The actor of that name, if it does something in the report."""
    named = (actor for actor in roster.actors.values() if actor.name == name and actor.kind != "person")
    return next((actor for actor in named if any(mention.acts for mention in actor.mentions)), None)


def _is_theirs(roster: Roster, mention: Mention) -> bool:
    doc = roster.passages[mention.passage].doc
    last = doc[mention.end - 1]
    own = last.head if last.dep_ in {"amod", "compound", "poss"} and last.head.i > last.i else last
    return last.lower_ in _THEIRS or own.lower_ in _THEIRS
