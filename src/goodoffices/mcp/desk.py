"""The open case that the tools work on, for one audience that is fixed when the server starts."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from goodoffices.desk.audience import Audience
from goodoffices.desk.shelf import Shelf
from goodoffices.desk.snapshot import Snapshot
from goodoffices.record.store import Store, open_case
from goodoffices.record.view import View

__all__ = ["CaseDesk", "open_desk"]

_PATIENCE = 600.0
"""Seconds that a tool waits for the findings of a large case."""


class CaseDesk:
    """A case, seen as one audience sees it. No tool can raise it.

    Args:
        store: The open case.
        shelf: Its snapshots.
        audience: For whom it is shown.
    """

    def __init__(self, store: Store, shelf: Shelf, audience: Audience) -> None:
        self.store, self.shelf, self.audience = store, shelf, audience

    @property
    def view(self) -> View:
        """The record as the audience may see it."""
        return self.audience.view(self.store)

    @property
    def snapshot(self) -> Snapshot:
        """The findings of the audience."""
        return self.shelf.ready(self.audience, patience=_PATIENCE)


@contextlib.contextmanager
def open_desk(case: str, audience: Audience) -> Iterator[CaseDesk]:
    """Open a case for an audience; what is kept ready for it is thrown away at the end.

    Raises:
        CaseNotFound: If there is none.
    """
    folder = Path(tempfile.mkdtemp(prefix="goodoffices-"))
    try:
        with open_case(case) as store:
            shelf = Shelf(case, store, folder)
            try:
                yield CaseDesk(store, shelf, audience)
            finally:
                shelf.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
