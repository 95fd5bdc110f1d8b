"""Fit the model of confidence, and show on the half to check on how well its probabilities keep their word.

    python bench/confidence.py [--fit] [--write] [--kinds]

`--fit` fits the weights anew on the half to work on and on the clusters of `calibrate`, and writes
`src/goodoffices/record/findings/data/confidence.toml`. Without it, the weights that are there are measured. `--write`
puts the figures and the curve into docs/. Wherever the reader has changed, run it with both.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence

import numpy as np
from annotated import ROOT, SCORER, clusters
from fitting import Fit, Prior, fit, probabilities
from labelled import Labelled, labelled
from numpy.typing import NDArray
from reliability import Scores, bins, draw, scores
from stamp import put, stamp

from goodoffices.record.findings import confidence as program

Array = NDArray[np.float64]
WEIGHTS = ROOT / "src" / "goodoffices" / "record" / "findings" / "data" / "confidence.toml"
PAGE = ROOT / "docs" / "explanation" / "confidence.md"
CURVE = ROOT / "docs" / "images" / "reliability.svg"
SMALL = 0.015
PARTS = 10
"""The fresh clusters are left out a tenth at a time, where a fit is to be measured on what it never saw."""
GIVEN = """\
# How sure a finding is: weights in log odds. bench/confidence.py writes this file; docs/explanation/confidence.md
# explains it.

# Set by hand, for want of labelled findings of a second reader: one that agrees doubles the odds, and what only a
# reader found that was never measured is a little less sure.
reader = 0.7
unmeasured = -0.4
measured = ["rules-en"]

# No finding is certain, and none is worthless: so few labels say nothing of what lies beyond.
floor = 0.03
ceiling = 0.97
"""


def right_of(findings: Sequence[Labelled]) -> Array:
    """1 where a finding is right."""
    return np.array([finding.right for finding in findings], dtype=float)


def write_weights(model: Fit) -> None:
    """Write the weights; a sign's that is next to nothing is left out."""
    lines = [GIVEN, f"start = {model.start:.3f}", f"source = {model.source:.3f}", f"statement = {model.statement:.3f}"]
    lines += ["", "[signs]"]
    lines += [f'"{name}" = {weight:.2f}' for name, weight in sorted(model.signs.items()) if _is_kept(name, weight)]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    program.weights.cache_clear()


def _is_kept(name: str, weight: float) -> bool:
    """Every kind has a weight of its own, be it none; of signs, those that tell something."""
    return "/" not in name or abs(weight) >= SMALL


def as_shipped(findings: Sequence[Labelled]) -> Array:
    """The probability that the program gives."""
    return np.array([program.confidence(finding.statements, finding.sources) for finding in findings])


def left_out(work: list[Labelled], fresh: list[Labelled], prior: Prior) -> list[tuple[Array, Array]]:
    """Probabilities of each part of the fresh clusters, under a fit that never saw that part; and what is so."""
    seen = frozenset(finding.cluster for finding in work)
    names = sorted({finding.cluster for finding in fresh})
    parts = []
    for part in (frozenset(names[first::PARTS]) for first in range(min(PARTS, len(names)))):
        rest = [finding for finding in fresh if finding.cluster not in part]
        out = [finding for finding in fresh if finding.cluster in part]
        parts.append((probabilities(fit(work + rest, seen, prior), out), right_of(out)))
    return parts


def peers(work: list[Labelled], fresh: list[Labelled], check: list[Labelled]) -> dict[str, Array]:
    """What simpler ways would say of the half to check on."""
    seen = frozenset(finding.cluster for finding in work)
    kinds = {kind: right_of([f for f in work if f.kind == kind]) for kind in {f.kind for f in check}}
    fresh_kinds = {kind: right_of([f for f in fresh if f.kind == kind]) for kind in kinds}
    overall = right_of(fresh).mean()
    shares = {k: (v.sum() + 5 * overall) / (len(v) + 5) for k, v in fresh_kinds.items()}
    own = {k: (v.sum() + 1) / (len(v) + 2) for k, v in kinds.items()}
    return {
        "one number for all, of the half to work on": np.full(len(check), right_of(work).mean()),
        "one number a kind, of the half to work on": np.array([own[f.kind] for f in check]),
        "one number for all, of the fresh clusters": np.full(len(check), overall),
        "one number a kind, of the fresh clusters": np.array([shares[f.kind] for f in check]),
        "the model, fitted on the half to work on alone": probabilities(fit(work, frozenset(), Prior()), check),
        "the model, fitted on the fresh clusters alone": probabilities(fit(fresh, seen, Prior()), check),
    }


