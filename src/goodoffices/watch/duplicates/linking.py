"""Reports of one incident, linked: a cluster for each row, and the pairs that a person should look at."""

from __future__ import annotations

import msgspec
import numpy as np
from numpy.typing import NDArray

from goodoffices.watch.incidents import IncidentTable, TextColumn

from .bearing import bearing_of
from .clusters import Clusters
from .evidence import probabilities
from .vicinity import near_pairs
from .weights import Tolerances, Weights, known_weights
from .wording import Wording, plain_text, wording_of

__all__ = ["DuplicatePairs", "duplicate_pairs", "link_duplicates"]

_DAY_SECONDS = 86_400
_LEAST_CELL_KM = 2.0
_TELLING_CHARS = 40
"""Shorter texts of one source without a link ("shelling heard") are its way of speaking, and not one report."""
_SPAN_DAYS = 2.0
"""Most days between the end of the first and the start of the last report of one incident, same reports apart."""

Rows = NDArray[np.int64]


class DuplicatePairs(msgspec.Struct, frozen=True):
    """Pairs of reports, and how likely it is that both tell of one incident.

    Attributes:
        left: Row of one report, int64, shape (pairs,).
        right: Row of the other, further down in the table, int64, shape (pairs,).
        probability: 0 to 1, shape (pairs,).
        same_report: Is the pair one report (one link, one text), not two, shape (pairs,)?
        look: Should a person look at the pair, shape (pairs,)?
    """

    left: Rows
    right: Rows
    probability: NDArray[np.float64]
    same_report: NDArray[np.bool_]
    look: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.left)

    def to_look_at(self) -> DuplicatePairs:
        """Take the pairs that a person should look at, the most doubtful first."""
        rows = np.flatnonzero(self.look)
        rows = rows[np.argsort(np.abs(self.probability[rows] - 0.5), kind="stable")]
        return DuplicatePairs(
            self.left[rows], self.right[rows], self.probability[rows], self.same_report[rows], self.look[rows]
        )


def duplicate_pairs(table: IncidentTable, tolerances: Tolerances | None = None) -> DuplicatePairs:
    """Find the pairs of reports that may be of one incident.

    Args:
        table: The reports.
        tolerances: How far apart they may be; those of the package where not given.

    Returns:
        Pairs with a probability of at least ``look_from``, and those that reach the threshold but for a data set of
        incidents that keeps them apart; by left and right row. Of a report that stands several times at one point
        only the first row is compared with others.
    """
    weights = _weights(tolerances)
    same, heads = _same_reports(table, weights.tolerances)
    left, right, probability, free = _pairs_of(table, heads, weights)
    left, right = np.concatenate([same[0], left]), np.concatenate([same[1], right])
    sure = np.ones(len(same[0]))
    probability, free = np.concatenate([sure, probability]), np.concatenate([sure, free])
    one_report = np.arange(len(left)) < len(sure)
    limits = weights.tolerances
    doubtful = (probability <= limits.look_to) & (probability >= limits.look_from)
    kept_apart = (probability < limits.threshold) & (free >= limits.threshold)
    look = ~one_report & (doubtful | kept_apart)
    order = np.lexsort((right, left))
    return DuplicatePairs(left[order], right[order], probability[order], one_report[order], look[order])


def link_duplicates(table: IncidentTable, tolerances: Tolerances | None = None) -> Rows:
    """Link the reports of one incident, so that it is counted once.

    Args:
        table: The reports.
        tolerances: How far apart two reports of one incident may be, and from which probability on they are linked.

    Returns:
        For each row the number of its cluster (0, 1, ... in the order in which clusters first come), shape (rows,). The
        number of incidents is the highest number and one.
    """
    pairs = duplicate_pairs(table, tolerances)
    threshold = _weights(tolerances).tolerances.threshold
    clusters = Clusters(table["earliest"].astype(np.int64), table["latest"].astype(np.int64))
    one_report = np.flatnonzero(pairs.same_report)
    for left, right in zip(pairs.left[one_report].tolist(), pairs.right[one_report].tolist(), strict=True):
        clusters.take(left, right)
    likely = np.flatnonzero(~pairs.same_report)
    likely = likely[np.argsort(-pairs.probability[likely], kind="stable")]
    odds = _log_odds(pairs.probability[likely]) - _log_odds(np.array(threshold))
    weighed = list(zip(pairs.left[likely].tolist(), pairs.right[likely].tolist(), odds.tolist(), strict=True))
    clusters.weigh(weighed)
    for left, right, odd in weighed:
        if odd < 0:
            break
        clusters.join(left, right, _SPAN_DAYS)
    return clusters.numbers()


