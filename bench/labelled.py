"""Findings with the word whether they are right: where a gold entry of their list bears them out, as the scorer counts.

A plan is right where one of its versions is; a plan without numbered versions has no label, nor have dates (they are of
other findings) and disagreements (they are no findings).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any
from unittest.mock import patch

import msgspec
from annotated import Cluster, brief_of, kept, read_all, scorer

from goodoffices.record import Statement

__all__ = ["Labelled", "labelled"]

_TALLIES = (
    "actor", "role", "meeting", "position", "quote", "mechanism", "issue_status", "event", "withheld", "plan", "date",
    "disagreement",
)  # fmt: skip
"""What the scorer tallies, in its order."""


class Labelled(msgspec.Struct, frozen=True):
    """A finding as its confidence sees it, and whether it is right."""

    cluster: str
    kind: str
    statements: tuple[Statement, ...]
    sources: int
    right: bool


class _Seen(msgspec.Struct, frozen=True):
    """A finding that is kept between runs."""

    id: str
    statements: tuple[Statement, ...]
    sources: int


def labelled(clusters: Iterable[Cluster]) -> list[Labelled]:
    """The findings of some clusters that the scorer can call right or wrong."""
    clusters = list(clusters)
    read_all(clusters)
    find_all(clusters)
    found = []
    for cluster in clusters:
        marks = _marks(cluster, brief_of(cluster))
        for seen in _findings(cluster):
            if seen.id in marks:
                kind, right = marks[seen.id]
                found.append(Labelled(cluster.name, kind, seen.statements, seen.sources, right))
    return found


def find_all(clusters: Iterable[Cluster]) -> None:
    """Keep the findings of clusters that are not kept, as many at once as there are cores."""
    missing = [cluster for cluster in clusters if not kept(cluster, "findings").exists()]
    if missing:
        with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
            list(pool.map(_findings, missing))


def _findings(cluster: Cluster) -> list[_Seen]:
    """The findings of a cluster, read in this process; the brief names the same ones."""
    path = kept(cluster, "findings")
    if not path.exists():
        from goodoffices.read import near_duplicates, read_reports  # noqa: PLC0415  only where nothing is kept
        from goodoffices.record.findings import build  # noqa: PLC0415

        reading = read_reports(cluster.reports)
        by_id = {statement.id: statement for statement in reading.statements}
        built = build(reading.reports, reading.statements, near_duplicates=near_duplicates(reading.reports))
        seen = [_Seen(f.id, tuple(by_id[s] for s in f.statements), f.sources) for f in built.findings]
        path.write_bytes(msgspec.json.encode(seen))
    return msgspec.json.decode(path.read_bytes(), type=list[_Seen])


def _marks(cluster: Cluster, brief: dict[str, Any]) -> dict[str, tuple[str, bool]]:
    """Id of a finding -> its kind and whether it is right, by listening to what the scorer tallies."""
    score = scorer()
    assert score is not None
    tallied: list[list[tuple[Any, bool]]] = []
    tally: Callable[..., tuple[Any, ...]] = score.tally

    def listening(found: list[Any], gold: list[Any], same: Callable[[Any, Any], bool]) -> tuple[Any, ...]:
        tallied.append([(one, any(same(one, entry) for entry in gold)) for one in found])
        return tally(found, gold, same)

    with patch.object(score, "tally", listening):
        score.score(cluster.folder, brief)
    marks: dict[str, tuple[str, bool]] = {}
    for kind, findings in zip(_TALLIES, tallied, strict=True):
        for one, right in findings if kind not in {"date", "disagreement"} else ():
            finding = one[1] if kind == "role" else one[0] if kind == "plan" else one
            key = finding["finding"] if kind == "actor" else finding["id"]
            if key is not None:
                marks[key] = (kind, right or marks.get(key, (kind, False))[1])
    return marks
