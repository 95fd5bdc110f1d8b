"""People at a case: made as users of it, and logged in with a browser of their own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from starlette.testclient import TestClient

from goodoffices.record import Marking
from goodoffices.record.account import Role
from goodoffices.record.store import open_case

__all__ = ["PASSWORD", "Csrf", "logged_in", "make_users"]

PASSWORD = "seven quiet herons"  # noqa: S105  of made-up users
Csrf = Callable[..., str]


def make_users(case: Path, *users: tuple[str, Role, Marking]) -> Path:
    """Make users of a case, all with the one password; gives the case."""
    with open_case(case) as store:
        for name, role, audience in users:
            store.accounts().add(name, role=role, audience=audience, password=PASSWORD)
    return case


def logged_in(opened: Callable[..., TestClient], csrf: Csrf, name: str) -> TestClient:
    """A browser of a user."""
    client = opened()
    client.post("/login", data={"csrf": csrf(client, "/login"), "name": name, "password": PASSWORD})
    return client
