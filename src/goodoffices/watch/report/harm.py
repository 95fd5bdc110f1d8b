"""Who was hurt, and where nobody was let through."""

from __future__ import annotations

import msgspec
import numpy as np
from numpy.typing import NDArray

from ..ledger import Ledger

__all__ = ["Harm", "harm_of"]


class Harm(msgspec.Struct, frozen=True, eq=False):
    """People killed and injured in some incidents.

    Attributes:
        killed: Of the incidents of which it is known.
        injured: The same.
        unknown: Incidents that say neither; they may have hurt people.
        rows: Rows of the incidents in which somebody was hurt.
    """

    killed: int
    injured: int
    unknown: int
    rows: NDArray[np.int64]


def harm_of(ledger: Ledger, rows: NDArray[np.int64]) -> Harm:
    """Add up the harm of some incidents."""
    killed, injured = ledger.killed[rows], ledger.injured[rows]
    hurt = (killed > 0) | (injured > 0)
    return Harm(
        killed=int(killed[killed > 0].sum()),
        injured=int(injured[injured > 0].sum()),
        unknown=int(((killed < 0) & (injured < 0)).sum()),
        rows=rows[hurt],
    )
