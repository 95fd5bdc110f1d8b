"""Check the annotated clusters: ``python bench/reading/check_gold.py [CLUSTER_DIR ...]``.

Exit status 1 where one is at fault. The form of `gold.json` is checked by its types, what it says by the functions
below: every sentence stands exactly once in its report, every issue is in the vocabulary, and whoever has a role, a
position, a quotation or a seat is an actor.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from goodoffices.record import ActorKind, EventKind, IssueState, MechanismKind, MeetingState, Stance, fold, issues

CLUSTERS = Path(__file__).parent / "clusters"
MOST_NAMES = 14
"""An actor with more names than this has likely swallowed another."""


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What every entry has: a report (its file name) and a piece of it."""

    report: str
    sentence: str


class Actor(Entry, frozen=True, kw_only=True):
    """An actor with all its names, and the side of a person as a name of another actor."""

    names: list[str]
    kind: ActorKind
    side: str | None


class Role(Entry, frozen=True, kw_only=True):
    """An office: `title` is a regular expression."""

    person: str
    title: str
    of: str | None


class Meeting(Entry, frozen=True, kw_only=True):
    """A meeting: any of the places, any of the states."""

    participants: list[str]
    place: list[str]
    status: list[MeetingState]


class Position(Entry, frozen=True, kw_only=True):
    """A position: any of the party's names, of the issues, of the stances."""

    party: list[str]
    issue: list[str]
    stance: list[Stance]
    firm: bool


class Quote(Entry, frozen=True, kw_only=True):
    """What a speaker said: in quotation marks (`direct`), or a turn of a transcript."""

    speaker: str
    text: str
    direct: bool


class Plan(Entry, frozen=True, kw_only=True):
    """A version of a plan, by its number of points."""

    points: int
    author: str | None


class Mechanism(Entry, frozen=True, kw_only=True):
    """A mechanism: any of the kinds; `trigger` where the sentence says what must happen first."""

    kind: list[MechanismKind]
    trigger: bool


class Status(Entry, frozen=True, kw_only=True):
    """How far the talks have come: any of the issues, any of the states."""

    issue: list[str]
    status: list[IssueState]


class Event(Entry, frozen=True, kw_only=True):
    """An event outside the talks."""

    kind: EventKind


class Dated(Entry, frozen=True, kw_only=True):
    """The time of what the sentence tells."""

    earliest: dt.date | None
    latest: dt.date | None


