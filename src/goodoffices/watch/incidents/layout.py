"""Which column of a file is which of ours: known layouts, plain names, or a mapping that the user gives."""

from __future__ import annotations

import difflib
import functools
import importlib.resources
import json
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from goodoffices.record.errors import InputError

from .table import COLUMN_NAMES

__all__ = ["Layout", "Options", "known_layouts", "layout_of", "layout_words", "mapping_options", "plain_name"]

MAPPED_FIELDS = frozenset({*COLUMN_NAMES, "date", "time", "precision", "days"}) - {
    "kind_given",
    "dataset",
    "row",
    "fingerprint",
}
_OTHER_NAMES = {"lat": "latitude", "lon": "longitude", "lng": "longitude", "notes": "text", "url": "source_url"}
_TABLES = frozenset({"columns", "kinds", "precision_km", "defaults", "options"})


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a file does not say of itself.

    Attributes:
        day_first: Is 03/04/2024 the third of April? None: judged by the file's own dates.
        timezone: Offset (``+02:00``) or IANA name of times that give none; ``UTC``.
        encoding: How the file is encoded; empty: found out.
        delimiter: Of a CSV; empty: found out.
        swapped: What becomes of points that look swapped: ``reject`` (listed, with a suggestion), ``keep`` or ``mend``.
    """

    day_first: bool | None = None
    timezone: str = "UTC"
    encoding: str = ""
    delimiter: str = ""
    swapped: str = "reject"


class Layout(msgspec.Struct, frozen=True):
    """How one file is read.

    Attributes:
        name: Of the layout, as the column ``dataset`` gives it.
        columns: Our column -> the headers that may hold it, best first.
        needs: Sets of headers, one of which tells the layout.
        flags: Our column -> header of a yes/no column -> the word that a yes stands for.
        kinds: The file's word for what happened -> ours.
        precision_km: The file's code for how well a place is known -> km.
        days: The file's code for how well a day is known -> days before and after.
        defaults: Our column -> the value where the file gives none.
        options: What the file does not say of itself.
        label: For people.
    """

    name: str
    columns: Mapping[str, Sequence[str]]
    needs: Sequence[Sequence[str]] = ()
    flags: Mapping[str, Mapping[str, str]] = {}
    kinds: Mapping[str, str] = {}
    precision_km: Mapping[str, float] = {}
    days: Mapping[str, float] = {}
    defaults: Mapping[str, str] = {}
    options: Options = Options()
    label: str = ""


@functools.cache
def layout_words() -> Mapping[str, Any]:
    """Give the data file: layouts, words for unknown and yes, months, codes."""
    text = (importlib.resources.files(__package__) / "data" / "layouts.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@functools.cache
def known_layouts() -> tuple[Layout, ...]:
    """The layouts that are known, in the order in which they are tried; the last is the generic one."""
    return tuple(msgspec.convert(entry, Layout) for entry in layout_words()["layout"])


def plain_name(header: str) -> str:
    """Bring a header to the form in which headers are compared: small letters and digits only."""
    return "".join(letter for letter in header.casefold() if letter.isalnum())


def layout_of(header: Sequence[str], mapping: Mapping[str, Any] | str | Path | None) -> Layout:
    """Choose how a file with this header is read.

    Args:
        header: Names of the file's columns.
        mapping: None; our column -> header; a mapping with the tables ``columns``, ``kinds``, ``precision_km``,
            ``defaults`` and ``options``; or a TOML or JSON file of either.

    Raises:
        InputError: If the mapping names a column that is not ours or not the file's.
    """
    known = _recognised(header)
    if mapping is None:
        return known
    tables = _tables(mapping)
    columns = {_our_name(name): [given] for name, given in _right_way_round(tables["columns"], header).items()}
    _check_headers(columns, header)
    return Layout(
        name=known.name if not columns else "mapped",
        columns={**{name: names for name, names in known.columns.items() if not _settled(name, columns)}, **columns},
        flags={} if columns else known.flags,
        kinds={str(word).casefold(): str(kind) for word, kind in tables["kinds"].items()},
        precision_km={str(code).casefold(): float(km) for code, km in tables["precision_km"].items()},
        defaults={_our_name(name): str(value) for name, value in tables["defaults"].items()},
        options=_options(tables["options"]),
    )


def mapping_options(mapping: Mapping[str, Any] | str | Path | None) -> Options:
    """Take the options of a mapping, which are wanted before the header is read.

    Raises:
        InputError: If the mapping cannot be read, or an option is not known.
    """
    return Options() if mapping is None else _options(_tables(mapping)["options"])


def _recognised(header: Sequence[str]) -> Layout:
    names = {plain_name(name) for name in header}
    layouts = known_layouts()
    for layout in layouts:
        if any(names.issuperset(map(plain_name, line)) for line in layout.needs):
            return layout
    return layouts[-1]


def _settled(name: str, columns: Mapping[str, Any]) -> bool:
    """Does the mapping itself say this column, or the other form of it?"""
    if name in {"date", "time", "earliest", "latest"}:
        return bool(columns.keys() & {"date", "earliest", "latest"}) and name != "time"
    if name == "precision":
        return "precision_km" in columns or "precision" in columns
    return name in columns


def _tables(mapping: Mapping[str, Any] | str | Path) -> dict[str, Mapping[str, Any]]:
    given = mapping if isinstance(mapping, Mapping) else _from_file(Path(mapping))
    if not given.keys() & _TABLES:
        given = {"columns": given}
    unknown = sorted(given.keys() - _TABLES)
    if unknown:
        msg = f"a mapping of incidents has no table {unknown[0]!r}; it has {', '.join(sorted(_TABLES))}"
        raise InputError(msg)
    tables = {name: given.get(name, {}) for name in _TABLES}
    wrong = [name for name, table in tables.items() if not isinstance(table, Mapping)]
    if wrong:
        msg = f"{wrong[0]!r} of a mapping of incidents has to be a table, not {tables[wrong[0]]!r}"
        raise InputError(msg)
    return tables


def _from_file(path: Path) -> Mapping[str, Any]:
    try:
        text = path.read_text(encoding="utf-8")
        given = json.loads(text) if path.suffix.lower() == ".json" else tomllib.loads(text)
    except (OSError, UnicodeDecodeError, json.JSONDecodeError, tomllib.TOMLDecodeError) as error:
        msg = f"the mapping {str(path)!r} cannot be read ({error}); give a TOML or JSON file of our column -> header"
        raise InputError(msg) from error
    if not isinstance(given, dict):
        msg = f"the mapping {str(path)!r} holds no table; give our column -> header"
        raise InputError(msg)
    return given


def _right_way_round(columns: Mapping[str, Any], header: Sequence[str]) -> dict[str, str]:
    """Take both ``{"latitude": "Lat"}`` and ``{"Lat": "latitude"}``, where it is plain which is meant."""
    pairs = {str(name): str(given) for name, given in columns.items()}
    ours = MAPPED_FIELDS | _OTHER_NAMES.keys()
    headers = set(header)
    backwards = all(given in ours for given in pairs.values()) and headers.issuperset(pairs)
    forwards = all(name in ours for name in pairs) and headers.issuperset(pairs.values())
    return {given: name for name, given in pairs.items()} if backwards and not forwards else pairs


def _our_name(name: str) -> str:
    ours = _OTHER_NAMES.get(name, name)
    if ours not in MAPPED_FIELDS:
        near = difflib.get_close_matches(name, MAPPED_FIELDS, 1)
        msg = f"{name!r} is no column of the incident table" + (f"; did you mean {near[0]!r}?" if near else "")
        raise InputError(msg + f" (columns: {', '.join(sorted(MAPPED_FIELDS))})")
    return ours


def _check_headers(columns: Mapping[str, Sequence[str]], header: Sequence[str]) -> None:
    known = {plain_name(name) for name in header}
    for ours, names in columns.items():
        if plain_name(names[0]) not in known:
            near = difflib.get_close_matches(names[0], header, 1)
            hint = f"; did you mean {near[0]!r}?" if near else ""
            msg = f"the mapping takes {ours!r} from a column {names[0]!r} that the file does not have{hint}"
            raise InputError(msg)


def _options(given: Mapping[str, Any]) -> Options:
    try:
        options = msgspec.convert(given, Options)
    except msgspec.ValidationError as error:
        msg = f"the options of a mapping of incidents cannot be used: {error}"
        raise InputError(msg) from error
    if options.swapped not in {"reject", "keep", "mend"}:
        msg = f"swapped = {options.swapped!r} is not known; write reject, keep or mend"
        raise InputError(msg)
    return options
