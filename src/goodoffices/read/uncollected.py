"""Reading without pauses: nothing that a report of usual length makes is looked through for circles while it is read.

A report makes some hundred thousand small objects that live until it is read, and Python looks through all that are
alive, our lists of names among them, again and again for circles. Nearly none of them stands in one, so a tenth of the
time goes for nothing. A long report is left to Python, for it may make more than there is room for.
"""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator

__all__ = ["uncollected"]

_LONG_CHARS = 50_000
"""From here on a report is long: some twenty pages."""


@contextlib.contextmanager
def uncollected(chars: int) -> Iterator[None]:
    """Keep the collector of circles from running inside, and let it run again behind, also after an error.

    Where it does not run already, it is left so: another thread may be inside, and will let it run.

    Args:
        chars: How long the text is that is read inside.
    """
    if chars > _LONG_CHARS or not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
