"""Whose turn it is: each label of a transcript as the actor that it means ("CHATCHAI", "CM", "A", "Government")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from goodoffices.record import fold

from ..labels import asks
from .bearers import Bearers
from .speakers import name_in_brackets
from .speaking_for import DECLARED, OWN_SIDE, Label, Sides, text_of

if TYPE_CHECKING:
    from ..document import Passage
    from .roster import Actor, Roster

__all__ = ["name_turns"]

_SECTION_WORDS = 14
_HEAD_CHARS = 800
"""Characters of a transcript within which it says who made it."""
_ANSWERS = frozenset({"a", "answer"})
_ASIDE = re.compile(r"[ \t]*[(\[]([^()\[\]\n]{2,30})[)\]]")
_INTERVIEW = re.compile(
    r"\b(?:[Ii]nterview|[Cc]onversation|[Qq]uestions|Q ?& ?A)(?: with| to)?:?[ ]+"
    r"(?P<name>(?:[^\W\d_a-z][\w'’-]+ ){1,3}[^\W\d_a-z][\w'’-]+)$"
)


_NAME = r"(?:[^\W\d_a-z][\w'’-]+ ){0,3}[^\W\d_a-z][\w'’-]+"
_MAKERS = re.compile(
    rf"\b(?:[Pp]resenter|[Hh]ost|[Aa]nchor|[Ii]nterviewer|[Mm]oderator|[Rr]eporter): (?P<name>{_NAME})[.)]?$"
    r"|\b(?:[Pp]resented|[Hh]osted|[Ii]nterviewed|[Ii]nterview(?: conducted)?|[Mm]oderated) by"
    rf" (?P<by>{_NAME})",
    re.MULTILINE,
)
"""Who makes a programme: "Presenter: Amel Rizgalla", "hosted by Ana Ruiz"."""
_HOSTING = re.compile(
    r"\b(?:[Mm]y guests?\b|[Ww]ith (?:us|me)\b[^.?!]{0,60}\b(?:is|are)\b|[Jj]oin(?:s|ing) (?:us|me)\b"
    r"|[Tt]hank you (?:both |all )?for (?:joining|listening|talking|speaking)\b)"
)
"""What only one who asks says to his guests."""


def name_turns(roster: Roster) -> None:
    """Note for each label of a transcript whom it means, and give those who have turns the side they speak for.

    Args:
        roster: The report's actors; its `labels` and the sides of persons without one are filled in.
    """
    if any(passage.block.speaker is not None for passage in roster.passages):
        _Naming(roster).name()


class _Naming:
    """The labels of one report on their way to actors."""

    def __init__(self, roster: Roster) -> None:
        self.roster = roster
        self.short: dict[str, str] = {}
        self.offices: dict[str, tuple[str, ...]] = {}
        self.muted: set[str] = _makers(roster)
        self.sides = Sides(roster)
        self.persons = [a for a in roster.actors.values() if a.kind == "person"]
        self.named_in: dict[int, list[str]] = {}
        for actor in self.persons:
            for mention in actor.mentions:
                self.named_in.setdefault(mention.passage, []).append(actor.id)
        self.bearers = Bearers(roster, self.persons)

    def name(self) -> None:
        section: tuple[str, ...] = ()
        lone = self._interviewed()
        turns: list[tuple[Label, tuple[str, ...]]] = []
        for number, passage in enumerate(self.roster.passages):
            cell = passage.block.speaker
            if cell is None:
                section = self._section(passage) or section
                continue
            words = text_of(passage)[cell.start : cell.end]
            label = Label(words, cell, number)
            declared = DECLARED.match(text_of(passage), cell.end)
            if _is_answer(label, text_of(passage)):
                who = section or lone
                self.sides.house_of(who)
            else:
                who = self._who(label)
            if declared is not None and len(who) == 1:
                self.short.setdefault(re.sub(r"[. ]", "", declared["short"]), who[0])
            turns.append((label, who))
        asking = self._askers(turns) | {a.id for a in self.persons if fold(a.name) in self.muted}
        self._silence(asking)
        for label, who in turns:
            heard = () if set(who) & asking else who
            self.roster.labels[label.cell.start, label.cell.end] = heard
            for actor in heard:
                self.sides.hear(self.roster.actors[actor], label, self.short.values())
        self.sides.house_of(tuple(a.id for a in self.persons if self._speaks_for_a_house(a)))
        self.sides.by_own_words(turns)

    def _speaks_for_a_house(self, actor: Actor) -> bool:
        """Is someone a spokesman, who speaks in a paper for whoever's it is?"""
        titles = (role.title.lower() for role in self.roster.roles_of(actor.id))
        return actor.side is None and any(title.startswith(("spokes", "deputy spokes")) for title in titles)

    def _silence(self, asking: set[str]) -> None:
        """Take away the mentions that one who only asks has by the labels of his turns."""
        for actor in asking:
            mentions = self.roster.actors[actor].mentions
            kept = [m for m in mentions if self.roster.passages[m.passage].block.speaker is None or m.end > 1]
            mentions[:] = kept

    def _askers(self, turns: list[tuple[Label, tuple[str, ...]]]) -> set[str]:
        """Those whose turns mostly ask and never say "we": an interviewer under his own or his paper's name."""
        asked: dict[str, list[bool]] = {}
        own: set[str] = set()
        hosts: set[str] = set()
        for label, who in turns:
            passage = self.roster.passages[label.passage]
            text = text_of(passage)[passage.block.start : passage.block.end]
            for actor in who:
                asked.setdefault(actor, []).append("?" in text)
                if OWN_SIDE.search(text):
                    own.add(actor)
                if _HOSTING.search(text):
                    hosts.add(actor)
        mostly = {a for a, turns_of in asked.items() if 2 * sum(turns_of) >= len(turns_of)}
        return {a for a in mostly - own if 2 * sum(asked[a]) > len(asked[a])} | (mostly & hosts)

    def _who(self, label: Label) -> tuple[str, ...]:
        """Ids of those whom a label means."""
        plain = label.words.strip(" *_.")
        key = fold(plain.partition(",")[0])
        if self._aside_asks(label):
            self.muted.add(key)
        if not plain or key in self.muted or (asks(plain) and fold(plain) not in self.bearers.forms):
            return ()
        found = self.short.get(plain.replace(".", "").replace(" ", "")) if plain.isupper() else None
        if found is not None:
            return (found,)
        name = name_in_brackets(text_of(self.roster.passages[label.passage]), label.cell.end)
        meant = self.bearers.named(name) if name else ()
        if meant and all(self.roster.actors[actor].kind == "person" for actor in meant):
            self.offices[key] = meant  # "Spokesperson (Ms Rao):", and from then on "Spokesperson:"
            return meant
        return self.offices.get(key) or self.bearers.named(plain)

    def _aside_asks(self, label: Label) -> bool:
        """Does a bracket behind a name say that its bearer only asks ("Nadia Pierre (host):")?"""
        text = text_of(self.roster.passages[label.passage])
        found = _ASIDE.match(text, label.cell.end)
        return found is not None and asks(found[1])

    def _section(self, passage: Passage) -> tuple[str, ...]:
        """The one person whose name is a line by itself ("Sofyan Djalil, for the Government") or who is asked."""
        text = text_of(passage)[passage.block.start : passage.block.end]
        if len(text.split()) > _SECTION_WORDS and not re.search(r"\b(?:questions|asked)\b", text):
            return ()
        here = self.bearers.within(text)
        return here if len(here) == 1 else ()

    def _interviewed(self) -> tuple[str, ...]:
        """The one person whom the words before the first turn name, or the only one whom they name with an office."""
        named: dict[str, None] = {}
        for number, passage in enumerate(self.roster.passages):
            if passage.block.speaker is not None:
                break
            named |= dict.fromkeys(self.named_in.get(number, ()))
        return tuple(named) if len(named) == 1 else () if named else self._announced()

    def _announced(self) -> tuple[str, ...]:
        """The one whom the title alone names as the one who is interviewed ("Interview: Rufi Etxeberria")."""
        first = self.roster.passages[0]
        found = _INTERVIEW.search(text_of(first), first.block.start, first.block.end)
        return (self.roster.enter(found["name"], "person").id,) if found else ()


def _makers(roster: Roster) -> set[str]:
    """The names, and surnames, of those who make the programme by what its first lines say."""
    found: set[str] = set()
    if roster.passages:
        text = text_of(roster.passages[0])
        for match in _MAKERS.finditer(text[:_HEAD_CHARS]):
            name = fold(match["name"] or match["by"])
            found |= {name, name.split()[-1]}
    return found


def _is_answer(label: Label, text: str) -> bool:
    """Does a label only say that somebody answers: "A", or the marks behind a question in bold?"""
    marks = label.words.strip("*_") == ""
    if marks:
        return text[label.cell.end : label.cell.end + 1] in {"", "\n"}
    return label.words.lower() in _ANSWERS
