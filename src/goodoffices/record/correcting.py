"""A correction: the fields that change, put into what a finding or statement says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from .content import Content
from .errors import InputError
from .statement import kind_of

__all__ = ["corrected"]


def corrected(content: Content, changes: Mapping[str, object]) -> Content:
    """Write what should stand instead.

    Args:
        content: What stands now.
        changes: The fields that change, as JSON would hold them.

    Raises:
        InputError: If there is no such field, it cannot hold that, or it would become another kind of thing.
    """
    kind = kind_of(content)
    fields: dict[str, Any] = msgspec.to_builtins(content)
    if unknown := sorted(changes.keys() - fields.keys()):
        msg = f"a {kind} has no {unknown[0]!r}; its fields are {', '.join(sorted(fields))}"
        raise InputError(msg)
    try:
        made: Content = msgspec.convert({**fields, **changes}, type=Content)
    except msgspec.ValidationError as error:
        msg = f"the correction is no {kind}: {error}"
        raise InputError(msg) from error
    if kind_of(made) != kind:
        msg = f"a {kind} stays a {kind}; reject it and add what it should be"
        raise InputError(msg)
    return made
