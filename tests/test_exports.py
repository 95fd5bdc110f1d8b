"""The door of each room: what it names in `__all__` is what it holds."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from types import ModuleType

import pytest

import goodoffices

ROOMS = [
    f"goodoffices.{room.name}"
    for room in pkgutil.iter_modules(goodoffices.__path__)
    if room.ispkg and room.name != "cli"  # the command line is for people: its door is `main`
]
MODULES = [module.name for module in pkgutil.walk_packages(goodoffices.__path__, "goodoffices.") if not module.ispkg]


def public_names(room: ModuleType) -> set[str]:
    """Collect what a room holds without an underscore: no modules, no ``from __future__``."""
    return {
        name
        for name, value in vars(room).items()
        if not name.startswith("_") and not inspect.ismodule(value) and name != "annotations"
    }


@pytest.mark.parametrize("name", ROOMS)
def test_the_door_names_all_that_it_holds(name: str) -> None:
    """`__all__` of a room is sorted, has no name twice, and is exactly what the room exports."""
    room = importlib.import_module(name)
    exported = getattr(room, "__all__", [])
    assert len(exported) == len(set(exported))
    lazy = set(exported) - public_names(room)  # a heavy name may be imported where it is asked for
    for each in lazy:
        assert getattr(room, each) is not None
    assert set(exported) >= public_names(room)


@pytest.mark.parametrize("name", MODULES)
def test_every_public_module_says_what_it_exports(name: str) -> None:
    """Each module lists its public names in `__all__`, and each of them exists in it."""
    if name.rpartition(".")[2].startswith("_"):
        pytest.skip("a module of the room's own")
    module = importlib.import_module(name)
    assert module.__all__, f"{name} exports nothing"
    for each in module.__all__:
        assert hasattr(module, each), f"{name}.__all__ names {each!r}, which it does not hold"
