"""Akoma Ntoso 3.0: the standard of OASIS for the texts of parliaments, used here for agreements."""

from .reading import from_akn
from .writing import canonical, to_akn

__all__ = ["canonical", "from_akn", "to_akn"]
