"""Learn the weights of `goodoffices.record.issue_weights` from annotated reports and clauses.

    python bench/issue_weights.py [--folds N] [-o issue_weights.json]

The issues are the outcomes of a multinomial logistic model. It is learnt from what the reader finds wanted in the
clusters to work on, where the gold has a position of that party and stance in the sentence; from the sentences of their
gold; from the single clauses of `reading/clauses`; from the passages of `reading/spans`, in which annotators marked
what is wanted; and from the words of the phrases of `issues.toml`, which then tell of their issue where the phrase is
broken up. Prints what cross-validation by cluster and file gives: the share with a right issue by the rules alone and
by the weights. The phrases of issues were widened by `work`, `north` and `south`, so
the rules' figures on these flatter, and those of the weights, which hear the rules, with them.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from unittest import mock

import msgspec
import numpy as np
import softmax
from softmax import Example

import goodoffices.read.kinds.positions as reading
import goodoffices.record.issue_weights as carried
from goodoffices.read.context import Context, open_context
from goodoffices.read.ingest import ingest
from goodoffices.read.kinds.claims import Claim
from goodoffices.read.kinds.likely_issue import opening_traits, traits_of_claim
from goodoffices.record import Report, fold, issues
from goodoffices.record.issue_phrases import issues_in

HERE = Path(__file__).parent / "reading"
OUT = Path(carried.__file__).parent / "data" / "issue_weights.json"
PRIOR = 1.5
RAREST = 3
_FILES = frozenset({"clause", "span"})
"""Kinds of line that come from files of their own."""
_PHRASE = 0.5
"""What the words of a phrase count of those of a clause: they stand in no sentence."""
_OFTEN = 2
"""Phrases of an issue behind which a word tells no more of it."""
SMALLEST = 5
"""Weights below it, in hundredths of log odds, are left out."""


class Line(msgspec.Struct, frozen=True):
    """Something with an issue: of what kind, from which cluster or file, and which issue the rules give it."""

    kind: str
    source: str
    example: Example
    ruled: str


def told_claims(folder: Path) -> Iterator[tuple[Context, Claim, list[str]]]:
    """What the rules find wanted in a cluster, where the gold has it, with its report and the issues that are right."""
    gold = msgspec.json.decode((folder / "gold.json").read_bytes())
    for report in ingest([folder]):
        if isinstance(report, Report):
            name = Path(report.path).name
            context = open_context(report)
            own = [(report.text.find(one["sentence"]), one) for one in gold["positions"] if one["report"] == name]
            for claim in claims(context):
                right = sorted({issue for at, one in own if is_of(context, claim, at, one) for issue in one["issue"]})
                if right:
                    yield context, claim, right


def cluster_lines(folder: Path) -> Iterator[Line]:
    """What is wanted in a cluster, and the sentences of its gold."""
    for context, claim, right in told_claims(folder):
        yield Line("claim", folder.name, Example(traits_of_claim(context, claim), right), claim.issue)
    gold = msgspec.json.decode((folder / "gold.json").read_bytes())
    for entries in (gold["positions"], gold["issue_status"]):
        told: dict[tuple[str, str], set[str]] = defaultdict(set)
        for one in entries:
            told[one["report"], one["sentence"]].update(one["issue"])
        for (_, sentence), right_ones in told.items():
            yield Line("sentence", folder.name, *alone(sentence, sorted(right_ones)))


def alone(text: str, right: Sequence[str]) -> tuple[Example, str]:
    """A sentence or a clause as an example, and the issue of its heaviest phrase."""
    return Example(carried.traits_of(text), right), next(iter(issues_in(text)), "")


def claims(context: Context) -> list[Claim]:
    """The claims of a report as the rules give them."""
    found: list[Claim] = []

    def listen(_: Context, claim: Claim) -> Claim:
        found.append(claim)
        return claim

    with mock.patch.object(reading, "with_likely_issue", listen):
        list(reading.find_positions(context))
    return found


def is_of(context: Context, claim: Claim, at: int, entry: dict[str, Any]) -> bool:
    """Is a claim of the party and the stance of a gold entry, and of its sentence, found at an offset?"""
    near = at >= 0 and at < claim.sentence.end and claim.sentence.start < at + len(entry["sentence"])
    return near and claim.stance in entry["stance"] and bool(_names(context, claim) & {*map(fold, entry["party"])})


def _names(context: Context, claim: Claim) -> set[str]:
    actor = context.roster.actors[claim.party]
    return {fold(name) for name in (actor.name, *actor.aliases)}


def clause_lines(path: Path) -> Iterator[Line]:
    """Single clauses."""
    for row in path.read_bytes().splitlines():
        one = msgspec.json.decode(row)
        if one["issue"]:
            yield Line("clause", path.stem, *alone(one["text"], one["issue"]))


def span_lines(path: Path) -> Iterator[Line]:
    """What is marked as wanted in passages, with the rest of its sentence and what stands before it."""
    for row in path.read_bytes().splitlines():
        one = msgspec.json.decode(row)
        for want in one["wants"]:
            words, at = want["words"], one["text"].find(want["words"])
            rest = f"{one['text'][:at]} {one['text'][at + len(words) :]}"
            traits = carried.traits_of(words, rest, one["before"]) | opening_traits(words)
            yield Line("span", path.stem, Example(traits, want["issue"]), next(iter(issues_in(words)), ""))


def vocabulary_lines() -> Iterator[Line]:
    """The words of the phrases that tell of an issue by themselves or nearly so; of many with the same words, a few."""
    data = tomllib.loads((OUT.parent / "issues.toml").read_text(encoding="utf-8"))
    for issue, phrases in data.items():
        told: Counter[str] = Counter()
        for phrase in (*phrases["strong"], *phrases["fair"]):
            words = carried.word_traits(phrase.replace("*", ""))
            if all(told[word] >= _OFTEN for word in words):
                continue
            told.update(words.keys())
            yield Line("phrase", "vocabulary", Example({w: _PHRASE * n for w, n in words.items()}, [issue]), issue)


def learn(lines: Iterable[Line]) -> carried.Weights:
    """Learn from some lines."""
    learnt = softmax.learn([line.example for line in lines], [*issues()], prior=PRIOR, rarest=RAREST)
    kept = {}
    for trait, row in learnt.weights.items():
        pairs = [(n, int(weight)) for n, weight in enumerate(np.rint(100 * row)) if abs(weight) >= SMALLEST]
        if pairs:
            kept[trait] = tuple(number for pair in pairs for number in pair)
    return carried.Weights((*issues(),), tuple(int(one) for one in np.rint(100 * learnt.offset)), kept)


def report(lines: Sequence[Line], folds: int) -> None:
    """Print how often the issue is right, by weights learnt from the other folds."""
    fold_of = {name: n % folds for n, name in enumerate(sorted({line.source for line in lines}))}
    right: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for nth in range(folds):
        learnt = learn(line for line in lines if fold_of[line.source] != nth or line.kind == "phrase")
        with mock.patch.object(carried, "weights", return_value=learnt):
            for line in (one for one in lines if fold_of[one.source] == nth and one.kind != "phrase"):
                now = next(iter(carried.weigh(line.example.traits)))
                by = (line.ruled in line.example.right, now in line.example.right)
                right[f"{line.kind}s {line.source if line.kind in _FILES else 'of work'}"].append(by)
    print(f"{'':24} {'number':>7} {'rules':>7} {'weights':>7}")
    for name, pairs in sorted(right.items()):
        print(f"{name:24} {len(pairs):7} {np.mean([p[0] for p in pairs]):7.3f} {np.mean([p[1] for p in pairs]):7.3f}")


def write(path: Path, weights: carried.Weights) -> None:
    """Write the weights as JSON, a trait a line."""
    rows = [f"{_json(trait)}:{_json(weights.weights[trait])}" for trait in sorted(weights.weights)]
    head = f'{{"made_by":"bench/issue_weights.py","issues":{_json(weights.issues)},"offset":{_json(weights.offset)},'
    path.write_text(head + '"weights":{\n' + ",\n".join(rows) + "\n}}\n", encoding="utf-8")


def _json(thing: object) -> str:
    return msgspec.json.encode(thing).decode()


def main() -> int:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=6)
    parser.add_argument("-o", "--out", type=Path, default=OUT)
    chosen = parser.parse_args()
    lines = [line for folder in sorted((HERE / "clusters" / "work").iterdir()) for line in cluster_lines(folder)]
    lines += [line for path in sorted((HERE / "clauses").glob("*.jsonl")) for line in clause_lines(path)]
    lines += [line for path in sorted((HERE / "spans").glob("*.jsonl")) for line in span_lines(path)]
    lines += vocabulary_lines()
    if chosen.folds:
        report(lines, chosen.folds)
    write(chosen.out, learn(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