def _log_odds(probability: NDArray[np.float64]) -> NDArray[np.float64]:
    safe = np.clip(probability, 1e-6, 1 - 1e-6)
    odds: NDArray[np.float64] = np.log(safe / (1 - safe))
    return odds


def _weights(tolerances: Tolerances | None) -> Weights:
    weights = known_weights()
    return weights if tolerances is None else msgspec.structs.replace(weights, tolerances=tolerances)


def _same_reports(table: IncidentTable, tolerances: Tolerances) -> tuple[tuple[Rows, Rows], Rows]:
    """Pair the rows of one link and one text with the one before; and tell the rows that are no such repetition.

    A data set of places gives one article a row for each place that it names, and another for each day that it stood.
    """
    marks = _report_marks(table, anywhere=tolerances.same_report_anywhere)
    start = table["earliest"].astype(np.int64)
    order = np.lexsort((start, marks))
    before, after = order[:-1], order[1:]
    soon = start[after] - start[before] <= tolerances.same_report_days * _DAY_SECONDS
    linked = (marks[before] == marks[after]) & (marks[before] != 0) & soon
    first = np.ones(len(table), dtype=bool)
    first[after[linked]] = False
    left, right = np.minimum(before[linked], after[linked]), np.maximum(before[linked], after[linked])
    return (left, right), np.flatnonzero(first | ~_repeated_here(table, before, after, linked))


def _report_marks(table: IncidentTable, *, anywhere: bool) -> Rows:
    """Hash link and text of each row (and the place, unless it does not matter); 0 where either is missing."""
    places = zip(table["latitude"].tolist(), table["longitude"].tolist(), strict=True)
    marks = (
        hash((plain_text(link or source), plain_text(text), None if anywhere else place))
        if text and (link or (source and len(text) >= _TELLING_CHARS))
        else 0
        for link, source, text, place in zip(table["source_url"], table["source"], table["text"], places, strict=True)
    )
    return np.fromiter(marks, dtype=np.int64, count=len(table))


def _repeated_here(table: IncidentTable, before: Rows, after: Rows, linked: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Tell the rows that repeat the one before them at the same point: they need not be compared with others again."""
    here = linked & (table["latitude"][before] == table["latitude"][after])
    here &= table["longitude"][before] == table["longitude"][after]
    repeated = np.zeros(len(table), dtype=bool)
    repeated[after[here]] = True
    return repeated


def _pairs_of(
    table: IncidentTable, heads: Rows, weights: Weights
) -> tuple[Rows, Rows, NDArray[np.float64], NDArray[np.float64]]:
    """Weigh the pairs near to one another, each report once."""
    some = table.take(heads)
    wording = wording_of(some["text"], weights.words.letters)
    bearing = bearing_of(some, wording, weights)
    precision = float(bearing.precision_km.max()) if len(some) else 0.0
    tolerances = weights.tolerances
    left, right = near_pairs(
        bearing.latitude,
        bearing.longitude,
        (bearing.earliest + bearing.latest) // 2 // _DAY_SECONDS,
        km=max(min(2 * precision + tolerances.least_km, tolerances.km), _LEAST_CELL_KM),
        days=int(np.ceil(tolerances.days)),
        orders=_crowd_orders(wording, some["text"]),
    )
    probability, free = probabilities(bearing, left, right, weights)
    kept = (probability >= tolerances.look_from) | (free >= tolerances.threshold)
    return heads[left[kept]], heads[right[kept]], probability[kept], free[kept]


def _crowd_orders(wording: Wording, texts: TextColumn) -> list[Rows]:
    """Sort crowds by the least of the hashes of their words, twice over, so that like texts come to stand together."""
    orders = []
    for factor in (0x9E3779B1, 0x85EBCA77):
        marks = (np.arange(wording.matrix.shape[1], dtype=np.int64) * factor) % 0xFFFFFFFB
        least = np.full(len(texts), 0xFFFFFFFF, dtype=np.int64)
        starts = wording.matrix.indptr[:-1]
        worded = np.flatnonzero(wording.counts)
        if len(worded):
            least[worded] = np.minimum.reduceat(marks[wording.matrix.indices], starts[worded])
        orders.append(least)
    return orders