def row(name: str, found: Scores) -> str:
    """One row of the table in Markdown."""
    figures = (found.brier, found.log_loss, found.calibration, found.order, found.mean, found.right)
    return f"| {name} | " + " | ".join(f"{figure:.3f}" for figure in figures) + " |"


def table(rows: dict[str, Scores]) -> str:
    """The table in Markdown."""
    head = "| probabilities | Brier | log loss | calibration error | order | mean | right |"
    return "\n".join([head, "| --- |" + " ---: |" * 6, *(row(name, found) for name, found in rows.items())])


def curve_table(found: Array, right: Array) -> str:
    """The reliability curve as a table."""
    head = "| findings | probability given | share right |\n| ---: | ---: | ---: |"
    return "\n".join(
        [head, *(f"| {b.count} | {b.mean:.2f} | {b.right:.2f} ± {b.error:.2f} |" for b in bins(found, right))]
    )


def by_kind(check: list[Labelled], found: Array) -> str:
    """How sure the program is of each kind, and how many of it are right."""
    lines = ["| kind | findings | probability given | share right |", "| --- | ---: | ---: | ---: |"]
    for kind in sorted({finding.kind for finding in check}):
        here = np.array([finding.kind == kind for finding in check])
        right = right_of(check)[here].mean()
        lines.append(f"| {kind.replace('_', ' ')} | {here.sum()} | {found[here].mean():.2f} | {right:.2f} |")
    return "\n".join(lines)


def platt(work: list[Labelled], fresh: list[Labelled]) -> tuple[float, float]:
    """Log loss on the fresh clusters, each part left out in turn; with a scale and shift from the others."""
    parts = left_out(work, fresh, Prior())
    right = np.concatenate([each for _, each in parts])
    turned = []
    for at, (found, _) in enumerate(parts):
        rest = [part for place, part in enumerate(parts) if place != at]
        turned.append(_scaled(*(np.concatenate(each) for each in zip(*rest, strict=True)))(found))
    plain = np.concatenate([found for found, _ in parts])
    return scores(plain, right).log_loss, scores(np.concatenate(turned), right).log_loss


def _scaled(found: Array, right: Array) -> Callable[[Array], Array]:
    """The scale and shift of log odds that fit best, by a walk over a grid."""
    odds = np.log(found / (1 - found))
    grid = [(a, b) for a in np.arange(0.3, 2.01, 0.1) for b in np.arange(-1, 1.01, 0.1)]
    scale, shift = min(grid, key=lambda ab: scores(1 / (1 + np.exp(-(ab[0] * odds + ab[1]))), right).log_loss)
    return lambda p: np.asarray(1 / (1 + np.exp(-(scale * np.log(p / (1 - p)) + shift))))


def main() -> int:
    """Fit where asked, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fit", action="store_true", help="fit the weights anew and write them")
    parser.add_argument("--write", action="store_true", help="put the figures and the curve into docs/")
    options = parser.parse_args()
    if not SCORER.exists():
        print("skipped: the scorer ../shared/reading/score.py is not here")
        return 0
    work, fresh, check = (labelled(clusters(half)) for half in ("work", "calibrate", "check"))
    if options.fit:
        write_weights(fit(work + fresh, frozenset(finding.cluster for finding in work), Prior()))
    found, right = as_shipped(check), right_of(check)
    rows = {"**the program**": scores(found, right)}
    rows |= {name: scores(each, right) for name, each in peers(work, fresh, check).items()}
    plain, turned = platt(work, fresh)
    text = f"{len(check)} findings of the half to check on, {stamp()}.\n\n{table(rows)}\n\n"
    text += f"{curve_table(found, right)}\n\n{by_kind(check, found)}\n\n"
    text += "A scale and shift on top (Platt) would change the log loss on the fresh clusters, a tenth of them left "
    text += f"out in turn, from {plain:.3f} to {turned:.3f}."
    print(text)
    if options.write:
        draw(bins(found, right), CURVE, "Confidence on reports that nothing was tuned on")
        put(PAGE, "confidence", text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
