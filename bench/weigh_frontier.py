"""The front and the solutions, in one run on one core beside NegMAS where it is installed.

    taskset -c 0 python bench/weigh_frontier.py [--svg docs/images/weigh-frontier.svg] [--scenarios FOLDER]

NegMAS (0.16) is for this bench only: put the folder that it is installed in on PYTHONPATH. Times are process time in
milliseconds, ours the best of several; memory is the peak that tracemalloc sees, in MB.
"""

from __future__ import annotations

import argparse
import importlib.util
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from goodoffices.weigh import Problem, Table, frontier, solve
from goodoffices.weigh.model import as_problem, read_model
from goodoffices.weigh.problem import packages_of

RUNS = ((4, 2), (5, 2), (6, 2), (4, 3), (5, 3), (6, 3), (4, 5), (5, 5), (6, 5))  # issues of ten options, parties
LARGE = ((2, False), (2, True), (3, False), (3, True), (5, True))  # parties, whole scores; 1e12 packages


def deal_of(scores: np.ndarray) -> Problem:
    """An additive deal of scores ``(issues, options, parties)``."""
    issues, options, parties = scores.shape
    return Problem(
        parties=tuple(f"party {n}" for n in range(parties)),
        issues=tuple(f"issue {n}" for n in range(issues)),
        options=(tuple(f"option {n}" for n in range(options)),) * issues,
        tables=tuple(Table((n,), table) for n, table in enumerate(scores)),
        base=np.zeros(parties),
        reservation=np.full(parties, np.nan),
        signs=np.ones(parties, dtype=np.bool_),
        discount=np.ones(parties),
    )


def weighted(seed: int, issues: int, options: int, parties: int) -> np.ndarray:
    """Scores as GENIUS has them: the best option of an issue worth its weight, weights summing to 1."""
    rng = np.random.default_rng(seed)
    scores = rng.random((issues, options, parties))
    return scores / scores.max(axis=1, keepdims=True) * rng.dirichlet(np.ones(issues), size=parties).T[:, None]


def timed(work: Callable[[], Any], runs: int = 1) -> tuple[float, Any]:
    """The least process time of some runs, milliseconds, and the last result."""
    least, found = np.inf, None
    for _ in range(runs):
        start = time.process_time()
        found = work()
        least = min(least, (time.process_time() - start) * 1e3)
    return least, found


def peak_mb(work: Callable[[], Any]) -> float:
    """The most memory held at a time."""
    tracemalloc.start()
    work()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


def in_negmas(scores: np.ndarray) -> Callable[[], int]:
    """The same deal as NegMAS' utility functions; how many packages its front has."""
    from negmas import LinearAdditiveUtilityFunction, make_issue  # noqa: PLC0415 (optional)
    from negmas.preferences import ops  # noqa: PLC0415 (optional)
    from negmas.preferences.value_fun import TableFun  # noqa: PLC0415 (optional)

    issues, options, parties = scores.shape
    space = [make_issue([str(k) for k in range(options)], name=f"issue {n}") for n in range(issues)]
    functions = [
        LinearAdditiveUtilityFunction(
            values=[TableFun({str(k): float(scores[n, k, p]) for k in range(options)}) for n in range(issues)],
            weights=[1.0] * issues,
            issues=space,
        )
        for p in range(parties)
    ]
    return lambda: len(ops.pareto_frontier(functions, issues=space)[0])


def beside(*, most: int) -> list[tuple[int, int, float, float | None]]:
    """Fronts of generated deals, ours and NegMAS'."""
    there = importlib.util.find_spec("negmas") is not None
    print(f"{'packages':>10} parties   front     ours ms   NegMAS ms  times     ours MB  NegMAS MB")
    rows = []
    for issues, parties in RUNS:
        scores = weighted(1, issues, 10, parties)
        deal = deal_of(scores)
        ours, front = timed(lambda deal=deal: frontier(deal), 9)
        held = peak_mb(lambda deal=deal: frontier(deal))
        line = f"{deal.size:>10.0e} {parties:>7} {len(front):>7} {ours:>11.2f}"
        theirs = None
        if there and deal.size <= most:
            work = in_negmas(scores)
            theirs, count = timed(work)
            memory = peak_mb(work) if deal.size <= 10**5 else float("nan")
            line += f" {theirs:>11.0f} {theirs / ours:>6.0f} {held:>11.2f} {memory:>10.1f}"
            line += "" if count == len(front) else f"   NegMAS finds {count}"
        print(line, flush=True)
        rows.append((parties, deal.size, ours, theirs))
    return rows


