"""A model kept in a file: YAML with people's comments, a GENIUS folder, or a KTAB CSV."""

from __future__ import annotations

from pathlib import Path

from goodoffices.weigh.errors import ModelError

from .checks import check_model
from .genius import write_genius
from .ktab import write_ktab
from .model import Model
from .yaml import edit_yaml, read_text_of, yaml_text

__all__ = ["write_model"]


def write_model(model: Model, path: str | Path) -> None:
    """Write a model.

    A YAML file that is there already is changed where it says something else; comments, order and spelling of the rest
    stay. Other files are written anew.

    Args:
        model: The model.
        path: A YAML file (`.yaml`, `.yml`), a KTAB CSV (`.csv`), or a folder, which gets a GENIUS scenario.

    Raises:
        ModelError: If the model contradicts itself, or that kind of file cannot say it.
    """
    check_model(model)
    place = Path(path)
    kind = place.suffix.casefold()
    if kind in {".yaml", ".yml"}:
        text = edit_yaml(read_text_of(place), model, str(place)) if place.exists() else yaml_text(model)
        # Beside it first, then in its place: a crash half-way must not cost what people wrote.
        beside = place.with_name(f"{place.name}.part")
        beside.write_text(text, encoding="utf-8")
        beside.replace(place)
    elif kind == ".csv":
        write_ktab(model, place)
    elif kind == "" or place.is_dir():
        write_genius(model, place, place.name)
    else:
        msg = "no kind of model that is written: give .yaml, .csv, or a folder"
        raise ModelError(msg, file=str(place))
