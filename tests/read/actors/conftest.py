"""What the tests of actors look up in an opened report."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context


@pytest.fixture(scope="session")
def side_of() -> Callable[[Context, str], str | None]:
    """Name the side of an actor by the actor's own name, None where none is known; the actor must be there."""

    def name_side(context: Context, name: str) -> str | None:
        actors = context.roster.actors
        found = sorted((a for a in actors.values() if a.name == name), key=lambda a: a.kind != "person")
        assert found, [actor.name for actor in actors.values()]
        side = found[0].side
        return actors[side].name if side in actors else None

    return name_side
