"""The words of arrangements, from `data/mechanisms.toml`."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources
from typing import Any

import msgspec

from goodoffices.record import MechanismKind

__all__ = ["Rule", "Standing", "Words", "any_of", "base", "mechanism_words"]


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """Which kind of arrangement a head noun is with certain words before or behind it. See the data file."""

    kind: MechanismKind
    heads: frozenset[str]
    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None
    also: re.Pattern[str] | None
    not_before: re.Pattern[str] | None
    not_behind: re.Pattern[str] | None
    singular: bool
    plural: bool = False
    sought: bool = False
    """Only one of its kind that has no name yet ("a moderator")."""

    def fits(self, head: str, before: str, behind: str, *, plural: bool, sought: bool = False) -> bool:
        """Does the rule name the kind of a phrase?

        Args:
            head: Base form of its head.
            before: Base forms of the words before the head, joined by spaces.
            behind: Those of the words behind it.
            plural: Whether the head is a plural.
            sought: Whether "a", "an" or "another" stands before it.
        """
        if head not in self.heads or (self.singular and plural) or (self.plural and not plural):
            return False
        if self.sought and not sought:
            return False
        if self.not_before and self.not_before.search(before):
            return False
        if self.not_behind and self.not_behind.search(behind):
            return False
        if self.before or self.behind:
            found = (self.before and self.before.search(before)) or (self.behind and self.behind.search(behind))
            if not found:
                return False
        return self.also is None or self.also.search(f"{before} {head} {behind}") is not None


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """Words that tell how far an arrangement is; each set is described in the data file."""

    set_up: frozenset[str]
    agreed: frozenset[str]
    proposed: frozenset[str]
    rejected: frozenset[str]
    rejected_phrases: frozenset[str]
    goes_on: frozenset[str]
    not_there: frozenset[str]
    words_proposed: frozenset[str]
    words_agreed: frozenset[str]
    words_in_force: frozenset[str]
    lead_proposed: re.Pattern[str]
    lead_agreed: re.Pattern[str]
    lead_in_force: re.Pattern[str]


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """All of the data file.

    Attributes:
        rules: In order; the first that fits counts.
        heads: The heads of all rules.
        names: Well-known missions -> kind.
        never: Phrases that are no arrangement.
        suffers: Verbs that tell of an event that an arrangement's people suffer.
        standing: How far an arrangement is.
        bodies: Bodies that one who leads them makes an arrangement.
        named_bodies: Bodies that a word of their own makes an arrangement.
        other_bodies: Words before one of these that make it something else.
        shared_bodies: Words before a body with a name of its own that serves an agreement.
        proper: Bodies that a capital alone can make a name ("the Mechanism").
        proper_watched: What tells that such a body watches over a truce.
        people: Nouns of the people of an arrangement.
        labels: Nouns of what they do, as the label of a row.
        leading: Verbs of those who lead an arrangement.
        under: Nouns under which it stands ("under UN command").
        exchanging: Verbs that name an exchange.
        exchanged: Nouns of those who are exchanged.
        returning_dead: Verbs of giving back the dead.
        dead: Nouns of the dead.
        keeping: Verbs that name the keeping of arms.
        kept: Nouns of the arms.
        keeping_modals: Words before such a verb where it is an arrangement, not an event.
        mediating: Verbs that name a mediation, with what is mediated and the nouns under which talks stand.
        mediated: See `mediating`.
        mediated_under: See `mediating`.
        relaying: Verbs of carrying something between the parties, with what is carried.
        relayed: See `relaying`.
        funding: Verbs of paying for something, with the words of what is to come before them.
        funding_modals: See `funding`.
        pledging: Verbs of promising a sum.
        paying: Verbs of paying one, of the time to come.
        sums: Words of a sum.
        returning: Verbs of what comes back of itself, with their particle.
        returning_particle: See `returning`.
        watching: Verbs that name the watching of a truce.
        watched: What is watched.
        watched_only: Of the verbs that watch but a few things, which.
        commenting: Verbs of those who only comment ("observers note").
        anyone: Words with which these are nobody in particular.
        offices: Offices that one holds in a mission.
        heading: Verbs of one who heads a mission.
        turning: Verbs of one who only turns to it.
        mediators: Nouns of one who mediates, behind "as".
        acting: Verbs of being something ("acts as go-between").
        taking: Verbs of taking somebody for something ("invited as observers").
    """

    rules: tuple[Rule, ...]
    heads: frozenset[str]
    names: dict[str, MechanismKind]
    never: re.Pattern[str]
    suffers: frozenset[str]
    standing: Standing
    bodies: frozenset[str]
    named_bodies: frozenset[str]
    other_bodies: re.Pattern[str]
    shared_bodies: re.Pattern[str]
    proper: frozenset[str]
    proper_watched: re.Pattern[str]
    people: frozenset[str]
    labels: frozenset[str]
    leading: frozenset[str]
    under: frozenset[str]
    exchanging: frozenset[str]
    exchanged: frozenset[str]
    returning_dead: frozenset[str]
    dead: frozenset[str]
    keeping: frozenset[str]
    kept: frozenset[str]
    keeping_modals: frozenset[str]
    mediating: frozenset[str]
    mediated: frozenset[str]
    mediated_under: frozenset[str]
    relaying: frozenset[str]
    relayed: frozenset[str]
    funding: frozenset[str]
    funding_modals: frozenset[str]
    pledging: frozenset[str]
    paying: frozenset[str]
    sums: frozenset[str]
    returning: frozenset[str]
    returning_particle: str
    watching: frozenset[str]
    watched: frozenset[str]
    watched_only: dict[str, frozenset[str]]
    commenting: frozenset[str]
    anyone: frozenset[str]
    offices: frozenset[str]
    heading: frozenset[str]
    turning: frozenset[str]
    mediators: frozenset[str]
    acting: frozenset[str]
    taking: frozenset[str]

    def watches(self, verb: str, things: frozenset[str]) -> bool:
        """Is a verb with these things the watching of one of them?

        Args:
            verb: Its lemma.
            things: Lemmas and forms of what it acts on.
        """
        return verb in self.watching and bool(things & self.watched_only.get(verb, self.watched))


def base(word: str) -> str:
    """A word without case and plural ending, as the rules compare it."""
    word = word.casefold()
    if word.endswith("ies") and len(word) > 4:  # noqa: PLR2004  not "ties"
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "corps")):
        return word[:-1]
    return word


@functools.cache
def mechanism_words() -> Words:
    """Read the data file once."""
    text = resources.files("goodoffices.read.kinds").joinpath("data/mechanisms.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    rules = tuple(_rule(entry, data["heads"]) for entry in data["rule"])
    return Words(
        rules=rules,
        heads=frozenset((*(head for rule in rules for head in rule.heads), *data["bodies"]["heads"])),
        names={name: kind for kind, names in data["names"].items() for name in names},
        never=re.compile(r"\b(?:" + "|".join(map(re.escape, data["never"]["phrases"])) + r")\b", re.IGNORECASE),
        suffers=frozenset(data["never"]["suffers"]),
        standing=_standing(data["status"]),
        bodies=frozenset(data["leaders"]["bodies"]),
        named_bodies=frozenset(data["bodies"]["heads"]),
        other_bodies=any_of(data["bodies"]["not_before"]),
        shared_bodies=any_of(data["bodies"]["shared"]),
        proper=frozenset(data["bodies"]["proper"]),
        proper_watched=re.compile(data["bodies"]["proper_watched"], re.IGNORECASE),
        people=frozenset(data["leaders"]["people"]),
        labels=frozenset(data["leaders"]["labels"]),
        leading=frozenset(data["leaders"]["verbs"]),
        under=frozenset(data["leaders"]["under"]),
        exchanging=frozenset(data["exchange"]["verbs"]),
        exchanged=frozenset(data["exchange"]["people"]),
        returning_dead=frozenset(data["exchange"]["dead_verbs"]),
        dead=frozenset(data["exchange"]["dead"]),
        keeping=frozenset(data["keeping"]["verbs"]),
        kept=frozenset(data["keeping"]["things"]),
        keeping_modals=frozenset(data["keeping"]["modals"]),
        mediating=frozenset(data["mediating"]["verbs"]),
        mediated=frozenset(data["mediating"]["things"]),
        mediated_under=frozenset(data["mediating"]["under"]),
        relaying=frozenset(data["mediating"]["relaying"]),
        relayed=frozenset(data["mediating"]["relayed"]),
        funding=frozenset(data["funding"]["verbs"]),
        funding_modals=frozenset(data["funding"]["modals"]),
        pledging=frozenset(data["funding"]["pledging"]),
        paying=frozenset(data["funding"]["paying"]),
        sums=frozenset(data["funding"]["sums"]),
        returning=frozenset(data["returning"]["verbs"]),
        returning_particle=data["returning"]["particle"],
        watching=frozenset(data["watching"]["verbs"]),
        watched=frozenset(data["watching"]["things"]),
        watched_only={verb: frozenset(things) for verb, things in data["watching"]["only"].items()},
        commenting=frozenset(data["bystanders"]["commenting"]),
        anyone=frozenset(data["bystanders"]["anyone"]),
        offices=frozenset(data["bystanders"]["offices"]),
        heading=frozenset(data["bystanders"]["heading"]),
        turning=frozenset(data["bystanders"]["turning"]),
        mediators=frozenset(data["as"]["mediators"]),
        acting=frozenset(data["as"]["acting"]),
        taking=frozenset(data["as"]["taking"]),
    )


def _standing(status: dict[str, list[str]]) -> Standing:
    leads: dict[str, Any] = {name: any_of(words) for name, words in status.items() if name.startswith("lead_")}
    sets: dict[str, Any] = {name: frozenset(words) for name, words in status.items() if name not in leads}
    return Standing(**sets, **leads)


def _rule(entry: dict[str, Any], groups: dict[str, list[str]]) -> Rule:
    heads = [word for head in entry["heads"] for word in (groups[head[1:]] if head.startswith("@") else [head])]
    parts = ("before", "behind", "also", "not_before", "not_behind")
    patterns = {part: any_of([*words, *map(base, words)]) if (words := entry.get(part)) else None for part in parts}
    singular, plural = entry.get("singular", False), entry.get("plural", False)
    sought = entry.get("sought", False)
    return Rule(kind=entry["kind"], heads=frozenset(heads), singular=singular, plural=plural, sought=sought, **patterns)


def any_of(words: list[str]) -> re.Pattern[str]:
    """Match one of some words or phrases, each whole; a star in one stands for any ending."""
    alternatives = "|".join(re.escape(word).replace(r"\*", r"[\w-]*") for word in words)
    return re.compile(rf"(?<![\w@-])(?:{alternatives})(?![\w-])", re.IGNORECASE)
