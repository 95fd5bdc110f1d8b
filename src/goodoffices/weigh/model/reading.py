"""A model from whatever it is kept in: a YAML file, a GENIUS or GeniusWeb folder, a KTAB CSV."""

from __future__ import annotations

from pathlib import Path

from goodoffices.weigh.errors import ModelError

from .checks import check_model
from .genius import is_profile, parse_json, read_genius, read_geniusweb
from .ktab import read_ktab
from .model import Model
from .yaml import read_yaml

__all__ = ["read_model"]


def read_model(path: str | Path) -> Model:
    """Read a model.

    Args:
        path: A YAML file (`.yaml`, `.yml`), a KTAB CSV (`.csv`), or a folder with a GENIUS scenario (XML) or a
            GeniusWeb one (JSON).

    Returns:
        The model, checked.

    Raises:
        ModelError: If it cannot be read or says something that cannot be; with the file, and the line where there is
            one.
    """
    place = Path(path)
    if place.is_dir():
        return _checked(_read_folder(place), place)
    kind = place.suffix.casefold()
    if kind in {".yaml", ".yml"}:
        return read_yaml(place)
    if kind == ".csv":
        return _checked(read_ktab(place), place)
    if kind in {".xml", ".json"}:
        msg = "one file of a scenario: give the folder that it is in"
        raise ModelError(msg, file=str(place))
    if not place.exists():
        msg = "there is no such file or folder"
        raise ModelError(msg, file=str(place))
    msg = "no kind of model that is read: give .yaml, .csv, or a folder with a scenario"
    raise ModelError(msg, file=str(place))


def _read_folder(folder: Path) -> Model:
    if any(folder.glob("*.xml")):
        return read_genius(folder)
    parsed = {path: parse_json(path) for path in sorted(folder.glob("*.json"))}
    profiles = {path: content for path, content in parsed.items() if is_profile(content)}
    if not profiles:
        msg = "no scenario is here: a domain and profiles, in XML or JSON"
        raise ModelError(msg, file=str(folder))
    return read_geniusweb(profiles, folder.resolve().name)


def _checked(model: Model, place: Path) -> Model:
    try:
        check_model(model)
    except ModelError as error:
        where = " / ".join(error.place)
        raise ModelError(f"{where}: {error.fault}" if where else error.fault, error.place, file=str(place)) from error
    return model
