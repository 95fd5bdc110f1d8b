"""Whose borders are drawn: a choice that the reader of the map makes, and the page states.

Disputed areas are units of their own on the base map. A point of view says which of them is drawn as whose; the default
is nobody's: they are hatched.
"""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from collections.abc import Mapping
from pathlib import Path

import msgspec

from goodoffices.record import InputError

from .world import World

__all__ = ["VIEWS", "Borders", "DisputedArea", "View", "borders_of", "country_name", "disputed_areas", "spelt", "views"]


class DisputedArea(msgspec.Struct, frozen=True):
    """An area that more than one side claims.

    Attributes:
        id: As in the base map.
        name: For people: the name in most use in English.
        claims: Who claims it.
        held: Code of the country that administers it in fact; "" where that is divided.
        un: Code of the country whose it is by resolutions of the United Nations; "" where they leave it open.
        basis: Which resolutions.
        note: What else is to be known.
    """

    id: str
    name: str
    claims: str
    held: str
    un: str
    basis: str
    note: str = ""


class View(msgspec.Struct, frozen=True):
    """A point of view.

    Attributes:
        name: As the command takes it.
        label: For people: whose borders.
        words: What the page says of it.
    """

    name: str
    label: str
    words: str


class Borders(msgspec.Struct, frozen=True, kw_only=True):
    """Whose borders are drawn.

    Attributes:
        view: The point of view.
        owners: For each disputed area the code of the country it is drawn as; "" where it is hatched.
        file: The user's own GeoJSON of borders, in place of all of the base map's; "" for none.
    """

    view: View
    owners: Mapping[str, str]
    file: str = ""

    def owner(self, world: World, unit: int) -> str:
        """As which country a unit of the base map is drawn; ``~`` and the area where it is nobody's."""
        area = world.areas[unit]
        if not area:
            return world.countries[unit]
        return self.owners.get(area) or f"~{area}"


@functools.cache
def _words() -> Mapping[str, object]:
    text = importlib.resources.files(__package__).joinpath("data", "disputed.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@functools.cache
def views() -> Mapping[str, View]:
    """The named points of view."""
    return {each.name: each for each in msgspec.convert(_words()["view"], list[View])}


@functools.cache
def disputed_areas() -> Mapping[str, DisputedArea]:
    """The areas that are lifted out of every country, by id."""
    return {each.id: each for each in msgspec.convert(_words()["area"], list[DisputedArea])}


@functools.cache
def _named() -> tuple[Mapping[str, str], Mapping[str, str]]:
    return msgspec.convert(_words()["spellings"], dict[str, str]), msgspec.convert(_words()["owners"], dict[str, str])


def spelt(name: str) -> str:
    """Write a name of the base map as it is written today; "" for one that is not to be written."""
    return _named()[0].get(name, name)


def country_name(world: World, code: str) -> str:
    """The name of a country, by its code."""
    return spelt(_named()[1].get(code) or world.country_names.get(code, code))


VIEWS = ("none", "de-facto", "un")
"""The named points of view, the default first."""


def borders_of(choice: str = "none") -> Borders:
    """Take a point of view.

    Args:
        choice: One of `VIEWS`, or a GeoJSON file of borders.

    Raises:
        InputError: It is neither.
    """
    if choice in VIEWS:
        owners = {area.id: _owner(area, choice) for area in disputed_areas().values()}
        return Borders(view=views()[choice], owners=owners)
    if not Path(choice).is_file():
        msg = f"there are no borders {choice!r}; give {', '.join(VIEWS)}, or a GeoJSON file of borders"
        raise InputError(msg)
    name = Path(choice).name
    words = f"Borders are those of the file {name}, not the base map's: the choice of whoever made this page."
    return Borders(view=View(name="file", label=f"those of {name}", words=words), owners={}, file=choice)


def _owner(area: DisputedArea, choice: str) -> str:
    return {"none": "", "de-facto": area.held, "un": area.un}[choice]