class Disagreement(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Reports that cannot both be right, on any of the issues (or None)."""

    reports: list[str]
    issue: list[str] | None
    why: str


class Gold(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What an attentive analyst finds in the reports of one cluster."""

    actors: list[Actor]
    roles: list[Role]
    meetings: list[Meeting]
    positions: list[Position]
    quotes: list[Quote]
    plans: list[Plan]
    mechanisms: list[Mechanism]
    issue_status: list[Status]
    events: list[Event]
    dates: list[Dated]
    withheld: list[Entry]
    disagreements: list[Disagreement]

    def entries(self) -> Iterator[tuple[str, Entry]]:
        """Give every entry that has a sentence, with its place for a message."""
        for name in self.__struct_fields__[:-1]:
            for number, entry in enumerate(getattr(self, name)):
                yield f"{name}[{number}]", entry


class Sidecar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What `meta.json` knows of one report."""

    outlet: str
    published: dt.date | None = None


def sentence_faults(gold: Gold, texts: dict[str, str]) -> Iterator[str]:
    """Find entries whose sentence is missing from its report, or stands in it more than once."""
    for where, entry in gold.entries():
        times = texts.get(entry.report, "").count(entry.sentence)
        if times != 1 or not entry.sentence.strip():
            yield f"{where}: {times} times in {entry.report}: {entry.sentence!r}"


def actor_faults(actors: list[Actor]) -> Iterator[str]:
    """Find names that two actors share, sides that are no actor, and actors given twice."""
    owner: dict[str, int] = {}
    for number, actor in enumerate(actors):
        for name in actor.names:
            if owner.setdefault(fold(name), number) != number:
                yield f"actors[{number}]: {name!r} is a name of actors[{owner[fold(name)]}] too"
        if not 0 < len(actor.names) <= MOST_NAMES:
            yield f"actors[{number}]: {len(actor.names)} names"
    for number, actor in enumerate(actors):
        if actor.side is not None and fold(actor.side) not in owner:
            yield f"actors[{number}]: the side {actor.side!r} is no actor"


def name_faults(gold: Gold) -> Iterator[str]:
    """Find people and parties that are used but are no actor."""
    known = {fold(name) for actor in gold.actors for name in actor.names}
    used = [(f"roles[{n}]", [r.person, *([r.of] if r.of else [])]) for n, r in enumerate(gold.roles)]
    used += [(f"meetings[{n}]", m.participants) for n, m in enumerate(gold.meetings)]
    used += [(f"positions[{n}]", p.party) for n, p in enumerate(gold.positions)]
    used += [(f"quotes[{n}]", [q.speaker]) for n, q in enumerate(gold.quotes)]
    used += [(f"plans[{n}]", [p.author] if p.author else []) for n, p in enumerate(gold.plans)]
    for where, names in used:
        yield from (f"{where}: {name!r} is no actor" for name in names if fold(name) not in known)


def value_faults(gold: Gold, texts: dict[str, str]) -> Iterator[str]:
    """Find empty choices, unknown issues, titles that are no pattern, and quotations that are not in their report."""
    for where, entry in gold.entries():
        choices = [getattr(entry, key) for key in ("issue", "stance", "status", "party") if hasattr(entry, key)]
        if not all(choices):
            yield f"{where}: an empty list of choices"
        yield from (f"{where}: no such issue: {i!r}" for i in getattr(entry, "issue", []) if i not in issues())
        if isinstance(entry, Quote) and entry.text not in texts.get(entry.report, ""):
            yield f"{where}: not in {entry.report}: {entry.text!r}"
        if isinstance(entry, Role):
            try:
                re.compile(entry.title)
            except re.error as error:
                yield f"{where}: {entry.title!r}: {error}"


def date_faults(dates: list[Dated]) -> Iterator[str]:
    """Find intervals that end before they start, or know neither end."""
    for number, date in enumerate(dates):
        if date.earliest is None and date.latest is None:
            yield f"dates[{number}]: neither end is known"
        if date.earliest and date.latest and date.latest < date.earliest:
            yield f"dates[{number}]: it ends on {date.latest} before it starts on {date.earliest}"


def disagreement_faults(gold: Gold, texts: dict[str, str]) -> Iterator[str]:
    """Find disagreements over reports or issues that there are not, and entries given twice in any list."""
    for number, entry in enumerate(gold.disagreements):
        if not entry.reports or not set(entry.reports) <= set(texts):
            yield f"disagreements[{number}]: not all of {entry.reports} are reports"
        yield from (f"disagreements[{number}]: no such issue: {i!r}" for i in entry.issue or [] if i not in issues())
    for name in gold.__struct_fields__:
        seen = [msgspec.json.encode(entry) for entry in getattr(gold, name)]
        yield from (f"{name}[{n}]: the same entry twice" for n, entry in enumerate(seen) if entry in seen[:n])


def faults(cluster: Path) -> Iterator[str]:
    """Find all that is wrong with one cluster."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(cluster.glob("*.txt"))}
    try:
        gold = msgspec.json.decode((cluster / "gold.json").read_bytes(), type=Gold)
        meta = msgspec.json.decode((cluster / "meta.json").read_bytes(), type=dict[str, Sidecar])
    except (msgspec.DecodeError, OSError) as error:
        yield str(error)
        return
    if set(meta) != set(texts):
        yield f"meta.json speaks of {sorted(meta)}, the reports are {sorted(texts)}"
    yield from sentence_faults(gold, texts)
    yield from actor_faults(gold.actors)
    yield from name_faults(gold)
    yield from value_faults(gold, texts)
    yield from date_faults(gold.dates)
    yield from disagreement_faults(gold, texts)


def main(arguments: Iterable[str]) -> int:
    """Check the clusters named, or all; print each fault and a line a cluster."""
    folders = [Path(name) for name in arguments] or sorted(path.parent for path in CLUSTERS.glob("*/*/gold.json"))
    wrong = 0
    for folder in folders:
        found = list(faults(folder))
        wrong += len(found)
        print(
            f"{folder.parent.name}/{folder.name}: {len(found)} faults"
            if found
            else f"{folder.parent.name}/{folder.name}: sound"
        )
        for fault in found:
            print(f"  {fault}")
    return 1 if wrong or not folders else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
