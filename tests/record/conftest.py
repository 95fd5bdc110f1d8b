"""Every test of a store runs against each kind of store; the PostgreSQL server is the tests' own."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from goodoffices.record.store import Store, create_case, open_case

KINDS = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]


def _programs(config: pytest.Config) -> Path:
    shared = config.pluginmanager.get_plugin(str(Path(__file__).parents[1] / "conftest.py"))
    found: Path | None = shared.postgresql()
    if found is None:
        pytest.skip("PostgreSQL is not installed")
    return found


def _other_user() -> dict[str, Any]:
    # The server refuses to run as root: where the tests do, it runs as the user that Debian made for it, or as nobody.
    if os.geteuid() != 0:
        return {}
    names = {entry.pw_name for entry in pwd.getpwall()}
    user = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture(scope="session")
def server(request: pytest.FixtureRequest) -> Iterator[str]:
    """The URL of a PostgreSQL server in a temporary folder, on a free port, for as long as the tests run."""
    programs, user = _programs(request.config), _other_user()
    folder = Path(tempfile.mkdtemp(prefix="goodoffices-postgresql-"))
    if user:
        os.chown(folder, user["user"], user["group"])
    port = _free_port()

    def run(program: str, *arguments: str) -> None:
        command = [str(programs / program), "-D", str(folder / "data"), *arguments]
        done = subprocess.run(
            command, cwd=folder, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, **user
        )
        assert done.returncode == 0, done.stderr

    # The test's server may lose its data: nothing waits for the disk.
    options = f"-p {port} -h 127.0.0.1 -k {folder} -c fsync=off -c full_page_writes=off"
    try:
        run("initdb", "-U", "tester", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        run("pg_ctl", "start", "-w", "-o", options, "-l", str(folder / "log"))
        try:
            yield f"postgresql://tester@127.0.0.1:{port}"
        finally:
            run("pg_ctl", "stop", "-m", "immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def new_schema(request: pytest.FixtureRequest) -> Callable[[], str]:
    """Makes a place for a case on the server, a schema of its own, and gives its URL."""
    numbers = count()

    def make() -> str:
        import psycopg  # noqa: PLC0415  only where there is a server

        url = str(request.getfixturevalue("server"))
        name = f"case_{next(numbers)}"
        with psycopg.connect(f"{url}/postgres", autocommit=True) as connection:
            connection.execute(f"CREATE SCHEMA {name}")
        return f"{url}/postgres?options=-csearch_path%3D{name}"

    return make


@pytest.fixture(params=KINDS)
def new_place(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Gives places where there is no case yet, of each kind of store."""
    if request.param == "postgresql":
        make: Callable[[], str] = request.getfixturevalue("new_schema")
        return make
    numbers = count()
    return lambda: str(tmp_path / f"case {next(numbers)}.goodoffices")


@pytest.fixture
def place(new_place: Callable[[], str]) -> str:
    """The place of a new, empty case."""
    place = new_place()
    create_case(place).close()
    return place


@pytest.fixture
def case(place: str) -> Iterator[Store]:
    """A new, empty case, open."""
    with open_case(place) as store:
        yield store
