"""The words of arrangements, from `data/mechanisms.toml`."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources
from typing import Any

import msgspec

from goodoffices.record import MechanismKind

from .rule import Rule, any_of, base, rule_of

__all__ = ["Rule", "Standing", "Words", "any_of", "base", "mechanism_words"]


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
        minds: What they are then said to be ("observers are divided").
        anyone: Words with which these are nobody in particular.
        offices: Offices that one holds in a mission.
        heading: Verbs of one who heads a mission.
        turning: Verbs of one who only turns to it.
        between: Nouns of those who go between the sides.
        serving: Verbs by which they mediate, next to those of mediating and relaying.
        striving: Nouns of what they do, where no more is told of them.
        compiling: Verbs of one who gives figures, with the nouns of what he gives.
        compiled: See `compiling`.
        mediators: Nouns of one who mediates, behind "as".
        acting: Verbs of being something ("acts as go-between").
        taking: Verbs of taking somebody for something ("invited as observers").
        choosing: Verbs of wanting somebody between the sides ("would accept Oman as a guarantor").
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
    minds: frozenset[str]
    anyone: frozenset[str]
    offices: frozenset[str]
    heading: frozenset[str]
    turning: frozenset[str]
    between: frozenset[str]
    serving: frozenset[str]
    striving: frozenset[str]
    compiling: frozenset[str]
    compiled: frozenset[str]
    mediators: frozenset[str]
    acting: frozenset[str]
    taking: frozenset[str]
    choosing: frozenset[str]

    def watches(self, verb: str, things: frozenset[str]) -> bool:
        """Is a verb with these things the watching of one of them?

        Args:
            verb: Its lemma.
            things: Lemmas and forms of what it acts on.
        """
        return verb in self.watching and bool(things & self.watched_only.get(verb, self.watched))


@functools.cache
def mechanism_words() -> Words:
    """Read the data file once."""
    text = resources.files("goodoffices.read.kinds").joinpath("data/mechanisms.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    rules = tuple(rule_of(entry, data["heads"]) for entry in data["rule"])
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
        minds=frozenset(data["bystanders"]["minds"]),
        anyone=frozenset(data["bystanders"]["anyone"]),
        offices=frozenset(data["bystanders"]["offices"]),
        heading=frozenset(data["bystanders"]["heading"]),
        turning=frozenset(data["bystanders"]["turning"]),
        between=frozenset(data["bystanders"]["between"]),
        serving=frozenset(data["bystanders"]["serving"]),
        striving=frozenset(data["bystanders"]["striving"]),
        compiling=frozenset(data["bystanders"]["compiling"]),
        compiled=frozenset(data["bystanders"]["compiled"]),
        mediators=frozenset(data["as"]["mediators"]),
        acting=frozenset(data["as"]["acting"]),
        taking=frozenset(data["as"]["taking"]),
        choosing=frozenset(data["as"]["choosing"]),
    )


def _standing(status: dict[str, list[str]]) -> Standing:
    leads: dict[str, Any] = {name: any_of(words) for name, words in status.items() if name.startswith("lead_")}
    sets: dict[str, Any] = {name: frozenset(words) for name, words in status.items() if name not in leads}
    return Standing(**sets, **leads)
