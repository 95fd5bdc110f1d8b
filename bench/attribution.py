"""Measure attribution on the development part of PolNeAR.

    python bench/attribution.py [--data FILE] [--threshold P]

Prints content recall by class, precision and source accuracy on both halves of the articles (split by the hash of their
ids: one to work on, one to check on), beside a baseline that takes every pair of quotation marks for an attribution.
A found content counts as right where its words overlap those of a gold content with an intersection over union of at
least 0.5; each gold content answers for one found content. A source is right where its words overlap the gold source
likewise, or where both are empty.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from goodoffices.read.attribution import find_attributions
from goodoffices.read.attribution.paragraphs import paragraphs
from goodoffices.read.pipeline import parse

DATA = Path(__file__).resolve().parents[2] / "shared" / "reading" / "polnear-dev.jsonl"
CLASSES = ("direct", "mixed", "indirect")
ENOUGH = 0.5
_WORD = re.compile(r"\w+")
_MARKS = frozenset('"“”')
_BASELINE = re.compile('[“"]([^”"“]+)[”"]')


class Gold(msgspec.Struct, frozen=True):
    """One annotated attribution: its words as offsets, its class, and its cue spans."""

    content: frozenset[int]
    source: frozenset[int]
    cue: list[list[int]]
    kind: str


class Found(msgspec.Struct, frozen=True):
    """One found attribution: its words as offsets."""

    content: frozenset[int]
    source: frozenset[int]


def words_of(text: str, spans: Iterable[Sequence[int]]) -> frozenset[int]:
    """Offsets of the words in spans of a text."""
    return frozenset(start + match.start() for start, end in spans for match in _WORD.finditer(text[start:end]))


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """Intersection over union."""
    return len(one & other) / len(one | other) if one or other else 1.0


def kind_of(content: str) -> str:
    """Class of a gold content: in quotation marks from end to end, in part, or not at all."""
    content = content.replace("''", '"').strip()
    if content[0] in _MARKS and content[-1] in _MARKS:
        return "direct"
    return "mixed" if _MARKS.intersection(content) else "indirect"


def gold_of(article: dict[str, Any]) -> list[Gold]:
    """The annotated attributions of an article that have a content."""
    text = article["text"]
    return [
        Gold(
            content=words_of(text, one["content"]),
            source=words_of(text, one["source"]),
            cue=one["cue"],
            kind=kind_of(" ".join(text[start:end] for start, end in one["content"])),
        )
        for one in article["attributions"]
        if one["content"]
    ]


def in_check_half(article: dict[str, Any]) -> bool:
    """Does the article belong to the half that nothing is tuned on?"""
    return int(hashlib.sha256(article["id"].encode()).hexdigest(), 16) % 2 == 1


def read_articles(path: Path) -> list[dict[str, Any]]:
    """The articles of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def tally(gold: list[Gold], found: list[Found]) -> Counter[str]:
    """Count what is there, found and right in one article."""
    counts = Counter({"found": len(found)}) + Counter(one.kind for one in gold)
    pairs = ((overlap(f.content, g.content), n, m) for n, f in enumerate(found) for m, g in enumerate(gold))
    used: set[tuple[str, int]] = set()
    for share, n, m in sorted((pair for pair in pairs if pair[0] >= ENOUGH), reverse=True):
        if ("found", n) in used or ("gold", m) in used:
            continue
        used |= {("found", n), ("gold", m)}
        counts["right"] += 1
        counts["right " + gold[m].kind] += 1
        counts["source"] += overlap(found[n].source, gold[m].source) >= ENOUGH
        counts["exact source"] += found[n].source == gold[m].source
        counts["exact content"] += share == 1
    return counts


def figures_of(counts: Counter[str]) -> dict[str, float]:
    """The figures of one row."""
    whole, right = sum(counts[kind] for kind in CLASSES), max(1, counts["right"])
    figures = {"recall": counts["right"] / max(1, whole)}
    figures |= {kind: counts["right " + kind] / max(1, counts[kind]) for kind in CLASSES}
    figures["precision"] = counts["right"] / max(1, counts["found"])
    return figures | {key: counts[key] / right for key in ("source", "exact source", "exact content")}


def line(name: str, counts: Counter[str]) -> str:
    """One row of the table."""
    whole = sum(counts[kind] for kind in CLASSES)
    figures = "".join(f"{figure:>9.3f}" for figure in figures_of(counts).values())
    return f"{name:<22}{figures}{whole:>7}{counts['found']:>7}"


def read_with(article: dict[str, Any], threshold: float | None, spent: Counter[str]) -> list[Found]:
    """What the reader finds, with the time that it takes in `spent` (seconds)."""
    text, started = article["text"], time.perf_counter()
    spans = list(paragraphs(text))
    docs = [(start, doc) for (start, _), doc in zip(spans, parse(text[a:b] for a, b in spans), strict=True)]
    parsed = time.perf_counter()
    found = find_attributions(docs, threshold=threshold)
    spent["parse"] += parsed - started  # type: ignore[assignment]  # a Counter of seconds
    spent["find"] += time.perf_counter() - parsed  # type: ignore[assignment]  # the same
    return [Found(words_of(text, one.content), words_of(text, one.source)) for one in found]


def read_quotes(article: dict[str, Any]) -> list[Found]:
    """The baseline: whatever stands in quotation marks, with no source."""
    text = article["text"]
    return [Found(words_of(text, [match.span()]), frozenset()) for match in _BASELINE.finditer(text)]


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--threshold", type=float, default=None)
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args()
    if not options.data.exists():
        print(f"skipped: {options.data} is not here")
        return 0
    articles = read_articles(options.data)
    next(iter(parse(["Load the model before the clock runs."])))
    spent: Counter[str] = Counter()
    rows: dict[str, Counter[str]] = {}
    for name, half in (("work", False), ("check", True)):
        chosen = [article for article in articles if in_check_half(article) == half]
        gold = [gold_of(article) for article in chosen]
        ours = [tally(g, read_with(a, options.threshold, spent)) for g, a in zip(gold, chosen, strict=True)]
        theirs = [tally(g, read_quotes(a)) for g, a in zip(gold, chosen, strict=True)]
        rows[f"{name}: reader"], rows[f"{name}: quotation marks"] = sum(ours, Counter()), sum(theirs, Counter())
    if options.json:
        print(json.dumps({name: figures_of(counts) for name, counts in rows.items()}, indent=1))
        return 0
    print("The weights carried are learnt from both halves: no line below is of text that they have not seen.")
    heads = ("recall", *CLASSES, "precis.", "source", "exact s.", "exact c.")
    print(" " * 22 + "".join(f"{head:>9}" for head in heads) + f"{'gold':>7}{'found':>7}")
    print("\n".join(line(name, counts) for name, counts in rows.items()))
    print(
        f"parse {spent['parse']:.1f} s, attribution {spent['find']:.1f} s ({spent['find'] / spent['parse']:.0%} of it)"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
