"""Score the whole brief on every annotated cluster, beside a trivial baseline.

    python bench/reading/run.py [--half work|calibrate|check] [--json] [--write]

Each cluster is read through the command line (`goodoffices brief ... --format json`) and scored with
`../shared/reading/score.py`. A list's F1 is the mean over the clusters that have it; the last lines give each cluster's
mean F1. The baseline is `baseline.py` beside this file. Prints figures only: errors of the half to check on are not
looked at.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import mean
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # the folder of all benches, wherever this one is run from

from annotated import HALVES, ROOT, SCORER, Cluster, brief_of, clusters, read_all, scorer
from reading.baseline import baseline_brief
from stamp import put, stamp

PAGE = ROOT / "docs" / "explanation" / "reading-quality.md"
LISTS = (
    "actors", "roles", "meetings", "positions", "quotes", "plans", "mechanisms", "issue_status", "events", "withheld",
    "dates", "disagreements",
)  # fmt: skip
TARGETS = {
    "actors": 0.85, "roles": 0.75, "quotes": 0.75, "meetings": 0.65, "positions": 0.50, "mechanisms": 0.55,
    "dates": 0.60, "disagreements": 0.30, "mean": 0.60,
}  # fmt: skip
Figures = dict[str, tuple[float, float, float]]
Writer = Callable[[Cluster], dict[str, Any]]


def figures_of(cluster: Cluster, brief: dict[str, Any]) -> tuple[Figures, int]:
    """Precision, recall and F1 of each list that the cluster has, their mean, and the number of faults."""
    score = scorer()
    assert score is not None
    rows, faults = score.score(cluster.folder, brief)
    figures: Figures = {name: score.figures(*row) for name, row in rows.items() if row[3]}
    figures["mean"] = tuple(mean(each[i] for each in figures.values()) for i in range(3))  # type: ignore[assignment]
    return figures, len(faults)


def by_cluster(half: str, write: Writer) -> dict[str, tuple[Figures, int]]:
    """The figures of each cluster of a half."""
    if write is brief_of:
        read_all(clusters(half))
    return {cluster.name: figures_of(cluster, write(cluster)) for cluster in clusters(half)}


def over_clusters(scored: dict[str, tuple[Figures, int]]) -> Figures:
    """The mean of each list over the clusters that have it."""
    names = [name for name in (*LISTS, "mean") if any(name in figures for figures, _ in scored.values())]
    return {
        name: tuple(mean(f[name][i] for f, _ in scored.values() if name in f) for i in range(3))  # type: ignore[misc]
        for name in names
    }


def trivial(cluster: Cluster) -> dict[str, Any]:
    """The brief of the baseline."""
    return baseline_brief(cluster.reports)


def measure(halves: tuple[str, ...] = HALVES) -> dict[str, dict[str, dict[str, tuple[Figures, int]]]]:
    """Half -> who wrote the brief -> cluster -> its figures."""
    return {half: {"reader": by_cluster(half, brief_of), "baseline": by_cluster(half, trivial)} for half in halves}


def markdown(measured: dict[str, dict[str, dict[str, tuple[Figures, int]]]]) -> str:
    """Precision, recall and F1 of each list and half, as a table for the documents."""
    columns = [f"{half}: {figure}" for half in measured for figure in ("precision", "recall", "F1")]
    lines = ["| list | " + " | ".join(columns) + " |", "| --- |" + " ---: |" * len(columns)]
    means = [over_clusters(whose["reader"]) for whose in measured.values()]
    for name in (*LISTS, "mean"):
        cells = [f"{figure:.2f}" for half in means for figure in half.get(name, (0.0, 0.0, 0.0))]
        lines.append(f"| {name.replace('_', ' ')} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _print(measured: dict[str, dict[str, dict[str, tuple[Figures, int]]]]) -> None:
    print(
        f"{'':14}"
        + "".join(f"  {half + ': P':>8} {'R':>5} {'F1':>5} {'baseline':>8}" for half in measured)
        + "  target"
    )
    means = {half: {who: over_clusters(scored) for who, scored in whose.items()} for half, whose in measured.items()}
    for name in (*LISTS, "mean"):
        row = f"{name:14}"
        for whose in means.values():
            p, r, f = whose["reader"].get(name, (0.0, 0.0, 0.0))
            row += f"  {p:8.2f} {r:5.2f} {f:5.2f} {whose['baseline'].get(name, (0.0, 0.0, 0.0))[2]:8.2f}"
        print(row + (f"  {TARGETS[name]:6.2f}" if name in TARGETS else ""))
    for half, whose in measured.items():
        each = ", ".join(f"{name} {figures['mean'][2]:.2f}" for name, (figures, _) in whose["reader"].items())
        print(f"{half}: {each}; faults {sum(faults for _, faults in whose['reader'].values())}")


def main() -> int:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=HALVES, action="append")
    parser.add_argument("--write", action="store_true", help="put the table into docs/")
    parser.add_argument("--json", action="store_true", help="print every cluster's figures as JSON")
    options = parser.parse_args()
    if not SCORER.exists():
        print("skipped: the scorer ../shared/reading/score.py is not here")
        return 0
    measured = measure(tuple(options.half or HALVES))
    if options.json:
        print(json.dumps(measured, indent=1))
    else:
        _print(measured)
    if options.write:
        put(PAGE, "reading", f"Measured {stamp()}.\n\n{markdown(measured)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
