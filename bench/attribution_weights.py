"""Learn the weights of `goodoffices.read.attribution` from the working half of the development data.

    python bench/attribution_weights.py [--data FILE] [--all] [--folds N] [-o weights.toml]

The options of a cue and "no attribution" are the outcomes of a multinomial logistic model with a Gaussian prior. An
option is right where its cue is the annotated one and its content overlaps the annotated content. The threshold is the
one at which, over cross-validation by article, precision reaches the target. What is written holds words and weights.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from unittest import mock

import msgspec
import multinomial
import numpy as np
from attribution import DATA, Found, gold_of, in_check_half, line, overlap, read_articles, tally, words_of
from multinomial import Group

import goodoffices.read.attribution.weights as carried
from goodoffices.read.attribution.choosing import options
from goodoffices.read.attribution.finding import find_attributions
from goodoffices.read.attribution.paragraphs import paragraphs
from goodoffices.read.attribution.speaking import spoken
from goodoffices.read.attribution.tree import grow
from goodoffices.read.pipeline import parse

OUT = Path(carried.__file__).parent / "data" / "weights.toml"
PRECISION = 0.705
"""What the threshold is chosen for in cross-validation: the target with something to spare."""

PRIOR = 10.0
RIGHT = 0.2
SMALLEST = 0.03


class Sheet(msgspec.Struct):
    """An article made ready: its parse, its gold, and the groups of options with which of them are right."""

    article: dict[str, Any]
    docs: list[Any]
    gold: list[Any]
    groups: list[Group]


def prepare(article: dict[str, Any]) -> Sheet:
    """Parse an article and label its options."""
    text = article["text"]
    spans = list(paragraphs(text))
    docs = [(start, doc) for (start, _), doc in zip(spans, parse(text[a:b] for a, b in spans), strict=True)]
    gold, groups = gold_of(article), []
    trees = [grow(offset, doc) for offset, doc in docs]
    direct = spoken(trees)
    for nth, tree in enumerate(trees):
        taken = [words_of(text, content) for content in direct.taken(nth)]
        for head, group in options(tree, direct.used[nth], first=nth == 0).items():
            rows: Group = []
            for one in group:
                content = words_of(text, [(a + tree.offset, b + tree.offset) for a, b in one.content])
                start, end = tree.starts[head], tree.ends[max(head, one.found.cue_end)]
                cue = (start + tree.offset, end + tree.offset)
                if not any(overlap(content, other) >= 0.5 for other in taken):
                    rows.append((one.features, _right(gold, cue, content)))
            if rows:
                groups.append(rows)
    return Sheet(article, docs, gold, groups)


def _right(gold: Iterable[Any], cue: tuple[int, int], content: frozenset[int]) -> bool:
    return any(
        overlap(content, one.content) >= RIGHT
        for one in gold
        if any(start < cue[1] and cue[0] < end for start, end in one.cue)
    )


def learn(sheets: Sequence[Sheet]) -> dict[str, float]:
    """Learn from the options of some articles."""
    return multinomial.learn([group for sheet in sheets for group in sheet.groups], prior=PRIOR, smallest=SMALLEST)


def judge(sheet: Sheet, weights: dict[str, float], threshold: float) -> Counter[str]:
    """Count what is right in an article under some weights."""
    text = sheet.article["text"]
    with mock.patch.object(carried, "weights", return_value=weights):
        found = find_attributions(sheet.docs, threshold=threshold)
    return tally(sheet.gold, [Found(words_of(text, one.content), words_of(text, one.source)) for one in found])


def choose_threshold(sheets: Sequence[Sheet], folds: int) -> float:
    """The lowest threshold that reaches the precision aimed at, over articles that the weights were not learnt from."""
    learnt = [learn([s for n, s in enumerate(sheets) if n % folds != fold]) for fold in range(folds)]
    for threshold in np.arange(0.20, 0.70, 0.02):
        counts = sum((judge(s, learnt[n % folds], threshold) for n, s in enumerate(sheets)), Counter())
        print(line(f"cross-validated {threshold:.2f}", counts), flush=True)
        if counts["right"] >= PRECISION * counts["found"]:
            break
    return round(float(threshold), 2)


def write(path: Path, weights: dict[str, float], threshold: float) -> None:
    """Write the weights as TOML."""
    lines = ["# Made by bench/attribution_weights.py: features of candidates and their weights.", ""]
    lines += [f"threshold = {threshold}", "", "[weights]"]
    lines += [f"{msgspec.json.encode(name).decode()} = {weights[name]}" for name in sorted(weights)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> int:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--all", action="store_true", help="learn from both halves: nothing is then left to check on")
    parser.add_argument("--folds", type=int, default=6)
    parser.add_argument("-o", "--out", type=Path, default=OUT)
    chosen = parser.parse_args()
    articles = [a for a in read_articles(chosen.data) if chosen.all or not in_check_half(a)]
    sheets = [prepare(article) for article in articles]
    threshold = choose_threshold(sheets, chosen.folds)
    write(chosen.out, learn(sheets), threshold)
    return 0


if __name__ == "__main__":
    sys.exit(main())
