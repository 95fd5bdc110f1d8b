"""Reading on a Dask cluster: the same record as on one core, even where a worker is lost on the way."""

from __future__ import annotations

import os
import signal
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from goodoffices.read import readings
from goodoffices.read.cluster import read_on_cluster
from goodoffices.record import InputError, Rejection, Report, make_report

distributed = pytest.importorskip("distributed", reason="Dask is not installed: pip install 'goodoffices[dask]'")
pytestmark = [
    pytest.mark.slow,
    # Dask's own: event loops and sockets that it leaves to the collector where a worker is killed.
    pytest.mark.filterwarnings("default::ResourceWarning", "default::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Two workers on this machine, each a process of its own."""
    with (
        warnings.catch_warnings(),
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
        ) as made,
    ):
        yield made


def report(text: str) -> Report:
    """A report that is named by its text."""
    return make_report(text, path=text, title="A test", language="en")


def dies_of_poison(taken: Report) -> str:
    """End the worker at a report of poison."""
    if "poison" in taken.text:
        os._exit(9)
    return taken.text


def test_a_cluster_gives_the_same_record(cluster: Any, examples: Path) -> None:
    """The examples read on two workers, one of them killed half-way, give what one core gives."""
    expected = list(readings([examples]))
    answers = readings([examples], cluster=cluster.scheduler_address)
    found = [next(answers) for _ in range(len(expected) // 2)]
    worker = next(iter(cluster.workers.values()))
    os.kill(worker.process.pid, signal.SIGKILL)
    assert [*found, *answers] == expected


def test_a_report_that_kills_workers_costs_only_itself(cluster: Any) -> None:
    """The report that ends each worker it is given to is a listed rejection in its place; the others are read."""
    texts = ["a", "b", "poison", "c", "d"]
    answers = list(read_on_cluster(map(report, texts), dies_of_poison, cluster.scheduler_address))
    lost = answers.pop(2)
    assert isinstance(lost, Rejection)
    assert lost.what == "poison"
    assert answers == ["a", "b", "c", "d"]


def test_a_rejection_keeps_its_place(cluster: Any) -> None:
    """What could not be taken goes through, between the reports that it stood between."""
    lost = Rejection("x", "is empty")
    answers = list(read_on_cluster([report("a"), lost, report("b")], dies_of_poison, cluster.scheduler_address))
    assert answers == ["a", lost, "b"]


def test_no_scheduler_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing answers, the error names the address and says what one looks like."""
    monkeypatch.setattr("goodoffices.read.cluster._CONNECT_SECONDS", 1)
    with pytest.raises(InputError, match=r"127\.0\.0\.1:9.*tcp://host:8786"):
        list(read_on_cluster([], dies_of_poison, "tcp://127.0.0.1:9"))
