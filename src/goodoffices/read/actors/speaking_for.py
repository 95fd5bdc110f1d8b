"""For whom the speakers of a transcript speak: by words beside their names, the paper's heading, their own words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import fold

from ..labels import layout_words
from ..pipeline import read_words
from .gazetteer import names_in
from .lexicon import lexicon
from .roster import Actor, Mention, Roster
from .sides import home_state
from .spelled import folded

if TYPE_CHECKING:
    from ..document import Passage
    from ..layout import Cell

__all__ = ["DECLARED", "OWN_SIDE", "Label", "Sides", "party_of_words", "text_of"]

_LONGEST_ACRONYM = 10
_LONGEST_BESIDE = 70
_MOST_MENTIONS = 20
_HOUSES = frozenset(
    {"ministry", "government", "presidency", "office", "embassy", "mission", "secretariat", "directorate", "briefing"}
)
_BESIDE = re.compile(
    r"[ \t]*(?:[(\[]|,?[ ](?:speaking[ ])?(?:for|of)[ ]|,[ ]who[ ]\w{3,12}s[ ](?:for[ ])?|,[ ])"
    r"(?P<who>[^()\[\];,.\n]{2,60})"
)
DECLARED = re.compile(r"[ \t]*[(\[](?P<short>[A-Z]\.?[ ]?[A-Z]?\.?[A-Z]?\.?)[)\]]")
"""Initials behind a name, under which its bearer goes on ("Cho Myoung-gyon (CM):")."""
OWN_SIDE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b")
"""Words by which a speaker means his own side."""
_WILLING = frozenset({"will", "cannot", "can", "must"})
_GOVERNMENT = re.compile(r"(?:for |of )?(?:the )?(?:national |central |federal )?government(?:'s)?\b", re.IGNORECASE)


class Label(msgspec.Struct, frozen=True):
    """A label where it first stands: its words, the passage behind it, and what a bracket beside it adds."""

    words: str
    cell: Cell
    passage: int


def text_of(passage: Passage) -> str:
    """The text of the report that a passage is of, empty where the passage is."""
    return passage.sentences[0].report.text if passage.sentences else ""


def party_of_words(roster: Roster, words: str) -> str | None:
    """The side that a few words name ("FPRC", "the Government", "Chisinau"), None where they name none."""
    words = words.strip()
    names = list(names_in(read_words(words)))
    if names:
        return roster.enter(names[0].entity.name, names[0].entity.kind, names[0].entity.iso).id
    padded = f" {fold(words)} "
    bodies = (a for a in roster.actors.values() if a.kind in {"organisation", "group"})
    known = [a for a in bodies if any(f" {folded(name)} " in padded for name in (a.name, *a.aliases))]
    home = home_state(roster) or roster.governed or roster.government
    if _GOVERNMENT.match(words):
        return home
    if known:
        return known[0].id
    if (
        words.isupper()
        and words.isalpha()
        and words.lower() not in lexicon().offices | layout_words()["titles"]
        and len(words) <= _LONGEST_ACRONYM
    ):
        return roster.enter(words, "organisation").id
    return None


class Sides:
    """The sides of the speakers of one report, filled in as their turns are read."""

    def __init__(self, roster: Roster) -> None:
        """Read the turns of `roster`."""
        self.roster = roster
        self.heard: set[str] = set()

    def hear(self, actor: Actor, label: Label, short: Collection[str]) -> None:
        """Note that an actor has a turn, and for whom the words beside its name say that it speaks."""
        actor.mentions.append(Mention(label.passage, 0, 1, acts=True))
        if actor.kind != "person" or actor.id in self.heard:
            return
        self.heard.add(actor.id)
        if actor.side is None:
            actor.side = next(self._sides_of(actor, label, short), None)

    def _sides_of(self, actor: Actor, label: Label, short: Collection[str]) -> Iterator[str]:
        """The sides named right behind the name: in a label, in a line of its own, in a list of those present."""
        text = text_of(self.roster.passages[label.passage])
        declared = DECLARED.match(text, label.cell.end)
        for found in (None if declared else _BESIDE.match(text, label.cell.end), *self._beside_mentions(actor, text)):
            if found is None:
                continue
            party = party_of_words(self.roster, found["who"])
            if party is not None and party not in {actor.id, *short} and self.roster.actors[party].kind != "person":
                self.roster.actors[party].mentions.append(Mention(label.passage, 0, 1, acts=True))
                yield party

    def _beside_mentions(self, actor: Actor, text: str) -> Iterator[re.Match[str] | None]:
        for mention in actor.mentions[:_MOST_MENTIONS]:
            passage = self.roster.passages[mention.passage]
            if passage.block.speaker is None and mention.end > mention.start:
                last = passage.doc[mention.end - 1]
                at = passage.block.start + last.idx + len(last)
                yield _BESIDE.match(text, at, min(len(text), at + _LONGEST_BESIDE))

    def house_of(self, who: tuple[str, ...]) -> None:
        """Give one who answers in a paper of a ministry or a body, headed with its name, that one for his side."""
        first = self.roster.passages[0]
        words = text_of(first)[first.block.start : first.block.end]
        own = first.block.kind == "heading" and {*words.lower().split()} & _HOUSES
        for actor in who if own else ():
            if self.roster.actors[actor].kind == "person" and self.roster.actors[actor].side is None:
                side = party_of_words(self.roster, words.title() if words.isupper() else words)
                self.roster.actors[actor].side = side if side != actor else None

    def by_own_words(self, turns: Sequence[tuple[Label, tuple[str, ...]]]) -> None:
        """Give a speaker who says "we" and of one party alone what it wants ("Renamo needs ...") for side."""
        wanting: dict[str, set[str]] = {}
        for label, who in turns:
            passage = self.roster.passages[label.passage]
            text = text_of(passage)[passage.block.start : passage.block.end]
            if len(who) == 1 and self.roster.actors[who[0]].kind == "person" and OWN_SIDE.search(text):
                wanting.setdefault(who[0], set()).update(self._wanting(passage))
        taken = {self.roster.actors[a].side for a in wanting}
        for actor, parties in wanting.items():
            free = parties - taken
            if self.roster.actors[actor].side is None and len(parties) == 1 and free:
                self.roster.actors[actor].side = free.pop()

    def _wanting(self, passage: Passage) -> Iterator[str]:
        """The parties that a passage says to want, accept or refuse something."""
        for token in passage.doc:
            if token.dep_ != "nsubj":
                continue
            if token.head.lemma_.lower() in lexicon().doing.wanting or any(
                c.lower_ in _WILLING for c in token.head.children
            ):
                ids = self.roster.at(token)
                yield from (a for a in ids if self.roster.actors[a].kind in {"group", "state", "organisation"})
