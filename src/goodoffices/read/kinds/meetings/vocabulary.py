"""The words that tell of meetings, from `data/meetings.toml`."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import Any

import msgspec

__all__ = ["Encounters", "Words", "encounter_words", "meeting_words"]


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """Word sets, all lemmas in lower case; what each is for stands in the data file."""

    talks: frozenset[str]
    meetings: frozenset[str]
    weak: frozenset[str]
    between: frozenset[str]
    lengths: frozenset[str]
    visits: frozenset[str]
    calls: frozenset[str]
    counted: frozenset[str]
    ordinals: frozenset[str]
    ordered: frozenset[str]
    shun: frozenset[str]
    come: frozenset[str]
    unions: frozenset[str]
    processes: frozenset[str]
    not_before: frozenset[str]
    by_telephone: frozenset[str]
    meet: frozenset[str]
    manner: frozenset[str]
    often: frozenset[str]
    debate: frozenset[str]
    go: frozenset[str]
    goals: frozenset[str]
    arrive: frozenset[str]
    invite: frozenset[str]
    send: frozenset[str]
    shuttle: frozenset[str]
    speak: frozenset[str]
    report: frozenset[str]
    telephone: frozenset[str]
    receive: frozenset[str]
    visit: frozenset[str]
    sign: frozenset[str]
    signed: frozenset[str]
    signing: frozenset[str]
    chair: frozenset[str]
    bring: frozenset[str]
    present: frozenset[str]
    again: frozenset[str]
    beside_it: frozenset[str]
    be: frozenset[str]
    seats: frozenset[str]
    attended: frozenset[str]
    was_there: frozenset[str]
    proposing: frozenset[str]
    convened: frozenset[str]
    itself: frozenset[str]
    beside: frozenset[str]
    doubtful: frozenset[str]
    unmade: frozenset[str]
    involving: frozenset[str]
    collective: frozenset[str]
    leading: frozenset[str]
    heads: frozenset[str]
    regional: frozenset[str]
    blocs: frozenset[str]
    personal: frozenset[str]
    several: frozenset[str]
    sent: frozenset[str]
    legislatures: frozenset[str]
    assemblies: frozenset[str]
    third: frozenset[str]
    among: frozenset[str]
    auspices: frozenset[str]
    presence: frozenset[str]
    chairing: frozenset[str]
    topic_prepositions: frozenset[str]
    topic_verbs: frozenset[str]
    margins: frozenset[str]
    seeing: frozenset[str]
    no_topic: frozenset[str]

    @property
    def nouns(self) -> frozenset[str]:
        """All nouns that can tell of a meeting."""
        return self.talks | self.meetings | self.visits | self.calls | self.signing


class Encounters(msgspec.Struct, frozen=True, kw_only=True):
    """Verbs that tell of an encounter with what stands behind them; what each is for stands in the data file."""

    together: frozenset[str]
    tables: frozenset[str]
    which: frozenset[str]
    back: frozenset[str]
    alone: frozenset[str]
    work: frozenset[str]
    working: frozenset[str]
    bargain: frozenset[str]
    toil: frozenset[str]
    through: frozenset[str]
    nights: frozenset[str]
    settle: frozenset[str]
    strike: frozenset[str]
    tell: frozenset[str]
    take_up: frozenset[str]
    convoke: frozenset[str]
    meals: frozenset[str]
    treat: frozenset[str]
    rooms: frozenset[str]
    carry: frozenset[str]
    carried: frozenset[str]
    settled: frozenset[str]
    fighters: frozenset[str]
    zones: frozenset[str]
    things: dict[str, frozenset[str]]


@functools.cache
def encounter_words() -> Encounters:
    """Read the words of encounters once."""
    return msgspec.convert(_data()["encounters"], Encounters)


def _data() -> dict[str, Any]:
    text = resources.files("goodoffices.read.kinds").joinpath("data/meetings.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@functools.cache
def meeting_words() -> Words:
    """Read the word lists once."""
    data = _data()
    nouns, verbs, happening, people, topics = (data[k] for k in ("nouns", "verbs", "happening", "people", "topics"))
    sets = {
        **nouns,
        "by_telephone": nouns["telephone"],
        **verbs,
        **happening,
        **{k: v for k, v in people.items() if k != "with"},
        "among": people["with"],
        "topic_prepositions": topics["prepositions"],
        "topic_verbs": topics["verbs"],
        "no_topic": topics["none"],
        "margins": topics["margins"],
        "seeing": topics["seeing"],
    }
    return Words(**{name: frozenset(words) for name, words in sets.items()})
