"""Good Offices: a workbench for peace talks, where every finding leads back to a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .notebook import Case

__all__ = ["Case", "__version__"]

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    # `from goodoffices import Case` loads what a case needs; `import goodoffices` loads nothing.
    if name == "Case":
        from .notebook import Case  # noqa: PLC0415  as said

        return Case
    msg = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(msg)
