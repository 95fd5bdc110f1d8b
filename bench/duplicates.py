"""How well copies are found: a thousand made-up reports, 200 of them edited, cut and retitled copies.

Run it with ``python bench/duplicates.py``; ``--reports 20000`` shows time and memory on a large set. The originals come
in groups on one event, which share names, issues and whole quotations, so that finding too much costs precision.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import random
import re
import resource
import time
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from goodoffices.read.duplicates import near_duplicates
from goodoffices.record import Report, make_report

WORDS: dict[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
SLOT = re.compile(r"\{(\w+?)(2?)\}")
LISTS = {
    "place": "places", "party": "parties", "person": "people", "office": "offices", "issue": "issues", "said": "said",
    "adjective": "adjectives", "noun": "nouns", "verb": "verbs", "day": "days", "sides": "sides", "tail": "tails",
}  # fmt: skip
PER_EVENT = 4
SHARED_QUOTES = 3
FUZZY = 60.0


class Event:
    """What reports on one event share: its people and parties, its issues, and what was said."""

    def __init__(self, dice: random.Random) -> None:
        self.pools = {
            "place": dice.sample(WORDS["places"], 2),
            "party": dice.sample(WORDS["parties"], 3),
            "person": dice.sample(WORDS["people"], 4),
            "issue": dice.sample(WORDS["issues"], 4),
        }
        self.day = dt.date(2026, 1, 1) + dt.timedelta(days=dice.randrange(300))
        self.quotes = [f"“{self.fill(dice.choice(WORDS['sentences']), dice)}”" for _ in range(5)]

    def fill(self, template: str, dice: random.Random) -> str:
        """Fill the slots of a template with words of the event, and of the language where it has none of its own."""

        def word(found: re.Match[str]) -> str:
            name = found[1].lower()
            if name == "number":
                return str(dice.randrange(2, 90))
            chosen = str(dice.choice(self.pools.get(name) or WORDS[LISTS[name]]))
            return chosen[0].upper() + chosen[1:] if found[1][0].isupper() else chosen

        return SLOT.sub(word, template)

    def report(self, dice: random.Random) -> list[str]:
        """Write a report of its own: a title and paragraphs, some with the event's quotations."""
        sentences = [self.fill(dice.choice(WORDS["sentences"]), dice) for _ in range(dice.randrange(14, 40))]
        for quote in dice.sample(self.quotes, SHARED_QUOTES):
            sentences.insert(dice.randrange(len(sentences)), quote)
        paragraphs = [" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)]
        return [self.fill(dice.choice(WORDS["titles"]), dice), *paragraphs]


def copy_of(parts: list[str], event: Event, dice: random.Random) -> list[str]:
    """Retitle, cut and edit a report, as those do who take it from an agency."""
    title, body = event.fill(dice.choice(WORDS["titles"]), dice), parts[1:]
    kept = max(2, round(len(body) * dice.uniform(0.35, 1.0)))
    cut = dice.random()
    if cut < 0.7:
        body = body[:kept]
    elif cut < 0.85:
        body = [body[at] for at in sorted(dice.sample(range(len(body)), kept))]
    else:
        body = body[-kept:]
    rate = dice.uniform(0.0, 0.12)
    body = [edited(paragraph, rate, dice) for paragraph in body]
    if dice.random() < 0.3:
        body.insert(0, event.fill(dice.choice(WORDS["sentences"]), dice))
    if dice.random() < 0.5:
        body.append(event.fill(dice.choice(WORDS["endings"]), dice))
    return [title, *body]


def edited(paragraph: str, rate: float, dice: random.Random) -> str:
    """Replace, leave out, double or swap in another word at each place with probability `rate`."""
    words = []
    for word in paragraph.split():
        if dice.random() >= rate:
            words.append(word)
            continue
        how = dice.random()
        if how < 0.5:
            words.append(WORDS["synonyms"].get(word, dice.choice(WORDS["adjectives"])))
        elif how < 0.75:
            words.extend([dice.choice(WORDS["adjectives"]), word])
    return " ".join(words)


def corpus(size: int, copies: int, seed: int) -> tuple[list[Report], dict[str, str]]:
    """Make `size` reports, `copies` of them copies.

    Returns:
        The reports in random order, and the id of each copy -> the id of its original.
    """
    dice = random.Random(seed)  # noqa: S311  the same set every time
    made: list[tuple[list[str], Event, Report]] = []
    event = Event(dice)
    for number in range(size - copies):
        if number % PER_EVENT == 0:
            event = Event(dice)
        parts = event.report(dice)
        made.append((parts, event, _report(parts, f"o{number}", event.day)))
    truth, reports = {}, [report for _, _, report in made]
    for number, (parts, origin, report) in enumerate(dice.choices(made, k=copies)):
        day = origin.day + dt.timedelta(days=dice.randrange(1, 3))
        taken = _report(copy_of(parts, origin, dice), f"c{number}", day)
        truth[taken.id] = report.id
        reports.append(taken)
    dice.shuffle(reports)
    return reports, truth


def _report(parts: list[str], path: str, day: dt.date) -> Report:
    return make_report("\n\n".join(parts), path=path, title=parts[0], published=day, outlet=path, language="en")


def same_hash(reports: list[Report]) -> dict[str, str]:
    """Baseline: reports with the same words and nothing else."""
    first: dict[str, str] = {}
    found = {}
    for report in sorted(reports, key=lambda r: (r.published or dt.date.max, r.id)):
        body = " ".join(report.text.split("\n\n", 1)[-1].lower().split())
        digest = hashlib.sha256(body.encode()).hexdigest()
        if first.setdefault(digest, report.id) != report.id:
            found[report.id] = first[digest]
    return found


def fuzzy(reports: list[Report]) -> dict[str, str]:
    """Baseline: every pair compared with rapidfuzz's ratio of sorted words."""
    ordered = sorted(reports, key=lambda r: (r.published or dt.date.max, r.id))
    found: dict[str, str] = {}
    for at, report in enumerate(ordered):
        for earlier in ordered[:at]:
            if fuzz.ratio(report.text, earlier.text, score_cutoff=FUZZY):
                found[report.id] = found.get(earlier.id, earlier.id)
                break
    return found


def score(found: dict[str, str], truth: dict[str, str]) -> tuple[float, float]:
    """Precision and recall of pairs (copy, original); a copy that another copy stands for is led to its original."""
    right = sum(truth.get(copy) == original for copy, original in found.items())
    return right / max(1, len(found)), right / max(1, len(truth))


def main() -> None:
    """Print one line a way of finding copies."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=7)
    chosen = parser.parse_args()
    reports, truth = corpus(chosen.reports, chosen.reports // 5, chosen.seed)
    ways: dict[str, Callable[[list[Report]], dict[str, str]]] = {"goodoffices (MinHash)": near_duplicates}
    ways["same hash of the words"] = same_hash
    if chosen.reports <= 400:  # every pair: a thousand reports take minutes
        ways["rapidfuzz, every pair"] = fuzzy
    print(f"{chosen.reports} reports, {len(truth)} copies, {sum(len(r.text.split()) for r in reports):,} words")
    for name, way in ways.items():
        start = time.perf_counter()
        precision, recall = score(way(reports), truth)
        seconds = time.perf_counter() - start
        print(f"{name:26} precision {precision:.3f}  recall {recall:.3f}  {seconds:7.2f} s")
    print(f"memory at its highest: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
