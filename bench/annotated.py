"""The annotated clusters of reports, the scorer beside the development set, and briefs kept between runs.

Each cluster is a folder with reports, `meta.json` where they have dates, and `gold.json`. The half to work on is the
development set in `../shared/reading/paris` with `bench/reading/clusters/work`; the half to check on is
`bench/reading/clusters/check`: its figures may be looked at, single errors never. `calibrate` beside them has clusters
that no rule was written for: the level of confidence is fitted on it.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.util
import json
import os
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
from click.testing import CliRunner

from goodoffices.cli import main as goodoffices

__all__ = ["HALVES", "SCORER", "Cluster", "brief_of", "clusters", "kept", "read_all", "scorer", "versions"]

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "reading"
SCORER = SHARED / "score.py"
HALVES = ("work", "calibrate", "check")
_KEPT = ROOT / ".bench_cache"


class Cluster(msgspec.Struct, frozen=True):
    """A folder of annotated reports, and the half that it belongs to."""

    folder: Path
    half: str

    @property
    def name(self) -> str:
        """Name of the process."""
        return self.folder.name

    @property
    def reports(self) -> list[Path]:
        """Its reports, in their order."""
        return sorted(self.folder.glob("*.txt"))

    @property
    def gold(self) -> dict[str, Any]:
        """What an attentive analyst found in them."""
        found: dict[str, Any] = json.loads((self.folder / "gold.json").read_text(encoding="utf-8"))
        return found


def clusters(half: str) -> list[Cluster]:
    """The clusters of one half that are here, by name."""
    folders = sorted((ROOT / "bench" / "reading" / "clusters" / half).iterdir())
    if half == "work" and (SHARED / "paris" / "gold.json").exists():
        folders.append(SHARED / "paris")
    return [Cluster(folder, half) for folder in folders if (folder / "gold.json").exists()]


@functools.cache
def scorer() -> ModuleType | None:
    """The scorer as a module, or None where it is not here."""
    if not SCORER.exists():
        return None
    spec = importlib.util.spec_from_file_location("score", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@functools.cache
def versions() -> str:
    """Hash of the program's source, its models of confidence left out: a brief kept from another version is stale."""
    digest = hashlib.sha256()
    for path in sorted((ROOT / "src").rglob("*")):
        if path.suffix in {".py", ".toml", ".sql", ".json"} and path.stem != "confidence":
            digest.update(path.read_bytes())
    return digest.hexdigest()


def kept(cluster: Cluster, name: str, *, of_source: bool = True) -> Path:
    """Where something made of a cluster is kept, under a name that changes with the program and the reports."""
    digest = hashlib.sha256(versions().encode() if of_source else b"")
    for path in (*cluster.reports, cluster.folder / "meta.json"):
        digest.update(path.read_bytes() if path.exists() else b"")
    _KEPT.mkdir(exist_ok=True)
    (_KEPT / ".gitignore").write_text("*\n", encoding="utf-8")
    return _KEPT / f"{cluster.name}-{name}-{digest.hexdigest()[:16]}.json"


def brief_of(cluster: Cluster) -> dict[str, Any]:
    """The brief of a cluster as JSON, through the command line as a user has it."""
    brief: dict[str, Any] = json.loads(_written(cluster).read_text(encoding="utf-8"))
    return brief


def read_all(wanted: Iterable[Cluster]) -> None:
    """Read clusters whose brief is not kept, as many at once as there are cores; the model is loaded once for each."""
    missing = [cluster for cluster in wanted if not kept(cluster, "brief").exists()]
    if missing:
        with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
            list(pool.map(_written, missing))


def _written(cluster: Cluster) -> Path:
    path = kept(cluster, "brief")
    if not path.exists():
        command = ["brief", *map(str, cluster.reports), "--format", "json", "-o", str(path), "--jobs", "1"]
        CliRunner().invoke(goodoffices, command, catch_exceptions=False)
    return path
