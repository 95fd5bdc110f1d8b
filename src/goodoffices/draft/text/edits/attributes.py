"""Edit what stands in braces: the status of a provision, its id, its links."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import msgspec

from goodoffices.draft.errors import EditError

from ..attributes import Attributes, is_id, write_attributes
from ..model import Document, Provision, Status
from .places import apply_edits, attributes_of, attributes_span, find_provision, words_end

__all__ = ["set_attributes", "set_status", "write_ids"]


def set_status(
    document: Document,
    provision_id: str,
    status: Status | None,
    *,
    by: Sequence[str] = (),
    on: dt.date | None = None,
) -> str:
    """Say how far a provision has come; its id is written with it, so that it can be found again.

    Args:
        document: The text.
        provision_id: Which provision.
        status: The new status; None takes it away.
        by: Who agreed.
        on: When.

    Returns:
        The new source.

    Raises:
        EditError: If there is no such provision.
    """
    return set_attributes(document, provision_id, status=status, by=tuple(by), on=on)


def set_attributes(document: Document, provision_id: str, **changed: Any) -> str:  # noqa: ANN401  one type a field
    """Change some attributes of a provision and leave the others.

    Args:
        document: The text.
        provision_id: Which provision.
        **changed: Fields of `Attributes` with their new values (``id=``, ``status=``, ``links=``, ``note=``, ...).

    Returns:
        The new source.

    Raises:
        EditError: If there is no such provision, or a new id is taken or is none.
    """
    provision = find_provision(document, provision_id)
    new_id = str(changed.get("id", provision.id))
    if not is_id(new_id) or (new_id != provision.id and new_id in document):
        reason = "it is taken" if new_id in document else "an id has letters, digits, - _ . and : only"
        msg = f"{new_id!r} cannot be the id of {provision_id!r}: {reason}"
        raise EditError(msg, name=document.name)
    attributes = msgspec.structs.replace(attributes_of(provision), **{"id": new_id, **changed})
    return apply_edits(document, [_written(document, provision, attributes)])


def write_ids(document: Document) -> str:
    """Write the id of every provision that has none in the text, so that all of them survive any edit."""
    edits = [
        _written(document, each, msgspec.structs.replace(attributes_of(each), id=each.id))
        for each in document.provisions
        if not each.named and find_provision(document, each.id)
    ]
    return apply_edits(document, edits)


def _written(document: Document, provision: Provision, attributes: Attributes) -> tuple[int, int, str]:
    span = attributes_span(document, provision)
    words = write_attributes(attributes)
    if span:
        return (*span, words)
    end = words_end(document, provision)
    return end, end, f" {words}"