def large(rows: list[tuple[int, int, float, float | None]]) -> None:
    """Fronts of 1e12 packages, and solutions over 1e50."""
    print("\n1e12 packages: parties, scores, front, ms, MB")
    for parties, whole in LARGE:
        rng = np.random.default_rng(0)
        scores = rng.integers(0, 11, (12, 10, parties)).astype(float) if whole else weighted(0, 12, 10, parties)
        deal = deal_of(scores)
        took, front = timed(lambda deal=deal: frontier(deal), 3)
        held = peak_mb(lambda deal=deal: frontier(deal))
        print(f"{parties:>3} {'whole' if whole else 'real':>6} {len(front):>8,} {took:>10.1f} {held:>8.1f}", flush=True)
        rows.append((parties, deal.size, took, None))
    print("\n1e50 packages, 5 parties: concept, seed, value, gap, ms")
    for seed in range(4):
        deal = deal_of(weighted(seed, 50, 10, 5))
        for concept in ("nash", "kalai-smorodinsky", "egalitarian", "utilitarian"):
            took, found = timed(lambda deal=deal, concept=concept: solve(deal, concept))
            print(f"{concept:>18} {seed} {found.value:>12.6f} {found.gap:>8.1e} {took:>8.0f}", flush=True)


def scenarios(folder: Path) -> None:
    """Every scenario: the front against brute force, and the least share of Kalai and Smorodinsky's package."""
    same = fair = count = 0
    for path in sorted({file.parent for file in folder.rglob("*.xml")}):
        deal = as_problem(read_model(path))
        if deal.size > 10**7:
            continue
        count += 1
        brute = brute_front(deal)
        front = np.unique(frontier(deal).utilities.round(9), axis=0)
        same += front.shape == brute.shape and bool(np.allclose(front, brute, atol=2e-9, rtol=0))
        fair += fair_share(deal, brute)
    print(f"\n{count} scenarios: the front of brute force in {same}, the greatest least share in {fair}")


def brute_front(deal: Problem) -> np.ndarray:
    """The front by going through every package, to 1e-9."""
    import moocore  # noqa: PLC0415 (only where there are scenarios)

    kept = np.zeros((0, len(deal.parties)))
    for packages in packages_of(deal):
        worth = deal.utilities(packages)[deal.allows(packages)].round(9)
        kept = moocore.filter_dominated(np.concatenate([kept, worth]), maximise=True)
    return np.unique(kept, axis=0)


def fair_share(deal: Problem, utilities: np.ndarray) -> bool:
    """Whether no package has a greater least share than the one found."""
    found = solve(deal, "kalai-smorodinsky")
    rational = utilities[(utilities >= found.disagreement - 1e-9).all(axis=1)]
    rational = rational if len(rational) else utilities
    hopes = rational.max(axis=0) - found.disagreement
    able = hopes > 1e-9
    if not able.any():
        return True
    shares = ((rational - found.disagreement)[:, able] / hopes[able]).min(axis=1)
    mine = ((found.utilities - found.disagreement)[able] / hopes[able]).min()
    return bool(mine >= shares.max() - 1e-8)


def drawn(rows: list[tuple[int, int, float, float | None]]) -> str:
    """Time against packages, both on a logarithmic scale, as SVG."""
    colours = {2: "#1b6ca8", 3: "#2e8b57", 5: "#b5541c"}
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400" font-family="sans-serif" font-size="12">',
        "<title>Time to find the front against the number of packages: this program and NegMAS</title>",
        '<rect width="640" height="400" fill="#fff"/>',
    ]

    def at(size: float, ms: float) -> tuple[float, float]:
        return 60 + (np.log10(size) - 3) * 48, 340 - (np.log10(ms) + 1) * 50

    for power in range(3, 13, 3):
        x, _ = at(10**power, 1)
        parts.append(
            f'<path d="M{x:.0f} 40V340" stroke="#ddd"/><text x="{x:.0f}" y="358" text-anchor="middle">1e{power}</text>'
        )
    for power, label in zip(range(-1, 6), ("0.1 ms", "1 ms", "10 ms", "0.1 s", "1 s", "10 s", "100 s"), strict=True):
        _, y = at(1, 10.0**power)
        parts.append(
            f'<path d="M60 {y:.0f}H510" stroke="#ddd"/><text x="54" y="{y + 4:.0f}" text-anchor="end">{label}</text>'
        )
    for n, (parties, colour) in enumerate(colours.items()):
        for column, dashes in ((2, ""), (3, ' stroke-dasharray="5 4"')):
            points = sorted((row[1], row[column]) for row in rows if row[0] == parties and row[column])
            path = " ".join("{:.1f},{:.1f}".format(*at(size, ms)) for size, ms in dict(points).items())
            parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"{dashes}/>')
        parts.append(f'<text x="522" y="{70 + 20 * n}" fill="{colour}">{parties} parties</text>')
    parts.append('<text x="522" y="140">line: this program</text><text x="522" y="158">dashes: NegMAS</text>')
    parts.append('<text x="285" y="384" text-anchor="middle">packages</text></svg>')
    return "\n".join(parts) + "\n"


def main() -> None:
    """Run all of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--svg", type=Path)
    parser.add_argument("--scenarios", type=Path, default=Path("../shared/weighing/scenarios"))
    parser.add_argument("--negmas-most", type=int, default=10**6, help="packages up to which NegMAS is asked")
    asked = parser.parse_args()
    frontier(deal_of(weighted(0, 3, 3, 3)))  # imports, once
    solve(deal_of(weighted(0, 3, 3, 3)), "nash")
    rows = beside(most=asked.negmas_most)
    large(rows)
    if asked.scenarios.is_dir():
        scenarios(asked.scenarios)
    if asked.svg:
        asked.svg.write_text(drawn(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
