"""Models from files: each file gets a name of ours, whatever it was called."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from goodoffices.record import InputError
from goodoffices.weigh import Model, ModelError, read_model

__all__ = ["MOST_BYTES", "converted"]

MOST_BYTES = 1 << 20
"""Of the text of a model."""


def converted(files: Mapping[str, bytes]) -> Model:
    """Read a model from files of any format that models are kept in.

    Args:
        files: Name -> content.

    Raises:
        InputError: If there are none, or too much of them, or they hold no model.
    """
    if not files:
        msg = "choose a file that holds a model: YAML, the files of a GENIUS scenario, or a KTAB CSV"
        raise InputError(msg)
    if sum(map(len, files.values())) > 4 * MOST_BYTES:
        msg = f"these files have more than {4 * MOST_BYTES:,} bytes: are they a model?"
        raise InputError(msg)
    with TemporaryDirectory() as folder:
        for n, (name, content) in enumerate(files.items()):
            # Whatever a file is called, here it has a name of ours and its ending; a scenario's profiles keep theirs.
            (Path(folder) / _safe(name, n)).write_bytes(content)
        only = sorted(Path(folder).iterdir())
        alone = len(only) == 1 and only[0].suffix.casefold() not in {".xml", ".json"}
        try:
            return read_model(only[0] if alone else folder)
        except ModelError as error:
            fault = error.fault.replace(folder, "").replace(Path(folder).name, "this scenario")
            raise ModelError(fault, error.place, line=error.line, column=error.column) from None


def _safe(name: str, n: int) -> str:
    plain = "".join(each for each in Path(name.replace("\\", "/")).name if each.isalnum() or each in " ._-()")
    plain = plain.lstrip(". ")[-80:]
    return plain or f"file-{n}"
