"""The ledger of incidents: what is counted, in arrays."""

from __future__ import annotations

from .deciding import decide
from .keeping import load_ledger, save_ledger
from .ledger import Ledger, attribute, ledger_of

__all__ = ["Ledger", "attribute", "decide", "ledger_of", "load_ledger", "save_ledger"]
